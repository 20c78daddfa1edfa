//! What a session answers is what the plans say, and questions and answers survive the way to a worker and back.

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::Problem;
use minsheng_explorer::column::{Reach, Role, from_dataset};
use minsheng_explorer::export::{Format, Imprint};
use minsheng_explorer::import::{Import, Options as ReadOptions, read_package};
use minsheng_explorer::model::Dataset;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::{
    chart, compare, detail, empty, facet, ledger, overview, poster, rail, summary, table, timeline,
};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::session::{self, Answer, Question, Session, wire};
use minsheng_explorer::state::{Options, OverviewOptions, TableOptions};

use crate::packages;

fn bundled() -> (Dataset, Vec<Problem>) {
    read_package(&packages::bundled())
}

fn session() -> Session {
    let (data, problems) = bundled();
    let table = from_dataset(&data);
    Session::new(data, table, problems)
}

fn filters() -> Vec<Filter> {
    let mut education = Filter::default();
    education.set("domain", Clause::AnyOf(["education".to_owned()].into()));
    let mut recent = education.clone();
    recent.set("time", Clause::During(Some(18_000), None));
    let mut nothing = Filter::default();
    nothing.set(Filter::TEXT, Clause::Text("nowhere to be found".into()));
    vec![Filter::default(), education, recent, nothing]
}

/// One question of each kind that depends on a filter, and what the plans answer to it.
fn asked(filter: &Filter, lang: Lang) -> Vec<(Question, Answer)> {
    let (data, _) = bundled();
    let mut engine = Engine::new(Arc::new(from_dataset(&data)));
    let outline = facet::Outline::new(&mut engine);
    engine.set_filter(filter);
    let e = &mut engine;
    let options = Options::default();
    let filter_of = filter;
    let (filter, o) = (|| filter.clone(), &options);
    let key = e.table().key(7).unwrap_or_default().into_owned();
    vec![
        (
            session::Selection { filter: filter(), lang }.into(),
            Answer::Selection(summary::plan(e, Rows::Published(&data), lang)),
        ),
        (session::Rail { lang }.into(), Answer::Rail(rail::plan(e.table(), true, lang))),
        (session::Years { filter: filter() }.into(), Answer::Years(rail::years(e, &outline))),
        (
            session::Values {
                filter: filter(),
                column: "place".into(),
                words: String::new(),
                range: 1..5,
                lang,
            }
            .into(),
            Answer::Values((1, facet::page(e, &outline, "place", "", 1..5, lang))),
        ),
        (
            session::Empty { filter: filter(), lang }.into(),
            Answer::Empty(empty::plan(e, Rows::Published(&data), filter_of, lang)),
        ),
        (
            session::Overview { filter: filter(), options: OverviewOptions::default(), lang }
                .into(),
            Answer::Overview(overview::plan(
                e,
                Rows::Published(&data),
                &OverviewOptions::default(),
                lang,
            )),
        ),
        (
            session::Ledger { filter: filter(), options: o.ledger.clone(), lang }.into(),
            Answer::Ledger(ledger::plan(e, Rows::Published(&data), &o.ledger, lang)),
        ),
        (
            session::Chart { filter: filter(), options: o.chart.clone(), lang }.into(),
            Answer::Chart(chart::plan(e, Rows::Published(&data), &o.chart, lang)),
        ),
        (
            session::Controls { filter: filter(), options: o.chart.clone(), lang }.into(),
            Answer::Controls(chart::controls(e, Rows::Published(&data), &o.chart, lang)),
        ),
        (
            session::Compare { filter: filter(), options: o.compare.clone(), lang }.into(),
            Answer::Compare(compare::plan(e, Rows::Published(&data), &o.compare, lang)),
        ),
        (
            session::Timeline {
                filter: filter(),
                options: o.timeline.clone(),
                chart: o.chart.clone(),
                most: Some(24),
                lang,
            }
            .into(),
            Answer::Timeline(timeline::plan(
                e,
                Rows::Published(&data),
                &o.timeline,
                &o.chart,
                Some(24),
                lang,
            )),
        ),
        (
            session::Poster { filter: filter(), options: o.poster.clone(), lang }.into(),
            Answer::Poster(poster::plan(e, Rows::Published(&data), &o.poster, lang)),
        ),
        (
            session::Header { filter: filter(), options: o.table.clone(), lang }.into(),
            Answer::Header(table::header(e, Rows::Published(&data), &o.table, lang)),
        ),
        (
            session::Page { filter: filter(), options: o.table.clone(), range: 2..9, lang }.into(),
            Answer::Page((2, table::page(e, Rows::Published(&data), &o.table, lang, 2..9))),
        ),
        (
            session::RowPlace { filter: filter(), options: o.table.clone(), key: key.clone() }
                .into(),
            Answer::RowPlace(table::place(e, Rows::Published(&data), &o.table, &key)),
        ),
        (
            session::Detail { filter: filter(), key: key.clone(), day: String::new(), lang }.into(),
            Answer::Detail(detail::plan(e, Rows::Published(&data), &key, "", lang)),
        ),
    ]
}

/// One session answers them all, so that what it keeps from earlier questions may not show.
#[test]
fn answers_are_those_of_the_plans_and_survive_the_bytes() {
    let mut session = session();
    for filter in filters() {
        for lang in Lang::ALL {
            for (question, expected) in asked(&filter, lang) {
                assert_eq!(session.ask(&question), expected, "{question:?}");
                let bytes = wire::write_question(&question).unwrap();
                let answer = wire::answer(&mut session, &bytes).unwrap();
                assert_eq!(wire::read_answer(&answer).unwrap(), expected, "{question:?}");
            }
        }
    }
}

/// What the rows are does not hang on how many there are: page and plans speak of figures where none could be read.
#[test]
fn releases_without_a_figure_are_releases_still() {
    let mut tables = packages::bundled();
    let (_, observations) = tables.iter_mut().find(|(name, _)| name == "observations").unwrap();
    observations.truncate(observations.find('\n').unwrap() + 1);
    let (data, problems) = read_package(&tables);
    assert!(data.observations.is_empty() && !data.sources.is_empty());
    let (table, sources) = (from_dataset(&data), data.sources.len());
    let mut session = Session::new(data, table, problems);
    let head = session.head();
    assert_eq!((head.len, head.rows), (0, Rows::Published(sources)));
    for (question, _) in asked(&Filter::default(), Lang::Zh) {
        match session.ask(&question) {
            Answer::Selection(plan) => assert!(plan.count.contains("项数据"), "{}", plan.count),
            Answer::Rail(parts) => assert_eq!(parts, rail::plan(&head.table, true, Lang::Zh)),
            Answer::Ledger(plan) => {
                // Projects are announced whether or not a figure is known of them.
                assert!(plan.is_some_and(|plan| !plan.groups.is_empty()));
            }
            Answer::Timeline(plan) => assert_eq!(plan, None),
            Answer::Chart(plan) => assert!(plan.is_err_and(|why| !why.reason.is_empty())),
            _ => {}
        }
    }
}

#[test]
fn a_head_knows_the_columns_and_no_row() {
    let session = session();
    let head = wire::read_head(&wire::write_head(&session.head()).unwrap()).unwrap();
    let (data, problems) = bundled();
    assert_eq!(
        (head.len, head.rows),
        (data.observations.len(), Rows::Published(data.sources.len()))
    );
    assert_eq!(head.problems, problems);
    assert_eq!(head.table.len, 0);
    let whole = from_dataset(&data);
    let keys = |table: &minsheng_explorer::column::Table| -> Vec<String> {
        table.columns.iter().map(|c| c.key.clone()).collect()
    };
    assert_eq!(keys(&head.table), keys(&whole));
    let places = |table: &minsheng_explorer::column::Table| {
        table.category("place").unwrap().dictionary.len()
    };
    assert_eq!(places(&head.table), places(&whole));
    assert_eq!(head.table.extent(), whole.extent());
}

#[test]
fn what_is_found_says_what_it_is_and_bad_bytes_are_refused() {
    let mut session = session();
    let find = session::Find { text: "db".into(), filter: Filter::default(), lang: Lang::En };
    let found = session.ask(&find.into());
    let Answer::Find(found) = found else { panic!("{found:?}") };
    assert!(
        found.hits.iter().any(|hit| hit.name.contains("低保") && !hit.kind.is_empty()),
        "{found:?}"
    );
    assert!(wire::answer(&mut session, &[250, 1, 2]).is_err());
    assert!(wire::read_answer(&[]).is_err());
}

#[test]
fn a_figure_that_is_found_is_never_more_certain_than_the_release() {
    let mut session = session();
    for (text, printed, beside) in [
        // The heading prints the number bare, the text says that it is the least.
        ("低保标准 565", "565元", "不低于565元/人·月，"),
        // What is printed limits the number itself.
        ("近17亿", "近17亿元", "学校、幼儿园建设投资"),
        ("900余万", "900余万元", "学校设施设备投入"),
    ] {
        let find = session::Find { text: text.into(), filter: Filter::default(), lang: Lang::Zh };
        let Answer::Find(found) = session.ask(&find.into()) else { panic!("{text}") };
        let hit = found.hits.iter().find(|hit| hit.name == printed);
        assert!(hit.is_some_and(|hit| hit.beside.starts_with(beside)), "{text}: {found:?}");
    }
}

#[test]
fn a_file_holds_every_row_of_the_selection() {
    let mut session = session();
    let filter = filters().swap_remove(1);
    let all = session.ask(&session::Selection { filter: filter.clone(), lang: Lang::Zh }.into());
    let export = session::Export {
        filter,
        options: TableOptions::default(),
        format: Format::Csv,
        imprint: Imprint::default(),
        lang: Lang::Zh,
    };
    let file = session.ask(&export.into());
    let (Answer::Selection(all), Answer::Export(file)) = (all, file) else { panic!() };
    assert_eq!((file.rows, file.left_out), (all.matching, 0));
    let text = String::from_utf8(file.bytes).unwrap();
    assert_eq!(text.lines().count(), all.matching + 1);
}

#[test]
fn a_column_of_values_is_used_as_the_reader_says() {
    let mut session = session();
    let roles = vec![("stage".to_owned(), Role::Area), ("value".to_owned(), Role::Area)];
    let Answer::Recast(head) =
        session.ask(&session::Recast { roles, ..session::Recast::default() }.into())
    else {
        panic!()
    };
    let head = wire::read_head(&head).unwrap();
    let role = |key: &str| head.table.column(key).map(|c| c.role);
    assert_eq!(role("stage"), Some(Role::Area));
    // Numbers stay what they are.
    assert_eq!(role("value"), Some(Role::Measure));
    let all = session.ask(&session::Selection { filter: Filter::default(), lang: Lang::Zh }.into());
    let Answer::Selection(all) = all else { panic!() };
    assert_eq!(all.matching, head.len);
}

#[test]
fn a_unit_and_a_total_are_taken_over_without_reading_the_file_again() {
    let mut import = Import::new("t.csv", &ReadOptions::default());
    import.feed("地区,n\n甲市,5\n乙市,6\n三市,11\n".as_bytes()).unwrap();
    let mut session = Session::of_table(import.finish().unwrap().table, Vec::new());
    let recast = session::Recast {
        units: vec![("n".to_owned(), "元/人".to_owned()), ("地区".to_owned(), "元".to_owned())],
        totals: vec![("地区".to_owned(), "三市".to_owned(), true)],
        ..session::Recast::default()
    };
    let Answer::Recast(head) = session.ask(&recast.into()) else { panic!() };
    let head = wire::read_head(&head).unwrap();
    assert_eq!(head.table.column("n").unwrap().unit.as_deref(), Some("元/人"));
    assert_eq!(head.table.column("地区").unwrap().unit, None, "names have no unit");
    let dictionary = &head.table.category("地区").unwrap().dictionary;
    let total = dictionary.code("三市").and_then(|code| dictionary.total(code)).unwrap();
    assert_eq!((dictionary.totals().len(), total.reach), (1, Reach::Whole));
    let undone = session::Recast {
        totals: vec![("地区".to_owned(), "三市".to_owned(), false)],
        ..session::Recast::default()
    };
    let Answer::Recast(head) = session.ask(&undone.into()) else { panic!() };
    let head = wire::read_head(&head).unwrap();
    assert!(head.table.category("地区").unwrap().dictionary.totals().is_empty());
}
