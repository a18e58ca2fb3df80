//! A day that no calendar has.

use chrono::NaiveDate;

use super::said::said;
use crate::reading::Date;
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.impossible_date",
    group: Group::Text,
    severity: Severity::Warning,
    title: "日期是有的",
    basis: "日期应当真实",
    advice: "改正这个日期",
    check,
};

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier) {
        for date in said.sentence.dates.iter().filter(|date| !exists(date)) {
            let written = said.piece(&date.span);
            let message = format!("「{written}」不是一个日期");
            out.push(
                Finding::of(&RULE, message).at_text(&said.part.id, said.piece(&said.clause(date.span.start))),
            );
        }
    }
}

fn exists(date: &Date) -> bool {
    // 「202020年」. Any four digits may be a year, 「五千年」 too.
    let year_of_four = date.year_digits.len() <= 4;
    // A leap year where no year is named: 「2月29日」 may be right.
    let year = date.year.filter(|year| (1..9999).contains(year)).unwrap_or(2024);
    year_of_four && NaiveDate::from_ymd_opt(year, date.month.unwrap_or(1), date.day.unwrap_or(1)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn thirty_days_of_february() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "2024年2月30日召开政务公开工作会议。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_year_typed_twice() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "自202424年3月起每月检查。");
        let found = only(&dossier, RULE.id);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_leap_day() {
        let mut dossier = clean();
        add(&mut dossier, "overview", "2024年2月29日召开政务公开工作会议。");
        nothing(&dossier);
    }
}
