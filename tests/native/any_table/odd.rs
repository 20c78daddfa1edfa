//! Tables with little in them.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::column::Table;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::chart::{controls, plan};
use minsheng_explorer::plot::facet::{self, Outline};
use minsheng_explorer::plot::{overview, rail, table as sheet};
use minsheng_explorer::state::{ChartOptions, Mark, Measure, OverviewOptions, TableOptions};

use super::tables::{all_null, only_categories, only_numbers, table, world};
use super::{Open, auto, draws, every, with_mark, with_measure};

#[test]
fn nothing_but_numbers_is_a_scatter_of_rows_or_a_histogram() {
    let mut open = Open::new(only_numbers(50));
    let plan = open.drawn(&auto(), Lang::En);
    assert_eq!((plan.spec.mark, plan.spec.data.len()), (MarkKind::Scatter, 50));
    assert_eq!(plan.headings.title, "a against b");
    draws(&plan);
    let lines = open.chart(&with_mark(Mark::Line), Lang::En).unwrap_err();
    assert_eq!(lines.reason, "A line needs two or more times.");
    let means = open.drawn(&with_measure(Measure::Mean), Lang::En);
    assert_eq!(means.headings.title, "Distribution of a", "there is nothing to group by");
    assert_eq!(open.sentence(Lang::Zh), "共50行。");
    assert!(open.timeline(&every(), Lang::En).is_none());

    let one = table(3, vec![only_numbers(3).columns.remove(0)]);
    let plan = Open::new(one).drawn(&auto(), Lang::Zh);
    assert_eq!(plan.headings.title, "a的分布");
}

#[test]
fn nothing_but_categories_is_counted() {
    let mut open = Open::new(only_categories());
    let plan = open.drawn(&auto(), Lang::En);
    assert_eq!(plan.headings.title, "Rows by field");
    assert_eq!(plan.spec.categories.last().unwrap().name, "Not stated");
    let rows: f64 = plan.spec.data.iter().map(|datum| datum.extent.mid).sum();
    assert_eq!(rows, 100.0);
    draws(&plan);
    for options in [with_measure(Measure::Mean), with_mark(Mark::Histogram)] {
        let refusal = open.chart(&options, Lang::En).unwrap_err();
        assert_eq!(refusal.reason, "This data has no column of numbers.");
    }
    let scatter = open.chart(&with_mark(Mark::Scatter), Lang::Zh).unwrap_err();
    assert_eq!(scatter.reason, "散点图要用两个数字列。");
    let crossed = ChartOptions { group: "sort".into(), split: "field".into(), ..auto() };
    draws(&open.drawn(&crossed, Lang::Zh));
}

/// Asks every plan and only sees to it that there is an answer.
fn ask_everything(table: Table) -> Open {
    let mut open = Open::new(table);
    let outline = Outline::new(&mut open.engine);
    for lang in Lang::ALL {
        for &mark in Mark::ALL {
            for &measure in Measure::ALL {
                let options = ChartOptions { mark, measure, ..auto() };
                match plan(&mut open.engine, Rows::Plain, &options, lang) {
                    Ok(plan) => draws(&plan),
                    Err(refusal) => {
                        assert!(!refusal.reason.is_empty() && !refusal.offers.is_empty());
                    }
                }
                let _ = controls(&mut open.engine, Rows::Plain, &options, lang);
            }
        }
        let _ = open.timeline(&every(), lang);
        let _ = overview::plan(&mut open.engine, Rows::Plain, &OverviewOptions::default(), lang);
        assert!(!open.sentence(lang).is_empty());
        let keys: Vec<String> = open.engine.table().columns.iter().map(|c| c.key.clone()).collect();
        for key in keys {
            let page = facet::page(&mut open.engine, &outline, &key, "", 0..100, lang);
            assert!(page.values.len() <= page.total);
            let _ = rail::range(&mut open.engine, &key, lang);
        }
        let page =
            sheet::page(&mut open.engine, Rows::Plain, &TableOptions::default(), lang, 0..10);
        assert_eq!(page.rows.len(), page.total.min(10));
        let _ = rail::years(&mut open.engine, &outline);
    }
    open
}

#[test]
fn an_empty_table_has_an_answer_to_everything() {
    ask_everything(Table::default());
    let mut open = ask_everything(table(0, all_null(0).columns));
    assert_eq!(open.sentence(Lang::En), "No row meets the conditions.");
    assert!(open.chart(&auto(), Lang::Zh).is_err());
}

#[test]
fn a_table_without_values_has_an_answer_to_everything() {
    let mut open = ask_everything(all_null(100));
    assert_eq!(open.sentence(Lang::Zh), "共100行。");
    let plan = overview::plan(&mut open.engine, Rows::Plain, &OverviewOptions::default(), Lang::En);
    assert!(plan.cards.is_empty());
    assert!(plan.facts.iter().any(|fact| fact.name == "pop" && fact.value == "none"));
}

#[test]
fn a_single_row_has_an_answer_to_everything() {
    let mut open = ask_everything(world());
    open.choose("country", &["Land 3"]);
    open.engine.set("pop", minsheng_explorer::query::Clause::Between(0.0, f64::INFINITY));
    let mut first = ask_everything(table(1, world_of_one()));
    let plan = first.drawn(&auto(), Lang::Zh);
    assert_eq!(plan.headings.title, "各continent的lifeExp", "one number is no mean");
    assert_eq!(plan.spec.data.len(), 1);
}

/// The columns of the world with its first row alone.
fn world_of_one() -> Vec<minsheng_explorer::column::Column> {
    use super::tables::{category, numbers, years};
    use minsheng_explorer::column::Role;
    vec![
        category("country", Role::Area, &["Land 1".to_owned()], &[Some(0)]),
        category("continent", Role::Topic, &["Ostern".to_owned()], &[Some(0)]),
        years("year", &[Some(1960)]),
        numbers("lifeExp", &[Some(50.0)], false),
        numbers("pop", &[Some(1000.0)], true),
        numbers("gdpPercap", &[Some(300.0)], false),
    ]
}
