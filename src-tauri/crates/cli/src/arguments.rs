//! What was typed on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::prelude::*;
use office::editions::Edition;
use office::report_file::FileKind;

/// The help text.
pub const HELP: &str = "\
gongkai-cli：政府信息公开年报的命令行

用法：gongkai-cli [--data 文件夹] 命令

  demo                                在空文件夹里建立示例单位
  add 台账 --json 文件|-              添加一条或一组记录，打印新编号
  list 台账 [--year 年] [--json]      列出记录
  figures --year 年 [--json]          全部数据项：编号、名称、数值、怎样统计
  cell --year 年 格=数…  [--reason 理由]  人工填写表格，如 t2.permit=12；「格=」改回统计
  check --year 年 [--json]            校验：有没写情况说明的错误时退出码为 3
  check --text 文件 [--format 2008|2019|2021] [--year 年] [--json]
                                      校验任何一份年报的文字（UTF-8 文本）
  waive --year 年 --key 标识 --note 说明  给一条校验结果写情况说明
  report show --year 年 [--version 版] [--json]    年度报告的文字和数据
  report pdf --year 年 [--version 版] [--edition filing|public] --out 文件
                                      年度报告 PDF；filing 报送稿，public 公开稿
  report docx --year 年 [--version 版] [--edition filing|public] --out 文件   Word 文件
  report html --year 年 [--version 版] --out 文件   公开稿网页
  report xlsx --year 年 [--version 版] --out 文件   法定表格
  ledger xlsx 台账 --year 年 [--personal] --out 文件   一个台账；不写 --personal 就不含个人信息
  report lock --year 年               锁定归档
  report reopen --year 年 --reason 理由   更正：另开一版
  report versions --year 年 [--json]  各版的归档时间和校验码
  deadline --received 日期 --days 工作日数 [--json]
                                      期限是哪一天，逐日说明；给了 --data 时用那里的节假日安排

台账：disclosure 主动公开信息、application 依申请公开申请、inquiry 咨询、complaint 投诉举报、
      dispute 行政复议和行政诉讼、hotline 热线办件、activity 会议培训督查宣传解读、post 机构人员、
      measure 制度与考核、fee 收费及减免、normative 行政规范性文件

选项：
  --data 文件夹   数据文件夹（默认：本用户的数据文件夹）
  --json          输出 JSON
  --help          这份说明
  --version       版本

环境变量 SOURCE_DATE_EPOCH（秒）代替时钟，让同样的记录每次都写出同样的文件。
出错时把「代码: 说明」写到标准错误，退出码为 1；用法不对，退出码为 2；
校验查出错误，退出码为 3。
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// Make the sample office.
    Demo,
    /// Add records.
    Add {
        /// Ledger id.
        ledger: String,
        /// File, or `-` for standard input.
        json: PathBuf,
    },
    /// List records.
    List {
        /// Ledger id.
        ledger: String,
        /// Only this year.
        year: Option<i32>,
    },
    /// Every figure of a year.
    Figures {
        /// Year.
        year: i32,
    },
    /// Enter cells by hand.
    Cell {
        /// Year.
        year: i32,
        /// Cell id and what to enter; empty: back to the count.
        cells: Vec<(String, String)>,
        /// Why.
        reason: String,
    },
    /// Check a year's report.
    Check {
        /// Year.
        year: i32,
    },
    /// Check the text of any report.
    CheckText {
        /// The file.
        file: PathBuf,
        /// Format id; without, the one its year calls for.
        format: Option<String>,
        /// Its year; without, the one it names.
        year: Option<i32>,
    },
    /// Say something of a finding.
    Waive {
        /// Year.
        year: i32,
        /// The finding's key.
        key: String,
        /// The words.
        note: String,
    },
    /// Lock a year.
    ReportLock {
        /// Year.
        year: i32,
    },
    /// Open a correction.
    ReportReopen {
        /// Year.
        year: i32,
        /// Why.
        reason: String,
    },
    /// The last day of a term, explained.
    Deadline {
        /// The day of the beginning; not counted.
        received: NaiveDate,
        /// Working days.
        days: u32,
    },
    /// The versions of a year's report.
    ReportVersions {
        /// Year.
        year: i32,
    },
    /// The report's words and figures.
    ReportShow {
        /// Year.
        year: i32,
        /// A locked version.
        version: Option<u32>,
    },
    /// The report on paper.
    ReportPdf {
        /// Year.
        year: i32,
        /// A locked version.
        version: Option<u32>,
        /// Which edition.
        edition: Edition,
        /// File to write.
        out: PathBuf,
    },
    /// The report as another kind of file.
    ReportFile {
        /// Year.
        year: i32,
        /// A locked version.
        version: Option<u32>,
        /// Which edition.
        edition: Edition,
        /// Which kind.
        kind: FileKind,
        /// File to write.
        out: PathBuf,
    },
    /// A ledger as a sheet.
    LedgerFile {
        /// Ledger id.
        ledger: String,
        /// Year.
        year: i32,
        /// With the fields that hold personal data.
        personal: bool,
        /// File to write.
        out: PathBuf,
    },
}

/// A whole command line.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// `--data`
    pub data: Option<PathBuf>,
    /// `--json` as an output form.
    pub json: bool,
    /// The command.
    pub call: Call,
}

/// Why there is nothing to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Usage {
    /// Asked for help.
    Help,
    /// Asked for the version.
    Version,
    /// Not understood.
    Wrong(String),
}

#[derive(Default)]
struct Typed {
    words: Vec<String>,
    data: Option<PathBuf>,
    year: Option<i32>,
    out: Option<PathBuf>,
    json: bool,
    json_file: Option<PathBuf>,
    text: Option<PathBuf>,
    format: Option<String>,
    reason: Option<String>,
    key: Option<String>,
    note: Option<String>,
    version: Option<u32>,
    edition: Edition,
    personal: bool,
    received: Option<NaiveDate>,
    days: Option<u32>,
}

/// Reads a command line.
///
/// # Errors
/// [`Usage`].
pub fn read(mut parser: lexopt::Parser) -> Result<Arguments, Usage> {
    let wrong = |error: lexopt::Error| Usage::Wrong(in_chinese(&error));
    let mut typed = Typed::default();
    while let Some(argument) = parser.next().map_err(wrong)? {
        match argument {
            Long("help") | Short('h') => return Err(Usage::Help),
            // Behind `report` a number follows; elsewhere it asks which version the program is.
            Long("version") if typed.words.first().is_some_and(|w| w == "report") => {
                let text = string(&mut parser)?;
                let version = text.parse().ok().filter(|n| *n > 0);
                let wrong = || Usage::Wrong(format!("「{text}」不是版次，请写成 --version 1"));
                typed.version = Some(version.ok_or_else(wrong)?);
            }
            Long("version") | Short('V') => return Err(Usage::Version),
            Long("data") => typed.data = Some(parser.value().map_err(wrong)?.into()),
            Long("out") => typed.out = Some(parser.value().map_err(wrong)?.into()),
            Long("year") => {
                let text = parser.value().map_err(wrong)?.to_string_lossy().into_owned();
                let year = text.trim_end_matches('年').parse().ok().filter(|y| (1990..=2100).contains(y));
                typed.year = Some(
                    year.ok_or_else(|| Usage::Wrong(format!("「{text}」不是年度，请写成 --year 2018")))?,
                );
            }
            Long("text") => typed.text = Some(parser.value().map_err(wrong)?.into()),
            Long("format") => typed.format = Some(string(&mut parser)?),
            Long("edition") => {
                typed.edition = match string(&mut parser)?.as_str() {
                    "filing" | "报送稿" => Edition::Filing,
                    "public" | "公开稿" => Edition::Public,
                    other => {
                        return Err(Usage::Wrong(format!("没有「{other}」这种稿，请写 filing 或 public")));
                    }
                };
            }
            Long("personal") => typed.personal = true,
            Long("received") => {
                let text = string(&mut parser)?;
                let wrong = || Usage::Wrong(format!("「{text}」不是日期，请写成 --received 2025-09-25"));
                typed.received = Some(text.parse().map_err(|_| wrong())?);
            }
            Long("days") => {
                let text = string(&mut parser)?;
                let wrong = || Usage::Wrong(format!("「{text}」不是工作日数，请写成 --days 20"));
                typed.days = Some(text.parse().map_err(|_| wrong())?);
            }
            Long("reason") => typed.reason = Some(string(&mut parser)?),
            Long("key") => typed.key = Some(string(&mut parser)?),
            Long("note") => typed.note = Some(string(&mut parser)?),
            // For `add` a file follows; elsewhere it asks for JSON output.
            Long("json") if typed.words.first().is_some_and(|w| w == "add") => {
                typed.json_file = Some(parser.value().map_err(wrong)?.into());
            }
            Long("json") => typed.json = true,
            Value(word) => typed.words.push(word.to_string_lossy().into_owned()),
            other => return Err(wrong(other.unexpected())),
        }
    }
    call(typed)
}

fn string(parser: &mut lexopt::Parser) -> Result<String, Usage> {
    let value = parser.value().map_err(|error| Usage::Wrong(in_chinese(&error)))?;
    Ok(value.to_string_lossy().into_owned())
}

fn cells(words: &[&str]) -> Result<Vec<(String, String)>, Usage> {
    let cell = |word: &&str| {
        let (cell, value) = word
            .split_once('=')
            .ok_or_else(|| Usage::Wrong(format!("「{word}」要写成 格=数，例如 t2.permit=12")))?;
        Ok((cell.to_owned(), value.to_owned()))
    };
    words.iter().map(cell).collect()
}

fn call(typed: Typed) -> Result<Arguments, Usage> {
    let words: Vec<&str> = typed.words.iter().map(String::as_str).collect();
    let year = || typed.year.ok_or_else(|| Usage::Wrong("缺少 --year".to_owned()));
    let out = |command: &str| {
        typed.out.clone().ok_or_else(|| Usage::Wrong(format!("{command} 要用 --out 指定文件")))
    };
    let call = match words.as_slice() {
        ["demo"] => Call::Demo,
        ["add", ledger] => Call::Add {
            ledger: (*ledger).to_owned(),
            json: typed
                .json_file
                .clone()
                .ok_or_else(|| Usage::Wrong("add 要用 --json 指定文件".to_owned()))?,
        },
        ["list", ledger] => Call::List { ledger: (*ledger).to_owned(), year: typed.year },
        ["figures"] => Call::Figures { year: year()? },
        ["cell"] => return Err(Usage::Wrong("没有写要填哪一格，例如 t2.permit=12".to_owned())),
        ["cell", rest @ ..] => Call::Cell {
            year: year()?,
            cells: cells(rest)?,
            reason: typed.reason.clone().unwrap_or_default(),
        },
        ["check"] => match &typed.text {
            Some(file) => {
                Call::CheckText { file: file.clone(), format: typed.format.clone(), year: typed.year }
            }
            None => Call::Check { year: year()? },
        },
        ["waive"] => Call::Waive {
            year: year()?,
            key: typed.key.clone().ok_or_else(|| Usage::Wrong("缺少 --key".to_owned()))?,
            note: typed.note.clone().ok_or_else(|| Usage::Wrong("缺少 --note".to_owned()))?,
        },
        ["deadline"] => Call::Deadline {
            received: typed.received.ok_or_else(|| Usage::Wrong("缺少 --received".to_owned()))?,
            days: typed.days.ok_or_else(|| Usage::Wrong("缺少 --days".to_owned()))?,
        },
        ["report", "lock"] => Call::ReportLock { year: year()? },
        ["report", "reopen"] => Call::ReportReopen {
            year: year()?,
            reason: typed.reason.clone().ok_or_else(|| Usage::Wrong("缺少 --reason".to_owned()))?,
        },
        ["report", "versions"] => Call::ReportVersions { year: year()? },
        ["report", "show"] => Call::ReportShow { year: year()?, version: typed.version },
        ["report", "pdf"] => Call::ReportPdf {
            year: year()?,
            version: typed.version,
            edition: typed.edition,
            out: out("report pdf")?,
        },
        ["report", "html"] if typed.edition == Edition::Filing => {
            return Err(Usage::Wrong("报送稿没有网页，网页只有公开稿：请写 --edition public".to_owned()));
        }
        ["report", kind @ ("docx" | "html" | "xlsx")] => Call::ReportFile {
            year: year()?,
            version: typed.version,
            edition: typed.edition,
            kind: match *kind {
                "docx" => FileKind::Docx,
                "html" => FileKind::Html,
                _ => FileKind::Xlsx,
            },
            out: out(&format!("report {kind}"))?,
        },
        ["ledger", "xlsx", ledger] => {
            let (year, out) = (year()?, out("ledger xlsx")?);
            Call::LedgerFile { ledger: (*ledger).to_owned(), year, personal: typed.personal, out }
        }
        [] => return Err(Usage::Wrong("没有写命令".to_owned())),
        ["add" | "list"] => return Err(Usage::Wrong("没有写台账".to_owned())),
        _ => return Err(Usage::Wrong(format!("没有「{}」这个命令", words.join(" ")))),
    };
    Ok(Arguments { data: typed.data, json: typed.json, call })
}

fn in_chinese(error: &lexopt::Error) -> String {
    match error {
        lexopt::Error::MissingValue { option: Some(option) } => format!("{option} 后面缺少内容"),
        lexopt::Error::UnexpectedOption(option) => format!("没有 {option} 这个选项"),
        lexopt::Error::UnexpectedValue { option, .. } => format!("{option} 后面不要写内容"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Arguments, Usage> {
        read(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn commands_as_documented() {
        let pdf = typed("report pdf --year 2018 --out r.pdf --data d").unwrap();
        assert_eq!(
            pdf.call,
            Call::ReportPdf { year: 2018, version: None, edition: Edition::Report, out: "r.pdf".into() }
        );
        let old = typed("report show --year 2018 --version 1").unwrap();
        assert_eq!(old.call, Call::ReportShow { year: 2018, version: Some(1) });
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
        assert_eq!(
            said("deadline --received 2025-09-25 --days 二十"),
            "「二十」不是工作日数，请写成 --days 20"
        );
        assert_eq!(typed("--help"), Err(Usage::Help));
    }
}
