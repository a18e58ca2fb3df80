//! What can be known to be missing. A published text may be cut off; what is cut off is unknown, and no rule
//! on completeness says that it is missing.

use crate::reading::PartWords;
use crate::rules::text::said::{Said, any, in_report, said};
use crate::rules::{Dossier, Origin, PartText};

/// Whether all of a part is there to be looked at.
pub(super) fn is_whole(dossier: &Dossier, id: &str) -> bool {
    let whole = |part: &PartText| dossier.origin == Origin::Office || !part.text.contains('…');
    let last = dossier.parts.iter().rposition(in_report);
    let first = dossier.parts.iter().position(|part| !part.heading.is_empty());
    dossier.parts.iter().enumerate().any(|(at, part)| {
        let cut = dossier.scope.cut && Some(at) == last;
        let headless = dossier.scope.headless && first.is_none_or(|first| at < first);
        part.id == id && whole(part) && !cut && !headless
    })
}

/// Whether a whole part says one of these words; `None` where it is not all there or empty.
pub(super) fn says(dossier: &Dossier, id: &str, words: &[&str]) -> Option<bool> {
    if !is_whole(dossier, id) {
        return None;
    }
    let parts = dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| part.id == id);
    let texts: Vec<&str> = parts.map(|(_, words)| words.text.as_str()).collect();
    let empty = texts.iter().all(|text| text.trim().is_empty());
    (!empty).then(|| texts.iter().any(|text| any(text, words).is_some()))
}

/// Whether the overview speaks of one of its aspects; naming the parts of the report is not speaking of them.
pub(super) fn overview_says(dossier: &Dossier, words: &[&str]) -> Option<bool> {
    says(dossier, "overview", words)?;
    let listing = |text: &str| {
        any(text, &["组成", "全文", "本报告", "六个方面"]).is_some() && text.matches('、').count() >= 2
            || text.contains("总体情况") && text.contains("存在的主要问题")
    };
    let speaks = |said: Said<'_>| !listing(said.text) && any(said.text, words).is_some();
    Some(said(dossier).filter(|said| said.part.id == "overview").any(speaks))
}

/// Whether the words of a whole report say one of these words, in a heading or under it.
pub(super) fn says_anywhere(dossier: &Dossier, words: &[&str]) -> Option<bool> {
    let parts = || dossier.parts.iter().zip(&dossier.words().parts).filter(|(part, _)| in_report(part));
    let empty = dossier.origin == Origin::Office
        && dossier.part("overview").is_none_or(|part| part.text.trim().is_empty());
    let speaks =
        |spoken: &PartWords| any(&spoken.text, words).is_some() || any(&spoken.heading, words).is_some();
    // Headings of the office's own report are the form's; only its words count.
    let says = |(_, spoken): (&PartText, &PartWords)| match dossier.origin {
        Origin::Office => any(&spoken.text, words).is_some(),
        Origin::Text => speaks(spoken),
    };
    (dossier.scope.is_whole() && !empty).then(|| parts().any(says))
}

/// Whether a part of the form is not there at all, in a report of which all is there.
pub(super) fn missing(dossier: &Dossier, id: &str) -> bool {
    dossier.scope.is_whole() && dossier.part(id).is_none()
}

/// Whether the beginning is there.
pub(super) fn begins(dossier: &Dossier) -> bool {
    dossier.origin == Origin::Office || dossier.scope.is_whole()
}

/// Whether the end is there.
pub(super) fn ends(dossier: &Dossier) -> bool {
    !dossier.scope.cut && !dossier.scope.gaps && !dossier.scope.headless
}

/// A report under the old decree.
pub(super) fn old_form(dossier: &Dossier) -> bool {
    dossier.due_format == "2008"
}
