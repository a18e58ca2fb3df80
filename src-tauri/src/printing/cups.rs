//! Printing through CUPS: the PDF goes to the queue as it is, A4, unscaled.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use office::Failure;

use super::{PageRanges, PrintSetup, Printer, Printers};

/// The queues that CUPS knows.
pub fn printers() -> Printers {
    let (names, default) = match (lpstat("-e"), lpstat("-d")) {
        (Some(names), default) => (names, default.unwrap_or_default()),
        (None, _) => {
            return none("这台电脑没有安装打印服务（CUPS），不能直接打印；可以导出 PDF 拿到别的电脑上打印");
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

fn none(why: &str) -> Printers {
    Printers { printers: Vec::new(), system_dialog: false, unavailable: Some(why.to_owned()) }
}

fn lpstat(option: &str) -> Option<String> {
    let output = Command::new("lpstat").arg(option).env("LC_ALL", "C").stdin(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Sends the PDF to its queue.
pub fn print(title: &str, pdf: &[u8], ranges: &PageRanges, setup: &PrintSetup) -> Result<String, Failure> {
    let known = printers();
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
    let output = send(&arguments(title, &printer.name, ranges, setup), pdf);
    match output {
        Ok(output) if output.status.success() => Ok(format!("已送到打印机「{}」", printer.name)),
        Ok(output) => Err(failed(&String::from_utf8_lossy(&output.stderr))),
        Err(error) => Err(failed(&error.to_string())),
    }
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

fn send(arguments: &[String], pdf: &[u8]) -> std::io::Result<Output> {
    let mut lp = Command::new("lp")
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

fn failed(said: &str) -> Failure {
    Failure::new(
        "print.failed",
        format!("打印没有成功：{}", said.trim()),
        "请检查打印机是否开机、联网，再打印一次；也可以导出 PDF 再打印",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_a4_unscaled_and_on_both_sides_unless_asked_otherwise() {
        let ranges = PageRanges::read("2-3", 8).unwrap();
        let setup = PrintSetup { copies: 0, ..PrintSetup::default() };
        let line = arguments("甲乡年报", "P1", &ranges, &setup).join(" ");
        assert_eq!(
            line,
            "-d P1 -t 甲乡年报 -n 1 -o media=A4 -o sides=two-sided-long-edge -o print-scaling=none \
             -o fit-to-page=false -P 2-3 -- -"
        );
        let single = PrintSetup { single_sided: true, copies: 3, ..PrintSetup::default() };
        let all = PageRanges::read("", 8).unwrap();
        let line = arguments("甲", "P1", &all, &single).join(" ");
        assert!(line.contains("sides=one-sided") && line.contains("-n 3") && !line.contains("-P"));
    }
}
