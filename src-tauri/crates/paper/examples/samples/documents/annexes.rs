//! Some forty pages: a long report, annexes with wide tables on turned pages, 版记 behind them.

use paper::{
    Align, Annex, Block, Cell, Document, Imprint, OfficialDocument, Signature, Span, Table, TableRow,
};

use super::{day, meta};

const MONTHS: [&str; 12] =
    ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];

/// A wide table: months across, departments down.
fn wide(name: &str, rows: usize) -> Table {
    let mut all = vec![TableRow {
        header: true,
        cells: std::iter::once("科室").chain(MONTHS).chain(["合计", "备注"]).map(Cell::head).collect(),
    }];
    for row in 0..rows {
        let mut cells = vec![Cell::head(format!("第{}科室", row + 1))];
        cells.extend((0..12).map(|month| Cell::new((row * month % 17).to_string(), Align::Center)));
        let sum: usize = (0..12).map(|month| row * month % 17).sum();
        cells.push(Cell::new(sum.to_string(), Align::Right));
        cells.push(Cell::new(if row % 4 == 0 { "含上年结转" } else { "" }, Align::Left));
        all.push(TableRow { header: false, cells });
    }
    Table {
        caption: name.into(),
        columns: [3.0].into_iter().chain([1.3; 12]).chain([1.8, 3.0]).collect(),
        rows: all,
        size_pt: Some(10.5),
        landscape: true,
        ..Table::default()
    }
}

/// The long document.
pub fn long() -> OfficialDocument {
    let date = day(2022, 1, 25);
    let mut blocks = Vec::new();
    for part in 1..=24 {
        blocks.push(Block::heading(1, format!("第{part}部分、"), "工作开展情况"));
        for point in 1..=6 {
            blocks.push(Block::Heading {
                level: 2,
                number: format!("（第{point}项）"),
                spans: vec![
                    Span::heading("完善制度，压实责任。"),
                    Span::body(
                        "围绕资金使用、项目建设、惠民补贴等群众最关心的事项，逐项明确公开的范围、形式和时限，把决策、执行、管理、服务、结果一并纳入公开，做到及时、准确、规范。",
                    ),
                ],
            });
            blocks.push(Block::paragraph(format!(
                "本部分第{point}项共涉及信息{}条，其中“定期公开”{}条，群众满意率{}%。",
                part * point,
                part,
                90 + point
            )));
        }
    }
    let annex = |title: &str, blocks| Annex { title: title.into(), blocks };
    OfficialDocument {
        body: Document {
            meta: meta("青石乡政务公开工作汇编", date),
            title: vec!["青石乡政务公开工作汇编".into()],
            blocks,
            signature: Some(Signature { office: "青石乡人民政府".into(), date, sealed: true }),
            annexes: vec![
                annex("各科室分月公开情况统计表", vec![Block::Table(wide("", 40))]),
                annex(
                    "办理情况",
                    vec![
                        Block::paragraph("下表为各科室分月办理情况。"),
                        Block::Table(wide("各科室分月办理情况统计表", 9)),
                        Block::paragraph("上表数据截至12月31日。"),
                    ],
                ),
            ],
            ..Document::default()
        },
        imprint: Some(Imprint {
            printer: "青石乡党政综合办公室".into(),
            printed_on: Some(date),
            ..Imprint::default()
        }),
        ..OfficialDocument::default()
    }
}
