//! Reads the plain text of any published report: its parts by their headings, its tables cell by cell
//! where they are readable, its words taken apart for the rules. What cannot be read stays unknown.

mod cells;
mod fold;
mod numbers;
mod office;
mod outline;
mod words;

use crate::Failure;
use crate::figure::{Figure, FigureKind, FigureSpec};
use crate::format::Format;
use crate::number::Quantity;
use crate::rules::{Dossier, FigureSet, OfficeNames, Origin, Records, WordsOnce};

pub use fold::fold;
pub use numbers::{Bound, Date, Number, NumberKind, small_number};
pub use office::townships;
pub use outline::kind_of;
pub use words::{PartWords, Sentence, Words};

/// What is known of a report besides its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// Its year.
    pub year: Option<i32>,
    /// Id of the form it is in; without, the one its year calls for.
    pub format: Option<&'a str>,
    /// The office's short name: 下达河乡.
    pub office: Option<&'a str>,
}

/// Reads the text of a report.
///
/// # Errors
/// `reading.year` where neither the text nor the caller says which year it is; as [`Format::of_year`] and
/// [`Format::by_id`].
pub fn read(text: &str, known: Known<'_>) -> Result<Dossier, Failure> {
    let folded = fold(text);
    let year = known.year.or_else(|| year_of(&folded)).ok_or_else(|| {
        Failure::new("reading.year", "从文字里看不出是哪一年的报告", "请先选好年度，再读入这份报告")
    })?;
    let due = Format::of_year(year)?;
    let format = match known.format {
        Some(id) => Format::by_id(id)?.for_year(year),
        None => due.clone(),
    };
    let outline = outline::outline(text, &format);
    let values = cells::cells(&outline.parts, &format, &foreign_marks(&format)?);
    let specs = format.figures(&[]);
    let figures = specs.iter().filter_map(|spec| values.get(&spec.id).map(|value| figure(spec, *value)));
    let short = known.office.map_or_else(|| office_of(&outline, &folded), str::to_owned);
    Ok(Dossier {
        year,
        origin: Origin::Text,
        due_format: due.id,
        office: OfficeNames {
            name: office::whole_name(&short),
            self_name: office::self_name(&short),
            short,
            county: String::new(),
        },
        figures: FigureSet::new(figures.collect()),
        title: outline.title,
        signed_on: outline.signed_on,
        parts: outline.parts,
        last: None,
        records: Records::default(),
        categories_complete: false,
        raw: text.to_owned(),
        scope: outline.scope,
        late_answers: Vec::new(),
        words: WordsOnce::default(),
        last_words: WordsOnce::default(),
        format,
    })
}

/// The year of the first 「2018年」 in a line that names the report, else of the period, else the first.
fn year_of(folded: &str) -> Option<i32> {
    let years_in = |text: &str, digits: usize| {
        let dates = numbers::numbers_of(text, 0).1;
        dates.into_iter().filter(|date| date.year_digits.len() == digits).find_map(|date| date.year)
    };
    let year_in = |text: &str| years_in(text, 4);
    let titles = || folded.lines().filter(|line| line.contains("报告") || line.contains("年报"));
    let named = titles().find_map(year_in);
    let period = || folded.split("统计期限").nth(1).and_then(year_in);
    // 「24年年报」, where the year stands nowhere in full.
    let short = || titles().find_map(|line| years_in(line, 2));
    let any = || folded.lines().find_map(year_in).or_else(short);
    // 「自202111日起」 where a page lost 年 and 月.
    let bare = || folded.split("自20").nth(1).and_then(|rest| format!("20{}", rest.get(..2)?).parse().ok());
    named.or_else(period).or_else(any).or_else(bare).filter(|year| (2008..2100).contains(year))
}

/// The years named in the words.
pub fn years_in(text: &str) -> Vec<i32> {
    numbers::numbers_of(&fold(text), 0).1.into_iter().filter_map(|date| date.year).collect()
}

fn office_of(outline: &outline::Outline, folded: &str) -> String {
    let preamble = outline.parts.iter().find(|p| p.id == "preamble").map(|p| p.text.as_str());
    let places = [outline.title.as_str(), outline.signed_by.as_str(), preamble.unwrap_or_default(), folded];
    places.into_iter().find_map(office::township_in).unwrap_or_default()
}

/// Labels that only other forms have.
fn foreign_marks(format: &Format) -> Result<Vec<String>, Failure> {
    let others = Format::embedded()?.into_iter().filter(|other| other.id != format.id);
    Ok(others.flat_map(|other| other.marks).filter(|mark| !format.marks.contains(mark)).collect())
}

/// A cell as it stands in the text: entered by somebody, nobody knows from what.
fn figure(spec: &FigureSpec, value: Quantity) -> Figure {
    Figure {
        id: spec.id.clone(),
        part: spec.part.clone(),
        label: spec.label.clone(),
        unit: spec.unit.clone(),
        counted: None,
        entered: None,
        value,
        text: value.text(),
        about: value.about(),
        how: String::new(),
        behind: None,
        custom: false,
        kind: FigureKind::Entered,
        place: spec.place.clone(),
        sum: Vec::new(),
        carried: None,
        last: None,
        decimals: spec.decimals,
    }
}

#[cfg(test)]
mod tests;
