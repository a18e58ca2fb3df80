//! A page as a picture for the printer: drawn from the PDF itself, upright on the paper.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// A picture of a page: rows from the top, four bytes a pixel — blue, green, red, nothing — as a
/// device-independent bitmap wants them.
pub struct Raster {
    /// Pixels a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// `width * height * 4` bytes.
    pub pixels: Vec<u8>,
}

/// Draws a page (from 1). A landscape page is turned a quarter to the left, so that its head lies at the
/// paper's left edge: the binding edge of an odd page, the cut edge of an even one (GB/T 9704—2012 第8条).
pub fn page(pdf: &Pdf, number: usize, dpi: f32) -> Option<Raster> {
    let page = pdf.pages().get(number.checked_sub(1)?)?;
    let scale = dpi / 72.0;
    let pixels = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    let picture = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings, &pixels);
    let (width, height) = (usize::from(picture.width()), usize::from(picture.height()));
    let mut bytes = Vec::with_capacity(width * height * 4);
    for pixel in picture.data_as_u8_slice().chunks_exact(4) {
        bytes.extend([pixel[2], pixel[1], pixel[0], 0]);
    }
    let raster = Raster { width, height, pixels: bytes };
    Some(if width > height { raster.turned_left() } else { raster })
}

impl Raster {
    /// A quarter against the clock: what was the top is the left.
    fn turned_left(&self) -> Self {
        let (width, height) = (self.height, self.width);
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for row in 0..height {
            let column = self.width - 1 - row;
            for old_row in 0..width {
                let at = (old_row * self.width + column) * 4;
                pixels.extend_from_slice(&self.pixels[at..at + 4]);
            }
        }
        Self { width, height, pixels }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_landscape_page_is_turned_with_its_head_to_the_left() {
        // 甲乙丙
        // 丁戊己   turned left: 丙己 / 乙戊 / 甲丁
        let pixels = (0..6_u8).flat_map(|n| [n; 4]).collect();
        let turned = Raster { width: 3, height: 2, pixels }.turned_left();
        assert_eq!((turned.width, turned.height), (2, 3));
        let order: Vec<u8> = turned.pixels.chunks(4).map(|p| p[0]).collect();
        assert_eq!(order, [2, 5, 1, 4, 0, 3]);
    }

    #[test]
    fn a_page_is_drawn_at_the_printers_resolution() {
        let folder = tempfile::tempdir().unwrap();
        let fonts = office::office::find_fonts();
        let mut office = office::Office::open(folder.path(), &fonts, folder.path()).unwrap();
        let now = "2026-01-10T08:00:00".parse().unwrap();
        let (pages, bytes) = office::report_file::pages(&mut office, now, 2018).unwrap();
        let pdf = Pdf::new(bytes).unwrap();
        let raster = page(&pdf, 1, 300.0).unwrap();
        // 210 × 297 mm
        assert!(raster.width.abs_diff(2480) <= 1 && raster.height.abs_diff(3508) <= 1);
        assert_eq!(raster.pixels.len(), raster.width * raster.height * 4);
        assert_eq!(raster.pixels[..3], [255, 255, 255], "the corner is paper");
        assert!(raster.pixels.chunks(4).any(|p| p[..3] == [0, 0, 0]), "something is printed");
        assert!(page(&pdf, pages + 1, 72.0).is_none() && page(&pdf, 0, 72.0).is_none());
    }
}
