//! What of a record can no longer be changed because the report of its year is locked.

use crate::ledger::{Ledger, YearRule};
use crate::record::Values;

/// Fields that no report counts; they may still be mended.
const FREE: [&str; 4] = ["note", "attachment", "link", "case_number"];

/// What of a record that goes on over several years is said at its beginning.
fn said_at_the_beginning(ledger: &str) -> &'static [&'static str] {
    match ledger {
        "application" => &["received_on", "received_by", "applicant_kind"],
        "dispute" => &["filed_on", "kind"],
        "normative" => &["issued_on", "title", "document_number"],
        "post" => &["from_on", "body", "role"],
        _ => &[],
    }
}

/// The locked year that stands against a change from `old` to `new`; `None` for either is a record that
/// comes or goes. A case that began in a locked year may still be decided in a later one.
pub fn locked_by(ledger: &Ledger, locked: &[i32], old: Option<&Values>, new: Option<&Values>) -> Option<i32> {
    let year = |values: Option<&Values>, field: &str| {
        let date = values.and_then(|v| v.get(field)).and_then(crate::record::Value::as_date)?;
        Some(chrono::Datelike::year(&date)).filter(|year| locked.contains(year))
    };
    let same = |field: &str| {
        let of =
            |values: Option<&Values>| values.and_then(|v| v.get(field)).filter(|v| !v.is_empty()).cloned();
        old.is_some() && new.is_some() && of(old) == of(new)
    };
    let counted_same =
        || ledger.fields.iter().filter(|f| !f.personal && !FREE.contains(&f.id)).all(|f| same(f.id));
    match ledger.year_rule {
        YearRule::First(fields) => {
            let field = fields.first()?;
            let years = [year(old, field), year(new, field)];
            years.into_iter().flatten().next().filter(|_| !counted_same())
        }
        YearRule::Span(start, end) => {
            let ended = [year(old, end), year(new, end)].into_iter().flatten().next();
            if let Some(year) = ended.filter(|_| !counted_same()) {
                return Some(year);
            }
            let began = [year(old, start), year(new, start)].into_iter().flatten().next();
            began.filter(|_| !said_at_the_beginning(ledger.id).iter().all(|field| same(field)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledgers::ledger;
    use crate::record::Value;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(id, text)| ((*id).to_owned(), Value::Text((*text).to_owned()))).collect()
    }

    fn application(decided: &str, kind: &str) -> Values {
        values(&[("received_on", "2024-12-20"), ("applicant_kind", kind), ("decided_on", decided)])
    }

    #[test]
    fn a_case_from_a_locked_year_may_be_decided_later() {
        let ledger = ledger("application").unwrap();
        let old = application("", "natural");
        let decided = application("2025-01-10", "natural");
        assert_eq!(locked_by(ledger, &[2024], Some(&old), Some(&decided)), None);
        let within = application("2024-12-30", "natural");
        assert_eq!(locked_by(ledger, &[2024], Some(&old), Some(&within)), Some(2024));
        let other = application("2025-01-10", "legal");
        assert_eq!(locked_by(ledger, &[2024], Some(&old), Some(&other)), Some(2024));
        assert_eq!(locked_by(ledger, &[2024], Some(&old), None), Some(2024));
        assert_eq!(locked_by(ledger, &[2024], None, Some(&old)), Some(2024));
        assert_eq!(locked_by(ledger, &[2023], Some(&old), None), None);
    }

    #[test]
    fn an_item_that_was_not_published_counts_nowhere_yet() {
        let ledger = ledger("disclosure").unwrap();
        let formed = values(&[("title", "甲"), ("formed_on", "2024-12-29")]);
        let mut published = formed.clone();
        published.insert("published_on".into(), Value::Text("2025-01-03".into()));
        assert_eq!(locked_by(ledger, &[2024], Some(&formed), Some(&published)), None);
        let mut renamed = published.clone();
        renamed.insert("title".into(), Value::Text("乙".into()));
        assert_eq!(locked_by(ledger, &[2025], Some(&published), Some(&renamed)), Some(2025));
        let mut noted = published.clone();
        noted.insert("note".into(), Value::Text("照片已补".into()));
        assert_eq!(locked_by(ledger, &[2025], Some(&published), Some(&noted)), None);
    }
}
