//! The rules over reports as they were published: what a careful reader finds must be found, and nothing
//! that is not there. Skips where the reports are not beside the project.

#[path = "reports/comparison.rs"]
mod comparison;
#[path = "reports/expected.rs"]
mod expected;

use comparison::{Outcome, folder, outcomes};
use domain::rules::{self, Place, Severity};

fn all() -> Option<Vec<Outcome>> {
    let reports = folder();
    if reports.is_none() {
        eprintln!("no shared/reports beside the project: skipped");
    }
    reports.map(|reports| outcomes(&reports))
}

#[test]
fn every_report_of_the_folder_is_in_the_sample() {
    let Some(reports) = folder() else { return };
    let names =
        std::fs::read_dir(reports).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let texts: Vec<String> = names.filter_map(|name| name.strip_suffix(".txt").map(str::to_owned)).collect();
    for text in &texts {
        assert!(expected::SAMPLES.iter().any(|sample| sample.file == text), "{text}");
    }
    assert_eq!(texts.len(), expected::SAMPLES.len());
}

#[test]
fn finds_what_a_careful_reader_finds() {
    for outcome in all().unwrap_or_default() {
        let registered = |id: &&str| rules::all().any(|rule| rule.id == *id);
        let missed: Vec<&str> = outcome.missed().into_iter().filter(registered).collect();
        assert!(missed.is_empty(), "{}: missed {missed:?}", outcome.sample.file);
        assert_eq!(outcome.right().len() + outcome.missed().len(), outcome.sample.expected.len());
        assert!(outcome.sample.unseen.iter().all(|what| !what.is_empty()));
        let gone: Vec<_> = outcome.sample.besides.iter().filter(|b| !outcome.besides().contains(b)).collect();
        assert!(gone.is_empty(), "{}: no longer found {gone:?}", outcome.sample.file);
    }
}

#[test]
fn finds_nothing_that_is_not_there() {
    for outcome in all().unwrap_or_default() {
        assert!(outcome.wrong().is_empty(), "{}: {:?}", outcome.sample.file, outcome.wrong());
    }
}

#[test]
fn consistent_numbers_are_left_alone() {
    for outcome in all().unwrap_or_default().iter().filter(|o| o.sample.consistent) {
        let sums = ["text.parts_sum", "text.percent_sum", "text.percent_value"];
        for finding in &outcome.findings {
            let about_sums = sums.contains(&finding.rule.as_str()) && finding.severity <= Severity::Warning;
            let grave = finding.severity == Severity::Error;
            assert!(!grave && !about_sums, "{}: {}", outcome.sample.file, finding.message);
        }
    }
}

#[test]
fn quotes_stand_in_the_text() {
    let Some(reports) = folder() else { return };
    for outcome in outcomes(&reports) {
        let text = std::fs::read_to_string(reports.join(format!("{}.txt", outcome.sample.file))).unwrap();
        let flat = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let whole = flat(&text);
        for place in outcome.findings.iter().flat_map(|f| &f.places) {
            if let Place::Text { quote, .. } = place {
                assert!(whole.contains(&flat(quote)), "{}: {quote}", outcome.sample.file);
            }
        }
    }
}
