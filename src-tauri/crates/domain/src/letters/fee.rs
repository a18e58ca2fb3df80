//! 收费通知: what it says of the fee comes from the case's own notice of it, reckoned by 国办函〔2020〕109号.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::clock::{Event, What};
use crate::fees::{Basis, fee, in_capitals, thousands};
use crate::number::whole;

/// The amount in capitals stands where this name does.
pub(super) const CAPITALS: &str = "金额大写";
/// The clerk's place for the amount.
const AMOUNT: &str = "费用金额";

/// The case's notice of the fee.
struct Notice<'a> {
    yuan: i64,
    basis: Option<Basis>,
    reduction: i64,
    reason: &'a str,
}

fn notice(events: &[Event]) -> Option<Notice<'_>> {
    events.iter().find_map(|event| match &event.what {
        What::FeeNotice { yuan, basis, reduction, reason } => {
            Some(Notice { yuan: *yuan, basis: *basis, reduction: *reduction, reason: reason.trim() })
        }
        _ => None,
    })
}

/// What the places of the letter start with; nothing where the case has no notice of a fee.
pub(super) fn given(events: &[Event], received_on: NaiveDate) -> Vec<(&'static str, String)> {
    let Some(notice) = notice(events) else { return Vec::new() };
    let reckoned = notice.basis.and_then(|basis| fee(received_on, basis).ok());
    let reduction = if notice.reduction > 0 { notice.reduction.to_string() } else { String::new() };
    vec![
        ("计收方式", notice.basis.map(|basis| basis.label().to_owned()).unwrap_or_default()),
        ("费用计算", reckoned.map(|fee| fee.lines().join("\n")).unwrap_or_default()),
        (AMOUNT, notice.yuan.to_string()),
        ("减免金额", reduction),
        ("减免理由", notice.reason.to_owned()),
    ]
}

/// What the clerk has to do first, where the letter cannot be written from the case; also beside the places that
/// stay empty so long.
pub fn fee_advice(events: &[Event]) -> Option<&'static str> {
    match notice(events) {
        None => Some(
            "先在办理过程里登记「发出收费通知」，选按件或者按量、填写数量，计收方式、分档计算和金额就会写到这里",
        ),
        Some(Notice { basis: None, .. }) => Some(
            "办理过程里的「发出收费通知」没有登记数量：改正那一步，选按件或者按量、填写数量，分档计算就会写到这里；也可以自己写",
        ),
        Some(_) => None,
    }
}

/// The amount in capitals; it follows the amount that the clerk wrote.
pub(super) fn capitals(values: &BTreeMap<String, String>) -> Option<(String, String)> {
    let yuan = whole(values.get(AMOUNT)?)?;
    Some((CAPITALS.to_owned(), format!("人民币{}", in_capitals(yuan))))
}

/// An amount that is missing is named once, not a second time for its capitals.
pub(super) fn named_once(holes: &mut Vec<String>) {
    if holes.iter().any(|hole| hole == AMOUNT) {
        holes.retain(|hole| hole != CAPITALS);
    }
}

/// Where the letter and the case say different amounts, in sentences.
pub(super) fn differences(events: &[Event], received_on: NaiveDate, lines: &[String]) -> Vec<String> {
    let Some(notice) = notice(events) else { return Vec::new() };
    let text = lines.join("\n");
    let held = thousands(notice.yuan);
    let mut found = Vec::new();
    match said(&text) {
        Some(yuan) if yuan != notice.yuan => found.push(format!(
            "这份通知写的应缴金额是{}元，办理过程里登记的是{held}元：请改正文书，或者先改正办理过程里的「发出收费通知」",
            thousands(yuan)
        )),
        None if !text.contains(&format!("{held}元")) && !text.contains(&format!("{}元", notice.yuan)) => {
            found.push(format!("正文里没有写办理过程里登记的应缴金额{held}元，请核对"));
        }
        _ => {}
    }
    let capitals = in_capitals(notice.yuan);
    if found.is_empty() && text.contains("大写") && !text.contains(&format!("人民币{capitals}")) {
        found.push(format!("大写金额与应缴金额{held}元不一致，应写“人民币{capitals}”"));
    }
    let reckoned = notice.basis.and_then(|basis| fee(received_on, basis).ok()).map(|fee| fee.amount);
    if let Some(amount) = reckoned.filter(|amount| amount - notice.reduction != notice.yuan) {
        found.push(format!(
            "按登记的数量计算是{}元，减免{}元，与登记的应缴金额{held}元不一致：请改正办理过程里的「发出收费通知」",
            thousands(amount),
            thousands(notice.reduction)
        ));
    }
    found
}

/// The amount behind 应缴金额.
fn said(text: &str) -> Option<i64> {
    let (_, behind) = text.split_once("应缴金额")?;
    let digits: String =
        crate::number::narrow(behind.trim_start_matches(['为', '是', '：', '人', '民', '币']))
            .chars()
            .take_while(|c| c.is_ascii_digit() || *c == ',')
            .collect();
    whole(&digits)
}
