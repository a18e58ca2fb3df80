//! Letters from the command line.

use super::*;

/// An office on 2026-03-05 with an application of 2026-03-02; its record id.
fn with_application(data: &Path) -> String {
    done(data, &["demo"]);
    let json = data.join("application.json");
    let application = r#"{"number": "2026-91", "received_on": "2026-03-02", "received_by": "当面",
        "applicant_kind": "自然人", "name": "赵青山", "phone": "13904140000", "content": "一事一议项目资金使用情况"}"#;
    std::fs::write(&json, application).unwrap();
    let id = done(data, &["add", "application", "--json", json.to_str().unwrap()]).trim().to_owned();
    std::fs::remove_file(json).unwrap();
    id
}

/// On 2026-03-05.
fn in_march(data: &Path, line: &[&str]) -> (i32, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gongkai-cli"));
    let output =
        program.env("SOURCE_DATE_EPOCH", "1772704800").arg("--data").arg(data).args(line).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn looks(data: &Path) -> usize {
    let fonts = office::office::find_fonts();
    let mut kept = office::Office::open(data, &fonts, data).unwrap();
    let page = serde_json::json!({"page": 1});
    let log =
        office::commands::call(&mut kept, chrono::NaiveDateTime::default(), "privacy.log", page).unwrap();
    usize::try_from(log["count"].as_u64().unwrap()).unwrap()
}

#[test]
fn a_letter_is_drafted_without_a_trace_and_issued_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let id = with_application(data);
    let before = looks(data);
    let pdf = data.join("补正.pdf");
    let path = pdf.to_str().unwrap();
    let (code, said, noted) = in_march(data, &["letter", "pdf", &id, "correction", "--out", path]);
    assert!(code == 0 && said.contains("共 1 页") && said.contains("没有编号、没有发出"), "{said}{noted}");
    assert!(noted.contains("还有 1 处没有填写：补正事项"), "{noted}");
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    if let Some(text) = tool("pdftotext", &[path, "-"]) {
        assert!(text.contains("赵青山") && !text.contains("号〕") && !text.contains('〔'), "{text}");
    }
    // It names the applicant, so the look is in the log, and nothing else is anywhere.
    assert_eq!(looks(data), before + 1);
    let (_, listed, _) = in_march(data, &["letter", "list", &id]);
    assert!(listed.starts_with("还没有文书\n") && listed.contains("* correction\t"), "{listed}");
    assert!(listed.contains("  reply.unclear\t"), "{listed}");

    let typed = "补正事项=所申请信息的年度和项目名称";
    let issue = ["letter", "pdf", &id, "correction", typed, "补正期限=2026-03-20", "--issue", "--out", path];
    let (code, said, noted) = in_march(data, &issue);
    assert!(code == 0 && said.contains("文号 下政公开补〔2026〕1号，日期 2026-03-05"), "{said}{noted}");
    let (_, listed, _) = in_march(data, &["letter", "list", &id, "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let letter = &listed["letters"][0];
    assert_eq!((&letter["stage"], &letter["number"]), (&"issued".into(), &"下政公开补〔2026〕1号".into()));
    assert!(!listed.to_string().contains("赵青山"), "{listed}");

    // The paper is the one that was frozen, as often as it is asked for.
    let again = data.join("再存.pdf");
    let number = letter["id"].to_string();
    in_march(data, &["letter", "file", &number, "--out", again.to_str().unwrap()]);
    assert!(std::fs::read(&pdf).unwrap() == std::fs::read(&again).unwrap());
    let word = data.join("再存.docx");
    in_march(data, &["letter", "file", &number, "--out", word.to_str().unwrap()]);
    assert!(std::fs::read(&word).unwrap().starts_with(b"PK"));
    assert_eq!(looks(data), before + 4);
    // The case has made the step: a second one cannot be.
    let (_, _, noted) =
        in_march(data, &["letter", "docx", &id, "extension", "--out", word.to_str().unwrap()]);
    assert!(noted.contains("现在不能发出：已要求补正、还没有收到补正"), "{noted}");
}

#[test]
fn a_letter_fails_as_in_the_window_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let id = with_application(data);
    let pdf = data.join("文书.pdf");
    let path = pdf.to_str().unwrap();
    let out = ["--out", path];
    let failed = |line: &[&str]| {
        let (code, _, said) = in_march(data, &[&["letter"], line, &out].concat());
        assert_eq!(code, 1, "{line:?}: {said}");
        said
    };
    let long = ["extension", "延期理由=需要检索的档案较多", "延长天数=30", "--issue"];
    for (line, code, said) in [
        (&["pdf", "9999", "receipt"][..], "record.missing", ""),
        (&["pdf", &id, "receipts"], "letter.unknown", "没有「receipts」这种文书"),
        (&["pdf", &id, "correction", "理由=甲"], "letter.place", "可以填的有：补正原因、补正期限、补正事项"),
        (&["pdf", &id, "correction", "--issue"], "letter.holes", "补正事项"),
        (&["pdf", &id, "receipt", "--on", "2026-03-06", "--issue"], "letter.date", "今天之后"),
        (&[&["pdf", &id][..], &long].concat(), "clock.extension", "30"),
        (&["file", "9999"], "letter.missing", ""),
    ] {
        let message = failed(line);
        assert!(message.starts_with(&format!("{code}: ")) && message.contains(said), "{line:?}: {message}");
    }
    assert!(!pdf.exists());
    let (_, listed, _) = in_march(data, &["letter", "list", &id]);
    assert!(listed.starts_with("还没有文书\n"), "{listed}");

    // What the window points out is pointed out here; it keeps no letter back.
    let line = ["letter", "pdf", &id, "third_party", "第三方=某采石场", "征求内容=赵青山承包地的补偿协议"];
    let (code, said, noted) = in_march(data, &[&line[..], &["--issue", "--out", path]].concat());
    assert!(code == 0 && said.contains("共 2 页"), "{said}{noted}");
    assert!(noted.contains("写着申请人的姓名") && noted.contains("没有送回的地址"), "{noted}");

    // A letter that has left has left, also where its file could not be written.
    let blocked = data.join("gongkai.db/回执.pdf");
    let line = ["letter", "pdf", &id, "receipt", "--issue", "--out", blocked.to_str().unwrap()];
    let (code, _, said) = in_march(data, &line);
    assert!(code == 1 && said.starts_with("export.failed: 已发出「登记回执」"), "{said}");
    assert!(said.contains("不要再发一次；请用 letter file"), "{said}");
    let own =
        ["letter", "pdf", &id, "receipt", "--issue", "--number", "下政公开登〔2026〕1号", "--out", path];
    let (_, _, said) = in_march(data, &own);
    assert!(said.starts_with("letter.number_taken: "), "{said}");
}
