//! From the window's one call to the use cases: find the command, bring the time, map the failure.

use std::sync::Arc;

use chrono::Local;
use office::Failure;
use serde_json::Value;
use tauri::{AppHandle, State};

use crate::commands::{self, Shell};
use crate::desk::Desk;

/// Calls a declared command. Runs beside the window's thread, so that a long one does not freeze it.
#[tauri::command]
pub async fn call(
    app: AppHandle,
    desk: State<'_, Arc<Desk>>,
    name: String,
    request: Value,
) -> Result<Value, Failure> {
    let desk = Arc::clone(&desk);
    let work = tauri::async_runtime::spawn_blocking(move || answer(app, desk, &name, request));
    work.await.unwrap_or_else(|error| {
        Err(Failure::new(
            "program.broken",
            format!("程序内部出错，这一步没有完成：{error}"),
            "已保存的内容都在；请重新打开程序",
        ))
    })
}

fn answer(app: AppHandle, desk: Arc<Desk>, name: &str, request: Value) -> Result<Value, Failure> {
    let answered = answered(app, desk, name, request);
    if let Err(failure) = &answered {
        crate::log::line(&format!("{name} {}", failure.code));
    }
    answered
}

fn answered(app: AppHandle, desk: Arc<Desk>, name: &str, request: Value) -> Result<Value, Failure> {
    let now = Local::now().naive_local();
    if office::commands::names().contains(&name) {
        desk.try_again();
        desk.copy_of_the_day(now);
        return match &mut desk.office().office {
            Ok(office) => office::commands::call(office, now, name, request),
            Err(failure) => Err(failure.clone()),
        };
    }
    commands::call(&mut Shell { app, desk }, now, name, request)
}
