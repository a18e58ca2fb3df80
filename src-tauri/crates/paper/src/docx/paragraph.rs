//! Paragraphs and runs as WordprocessingML wants them: the properties in the order of its schema, looks by
//! the name of a style.

use crate::markup::Element;

use super::measure::{Measures, Twips};

/// How far a paragraph stands in, in hundredths of a character of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Indent {
    pub left: i64,
    pub right: i64,
    /// The first line ends so much further left than the others.
    pub hanging: i64,
}

/// A paragraph; what is not said comes from its style.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub style: String,
    /// Stands on the page of the next.
    pub keep_next: bool,
    /// Begins a page.
    pub breaks_page: bool,
    /// Tab stops, from the left end of the type area.
    pub tabs: Vec<Twips>,
    /// Empty lines above.
    pub rows_above: Option<u32>,
    /// White above.
    pub above: Option<Twips>,
    /// No white under it, whatever its style says.
    pub close_below: bool,
    /// The red line of a head under it.
    pub red_line: bool,
    /// The page of the section that ends with it.
    pub section: Option<Element>,
    pub indent: Option<Indent>,
    /// `left`, `center`, `right`.
    pub align: Option<&'static str>,
    pub runs: Vec<Element>,
}

impl Paragraph {
    pub fn new(style: impl Into<String>) -> Self {
        Paragraph { style: style.into(), ..Paragraph::default() }
    }

    /// With words behind those it has; `\n` begins a new line.
    pub fn words(mut self, text: &str) -> Self {
        self.runs.extend(run(text, None));
        self
    }

    /// With words in a style of their own.
    pub fn styled(mut self, text: &str, style: &str) -> Self {
        self.runs.extend(run(text, Some(style)));
        self
    }

    pub fn element(self, measures: &Measures<'_>) -> Element {
        let tabs = (!self.tabs.is_empty()).then(|| {
            let stop = |at: &Twips| Element::new("w:tab").attr("w:val", "left").attr("w:pos", at);
            Element::new("w:tabs").children(self.tabs.iter().map(stop))
        });
        let above = self.above.or(self.rows_above.map(|rows| i64::from(rows) * measures.row));
        let spacing = (above.is_some() || self.close_below).then(|| {
            let spacing = match above {
                Some(twips) => Element::new("w:spacing").attr("w:before", twips),
                None => Element::new("w:spacing"),
            };
            if self.close_below { spacing.attr("w:after", 0) } else { spacing }
        });
        // 4 mm under the number, 0.35 mm thick (7.2.7).
        let line = self.red_line.then(|| {
            let line = value("w:bottom", "single").attr("w:sz", 8).attr("w:space", 11);
            Element::new("w:pBdr").child(line.attr("w:color", super::head::RED))
        });
        let properties = Element::new("w:pPr")
            .child(value("w:pStyle", &self.style))
            .children(self.keep_next.then(|| Element::new("w:keepNext")))
            .children(self.breaks_page.then(|| Element::new("w:pageBreakBefore")))
            .children(line)
            .children(tabs)
            .children(spacing)
            .children(self.indent.map(|indent| indent.element(measures)))
            .children(self.align.map(|align| value("w:jc", align)))
            .children(self.section);
        Element::new("w:p").child(properties).children(self.runs)
    }
}

impl Indent {
    /// In characters, which Word follows when the size of the type is changed, and in twips for programs
    /// that know no characters.
    fn element(self, measures: &Measures<'_>) -> Element {
        let first = if self.hanging > 0 {
            ("w:hangingChars", "w:hanging")
        } else {
            ("w:firstLineChars", "w:firstLine")
        };
        Element::new("w:ind")
            .attr("w:leftChars", self.left)
            .attr("w:left", measures.chars(self.left))
            .attr("w:rightChars", self.right)
            .attr("w:right", measures.chars(self.right))
            .attr(first.0, self.hanging)
            .attr(first.1, measures.chars(self.hanging))
    }
}

/// An element with a value.
pub(super) fn value(name: &'static str, value: impl std::fmt::Display) -> Element {
    Element::new(name).attr("w:val", value)
}

/// Words of one style; nothing for no words.
fn run(text: &str, style: Option<&str>) -> Option<Element> {
    if text.is_empty() {
        return None;
    }
    // Without the hint Word sets “ ” … — in the width of Latin type.
    let properties = Element::new("w:rPr")
        .children(style.map(|style| value("w:rStyle", style)))
        .child(Element::new("w:rFonts").attr("w:hint", "eastAsia"));
    let mut run = Element::new("w:r").child(properties);
    let plain = text.replace(['\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    for (nth, line) in plain.split('\n').enumerate() {
        if nth > 0 {
            run = run.child(Element::new("w:br"));
        }
        if !line.is_empty() {
            run = run.child(words(line));
        }
    }
    Some(run)
}

/// A tab.
pub(super) fn tab() -> Element {
    Element::new("w:r").child(Element::new("w:tab"))
}

/// The words of a run; blanks at their ends count.
pub(super) fn words(text: &str) -> Element {
    Element::new("w:t").attr("xml:space", "preserve").text(text)
}

/// The width of words in hundredths of a character: half a character for what is narrow. Near enough to say
/// where a signature stands.
pub(super) fn width(text: &str) -> i64 {
    text.chars().map(|ch| if ch.is_ascii() { 50 } else { 100 }).sum()
}
