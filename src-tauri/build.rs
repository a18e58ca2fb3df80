//! Embeds the front end, the icons and the configuration into the desktop program.

fn main() {
    println!("cargo::rerun-if-changed=ui/dist");
    if !std::path::Path::new("ui/dist/index.html").exists() {
        println!(
            "cargo::error=The front end is not built: run `npm ci && npm run build` in ui/, or ./scripts/run.sh"
        );
        return;
    }
    println!("cargo::rerun-if-changed=src-tauri/windows.manifest");
    let windows = tauri_build::WindowsAttributes::new().app_manifest(include_str!("windows.manifest"));
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().windows_attributes(windows)) {
        println!("cargo::error=The window's configuration could not be embedded: {error:#}");
        return;
    }
    // Schemas for editors only; they would lie in the way at the top level.
    let _ = std::fs::remove_dir_all("gen/schemas");
    let _ = std::fs::remove_dir("gen");
}
