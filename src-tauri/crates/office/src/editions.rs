//! One report in three editions: the report that is stamped and filed; 报送稿, the upward document that takes
//! it to the county; 公开稿, for the web site, without seal or anything that speaks to the county.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{Failure, Profile};
use paper::{Annex, Block, Document, Head, Imprint, OfficialDocument};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::report::{Report, Year};
use crate::report_file::{self, Paper};
use crate::{Office, compose, privacy};

/// An edition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// The report itself, with room for the seal.
    #[default]
    Report,
    /// 报送稿
    Filing,
    /// 公开稿
    Public,
}

impl Edition {
    /// On screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Report => "报告正文",
            Self::Filing => "报送稿",
            Self::Public => "公开稿",
        }
    }
}

/// What stands over and under the report in 报送稿 (GB/T 9704—2012 7.2—7.4).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FilingSettings {
    /// 发文机关标志; empty: the office's name.
    pub issuer: String,
    /// 发文字号, as 「下政发〔2026〕3号」.
    pub number: String,
    /// 签发人, several parted by 「、」.
    pub signers: String,
    /// 份号; 0: none.
    pub copy_number: u32,
    /// 密级和保密期限; empty: none.
    pub secrecy: String,
    /// 紧急程度; empty: none.
    pub urgency: String,
    /// 主送机关; empty: the county's office.
    pub addressee: String,
    /// The report is the document's body instead of its annex.
    pub as_body: bool,
    /// 联系人 and telephone in 附注; empty: the office's.
    pub note: String,
    /// 抄送机关, parted by 「、」; empty: none.
    pub copies: String,
    /// 印发机关; empty: the office's own 党政办.
    pub printer: String,
    /// 印发日期, `YYYY-MM-DD`; empty: the day it is signed.
    pub printed_on: String,
}

/// Settings of a year's 报送稿.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilingDraft {
    /// Year.
    pub year: i32,
    /// The settings.
    pub settings: FilingSettings,
}

const FILING: &str = "filing";
/// Where personal data is found in 附注: no part of the report.
pub(crate) const NOTE: &str = "filing.note";

/// `filing.show`
///
/// # Errors
/// What the store says.
pub fn show(office: &mut Office, _: NaiveDateTime, request: Year) -> Result<FilingSettings, Failure> {
    settings(office, request.year)
}

/// `filing.save`. 文号 is given when the report is signed, so a locked year takes it too.
///
/// # Errors
/// `filing.printed_on` for a day that does not exist; what the store says.
pub fn save(office: &mut Office, now: NaiveDateTime, draft: FilingDraft) -> Result<FilingSettings, Failure> {
    let on = draft.settings.printed_on.trim();
    if !on.is_empty() && day(on).is_none() {
        let fields = [("printed_on".to_owned(), "请写成 2026-01-20 这样的日期".to_owned())].into();
        return Err(Failure::new("filing.printed_on", "印发日期不是日期，没有保存", "不写就用成文日期")
            .with_fields(fields));
    }
    let json = crate::declare::write("filing.save", &draft.settings)?.to_string();
    office.store.keep_setting(draft.year, FILING, &json, now)?;
    settings(office, draft.year)
}

pub(crate) fn settings(office: &Office, year: i32) -> Result<FilingSettings, Failure> {
    let Some(json) = office.store.setting(year, FILING)? else { return Ok(FilingSettings::default()) };
    serde_json::from_str(&json).map_err(|error| {
        Failure::new("filing.unreadable", format!("报送稿的设置读不出来：{error}"), "请重新填写报送稿的设置")
    })
}

/// An edition of a year's report, as it stands or as a version froze it. What is masked in the editions that
/// leave is masked; with `leaving` set, what may not leave yet is refused.
///
/// # Errors
/// `report.personal` while personal data is undecided, `report.unsigned`, `report.lost_figure`, these only where
/// it leaves; `report.version`; what the store says.
pub fn document(
    office: &mut Office,
    now: NaiveDateTime,
    paper: Paper,
    leaving_now: bool,
) -> Result<OfficialDocument, Failure> {
    let report = report_file::report(office, now, paper)?;
    if leaving_now && report.signature_office.is_empty() {
        return Err(report_file::unsigned());
    }
    let report = if leaving_now { leaving(office, &report, paper)? } else { shown(office, report, paper)? };
    let profile = office.profile()?;
    let whole = compose::document(&report, &profile, now);
    match paper.edition {
        Edition::Report => Ok(whole.into()),
        Edition::Public => Ok(public(whole)),
        Edition::Filing => {
            let settings = settings(office, paper.year)?;
            let note = note(&profile, &settings);
            let note = privacy::hidden(NOTE, &note, &privacy::masks(office, paper.year)?).unwrap_or(note);
            Ok(filing(&report, &profile, &settings, note, whole))
        }
    }
}

/// The report with what an edition masks.
fn shown(office: &Office, report: Report, paper: Paper) -> Result<Report, Failure> {
    if paper.edition == Edition::Report {
        return Ok(report);
    }
    Ok(privacy::masked(&report, &privacy::masks(office, paper.year)?))
}

/// As it may leave: nothing in it is undecided or lost.
///
/// # Errors
/// `report.personal`, `report.lost_figure`; what the store says.
pub(crate) fn leaving(office: &Office, report: &Report, paper: Paper) -> Result<Report, Failure> {
    report_file::whole(report)?;
    privacy::settled(office, report, paper)?;
    shown(office, report.clone(), paper)
}

/// The report alone; the signature stays as the text's last lines, without room for a seal.
fn public(mut document: Document) -> OfficialDocument {
    if let Some(signature) = &mut document.signature {
        signature.sealed = false;
    }
    document.into()
}

/// 附注 as it is printed: the office's own words, or whom to ask.
pub(crate) fn note(profile: &Profile, settings: &FilingSettings) -> String {
    let own = settings.note.trim();
    if own.is_empty() { contact(profile) } else { own.to_owned() }
}

fn filing(
    report: &Report,
    profile: &Profile,
    settings: &FilingSettings,
    note: String,
    whole: Document,
) -> OfficialDocument {
    let or = |own: &str, other: &str| {
        let own = own.trim();
        if own.is_empty() { other.trim().to_owned() } else { own.to_owned() }
    };
    let list = |text: &str| {
        let names = text.split(['、', '，', ',', '；']).map(str::trim).filter(|name| !name.is_empty());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let head = Head {
        copy_number: Some(settings.copy_number).filter(|n| *n > 0),
        secrecy: some(&settings.secrecy),
        urgency: some(&settings.urgency),
        number: some(&settings.number),
        signers: list(&settings.signers),
        upward: true,
        ..Head::new(or(&settings.issuer, &profile.name), "")
    };
    let signed = whole.signature.as_ref().map(|signature| signature.date);
    let imprint = Imprint {
        addressees: Vec::new(),
        copies: list(&settings.copies),
        printer: or(&settings.printer, &format!("{}党政办公室", profile.short)),
        printed_on: day(settings.printed_on.trim()).or(signed),
    };
    OfficialDocument {
        head: Some(head),
        number: None,
        body: body(report, profile, settings, whole),
        name_seals: Vec::new(),
        note: some(&note),
        imprint: Some(imprint),
    }
}

fn contact(profile: &Profile) -> String {
    match (profile.contact.trim(), profile.phone.trim()) {
        ("", "") => String::new(),
        (name, "") => format!("联系人：{name}"),
        ("", phone) => format!("联系电话：{phone}"),
        (name, phone) => format!("联系人：{name}，联系电话：{phone}"),
    }
}

/// 主送, what is reported, 「特此报告」; the report itself in it or behind it.
fn body(report: &Report, profile: &Profile, settings: &FilingSettings, whole: Document) -> Document {
    let addressee = settings.addressee.trim();
    let addressee = if addressee.is_empty() { profile.county.trim() } else { addressee };
    let salutation = (!addressee.is_empty()).then(|| format!("{}：", addressee.trim_end_matches('：')));
    let closing = Block::paragraph("特此报告。");
    if settings.as_body {
        let mut blocks = whole.blocks;
        blocks.push(closing);
        return Document { salutation, blocks, ..whole };
    }
    let opening = format!(
        "根据《中华人民共和国政府信息公开条例》和上级关于编报年度报告的要求，现将《{}》随文报上，请审阅。",
        report.title
    );
    let mut annexes = vec![Annex { title: report.title.clone(), blocks: whole.blocks }];
    annexes.extend(whole.annexes);
    Document {
        title: vec![format!("{}关于报送{}年度政府信息公开工作年度报告的报告", profile.name, report.year)],
        salutation,
        blocks: vec![Block::paragraph(opening), closing],
        annexes,
        ..Document { meta: whole.meta, signature: whole.signature, ..Document::default() }
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}
