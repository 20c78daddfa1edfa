//! The timeline over the bundled package: every figure on its lane, windows, play, and the same in words.

use std::collections::BTreeSet;
use std::sync::Arc;

use minsheng_explorer::base::date::{Day, civil, day_number};
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Fill, Node, Shape, Size, TimelineSpec, timeline as draw};
use minsheng_explorer::column::{Bitmap, Role, Table, from_dataset};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Stage};
use minsheng_explorer::plot::timeline::{
    LaneRows, Picture, Run, Speed, Window, Windows, cells, foremost, goes_beyond, header, in_parts,
    lane_column, lane_columns, lanes, plan, sentence, spec, told_rows, untold_topics, years,
};
use minsheng_explorer::plot::{ChartFormat, Rows};
use minsheng_explorer::query::Engine;
use minsheng_explorer::state::{ChartOptions, TimelineOptions};

use crate::packages;

fn content() -> (Dataset, Table) {
    let (data, _) = read_package(&packages::bundled());
    let table = from_dataset(&data);
    (data, table)
}

fn day(year: i32, month: u8, day: u8) -> Day {
    day_number(year, month, day).unwrap()
}

fn windows(table: &Table) -> Windows {
    Windows::new(table, &Bitmap::all(table.len), (None, None), None).unwrap()
}

fn all_lanes(table: &Table, column: &str) -> Vec<LaneRows> {
    lanes(table, &Bitmap::all(table.len), column, windows(table).limits, Lang::Zh)
}

#[test]
fn every_figure_stands_on_one_lane_whatever_lanes_are_made_of() {
    let (data, table) = content();
    for column in lane_columns(&table) {
        let lanes = all_lanes(&table, &column.key);
        let rows: Vec<usize> = lanes.iter().flat_map(|lane| lane.rows.clone()).collect();
        assert_eq!(rows.len(), table.len, "{}", column.key);
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), table.len, "{}", column.key);
        assert_eq!(cells(&data, &lanes, column, Lang::En).len(), table.len);
        assert!(lanes.iter().all(|lane| !lane.name.is_empty() && !lane.rows.is_empty()));
    }
}

#[test]
fn lanes_are_topics_unless_another_column_is_chosen() {
    let (_, table) = content();
    assert_eq!(lane_column(&table, "").unwrap().role, Role::Topic);
    assert_eq!(lane_column(&table, "no such column").unwrap().role, Role::Topic);
    let area = table.by_role(Role::Area).unwrap();
    assert_eq!(lane_column(&table, &area.key).unwrap().key, area.key);
    let topics = all_lanes(&table, &lane_column(&table, "").unwrap().key);
    assert!(untold_topics(&table, &topics, "domain", Lang::Zh).is_empty());
    assert_eq!(untold_topics(&table, &topics, &area.key, Lang::Zh).len(), topics.len());
}

#[test]
fn every_figure_in_the_window_has_a_mark() {
    let (data, table) = content();
    let found = windows(&table);
    let format = ChartFormat { lang: Lang::Zh, unit: String::new() };
    for column in lane_columns(&table) {
        let lanes = all_lanes(&table, &column.key);
        let chart = spec(&data, &table, &lanes, found.limits, Lang::Zh);
        assert!(!goes_beyond(&chart));
        for width in [390.0, 700.0, 1100.0] {
            let scene = draw(&chart, Size::wide(width), &format);
            let binned: usize = scene.bins.iter().map(|bin| bin.ids.len()).sum();
            assert_eq!(scene.data_order().len() + binned, table.len, "{} {width}", column.key);
        }
    }
}

#[test]
fn stages_are_fills_and_as_of_figures_have_no_start() {
    let (data, table) = content();
    let chart = spec(&data, &table, &all_lanes(&table, "domain"), windows(&table).limits, Lang::En);
    let item = |key: &str| {
        let id = u32::try_from(table.row(key).unwrap()).unwrap();
        chart.items.iter().find(|item| item.id == id).unwrap().clone()
    };
    let built = item("duji2019-schools-made-safe");
    assert_eq!((built.start, built.end, built.fill), (None, day(2019, 12, 31), Fill::Solid));
    let recruited = item("dezhou2021-teachers-recruited-since-2008");
    assert_eq!(recruited.start, Some(day(2008, 1, 1)));
    assert_eq!(built.label, "27\u{a0}schools");
    assert!(built.tip.contains(&built.label) && built.tip.contains("2019"));
    let planned = chart.items.iter().filter(|item| item.fill == Fill::Hollow).count();
    assert!(planned > 10, "{planned}");
}

#[test]
fn the_first_window_is_where_figures_end_and_the_widest_holds_them_all() {
    let (_, table) = content();
    let found = windows(&table);
    assert_eq!(found.home, (day(2019, 1, 1), day(2024, 12, 31)));
    assert_eq!(found.limits, (day(2007, 1, 1), day(2024, 12, 31)));
}

#[test]
fn foremost_lanes_keep_their_order() {
    let (_, table) = content();
    let all = all_lanes(&table, "domain");
    let some = foremost(&all, 3);
    let names: Vec<&str> = some.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["教育", "医疗卫生", "救助帮扶"]);
    assert_eq!(foremost(&all, 99), all);
}

#[test]
fn time_is_played_by_the_clock_and_ends() {
    let window = (day(2019, 1, 1), day(2024, 12, 31));
    for speed in Speed::ALL {
        let run = Run::new(window, None, speed, 1000.0);
        assert_eq!(run.at(1000.0), Some(window.0));
        let days: Vec<Day> = (0..).map_while(|n| run.at(1000.0 + f64::from(n) * 100.0)).collect();
        assert!(days.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(days.last().is_some_and(|last| *last < window.1));
        assert_eq!(run.at(1e7), None);
    }
    let resumed = Run::new(window, Some(day(2022, 1, 1)), Speed::Fast, 0.0);
    assert_eq!(resumed.at(0.0), Some(day(2022, 1, 1)));
}

#[test]
fn figures_are_reached_when_their_time_has_ended() {
    let (data, table) = content();
    let window = Some(windows(&table).limits);
    let options = TimelineOptions { window, ..TimelineOptions::default() };
    let mut engine = Engine::new(Arc::new(table));
    let (rows, chart) = (Rows::Published(&data), ChartOptions::default());
    let plan = plan(&mut engine, rows, &options, &chart, Some(3), Lang::Zh).unwrap();
    assert_eq!(plan.reached(day(2018, 12, 31)), 0);
    assert_eq!(plan.reached(day(2024, 12, 31)), engine.matching(), "on lanes drawn or not");
    let half = plan.reached(day(2021, 6, 30));
    assert!(0 < half && half < engine.matching());
    assert_eq!(plan.step_on(day(2021, 6, 30)), None, "lanes have no steps");
}

#[test]
fn the_sentence_counts_what_is_shown_and_what_is_not() {
    let (_, table) = content();
    let column = lane_column(&table, "").unwrap();
    let window = (day(2020, 1, 1), day(2020, 12, 31));
    let some = lanes(&table, &Bitmap::all(table.len), &column.key, window, Lang::En);
    let shown: usize = some.iter().map(|lane| lane.rows.len()).sum();
    let text = sentence(&table, &some, column, window, table.len, Lang::En);
    assert!(text.starts_with(&format!("2020: {shown} figures in ")), "{text}");
    assert!(text.contains(&format!("{} more lie outside", table.len - shown)), "{text}");
    let nothing = sentence(&table, &[], column, window, table.len, Lang::Zh);
    assert_eq!(nothing, "2020年没有数据，可以看前后有数据的年份。");
}

#[test]
fn lines_of_the_table_are_the_rows_they_open() {
    let (data, table) = content();
    for key in ["domain", "place"] {
        let column = table.column(key).unwrap();
        let all = all_lanes(&table, key);
        let lines = cells(&data, &all, column, Lang::Zh);
        assert!(lines.iter().all(|line| line.len() == header(column, Lang::Zh).len()));
        assert_eq!(lines.len(), all.iter().map(|lane| lane.rows.len()).sum::<usize>());
    }
}

#[test]
fn a_lane_names_at_most_one_figure_a_year_and_never_a_doubtful_one() {
    let (data, table) = content();
    let all = all_lanes(&table, "domain");
    let time = table.time().unwrap();
    for lane in &all {
        let one = std::slice::from_ref(lane);
        let told = told_rows(&data, &table, one, windows(&table).limits);
        let years: BTreeSet<i32> =
            told.iter().map(|&row| civil(time.last(row).unwrap()).0).collect();
        assert_eq!(years.len(), told.len(), "{}", lane.name);
        assert!(told.iter().all(|row| lane.rows.contains(row)), "{}", lane.name);
        assert!(
            told.iter().all(|&row| data
                .observations
                .iter()
                .nth(row)
                .is_some_and(|(_, o)| o.doubt.is_none()))
        );
    }
    let year = (day(2021, 1, 1), day(2021, 12, 31));
    assert!(told_rows(&data, &table, &all, year).is_empty(), "one year unfolds");
}

#[test]
fn years_are_listed_latest_first_and_count_every_figure() {
    let (data, table) = content();
    let all = all_lanes(&table, "domain");
    let listed = years(&data, &table, &all, Lang::Zh);
    assert_eq!(listed[0].year, 2024);
    assert!(listed.windows(2).all(|pair| pair[0].year > pair[1].year));
    assert_eq!(listed.iter().map(|year| year.count).sum::<usize>(), table.len);
    for year in &listed {
        assert!(year.lines.len() <= 4 && year.added.contains(&year.count.to_string()));
        assert!(year.lines.iter().all(|line| table.row(&line.key).is_some()));
    }
}

/// Years before the first in which a figure ends are not drawn to scale: what begins in them begins in a strip of its own,
/// and nothing points out of the picture.
#[test]
fn years_that_nobody_reports_are_squeezed_until_a_reader_zooms() {
    let (data, table) = content();
    let plan = |window: Option<Window>| {
        let mut engine = Engine::new(Arc::new(table.clone()));
        let options = TimelineOptions { window, ..TimelineOptions::default() };
        let chart = ChartOptions::default();
        plan(&mut engine, Rows::Published(&data), &options, &chart, None, Lang::Zh).unwrap()
    };
    let whole = plan(None);
    let Picture::Lanes { spec, beyond, .. } = &whole.picture else { panic!("lanes") };
    let labels: Vec<&str> = spec.squeezed.iter().map(|squeezed| &*squeezed.label).collect();
    assert_eq!(labels, ["2007—2018年", "2023年"]);
    assert!(!beyond && whole.reading.contains("2007—2018年、2023年压缩显示"), "{}", whole.reading);
    let format = ChartFormat { lang: Lang::Zh, unit: String::new() };
    let scene = draw(spec, Size::wide(1100.0), &format);
    let is_label = |node: &Node| matches!(&node.shape, Shape::Text(t) if t.text == "2007—2018年");
    assert!(scene.nodes.iter().any(is_label));
    // The days that a reader drags across are those of the window.
    assert_eq!(scene.day_at(scene.plot.x - 40.0), Some(day(2019, 1, 1)));
    assert_eq!(scene.gaps, [(day(2023, 1, 1), day(2023, 12, 31))]);
    let noon = scene.x_of(day(2024, 6, 30)).unwrap() + 0.1;
    assert_eq!(scene.day_at(noon), Some(day(2024, 6, 30)));
    let zoomed = plan(Some((day(2021, 1, 1), day(2021, 12, 31))));
    let Picture::Lanes { spec, .. } = &zoomed.picture else { panic!("lanes") };
    assert!(spec.squeezed.is_empty());
}

#[test]
fn what_is_planned_is_never_told_as_done() {
    let (data, table) = content();
    let is_planned =
        |row: usize| data.told_stage(data.observations.at(row).unwrap()) == Stage::Planned;
    let planned = Bitmap::from_fn(table.len, is_planned);
    let all = lanes(&table, &planned, "domain", windows(&table).limits, Lang::Zh);
    for lang in Lang::ALL {
        let word = if lang == Lang::Zh { "计划" } else { "planned" };
        let mut seen = 0;
        for year in years(&data, &table, &all, lang) {
            for line in year.lines.iter().filter(|line| line.fill == Fill::Hollow) {
                assert!(line.place.ends_with(word), "{line:?}");
                seen += 1;
            }
            let is_told = year.lines.is_empty() || year.added.contains(word);
            assert!(is_told, "{}", year.added);
        }
        assert!(seen > 0);
    }
}

/// Paper has room for a few lanes at a time: none is lost, and each keeps its figures.
#[test]
fn the_printed_parts_are_all_lanes_with_all_their_figures() {
    let (data, table) = content();
    let all = all_lanes(&table, "domain");
    let whole = spec(&data, &table, &all, windows(&table).limits, Lang::Zh);
    let parts = in_parts(&whole, 4);
    assert_eq!(parts.len(), all.len().div_ceil(4));
    let lanes: usize = parts.iter().map(|part| part.lanes.len()).sum();
    assert_eq!(lanes, whole.lanes.len());
    let items: usize = parts.iter().map(|part| part.items.len()).sum();
    assert_eq!(items, whole.items.len());
    let is_inside =
        |part: &TimelineSpec| part.items.iter().all(|item| (item.lane as usize) < part.lanes.len());
    assert!(parts.iter().all(is_inside));
}
