//! Which characters may stand at the ends of a line and where a line may break: the basic level of the
//! W3C's 中文排版需求 (行首行尾禁则), GB/T 15834—2011 5.1, and what stays with its number.

/// 点号: pauses and stops, with their ink at the left of the square.
const PAUSES: &str = "、，。．：；！？";
/// 标号 that close, with their ink at the left of the square.
const CLOSING: &str = "）」』】》〉〕］｝〗〙”’";
/// 标号 that open, with their ink at the right of the square.
const OPENING: &str = "（「『【《〈〔［｛〖〘“‘";
/// 间隔号, 分隔号, 连接号: they stand between two words.
const BETWEEN: &str = "·‧・•／/－–～~─";
/// Signs behind a number, and the sign of repetition.
const BEHIND: &str = "％%‰℃°々";
/// Signs before a number.
const BEFORE: &str = "￥¥$№";
/// The same in Latin text; they are narrow.
const LATIN_CLOSING: &str = ",.;:!?)]}";
const LATIN_OPENING: &str = "([{";

fn among(sets: &[&str], ch: char) -> bool {
    // Most characters are hanzi, and none of those is a mark.
    !('\u{3400}'..='\u{9FFF}').contains(&ch) && sets.iter().any(|set| set.contains(ch))
}

/// Marks that close, divide or belong to what stands before them: never at the start of a line.
pub(super) fn never_starts(ch: char) -> bool {
    among(&[PAUSES, CLOSING, BETWEEN, BEHIND, LATIN_CLOSING], ch)
}

/// Marks that open or belong to what follows: never at the end of a line.
pub(super) fn never_ends(ch: char) -> bool {
    among(&[OPENING, BEFORE, LATIN_OPENING], ch)
}

/// A full-width mark with its ink in the left half: the right half can be given up.
pub(super) fn right_half_empty(ch: char) -> bool {
    among(&[PAUSES, CLOSING], ch)
}

/// A full-width mark with its ink in the right half: the left half can be given up.
pub(super) fn left_half_empty(ch: char) -> bool {
    OPENING.contains(ch)
}

/// A full-width mark of which one half is empty.
pub(super) fn is_mark(ch: char) -> bool {
    among(&[PAUSES, CLOSING, OPENING], ch)
}

/// Marks that take a whole square in Chinese text although a font may draw them narrower.
pub(super) fn full_square(ch: char) -> bool {
    matches!(ch, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '•' | '‧')
}

/// A quotation mark, the same in Chinese and Latin text but for its width.
pub(super) fn quote(ch: char) -> bool {
    matches!(ch, '“' | '”' | '‘' | '’')
}

/// A letter, digit or sign of a Latin word or number.
pub(super) fn latin(ch: char) -> bool {
    ch.is_ascii_graphic()
        || matches!(ch, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{300}'..='\u{36F}')
}

/// A Chinese character beside a letter or figure: a little white stands between them.
pub(super) fn changes_script(a: char, b: char) -> bool {
    let hanzi = |ch: char| matches!(ch, '\u{2E80}'..='\u{2FDF}' | '\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    let word = |ch: char| latin(ch) && (ch.is_alphanumeric() || ch == '%');
    (hanzi(a) && word(b)) || (word(a) && hanzi(b))
}

/// A hyphen or dash that joins the two ends of a range or a standard's number.
pub(super) fn joins(ch: char) -> bool {
    matches!(ch, '—' | '–' | '－' | '～' | '~' | '-')
}

fn digit(ch: char) -> bool {
    ch.is_ascii_digit() || ('０'..='９').contains(&ch)
}

/// Words of size that stand between a number and its unit: 3万元, 100余条.
fn size_word(ch: char) -> bool {
    matches!(ch, '十' | '百' | '千' | '万' | '亿' | '余' | '多' | '几')
}

/// What a number counts or measures, by its first character.
const UNITS: &str = "年月日号时点分秒元角个条次人份名项篇期户村页米吨亩公平岁层级类场辆台部家所处栏块张册本例起批件天周届位款章节毫厘克斤里倍字";

/// What a number counts or measures; never on the next line alone.
fn unit(ch: char) -> bool {
    size_word(ch) || UNITS.contains(ch)
}

/// Whether the characters before `at` are a number, words of size allowed after it.
fn number_before(text: &[char], at: usize) -> bool {
    text[..at].iter().rev().take(4).find(|ch| !size_word(**ch)).is_some_and(|ch| digit(*ch))
}

/// Longest web address that is broken at its signs; a longer run of letters is no address.
const LONGEST_ADDRESS: usize = 300;

/// Whether a web address runs through `at`: it may break after its signs, since it is often longer than a line.
fn in_address(text: &[char], at: usize) -> bool {
    let earliest = at.saturating_sub(LONGEST_ADDRESS);
    let from = text[earliest..at].iter().rposition(|ch| !latin(*ch)).map_or(earliest, |i| earliest + i + 1);
    let head: String = text[from..].iter().take_while(|ch| latin(**ch)).take(12).collect();
    head.starts_with("www.") || head.contains("://")
}

/// Whether a line may end before `text[at]` (1 ≤ at < len).
pub(super) fn may_break(text: &[char], at: usize) -> bool {
    let (before, after) = (text[at - 1], text[at]);
    if after == ' ' {
        return false;
    }
    if before == ' ' {
        let opened = text[..at].iter().rev().find(|ch| **ch != ' ').is_some_and(|ch| never_ends(*ch));
        return !opened && !never_starts(after) && !spaced_unit(text, at);
    }
    if never_ends(before) {
        return false;
    }
    if before == after && matches!(before, '—' | '…') {
        return false;
    }
    if in_run(text, at, '—') || in_run(text, at, '…') {
        return true;
    }
    if latin(before) && latin(after) {
        return !never_starts(after)
            && matches!(before, '/' | '?' | '&' | '=' | '.' | '-' | '_')
            && in_address(text, at);
    }
    if never_starts(after) || matches!(after, '—' | '…') {
        return false;
    }
    if joins(before) && at >= 2 && latin(text[at - 2]) && latin(after) {
        return false;
    }
    !tied(text, at)
}

/// Whether a dash or ellipsis of two or more begins at `at`: the basic level lets it begin a line.
fn in_run(text: &[char], at: usize, mark: char) -> bool {
    text[at] == mark && text[at - 1] != mark && text.get(at + 1) == Some(&mark)
}

/// A number and its unit, or a document number and its brackets.
fn tied(text: &[char], at: usize) -> bool {
    let (before, after) = (text[at - 1], text[at]);
    (unit(after) && number_before(text, at))
        || (before == '第' && digit(after))
        || (after == '〔' && before.is_alphabetic())
        || (before == '〕' && digit(after))
        || (digit(before) && digit(after))
}

/// 「37 mm」: a Latin unit after its number and a space.
fn spaced_unit(text: &[char], at: usize) -> bool {
    let number = text[..at].iter().rev().find(|ch| **ch != ' ').is_some_and(|ch| digit(*ch));
    let letters = text[at..].iter().take_while(|ch| ch.is_alphabetic() && latin(**ch)).count();
    number && ((1..=3).contains(&letters) || unit(text[at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaks(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut out = String::new();
        for (i, ch) in chars.iter().enumerate() {
            if i > 0 && may_break(&chars, i) {
                out.push('|');
            }
            out.push(*ch);
        }
        out
    }

    #[test]
    fn marks_stay_with_their_words() {
        assert_eq!(breaks("好，“是”（否）。"), "好，|“是”|（否）。");
        assert_eq!(breaks("《条例》、《办法》"), "《条|例》、|《办|法》");
    }

    #[test]
    fn dashes_and_ellipses_are_whole() {
        assert_eq!(breaks("它——是……吧"), "它|——|是|……|吧");
    }

    #[test]
    fn numbers_keep_their_units() {
        assert_eq!(breaks("在2018年10月共100余条"), "在|2018年|10月|共|100余条");
        assert_eq!(breaks("收3万元和37 mm及第12条"), "收|3万元|和|37 mm|及|第12条");
        assert_eq!(breaks("长政〔2017〕7号"), "长|政〔2017〕7号");
    }

    #[test]
    fn latin_words_and_standards_are_whole() {
        assert_eq!(breaks("按GB/T 9704—2012执行"), "按|GB/T |9704—2012|执|行");
        assert_eq!(breaks("见www.a.gov.cn/x网"), "见|www.|a.|gov.|cn/|x|网");
        assert_eq!(breaks("2016～2018"), "2016～2018");
    }
}
