//! What a search finds: in the published figures, in a small package, and in any reader's table.

mod bundled;
mod own;
mod questions;
mod rules;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_csv;
use minsheng_explorer::model::Dataset;
use minsheng_explorer::model::schema::SYNONYMS;
use minsheng_explorer::query::{Clause, Filter, Searchable};
use minsheng_explorer::session::{Answer, Find, Finding, Found, Selection, Session};

use crate::packages::root;

/// A session over a dataset and the everyday words of the fixture.
fn session(data: Dataset) -> Session {
    let table = from_dataset(&data);
    let mut session = Session::new(data, table, Vec::new());
    let path = root().join("tests/fixtures/search/synonyms.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let _ = session.add_synonyms(&read_csv(SYNONYMS.name, &text).0);
    session
}

fn find(session: &mut Session, text: &str, filter: &Filter, lang: Lang) -> Finding {
    let find = Find { text: text.into(), filter: filter.clone(), lang };
    match session.ask(&find.into()) {
        Answer::Find(finding) => finding,
        other => panic!("{other:?}"),
    }
}

/// What is found without a filter, by a reader of Chinese.
fn found(session: &mut Session, text: &str) -> Finding {
    find(session, text, &Filter::default(), Lang::Zh)
}

/// How many rows the text filter leaves.
fn left(session: &mut Session, text: &str) -> usize {
    let mut filter = Filter::default();
    filter.set(Filter::TEXT, Clause::Text(text.into()));
    match session.ask(&Selection { filter, lang: Lang::Zh }.into()) {
        Answer::Selection(plan) => plan.matching,
        other => panic!("{other:?}"),
    }
}

fn chosen(column: &str, value: &str) -> Filter {
    let mut filter = Filter::default();
    filter.set(column, Clause::AnyOf([value.to_owned()].into()));
    filter
}

fn value(column: &str, id: &str) -> Searchable {
    Searchable::Value { column: column.into(), id: id.into() }
}

fn targets(finding: &Finding) -> Vec<&Searchable> {
    finding.hits.iter().map(|hit| &hit.target).collect()
}

/// A hit's name with the matched parts between brackets.
fn marked(hit: &Found) -> String {
    let mut text = String::new();
    for (at, c) in hit.name.chars().enumerate() {
        if hit.marks.iter().any(|mark| mark.start == at) {
            text.push('[');
        }
        text.push(c);
        if hit.marks.iter().any(|mark| mark.end == at + 1) {
            text.push(']');
        }
    }
    text
}
