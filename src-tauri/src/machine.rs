//! This computer, as far as help needs to know it: the system, what draws the window, what lies where.

use std::path::{Path, PathBuf};

/// What to say where the window cannot be drawn.
pub const NO_WEBVIEW: &str = "\
这台电脑还没有安装「Microsoft Edge WebView2 运行时」，窗口显示不出来。数据没有动。

请这样做：
1. 找信息人员要离线安装包 MicrosoftEdgeWebView2RuntimeInstallerX64.exe（在微软网站「WebView2」页面的「常青独立安装程序」处下载）。
2. 双击安装它，不需要管理员权限；也可以把它放在本程序安装文件的旁边，再运行一次安装文件。
3. 装好后重新打开本程序。";

/// The version of what draws the window; `None` where it is missing.
pub fn webview() -> Option<String> {
    tauri::webview_version().ok()
}

/// 「Windows 10.0.19045」, or what a Linux calls itself.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn system() -> String {
    use windows_sys::Wdk::System::SystemServices::RtlGetVersion;
    use windows_sys::Win32::System::SystemInformation::OSVERSIONINFOW;
    let mut found =
        OSVERSIONINFOW { dwOSVersionInfoSize: size_of::<OSVERSIONINFOW>() as u32, ..Default::default() };
    // SAFETY: the structure is whole, says its size, and outlives the call.
    unsafe { RtlGetVersion(&mut found) };
    format!("Windows {}.{}.{}", found.dwMajorVersion, found.dwMinorVersion, found.dwBuildNumber)
}

/// 「Windows 10.0.19045」, or what a Linux calls itself.
#[cfg(not(windows))]
pub fn system() -> String {
    let named = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = named.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    name.map_or_else(|| std::env::consts::OS.to_owned(), |name| name.trim_matches('"').to_owned())
}

/// Whether the folder lies on another computer, where a database must not be written by two at a time.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn is_remote(folder: &Path) -> bool {
    use windows_sys::Win32::Storage::FileSystem::GetDriveTypeW;
    use windows_sys::Win32::System::WindowsProgramming::DRIVE_REMOTE;
    let Some(std::path::Component::Prefix(prefix)) = folder.components().next() else { return false };
    let root: Vec<u16> =
        prefix.as_os_str().to_string_lossy().encode_utf16().chain([u16::from(b'\\'), 0]).collect();
    // SAFETY: the text ends with a zero and outlives the call.
    matches!(prefix.kind(), std::path::Prefix::UNC(..) | std::path::Prefix::VerbatimUNC(..))
        || unsafe { GetDriveTypeW(root.as_ptr()) } == DRIVE_REMOTE
}

/// Whether the folder lies on another computer, where a database must not be written by two at a time.
#[cfg(not(windows))]
pub fn is_remote(folder: &Path) -> bool {
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    let nearest = mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            let place = words.next()?.replace("\\040", " ");
            Some((place, words.next()?))
        })
        .filter(|(place, _)| folder.starts_with(place))
        .max_by_key(|(place, _)| place.len());
    nearest.is_some_and(|(_, kind)| matches!(kind, "nfs" | "nfs4" | "cifs" | "smb3" | "fuse.sshfs"))
}

/// The licences of all parts in full, where the package has put them.
pub fn licence_texts(program: &Path) -> Option<PathBuf> {
    let places = [program.join("第三方许可.txt"), program.join("../share/doc/gongkai/第三方许可.txt")];
    places.into_iter().find(|place| place.is_file())
}
