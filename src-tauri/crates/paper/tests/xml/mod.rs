//! XML read back as a tree, with a reader that takes nothing that is not well-formed.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// An element; words are children without a name.
#[derive(Debug, Default, Clone)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
    pub text: String,
}

#[allow(dead_code)]
impl Node {
    pub fn attr(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// All elements of a name below this one, in order.
    pub fn all(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    /// The first element of a name.
    pub fn first(&self, name: &str) -> &Node {
        self.all(name).into_iter().next().unwrap_or_else(|| panic!("no {name} in {}", self.name))
    }

    /// All words.
    pub fn words(&self) -> String {
        self.text.clone() + &self.children.iter().map(Node::words).collect::<String>()
    }
}

/// Reads a file; panics where it is not well-formed.
pub fn read(file: &str) -> Node {
    let mut reader = Reader::from_str(file);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => open.push(node(&start)),
            Event::Empty(start) => {
                let node = node(&start);
                open.last_mut().expect("open").children.push(node);
            }
            Event::End(_) => {
                let node = open.pop().expect("open");
                open.last_mut().expect("open").children.push(node);
            }
            Event::Text(text) => {
                assert!(!text.contains("]]>"), "{}", &*text);
                say(&mut open, text.xml10_content().into_owned());
            }
            Event::GeneralRef(entity) => {
                say(&mut open, unescape(&format!("&{};", &*entity)).expect("an entity").into_owned());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    let mut elements = open.remove(0).children.into_iter().filter(|node| !node.name.is_empty());
    let root = elements.next().expect("an element");
    assert!(elements.next().is_none(), "one element holds all");
    root
}

fn say(open: &mut [Node], text: String) {
    open.last_mut().expect("open").children.push(Node { text, ..Node::default() });
}

fn node(start: &BytesStart<'_>) -> Node {
    let name = start.name().as_ref().to_owned();
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes() {
        let attribute = attribute.expect("an attribute, once");
        let value = unescape(&attribute.value).expect("entities").into_owned();
        attributes.insert(attribute.key.as_ref().to_owned(), value);
    }
    Node { name, attributes, ..Node::default() }
}
