//! A table of many rows: plans agree with a naive recount and hold no more than what is drawn.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::MarkKind;
use minsheng_explorer::column::Table;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::facet::{self, Outline};
use minsheng_explorer::plot::timeline::{self, Picture};
use minsheng_explorer::plot::{overview, rail, table as sheet};
use minsheng_explorer::query::Clause;
use minsheng_explorer::state::{ChartOptions, Mark, Measure, OverviewOptions};

use super::tables::{large, numbers, table};
use super::{Open, auto, every, sorted, with_mark};

const ROWS: usize = 1_000_000;

fn rows(table: &Table, test: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..table.len).filter(|&row| test(row)).collect()
}

#[test]
fn a_million_rows_through_every_plan() {
    let mut open = Open::new(large(ROWS));
    let outline = Outline::new(&mut open.engine);
    let table = open.engine.table().clone();
    let field = table.category("field").unwrap();
    let place = table.category("place").unwrap();
    let amount = table.measures().next().unwrap().1;
    let rate = table.measures().nth(1).unwrap().1;
    open.choose("field", &["field 3", "field 7"]);
    open.engine.set("rate", Clause::Between(50.0, 80.0));
    let holds = |row: usize| {
        matches!(field.code(row), Some(3 | 7))
            && rate.float(row).is_some_and(|r| (50.0..=80.0).contains(&r))
    };
    let chosen = rows(&table, holds);
    assert_eq!(open.engine.matching(), chosen.len());

    let facet = facet::page(&mut open.engine, &outline, "place", "", 0..50, Lang::En);
    assert_eq!((facet.total, facet.values.len()), (300, 50));
    for value in facet.values.iter().step_by(17) {
        let own = chosen.iter().filter(|&&row| place.code(row) == Some(value.code)).count();
        assert_eq!(value.count, own, "{}", value.name);
    }

    let lines =
        ChartOptions { value: "amount".into(), group: "field".into(), ..with_mark(Mark::Line) };
    let plan = open.drawn(&lines, Lang::En);
    assert_eq!(plan.spec.data.len(), 2 * 30);
    let datum = &plan.spec.data[17];
    let own: Vec<f64> = chosen
        .iter()
        .filter(|&&row| field.code(row) == Some(3))
        .filter(|&&row| table.time().unwrap().last(row) == datum.time.map(|span| span.1))
        .filter_map(|&row| amount.float(row))
        .collect();
    let mean = own.iter().sum::<f64>() / own.len() as f64;
    assert!((datum.extent.mid - mean).abs() < 1e-9 * mean);

    let bars = ChartOptions {
        value: "amount".into(),
        measure: Measure::Sum,
        group: "place".into(),
        ..auto()
    };
    let plan = open.drawn(&bars, Lang::Zh);
    assert_eq!(plan.spec.data.len(), 24);
    let greatest: f64 = (0..300)
        .map(|code| {
            let own = chosen.iter().filter(|&&row| place.code(row) == Some(code));
            own.filter_map(|&row| amount.float(row)).sum::<f64>()
        })
        .fold(0.0, f64::max);
    assert!((plan.spec.data[0].extent.mid - greatest).abs() < 1e-9 * greatest);

    let sorted = sorted("amount");
    let page = sheet::page(&mut open.engine, Rows::Plain, &sorted, Lang::En, 1000..1020);
    let mut expected: Vec<f64> = chosen.iter().filter_map(|&row| amount.float(row)).collect();
    expected.sort_by(|a, b| b.total_cmp(a));
    let found = |key: &String| amount.float(table.row(key).unwrap()).unwrap();
    assert_eq!(page.keys.iter().map(found).collect::<Vec<_>>(), expected[1000..1020]);
    assert_eq!(sheet::place(&mut open.engine, Rows::Plain, &sorted, &page.keys[5]), Some(1005));

    let overview =
        overview::plan(&mut open.engine, Rows::Plain, &OverviewOptions::default(), Lang::En);
    assert_eq!(overview.cards.len(), 2);
    let lines = overview.chart.unwrap();
    assert_eq!((lines.spec.mark, lines.spec.data.len()), (MarkKind::Line, 2 * 30));
    let plan = open.timeline(&every(), Lang::En).unwrap();
    assert!(matches!(&plan.picture, Picture::Steps(steps) if steps.len() == 30));
    let frame = timeline::frame(&mut open.engine, &every(), &auto(), Lang::En, None).unwrap();
    assert_eq!(frame.spec.data.len(), 300);
    let years = rail::years(&mut open.engine, &outline);
    assert_eq!(years.iter().map(|bin| bin.selected).sum::<usize>(), {
        chosen.iter().filter(|&&row| table.time().unwrap().get(row).is_some()).count()
    });
}

#[test]
fn many_rows_of_nothing_but_numbers_are_binned() {
    let source = large(100_000);
    let column = |at: usize| -> Vec<Option<f64>> {
        let figures = source.measures().nth(at).unwrap().1;
        (0..source.len).map(|row| figures.float(row)).collect()
    };
    let (amount, rate) = (column(0), column(1));
    let columns = vec![numbers("amount", &amount, true), numbers("rate", &rate, false)];
    let mut open = Open::new(table(source.len, columns));
    let plan = open.drawn(&auto(), Lang::Zh);
    assert_eq!(plan.spec.mark, MarkKind::Density);
    assert!(plan.spec.data.is_empty() && plan.listing.rows.len() <= 50);
    let cells = plan.spec.cells.unwrap();
    let both = rate.iter().filter(|rate| rate.is_some()).count();
    assert_eq!(cells.counts.iter().sum::<u32>() as usize, both);
    assert!(plan.notes[0].contains("颜色"), "{:?}", plan.notes);
}
