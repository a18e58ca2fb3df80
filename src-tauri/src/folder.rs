//! The data folder on the settings page: where it is, whether that is a good place, and moving it.

use chrono::NaiveDateTime;
use office::Failure;
use office::folders::moving::{self, Use};
use office::folders::{Why, synced_by};
use serde::{Deserialize, Serialize};
use tauri_plugin_dialog::DialogExt;
use ts_rs::TS;

use crate::commands::{Message, Shell};
use crate::machine;

/// Where the data lie.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DataFolder {
    /// The folder; empty where the system names none.
    pub path: String,
    /// Why there, in words.
    pub why: String,
    /// What speaks against this place.
    pub warning: Option<String>,
    /// Whether it can be moved from the settings.
    pub movable: bool,
    /// The folder used before, which still stands.
    pub before: Option<String>,
}

/// A folder that was chosen, and what would happen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FolderPlan {
    /// Where the data would lie.
    pub path: String,
    /// There are records in it already, which would be used as they are.
    pub has_data: bool,
    /// Files to copy.
    pub files: usize,
    /// Their size.
    pub bytes: u64,
    /// What speaks against this place.
    pub warning: Option<String>,
}

/// `folder.show`
///
/// # Errors
/// None.
pub fn show(shell: &mut Shell, _: NaiveDateTime, (): ()) -> Result<DataFolder, Failure> {
    let desk = &shell.desk;
    let place = desk.place();
    let why = match (&place, desk.may_choose()) {
        (Some(place), _) if place.why == Why::Portable => "便携版：数据放在程序旁边，跟着 U 盘走",
        (_, false) => "由启动程序时的选项指定",
        (Some(place), _) if place.why == Why::Chosen => "自己选定的位置",
        _ => "默认位置",
    };
    let before = desk.before().map(|before| before.folder.display().to_string());
    Ok(DataFolder {
        path: place.as_ref().map(|place| place.folder.display().to_string()).unwrap_or_default(),
        why: why.to_owned(),
        warning: place.and_then(|place| warning(&place.folder)),
        movable: desk.may_choose(),
        before,
    })
}

/// `folder.plan`: asks for a folder and looks at it. `None` where the dialog was cancelled.
///
/// # Errors
/// `folder.fixed`, and what there is against the chosen folder.
pub fn plan(shell: &mut Shell, _: NaiveDateTime, (): ()) -> Result<Option<FolderPlan>, Failure> {
    if !shell.desk.may_choose() {
        return Err(Failure::new(
            "folder.fixed",
            "数据文件夹由启动的方式决定，这里换不了",
            "便携版的数据跟着程序走；用 --data 启动的，请改快捷方式",
        ));
    }
    let chosen = shell.app.dialog().file().set_title("选择放数据的文件夹").blocking_pick_folder();
    let Some(chosen) = chosen.and_then(|chosen| chosen.into_path().ok()) else { return Ok(None) };
    let from = shell.desk.office().office.as_ref().ok().map(|office| office.store.folder().to_owned());
    let plan = moving::plan(from.as_deref(), &chosen)?;
    let shown = FolderPlan {
        path: plan.folder.display().to_string(),
        has_data: plan.good_for == Use::Switch,
        files: plan.files,
        bytes: plan.bytes,
        warning: warning(&plan.folder),
    };
    *shell.desk.planned() = Some(plan);
    Ok(Some(shown))
}

/// `folder.move`: does what was planned.
///
/// # Errors
/// `folder.copy`, `folder.not_kept`, and what the store says of the new folder. The old one is then in use as
/// before.
pub fn carry_out(shell: &mut Shell, now: NaiveDateTime, (): ()) -> Result<DataFolder, Failure> {
    let planned = shell.desk.planned().take();
    let planned =
        planned.ok_or_else(|| Failure::new("folder.unplanned", "还没有选择文件夹", "请先选择文件夹"))?;
    shell.desk.carry_out(&planned)?;
    crate::log::line("数据文件夹已换");
    show(shell, now, ())
}

/// `folder.remove_before`: the user has agreed to the old folder's going.
///
/// # Errors
/// `folder.changed`, `folder.remove`.
pub fn remove_before(shell: &mut Shell, _: NaiveDateTime, (): ()) -> Result<Message, Failure> {
    let Some(before) = shell.desk.before() else {
        return Ok(Message { message: "原来的文件夹已经不在了".to_owned() });
    };
    let new = shell.with_office(|office| Ok(office.store.folder().to_owned()))?;
    let left = moving::remove(&before, &new)?;
    shell.desk.homes().forget()?;
    let message = match left {
        0 => "已删除原来文件夹里的数据".to_owned(),
        left => format!("已删除原来文件夹里的数据；另有 {left} 个别的文件留在那里，没有动"),
    };
    Ok(Message { message })
}

/// `folder.keep_before`: the old folder stays, and is not spoken of again.
///
/// # Errors
/// `folder.not_kept`.
pub fn keep_before(shell: &mut Shell, _: NaiveDateTime, (): ()) -> Result<(), Failure> {
    shell.desk.homes().forget()
}

fn warning(folder: &std::path::Path) -> Option<String> {
    if let Some(drive) = synced_by(folder) {
        return Some(format!(
            "这个文件夹在「{drive}」的同步范围里。同步会改坏正在使用的数据文件，还会把台账里的个人信息传到外面，请换到不同步的位置。"
        ));
    }
    machine::is_remote(folder).then(|| {
        "这个文件夹在别的电脑上（网络共享）。网络一断就可能写坏数据文件，请换到本机的硬盘。".to_owned()
    })
}
