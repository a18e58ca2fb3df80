//! The desktop program's entry.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    // WebKitGTK's DMA-BUF renderer costs 90 MiB and fails on some graphics drivers.
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        // SAFETY: the first statement of the program; no other thread reads the environment yet.
        #[allow(unsafe_code)]
        unsafe {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
    // What the window keeps for itself goes along with a program that is carried about.
    #[cfg(windows)]
    if let Some(folder) = gongkai::window_cache() {
        // SAFETY: the first statement of the program; no other thread reads the environment yet.
        #[allow(unsafe_code)]
        unsafe {
            std::env::set_var("WEBVIEW2_USER_DATA_FOLDER", folder);
        }
    }
    gongkai::main()
}
