//! The files of the letters, in the order in which an office needs them.

/// What several letters say.
pub(super) const PHRASES: &str = include_str!("../../letters/phrases.json");

/// A letter each.
pub(super) const LETTERS: &[&str] = &[
    include_str!("../../letters/receipt.json"),
    include_str!("../../letters/correction.json"),
    include_str!("../../letters/third_party.json"),
    include_str!("../../letters/co_author.json"),
    include_str!("../../letters/extension.json"),
    include_str!("../../letters/reasons.json"),
    include_str!("../../letters/deferral.json"),
    include_str!("../../letters/fee.json"),
    include_str!("../../letters/reply-public.json"),
    include_str!("../../letters/reply-granted.json"),
    include_str!("../../letters/reply-way.json"),
    include_str!("../../letters/reply-partly.json"),
    include_str!("../../letters/reply-refused-secret.json"),
    include_str!("../../letters/reply-refused-forbidden.json"),
    include_str!("../../letters/reply-refused-stability.json"),
    include_str!("../../letters/reply-refused-third_party.json"),
    include_str!("../../letters/reply-refused-internal.json"),
    include_str!("../../letters/reply-refused-process.json"),
    include_str!("../../letters/reply-refused-enforcement.json"),
    include_str!("../../letters/reply-refused-query.json"),
    include_str!("../../letters/reply-not_exist.json"),
    include_str!("../../letters/reply-not_ours.json"),
    include_str!("../../letters/reply-not_made.json"),
    include_str!("../../letters/reply-unclear.json"),
    include_str!("../../letters/reply-rejected-petition.json"),
    include_str!("../../letters/reply-rejected-repeated.json"),
    include_str!("../../letters/reply-rejected-publication.json"),
    include_str!("../../letters/reply-rejected-excessive.json"),
    include_str!("../../letters/reply-rejected-reissue.json"),
    include_str!("../../letters/reply-not_corrected.json"),
    include_str!("../../letters/reply-not_paid.json"),
    include_str!("../../letters/reply-other.json"),
    include_str!("../../letters/withdrawn.json"),
    include_str!("../../letters/corrected.json"),
    include_str!("../../letters/third_party_told.json"),
    include_str!("../../letters/service.json"),
];
