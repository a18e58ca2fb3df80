//! The desktop program's few arguments.

use std::path::PathBuf;

use lexopt::prelude::*;

const HELP: &str = "\
政府信息公开年报

用法：gongkai [--data 文件夹] [--demo] [数据包.gknb]

  --data 文件夹   数据文件夹（默认：本用户的数据文件夹）
  --demo          打开示例单位；不指定 --data 时放在默认数据文件夹旁边，不碰自己的数据
  --check         不开窗口，检查程序装得是否完整，结果写到标准输出
  --version       版本
";

/// What the program was started with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// `--data`
    pub data: Option<PathBuf>,
    /// `--demo`
    pub demo: bool,
    /// `--check`
    pub check: bool,
    /// A file to open: double-clicked, or dropped on the program.
    pub file: Option<PathBuf>,
}

/// Reads the command line.
///
/// # Errors
/// What to print before leaving: the help, or what was not understood and the help.
pub fn read(mut parser: lexopt::Parser) -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let wrong = |error: lexopt::Error| format!("用法不对：{error}\n\n{HELP}");
    while let Some(argument) = parser.next().map_err(wrong)? {
        match argument {
            Long("data") => arguments.data = Some(parser.value().map_err(wrong)?.into()),
            Long("demo") => arguments.demo = true,
            Long("check") => arguments.check = true,
            Long("version") | Short('V') => {
                return Err(format!("政府信息公开年报 {}", env!("CARGO_PKG_VERSION")));
            }
            Value(file) => arguments.file = Some(file.into()),
            Long("help") | Short('h') => return Err(HELP.to_owned()),
            other => return Err(wrong(other.unexpected())),
        }
    }
    Ok(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_and_demo() {
        let typed = read(lexopt::Parser::from_args(["--demo", "--data", "甲"])).unwrap();
        assert_eq!(typed, Arguments { data: Some("甲".into()), demo: true, ..Arguments::default() });
        let opened = read(lexopt::Parser::from_args(["某乡 2025.gknb"])).unwrap();
        assert_eq!(opened.file, Some("某乡 2025.gknb".into()));
        assert!(read(lexopt::Parser::from_args(["--colour"])).unwrap_err().contains("--colour"));
    }
}
