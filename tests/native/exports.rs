//! What leaves the page comes back the same: every form is read again, and says what the selection says.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::value_table::{Value, ValueTable};
use minsheng_explorer::column::{Data, Table, from_dataset};
use minsheng_explorer::export::{
    About, Format, Imprint, Reader, csvw, write_csv, write_json, write_rows, write_workbook,
};
use minsheng_explorer::import::{Import, Imported, Kind, Options, read_csv, read_package};
use minsheng_explorer::model::Dataset;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::table::{self as sheet, FileColumn, Sheet};
use minsheng_explorer::query::{Clause, Filter, SortKey};
use minsheng_explorer::session::{self, Answer, Session};
use minsheng_explorer::state;
use serde_json::Value as Json;

use crate::formats::{cells, open};
use crate::packages;

fn bundled() -> Dataset {
    let (mut data, problems) = read_package(&packages::bundled());
    assert!(problems.is_empty(), "{problems:?}");
    let path = packages::bundled_folder().join("datapackage.json");
    data.descriptor = std::fs::read_to_string(path).unwrap();
    data
}

fn session() -> Session {
    let data = bundled();
    let table = from_dataset(&data);
    Session::new(data, table, Vec::new())
}

fn choose(clauses: &[(&str, &str)]) -> Filter {
    let mut filter = Filter::default();
    for (column, value) in clauses {
        filter.set(column, Clause::AnyOf([(*value).to_owned()].into()));
    }
    filter
}

/// Selections of every size: all rows, a place, a field of a place, words of one row, none.
fn selections() -> Vec<Filter> {
    let mut words = Filter::default();
    words.set(Filter::TEXT, Clause::Text("老旧小区".into()));
    let mut nothing = Filter::default();
    nothing.set(Filter::TEXT, Clause::Text("nowhere to be found".into()));
    vec![
        Filter::default(),
        choose(&[("place", "chengde")]),
        choose(&[("place", "dezhou_etdz"), ("domain", "education")]),
        words,
        nothing,
    ]
}

fn take(
    session: &mut Session,
    filter: &Filter,
    format: Format,
    options: &state::TableOptions,
    lang: Lang,
) -> Vec<u8> {
    let imprint = Imprint { made: "2026-11-25".into(), link: "https://example.org/#v=1".into() };
    let (filter, options) = (filter.clone(), options.clone());
    let export = session::Export { filter, options, format, imprint, lang };
    let Answer::Export(file) = session.ask(&export.into()) else { panic!("no file") };
    assert_eq!(file.left_out, 0);
    file.bytes
}

/// The files of a zip file by name.
fn unzip(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

fn read(name: &str, bytes: &[u8]) -> Imported {
    let options = Options { size: Some(bytes.len() as u64), ..Options::default() };
    let read = open(name, bytes, 10_000, &options).unwrap_or_else(|p| panic!("{name}: {p}"));
    assert!(read.findings.kept().is_empty(), "{name}: {:?}", read.findings.kept());
    read
}

/// The rows of a table of a package by id, each cell by its column.
fn records(name: &str, text: &str) -> Vec<BTreeMap<String, String>> {
    let (table, problems) = read_csv(name, text);
    assert!(problems.is_empty(), "{problems:?}");
    let columns = || table.columns.iter().cloned();
    let record = |cells: &Vec<String>| {
        let mut record: BTreeMap<String, String> = columns().zip(cells.iter().cloned()).collect();
        // Its parts have no order.
        if let Some(breakdown) = record.get_mut("breakdown") {
            let mut parts: Vec<&str> = breakdown.split(';').collect();
            parts.sort_unstable();
            *breakdown = parts.join(";");
        }
        record
    };
    table.rows.iter().map(|row| record(&row.cells)).collect()
}

#[test]
fn a_package_takes_along_the_headlines_all_of_whose_figures_it_has() {
    let taken = |filter: &Filter| {
        let options = state::TableOptions::default();
        let files = unzip(&take(&mut session(), filter, Format::Package, &options, Lang::Zh));
        let text = files.get("headlines.csv").map(|file| String::from_utf8(file.clone()).unwrap());
        let rows = text.map(|text| records("headlines", &text)).unwrap_or_default();
        rows.iter().map(|row| row["place"].clone() + &row["order"]).collect::<Vec<_>>()
    };
    let of_duji = [1, 2, 3, 4, 5, 6].map(|order| format!("duji{order}"));
    assert_eq!(taken(&choose(&[("place", "duji")])), of_duji);
    // A sentence that lacks a figure would be half a sentence.
    assert_eq!(taken(&choose(&[("place", "duji"), ("domain", "health")])), ["duji2"]);
    assert!(taken(&choose(&[("indicator", "teachers")])).is_empty());
}

#[test]
fn a_package_of_any_selection_is_whole_and_every_row_is_as_published() {
    let published: BTreeMap<String, Vec<_>> =
        packages::bundled().iter().map(|(n, text)| (n.clone(), records(n, text))).collect();
    let mut session = session();
    for filter in selections() {
        let zip =
            take(&mut session, &filter, Format::Package, &state::TableOptions::default(), Lang::Zh);
        let files = unzip(&zip);
        let whole = filter == Filter::default();
        for (name, rows) in &published {
            let Some(file) = files.get(&format!("{name}.csv")) else {
                let may_lack =
                    ["doubts", "synonyms", "stories", "headlines"].contains(&name.as_str());
                assert!(may_lack && (!whole || rows.is_empty()), "{name} is missing");
                continue;
            };
            let written = records(name, &String::from_utf8(file.clone()).unwrap());
            let known: BTreeSet<_> = rows.iter().collect();
            for record in &written {
                assert!(known.contains(record), "{name}: {record:?} is not as published");
            }
            if whole {
                assert_eq!(written.iter().collect::<BTreeSet<_>>(), known, "{name}");
            }
        }
        // Read with every reference checked, as a package that anybody opens.
        let read = read("package.zip", &zip);
        let data = read.dataset.expect("a package of the explorer's own form");
        let mut engine = minsheng_explorer::query::Engine::new(from_dataset(&bundled()).into());
        engine.set_filter(&filter);
        let asked: Vec<String> = engine
            .rows()
            .iter()
            .map(|row| bundled().observations.at(row).unwrap().id.clone())
            .collect();
        let ids = packages::ids(&data, "observations");
        assert_eq!(ids[..asked.len()], asked, "the rows of the selection come first, in order");
        // What comes on top is what these refer to.
        for id in &ids[asked.len()..] {
            let needed = data.observations.iter().any(|(_, o)| {
                o.part_of.is_some_and(|whole| data.observations[whole].id == *id)
                    || o.derived.split(' ').any(|word| word == id)
            });
            assert!(needed, "{id} is in the package for nothing");
        }
    }
}

#[test]
fn a_package_speaks_of_the_tables_and_columns_it_has() {
    let mut session = session();
    let filter = choose(&[("place", "duji")]);
    let zip =
        take(&mut session, &filter, Format::Package, &state::TableOptions::default(), Lang::En);
    let files = unzip(&zip);
    let descriptor: Json = serde_json::from_slice(&files["datapackage.json"]).unwrap();
    let resources = descriptor["resources"].as_array().unwrap();
    assert_eq!(resources.len() + 2, files.len());
    for resource in resources {
        let text = &files[resource["path"].as_str().unwrap()];
        let header = text.split(|&b| b == b'\n').next().unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(std::str::from_utf8(header).unwrap(), names.join(","));
        // Said of the whole table's file, it would be false of a part.
        assert!(["hash", "bytes", "rows"].iter().all(|stale| resource.get(stale).is_none()));
    }
    assert_eq!(descriptor["licenses"][0]["name"], "CC-BY-4.0");
    assert_eq!(descriptor["sources"].as_array().unwrap().len(), 1);
    assert!(descriptor["description"].as_str().unwrap().contains("https://example.org/#v=1"));
    // The metadata for the Web says the same of the same files.
    let metadata: Json = serde_json::from_slice(&files["csv-metadata.json"]).unwrap();
    assert_eq!(metadata, csvw(&descriptor, "en"));
    let tables = metadata["tables"].as_array().unwrap();
    assert_eq!(tables.len(), resources.len());
    let observations = tables.iter().find(|t| t["url"] == "observations.csv").unwrap();
    let schema = &observations["tableSchema"];
    assert_eq!(schema["primaryKey"][0], "id");
    let key = &schema["foreignKeys"][0];
    assert!(files.contains_key(key["reference"]["resource"].as_str().unwrap()), "{key}");
}

/// A part whose figures are in no doubt has no table of doubts, and refers to none.
#[test]
fn a_package_refers_to_no_table_that_it_does_not_have() {
    let mut session = session();
    for place in ["songguantun", "duji"] {
        let filter = choose(&[("place", place)]);
        let options = state::TableOptions::default();
        let files = unzip(&take(&mut session, &filter, Format::Package, &options, Lang::En));
        let descriptor: Json = serde_json::from_slice(&files["datapackage.json"]).unwrap();
        let resources = descriptor["resources"].as_array().unwrap();
        let keys = resources.iter().flat_map(|r| r["schema"]["foreignKeys"].as_array()).flatten();
        for key in keys {
            let to = key["reference"]["resource"].as_str().unwrap();
            assert!(to.is_empty() || files.contains_key(&format!("{to}.csv")), "{place}: {key}");
        }
        assert_eq!(files.contains_key("doubts.csv"), place == "duji");
    }
}

/// What a column of the table read holds, and what left: numbers as numbers, times by their last day, words as they are.
fn assert_column(name: &str, table: &Table, at: usize, left: &[Value]) {
    let read: Vec<String> = cells(table).into_iter().map(|mut row| row.swap_remove(at)).collect();
    let column = &table.columns[at];
    for (row, (read, left)) in read.iter().zip(left).enumerate() {
        let left = left.to_string();
        let place = format!("{name}, {}, row {row}", column.key);
        match &column.data {
            Data::Category(_) => assert_eq!(*read, left, "{place}"),
            Data::Measure(_) if left.is_empty() => assert_eq!(read, "", "{place}"),
            Data::Measure(_) => {
                assert_eq!(read.parse::<f64>().unwrap(), left.parse::<f64>().unwrap(), "{place}");
            }
            // A time that is read is the time that was written, in its own words.
            Data::Time(_) => assert_eq!(read.is_empty(), left.is_empty(), "{place}"),
        }
    }
}

#[test]
fn rows_that_left_as_csv_workbook_or_json_come_back() {
    let mut session = session();
    let columns = ["printed", "note", "time", "value", "base", "place", "indicator", "role", "id"];
    let chosen = state::TableOptions {
        columns: columns.map(str::to_owned).to_vec(),
        sort: Some(SortKey { column: "value".into(), descending: true }),
    };
    for options in [state::TableOptions::default(), chosen] {
        for filter in &selections()[..4] {
            for lang in Lang::ALL {
                let mut get = |format| take(&mut session, filter, format, &options, lang);
                let forms = [
                    ("figures.csv", get(Format::Csv)),
                    ("plain.csv", get(Format::PlainCsv)),
                    ("figures.xlsx", get(Format::Workbook)),
                    ("figures.json", get(Format::Json)),
                    ("described.zip", get(Format::Csvw)),
                ];
                let data = bundled();
                let mut engine = minsheng_explorer::query::Engine::new(from_dataset(&data).into());
                engine.set_filter(filter);
                let count = engine.matching();
                let (rows, for_people) =
                    sheet::export(&mut engine, Rows::Published(&data), &options, lang, 0..count);
                let program =
                    Sheet::new(Rows::Published(&data), engine.table(), lang).program(&[], &rows);
                for (name, bytes) in &forms {
                    let is_for_people = matches!(*name, "figures.csv" | "figures.xlsx");
                    let values = if is_for_people { &for_people } else { &program };
                    let mut table = read(name, bytes).table;
                    // How long periods of unlike lengths are stands in a column of its own.
                    table.columns.retain(|column| column.of.is_none());
                    assert_eq!(table.len, values.rows.len(), "{name}");
                    let keys: Vec<&str> = table.columns.iter().map(|c| c.key.as_str()).collect();
                    let left: Vec<&str> = values
                        .columns
                        .iter()
                        .map(|c| if is_for_people { c.name.as_str() } else { c.key.as_str() })
                        .collect();
                    let is_id = |at: &usize| values.columns[*at].key == "id";
                    let rest: Vec<usize> = (0..left.len()).filter(|at| !is_id(at)).collect();
                    let names: Vec<&str> = rest.iter().map(|&at| left[at]).collect();
                    assert_eq!(keys, names, "{name}");
                    let column = |at: usize| -> Vec<Value> {
                        values.rows.iter().map(|row| row[at].clone()).collect()
                    };
                    for (place, &at) in rest.iter().enumerate() {
                        assert_column(name, &table, place, &column(at));
                    }
                    // Ids are what the rows are called by.
                    for at in (0..left.len()).filter(is_id) {
                        let ids: Vec<Value> = (0..table.len)
                            .map(|row| Value::text(table.key(row).unwrap()))
                            .collect();
                        assert_eq!(ids, column(at), "{name}");
                    }
                }
            }
        }
    }
}

/// Cells that spreadsheets, CSV, JSON or XML might take for something else.
fn odd() -> ValueTable {
    let mut table = ValueTable::new("odd: [x]", &[("words", "文字"), ("n", "数")]);
    let cells = [
        "=1+1",
        "+86 10",
        "-",
        "@cmd",
        "＝1",
        "a,\"b\"",
        "两行\n文字",
        "<a & b>",
        "_x0041_",
        "  x ",
        "'quoted",
        "0012",
        "1e5",
        "\u{200b}𠀀",
        "TRUE",
        "{\"a\":1}",
    ];
    table.rows = (0_i64..)
        .zip(cells)
        .map(|(n, text)| {
            vec![Value::text(text), Value::Number(rust_decimal::Decimal::new(n * 12_345 - 5, 4))]
        })
        .collect();
    table
}

#[test]
fn odd_cells_come_back_as_they_were() {
    let table = odd();
    let about = About::default();
    let empty = ValueTable::default();
    for (name, bytes) in [
        ("odd.csv", write_csv(&table, Reader::Program)),
        ("odd.json", write_json(&[(about.clone(), table.clone())], &table, &empty)),
        ("odd.xlsx", write_workbook(&[table.clone(), empty.clone()])),
        ("odd.zip", write_rows(&table, &about)),
    ] {
        let read = read(name, &bytes).table;
        assert_eq!(read.len, table.rows.len(), "{name}");
        for at in 0..2 {
            let column: Vec<Value> = table.rows.iter().map(|row| row[at].clone()).collect();
            assert_column(name, &read, at, &column);
        }
    }
}

#[test]
fn a_workbook_is_well_formed_and_has_figures_sources_and_notes() {
    let mut session = session();
    let filter = choose(&[("place", "chengde")]);
    let zip =
        take(&mut session, &filter, Format::Workbook, &state::TableOptions::default(), Lang::Zh);
    let files = unzip(&zip);
    for (name, content) in &files {
        let text = std::str::from_utf8(content).unwrap();
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let workbook = String::from_utf8(files["xl/workbook.xml"].clone()).unwrap();
    let document = roxmltree::Document::parse(&workbook).unwrap();
    let sheets: Vec<&str> = document.descendants().filter_map(|n| n.attribute("name")).collect();
    assert_eq!(sheets, ["数据", "来源", "说明"]);
    let of = |sheet: &str| {
        let options = Options { table: Some(sheet.into()), ..Options::default() };
        cells(&open("file.xlsx", &zip, usize::MAX, &options).unwrap().table)
    };
    let data = bundled();
    let source = data.sources.find("chengde2024").map(|id| &data.sources[id]).unwrap();
    let sources = of("来源");
    assert_eq!(sources.len(), 1);
    assert!(sources[0].contains(&source.sha256) && sources[0].contains(&source.title.zh));
    let notes: Vec<String> = of("说明").concat();
    let noted = data
        .observations
        .iter()
        .filter(|(_, o)| data.places[o.place].id == "chengde" && !o.note.zh.is_empty());
    let mut count = 0;
    for (_, o) in noted {
        assert!(notes.iter().any(|note| note.contains(&o.note.zh)), "{}", o.id);
        count += 1;
    }
    assert!(count > 0);
    assert!(notes.contains(&"https://example.org/#v=1".to_owned()), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("承德市")), "the filter is told");
}

#[test]
fn reading_a_file_again_does_not_need_it_whole_at_once() {
    let mut session = session();
    let all = Filter::default();
    for format in Format::ALL {
        let bytes = take(&mut session, &all, *format, &state::TableOptions::default(), Lang::Zh);
        let mut import = Import::new(format.file_name(Lang::Zh), &Options::default());
        for chunk in bytes.chunks(777) {
            import.feed(chunk).unwrap();
        }
        assert_eq!(import.finish().unwrap().table.len, bundled().observations.len(), "{format:?}");
    }
}

#[test]
fn figures_for_programs_are_those_of_the_package_in_either_language() {
    let published = packages::bundled();
    let text = |name: &str| {
        let (_, text) = published.iter().find(|(table, _)| table == name).unwrap();
        read_csv(name, text).0
    };
    let observations = text("observations");
    let mut session = session();
    let all = Filter::default();
    let [zh, en] = Lang::ALL.map(|lang| {
        take(&mut session, &all, Format::PlainCsv, &state::TableOptions::default(), lang)
    });
    assert_eq!(zh, en);
    let (table, problems) = read_csv("program", std::str::from_utf8(&zh).unwrap());
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(table.rows.len(), observations.rows.len());
    let of = |table: &minsheng_explorer::base::text_table::TextTable, key: &str| -> Vec<String> {
        let at = table.columns.iter().position(|c| c == key).unwrap_or_else(|| panic!("{key}"));
        table.rows.iter().map(|row| row.cells[at].clone()).collect()
    };
    for (key, own) in [
        ("id", "id"),
        ("indicator", "indicator"),
        ("place", "place"),
        ("project", "project"),
        ("role", "role"),
        ("stage", "stage"),
        ("period_start", "period_start"),
        ("period_end", "period_end"),
        ("value", "value"),
        ("unit", "unit"),
        ("qualifier", "qualifier"),
        ("printed", "printed"),
        ("source", "source"),
        ("locator_start", "start"),
        ("locator_end", "end"),
        ("derived", "derived"),
        ("doubt", "doubt"),
        ("part_of", "part_of"),
        ("flag", "flag"),
        ("note_zh", "note_zh"),
        ("note_en", "note_en"),
    ] {
        let numbers = |cells: Vec<String>| -> Vec<String> {
            let number = |cell: String| {
                cell.parse::<rust_decimal::Decimal>().map_or(cell, |n| n.normalize().to_string())
            };
            cells.into_iter().map(number).collect()
        };
        assert_eq!(numbers(of(&table, key)), numbers(of(&observations, own)), "{key}");
    }
    let data = bundled();
    for (row, (_, o)) in data.observations.iter().enumerate() {
        let cell = |key: &str| of(&table, key)[row].clone();
        if row % 29 == 0 {
            assert_eq!(cell("is_derived"), (!o.derived.is_empty()).to_string());
            assert_eq!(cell("indicator_zh"), data.indicators[o.indicator].name.zh);
            assert_eq!(cell("indicator_en"), data.indicators[o.indicator].name.en);
            let unit = &data.units[o.unit];
            assert_eq!(cell("value_base"), o.base_value(unit).unwrap().to_string());
            assert_eq!(cell("unit_base"), data.units[unit.base].id);
        }
    }
    // Whatever is chosen on screen, programs find the columns where they were.
    let options =
        state::TableOptions { columns: vec!["printed".into()], ..state::TableOptions::default() };
    let few =
        take(&mut session, &choose(&[("place", "duji")]), Format::PlainCsv, &options, Lang::En);
    assert_eq!(few.split(|&b| b == b'\r').next(), zh.split(|&b| b == b'\r').next());
    // JSON says the same.
    let [json, other] = Lang::ALL
        .map(|lang| take(&mut session, &all, Format::Json, &state::TableOptions::default(), lang));
    assert_eq!(json, other);
    let json: Json = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["rows"].as_array().unwrap().len(), table.rows.len());
    for key in &table.columns {
        assert!(json["columns"][key]["zh"].is_string() && json["columns"][key]["en"].is_string());
        let cell = &json["rows"][7][key];
        let told = cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
        let left = &of(&table, key)[7];
        assert_eq!(told == "null", left.is_empty(), "{key}");
        assert!(told == "null" || told == *left, "{key}: {told} {left}");
    }
}

/// A reader's own table.
fn own(name: &str, bytes: &[u8]) -> Session {
    let Imported { table, plan, .. } = open(name, bytes, 1000, &Options::default()).unwrap();
    let column = |c: &minsheng_explorer::import::ColumnPlan| FileColumn {
        key: c.key.clone(),
        name: c.name.clone(),
        is_key: c.kind == Kind::Key,
    };
    let layout = plan.columns.iter().map(column).collect();
    Session::of_table(table, Vec::new()).with_layout(layout)
}

#[test]
fn a_table_of_ones_own_leaves_as_it_came() {
    let case = packages::root().join("tests/fixtures/cases/export-dates.csv");
    let many: String = (0..300).map(|n| format!("{},words {n},{n}\n", 1990 + n % 30)).collect();
    for text in [
        std::fs::read_to_string(case).unwrap(),
        // Years, months, quarters and spans; the place last; an id in the middle; texts and codes; blanks.
        "value,year,id,note,place\n1.5,2014,x1,a,North\n-2,2015,x2,b,South\n,2016,x3,,North\n"
            .into(),
        "month,n\n2014-01,1\n2014-12,2\n".into(),
        "year,n\n2014,1\n2014-02,2\n2014-03-04,3\n".into(),
        "period,n\n2007/2019,1\n2020-01/2020-03,2\n".into(),
        "postcode,名称,数值\n050021,甲 乙,0.1\n100000,\"丙, 丁\",1700000000\n".into(),
        format!("year,text,n\n{many}"),
    ] {
        let crlf = text.replace('\n', "\r\n");
        let mut session = own("own.csv", text.as_bytes());
        for lang in Lang::ALL {
            let mut get = |format| {
                take(
                    &mut session,
                    &Filter::default(),
                    format,
                    &state::TableOptions::default(),
                    lang,
                )
            };
            assert_eq!(String::from_utf8(get(Format::PlainCsv)).unwrap(), crlf);
            for (format, name) in [(Format::Csvw, "minsheng.csv"), (Format::Package, "rows.csv")] {
                assert_eq!(String::from_utf8(unzip(&get(format))[name].clone()).unwrap(), crlf);
            }
            let json: Json = serde_json::from_slice(&get(Format::Json)).unwrap();
            let (file, _) = read_csv("own", &text);
            for (row, line) in file.rows.iter().enumerate() {
                for (column, cell) in file.columns.iter().zip(&line.cells) {
                    let told = &json["rows"][row][column];
                    let told = told.as_str().map_or_else(|| told.to_string(), str::to_owned);
                    assert_eq!(told, if cell.is_empty() { "null" } else { cell }, "{column}");
                }
            }
            // People's form has the columns of the screen, and the times of the file.
            let people = String::from_utf8(get(Format::Csv)).unwrap();
            assert!(!people.contains("2014年") && !people.contains("January"), "{people}");
            // A package opened again is the table that it came from.
            let again = read("own.zip", &get(Format::Package)).table;
            let first = open("own.csv", text.as_bytes(), 1000, &Options::default()).unwrap().table;
            assert_eq!(cells(&again), cells(&first));
        }
        let both = Lang::ALL.map(|lang| {
            take(
                &mut session,
                &Filter::default(),
                Format::Json,
                &state::TableOptions::default(),
                lang,
            )
        });
        assert_eq!(both[0], both[1]);
    }
}

#[test]
fn days_are_days_in_a_workbook() {
    let text = "day,place,n\n2022-08-09,Ald,5\n2022-08-30,Brack,6\n1899-12-31,Old,7\n";
    let mut session = own("own.csv", text.as_bytes());
    let book = take(
        &mut session,
        &Filter::default(),
        Format::Workbook,
        &state::TableOptions::default(),
        Lang::En,
    );
    let sheet = String::from_utf8(unzip(&book)["xl/worksheets/sheet1.xml"].clone()).unwrap();
    assert!(sheet.contains(r#"<c r="A2" s="3"><v>44782</v></c>"#), "{sheet}");
    let options = Options { table: Some("Figures".into()), ..Options::default() };
    let read = open("own.xlsx", &book, usize::MAX, &options).unwrap();
    assert_eq!(
        cells(&read.table),
        cells(&open("t", text.as_bytes(), 99, &Options::default()).unwrap().table)
    );
}
