//! A wrong number in the real window: the rail says so, three clicks lead to the record, it is mended, the year
//! is locked, and nothing can be changed any more.

mod support;

use fantoccini::key::Key;
use support::{Window, can_open_windows};

async fn value(window: &Window, cell: &str) -> String {
    let script = "const e = document.querySelector(`[data-testid='cell-${arguments[0]}']`); \
                  return e ? (e.value ?? e.innerText) : ''";
    let answer = window.client.execute(script, vec![serde_json::json!(cell)]).await.unwrap();
    answer.as_str().unwrap_or_default().to_owned()
}

async fn until_value(window: &Window, cell: &str, wanted: &str) {
    for _ in 0..200 {
        if value(window, cell).await == wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{cell} is {} and not {wanted}", value(window, cell).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn break_a_table_find_it_mend_it_and_lock_the_year() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("data")).await;
    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    window.choose_year("2025").await;
    window.click("rail-report").await;
    window.click("part-application").await;

    // One more received than the records say: the balance breaks, and the sum follows at once.
    let counted = value_when_there(&window, "t3.new.natural").await;
    let wrong = counted.parse::<u32>().unwrap() + 1;
    let total = value(&window, "t3.new.total").await.parse::<u32>().unwrap();
    window.fill("cell-t3.new.natural", &wrong.to_string()).await;
    let enter = char::from(Key::Enter).to_string();
    window.client.active_element().await.unwrap().send_keys(&enter).await.unwrap();
    until_value(&window, "t3.new.total", &(total + 1).to_string()).await;
    window.click("part-overview").await;
    window.click("tab-check").await;
    window.until("[data-testid='check-rail']", |t| t.contains("新收") && t.contains("自然人")).await;
    window.picture("check-1-rail");

    // Three clicks: the finding's cell, its records, the record.
    jump_to(&window, "t3.new.natural").await;
    until_value(&window, "t3.new.natural", &wrong.to_string()).await;
    window.picture("check-2-cell");
    window.click("cell-records").await;
    window.until("[data-testid='totals']", |t| t.contains(&counted)).await;
    window.picture("check-3-records");
    window
        .client
        .execute("document.querySelector(\"[data-testid='list'] tbody tr\").click()", vec![])
        .await
        .unwrap();
    window.find("drawer").await;
    window.click("drawer-close").await;

    // Mended: back to the count.
    window.click("rail-report").await;
    window.click("part-application").await;
    value_when_there(&window, "t3.new.natural").await;
    window.fill("cell-t3.new.natural", &counted).await;
    window.client.active_element().await.unwrap().send_keys(&enter).await.unwrap();
    until_value(&window, "t3.new.total", &total.to_string()).await;
    window.click("btn-lock").await;
    window.picture("check-4-sheet");
    window.click("lock-confirm").await;
    window.until("[data-testid='banner-locked']", |t| t.contains("锁定")).await;
    window.picture("check-5-locked");

    // Read-only everywhere.
    let script = "const e = document.querySelector(\"[data-testid='cell-t3.new.natural']\"); \
                  return !e || e.tagName !== 'INPUT' || e.disabled || e.readOnly";
    let shut = window.client.execute(script, vec![]).await.unwrap();
    assert_eq!(shut, serde_json::json!(true));
    let call = "const done = arguments[arguments.length - 1]; \
                window.__TAURI_INTERNALS__.invoke('call', { name: 'cells.enter', request: { year: 2025, \
                entries: [{ cell: 't2.permit', value: { kind: 'exact', value: '1' } }], reason: '' } }) \
                .then(() => done('saved'), (failure) => done(failure.code))";
    let answer = window.client.execute_async(call, vec![]).await.unwrap();
    assert_eq!(answer, serde_json::json!("report.locked"));
    window.close().await;
}

async fn value_when_there(window: &Window, cell: &str) -> String {
    window.find(&format!("cell-{cell}")).await;
    for _ in 0..100 {
        let text = value(window, cell).await;
        if !text.is_empty() {
            return text;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{cell} stays empty");
}

/// Clicks the first link in the rail that leads to a cell.
async fn jump_to(window: &Window, cell: &str) {
    let script = "const e = document.querySelector(`[data-testid^='finding-jump-'][data-cell='${arguments[0]}']`); \
                  if (e) e.click(); return !!e";
    let found = window.client.execute(script, vec![serde_json::json!(cell)]).await.unwrap();
    assert_eq!(found, serde_json::json!(true), "no finding leads to {cell}");
}
