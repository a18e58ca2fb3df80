//! The version stands in one place, and what the program is made of is listed with its licence.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

/// Name and version of every crate in Cargo.lock.
fn locked() -> BTreeSet<(String, String)> {
    let lock = read("Cargo.lock");
    let value = |line: &str| line.split('"').nth(1).unwrap_or_default().to_owned();
    let mut lines = lock.lines();
    let mut found = BTreeSet::new();
    while let Some(line) = lines.next() {
        if line.starts_with("name = ") {
            found.insert((value(line), value(lines.next().unwrap())));
        }
    }
    found
}

#[test]
fn the_version_is_that_of_the_workspace_everywhere() {
    let version = env!("CARGO_PKG_VERSION");
    let settings = json("tauri.conf.json");
    assert!(settings["version"].is_null(), "tauri.conf.json takes the version from Cargo.toml: name none");
    assert_eq!(json("ui/package.json")["version"], version, "ui/package.json");
    assert_eq!(
        json("ui/package-lock.json")["version"],
        version,
        "ui/package-lock.json: run npm install in ui/"
    );
    let changes = read("CHANGELOG.md");
    assert!(changes.contains(&format!("## [{version}]")), "CHANGELOG.md has no section {version}");
}

#[test]
fn every_part_is_listed_with_its_licence() {
    let listed = json("ui/src/settings/licences.json");
    let listed: Vec<[&str; 4]> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|part| [0, 1, 2, 3].map(|at| part[at].as_str().unwrap()))
        .collect();
    let again = "run node scripts/licences.mjs";
    let locked = locked();
    for [kind, name, version, licence] in &listed {
        assert!(!licence.is_empty(), "{name} has no licence");
        let known = *kind != "程序" || locked.contains(&((*name).to_owned(), (*version).to_owned()));
        assert!(known, "{name} {version} is no longer in Cargo.lock: {again}");
    }
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--offline", "--locked", "--no-deps", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let workspace: Value = serde_json::from_slice(&cargo.stdout).unwrap();
    for package in workspace["packages"].as_array().unwrap() {
        for needed in package["dependencies"].as_array().unwrap() {
            // Without a source it is one of our own; with a kind it is for building or testing.
            if needed["source"].is_null() || !needed["kind"].is_null() {
                continue;
            }
            let name = needed["name"].as_str().unwrap();
            assert!(listed.iter().any(|part| part[1] == name), "{name} is not listed: {again}");
        }
    }
    for name in json("ui/package.json")["dependencies"].as_object().unwrap().keys() {
        let found = listed.iter().any(|part| part[0] == "界面" && part[1] == name);
        assert!(found, "{name} is not listed: {again}");
    }
}
