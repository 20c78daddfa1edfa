//! The comparison of tables that are no published figures.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::compare::plan;
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

#[test]
fn places_are_compared_by_the_means_of_a_measure() {
    let mut open = Open::new(world());
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
