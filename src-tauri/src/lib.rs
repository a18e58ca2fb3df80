//! The desktop shell: a window, an adapter from the window's calls to the use cases, pictures of pages,
//! printing. Nothing here knows what a record or a report is.

mod adapter;
mod arguments;
pub mod commands;
mod desk;
mod pictures;
mod printing;

use std::process::ExitCode;
use std::sync::Arc;

use desk::Desk;
use tauri::Manager;

/// Runs the program until its window is closed. Exit code 2 for a wrong command line.
pub fn main() -> ExitCode {
    let arguments = match arguments::read(lexopt::Parser::from_env()) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let desk = Arc::new(Desk::new(arguments));
    let pages = Arc::clone(&desk);
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| to_front(app)))
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(remembered()).build())
        .plugin(tauri_plugin_dialog::init())
        .manage(desk)
        .invoke_handler(tauri::generate_handler![adapter::call])
        .register_asynchronous_uri_scheme_protocol("page", move |_, request, responder| {
            let pages = Arc::clone(&pages);
            let path = request.uri().path().to_owned();
            tauri::async_runtime::spawn_blocking(move || responder.respond(pictures::answer(&pages, &path)));
        })
        .setup(|app| {
            if let Some(window) = app.get_webview_window("main") {
                window.show()?;
            }
            Ok(())
        })
        .run(tauri::generate_context!());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("window.failed: 窗口没有打开：{error}");
            ExitCode::FAILURE
        }
    }
}

fn remembered() -> tauri_plugin_window_state::StateFlags {
    use tauri_plugin_window_state::StateFlags;
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

fn to_front(app: &tauri::AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
