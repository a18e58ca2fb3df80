//! Measures what a key stroke in a table costs behind the window: sums and rules over the sample office's
//! 2025, beside counting the same year from the records once, which is the reference of every ratio.

use std::time::Instant;

use chrono::{NaiveDate, NaiveDateTime};
use office::cells::{CellEntry, TrialDraft};
use office::{Office, Quantity};

const YEAR: i32 = 2025;
const ROUNDS: usize = 41;

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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let fonts = office::office::find_fonts();
    let mut office = Office::open(folder.path(), &fonts, folder.path())?;
    office::demo::fill(&mut office, now())?;
    let count = median(|round| {
        // Any change of the records makes the next count a fresh one.
        let _ = office.store.keep_setting(0, "bench", &round.to_string(), now());
        let _ = office::figures::of_year(&office, YEAR);
    });
    let check = median(|round| {
        let _ = office.store.keep_setting(0, "bench", &round.to_string(), now());
        let _ = office::checks::of_year(&office, now(), YEAR);
    });
    let key = median(|round| {
        let value = Some(Quantity::count(i64::try_from(round).unwrap_or_default()));
        let entries = vec![CellEntry { cell: "t3.new.natural".to_owned(), value }];
        let _ = office::cells::attempt(&mut office, now(), TrialDraft { year: YEAR, entries });
    });
    println!("A year of the sample office                 ms    ratio");
    for (what, time) in [
        ("counting it from the records (reference)", count),
        ("counting it and running all rules", check),
        ("a key stroke: sums and all rules", key),
    ] {
        println!("{what:<42}{time:>6.2}  {:>6.2}", time / count);
    }
    Ok(())
}
