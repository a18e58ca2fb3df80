//! 版头 and 版记 (GB/T 9704—2012 7.2, 7.4): red over the document, between rules under it.

use chrono::Datelike;

use crate::markup::Element;
use crate::{Head, Imprint};

use super::measure::{Measures, Twips};
use super::paragraph::{Indent, Paragraph, value, width};

/// Line pitch of the issuing offices' names, in ems.
pub(super) const LEADING: f64 = 1.35;
/// Pitch of the imprint's lines, in ems.
pub(super) const IMPRINT_LEADING: f64 = 1.65;
/// Red, as in all that is printed over a document.
pub(super) const RED: &str = "FF0000";

/// What stands over the red line.
pub(super) struct HeadParts {
    /// 份号, 密级, 紧急程度.
    pub corner: Vec<Paragraph>,
    /// 发文机关标志.
    pub issuers: Option<Element>,
    /// 发文字号 and 签发人, the red line under the last.
    pub number: Vec<Paragraph>,
}

/// Writes a head. `issuer`: size of the issuing offices' names in half-points.
pub(super) fn head(head: &Head, issuer: u32, measures: &Measures<'_>) -> HeadParts {
    let corner = corner(head);
    let names: Vec<&str> = head.issuers.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let rows = Twips::try_from(corner.len()).unwrap_or(0);
    // The names' upper edge, not that of their line, stands 35 mm under the type area's.
    let em = Twips::from(issuer) * 10;
    let drop = super::measure::twips(measures.style.issuer_drop) - rows * measures.row - em / 5;
    let issuers = match names.as_slice() {
        [] => None,
        [name] => Some(issuer_line(&format!("{name}{}", head.suffix), drop, "center").element(measures)),
        names => Some(beside(names, &head.suffix, em, drop, measures)),
    };
    let mut number = number(head, measures);
    if head.separator && number.is_empty() {
        number.push(Paragraph::new("DocumentNumber"));
    }
    if let Some(last) = number.last_mut() {
        last.red_line = head.separator;
    }
    if let (Some(first), true) = (number.first_mut(), issuers.is_some()) {
        first.above = Some(2 * measures.row);
    }
    HeadParts { corner, issuers, number }
}

/// In the first line 份号, from the second on 密级 and 紧急程度 (7.2.1–7.2.3).
fn corner(head: &Head) -> Vec<Paragraph> {
    let said = |words: &Option<String>| words.clone().filter(|words| !words.is_empty());
    let line = |style: &str, words: &str| Paragraph::new(style).words(words);
    let mut lines: Vec<Paragraph> =
        head.copy_number.iter().map(|number| line("CopyNumber", &format!("{number:06}"))).collect();
    if let Some(secrecy) = said(&head.secrecy) {
        if lines.is_empty() {
            lines.push(Paragraph::new("CopyNumber"));
        }
        lines.push(line("Secrecy", &secrecy));
    }
    lines.extend(said(&head.urgency).map(|urgency| line("Secrecy", &urgency)));
    lines
}

fn issuer_line(words: &str, above: Twips, align: &'static str) -> Paragraph {
    let above = Some(above.max(0));
    Paragraph { above, align: Some(align), ..Paragraph::new("Issuer").words(words) }
}

/// Several offices under each other at one width, 「文件」 beside them at half height (7.2.4).
fn beside(names: &[&str], suffix: &str, em: Twips, drop: Twips, measures: &Measures<'_>) -> Element {
    let room = |words: &str| width(words) * em / 100 + em / 3;
    let widest = names.iter().map(|name| room(name)).max().unwrap_or(0);
    let columns = if suffix.is_empty() { vec![widest] } else { vec![widest, room(suffix)] };
    let cell = |wide: Twips, merge: Option<Element>, paragraph: Paragraph| {
        let properties = Element::new("w:tcPr")
            .child(Element::new("w:tcW").attr("w:w", wide).attr("w:type", "dxa"))
            .children(merge)
            .child(value("w:vAlign", "center"));
        Element::new("w:tc").child(properties).child(paragraph.element(measures))
    };
    let row = |(n, name): (usize, &&str)| {
        let above = if n == 0 { drop } else { 0 };
        let first = cell(widest, None, issuer_line(name, above, "distribute"));
        let second = columns.get(1).map(|wide| match n {
            0 => cell(*wide, Some(value("w:vMerge", "restart")), issuer_line(suffix, above, "center")),
            _ => cell(*wide, Some(Element::new("w:vMerge")), Paragraph::new("Issuer")),
        });
        Element::new("w:tr").child(first).children(second)
    };
    let properties = Element::new("w:tblPr")
        .child(value("w:tblStyle", "TableNormal"))
        .child(Element::new("w:tblW").attr("w:w", columns.iter().sum::<Twips>()).attr("w:type", "dxa"))
        .child(value("w:jc", "center"))
        .child(Element::new("w:tblLayout").attr("w:type", "fixed"));
    let grid = columns.iter().map(|wide| Element::new("w:gridCol").attr("w:w", wide));
    Element::new("w:tbl")
        .child(properties)
        .child(Element::new("w:tblGrid").children(grid))
        .children(names.iter().enumerate().map(row))
}

/// 发文字号 in the middle; to a higher office one character from the left, with 签发人 one from the right, two in
/// a line (7.2.5, 7.2.6).
fn number(head: &Head, measures: &Measures<'_>) -> Vec<Paragraph> {
    let number = head.number.as_deref().filter(|number| !number.is_empty());
    if number.is_none() && head.signers.is_empty() {
        return Vec::new();
    }
    if head.signers.is_empty() {
        let words = number.unwrap_or_default();
        let paragraph = Paragraph::new("DocumentNumber");
        return vec![match head.upward {
            // A blank, since an indent would shorten the red line.
            true => Paragraph { align: Some("left"), ..paragraph.words(&format!("　{words}")) },
            false => paragraph.words(words),
        }];
    }
    let column = head.signers.iter().map(|name| width(name)).max().unwrap_or(0) + 100;
    let in_line = i64::try_from(head.signers.len().min(2)).unwrap_or(2);
    let full = i64::from(measures.style.chars_per_line) * 100;
    let first = full - column * in_line;
    let label = "签发人：";
    let lines: Vec<&[String]> = head.signers.chunks(2).collect();
    let line = |(n, names): (usize, &&[String])| {
        let stop = if n == 0 { first - width(label) } else { first };
        let own = number.filter(|_| n + 1 == lines.len()).unwrap_or_default();
        let mut paragraph = Paragraph::new("DocumentNumber").words(&format!("　{own}"));
        paragraph.align = Some("left");
        paragraph.tabs = vec![measures.chars(stop)];
        paragraph.runs.push(super::paragraph::tab());
        if n == 0 {
            paragraph = paragraph.words(label);
        }
        for (k, name) in names.iter().enumerate() {
            let pad = if k + 1 < names.len() { (column - width(name)) / 100 } else { 0 };
            paragraph = paragraph.styled(name, "Signer");
            paragraph = paragraph.words(&"　".repeat(usize::try_from(pad).unwrap_or(0)));
        }
        paragraph
    };
    lines.iter().enumerate().map(line).collect()
}

/// 版记 as a table at the foot of the last page: thick rules around, a thin one between (7.4).
pub(super) fn imprint(imprint: &Imprint, measures: &Measures<'_>) -> Option<Element> {
    let named = |label: &str, names: &[String]| {
        let names: Vec<&str> =
            names.iter().map(|n| n.trim_end_matches('。')).filter(|n| !n.is_empty()).collect();
        let hanging = Indent { left: width(label) + 100, right: 100, hanging: width(label) };
        let words = format!("{label}{}。", names.join("，"));
        let indent = Some(hanging);
        (!names.is_empty()).then(|| Paragraph { indent, ..Paragraph::new("Imprint").words(&words) })
    };
    let mut parts: Vec<Vec<Paragraph>> = Vec::new();
    let addressed: Vec<Paragraph> = [named("主送：", &imprint.addressees), named("抄送：", &imprint.copies)]
        .into_iter()
        .flatten()
        .collect();
    if !addressed.is_empty() {
        parts.push(addressed);
    }
    let date = imprint.printed_on;
    let date = date.map(|d| format!("{}年{}月{}日印发", d.year(), d.month(), d.day()));
    if !imprint.printer.is_empty() || date.is_some() {
        let em = (measures.style.imprint_pt * 20.0).round() as Twips;
        let mut line = Paragraph::new("Imprint").words(&format!("　{}", imprint.printer));
        if let Some(date) = date {
            line.tabs = vec![measures.width - em - width(&date) * em / 100];
            line.runs.push(super::paragraph::tab());
            line = line.words(&date);
        }
        parts.push(vec![line]);
    }
    (!parts.is_empty()).then(|| ruled(parts, measures))
}

fn ruled(parts: Vec<Vec<Paragraph>>, measures: &Measures<'_>) -> Element {
    let side = |name: &'static str, eighths: u32| {
        value(name, "single").attr("w:sz", eighths).attr("w:space", 0).attr("w:color", "000000")
    };
    let room = |name: &'static str| Element::new(name).attr("w:w", 0).attr("w:type", "dxa");
    let properties = Element::new("w:tblPr")
        .child(value("w:tblStyle", "TableNormal"))
        .child(
            Element::new("w:tblpPr")
                .attr("w:vertAnchor", "margin")
                .attr("w:horzAnchor", "margin")
                .attr("w:tblpXSpec", "left")
                .attr("w:tblpYSpec", "bottom"),
        )
        .child(Element::new("w:tblW").attr("w:w", measures.width).attr("w:type", "dxa"))
        // 0.35 mm and 0.25 mm.
        .child(Element::new("w:tblBorders").children([
            side("w:top", 8),
            side("w:bottom", 8),
            side("w:insideH", 6),
        ]))
        .child(Element::new("w:tblLayout").attr("w:type", "fixed"))
        .child(Element::new("w:tblCellMar").children([room("w:left"), room("w:right")]));
    let row = |paragraphs: Vec<Paragraph>| {
        let wide = Element::new("w:tcW").attr("w:w", measures.width).attr("w:type", "dxa");
        let cell = Element::new("w:tc").child(Element::new("w:tcPr").child(wide));
        let cell = cell.children(paragraphs.into_iter().map(|paragraph| paragraph.element(measures)));
        let whole = Element::new("w:trPr").child(Element::new("w:cantSplit"));
        Element::new("w:tr").child(whole).child(cell)
    };
    Element::new("w:tbl")
        .child(properties)
        .child(Element::new("w:tblGrid").child(Element::new("w:gridCol").attr("w:w", measures.width)))
        .children(parts.into_iter().map(row))
}
