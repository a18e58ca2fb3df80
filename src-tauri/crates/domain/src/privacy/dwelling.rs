//! Where a person lives, said beside the name: 「张三，住向阳村3组12号」.
//!
//! Careful on purpose: a name of two to four characters that begins with a surname, set off on both sides, and
//! behind it either a word for living there or a house's number in a settlement. Where other words run into the
//! name (「困难群众张三」), it takes both. The address of an office is none: nobody's name stands before it.

use std::ops::Range;

use super::PersonalKind;
use super::letters::Letters;

/// The commonest surnames; together those of nine in ten people.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡\
    贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖\
    龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费\
    纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边";

/// Words for living somewhere, the longer ones first.
const LIVING: [&str; 12] = [
    "家庭住址",
    "户籍地址",
    "户籍所在地",
    "居住地",
    "现住址",
    "现居住",
    "居住在",
    "现住",
    "家住",
    "住址",
    "住在",
    "住",
];

/// A settlement or a street.
const SETTLEMENTS: [char; 16] =
    ['村', '屯', '庄', '寨', '组', '社', '区', '路', '街', '巷', '弄', '里', '镇', '乡', '堡', '坊'];
/// What a dwelling's number stands before, and which of these name a house.
const UNITS: [char; 9] = ['组', '队', '社', '栋', '幢', '号', '室', '户', '楼'];
const HOUSES: [char; 3] = ['号', '室', '户'];
/// What ends like this is a place or an office, although it may begin like a name: 高山村, 于洪所.
const NO_NAMES: &str = "村屯庄寨组社区路街巷镇乡堡坊县市站办局所院府校处";
/// No dwelling is said in more characters.
const LONGEST: usize = 40;

/// Names with dwellings.
pub(super) fn find(letters: &Letters) -> Vec<(PersonalKind, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.narrow.len() {
        match beside_name(letters, at) {
            Some(end) => {
                found.push((PersonalKind::Dwelling, at..end));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The end of a dwelling beside a name that begins at a place.
fn beside_name(letters: &Letters, at: usize) -> Option<usize> {
    if !letters.at(Some(at)).is_some_and(|c| SURNAMES.contains(c)) {
        return None;
    }
    let set_off = !letters.before(at).is_some_and(chinese);
    let name = letters.run(at, chinese);
    if !(2..=if set_off { 4 } else { 3 }).contains(&name.len()) {
        return None;
    }
    if letters.before(name.end).is_some_and(|c| NO_NAMES.contains(c)) {
        return None;
    }
    let parting = letters.run(name.end, |c| matches!(c, ',' | '、' | ':' | '(' | ';' | ' '));
    if !(1..=2).contains(&parting.len()) {
        return None;
    }
    let said = living(letters, parting.end);
    let place = place(letters, said.unwrap_or(parting.end))?;
    let certain = match set_off {
        true => said.is_some() || place.house,
        false => said.is_some() && place.house,
    };
    certain.then_some(place.end)
}

/// The place behind a word for living.
fn living(letters: &Letters, at: usize) -> Option<usize> {
    let rest: String = letters.narrow.iter().skip(at).take(8).collect();
    let word = LIVING.iter().find(|word| rest.starts_with(**word))?;
    let end = at + word.chars().count();
    Some(letters.run(end, |c| matches!(c, ':' | ' ')).end)
}

struct Place {
    end: usize,
    /// Down to the house.
    house: bool,
}

/// A settlement with a number behind it, from a place on; its end is that of the last such number.
fn place(letters: &Letters, at: usize) -> Option<Place> {
    let run = letters.run(at, |c| chinese(c) || c.is_ascii_digit() || matches!(c, '-' | '#'));
    let run = run.start..run.end.min(at + LONGEST);
    let settled = letters.narrow[run.clone()].iter().position(|c| SETTLEMENTS.contains(c))?;
    // A name for the settlement comes first.
    if settled == 0 {
        return None;
    }
    let unit = |n: &usize| {
        let number = letters.before(*n).is_some_and(numeral);
        number && letters.at(Some(*n)).is_some_and(|c| UNITS.contains(&c))
    };
    let units: Vec<usize> = (run.start + 1..run.end).filter(unit).collect();
    let last = *units.last()?;
    let houses = letters.at(Some(last)).is_some_and(|c| HOUSES.contains(&c));
    // 「3组」 is a number, 「和平村」 a name.
    let named = |n: usize| letters.before(n).is_some_and(|c| chinese(c) && !numeral(c));
    let settlement = (run.start + settled..last)
        .any(|n| letters.at(Some(n)).is_some_and(|c| SETTLEMENTS.contains(&c)) && named(n));
    Some(Place { end: last + 1, house: houses && settlement })
}

fn chinese(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇' | '\u{20000}'..='\u{3FFFF}')
}

fn numeral(c: char) -> bool {
    c.is_ascii_digit() || "〇一二三四五六七八九十百".contains(c)
}

/// 「张*，住****」: the surname stays, and that somebody lives somewhere.
pub(super) fn hidden(words: &str) -> String {
    let name = words.chars().take_while(|c| chinese(*c)).count();
    let parted: String =
        words.chars().skip(name).take_while(|c| !chinese(*c) && !c.is_ascii_digit()).collect();
    let rest: String = words.chars().skip(name + parted.chars().count()).collect();
    let said = LIVING.iter().find(|word| rest.starts_with(**word)).copied().unwrap_or_default();
    let surname: String = words.chars().take(1).collect();
    let parted = parted.replace(',', "，").replace(':', "：").replace('(', "（").replace(';', "；");
    format!("{surname}{}{parted}{said}****", "*".repeat(name.saturating_sub(1)))
}
