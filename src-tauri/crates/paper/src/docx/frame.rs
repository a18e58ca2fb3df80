//! Everything of a Word file but its words and styles: what the parts are, the page, its numbers, settings,
//! and what the file says about itself.

use chrono::TimeDelta;

use crate::markup::Element;
use crate::{Meta, PageNumberPlace};

use super::measure::{Measures, twips};
use super::paragraph::{value, words};
use super::styles::root;

const OFFICE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Ids of the footers in `word/_rels/document.xml.rels`.
const ODD_FOOTER: &str = "rId4";
const EVEN_FOOTER: &str = "rId5";
const NO_NUMBER: &str = "rId6";

/// How the pages of a section stand, and where they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Section {
    /// Turned a quarter.
    pub turned: bool,
    /// Begins a page by itself: 版记 that has a page of its own.
    pub last: Option<LastPage>,
}

/// The page of 版记 behind the others (7.4, 7.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LastPage {
    /// On the back of a leaf, whatever stands before it.
    pub even: bool,
    /// Behind a blank page it has no number.
    pub numbered: bool,
}

/// `[Content_Types].xml`.
pub(super) fn content_types() -> Element {
    let default = |extension: &str, kind: &str| {
        Element::new("Default").attr("Extension", extension).attr("ContentType", kind)
    };
    let part =
        |name: &str, kind: String| Element::new("Override").attr("PartName", name).attr("ContentType", kind);
    let word = |name: &str, kind: &str| part(&format!("/word/{name}.xml"), format!("{OFFICE}.{kind}+xml"));
    Element::new("Types")
        .attr("xmlns", format!("{PACKAGE}/content-types"))
        .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "application/xml"))
        .children([
            word("document", "document.main"),
            word("styles", "styles"),
            word("fontTable", "fontTable"),
            word("settings", "settings"),
            word("footer1", "footer"),
            word("footer2", "footer"),
            word("footer3", "footer"),
        ])
        .child(part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ))
}

/// `_rels/.rels`.
pub(super) fn package_relations() -> Element {
    relations([
        ("rId1", format!("{RELATIONS}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
    ])
}

/// `word/_rels/document.xml.rels`.
pub(super) fn document_relations() -> Element {
    relations([
        ("rId1", format!("{RELATIONS}/styles"), "styles.xml"),
        ("rId2", format!("{RELATIONS}/settings"), "settings.xml"),
        ("rId3", format!("{RELATIONS}/fontTable"), "fontTable.xml"),
        (ODD_FOOTER, format!("{RELATIONS}/footer"), "footer1.xml"),
        (EVEN_FOOTER, format!("{RELATIONS}/footer"), "footer2.xml"),
        (NO_NUMBER, format!("{RELATIONS}/footer"), "footer3.xml"),
    ])
}

fn relations<const N: usize>(list: [(&str, String, &str); N]) -> Element {
    let relation = |(id, kind, target): (&str, String, &str)| {
        Element::new("Relationship").attr("Id", id).attr("Type", kind).attr("Target", target)
    };
    Element::new("Relationships")
        .attr("xmlns", format!("{PACKAGE}/relationships"))
        .children(list.into_iter().map(relation))
}

/// `docProps/core.xml`: the office is the author, and nobody else is named.
pub(super) fn core_properties(meta: &Meta) -> Element {
    let said = |name: &'static str, words: &str| (!words.is_empty()).then(|| Element::new(name).text(words));
    // The moment is that of UTC+08:00; where that leaves the calendar, it is not stated.
    let moment = meta.created.checked_sub_signed(TimeDelta::hours(8));
    let moment = moment.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
    let day = |name: &'static str| {
        moment.clone().map(|at| Element::new(name).attr("xsi:type", "dcterms:W3CDTF").text(at))
    };
    Element::new("cp:coreProperties")
        .attr("xmlns:cp", format!("{PACKAGE}/metadata/core-properties"))
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attr("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attr("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .children(said("dc:title", &meta.title))
        .children(said("dc:subject", &meta.subject))
        .children(said("dc:creator", &meta.author))
        .children(said("cp:keywords", &meta.keywords.join("，")))
        .children(day("dcterms:created"))
        .children(day("dcterms:modified"))
        .child(Element::new("dc:language").text("zh-CN"))
}

/// `word/settings.xml`.
pub(super) fn settings() -> Element {
    let setting = |name: &str, on: u32| {
        Element::new("w:compatSetting")
            .attr("w:name", name)
            .attr("w:uri", "http://schemas.microsoft.com/office/word")
            .attr("w:val", on)
    };
    let compatibility = Element::new("w:compat")
        .child(Element::new("w:spaceForUL"))
        .child(Element::new("w:balanceSingleByteDoubleByteWidth"))
        .child(Element::new("w:doNotLeaveBackslashAlone"))
        .child(Element::new("w:ulTrailSpace"))
        // A line ended by hand is not spread over the width.
        .child(Element::new("w:doNotExpandShiftReturn"))
        .child(Element::new("w:useFELayout"))
        .child(setting("compatibilityMode", 15));
    root("w:settings")
        .child(Element::new("w:zoom").attr("w:percent", 100))
        .child(value("w:defaultTabStop", 420))
        .child(Element::new("w:evenAndOddHeaders"))
        .child(value("w:characterSpacingControl", "compressPunctuation"))
        .child(compatibility)
        .child(Element::new("w:themeFontLang").attr("w:val", "en-US").attr("w:eastAsia", "zh-CN"))
        .child(value("w:decimalSymbol", "."))
        .child(value("w:listSeparator", ","))
}

/// `word/document.xml`. `last`: how its last pages stand.
pub(super) fn document(elements: Vec<Element>, last: Section, measures: &Measures<'_>) -> Element {
    let body = Element::new("w:body").children(elements).child(section(last, measures));
    root("w:document").child(body)
}

/// The page: its size, margins and grid. A turned page's upper edge is that where it is bound (clause 8).
pub(super) fn section(section: Section, measures: &Measures<'_>) -> Element {
    let style = measures.style;
    let [top, right, bottom, left] = match (section.turned, measures.margins) {
        (false, margins) => margins,
        (true, [top, right, bottom, left]) => [left, top, right, bottom],
    };
    let numbered = style.page_number != PageNumberPlace::None;
    let unnumbered = section.last.is_some_and(|last| !last.numbered);
    let footer = |kind: &str, id: &str| {
        let id = if unnumbered { NO_NUMBER } else { id };
        numbered.then(|| Element::new("w:footerReference").attr("w:type", kind).attr("r:id", id))
    };
    let begins = section.last.map(|last| value("w:type", if last.even { "evenPage" } else { "nextPage" }));
    // The dash stands two fifths of its size below the top of its line; the standard measures from the dash.
    let em = style.page_number_pt * 20.0;
    let foot = (measures.margins[2] as f64 - twips(style.page_number_drop) as f64 - 0.6 * em).round().max(0.0)
        as i64;
    Element::new("w:sectPr")
        .children(footer("default", ODD_FOOTER))
        .children(footer("even", EVEN_FOOTER))
        .children(begins)
        .child(if section.turned {
            let size = Element::new("w:pgSz").attr("w:w", measures.paper.1).attr("w:h", measures.paper.0);
            size.attr("w:orient", "landscape")
        } else {
            Element::new("w:pgSz").attr("w:w", measures.paper.0).attr("w:h", measures.paper.1)
        })
        .child(
            Element::new("w:pgMar")
                .attr("w:top", top)
                .attr("w:right", right)
                .attr("w:bottom", bottom)
                .attr("w:left", left)
                .attr("w:header", 851)
                .attr("w:footer", foot)
                .attr("w:gutter", 0),
        )
        .child(Element::new("w:cols").attr("w:space", 425))
        .child(
            Element::new("w:docGrid")
                .attr("w:type", "linesAndChars")
                .attr("w:linePitch", measures.row)
                .attr("w:charSpace", measures.char_space()),
        )
}

/// `word/footer1.xml`: 「— 1 —」 one character from the right (7.5).
pub(super) fn odd_footer(measures: &Measures<'_>) -> Element {
    footer(measures, "right")
}

/// `word/footer2.xml`: one character from the left.
pub(super) fn even_footer(measures: &Measures<'_>) -> Element {
    footer(measures, "left")
}

/// `word/footer3.xml`: nothing.
pub(super) fn no_number() -> Element {
    let properties = Element::new("w:pPr").child(value("w:pStyle", "Footer"));
    root("w:ftr").child(Element::new("w:p").child(properties))
}

fn footer(measures: &Measures<'_>, outside: &'static str) -> Element {
    let centred = measures.style.page_number == PageNumberPlace::Center;
    let em = (measures.style.page_number_pt * 20.0).round();
    let (align, indent) = match outside {
        _ if centred => ("center", None),
        "right" => ("right", Some(Element::new("w:ind").attr("w:right", em))),
        _ => ("left", Some(Element::new("w:ind").attr("w:left", em))),
    };
    let properties =
        Element::new("w:pPr").child(value("w:pStyle", "Footer")).children(indent).child(value("w:jc", align));
    let run = |inner: Element| Element::new("w:r").child(hint()).child(inner);
    let field = |kind: &str| run(Element::new("w:fldChar").attr("w:fldCharType", kind));
    let code = Element::new("w:instrText").attr("xml:space", "preserve").text(" PAGE ");
    let paragraph = Element::new("w:p").child(properties).children([
        run(words("— ")),
        field("begin"),
        run(code),
        field("separate"),
        run(words("1")),
        field("end"),
        run(words(" —")),
    ]);
    root("w:ftr").child(paragraph)
}

fn hint() -> Element {
    Element::new("w:rPr").child(Element::new("w:rFonts").attr("w:hint", "eastAsia"))
}
