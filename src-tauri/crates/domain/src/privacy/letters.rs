//! A text character by character, with full-width digits, letters and marks beside their usual forms, and the
//! way back to the bytes of the text.

use std::ops::Range;

/// A text taken apart.
pub(super) struct Letters {
    /// The characters, full-width forms of ASCII as ASCII.
    pub narrow: Vec<char>,
    /// Where each begins in the text, and the text's end.
    starts: Vec<usize>,
}

impl Letters {
    pub fn new(text: &str) -> Self {
        let narrow = text.chars().map(narrow).collect();
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Letters { narrow, starts }
    }

    /// The character at a place; `None` beyond either end.
    pub fn at(&self, place: Option<usize>) -> Option<char> {
        place.and_then(|place| self.narrow.get(place)).copied()
    }

    /// The character before a place.
    pub fn before(&self, place: usize) -> Option<char> {
        self.at(place.checked_sub(1))
    }

    /// From a place on, the places whose characters are accepted.
    pub fn run(&self, from: usize, accepts: impl Fn(char) -> bool) -> Range<usize> {
        let length = self.narrow.iter().skip(from).take_while(|c| accepts(**c)).count();
        from..from + length
    }

    pub fn bytes(&self, places: &Range<usize>) -> Range<usize> {
        let byte = |place: usize| self.starts.get(place).copied().unwrap_or_default();
        byte(places.start)..byte(places.end)
    }
}

fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - '！' as u32 + '!' as u32).unwrap_or(c),
        '　' | '\u{A0}' => ' ',
        '–' | '—' | '‐' | '‑' => '-',
        other => other,
    }
}
