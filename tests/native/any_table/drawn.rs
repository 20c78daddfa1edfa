//! What is drawn of tables that people really have, and how they are filtered and taken away.

use std::collections::BTreeMap;

use minsheng_explorer::base::date::Day;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::value_table::Value;
use minsheng_explorer::chart::{MarkKind, Size, compose};
use minsheng_explorer::column::Table;
use minsheng_explorer::import::Options as Reading;
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::plot::facet::Outline;
use minsheng_explorer::plot::rail::{self, RailKind};
use minsheng_explorer::plot::{ChartFormat, Rows, overview, table as sheet};
use minsheng_explorer::query::Clause;
use minsheng_explorer::state::{
    Action, AppState, ChartOptions, Mark, OverviewOptions, TableOptions,
};

use super::opens_on::read;
use super::{Open, auto, day, draws};
use crate::formats::open as import;
use crate::packages::root;

fn table(name: &str) -> Table {
    let bytes = std::fs::read(root().join("tests/fixtures/cases").join(name)).unwrap();
    import(name, &bytes, bytes.len(), &Reading::default()).unwrap().table
}

fn case(name: &str) -> Open {
    Open::new(table(name))
}

fn gaps(plan: &Plan) -> Vec<bool> {
    plan.spec.data.iter().map(|datum| datum.gap).collect()
}

#[test]
fn a_line_breaks_where_figures_are_missing_and_a_lone_point_is_a_dot() {
    let plan = case("gap-blank.csv").drawn(&auto(), Lang::En);
    assert_eq!(plan.spec.mark, MarkKind::Line);
    assert_eq!(gaps(&plan), [false, true, false], "January stands alone, May and June are joined");
    draws(&plan);
    // Whole years that the file lacks.
    let text = "地区,年份,数\n甲,2010,1\n甲,2011,2\n甲,2012,3\n甲,2013,4\n甲,2018,5\n甲,2019,6\n\
                乙,2010,1\n乙,2011,2\n乙,2012,3\n乙,2013,4\n乙,2018,\n乙,2019,6\n";
    let plan = read("own.csv", text.as_bytes()).drawn(&auto(), Lang::Zh);
    let of = |series: u32| -> Vec<bool> {
        plan.spec.data.iter().filter(|d| d.series == series).map(|d| d.gap).collect()
    };
    assert_eq!(of(0), [false, false, false, false, true, false]);
    assert_eq!(of(1), [false, false, false, false, true]);
}

/// The words at the ends of lines and under them, line by line joined.
fn written(scene: &minsheng_explorer::chart::Scene) -> String {
    use minsheng_explorer::chart::{Role, Shape};
    let text = |node: &minsheng_explorer::chart::Node| match (&node.shape, node.role) {
        (Shape::Text(text), Role::Label | Role::Legend) => Some(text.text.replace(' ', "")),
        _ => None,
    };
    scene.nodes.iter().filter_map(text).collect()
}

#[test]
fn no_name_at_the_end_of_a_line_is_cut_on_a_phone() {
    let long = [
        "Saint Vincent and the Grenadines",
        "新疆维吾尔自治区伊犁哈萨克自治州",
        "North East of England and Cumbria combined authority",
        "Bosnia and Herzegovina",
        "Llanfairpwllgwyngyllgogerychwyrn",
        "Malta",
    ];
    let rows = long.iter().enumerate().flat_map(|(at, name)| {
        (2018..2024).map(move |year| format!("{name},{year},{}\n", 100 + at * 3 + year % 5))
    });
    let text = format!("area,year,value\n{}", rows.collect::<String>());
    let plan = read("own.csv", text.as_bytes()).drawn(&auto(), Lang::En);
    assert_eq!(plan.spec.mark, MarkKind::Line);
    let format = ChartFormat { lang: Lang::En, unit: String::new() };
    for width in [320.0, 358.0, 390.0, 800.0, 1200.0] {
        let scene = compose(&plan.spec, Size::wide(width), &format);
        assert_eq!(crate::charts::fault(&scene), None, "{width}");
        let written = written(&scene);
        for name in long {
            assert!(written.contains(&name.replace(' ', "")), "{name} at {width}: {written}");
        }
    }
}

#[test]
fn every_line_that_is_not_grey_has_its_name() {
    for count in 2..=13 {
        let mut text = "Entity,Year,Rate\n".to_owned();
        for area in 0..count {
            for year in 2015..2022 {
                text += &format!("Land {area:02},{year},{}.{area}\n", 40 + area * 3 + year % 5);
            }
        }
        let plan = read("own.csv", text.as_bytes()).drawn(&auto(), Lang::En);
        assert_eq!(plan.spec.mark, MarkKind::Line, "{count}");
        let format = ChartFormat { lang: Lang::En, unit: String::new() };
        for width in [342.0, 856.0] {
            let written = written(&compose(&plan.spec, Size::wide(width), &format));
            let named = (0..count).filter(|area| written.contains(&format!("Land{area:02}")));
            assert_eq!(named.count(), count.min(10), "{count} lines at {width}: {written}");
        }
    }
}

#[test]
fn the_days_of_a_year_and_more_stay_a_line_and_what_is_coarser_is_told() {
    let plan = case("daily-430.csv").drawn(&auto(), Lang::En);
    assert_eq!(plan.spec.data.len(), 430);
    assert!(plan.notes.is_empty(), "{:?}", plan.notes);
    draws(&plan);
    let days: String = (0..4_000)
        .map(|n| {
            let date = minsheng_explorer::base::date::civil(day(2010, 1, 1) + n);
            format!("{:04}-{:02}-{:02},{}\n", date.0, date.1, date.2, n % 7)
        })
        .collect();
    let mut long = read("own.csv", format!("date,n\n{days}").as_bytes());
    let plan = long.drawn(&auto(), Lang::Zh);
    assert!(plan.spec.data.len() > 500, "weeks, not {} years", plan.spec.data.len());
    assert!(plan.notes[0].contains("4,000") && plan.notes[0].contains("一周"), "{:?}", plan.notes);
}

fn hues(plan: &Plan) -> BTreeMap<String, u8> {
    let name = |series: u32| plan.spec.series[series as usize].name.clone();
    plan.spec.data.iter().map(|datum| (name(datum.series), plan.spec.hue(datum))).collect()
}

#[test]
fn a_line_keeps_its_colour_when_others_are_chosen() {
    let mut open = case("colours.csv");
    let before = hues(&open.choose("place", &["Ald", "Cairn", "Elm"]).drawn(&auto(), Lang::En));
    let after = hues(&open.choose("place", &["Cairn", "Dunn", "Elm"]).drawn(&auto(), Lang::En));
    assert_eq!((before["Cairn"], before["Elm"]), (after["Cairn"], after["Elm"]));
    let distinct: std::collections::BTreeSet<u8> = after.values().copied().collect();
    assert_eq!(distinct.len(), 3);
}

#[test]
fn a_wide_table_is_on_paper_with_every_column_beside_its_area() {
    let bytes = std::fs::read(root().join("tests/fixtures/cases/print-wide.csv")).unwrap();
    let long = import("print-wide.csv", &bytes, bytes.len(), &Reading::default()).unwrap().table;
    let mut plan = minsheng_explorer::import::Plan::default();
    plan.wanted.long = true;
    let wide = Reading { plan: Some(plan), ..Reading::default() };
    let wide = import("print-wide.csv", &bytes, bytes.len(), &wide).unwrap().table;
    for (table, columns) in [(long, 3), (wide, 21)] {
        let sheet = sheet::Sheet::new(Rows::Plain, &table, Lang::Zh);
        let fields = sheet.fields();
        let own: Vec<usize> = (0..fields.len()).filter(|&at| fields[at].role().is_some()).collect();
        assert_eq!(own.len(), columns);
        assert_eq!(sheet.name(&fields[own[0]]), "地区");
        let fields: Vec<_> = own.iter().map(|&at| fields[at].clone()).collect();
        let strips = sheet::strips(&fields);
        assert!(strips.iter().all(|strip| strip[0] == 0), "each begins with the area: {strips:?}");
        let mut all: Vec<usize> = strips.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all, (0..columns).collect::<Vec<_>>(), "none is cut off");
        assert_eq!(strips.len() > 1, columns > 3);
    }
}

#[test]
fn of_many_lines_ten_are_named_and_the_rest_stand_grey_behind() {
    let rows: String = (0..30)
        .flat_map(|place| (2010..2020).map(move |year| (place, year)))
        .map(|(place, year)| format!("P{place},{year},{}\n", place * 10 + year - 2010))
        .collect();
    let mut open = read("own.csv", format!("place,year,value\n{rows}").as_bytes());
    let plan = open.drawn(&auto(), Lang::En);
    assert_eq!((plan.spec.series.len(), plan.spec.foremost), (30, Some(10)));
    let named: Vec<&str> = plan.spec.series[..10].iter().map(|s| s.name.as_str()).collect();
    assert!(named.contains(&"P29") && !named.contains(&"P0"), "the greatest: {named:?}");
    assert!(plan.notes[0].contains("in grey 20 others"), "{:?}", plan.notes);
    for width in [390.0, 1000.0] {
        let format = ChartFormat { lang: Lang::En, unit: String::new() };
        let scene = compose(&plan.spec, Size::wide(width), &format);
        let texts: String = format!("{:?}", scene.nodes);
        assert!(
            named.iter().all(|name| texts.contains(&format!("\"{name}"))),
            "{width}: all named"
        );
    }
    // A grey line leads to its own rows.
    let last = plan.spec.data.iter().position(|datum| datum.series == 29).unwrap();
    assert!(matches!(&plan.targets[last], Some(Action::Narrow(_))));
    draws(&plan);
}

#[test]
fn the_axis_of_a_month_ends_near_its_days_and_days_can_be_chosen() {
    let mut open = case("one-month.csv");
    let plan = open.drawn(&auto(), Lang::En);
    let format = ChartFormat { lang: Lang::En, unit: String::new() };
    let window = compose(&plan.spec, Size::wide(1000.0), &format).window.unwrap();
    let (first, last): (Day, Day) = (day(2022, 8, 1), day(2022, 8, 30));
    assert!(first - window.0 <= 2 && window.1 - last <= 2, "{window:?}");
    let outline = Outline::new(&mut open.engine);
    let bins = rail::years(&mut open.engine, &outline);
    assert_eq!(bins.len(), 30);
    assert_eq!((bins[9].first, bins[9].last), (day(2022, 8, 10), day(2022, 8, 10)));
    open.engine.set("date", Clause::During(Some(bins[9].first), Some(bins[18].last)));
    assert_eq!(open.engine.matching(), 10);
}

#[test]
fn time_is_chosen_by_months_and_weeks_where_a_table_covers_a_year_or_two() {
    let months: String =
        (0..24).map(|n| format!("{}-{:02},1\n", 2021 + n / 12, n % 12 + 1)).collect();
    let mut open = read("own.csv", format!("month,n\n{months}").as_bytes());
    let outline = Outline::new(&mut open.engine);
    let bins = rail::years(&mut open.engine, &outline);
    assert_eq!(bins.len(), 24);
    assert!(bins.iter().all(|bin| bin.total == 1), "a month a bin");
    let mut daily = case("daily-430.csv");
    let outline = Outline::new(&mut daily.engine);
    let bins = rail::years(&mut daily.engine, &outline);
    assert_eq!(bins.iter().map(|bin| bin.total).sum::<usize>(), 430, "no row is lost");
    assert!((15..=16).contains(&bins.len()), "{} months", bins.len());
}

fn shown(open: &mut Open) -> Vec<String> {
    let head = sheet::header(&mut open.engine, Rows::Plain, &TableOptions::default(), Lang::En);
    head.shown.into_iter().map(|heading| heading.name).collect()
}

#[test]
fn the_table_shows_what_tells_rows_apart_and_the_place_first() {
    let columns = shown(&mut case("hidden-columns.csv"));
    assert!(
        ["Year", "Age", "Sex", "Units", "Value"].iter().all(|c| columns.iter().any(|own| own == c))
    );
    let text = "指标1,指标2,地区\n1,2,青溪市\n3,4,白石市\n";
    assert_eq!(shown(&mut read("own.csv", text.as_bytes())), ["地区", "指标1", "指标2"]);
    assert_eq!(shown(&mut case("place-last.csv"))[0], "地区");
    let mut wide = case("wide-330-columns.csv");
    let head = sheet::header(&mut wide.engine, Rows::Plain, &TableOptions::default(), Lang::En);
    assert!(head.shown.len() < head.all.len());
    let hidden = head.all.len() - 1 - head.shown.len();
    assert!(head.order.contains(&hidden.to_string()), "told: {}", head.order);
}

#[test]
fn a_file_for_people_has_every_column_in_the_order_of_the_reader_s() {
    let text = "指标1,备注,地区,日\n1,x,青溪市,2022-08-09\n3,y,白石市,2022-08-10\n";
    let mut open = read("own.csv", text.as_bytes());
    for lang in [Lang::Zh, Lang::En] {
        let options = TableOptions::default();
        let (_, file) = sheet::export(&mut open.engine, Rows::Plain, &options, lang, 0..2);
        let keys: Vec<&str> = file.columns.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(keys, ["指标1", "备注", "地区", "日"]);
        assert_eq!(file.rows[0][3], Value::Day(day(2022, 8, 9)), "a date, not its words");
    }
}

#[test]
fn no_cell_shows_what_floats_make_of_decimals() {
    let mut open = case("float-noise.xlsx");
    let page = sheet::page(&mut open.engine, Rows::Plain, &TableOptions::default(), Lang::Zh, 0..3);
    let texts: Vec<String> = page.rows.iter().map(|row| row[1].text()).collect();
    assert_eq!(texts, ["14,136.46", "626.14", "0.3"]);
    let range = rail::range(&mut open.engine, "产值", Lang::Zh).unwrap();
    let long = range.edges.iter().map(|edge| minsheng_explorer::words::number_text(*edge));
    assert!(long.map(|text| text.len()).max() < Some(10), "{:?}", range.edges);
}

#[test]
fn filters_beyond_a_dozen_are_folded() {
    let parts = rail::plan(&table("wide-330-columns.csv"), false, Lang::En);
    assert_eq!(parts.iter().filter(|part| !part.folded).count(), 12);
    assert!(parts.len() > 300);
    let few = rail::plan(&table("colours.csv"), false, Lang::En);
    assert!(few.iter().all(|part| !part.folded));
    assert_eq!(few[0].kind, RailKind::Time);
}

#[test]
fn values_of_a_file_are_found_by_search() {
    let mut open = case("search-own.csv");
    for (word, value) in [("Brack", "Brackley"), ("clinic", "clinic")] {
        let holding = |open: &mut Open, column: &str| -> Vec<String> {
            let table = open.engine.table().clone();
            let category = table.category(column).unwrap();
            let id =
                |code: u32| category.dictionary.get(code).map(|e| e.id.clone()).unwrap_or_default();
            let found = open.engine.values_holding(column, word, id);
            (0..).zip(found).filter(|(_, holds)| *holds).map(|(code, _)| id(code)).collect()
        };
        let all: Vec<String> =
            ["place", "kind"].iter().flat_map(|column| holding(&mut open, column)).collect();
        assert_eq!(all, [value]);
        let found = open.engine.search(word, 5, 0);
        assert!(!found.hits.is_empty(), "{word}");
    }
}

#[test]
fn two_measures_without_a_time_stand_against_each_other_and_many_are_ranked() {
    let few = "地区,人口,收入\n甲,3,5\n乙,4,6\n丙,5,8\n丁,6,9\n";
    // So few are read one below the other.
    let plan = read("own.csv", few.as_bytes()).drawn(&auto(), Lang::Zh);
    assert_eq!(plan.spec.mark, MarkKind::Bar);
    let two = format!("{few}戊,7,8\n己,8,9\n庚,9,12\n辛,10,11\n");
    let plan = read("own.csv", two.as_bytes()).drawn(&auto(), Lang::Zh);
    assert_eq!(plan.spec.mark, MarkKind::Scatter);
    let overview = overview::plan(
        &mut read("own.csv", two.as_bytes()).engine,
        Rows::Plain,
        &OverviewOptions::default(),
        Lang::Zh,
    );
    assert_eq!(overview.chart.map(|plan| plan.spec.mark), Some(MarkKind::Scatter));
    let plan = case("place-last.csv").drawn(&auto(), Lang::Zh);
    assert_eq!(plan.spec.mark, MarkKind::Bar);
}

#[test]
fn shares_that_come_to_a_hundred_stand_in_one_bar() {
    let text = "地区,产业,占比(%)\n甲,一产,10\n甲,二产,40\n甲,三产,50\n乙,一产,5.1\n乙,二产,45\n乙,三产,49.8\n";
    let plan = read("own.csv", text.as_bytes()).drawn(&auto(), Lang::Zh);
    assert!(plan.spec.stack && plan.spec.mark == MarkKind::Bar);
    assert_eq!((plan.spec.categories.len(), plan.spec.series.len()), (2, 3));
    let hues: std::collections::BTreeSet<_> = plan.spec.series.iter().map(|s| s.hue).collect();
    assert_eq!(hues.len(), 3, "each part has a hue");
    draws(&plan);
    let other = text.replace("49.8", "20");
    let plan = read("own.csv", other.as_bytes()).drawn(&auto(), Lang::Zh);
    assert!(!plan.spec.stack, "of no whole");
}

#[test]
fn the_title_says_the_one_area_that_all_rows_are_of() {
    let text = "地区,年份,存款(亿元)\n青溪市,2021,90\n青溪市,2022,95\n";
    let mut open = read("own.csv", text.as_bytes());
    let options = OverviewOptions::default();
    let plan = overview::plan(&mut open.engine, Rows::Plain, &options, Lang::Zh).chart.unwrap();
    assert_eq!(plan.headings.title, "青溪市：存款随时间的变化");
    assert_eq!(plan.headings.subtitle, "单位：亿元 · 2021—2022年");
}

#[test]
fn other_charts_of_one_indicator_keep_it() {
    let mut open = case("indicators-long.csv");
    let plan = open.drawn(&auto(), Lang::Zh);
    for offer in plan.offers {
        let mut state = AppState::default();
        offer.actions.iter().for_each(|action| state.apply(action.clone()));
        open.engine.set_filter(&state.filter);
        let options: &ChartOptions = &state.options.chart;
        let drawn = open.drawn(options, Lang::Zh);
        assert!(
            options.mark == Mark::Auto
                || drawn.notes.iter().all(|note| !note.contains("不能合在一起"))
        );
        open.engine.clear_all();
    }
}
