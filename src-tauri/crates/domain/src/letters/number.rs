//! 文号: 「下政公开告〔2026〕3号」 by the office's own pattern, running within a year (GB/T 9704—2012 7.2.5: the year
//! in full in hexagonal brackets, the number without leading noughts and without 第).

const CODE: &str = "{代字}";
const YEAR: &str = "{年}";
const RUN: &str = "{序号}";

/// A pattern for a year: what every number of the year has in common, and where the running number stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    before: String,
    behind: String,
}

/// Whether a pattern can number letters. An empty one numbers none.
///
/// # Errors
/// A sentence that says what is wrong.
pub fn check_pattern(pattern: &str) -> Result<(), String> {
    if pattern.trim().is_empty() {
        return Ok(());
    }
    for wanted in [YEAR, RUN] {
        match pattern.matches(wanted).count() {
            1 => {}
            0 => return Err(format!("文号格式里要有 {wanted}，例如 下政公开告〔{{年}}〕{{序号}}号")),
            _ => return Err(format!("文号格式里 {wanted} 只能有一处")),
        }
    }
    let rest = pattern.replace(CODE, "").replace(YEAR, "").replace(RUN, "");
    if rest.contains(['{', '}']) {
        return Err("文号格式里只能用 {代字}、{年}、{序号} 这三处".to_owned());
    }
    Ok(())
}

impl Run {
    /// The run of a year; none where the office gives these letters no number.
    pub fn new(pattern: &str, code: &str, year: i32) -> Option<Self> {
        let pattern = pattern.trim().replace(CODE, code.trim()).replace(YEAR, &year.to_string());
        let (before, behind) = pattern.split_once(RUN)?;
        Some(Self { before: before.to_owned(), behind: behind.to_owned() })
    }

    /// What every number of the run begins with.
    pub fn beginning(&self) -> &str {
        &self.before
    }

    /// Names the run: numbers of the same run differ only in their running number.
    pub fn name(&self) -> String {
        format!("{}{RUN}{}", self.before, self.behind)
    }

    /// The number at a place of the run.
    pub fn at(&self, place: u32) -> String {
        format!("{}{place}{}", self.before, self.behind)
    }

    /// The place of a number in the run; none for a number of another form.
    pub fn place(&self, number: &str) -> Option<u32> {
        let digits = number.trim().strip_prefix(&self.before)?.strip_suffix(&self.behind)?;
        let plain =
            digits.len() <= 6 && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|_| plain)
    }

    /// The next free place: a gap first, then the one behind the last. The first number given is where the run
    /// begins, for an office that has numbered by hand before.
    pub fn next(&self, taken: &[u32]) -> u32 {
        let Some(first) = taken.iter().min() else { return 1 };
        (*first..).find(|place| !taken.contains(place)).unwrap_or(1)
    }
}
