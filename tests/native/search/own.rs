//! Search in a reader's own tables: of every file of the fixtures, every text column.

use std::collections::BTreeMap;
use std::fs;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::{Data, Table};
use minsheng_explorer::import::Options;
use minsheng_explorer::query::{Filter, Searchable};
use minsheng_explorer::session::{Answer, Session, Values};

use super::{chosen, find, found, left, targets, value};
use crate::formats::open;
use crate::packages::root;

/// Every table of the fixtures that can be opened alone, by its name.
fn tables() -> Vec<(String, Table)> {
    let folders = ["tests/fixtures/formats", "tests/fixtures/search"];
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending != "py"))
        .collect();
    files.sort();
    assert!(files.len() > 20, "{files:?}");
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        let options = Options { size: Some(bytes.len() as u64), ..Options::default() };
        // What cannot be opened has its tests elsewhere.
        Some((name.clone(), open(&name, &bytes, usize::MAX, &options).ok()?.table))
    };
    files.into_iter().filter_map(read).collect()
}

#[test]
fn the_first_values_of_every_text_column_are_found_and_filtered_by() {
    let mut columns = 0;
    for (name, table) in tables() {
        let texts: Vec<(String, BTreeMap<u32, usize>)> = table
            .categories()
            .map(|(column, category)| {
                let mut rows = BTreeMap::new();
                category
                    .codes
                    .iter()
                    .flatten()
                    .for_each(|code| *rows.entry(code).or_default() += 1);
                (column.key.clone(), rows)
            })
            .collect();
        let whole = table.clone();
        let mut session = Session::of_table(table, Vec::new());
        for (column, rows) in texts {
            columns += 1;
            for (code, count) in rows.into_iter().take(20) {
                let entry = whole.category(&column).unwrap().dictionary.get(code).unwrap();
                let at = format!("{name}, {column}: {}", entry.id);
                let finding = found(&mut session, &entry.id);
                let target = value(&column, &entry.id);
                assert!(targets(&finding).contains(&&target), "{at}: {finding:?}");
                let rows = left(&mut session, &entry.id);
                assert_eq!(finding.rows, rows, "{at}");
                assert_eq!(rows, holding(&whole, &entry.id), "{at}");
                assert!(rows >= count, "{at}");
                assert_eq!(
                    in_list(&mut session, &column, &entry.id),
                    Some(entry.id.clone()),
                    "{at}"
                );
            }
        }
    }
    assert!(columns > 40, "{columns}");
}

/// Rows a value of which holds the text, or every word of it: a recount row by row.
fn holding(table: &Table, text: &str) -> usize {
    let lower = |text: &str| minsheng_explorer::base::fold::fold(text);
    let is_sign = |c: char| c.is_whitespace() || "\"“”（）(),;:，；：".contains(c);
    let words: Vec<String> =
        lower(text).split(is_sign).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let holds = |row: usize, word: &str| {
        table.columns.iter().any(|column| match &column.data {
            Data::Category(category) => {
                category.entry(row).is_some_and(|entry| lower(&entry.id).contains(word))
            }
            _ => false,
        })
    };
    (0..table.len).filter(|&row| words.iter().all(|word| holds(row, word))).count()
}

/// The first value of a column's list under a search in it.
fn in_list(session: &mut Session, column: &str, words: &str) -> Option<String> {
    let values = Values {
        filter: Filter::default(),
        column: column.into(),
        words: words.into(),
        range: 0..60,
        lang: Lang::Zh,
    };
    let Answer::Values((_, page)) = session.ask(&values.into()) else { panic!() };
    page.values.into_iter().map(|value| value.id).find(|id| id == words)
}

fn own() -> Session {
    let (_, table) = tables().into_iter().find(|(name, _)| name == "own.csv").unwrap();
    Session::of_table(table, Vec::new())
}

#[test]
fn parts_of_values_are_found_in_a_table_of_one_s_own() {
    let session = &mut own();
    for (query, target, rows) in [
        ("Brack", value("place", "Brackley"), 1),
        ("brackley", value("place", "Brackley"), 1),
        ("clinic", value("kind", "clinic"), 2),
        ("Aldmoor", value("place", "Aldmoor"), 2),
        ("ＡＬＤＭＯＯＲ", value("place", "Aldmoor"), 2),
    ] {
        let finding = found(session, query);
        assert_eq!(targets(&finding)[0], &target, "{query}");
        assert_eq!(
            finding.hits[0].lang,
            Lang::Zh,
            "{query}: a name in no language is the reader's"
        );
        let english = find(session, query, &Filter::default(), Lang::En);
        assert_eq!(english.hits[0].lang, Lang::En, "{query}");
        assert_eq!((finding.rows, left(session, query)), (rows, rows), "{query}");
    }
    assert_eq!(found(session, "nowhere").hits, []);
    assert_eq!(left(session, "nowhere"), 0);
}

#[test]
fn several_words_find_rows_and_a_year_is_a_word() {
    let session = &mut own();
    for (query, rows) in
        [("Aldmoor clinic", 1), ("clinic 2021", 1), ("2021", 2), ("school 2020 Aldmoor", 1)]
    {
        let finding = found(session, query);
        assert_eq!((finding.rows, left(session, query)), (rows, rows), "{query}");
        let listed = targets(&finding);
        let found = listed.iter().filter(|t| matches!(t, Searchable::Row(_))).count();
        assert_eq!(found, rows, "{query}: {finding:?}");
        assert!(finding.hits.iter().all(|hit| !hit.name.is_empty() && !hit.beside.is_empty()));
    }
}

#[test]
fn a_filter_of_one_s_own_table_parts_the_results() {
    let session = &mut own();
    let finding = find(session, "l", &chosen("kind", "school"), Lang::En);
    assert!(finding.hits.is_empty() || finding.inside <= finding.hits.len());
    let finding = find(session, "Brackley", &chosen("kind", "school"), Lang::En);
    assert_eq!((finding.rows, finding.inside, finding.hits.len()), (0, 0, 1));
    assert_eq!(finding.beyond, "1 more row outside the active filters");
    let finding = find(session, "Brackley", &chosen("kind", "school"), Lang::Zh);
    assert_eq!(finding.beyond, "当前筛选之外还有1行");
}

/// The answer to a question about a table, with what it is of: 德州市，2019年: 人口 570万人.
fn answered(text: &str, question: &str, lang: Lang) -> Option<String> {
    let options = Options { size: Some(text.len() as u64), ..Options::default() };
    let table = open("own.csv", text.as_bytes(), usize::MAX, &options).unwrap().with_totals().table;
    let mut session = Session::of_table(table, Vec::new());
    let finding = find(&mut session, question, &Filter::default(), lang);
    let answer = finding.answer?;
    assert!(!finding.understood.is_empty(), "{question}");
    assert!(matches!(finding.hits[0].target, Searchable::Row(_)), "{question}");
    Some(format!("{}: {} {}", answer.place, answer.name, answer.figure))
}

const CITIES: &str = "地区,年份,人口（万人）,GDP（亿元）\n全省,2018,1000,900\n德州市,2018,560,300\n威海市,2018,440,600\n\
     全省,2019,1010,990\n德州市,2019,570,310\n威海市,2019,440,680\n";

#[test]
fn a_question_is_answered_by_the_one_figure_that_it_asks_for() {
    for (question, told) in [
        ("2019 年 德州 人口", "德州市，2019年: 人口（万人） 570"),
        ("德州 人口", "德州市，2019年: 人口（万人） 570"),
        ("德州的人口是多少", "德州市，2019年: 人口（万人） 570"),
        ("2018年威海GDP", "威海市，2018年: GDP（亿元） 600"),
        ("GDP最高", "威海市，2019年: GDP（亿元） 680"),
        ("2018年人口最少的地区", "威海市，2018年: 人口（万人） 440"),
    ] {
        assert_eq!(answered(CITIES, question, Lang::Zh).as_deref(), Some(told), "{question}");
    }
    let text = "Country,Year,GDP per capita,Life expectancy\nOslo,2020,10,80\nRome,2020,30,81\nOslo,2021,12,82\n\
                Rome,2021,9,83\n";
    for (question, told) in [
        ("highest GDP per capita", "Oslo, 2021: GDP per capita 12"),
        ("which country had the highest GDP per capita in 2020?", "Rome, 2020: GDP per capita 30"),
        ("life expectancy in Rome", "Rome, 2021: Life expectancy 83"),
    ] {
        assert_eq!(answered(text, question, Lang::En).as_deref(), Some(told), "{question}");
    }
}

#[test]
fn what_is_not_understood_is_not_answered() {
    for question in ["德州 面积", "德州", "人口", "2019年 人口", "最高", "济南 人口"]
    {
        assert_eq!(answered(CITIES, question, Lang::Zh), None, "{question}");
    }
    // Of parts and their whole the whole is meant, and of unlike things none is the greatest.
    let text = "地区,性别,人数\n甲市,合计,30\n甲市,男,16\n甲市,女,14\n乙市,合计,50\n乙市,男,26\n乙市,女,24\n";
    assert_eq!(answered(text, "甲市 人数", Lang::Zh).as_deref(), Some("甲市: 人数 30"));
    let text = "地区,指标,数值\n甲市,学校,30\n甲市,床位,160\n乙市,学校,50\n乙市,床位,90\n";
    assert_eq!(answered(text, "最多 数值", Lang::Zh), None);
    assert!(answered(text, "乙市 床位", Lang::Zh).is_some_and(|told| told.ends_with(" 90")));
}
