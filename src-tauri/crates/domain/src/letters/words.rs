//! Places in a text, and words for them.

use std::collections::BTreeMap;

/// A text with its places filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// A paragraph each. What is not filled in stands as `{理由}`.
    pub lines: Vec<String>,
    /// Places that are empty, in their order, each once.
    pub holes: Vec<String>,
}

/// Behind these no full stop of a value is wanted.
const STOPS: [char; 10] = ['。', '，', '；', '：', '、', '！', '？', '）', '”', '》'];
/// What ends a paragraph well enough.
const ENDS: [char; 8] = ['。', '！', '？', '；', '：', '，', '、', '…'];

/// Fills a text. `known` are the names that are places; braces around anything else are words, so that nobody's
/// description of an information is taken for one. Words in `[[ ]]` are left out where a place within them is
/// empty, and a paragraph without words altogether.
pub fn fill(text: &str, values: &BTreeMap<String, String>, known: &dyn Fn(&str) -> bool) -> Filled {
    let mut filled = Filled::default();
    for line in text.lines() {
        let words = bracketed(line, values, known, &mut filled.holes);
        let words = words.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned);
        filled.lines.extend(words);
    }
    filled
}

/// Fills words that are no sentence: a title, an addressee.
pub fn inline(words: &str, values: &BTreeMap<String, String>, known: &dyn Fn(&str) -> bool) -> Filled {
    let mut filled = fill(&format!("{words}\u{200b}"), values, known);
    filled.lines.iter_mut().for_each(|line| *line = line.replace('\u{200b}', ""));
    filled
}

/// The places of a text, each once: its name, and whether it may stay empty.
pub fn places(text: &str, known: &dyn Fn(&str) -> bool) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    let mut note = |part: &str, optional: bool| {
        for piece in pieces(part, known) {
            let Piece::Place(name) = piece else { continue };
            match found.iter_mut().find(|(n, _)| n == name) {
                Some((_, kept)) => *kept &= optional,
                None => found.push((name.to_owned(), optional)),
            }
        }
    };
    for line in text.lines() {
        for (part, optional) in groups(line, known) {
            note(part, optional);
        }
    }
    found
}

enum Piece<'t> {
    Words(&'t str),
    Place(&'t str),
}

/// Words and places, one after another.
fn pieces<'t>(text: &'t str, known: &dyn Fn(&str) -> bool) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let (mut words, mut at) = (0, 0);
    while let Some(open) = text[at..].find('{').map(|n| n + at) {
        let close = text[open..].find('}').map(|n| n + open);
        let Some(close) = close.filter(|close| known(&text[open + 1..*close])) else {
            at = open + 1;
            continue;
        };
        pieces.push(Piece::Words(&text[words..open]));
        pieces.push(Piece::Place(&text[open + 1..close]));
        words = close + 1;
        at = words;
    }
    pieces.push(Piece::Words(&text[words..]));
    pieces
}

/// A line's parts: those in `[[ ]]` around a place, and those between them.
fn groups<'t>(line: &'t str, known: &dyn Fn(&str) -> bool) -> Vec<(&'t str, bool)> {
    let mut groups = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(open) = line[at..].find("[[").map(|n| n + at) {
        let Some(close) = line[open..].find("]]").map(|n| n + open) else { break };
        let inner = &line[open + 2..close];
        at = close + 2;
        if pieces(inner, known).iter().any(|p| matches!(p, Piece::Place(_))) {
            groups.push((&line[from..open], false));
            groups.push((inner, true));
            from = at;
        }
    }
    groups.push((&line[from..], false));
    groups
}

fn bracketed(
    line: &str,
    values: &BTreeMap<String, String>,
    known: &dyn Fn(&str) -> bool,
    holes: &mut Vec<String>,
) -> String {
    let groups = groups(line, known);
    let mut out = String::new();
    for (n, (part, optional)) in groups.iter().enumerate() {
        let mut missing = Vec::new();
        let next = groups.get(n + 1).filter(|(_, optional)| !optional).and_then(|(p, _)| p.chars().next());
        let last = groups[n + 1..].iter().all(|(part, _)| part.is_empty());
        let words = put(part, values, known, &mut missing, (next, last));
        match optional {
            true if !missing.is_empty() => {}
            _ => {
                out.push_str(&words);
                missing.into_iter().for_each(|name| {
                    if !holes.contains(&name) {
                        holes.push(name);
                    }
                });
            }
        }
    }
    out
}

/// `after` is what stands behind the part: the next character, and whether the paragraph ends there.
fn put(
    part: &str,
    values: &BTreeMap<String, String>,
    known: &dyn Fn(&str) -> bool,
    missing: &mut Vec<String>,
    after: (Option<char>, bool),
) -> String {
    let pieces = pieces(part, known);
    let mut out = String::new();
    for (n, piece) in pieces.iter().enumerate() {
        let name = match piece {
            Piece::Words(words) => {
                out.push_str(words);
                continue;
            }
            Piece::Place(name) => *name,
        };
        let Some(value) = values.get(name).map(|v| v.trim()).filter(|v| !v.is_empty()) else {
            missing.push(name.to_owned());
            out.push_str(&format!("{{{name}}}"));
            continue;
        };
        let behind = match pieces.get(n + 1) {
            Some(Piece::Words("")) | None if n + 2 >= pieces.len() => after.0,
            Some(Piece::Words(words)) => words.chars().next(),
            _ => None,
        };
        let ends =
            n + 2 >= pieces.len() && matches!(pieces.get(n + 1), Some(Piece::Words("")) | None) && after.1;
        out.push_str(&joined(value, behind, ends));
    }
    out
}

/// A value between its neighbours: one full stop, not two and not none.
fn joined(value: &str, behind: Option<char>, ends: bool) -> String {
    if behind.is_some_and(|c| STOPS.contains(&c)) {
        return value.trim_end_matches(['。', '；', '，']).to_owned();
    }
    let last = value.chars().next_back();
    let open = last.is_some_and(|c| !ENDS.contains(&c) && !c.is_ascii());
    if ends && open { format!("{value}。") } else { value.to_owned() }
}
