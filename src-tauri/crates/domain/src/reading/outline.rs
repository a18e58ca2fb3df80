//! Finds the parts of a report in its plain text: title, preamble, numbered headings, signature, and what
//! the web page left around them. Headings differ from report to report; a part is known by its words.

use chrono::NaiveDate;

use super::fold::fold;
use super::numbers::{numbers_of, small_number};
use crate::format::Format;
use crate::rules::{PartText, Scope};

/// A report in its parts.
#[derive(Debug, Default)]
pub struct Outline {
    /// The title's line; empty where there is none.
    pub title: String,
    /// 成文日期
    pub signed_on: Option<NaiveDate>,
    /// The signing office, as it stands at the end.
    pub signed_by: String,
    /// In order; what belongs to no part stands in one without id and heading.
    pub parts: Vec<PartText>,
    /// How much is there.
    pub scope: Scope,
}

/// A heading in the text.
struct Heading {
    start: usize,
    end: usize,
    number: usize,
    words: String,
    part: &'static str,
}

/// Words of rows of the applications' table, which begin with 「一、」 too.
const ROWS: &[&str] = &["公开申请数量", "本年度办理结果", "结转下年度"];

/// The part a heading belongs to, by the words in it; the first that fits counts.
const KINDS: &[(&str, &[&str])] = &[
    ("dispute", &["复议", "诉讼"]),
    ("fee", &["收费", "减免"]),
    ("problems", &["问题", "改进"]),
    ("stats", &["附表", "统计表"]),
    ("application", &["申请", "依申请"]),
    ("interpretation", &["解读", "回应"]),
    ("disclosure", &["主动公开", "公开政府信息", "公开的内容"]),
    ("inquiry", &["咨询", "投诉"]),
    ("staff", &["机构建设", "工作人员", "经费", "会议和培训"]),
    ("others", &["其他", "需要报告", "需要说明"]),
    ("overview", &["概述", "总体情况", "概况", "基本情况", "总体工作"]),
];

/// Which part a heading or the name of a part speaks of; empty for none that is known.
pub fn kind_of(words: &str) -> &'static str {
    KINDS.iter().find(|(_, keys)| keys.iter().any(|key| words.contains(key))).map_or("", |(part, _)| part)
}

/// Takes a report apart.
pub fn outline(text: &str, format: &Format) -> Outline {
    let folded = fold(text);
    let headings = headings(&folded);
    let mut outline = Outline { scope: scope(&folded, &headings), ..Outline::default() };
    let first = headings.first().map_or(text.len(), |h| h.start);
    let mut outside = String::new();
    let before = head(&text[..first], &mut outline, &mut outside);
    let mut parts = vec![opening(before, headings.first(), format)];
    for (at, heading) in headings.iter().enumerate() {
        let end = headings.get(at + 1).map_or(text.len(), |next| next.start);
        let known = format.parts.iter().any(|p| p.id == heading.part);
        parts.push(PartText {
            id: if known { heading.part.to_owned() } else { String::new() },
            number: format!("{}、", crate::narrative::numeral(u32::try_from(heading.number).unwrap_or(0))),
            heading: text.get(heading.start..heading.end).map_or_else(|| heading.words.clone(), unnumbered),
            text: text[heading.end..end].trim_start_matches('。').trim().to_owned(),
            written: true,
        });
    }
    if let Some(last) = parts.last_mut() {
        tail(last, &mut outline, &mut outside);
    }
    parts.retain(|part| !part.text.is_empty() || !part.heading.is_empty());
    for part in &mut parts {
        part.text = part.text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    }
    if !outside.trim().is_empty() {
        parts.push(PartText { text: outside.trim().to_owned(), ..PartText::default() });
    }
    outline.parts = parts;
    outline
}

fn unnumbered(heading: &str) -> String {
    heading.split_once('、').map_or(heading, |(_, words)| words).trim().to_owned()
}

fn scope(folded: &str, headings: &[Heading]) -> Scope {
    let begins_late = headings.first().is_none_or(|h| h.number > 1);
    let open_start = folded.trim_start().starts_with('…');
    let jumps = headings.windows(2).any(|pair| pair[1].number != pair[0].number + 1);
    let end = folded.trim_end();
    Scope {
        headless: begins_late || open_start,
        gaps: end.trim_end_matches("[截断]").trim_end_matches('…').contains("……") || jumps,
        cut: end.ends_with('…') || folded.contains("截断"),
    }
}

/// Every numbered heading, in ascending order of its number.
fn headings(folded: &str) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut at = 0;
    while let Some(comma) = folded[at..].find('、').map(|n| at + n) {
        at = comma + '、'.len_utf8();
        let Some(heading) = heading_at(folded, comma) else { continue };
        let last = found.last().map_or(0, |h| h.number);
        let follows = heading.number > last && heading.number <= last + 3 || found.is_empty();
        if follows {
            at = heading.end;
            found.push(heading);
        }
    }
    found
}

/// The heading whose number ends before this 「、」.
fn heading_at(folded: &str, comma: usize) -> Option<Heading> {
    let before = folded[..comma].trim_end_matches(' ');
    let digits = |c: char| "一二三四五六七八九十".contains(c);
    let start =
        before.len() - before.chars().rev().take_while(|c| digits(*c)).map(char::len_utf8).sum::<usize>();
    let number = small_number(&before[start..])?;
    // At the beginning of a line, or after a blank where the page lost its lines; not inside a sentence.
    let alone =
        before[..start].chars().next_back().is_none_or(char::is_whitespace) || before[..start].ends_with('…');
    if !alone {
        return None;
    }
    let words_at = comma + '、'.len_utf8();
    let line = folded[words_at..].split('\n').next()?;
    let line_lead = line.len() - line.trim_start().len();
    let length =
        line.trim_start().find([' ', '　', '。', '：', ':', '|', '\r', '；']).unwrap_or(line.trim().len());
    let words = &line[line_lead..line_lead + length];
    if words.chars().count() > 40 || ROWS.iter().any(|row| words.contains(row)) {
        return None;
    }
    let part = kind_of(words);
    let stands_alone = line.trim() == words && words.chars().count() <= 25;
    if part.is_empty() && !stands_alone {
        return None;
    }
    let end = words_at + line_lead + length;
    Some(Heading { start, end, number, words: words.to_owned(), part })
}

/// The text before the first heading: a preamble, or the rest of a part whose beginning is cut off.
fn opening(text: String, first: Option<&Heading>, format: &Format) -> PartText {
    let folded = fold(&text).into_owned();
    let preamble = ["全文包括", "统计期限", "编制", "特向社会", "现公布", "根据《"];
    let is_preamble = preamble.iter().any(|words| folded.contains(words));
    // A table without its heading is the one on what was published.
    if folded.trim_start().starts_with("第二十条第") {
        return PartText { id: "disclosure".to_owned(), text, written: true, ..PartText::default() };
    }
    let begun = first.is_none_or(|h| h.number > 1) && !is_preamble;
    let id = if begun && format.part("overview").is_some() { "overview" } else { "preamble" };
    PartText { id: id.to_owned(), text, written: true, ..PartText::default() }
}

/// Lines that a web page puts around a report.
const PAGE: &[&str] = &[
    "索引号",
    "发布机构",
    "信息来源",
    "发布日期",
    "发布时间",
    "浏览次数",
    "信息提供日期",
    "当前位置",
    "字体：",
    "标签:",
    "标签：",
    "版权",
    "转载",
    "上一篇",
    "下一篇",
    "打印",
    "关闭",
    "扫一扫",
    "分享到",
    "作者:",
    "作者：",
    "来源:",
    "网站地图",
    ">",
];

fn of_the_page(line: &str) -> bool {
    let folded = fold(line);
    folded.chars().count() < 120 && PAGE.iter().any(|words| folded.contains(words))
}

/// A row of the table that pages show above a report: 索引号, 发布机构.
fn in_page_table(line: &str) -> bool {
    line.matches('|').count() >= 2 && !fold(line).contains("第二十条")
}

/// Title and lines of the page out of what stands before the first heading; the rest is handed back.
fn head(text: &str, outline: &mut Outline, outside: &mut String) -> String {
    let mut rest = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (title, behind) = title_of(line);
        if !title.is_empty() && outline.title.is_empty() {
            outline.title = title.to_owned();
            if of_the_page(behind) || behind.starts_with('(') || behind.starts_with('（') {
                outside.push_str(behind);
                outside.push('\n');
            } else if !behind.is_empty() {
                rest.push(behind);
            }
        } else if title == outline.title && !title.is_empty() && behind.is_empty() {
            // The page says the title once more.
        } else if of_the_page(line) || in_page_table(line) {
            outside.push_str(line);
            outside.push('\n');
        } else if line != "引言" {
            rest.push(line);
        }
    }
    rest.join("\n")
}

/// The title at the beginning of a line, and what follows it.
fn title_of(line: &str) -> (&str, &str) {
    let end = line.find([' ', '　', '。', '，', ',', '\t']).unwrap_or(line.len());
    let (title, rest) = line.split_at(end);
    let folded = fold(title);
    let named = folded.contains("报告") || folded.ends_with("年报");
    let is_title = named
        && !folded.contains(['《', '》', '（', '(', '、', '：', ':', '>', '…'])
        && title.chars().count() <= 45;
    if is_title && !rest.starts_with(['。', '，', ',']) { (title, rest.trim()) } else { ("", line) }
}

/// Signature and lines of the page out of the end of the last part.
fn tail(last: &mut PartText, outline: &mut Outline, outside: &mut String) {
    let mut lines: Vec<&str> = last.text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let mut behind = Vec::new();
    while let Some(line) = lines.last().copied() {
        let folded = fold(line);
        let short = line.chars().count() <= 25;
        let office = folded.ends_with("政府") || folded.ends_with("办事处") || folded.ends_with("办公室");
        if short && outline.signed_on.is_none() && date_alone(line).is_some() {
            outline.signed_on = date_alone(line);
        } else if short && office && outline.signed_by.is_empty() {
            outline.signed_by = line.to_owned();
        } else if of_the_page(line) {
            behind.push(line);
        } else {
            break;
        }
        lines.pop();
    }
    behind.reverse();
    outside.push_str(&behind.join("\n"));
    last.text = lines.join("\n");
}

fn date_alone(line: &str) -> Option<NaiveDate> {
    let (numbers, dates) = numbers_of(line, 0);
    let [date] = dates.as_slice() else { return None };
    let alone = numbers.is_empty() && date.span.len() + 6 >= line.len();
    if !alone {
        return None;
    }
    NaiveDate::from_ymd_opt(date.year?, date.month?, date.day?)
}
