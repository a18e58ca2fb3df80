//! The desktop shell: a window, an adapter from the window's calls to the use cases, pictures of pages,
//! printing. Nothing here knows what a record or a report is.

mod about;
mod adapter;
mod arguments;
mod check;
pub mod commands;
mod desk;
mod folder;
mod lent;
mod letters;
mod log;
mod machine;
mod package;
mod pictures;
mod printing;
mod spoken;

use std::process::ExitCode;
use std::sync::Arc;

use desk::Desk;
use office::folders::Homes;
use tauri::{Manager, RunEvent};

/// Runs the program until its window is closed. Exit code 2 for a wrong command line, 3 where the system
/// lacks what draws the window.
pub fn main() -> ExitCode {
    spoken::join_terminal();
    let arguments = match arguments::read(lexopt::Parser::from_env()) {
        Ok(arguments) => arguments,
        Err(message) => {
            spoken::say(&message);
            return ExitCode::from(2);
        }
    };
    let homes = Homes::of_this_user();
    if arguments.check {
        return check::run(&homes);
    }
    log::begin(homes.log());
    spoken::break_loudly();
    let webview = machine::webview();
    let version = env!("CARGO_PKG_VERSION");
    let drawn_by = webview.as_deref().unwrap_or("没有");
    log::line(&format!("启动 {version}，{}，窗口组件 {drawn_by}", machine::system()));
    if webview.is_none() {
        spoken::say(machine::NO_WEBVIEW);
        return ExitCode::from(3);
    }
    open_window(arguments, homes)
}

fn open_window(arguments: arguments::Arguments, homes: Homes) -> ExitCode {
    let file = arguments.file.clone();
    let desk = Arc::new(Desk::new(arguments, homes));
    let (pages, first, ending) = (Arc::clone(&desk), Arc::clone(&desk), Arc::clone(&desk));
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(move |app, line, folder| {
            to_front(app);
            let folder = std::path::Path::new(&folder);
            if let Some(words) = first.other_records(&line, folder) {
                spoken::tell(app, &words);
            } else if let Some(file) = package::named(&line) {
                package::open(app, &folder.join(file));
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::default().with_state_flags(remembered()).build())
        .plugin(tauri_plugin_dialog::init())
        .manage(desk)
        .invoke_handler(tauri::generate_handler![adapter::call])
        .register_asynchronous_uri_scheme_protocol("page", move |_, request, responder| {
            let pages = Arc::clone(&pages);
            let path = request.uri().path().to_owned();
            tauri::async_runtime::spawn_blocking(move || responder.respond(pictures::answer(&pages, &path)));
        })
        .setup(move |app| {
            lent::clear(app.state::<Arc<Desk>>().homes());
            if let Some(window) = app.get_webview_window("main") {
                window.show()?;
            }
            if let Some(file) = &file {
                package::open(app.handle(), file);
            }
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            // The process ends inside: what is managed is never dropped.
            app.run(move |_, event| {
                if matches!(event, RunEvent::Exit) {
                    ending.close();
                    lent::clear(ending.homes());
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            log::line("窗口没有打开 window.failed");
            spoken::say(&format!(
                "window.failed: 窗口没有打开：{error}\n数据没有动，请把这句话告诉技术人员。"
            ));
            ExitCode::FAILURE
        }
    }
}

/// Where the window of a program that is carried about keeps what it remembers: beside the program.
pub fn window_cache() -> Option<std::path::PathBuf> {
    let homes = Homes::of_this_user();
    homes.portable().then(|| homes.program.join("缓存"))
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
