//! Pages as pictures: each is held against the one kept in `tests/pictures`, so that a change of looks is seen
//! and agreed to. `UPDATE_PICTURES=1` keeps the new ones; look at them before committing.

mod common;
#[path = "../examples/samples/documents/mod.rs"]
mod documents;

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;

use paper::{Style, layout_official};

/// Samples and pages that show all there is.
const PAGES: [(&str, usize); 10] = [
    ("letter", 1),
    ("filing", 1),
    ("filing", 2),
    ("filing", 4),
    ("joint", 1),
    ("joint", 2),
    ("statutory", 2),
    ("statutory", 3),
    ("annexes", 43),
    ("signs", 1),
];
/// Share of points that may differ clearly: readers of PDF do not smooth edges alike.
const TOLERATED: f64 = 0.004;

#[derive(Debug, PartialEq)]
struct Picture {
    width: u32,
    height: u32,
    points: Vec<u8>,
}

/// Reads the grey picture that pdftoppm writes (PGM).
fn parse(data: &[u8]) -> Option<Picture> {
    let mut fields = data.split(|b| b.is_ascii_whitespace());
    let text = |field: Option<&[u8]>| std::str::from_utf8(field?).ok()?.parse::<u32>().ok();
    (fields.next()? == b"P5").then_some(())?;
    let (width, height) = (text(fields.next())?, text(fields.next())?);
    let points = data.get(data.len() - (width * height) as usize..)?.to_vec();
    Some(Picture { width, height, points })
}

fn draw(pdf: &Path, page: usize) -> Option<Picture> {
    let page = page.to_string();
    let output =
        Command::new("pdftoppm").args(["-r", "50", "-gray", "-f", &page, "-l", &page]).arg(pdf).output();
    parse(&output.ok()?.stdout)
}

fn read(path: &Path) -> Option<Picture> {
    let decoder = png::Decoder::new(std::io::BufReader::new(File::open(path).ok()?));
    let mut reader = decoder.read_info().ok()?;
    let mut points = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut points).ok()?;
    points.truncate(frame.buffer_size());
    Some(Picture { width: frame.width, height: frame.height, points })
}

fn write(path: &Path, picture: &Picture) {
    let file = BufWriter::new(File::create(path).expect("a file"));
    let mut encoder = png::Encoder::new(file, picture.width, picture.height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().and_then(|mut w| w.write_image_data(&picture.points)).expect("written");
}

/// The share of points that differ by more than a quarter of the range, and a picture of the differences.
fn compare(kept: &Picture, drawn: &Picture) -> (f64, Picture) {
    let apart = |(a, b): (&u8, &u8)| a.abs_diff(*b);
    let points: Vec<u8> = kept.points.iter().zip(&drawn.points).map(apart).collect();
    let many = points.iter().filter(|p| **p > 64).count();
    let share = many as f64 / points.len().max(1) as f64;
    let points = points.into_iter().map(|p| 255 - p).collect();
    (share, Picture { points, ..*drawn })
}

#[test]
fn pages_look_as_they_did() {
    if Command::new("pdftoppm").arg("-v").output().is_err() {
        println!("skipped: pdftoppm is not installed");
        return;
    }
    let kept_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let report = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&report).expect("a folder");
    std::fs::create_dir_all(&kept_in).expect("a folder");
    let update = std::env::var_os("UPDATE_PICTURES").is_some();
    let mut differing = Vec::new();
    for (name, document) in documents::all() {
        let pages = layout_official(&document, common::fonts(), &Style::gbt9704()).expect("pages");
        let file = report.join(format!("{name}.pdf"));
        std::fs::write(&file, pages.to_pdf().expect("a PDF")).expect("written");
        for (_, page) in PAGES.iter().filter(|(n, _)| *n == name) {
            let title = format!("{name}-{page}");
            let drawn = draw(&file, *page).unwrap_or_else(|| panic!("{title} cannot be drawn"));
            let path = kept_in.join(format!("{title}.png"));
            if update {
                write(&path, &drawn);
                continue;
            }
            let kept = read(&path).unwrap_or_else(|| panic!("{} is missing", path.display()));
            if (kept.width, kept.height) != (drawn.width, drawn.height) {
                differing.push(format!("{title}: another size"));
                continue;
            }
            let (share, difference) = compare(&kept, &drawn);
            if share > TOLERATED {
                write(&report.join(format!("{title}.now.png")), &drawn);
                write(&report.join(format!("{title}.difference.png")), &difference);
                differing.push(format!("{title}: {:.2} % of the points", share * 100.0));
            }
        }
    }
    assert!(
        differing.is_empty(),
        "pages look different, see {}:\n{}",
        report.display(),
        differing.join("\n")
    );
}

#[test]
fn a_line_moved_by_a_millimetre_is_a_difference() {
    let picture = |shift: usize| {
        let mut points = vec![255; 413 * 585];
        for y in 0..22 {
            for x in 60..340 {
                for thick in 0..6 {
                    points[(100 + y * 20 + thick + shift) * 413 + x] = 0;
                }
            }
        }
        Picture { width: 413, height: 585, points }
    };
    assert!(compare(&picture(0), &picture(2)).0 > TOLERATED);
    assert!(compare(&picture(0), &picture(0)).0 <= TOLERATED);
}
