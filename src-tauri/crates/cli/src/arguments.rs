//! What was typed on the command line.

use std::path::PathBuf;

use lexopt::prelude::*;

/// The help text.
pub const HELP: &str = "\
gongkai-cli：政府信息公开年报的命令行

用法：gongkai-cli [--data 文件夹] 命令

  demo                                在空文件夹里建立示例单位
  add 台账 --json 文件|-              添加一条或一组记录，打印新编号
  list 台账 [--year 年] [--json]      列出记录
  figures --year 年 [--json]          全部数据项：编号、名称、数值、怎样统计
  report show --year 年 [--json]      年度报告的文字和数据
  report pdf --year 年 --out 文件     年度报告 PDF

台账：disclosure 主动公开信息、application 依申请公开申请、inquiry 咨询、complaint 投诉举报、
      dispute 行政复议和行政诉讼、hotline 热线办件、activity 会议培训督查宣传解读、post 机构人员、
      measure 制度与考核、fee 收费及减免、normative 行政规范性文件

选项：
  --data 文件夹   数据文件夹（默认：本用户的数据文件夹）
  --json          输出 JSON
  --help          这份说明
  --version       版本

出错时把「代码: 说明」写到标准错误，退出码为 1；用法不对，退出码为 2。
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
    /// The report's words and figures.
    ReportShow {
        /// Year.
        year: i32,
    },
    /// The report on paper.
    ReportPdf {
        /// Year.
        year: i32,
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

fn call(typed: Typed) -> Result<Arguments, Usage> {
    let words: Vec<&str> = typed.words.iter().map(String::as_str).collect();
    let year = || typed.year.ok_or_else(|| Usage::Wrong("缺少 --year".to_owned()));
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
        ["report", "show"] => Call::ReportShow { year: year()? },
        ["report", "pdf"] => Call::ReportPdf {
            year: year()?,
            out: typed
                .out
                .clone()
                .ok_or_else(|| Usage::Wrong("report pdf 要用 --out 指定文件".to_owned()))?,
        },
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
        assert_eq!(pdf.call, Call::ReportPdf { year: 2018, out: "r.pdf".into() });
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
        assert_eq!(said("demo --colour"), "没有 --colour 这个选项");
        assert_eq!(said("report print"), "没有「report print」这个命令");
        assert_eq!(typed("--help"), Err(Usage::Help));
    }
}
