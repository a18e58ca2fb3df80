//! A total and its parts in the words: 「共200条，其中……30条，……50条」, 「……30条，……12条，合计42条」. What the
//! rules on sums look at. By channel, by category and by department are three ways of counting and never mix.

mod dimension;
mod tally;

use std::ops::Range;

use super::said::{Said, any, in_report};
use crate::number::Decimal;
use crate::reading::{Bound, Number, PartWords};
use crate::rules::{Dossier, PartText};
use dimension::{Dimension, dimension};
use tally::Tally;

/// One of the parts.
pub(super) struct Item<'a> {
    /// How many.
    pub number: &'a Number,
    /// Counted by what.
    pub dimension: Dimension,
}

/// A total and its parts.
pub(super) struct Division<'a> {
    /// The sentence with the parts.
    pub said: Said<'a>,
    /// The total.
    pub total: &'a Number,
    /// The words from total or trigger to the last part.
    pub span: Range<usize>,
    /// The parts.
    pub items: Vec<Item<'a>>,
    /// Other numbers that the parts may make: 「收到5件，上年结转1件，其中……」.
    pub others: Vec<Decimal>,
    /// The words say that these are all parts: 「分别为」, 「包括」, a last one called 其他.
    pub claims: bool,
    /// The parts are added up, even those that are counted by channel: 「合计42条」 behind them.
    pub added: bool,
}

impl Division<'_> {
    /// The parts added up.
    pub fn sum(&self) -> Option<Decimal> {
        self.items.iter().try_fold(Decimal::ZERO, |sum, item| sum.checked_add(item.number.value))
    }

    /// The parts make another number that stands before them.
    pub fn fits_another(&self) -> bool {
        self.sum().is_some_and(|sum| self.others.contains(&sum))
    }

    /// Every part is exact.
    pub fn is_exact(&self) -> bool {
        self.items.iter().all(|item| item.number.bound == Bound::Exact)
    }

    /// 「约」 among the parts: nothing can be said.
    pub fn is_vague(&self) -> bool {
        self.total.bound != Bound::Exact || self.items.iter().any(|i| i.number.bound == Bound::About)
    }

    /// The parts are counted in one way that items may be counted in several times.
    pub fn by_channel(&self) -> bool {
        self.published() && !self.added && self.items.iter().any(|i| i.dimension == Dimension::Channel)
    }

    /// More than one way of counting among the parts.
    pub fn is_mixed(&self) -> bool {
        let mut known = self.items.iter().map(|i| i.dimension).filter(|d| *d != Dimension::Unknown);
        let first = known.next();
        self.published() && first.is_some_and(|first| known.any(|other| other != first))
    }

    /// The parts are not parts but what else is said of the same: 「100件，其中按时办结98件，满意97件」.
    pub fn overlaps(&self) -> bool {
        let people = matches!(self.total.unit, "人" | "名" | "位") && !self.claims;
        let words = self.said.folded(self.span.clone());
        let done = words.matches("办结").count();
        let some_done = done > 0 && done < self.items.len();
        people || some_done || any(words, &["满意", "回访", "回复率", "办结率"]).is_some()
    }

    /// The same total with the same parts, once before them and once behind.
    fn is_said_again(&self, other: &Self) -> bool {
        let first = |division: &Self| division.items.first().map(|item| item.number.span.start);
        self.total.value == other.total.value && first(self) == first(other)
    }

    /// The parts as they are added: 「113+481+6」.
    pub fn terms(&self) -> String {
        let term = |item: &Item<'_>| super::against::stated_text(item.number);
        self.items.iter().map(term).collect::<Vec<_>>().join("+")
    }

    /// Published items; people, cases and meetings are counted once whatever the way.
    fn published(&self) -> bool {
        matches!(self.total.unit, "条" | "篇" | "则" | "个" | "期" | "条次")
    }
}

/// Words behind which the parts of a total follow.
const TRIGGERS: &[&str] = &["其中", "分别", "包括", "具体为", "具体是", "信息中", "申请中"];

/// Words behind which something else begins.
const STOPS: &[&str] = &[
    "同比",
    "比上年",
    "较上年",
    "比去年",
    "增长",
    "下降",
    "此外",
    "另有",
    "另外",
    "同时",
    "结转",
    "累计",
    "截至",
];

/// Every total with two parts or more.
pub(super) fn divisions(dossier: &Dossier) -> Vec<Division<'_>> {
    let parts = dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part));
    parts.flat_map(|(part, words)| in_part(part, words)).collect()
}

fn in_part<'a>(part: &'a PartText, words: &'a PartWords) -> Vec<Division<'a>> {
    let mut found = Vec::new();
    let mut head: Option<(usize, &Number)> = None;
    for (at, sentence) in words.sentences.iter().enumerate().filter(|(_, s)| !s.table) {
        let text = words.text.get(sentence.span.clone()).unwrap_or_default();
        let said = Said { part, words, sentence, text };
        let near = head.filter(|(place, _)| at - place <= 4).map(|(_, number)| number);
        let triggers = triggers(&said);
        let tallies = tally::tallies(&said);
        let mut leading = leading(&said, at, near, &triggers, &tallies);
        let trailing: Vec<Division<'_>> =
            tallies.iter().filter_map(|tally| tally::divided(&said, tally, &tallies, &triggers)).collect();
        // 「25条，其中……20条、……5条，共计25条」 is one total said twice.
        leading.retain(|one| !trailing.iter().any(|other| one.is_said_again(other)));
        found.extend(leading);
        found.extend(trailing);
        let sums =
            any(text, &["共", "累计", "总", "主动公开", "公开政府信息", "受理", "收到", "中"]).is_some();
        let first = || said.counts().find(|c| !c.unit.is_empty()).filter(|_| sums);
        if let Some(total) = tallies.last().map(|tally| tally.number).or_else(first) {
            head = Some((at, total));
        }
    }
    found
}

/// Divisions whose total stands before the parts, in the sentence or near before it.
fn leading<'a>(
    said: &Said<'a>,
    at: usize,
    near: Option<&'a Number>,
    triggers: &[Range<usize>],
    tallies: &[Tally<'a>],
) -> Vec<Division<'a>> {
    let mut found = Vec::new();
    for (n, trigger) in triggers.iter().enumerate() {
        let until = triggers.get(n + 1).map_or(said.sentence.span.end, |next| next.start);
        let tally = tallies.iter().find(|tally| tally.start > trigger.end);
        let until = tally.map_or(until, |tally| tally.start.min(until));
        let before: Vec<&Number> = said.counts().take_while(|c| c.span.end <= trigger.start).collect();
        let own = before.iter().rev().find(|c| !said.before(c).contains("结转")).copied();
        let total = own.or(near);
        let Some(total) = total.filter(|t| !t.unit.is_empty()) else { continue };
        let mut division = divided(*said, total, trigger, until);
        let same = || before.iter().filter(|c| c.unit == total.unit).map(|c| c.value);
        // 「20条，其中转载15条、原创5条，财政类5条，共计25条」: the total behind them is of all.
        division.others.extend(tally.map(|tally| tally.number.value));
        division.others.extend(same());
        division.others.extend(same().try_fold(Decimal::ZERO, Decimal::checked_add));
        if division.items.is_empty() && said.text.ends_with(['：', ':']) {
            division.items = listed(said, at, total);
        }
        if division.items.len() >= 2 {
            division.span.end =
                division.items.last().map_or(until, |i| i.number.span.end.max(division.span.end));
            found.push(division);
        }
    }
    found
}

/// Places of the words behind which parts follow, in order.
fn triggers(said: &Said<'_>) -> Vec<Range<usize>> {
    let base = said.sentence.span.start;
    let mut places: Vec<Range<usize>> = TRIGGERS
        .iter()
        .flat_map(|word| said.text.match_indices(word).map(move |(at, _)| base + at..base + at + word.len()))
        .collect();
    // 「文件类（包括政策解读）10条」 divides nothing.
    places.retain(|place| {
        let before = said.folded(base..place.start);
        let open = before.matches(['（', '(']).count() > before.matches(['）', ')']).count();
        let close = said.folded(place.end..said.sentence.span.end).find(['）', ')']).map(|at| place.end + at);
        !open
            || said
                .counts()
                .any(|c| c.span.start > place.end && close.is_none_or(|close| c.span.end <= close))
    });
    places.sort_by_key(|place| place.start);
    // 「在公开的信息中，其中……」 is one.
    places.dedup_by(|later, earlier| {
        said.counts().all(|c| c.span.start < earlier.end || c.span.start > later.start)
    });
    places
}

fn divided<'a>(said: Said<'a>, total: &'a Number, trigger: &Range<usize>, until: usize) -> Division<'a> {
    let until = scope_end(&said, trigger, until);
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut others = Vec::new();
    let mut last_end = trigger.end;
    for number in said.counts().filter(|c| c.span.start >= trigger.end && c.span.end <= until) {
        let label = said.folded(last_end..number.span.start);
        let nested = label.matches(['（', '(']).count() > label.matches(['）', ')']).count();
        if any(label, STOPS).is_some() || label.trim_end().ends_with(['各', '均']) && items.is_empty() {
            // 「共13件，其中公开12件，结转下年度1件」: the parts make what is left of the total.
            let left = total.value.millionths() - number.value.millionths();
            let goes_on =
                label.contains("结转") && number.unit == total.unit && !said.before(total).contains("办结");
            others.extend(goes_on.then(|| Decimal::from_millionths(left)));
            break;
        }
        if number.unit != total.unit || nested {
            if items.len() >= 2 && !nested {
                break;
            }
            continue;
        }
        let behind = said.folded(number.span.end..until);
        let name = if label.trim_matches(['、', '，', ',', '：', ':', '；', ';', ' ']).is_empty() {
            behind.split(['、', '，', ',', '；', '。']).next().unwrap_or_default()
        } else {
            label
        };
        items.push(Item { number, dimension: dimension(name) });
        last_end = number.span.end;
    }
    let tail = said.folded(items.iter().rev().nth(1).map_or(trigger.end, |i| i.number.span.end)..last_end);
    let word = said.folded(trigger.clone());
    let claims = matches!(word, "分别" | "包括" | "具体为" | "具体是")
        || any(tail, &["其他", "其余", "其它"]).is_some();
    let start = if total.span.start >= said.sentence.span.start && total.span.end <= trigger.start {
        total.span.start
    } else {
        trigger.start
    };
    Division { said, total, span: start..last_end, items, others, claims, added: false }
}

/// Where a list ends: at the bracket that closes around it, or at the first 「；」 behind a list with commas.
fn scope_end(said: &Said<'_>, trigger: &Range<usize>, until: usize) -> usize {
    let before = said.folded(said.sentence.span.start..trigger.start);
    let open = before.matches(['（', '(']).count() > before.matches(['）', ')']).count();
    let words = said.folded(trigger.end..until);
    if open {
        return words.find(['）', ')']).map_or(until, |at| trigger.end + at);
    }
    let Some(semicolon) = words.find(['；', ';']).map(|at| trigger.end + at) else { return until };
    let first = said.counts().filter(|c| c.span.start >= trigger.end && c.span.end <= semicolon).count();
    if first >= 2 { semicolon } else { until }
}

/// Parts in lines of their own behind 「包括：」: the first number of each.
fn listed<'a>(said: &Said<'a>, at: usize, total: &Number) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    let mut line = said.sentence.line;
    for sentence in said.words.sentences.iter().skip(at + 1) {
        let text = said.folded(sentence.span.clone());
        if sentence.line == line {
            continue;
        }
        line = sentence.line;
        let label = text.split(['：', ':']).next().unwrap_or_default();
        if label.len() == text.len() || label.chars().count() > 16 {
            break;
        }
        let number = sentence.numbers.iter().find(|n| n.unit == total.unit);
        items.extend(number.map(|number| Item { number, dimension: dimension(label) }));
    }
    items
}
