//! A document as it leaves the office: 版头, 主体 and 版记, the three parts of GB/T 9704—2012 7.1.
//!
//! [`Document`] is the 主体, which every document has. What stands over it and under it is optional, as the
//! standard says 「如需」 of most elements: an [`OfficialDocument`] with nothing set prints the same pages as its
//! body alone.

use chrono::NaiveDate;

use crate::Document;

/// 版头, 主体 and 版记 (7.1).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OfficialDocument {
    /// 版头, over the red line.
    pub head: Option<Head>,
    /// 发文字号 of a document without 版头, centred under its title: letters to a person carry it there.
    pub number: Option<String>,
    /// 主体. Its `signature` gives office and date.
    pub body: Document,
    /// The posts beside 签名章, one line each, the lead office's first (7.3.5.3). Where there are any, they
    /// take the place of the office's name, and the date stands under the last.
    pub name_seals: Vec<NameSeal>,
    /// 附注, printed in brackets under the date (7.3.6).
    pub note: Option<String>,
    /// 版记, at the foot of the last page.
    pub imprint: Option<Imprint>,
}

impl From<Document> for OfficialDocument {
    fn from(body: Document) -> Self {
        OfficialDocument { body, ..OfficialDocument::default() }
    }
}

/// 版头 (7.2).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// 份号: six figures (7.2.1).
    pub copy_number: Option<u32>,
    /// 密级和保密期限, as 「机密★1年」 (7.2.2).
    pub secrecy: Option<String>,
    /// 紧急程度: 特急, 加急 (7.2.3).
    pub urgency: Option<String>,
    /// 发文机关标志 (7.2.4).
    pub issuers: Vec<String>,
    /// 「文件」 behind the issuing offices' names; may be empty.
    pub suffix: String,
    /// 发文字号, as 「青政发〔2018〕7号」 (7.2.5).
    pub number: Option<String>,
    /// 签发人: for a document to a higher office (7.2.6). Where there are any, the number stands at the left.
    pub signers: Vec<String>,
    /// The document goes to a higher office: the number stands at the left even without 签发人.
    pub upward: bool,
    /// The red line under it all (7.2.7).
    pub separator: bool,
}

impl Head {
    /// 「某某文件」 with its number and the red line.
    pub fn new(issuer: impl Into<String>, number: impl Into<String>) -> Self {
        Head {
            issuers: vec![issuer.into()],
            suffix: "文件".into(),
            number: Some(number.into()),
            separator: true,
            ..Head::default()
        }
    }
}

/// Room for a 签名章 and the post of the one who signs (7.3.5.3).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameSeal {
    /// 职务 in full: 「青石乡人民政府乡长」.
    pub post: String,
}

/// 版记 (7.4).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imprint {
    /// 主送机关 that would leave no room for text on the first page (7.3.2); no full stop needed.
    pub addressees: Vec<String>,
    /// 抄送机关 (7.4.2).
    pub copies: Vec<String>,
    /// 印发机关 (7.4.3).
    pub printer: String,
    /// 印发日期.
    pub printed_on: Option<NaiveDate>,
}
