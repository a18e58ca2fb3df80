use proptest::prelude::*;

use super::*;

/// Kinds and words of what is found.
fn found(text: &str) -> Vec<(PersonalKind, String)> {
    find(text).into_iter().map(|personal| (personal.kind, personal.text)).collect()
}

fn one(text: &str, kind: PersonalKind, words: &str) {
    assert_eq!(found(text), [(kind, words.to_owned())], "{text}");
}

fn nothing(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn id_numbers_with_a_right_check_digit() {
    use PersonalKind::IdNumber;
    one("身份证号11010519491231002X。", IdNumber, "11010519491231002X");
    one("（11010519491231002x）", IdNumber, "11010519491231002x");
    one("１１０１０５１９４９１２３１００２Ｘ", IdNumber, "１１０１０５１９４９１２３１００２Ｘ");
    one("440524188001010014", IdNumber, "440524188001010014");
    assert_eq!(find("110105194912310021"), [], "a wrong check digit");
    nothing(&[
        "11010519491331002X",
        "9111010519491231002X",
        "11010519491231002XY",
        "11010519491231002",
        "A11010519491231002X",
    ]);
    let personal = &find("身份证号１１０１０５１９４９１２３１００２Ｘ")[0];
    assert_eq!(personal.masked, "1101**********002X");
    assert_eq!(personal.range, 12..12 + 18 * 3);
}

#[test]
fn mobile_telephones_but_no_offices() {
    use PersonalKind::Mobile;
    one("联系张三13904140000。", Mobile, "13904140000");
    one("电话：１３９０４１４００００", Mobile, "１３９０４１４００００");
    one("手机139 0414 0000", Mobile, "139 0414 0000");
    one("手机139-0414-0000，", Mobile, "139-0414-0000");
    one("+8619912345678", Mobile, "8619912345678");
    assert_eq!(found("13904140000、15904140001").len(), 2);
    nothing(&[
        "024-00000000",
        "024-53804140",
        "（0414）13804140",
        "12345热线",
        "12904140000",
        "139041400001",
        "113904140000",
        "投入13904140000元",
        "13904140000.5",
        "0.13904140000",
        "13,904,140,000",
        "XDH13904140000",
        "http://www.xdh.gov.cn/art/13904140000.html",
    ]);
}

#[test]
fn bank_cards_by_their_check_digit() {
    use PersonalKind::BankCard;
    one("卡号6222020200000000006，", BankCard, "6222020200000000006");
    one("4111111111111111", BankCard, "4111111111111111");
    one("4111 1111 1111 1111", BankCard, "4111 1111 1111 1111");
    nothing(&[
        "4111111111111112",
        "411111111111111",
        "0000000000000000",
        "2018000000000006",
        "4111 1111 1111",
    ]);
}

#[test]
fn a_dwelling_beside_a_name() {
    use PersonalKind::Dwelling;
    one("救助张三，住某某村3组12号，每月300元。", Dwelling, "张三，住某某村3组12号");
    one("其中困难群众张三，住某某村3组12号", Dwelling, "张三，住某某村3组12号");
    one("。张三，住某某村3组12号，每月300元。", Dwelling, "张三，住某某村3组12号");
    one("名单：李小明（家住向阳村五组）", Dwelling, "李小明（家住向阳村五组");
    one(
        "王五 家庭住址：清河县幸福街道和平路18号2单元301室",
        Dwelling,
        "王五 家庭住址：清河县幸福街道和平路18号2单元301室",
    );
    one("赵六、和平村４组７号", Dwelling, "赵六、和平村４组７号");
    one("张三，住3组12号", Dwelling, "张三，住3组12号");
    let personal = &find("张三，住某某村3组12号")[0];
    assert_eq!(personal.masked, "张*，住****");
    nothing(&[
        "向阳村3组12号修了路。",
        "下达河乡人民政府，地址：和平路12号",
        "联系人：张三，电话：024-00000000",
        "张三，和平村3组",
        "安置困难群众，住和平村3组",
        "救助张三，和平村3组12号",
        "王庄，3组12号",
        "高山村、和平村3组12号",
        "于洪所，和平路12号",
        "高山村，住户12户",
        "张三任组长，李四任副组长。",
        "乡政府，住建站2号文件",
    ]);
}

#[test]
fn mail_addresses() {
    use PersonalKind::Email;
    one("邮箱zhang.san@example.com。", Email, "zhang.san@example.com");
    one("写信到a_b@163.com.", Email, "a_b@163.com");
    one("ａｂ＠１６３．ｃｏｍ", Email, "ａｂ＠１６３．ｃｏｍ");
    assert_eq!(find("zhang.san@example.com")[0].masked, "z***@example.com");
    nothing(&["@example.com", "a@b", "a@.com", "微信@下达河", "a@1.23"]);
}

#[test]
fn several_in_a_text_stand_in_their_order() {
    let text = "张三，住和平村4组7号，13904140000，11010519491231002X，卡4111111111111111，a@b.cn";
    let kinds: Vec<_> = find(text).into_iter().map(|personal| personal.kind).collect();
    use PersonalKind::*;
    assert_eq!(kinds, [Dwelling, Mobile, IdNumber, BankCard, Email]);
    let masked = masked(text);
    assert_eq!(masked, "张*，住****，139******00，1101**********002X，卡4111********1111，a***@b.cn");
}

/// The check digit of an ID number of 17 digits.
fn with_check(digits: &str) -> String {
    let weights = (0..17).map(|n| 2_u32.pow(17 - n) % 11);
    let sum: u32 = digits.chars().filter_map(|c| c.to_digit(10)).zip(weights).map(|(d, w)| d * w).sum();
    let check = (12 - sum % 11) % 11;
    format!("{digits}{}", if check == 10 { "X".to_owned() } else { check.to_string() })
}

proptest! {
    /// Whatever is typed: ranges are the words they say, none within another, and the masked text says nothing.
    #[test]
    fn any_text(text in "([\\PC\n]{0,8}|[0-9０-９ xＸ-]{1,22}|[张李王三四，住村组号12一 ：（]{1,16}|[a-c.@＠]{1,9}){0,8}") {
        let found = find(&text);
        let mut end = 0;
        for personal in &found {
            prop_assert_eq!(text.get(personal.range.clone()), Some(personal.text.as_str()));
            prop_assert!(personal.range.start >= end && !personal.text.is_empty());
            prop_assert!(personal.masked.contains('*'));
            end = personal.range.end;
        }
        prop_assert_eq!(find(&masked(&text)), []);
    }

    /// Every right ID number is found in any company but digits and letters, and none with a wrong check digit.
    #[test]
    fn every_id_number(region in 110_000_u32..660_000, day in 0_u64..40_000, order in 0_u32..1000,
                       before in "[。，：、身份证 ]{0,3}", wrong in 1_u32..10) {
        let birth = chrono::NaiveDate::from_ymd_opt(1910, 1, 1).unwrap() + chrono::Days::new(day);
        let number = with_check(&format!("{region}{}{order:03}", birth.format("%Y%m%d")));
        let text = format!("{before}{number}。");
        let found = find(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!((found[0].kind, &found[0].text), (PersonalKind::IdNumber, &number));
        if let Some(last) = number.chars().last().and_then(|c| c.to_digit(10)) {
            let other = format!("{}{}", &number[..17], (last + wrong) % 10);
            prop_assert!(find(&other).iter().all(|personal| personal.kind != PersonalKind::IdNumber));
        }
    }
}
