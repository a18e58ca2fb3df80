//! Jobs as CUPS is asked for them, and pages as they come out of a queue.

#[path = "../../../../tests/support/cups.rs"]
mod server;

use hayro::hayro_syntax::Pdf;
use server::PrintServer;

use super::*;

#[test]
fn a_job_is_a4_unscaled_and_on_both_sides_unless_asked_otherwise() {
    let ranges = PageRanges::read("2-3", 8).unwrap();
    let setup = PrintSetup { copies: 0, ..PrintSetup::default() };
    let line = arguments("甲乡年报", "P1", &ranges, &setup).join(" ");
    assert_eq!(
        line,
        "-d P1 -t 甲乡年报 -n 1 -o media=A4 -o sides=two-sided-long-edge -o print-scaling=none \
         -o fit-to-page=false -P 2-3 -- -"
    );
    let single = PrintSetup { single_sided: true, copies: 3, ..PrintSetup::default() };
    let all = PageRanges::read("", 8).unwrap();
    let line = arguments("甲", "P1", &all, &single).join(" ");
    assert!(line.contains("sides=one-sided") && line.contains("-n 3") && !line.contains("-P"));
}

/// The report of the sample's last year: five pages with upright and wide tables.
fn report(folder: &std::path::Path) -> (usize, Vec<u8>) {
    let fonts = office::office::find_fonts();
    let mut office = office::Office::open(folder, &fonts, folder).unwrap();
    let now = "2026-01-10T08:00:00".parse().unwrap();
    office::demo::fill(&mut office, now).unwrap();
    office::report_file::pages(&mut office, now, 2025).unwrap()
}

/// How far two pages are from each other: the mean difference of their pixels, of 255.
fn difference(one: (&Pdf, usize), other: (&Pdf, usize)) -> f64 {
    let draw = |(pdf, number)| crate::printing::raster::page(pdf, number, 60.0).unwrap();
    let (one, other) = (draw(one), draw(other));
    // A queue gives the paper in whole points.
    assert!(one.width.abs_diff(other.width) <= 1 && one.height.abs_diff(other.height) <= 1);
    let (width, height) = (one.width.min(other.width), one.height.min(other.height));
    let mut sum = 0_u64;
    for row in 0..height {
        for column in 0..width {
            let at =
                |raster: &crate::printing::raster::Raster| raster.pixels[(row * raster.width + column) * 4];
            sum += u64::from(at(&one).abs_diff(at(&other)));
        }
    }
    sum as f64 / (width * height) as f64
}

#[test]
fn what_a_queue_prints_is_what_was_sent_page_by_page() {
    let folder = tempfile::tempdir().unwrap();
    let Some(server) = PrintServer::start() else { return };
    let cups = Cups { socket: Some(server.socket()) };
    let known = cups.printers();
    assert_eq!(known.printers, [Printer { name: "PDF".into(), default: true }], "{known:?}");

    let (pages, sent) = report(&folder.path().join("数据"));
    let original = Pdf::new(sent.clone()).unwrap();
    let all = PageRanges::read("", pages).unwrap();
    let said = cups.print("甲乡年报", &sent, &all, &PrintSetup::default()).unwrap();
    assert!(said.contains("PDF"), "{said}");
    let printed = Pdf::new(server.take_printed()).unwrap();
    assert_eq!(printed.pages().len(), pages);
    for number in 1..=pages {
        let far = difference((&original, number), (&printed, number));
        assert!(far < 3.0, "page {number} is not as it was sent: {far}");
    }
    assert!(difference((&original, 1), (&printed, 2)) > 8.0, "the measure tells pages apart");

    let some = PageRanges::read("2-3", pages).unwrap();
    let twice = PrintSetup { copies: 2, printer: Some("PDF".into()), ..PrintSetup::default() };
    cups.print("甲乡年报", &sent, &some, &twice).unwrap();
    let printed = Pdf::new(server.take_printed()).unwrap();
    assert!(printed.pages().len() >= 2 && printed.pages().len() <= 4, "{}", printed.pages().len());
    assert!(difference((&original, 2), (&printed, 1)) < 3.0);

    let unknown = PrintSetup { printer: Some("三楼".into()), ..PrintSetup::default() };
    let refused = cups.print("甲乡年报", &sent, &all, &unknown).unwrap_err();
    assert!(refused.code == "print.no_printer" && refused.message.contains("三楼"));
}
