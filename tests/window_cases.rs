//! An application from its registration to its answer in the real window; what is due on a page of its own; and
//! a year of holidays that comes later.

mod support;

use chrono::{Datelike, Days, Local, NaiveDate, Weekday};
use support::{Window, can_open_windows};

/// A weekday so many days back, so that every step lies in the past and in its order.
fn back(days: u64) -> NaiveDate {
    let day = Local::now().date_naive() - Days::new(days);
    match day.weekday() {
        Weekday::Sat => day - Days::new(1),
        Weekday::Sun => day - Days::new(2),
        _ => day,
    }
}

async fn choose(window: &Window, testid: &str, value: &str) {
    let select = window.find(testid).await;
    let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', { bubbles: true }))";
    let select = serde_json::to_value(&select).unwrap();
    window.client.execute(script, vec![select, serde_json::json!(value)]).await.unwrap();
}

/// Takes a step on a day; the rest of its form has been filled in by `fill`.
async fn step(window: &Window, name: &str, on: NaiveDate, more: &[(&str, &str)]) {
    window.click(&format!("step-{name}")).await;
    window.fill("step-on", &on.to_string()).await;
    for (field, value) in more {
        match *field {
            "step-outcome" | "step-agrees" => choose(window, field, value).await,
            _ => window.fill(field, value).await,
        }
    }
    window.click("step-save").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_from_its_registration_to_its_answer() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("data")).await;
    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    // Far enough back that even the extension lies behind, and in one year.
    let mut received = back(75);
    if received.year() != back(20).year() {
        received = NaiveDate::from_ymd_opt(back(20).year() - 1, 9, 4).unwrap();
    }
    let day = |n: u64| received + Days::new(n);
    let year = received.year().to_string();
    window.choose_year(&year).await;
    let cell = "t3.result.granted.natural";
    let before = count(&window, cell).await;

    window.click("rail-application").await;
    window.click("btn-new").await;
    window.fill("field-received_on", &received.to_string()).await;
    choose_option(&window, "field-received_by", "in_person").await;
    choose_option(&window, "field-applicant_kind", "natural").await;
    window.fill("field-name", "示例人问渠").await;
    window.fill("field-content", "河东村饮水管网改造合同").await;
    window.click("btn-save").await;
    window.until("[data-testid='case-status']", |t| t.contains("办理中")).await;
    window.picture("case-1-registered");

    step(&window, "correction_asked", day(1), &[("step-until", &day(15).to_string())]).await;
    window.until("[data-testid='case-status']", |t| t.contains("补正")).await;
    window.until("[data-testid='case-left']", |t| t.contains("期限暂停")).await;
    step(&window, "correction_received", day(6), &[]).await;
    window.until("[data-testid='case-why']", |t| t.contains("答复期限重新计算")).await;
    step(&window, "consultation_asked-third_party-1", day(8), &[]).await;
    // A step before the last one is refused in words, and the form stays.
    window.click("step-consultation_answered-third_party-1").await;
    window.fill("step-on", &day(2).to_string()).await;
    window.click("step-save").await;
    window.until("[data-testid='step-refused']", |t| t.contains("早于上一步")).await;
    window.picture("case-2-refused");
    window.fill("step-on", &day(13).to_string()).await;
    window.click("step-save").await;
    window.until("[data-testid='timeline']", |t| t.contains("第三方同意公开")).await;
    step(&window, "extended", day(14), &[("step-approved", &day(14).to_string())]).await;
    window.until("[data-testid='case-why']", |t| t.contains("经批准延长20个工作日")).await;
    window.picture("case-3-extended");
    step(&window, "decided", day(20), &[("step-outcome", "granted")]).await;
    window.until("[data-testid='timeline']", |t| t.contains("予以公开")).await;
    step(&window, "delivered", day(20), &[]).await;
    window.until("[data-testid='case-status']", |t| t.contains("已办结")).await;
    window.picture("case-4-closed");
    write_and_issue(&window).await;
    // What follows from the steps is not typed over.
    window.click("form-tab").await;
    window.until("[data-testid='drawer']", |t| t.contains("由办理过程得出")).await;
    window.picture("case-5-form");

    let after = count(&window, cell).await;
    assert_eq!(after, before + 1, "the cell of 表三");
    let script = "const e = document.querySelector(`[data-testid='cell-${arguments[0]}']`); e.focus(); e.closest('td').dispatchEvent(new MouseEvent('mousedown', { bubbles: true })); e.click()";
    window.client.execute(script, vec![serde_json::json!(cell)]).await.unwrap();
    window.find("cell-records").await;
    window.picture("case-6-cell");
    window.click("cell-records").await;
    window.until("[data-testid='list']", |t| t.contains("河东村饮水管网改造合同")).await;
    window.close().await;
}

/// The answer of the case as a letter: drafted from it, filled in, issued, saved as a file.
async fn write_and_issue(window: &Window) {
    let into_view = "document.querySelector(`[data-testid='letter-new']`).scrollIntoView()";
    window.find("letter-new").await;
    window.client.execute(into_view, Vec::new()).await.unwrap();
    window.click("letter-new").await;
    window.until("[data-testid='letter-kinds']", |t| t.contains("现在可以发的")).await;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    window.picture("letter-1-kinds");
    window.click("letter-kind-reply.granted").await;
    window.until("[data-testid='letter-missing']", |t| t.contains("还有 1 处没有填写：提供内容")).await;
    window.fill("place-提供内容", "河东村饮水管网改造合同1份（共12页）").await;
    window.until("[data-testid='letter-desk']", |t| !t.contains("没有填写")).await;
    window.find("letter-page-1").await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    window.picture("letter-2-draft");
    window.click("letter-issue").await;
    confirm(window).await;
    window
        .until("[data-testid='letter-issued-number']", |t| t.contains("下政公开答〔") && t.contains("〕"))
        .await;
    window.until("[data-testid='letter-stage']", |t| t.contains("已发出")).await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    window.picture("letter-3-issued");
    window.click("letter-export").await;
    window.until("[data-testid='toast']", |t| t.contains("政府信息公开申请答复书.pdf")).await;
    // Whether there is a printer or not, what is asked or said concerns this letter.
    window.click("letter-print").await;
    window.until("[data-testid='print-dialog']", |t| t.contains("打印")).await;
    window.picture("letter-4-print");
    window.click("print-cancel").await;
    window.click("letter-back").await;
    window.until("[data-testid='letter-list']", |t| t.contains("已发出")).await;
    window.client.execute(into_view, Vec::new()).await.unwrap();
    window.picture("letter-5-list");
}

/// Says yes to the question that is asked.
async fn confirm(window: &Window) {
    let yes = "const all = [...document.querySelectorAll('.el-message-box .el-button--primary')];
               const shown = all.filter((e) => e.getClientRects().length > 0); shown.at(-1)?.click(); return shown.length";
    for _ in 0..100 {
        let pressed = window.client.execute(yes, Vec::new()).await.unwrap();
        if pressed.as_i64() > Some(0) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("nothing is asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_data_is_shown_when_asked_for_and_a_doubtful_number_pointed_out() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("data")).await;
    window.click("setup-sample").await;
    window.until("[data-testid='office-name']", |t| t.contains("下达河乡")).await;
    window.click("rail-application").await;
    window.click("btn-new").await;
    window.fill("field-received_on", &back(10).to_string()).await;
    choose_option(&window, "field-received_by", "in_person").await;
    choose_option(&window, "field-applicant_kind", "natural").await;
    window.fill("field-name", "示例人问渠").await;
    window.fill("field-content", "河东村饮水管网改造合同").await;
    window.fill("field-identity_number", "110105194912310021").await;
    // What is doubtful is said when the field is left.
    window.client.execute("document.activeElement.blur()", Vec::new()).await.unwrap();
    window.until("[data-testid='warning-identity_number']", |t| t.contains("校验码")).await;
    window.picture("personal-1-doubt");
    window.click("btn-save").await;
    confirm(&window).await;
    window.click("form-tab").await;
    window.find("reveal-name").await;
    let value = "return document.querySelector(`[data-testid='field-${arguments[0]}']`).value";
    let read = async |field: &str| {
        let value = window.client.execute(value, vec![serde_json::json!(field)]).await.unwrap();
        value.as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(read("identity_number").await, "1101**********0021");
    window.picture("personal-2-masked");
    window.click("reveal-identity_number").await;
    for _ in 0..100 {
        if read("identity_number").await == "110105194912310021" {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(read("identity_number").await, "110105194912310021");
    assert_eq!(read("name").await, "示****", "the others stay masked");
    window.click("rail-settings").await;
    window.click("tab-personal").await;
    window.until("[data-testid='look-log']", |t| t.contains("证件号码") && !t.contains("110105")).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    window.picture("personal-3-log");
    window.click("tab-letters").await;
    window.find("pattern-reply").await;
    window.picture("letters-settings");
    window.close().await;
}

/// The number in a cell of the applications' table.
async fn count(window: &Window, cell: &str) -> i64 {
    window.click("rail-report").await;
    window.click("part-application").await;
    let script =
        "const e = document.querySelector(`[data-testid='cell-${arguments[0]}']`); return e ? e.value : ''";
    for _ in 0..200 {
        let value = window.client.execute(script, vec![serde_json::json!(cell)]).await.unwrap();
        if let Some(count) = value.as_str().and_then(|v| v.parse().ok()) {
            return count;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("no number in {cell}");
}

/// Opens a field's list and takes a choice from it.
async fn choose_option(window: &Window, field: &str, choice: &str) {
    let open = "document.querySelector(`[data-testid='${arguments[0]}'] .el-select__wrapper`).click()";
    window.client.execute(open, vec![serde_json::json!(field)]).await.unwrap();
    window.click(&format!("option-{choice}")).await;
}

const NOTICE: &str = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n\
    二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月13日（周六）上班。";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_stands_on_a_page_and_a_notice_is_added() {
    if !can_open_windows() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("data")).await;
    window.click("setup-sample").await;
    window.until("[data-testid='terms-card']", |t| t.contains("期限")).await;
    window.picture("terms-1-workbench");
    window.click("rail-terms").await;
    window.until("[data-testid='terms']", |t| t.contains("年度报告")).await;
    window.until("[data-testid='month']", |t| t.contains("30")).await;
    window.picture("terms-2-page");

    window.click("rail-settings").await;
    window.click("tab-holidays").await;
    window.click("calendar-year-2027").await;
    window.until("[data-testid='calendar-unknown']", |t| t.contains("2027 年安排未入库，按周末推算")).await;
    window.picture("terms-3-holidays");
    window.click("notice-add").await;
    window.fill("notice-text", NOTICE).await;
    window.click("notice-read").await;
    window.until("[data-testid='notice-doubts']", |t| t.contains("没有识别到国庆节")).await;
    window.picture("terms-4-notice");
    window.click("notice-save").await;
    window.until("[data-testid='calendar-years']", |t| t.contains("本单位添加")).await;
    window.picture("terms-5-added");
    window.close().await;
}
