//! The desktop program's few arguments.

use std::path::PathBuf;

use lexopt::prelude::*;

const HELP: &str = "\
政府信息公开年报

用法：gongkai [--data 文件夹] [--demo]

  --data 文件夹   数据文件夹（默认：本用户的数据文件夹）
  --demo          打开示例单位；不指定 --data 时放在默认数据文件夹旁边，不碰自己的数据
";

/// What the program was started with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// `--data`
    pub data: Option<PathBuf>,
    /// `--demo`
    pub demo: bool,
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
        assert_eq!(typed, Arguments { data: Some("甲".into()), demo: true });
        assert!(read(lexopt::Parser::from_args(["--colour"])).unwrap_err().contains("--colour"));
    }
}
