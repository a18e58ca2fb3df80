//! The words of a notice that matter: dates, weekdays, 至, 共3天, 放假, 上班, and where a clause ends.

/// A word that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// 2027年1月1日, 1月1日, 3日
    Date { year: Option<i32>, month: Option<u32>, day: u32 },
    /// （周四）, （星期日）
    Weekday(char),
    /// 至, —
    Through,
    /// 共3天, 放假1天
    Days(u32),
    /// 放假, 补休
    Off,
    /// 上班
    Work,
    /// The clause ends, or says something that moves no day: 调至, 为法定节假日, 鼓励.
    End,
}

/// The words of an item in their order. What stands in brackets is only looked at for its weekday:
/// 「安排职工在除夕（2月9日）休息」 names no day off.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut moved = false;
    while let Some(c) = rest.chars().next() {
        if c == '（' {
            let end = rest.find('）').unwrap_or(rest.len());
            tokens.extend(weekday_in(&rest[..end]).map(Token::Weekday));
            rest = rest[end..].trim_start_matches('）');
        } else if c.is_ascii_digit() {
            rest = number(rest, moved, &mut tokens);
        } else {
            let (token, length) = word(rest, c);
            rest = &rest[length..];
            // Behind 「公休日调至」 stands the day a rest day is moved to: the range has it already.
            match token {
                Some(Word::Moved) => {
                    tokens.push(Token::End);
                    moved = true;
                }
                Some(Word::Token(token)) => {
                    moved &= token != Token::End;
                    tokens.push(token);
                }
                None => {}
            }
        }
    }
    tokens
}

enum Word {
    Token(Token),
    Moved,
}

fn word(rest: &str, first: char) -> (Option<Word>, usize) {
    for (word, token) in [
        ("放假", Token::Off),
        ("补休", Token::Off),
        ("上班", Token::Work),
        ("至", Token::Through),
        ("—", Token::Through),
    ] {
        if rest.starts_with(word) {
            return (Some(Word::Token(token)), word.len());
        }
    }
    for word in ["调至", "调整至", "调休至"] {
        if rest.starts_with(word) {
            return (Some(Word::Moved), word.len());
        }
    }
    let end = "。；;，,\n".contains(first).then_some(Word::Token(Token::End));
    (end, first.len_utf8())
}

/// 2027年1月1日, 1月1日, 3日, 3天; behind 调至 nothing.
fn number<'a>(text: &'a str, moved: bool, tokens: &mut Vec<Token>) -> &'a str {
    let (mut year, mut month) = (None, None);
    let mut rest = text;
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(n) = rest[..digits].parse::<u32>() else { return &rest[digits..] };
        rest = &rest[digits..];
        if let Some(after) = rest.strip_prefix('年') {
            year = i32::try_from(n).ok();
            rest = after;
        } else if let Some(after) = rest.strip_prefix('月') {
            month = Some(n);
            rest = after;
        } else if let Some(after) = rest.strip_prefix('日') {
            if !moved {
                tokens.push(Token::Date { year, month, day: n });
            }
            return after;
        } else if let Some(after) = rest.strip_prefix('天') {
            tokens.push(Token::Days(n));
            return after;
        } else if month.is_some() && year.is_none() && rest.starts_with('—') {
            // 10月1—8日: the first day of a range without its own 日.
            if !moved {
                tokens.push(Token::Date { year, month, day: n });
            }
            return rest;
        } else {
            return rest;
        }
        if !rest.starts_with(|c: char| c.is_ascii_digit()) {
            return rest;
        }
    }
}

fn weekday_in(bracket: &str) -> Option<char> {
    let after = bracket.split_once('周').or_else(|| bracket.split_once("星期"))?.1;
    after.chars().next().filter(|c| "一二三四五六日天".contains(*c))
}
