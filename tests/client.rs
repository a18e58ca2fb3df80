//! The front end's client types are written from the program's own. Run with `UPDATE_CLIENT=1` to write
//! them anew.

use std::path::Path;

use office::Failure;
use office::typescript::{Types, client};

#[test]
fn the_front_end_speaks_the_programs_language() {
    let mut types = Types::new();
    types.add::<Failure>();
    let mut commands = office::commands::declared(&mut types);
    commands.extend(gongkai::commands::declared(&mut types));
    let made = client(&types, &commands);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/backend/generated.ts");
    if std::env::var_os("UPDATE_CLIENT").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert!(committed == made, "generated.ts is out of date: run UPDATE_CLIENT=1 cargo test --test client");
}
