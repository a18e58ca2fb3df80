//! How long the rules take: a full year of a busy office, and ten of them. Prints medians in milliseconds,
//! and how they stand to one pass over the same words and values on the same machine.
//!
//! `cargo run --release -p gongkai-domain --example rules_bench [-- rules]`; with `rules` the slowest rules
//! are listed too.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use domain::figure::{Figure, FigureKind, FigureSpec, RecordsBehind, Source};
use domain::format::Format;
use domain::rules::{
    self, Dossier, FigureSet, LastYear, OfficeNames, Origin, PartText, Records, Scope, WordsOnce,
};
use domain::{Catalogue, CatalogueId, Entry, Failure, Publication, Quantity, Record, Value, Values, ledgers};

const DISCLOSURES: usize = 2_000;
const APPLICATIONS: usize = 60;
/// Characters on eight pages of 22 lines of 28.
const CHARACTERS: usize = 8 * 22 * 28;
const YEARS: i32 = 10;
const RUNS: usize = 60;

fn main() -> Result<(), Failure> {
    let years: Vec<Dossier> = (0..YEARS).map(|ago| dossier(2024 - ago)).collect::<Result<_, _>>()?;
    let one = &years[0];
    let words: usize = one.parts.iter().map(|part| part.text.chars().count()).sum();
    println!(
        "一年：{} 字，{} 个数据项，{} 条主动公开，{} 件申请；{} 条规则，发现 {} 项",
        words,
        one.figures.iter().count(),
        one.records.of("disclosure").len(),
        one.records.of("application").len(),
        rules::all().count(),
        rules::run(one).len(),
    );
    // A copy takes its words apart anew, as a year does that was just changed.
    let pass = median(|| (), |_| passes_over(one));
    let cold = median(|| one.clone(), |year| rules::run(year).len());
    let warm = median(|| (), |_| rules::run(one).len());
    let ten = one_after_another(&years);
    println!("一遍读过文字和数值：{pass:.3} ms");
    println!("一年，文字刚改过：  {cold:.3} ms（{:.1} 倍）", cold / pass);
    println!("一年，文字没有改：  {warm:.3} ms（{:.1} 倍）", warm / pass);
    println!("十年：              {ten:.3} ms（{:.1} 倍）", ten / pass);
    if std::env::args().nth(1).as_deref() == Some("rules") {
        slowest(one);
    }
    Ok(())
}

/// The median of some runs, in milliseconds; what is prepared does not count, nor its being given back.
fn median<T>(prepare: impl Fn() -> T, run: impl Fn(&mut T) -> usize) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let mut prepared = prepare();
            let start = Instant::now();
            black_box(run(&mut prepared));
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    middle(&mut times)
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// All years one after another: the sum of each one's median, so that another program that takes its turn
/// in between is not counted.
fn one_after_another(years: &[Dossier]) -> f64 {
    let mut times = vec![Vec::with_capacity(RUNS); years.len()];
    for _ in 0..RUNS {
        let years = years.to_vec();
        for (year, times) in years.iter().zip(&mut times) {
            let start = Instant::now();
            black_box(rules::run(year));
            times.push(start.elapsed().as_secs_f64() * 1_000.0);
        }
    }
    times.iter_mut().map(|times| middle(times)).sum()
}

/// The reference: every character and every value looked at once.
fn passes_over(dossier: &Dossier) -> usize {
    let words = dossier.parts.iter().flat_map(|part| part.text.chars()).filter(char::is_ascii_digit).count();
    let records = dossier.records.0.values().flatten().flat_map(|record| record.values.values());
    let filled = records.filter(|value| !value.is_empty()).count();
    words + filled + dossier.figures.iter().filter(|figure| figure.value.number().is_some()).count()
}

fn slowest(dossier: &Dossier) {
    black_box(dossier.words());
    black_box(dossier.last_words());
    let mut times: Vec<(f64, &str)> = rules::all()
        .map(|rule| {
            let time = median(Vec::new, |out| {
                (rule.check)(dossier, out);
                out.len()
            });
            (time, rule.id)
        })
        .collect();
    println!("{:>9.1} µs  所有规则", times.iter().map(|(time, _)| time).sum::<f64>() * 1_000.0);
    times.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (time, id) in times.iter().take(30) {
        println!("{:>9.1} µs  {id}", time * 1_000.0);
    }
}

/// A year in which everything is filled in.
fn dossier(year: i32) -> Result<Dossier, Failure> {
    let format = Format::of_year(year)?;
    let specs = format.figures(&catalogues());
    let figures: Vec<Figure> = specs.iter().map(|spec| figure(spec, year)).collect();
    let values: BTreeMap<String, Quantity> = figures.iter().map(|f| (f.id.clone(), f.value)).collect();
    Ok(Dossier {
        year,
        origin: Origin::Office,
        due_format: format.id.clone(),
        office: OfficeNames {
            name: "石桥乡人民政府".into(),
            short: "石桥乡".into(),
            self_name: "我乡".into(),
            county: "县人民政府办公室".into(),
        },
        title: format!("石桥乡人民政府{year}年政府信息公开工作年度报告"),
        signed_on: format!("{}-01-15", year + 1).parse().ok(),
        parts: parts(&format, year),
        figures: FigureSet::new(figures),
        last: Some(LastYear { year: year - 1, locked: true, values, parts: parts(&format, year - 1) }),
        records: Records(BTreeMap::from([
            ("disclosure".to_owned(), (0..DISCLOSURES).map(|n| disclosure(year, n)).collect()),
            ("application".to_owned(), (0..APPLICATIONS).map(|n| application(year, n)).collect()),
        ])),
        categories_complete: true,
        raw: String::new(),
        scope: Scope::default(),
        late_answers: Vec::new(),
        words: WordsOnce::default(),
        last_words: WordsOnce::default(),
        format,
    })
}

fn catalogues() -> Vec<Catalogue> {
    let catalogue = |id: CatalogueId| Catalogue {
        id,
        label: id.label().to_owned(),
        help: String::new(),
        kinds: id.kinds(),
        entries: (0_i64..)
            .zip(id.defaults())
            .map(|(n, entry)| Entry {
                id: n,
                catalogue: id,
                key: entry.key.to_owned(),
                name: entry.name.to_owned(),
                code: entry.code.to_owned(),
                kind: entry.kind.to_owned(),
                position: n,
                retired: false,
                used: 0,
            })
            .collect(),
    };
    CatalogueId::ALL.map(catalogue).to_vec()
}

fn figure(spec: &FigureSpec, year: i32) -> Figure {
    let sum = match &spec.source {
        Source::Total(of) => of.clone(),
        _ => Vec::new(),
    };
    let behind = spec.source.records().map(|(ledger, filter)| RecordsBehind {
        ledger: ledger.to_owned(),
        year,
        filter: filter.clone(),
    });
    let value = Quantity::count(0);
    Figure {
        id: spec.id.clone(),
        part: spec.part.clone(),
        label: spec.label.clone(),
        unit: spec.unit.clone(),
        counted: (behind.is_some() || !sum.is_empty()).then_some(value),
        entered: None,
        value,
        text: value.text(),
        about: value.about(),
        how: String::new(),
        behind,
        custom: false,
        kind: if sum.is_empty() { FigureKind::Counted } else { FigureKind::Computed },
        place: spec.place.clone(),
        sum,
        carried: spec.carried.as_ref().map(|_| value),
        last: Some(value),
        decimals: spec.decimals,
    }
}

/// Eight pages, parted between the parts that have words; no two years alike.
fn parts(format: &Format, year: i32) -> Vec<PartText> {
    let with_words = format.parts.iter().filter(|part| !part.tables_only).count().max(1);
    let part = |part: &domain::format::PartFormat| PartText {
        id: part.id.clone(),
        number: if part.heading.is_empty() { String::new() } else { "一、".to_owned() },
        heading: part.heading.clone(),
        text: if part.tables_only { String::new() } else { words(year, CHARACTERS / with_words) },
        written: true,
    };
    format.parts.iter().map(part).collect()
}

fn words(year: i32, characters: usize) -> String {
    let mut text = String::new();
    let mut n: usize = usize::try_from(year).unwrap_or_default();
    while text.chars().count() < characters {
        n += 1;
        text.push_str(match n % 6 {
            0 => "各村明确一名联络员，按月报送拟公开的事项，由党政办统一登记。",
            1 => "对惠民补贴、救助名单和工程项目，公开前核对姓名、金额和时间，避免差错。\n",
            2 => "群众来访时，工作人员当面说明查询的办法，并帮助老年人使用查阅设备。",
            3 => "专栏内容定期检查，失效的及时撤下，变更的注明变更日期；",
            4 => "全年召开调度会议，通报进展，督促落实，对进度慢的科室逐一提醒。\n",
            _ => "结合赶集日设点宣传，发放明白卡，解答医保缴费、土地流转等问题。",
        });
        text.push_str(&format!(
            "第{n}项安排在{year}年{}月{}日前完成，涉及{}户。",
            n % 12 + 1,
            n % 28 + 1,
            n % 90
        ));
    }
    text
}

fn record(ledger: &str, n: usize, filled: &[(&str, Value)]) -> Record {
    let fields = ledgers::ledger(ledger).into_iter().flat_map(|ledger| ledger.own_fields());
    let mut values: Values = fields.map(|field| (field.id.to_owned(), Value::Null)).collect();
    values.extend(filled.iter().map(|(field, value)| ((*field).to_owned(), value.clone())));
    let at = "2025-01-06T09:00:00".to_owned();
    Record {
        id: i64::try_from(n).unwrap_or_default(),
        ledger: ledger.to_owned(),
        values,
        created_at: at.clone(),
        updated_at: at,
        deleted_at: None,
    }
}

fn day(year: i32, n: usize) -> String {
    format!("{year}-{:02}-{:02}", n % 12 + 1, n % 27 + 1)
}

fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

fn disclosure(year: i32, n: usize) -> Record {
    let channels =
        ["政务公开栏", "微信"].map(|channel| Publication { channel: channel.to_owned(), on: None });
    let filled = [
        ("title", text(format!("第{n}号公示"))),
        ("index_number", text(format!("SQ-03-{year}-{n:04}"))),
        ("category", text("公告公示")),
        ("department", text("党政办")),
        ("formed_on", text(day(year, n))),
        ("published_on", text(day(year, n))),
        ("channels", Value::Publications(channels.to_vec())),
        ("timing", text("temporary")),
        ("openness", text("open")),
        ("secrecy", text("passed")),
        ("interpretation", text("none")),
    ];
    record("disclosure", n, &filled)
}

fn application(year: i32, n: usize) -> Record {
    let filled = [
        ("number", text(format!("{year}-{n:03}"))),
        ("received_on", text(day(year, n))),
        ("received_by", text("online")),
        ("applicant_kind", text(["natural", "commercial", "legal"][n % 3])),
        ("content", text(format!("第{n}号工程的验收资料"))),
        ("outcome", text(["granted", "partly", "unable.not_held", "refused.process"][n % 4])),
        ("decided_on", text(day(year, n))),
        ("delivered_on", text(day(year, n))),
    ];
    record("application", n, &filled)
}
