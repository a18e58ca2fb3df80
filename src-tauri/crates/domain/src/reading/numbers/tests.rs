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

/// What is read out of sentences, each with its expectation.
fn all_read(sentences: &[(&str, &[&str])]) {
    for (text, expected) in sentences {
        assert_eq!(said(text), *expected, "{text}");
    }
}

#[test]
fn reads_counts_in_characters() {
    all_read(&[
        ("共受理申请十五件", &["15Exact件"]),
        ("主动公开信息二十三条。", &["23Exact条"]),
        ("公开栏更新一百零二次，", &["102Exact次"]),
        ("收到公开申请两件，均已答复", &["2Exact件"]),
        ("收到两件申请", &["2Exact件"]),
        ("收到一件申请", &["1Exact件"]),
        ("受理申请一件。", &["1Exact件"]),
        ("发布信息三千余条", &["3000AtLeast条"]),
        ("发布信息百余条，逾千条，近百条", &["100AtLeast条", "1000AtLeast条", "100About条"]),
        ("发放资料一万两千份", &["12000Exact份"]),
        ("发放资料一万零五十份", &["10050Exact份"]),
        ("发放资料约两百份、三百多份、十几份", &["200About份", "300AtLeast份", "10AtLeast份"]),
        ("接待群众一百二十人次", &["120Exact人次"]),
        ("收取信息处理费三百元，", &["300Exact元"]),
        ("投入二十万元，", &["20Exact万元"]),
        ("网上五件，线下三件", &["5Exact件", "3Exact件"]),
        ("公布事项二十三项，其中许可五项", &["23Exact项", "5Exact项"]),
        ("其中一条公告、十一条动态、二十条提案", &["1Exact条", "11Exact条", "20Exact条"]),
        ("召开三次会议、培训两次", &["3Exact次", "2Exact次"]),
        ("接到案件一起。", &["1Exact起"]),
        ("不足二十条，二十条以上，二十条左右", &["20About条", "20AtLeast条", "20About条"]),
        ("（网站二十条，广播六条）", &["20Exact条", "6Exact条"]),
        ("受理申请十五件、3件", &["15Exact件", "3Exact件"]),
    ]);
}

#[test]
fn characters_that_count_nothing() {
    let read: Vec<_> = [
        "根据《条例》第三十三条的规定",
        "依照《条例》第二十一条、二十二条",
        "依照第二十、二十一条",
        "依照第二十至二十三条",
        "依照《条例》二十一条办理",
        "按照条例五十条的要求",
        "一是加强领导，二是完善制度，三是督促落实",
        "公开三公经费、三农信息",
        "按照十三五规划和十三五期间的安排",
        "提供一站式服务，高效办成一件事",
        "围绕两个一百年奋斗目标",
        "逐条一一核对，统一发布，同一件只计一次性",
        "推行四议两公开，双随机一公开",
        "第一季度、五一期间、十一期间更新",
        "学习党的十八大、二十大精神",
        "干部与群众一起，共同监督",
        "没有一件逾期，不漏一件",
        "最多跑一次，一次办好，一次性告知",
        "每季度两次，每月至少召开一次，一年一次",
        "一村一册，一件一件核对，一条一条梳理",
        "上一次，前三次，以下三条",
        "“一件事”改革，“十条”措施",
        "三五条、七八件、一一件、一百二条",
        "完成十件民生实事，落实三项制度，确定五名联络员",
        "百件实事，千家万户，数十条，几百件，上百条",
        "主要做法有三条：",
        "百分之九十五的群众满意",
        "三级审核、八部分、四方面、两大类、一部分",
        "一条信息只计一次发布、一份档案",
        "二〇二四年十二月三十一日",
        "第十九次会议、第三批、第二期",
        "中央八项规定，二十四条规定",
        "零投诉、零件",
        "半年一次，三次产业，一二三产业",
        "一则压实责任，二则强化监督",
        "由三人民主推选，十人员",
    ]
    .into_iter()
    .map(|text| (text, said(text)))
    .filter(|(_, numbers)| !numbers.is_empty())
    .collect();
    assert_eq!(read, vec![]);
}

#[test]
fn reads_wide_digits_and_scales() {
    all_read(&[
        ("受理１５件", &["15Exact件"]),
        ("发布1.2万条", &["12000Exact条"]),
        ("发布1万2千条", &["12000Exact条"]),
        ("发布1万2千余条", &["12000AtLeast条"]),
        ("发布3千条、3千5百条、2百余条", &["3000Exact条", "3500Exact条", "200AtLeast条"]),
        ("发布1.2万多条", &["12000AtLeast条"]),
        ("收费2.5万元，1千元", &["2.5Exact万元", "1000Exact元"]),
        ("发放肥料3千克", &["3Exact"]),
        ("不超过30条，不少于30条", &["30About条", "30AtLeast条"]),
    ]);
}

fn years(text: &str) -> Vec<i32> {
    numbers_of(text, 0).1.into_iter().filter_map(|date| date.year).collect()
}

#[test]
fn reads_years_of_two_digits() {
    for (text, expected) in [
        ("24年12月31日", &[2024][..]),
        ("24年，我镇公开信息30条", &[2024]),
        ("24年共公开信息30条", &[2024]),
        ("24年度公开信息30条", &[2024]),
        ("截至24年底", &[2024]),
        ("比23年增加5条", &[2023]),
        ("较23年的280条增加5条", &[2023]),
        ("与23年相比", &[2023]),
        ("24年上半年", &[2024]),
        ("2024—25年", &[2024, 2025]),
        ("2024-25年度", &[2024, 2025]),
        ("2023、2024年", &[2023, 2024]),
        ("2023至2024年", &[2023, 2024]),
        ("24—25年", &[2024, 2025]),
        ("24年前三季度", &[2024]),
        ("２４年１２月", &[2024]),
        ("下达河乡24年政府信息公开工作年度报告", &[2024]),
    ] {
        assert_eq!(years(text), expected, "{text}");
    }
}

#[test]
fn lengths_of_time_are_no_years() {
    let read: Vec<_> = [
        "24年来",
        "近20年",
        "20年期",
        "满5年",
        "满20年的",
        "20年以来",
        "工作20年",
        "从事政务公开20年的同志",
        "保管期限分永久、30年、10年",
        "保存期限为30年。",
        "10年前",
        "20年后公开",
        "15—20年",
        "10-30年",
        "20年间共发布信息",
        "连续20年",
        "长达15年",
        "超过20年度",
        "20年，30年。",
        "99年",
        "建站20年，",
        "每10年一次",
        "百年",
    ]
    .into_iter()
    .filter(|text| !years(text).is_empty())
    .collect();
    assert_eq!(read, Vec::<&str>::new());
}
