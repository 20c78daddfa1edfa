//! Groups of rows of any table: in which order they stand, what they are drawn with, and what of them can be chosen.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Fill, MarkKind};
use minsheng_explorer::column::{Role, Table};
use minsheng_explorer::plot::chart::{Controls, NO_SPLIT, Picker, Plan};
use minsheng_explorer::plot::told;
use minsheng_explorer::state::{ChartOptions, Mark, Measure};

use super::tables::{self, category, numbers, table, world};
use super::{Open, auto, draws, with_mark, with_measure};

fn by(group: &str, split: &str, mark: Mark) -> ChartOptions {
    ChartOptions { group: group.into(), split: split.into(), mark, ..with_measure(Measure::Count) }
}

/// Names as the rows of a category column have them, in the order of their first row.
fn texts(key: &str, role: Role, rows: &[&str]) -> minsheng_explorer::column::Column {
    let mut names: Vec<String> = Vec::new();
    let mut code = |name: &&str| {
        let known = names.iter().position(|own| own == name);
        let at = known.unwrap_or(names.len());
        if known.is_none() {
            names.push((*name).to_owned());
        }
        u32::try_from(at).ok()
    };
    let codes: Vec<Option<u32>> = rows.iter().map(&mut code).collect();
    category(key, role, &names, &codes)
}

fn categories(plan: &Plan) -> Vec<&str> {
    plan.spec.categories.iter().map(|category| category.name.as_str()).collect()
}

#[test]
fn groups_that_are_cut_to_the_greatest_stand_from_the_greatest_down() {
    let mut open = Open::new(tables::large(20_000));
    let plan = open.drawn(&by("place", "field", Mark::Matrix), Lang::En);
    assert_eq!(plan.spec.categories.len(), 24);
    let whole = |row: &Vec<String>| row.last().unwrap().replace(',', "").parse::<u32>().unwrap();
    let rows = &plan.listing.rows;
    assert!(
        rows.is_sorted_by(|a, b| a[0] == "Not stated"
            || whole(a) >= whole(b)
            || b[0] == "Not stated")
    );
    assert_eq!(
        rows.iter().take(24).map(|row| row[0].as_str()).collect::<Vec<_>>(),
        categories(&plan)
    );

    let parts = open.drawn(&by("field", "place", Mark::Matrix), Lang::En);
    let shown: Vec<&str> = parts.spec.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(shown.len(), 14);
    assert_eq!(&parts.listing.header[1..15], shown, "the table begins as the chart does");
    assert_eq!(parts.listing.header.len(), 2 + 301, "and has the other parts too");
    let size = |name: &str| rows.iter().find(|row| row[0] == name).map(whole).unwrap();
    assert!(shown.is_sorted_by(|a, b| size(a) >= size(b)), "{shown:?}");

    let few = open.drawn(&by("field", NO_SPLIT, Mark::Matrix), Lang::En);
    assert_eq!(
        categories(&few)[..2],
        ["field 0", "field 1"],
        "a matrix with room for all has its column's order"
    );
    let years = open.drawn(&by("year", NO_SPLIT, Mark::Bar), Lang::En);
    assert_eq!(years.spec.categories.len(), 24);
    assert!(
        categories(&years).is_sorted(),
        "time has an order of its own: {:?}",
        categories(&years)
    );
}

#[test]
fn rows_are_grouped_by_their_unit_only_where_nothing_else_tells_them_apart() {
    let units = || texts("unit", Role::Kind, &["km", "kg", "km", "kg"]);
    let things = || texts("thing", Role::Series, &["road", "rice", "rail", "rice"]);
    let mut open = Open::new(table(4, vec![units(), things()]));
    let plan = open.drawn(&auto(), Lang::En);
    assert_eq!(plan.headings.title, "Rows by thing");
    let mut alone = Open::new(table(4, vec![units()]));
    assert_eq!(alone.drawn(&auto(), Lang::En).headings.title, "Rows by unit");
}

/// Six rows of two places, at stages of the given words.
fn staged(words: [&str; 3]) -> Open {
    let [a, b, c] = words;
    Open::new(table(
        6,
        vec![
            texts("place", Role::Area, &["x", "x", "x", "y", "y", "y"]),
            texts("stage", Role::Stage, &[a, b, c, a, a, b]),
        ],
    ))
}

#[test]
fn only_bars_stack() {
    let mut open = staged(["completed", "in_progress", "planned"]);
    for mark in [Mark::Bar, Mark::Dot, Mark::Matrix, Mark::Treemap] {
        let plan = open.drawn(&by("place", "stage", mark), Lang::En);
        assert_eq!(plan.spec.stack, plan.spec.mark == MarkKind::Bar, "{mark:?}");
        draws(&plan);
    }
}

#[test]
fn stages_stack_where_a_fill_is_one_stages_alone() {
    let mut known = staged(["completed", "in_progress", "planned"]);
    let plan = known.drawn(&auto(), Lang::En);
    assert_eq!((plan.spec.mark, plan.spec.stack), (MarkKind::Bar, true));
    let told: Vec<Fill> = plan.spec.stages.iter().map(|(fill, _)| *fill).collect();
    assert_eq!(told, [Fill::Solid, Fill::Hatched, Fill::Hollow]);
    assert!(plan.spec.series.iter().all(|series| series.name.is_empty()), "the legend names them");
    // Words that nothing is known of are drawn alike: stacked they would be one bar.
    let mut unknown = staged(["tendered", "built", "handed over"]);
    let plan = unknown.drawn(&auto(), Lang::En);
    assert_eq!((plan.spec.mark, plan.spec.stack), (MarkKind::Matrix, false));
    let bars = unknown.drawn(&by("place", "stage", Mark::Bar), Lang::En);
    let names: Vec<&str> = bars.spec.series.iter().map(|series| series.name.as_str()).collect();
    assert_eq!(names, ["tendered", "built", "handed over"], "each bar has its name beside it");
    assert!(!bars.spec.stack && bars.spec.stages.is_empty());
    draws(&bars);
}

#[test]
fn a_table_says_of_nothing_that_there_is_none() {
    let mut open = Open::new(table(
        3,
        vec![
            texts("place", Role::Area, &["x", "y", "y"]),
            texts("field", Role::Topic, &["a", "b", "b"]),
            numbers("rate", &[Some(2.5), None, None], false),
        ],
    ));
    let counts = open.drawn(&by("place", "field", Mark::Matrix), Lang::En);
    assert_eq!(counts.listing.rows, [["x", "1", "0", "1"], ["y", "0", "2", "2"]]);
    assert_eq!(counts.spec.data.len(), 2, "a cell without rows has no mark");
    let mean = ChartOptions { measure: Measure::Mean, ..by("place", "field", Mark::Matrix) };
    for (lang, none) in [(Lang::En, "none"), (Lang::Zh, "无")] {
        let means = open.drawn(&mean, lang);
        assert_eq!(means.listing.rows, [["x", "2.5", none, "2.5"], ["y", none, none, none]]);
        assert_eq!(means.spec.data.len(), 1);
    }
    let lines = told::of_listing(&open.drawn(&mean, Lang::En).listing, Lang::En);
    assert_eq!(lines[1], "y: a none, b none, Mean none");
}

#[test]
fn bars_begin_at_zero_and_dots_where_they_stand_apart() {
    let mut world = Open::new(world());
    for measure in [Measure::Count, Measure::Sum, Measure::Mean, Measure::Figure] {
        let of = |mark| ChartOptions { mark, value: "pop".into(), ..with_measure(measure) };
        assert!(world.drawn(&of(Mark::Bar), Lang::En).spec.value.zero, "{measure:?}");
        assert!(!world.drawn(&of(Mark::Dot), Lang::En).spec.value.zero, "{measure:?}");
    }
}

type Apply = fn(&mut ChartOptions, &str);

/// Every choice among columns, measures and marks, and what choosing does.
fn pickers(shown: &Controls) -> [(&'static str, &Picker, Apply); 7] {
    [
        ("measure", &shown.measure, |o, id| o.measure = Measure::from_id(id).unwrap()),
        ("mark", &shown.mark, |o, id| o.mark = Mark::from_id(id).unwrap()),
        ("x", &shown.x, |o, id| o.x = id.to_owned()),
        ("y", &shown.y, |o, id| o.y = id.to_owned()),
        ("size", &shown.size, |o, id| o.size = id.to_owned()),
        ("group", &shown.group, |o, id| o.group = id.to_owned()),
        ("split", &shown.split, |o, id| o.split = id.to_owned()),
    ]
}

#[test]
fn what_would_change_nothing_is_not_offered() {
    let tables: [Table; 5] = [
        world(),
        tables::long(),
        tables::only_numbers(50),
        tables::only_categories(),
        tables::large(500),
    ];
    let mut asked = 0;
    for table in tables {
        let mut open = Open::new(table);
        for (mark, measure) in
            Mark::ALL.iter().flat_map(|mark| Measure::ALL.iter().map(move |m| (*mark, *m)))
        {
            let options = ChartOptions { measure, ..with_mark(mark) };
            if open.chart(&options, Lang::En).is_err() {
                continue;
            }
            let shown = open.controls(&options);
            for (name, picker, apply) in pickers(&shown) {
                let free = picker.items.iter().filter(|item| item.reason.is_none());
                let charts: Vec<_> = free
                    .map(|item| {
                        let mut options = options.clone();
                        apply(&mut options, &item.id);
                        open.chart(&options, Lang::En)
                    })
                    .collect();
                let is_choice = charts.iter().any(|chart| *chart != charts[0]);
                // Or it says why there is none.
                let tells = picker.items.iter().any(|item| item.reason.is_some());
                let is_idle = !(charts.is_empty() || is_choice || tells);
                assert!(!is_idle, "{mark:?} {measure:?}: {name} {picker:?}");
                asked += usize::from(is_choice);
            }
        }
    }
    assert!(asked > 100, "{asked}");
}
