//! Every view's plan over tables that are no published figures: by roles alone, at any size.

mod compare;
mod drawn;
mod groups;
mod large;
mod ledger;
mod odd;
mod opens_on;
mod tables;
mod totals;

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
fn pickers_list_the_measures_of_a_scatter() {
    let mut world = Open::new(world());
    let shown = world.controls(&with_mark(Mark::Scatter));
    for (picker, auto) in
        [(&shown.x, "Auto: gdpPercap"), (&shown.y, "Auto: lifeExp"), (&shown.size, "Auto: pop")]
    {
        assert_eq!(picker.items[0].name, auto);
        assert!(["lifeExp", "pop", "gdpPercap"].iter().all(|key| ids(picker).contains(key)));
    }
    assert_eq!(
        subjects(&shown),
        ["lifeExp against gdpPercap", "lifeExp", "pop", "gdpPercap", "Row count"]
    );
    assert!(shown.group.items.is_empty() && shown.log.reason.is_some());
    let chosen = ChartOptions {
        x: "pop".into(),
        y: "gdpPercap".into(),
        size: "none".into(),
        ..with_mark(Mark::Scatter)
    };
    let plan = world.drawn(&chosen, Lang::En);
    assert_eq!(plan.headings.title, "gdpPercap against pop");
    assert!(plan.spec.data.iter().all(|datum| datum.size.is_none()));
    assert_eq!(world.controls(&chosen).x.chosen, "pop");
    let lines = world.controls(&with_mark(Mark::Line));
    assert_eq!(subjects(&lines), ["lifeExp", "pop", "gdpPercap", "Row count"]);
    assert!(ids(&lines.group).contains(&"continent") && lines.x.items.is_empty());
}

#[test]
fn the_scatter_is_of_the_period_filtered_by() {
    let mut world = Open::new(world());
    world.engine.set("year", Clause::During(Some(day(1970, 1, 1)), Some(day(1975, 12, 31))));
    let plan = world.drawn(&with_mark(Mark::Scatter), Lang::Zh);
    assert_eq!(plan.headings.subtitle, "1975年");
    assert_eq!(plan.spec.data.len(), 40);
    let lines = world.drawn(&auto(), Lang::Zh);
    assert_eq!(lines.spec.mark, MarkKind::Line, "two periods are lines");
    world.engine.set("year", Clause::During(Some(day(1975, 1, 1)), Some(day(1975, 12, 31))));
    let one = world.drawn(&auto(), Lang::Zh);
    assert_eq!(
        one.spec.mark,
        MarkKind::Scatter,
        "of one period two measures stand against each other"
    );
    world.engine.set("year", Clause::During(Some(day(1970, 1, 1)), Some(day(1975, 12, 31))));
    world.choose("country", &["Land 1", "Land 2"]);
    let lines = world.drawn(&auto(), Lang::Zh);
    assert_eq!(lines.spec.mark, MarkKind::Line, "two countries are compared over time");
}

#[test]
fn means_over_time_are_lines_of_topics() {
    let mut world = Open::new(world());
    let options = ChartOptions {
        value: "gdpPercap".into(),
        group: "continent".into(),
        ..with_mark(Mark::Line)
    };
    let plan = world.drawn(&options, Lang::Zh);
    assert_eq!(plan.headings.title, "各continent的平均gdpPercap随时间的变化");
    assert_eq!(plan.headings.subtitle, "1960—2005年", "nothing says in what unit");
    assert_eq!((plan.spec.series.len(), plan.spec.data.len()), (5, 50));
    assert_eq!(plan.listing.rows.len(), 10);
    let table = world.engine.table().clone();
    let (continent, income) =
        (table.category("continent").unwrap(), table.measures().nth(2).unwrap().1);
    let own: Vec<f64> = (0..table.len)
        .filter(|&row| {
            continent.code(row) == Some(4)
                && table.time().unwrap().last(row) == Some(day(2005, 12, 31))
        })
        .filter_map(|row| income.float(row))
        .collect();
    assert_eq!(own.len(), 7, "one of eight has none");
    let last = plan.spec.data.iter().rfind(|datum| datum.series == 4).unwrap();
    let mean = own.iter().sum::<f64>() / own.len() as f64;
    assert!((last.extent.mid - mean).abs() < 1e-6 * mean, "{} {mean}", last.extent.mid);
    draws(&plan);

    // Without being asked, lines of which each point is one number.
    let countries = ChartOptions { group: String::new(), ..options };
    let plan = world.drawn(&countries, Lang::En);
    assert_eq!(plan.headings.title, "gdpPercap over time, by country");
    assert_eq!((plan.spec.series.len(), plan.spec.foremost), (40, Some(10)));
    assert!(
        plan.notes[0].starts_with("In colour: the greatest 10 by pop; in grey 30 others"),
        "{:?}",
        plan.notes
    );
    draws(&plan);
}

#[test]
fn groups_have_means_sums_and_counts() {
    let mut world = Open::new(world());
    let mean = world.drawn(&with_measure(Measure::Mean), Lang::Zh);
    assert_eq!(mean.headings.title, "lifeExp的平均（按continent分）");
    assert_eq!(mean.spec.data.len(), 5);
    let sum = ChartOptions { value: "pop".into(), ..with_measure(Measure::Sum) };
    let sum = world.drawn(&sum, Lang::En);
    assert_eq!(sum.headings.title, "pop: total by continent");
    let all: f64 = sum.spec.data.iter().map(|datum| datum.extent.mid).sum();
    let table = world.engine.table().clone();
    let population = table.measures().nth(1).unwrap().1;
    let expected: f64 = (0..table.len).filter_map(|row| population.float(row)).sum();
    assert!((all - expected).abs() < 1.0);
    let rates = world.chart(&with_measure(Measure::Sum), Lang::En).unwrap_err();
    assert!(rates.reason.contains("adding them up says nothing"), "{}", rates.reason);
    let count = ChartOptions {
        group: "country".into(),
        split: "continent".into(),
        ..with_measure(Measure::Count)
    };
    let count = world.drawn(&count, Lang::Zh);
    assert_eq!(count.spec.categories.len(), 24);
    assert!(count.notes.iter().any(|note| note.contains("最大的24组")), "{:?}", count.notes);
    for plan in [mean, sum, count] {
        draws(&plan);
    }
    let rows = world
        .drawn(&ChartOptions { value: "pop".into(), ..with_measure(Measure::Figure) }, Lang::En);
    assert_eq!(rows.headings.title, "Greatest pop");
    assert!(rows.spec.data.windows(2).all(|pair| pair[0].extent.mid >= pair[1].extent.mid));
    assert!(matches!(&rows.targets[0], Some(Action::Open(key)) if table.row(key).is_some()));
    draws(&rows);
}

#[test]
fn a_histogram_counts_every_row_and_filters_by_its_bars() {
    let mut world = Open::new(world());
    let options = ChartOptions { value: "gdpPercap".into(), ..with_mark(Mark::Histogram) };
    let plan = world.drawn(&options, Lang::En);
    assert_eq!(plan.headings.title, "Distribution of gdpPercap");
    let rows: f64 = plan.spec.data.iter().map(|datum| datum.extent.mid).sum();
    assert_eq!(rows, 399.0);
    draws(&plan);
    let (at, _) = plan
        .spec
        .data
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.extent.mid.total_cmp(&b.1.extent.mid))
        .unwrap();
    let Some(Action::Within(column, Some(from), Some(to), false)) = &plan.targets[at] else {
        panic!()
    };
    assert_eq!(column, "gdpPercap");
    world.engine.set(column, Clause::Between(*from, *to));
    assert!(world.engine.matching() as f64 >= plan.spec.data[at].extent.mid);
    let table = world.engine.table().clone();
    let text = minsheng_explorer::words::clause_text(
        &table,
        column,
        &Clause::Between(800.0, 1200.5),
        Lang::Zh,
    );
    assert_eq!(text, "gdpPercap 800至1,200.5");
    let open = minsheng_explorer::words::clause_text(
        &table,
        column,
        &Clause::Between(800.0, f64::INFINITY),
        Lang::En,
    );
    assert_eq!(open, "gdpPercap: 800 or more");
}

#[test]
fn every_choice_that_is_offered_leads_to_a_chart() {
    for table in [world(), tables::long(), tables::only_numbers(50), tables::only_categories()] {
        let mut open = Open::new(table);
        let shown = open.controls(&auto());
        type Apply = fn(&mut ChartOptions, &str);
        let pickers: [(&Picker, Apply); 7] = [
            (&shown.measure, |o, id| o.measure = Measure::from_id(id).unwrap()),
            (&shown.mark, |o, id| o.mark = Mark::from_id(id).unwrap()),
            (&shown.x, |o, id| o.x = id.to_owned()),
            (&shown.y, |o, id| o.y = id.to_owned()),
            (&shown.size, |o, id| o.size = id.to_owned()),
            (&shown.group, |o, id| o.group = id.to_owned()),
            (&shown.split, |o, id| o.split = id.to_owned()),
        ];
        let mut drawn = 0;
        for (picker, apply) in pickers {
            for item in &picker.items {
                let mut options = auto();
                apply(&mut options, &item.id);
                match (open.chart(&options, Lang::En), &item.reason) {
                    (Ok(plan), _) => {
                        draws(&plan);
                        drawn += 1;
                        for offer in plan.offers {
                            let mut state = AppState::default();
                            state.options.chart.clone_from(&options);
                            offer.actions.into_iter().for_each(|action| state.apply(action));
                            open.engine.set_filter(&state.filter);
                            assert!(
                                open.chart(&state.options.chart, Lang::En).is_ok(),
                                "{}",
                                offer.label
                            );
                            open.engine.clear_all();
                        }
                    }
                    (Err(refusal), reason) => {
                        assert_eq!(
                            Some(&refusal.reason),
                            reason.as_ref(),
                            "{} is offered",
                            item.id
                        );
                        for offer in refusal.offers {
                            let mut state = AppState::default();
                            state.options.chart.clone_from(&options);
                            offer.actions.into_iter().for_each(|action| state.apply(action));
                            open.engine.set_filter(&state.filter);
                            assert!(
                                open.chart(&state.options.chart, Lang::En).is_ok(),
                                "{}",
                                offer.label
                            );
                            open.engine.clear_all();
                        }
                    }
                }
            }
        }
        assert!(drawn > 5);
    }
}

#[test]
fn of_rows_that_measure_unlike_things_one_kind_is_drawn() {
    let mut open = Open::new(tables::long());
    let plan = open.drawn(&auto(), Lang::Zh);
    assert_eq!(plan.headings.title, "学校：各地区的数值随时间的变化");
    assert!(
        plan.notes[0].contains("“指标”不同") && plan.notes[0].contains("学校"),
        "{:?}",
        plan.notes
    );
    assert!(open.engine.filter().is_empty(), "nothing is chosen for the reader");
    let subjects = open.controls(&auto());
    assert_eq!(
        self::subjects(&subjects),
        ["学校", "病床", "Row count"],
        "the other is one press away"
    );
    assert!(
        plan.offers.iter().any(|offer| offer.label.starts_with("只看学校")),
        "{:?}",
        plan.offers
    );
    let mean = open.drawn(&with_measure(Measure::Mean), Lang::Zh);
    assert!(mean.notes[0].contains("“指标”不同"), "{:?}", mean.notes);
    let rows = open.drawn(&with_measure(Measure::Count), Lang::Zh);
    assert_eq!(rows.headings.title, "有多少行（按地区分）");
    open.choose("指标", &["学校"]);
    let plan = open.drawn(&auto(), Lang::Zh);
    assert_eq!(plan.spec.mark, MarkKind::Line);
    assert_eq!(plan.spec.series.len(), 6);
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
    assert_eq!(fact("有多少行"), ("400", ""));
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
