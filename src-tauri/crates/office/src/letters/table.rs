//! What a letter is made from, laid out once: its template, its case, the settings, the days.

use chrono::{Datelike, NaiveDate};
use domain::clock::{Case, Decree, Event};
use domain::letters::{self, Drafted, Facts, LetterSettings, Run, Template};
use domain::{Failure, Record};
use store::{GivenNumber, KeptLetter};

use super::{Content, settings};
use crate::Office;
use crate::applications::{self, LEDGER};

/// Everything that a letter is made from.
pub(super) struct Table {
    pub template: &'static Template,
    pub record: Record,
    pub events: Vec<Event>,
    pub calendar: domain::calendar::Calendar,
    pub settings: LetterSettings,
    pub office: String,
    pub decree: Decree,
}

impl Table {
    /// # Errors
    /// `letter.unknown`, `record.missing`; `clock.…` where the case cannot be read; what the store says.
    pub fn lay(office: &Office, application: i64, template: &str) -> Result<Self, Failure> {
        let template = letters::template(template)?;
        let record = office.store.record(LEDGER, application)?;
        let calendar = office.calendar()?;
        let events = applications::events(office, &record.values, application, &calendar)?;
        let decree = Case::read(&events, &calendar)?.decree;
        let profile = office.profile()?;
        let settings = settings::kept(office)?.completed(&profile);
        Ok(Self { template, record, events, calendar, settings, office: profile.name, decree })
    }

    fn facts<'a>(&'a self, on: NaiveDate, number: &'a str) -> Facts<'a> {
        let Self { template, record, events, calendar, settings, office, .. } = self;
        Facts { template, record: &record.values, events, calendar, settings, office, on, number }
    }

    /// Lays out a letter that is to be written.
    ///
    /// # Errors
    /// As [`Table::lay`]; `letter.decree` for one that the old decree does not know.
    pub fn begin(office: &Office, application: i64, template: &str) -> Result<Self, Failure> {
        let table = Self::lay(office, application, template)?;
        if table.template.under(table.decree) {
            return Ok(table);
        }
        let message = format!("这件申请按旧条例办理，没有「{}」这种文书", table.template.label);
        Err(Failure::new("letter.decree", message, "请另选一种文书"))
    }

    /// The letter as it stands, with a number where it has one.
    ///
    /// # Errors
    /// `clock.…`, `letter.unreadable`.
    pub fn write(&self, content: &Content, number: &str) -> Result<Drafted, Failure> {
        let facts = self.facts(content.on, number);
        facts.write(&content.values, content.title.as_deref(), content.text.as_deref())
    }

    /// What to look at before the letter leaves.
    ///
    /// # Errors
    /// What the store says.
    pub fn remarks(
        &self,
        office: &Office,
        content: &Content,
        letter: &Drafted,
    ) -> Result<Vec<String>, Failure> {
        let kept = office.store.letters(self.record.id)?;
        // Words of another letter that cannot be read name nobody.
        let read = |letter: &KeptLetter| serde_json::from_str::<Content>(&letter.content).ok();
        let named = kept.iter().filter_map(read).filter_map(|content| content.values.get("第三方").cloned());
        let names: Vec<String> = named.map(|name| name.trim().to_owned()).collect();
        Ok(self.facts(content.on, "").remarks(letter, &names))
    }

    /// The number of the letter: the clerk's own, or the next of the office's run. A number of another form is
    /// taken as it is written.
    ///
    /// # Errors
    /// What the store says.
    pub fn number(&self, office: &Office, content: &Content) -> Result<Option<GivenNumber>, Failure> {
        let run = self.run(content.on);
        let of_run = |run: &Run, number: String| {
            let place = run.place(&number);
            GivenNumber { number, run: run.name(), place }
        };
        match (&content.number, run) {
            (Some(own), Some(run)) => Ok(Some(of_run(&run, own.clone()))),
            (Some(own), None) => {
                Ok(Some(GivenNumber { number: own.clone(), run: String::new(), place: None }))
            }
            (None, Some(run)) => {
                let number = run.at(run.next(&taken(office, &run)?));
                Ok(Some(of_run(&run, number)))
            }
            (None, None) => Ok(None),
        }
    }

    fn run(&self, on: NaiveDate) -> Option<Run> {
        let pattern = self.settings.patterns.get(&self.template.group)?;
        Run::new(pattern, &self.settings.code, on.year())
    }
}

/// The places of a run that are taken: by letters, and by what the ledger was told.
///
/// # Errors
/// What the store says.
pub(super) fn taken(office: &Office, run: &Run) -> Result<Vec<u32>, Failure> {
    let mut taken = office.store.places_taken(&run.name())?;
    taken.extend(office.store.numbers_in_ledger(run.beginning())?.iter().filter_map(|n| run.place(n)));
    Ok(taken)
}
