//! 版式: how the office's paper looks. GB/T 9704—2012 unless the office has a house style of its own; every PDF,
//! Word file, web page, preview and print follows it. What was locked stays as it was printed.

use chrono::NaiveDateTime;
use domain::Failure;
use paper::{Departure, Style};
use serde::Serialize;
use ts_rs::TS;

use crate::Office;

/// The setting's name; it holds in every year.
const STYLE: &str = "style";
const EVERY_YEAR: i32 = 0;

/// The office's style beside the standard's.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StyleShown {
    /// The style in use.
    pub style: Style,
    /// What GB/T 9704—2012 says.
    pub standard: Style,
    /// Where the one is not the other.
    pub departures: Vec<Departure>,
}

impl Office {
    /// The measures that pages are laid out with.
    ///
    /// # Errors
    /// `style.unreadable`; what the store says.
    pub fn style(&self) -> Result<Style, Failure> {
        let Some(json) = self.store.setting(EVERY_YEAR, STYLE)? else { return Ok(Style::gbt9704()) };
        serde_json::from_str(&json).map_err(|error| {
            Failure::new(
                "style.unreadable",
                format!("版式设置读不出来：{error}"),
                "请到「设置 → 版式」恢复为国家标准",
            )
        })
    }
}

/// `style.show`. A style that cannot be read is shown as the standard's, so that it can be mended.
///
/// # Errors
/// What the store says.
pub fn show(office: &mut Office, _: NaiveDateTime, (): ()) -> Result<StyleShown, Failure> {
    let style = match office.style() {
        Err(failure) if failure.code == "style.unreadable" => Style::gbt9704(),
        other => other?,
    };
    let departures = style.departures();
    Ok(StyleShown { style, standard: Style::gbt9704(), departures })
}

/// `style.save`
///
/// # Errors
/// As [`check`]; what the store says.
pub fn save(office: &mut Office, now: NaiveDateTime, style: Style) -> Result<StyleShown, Failure> {
    check(&style)?;
    let json = crate::declare::write("style.save", &style)?.to_string();
    office.store.keep_setting(EVERY_YEAR, STYLE, &json, now)?;
    show(office, now, ())
}

/// Whether text can be set with a style.
///
/// # Errors
/// `style.measures` with what is wrong of each field.
pub fn check(style: &Style) -> Result<(), Failure> {
    let faults = style.faults();
    let Some(first) = faults.first() else { return Ok(()) };
    let message = first.message.clone();
    let fields = faults.into_iter().map(|fault| (fault.field, fault.message)).collect();
    Err(Failure::new("style.measures", message, "改好标红的几项，或者恢复为国家标准").with_fields(fields))
}
