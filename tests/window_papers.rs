//! A report leaves the office in the real window: 报送稿 with its number and signer, personal data decided, every
//! form into one folder, and pages through a print queue.

#[path = "support/cups.rs"]
mod cups;
mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use cups::PrintServer;
use support::{Window, can_open_windows};

fn words(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn one<'f>(files: &'f [PathBuf], end: &str) -> &'f Path {
    let found = files.iter().find(|file| file.to_str().unwrap().ends_with(end));
    found.unwrap_or_else(|| panic!("no {end} in {files:?}"))
}

/// The folder that 「全部导出」 names when it is done.
async fn export_all(window: &Window) -> PathBuf {
    window.click("btn-export-all").await;
    window
        .until("[data-testid='export-all-dialog']", |t| t.contains("已导出到") && t.matches('✓').count() >= 7)
        .await;
    let path = window.text("[data-testid='export-all-path']").await;
    window.picture("papers-3-all");
    window
        .client
        .execute(
            "document.querySelector(\"[data-testid='export-all-dialog'] .el-dialog__headerbtn\").click()",
            vec![],
        )
        .await
        .unwrap();
    PathBuf::from(path)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_filing_copy_is_filled_in_exported_in_every_form_and_printed() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let server = PrintServer::start();
    let socket = server.as_ref().map_or_else(|| folder.path().join("nobody"), PrintServer::socket);
    let data = folder.path().join("data");
    let window = Window::open_with(&data, &[("CUPS_SERVER", socket)]).await;
    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    window.choose_year("2025").await;
    window.click("rail-report").await;
    window.find("btn-preview").await;

    // Somebody's telephone has come into the text.
    window.click("part-overview").await;
    window.type_at_end_of_text("群众可拨打13904140000。").await;
    window.click("btn-preview").await;
    window.until("[data-testid='page-position']", |t| t.contains("第 1 页")).await;
    window.picture("papers-1-report");
    window.click("edition-filing").await;
    window.until("[data-testid='personal']", |t| t.contains("1 处待处理")).await;
    window.fill("filing-number", "下政发[2026]第03号").await;
    window.fill("filing-signers", "王建国").await;
    window.fill("filing-addressee", "某县人民政府办公室").await;
    window.picture("papers-2-filing");

    // Nothing leaves before it is decided.
    window.click("btn-export-all").await;
    window
        .until("[data-testid='export-all-refused']", |t| t.contains("手机号码") && !t.contains("13904140000"))
        .await;
    window.click("export-all-personal").await;
    window.click("personal-mask-1").await;
    window.until("[data-testid='personal']", |t| t.contains("都已处理") && t.contains("139******00")).await;

    let exported = export_all(&window).await;
    assert!(exported.starts_with(data.join("导出")), "{exported:?}");
    let written = files(&exported);
    assert_eq!(written.len(), 8, "{written:?}");
    let filing = words(one(&written, "（报送稿）.pdf"));
    for said in ["下政发〔2026〕3号", "签发人", "王建国", "某县人民政府办公室", "特此报告", "139******00"]
    {
        assert!(filing.contains(said), "{said} is not in:\n{filing}");
    }
    assert!(!filing.contains("13904140000"));
    let html = std::fs::read_to_string(one(&written, "（公开稿）.html")).unwrap();
    assert!(html.contains("<table") && html.contains("139******00") && !html.contains("王建国"));
    assert!(
        words(one(&written, "报告.pdf")).contains("13904140000"),
        "the report itself stays as it was written"
    );

    // Printed as it is on screen; without a printer the window says why.
    window.click("btn-print").await;
    window.find("print-dialog").await;
    if let Some(server) = &server {
        window.picture("papers-4-print");
        window.click("print-confirm").await;
        let printed = folder.path().join("printed.pdf");
        std::fs::write(&printed, server.take_printed()).unwrap();
        assert_eq!(
            words(&printed).split_whitespace().collect::<String>(),
            filing.split_whitespace().collect::<String>()
        );
    } else {
        window.until("[data-testid='print-unavailable']", |t| t.contains("打印")).await;
        window.picture("papers-4-print");
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_year_leaves_the_office_as_it_was_frozen() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("data")).await;
    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    window.choose_year("2024").await;
    window.click("rail-report").await;
    window.until("[data-testid='banner-locked']", |t| t.contains("锁定")).await;
    window.click("btn-preview").await;
    window.click("edition-filing").await;
    window.until("[data-testid='page-position']", |t| t.contains("第 1 页")).await;
    window.fill("filing-number", "下政发〔2025〕1号").await;
    let exported = export_all(&window).await;
    let written = files(&exported);
    assert!(words(one(&written, "（报送稿）.pdf")).contains("下政发〔2025〕1号"));
    let frozen = "const done = arguments[arguments.length - 1]; \
                  window.__TAURI_INTERNALS__.invoke('call', { name: 'report.export', \
                  request: { paper: { year: 2024, version: 1 }, kind: 'pdf' } }).then((made) => done(made.path), (failure) => done(failure.code))";
    let path = window.client.execute_async(frozen, vec![]).await.unwrap();
    let frozen = std::fs::read(path.as_str().unwrap()).unwrap();
    assert!(std::fs::read(one(&written, "报告.pdf")).unwrap() == frozen, "the PDF that was locked");
    window.close().await;
}
