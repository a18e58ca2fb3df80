//! Embeds the front end, the icons and the configuration into the desktop program.

fn main() {
    println!("cargo::rerun-if-changed=ui/dist");
    if !std::path::Path::new("ui/dist/index.html").exists() {
        println!(
            "cargo::error=The front end is not built: run `npm ci && npm run build` in ui/, or ./scripts/run.sh"
        );
        return;
    }
    tauri_build::build();
    // Schemas for editors only; they would lie in the way at the top level.
    let _ = std::fs::remove_dir_all("gen/schemas");
    let _ = std::fs::remove_dir("gen");
}
