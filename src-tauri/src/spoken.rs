//! What the program says before it has a window, when it cannot have one, or from outside it. On Windows nothing
//! printed is ever seen, so it is said in a message box.

/// Says it and waits until it was read.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn say(text: &str) {
    use windows_sys::Win32::UI::WindowsAndMessaging::{
        MB_ICONINFORMATION, MB_OK, MB_SETFOREGROUND, MessageBoxW,
    };
    let wide = |text: &str| text.encode_utf16().chain([0]).collect::<Vec<u16>>();
    let (text, title) = (wide(text), wide("政府信息公开年报"));
    // SAFETY: both texts end with a zero and outlive the call; a box needs no owner.
    unsafe {
        MessageBoxW(
            std::ptr::null_mut(),
            text.as_ptr(),
            title.as_ptr(),
            MB_OK | MB_ICONINFORMATION | MB_SETFOREGROUND,
        )
    };
}

/// Says it where the program was started.
#[cfg(not(windows))]
pub fn say(text: &str) {
    eprintln!("{text}");
}

/// Says it over the window, which stays usable.
pub fn tell(app: &tauri::AppHandle, text: &str) {
    use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};
    let dialog = app.dialog().message(text).title("政府信息公开年报").kind(MessageDialogKind::Info);
    // Windows has its own word for it, in the language of the system.
    let known = || MessageDialogButtons::OkCustom("知道了".to_owned());
    let dialog = if cfg!(windows) { dialog } else { dialog.buttons(known()) };
    dialog.show(|_| {});
}

/// Lets a program without a console of its own write to that of the terminal it was started from.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn join_terminal() {
    use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
    // SAFETY: no memory is handed over. Without a terminal it answers no, and output goes where it was sent.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
}

/// Elsewhere every program can.
#[cfg(not(windows))]
pub fn join_terminal() {}

/// A panic on the window's thread would end the program without a word; others are answered as failures.
pub fn break_loudly() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        crate::log::line(&format!("程序内部出错 {place}"));
        usual(panic);
        if std::thread::current().name() == Some("main") {
            say(&format!(
                "程序内部出错，只能关闭。已保存的内容都在。\n\n请重新打开程序；仍然这样，请把这一行告诉维护人员：\n{place}"
            ));
        }
    }));
}
