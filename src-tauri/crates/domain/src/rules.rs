//! The rules a report must pass before it is filed: a rule a file, each with its basis, its severity and
//! its evidence. A rule looks at a [`Dossier`] and knows neither the screen nor the database.

mod completeness;
mod dimensions;
mod dossier;
mod finding;
mod identities;
mod likeness;
mod records;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod testing_text;
mod text;

pub use dossier::{
    Dossier, FigureSet, LastYear, LateAnswer, OfficeNames, Origin, PartText, Records, Scope, WordsOnce,
};
pub use finding::{Finding, Group, Place, Severity, Side};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Stable id: `application.balance`.
    pub id: &'static str,
    /// Which group it belongs to.
    pub group: Group,
    /// How grave a finding is.
    pub severity: Severity,
    /// What it looks after, as a heading.
    pub title: &'static str,
    /// The law, the form or the practice it stands on.
    pub basis: &'static str,
    /// What to do about a finding.
    pub advice: &'static str,
    /// Looks, and says what it found.
    pub check: fn(&Dossier, &mut Vec<Finding>),
}

/// Every rule, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let groups = [
        identities::RULES,
        records::RULES,
        dimensions::RULES,
        text::RULES,
        completeness::RULES,
        likeness::RULES,
    ];
    groups.into_iter().flatten().copied()
}

/// Runs every rule: errors first, then warnings, then hints, each in the order of the rules.
pub fn run(dossier: &Dossier) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in all() {
        (rule.check)(dossier, &mut findings);
    }
    findings.sort_by_key(|finding| finding.severity);
    findings
}
