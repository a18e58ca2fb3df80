//! The command line as the county's IT staff use it, and its PDF as other tools read it.

use std::path::Path;
use std::process::{Command, Output};

#[path = "command_line/letters.rs"]
mod letters;

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

#[test]
fn a_wrong_cell_is_found_explained_and_the_year_locked() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    done(data, &["demo"]);
    for year in ["2021", "2022", "2023", "2024", "2025"] {
        let said = done(data, &["check", "--year", year]);
        assert!(said.ends_with("错误 0 处，疑点 0 处，提示 0 处\n"), "{year}: {said}");
    }
    let report: serde_json::Value =
        serde_json::from_str(&done(data, &["report", "show", "--year", "2025", "--json"])).unwrap();
    let cell = |id: &str| {
        report["figures"].as_array().unwrap().iter().find(|f| f["id"] == id).unwrap_or_else(|| panic!("{id}"))
    };
    let partly = cell("t3.result.partly.commercial");
    assert_eq!(partly["place"]["column_label"], "商业企业");
    assert!(partly["place"]["row_label"].as_str().unwrap().starts_with("（二）部分公开"));
    assert_eq!(
        (partly["kind"].as_str(), partly["behind"]["ledger"].as_str()),
        (Some("counted"), Some("application"))
    );
    assert_eq!(cell("t3.carried.natural")["kind"], "carried");
    assert_eq!(cell("t3.result.total.total")["kind"], "computed");
    assert_eq!(
        report["figures"].as_array().unwrap().iter().filter(|f| !f["place"].is_null()).count(),
        10 + 175 + 15
    );

    let new: i64 = cell("t3.new.natural")["text"].as_str().unwrap().parse().unwrap();
    let wrong = format!("t3.new.natural={}", new + 1);
    done(data, &["cell", "--year", "2025", &wrong, "--reason", "登记簿多一件"]);
    let output = cli(data, &["check", "--year", "2025", "--json"]);
    assert_eq!(output.status.code(), Some(3), "errors stand");
    let sheet: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found: Vec<_> = sheet["findings"].as_array().unwrap().iter().map(|c| &c["finding"]).collect();
    let error = found.iter().find(|f| f["severity"] == "error").unwrap();
    let (code, said) = failed(data, &["report", "lock", "--year", "2025"]);
    assert!(code == 1 && said.contains("report.errors"), "{said}");
    for error in found.iter().filter(|f| f["severity"] == "error") {
        let key = error["key"].as_str().unwrap();
        done(data, &["waive", "--year", "2025", "--key", key, "--note", "登记簿为准，已与县里核对"]);
    }
    assert!(error["places"][0]["id"].as_str().unwrap().starts_with("t3."));
    let locked = done(data, &["report", "lock", "--year", "2025"]);
    assert!(locked.contains("第 1 版") && locked.contains("SHA-256"), "{locked}");
    let (_, said) = failed(data, &["cell", "--year", "2025", "t2.permit=1"]);
    assert!(said.contains("report.locked"), "{said}");
    let (_, said) = failed(data, &["report", "lock", "--year", "2025"]);
    assert!(said.contains("report.locked"), "{said}");
    let json = folder.path().join("late.json");
    std::fs::write(&json, r#"{"received_on": "2025-05-05", "received_by": "网络", "applicant_kind": "自然人", "name": "某甲", "content": "补登"}"#).unwrap();
    let (_, said) = failed(data, &["add", "application", "--json", json.to_str().unwrap()]);
    assert!(said.contains("report.locked"), "{said}");
    done(data, &["report", "reopen", "--year", "2025", "--reason", "许可少计"]);
    done(data, &["cell", "--year", "2025", "t2.permit=1"]);
    let first = done(data, &["report", "show", "--year", "2025", "--version", "1"]);
    assert!(first.contains(&format!("t3.new.natural\t{}", new + 1)));
    let versions = done(data, &["report", "versions", "--year", "2025"]);
    assert!(versions.lines().count() == 2 && versions.contains("许可少计"), "{versions}");
}

#[test]
fn the_three_statutory_tables_stand_on_paper() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["demo"]);
    let pdf = folder.path().join("r.pdf");
    let path = pdf.to_str().unwrap();
    done(folder.path(), &["report", "pdf", "--year", "2025", "--out", path]);
    let Some(text) = tool("pdftotext", &["-raw", path, "-"]) else { return };
    let pages: Vec<String> =
        text.split('\u{c}').map(|p| p.chars().filter(|c| !c.is_whitespace()).collect()).collect();
    let on_one = |labels: &[&str]| pages.iter().any(|page| labels.iter().all(|label| page.contains(label)));
    assert!(on_one(&[
        "第二十条第（一）项",
        "行政规范性文件",
        "本年收费金额（单位：万元）",
        "行政事业性收费"
    ]));
    assert!(on_one(&[
        "本列数据的勾稽关系为",
        "一、本年新收",
        "8.属于行政查询事项",
        "四、结转下年度继续办理"
    ]));
    assert!(on_one(&["行政复议", "未经复议直接起诉", "复议后起诉", "尚未审结"]));
}

#[test]
fn the_text_of_any_report_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("某镇.txt");
    let text = "某镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息100条，其中机构职能类20条、工作动态类70条、公示公告类9条。\n";
    std::fs::write(&file, text).unwrap();
    let output = cli(folder.path(), &["check", "--text", file.to_str().unwrap(), "--json"]);
    let sheet: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let rules: Vec<_> = sheet["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["finding"]["rule"].as_str().unwrap())
        .collect();
    assert!(rules.contains(&"text.parts_sum"), "{rules:?}");
    let (_, said) = failed(folder.path(), &["check", "--text", file.to_str().unwrap(), "--format", "1999"]);
    assert!(said.contains("format.unknown"), "{said}");
    std::fs::write(&file, [0xB2, 0xE2, 0xFF]).unwrap();
    let (_, said) = failed(folder.path(), &["check", "--text", file.to_str().unwrap()]);
    assert!(said.contains("file.not_text"), "{said}");
}

#[test]
fn a_term_is_explained_day_by_day_with_and_without_an_office() {
    let run = |line: &[&str]| Command::new(env!("CARGO_BIN_EXE_gongkai-cli")).args(line).output().unwrap();
    let said = run(&["deadline", "--received", "2025-09-25", "--days", "20"]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(said.starts_with("2025-09-25 收到，20 个工作日：2025-10-29\n"), "{said}");
    assert!(said.contains("2025-09-28  周日  调休上班，第2个工作日"), "{said}");
    assert!(said.contains("10月1—8日放假不计"), "{said}");
    assert!(said.trim_end().ends_with("2025-10-29  周三  第20个工作日"), "{said}");

    let json = run(&["deadline", "--received", "2026-12-10", "--days", "20", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["due"], "2027-01-07");
    assert_eq!(json["explanation"]["note"], "2027 年安排未入库，按周末推算");
    let none = run(&["deadline", "--received", "2026-12-10", "--days", "0"]);
    assert_eq!(none.status.code(), Some(1));

    // The office's own calendar counts where its folder is named.
    let folder = tempfile::tempdir().unwrap();
    let fonts = office::office::find_fonts();
    let mut kept = office::Office::open(folder.path(), &fonts, folder.path()).unwrap();
    let local = serde_json::json!({"holidays": [{"name": "县庆", "days": ["2025-10-29"]}]});
    let local = serde_json::from_value(local).unwrap();
    office::calendars::save_local(&mut kept, chrono::NaiveDateTime::default(), local).unwrap();
    drop(kept);
    let said = done(folder.path(), &["deadline", "--received", "2025-09-25", "--days", "20"]);
    assert!(said.starts_with("2025-09-25 收到，20 个工作日：2025-10-30\n"), "{said}");
}

#[test]
fn the_same_records_at_the_same_moment_make_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["demo"]);
    let made = |name: &str| {
        let file = folder.path().join(name);
        let mut program = Command::new(env!("CARGO_BIN_EXE_gongkai-cli"));
        program.env("SOURCE_DATE_EPOCH", "1767855600").arg("--data").arg(folder.path());
        let status = program.args(["report", "pdf", "--year", "2018", "--out"]).arg(&file).status().unwrap();
        assert!(status.success());
        std::fs::read(file).unwrap()
    };
    let first = made("甲.pdf");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == made("乙.pdf"));
    assert!(first.windows(16).any(|part| part == b"D:20260108070000"), "the moment asked for");
}
