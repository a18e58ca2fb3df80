//! What the office settles for its letters: numbers, reviewing bodies, its own words, each back to the program's
//! in one click.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDateTime};
use domain::Failure;
use domain::clock::Decree;
use domain::letters::{self, GROUPS, LetterField, LetterSettings, OwnWords, Run};
use serde::Serialize;
use ts_rs::TS;

use crate::Office;

const SETTING: &str = "letters";

/// How a group of letters is numbered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupView {
    /// `reply`
    pub id: String,
    /// 答复、告知
    pub label: String,
    /// The pattern that holds.
    pub pattern: String,
    /// The program's own.
    pub standard: String,
    /// The number that the next letter will have; empty where it will have none.
    pub next: String,
}

/// A letter with the words it has now and those that the program gives it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateView {
    /// `reply.granted`
    pub id: String,
    /// 答复书：予以公开（提供）
    pub label: String,
    /// What it belongs to.
    pub group: String,
    /// The words that hold.
    pub words: OwnWords,
    /// The program's own.
    pub standard: OwnWords,
    /// The office has changed them.
    pub own: bool,
    /// Its articles.
    pub basis: String,
    /// Places that the clerk fills in.
    pub fields: Vec<LetterField>,
}

/// A clause on what can be done.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RemedyView {
    /// `choice`
    pub id: String,
    /// 可以复议，也可以直接起诉
    pub label: String,
    /// The words that hold.
    pub say: String,
    /// The program's own.
    pub standard: String,
}

/// The settings of letters.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterSettingsView {
    /// As they are kept: empty where the office has set nothing.
    pub kept: LetterSettings,
    /// With what the office's profile suggests in the place of what is empty.
    pub completed: LetterSettings,
    /// How letters are numbered.
    pub groups: Vec<GroupView>,
    /// Every letter.
    pub templates: Vec<TemplateView>,
    /// Clauses on what can be done.
    pub remedies: Vec<RemedyView>,
}

/// `letters.settings`
///
/// # Errors
/// What the store says.
pub fn show(office: &mut Office, now: NaiveDateTime, (): ()) -> Result<LetterSettingsView, Failure> {
    let kept = kept(office)?;
    let completed = kept.clone().completed(&office.profile()?);
    let group = |id: &str| GROUPS.iter().find(|g| g.id == id).map_or(id, |g| g.label).to_owned();
    let mut templates = Vec::new();
    for template in letters::templates()? {
        let standard = OwnWords { title: template.title.clone(), text: template.text(Decree::Of2019)? };
        templates.push(TemplateView {
            id: template.id.clone(),
            label: template.label.clone(),
            group: group(&template.group),
            words: completed.words_of(template, Decree::Of2019)?,
            standard,
            own: kept.words.contains_key(&template.id),
            basis: template.basis(Decree::Of2019).to_owned(),
            fields: template.fields.clone(),
        });
    }
    let mut remedies = Vec::new();
    for remedy in letters::remedies()? {
        let (id, label, standard) = (remedy.id.clone(), remedy.label.clone(), remedy.say.clone());
        remedies.push(RemedyView { say: completed.remedy(&id)?, id, label, standard });
    }
    let mut groups = Vec::new();
    for group in GROUPS {
        let pattern = completed.patterns.get(group.id).cloned().unwrap_or_default();
        let next = match Run::new(&pattern, &completed.code, now.year()) {
            Some(run) => run.at(run.next(&super::taken(office, &run)?)),
            None => String::new(),
        };
        let (id, label, standard) = (group.id.to_owned(), group.label.to_owned(), group.pattern.to_owned());
        groups.push(GroupView { id, label, pattern, standard, next });
    }
    Ok(LetterSettingsView { kept, completed, groups, templates, remedies })
}

/// `letters.settings.save`. Words that are the program's own are not kept, so they follow the program.
///
/// # Errors
/// `letter.pattern`, `letter.place` with the field; what the store says.
pub fn save(
    office: &mut Office,
    now: NaiveDateTime,
    mut settings: LetterSettings,
) -> Result<LetterSettingsView, Failure> {
    for (group, pattern) in &settings.patterns {
        letters::check_pattern(pattern).map_err(|why| {
            let fields = [(format!("pattern.{group}"), why.clone())].into();
            Failure::new(
                "letter.pattern",
                format!("没有保存：{why}"),
                "文号格式可以清空，这一类文书就不编文号",
            )
            .with_fields(fields)
        })?;
    }
    check_words(&settings.words)?;
    settings.patterns.retain(|id, pattern| GROUPS.iter().any(|g| g.id == id && g.pattern != pattern.trim()));
    let mut words = BTreeMap::new();
    for (id, own) in std::mem::take(&mut settings.words) {
        let template = letters::template(&id)?;
        let standard = OwnWords { title: template.title.clone(), text: template.text(Decree::Of2019)? };
        if own != standard {
            words.insert(id, own);
        }
    }
    settings.words = words;
    let clauses = letters::remedies()?;
    settings.remedies.retain(|id, say| clauses.iter().any(|c| c.id == *id && c.say != *say));
    let json = crate::declare::write("letters.settings.save", &settings)?.to_string();
    office.store.keep_setting(0, SETTING, &json, now)?;
    show(office, now, ())
}

/// Own words name only places that there are.
fn check_words(words: &BTreeMap<String, OwnWords>) -> Result<(), Failure> {
    for (id, own) in words {
        let template = letters::template(id)?;
        let failed = |message: String, hint: &str| {
            let fields = [(format!("words.{id}"), message.clone())].into();
            Err(Failure::new("letter.place", format!("没有保存：{message}"), hint).with_fields(fields))
        };
        if own.title.trim().is_empty() || own.text.trim().is_empty() && !template.is_form() {
            return failed(
                format!("「{}」的标题或者正文是空的", template.label),
                "不想改了的，点「恢复原文」",
            );
        }
        if let Some(stranger) = template.strangers(&format!("{}\n{}", own.title, own.text)).first() {
            return failed(
                format!("「{}」里没有 {{{stranger}}} 这一处", template.label),
                "花括号里只能写列出的名称；要打印花括号里的字，请换成圆括号",
            );
        }
    }
    Ok(())
}

/// The settings as they are kept.
pub(super) fn kept(office: &Office) -> Result<LetterSettings, Failure> {
    let Some(json) = office.store.setting(0, SETTING)? else { return Ok(LetterSettings::default()) };
    serde_json::from_str(&json).map_err(|error| {
        Failure::new(
            "letter.settings",
            format!("文书的设置读不出来：{error}"),
            "请在「设置 → 文书」里重新填写",
        )
    })
}
