//! What of a house style cannot be printed, and where it departs from GB/T 9704—2012: in sentences for the
//! settings page, each with the name of the field it is about.

use serde::Serialize;
use ts_rs::TS;

use crate::layout::MM_PER_PT;
use crate::{PageNumberPlace, PaperError, Style};

/// A measure that cannot be, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StyleFault {
    /// The field of [`Style`].
    pub field: String,
    /// What is wrong with it and what would do, for the screen.
    pub message: String,
}

/// A measure that is not the standard's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Departure {
    /// The field of [`Style`].
    pub field: String,
    /// What people call it: 「左边距」.
    pub label: String,
    /// As GB/T 9704 has it: 「28毫米」.
    pub standard: String,
    /// As this style has it.
    pub here: String,
}

/// A margin narrower than this is cut off by many office printers, in millimetres.
const PRINTABLE: f64 = 5.0;
/// The smallest type area, in millimetres.
const NARROWEST: f64 = 80.0;
const LOWEST: f64 = 100.0;
/// Sizes of type that can be read and have room, in points.
const SIZES: std::ops::RangeInclusive<f64> = 5.0..=72.0;
/// A Chinese character of 3 号 is 1.3 per cent wider than the standard's pitch; letters of one line touch when
/// they are over this.
const TIGHTEST: f64 = 1.03;
/// Characters further apart than this many of their widths are no line any more.
const LOOSEST: f64 = 2.0;

/// Faults being collected.
#[derive(Default)]
struct Faults(Vec<StyleFault>);

impl Faults {
    fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(StyleFault { field: field.to_owned(), message: message.into() });
    }
}

impl Style {
    /// What of these measures cannot be printed; nothing when all can.
    pub fn faults(&self) -> Vec<StyleFault> {
        let mut faults = Faults::default();
        self.check_numbers(&mut faults);
        // What does not stand alone cannot be held against anything else.
        if faults.0.is_empty() {
            self.check_margins(&mut faults);
        }
        if faults.0.is_empty() {
            self.check_grid(&mut faults);
            self.check_foot(&mut faults);
        }
        faults.0
    }

    /// Whether text can be set with these measures at all.
    ///
    /// # Errors
    /// The first of [`Style::faults`].
    pub fn check(&self) -> Result<(), PaperError> {
        match self.faults().into_iter().next() {
            Some(fault) => Err(PaperError::Style(fault.message)),
            None => Ok(()),
        }
    }

    fn check_numbers(&self, faults: &mut Faults) {
        for (field, label, size) in self.sizes() {
            if !SIZES.contains(&size) {
                faults.add(field, format!("{label}应在5磅到72磅之间"));
            }
        }
        for (field, label, length) in self.margins() {
            if !length.is_finite() || length < PRINTABLE {
                faults.add(field, format!("{label}至少5毫米，再小打印机打不全"));
            }
        }
        for (field, label, length) in
            [("paper_width", "纸宽", self.paper_width), ("paper_height", "纸高", self.paper_height)]
        {
            if !length.is_finite() || !(100.0..=1200.0).contains(&length) {
                faults.add(field, format!("{label}应在100毫米到1200毫米之间"));
            }
        }
        for (field, label, length) in [
            ("issuer_drop", "发文机关标志的位置", self.issuer_drop),
            ("page_number_drop", "页码的位置", self.page_number_drop),
        ] {
            if !length.is_finite() || length < 0.0 {
                faults.add(field, format!("{label}不能是负数"));
            }
        }
        if !(0.0..=8.0).contains(&self.first_indent) {
            faults.add("first_indent", "首行缩进应在0字到8字之间");
        }
        if !(0.0..=0.5).contains(&self.latin_gap) {
            faults.add("latin_gap", "汉字与西文、数字的间距应在0字到半个字之间");
        }
        if !(8..=100).contains(&self.chars_per_line) {
            faults.add("chars_per_line", "每行应在8字到100字之间");
        }
        match self.line_pitch_pt {
            Some(pitch) if !(5.0..=100.0).contains(&pitch) => {
                faults.add("line_pitch_pt", "固定行距应在5磅到100磅之间");
            }
            None if !(6..=100).contains(&self.lines_per_page) => {
                faults.add("lines_per_page", "每页应在6行到100行之间");
            }
            _ => {}
        }
    }

    fn check_margins(&self, faults: &mut Faults) {
        let (width, height) = (self.area_width(), self.area_height());
        if width < NARROWEST {
            faults.add(
                "margin_left",
                format!("左右边距太大：版心只剩{}宽，至少要留80毫米", mm(width.max(0.0))),
            );
        }
        if height < LOWEST {
            faults.add(
                "margin_top",
                format!("上下边距太大：版心只剩{}高，至少要留100毫米", mm(height.max(0.0))),
            );
        }
    }

    fn check_grid(&self, faults: &mut Faults) {
        let (width, em) = (self.area_width(), self.body_pt * MM_PER_PT);
        let most = (width * TIGHTEST / em).floor();
        if f64::from(self.chars_per_line) > most {
            faults.add(
                "chars_per_line",
                format!(
                    "每行{}字排不下：版心宽{}，正文{}时每行最多{most}字",
                    self.chars_per_line,
                    mm(width),
                    pt(self.body_pt)
                ),
            );
        } else if self.char_pitch() > LOOSEST * em {
            let least = (width / LOOSEST / em).ceil();
            faults.add(
                "chars_per_line",
                format!("每行{}字太稀：正文{}时每行至少{least}字", self.chars_per_line, pt(self.body_pt)),
            );
        }
        let (highest, name) =
            if self.title_pt > self.body_pt { (self.title_pt, "标题") } else { (self.body_pt, "正文") };
        if highest * MM_PER_PT > self.row_pitch() {
            let high = pt(highest);
            match self.line_pitch_pt {
                Some(pitch) => faults.add(
                    "line_pitch_pt",
                    format!("行距{}磅放不下{name}：{name}字号是{high}，行距不能比它小", plain(pitch)),
                ),
                None => faults.add(
                    "lines_per_page",
                    format!(
                        "每页{}行放不下{name}：版心高{}，{name}{high}时每页最多{}行",
                        self.lines_per_page,
                        mm(self.area_height()),
                        (self.area_height() / (highest * MM_PER_PT)).floor()
                    ),
                ),
            }
        } else if self.rows() < 6 {
            faults.add("line_pitch_pt", format!("行距太大：每页只排得下{}行，至少要6行", self.rows()));
        } else if self.title_rows_above.saturating_add(self.title_rows_below).saturating_add(4) > self.rows()
        {
            faults.add("title_rows_above", "标题上下的空行太多，首页排不下正文");
        }
        if self.first_indent + 4.0 > f64::from(self.chars_per_line) {
            faults.add("first_indent", "首行缩进太多，一行排不下几个字");
        }
        if self.issuer_drop + self.issuer_pt * MM_PER_PT > self.area_height() * 0.6 {
            faults.add("issuer_drop", "发文机关标志太低，首页排不下标题和正文");
        }
    }

    fn check_foot(&self, faults: &mut Faults) {
        let lowest = self.page_number_drop + self.page_number_pt * MM_PER_PT;
        if self.page_number != PageNumberPlace::None && lowest > self.margin_bottom {
            faults.add(
                "margin_bottom",
                format!(
                    "下边距放不下页码：页码要占版心以下{}，下边距只有{}",
                    mm(lowest),
                    mm(self.margin_bottom)
                ),
            );
        }
    }

    /// Where the style is not the standard's, in the order of the settings page.
    pub fn departures(&self) -> Vec<Departure> {
        let standard = Style::gbt9704().said();
        let differs = |(here, standard): (&Said, &Said)| {
            (here.2 != standard.2).then(|| Departure {
                field: here.0.to_owned(),
                label: here.1.to_owned(),
                standard: standard.2.clone(),
                here: here.2.clone(),
            })
        };
        self.said().iter().zip(&standard).filter_map(differs).collect()
    }

    /// Every measure in words.
    fn said(&self) -> Vec<Said> {
        let size = |(field, label, size): (_, _, f64)| (field, label, pt(size));
        let length = |(field, label, length): (_, _, f64)| (field, label, mm(length));
        let yes = |yes: bool| if yes { "是" } else { "否" }.to_owned();
        let rows = |rows: u32| format!("{rows}行");
        let mut said: Vec<Said> = self.margins().into_iter().map(length).collect();
        said.extend([
            ("paper_width", "纸宽", mm(self.paper_width)),
            ("paper_height", "纸高", mm(self.paper_height)),
            ("chars_per_line", "每行字数", format!("{}字", self.chars_per_line)),
            ("lines_per_page", "每页行数", rows(self.lines_per_page)),
            (
                "line_pitch_pt",
                "行距",
                self.line_pitch_pt.map_or("随每页行数".into(), |p| format!("固定值{}磅", plain(p))),
            ),
            ("first_indent", "首行缩进", format!("{}字", plain(self.first_indent))),
            ("latin_gap", "汉字与西文的间距", format!("{}字", plain(self.latin_gap))),
            ("title_font", "标题字体", self.title_font.label().to_owned()),
            ("title_rows_above", "标题上的空行", rows(self.title_rows_above)),
            ("title_rows_below", "标题下的空行", rows(self.title_rows_below)),
            ("heading3_bold", "三级标题加粗", yes(self.heading3_bold)),
            ("issuer_drop", "发文机关标志距版心上边", mm(self.issuer_drop)),
            ("imprint_on_even_page", "版记在偶数页", yes(self.imprint_on_even_page)),
            ("page_number", "页码", self.page_number.label().to_owned()),
            ("page_number_drop", "页码距版心下边", mm(self.page_number_drop)),
        ]);
        said.extend(self.sizes().into_iter().map(size));
        said
    }

    fn sizes(&self) -> [(&'static str, &'static str, f64); 7] {
        [
            ("body_pt", "正文字号", self.body_pt),
            ("title_pt", "标题字号", self.title_pt),
            ("issuer_pt", "发文机关标志字号", self.issuer_pt),
            ("imprint_pt", "版记字号", self.imprint_pt),
            ("table_pt", "表格字号", self.table_pt),
            ("caption_pt", "表题字号", self.caption_pt),
            ("page_number_pt", "页码字号", self.page_number_pt),
        ]
    }

    fn margins(&self) -> [(&'static str, &'static str, f64); 4] {
        [
            ("margin_top", "上边距", self.margin_top),
            ("margin_bottom", "下边距", self.margin_bottom),
            ("margin_left", "左边距", self.margin_left),
            ("margin_right", "右边距", self.margin_right),
        ]
    }
}

/// Field, label, value.
type Said = (&'static str, &'static str, String);

impl PageNumberPlace {
    /// Its name on screen.
    pub fn label(self) -> &'static str {
        match self {
            PageNumberPlace::Outside => "外侧（单页居右、双页居左）",
            PageNumberPlace::Center => "居中",
            PageNumberPlace::None => "不印页码",
        }
    }
}

/// A number with as many decimals as it has, two at the most.
fn plain(number: f64) -> String {
    let two = format!("{number:.2}");
    two.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn mm(length: f64) -> String {
    format!("{}毫米", plain(length))
}

/// A size of type by its Chinese name where it has one: 「3号（16磅）」.
fn pt(size: f64) -> String {
    const NAMED: [(f64, &str); 16] = [
        (42.0, "初号"),
        (36.0, "小初"),
        (26.0, "1号"),
        (24.0, "小1号"),
        (22.0, "2号"),
        (18.0, "小2号"),
        (16.0, "3号"),
        (15.0, "小3号"),
        (14.0, "4号"),
        (12.0, "小4号"),
        (10.5, "5号"),
        (9.0, "小5号"),
        (7.5, "6号"),
        (6.5, "小6号"),
        (5.5, "7号"),
        (5.0, "8号"),
    ];
    match NAMED.iter().find(|(points, _)| (points - size).abs() < 0.01) {
        Some((points, name)) => format!("{name}（{}磅）", plain(*points)),
        None => format!("{}磅", plain(size)),
    }
}
