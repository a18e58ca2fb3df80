//! 信息处理费 by the measure of 2020 (国办函〔2020〕109号, in force from 2021-01-01): by applications or by pages,
//! each in progressive tiers, one of the two for each application.
//!
//! Every amount shows its steps, so that the notice of the fee can say how it came about.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Failure;

mod words;

pub use words::in_capitals;

/// Working days to pay, from the day after the notice was received.
pub const PAYMENT_DAYS: u32 = 20;
/// Applications of one applicant in a calendar month that cost nothing.
pub const FREE_APPLICATIONS: u32 = 10;
/// Pages that cost nothing.
pub const FREE_PAGES: u32 = 30;
/// Beyond this a number is a slip of the pen.
const MOST: u32 = 100_000;

/// The day the measure came into force.
pub fn begin() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 1, 1).unwrap_or(NaiveDate::MIN)
}

/// What an application is charged by. Choosing one leaves the other out: never both for one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Basis {
    /// 按件: how many the same applicant had already filed in the calendar month, and how many this one
    /// counts for (一事一申请: one that asks for several things may be split).
    Applications {
        /// Filed earlier in the month.
        before: u32,
        /// Of this one.
        count: u32,
    },
    /// 按量: pages, or what they would be on paper.
    Pages {
        /// How many.
        pages: u32,
    },
}

/// One tier's part of an amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FeeStep {
    /// First of the tier that is charged here.
    pub from: u32,
    /// Last of it.
    pub to: u32,
    /// 元 for each.
    pub price: i64,
    /// 元.
    pub amount: i64,
}

/// An amount with its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fee {
    /// What it was charged by.
    pub basis: Basis,
    /// 元.
    pub amount: i64,
    /// Tier by tier, the free one too.
    pub steps: Vec<FeeStep>,
    /// In one sentence.
    pub text: String,
}

/// Both ways for one application, so that the office can choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Options {
    /// By applications.
    pub by_applications: Fee,
    /// By pages.
    pub by_pages: Fee,
}

/// What is to be paid after a reduction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Payable {
    /// By the measure.
    pub fee: Fee,
    /// 减免, in 元.
    pub reduction: i64,
    /// Why; empty without one.
    pub reason: String,
    /// To be paid, in 元.
    pub amount: i64,
}

/// The fee of one application.
///
/// # Errors
/// `fees.number` where a number is 0 or cannot be meant; `fees.early` before the measure came into force.
pub fn fee(received_on: NaiveDate, basis: Basis) -> Result<Fee, Failure> {
    if received_on < begin() {
        return Err(Failure::new(
            "fees.early",
            format!("{} 年收到的申请不适用信息处理费的办法", received_on.year()),
            "办法自 2021年1月1日 起施行；以前的检索、复制、邮寄成本费请直接记入收费及减免。",
        ));
    }
    let unit = basis.unit();
    let (before, count) = match basis {
        Basis::Applications { before, count } => (before, count),
        Basis::Pages { pages } => (0, pages),
    };
    if count == 0 || count > MOST || before > MOST {
        let wrong = if before > MOST { before } else { count };
        return Err(Failure::new(
            "fees.number",
            format!("「{wrong}{unit}」不能计算信息处理费"),
            format!("请填 1 到 {MOST} 之间的{unit}数。"),
        ));
    }
    let price: fn(u32) -> (u32, i64) = match basis {
        Basis::Applications { .. } => application_tier,
        Basis::Pages { .. } => page_tier,
    };
    let steps = progressive(before, count, price);
    let amount = steps.iter().map(|s| s.amount).sum();
    let text = text(&steps, amount, unit);
    Ok(Fee { basis, amount, steps, text })
}

/// Both ways for one application.
///
/// # Errors
/// As [`fee`].
pub fn options(received_on: NaiveDate, before: u32, count: u32, pages: u32) -> Result<Options, Failure> {
    Ok(Options {
        by_applications: fee(received_on, Basis::Applications { before, count })?,
        by_pages: fee(received_on, Basis::Pages { pages })?,
    })
}

/// A fee with a reduction (减免).
///
/// # Errors
/// `fees.reduction` where it is negative, more than the fee, or without a reason.
pub fn reduced(fee: Fee, reduction: i64, reason: &str) -> Result<Payable, Failure> {
    let fault = if reduction < 0 {
        Some("减免金额不能小于 0".to_owned())
    } else if reduction > fee.amount {
        Some(format!("减免 {} 元超过了应收的 {} 元", thousands(reduction), thousands(fee.amount)))
    } else if reduction > 0 && reason.trim().is_empty() {
        Some("有减免，但没有写理由".to_owned())
    } else {
        None
    };
    match fault {
        Some(message) => Err(Failure::new("fees.reduction", message, "请核对减免金额和理由。")),
        None => {
            let amount = fee.amount - reduction;
            Ok(Payable { fee, reduction, reason: reason.trim().to_owned(), amount })
        }
    }
}

/// The last of the tier that the n-th application falls in, and its price: 10 free, 11–30 at 100 元, then ten
/// by ten 100 元 more.
fn application_tier(n: u32) -> (u32, i64) {
    match n {
        0..=10 => (FREE_APPLICATIONS, 0),
        11..=30 => (30, 100),
        _ => {
            let tier = (n - 31) / 10;
            (30 + (tier + 1) * 10, 200 + i64::from(tier) * 100)
        }
    }
}

/// 30 pages free, 31–100 at 10 元, 101–200 at 20 元, from 201 on at 40 元.
fn page_tier(n: u32) -> (u32, i64) {
    match n {
        0..=30 => (FREE_PAGES, 0),
        31..=100 => (100, 10),
        101..=200 => (200, 20),
        _ => (u32::MAX, 40),
    }
}

fn progressive(before: u32, count: u32, tier: fn(u32) -> (u32, i64)) -> Vec<FeeStep> {
    let last = before.saturating_add(count);
    let mut steps = Vec::new();
    let mut from = before + 1;
    while from <= last {
        let (end, price) = tier(from);
        let to = end.min(last);
        steps.push(FeeStep { from, to, price, amount: price * i64::from(to - from + 1) });
        from = to + 1;
    }
    steps
}

/// 「第1—10件不收费；第11—30件 20件×100元＝2,000元；第31—35件 5件×200元＝1,000元；合计 3,000元」
fn text(steps: &[FeeStep], amount: i64, unit: &str) -> String {
    let mut said: Vec<String> = steps
        .iter()
        .map(|s| {
            let range = if s.from == s.to { s.from.to_string() } else { format!("{}—{}", s.from, s.to) };
            if s.price == 0 {
                return format!("第{range}{unit}不收费");
            }
            let count = s.to - s.from + 1;
            format!("第{range}{unit} {count}{unit}×{}元＝{}元", s.price, thousands(s.amount))
        })
        .collect();
    said.push(if amount == 0 { "不收费".to_owned() } else { format!("合计 {}元", thousands(amount)) });
    said.join("；")
}

/// 3,000
pub fn thousands(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = if n < 0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
