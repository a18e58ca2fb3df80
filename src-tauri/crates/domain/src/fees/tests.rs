use proptest::prelude::*;

use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 9, 25).unwrap()
}

fn by_applications(before: u32, count: u32) -> Fee {
    fee(day(), Basis::Applications { before, count }).unwrap()
}

fn by_pages(pages: u32) -> Fee {
    fee(day(), Basis::Pages { pages }).unwrap()
}

#[test]
fn applications_at_the_edges_of_the_tiers() {
    let right = [
        (1, 0),
        (10, 0),
        (11, 100),
        (15, 500),
        (30, 2000),
        (31, 2200),
        (35, 3000),
        (40, 4000),
        (41, 4300),
        (50, 7000),
        (51, 7400),
    ];
    for (count, amount) in right {
        assert_eq!(by_applications(0, count).amount, amount, "{count}件");
    }
}

#[test]
fn pages_at_the_edges_of_the_tiers() {
    let right =
        [(1, 0), (30, 0), (31, 10), (57, 270), (100, 700), (101, 720), (200, 2700), (201, 2740), (250, 4700)];
    for (pages, amount) in right {
        assert_eq!(by_pages(pages).amount, amount, "{pages}页");
    }
}

#[test]
fn the_steps_are_shown() {
    assert_eq!(
        by_applications(0, 35).text,
        "第1—10件不收费；第11—30件 20件×100元＝2,000元；第31—35件 5件×200元＝1,000元；合计 3,000元"
    );
    assert_eq!(
        by_pages(250).text,
        "第1—30页不收费；第31—100页 70页×10元＝700元；第101—200页 100页×20元＝2,000元；第201—250页 50页×40元＝2,000元；合计 4,700元"
    );
    assert_eq!(by_applications(10, 1).text, "第11件 1件×100元＝100元；合计 100元");
    assert_eq!(by_pages(12).text, "第1—12页不收费；不收费");
}

#[test]
fn a_notice_sets_it_out_tier_by_tier() {
    let pages = [
        "提供政府信息共250页；",
        "第1—30页：30页，不收费；",
        "第31—100页：70页×10元＝700元；",
        "第101—200页：100页×20元＝2,000元；",
        "第201—250页：50页×40元＝2,000元；",
        "合计4,700元。",
    ];
    assert_eq!(by_pages(250).lines(), pages);
    let applications = ["本自然月内此前已申请14件，本件计1件；", "第15件：1件×100元＝100元；", "合计100元。"];
    assert_eq!(by_applications(14, 1).lines(), applications);
    assert_eq!(by_applications(0, 35).lines()[0], "本自然月内申请共35件；");
}

/// 银发〔1997〕393号附一第二条、第三条.
#[test]
fn amounts_in_capitals() {
    let right = [
        (0, "零元整"),
        (10, "壹拾元整"),
        (270, "贰佰柒拾元整"),
        (1_005, "壹仟零伍元整"),
        (4_700, "肆仟柒佰元整"),
        (10_000, "壹万元整"),
        (105_000, "壹拾万零伍仟元整"),
        (100_001, "壹拾万零壹元整"),
        (1_680_032, "壹佰陆拾捌万零叁拾贰元整"),
        (100_000_000, "壹亿元整"),
        (200_030_400, "贰亿零叁万零肆佰元整"),
        (-20, "负贰拾元整"),
    ];
    for (yuan, words) in right {
        assert_eq!(in_capitals(yuan), words);
    }
    assert!(in_capitals(i64::MAX).ends_with("元整"));
}

#[test]
fn each_application_is_charged_by_one_of_both() {
    let both = options(day(), 14, 1, 57).unwrap();
    assert_eq!((both.by_applications.amount, both.by_pages.amount), (100, 270));
}

#[test]
fn what_cannot_be_charged_is_refused() {
    let code = |on, basis| fee(on, basis).unwrap_err().code;
    assert_eq!(code(day(), Basis::Pages { pages: 0 }), "fees.number");
    assert_eq!(code(day(), Basis::Pages { pages: 1_000_000 }), "fees.number");
    assert_eq!(code(day(), Basis::Applications { before: u32::MAX, count: 1 }), "fees.number");
    assert_eq!(code(begin().pred_opt().unwrap(), Basis::Pages { pages: 50 }), "fees.early");
    assert!(fee(begin(), Basis::Pages { pages: 50 }).is_ok());
}

#[test]
fn a_reduction_has_a_reason_and_an_end() {
    let payable = reduced(by_pages(57), 70, "低保户").unwrap();
    assert_eq!((payable.amount, payable.reduction), (200, 70));
    assert_eq!(reduced(by_pages(57), 0, "").unwrap().amount, 270);
    for (reduction, reason) in [(271, "低保户"), (-1, "低保户"), (10, " ")] {
        assert_eq!(reduced(by_pages(57), reduction, reason).unwrap_err().code, "fees.reduction");
    }
}

proptest! {
    #[test]
    fn a_month_costs_the_same_however_it_is_split(parts in prop::collection::vec(1_u32..20, 1..12)) {
        let total = parts.iter().sum();
        let (mut before, mut sum) = (0, 0);
        for part in parts {
            sum += by_applications(before, part).amount;
            before += part;
        }
        prop_assert_eq!(sum, by_applications(0, total).amount);
    }

    #[test]
    fn steps_follow_each_other_and_add_up(pages in 1_u32..5000) {
        let fee = by_pages(pages);
        prop_assert_eq!(fee.steps.iter().map(|s| s.amount).sum::<i64>(), fee.amount);
        prop_assert!(fee.steps.windows(2).all(|w| w[0].to + 1 == w[1].from && w[0].price < w[1].price));
        prop_assert_eq!(fee.steps.last().unwrap().to, pages);
    }
}
