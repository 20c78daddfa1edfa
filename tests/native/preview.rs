//! The preview of the page's data tells the first view all that the tables would.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::{read_package, read_preview, write_preview};
use minsheng_explorer::model::Dataset;
use minsheng_explorer::query::Filter;
use minsheng_explorer::session::{self, Question, Session};
use minsheng_explorer::state::OverviewOptions;

use crate::packages;

fn session_of(data: Dataset) -> Session {
    let table = from_dataset(&data);
    Session::new(data, table, Vec::new())
}

fn preview() -> Vec<u8> {
    let (data, problems) = read_package(&packages::bundled());
    assert_eq!(problems, []);
    write_preview(&data).unwrap()
}

/// What the page asks until its first view stands.
fn asked(table_columns: &[String], lang: Lang) -> Vec<Question> {
    let filter = Filter::default;
    let mut questions: Vec<Question> = vec![
        session::Selection { filter: filter(), lang }.into(),
        session::Sources { filter: None, lang }.into(),
        session::Rail { lang }.into(),
        session::Years { filter: filter() }.into(),
        session::Overview { filter: filter(), options: OverviewOptions::default(), lang }.into(),
    ];
    questions.extend(table_columns.iter().map(|column| {
        let (column, words) = (column.clone(), String::new());
        session::Values { filter: filter(), column, words, range: 0..1000, lang }.into()
    }));
    questions
}

#[test]
fn the_first_view_is_the_same_from_the_preview_and_from_the_tables() {
    let mut whole = session_of(read_package(&packages::bundled()).0);
    let mut first = session_of(read_preview(&preview()).unwrap());
    assert!(whole.head().has_values_of(&first.head()));
    let columns = whole.head().table.columns;
    let columns: Vec<String> = columns.into_iter().map(|column| column.key).collect();
    assert!(columns.len() > 5);
    for question in asked(&columns, Lang::Zh) {
        assert_eq!(first.ask(&question), whole.ask(&question), "{question:?}");
    }
}

#[test]
fn a_preview_leaves_out_what_only_later_views_tell() {
    let bytes = preview();
    let data = read_preview(&bytes).unwrap();
    assert!(data.indicators.iter().all(|(_, i)| i.definition.zh.is_empty()));
    assert!(data.observations.iter().all(|(_, o)| o.note.zh.is_empty()));
    let tables = packages::bundled();
    let all: usize = tables.iter().map(|(_, text)| text.len()).sum();
    assert!(bytes.len() * 2 < all, "{} of {all} bytes", bytes.len());
}

#[test]
fn tables_of_other_figures_are_told_from_those_of_the_preview() {
    let first = session_of(read_preview(&preview()).unwrap());
    let rows = |name: &str, edit: &dyn Fn(&mut Vec<&str>)| {
        let mut tables = packages::bundled();
        let text = &mut tables.iter_mut().find(|(table, _)| table == name).unwrap().1;
        let mut lines: Vec<&str> = text.lines().collect();
        edit(&mut lines);
        *text = lines.join("\n") + "\n";
        session_of(read_package(&tables).0).head()
    };
    let fewer = rows("observations", &|lines| lines.truncate(100));
    assert!(!fewer.has_values_of(&first.head()));
    let same = rows("observations", &|_| {});
    assert!(same.has_values_of(&first.head()));
}

#[test]
fn bytes_that_are_no_preview_are_refused() {
    let bytes = preview();
    for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        assert!(read_preview(&bytes[..cut]).is_err(), "{cut}");
    }
    assert!(read_preview(b"<!doctype html><title>404</title>").is_err());
}
