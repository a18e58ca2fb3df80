//! Letters and notices: one page, all elements of 版头 and 版记, 签名章.

use paper::{Annex, Block, Document, Head, Imprint, NameSeal, OfficialDocument, Signature};

use super::{day, meta};

pub fn letter() -> Document {
    let date = day(2019, 1, 20);
    Document {
        meta: meta("关于报送2018年政府信息公开工作年度报告的函", date),
        title: vec!["青石乡人民政府关于报送2018年政府信息公开工作年度报告的函".into()],
        salutation: Some("清河县人民政府办公室：".into()),
        blocks: vec![
            Block::paragraph(
                "按照县政府办公室《关于做好年度报告编制工作的通知》（清政办〔2018〕96号）要求，我乡对2018年1月1日至12月31日期间的政府信息公开工作进行了梳理，编制了年度报告，经乡长办公会议审议通过，现予报送。",
            ),
            Block::paragraph("年度报告电子版同时发送至指定邮箱。联系人：赵喆，电话：024-12345678。"),
            Block::paragraph("专此函达。"),
        ],
        signature: Some(Signature { office: "青石乡人民政府".into(), date, sealed: true }),
        ..Document::default()
    }
}

pub fn unsealed() -> Document {
    let date = day(2019, 12, 25);
    Document {
        meta: meta("值班安排", date),
        title: vec!["元旦期间值班安排".into()],
        salutation: Some("各村民委员会，乡直各单位：".into()),
        blocks: vec![
            Block::paragraph("元旦放假期间，各单位实行24小时值班，遇有突发情况及时报告，值班电话保持畅通。"),
            Block::paragraph("请于12月30日前将值班表报党政办公室。"),
        ],
        signature: Some(Signature { office: "青石乡党政综合办公室".into(), date, sealed: false }),
        ..Document::default()
    }
}

/// A 报送稿 to the county with every element that the standard knows.
pub fn filing() -> OfficialDocument {
    let date = day(2022, 1, 25);
    let body = Document {
        meta: meta("关于报送2021年政府信息公开工作年度报告的报告", date),
        title: vec!["青石乡人民政府关于报送2021年政府信息公开工作年度报告的报告".into()],
        salutation: Some("清河县人民政府：".into()),
        blocks: vec![
            Block::paragraph(
                "按照《中华人民共和国政府信息公开条例》第四十九条和县政府的有关要求，我乡对2021年度政府信息公开工作进行了总结，编制了年度报告，现将有关情况报告如下。",
            ),
            Block::heading(1, "一、", "编制情况"),
            Block::paragraph("年度报告由党政综合办公室牵头编制，各科室提供数据，数据与台账逐项核对一致。"),
            Block::heading(2, "（一）", "数据来源"),
            Block::heading(3, "1.", "主动公开"),
            Block::heading(4, "（1）", "规范性文件"),
            Block::paragraph("本年制发行政规范性文件2件，废止1件，现行有效7件，均已在县政府网站公开。"),
            Block::heading(1, "二、", "审核情况"),
            Block::paragraph("年度报告经保密审查和乡长办公会议审议，由主要负责同志签发。"),
            Block::paragraph("特此报告。"),
        ],
        signature: Some(Signature { office: "青石乡人民政府".into(), date, sealed: true }),
        annexes: vec![
            Annex {
                title: "青石乡人民政府2021年政府信息公开工作年度报告".into(),
                blocks: vec![Block::paragraph("年度报告正文。")],
            },
            Annex {
                title: "2021年度政府信息公开工作台账核对情况说明（含科室、行政村两级核对结果）".into(),
                blocks: vec![Block::paragraph("核对情况说明。")],
            },
        ],
    };
    let head = Head {
        copy_number: Some(12),
        secrecy: Some("秘密★1年".into()),
        urgency: Some("加急".into()),
        signers: vec!["王建国".into(), "李  伟".into(), "欧阳文静".into()],
        ..Head::new("青石乡人民政府", "青政发〔2022〕3号")
    };
    let imprint = Imprint {
        copies: vec![
            "县政府办公室".into(),
            "县大数据和政务服务管理局".into(),
            "县司法局".into(),
            "县档案馆".into(),
            "各行政村村民委员会".into(),
        ],
        printer: "青石乡党政综合办公室".into(),
        printed_on: Some(date),
        ..Imprint::default()
    };
    OfficialDocument {
        head: Some(head),
        body,
        note: Some("联系人：赵喆，电话：024-12345678".into()),
        imprint: Some(imprint),
        ..OfficialDocument::default()
    }
}

/// A notice of two offices with 签名章.
pub fn joint() -> OfficialDocument {
    let date = day(2022, 3, 1);
    let body = Document {
        meta: meta("关于开展政务公开日活动的通知", date),
        title: vec!["关于开展“政务公开日”活动的通知".into()],
        salutation: Some("各村民委员会，乡直各单位：".into()),
        blocks: vec![Block::paragraph(
            "定于5月15日在乡集市开展“政务公开日”活动，请各单位选派1名熟悉业务的同志到场解答群众咨询，并提前准备好宣传材料。",
        )],
        signature: Some(Signature { office: String::new(), date, sealed: false }),
        ..Document::default()
    };
    OfficialDocument {
        number: None,
        head: Some(Head {
            issuers: vec!["中共青石乡委员会".into(), "青石乡人民政府".into()],
            number: Some("青委发〔2022〕8号".into()),
            ..Head::new("", "")
        }),
        body,
        name_seals: vec![
            NameSeal { post: "中共青石乡委员会书记".into() },
            NameSeal { post: "青石乡人民政府乡长".into() },
        ],
        note: Some("此件公开发布".into()),
        imprint: Some(Imprint {
            printer: "青石乡党政综合办公室".into(),
            printed_on: Some(date),
            ..Imprint::default()
        }),
    }
}
