//! Which pages: 「1-3,5」 as people type it, full-width or not.

use office::Failure;

/// Pages from 1, ascending in each range, in the order in which they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRanges {
    ranges: Vec<(usize, usize)>,
    whole: bool,
}

impl PageRanges {
    /// Reads ranges of a document of so many pages; nothing typed is all of them.
    ///
    /// # Errors
    /// `print.pages`.
    pub fn read(text: &str, pages: usize) -> Result<Self, Failure> {
        let narrow: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
                '，' | '、' | ';' | '；' => ',',
                '－' | '—' | '–' | '~' | '～' | '至' => '-',
                other => other,
            })
            .collect();
        if narrow.is_empty() {
            return Ok(Self { ranges: vec![(1, pages)], whole: true });
        }
        let wrong = || {
            Failure::new(
                "print.pages",
                format!("页码「{text}」写得不对，这份文件共 {pages} 页"),
                "写成 1-3,5 这样，不写就是全部",
            )
        };
        let number = |text: &str| text.parse().ok().filter(|n| (1..=pages).contains(n)).ok_or_else(wrong);
        let mut ranges = Vec::new();
        for range in narrow.split(',').filter(|range| !range.is_empty()) {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let (first, last) = (number(first)?, number(last)?);
            if first > last {
                return Err(wrong());
            }
            ranges.push((first, last));
        }
        if ranges.is_empty() { Err(wrong()) } else { Ok(Self { ranges, whole: false }) }
    }

    /// All pages.
    #[cfg(not(windows))]
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Every page, from 1.
    #[cfg(any(windows, test))]
    pub fn pages(&self) -> impl Iterator<Item = usize> {
        self.ranges.iter().flat_map(|(first, last)| *first..=*last)
    }

    /// As CUPS writes them: `1-3,5-5`.
    #[cfg(not(windows))]
    pub fn to_cups(&self) -> String {
        let range = |(first, last): &(usize, usize)| format!("{first}-{last}");
        self.ranges.iter().map(range).collect::<Vec<_>>().join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_as_people_type_them() {
        let pages = |text| PageRanges::read(text, 8).map(|r| r.pages().collect::<Vec<_>>());
        assert_eq!(pages("").unwrap(), [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!(pages("１－3，5").unwrap(), [1, 2, 3, 5]);
        assert_eq!(pages(" 8 ").unwrap(), [8]);
        for wrong in ["9", "0", "3-1", "甲", "1-", ",", "1-9"] {
            assert_eq!(pages(wrong).unwrap_err().code, "print.pages", "{wrong}");
        }
        assert_eq!(PageRanges::read("1-3,5", 8).unwrap().to_cups(), "1-3,5-5");
    }
}
