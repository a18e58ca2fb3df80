//! The clerk's day in the real window: first run, a new record, the figure, the text, the paper; a power
//! cut while typing; a damaged data file.

mod support;

use std::process::Command;

use fantoccini::key::Key;
use support::{Window, can_open_windows};

fn text_of_pdf(path: &str) -> String {
    let output = Command::new("pdftotext").args(["-layout", path, "-"]).output().unwrap();
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).chars().filter(|c| !c.is_whitespace()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_first_run_to_the_paper() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("数据 一")).await;

    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    window.choose_year("2018").await;
    window.until("[data-testid='card-disclosure']", |t| t.contains("200")).await;
    window.picture("1-workbench");

    window.click("rail-disclosure").await;
    window.until("[data-testid='totals']", |t| t.contains("200")).await;
    window.picture("2-list");
    window.click("btn-new").await;
    window.fill("field-title", "柳树村饮水工程资金使用情况（第四季度）").await;
    window.fill("field-formed_on", "2018-12-20").await;
    window.fill("field-published_on", "20181221").await;
    window.click("channel-quick-政务公开栏").await;
    window.click("channel-quick-微信").await;
    window.picture("3-form");
    window.click("btn-save").await;
    window.until("[data-testid='totals']", |t| t.contains("201")).await;
    window.until("[data-testid='list']", |t| t.contains("柳树村饮水工程")).await;
    window.picture("4-saved");
    window.click("drawer-close").await;

    window.click("rail-report").await;
    window.click("part-disclosure").await;
    window.until(".ProseMirror", |t| t.contains("201")).await;
    window.picture("5-disclosure");
    window.click("part-overview").await;
    window.until(".ProseMirror", |t| t.contains("加强组织领导")).await;
    window.type_at_end_of_text("乡里还为各村配齐了公开栏照明设施。").await;
    window.until("[data-testid='save-state']", |t| t.contains("已保存")).await;
    window.picture("6-overview");

    window.click("btn-preview").await;
    window.find("page-1").await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    window.picture("7-preview");
    window.click("btn-export").await;
    let exports = window.data.join("导出/2018");
    let pdf = exports.join("下达河乡2018年政府信息公开工作年度报告.pdf");
    for _ in 0..200 {
        if pdf.exists() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let text = text_of_pdf(&pdf.display().to_string());
    assert!(text.contains("共主动公开政府信息201条"), "{text}");
    assert!(text.contains("乡里还为各村配齐了公开栏照明设施。"), "{text}");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_power_cut_while_typing_loses_nothing() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let window = Window::open(&data).await;
    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    window.choose_year("2018").await;
    window.click("rail-report").await;
    window.click("part-problems").await;
    window.until(".ProseMirror", |t| t.contains("改进措施")).await;
    window.type_at_end_of_text("断电之前写下的这句话").await;
    // Typing goes on without a pause; what is older than a second must be there.
    let start = std::time::Instant::now();
    while start.elapsed().as_millis() < 1600 {
        window.client.active_element().await.unwrap().send_keys("还").await.unwrap();
    }
    window.kill();

    let again = Window::open(&data).await;
    again.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    again.choose_year("2018").await;
    again.click("rail-report").await;
    again.click("part-problems").await;
    again.until(".ProseMirror", |t| t.contains("断电之前写下的这句话")).await;
    again.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_data_file_is_named_and_left_alone() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    let damaged = b"this was a database once".repeat(100);
    std::fs::write(data.join("gongkai.db"), &damaged).unwrap();
    let window = Window::open(&data).await;
    let said = window.until("[data-testid='start-failed']", |t| !t.is_empty()).await;
    assert!(said.contains("database.damaged") && said.contains("gongkai.db"), "{said}");
    assert_eq!(std::fs::read(data.join("gongkai.db")).unwrap(), damaged);
    // The clerk moves the file away and tries again, without a restart.
    std::fs::remove_file(data.join("gongkai.db")).unwrap();
    window
        .client
        .find(fantoccini::Locator::Css("[data-testid='start-failed'] button"))
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    window.find("setup-sample").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_while_the_input_method_composes_submits_nothing() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("data")).await;
    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    window.click("rail-inquiry").await;
    window.click("btn-new").await;
    window.fill("field-subject", "低保").await;
    let composing = "const e = document.activeElement; e.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })); \
                     e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))";
    window.client.execute(composing, Vec::new()).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    let said = window.text("[data-testid='form-message']").await;
    assert!(said.is_empty(), "{said}");
    // Ctrl+S does submit, and says what is missing.
    let control_s = format!("{}s{}", char::from(Key::Control), char::from(Key::Null));
    window.client.active_element().await.unwrap().send_keys(&control_s).await.unwrap();
    window.until("[data-testid='drawer']", |t| t.contains("请填写日期") || t.contains("请填写方式")).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_comes_back_as_it_was_left() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let window = Window::open(&data).await;
    window.find("setup-sample").await;
    window.client.set_window_size(1010, 640).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    window.leave().await;
    let again = Window::open(&data).await;
    again.find("setup-sample").await;
    assert_eq!(again.client.get_window_size().await.unwrap(), (1010, 640));
    again.close().await;
}
