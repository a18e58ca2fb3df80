//! Letters: drafted from a case, issued with a number and the step that they are, frozen from then on.

use office::Failure;
use office::letters::{self, paper};
use office::letters::{LetterDraft, LetterId, LetterStage, LetterView, NewLetter, VoidLetter};
use office::report_file::FileKind;

use super::*;

fn call(desk: &mut Desk, now: NaiveDateTime, name: &str, request: serde_json::Value) -> serde_json::Value {
    office::commands::call(&mut desk.office, now, name, request).unwrap()
}

/// An office with one application of 2026-03-02.
fn with_case() -> (Desk, i64) {
    let mut desk = desk();
    call(&mut desk, at("2026-03-02"), "profile.save", profile("青石乡人民政府"));
    let application = json!({
        "number": "2026-1", "received_on": "2026-03-02", "received_by": "in_person", "applicant_kind": "natural",
        "name": "赵青山", "identity": "id_card", "identity_number": "11010519491231002X", "phone": "13904140000",
        "content": "2025年度村级公益事业财政奖补项目资金使用情况",
    });
    let request = json!({"ledger": "application", "id": null, "values": application});
    let id = call(&mut desk, at("2026-03-02"), "records.save", request)["id"].as_i64().unwrap();
    (desk, id)
}

fn profile(name: &str) -> serde_json::Value {
    json!({
        "name": name, "short": "青石乡", "self_name": "我乡", "county": "云川县人民政府办公室",
        "code": "QSX", "index_pattern": "{office}-{category}-{year}-{number:5}", "filing_day": "01-31",
        "drafter": "王敏", "reviewer": "", "approver": "", "contact": "王敏", "phone": "0400-1234567",
    })
}

fn begin(desk: &mut Desk, day: &str, application: i64, template: &str) -> LetterView {
    let request = NewLetter { application, template: template.to_owned() };
    letters::begin(&mut desk.office, at(day), request).unwrap()
}

fn draft(letter: &LetterView, typed: &[(&str, &str)]) -> LetterDraft {
    let values = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    LetterDraft { id: letter.id, values, on: letter.on, step: true, ..LetterDraft::default() }
}

fn issue(desk: &mut Desk, day: &str, draft: LetterDraft) -> Result<LetterView, Failure> {
    letters::issue(&mut desk.office, at(day), draft)
}

fn events(desk: &mut Desk, id: i64) -> Vec<String> {
    let case = call(desk, at("2026-12-01"), "application.case", json!({"id": id}));
    case["events"].as_array().unwrap().iter().map(|e| e["label"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_letter_is_issued_with_its_step_and_stays_as_it_left_the_office() {
    let (mut desk, id) = with_case();
    let letter = begin(&mut desk, "2026-03-05", id, "correction");
    assert_eq!(letter.number, "青政公开补〔2026〕1号");
    assert_eq!((letter.addressee.as_str(), letter.step.as_deref()), ("赵青山", Some("要求补正")));
    assert_eq!(letter.missing, "还有 1 处没有填写：补正事项");
    let refused = issue(&mut desk, "2026-03-05", draft(&letter, &[])).unwrap_err();
    assert_eq!(refused.code, "letter.holes");
    assert_eq!(events(&mut desk, id), ["收到申请"]);

    let typed = [("补正事项", "所申请信息的年度和项目名称"), ("补正期限", "2026-03-20")];
    let issued = issue(&mut desk, "2026-03-05", draft(&letter, &typed)).unwrap();
    assert_eq!((issued.stage, issued.number.as_str()), (LetterStage::Issued, "青政公开补〔2026〕1号"));
    assert!(issued.text.contains("请您于2026年3月20日前"), "{}", issued.text);
    assert_eq!(events(&mut desk, id), ["收到申请", "要求补正"]);
    let case = call(&mut desk, at("2026-03-05"), "application.case", json!({"id": id}));
    assert_eq!(case["state"]["status"], "awaiting_correction");

    // What is changed afterwards does not reach it.
    let before = office_paper(&mut desk, issued.id);
    let change = json!({"ledger": "application", "id": id, "values": renamed(&mut desk, id)});
    call(&mut desk, at("2026-03-06"), "records.save", change);
    let later = letters::show(&mut desk.office, at("2026-03-06"), LetterId { id: issued.id }).unwrap();
    assert_eq!((later.addressee, later.text), (issued.addressee, issued.text));
    assert_eq!(office_paper(&mut desk, issued.id), before);
    let again = letters::save(&mut desk.office, at("2026-03-06"), draft(&letter, &[])).unwrap_err();
    let thrown = letters::drop(&mut desk.office, at("2026-03-06"), LetterId { id: issued.id }).unwrap_err();
    assert_eq!((again.code.as_str(), thrown.code.as_str()), ("letter.issued", "letter.issued"));
}

fn office_paper(desk: &mut Desk, id: i64) -> Vec<u8> {
    paper::finished(&mut desk.office, at("2026-03-06"), LetterId { id }, FileKind::Pdf).unwrap().bytes
}

fn renamed(desk: &mut Desk, id: i64) -> serde_json::Value {
    let record = call(desk, at("2026-03-06"), "records.get", json!({"ledger": "application", "id": id}));
    let mut values = record["values"].clone();
    values["name"] = json!("赵青河");
    values
}

#[test]
fn a_number_is_given_once_and_leaves_no_gap() {
    let (mut desk, id) = with_case();
    let number = |desk: &mut Desk| begin(desk, "2026-03-05", id, "receipt").number;
    let one = begin(&mut desk, "2026-03-05", id, "receipt");
    let mut own = draft(&one, &[]);
    own.number = Some("青政公开登〔2026〕13号".to_owned());
    assert_eq!(issue(&mut desk, "2026-03-05", own).unwrap().number, "青政公开登〔2026〕13号");
    // The office had numbered twelve by hand.
    assert_eq!(number(&mut desk), "青政公开登〔2026〕14号");
    let two = begin(&mut desk, "2026-03-05", id, "receipt");
    let mut own = draft(&two, &[]);
    own.number = Some("青政公开登〔2026〕13号".to_owned());
    let taken = issue(&mut desk, "2026-03-05", own.clone()).unwrap_err();
    assert_eq!((taken.code.as_str(), taken.fields.contains_key("number")), ("letter.number_taken", true));
    own.number = Some("青政公开登〔2026〕15号".to_owned());
    let skipped = issue(&mut desk, "2026-03-05", own).unwrap();
    assert_eq!(number(&mut desk), "青政公开登〔2026〕14号");

    let void = VoidLetter { id: skipped.id, reason: " ".to_owned() };
    assert_eq!(letters::void(&mut desk.office, at("2026-03-06"), void).unwrap_err().code, "letter.reason");
    let void = VoidLetter { id: skipped.id, reason: "日期写错，另发一份".to_owned() };
    let voided = letters::void(&mut desk.office, at("2026-03-06"), void.clone()).unwrap();
    assert_eq!((voided.stage, voided.number.as_str()), (LetterStage::Void, "青政公开登〔2026〕15号"));
    assert_eq!(letters::void(&mut desk.office, at("2026-03-06"), void).unwrap_err().code, "letter.voided");
    // Its paper can still be looked at, under a name that says what it is.
    let voided = LetterId { id: voided.id };
    let file = paper::finished(&mut desk.office, at("2026-03-06"), voided, FileKind::Pdf).unwrap();
    assert_eq!(file.name, "青政公开登〔2026〕15号政府信息公开申请登记回执（已作废）.pdf");
    // The application goes, its numbers stay taken.
    let gone = json!({"ledger": "application", "ids": [id]});
    call(&mut desk, at("2026-03-07"), "records.delete", gone);
    call(&mut desk, at("2026-03-07"), "bin.empty", json!(null));
    let run = "青政公开登〔2026〕{序号}号";
    assert_eq!(desk.office.store.places_taken(run).unwrap(), [13, 15]);
}

#[test]
fn an_answer_decides_the_case_and_numbers_the_record() {
    let (mut desk, id) = with_case();
    let letter = begin(&mut desk, "2026-03-10", id, "reply.granted");
    let typed = [("提供内容", "2025年度财政奖补项目资金使用情况表1份（共2页）")];
    let mut future = draft(&letter, &typed);
    future.on = "2026-03-11".parse().unwrap();
    assert_eq!(issue(&mut desk, "2026-03-10", future).unwrap_err().code, "letter.date");
    issue(&mut desk, "2026-03-10", draft(&letter, &typed)).unwrap();
    let record = desk.office.store.record("application", id).unwrap().values;
    assert_eq!(record["outcome"], Value::Text("granted".to_owned()));
    assert_eq!(record["decision_number"], Value::Text("青政公开告〔2026〕1号".to_owned()));
    assert_eq!(record["decided_on"], Value::Text("2026-03-10".to_owned()));
    // Another answer to a case that is decided says so before anything is numbered.
    let other = begin(&mut desk, "2026-03-11", id, "reply.not_exist");
    assert!(other.step_problem.unwrap().message.contains("予以公开"));
    let other = LetterView { step_problem: None, ..begin(&mut desk, "2026-03-11", id, "reply.not_exist") };
    let refused = issue(&mut desk, "2026-03-11", draft(&other, &[("检索情况", "查了档案")])).unwrap_err();
    assert_eq!(refused.code, "letter.outcome");
    // What the ledger was told is taken, too.
    let more = json!({"number": "2026-2", "received_on": "2026-03-02", "received_by": "in_person",
        "applicant_kind": "natural", "name": "钱某", "content": "某合同", "outcome": "granted",
        "decided_on": "2026-03-09", "decision_number": "青政公开告〔2026〕2号"});
    add(&mut desk.office, "application", more);
    let mut twice = draft(&begin(&mut desk, "2026-03-11", id, "reply.granted"), &typed);
    assert_eq!(begin(&mut desk, "2026-03-11", id, "reply.granted").number, "青政公开告〔2026〕3号");
    twice.number = Some("青政公开告〔2026〕2号".to_owned());
    assert_eq!(issue(&mut desk, "2026-03-11", twice).unwrap_err().code, "letter.number_taken");
    // A second copy of the same answer enters no second decision.
    let copy = begin(&mut desk, "2026-03-11", id, "reply.granted");
    assert_eq!((copy.step.as_deref(), copy.on.to_string().as_str()), (None, "2026-03-10"));
    issue(&mut desk, "2026-03-11", draft(&copy, &typed)).unwrap();
    assert_eq!(events(&mut desk, id), ["收到申请", "作出决定"]);
}

#[test]
fn a_step_that_cannot_be_refuses_the_letter_whole() {
    let (mut desk, id) = with_case();
    let letter = begin(&mut desk, "2026-03-05", id, "extension");
    let typed = [("延期理由", "需要检索的档案较多"), ("延长天数", "30")];
    let refused = issue(&mut desk, "2026-03-05", draft(&letter, &typed)).unwrap_err();
    assert_eq!(refused.code, "clock.extension");
    assert_eq!(
        letters::show(&mut desk.office, at("2026-03-05"), LetterId { id: letter.id }).unwrap().stage,
        LetterStage::Draft
    );
    assert_eq!(begin(&mut desk, "2026-03-05", id, "extension").number, "青政公开延〔2026〕1号");
    let typed = [("延期理由", "需要检索的档案较多")];
    let issued = issue(&mut desk, "2026-03-05", draft(&letter, &typed)).unwrap();
    assert!(issued.text.contains("延长20个工作日，本机关将不迟于2026年4月28日予以答复"), "{}", issued.text);
    let case = call(&mut desk, at("2026-03-05"), "application.case", json!({"id": id}));
    assert_eq!(case["state"]["due"], "2026-04-28");
}

#[test]
fn a_clerk_rewrites_one_letter_and_an_office_all_of_a_kind() {
    let (mut desk, id) = with_case();
    let letter = begin(&mut desk, "2026-03-05", id, "receipt");
    let mut own = draft(&letter, &[]);
    own.text = Some("您的申请已经收到，登记号为{登记号}。\n{复议}之类的括号是字。".to_owned());
    let changed = letters::save(&mut desk.office, at("2026-03-05"), own).unwrap();
    assert_eq!(changed.text, "您的申请已经收到，登记号为2026-1。\n{复议}之类的括号是字。");
    assert!(changed.own_text);

    let view = call(&mut desk, at("2026-03-05"), "letters.settings", json!(null));
    let mut settings = view["kept"].clone();
    settings["words"] = json!({"receipt": {"title": "登记回执", "text": "收到{称呼}的{申请书}。"}});
    let refused =
        office::commands::call(&mut desk.office, at("2026-03-05"), "letters.settings.save", settings.clone());
    let refused = refused.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.message.contains("{申请书}")), ("letter.place", true));
    settings["words"] = json!({"receipt": {"title": "登记回执", "text": "收到{称呼}的申请。"}});
    settings["patterns"] = json!({"receipt": "青收〔{年}〕{序号}号"});
    settings["court"] = json!("云川县人民法院");
    call(&mut desk, at("2026-03-05"), "letters.settings.save", settings.clone());
    let letter = begin(&mut desk, "2026-03-05", id, "receipt");
    assert_eq!((letter.title.as_str(), letter.text.as_str()), ("登记回执", "收到您的申请。"));
    assert_eq!(letter.number, "青收〔2026〕1号");
    // Back to the program's words in one click: they are sent as they were.
    settings["words"] = json!({});
    let view = call(&mut desk, at("2026-03-05"), "letters.settings.save", settings.clone());
    assert_eq!(view["templates"][0]["own"], false);
    settings["patterns"] = json!({"receipt": "青收〔{年}〕号"});
    let refused =
        office::commands::call(&mut desk.office, at("2026-03-05"), "letters.settings.save", settings);
    assert!(refused.unwrap_err().fields.contains_key("pattern.receipt"));
}

#[test]
fn every_letter_that_comes_next_is_offered_first() {
    let (mut desk, id) = with_case();
    let next = |desk: &mut Desk| {
        let listed = call(desk, at("2026-03-05"), "letters.of_case", json!({"id": id}));
        let kinds = listed["kinds"].as_array().unwrap().clone();
        let next = kinds.iter().filter(|kind| kind["next"] == true);
        next.map(|kind| kind["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let first = next(&mut desk);
    for id in ["receipt", "correction", "third_party", "extension", "reply.granted", "reply.refused.internal"]
    {
        assert!(first.iter().any(|kind| kind == id), "{id}: {first:?}");
    }
    for id in ["reply.unclear", "reply.not_corrected", "service", "withdrawn", "corrected", "deferral"] {
        assert!(!first.iter().any(|kind| kind == id), "{id}: {first:?}");
    }
    let letter = begin(&mut desk, "2026-03-05", id, "reply.granted");
    issue(&mut desk, "2026-03-05", draft(&letter, &[("提供内容", "一份表")])).unwrap();
    let answers: Vec<_> = next(&mut desk);
    assert_eq!(answers, ["reply.public", "reply.granted", "reply.way", "service"]);
}

/// 条例第三十二条; the applicant is none of the third party's business.
#[test]
fn a_third_party_gets_a_form_to_send_back() {
    let (mut desk, id) = with_case();
    let mut settings = call(&mut desk, at("2026-03-02"), "letters.settings", json!(null))["kept"].clone();
    settings["address"] = json!("青石乡政府大街1号党政综合办公室");
    call(&mut desk, at("2026-03-02"), "letters.settings.save", settings);
    let letter = begin(&mut desk, "2026-03-05", id, "third_party");
    let typed = [("第三方", "青石建筑有限公司"), ("征求内容", "施工合同的价款和工期")];
    letters::save(&mut desk.office, at("2026-03-05"), draft(&letter, &typed)).unwrap();
    let (pages, _) = paper::preview(&mut desk.office, at("2026-03-05"), LetterId { id: letter.id }).unwrap();
    assert_eq!(pages, 2, "one of the letter, one of the form");
    let issued = issue(&mut desk, "2026-03-05", draft(&letter, &typed)).unwrap();
    assert_eq!(issued.number, "青政公开征〔2026〕1号");

    // The form is frozen with the letter: what changes afterwards does not reach it, as PDF and as Word.
    let before = (office_paper(&mut desk, issued.id), word(&mut desk, issued.id));
    let change = json!({"ledger": "application", "id": id, "values": renamed(&mut desk, id)});
    call(&mut desk, at("2026-03-06"), "records.save", change);
    call(&mut desk, at("2026-03-06"), "profile.save", profile("青石镇人民政府"));
    assert_eq!((office_paper(&mut desk, issued.id), word(&mut desk, issued.id)), before);
    let said = words(&before.1);
    for wanted in [
        "附件：第三方意见反馈表",
        "青石乡人民政府",
        "青政公开征〔2026〕1号，2026年3月5日",
        "青石建筑有限公司",
        "2025年度村级公益事业财政奖补项目资金使用情况",
        "自收到征求意见书之日起15个工作日内（2026年3月5日收到的，不迟于2026年3月26日）",
        "青石乡政府大街1号党政综合办公室（当面送交或者邮寄）",
        "□ 部分同意公开",
        "第三方签名",
    ] {
        assert!(said.contains(wanted), "{wanted} is missing in {said}");
    }
    for kept_back in ["赵青山", "赵青河", "13904140000", "11010519491231002X", "青石镇"] {
        assert!(!said.contains(kept_back), "{kept_back} in {said}");
    }
}

fn word(desk: &mut Desk, id: i64) -> Vec<u8> {
    let file = paper::finished(&mut desk.office, at("2026-03-06"), LetterId { id }, FileKind::Docx).unwrap();
    assert!(file.name.ends_with(".docx"), "{}", file.name);
    file.bytes
}

/// The words of a Word file.
fn words(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut xml).unwrap();
    let text = xml.split('<').filter_map(|part| part.split_once('>'));
    text.map(|(tag, words)| if tag == "/w:p" { "\n" } else { words }).collect()
}

/// 国办函〔2020〕109号: the notice is the step of the case, and says what the step says.
#[test]
fn a_notice_of_a_fee_follows_the_step_of_its_case() {
    let (mut desk, id) = with_case();
    let bare = begin(&mut desk, "2026-03-05", id, "fee");
    let place = |letter: &LetterView, name: &str| {
        let place = letter.places.iter().find(|place| place.name == name).unwrap();
        (place.value.clone(), place.help.clone())
    };
    assert!(
        place(&bare, "费用计算").1.starts_with("先在办理过程里登记「发出收费通知」"),
        "{:?}",
        bare.places
    );
    let refused = issue(&mut desk, "2026-03-05", draft(&bare, &[])).unwrap_err();
    assert!(refused.code == "letter.holes" && refused.hint.starts_with("先在办理过程里登记"), "{refused:?}");

    let step = |pages: u32, yuan: i64| json!({"on": "2026-03-05", "what": "fee_notice", "yuan": yuan, "basis": {"by": "pages", "pages": pages}});
    let request = json!({"id": id, "event": step(57, 270)});
    call(&mut desk, at("2026-03-05"), "application.event.add", request);
    // The desk sends every place back; what nobody typed goes on following the case.
    let shown = letters::show(&mut desk.office, at("2026-03-05"), LetterId { id: bare.id }).unwrap();
    assert_eq!((place(&shown, "费用金额").0.as_str(), shown.step.as_deref()), ("270", None));
    let mut all: Vec<(&str, &str)> =
        shown.places.iter().map(|place| (place.name.as_str(), place.value.as_str())).collect();
    all.retain(|(name, _)| *name != "缴费方式");
    all.push(("缴费方式", "到乡财政所缴纳"));
    letters::save(&mut desk.office, at("2026-03-05"), draft(&shown, &all)).unwrap();
    let request = json!({"id": id, "position": 1, "event": step(250, 4_700)});
    call(&mut desk, at("2026-03-05"), "application.event.change", request);
    let shown = letters::show(&mut desk.office, at("2026-03-05"), LetterId { id: bare.id }).unwrap();
    assert!(
        shown.text.contains("第201—250页：50页×40元＝2,000元；\n合计4,700元。\n应缴金额4,700元"),
        "{}",
        shown.text
    );
    assert!(shown.remarks.is_empty() && shown.missing.is_empty(), "{:?} {}", shown.remarks, shown.missing);

    // A figure of the clerk's own holds, and the desk says that it differs.
    let own = [("费用金额", "4,000"), ("缴费方式", "到乡财政所缴纳")];
    let changed = letters::save(&mut desk.office, at("2026-03-05"), draft(&shown, &own)).unwrap();
    assert!(changed.remarks[0].contains("4,000元，办理过程里登记的是4,700元"), "{:?}", changed.remarks);
    let issued = issue(&mut desk, "2026-03-05", draft(&shown, &own)).unwrap();
    assert!(issued.text.contains("应缴金额4,000元（大写：人民币肆仟元整）"), "{}", issued.text);
    assert_eq!(events(&mut desk, id), ["收到申请", "发出收费通知"]);
    let record = desk.office.store.record("application", id).unwrap().values;
    assert_eq!(record["fee"], Value::Text("4700".to_owned()));
}

/// Writes every letter as a PDF into the folder that `LETTERS` names, for looking at.
#[test]
#[ignore = "for looking at; names a folder in LETTERS"]
fn every_letter_on_paper() {
    let folder = std::path::PathBuf::from(std::env::var_os("LETTERS").expect("LETTERS names a folder"));
    let (mut desk, id) = with_case();
    for template in domain::letters::templates().unwrap() {
        if template.id == "fee" {
            let step = json!({"on": "2026-03-05", "what": "fee_notice", "yuan": 4_500, "reduction": 200,
                "reason": "申请人属于低保家庭", "basis": {"by": "pages", "pages": 250}});
            let request = json!({"id": id, "event": step});
            call(&mut desk, at("2026-03-05"), "application.event.add", request);
        }
        let letter = begin(&mut desk, "2026-03-05", id, &template.id);
        let value = |place: &office::letters::LetterPlace| match place.name.as_str() {
            name if name.ends_with("日期") || name.ends_with("期限") => "2026-03-20".to_owned(),
            _ if place.value.is_empty() => format!("{}的内容，按实际情况写明", place.name),
            _ => place.value.clone(),
        };
        let typed: std::collections::BTreeMap<_, _> =
            letter.places.iter().map(|place| (place.name.clone(), value(place))).collect();
        let draft = LetterDraft {
            id: letter.id,
            values: typed,
            on: letter.on,
            step: false,
            ..LetterDraft::default()
        };
        letters::save(&mut desk.office, at("2026-03-05"), draft).unwrap();
        let (pages, pdf) =
            paper::preview(&mut desk.office, at("2026-03-05"), LetterId { id: letter.id }).unwrap();
        std::fs::write(folder.join(format!("{}.pdf", template.id)), pdf).unwrap();
        println!("{} {pages}", template.id);
    }
}
