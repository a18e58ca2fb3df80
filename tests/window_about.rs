//! 关于 and the data folder in the real window.

mod support;

use support::{Window, can_open_windows};

#[tokio::test(flavor = "multi_thread")]
async fn help_can_be_asked_for_without_naming_anybody() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("张三的数据");
    let window = Window::open(&data).await;
    window.find("setup-sample").await;
    window.client.execute("location.hash = '#/settings/about'", Vec::new()).await.unwrap();
    window.until("[data-testid='version']", |text| text == env!("CARGO_PKG_VERSION")).await;
    window.click("btn-diagnostics").await;
    let said = window.until("[data-testid='diagnostics']", |text| text.contains("最近的运行记录")).await;
    assert!(said.contains("记录数：") && said.contains("启动"), "{said}");
    assert!(!said.contains("张三") && !said.contains(&folder.path().display().to_string()), "{said}");
    window.client.execute("location.hash = '#/settings/data'", Vec::new()).await.unwrap();
    window.until("[data-testid='path-data']", |text| text.contains("张三的数据")).await;
    window.until("[data-testid='path-why']", |text| text.contains("启动程序时的选项")).await;
    window.close().await;
}
