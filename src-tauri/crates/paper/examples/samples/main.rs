//! Writes sample documents as PDF: `cargo run --example samples -- FOLDER`. All words are invented.

mod documents;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use paper::{Fonts, Style, layout_official};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("usage: samples FOLDER")?);
    std::fs::create_dir_all(&folder)?;
    let fonts = Fonts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fonts"))?;
    for (name, document) in documents::all() {
        let started = Instant::now();
        let pages = layout_official(&document, &fonts, &Style::gbt9704())?;
        let bytes = pages.to_pdf()?;
        let took = started.elapsed();
        let file = folder.join(format!("{name}.pdf"));
        std::fs::write(&file, &bytes)?;
        let rare: String = pages.rare().iter().map(|(ch, _)| ch).collect();
        println!(
            "{}: {} pages, {} bytes, {took:.0?}, other fonts for {rare}",
            file.display(),
            pages.pages().len(),
            bytes.len()
        );
    }
    Ok(())
}
