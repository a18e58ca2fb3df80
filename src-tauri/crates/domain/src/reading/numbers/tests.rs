//! Numbers, shares, dates and marks as reports write them.

use super::*;

fn said(text: &str) -> Vec<String> {
    let (numbers, _) = numbers_of(text, 0);
    numbers.iter().map(|n| format!("{}{:?}{}", n.value, n.bound, n.unit)).collect()
}

#[test]
fn tells_counts_from_marks() {
    assert_eq!(said("公开200条，公开栏100余条，约60件"), ["200Exact条", "100AtLeast条", "60About件"]);
    assert_eq!(said("依据第50条和〔2021〕30号，拨打“12345”热线"), Vec::<String>::new());
    assert_eq!(said("1.机构类5条；2.文件类1,010条"), ["5Exact条", "1010Exact条"]);
    assert_eq!(said("电话028-36511101，5.15政务公开日"), Vec::<String>::new());
    assert_eq!(said("收费2.5万元，发放3万份"), ["2.5Exact万元", "30000Exact份"]);
}

#[test]
fn reads_shares_with_their_decimals() {
    let (numbers, _) = numbers_of("占47.30%，答复率100%", 7);
    let shares: Vec<_> = numbers.iter().map(|n| (n.value.to_string(), n.places, n.kind)).collect();
    assert_eq!(shares, [("47.3".into(), 2, NumberKind::Percent), ("100".into(), 0, NumberKind::Percent)]);
    assert_eq!(numbers[0].span, 10..16);
}

#[test]
fn reads_dates_as_they_are_written() {
    let (numbers, dates) = numbers_of("自2018年1月1日起至2021-12-31止，2月30日，202020年12月", 0);
    assert!(numbers.is_empty());
    let read: Vec<_> = dates.iter().map(|d| (d.year, d.month, d.day)).collect();
    assert_eq!(
        read,
        [
            (Some(2018), Some(1), Some(1)),
            (Some(2021), Some(12), Some(31)),
            (None, Some(2), Some(30)),
            (None, Some(12), None)
        ]
    );
    assert_eq!(dates[3].year_digits, "202020");
}

#[test]
fn reads_small_numbers_in_characters() {
    let read: Vec<_> = ["六", "十二", "二十", "二十五", "6", "百"].map(small_number).into();
    assert_eq!(read, [Some(6), Some(12), Some(20), Some(25), Some(6), None]);
}
