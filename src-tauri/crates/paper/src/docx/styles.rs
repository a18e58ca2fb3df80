//! The styles of a Word file and the fonts they name. Looks are in the styles alone, so that an office changes
//! a kind of paragraph in one place.

use std::collections::BTreeSet;

use crate::FontRole;
use crate::markup::Element;

use super::head;
use super::measure::{Measures, half_points};
use super::paragraph::value;

/// A font that offices have, and what stands in for it on a plain Windows.
struct Face {
    name: &'static str,
    stands_in: &'static str,
    /// `roman`, `swiss`, `modern`.
    family: &'static str,
    pitch: &'static str,
}

const fn face(name: &'static str, stands_in: &'static str, family: &'static str) -> Face {
    Face { name, stands_in, family, pitch: "variable" }
}

static TITLE: Face = face("方正小标宋简体", "SimSun", "auto");
static HEI: Face = face("黑体", "SimHei", "modern");
static KAI: Face = face("楷体_GB2312", "KaiTi", "modern");
static FANG: Face = face("仿宋_GB2312", "FangSong", "modern");
static SONG: Face = face("宋体", "SimSun", "auto");

impl Face {
    /// For all letters: figures and “ ” too are those of the Chinese font, half and whole squares wide.
    fn element(&self) -> Element {
        let name = |attribute| (attribute, self.name);
        [name("w:ascii"), name("w:hAnsi"), name("w:eastAsia"), name("w:cs")]
            .into_iter()
            .fold(Element::new("w:rFonts"), |fonts, (attribute, name)| fonts.attr(attribute, name))
    }
}

/// `word/fontTable.xml`.
pub(super) fn font_table() -> Element {
    let font = |face: &&Face| {
        Element::new("w:font")
            .attr("w:name", face.name)
            .child(value("w:altName", face.stands_in))
            // GB 2312
            .child(value("w:charset", "86"))
            .child(value("w:family", face.family))
            .child(value("w:pitch", face.pitch))
    };
    root("w:fonts").children([&FANG, &HEI, &KAI, &TITLE, &SONG].iter().map(font))
}

/// The root of a part.
pub(super) fn root(name: &'static str) -> Element {
    Element::new(name)
        .attr("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .attr("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
}

/// What a style says of letters. Those of a size of their own stand as wide as they are.
fn letters(face: Option<&Face>, half_points: Option<u32>, bold: bool) -> Element {
    spaced(face, half_points, bold, half_points.map(|_| 0))
}

/// Letters with so much more between them, in twips.
fn spaced(face: Option<&Face>, half_points: Option<u32>, bold: bool, between: Option<i64>) -> Element {
    let size = |name: &'static str| half_points.map(|size| value(name, size));
    Element::new("w:rPr")
        .children(face.map(Face::element))
        .children(bold.then(|| Element::new("w:b")))
        .children(between.map(|_| off("w:snapToGrid")))
        .children(between.map(|twips| value("w:spacing", twips)))
        .children(size("w:sz"))
        .children(size("w:szCs"))
}

/// A style of paragraphs.
struct Kind {
    id: String,
    /// The name by which Word knows it; its own styles have English names here and Chinese ones on screen.
    name: String,
    based_on: Option<&'static str>,
    next: Option<&'static str>,
    link: Option<String>,
    paragraph: Element,
    letters: Element,
}

impl Kind {
    fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Kind {
            id: id.into(),
            name: name.into(),
            based_on: Some("Normal"),
            next: None,
            link: None,
            paragraph: Element::new("w:pPr"),
            letters: Element::new("w:rPr"),
        }
    }

    fn on(self, based_on: &'static str) -> Self {
        Kind { based_on: Some(based_on), ..self }
    }

    fn then(self, next: &'static str) -> Self {
        Kind { next: Some(next), ..self }
    }

    /// The properties in the order of the schema.
    fn with(mut self, properties: impl IntoIterator<Item = Element>) -> Self {
        self.paragraph = self.paragraph.children(properties);
        self
    }

    fn set_in(self, face: Option<&Face>, half_points: Option<u32>, bold: bool) -> Self {
        Kind { letters: letters(face, half_points, bold), ..self }
    }

    fn element(self) -> Element {
        let base = self.based_on.is_none();
        let style = Element::new("w:style").attr("w:type", "paragraph");
        let style = if base { style.attr("w:default", "1") } else { style };
        // What Word does not know by name is ours.
        let style = if self.name.is_ascii() { style } else { style.attr("w:customStyle", "1") };
        style
            .attr("w:styleId", &self.id)
            .child(value("w:name", &self.name))
            .children(self.based_on.map(|id| value("w:basedOn", id)))
            .children(self.next.map(|id| value("w:next", id)))
            .children(self.link.map(|id| value("w:link", id)))
            .child(Element::new("w:qFormat"))
            .child(self.paragraph)
            .child(self.letters)
    }
}

fn line(exact: i64, before: i64, after: i64) -> Element {
    Element::new("w:spacing")
        .attr("w:before", before)
        .attr("w:after", after)
        .attr("w:line", exact)
        .attr("w:lineRule", "exact")
}

fn off(name: &'static str) -> Element {
    value(name, "0")
}

/// `word/styles.xml`. `table_sizes`: the sizes of tables in half-points, `issuer`: that of a head's red names.
pub(super) fn styles(table_sizes: &BTreeSet<u32>, issuer: Option<u32>, measures: &Measures<'_>) -> Element {
    let body = half_points(measures.style.body_pt);
    let language = Element::new("w:lang").attr("w:val", "en-US").attr("w:eastAsia", "zh-CN");
    let defaults = Element::new("w:docDefaults")
        .child(Element::new("w:rPrDefault").child(letters(Some(&FANG), Some(body), false).child(language)))
        .child(Element::new("w:pPrDefault"));
    root("w:styles")
        .child(defaults)
        .children(text_kinds(measures).into_iter().map(Kind::element))
        .child(default_characters())
        .children((1..=4).flat_map(|level| heading(level, measures)))
        .children(issuer.into_iter().flat_map(head_kinds).map(Kind::element))
        .child(signer())
        .child(default_table())
        .child(official_table())
        .children(table_sizes.iter().flat_map(|size| table_kinds(*size)).map(Kind::element))
}

fn text_kinds(measures: &Measures<'_>) -> Vec<Kind> {
    let (style, row) = (measures.style, measures.row);
    let above = row * i64::from(style.title_rows_above);
    let below = row * i64::from(style.title_rows_below);
    let first = (style.first_indent * 100.0).round() as i64;
    let first_line =
        Element::new("w:ind").attr("w:firstLineChars", first).attr("w:firstLine", measures.chars(first));
    // Word knows white between Chinese and Latin or none.
    let gap = |name| value(name, if style.latin_gap > 0.0 { "1" } else { "0" });
    let title = Some(half_points(style.title_pt));
    let caption = Some(half_points(style.caption_pt));
    let number = Some(half_points(style.page_number_pt));
    let number_line = (style.page_number_pt * 20.0).round() as i64;
    let between = Some(measures.char_spacing());
    let normal =
        Kind { based_on: None, letters: spaced(None, None, false, between), ..Kind::new("Normal", "Normal") };
    vec![
        // Lines and characters keep to the pitch of the grid by themselves: programs read the grid's own pitch
        // of characters differently, and fonts taller than a line would take two. Marks do not hang over the
        // edge.
        normal.with([
            off("w:widowControl"),
            off("w:overflowPunct"),
            gap("w:autoSpaceDE"),
            gap("w:autoSpaceDN"),
            off("w:adjustRightInd"),
            off("w:snapToGrid"),
            line(row, 0, 0),
            value("w:jc", "both"),
        ]),
        Kind::new("NormalIndent", "Normal Indent").with([first_line]),
        Kind::new("Title", "Title")
            .then("Salutation")
            .with([Element::new("w:keepNext"), line(row, above, below), value("w:jc", "center")])
            .set_in(Some(of_role(style.title_font)), title, false),
        Kind::new("TitleNumber", "标题下文号").then("Salutation").with([
            Element::new("w:keepNext"),
            line(row, 0, below),
            value("w:jc", "center"),
        ]),
        Kind::new("Salutation", "Salutation").then("NormalIndent"),
        Kind::new("AnnexList", "附件说明"),
        Kind::new("Signature", "Signature").then("Date").with([Element::new("w:keepNext")]),
        Kind::new("Date", "Date"),
        Kind::new("AnnexMark", "附件标记")
            .then("AnnexTitle")
            .with([Element::new("w:keepNext"), Element::new("w:pageBreakBefore")])
            .set_in(Some(&HEI), None, false),
        Kind::new("AnnexTitle", "附件标题").on("Title").then("NormalIndent").with([line(row, row, below)]),
        Kind::new("Caption", "caption").with([Element::new("w:keepNext"), value("w:jc", "center")]).set_in(
            Some(&HEI),
            caption,
            false,
        ),
        Kind::new("Imprint", "版记")
            .with([line((style.imprint_pt * 20.0 * head::IMPRINT_LEADING).round() as i64, 0, 0)])
            .set_in(None, Some(half_points(style.imprint_pt)), false),
        Kind::new("BelowTable", "表后间隔").with([line(super::table::BELOW, 0, 0)]),
        Kind::new("Footer", "footer").with([line(number_line, 0, 0)]).set_in(Some(&SONG), number, false),
    ]
}

fn of_role(role: FontRole) -> &'static Face {
    match role {
        FontRole::FangSong => &FANG,
        FontRole::XiaoBiaoSong => &TITLE,
        FontRole::HeiTi => &HEI,
        FontRole::KaiTi => &KAI,
        FontRole::Song => &SONG,
    }
}

/// The styles of a head (7.2).
fn head_kinds(issuer: u32) -> [Kind; 4] {
    let pitch = (f64::from(issuer) * 10.0 * head::LEADING).round() as i64;
    let red = Element::new("w:rPr")
        .child(TITLE.element())
        .child(off("w:snapToGrid"))
        .child(value("w:color", head::RED))
        .child(value("w:spacing", 0))
        .child(value("w:sz", issuer))
        .child(value("w:szCs", issuer));
    let name = Kind::new("Issuer", "发文机关标志").with([line(pitch, 0, 0), value("w:jc", "center")]);
    [
        Kind::new("CopyNumber", "份号"),
        Kind::new("Secrecy", "密级和紧急程度").set_in(Some(&HEI), None, false),
        Kind { letters: red, ..name },
        Kind::new("DocumentNumber", "发文字号").then("Title").with([value("w:jc", "center")]),
    ]
}

/// 签发人's names (7.2.6).
fn signer() -> Element {
    Element::new("w:style")
        .attr("w:type", "character")
        .attr("w:customStyle", "1")
        .attr("w:styleId", "Signer")
        .child(value("w:name", "签发人姓名"))
        .child(value("w:basedOn", "DefaultParagraphFont"))
        .child(letters(Some(&KAI), None, false))
}

fn default_characters() -> Element {
    Element::new("w:style")
        .attr("w:type", "character")
        .attr("w:default", "1")
        .attr("w:styleId", "DefaultParagraphFont")
        .child(value("w:name", "Default Paragraph Font"))
}

/// 标题 1 to 4 with the style of the words that run in at the head of a paragraph (7.3.3).
fn heading(level: u8, measures: &Measures<'_>) -> [Element; 2] {
    let face = match level {
        1 => &HEI,
        2 => &KAI,
        _ => &FANG,
    };
    let bold = level == 3 && measures.style.heading3_bold;
    let mut kind = Kind::new(format!("Heading{level}"), format!("heading {level}"))
        .on("NormalIndent")
        .then("NormalIndent")
        .with([Element::new("w:keepNext"), value("w:outlineLvl", level - 1)])
        .set_in(Some(face), None, bold);
    kind.link = Some(run_in(level));
    let words = Element::new("w:style")
        .attr("w:type", "character")
        .attr("w:customStyle", "1")
        .attr("w:styleId", run_in(level))
        .child(value("w:name", format!("标题 {level} 字符")))
        .child(value("w:basedOn", "DefaultParagraphFont"))
        .child(value("w:link", &kind.id))
        .child(letters(Some(face), None, bold));
    [kind.element(), words]
}

/// The style of a heading's words in a paragraph that goes on as body.
pub(super) fn run_in(level: u8) -> String {
    format!("Heading{level}Char")
}

/// The style of labels and of values in a table of this size.
pub(super) fn table_text(half_points: u32, header: bool) -> String {
    format!("{}{half_points}", if header { "TableHead" } else { "TableText" })
}

/// The style of the labels under a table of this size.
pub(super) fn table_foot(half_points: u32) -> String {
    format!("TableFoot{half_points}")
}

fn table_kinds(size: u32) -> [Kind; 3] {
    let pt = f64::from(size) / 2.0;
    let pitch = |ems: f64| line((pt * ems * 20.0).round() as i64, 0, 0);
    let in_cell = |id: String, name: &str, face: &Face| {
        Kind::new(id, format!("{name} {pt} 磅"))
            .with([pitch(super::table::LEADING), value("w:jc", "center")])
            .set_in(Some(face), Some(size), false)
    };
    [
        in_cell(table_text(size, false), "表格内容", &FANG),
        in_cell(table_text(size, true), "表格栏目", &HEI),
        Kind::new(table_foot(size), format!("表下栏目 {pt} 磅"))
            .with([pitch(super::table::FOOT_LEADING), value("w:jc", "left")])
            .set_in(Some(&FANG), Some(size), false),
    ]
}

fn default_table() -> Element {
    Element::new("w:style")
        .attr("w:type", "table")
        .attr("w:default", "1")
        .attr("w:styleId", "TableNormal")
        .child(value("w:name", "Normal Table"))
}

/// A frame of 0.35 mm with thin rules in it, as our own paper draws tables.
fn official_table() -> Element {
    let side = |name: &'static str, eighths: u32| {
        value(name, "single").attr("w:sz", eighths).attr("w:space", 0).attr("w:color", "000000")
    };
    let borders = Element::new("w:tblBorders").children([
        side("w:top", 8),
        side("w:left", 8),
        side("w:bottom", 8),
        side("w:right", 8),
        side("w:insideH", 4),
        side("w:insideV", 4),
    ]);
    let room = |name: &'static str, twips: i64| Element::new(name).attr("w:w", twips).attr("w:type", "dxa");
    let margins = Element::new("w:tblCellMar").children([
        room("w:top", super::table::PAD_Y),
        room("w:left", super::table::PAD_X),
        room("w:bottom", super::table::PAD_Y),
        room("w:right", super::table::PAD_X),
    ]);
    Element::new("w:style")
        .attr("w:type", "table")
        .attr("w:customStyle", "1")
        .attr("w:styleId", "OfficialTable")
        .child(value("w:name", "公文表格"))
        .child(value("w:basedOn", "TableNormal"))
        .child(Element::new("w:tblPr").child(borders).child(margins))
}
