//! The measures of the page. GB/T 9704—2012 is the default; an office's house style changes fields and is kept
//! as data: what a kept style does not name is as the standard has it.

mod faults;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::FontRole;
use crate::layout::MM_PER_PT;

pub use faults::{Departure, StyleFault};

/// Where the page number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PageNumberPlace {
    /// Odd pages right, even pages left, one character in (7.5).
    #[default]
    Outside,
    /// In the middle of the foot.
    Center,
    /// No page numbers.
    None,
}

/// Margins, grid and type of a document. Millimetres, except sizes of type, which are points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Style {
    /// Width of the paper.
    pub paper_width: f64,
    /// Height of the paper.
    pub paper_height: f64,
    /// 天头, white above the type area.
    pub margin_top: f64,
    /// White right of the type area.
    pub margin_right: f64,
    /// White under the type area.
    pub margin_bottom: f64,
    /// 订口, white left of the type area.
    pub margin_left: f64,
    /// Characters a line. The pitch of the characters is the width of the type area over
    /// this number.
    pub chars_per_line: u32,
    /// Lines a page, spread over the height of the type area.
    pub lines_per_page: u32,
    /// 固定行距: the pitch of the lines in points, where an office counts by it. A page then holds as many lines
    /// as have room, whatever `lines_per_page` says.
    pub line_pitch_pt: Option<f64>,
    /// Size of body, headings, salutation and signature: 3 号.
    pub body_pt: f64,
    /// Indent of a paragraph's first line, in characters (7.3.3).
    pub first_indent: f64,
    /// White between a Chinese character and a Latin word or number, in characters; a quarter at the most.
    pub latin_gap: f64,
    /// Font of the title: 小标宋.
    pub title_font: FontRole,
    /// Size of the title: 2 号.
    pub title_pt: f64,
    /// Empty lines above the title (7.3.1).
    pub title_rows_above: u32,
    /// Empty lines between title and text (7.3.2).
    pub title_rows_below: u32,
    /// Heading level 3 bold. The standard asks for none; some offices want it.
    pub heading3_bold: bool,
    /// Largest size of 发文机关标志; a long name is set smaller, so that it fits (7.2.4). The standard leaves
    /// the size to the office.
    pub issuer_pt: f64,
    /// From the upper edge of the type area to that of 发文机关标志 (7.2.4).
    pub issuer_drop: f64,
    /// 版记 begins no odd page: the last page is the back of a leaf (7.4, 7.5).
    pub imprint_on_even_page: bool,
    /// Size of 版记: 4 号.
    pub imprint_pt: f64,
    /// Size of the text in tables: 小四.
    pub table_pt: f64,
    /// Size of a table's caption: 4 号.
    pub caption_pt: f64,
    /// Where the page number stands.
    pub page_number: PageNumberPlace,
    /// Size of the page number: 4 号.
    pub page_number_pt: f64,
    /// From the foot of the type area to the top of the page number's dashes (7.5).
    pub page_number_drop: f64,
}

impl Style {
    /// The measures of GB/T 9704—2012 clauses 5 and 7.
    pub fn gbt9704() -> Self {
        Style {
            paper_width: 210.0,
            paper_height: 297.0,
            margin_top: 37.0,
            margin_right: 26.0,
            margin_bottom: 35.0,
            margin_left: 28.0,
            chars_per_line: 28,
            lines_per_page: 22,
            line_pitch_pt: None,
            body_pt: 16.0,
            first_indent: 2.0,
            latin_gap: 0.125,
            title_font: FontRole::XiaoBiaoSong,
            title_pt: 22.0,
            title_rows_above: 2,
            title_rows_below: 1,
            heading3_bold: false,
            issuer_pt: 42.0,
            issuer_drop: 35.0,
            imprint_on_even_page: true,
            imprint_pt: 14.0,
            table_pt: 12.0,
            caption_pt: 14.0,
            page_number: PageNumberPlace::Outside,
            page_number_pt: 14.0,
            page_number_drop: 7.0,
        }
    }

    /// Width of the type area: 156 mm.
    pub fn area_width(&self) -> f64 {
        self.paper_width - self.margin_left - self.margin_right
    }

    /// Height of the type area: 225 mm.
    pub fn area_height(&self) -> f64 {
        self.paper_height - self.margin_top - self.margin_bottom
    }

    /// Lines a page holds: as said, or as a fixed pitch leaves room for.
    pub fn rows(&self) -> u32 {
        match self.line_pitch_pt {
            Some(_) => (self.area_height() / self.row_pitch() + 1e-6).floor() as u32,
            None => self.lines_per_page,
        }
    }

    /// From one character to the next, in millimetres: 156/28.
    pub fn char_pitch(&self) -> f64 {
        self.area_width() / f64::from(self.chars_per_line)
    }

    /// From one line to the next, in millimetres: 225/22.
    pub fn row_pitch(&self) -> f64 {
        match self.line_pitch_pt {
            Some(pitch) => pitch * MM_PER_PT,
            None => self.area_height() / f64::from(self.lines_per_page),
        }
    }
}

impl Default for Style {
    fn default() -> Self {
        Style::gbt9704()
    }
}
