//! What a number grew or fell by: 「320条，较上年的280条增加40条，增长14.29%」.

use super::said::{Said, any, said};
use super::share::half_a_place;
use crate::number::Decimal;
use crate::reading::{Bound, Number, NumberKind};
use crate::rules::{Dossier, Finding, Group, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "text.growth",
    group: Group::Text,
    severity: Severity::Warning,
    title: "增减的数和幅度与前后两年的数一致",
    basis: "增减数等于本年数减上年数，增减幅度等于增减数除以上年数",
    advice: "核对本年数和上年数，重新计算增减的数和百分比",
    check,
};

const UP: &[&str] = &["增加", "增长", "上升", "增幅", "多"];
const DOWN: &[&str] = &["减少", "下降", "降低", "降幅", "少"];
const AGAINST: &[&str] = &["较", "比", "上年", "去年", "同期"];

fn check(dossier: &Dossier, out: &mut Vec<Finding>) {
    for said in said(dossier).filter(|said| any(said.text, UP).or(any(said.text, DOWN)).is_some()) {
        let numbers: Vec<&Number> = said.sentence.numbers.iter().collect();
        for at in 1..numbers.len() {
            if sign(&said, numbers[at]).is_none() || sign(&said, numbers[at - 1]).is_some() {
                continue;
            }
            let end = (at + 1..numbers.len()).find(|n| sign(&said, numbers[*n]).is_none());
            let changes = &numbers[at..end.unwrap_or(numbers.len()).min(at + 2)];
            out.extend(disagrees(&said, &numbers[..at], changes));
        }
    }
}

/// Whether the number is what something grew (1) or fell (-1) by.
fn sign(said: &Said<'_>, number: &Number) -> Option<i64> {
    let words = said.before(number).trim_end_matches(['了', '为', '达', '到', '约', ' ']);
    let ends = |signs: &[&str]| signs.iter().any(|sign| words.ends_with(sign));
    // 「增长到」 and 「增长为」 name what it has become.
    let becomes = said.before(number).ends_with(['到', '为', '至']) && !words.ends_with('幅');
    let sign = if ends(UP) { Some(1) } else { ends(DOWN).then_some(-1) };
    sign.filter(|_| !becomes && number.bound == Bound::Exact)
}

/// What the two years' numbers make of the changes, where the words say something else.
fn disagrees(said: &Said<'_>, before: &[&Number], changes: &[&Number]) -> Option<Finding> {
    let exact = |n: &&&Number| n.kind == NumberKind::Count && n.bound == Bound::Exact && !n.unit.is_empty();
    let nearest = before.last().filter(exact)?;
    let by = changes.iter().find(|n| n.kind == NumberKind::Count && n.unit == nearest.unit);
    let share = changes.iter().find(|n| n.kind == NumberKind::Percent);
    let direction = sign(said, changes.first()?)?;
    let earlier: Vec<&&Number> =
        before[..before.len() - 1].iter().filter(exact).filter(|n| n.unit == nearest.unit).collect();
    let gap = |a: &Number| said.folded(a.span.end..nearest.span.start);
    let pairs: Vec<(Decimal, Decimal)> = if earlier.last().is_some_and(|a| any(gap(a), AGAINST).is_some()) {
        earlier.iter().rev().map(|a| (a.value, nearest.value)).collect()
    } else {
        // The year before is not named: it follows from the change, and its share has to fit.
        let (by, _) = by.zip(share)?;
        any(said.folded(nearest.span.end..by.span.start), AGAINST)?;
        let last = nearest.value.millionths() - direction * by.value.millionths();
        vec![(nearest.value, Decimal::from_millionths(last))]
    };
    let fits = |(now, last): &(Decimal, Decimal)| {
        let grown = direction * (now.millionths() - last.millionths());
        let by_fits = by.is_none_or(|by| by.value.millionths() == grown);
        let share_fits = share.is_none_or(|share| {
            due(grown, *last)
                .is_none_or(|due| (due - share.value.millionths()).abs() <= 2 * half_a_place(share.places))
        });
        by_fits && share_fits
    };
    let (now, last) = pairs.first().filter(|_| !pairs.iter().any(fits))?;
    let grown = now.millionths() - last.millionths();
    let word = if grown < 0 { "减少" } else { "增加" };
    let of = due(grown.abs(), *last).map_or_else(String::new, |due| format!("，即 {}%", hundredths(due)));
    let unit = nearest.unit;
    let change = Decimal::from_millionths(grown.abs());
    let right = format!("{word} {change} {unit}{of}");
    let span = changes[0].span.start..changes.last()?.span.end;
    let clause = said.clause(span.start).start..span.end;
    let written = said.piece(&clause).trim();
    let message = format!("{now} {unit}比 {last} {unit}{right}，文字写「{written}」");
    Some(
        Finding::of(&RULE, message)
            .sides(("按两年的数计算", &right), ("文字", written))
            .at_text(&said.part.id, said.piece(&clause)),
    )
}

/// The share in millionths of a hundredth.
fn due(grown: i64, last: Decimal) -> Option<i64> {
    let last = i128::from(last.millionths());
    let share = (i128::from(grown) * 100_000_000 + last / 2).checked_div(last)?;
    i64::try_from(share).ok()
}

/// With two places.
fn hundredths(share: i64) -> Decimal {
    Decimal::from_millionths((share + 5_000).div_euclid(10_000) * 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::*;

    #[test]
    fn neither_the_change_nor_its_share_may_be_off() {
        for (words, right) in [
            ("公开栏公开村务320条，较上年的280条增加50条，增长14.29%。", "增加 40 条，即 14.29%"),
            ("公开栏公开村务320条，较上年的280条增加40条，增长24.29%。", "增加 40 条"),
            ("群众来电120件，比去年同期的150件下降25%。", "减少 30 件，即 20%"),
            ("公开栏公开村务320条，比上年增加40条，增长18%。", "即 14.29%"),
        ] {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            let found = only(&dossier, RULE.id);
            assert_eq!(found.len(), 1, "{words}");
            assert!(found[0].message.contains(right), "{}", found[0].message);
        }
    }

    #[test]
    fn what_fits_or_cannot_be_known() {
        for words in [
            "公开栏公开村务320条，较上年的280条增加40条，增长14.29%。",
            "公开栏公开村务320条，较上年的280条增长14.2%。",
            "公开栏公开村务320条（一村一栏200条），较上年的280条增加40条。",
            "公开栏公开村务320条，比上年增加40条，增长14.3%。",
            "公开栏公开村务320条，同比增长14%。",
            "群众来电由上年的150件增加到180件，增长20%。",
            "参加学习120人，比上年多20人。",
        ] {
            let mut dossier = clean();
            add(&mut dossier, "overview", words);
            nothing(&dossier);
        }
    }
}
