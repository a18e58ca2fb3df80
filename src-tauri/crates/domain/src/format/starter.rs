//! The sentences a new report starts with: the format's words, the office's names, and live figures
//! where numbers stand.

use super::{Format, Sentence, StarterBlock};
use crate::figure::Figure;
use crate::narrative::{Block, Narrative, numeral, place};

/// The words that stand for themselves in a format's sentences.
#[derive(Debug, Clone)]
pub struct Names<'a> {
    /// 机关全称
    pub office: &'a str,
    /// 规范简称
    pub short: &'a str,
    /// 我乡
    pub self_name: &'a str,
    /// The office it files with.
    pub county: &'a str,
    /// The report's year.
    pub year: i32,
}

impl Names<'_> {
    /// A text with the names in it; figure places are left as they are.
    pub fn fill(&self, text: &str, format: &Format) -> String {
        // An annex is no part of the report's body.
        let body = format.parts.iter().filter(|p| !p.annex);
        let headings: Vec<_> = body.map(|p| p.heading.as_str()).filter(|h| !h.is_empty()).collect();
        let count = u32::try_from(headings.len()).unwrap_or_default();
        text.replace("{year}", &self.year.to_string())
            .replace("{office}", self.office)
            .replace("{short}", self.short)
            .replace("{self}", self.self_name)
            .replace("{county}", self.county)
            .replace("{parts_count}", &numeral(count))
            .replace("{parts}", &headings.join("、"))
    }
}

/// The starter text of a part. Empty for a part the format does not have.
pub fn starter(format: &Format, part: &str, names: &Names<'_>, figures: &[Figure]) -> Narrative {
    let blocks = format.part(part).map(|p| p.starter.as_slice()).unwrap_or_default();
    let blocks = blocks.iter().filter_map(|block| filled(block, format, names, figures)).collect();
    Narrative { blocks }
}

fn filled(block: &StarterBlock, format: &Format, names: &Names<'_>, figures: &[Figure]) -> Option<Block> {
    let mut inlines = Vec::new();
    for sentence in block.say.iter().filter(|s| holds(s, figures)) {
        for text in repeated(sentence, figures) {
            place(&names.fill(&text, format), &mut inlines);
        }
    }
    (!inlines.is_empty()).then_some(Block { level: block.level, inlines })
}

/// Whether a figure counts nothing. A name that ends with a point stands for every figure that begins
/// with it: it is zero where all of them are.
fn is_zero(figures: &[Figure], id: &str) -> bool {
    let named = |f: &&Figure| if id.ends_with('.') { f.id.starts_with(id) } else { f.id == id };
    figures.iter().filter(named).all(|f| f.value.number().is_none_or(|n| n.millionths() == 0))
}

fn holds(sentence: &Sentence, figures: &[Figure]) -> bool {
    let some = sentence.when.iter().all(|id| !is_zero(figures, id));
    let none = sentence.unless.iter().all(|id| is_zero(figures, id));
    some && none
}

/// The sentence once, or once for every figure of its kind that is above zero.
fn repeated(sentence: &Sentence, figures: &[Figure]) -> Vec<String> {
    let Some(prefix) = &sentence.each else { return vec![sentence.text.clone()] };
    let own = figures.iter().filter(|f| f.id.starts_with(prefix.as_str()) && !is_zero(figures, &f.id));
    let said: Vec<String> = own
        .map(|f| {
            let name = f.label.trim_start_matches("其中：");
            let name = name.split_once('：').map_or(name, |(_, tail)| tail);
            sentence
                .text
                .replace("{name}", name)
                .replace("{}", &format!("{{{}}}", f.id))
                .replace("{~}", &format!("{{~{}}}", f.id))
        })
        .collect();
    if said.is_empty() { Vec::new() } else { vec![said.join("，")] }
}
