//! The places of a letter as the form beside the page shows them, and those that still have to be filled in.

use domain::Failure;
use domain::letters::{self, Drafted, LetterEvent, PlaceKind, fee_advice};

use super::{Content, LetterPlace, Table};

/// The clerk's places, and those that the case or the settings should fill and do not.
pub(super) fn places(
    table: &Table,
    content: &Content,
    letter: &Drafted,
) -> Result<Vec<LetterPlace>, Failure> {
    let words = table.settings.words_of(table.template, table.decree)?;
    let form = table.template.form_text(table.decree);
    let text = [&table.template.addressee, &words.title, &words.text, &form].map(String::as_str).join("\n");
    let found = letters::places(&text, &|name| table.template.is_place(name));
    let stands = |name: &str| found.iter().find(|(n, _)| n == name).map(|(_, optional)| *optional);
    let mut places = Vec::new();
    for field in &table.template.fields {
        let in_step =
            table.template.event.is_some() && matches!(field.name.as_str(), "批准日期" | "减免金额");
        let Some(optional) = stands(&field.name).or(in_step.then_some(field.name == "减免金额")) else {
            continue;
        };
        let value = letter.values.get(&field.name).cloned().unwrap_or_default();
        let (name, kind) = (field.name.clone(), field.kind);
        let help = advice(table, &name, &value).unwrap_or(&field.help).to_owned();
        places.push(LetterPlace { name, help, kind, value, optional });
    }
    let listed = |name: &str| table.template.fields.iter().any(|field| field.name == name);
    let typed = content.values.keys().filter(|name| table.template.is_place(name));
    let mut more: Vec<&String> = letter.holes.iter().chain(typed).filter(|name| !listed(name)).collect();
    more.sort();
    more.dedup();
    places.extend(more.into_iter().map(|name| LetterPlace {
        name: name.clone(),
        help: from_elsewhere(name).to_owned(),
        kind: if name.ends_with("日期") || name.ends_with("期限") {
            PlaceKind::Date
        } else {
            PlaceKind::Text
        },
        value: content.values.get(name).cloned().unwrap_or_default(),
        optional: false,
    }));
    Ok(places)
}

/// What has to be done before a place of the notice of the fee can be filled in from the case.
fn advice(table: &Table, name: &str, value: &str) -> Option<&'static str> {
    let of_case = matches!(name, "计收方式" | "费用计算" | "费用金额");
    let empty = value.is_empty() && table.template.event == Some(LetterEvent::FeeNotice);
    fee_advice(&table.events).filter(|_| of_case && empty)
}

fn from_elsewhere(name: &str) -> &'static str {
    match name {
        "复议机关" | "法院" => "在「设置 → 文书」里填写一次，以后自动带出",
        "申请人" => "登记内容里还没有填写",
        "金额大写" => "由费用金额换算：费用金额请写成整元的数字",
        _ => "办理过程里还没有登记；登记后自动带出",
    }
}

/// 「还有 2 处没有填写：理由、获取途径」
pub(super) fn missing(letter: &Drafted) -> String {
    match letter.holes.as_slice() {
        [] => String::new(),
        holes => format!("还有 {} 处没有填写：{}", holes.len(), holes.join("、")),
    }
}

/// What to do about it.
pub(super) fn hint(table: &Table, letter: &Drafted) -> &'static str {
    let fee = letter.holes.iter().any(|hole| advice(table, hole, "").is_some());
    if let Some(advice) = fee_advice(&table.events).filter(|_| fee) {
        advice
    } else if letter.holes.iter().any(|hole| matches!(hole.as_str(), "复议机关" | "法院")) {
        "复议机关和法院在「设置 → 文书」里填写一次就行，其余的请在左边填写"
    } else {
        "请在左边填写后再发出"
    }
}
