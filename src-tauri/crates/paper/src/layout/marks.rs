//! Which characters may stand at the ends of a line and where a line may break: the basic level of the
//! W3C's 中文排版需求 (行首行尾禁则), GB/T 15834—2011 5.1, and what stays with its number.

/// Marks that close or divide: never at the start of a line.
pub(super) fn never_starts(ch: char) -> bool {
    matches!(
        ch,
        '、' | '，'
            | '。'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '）'
            | '」'
            | '』'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '］'
            | '｝'
            | '〗'
            | '〙'
            | '”'
            | '’'
            | '·'
            | '‧'
            | '・'
            | '•'
            | '／'
            | '/'
            | '－'
            | '–'
            | '～'
            | '~'
            | '％'
            | '‰'
            | '℃'
            | '°'
            | '々'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '%'
            | '─'
    )
}

/// Marks that open: never at the end of a line.
pub(super) fn never_ends(ch: char) -> bool {
    matches!(
        ch,
        '（' | '「'
            | '『'
            | '【'
            | '《'
            | '〈'
            | '〔'
            | '［'
            | '｛'
            | '〖'
            | '〘'
            | '“'
            | '‘'
            | '('
            | '['
            | '{'
            | '￥'
            | '¥'
            | '$'
            | '№'
    )
}

/// A full-width mark with its ink in the left half: the right half can be given up.
pub(super) fn right_half_empty(ch: char) -> bool {
    matches!(
        ch,
        '、' | '，'
            | '。'
            | '．'
            | '：'
            | '；'
            | '！'
            | '？'
            | '）'
            | '」'
            | '』'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '］'
            | '｝'
            | '〗'
            | '〙'
            | '”'
            | '’'
    )
}

/// A full-width mark with its ink in the right half: the left half can be given up.
pub(super) fn left_half_empty(ch: char) -> bool {
    matches!(ch, '（' | '「' | '『' | '【' | '《' | '〈' | '〔' | '［' | '｛' | '〖' | '〘' | '“' | '‘')
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

/// A hyphen or dash that joins the two ends of a range or a standard's number.
fn joins(ch: char) -> bool {
    matches!(ch, '—' | '–' | '－' | '～' | '~' | '-')
}

fn digit(ch: char) -> bool {
    ch.is_ascii_digit() || ('０'..='９').contains(&ch)
}

/// Words of size that stand between a number and its unit: 3万元, 100余条.
fn size_word(ch: char) -> bool {
    matches!(ch, '十' | '百' | '千' | '万' | '亿' | '余' | '多' | '几')
}

/// What a number counts or measures; never on the next line alone.
fn unit(ch: char) -> bool {
    size_word(ch)
        || matches!(
            ch,
            '年' | '月'
                | '日'
                | '号'
                | '时'
                | '点'
                | '分'
                | '秒'
                | '元'
                | '角'
                | '个'
                | '条'
                | '次'
                | '人'
                | '份'
                | '名'
                | '项'
                | '篇'
                | '期'
                | '户'
                | '村'
                | '页'
                | '米'
                | '吨'
                | '亩'
                | '公'
                | '平'
                | '岁'
                | '层'
                | '级'
                | '类'
                | '场'
                | '辆'
                | '台'
                | '部'
                | '家'
                | '所'
                | '处'
                | '栏'
                | '块'
                | '张'
                | '册'
                | '本'
                | '例'
                | '起'
                | '批'
                | '件'
                | '天'
                | '周'
                | '届'
                | '位'
                | '款'
                | '章'
                | '节'
                | '毫'
                | '厘'
                | '克'
                | '斤'
                | '里'
                | '倍'
                | '字'
        )
}

/// Whether the characters before `at` are a number, words of size allowed after it.
fn number_before(text: &[char], at: usize) -> bool {
    text[..at].iter().rev().take(4).find(|ch| !size_word(**ch)).is_some_and(|ch| digit(*ch))
}

/// Longest web address that is broken at its signs; a longer run of letters is no address.
const LONGEST_ADDRESS: usize = 1_000;

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
