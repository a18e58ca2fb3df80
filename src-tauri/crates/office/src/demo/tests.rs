//! The sample's years follow on one another as an office's do, and their reports pass the rules.

use chrono::NaiveDate;
use domain::figure::Figure;
use domain::rules::Severity;

use super::*;
use crate::{checks, figures};

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 20).unwrap().and_hms_opt(9, 0, 0).unwrap()
}

fn sample() -> (tempfile::TempDir, Office) {
    let folder = tempfile::tempdir().unwrap();
    let fonts = crate::office::find_fonts();
    let mut office = Office::open(&folder.path().join("数据"), &fonts, folder.path()).unwrap();
    fill(&mut office, now()).unwrap();
    (folder, office)
}

/// Hundredths of a unit, to be compared.
fn number(figure: &Figure) -> i64 {
    let number = figure.value.number().unwrap_or_else(|| panic!("{} is blank", figure.id));
    number.millionths() / 10_000
}

fn cell<'f>(figures: &'f [Figure], id: &str) -> &'f Figure {
    figures.iter().find(|f| f.id == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn each_year_takes_over_what_the_last_left_open() {
    let (_folder, office) = sample();
    let mut seen = 0;
    for year in 2022..=2025 {
        let (before, after) =
            (figures::of_year(&office, year - 1).unwrap(), figures::of_year(&office, year).unwrap());
        for open in before.iter().filter(|f| f.id.starts_with("t3.next.")) {
            let carried = cell(&after, &open.id.replace("t3.next.", "t3.carried."));
            assert_eq!(number(open), number(carried), "{year}: {}", open.id);
            seen += number(carried);
        }
        let of = |figures: &[Figure], id: &str| number(cell(figures, id));
        let in_force = of(&before, "t2.normative.in_force") + of(&after, "t2.normative.issued")
            - of(&after, "t2.normative.repealed");
        assert_eq!(in_force, of(&after, "t2.normative.in_force"), "{year}");
    }
    assert!(seen > 0, "something is carried over at all");
}

#[test]
fn nothing_leaps_from_year_to_year() {
    let (_folder, office) = sample();
    for year in 2022..=2025 {
        let (before, after) =
            (figures::of_year(&office, year - 1).unwrap(), figures::of_year(&office, year).unwrap());
        let compared = after.iter().filter(|f| f.place.is_some() || f.id == "disclosure.total");
        for figure in compared {
            let (was, is) = (number(cell(&before, &figure.id)), number(figure));
            let small = (is - was).abs() < 500;
            assert!(small || (is - was).abs() * 2 <= was, "{year}: {} from {was} to {is}", figure.id);
        }
    }
}

#[test]
fn every_item_has_a_category_and_cases_run_over_the_year() {
    let (_folder, office) = sample();
    for year in 2021..=2025 {
        let figures = figures::of_year(&office, year).unwrap();
        let total = cell(&figures, "disclosure.total");
        let categories = figures.iter().filter(|f| f.id.starts_with("disclosure.category."));
        assert_eq!(categories.map(number).sum::<i64>(), number(total), "{year}");
        assert!((150..=260).contains(&(number(total) / 100)), "{year}: {}", total.text);
        let received = number(cell(&figures, "t3.new.total")) / 100;
        assert!((8..=14).contains(&received), "{year}: {received} applications");
    }
    let pending = cell(&figures::of_year(&office, 2022).unwrap(), "t4.reconsideration.pending").text.clone();
    let upheld = cell(&figures::of_year(&office, 2023).unwrap(), "t4.reconsideration.upheld").text.clone();
    let after = cell(&figures::of_year(&office, 2023).unwrap(), "t4.after.total").text.clone();
    assert_eq!([pending, upheld, after], ["1", "1", "1"].map(str::to_owned));
}

#[test]
fn the_reports_can_be_locked_one_after_the_other() {
    let (_folder, office) = sample();
    for year in LOCKED.iter().chain(&[2025]) {
        let sheet = checks::of_year(&office, now(), *year).unwrap();
        let grave: Vec<_> = sheet.findings.iter().map(|c| &c.finding).collect();
        let grave: Vec<_> = grave.iter().filter(|f| f.severity != Severity::Hint).map(|f| &f.key).collect();
        assert!(grave.is_empty(), "{year}: {grave:#?}");
    }
}
