//! What an empty selection says: what is not reported, what is, and the nearest places to go.

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::empty::{self, EmptyPlan, Way};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{Action, AppState};

use crate::packages;

fn any_of(pairs: &[(&str, &[&str])]) -> Filter {
    let mut filter = Filter::default();
    for (column, values) in pairs {
        filter.set(column, Clause::AnyOf(values.iter().map(|&v| v.to_owned()).collect()));
    }
    filter
}

fn engine() -> Engine {
    let (data, _) = read_package(&packages::bundled());
    Engine::new(Arc::new(from_dataset(&data)))
}

fn told(filter: &Filter, lang: Lang) -> EmptyPlan {
    let mut engine = engine();
    engine.set_filter(filter);
    assert_eq!(engine.matching(), 0, "the selection is empty");
    let plan = empty::plan(&mut engine, Rows::Published(()), filter, lang);
    assert_eq!(engine.matching(), 0, "the filter is in force again");
    plan
}

/// Rows once a way is gone.
fn rows_after(filter: &Filter, way: &Way) -> usize {
    let mut state = AppState { filter: filter.clone(), ..AppState::default() };
    way.actions.iter().for_each(|action| state.apply(action.clone()));
    let mut engine = engine();
    engine.set_filter(&state.filter);
    engine.matching()
}

#[test]
fn it_says_what_a_place_does_not_report_and_what_it_does() {
    let filter = any_of(&[("place", &["chengde"]), ("domain", &["safety"])]);
    let plan = told(&filter, Lang::Zh);
    assert!(
        plan.sentence.starts_with("承德市没有公共安全的数据；另有80项，以"),
        "{}",
        plan.sentence
    );
    let english = told(&filter, Lang::En).sentence;
    assert!(english.starts_with("Chengde: nothing on "), "{english}");
    assert!(english.contains("There are 80 figures, chiefly on "), "{english}");
}

#[test]
fn the_nearest_places_are_the_same_elsewhere_and_all_of_this_one() {
    let filter = any_of(&[("place", &["chengde"]), ("domain", &["safety"])]);
    let plan = told(&filter, Lang::En);
    let [elsewhere, all, ..] = plan.ways.as_slice() else { panic!("{:?}", plan.ways) };
    assert!(
        matches!(elsewhere.actions.as_slice(), [Action::Choose(column, _)] if column == "place")
    );
    assert!(elsewhere.text.contains(" in "), "{}", elsewhere.text);
    assert_eq!(all.text, "All of Chengde (80 figures)");
    assert_eq!(all.actions, [Action::Lift("domain".into())]);
}

#[test]
fn every_way_leads_to_as_many_rows_as_it_promises() {
    let filters = [
        any_of(&[("place", &["chengde"]), ("domain", &["safety"])]),
        any_of(&[("place", &["chengde", "duji"]), ("domain", &["safety"])]),
        any_of(&[("domain", &["safety"]), ("topic", &["school"])]),
        any_of(&[("place", &["chengde"]), ("domain", &["safety"]), ("topic", &["school"])]),
    ];
    for filter in filters {
        let plan = told(&filter, Lang::En);
        assert!(!plan.ways.is_empty(), "{filter:?}");
        for way in &plan.ways {
            let promised: usize =
                way.text.rsplit('(').next().unwrap().split(' ').next().unwrap().parse().unwrap();
            assert_eq!(rows_after(&filter, way), promised, "{}", way.text);
        }
    }
}

#[test]
fn words_that_stand_nowhere_can_be_dropped() {
    let mut filter = any_of(&[("domain", &["education"])]);
    filter.set(Filter::TEXT, Clause::Text("nowhere to be found".into()));
    let plan = told(&filter, Lang::En);
    assert!(plan.ways.iter().any(|way| way.text.starts_with("Whatever the words (65 ")));
}

#[test]
fn a_readers_own_table_is_spoken_of_as_rows() {
    let filter = any_of(&[("domain", &["safety"]), ("topic", &["school"])]);
    let mut engine = engine();
    let plan = empty::plan(&mut engine, Rows::<()>::Plain, &filter, Lang::Zh);
    assert!(plan.sentence.contains("表中没有") && plan.sentence.contains("的行"));
    assert!(plan.ways.iter().all(|way| way.text.ends_with("行）")), "{:?}", plan.ways);
}
