use office::editions::Edition;
use office::letters::at_once::LetterAtOnce;
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
    let letter = LetterAtOnce {
        application: 12,
        template: "reply.not_exist".into(),
        values: [("检索情况".to_owned(), "查了档案=没有".to_owned())].into(),
        on: "2026-03-05".parse().ok(),
        number: None,
    };
    let (kind, out) = (FileKind::Docx, "a.docx".into());
    let line = "letter docx 12 reply.not_exist 检索情况=查了档案=没有 --on 2026-03-05 --out a.docx";
    let write = LetterCall::Write { letter, issue: false, kind, out };
    assert_eq!(typed(line).unwrap().call, Call::Letter(write));
    let file = LetterCall::File { letter: 3, kind: FileKind::Pdf, out: "a.PDF".into() };
    assert_eq!(typed("letter file 3 --out a.PDF").unwrap().call, Call::Letter(file));
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
    assert_eq!(said("letter pdf 12 --out a.pdf"), "没有写哪一种文书，letter list 会列出");
    assert_eq!(said("letter list 2026-1"), "「2026-1」不是编号，list application 的第一列是编号");
    assert_eq!(said("letter pdf 1 fee 金额 --out a.pdf"), "「金额」要写成 项=内容，例如 理由=查阅了档案");
    assert_eq!(said("letter file 3 --out a.txt"), "letter file 的文件名要以 .pdf 或者 .docx 结尾");
    assert_eq!(
        said("letter pdf 1 receipt --number 1号 --out a.pdf"),
        "没有发出的文书不编文号：--number 要和 --issue 一起写"
    );
    assert_eq!(said("letter write 1"), "没有「letter write 1」这个命令");
    assert_eq!(typed("--help"), Err(Usage::Help));
}
