//! Printing from our own window, at its true size: through CUPS, or on Windows through the system's print
//! dialog with the pages drawn here. No PDF reader is needed.

#[cfg(not(windows))]
mod cups;
#[cfg(windows)]
mod gdi;
mod ranges;
// Only the dialog of Windows needs pages as pictures; the tests need them everywhere.
#[cfg(any(windows, test))]
mod raster;

use office::Failure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use ranges::PageRanges;

/// What is to be printed and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintSetup {
    /// Printer; `None`: the default one. Windows asks in its own dialog.
    #[serde(default)]
    pub printer: Option<String>,
    /// How many times; 0 counts as 1.
    #[serde(default)]
    pub copies: u32,
    /// 「1-3,5」; empty: all pages.
    #[serde(default)]
    pub pages: String,
    /// On one side only, instead of both by the long edge.
    #[serde(default)]
    pub single_sided: bool,
}

/// A printer of the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Printer {
    /// Its name in the system.
    pub name: String,
    /// The system's default.
    pub default: bool,
}

/// How this computer prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Printers {
    /// What there is to choose from; empty where the system asks by itself.
    pub printers: Vec<Printer>,
    /// The system shows its own dialog.
    pub system_dialog: bool,
    /// Why nothing can be printed; `None` where it can.
    pub unavailable: Option<String>,
}

/// The printers of this computer.
pub fn printers() -> Printers {
    #[cfg(windows)]
    return Printers { printers: Vec::new(), system_dialog: true, unavailable: None };
    #[cfg(not(windows))]
    cups::Cups::default().printers()
}

/// Prints a PDF of so many pages at 100 %. Answers with what happened; `None` where the dialog was cancelled.
///
/// # Errors
/// `print.pages` for pages that there are none of; `print.no_printer`, `print.failed`.
pub fn print(
    owner: Option<isize>,
    title: &str,
    pdf: &[u8],
    pages: usize,
    setup: &PrintSetup,
) -> Result<Option<String>, Failure> {
    let ranges = PageRanges::read(&setup.pages, pages)?;
    #[cfg(windows)]
    return gdi::print(owner, title, pdf, &ranges);
    #[cfg(not(windows))]
    {
        let _ = owner;
        cups::Cups::default().print(title, pdf, &ranges, setup).map(Some)
    }
}
