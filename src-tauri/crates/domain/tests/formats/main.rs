//! The formats that come with the program hold together, whatever they say; and a format that nobody has
//! seen is read, filled and checked without any code of its own.

use std::collections::BTreeMap;

use domain::catalogue::{Catalogue, CatalogueId, Entry};
use domain::figure::{FigureSpec, Source};
use domain::format::{Format, PartFormat, Sentence};
use domain::table::{Balance, TableFormat, TableView};
use domain::{FieldKind, Filter, ledgers};

mod checked;
mod made_up;

/// The lists of a new office.
fn catalogues() -> Vec<Catalogue> {
    let list = |id: CatalogueId| {
        let entry = |(n, d): (usize, &domain::catalogue::Default)| Entry {
            id: n as i64,
            catalogue: id,
            key: d.key.into(),
            name: d.name.into(),
            code: d.code.into(),
            kind: d.kind.into(),
            position: n as i64,
            retired: false,
            used: 0,
        };
        let entries = id.defaults().iter().enumerate().map(entry).collect();
        Catalogue { id, label: id.label().into(), help: String::new(), kinds: id.kinds(), entries }
    };
    CatalogueId::ALL.into_iter().map(list).collect()
}

/// Every embedded format and the made-up one, whole and as each of its years has it.
fn every_format() -> Vec<(String, Format)> {
    let mut all = Format::embedded().unwrap();
    all.push(made_up::format());
    let as_years_have_it = |format: &Format| {
        let from = format.from_year;
        let of = |year: i32| (format!("{} for {year}", format.id), format.clone().for_year(year));
        (from..from + 12).map(of).collect::<Vec<_>>()
    };
    let whole: Vec<_> = all.iter().map(|f| (f.id.clone(), f.clone())).collect();
    whole.into_iter().chain(all.iter().flat_map(as_years_have_it)).collect()
}

fn specs(format: &Format) -> BTreeMap<String, FigureSpec> {
    let mut found = BTreeMap::new();
    for spec in format.figures(&catalogues()) {
        let id = spec.id.clone();
        assert!(found.insert(id.clone(), spec).is_none(), "{}: {id} stands twice", format.id);
    }
    found
}

#[test]
fn ids_are_unique_and_every_part_is_there() {
    for (name, format) in every_format() {
        let specs = specs(&format);
        for spec in specs.values() {
            assert!(format.part(&spec.part).is_some(), "{name}: {} in part {}", spec.id, spec.part);
        }
        let unique = |ids: Vec<&str>, what: &str| {
            for (n, id) in ids.iter().enumerate() {
                assert!(!ids[..n].contains(id), "{name}: {what} {id} stands twice");
            }
        };
        unique(format.parts.iter().map(|p| p.id.as_str()).collect(), "part");
        unique(format.tables.iter().map(|t| t.id.as_str()).collect(), "table");
        for table in &format.tables {
            assert!(format.part(&table.part).is_some(), "{name}: table {}", table.id);
            unique(table.columns.iter().map(|c| c.id.as_str()).collect(), "column");
        }
        for part in format.parts.iter().filter(|p| p.tables_only) {
            assert!(format.tables.iter().any(|t| t.part == part.id), "{name}: no table in {}", part.id);
        }
    }
}

#[test]
fn sums_relations_and_carry_overs_name_cells_that_are_there() {
    let mut earlier: Vec<String> = Vec::new();
    for (name, format) in every_format() {
        let specs = specs(&format);
        let there = |id: &String, what: &str| assert!(specs.contains_key(id), "{name}: {what} names {id}");
        for spec in specs.values() {
            if let Source::Total(of) = &spec.source {
                assert!(!of.is_empty() && !of.contains(&spec.id), "{name}: {}", spec.id);
                of.iter().for_each(|id| there(id, &spec.id));
            }
            if let Some(Balance { from, plus, minus }) = &spec.carried {
                plus.iter().chain(minus).for_each(|id| there(id, &spec.id));
                let known = |id: &String| specs.contains_key(id) || earlier.contains(id);
                assert!(from.iter().all(known), "{name}: {} is carried over from {from:?}", spec.id);
            }
        }
        for relation in format.relations() {
            assert!(!relation.left.is_empty() && !relation.right.is_empty(), "{name}: {}", relation.rule);
            relation.left.iter().chain(&relation.right).for_each(|id| there(id, &relation.rule));
        }
        for relation in &format.relations {
            let through = relation.each_column_of.iter().chain(&relation.each_row_of);
            through.for_each(|id| assert!(format.table(id).is_some(), "{name}: {}", relation.rule));
        }
        earlier.extend(specs.into_keys());
    }
}

/// A sum of sums ends in cells that add up nothing.
#[test]
fn no_sum_runs_in_a_circle() {
    fn depth(id: &str, specs: &BTreeMap<String, FigureSpec>, path: &mut Vec<String>) {
        assert!(!path.iter().any(|p| p == id), "{path:?} comes back to {id}");
        let Some(FigureSpec { source: Source::Total(of), .. }) = specs.get(id) else { return };
        path.push(id.to_owned());
        of.iter().for_each(|term| depth(term, specs, path));
        path.pop();
    }
    for (_, format) in every_format() {
        let specs = specs(&format);
        specs.keys().for_each(|id| depth(id, &specs, &mut Vec::new()));
    }
}

#[test]
fn every_row_fills_the_grid() {
    for (name, format) in every_format() {
        for table in &format.tables {
            fills(&name, &table.view());
        }
    }
}

fn fills(name: &str, view: &TableView) {
    let (rows, columns) = (view.rows.len(), view.widths.len());
    assert!(view.widths.iter().all(|w| *w > 0.0), "{name}: {}", view.id);
    let mut taken = vec![vec![false; columns]; rows];
    for (r, row) in view.rows.iter().enumerate() {
        let mut at = 0;
        for cell in &row.cells {
            at += taken[r][at..].iter().take_while(|t| **t).count();
            let place = format!("{name}: {} row {r} 「{}」", view.id, cell.text);
            assert!(cell.rows > 0 && cell.cols > 0, "{place}");
            assert!(at + cell.cols <= columns && r + cell.rows <= rows, "{place} sticks out");
            for line in &mut taken[r..r + cell.rows] {
                assert!(line[at..at + cell.cols].iter().all(|t| !t), "{place} overlaps");
                line[at..at + cell.cols].fill(true);
            }
            assert!(
                !row.head || view.rows[r..r + cell.rows].iter().all(|row| row.head),
                "{place} leaves the head"
            );
            at += cell.cols;
        }
    }
    for (r, row) in taken.iter().enumerate() {
        assert!(row.iter().all(|t| *t), "{name}: {} row {r} has a hole", view.id);
    }
}

#[test]
fn sources_name_ledgers_fields_and_choices() {
    for (name, format) in every_format() {
        for spec in specs(&format).values() {
            let Some((ledger, filter)) = spec.source.records() else { continue };
            let place = format!("{name}: {}", spec.id);
            let described = ledgers::ledger(ledger).unwrap_or_else(|| panic!("{place}: {ledger}"));
            accepts(&place, described, filter);
            if let Source::Sum { field, .. } = &spec.source {
                let field = described.field(field).unwrap_or_else(|| panic!("{place}: {field}"));
                assert!(matches!(field.kind, FieldKind::Integer { .. } | FieldKind::Money), "{place}");
            }
            if let Source::Texts { field, order_by, .. } = &spec.source {
                let mut fields = std::iter::once(field).chain(order_by);
                assert!(fields.all(|f| described.field(f).is_some_and(|f| !f.personal)), "{place}");
            }
        }
    }
}

fn accepts(place: &str, ledger: &domain::Ledger, filter: &Filter) {
    for (id, values) in filter {
        let field = ledger.field(id).unwrap_or_else(|| panic!("{place}: no field {id}"));
        assert!(!field.personal, "{place} counts persons");
        let known = |value: &String| match field.kind {
            _ if value.is_empty() => true,
            FieldKind::Choice { choices } => choices.iter().any(|c| c.id == value),
            FieldKind::Flag => value == "true" || value == "false",
            FieldKind::Date => {
                ["@year", "@year_end", "@before_year", "@after_year"].contains(&value.as_str())
            }
            _ => !value.contains([':', '{']),
        };
        assert!(values.iter().all(known), "{place}: {id} {values:?}");
    }
}

/// `{name}`s of a sentence that the office's names do not answer to.
fn live(sentence: &Sentence) -> Vec<String> {
    let names = ["year", "office", "short", "self", "county", "parts", "parts_count", "name", ""];
    let places = sentence.text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    let ids = places.map(|(id, _)| id.trim_start_matches('~').to_owned());
    ids.filter(|id| !names.contains(&id.as_str())).collect()
}

#[test]
fn starters_name_figures_that_are_there() {
    for (name, format) in every_format() {
        let specs = specs(&format);
        let there = |id: &str| {
            if id.ends_with('.') {
                specs.keys().any(|known| known.starts_with(id))
            } else {
                specs.contains_key(id)
            }
        };
        let sentences = |part: &PartFormat| -> Vec<Sentence> {
            part.starter.iter().flat_map(|block| block.say.clone()).collect()
        };
        for sentence in format.parts.iter().flat_map(sentences) {
            let named = live(&sentence);
            let asked = sentence.when.iter().chain(&sentence.unless).chain(&sentence.each).cloned();
            for id in named.into_iter().chain(asked) {
                assert!(there(&id), "{name}: 「{}」 names {id}", sentence.text);
            }
        }
    }
}

#[test]
fn an_embedded_form_has_what_tells_it_from_the_others() {
    let all = Format::embedded().unwrap();
    for format in &all {
        assert!(!format.marks.is_empty(), "{}", format.id);
        let others = all.iter().filter(|other| other.id != format.id);
        let words = |f: &Format| serde_json::to_string(&(&f.tables, &f.parts)).unwrap();
        let own = words(format);
        for mark in &format.marks {
            assert!(own.contains(mark.as_str()), "{}: {mark} is nowhere in it", format.id);
            assert!(others.clone().all(|o| !words(o).contains(mark.as_str())), "{}: {mark}", format.id);
        }
        let headings: Vec<_> = format.parts.iter().flat_map(|p| p.also.iter().chain([&p.heading])).collect();
        for (n, heading) in headings.iter().enumerate() {
            assert!(!headings[..n].contains(heading), "{}: two parts are called {heading}", format.id);
        }
    }
}

#[test]
fn the_statistics_table_belongs_to_2014_and_later() {
    for year in 2008..2014 {
        let format = Format::of_year(year).unwrap();
        assert!(format.part("stats").is_none() && format.tables.is_empty() && format.relations.is_empty());
        assert_eq!(format.parts.len(), 7, "{year}: the rest is as it was");
    }
    for year in 2014..2019 {
        let format = Format::of_year(year).unwrap();
        assert!(format.part("stats").is_some_and(|p| p.annex) && format.table("stats").is_some());
        assert!(format.relations.iter().any(|r| r.rule == "stats.staff"));
    }
    assert!(Format::of_year(2019).unwrap().part("stats").is_none());
}

#[test]
fn a_cell_counts_by_the_kind_of_a_channel() {
    let specs = specs(&Format::of_year(2018).unwrap());
    let channels = |id: &str| specs[id].source.records().unwrap().1["channels"].clone();
    assert_eq!(channels("stats.channel.website"), ["政府网站"]);
    assert_eq!(channels("stats.channel.wechat"), ["微信"]);
    assert!(
        channels("stats.channel.gazette").is_empty(),
        "an office without a gazette has published 0 there"
    );
    assert_eq!(
        channels("stats.channel.other"),
        ["政务公开栏", "村务公开栏", "村村响广播", "宣传手册", "短信"]
    );
}

/// Each outcome of an application is one reply of the old table, but for the two that the ledger cannot
/// tell apart or that are no reply.
#[test]
fn every_outcome_is_one_reply_of_the_old_table() {
    let specs = specs(&Format::of_year(2018).unwrap());
    let replies = specs.values().filter(|s| s.id.starts_with("stats.replied."));
    let mut counted: Vec<String> = replies
        .filter_map(|s| s.source.records())
        .flat_map(|(_, filter)| filter["outcome"].clone())
        .collect();
    counted.sort();
    let mut wanted: Vec<String> = ledgers::OUTCOMES.iter().map(|o| o.id.to_owned()).collect();
    wanted.retain(|id| id != "refused.third_party" && id != "other.other");
    wanted.sort();
    assert_eq!(counted, wanted);
}

fn labels(table: &TableFormat) -> Vec<&str> {
    table.rows.iter().flat_map(|row| &row.labels).map(|label| label.text.as_str()).collect()
}

#[test]
fn the_forms_have_the_size_their_papers_have() {
    let form = |year: i32| Format::of_year(year).unwrap();
    let cells = |year: i32, table: &str| form(year).table(table).unwrap().specs().len();
    assert_eq!((cells(2021, "t2"), cells(2021, "t3"), cells(2021, "t4")), (10, 25 * 7, 15));
    assert_eq!((cells(2020, "t2"), cells(2020, "t3"), cells(2020, "t4")), (22, 23 * 7, 15));
    let (new, trial) = (form(2021), form(2020));
    let (new, trial) = (labels(new.table("t2").unwrap()), labels(trial.table("t2").unwrap()));
    assert!(new.contains(&"行政规范性文件") && !new.contains(&"规范性文件"));
    assert!(trial.contains(&"规范性文件") && trial.contains(&"第二十条第（九）项"));
}
