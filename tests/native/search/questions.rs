//! Questions of residents: what is understood of each, and which figure must come first.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::query::{Filter, Searchable};
use minsheng_explorer::session::{Finding, Session};

use super::{chosen, find};
use crate::packages;

fn session() -> Session {
    let data = read_package(&packages::bundled()).0;
    let table = from_dataset(&data);
    Session::new(data, table, Vec::new())
}

fn ask(session: &mut Session, query: &str) -> Finding {
    let is_zh = query.contains(|c: char| c >= '\u{3400}');
    find(session, query, &Filter::default(), if is_zh { Lang::Zh } else { Lang::En })
}

/// The key of the first result, where it is told as the answer.
fn answered(finding: &Finding) -> &str {
    match finding.hits.first().map(|hit| &hit.target) {
        Some(Searchable::Row(key)) if finding.answer.is_some() => key,
        _ => "",
    }
}

/// What was understood, in words.
fn understood(finding: &Finding) -> String {
    let parts = finding.understood.iter().map(|part| format!("{}={}", part.kind, part.name));
    parts.collect::<Vec<_>>().join(" ")
}

/// Questions, one a line: what was typed, what must be understood of it, and the figure that answers it.
const ANSWERED: &str = include_str!("../../fixtures/search/answered.tsv");

/// Questions that no one figure answers: what was typed, what is understood of it, and how what is said instead begins.
const NOT_ANSWERED: &str = include_str!("../../fixtures/search/unanswered.tsv");

/// The three fields of each line.
fn lines(table: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    table.lines().map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        fields.try_into().unwrap()
    })
}

#[test]
fn a_question_is_answered_by_the_figure_itself() {
    let session = &mut session();
    let mut wrong = Vec::new();
    for [query, parts, key] in lines(ANSWERED) {
        let finding = ask(session, query);
        let told = (understood(&finding), answered(&finding), finding.remark.as_str());
        if told != (parts.to_owned(), key, "") {
            wrong.push(format!("{query}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_not_said_is_not_guessed() {
    let session = &mut session();
    let mut wrong = Vec::new();
    for [query, parts, remark] in lines(NOT_ANSWERED) {
        let finding = ask(session, query);
        let told = (understood(&finding), &finding.remark, finding.answer.is_some());
        let is_remarked = finding.remark.starts_with(remark);
        let is_silent = finding.remark.is_empty() == remark.is_empty();
        if told.0 != parts || told.2 || !is_remarked || !is_silent || finding.hits.is_empty() {
            wrong.push(format!("{query}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is asked of a stage, a measure or a time that a place does not report is answered by what it does report of the
/// same thing, as near, not as the answer.
#[test]
fn what_a_place_reports_otherwise_is_near() {
    let session = &mut session();
    for (query, key) in [
        ("聊城 建成多少幼儿园", "liaocheng2021-kindergartens-planned"),
        ("德州低保有多少人", "dezhou2021-dibao-standard-urban"),
        ("杜集保障房 多少钱", "duji2019-affordable-homes"),
        ("承德 2023 低保", "chengde2024-dibao-recipients"),
    ] {
        let finding = ask(session, query);
        let is_near = finding.hits.iter().any(|hit| hit.target == Searchable::Row(key.into()));
        assert!(finding.answer.is_none() && is_near, "{query}: {finding:?}");
    }
}

#[test]
fn an_answer_is_told_whole() {
    let session = &mut session();
    let answer = ask(session, "德州 低保").answer.unwrap();
    assert_eq!(answer.place, "德州经开区");
    assert!(answer.time.contains("2021年"), "{answer:?}");
    assert_eq!(answer.figure.qualifier, "不低于");
    assert_eq!(answer.figure.number, "755");
    assert!(!answer.source.is_empty() && answer.name.contains("低保标准"), "{answer:?}");
    // The other half of it is named beside it.
    assert!(answer.note.contains("农村：不低于565元"), "{answer:?}");
}

#[test]
fn figures_come_first_then_indicators_then_places() {
    let session = &mut session();
    let finding = ask(session, "威海 学位");
    let kind = |target: &Searchable| match target {
        Searchable::Row(_) => 0,
        Searchable::Value { column, .. } if column == "indicator" => 1,
        Searchable::Value { column, .. } if column == "place" => 2,
        Searchable::Value { .. } => 3,
    };
    let kinds: Vec<u8> = finding.hits.iter().map(|hit| kind(&hit.target)).collect();
    assert!(kinds.is_sorted() && kinds.contains(&1) && kinds.contains(&2), "{kinds:?}");
}

#[test]
fn a_part_that_is_taken_out_leaves_the_rest_of_the_question() {
    let session = &mut session();
    let finding = ask(session, "承德 2024 修了多少路");
    let rests: Vec<&str> = finding.understood.iter().map(|part| part.rest.as_str()).collect();
    assert_eq!(rests, ["2024 修路", "承德 修路", "承德 2024"]);
}

#[test]
fn a_figure_outside_the_filters_is_counted_and_is_no_answer() {
    let session = &mut session();
    let filter = chosen("place", "chengde");
    let finding = find(session, "德州 低保", &filter, Lang::Zh);
    assert_eq!(finding.answer, None);
    assert!(finding.beyond.contains("之外还有"), "{finding:?}");
    let first = &finding.hits[finding.inside];
    assert_eq!(first.target, Searchable::Row("dezhou2021-dibao-standard-urban".into()));
}
