//! The measures of the page. GB/T 9704—2012 is the default; an office's house style changes fields and is kept
//! as data: what a kept style does not name is as the standard has it.

use serde::{Deserialize, Serialize};

use crate::{FontRole, PaperError};

/// Where the page number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Style {
    /// Width of the paper.
    pub paper_width: f64,
    /// Height of the paper.
    pub paper_height: f64,
    /// 天头, white above the type area.
    pub margin_top: f64,
    /// 订口, white left of the type area.
    pub margin_left: f64,
    /// Width of the type area.
    pub area_width: f64,
    /// Height of the type area.
    pub area_height: f64,
    /// Characters a line. The pitch of the characters is `area_width / chars_per_line`.
    pub chars_per_line: u32,
    /// Lines a page. The pitch of the lines is `area_height / lines_per_page`.
    pub lines_per_page: u32,
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
            margin_left: 28.0,
            area_width: 156.0,
            area_height: 225.0,
            chars_per_line: 28,
            lines_per_page: 22,
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

    /// From one character to the next, in millimetres: 156/28.
    pub fn char_pitch(&self) -> f64 {
        self.area_width / f64::from(self.chars_per_line)
    }

    /// From one line to the next, in millimetres: 225/22.
    pub fn row_pitch(&self) -> f64 {
        self.area_height / f64::from(self.lines_per_page)
    }

    /// Whether text can be set with these measures at all.
    pub(crate) fn check(&self) -> Result<(), PaperError> {
        let lengths = [
            self.paper_width,
            self.paper_height,
            self.area_width,
            self.area_height,
            self.body_pt,
            self.title_pt,
            self.table_pt,
            self.caption_pt,
            self.page_number_pt,
            self.issuer_pt,
            self.imprint_pt,
        ];
        if lengths.iter().any(|v| !v.is_finite() || *v <= 0.0) {
            return Err(PaperError::Style("尺寸和字号必须大于零".into()));
        }
        let margins = [
            self.margin_top,
            self.margin_left,
            self.page_number_drop,
            self.issuer_drop,
            self.first_indent,
            self.latin_gap,
        ];
        if margins.iter().any(|v| !v.is_finite() || *v < 0.0) {
            return Err(PaperError::Style("页边距不能为负数".into()));
        }
        if self.chars_per_line < 8 || self.lines_per_page < 6 {
            return Err(PaperError::Style("每行至少 8 字，每页至少 6 行".into()));
        }
        if self.first_indent + 4.0 > f64::from(self.chars_per_line) || self.latin_gap > 0.5 {
            return Err(PaperError::Style("首行缩进太多，或者汉字与西文的间距大于半个字".into()));
        }
        let em = self.body_pt.max(self.title_pt) * 25.4 / 72.0;
        if em > self.area_height / f64::from(self.lines_per_page)
            || self.body_pt * 25.4 / 72.0 > self.char_pitch() * 1.3
        {
            return Err(PaperError::Style("字号太大，行距或字距放不下".into()));
        }
        let outside = self.margin_left + self.area_width > self.paper_width
            || self.margin_top + self.area_height > self.paper_height;
        if outside {
            return Err(PaperError::Style("版心超出了纸张".into()));
        }
        let head = self.title_rows_above + self.title_rows_below;
        if head + 4 > self.lines_per_page {
            return Err(PaperError::Style("标题上下的空行太多".into()));
        }
        Ok(())
    }
}

impl Default for Style {
    fn default() -> Self {
        Style::gbt9704()
    }
}
