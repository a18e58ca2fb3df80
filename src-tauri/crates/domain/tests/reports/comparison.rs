//! The rules over the published reports of the sample, beside what a careful reader finds in them.

use std::path::{Path, PathBuf};

use domain::reading::{self, Known};
use domain::rules::{self, Finding};

use crate::expected::{SAMPLES, Sample};

/// What came out for one report.
pub struct Outcome {
    /// The report.
    pub sample: &'static Sample,
    /// Every finding.
    pub findings: Vec<Finding>,
    /// Rule ids found, each once.
    pub found: Vec<String>,
}

impl Outcome {
    /// Expected and found.
    pub fn right(&self) -> Vec<&str> {
        self.sample.expected.iter().copied().filter(|id| self.has(id)).collect()
    }

    /// Expected and not found.
    pub fn missed(&self) -> Vec<&str> {
        self.sample.expected.iter().copied().filter(|id| !self.has(id)).collect()
    }

    /// Found, not named by the reader, and there all the same.
    pub fn besides(&self) -> Vec<(&str, &str)> {
        self.sample.besides.iter().copied().filter(|(id, _)| self.has(id)).collect()
    }

    /// Found, and neither expected nor looked up.
    pub fn wrong(&self) -> Vec<&str> {
        let known = |id: &str| {
            self.sample.expected.contains(&id) || self.sample.besides.iter().any(|(b, _)| *b == id)
        };
        self.found.iter().map(String::as_str).filter(|id| !known(id)).collect()
    }

    fn has(&self, id: &str) -> bool {
        self.found.iter().any(|found| found == id)
    }
}

/// The folder of the reports beside the project; `None` where there is none.
pub fn folder() -> Option<PathBuf> {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.find_map(|folder| Some(folder.join("shared/reports")).filter(|reports| reports.is_dir()))
}

/// Reads and checks every report of the sample.
///
/// # Panics
/// Where a report of the sample is not in the folder or cannot be read.
pub fn outcomes(folder: &Path) -> Vec<Outcome> {
    SAMPLES.iter().map(|sample| outcome(folder, sample)).collect()
}

fn outcome(folder: &Path, sample: &'static Sample) -> Outcome {
    let text = std::fs::read_to_string(folder.join(format!("{}.txt", sample.file))).expect(sample.file);
    // 「2018-下达河乡」: excerpts do not always say whose report of which year they are.
    let (year, office) = sample.file.split_once('-').expect(sample.file);
    let known = Known { year: year.parse().ok(), office: Some(office), format: None };
    let dossier = reading::read(&text, known).expect(sample.file);
    let findings = rules::run(&dossier);
    let mut found: Vec<String> = findings.iter().map(|f| f.rule.clone()).collect();
    found.sort();
    found.dedup();
    Outcome { sample, findings, found }
}
