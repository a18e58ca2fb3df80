//! Texts as the web gives them back: made up, with the faults that published reports have.

use super::*;

const TEXT: &str = "当前位置：首页 > 年报\n青石岭镇2022年政府信息公开工作年度报告 发布时间：2023-01-20\n\
    本报告由青石岭镇人民政府编制。统计期限自2022年1月1日起至2022年12月31日止。\n\
    一、总体情况\n（一）主动公开。全年公开30条。\n\
    二、主动公开政府信息的情况\n第二十条第(一)项 | 规章 | 0 | 0 | 0 | 行政规范性文件(含办法) | 2 | 1 | 5 |\n\
    第二十条第(五)项 行政许可 12\n第二十条第(六)项 行政处罚 3 行政强制 0…\n\
    三、收到和处理政府信息公开申请的情况\n一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n\
    二、上年结转政府信息公开申请数量 0×7\n三、本年度办理结果 (一)予以公开 3 0 0 0 0 0\n\
    四、政府信息公开行政复议、行政诉讼情况\n总计 0 0 0 1 1 0×10\n\
    五、存在的问题及改进情况\n宣传不够。今后改进。\n六、其他需要报告事项\n无。\n青石岭镇人民政府\n2023年1月18日\n上一篇：通知";

fn read_all() -> Dossier {
    read(TEXT, Known::default()).unwrap()
}

#[test]
fn finds_title_year_office_and_signature() {
    let dossier = read_all();
    assert_eq!(dossier.title, "青石岭镇2022年政府信息公开工作年度报告");
    assert_eq!((dossier.year, dossier.format.id.as_str()), (2022, "2021"));
    assert_eq!(dossier.office.name, "青石岭镇人民政府");
    assert_eq!(dossier.signed_on, chrono::NaiveDate::from_ymd_opt(2023, 1, 18));
    assert!(dossier.scope.is_whole(), "{:?}", dossier.scope);
}

#[test]
fn finds_the_parts_by_their_headings() {
    let dossier = read_all();
    let ids: Vec<&str> = dossier.parts.iter().map(|p| p.id.as_str()).collect();
    let expected = ["preamble", "overview", "disclosure", "application", "dispute", "problems", "others", ""];
    assert_eq!(ids, expected);
    assert_eq!(dossier.part("problems").unwrap().text, "宣传不够。今后改进。");
    assert_eq!(dossier.part("others").unwrap().text, "无。");
    assert!(dossier.parts[7].text.contains("当前位置") && dossier.parts[7].text.contains("上一篇"));
}

#[test]
fn reads_cells_and_leaves_out_what_is_unreadable() {
    let dossier = read_all();
    let value = |id: &str| dossier.figures.value(id).map(|v| v.text());
    assert_eq!(value("t2.normative.in_force").as_deref(), Some("5"));
    assert_eq!(value("t2.permit").as_deref(), Some("12"));
    assert_eq!(value("t2.penalty").as_deref(), Some("3"));
    assert_eq!(value("t2.coercion"), None, "「0…」 is not readable");
    assert_eq!(value("t3.new.total").as_deref(), Some("3"));
    assert_eq!(value("t3.carried.total").as_deref(), Some("0"));
    assert_eq!(value("t3.result.granted.total"), None, "six numbers for seven columns");
    assert_eq!(value("t4.reconsideration.total").as_deref(), Some("1"));
}

#[test]
fn a_cut_text_knows_that_it_is_cut() {
    let dossier =
        read("二、主动公开政府信息情况\n公开12条。……[截断]", Known { year: Some(2019), ..Known::default() })
            .unwrap();
    assert!(dossier.scope.headless && dossier.scope.cut);
    assert_eq!(dossier.parts[0].id, "disclosure");
    assert!(read("没有年份", Known::default()).is_err());
}

#[test]
fn columns_of_another_form_are_not_read() {
    let text = "某镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量 规章 0 0 0 规范性文件 2 2 9";
    let dossier = read(text, Known::default()).unwrap();
    assert_eq!(dossier.figures.cells().count(), 0);
    let dossier = read(text, Known { format: Some("2019"), ..Known::default() }).unwrap();
    assert_eq!(dossier.figures.value("t2.normative.public_total"), Some(Quantity::count(9)));
    assert_eq!(dossier.due_format, "2021");
}
