//! Measures what an edit costs until the page in sight has followed: the report put together, laid out, written
//! as PDF, and one page of it drawn at the size of a screen. Beside it the drawing alone, the reference of every
//! ratio. The aim is 100 ms for eight pages.

use std::time::Instant;

use chrono::{NaiveDate, NaiveDateTime};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use office::Office;
use office::editions::{Edition, FilingDraft, FilingSettings};
use office::report_file::{Paper, preview};

const YEAR: i32 = 2025;
const ROUNDS: usize = 21;
/// A page as wide as an office screen shows it.
const DPI: f32 = 96.0;

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 1, 10).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap_or_default()
}

fn median(mut work: impl FnMut(usize)) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|round| {
            let start = Instant::now();
            work(round);
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

fn draw(bytes: Vec<u8>) -> usize {
    let Ok(pdf) = Pdf::new(bytes) else { return 0 };
    let Some(page) = pdf.pages().first() else { return 0 };
    let scale = DPI / 72.0;
    let pixels = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    let picture = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings, &pixels);
    picture.into_png().map(|png| png.len()).unwrap_or_default()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let fonts = office::office::find_fonts();
    let mut office = Office::open(folder.path(), &fonts, folder.path())?;
    office::demo::fill(&mut office, now())?;
    let paper = Paper { year: YEAR, version: None, edition: Edition::Filing };
    let (pages, bytes) = preview(&mut office, now(), paper)?;
    let drawing = median(|_| {
        draw(bytes.clone());
    });
    let setting = median(|_| {
        let _ = preview(&mut office, now(), paper);
    });
    let edit = median(|round| {
        let settings =
            FilingSettings { number: format!("下政发〔2026〕{round}号"), ..FilingSettings::default() };
        let _ = office::editions::save(&mut office, now(), FilingDraft { year: YEAR, settings });
        if let Ok((_, bytes)) = preview(&mut office, now(), paper) {
            draw(bytes);
        }
    });
    println!("报送稿 of the sample office, {pages} pages          ms    ratio");
    for (what, time) in [
        ("drawing a page (reference)", drawing),
        ("putting together, layout and PDF", setting),
        ("an edit until its page is drawn", edit),
    ] {
        println!("{what:<42}{time:>6.2}  {:>6.2}", time / drawing);
    }
    Ok(())
}
