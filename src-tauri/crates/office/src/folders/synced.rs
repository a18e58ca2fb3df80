//! Recognises folders that a cloud drive keeps in step. Such a drive copies a database while it is being
//! written and puts back an older one from another computer; and it carries personal data out of the house.

use std::path::{Component, Path};

/// Parts of folder names, in lower case, and what the drive is called. A name that is also an everyday
/// word stands in [`WHOLE`].
const PARTS: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("nutstore", "坚果云"),
    ("坚果云", "坚果云"),
    ("baidusync", "百度网盘"),
    ("baidunetdisk", "百度网盘"),
    ("百度网盘", "百度网盘"),
    ("百度云", "百度网盘"),
    ("weiyun", "微云"),
    ("微云", "微云"),
    ("wps cloud files", "WPS 云盘"),
    ("wpsdrive", "WPS 云盘"),
    ("wps云", "WPS 云盘"),
    ("wps 云", "WPS 云盘"),
    ("icloud", "iCloud 云盘"),
    ("com~apple~clouddocs", "iCloud 云盘"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google 云端硬盘"),
    ("googledrive", "Google 云端硬盘"),
    ("我的云端硬盘", "Google 云端硬盘"),
    ("阿里云盘", "阿里云盘"),
    ("adrive", "阿里云盘"),
    ("天翼云盘", "天翼云盘"),
    ("ecloud", "天翼云盘"),
    ("和彩云", "中国移动云盘"),
    ("移动云盘", "中国移动云盘"),
    ("夸克网盘", "夸克网盘"),
    ("quarkcloud", "夸克网盘"),
    ("115网盘", "115 网盘"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("seafile", "Seafile"),
    ("syncthing", "Syncthing"),
];

/// Whole folder names.
const WHOLE: &[(&str, &str)] = &[("box", "Box"), ("mega", "MEGA"), ("sync", "同步盘"), ("同步盘", "同步盘")];

/// The variables in which drives name their folder.
const VARIABLES: &[(&str, &str)] =
    &[("OneDrive", "OneDrive"), ("OneDriveConsumer", "OneDrive"), ("OneDriveCommercial", "OneDrive")];

/// The cloud drive that keeps the folder in step, as far as its path shows.
pub fn synced_by(folder: &Path) -> Option<&'static str> {
    let variable = |(name, drive): &(&str, &'static str)| {
        let root = std::env::var_os(name).filter(|root| !root.is_empty())?;
        folder.starts_with(root).then_some(*drive)
    };
    named(folder).or_else(|| VARIABLES.iter().find_map(variable))
}

fn named(folder: &Path) -> Option<&'static str> {
    folder.components().find_map(|component| {
        let Component::Normal(name) = component else { return None };
        let name = name.to_string_lossy().to_lowercase();
        let part = PARTS.iter().find(|(part, _)| name.contains(part));
        part.or_else(|| WHOLE.iter().find(|(whole, _)| name == *whole)).map(|(_, drive)| *drive)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drives_of_the_office_are_known_by_their_folders() {
        for (path, drive) in [
            ("/用户/张 三/OneDrive - 县政府/年报", "OneDrive"),
            ("/用户/张三/我的坚果云/年报", "坚果云"),
            ("/用户/张三/Nutstore/1/我的坚果云", "坚果云"),
            ("/盘/BaiduSyncdisk/年报", "百度网盘"),
            ("/盘/WPS Cloud Files/123/年报", "WPS 云盘"),
            ("/用户/张三/WPSDrive/年报", "WPS 云盘"),
            ("/用户/张三/iCloudDrive/年报", "iCloud 云盘"),
            ("/用户/张三/Dropbox/年报", "Dropbox"),
            ("/盘/微云同步助手/年报", "微云"),
        ] {
            assert_eq!(named(Path::new(path)), Some(drive), "{path}");
        }
    }

    #[test]
    fn everyday_folders_are_left_in_peace() {
        for path in ["/用户/张三/文档/年报", "/盘/mailbox/年报", "/盘/云南/年报", "/家/.local/share/gongkai"]
        {
            assert_eq!(named(Path::new(path)), None, "{path}");
        }
    }
}
