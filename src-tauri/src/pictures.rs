//! Pictures of pages, drawn from the PDF itself: what is on the screen is what will be on paper.

use std::collections::VecDeque;
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use sha2::{Digest, Sha256};
use tauri::http::{Response, StatusCode, header};

use crate::desk::Desk;

/// So many documents are kept at a time: the one on screen and the ones just before it.
const KEPT: usize = 4;
/// No picture is larger, whatever the zoom: A4 at 400 dpi is 3307 × 4677.
const LARGEST_DPI: f32 = 400.0;

/// PDFs made for the screen, newest first.
#[derive(Default)]
pub struct Previews {
    kept: VecDeque<(String, Arc<Pdf>)>,
}

impl Previews {
    /// Keeps a PDF and names it by its content.
    pub fn keep(&mut self, bytes: Vec<u8>) -> String {
        let digest = Sha256::digest(&bytes);
        let key: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        if self.find(&key).is_none()
            && let Ok(pdf) = Pdf::new(bytes)
        {
            self.kept.push_front((key.clone(), Arc::new(pdf)));
            self.kept.truncate(KEPT);
        }
        key
    }

    fn find(&self, key: &str) -> Option<Arc<Pdf>> {
        self.kept.iter().find(|(k, _)| k == key).map(|(_, pdf)| Arc::clone(pdf))
    }
}

/// Answers `/key/page/dpi` with a PNG; page from 0.
pub fn answer(desk: &Desk, path: &str) -> Response<Vec<u8>> {
    let made = parse(path).and_then(|(key, page, dpi)| {
        let pdf = desk.previews().find(key)?;
        draw(&pdf, page, dpi)
    });
    let (status, kind, body) = match made {
        Some(png) => (StatusCode::OK, "image/png", png),
        None => (StatusCode::NOT_FOUND, "text/plain", Vec::new()),
    };
    // The key names the content, so a picture never goes stale.
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CACHE_CONTROL, "max-age=3600, immutable")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.body(body).unwrap_or_default()
}

/// The front end escapes its slashes, so they come as `%2F`.
fn parse(path: &str) -> Option<(&str, usize, f32)> {
    let path = path.trim_start_matches('/');
    let separator = if path.contains('/') {
        "/"
    } else if path.contains("%2F") {
        "%2F"
    } else {
        "%2f"
    };
    let mut parts = path.split(separator);
    let (key, page, dpi) = (parts.next()?, parts.next()?, parts.next()?);
    let dpi: f32 = dpi.parse().ok()?;
    Some((key, page.parse().ok()?, dpi.clamp(20.0, LARGEST_DPI)))
}

/// One page as PNG.
fn draw(pdf: &Pdf, page: usize, dpi: f32) -> Option<Vec<u8>> {
    let page = pdf.pages().get(page)?;
    let scale = dpi / 72.0;
    let pixels = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    // Hinting bends the strokes of 仿宋 to the pixels, which paper does not have.
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    let cache = RenderCache::new();
    let picture = render(page, &cache, &InterpreterSettings::default(), &settings, &pixels);
    picture.into_png().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_the_front_end_writes_them() {
        assert_eq!(parse("/abc/2/144"), Some(("abc", 2, 144.0)));
        assert_eq!(parse("/abc%2F2%2F96.5"), Some(("abc", 2, 96.5)));
        assert_eq!(parse("/abc/0/99999"), Some(("abc", 0, LARGEST_DPI)));
        assert_eq!(parse("/abc/x/1"), None);
        assert_eq!(parse("/"), None);
    }
}
