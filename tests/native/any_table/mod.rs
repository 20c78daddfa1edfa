//! Every view's plan over tables that are no published figures: by roles alone, at any size.

mod apart;
mod charts;
mod compare;
mod drawn;
mod findings;
mod groups;
mod items;
mod large;
mod ledger;
mod marked;
mod odd;
mod opens_on;
mod ordered;
mod posters;
mod reached;
mod tables;
mod totals;
mod units_once;

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{MarkKind, Size, compose};
use minsheng_explorer::column::Table;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::chart::{Controls, Picker, Plan, Refusal, controls, plan};
use minsheng_explorer::plot::facet::{self, Outline};
use minsheng_explorer::plot::rail::{self, RailKind};
use minsheng_explorer::plot::timeline::{self, Picture, TimelinePlan};
use minsheng_explorer::plot::{ChartFormat, detail, overview, summary, table as sheet};
use minsheng_explorer::query::{Clause, Engine, SortKey};
use minsheng_explorer::state::{
    Action, AppState, ChartOptions, Mark, Measure, OverviewOptions, TableOptions, TimelineOptions,
};

use tables::{day, world};

/// An engine over a table without published figures.
struct Open {
    engine: Engine,
}

impl Open {
    fn new(table: Table) -> Self {
        Self { engine: Engine::new(Arc::new(table)) }
    }

    fn choose(&mut self, column: &str, values: &[&str]) -> &mut Self {
        let values = values.iter().map(|&v| v.to_owned()).collect();
        self.engine.set(column, Clause::AnyOf(values));
        self
    }

    fn chart(&mut self, options: &ChartOptions, lang: Lang) -> Result<Plan, Refusal> {
        plan(&mut self.engine, Rows::Plain, options, lang)
    }

    fn drawn(&mut self, options: &ChartOptions, lang: Lang) -> Plan {
        self.chart(options, lang).unwrap_or_else(|refusal| panic!("{}", refusal.reason))
    }

    fn controls(&mut self, options: &ChartOptions) -> Controls {
        controls(&mut self.engine, Rows::Plain, options, Lang::En)
    }

    fn timeline(&mut self, options: &TimelineOptions, lang: Lang) -> Option<TimelinePlan> {
        timeline::plan(&mut self.engine, Rows::Plain, options, &auto(), None, lang)
    }

    fn sentence(&mut self, lang: Lang) -> String {
        summary::plan(&mut self.engine, Rows::Plain, lang).sentence
    }
}

fn auto() -> ChartOptions {
    ChartOptions::default()
}

fn every() -> TimelineOptions {
    TimelineOptions::default()
}

fn sorted(column: &str) -> TableOptions {
    let sort = Some(SortKey { column: column.to_owned(), descending: true });
    TableOptions { sort, ..TableOptions::default() }
}

fn with_mark(mark: Mark) -> ChartOptions {
    ChartOptions { mark, ..auto() }
}

fn with_measure(measure: Measure) -> ChartOptions {
    ChartOptions { measure, ..auto() }
}

/// Parts stand in one bar only where they can be told apart: by a hue of their own, or by a fill.
#[test]
fn bars_stack_only_parts_that_can_be_told_apart() {
    let mut world = Open::new(world());
    let split = |group: &str, split: &str| ChartOptions {
        mark: Mark::Bar,
        group: group.into(),
        split: split.into(),
        ..with_measure(Measure::Count)
    };
    let hues = |plan: &Plan| -> Vec<Option<u8>> {
        plan.spec.series.iter().map(|series| series.hue).collect()
    };
    let topics = world.drawn(&split("year", "continent"), Lang::Zh);
    let mut seen = hues(&topics);
    seen.sort_unstable();
    seen.dedup();
    assert!(topics.spec.stack && seen.len() == 5 && !seen.contains(&None), "{seen:?}");
    let areas = world.drawn(&split("continent", "country"), Lang::Zh);
    assert!(!areas.spec.stack && hues(&areas).iter().all(Option::is_none), "no hue of their own");
}

/// Draws a plan at a phone's and a page's width: nothing is dropped, every mark is told.
fn draws(plan: &Plan) {
    let format = ChartFormat { lang: Lang::En, unit: String::new() };
    for width in [390.0, 1000.0] {
        let scene = compose(&plan.spec, Size::wide(width), &format);
        assert!(scene.dropped.is_empty(), "{}: {:?}", plan.headings.title, scene.dropped);
    }
    assert!(plan.spec.data.iter().all(|datum| !datum.tip.is_empty()));
    let width = plan.listing.header.len();
    assert!(plan.listing.rows.iter().all(|row| row.len() == width), "{}", plan.headings.title);
    let bytes = postcard::to_allocvec(plan).unwrap();
    assert_eq!(&postcard::from_bytes::<Plan>(&bytes).unwrap(), plan);
}

fn ids(picker: &Picker) -> Vec<&str> {
    picker.items.iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn countries_are_a_scatter_of_life_and_income() {
    let mut world = Open::new(world());
    let zh = world.drawn(&with_mark(Mark::Scatter), Lang::Zh);
    assert_eq!(zh.headings.title, "lifeExp与gdpPercap");
    let en = world.drawn(&with_mark(Mark::Scatter), Lang::En);
    assert_eq!(en.headings.title, "lifeExp against gdpPercap");
    assert_eq!(en.headings.subtitle, "2005");
    assert_eq!(en.spec.mark, MarkKind::Scatter);
    assert_eq!(en.spec.data.len(), 39, "the one without income then is left out");
    assert!(en.notes.iter().any(|note| note.contains("1 more (country) lacks")), "{:?}", en.notes);
    assert_eq!((en.spec.value.log, en.spec.across.log), (false, true), "income on a log axis");
    assert_eq!(en.spec.size.label, "pop");
    let series: Vec<&str> = en.spec.series.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(series, ["Ostern", "Western", "Norden", "Süden", "Mitte"]);
    let hues: std::collections::BTreeSet<_> = en.spec.series.iter().map(|s| s.hue).collect();
    assert_eq!(hues.len(), 5, "a hue a continent");
    assert!(en.spec.data.windows(2).all(|pair| pair[0].size >= pair[1].size));
    let first = &en.spec.data[0];
    assert!(first.tip.contains(&first.label) && first.tip.contains("pop"), "{}", first.tip);
    let Some(Some(Action::Narrow(clauses))) = en.targets.first() else { panic!("no target") };
    assert_eq!(clauses, &[("country".to_owned(), first.label.clone())]);
    draws(&en);
}

/// What the sentence above the chart can be about.
fn subjects(shown: &Controls) -> Vec<&str> {
    shown.sentence.subject.offers().map(|offer| offer.label.as_str()).collect()
}

#[test]
fn the_sentence_of_any_table_leads_to_charts_of_what_it_names() {
    for table in [world(), tables::long(), tables::only_numbers(50), tables::only_categories()] {
        let mut open = Open::new(table);
        let sentence = open.controls(&auto()).sentence;
        assert!(sentence.subject.offers().nth(sentence.subject.chosen).is_some());
        for (at, offer) in sentence.subject.offers().enumerate() {
            let mut state = AppState::default();
            offer.actions.iter().for_each(|action| state.apply(action.clone()));
            open.engine.set_filter(&state.filter);
            let options = &state.options.chart;
            assert!(open.chart(options, Lang::En).is_ok(), "{}", offer.label);
            if at != sentence.subject.chosen {
                let then = open.controls(options).sentence.subject;
                let chosen = then.offers().nth(then.chosen).map(|offer| &offer.label);
                assert_eq!(chosen, Some(&offer.label));
            }
            open.engine.clear_all();
        }
    }
}

#[test]
fn time_is_played_as_a_scatter_that_moves_on_still_axes() {
    let mut world = Open::new(world());
    let plan = world.timeline(&every(), Lang::En).unwrap();
    let Picture::Steps(steps) = &plan.picture else { panic!("lanes") };
    assert_eq!(steps.len(), 10);
    assert_eq!((steps[0].name.as_str(), steps[0].count), ("1960", 40));
    assert_eq!(plan.sentence, "1960–2005: 400 rows in 10 periods.");
    assert_eq!(plan.columns[0], (String::new(), "Auto".to_owned()));
    assert_eq!(plan.step_on(steps[3].first), Some(steps[3].last));
    assert_eq!(plan.step_on(day(1900, 1, 1)), Some(steps[0].last), "before any has begun");
    assert_eq!((plan.reached(steps[0].first), plan.reached(steps[1].last)), (0, 80));
    let frames: Vec<Plan> = steps
        .iter()
        .map(|step| {
            timeline::frame(&mut world.engine, &every(), &auto(), Lang::En, Some(step.first))
                .unwrap()
        })
        .collect();
    for (frame, step) in frames.iter().zip(steps) {
        assert_eq!(frame.headings.subtitle, step.name);
        assert_eq!(frame.spec.value.domain, frames[0].spec.value.domain);
        assert_eq!(frame.spec.across.domain, frames[0].spec.across.domain);
        assert_eq!(frame.spec.size.greatest, frames[0].spec.size.greatest);
        draws(frame);
    }
    assert_ne!(frames[0].spec.data, frames[9].spec.data);
    let last = timeline::frame(&mut world.engine, &every(), &auto(), Lang::En, None).unwrap();
    assert_eq!(last, frames[9]);

    let lanes = TimelineOptions { lanes: "continent".into(), ..every() };
    let middle =
        timeline::frame(&mut world.engine, &lanes, &auto(), Lang::Zh, Some(day(1982, 6, 1)))
            .unwrap();
    assert_eq!(middle.spec.mark, MarkKind::Line);
    assert_eq!(middle.spec.data.len(), 25, "five lines up to 1980");
    assert!(middle.spec.value.domain.is_some());
    assert_eq!(world.timeline(&lanes, Lang::Zh).unwrap().column, "continent");
}

#[test]
fn the_overview_says_what_the_selection_comes_to() {
    let mut world = Open::new(world());
    let plan =
        overview::plan(&mut world.engine, Rows::Plain, &OverviewOptions::default(), Lang::Zh);
    let fact = |name: &str| {
        let fact = plan.facts.iter().find(|fact| fact.name == name);
        fact.map(|fact| (fact.value.as_str(), fact.note.as_str())).unwrap()
    };
    assert_eq!(fact("行数"), ("400", ""));
    assert_eq!(fact("country"), ("40个", ""));
    assert_eq!(fact("year"), ("1960—2005年", "10期"));
    assert!(
        fact("lifeExp").0.starts_with("平均") && fact("lifeExp").1.contains("至"),
        "{:?}",
        fact("lifeExp")
    );
    assert_eq!(plan.by, "分continent");
    assert_eq!(plan.cards.len(), 5);
    let card = &plan.cards[0];
    assert_eq!((card.name.as_str(), card.count.as_str()), ("Ostern", "全部80行"));
    let leads: Vec<&str> = card.leads.iter().map(|lead| lead.name.as_str()).collect();
    assert_eq!(leads, ["lifeExp", "pop", "gdpPercap"]);
    let chart = plan.chart.unwrap();
    assert_eq!(chart.spec.mark, MarkKind::Line);
    assert_eq!(chart.headings.title, "各country的lifeExp随时间的变化");

    assert_eq!(
        world.sentence(Lang::Zh),
        "共400行：country 40个，continent 5个，从1960年到2005年。"
    );
    world.choose("continent", &["Mitte", "Norden"]);
    assert_eq!(
        world.sentence(Lang::En),
        "160 rows: country: 16 values, continent: Norden, Mitte, from 1960 to 2005."
    );
    let plan = summary::plan(&mut world.engine, Rows::Plain, Lang::En);
    assert_eq!((plan.matching, plan.total, plan.count.as_str()), (160, 400, "160 rows match"));
}

#[test]
fn the_table_is_read_page_by_page_in_any_order() {
    let mut world = Open::new(world());
    let options = sorted("gdpPercap");
    let header = sheet::header(&mut world.engine, Rows::Plain, &options, Lang::En);
    assert_eq!(header.order, "Sorted by gdpPercap, descending");
    let names: Vec<&str> = header.shown.iter().map(|h| h.name.as_str()).collect();
    assert_eq!(names, ["country", "continent", "year", "lifeExp", "pop", "gdpPercap"]);
    let whole = sheet::page(&mut world.engine, Rows::Plain, &options, Lang::En, 0..400);
    assert_eq!((whole.total, whole.rows.len()), (400, 400));
    let page = sheet::page(&mut world.engine, Rows::Plain, &options, Lang::En, 190..210);
    assert_eq!(page.rows, whole.rows[190..210]);
    assert_eq!(page.keys, whole.keys[190..210]);
    for (at, key) in whole.keys.iter().enumerate().step_by(37) {
        let place = sheet::place(&mut world.engine, Rows::Plain, &options, key);
        assert_eq!(place, Some(at), "{key}");
    }
    assert_eq!(whole.keys.last().map(String::as_str), Some("400"), "without income, last");
    let beyond = sheet::page(&mut world.engine, Rows::Plain, &options, Lang::En, 395..500);
    assert_eq!(beyond.rows.len(), 5);
    let by_id = sorted("id");
    let page = sheet::page(&mut world.engine, Rows::Plain, &by_id, Lang::Zh, 0..2);
    assert_eq!(page.keys, ["400", "399"]);
    assert_eq!(sheet::place(&mut world.engine, Rows::Plain, &by_id, "399"), Some(1));
    world.choose("continent", &["Mitte"]);
    assert_eq!(
        sheet::place(&mut world.engine, Rows::Plain, &TableOptions::default(), "1"),
        None,
        "filtered out"
    );
    let (rows, file) = sheet::export(&mut world.engine, Rows::Plain, &options, Lang::En, 0..3);
    let exported: Vec<&str> = file.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(exported, names);
    assert_eq!(rows.len(), 3);
    assert!(file.rows.iter().all(|row| row[1].to_string() == "Mitte"));
}

#[test]
fn a_row_in_detail_is_its_columns_and_values() {
    let world = Open::new(world());
    let plan = detail::plan(&world.engine, Rows::Plain, "400", "", Lang::En).unwrap();
    assert_eq!(plan.name, "Land 40, 2005");
    let facts: Vec<&str> = plan.facts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        facts,
        ["country", "continent", "year", "lifeExp", "pop", "Id"],
        "no income, no line"
    );
    assert!(plan.figure.is_none() && plan.source.is_none() && plan.cite_plain.is_empty());
    assert!(detail::plan(&world.engine, Rows::Plain, "401", "", Lang::En).is_none());
}

#[test]
fn facets_and_histograms_of_the_rail() {
    let mut world = Open::new(world());
    let outline = Outline::new(&mut world.engine);
    let parts = rail::plan(world.engine.table(), false, Lang::En);
    let kinds: Vec<(&str, RailKind)> = parts.iter().map(|p| (p.column.as_str(), p.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("year", RailKind::Time),
            ("country", RailKind::Facet),
            ("continent", RailKind::Facet),
            ("lifeExp", RailKind::Range),
            ("pop", RailKind::Range),
            ("gdpPercap", RailKind::Range),
        ]
    );
    world.choose("continent", &["Norden"]);
    let page = facet::page(&mut world.engine, &outline, "country", "", 10..15, Lang::En);
    assert_eq!((page.total, page.values.len(), page.values[0].name.as_str()), (40, 5, "Land 11"));
    let counts: Vec<usize> = page.values.iter().map(|value| value.count).collect();
    assert_eq!(counts, [0, 0, 10, 0, 0], "Land 13 is in Norden");
    let found = facet::page(&mut world.engine, &outline, "country", "land 3", 0..99, Lang::En);
    assert_eq!(found.total, 11, "Land 3 and 30 to 39");
    let own = facet::page(&mut world.engine, &outline, "continent", "", 0..9, Lang::En);
    assert_eq!(own.chosen, 1);
    assert!(own.values.iter().all(|value| value.count == 80), "a facet never filters itself");
    let years = rail::years(&mut world.engine, &outline);
    assert_eq!((years.len(), years[0].total, years[0].selected, years[1].total), (46, 40, 8, 0));
    world.engine.set("gdpPercap", Clause::Between(1000.0, f64::INFINITY));
    let range = rail::range(&mut world.engine, "gdpPercap", Lang::Zh).unwrap();
    assert!(range.log && range.edges.len() == range.selected.len() + 1);
    assert_eq!(range.selected.iter().sum::<u32>(), 80, "not filtered by itself");
    assert_eq!(
        (range.chosen, range.words.as_str()),
        ((Some(1000.0), None), "gdpPercap不低于1,000")
    );
    assert!(rail::range(&mut world.engine, "country", Lang::Zh).is_none());
}
