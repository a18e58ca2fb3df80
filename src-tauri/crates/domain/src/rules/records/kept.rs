//! Records as the rules read them: their texts and days, which of them a figure counts, and where a click
//! leads.

use std::collections::HashSet;

use crate::figure::RecordsBehind;
use crate::ledgers;
use crate::query::{AFTER_YEAR, AT_YEAR_END, BEFORE_YEAR, Filter, WITHIN_YEAR};
use crate::record::{Record, Value};
use crate::rules::{Dossier, Finding, Place, Rule};

/// Records that a finding leads to one by one.
const PLACES: usize = 20;
/// Records named in a sentence.
const NAMED: usize = 3;
/// Characters of a name.
const NAME: usize = 24;

/// A text, day or choice; empty where there is none.
pub(super) fn text<'a>(record: &'a Record, field: &str) -> &'a str {
    match record.values.get(field) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

/// The first and the last day of the year. Days are compared as texts, which sort as they do.
pub(super) struct Span {
    pub first: String,
    pub last: String,
}

impl Span {
    pub(super) fn of(year: i32) -> Self {
        Self { first: format!("{year:04}-01-01"), last: format!("{year:04}-12-31") }
    }

    /// Whether a day falls into the year.
    pub(super) fn holds(&self, day: &str) -> bool {
        (self.first.as_str()..=self.last.as_str()).contains(&day)
    }
}

/// The items that became public in the year and are as asked. There may be thousands of them, so what is
/// asked is looked at first: most are as they should be.
pub(super) fn published(dossier: &Dossier, asked: impl Fn(&Record) -> bool) -> impl Iterator<Item = &Record> {
    let span = Span::of(dossier.year);
    let items = dossier.records.of("disclosure").iter();
    items.filter(move |item| asked(item) && span.holds(text(item, "published_on")))
}

/// Whether a figure with this filter counts the record.
pub(super) fn counts(filter: &Filter, record: &Record, span: &Span) -> bool {
    filter.iter().all(|(field, accepted)| {
        let value = record.values.get(field).unwrap_or(&Value::Null);
        accepted.iter().any(|accepted| accepts(accepted, value, span))
    })
}

fn accepts(accepted: &str, value: &Value, span: &Span) -> bool {
    let day = if let Value::Text(text) = value { text.as_str() } else { "" };
    match accepted {
        "" => value.is_empty(),
        WITHIN_YEAR => span.holds(day),
        BEFORE_YEAR => !day.is_empty() && day < span.first.as_str(),
        AFTER_YEAR => day.is_empty() || day > span.last.as_str(),
        AT_YEAR_END => day.is_empty() || day >= span.last.as_str(),
        _ => match value {
            Value::Text(text) => text == accepted,
            Value::Flag(flag) => accepted == if *flag { "true" } else { "false" },
            Value::List(list) => list.iter().any(|entry| entry == accepted),
            Value::Publications(list) => list.iter().any(|publication| publication.channel == accepted),
            Value::Null | Value::Integer(_) | Value::Attachment(_) => false,
        },
    }
}

/// What a record is called: its title, shortened.
pub(super) fn name(record: &Record) -> String {
    let field = ledgers::ledger(&record.ledger).map_or("title", |ledger| ledger.title_field);
    let title = text(record, field);
    if title.chars().count() <= NAME {
        return title.to_owned();
    }
    let short: String = title.chars().take(NAME).collect();
    format!("{short}…")
}

/// The first of them by name: 「甲」、「乙」、「丙」等.
pub(super) fn names(records: &[&Record]) -> String {
    let named: Vec<String> =
        records.iter().take(NAMED).map(|record| format!("「{}」", name(record))).collect();
    format!("{}{}", named.join("、"), if records.len() > NAMED { "等" } else { "" })
}

/// A finding on some records, leading to each of the first.
pub(super) fn found(rule: &Rule, message: String, records: &[&Record]) -> Finding {
    let place = |record: &&Record| Place::Record {
        ledger: record.ledger.clone(),
        id: record.id,
        title: name(record),
    };
    records.iter().take(PLACES).map(place).fold(Finding::of(rule, message), Finding::at)
}

/// The list of a ledger's records of the year that a filter accepts.
pub(super) fn list(dossier: &Dossier, ledger: &str, filter: &[(&str, &[&str])]) -> Place {
    let accepted = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    let filter = filter.iter().map(|(field, values)| ((*field).to_owned(), accepted(values))).collect();
    Place::Records { behind: RecordsBehind { ledger: ledger.to_owned(), year: dossier.year, filter } }
}

/// Records that share a key with another, without those that have none; in groups, as they came.
pub(super) fn alike<'a, K: std::hash::Hash + Eq + Copy>(
    records: &'a [Record],
    key: impl Fn(&'a Record) -> Option<K>,
) -> Vec<Vec<&'a Record>> {
    let mut seen = HashSet::with_capacity(records.len());
    // Hardly ever is there one, and then there are few.
    let mut repeated: Vec<K> = Vec::new();
    for key in records.iter().filter_map(&key) {
        if !seen.insert(key) && !repeated.contains(&key) {
            repeated.push(key);
        }
    }
    let group = |wanted: &K| records.iter().filter(|record| key(record).as_ref() == Some(wanted)).collect();
    repeated.iter().map(group).collect()
}

/// The numbers under which the applications of the year are registered.
pub(super) fn application_numbers(dossier: &Dossier) -> HashSet<&str> {
    dossier.records.of("application").iter().map(|record| text(record, "number")).collect()
}

/// A number of an earlier year, whose application is not among this year's records: 2023-012.
pub(super) fn of_an_earlier_year(number: &str, year: i32) -> bool {
    (1..=5).any(|ago| number.contains(&(year - ago).to_string()))
}

#[cfg(test)]
pub(super) mod samples {
    use crate::rules::Dossier;
    use crate::rules::testing::keep;

    fn with(dossier: &mut Dossier, ledger: &str, base: &[(&str, &str)], other: &[(&str, &str)]) -> i64 {
        let same = base.iter().filter(|(field, _)| other.iter().all(|(changed, _)| changed != field));
        let fields: Vec<(&str, &str)> =
            same.chain(other).filter(|(_, text)| !text.is_empty()).copied().collect();
        keep(dossier, ledger, &fields)
    }

    /// An item as it should be, but for what is said here.
    pub fn disclosure(dossier: &mut Dossier, other: &[(&str, &str)]) -> i64 {
        let base = [
            ("title", "护林员招聘公告"),
            ("formed_on", "2024-03-01"),
            ("published_on", "2024-03-04"),
            ("channels", "政务公开栏"),
            ("openness", "open"),
            ("secrecy", "passed"),
        ];
        with(dossier, "disclosure", &base, other)
    }

    /// An application as it should be, but for what is said here.
    pub fn application(dossier: &mut Dossier, other: &[(&str, &str)]) -> i64 {
        let base = [
            ("number", "2024-001"),
            ("received_on", "2024-03-01"),
            ("received_by", "online"),
            ("applicant_kind", "natural"),
            ("content", "某村土地流转合同"),
            ("outcome", "granted"),
            ("decided_on", "2024-03-20"),
            ("delivered_on", "2024-03-21"),
        ];
        with(dossier, "application", &base, other)
    }

    /// A dispute as it should be, but for what is said here.
    pub fn dispute(dossier: &mut Dossier, other: &[(&str, &str)]) -> i64 {
        let base = [
            ("kind", "reconsideration"),
            ("filed_on", "2024-05-06"),
            ("subject", "对答复内容不服"),
            ("outcome", "upheld"),
            ("closed_on", "2024-06-28"),
        ];
        with(dossier, "dispute", &base, other)
    }

    /// A normative document as it should be, but for what is said here.
    pub fn normative(dossier: &mut Dossier, other: &[(&str, &str)]) -> i64 {
        let base = [
            ("title", "农村公路管护办法"),
            ("document_number", "下政规〔2024〕1号"),
            ("issued_on", "2024-04-10"),
            ("registered_number", "备2024-18"),
            ("disclosed", "true"),
        ];
        with(dossier, "normative", &base, other)
    }

    #[test]
    fn records_as_they_should_be_are_no_finding() {
        use crate::rules::testing::{clean, nothing};
        let mut dossier = clean();
        disclosure(&mut dossier, &[]);
        application(&mut dossier, &[]);
        dispute(&mut dossier, &[("application_number", "2024-001")]);
        normative(&mut dossier, &[]);
        nothing(&dossier);
    }
}
