//! Printing through CUPS: the PDF goes to the queue as it is, A4, unscaled.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use office::Failure;

use super::{PageRanges, PrintSetup, Printer, Printers};

/// The print service.
#[derive(Debug, Default)]
pub struct Cups {
    /// Where it listens; `None`: where the system says.
    pub socket: Option<PathBuf>,
}

impl Cups {
    fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        if let Some(socket) = &self.socket {
            command.env("CUPS_SERVER", socket);
        }
        command
    }

    /// The queues that CUPS knows.
    pub fn printers(&self) -> Printers {
        let (names, default) = match (self.lpstat("-e"), self.lpstat("-d")) {
            (Some(names), default) => (names, default.unwrap_or_default()),
            (None, _) => {
                return none(
                    "这台电脑没有安装打印服务（CUPS），不能直接打印；可以导出 PDF 拿到别的电脑上打印",
                );
            }
        };
        // 「system default destination: 名称」, in whatever language; the name stands behind the colon.
        let default = default.rsplit(':').next().unwrap_or_default().trim().to_owned();
        let printers: Vec<Printer> = names
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(|name| Printer { name: name.to_owned(), default: name == default })
            .collect();
        if printers.is_empty() {
            return none("这台电脑还没有添加打印机；请先在系统设置里添加，或者导出 PDF 再打印");
        }
        Printers { printers, system_dialog: false, unavailable: None }
    }

    fn lpstat(&self, option: &str) -> Option<String> {
        let output = self.tool("lpstat").arg(option).env("LC_ALL", "C").stdin(Stdio::null()).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Sends the PDF to its queue.
    pub fn print(
        &self,
        title: &str,
        pdf: &[u8],
        ranges: &PageRanges,
        setup: &PrintSetup,
    ) -> Result<String, Failure> {
        let known = self.printers();
        if let Some(why) = known.unavailable {
            return Err(Failure::new("print.no_printer", why, "报告没有打印"));
        }
        let chosen = match &setup.printer {
            Some(name) => known.printers.iter().find(|printer| &printer.name == name),
            None => known.printers.iter().find(|printer| printer.default).or(known.printers.first()),
        };
        let Some(printer) = chosen else {
            let name = setup.printer.as_deref().unwrap_or_default();
            return Err(Failure::new(
                "print.no_printer",
                format!("没有名为「{name}」的打印机，报告没有打印"),
                "请重新选择打印机",
            ));
        };
        let output = self.send(&arguments(title, &printer.name, ranges, setup), pdf);
        match output {
            Ok(output) if output.status.success() => Ok(format!("已送到打印机「{}」", printer.name)),
            Ok(output) => Err(failed(&String::from_utf8_lossy(&output.stderr))),
            Err(error) => Err(failed(&error.to_string())),
        }
    }

    fn send(&self, arguments: &[String], pdf: &[u8]) -> std::io::Result<Output> {
        let mut lp = self
            .tool("lp")
            .args(arguments)
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut stdin) = lp.stdin.take() {
            stdin.write_all(pdf)?;
        }
        lp.wait_with_output()
    }
}

fn none(why: &str) -> Printers {
    Printers { printers: Vec::new(), system_dialog: false, unavailable: Some(why.to_owned()) }
}

fn arguments(title: &str, printer: &str, ranges: &PageRanges, setup: &PrintSetup) -> Vec<String> {
    let sides = if setup.single_sided { "one-sided" } else { "two-sided-long-edge" };
    let mut arguments = vec!["-d".to_owned(), printer.to_owned(), "-t".to_owned(), title.to_owned()];
    arguments.extend(["-n".to_owned(), setup.copies.clamp(1, 999).to_string()]);
    for option in ["media=A4", &format!("sides={sides}"), "print-scaling=none", "fit-to-page=false"] {
        arguments.extend(["-o".to_owned(), option.to_owned()]);
    }
    if !ranges.is_whole() {
        arguments.extend(["-P".to_owned(), ranges.to_cups()]);
    }
    // From here on no name is an option.
    arguments.extend(["--".to_owned(), "-".to_owned()]);
    arguments
}

fn failed(said: &str) -> Failure {
    Failure::new(
        "print.failed",
        format!("打印没有成功：{}", said.trim()),
        "请检查打印机是否开机、联网，再打印一次；也可以导出 PDF 再打印",
    )
}

#[cfg(test)]
mod tests;
