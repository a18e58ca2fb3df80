//! How long the queries of a large ledger take.
//!
//! Fills a store with 100,000 disclosures, once all in one year and once over ten, and prints the
//! median of each query and its ratio to one pass over the whole table made in the same run. Beside
//! it stands, where the system tells it, the mean time on the processor, in which other programs do
//! not count. Build it with `--release`; `scripts/bench.sh` does.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{Failure, Filter, Publication, RecordQuery, Sort, Value, Values};
use gongkai_store::Store;

const LEDGER: &str = "disclosure";
const RECORDS: u64 = 100_000;
const RUNS: usize = 15;
/// What a query may take, ms.
const LIMIT: f64 = 50.0;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut slow = 0;
    for (years, title) in [(1, "all in one year"), (10, "over ten years")] {
        let folder = tempfile::tempdir()?;
        let mut store = Store::open(folder.path())?;
        let started = Instant::now();
        fill(&mut store, years)?;
        let seconds = started.elapsed().as_secs_f64();
        let size = std::fs::metadata(folder.path().join("gongkai.db"))?.len() / 1_048_576;
        println!("\n{RECORDS} disclosures with their channels, {title}: filled in {seconds:.1} s, {size} MB");
        slow += measure(&store, folder.path())?;
        let started = Instant::now();
        drop(store);
        let _store = Store::open(folder.path())?;
        println!(
            "{:>9.1} {:>20}  open and check the whole file",
            started.elapsed().as_secs_f64() * 1000.0,
            ""
        );
    }
    println!(
        "
{slow} queries over the limit of {LIMIT} ms"
    );
    Ok(())
}

fn fill(store: &mut Store, years: u64) -> Result<(), Failure> {
    let now =
        NaiveDate::from_ymd_opt(2019, 1, 2).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap_or_default();
    for start in (0..RECORDS).step_by(10_000) {
        let records: Vec<_> = (start..start + 10_000).map(|n| record(n, years)).collect();
        store.insert_many(LEDGER, &records, now)?;
    }
    warm(store, now)
}

/// A record in the bin, so that the bin is not empty either.
fn warm(store: &mut Store, now: NaiveDateTime) -> Result<(), Failure> {
    store.delete(LEDGER, &[1], now)
}

fn record(n: u64, years: u64) -> Values {
    let mixed = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
    let text = |text: String| Value::Text(text);
    let first =
        NaiveDate::from_ymd_opt(2018 - i32::try_from(years).unwrap_or(1) + 1, 1, 1).unwrap_or_default();
    let day = first + Days::new(mixed % (365 * years));
    let pick = |list: &[&str], salt: u64| list[((mixed >> salt) % list.len() as u64) as usize].to_owned();
    let category = pick(&["乡镇动态", "政策性信息", "公告公示", "宣传信息", "财政资金"], 3);
    let department = pick(&["党政办", "扶贫办", "民政办", "财政所", "农业站"], 7);
    let subject = pick(
        &[
            "低保对象名单",
            "惠农补贴发放",
            "森林防火",
            "扶贫项目进展",
            "医保缴费",
            "宅基地审批",
            "防汛值班",
            "招聘公益岗位",
        ],
        11,
    );
    let channels = ["政务公开栏", "微信", "短信", "政府网站"];
    let publication = |at: u64| Publication { channel: channels[(at % 4) as usize].to_owned(), on: None };
    let mut values = BTreeMap::from([
        ("title".to_owned(), text(format!("关于{subject}情况的{category}（第{n}号）"))),
        ("document_number".to_owned(), text(format!("下政发〔2018〕{}号", mixed % 5000))),
        (
            "summary".to_owned(),
            text(format!(
                "现将{department}办理的{subject}有关情况予以公开，欢迎广大群众监督，监督电话见村务公开栏。"
            )),
        ),
        ("category".to_owned(), text(category)),
        ("department".to_owned(), text(department)),
        ("formed_on".to_owned(), text(day.to_string())),
        ("published_on".to_owned(), text(day.to_string())),
        ("channels".to_owned(), Value::Publications(vec![publication(mixed), publication(mixed + 1)])),
        ("timing".to_owned(), text(pick(&["regular", "temporary", "fixed"], 17))),
        ("openness".to_owned(), text("open".to_owned())),
        ("drafter".to_owned(), text("张三".to_owned())),
    ]);
    if !n.is_multiple_of(3) {
        values.insert("secrecy".to_owned(), text("passed".to_owned()));
    }
    values
}

fn measure(store: &Store, folder: &Path) -> Result<usize, Box<dyn std::error::Error>> {
    let plain = rusqlite::Connection::open(folder.join("gongkai.db"))?;
    plain.pragma_update(None, "cache_size", -65_536)?;
    let reference = median(|| {
        let all = "SELECT count(*) FROM disclosure NOT INDEXED WHERE length(created_at) > 0";
        plain.query_row(all, [], |row| row.get::<_, i64>(0)).map(|_| ()).map_err(Into::into)
    })?;
    println!("{:>9} {:>7} {:>12}  query", "median ms", "ratio", "processor ms");
    let mut slow = 0;
    let mut print = |name: &str, took: Took| {
        let worked = took.processor.unwrap_or(took.clock);
        let mark = if worked > LIMIT { "  <- over the limit" } else { "" };
        slow += usize::from(worked > LIMIT);
        println!("{:>9.1} {:>7.2} {worked:>12.1}  {name}{mark}", took.clock, took.clock / reference.clock);
    };
    print("reference: one pass over the table", reference);
    for (name, query) in queries() {
        print(&name, median(|| Ok(store.list(&query).map(|_| ())?))?);
    }
    for (name, filter) in filters() {
        print(
            &format!("count: {name}"),
            median(|| Ok(store.count(LEDGER, Some(2018), &filter).map(|_| ())?))?,
        );
    }
    print("months", median(|| Ok(store.months(LEDGER, 2018).map(|_| ())?))?);
    print("catalogues with their use", median(|| Ok(store.catalogues().map(|_| ())?))?);
    Ok(slow)
}

fn queries() -> Vec<(String, RecordQuery)> {
    let year = RecordQuery::of_year(LEDGER, Some(2018));
    let last = 1_900;
    let mut queries = vec![
        ("list: first page, totals".to_owned(), year.clone()),
        ("list: page 1,901, totals".to_owned(), RecordQuery { page: last, ..year.clone() }),
        ("list: all years, first page".to_owned(), RecordQuery { year: None, ..year.clone() }),
        ("list: all years, page 1,901".to_owned(), RecordQuery { year: None, page: last, ..year.clone() }),
        ("list: one month".to_owned(), RecordQuery { month: Some(5), ..year.clone() }),
    ];
    let fields = domain::ledgers::ledger(LEDGER).map(|l| l.fields).unwrap_or_default();
    for field in fields.iter().filter(|f| f.listed) {
        for (descending, page) in [(false, 0), (true, last)] {
            let sort = Some(Sort { field: field.id.to_owned(), descending });
            let way = if descending { "down, page 1,901" } else { "up, first page" };
            queries.push((
                format!("sort {} {way}", field.id),
                RecordQuery { sort, page, year: None, ..year.clone() },
            ));
        }
    }
    for (name, filter) in filters() {
        queries.push((format!("filter: {name}"), RecordQuery { filter: filter.clone(), ..year.clone() }));
        let sort = Some(Sort { field: "title".to_owned(), descending: false });
        queries.push((
            format!("filter: {name}, by title, page 300"),
            RecordQuery { filter, sort, page: 299, ..year.clone() },
        ));
    }
    for word in ["第4711号", "低保", "低保对象名单", "关于", "的", "欢迎广大群众监督", "防火 财政所"]
    {
        let search = word.to_owned();
        queries.push((format!("search: {word}"), RecordQuery { search: search.clone(), ..year.clone() }));
        queries
            .push((format!("search: {word}, all years"), RecordQuery { search, year: None, ..year.clone() }));
    }
    queries
}

fn filters() -> Vec<(&'static str, Filter)> {
    let one = |field: &str, value: &str| Filter::from([(field.to_owned(), vec![value.to_owned()])]);
    let mut several = one("category", "政策性信息");
    several.extend(one("channels", "微信"));
    several.extend(one("published_on", "@year"));
    vec![
        ("category", one("category", "公告公示")),
        ("department", one("department", "扶贫办")),
        ("channel", one("channels", "微信")),
        ("timing", one("timing", "regular")),
        ("openness (all)", one("openness", "open")),
        ("secrecy empty", one("secrecy", "")),
        ("interpretation (none)", one("interpretation", "is")),
        ("published within the year", one("published_on", "@year")),
        ("village (none)", one("villages", "")),
        ("three at once", several),
    ]
}

/// Milliseconds a query takes.
#[derive(Clone, Copy)]
struct Took {
    /// Median by the clock.
    clock: f64,
    /// Mean on the processor.
    processor: Option<f64>,
}

fn median(
    mut run: impl FnMut() -> Result<(), Box<dyn std::error::Error>>,
) -> Result<Took, Box<dyn std::error::Error>> {
    run()?;
    let before = on_processor();
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let started = Instant::now();
        run()?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let worked = before.zip(on_processor()).map(|(before, after)| (after - before) / 1e6 / RUNS as f64);
    Ok(Took { clock: times[RUNS / 2], processor: worked })
}

/// Nanoseconds this thread has run, where the system tells (Linux).
fn on_processor() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok()
}
