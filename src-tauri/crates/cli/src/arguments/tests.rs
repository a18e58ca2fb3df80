use office::editions::Edition;
use office::report_file::FileKind;

use super::*;

fn typed(line: &str) -> Result<Arguments, Usage> {
    read(lexopt::Parser::from_args(line.split_whitespace()))
}

#[test]
fn commands_as_documented() {
    let pdf = typed("report pdf --year 2018 --out r.pdf --data d").unwrap();
    assert_eq!(
        pdf.call,
        Call::Report(ReportCall::File {
            year: 2018,
            version: None,
            edition: Edition::Report,
            kind: FileKind::Pdf,
            out: "r.pdf".into()
        })
    );
    let old = typed("report show --year 2018 --version 1").unwrap();
    assert_eq!(old.call, Call::Report(ReportCall::Show { year: 2018, version: Some(1) }));
    let cells = vec![("t2.permit".to_owned(), "12".to_owned()), ("t2.fee".to_owned(), String::new())];
    let cell = typed("cell t2.permit=12 t2.fee= --year 2025 --reason 财政所").unwrap();
    assert_eq!(cell.call, Call::Cell { year: 2025, cells, reason: "财政所".into() });
    let text = Call::CheckText { file: "r.txt".into(), format: Some("2021".into()), year: None };
    assert_eq!(typed("check --text r.txt --format 2021").unwrap().call, text);
    assert_eq!(pdf.data, Some("d".into()));
    assert_eq!(
        typed("add inquiry --json -").unwrap().call,
        Call::Add { ledger: "inquiry".into(), json: "-".into() }
    );
    assert!(typed("figures --year 2018年 --json").unwrap().json);
}

#[test]
fn wrong_usage_says_what_is_wrong() {
    let said = |line| match typed(line) {
        Err(Usage::Wrong(message)) => message,
        other => panic!("{other:?}"),
    };
    assert_eq!(said(""), "没有写命令");
    assert_eq!(said("figures"), "缺少 --year");
    assert_eq!(said("figures --year 18"), "「18」不是年度，请写成 --year 2018");
    assert_eq!(said("list"), "没有写台账");
    assert_eq!(said("report pdf --year 2018"), "report pdf 要用 --out 指定文件");
    assert_eq!(
        said("report html --year 2018 --edition filing --out r.html"),
        "报送稿没有网页，网页只有公开稿：请写 --edition public"
    );
    assert_eq!(said("demo --colour"), "没有 --colour 这个选项");
    assert_eq!(said("report show --year 2018 --version 零"), "「零」不是版次，请写成 --version 1");
    assert_eq!(said("cell t2.permit --year 2025"), "「t2.permit」要写成 格=数，例如 t2.permit=12");
    assert_eq!(said("waive --year 2025 --key k"), "缺少 --note");
    assert_eq!(said("report print"), "没有「report print」这个命令");
    assert_eq!(said("deadline --days 20"), "缺少 --received");
    assert_eq!(
        said("deadline --received 2025-02-30 --days 20"),
        "「2025-02-30」不是日期，请写成 --received 2025-09-25"
    );
    assert_eq!(said("deadline --received 2025-09-25 --days 二十"), "「二十」不是工作日数，请写成 --days 20");
    assert_eq!(typed("--help"), Err(Usage::Help));
}
