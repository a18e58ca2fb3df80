//! Shares in the words with the numbers they are made of: 「209条，占92.47%」. What the rules on
//! percentages look at.

use super::said::{Said, any, said};
use crate::number::Decimal;
use crate::reading::{Bound, Number};
use crate::rules::Dossier;

/// A share and what it is a share of.
pub(super) struct Share<'a> {
    /// The sentence.
    pub said: Said<'a>,
    /// The share.
    pub percent: &'a Number,
    /// The part.
    pub of: &'a Number,
    /// The whole; `None` where the words do not give it.
    pub total: Option<&'a Number>,
}

/// Words between a number and its share that make it a share of something else.
const ELSEWHERE: &[&str] = &["全县", "全市", "全省", "全区", "同比", "增长", "满意"];

/// Every share that follows its number. The whole stands in the sentence, or before it: in its line or the line above.
pub(super) fn shares(dossier: &Dossier) -> Vec<Share<'_>> {
    let mut found = Vec::new();
    let mut head: Option<(&str, usize, &Number)> = None;
    for said in said(dossier) {
        let part = said.part.id.as_str();
        let near = || {
            let (at, line, number) = head?;
            let before = said.sentence.line.saturating_sub(line);
            (at == part && (before == 0 || before == 1 && !under_a_heading(&said))).then_some(number)
        };
        for percent in said.percents() {
            let Some(of) = said.counts().take_while(|c| c.span.end <= percent.span.start).last() else {
                continue;
            };
            let between = said.folded(of.span.end..percent.span.start);
            let is_share =
                any(between, &["占", "比例", "比重"]).is_some() && any(between, ELSEWHERE).is_none();
            if is_share && between.chars().count() <= 24 && of.bound == Bound::Exact {
                let own = said.counts().find(|c| c.span.end < of.span.start && c.unit == of.unit);
                let first = own
                    .filter(|c| any(said.before(c), &["共", "总", "累计", "公开政府信息", "收到"]).is_some());
                let total = first.or(near().filter(|n| n.unit == of.unit));
                let total = total
                    .filter(|t| t.bound == Bound::Exact && t.value >= of.value && t.value > Decimal::ZERO);
                found.push(Share { said, percent, of, total });
            }
        }
        let sums = any(said.text, &["共", "累计", "总", "主动公开", "受理", "收到", "中"]).is_some();
        if let Some(first) = said.counts().find(|c| !c.unit.is_empty()).filter(|_| sums) {
            head = Some((part, said.sentence.line, first));
        }
    }
    found
}

/// The sentence's line begins with 「（三）」: what was said before belongs to another matter.
fn under_a_heading(said: &Said<'_>) -> bool {
    let line = said.words.text.split('\n').nth(said.sentence.line).unwrap_or_default().trim_start();
    line.strip_prefix(['（', '('])
        .is_some_and(|rest| rest.starts_with(|c| "一二三四五六七八九十".contains(c)))
}

impl Share<'_> {
    /// What the share should be, in millionths of a hundredth; `None` without a whole.
    pub fn due(&self) -> Option<i64> {
        let total = i128::from(self.total?.value.millionths());
        let part = i128::from(self.of.value.millionths());
        i64::try_from((part * 100_000_000 + total / 2) / total).ok()
    }
}

/// Half of the last place that is written, in millionths.
pub(super) fn half_a_place(places: usize) -> i64 {
    500_000 / 10_i64.pow(u32::try_from(places.min(6)).unwrap_or(6))
}
