//! Reads the plain text of any published report: its parts by their headings, its tables cell by cell
//! where they are readable, its words taken apart for the rules. What cannot be read stays unknown.

mod fold;
mod numbers;
mod words;

pub use fold::fold;
pub use numbers::{Bound, Date, Number, NumberKind, small_number};
pub use words::{PartWords, Sentence, Words};
