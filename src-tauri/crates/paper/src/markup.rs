//! A tree of elements, written as XML. What is in the tree is well-formed by construction: text and values
//! are escaped, and characters that XML forbids are left out.

use std::fmt::Display;

/// An element with its attributes and what it holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An element with nothing in it.
    pub fn new(name: &'static str) -> Self {
        Element { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Display) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// With another element behind what it holds already.
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With other elements behind what it holds already; an `Option` will do.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// With words behind what it holds already.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// As an XML file.
    pub fn to_xml(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&mut out, |_| true);
        out
    }

    /// As part of a web page: only elements that never hold anything are closed at once, since a browser
    /// takes `<td/>` for an open cell.
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, |name| matches!(name, "meta" | "br" | "col" | "hr"));
        out
    }

    fn write(&self, out: &mut String, closes_at_once: fn(&str) -> bool) {
        out.push('<');
        out.push_str(self.name);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, true, out);
            out.push('"');
        }
        if self.children.is_empty() && closes_at_once(self.name) {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out, closes_at_once),
                Node::Text(text) => escape(text, false, out),
            }
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

fn escape(text: &str, in_value: bool, out: &mut String) {
    for ch in text.chars().filter(|ch| allowed(*ch)) {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if in_value => out.push_str("&quot;"),
            // A reader would make a blank of these.
            '\t' if in_value => out.push_str("&#9;"),
            '\n' if in_value => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            _ => out.push(ch),
        }
    }
}

/// The characters of XML 1.0 (production 2).
fn allowed(ch: char) -> bool {
    matches!(ch, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn escapes_words_and_values() {
        let element = Element::new("a").attr("b", "1 < \"2\" & 3\n").text("<p>&\u{1}镕\u{FFFF}𬭚</p>");
        assert_eq!(
            element.to_html(),
            "<a b=\"1 &lt; &quot;2&quot; &amp; 3&#10;\">&lt;p&gt;&amp;镕𬭚&lt;/p&gt;</a>"
        );
    }

    #[test]
    fn an_empty_cell_of_a_web_page_is_closed_by_itself() {
        let row = Element::new("tr").child(Element::new("td")).child(Element::new("br"));
        assert_eq!(row.to_html(), "<tr><td></td><br/></tr>");
        assert!(row.to_xml().ends_with("<tr><td/><br/></tr>"));
    }
}
