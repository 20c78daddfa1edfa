//! Numbers that are no plain ones (bounds, ranges, about right, flagged) and totals, wherever own tables are drawn and told.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Extent, MarkKind, Size, compose};
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::plot::facet::{self, Outline};
use minsheng_explorer::plot::table::{self, CellContent};
use minsheng_explorer::plot::timeline::{self, Picture};
use minsheng_explorer::plot::{ChartFormat, Rows, compare, detail};
use minsheng_explorer::query::Filter;
use minsheng_explorer::state::{
    Action, AppState, ChartOptions, CompareOptions, Comparison, Mark, Measure, TableOptions,
    TimelineOptions,
};

use super::compare::all_times;
use super::opens_on::{case, overview, read};
use super::{Open, auto, draws, with_mark, with_measure};

const BOUNDS: &str = "地区,床位(张)\n甲,≥20\n乙,<5\n丙,近17\n丁,8千-1.2万\n戊,12p\n己,10\n";

fn extent<'a>(plan: &'a Plan, name: &str) -> (&'a Extent, &'a str, &'a str) {
    let at = plan.spec.categories.iter().position(|c| c.name == name).unwrap();
    let datum = plan.spec.data.iter().find(|datum| datum.category as usize == at).unwrap();
    (&datum.extent, &datum.label, &datum.tip)
}

#[test]
fn bounds_and_ranges_are_drawn_in_bars_and_dots_and_said() {
    let mut open = read("own.csv", BOUNDS.as_bytes());
    let figures = ChartOptions { measure: Measure::Figure, ..auto() };
    for options in [auto(), with_mark(Mark::Dot), figures] {
        let plan = open.drawn(&options, Lang::Zh);
        draws(&plan);
        assert_eq!(extent(&plan, "甲").0, &Extent::at_least(20.0), "{options:?}");
        assert_eq!(extent(&plan, "甲").1, "不低于20");
        assert_eq!(extent(&plan, "乙").0, &Extent::at_most(5.0));
        assert_eq!(extent(&plan, "丙").0, &Extent::about(17.0));
        let (range, label, tip) = extent(&plan, "丁");
        assert_eq!((range.low, range.high), (Some(8_000.0), Some(12_000.0)));
        assert!(label.contains("8,000") && label.contains("1.2万"), "{label}");
        assert!(tip.contains(label));
        assert!(extent(&plan, "戊").2.contains("初步"), "{}", extent(&plan, "戊").2);
        assert_eq!(extent(&plan, "己").0, &Extent::exact(10.0));
        // The table beside it says the same.
        let row = plan.listing.rows.iter().find(|row| row[0] == "乙").unwrap();
        assert_eq!(row.last().unwrap(), "低于5");
    }
}

#[test]
fn bounds_and_ranges_are_drawn_in_lines_and_said() {
    let text = "地区,年份,就业(人)\n甲,2019,5000\n甲,2020,近6000\n甲,2021,8千-1.2万\n甲,2022,≥12000\n\
                乙,2019,3000\n乙,2020,<4000\n乙,2021,3500\n乙,2022,3600p\n";
    let plan = read("own.csv", text.as_bytes()).drawn(&auto(), Lang::En);
    assert_eq!(plan.spec.mark, MarkKind::Line);
    draws(&plan);
    let of = |series: u32| plan.spec.data.iter().filter(move |d| d.series == series);
    let extents: Vec<Extent> = of(0).map(|datum| datum.extent).collect();
    assert_eq!(
        extents,
        [
            Extent::exact(5_000.0),
            Extent::about(6_000.0),
            Extent::between(8_000.0, 12_000.0),
            Extent::at_least(12_000.0)
        ]
    );
    assert!(of(1).nth(1).unwrap().tip.contains("under 4,000"), "{}", of(1).nth(1).unwrap().tip);
    assert!(of(1).nth(3).unwrap().tip.contains("provisional"));
    assert!(plan.listing.rows[3].contains(&"at least 12,000".to_owned()), "{:?}", plan.listing);
    // A whisker and an arrow more than the plain line has.
    let nodes = |plan: &Plan| {
        let format = ChartFormat { lang: Lang::En, unit: String::new() };
        compose(&plan.spec, Size::wide(800.0), &format).nodes.len()
    };
    let plain = text.replace(['≥', '近', '<'], "").replace("8千-1.2万", "10000");
    let plain = read("own.csv", plain.as_bytes()).drawn(&auto(), Lang::En);
    assert!(nodes(&plan) > nodes(&plain));
}

#[test]
fn a_total_is_no_point_among_its_parts_and_is_one_press_away() {
    let mut open = case("unit-row-first.csv");
    let plan = overview(&mut open, Lang::Zh).chart.unwrap();
    assert_eq!(plan.spec.mark, MarkKind::Scatter);
    let names = |plan: &Plan| -> Vec<String> {
        plan.spec.data.iter().map(|datum| datum.label.clone()).collect()
    };
    assert_eq!(names(&plan).len(), 9);
    assert!(!names(&plan).contains(&"合计".to_owned()));
    assert!(plan.notes.contains(&"不含合计。".to_owned()), "{:?}", plan.notes);
    assert!(plan.listing.rows.iter().all(|row| row[0] != "合计"));
    let back = plan.offers.iter().find(|offer| offer.label == "合计也画上").expect("a way back");
    let mut state = AppState::default();
    back.actions.iter().for_each(|action| state.apply(action.clone()));
    open.engine.set_filter(&state.filter);
    let plan = open.drawn(&with_mark(Mark::Scatter), Lang::Zh);
    assert_eq!(names(&plan).len(), 10);
}

#[test]
fn totals_are_left_out_of_histograms_and_played_scatters_and_tagged_elsewhere() {
    let mut open = case("world-among-countries.csv");
    let plan = open.drawn(&with_mark(Mark::Histogram), Lang::En);
    let rows: f64 = plan.spec.data.iter().map(|datum| datum.extent.mid).sum();
    assert_eq!(rows, 6.0, "three countries in two years");
    assert!(plan.notes.iter().any(|note| note.starts_with("Without totals: World")));
    // Lines say it by name.
    let lines = ChartOptions { group: "Entity".into(), ..with_mark(Mark::Line) };
    let names: Vec<String> =
        open.drawn(&lines, Lang::En).spec.series.into_iter().map(|s| s.name).collect();
    assert!(names.contains(&"World (total)".to_owned()), "{names:?}");
    // So do filters,
    let outline = Outline::new(&mut open.engine);
    let page = facet::page(&mut open.engine, &outline, "Entity", "", 0..20, Lang::En);
    let totals: Vec<&str> =
        page.values.iter().filter(|v| v.is_total).map(|v| v.name.as_str()).collect();
    assert_eq!(totals, ["World", "Continent North"]);
    // and two places beside each other are no total and its part, unless a reader asks for it.
    let pair = CompareOptions { comparison: Comparison::Pair, ..CompareOptions::default() };
    let plan = compare::plan(&mut open.engine, Rows::Plain, &pair, Lang::En);
    assert!(!plan.title.contains("World"), "{}", plan.title);
    assert!(plan.lefts.groups[0].items.iter().any(|(_, name)| name == "World (total)"));
    // What a reader says counts.
    let parts = Filter::said(Filter::PARTS, "Entity");
    open.choose(&parts, &["World", "Continent North"]);
    let plan = open.drawn(&with_mark(Mark::Histogram), Lang::En);
    assert_eq!(plan.spec.data.iter().map(|datum| datum.extent.mid).sum::<f64>(), 10.0);
}

#[test]
fn a_total_that_a_reader_says_is_tagged_as_one_that_was_found() {
    let mut open = read("own.csv", "place,n\nNorth,5\nSouth,6\nRiverside,30\n".as_bytes());
    let tags = |open: &mut Open| {
        let page =
            table::page(&mut open.engine, Rows::Plain, &TableOptions::default(), Lang::En, 0..9);
        let is_total = |row: &Vec<CellContent>| matches!(row[0], CellContent::Total { .. });
        let tags: Vec<bool> = page.rows.iter().map(is_total).collect();
        let detail = detail::plan(&open.engine, Rows::Plain, "3", "", Lang::En).unwrap();
        (tags, detail.facts[0].1.clone())
    };
    assert_eq!(tags(&mut open), (vec![false; 3], "Riverside".to_owned()));
    open.choose(&Filter::said(Filter::TOTALS, "place"), &["Riverside"]);
    assert_eq!(tags(&mut open), (vec![false, false, true], "Riverside (total)".to_owned()));
    // Nor is one tagged of which a reader says that it is none, also where no other is left.
    let mut open = read("own.csv", "place,n\nNorth,5\nSouth,6\nTotal,11\n".as_bytes());
    assert_eq!(tags(&mut open).0, [false, false, true]);
    open.choose(&Filter::said(Filter::PARTS, "place"), &["Total"]);
    assert_eq!(tags(&mut open), (vec![false; 3], "Total".to_owned()));
}

#[test]
fn a_played_scatter_leaves_totals_out_too() {
    let mut text = "地区,年份,人口,收入(%)\n".to_owned();
    for year in 2019..2022 {
        let rows = [("甲", 100, 5.0), ("乙", 200, 6.0), ("丙", 300, 7.0), ("合计", 600, 6.3)];
        for (name, people, income) in rows {
            text += &format!("{name},{year},{},{income}\n", people + (year - 2019));
        }
    }
    let mut open = read("own.csv", text.as_bytes());
    let options = TimelineOptions::default();
    let plan = open.timeline(&options, Lang::Zh).unwrap();
    let Picture::Steps(steps) = &plan.picture else { panic!("lanes") };
    let frame =
        timeline::frame(&mut open.engine, &options, &auto(), Lang::Zh, Some(steps[0].first));
    let frame = frame.unwrap();
    assert_eq!(frame.spec.mark, MarkKind::Scatter);
    assert_eq!(frame.spec.data.len(), 3);
    assert!(frame.notes.iter().any(|note| note == "不含合计。"), "{:?}", frame.notes);
    let (_, greatest) = frame.spec.value.domain.unwrap();
    assert!(greatest < 600.0, "nor does the axis make room for it");
    assert!(frame.targets.iter().flatten().all(|t| matches!(t, Action::Narrow(_))));
    let sums = open.drawn(&with_measure(Measure::Sum), Lang::Zh);
    assert!(!sums.spec.data.is_empty());
}

#[test]
fn bounds_are_drawn_and_said_in_scatters() {
    let text = "地区,床位(张),增速(%)\n甲,≥20,4\n乙,<5,5p\n丙,近17,6\n丁,10,约7\n";
    let mut open = read("own.csv", text.as_bytes());
    let plan = open.drawn(&with_mark(Mark::Scatter), Lang::Zh);
    draws(&plan);
    let point = |name: &str| plan.spec.data.iter().find(|datum| datum.label == name).unwrap();
    assert_eq!(point("甲").extent, Extent::at_least(20.0));
    assert!(point("甲").tip.contains("不低于20") && point("乙").tip.contains("初步"));
    assert!(point("丁").tip.contains("约7"), "{}", point("丁").tip);
    assert!(plan.listing.rows.iter().any(|row| row.contains(&"低于5".to_owned())));
    assert!(plan.notes.iter().filter(|note| note.contains("带标记")).count() == 2, "both axes");
}

fn pair(text: &str, (left, right): (&str, &str), lang: Lang) -> compare::ComparePlan {
    let options = CompareOptions {
        comparison: Comparison::Pair,
        left: left.into(),
        right: right.into(),
        ..CompareOptions::default()
    };
    compare::plan(&mut read("own.csv", text.as_bytes()).engine, Rows::Plain, &options, lang)
}

#[test]
fn two_figures_whose_ranges_overlap_have_no_ratio_and_that_is_said() {
    let text =
        "地区,病例\n甲,10 (8-12)\n乙,12 (10-15)\n丙,24 (20-30)\n丁,<5\n戊,3\n己,10\n庚,≥20\n";
    for pair in [("甲", "乙"), ("丁", "戊"), ("甲", "己")] {
        let plan = self::pair(text, pair, Lang::En);
        let row = &plan.pair.as_ref().unwrap().rows[0];
        assert_eq!((row.ratio.as_str(), row.difference.as_str()), ("not certain", "not certain"));
        assert_eq!(row.told, "the ranges overlap, so which is higher is not sure", "{pair:?}");
        let note = &plan.charts[0].spec.categories[0].note;
        assert_eq!(note, &row.told, "said before the bars");
        draws(&plan.charts[0]);
    }
    // The figures keep what they are, drawn and told.
    let plan = pair(text, ("甲", "乙"), Lang::En);
    let row = &plan.pair.as_ref().unwrap().rows[0];
    assert_eq!(row.right.extent, Extent { mid: 12.0, ..Extent::between(10.0, 15.0) });
    assert_eq!(row.right.figure.to_string(), "12 (10 to 15)", "an estimate off the middle is told");
    let plan = pair(text, ("甲", "丁"), Lang::Zh);
    let row = &plan.pair.as_ref().unwrap().rows[0];
    assert_eq!(row.left.extent, Extent::between(8.0, 12.0));
    assert_eq!(row.right.extent, Extent::at_most(5.0));
    assert_eq!(row.right.figure.to_string(), "低于5");
    assert!(plan.charts[0].listing.rows[0][2].starts_with("低于5"), "{:?}", plan.charts[0].listing);
    assert!(plan.notes.iter().any(|note| note.contains("带标记")), "{:?}", plan.notes);
    assert_eq!((row.told.as_str(), row.difference.as_str()), ("", "前者多，差额不低于3"));
    // What does not overlap is told by the ends of what it may be.
    for (pair, ratio, difference) in [
        (("丙", "甲"), "1.67 to 3.75 times", "more by 8 to 22"),
        (("甲", "丙"), "0.27 to 0.6 times", "less by 8 to 22"),
        (("庚", "己"), "at least twice", "more by at least 10"),
        (("丁", "己"), "less than half", "less by at least 5"),
        (("戊", "己"), "less than a third", "lower by 7"),
    ] {
        let plan = self::pair(text, pair, Lang::En);
        let row = &plan.pair.as_ref().unwrap().rows[0];
        assert_eq!((row.ratio.as_str(), row.difference.as_str()), (ratio, difference), "{pair:?}");
        assert_eq!(row.told, "");
    }
}

#[test]
fn means_and_quotients_of_bounds_are_none_that_are_exact() {
    let text = "地区,年份,病例,人数\n甲,2020,<5,10\n甲,2021,7,20\n乙,2020,8,40\n乙,2021,6,30\n丙,2020,4,≥20\n丙,2021,4,20\n";
    let mut open = read("own.csv", text.as_bytes());
    all_times(&mut open);
    let two = CompareOptions {
        comparison: Comparison::Pair,
        left: "甲".into(),
        right: "乙".into(),
        ..CompareOptions::default()
    };
    let plan = compare::plan(&mut open.engine, Rows::Plain, &two, Lang::En);
    let row = &plan.pair.as_ref().unwrap().rows[0];
    assert_eq!(row.left.figure.to_string(), "at most 6", "of a year it is under 5");
    assert_eq!(row.right.figure.to_string(), "7");
    assert_eq!(row.difference, "less by at least 1");
    let options =
        CompareOptions {
            subject: "病例".into(), per: "人数".into(), ..CompareOptions::default()
        };
    let plan = compare::plan(&mut open.engine, Rows::Plain, &options, Lang::En);
    let chart = &plan.charts[0];
    let of = |name: &str| extent(chart, name);
    assert_eq!((of("甲").0, of("甲").1), (&Extent::at_most(0.4), "at most 0.4"));
    assert_eq!((of("丙").0, of("丙").1), (&Extent::at_most(0.2), "at most 0.2"));
    assert_eq!((of("乙").0, of("乙").1), (&Extent::exact(0.2), "0.2"));
    assert!(chart.notes.iter().any(|note| note.contains("mark")), "{:?}", chart.notes);
    draws(chart);
}

#[test]
fn ranges_are_counted_and_not_listed_one_by_one() {
    let text = "area,rate (%)\nNorth,12.3 [11.1-13.6]\nSouth,13.0 [12.0-14.1]\nEast,<5\nWest,20.4 [19.0-22.0]\n";
    let mut open = read("t.csv", text.as_bytes());
    for (lang, told) in [(Lang::Zh, "附有区间 3行"), (Lang::En, "with an interval: 3")] {
        let plan = open.drawn(&auto(), lang);
        assert!(plan.notes.iter().any(|note| note.contains(told)), "{:?}", plan.notes);
        assert!(!plan.notes.iter().any(|note| note.contains("13.6")), "{:?}", plan.notes);
        let of_west = ["20.4%（19至22）", "20.4% (19 to 22)"];
        assert!(of_west.iter().any(|told| plan.finding.contains(told)), "{}", plan.finding);
    }
}

#[test]
fn a_fact_that_is_one_figure_is_told_as_it_is_meant() {
    let text = "项目,完成情况\n新增就业,近1.2万人\n安置房,≥300套\n帮扶户,约1200户\n养老床位,50张\n";
    let plan = overview(&mut read("own.csv", text.as_bytes()), Lang::Zh);
    let values: Vec<&str> = plan.facts.iter().map(|fact| fact.value.as_str()).collect();
    for told in ["近1.2万人", "不低于300套", "约1,200户", "50张"] {
        assert!(values.contains(&told), "{told}: {values:?}");
    }
    let one = overview(&mut read("own.csv", "地区,面积（亩）\n甲,约50\n".as_bytes()), Lang::Zh);
    assert!(one.facts.iter().any(|fact| fact.value == "约50亩"), "{:?}", one.facts);
}
