//! A year's report as the rules look at it, brought together once for each state of the records.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use domain::clock::{self, Case};
use domain::figure::Figure;
use domain::format::Format;
use domain::record::{Record, Value};
use domain::rules::{
    self, Dossier, FigureSet, Finding, LastYear, LateAnswer, OfficeNames, Origin, PartText, Records, Scope,
    WordsOnce,
};
use domain::{Failure, Profile};

use crate::report::{Part, Report};
use crate::{Office, counting, formats, report, versions};

/// Ledgers that rules look into.
const LOOKED_INTO: [&str; 9] = [
    "disclosure",
    "application",
    "dispute",
    "normative",
    "fee",
    "hotline",
    "complaint",
    "measure",
    "inquiry",
];

/// The dossiers made under one state of the records.
#[derive(Default)]
pub struct Dossiers {
    state: Option<(u64, i64)>,
    years: BTreeMap<i32, Dossier>,
}

/// What the rules find in a year's report.
///
/// # Errors
/// What the store says; `format.none`.
pub fn findings(office: &Office, now: NaiveDateTime, year: i32) -> Result<Vec<Finding>, Failure> {
    with(office, now, year, |dossier| rules::run(dossier))
}

/// What the rules would find with other figures.
///
/// # Errors
/// As [`findings`].
pub fn with_figures(
    office: &Office,
    now: NaiveDateTime,
    year: i32,
    figures: Vec<Figure>,
) -> Result<Vec<Finding>, Failure> {
    with(office, now, year, |dossier| {
        let stored = std::mem::replace(&mut dossier.figures, FigureSet::new(figures));
        let findings = rules::run(dossier);
        dossier.figures = stored;
        findings
    })
}

fn with<T>(
    office: &Office,
    now: NaiveDateTime,
    year: i32,
    look: impl FnOnce(&mut Dossier) -> T,
) -> Result<T, Failure> {
    let state = office.store.state()?;
    let mut dossiers = office.dossiers.borrow_mut();
    if dossiers.state != Some(state) {
        *dossiers = Dossiers { state: Some(state), ..Dossiers::default() };
    }
    if let Some(dossier) = dossiers.years.get_mut(&year) {
        return Ok(look(dossier));
    }
    let mut dossier = gather(office, now, year)?;
    let seen = look(&mut dossier);
    dossiers.years.insert(year, dossier);
    Ok(seen)
}

fn gather(office: &Office, now: NaiveDateTime, year: i32) -> Result<Dossier, Failure> {
    let report = report::of_year(office, now, year)?;
    let profile = office.profile()?;
    let mut records = BTreeMap::new();
    for ledger in LOOKED_INTO {
        records.insert(ledger.to_owned(), office.store.records_of_year(ledger, year)?);
    }
    let late_answers = late_answers(office, records.get("application").map_or(&[], Vec::as_slice))?;
    Ok(Dossier {
        year,
        origin: Origin::Office,
        format: formats::of_year(office, year)?,
        due_format: Format::of_year(year)?.id,
        office: names(&profile),
        title: report.title.clone(),
        signed_on: NaiveDate::parse_from_str(&report.signed_on, "%Y-%m-%d").ok(),
        parts: parts(&report),
        last: last_year(office, now, year - 1)?,
        categories_complete: report.categories_complete,
        figures: FigureSet::new(report.figures),
        records: Records(records),
        late_answers,
        raw: String::new(),
        scope: Scope::default(),
        words: WordsOnce::default(),
        last_words: WordsOnce::default(),
    })
}

/// Applications that were answered after their term, by the office's own calendar. Of a record without events
/// only those are told for which nothing can have stopped the clock or begun it anew.
fn late_answers(office: &Office, applications: &[Record]) -> Result<Vec<LateAnswer>, Failure> {
    if applications.is_empty() {
        return Ok(Vec::new());
    }
    let calendar = office.calendar()?;
    let mut late = Vec::new();
    for record in applications {
        let kept = office.store.events(record.id)?;
        let events = if kept.is_empty() {
            if may_have_begun_anew(record) {
                continue;
            }
            clock::from_record(&record.values, &calendar)
        } else {
            Ok(kept.into_iter().map(|kept| kept.event).collect())
        };
        // What cannot be read has no term; the case's own page says why.
        let Ok(events) = events else { continue };
        let Ok(case) = Case::read(&events, &calendar) else { continue };
        let (Some(due), Some(on)) = (case.due(), case.decided_on()) else { continue };
        if on > due {
            late.push(LateAnswer { record: record.id, on, due });
        }
    }
    Ok(late)
}

/// Outcomes that only a correction or a payment makes possible, and fees: the term was counted anew.
fn may_have_begun_anew(record: &Record) -> bool {
    let value = |field: &str| record.values.get(field);
    let outcome = value("outcome").and_then(Value::as_text).unwrap_or_default();
    let paid = value("fee").is_some_and(|fee| !fee.is_empty());
    paid || matches!(outcome, "other.not_corrected" | "other.not_paid" | "unable.unclear")
}

fn names(profile: &Profile) -> OfficeNames {
    OfficeNames {
        name: profile.name.clone(),
        short: profile.short.clone(),
        self_name: profile.self_name.clone(),
        county: profile.county.clone(),
    }
}

/// The words of a report as they are printed.
fn parts(report: &Report) -> Vec<PartText> {
    let say = |id: &str, shown| {
        let figure = report.figures.iter().find(|f| f.id == id);
        figure.map_or_else(|| format!("［{id}］"), |f| f.shown(shown).to_owned())
    };
    let words = |part: &Part| PartText {
        id: part.id.clone(),
        number: part.number.clone(),
        heading: part.heading.clone(),
        text: part.narrative.without_empty_blocks().plain(say),
        written: part.written,
    };
    report.parts.iter().map(words).collect()
}

fn last_year(office: &Office, now: NaiveDateTime, year: i32) -> Result<Option<LastYear>, Failure> {
    let Some(values) = counting::last_values(office, year)? else { return Ok(None) };
    let report = match versions::frozen_report(office, year)? {
        Some(report) => report,
        None => report::of_year(office, now, year)?,
    };
    // What nobody has written is the starter's, and like every other year's.
    let parts = parts(&report).into_iter().filter(|part| part.written).collect();
    Ok(Some(LastYear { year, locked: values.locked, values: values.values, parts }))
}
