//! The comparison of tables that are no published figures.

use minsheng_explorer::base::date::day_number;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::Role;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::compare::plan;
use minsheng_explorer::query::Clause;
use minsheng_explorer::state::{Action, CompareOptions, Comparison};

use super::opens_on::read;
use super::tables::{category, long, world};
use super::{Open, draws};

fn compared(
    open: &mut Open,
    options: &CompareOptions,
    lang: Lang,
) -> minsheng_explorer::plot::compare::ComparePlan {
    plan(&mut open.engine, Rows::Plain, options, lang)
}

/// Has a reader choose all times: means over them are compared.
pub(super) fn all_times(open: &mut Open) {
    let time = open.engine.table().by_role(Role::Time).map(|column| column.key.clone()).unwrap();
    open.engine.set(&time, Clause::During(day_number(1900, 1, 1), day_number(2100, 1, 1)));
}

#[test]
fn places_are_compared_in_the_last_period_that_most_have_unless_others_are_chosen() {
    let text = "地区,年份,户数\n甲市,2020,4\n乙市,2020,6\n丙县,2020,1\n甲市,2021,5\n乙市,2021,9\n丙县,2021,1\n甲市,2022,7\n";
    let mut open = read("own.csv", text.as_bytes());
    let plan = compared(&mut open, &CompareOptions::default(), Lang::Zh);
    assert_eq!(plan.title, "2021年，3个地区中，乙市最多，为9，是最少的丙县（1）的9倍");
    assert_eq!(plan.notes[0], "只比最近一期：2021年。要比别的时间，在“时间”里选。");
    assert!(open.engine.filter().iter().next().is_none(), "the reader's filters stay");
    let pair = CompareOptions {
        comparison: Comparison::Pair,
        left: "甲市".into(),
        right: "乙市".into(),
        ..CompareOptions::default()
    };
    let row = compared(&mut open, &pair, Lang::Zh).pair.unwrap().rows.remove(0);
    assert_eq!(
        (row.left.figure.to_string(), row.right.figure.to_string()),
        ("5".into(), "9".into())
    );
    all_times(&mut open);
    let plan = compared(&mut open, &CompareOptions::default(), Lang::Zh);
    assert_eq!(plan.title, "户数的平均（按地区分）");
}

#[test]
fn places_are_compared_by_the_means_of_a_measure() {
    let mut open = Open::new(world());
    all_times(&mut open);
    for lang in Lang::ALL {
        for &comparison in Comparison::ALL {
            let options = CompareOptions { comparison, ..CompareOptions::default() };
            let plan = compared(&mut open, &options, lang);
            let shows = !plan.charts.is_empty() || plan.pair.is_some();
            assert!(shows || !plan.lead.is_empty(), "{comparison:?}");
        }
    }
    let options = CompareOptions { comparison: Comparison::Pair, ..CompareOptions::default() };
    let plan = compared(&mut open, &options, Lang::En);
    let table = plan.pair.expect("two places");
    assert_ne!(plan.lefts.chosen, plan.rights.chosen);
    // Set the other way round, the same is said of them.
    let turned = CompareOptions {
        left: plan.rights.chosen.clone(),
        right: plan.lefts.chosen.clone(),
        ..options.clone()
    };
    let back = compared(&mut open, &turned, Lang::En).pair.expect("two places");
    for (row, other) in table.rows.iter().zip(&back.rows) {
        assert_eq!((&row.left, &row.right), (&other.right, &other.left));
    }
    // The mean is that of the rows.
    open.choose("country", &[&plan.lefts.chosen]);
    let rows: Vec<usize> = open.engine.rows().iter().collect();
    let (column, figures) = {
        let table = open.engine.table();
        let (column, figures) = table.measures().next().expect("a measure");
        (
            column.key.clone(),
            rows.iter().filter_map(|&row| figures.float(row)).collect::<Vec<f64>>(),
        )
    };
    let mean = figures.iter().sum::<f64>() / figures.len() as f64;
    let groups = open.engine.group_every(&["country"], &column);
    assert!((groups.sum[0] / f64::from(groups.numbers[0]) - mean).abs() < mean.abs() * 1e-9);
    let format = minsheng_explorer::plot::ChartFormat { lang: Lang::En, unit: String::new() };
    let number = minsheng_explorer::chart::Format::number(&format, mean);
    assert_eq!(table.rows[0].left.figure.to_string(), number);
}

#[test]
fn a_table_without_places_says_what_is_missing() {
    let names = ["a".to_owned(), "b".to_owned()];
    let table = minsheng_explorer::column::Table {
        len: 2,
        columns: vec![category(
            "kind of thing",
            minsheng_explorer::column::Role::Category,
            &names,
            &[Some(0), Some(1)],
        )],
        ..minsheng_explorer::column::Table::default()
    };
    let mut open = Open::new(table);
    for &comparison in Comparison::ALL {
        let options = CompareOptions { comparison, ..CompareOptions::default() };
        let plan = compared(&mut open, &options, Lang::Zh);
        assert!(plan.charts.is_empty() && plan.lead.contains("地区"), "{}", plan.lead);
    }
}

#[test]
fn what_else_is_offered_changes_the_comparison() {
    let mut others = 0;
    for table in [world(), long()] {
        let mut open = Open::new(table);
        for &comparison in Comparison::ALL {
            let options = CompareOptions { comparison, ..CompareOptions::default() };
            let plan = compared(&mut open, &options, Lang::Zh);
            let chooses = |action: &Action| matches!(action, Action::Choose(..));
            others += plan.offers.iter().filter(|o| o.actions.iter().any(chooses)).count();
            let mut actions = plan.offers.iter().flat_map(|offer| &offer.actions);
            assert!(!actions.any(|action| matches!(action, Action::Chart(_))), "{comparison:?}");
        }
    }
    assert!(others > 0, "of unlike indicators one is compared, and the others are offered");
}

#[test]
fn a_measure_is_divided_by_another_of_the_rows_that_have_both() {
    let mut open = read(
        "own.csv",
        "地区,年份,支出（万元）,人数（人）,入学率\n\
         甲市,2020,100,10,97.5\n甲市,2021,50,5,98\n乙市,2020,30,,99\n乙市,2021,160,8,99\n丙市,2021,7,0,99\n"
            .as_bytes(),
    );
    all_times(&mut open);
    let mut ask = |per: &str| {
        let subject = "支出（万元）".to_owned();
        let options = CompareOptions { subject, per: per.to_owned(), ..CompareOptions::default() };
        compared(&mut open, &options, Lang::Zh)
    };
    let usual = ask("");
    let offered: Vec<&str> = usual.pers.groups[0].items.iter().map(|(id, _)| &**id).collect();
    assert_eq!(offered, ["", "人数（人）"], "rates do not add up");
    let plan = ask("人数（人）");
    let [chart] = &plan.charts[..] else { panic!("{}", plan.charts.len()) };
    assert_eq!(chart.headings.subtitle, "万元/人");
    let bars: Vec<(&str, f64)> = chart
        .spec
        .data
        .iter()
        .map(|d| (&*chart.spec.categories[d.category as usize].name, d.extent.mid))
        .collect();
    assert_eq!(bars, [("乙市", 20.0), ("甲市", 10.0)], "nothing is divided by zero");
    assert_eq!(chart.listing.rows[0][1..], ["20", "160", "8"]);
    assert!(plan.notes[0].contains("两个数都有"), "{:?}", plan.notes);
    draws(chart);
    // What is no such measure is none.
    assert_eq!(ask("入学率").pers.chosen, "");
}
