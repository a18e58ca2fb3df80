//! A report in the form of 2021 with its three statutory tables.

use paper::{Align, Block, Cell, Document, Signature, Table, TableRow};

use super::{day, meta};

fn head(text: &str, columns: usize, rows: usize) -> Cell {
    Cell::head(text).spanning(columns, rows)
}

fn fixed(columns: Vec<f64>, rows: Vec<TableRow>) -> Block {
    let table = Table { columns, rows, size_pt: Some(10.5), least_pt: Some(9.0), ..Table::default() };
    Block::Table(table)
}

fn label(text: &str) -> Cell {
    Cell::new(text, Align::Left)
}

fn numbers(count: usize) -> impl Iterator<Item = Cell> {
    (0..count).map(|_| Cell::new("0", Align::Center))
}

fn disclosures() -> Block {
    let section = |text: &str| TableRow { header: false, cells: vec![head(text, 4, 1)] };
    let heads = |words: &[&str]| TableRow {
        header: false,
        cells: words.iter().map(|w| Cell::head(*w).spanning(4 / words.len(), 1)).collect(),
    };
    let four = |text: &str, values: [&str; 3]| TableRow {
        header: false,
        cells: std::iter::once(label(text)).chain(values.map(|v| Cell::new(v, Align::Center))).collect(),
    };
    let two = |text: &str, value: &str| TableRow {
        header: false,
        cells: vec![label(text).spanning(2, 1), Cell::new(value, Align::Center).spanning(2, 1)],
    };
    let rows = vec![
        section("第二十条第（一）项"),
        heads(&["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]),
        four("规章", ["0", "0", "0"]),
        four("行政规范性文件", ["2", "1", "7"]),
        section("第二十条第（五）项"),
        heads(&["信息内容", "本年处理决定数量"]),
        two("行政许可", "26"),
        section("第二十条第（六）项"),
        heads(&["信息内容", "本年处理决定数量"]),
        two("行政处罚", "0"),
        two("行政强制", "0"),
        section("第二十条第（八）项"),
        heads(&["信息内容", "本年收费金额（单位：万元）"]),
        two("行政事业性收费", "0"),
    ];
    fixed(vec![2.2, 1.0, 1.0, 1.0], rows)
}

const RESULTS: [(&str, &[&str]); 3] = [
    (
        "（三）不予公开",
        &[
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ],
    ),
    (
        "（四）无法提供",
        &["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"],
    ),
    (
        "（五）不予处理",
        &["1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请"],
    ),
];

fn applications() -> Block {
    let top = |cells: Vec<Cell>| TableRow { header: true, cells };
    let mut rows = vec![
        top(vec![
            head("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
            head("申请人情况", 7, 1),
        ]),
        top(vec![head("自然人", 1, 2), head("法人或其他组织", 5, 1), head("总计", 1, 2)]),
        top(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map(Cell::head).to_vec()),
    ];
    let across = |text: &str| TableRow {
        header: false,
        cells: std::iter::once(label(text).spanning(3, 1)).chain(numbers(7)).collect(),
    };
    rows.push(across("一、本年新收政府信息公开申请数量"));
    rows.push(across("二、上年结转政府信息公开申请数量"));
    let all: usize = RESULTS.iter().map(|(_, lines)| lines.len()).sum();
    let whole = label("三、本年度办理结果").spanning(1, all + 2);
    for (n, text) in ["（一）予以公开", "（二）部分公开"].into_iter().enumerate() {
        let first = (n == 0).then(|| whole.clone());
        let cells = first.into_iter().chain([label(text).spanning(2, 1)]).chain(numbers(7)).collect();
        rows.push(TableRow { header: false, cells });
    }
    for (group, lines) in RESULTS {
        for (n, text) in lines.iter().enumerate() {
            let first = (n == 0).then(|| label(group).spanning(1, lines.len()));
            let cells = first.into_iter().chain([label(text)]).chain(numbers(7)).collect();
            rows.push(TableRow { header: false, cells });
        }
    }
    rows.push(across("四、结转下年度继续办理"));
    fixed(vec![6.0, 9.0, 33.0, 7.4, 7.4, 7.4, 7.4, 7.4, 7.4, 7.6], rows)
}

fn disputes() -> Block {
    let row = |header, cells| TableRow { header, cells };
    let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let rows = vec![
        row(true, vec![head("行政复议", 5, 1), head("行政诉讼", 10, 1)]),
        row(
            true,
            results
                .map(|text| head(text, 1, 2))
                .into_iter()
                .chain([head("未经复议直接起诉", 5, 1), head("复议后起诉", 5, 1)])
                .collect(),
        ),
        row(true, results.map(Cell::head).into_iter().chain(results.map(Cell::head)).collect()),
        row(false, numbers(15).collect()),
    ];
    fixed(vec![1.0; 15], rows)
}

/// The report.
pub fn report() -> Document {
    let date = day(2022, 1, 25);
    let blocks = vec![
        Block::paragraph(
            "本报告依据《中华人民共和国政府信息公开条例》第五十条编制，由总体情况等六部分组成，所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
        ),
        Block::heading(1, "一、", "总体情况"),
        Block::heading(2, "（一）", "主动公开"),
        Block::paragraph(
            "2021年，我乡通过县政府网站、政务公开栏等渠道主动公开政府信息236条，制发行政规范性文件2件。",
        ),
        Block::heading(2, "（二）", "依申请公开"),
        Block::paragraph(
            "全年未收到政府信息公开申请，没有上年结转的申请，没有因政府信息公开引起的行政复议和行政诉讼。",
        ),
        Block::heading(1, "二、", "主动公开政府信息情况"),
        disclosures(),
        Block::heading(1, "三、", "收到和处理政府信息公开申请情况"),
        applications(),
        Block::heading(1, "四、", "政府信息公开行政复议、行政诉讼情况"),
        disputes(),
        Block::heading(1, "五、", "存在的主要问题及改进情况"),
        Block::paragraph(
            "一是公开内容还不够丰富，二是解读形式比较单一。下一步，我乡将制作图解、问答等群众看得懂的解读材料。",
        ),
        Block::heading(1, "六、", "其他需要报告的事项"),
        Block::paragraph("本年度未收取信息处理费。"),
    ];
    Document {
        meta: meta("青石乡人民政府2021年政府信息公开工作年度报告", date),
        title: vec!["青石乡人民政府2021年政府信息公开工作年度报告".into()],
        blocks,
        signature: Some(Signature { office: "青石乡人民政府".into(), date, sealed: true }),
        ..Document::default()
    }
}
