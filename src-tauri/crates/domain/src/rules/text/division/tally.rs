//! A total behind its parts: 「主动公开20条、依申请公开5条，共计25条」. Only a plain list of parts is held
//! against it: where the words give numbers of two levels, compare with another year or take away, the total may
//! be made of some of them alone.

use std::ops::Range;

use super::super::said::{Said, any};
use super::{Dimension, Division, Item, dimension};
use crate::number::Decimal;
use crate::reading::Number;

/// A number that the words say is the total of those before it.
pub(super) struct Tally<'a> {
    /// The total.
    pub number: &'a Number,
    /// Where its words begin.
    pub start: usize,
    /// The numbers are added up whatever they count: 「合计」.
    adds: bool,
    /// All of the year, of which more may be than was told before: 「全年共计」.
    of_the_year: bool,
}

/// Words that add up what was just listed.
const ADDS: &[&str] = &["合计", "总计", "相加"];

/// Words that give a total.
const TOTALS: &[&str] = &["共计", "总共", "一共", "总数", "共"];

/// What may stand before them.
const LEADS: &[&str] =
    &["以上", "上述", "各项", "各类", "两项", "三项", "四项", "两类", "三类", "两者", "三者", "总的", "，"];

/// What may stand between them and the number and says no more than the list did.
const NEUTRAL: &[&str] = &[
    "主动公开",
    "公开",
    "发布",
    "政府",
    "政务",
    "各类",
    "信息",
    "为",
    "是",
    "达",
    "到",
    "有",
    "了",
    "：",
    ":",
    " ",
];

/// Words in a list that is no list of parts.
const NO_PARTS: &[&str] = &[
    "同比",
    "比上",
    "比去",
    "较",
    "增",
    "减",
    "下降",
    "此外",
    "另",
    "累计",
    "截至",
    "废止",
    "失效",
    "清理",
    "撤",
    "删",
    "平均",
    "每",
    "各公开",
    "各发布",
    "各更新",
    "各开展",
    "各召开",
    "各举办",
    "计划",
    "目标",
    "去年",
    "上年公开",
    "往年",
    "历年",
    "其中",
    "包括",
    "分别",
];

/// Words that say why a total is less than its parts.
const ONCE: &[&str] = &["去重", "重复", "剔除", "扣除", "只计一次", "只计1次"];

/// Every total behind its parts, in order.
pub(super) fn tallies<'a>(said: &Said<'a>) -> Vec<Tally<'a>> {
    let may =
        said.text.contains('计') || said.text.contains('共') || any(said.text, &["总数", "相加"]).is_some();
    if !may || any(said.text, ONCE).is_some() {
        return Vec::new();
    }
    said.counts().enumerate().skip(2).filter_map(|(_, number)| tally(said, number)).collect()
}

fn tally<'a>(said: &Said<'a>, number: &'a Number) -> Option<Tally<'a>> {
    let whole = said.before(number);
    let words = whole.trim_start_matches([' ', '，', '、', '；']);
    let start = number.span.start - words.len();
    let of_the_year = words.starts_with("全年") || words.starts_with("本年");
    let mut rest = words.strip_prefix("全年").or_else(|| words.strip_prefix("本年")).unwrap_or(words);
    while let Some(behind) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = behind;
    }
    let after = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word));
    let adds = after(ADDS);
    let mut tail = adds.or_else(|| after(TOTALS))?;
    while let Some(behind) = NEUTRAL.iter().find_map(|word| tail.strip_prefix(word)) {
        tail = behind;
    }
    // Those who are 党员 are men or women too: people are seldom parts of a sum.
    let people = matches!(number.unit, "人" | "名" | "位" | "");
    (tail.is_empty() && !people).then_some(Tally { number, start, adds: adds.is_some(), of_the_year })
}

/// The total with the parts before it; `None` where they are no plain list.
pub(super) fn divided<'a>(
    said: &Said<'a>,
    tally: &Tally<'a>,
    tallies: &[Tally<'a>],
    triggers: &[Range<usize>],
) -> Option<Division<'a>> {
    let total = tally.number;
    let earlier = tallies.iter().map(|t| t.number.span.end).take_while(|end| *end <= tally.start).last();
    let trigger = triggers.iter().map(|t| t.end).take_while(|end| *end <= tally.start).last();
    let open = open_bracket(said, tally.start);
    let from = [earlier, trigger, open].into_iter().flatten().max().unwrap_or(said.sentence.span.start);
    let list = last_list(said, from..tally.start, total)?;
    let items = items(said, list..tally.start, total)?;
    let first = items.first()?.number.span.start;
    let values = |within: Range<usize>| -> Vec<Decimal> {
        let counts = said.counts().filter(|c| c.unit == total.unit && within.contains(&c.span.start));
        counts.map(|c| c.value).collect()
    };
    let parts: Vec<Decimal> = items.iter().map(|item| item.number.value).collect();
    // What stands before 「其中」 or in a list before the 「；」 may be a part of the total too.
    let more = trigger.is_some() || !values(from..list).is_empty();
    let made_of_more = more && makes(&values(said.sentence.span.start..first), &parts, total.value);
    let channels = items.iter().any(|item| item.dimension == Dimension::Channel);
    // A total that is one of its parts is the total of something else: 「收到3件，转交2件，共计3件」.
    if made_of_more
        || parts.contains(&total.value)
        || ends(&parts).contains(&total.value)
        || crosses(said, &items)
        || tally.of_the_year && channels
    {
        return None;
    }
    let span = said.clause(first).start.max(list)..total.span.end;
    Some(Division {
        said: *said,
        total,
        span,
        items,
        others: Vec::new(),
        claims: !tally.of_the_year,
        added: tally.adds,
    })
}

/// Where the bracket begins that the place stands in.
fn open_bracket(said: &Said<'_>, at: usize) -> Option<usize> {
    let start = said.sentence.span.start;
    let mut open = Vec::new();
    for (place, c) in said.folded(start..at).char_indices() {
        match c {
            '（' | '(' => open.push(start + place + c.len_utf8()),
            '）' | ')' => drop(open.pop()),
            _ => {}
        }
    }
    open.last().copied()
}

/// Where the list before the total begins: behind the last 「；」 where that parts lists, at the beginning
/// where it parts numbers. `None` where it does both.
fn last_list(said: &Said<'_>, span: Range<usize>, total: &Number) -> Option<usize> {
    let within = |from: usize, to: usize| {
        said.counts().filter(|c| c.unit == total.unit && c.span.start >= from && c.span.end <= to).count()
    };
    let words = said.folded(span.clone()).trim_end_matches(['；', ';', '，', ' ']);
    let places: Vec<usize> =
        words.match_indices(['；', ';']).map(|(at, sign)| span.start + at + sign.len()).collect();
    let Some(last) = places.last() else { return Some(span.start) };
    if within(*last, span.end) >= 2 {
        return Some(*last);
    }
    let starts = std::iter::once(span.start).chain(places.iter().copied());
    let ends = places.iter().copied().chain([span.end]);
    starts.zip(ends).all(|(from, to)| within(from, to) <= 1).then_some(span.start)
}

/// The parts; `None` where their words say that they are none.
fn items<'a>(said: &Said<'a>, span: Range<usize>, total: &Number) -> Option<Vec<Item<'a>>> {
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut last_end = span.start;
    for number in said.counts().filter(|c| c.span.start >= span.start && c.span.end <= span.end) {
        let inside = said.folded(span.start..number.span.start);
        let nested = inside.matches(['（', '(']).count() > inside.matches(['）', ')']).count();
        if number.unit != total.unit || nested {
            continue;
        }
        let label = said.folded(last_end..number.span.start);
        if any(label, NO_PARTS).is_some() || label.trim_end().ends_with(['各', '均', '每']) {
            return None;
        }
        items.push(Item { number, dimension: dimension(label) });
        last_end = number.span.end;
    }
    let behind = said.folded(last_end..span.end);
    (items.len() >= 2 && any(behind, NO_PARTS).is_none()).then_some(items)
}

/// What the last two, the last three and so on make; not all of them, which is what is held against the total.
fn ends(parts: &[Decimal]) -> Vec<Decimal> {
    let mut sum = Decimal::ZERO;
    let mut sums = Vec::new();
    for part in parts.iter().skip(1).rev() {
        sum = sum.checked_add(*part).unwrap_or(sum);
        sums.push(sum);
    }
    sums.split_off(1.min(sums.len()))
}

/// Whether some of the numbers before a list and some of its parts make the total.
fn makes(before: &[Decimal], parts: &[Decimal], total: Decimal) -> bool {
    let all: Vec<i64> = before.iter().chain(parts).map(|value| value.millionths()).collect();
    // More numbers than anybody lists: nothing is said of them.
    if all.len() > 12 {
        return true;
    }
    let mut sums = vec![0_i64];
    for value in &all {
        let more: Vec<i64> = sums.iter().map(|sum| sum.saturating_add(*value)).collect();
        sums.extend(more);
    }
    let alone = before.contains(&total);
    !alone && sums.contains(&total.millionths())
}

/// 「收到8件，答复7件」 are no parts of one total: what is done is done with what came.
fn crosses(said: &Said<'_>, items: &[Item<'_>]) -> bool {
    ["收到", "受理", "答复", "办结", "办理", "制发", "整改", "转办", "采纳", "满意"].iter().any(|word| {
        let with = items.iter().filter(|item| said.before(item.number).contains(word)).count();
        // 「受理书面申请5件、网络申请4件」 says it once, of all.
        let first = items.first().is_some_and(|item| said.before(item.number).contains(word));
        with > 0 && with < items.len() && !(first && with == 1)
    })
}
