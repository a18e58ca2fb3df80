//! An amount as a notice of the fee sets it out: tier by tier, and in capitals.

use super::{Basis, Fee, FeeStep, thousands};

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];

impl Basis {
    /// 按件, 按量.
    pub fn label(self) -> &'static str {
        match self {
            Self::Applications { .. } => "按件",
            Self::Pages { .. } => "按量",
        }
    }

    pub(super) fn unit(self) -> &'static str {
        match self {
            Self::Applications { .. } => "件",
            Self::Pages { .. } => "页",
        }
    }

    /// What is counted, in a sentence without its stop.
    fn counted(self) -> String {
        match self {
            Self::Pages { pages } => format!("提供政府信息共{pages}页"),
            Self::Applications { before: 0, count } => format!("本自然月内申请共{count}件"),
            Self::Applications { before, count } => {
                format!("本自然月内此前已申请{before}件，本件计{count}件")
            }
        }
    }
}

impl Fee {
    /// Set out for a notice: what was counted, each tier with count, price and amount, the total. A line each.
    pub fn lines(&self) -> Vec<String> {
        let unit = self.basis.unit();
        let tiers = self.steps.iter().map(|step| format!("{}；", step.in_words(unit)));
        let counted = format!("{}；", self.basis.counted());
        let total = format!("合计{}元。", thousands(self.amount));
        std::iter::once(counted).chain(tiers).chain([total]).collect()
    }
}

impl FeeStep {
    /// 「第31—100页：70页×10元＝700元」
    fn in_words(&self, unit: &str) -> String {
        let Self { from, to, price, amount } = self;
        let range = if from == to { from.to_string() } else { format!("{from}—{to}") };
        let count = to - from + 1;
        match price {
            0 => format!("第{range}{unit}：{count}{unit}，不收费"),
            _ => format!("第{range}{unit}：{count}{unit}×{price}元＝{}元", thousands(*amount)),
        }
    }
}

/// 「肆仟柒佰元整」, by 《正确填写票据和结算凭证的基本规定》 (银发〔1997〕393号附一): nothing left out between the digits but
/// noughts, of which one stands for all, and 整 behind whole 元.
pub fn in_capitals(yuan: i64) -> String {
    let digits = yuan.unsigned_abs().to_string();
    let mut out = if yuan < 0 { "负".to_owned() } else { String::new() };
    // A nought to be said before the next digit; whether the group of four had any digit.
    let (mut nought, mut said) = (false, false);
    for (at, digit) in digits.bytes().enumerate() {
        let place = digits.len() - 1 - at;
        let digit = usize::from(digit - b'0');
        if digit == 0 {
            nought = at > 0;
        } else {
            if std::mem::take(&mut nought) {
                out.push_str(DIGITS[0]);
            }
            out.push_str(DIGITS[digit]);
            out.push_str(PLACES[place % 4]);
            said = true;
        }
        if place.is_multiple_of(4) && std::mem::take(&mut said) {
            out.push_str(GROUPS[place / 4]);
        }
    }
    if yuan == 0 {
        out.push_str(DIGITS[0]);
    }
    format!("{out}元整")
}
