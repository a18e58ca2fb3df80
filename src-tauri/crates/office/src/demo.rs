//! The sample office: 下达河乡 with the records of 2017 and 2018, an empty 2019, and the years from 2021 on in
//! the form of 2021, made from a short description. Names of people and villages are invented.

use chrono::NaiveDateTime;
use domain::narrative::Narrative;
use domain::{CatalogueId, Failure, Filter, Profile, Quantity};
use store::FigureDraft;

use crate::Office;
use crate::report::Year;

mod cases;
mod letters;
mod recent;
mod recent_text;
mod records;
mod text;
mod told;

/// Years whose reports are locked in the sample, oldest first; the year after them is being written.
pub(super) static LOCKED: &[i32] = &[2021, 2022, 2023, 2024];

/// How many of each, for a year of the sample.
struct YearPlan {
    year: i32,
    /// Category and how many items; the empty name is "no category".
    categories: &'static [(&'static str, usize)],
    /// Items on the notice board.
    on_board: usize,
    /// Items on WeChat or by text message.
    on_new_media: usize,
    /// Items of 扶贫办 and 民政办 together.
    relief: usize,
    /// Way of inquiry, persons, lines they are spread over.
    inquiries: &'static [(&'static str, i64, i64)],
    /// Cases of 民心网 and of 12345.
    hotline: (usize, usize),
}

static YEAR_2018: YearPlan = YearPlan {
    year: 2018,
    categories: &[
        ("乡镇动态", 30),
        ("政策性信息", 50),
        ("公告公示", 5),
        ("宣传信息", 80),
        ("财政资金", 12),
        ("社会救助", 15),
        ("土地与宅基地", 8),
    ],
    on_board: 104,
    on_new_media: 83,
    relief: 103,
    inquiries: &[("phone", 50, 25), ("on_site", 150, 30), ("wechat", 200, 20)],
    hotline: (9, 14),
};

static YEAR_2017: YearPlan = YearPlan {
    year: 2017,
    categories: &[
        ("乡镇动态", 26),
        ("政策性信息", 41),
        ("公告公示", 4),
        ("宣传信息", 66),
        ("社会救助", 19),
        ("", 13),
    ],
    on_board: 92,
    on_new_media: 61,
    relief: 84,
    inquiries: &[("phone", 46, 23), ("on_site", 132, 33), ("wechat", 145, 15)],
    hotline: (11, 8),
};

/// Fills an empty folder with the sample office. All its years but the last of the new form are locked.
///
/// # Errors
/// `demo.not_empty` where an office or records are there already; what the store says.
pub fn fill(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    is_empty(office)?;
    // Made in memory and laid down in one piece: killed half-way, the folder is as empty as before.
    let mut desk = office.in_memory()?;
    fill_early(&mut desk, now)?;
    recent::fill(&mut desk, now)?;
    LOCKED.iter().try_for_each(|year| lock(&mut desk, *year))?;
    told::fill(&mut desk, now)?;
    letters::fill(&mut desk, now)?;
    office.take_over(&desk)
}

fn is_empty(office: &Office) -> Result<(), Failure> {
    if office.store.profile()?.is_some() || !office.store.years()?.is_empty() {
        return Err(Failure::new(
            "demo.not_empty",
            "这个数据文件夹里已经有记录，没有放入示例数据",
            "请另选一个空的数据文件夹，例如：--data 示例",
        ));
    }
    Ok(())
}

/// The sample office as it was in January 2019: 2017 and 2018, and an empty 2019.
///
/// # Errors
/// As [`fill`].
pub fn fill_early(office: &mut Office, now: NaiveDateTime) -> Result<(), Failure> {
    is_empty(office)?;
    office.store.save_profile(&profile(), now)?;
    for village in records::VILLAGES {
        office.store.save_entry(None, CatalogueId::Village, village, "", "")?;
    }
    for plan in [&YEAR_2017, &YEAR_2018] {
        records::fill_year(office, plan, now)?;
    }
    records::fill_posts(office, now)?;
    let relief = FigureDraft {
        part: "disclosure".to_owned(),
        label: "扶贫办、民政办发布信息".to_owned(),
        unit: "条".to_owned(),
        ledger: "disclosure".to_owned(),
        filter: Filter::from([("department".to_owned(), vec!["扶贫办".to_owned(), "民政办".to_owned()])]),
    };
    let relief = office.store.define_figure(None, &relief, now)?.id;
    for year in [2017, 2018] {
        write_report(office, year, &relief, now)?;
        noughts(office, year, now)?;
    }
    office.store.open_year(2019, now)
}

/// 0 in the cells of the statistics table that no ledger counts: there was nothing of the kind.
fn noughts(office: &mut Office, year: i32, now: NaiveDateTime) -> Result<(), Failure> {
    let figures = crate::figures::of_year(office, year)?;
    let blank =
        figures.iter().filter(|f| f.place.is_some() && f.sum.is_empty() && f.value == Quantity::Blank);
    let cells: Vec<_> = blank.map(|f| (f.id.clone(), Some(Quantity::count(0)))).collect();
    office.store.enter_cells(year, &cells, "", now)
}

/// Locks a year of the sample as its office did, in January of the next one.
fn lock(office: &mut Office, year: i32) -> Result<(), Failure> {
    let january = chrono::NaiveDate::from_ymd_opt(year + 1, 1, 20).and_then(|day| day.and_hms_opt(9, 30, 0));
    crate::versions::lock(office, january.unwrap_or_default(), Year { year }).map(|_| ())
}

fn profile() -> Profile {
    Profile {
        name: "下达河乡人民政府".to_owned(),
        short: "下达河乡".to_owned(),
        self_name: "我乡".to_owned(),
        county: "县人民政府办公室".to_owned(),
        code: "XDH".to_owned(),
        drafter: "林晓禾".to_owned(),
        reviewer: "周立新".to_owned(),
        approver: "郑海峰".to_owned(),
        contact: "林晓禾".to_owned(),
        phone: "024-00000000".to_owned(),
        ..Profile::default()
    }
}

fn write_report(office: &mut Office, year: i32, relief: &str, now: NaiveDateTime) -> Result<(), Failure> {
    write_parts(office, year, text::PARTS, &[("own.relief", relief)], now)
}

/// Keeps the texts of a year; `{year}` and the given names are put in.
fn write_parts(
    office: &mut Office,
    year: i32,
    parts: &[(&str, &[(u8, &str)])],
    names: &[(&str, &str)],
    now: NaiveDateTime,
) -> Result<(), Failure> {
    for (part, blocks) in parts {
        let marked: Vec<(u8, String)> = blocks
            .iter()
            .map(|(level, text)| {
                let text = text.replace("{year}", &year.to_string());
                (*level, names.iter().fold(text, |text, (name, by)| text.replace(name, by)))
            })
            .collect();
        let marked: Vec<(u8, &str)> = marked.iter().map(|(level, text)| (*level, text.as_str())).collect();
        let narrative = Narrative::from_marked(&marked);
        let json = crate::declare::write("demo", &narrative)?.to_string();
        office.store.save_narrative(year, part, &json, now)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
