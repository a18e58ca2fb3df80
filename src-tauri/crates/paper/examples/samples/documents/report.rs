//! Reports: the old six-part form with tables of its own, and the form of 2021 with the statutory tables.

use paper::{Align, Block, Cell, Document, Signature, Span, Table, TableRow};

use super::{day, meta};

const TOPICS: [&str; 5] = ["组织领导", "制度建设", "平台管理", "队伍培训", "监督考核"];

pub fn report() -> Document {
    let date = day(2019, 1, 20);
    let mut blocks = vec![Block::paragraph(
        "根据《中华人民共和国政府信息公开条例》和上级有关规定，编制本报告。报告由概述、主动公开、依申请公开、咨询和投诉、行政复议和行政诉讼、主要问题和改进措施六个部分组成，所列数据的统计期限自2018年1月1日起至12月31日止。",
    )];
    for (i, part) in
        ["概述", "主动公开政府信息情况", "依申请公开和咨询情况", "主要问题和改进措施"].iter().enumerate()
    {
        let number = ["一、", "二、", "三、", "四、"][i];
        blocks.push(Block::heading(1, number, *part));
        for (k, topic) in TOPICS.iter().enumerate() {
            section(&mut blocks, k, topic);
        }
        if i == 1 {
            blocks.push(Block::Table(channels()));
            blocks.push(Block::paragraph(
                "上表所列各渠道的条数有重复，同一条信息在几个渠道发布的，分别计入各渠道。",
            ));
        }
        if i == 2 {
            blocks.push(Block::Table(applications()));
        }
    }
    Document {
        meta: meta("青石乡人民政府2018年政府信息公开工作年度报告", date),
        title: vec!["青石乡人民政府2018年政府信息公开工作年度报告".into()],
        salutation: None,
        blocks,
        signature: Some(Signature { office: "青石乡人民政府".into(), date, sealed: true }),
        ..Document::default()
    }
}

fn section(blocks: &mut Vec<Block>, k: usize, topic: &str) {
    let number = ["（一）", "（二）", "（三）", "（四）", "（五）"][k];
    blocks.push(Block::Heading {
        level: 2,
        number: number.into(),
        spans: vec![
            Span::heading(format!("加强{topic}。")),
            Span::body(
                "我乡成立了以乡长镕同志为组长的领导小组，下设办公室——设在党政综合办公室——负责日常工作；各科室明确1名联络员，做到“有人管、有人办、有人查”。全年召开专题会议4次，培训120余人次，发放宣传材料3000余份。",
            ),
        ],
    });
    match k {
        0 => {
            blocks.push(Block::heading(3, "1.", "明确分工，压实责任"));
            blocks.push(Block::heading(4, "（1）", "党政办公室负责统筹协调"));
            blocks.push(Block::paragraph(
                "凡属主动公开范围的事项，由经办科室在信息形成之日起20个工作日内提出，经保密审查后，由分管领导签发。“先审查、后公开”“谁公开、谁负责”……这些要求逐条写入了《青石乡政府信息公开工作办法》（青政发〔2018〕7号）。",
            ));
            blocks.push(Block::heading(4, "（2）", "各科室负责本科室信息的提供"));
            blocks.push(Block::paragraph(
                "扶贫、民政、财政等科室报送信息100余条，占全年公开总数的52.5%；其中，扶贫资金安排23条，低保、五保评定31条，涉农补贴18条（含“一卡通”发放情况）。",
            ));
        }
        1 => blocks.push(Block::paragraph(
            "制度汇编共37 mm厚，执行GB/T 9704—2012《党政机关公文格式》，网站按照WCAG 2.1和HTML5改造，地址为www.qingshi.example.gov.cn/xxgk/2018/index.html，英文说明见the “Open Government” page。",
        )),
        2 => blocks.push(Block::paragraph(
            "对赵喆、钱镕、孙𬭚等12名同志反映的公示栏高度、字号、照明问题，当场登记，3日内整改完毕，并在2018年10月15日前逐一回访，群众满意率为98.6%。",
        )),
        3 => blocks.push(Block::paragraph(
            "利用5月15日“政务公开日”在乡集市设立咨询台，接待群众150人次；利用广播车巡回16个行政村；利用微信群推送政策解读文章（图解、问答、短视频）80余条。",
        )),
        _ => blocks.push(Block::paragraph(
            "将公开工作纳入年度考核，占4分。考核采取“听、查、看、访”的办法：听汇报、查台账、看公开栏、访群众；对排名后2位的单位，由主要负责同志约谈。",
        )),
    }
}

fn channels() -> Table {
    let mut rows = vec![TableRow {
        header: true,
        cells: ["渠道", "条数", "占比", "说明"].into_iter().map(Cell::head).collect(),
    }];
    for (name, count, share, note) in [
        ("政务公开栏", "112", "56.0%", "乡、村两级共17块"),
        ("微信公众号", "63", "31.5%", "含转发县政府网站的信息"),
        ("短信", "21", "10.5%", "主要为气象预警和防汛通知"),
        ("政府网站", "4", "2.0%", "由县信息中心代为发布"),
    ] {
        rows.push(TableRow {
            header: false,
            cells: vec![
                Cell::new(name, Align::Left),
                Cell::new(count, Align::Right),
                Cell::new(share, Align::Right),
                Cell::new(note, Align::Left),
            ],
        });
    }
    Table {
        caption: "主动公开渠道统计表".into(),
        columns: vec![3.0, 1.5, 1.5, 5.0],
        rows,
        ..Table::default()
    }
}

fn applications() -> Table {
    let head = |text: &str, across: usize, down: usize| Cell::head(text).spanning(across, down);
    let mut rows = vec![
        TableRow { header: true, cells: vec![head("办理情况", 2, 2), head("申请人", 3, 1)] },
        TableRow {
            header: true, cells: vec![head("自然人", 1, 1), head("法人", 1, 1), head("合计", 1, 1)]
        },
    ];
    for group in ["收到申请", "办理结果", "结转下年"] {
        for line in 0..8 {
            let mut cells = Vec::new();
            if line == 0 {
                cells.push(head(group, 1, 8));
            }
            cells.push(Cell::new(
                format!("第{}类事项的办理件数，含上年结转和本年补正后重新受理的申请", line + 1),
                Align::Left,
            ));
            for number in [line, 2 * line, 3 * line] {
                cells.push(Cell::new(number.to_string(), Align::Center));
            }
            rows.push(TableRow { header: false, cells });
        }
    }
    Table {
        caption: "依申请公开办理情况统计表".into(),
        columns: vec![1.0, 6.0, 1.5, 1.5, 1.5],
        rows,
        ..Table::default()
    }
}
