//! The command line as the county's IT staff use it, and its PDF as other tools read it.

use std::path::Path;
use std::process::{Command, Output};

fn cli(data: &Path, line: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gongkai-cli")).arg("--data").arg(data).args(line).output().unwrap()
}

fn done(data: &Path, line: &[&str]) -> String {
    let output = cli(data, line);
    assert!(output.status.success(), "{line:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn failed(data: &Path, line: &[&str]) -> (i32, String) {
    let output = cli(data, line);
    (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn tool(name: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(name).args(arguments).output() {
        Ok(output) => {
            assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stdout));
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(_) => {
            eprintln!("skipped: {name} is not installed (./scripts/test.sh installs it)");
            None
        }
    }
}

fn figure(figures: &serde_json::Value, id: &str) -> String {
    let found = figures
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["id"] == id)
        .unwrap_or_else(|| panic!("no figure {id}"));
    found["text"].as_str().unwrap().to_owned()
}

#[test]
fn the_sample_office_has_the_published_figures() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["demo"]);
    let figures =
        serde_json::from_str(&done(folder.path(), &["figures", "--year", "2018", "--json"])).unwrap();
    let expected = [
        ("disclosure.total", "200"),
        ("disclosure.category.news", "30"),
        ("disclosure.category.policy", "50"),
        ("disclosure.category.notice", "5"),
        ("disclosure.category.publicity", "80"),
        ("inquiry.total", "400"),
        ("inquiry.by.phone", "50"),
        ("inquiry.by.on_site", "150"),
        ("inquiry.by.wechat", "200"),
        ("complaint.total", "0"),
        ("application.total", "0"),
        ("fee.cases", "0"),
        ("dispute.reconsideration", "0"),
        ("dispute.litigation", "0"),
    ];
    for (id, value) in expected {
        assert_eq!(figure(&figures, id), value, "{id}");
    }
    let about = |id: &str| {
        let found = figures.as_array().unwrap().iter().find(|f| f["id"] == id).unwrap();
        found["about"].as_str().unwrap().to_owned()
    };
    assert_eq!(about("disclosure.channel.board"), "100余");
    assert_eq!(about("disclosure.new_media"), "80余");
    assert_eq!(about("own.1"), "100余");
}

#[test]
fn the_report_on_paper_says_every_figure() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["demo"]);
    let pdf = folder.path().join("r.pdf");
    let path = pdf.to_str().unwrap();
    done(folder.path(), &["report", "pdf", "--year", "2018", "--out", path]);
    let Some(text) = tool("pdftotext", &["-layout", path, "-"]) else { return };
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for said in [
        "下达河乡2018年政府信息公开工作年度报告",
        "共主动公开政府信息200条",
        "政务公开栏发布100余条",
        "新媒体发布80余条",
        "乡镇动态30条",
        "政策性信息50条",
        "公告公示5条",
        "宣传信息80条",
        "扶贫办、民政办发布信息100余条",
        "咨询400人次",
        "电话咨询50人次",
        "现场咨询150人次",
        "微信咨询200人次",
        "投诉举报0件",
        "申请0件",
        "收取费用0元",
        "行政复议0件",
        "行政诉讼0件",
        "六、存在的主要问题和改进措施",
        "下达河乡人民政府",
    ] {
        assert!(text.contains(said), "「{said}」 is missing in\n{text}");
    }
    if let Some(fonts) = tool("pdffonts", &[path]) {
        let lines: Vec<_> = fonts.lines().skip(2).collect();
        assert!(!lines.is_empty());
        for line in lines {
            // … emb sub uni object ID
            let words: Vec<_> = line.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(words, ["yes", "yes", "yes"], "{line}");
        }
    }
    if let Some(checked) = tool("qpdf", &["--check", path]) {
        assert!(checked.contains("No syntax or stream encoding errors"), "{checked}");
    }
    if let Some(info) = tool("pdfinfo", &[path]) {
        assert!(info.contains("下达河乡人民政府") && info.contains("A4"), "{info}");
    }
    assert!(std::fs::metadata(&pdf).unwrap().len() < 500 * 1024);
}

#[test]
fn records_go_in_and_come_out() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["demo"]);
    let file = folder.path().join("new.json");
    let records = r#"[
        {"on": "2019-03-04", "way": "电话", "persons": 3, "subject": "低保申请条件"},
        {"on": "2019年3月5日", "way": "on_site", "subject": "=HYPERLINK(\"x\")"}
    ]"#;
    std::fs::write(&file, records).unwrap();
    let ids = done(folder.path(), &["add", "inquiry", "--json", file.to_str().unwrap()]);
    assert_eq!(ids.lines().count(), 2);
    let list: serde_json::Value =
        serde_json::from_str(&done(folder.path(), &["list", "inquiry", "--year", "2019", "--json"])).unwrap();
    assert_eq!(list.as_array().unwrap().len(), 2);
    assert_eq!(list[0]["values"]["way"], "phone");
    assert_eq!(list[1]["values"]["persons"], 1);
    let figures =
        serde_json::from_str(&done(folder.path(), &["figures", "--year", "2019", "--json"])).unwrap();
    assert_eq!(figure(&figures, "inquiry.total"), "4");
}

#[test]
fn wrong_input_says_what_and_keeps_nothing_half() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["demo"]);
    let add = |json: &str| {
        let file = folder.path().join("new.json");
        std::fs::write(&file, json).unwrap();
        failed(folder.path(), &["add", "disclosure", "--json", file.to_str().unwrap()])
    };
    for (json, code, said) in [
        (r#"{"formed_on": "2018-03-01"}"#, "record.incomplete", "请填写标题"),
        (r#"{"title": "甲", "formed_on": "2018-02-30"}"#, "record.incomplete", "这一天不存在"),
        (
            r#"{"title": "甲", "formed_on": "2018-03-02", "published_on": "2018-03-01"}"#,
            "record.incomplete",
            "早于形成日期",
        ),
        (r#"{"title": "甲", "formed_on": "2018-03-02", "category": "天气"}"#, "record.incomplete", "天气"),
        (r#"{"title": "甲", "colour": "红"}"#, "record.unknown_field", "colour"),
        (r#"[{"title": "甲", "formed_on": "2018-03-02"}, {"title": ""}]"#, "record.incomplete", "第 2 条"),
        (r#"{"title": "#, "file.json", "JSON"),
    ] {
        let (status, message) = add(json);
        assert_eq!(status, 1, "{json}: {message}");
        assert!(message.starts_with(&format!("{code}: ")) && message.contains(said), "{json}: {message}");
    }
    let figures =
        serde_json::from_str(&done(folder.path(), &["figures", "--year", "2018", "--json"])).unwrap();
    assert_eq!(figure(&figures, "disclosure.total"), "200");
}

#[test]
fn folders_and_files_that_cannot_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let (status, message) = failed(&folder.path().join("nowhere"), &["figures", "--year", "2018"]);
    assert!(status == 1 && message.starts_with("folder.empty: "), "{message}");
    assert!(!folder.path().join("nowhere").exists());

    done(folder.path(), &["demo"]);
    let (status, message) = failed(folder.path(), &["demo"]);
    assert!(status == 1 && message.starts_with("demo.not_empty: "), "{message}");

    let blocked = folder.path().join("gongkai.db/r.pdf");
    let (status, message) =
        failed(folder.path(), &["report", "pdf", "--year", "2018", "--out", blocked.to_str().unwrap()]);
    assert!(status == 1 && message.starts_with("export.failed: "), "{message}");

    let damaged = tempfile::tempdir().unwrap();
    std::fs::write(damaged.path().join("gongkai.db"), b"not a database, but long enough to look like a file")
        .unwrap();
    let (status, message) = failed(damaged.path(), &["figures", "--year", "2018"]);
    assert!(status == 1 && message.starts_with("database.damaged: "), "{message}");

    let (status, message) = failed(folder.path(), &["figures"]);
    assert!(status == 2 && message.contains("--year"), "{message}");
}

/// Root may write everywhere, so the program is run as nobody.
#[cfg(unix)]
#[test]
fn a_folder_without_write_permission() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let folder = tempfile::tempdir().unwrap();
    let open = |path: &Path| std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    open(folder.path());
    let program = folder.path().join("gongkai-cli");
    std::fs::copy(env!("CARGO_BIN_EXE_gongkai-cli"), &program).unwrap();
    let data = folder.path().join("data");
    done(&data, &["demo"]);
    let mut command = Command::new(program);
    if std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0) {
        command.uid(65_534).gid(65_534);
    } else {
        std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o555)).unwrap();
    }
    let output = command.arg("--data").arg(&data).args(["figures", "--year", "2018"]).output().unwrap();
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.starts_with("folder.not_writable: ") && message.contains("data"), "{message}");
    let figures = serde_json::from_str(&done(&data, &["figures", "--year", "2018", "--json"])).unwrap();
    assert_eq!(figure(&figures, "disclosure.total"), "200");
}
