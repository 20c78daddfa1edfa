//! What is said of figures wherever they are written: with their qualifiers, in copied summaries, in the titles of pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::poster as lay;
use minsheng_explorer::chart::{PosterSpec, Shape};
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::i18n::catalog::{empty as e, filter as m, opening, shell};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Observation, Qualifier};
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::{
    ChartFormat, chart, compare, detail, ledger, overview, poster, table, timeline, told,
};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{ChartOptions, Measure, Options, OverviewOptions, View};
use minsheng_explorer::words::{
    FigureText, clause_text, figure, page_title, selection_title, value_name,
};
use serde_json::Value;

use crate::packages;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn data() -> Dataset {
    read_package(&packages::bundled()).0
}

fn any_of(pairs: &[(&str, &str)]) -> Filter {
    let mut filter = Filter::default();
    for (column, value) in pairs {
        filter.set(column, Clause::AnyOf([(*value).to_owned()].into()));
    }
    filter
}

fn engine(data: &Dataset, filter: &Filter) -> Engine {
    let mut engine = Engine::new(Arc::new(from_dataset(data)));
    engine.set_filter(filter);
    engine
}

/// Every text within a plan.
fn texts(plan: &impl serde::Serialize, found: &mut Vec<String>) {
    fn walk(value: Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(values) => values.into_iter().for_each(|v| walk(v, found)),
            // A figure in its parts is set together again by whoever draws it.
            Value::Object(mut fields) => {
                if fields.contains_key("qualifier") {
                    fields.remove("number");
                }
                fields.into_iter().for_each(|(_, v)| walk(v, found));
            }
            _ => {}
        }
    }
    walk(serde_json::to_value(plan).unwrap(), found);
}

/// Every text that the views, the poster's picture and the details have of a selection.
fn everything(data: &Dataset, filter: &Filter, keys: &[&str], lang: Lang) -> Vec<String> {
    let mut engine = engine(data, filter);
    let e = &mut engine;
    let o = &Options::default();
    let mut found = Vec::new();
    texts(&overview::plan(e, Rows::Published(data), &OverviewOptions::default(), lang), &mut found);
    texts(&ledger::plan(e, Rows::Published(data), &o.ledger, lang), &mut found);
    texts(&timeline::plan(e, Rows::Published(data), &o.timeline, &o.chart, None, lang), &mut found);
    if let Ok(plan) = chart::plan(e, Rows::Published(data), &o.chart, lang) {
        found.push(plan.sentence(lang));
        texts(&plan, &mut found);
    }
    texts(&compare::plan(e, Rows::Published(data), &o.compare, lang), &mut found);
    let plan = poster::plan(e, Rows::Published(data), &o.poster, lang);
    found.push(drawn(&plan.spec, lang));
    texts(&plan, &mut found);
    let page = table::page(e, Rows::Published(data), &o.table, lang, 0..99);
    found.extend(page.rows.iter().flatten().map(table::CellContent::text));
    for key in keys {
        texts(&detail::plan(e, Rows::Published(data), key, "", lang), &mut found);
    }
    found
}

/// What a poster's picture says, line after line: a sentence may be broken between a qualifier and its number.
fn drawn(spec: &PosterSpec, lang: Lang) -> String {
    let scene = lay(spec, &ChartFormat { lang, unit: String::new() }).scene;
    let mut lines: BTreeMap<i64, Vec<(f64, &str)>> = BTreeMap::new();
    for node in &scene.nodes {
        if let Shape::Text(text) = &node.shape {
            #[allow(clippy::cast_possible_truncation)] // A few thousand px.
            lines.entry((text.y * 4.0) as i64).or_default().push((text.x, &text.text));
        }
    }
    let line = |mut texts: Vec<(f64, &str)>| {
        texts.sort_by(|a, b| a.0.total_cmp(&b.0));
        texts.into_iter().map(|(_, text)| text).collect::<String>()
    };
    lines.into_values().map(line).collect()
}

/// The places in a text where a figure stands without its qualifier.
fn bare(text: &str, o: &Observation, shown: &FigureText) -> bool {
    let mut number = shown.clone();
    number.qualifier.clear();
    let number = number.to_string();
    // What is printed, and what we note of it, has words of its own.
    let is_note = |note: &String| !note.is_empty() && text.ends_with(note.as_str());
    if is_note(&o.note.zh) || is_note(&o.note.en) {
        return false;
    }
    let printed = &o.locator.printed;
    let text = if printed.is_empty() { text.to_owned() } else { text.replace(&**printed, "") };
    text.match_indices(number.trim_start()).any(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        // Part of another number, or of another unit.
        let sign = match o.quantity.qualifier {
            Qualifier::Over => ">",
            Qualifier::AtLeast => "≥",
            Qualifier::AtMost => "≤",
            Qualifier::Under => "<",
            // No sign says just what these words do.
            _ => &shown.qualifier,
        };
        let part = before.ends_with(|c: char| c.is_ascii_digit() || ".,".contains(c))
            || after.starts_with(|c: char| c.is_alphanumeric() || "·/".contains(c));
        let before = before.trim_end();
        !part && !before.ends_with(&shown.qualifier) && !before.ends_with(sign)
    })
}

#[test]
fn a_figure_keeps_its_qualifier_wherever_it_is_written() {
    let data = data();
    // Figures that stand alone under a filter: whatever has their number is they.
    let mut groups: BTreeMap<(String, String), Vec<&Observation>> = BTreeMap::new();
    for (_, o) in data.observations.iter() {
        let key = (data.sources[o.source].id.clone(), data.indicators[o.indicator].id.clone());
        groups.entry(key).or_default().push(o);
    }
    let mut faults = BTreeSet::new();
    let mut checked = 0;
    for ((source, indicator), group) in groups {
        if group.iter().any(|o| o.quantity.qualifier == Qualifier::Eq) {
            continue;
        }
        let filter = any_of(&[("source", &source), ("indicator", &indicator)]);
        let keys: Vec<&str> = group.iter().map(|o| o.id.as_str()).collect();
        for lang in LANGS {
            let texts = everything(&data, &filter, &keys, lang);
            for o in &group {
                let shown = figure(&data, o, lang);
                checked += texts.iter().filter(|text| text.contains(&shown.to_string())).count();
                let found = texts.iter().filter(|text| bare(text, o, &shown));
                faults.extend(found.map(|text| format!("{}: {text}", o.id)));
            }
        }
    }
    assert!(checked > 500, "{checked}");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_copied_summary_has_the_figures_that_the_view_shows() {
    let data = data();
    let filter = any_of(&[("place", "chengde"), ("domain", "employment")]);
    for lang in LANGS {
        let mut engine = engine(&data, &filter);
        let e = &mut engine;
        let o = &Options::default();
        let measure = Measure::Figure;
        let each = &ChartOptions { measure, kind: "people".into(), ..ChartOptions::default() };
        let figures: Vec<String> = e
            .rows()
            .iter()
            .filter_map(|row| data.observations.at(row))
            .map(|o| figure(&data, o, lang).to_string())
            .collect();
        let has = |line: &&String| figures.iter().any(|figure| line.contains(figure.as_str()));
        let header = table::header(e, Rows::Published(&data), &o.table, lang);
        let page = table::page(e, Rows::Published(&data), &o.table, lang, 0..told::MOST);
        let views = [
            (
                "overview",
                told::of_overview(
                    &overview::plan(e, Rows::Published(&data), &OverviewOptions::default(), lang),
                    lang,
                ),
            ),
            (
                "ledger",
                told::of_ledger(
                    &ledger::plan(e, Rows::Published(&data), &o.ledger, lang).unwrap(),
                    lang,
                ),
            ),
            (
                "timeline",
                told::of_listing(
                    &timeline::plan(e, Rows::Published(&data), &o.timeline, &o.chart, None, lang)
                        .unwrap()
                        .listing,
                    lang,
                ),
            ),
            (
                "chart",
                told::of_listing(
                    &chart::plan(e, Rows::Published(&data), each, lang).unwrap().listing,
                    lang,
                ),
            ),
            ("table", told::of_rows(&header, &page, lang)),
            (
                "poster",
                told::of_poster(
                    &poster::plan(e, Rows::Published(&data), &o.poster, lang).spec,
                    lang,
                ),
            ),
        ];
        for (view, lines) in views {
            assert!(!lines.is_empty(), "{view}");
            let with = lines.iter().filter(has).count();
            // Shares of targets are worked out, not published.
            assert!(with > 0 && with * 2 >= lines.len(), "{view}: {lines:#?}");
            // What it is stands before the figure.
            let mark = if lang == Lang::Zh { "：" } else { ": " };
            assert!(lines.iter().all(|line| line.contains(mark)), "{view}: {lines:#?}");
        }
    }
}

#[test]
fn what_is_not_copied_is_counted() {
    let lines: Vec<String> = (0..50).map(|n| n.to_string()).collect();
    let short = told::shortened(lines.clone(), 70, Lang::Zh);
    assert_eq!(short.len(), told::MOST + 1);
    assert_eq!(short.last().map(String::as_str), Some("另有50项。"));
    assert_eq!(told::shortened(lines[..3].to_vec(), 3, Lang::En), ["0", "1", "2"]);
    assert!(told::shortened(Vec::new(), 0, Lang::En).is_empty());
}

fn view_name(view: View) -> minsheng_explorer::i18n::Message {
    match view {
        View::Overview => shell::OVERVIEW,
        View::Ledger => shell::LEDGER,
        View::Timeline => shell::TIMELINE,
        View::Chart => shell::CHART,
        View::Compare => shell::COMPARE,
        View::Map => shell::MAP,
        View::Table => shell::TABLE,
        View::Poster => shell::POSTER,
    }
}

#[test]
fn every_view_and_selection_has_a_title_of_its_own() {
    let data = data();
    let table = from_dataset(&data);
    let mut long = any_of(&[("place", "chengde")]);
    let all = data.places.iter().map(|(_, place)| place.id.clone()).collect();
    long.set("place", Clause::AnyOf(all));
    let mut found = any_of(&[("domain", "education")]);
    found.set(Filter::TEXT, Clause::Text("学位".into()));
    found.set("time", Clause::During(Some(18_000), Some(19_000)));
    let filters = [Filter::default(), any_of(&[("place", "chengde")]), long, found];
    for lang in LANGS {
        let mut titles = BTreeSet::new();
        for &view in View::ALL {
            for filter in &filters {
                for own in ["", "table.csv"] {
                    let selection = selection_title(&table, filter, lang);
                    let title = page_title(view_name(view).get(lang), own, &selection, lang);
                    assert!(title.starts_with(view_name(view).get(lang)), "{title}");
                    assert!(title.ends_with(shell::TITLE.get(lang)), "{title}");
                    assert!(title.contains(own) && title.chars().count() < 160, "{title}");
                    assert!(titles.insert(title.clone()), "{title} is the title of two pages");
                }
            }
        }
    }
    let chengde = selection_title(&table, &filters[1], Lang::Zh);
    assert_eq!(page_title("一览", "", &chengde, Lang::Zh), "一览 · 承德市 · 民生数图");
    assert_eq!(page_title("一览", "", "", Lang::Zh), "一览 · 民生数图");
}

#[test]
fn names_in_quotation_marks_are_not_quoted_twice() {
    let data = data();
    let table = from_dataset(&data);
    let text =
        |text: &str, lang| clause_text(&table, Filter::TEXT, &Clause::Text(text.into()), lang);
    for lang in LANGS {
        let name = text("承德/", lang);
        assert_eq!(name, "“承德/”");
        let messages = [
            m::REMOVE.fill(lang, &[("name", &name)]),
            e::NOWHERE.fill(lang, &[("rest", &name), ("places", "")]),
            opening::SHOWN.count(lang, 3, &[("name", &name)]),
            text("“老旧小区”改造", lang),
        ];
        for said in messages {
            for doubled in ["““", "””", "《《", "》》"] {
                assert!(!said.contains(doubled), "{said}");
            }
        }
        assert_eq!(text("“老旧小区”改造", lang), "“‘老旧小区’改造”");
    }
    // Whatever the data has in quotation marks, in every message that quotes a name.
    for (column, register) in [("project", &data.projects)] {
        for (_, project) in register.iter() {
            for lang in LANGS {
                let name = value_name(&table, column, &project.id, lang);
                let said = m::REMOVE.fill(lang, &[("name", &name)]);
                assert!(!said.contains("““") && !said.contains("””"), "{said}");
            }
        }
    }
}

/// Brackets within brackets are of the other kind, and two pairs in a row are one.
#[test]
fn a_name_has_one_pair_of_brackets() {
    use minsheng_explorer::words::in_brackets;
    for (name, beside, lang, whole) in [
        ("招聘教师", "毕业生（急需）", Lang::Zh, "招聘教师（毕业生〔急需〕）"),
        ("老旧小区改造（剩余任务）", "目标", Lang::Zh, "老旧小区改造（剩余任务，目标）"),
        (
            "Allowance",
            "the very old (not centenarians)",
            Lang::En,
            "Allowance (the very old [not centenarians])",
        ),
        ("Roads", "", Lang::En, "Roads"),
    ] {
        assert_eq!(in_brackets(name, beside, lang), whole);
    }
}

/// 疫情随访人次14万人次 says its unit twice.
#[test]
fn what_the_unit_says_is_not_said_before_the_figure() {
    use minsheng_explorer::words::before_figure;
    assert_eq!(before_figure("疫情随访人次", "万人次", Lang::Zh), "疫情随访");
    assert_eq!(before_figure("巡防队员", "人", Lang::Zh), "巡防队员");
    assert_eq!(before_figure("人次", "人次", Lang::Zh), "人次");
    assert_eq!(before_figure("People served", " people", Lang::En), "People served");
}
