//! Posters of the five places on the three papers: what they say, that nothing overlaps, leaves the sheet or is cut,
//! and their pictures in `tests/snapshots`; `UPDATE_SNAPSHOTS=1` rewrites those.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{
    LEAD, Node, PosterChart, PosterSpec, Shape, TITLE, measure, palette, poster, svg,
};
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Role, Stage};
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::poster::{PosterPlan, plan};
use minsheng_explorer::query::{Clause, Engine, Filter};
use minsheng_explorer::state::{PosterFormat, PosterOptions};

use crate::charts::fault;
use crate::packages;

const LINK: &str = "https://www.example.gov.cn/data/minsheng/#v=1&view=poster&f.source=";

fn data() -> Dataset {
    read_package(&packages::bundled()).0
}

fn of(column: &str, value: &str) -> Filter {
    let mut filter = Filter::default();
    filter.set(column, Clause::AnyOf([value.to_owned()].into()));
    filter
}

fn engine(data: &Dataset, filter: &Filter) -> Engine {
    let mut engine = Engine::new(Arc::new(from_dataset(data)));
    engine.set_filter(filter);
    engine
}

fn on(format: PosterFormat) -> PosterOptions {
    PosterOptions { format, ..PosterOptions::default() }
}

fn releases(data: &Dataset) -> Vec<String> {
    data.sources.iter().map(|(_, source)| source.id.clone()).collect()
}

/// Every release's poster on every paper in a language.
fn posters(data: &Dataset, lang: Lang) -> Vec<(String, PosterPlan)> {
    let mut posters = Vec::new();
    for release in releases(data) {
        let mut engine = engine(data, &of("source", &release));
        for &format in PosterFormat::ALL {
            let mut plan = plan(&mut engine, Rows::Published(data), &on(format), lang);
            plan.spec.link = Some(format!("{LINK}{release}"));
            posters.push((format!("poster-{release}-{}", format.id()), plan));
        }
    }
    posters
}

fn format(lang: Lang) -> ChartFormat {
    ChartFormat { lang, unit: String::new() }
}

#[test]
fn pictures_are_the_committed_ones() {
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let data = data();
    let mut differing = Vec::new();
    for (name, plan) in posters(&data, Lang::Zh) {
        let drawn = poster(&plan.spec, &format(Lang::Zh));
        let text = svg::to_svg_enlarged(&drawn.scene, &palette::LIGHT, plan.spec.paper.times());
        let path = packages::root().join("tests/snapshots").join(format!("{name}.svg"));
        if update {
            fs::write(&path, text).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            differing.push(name);
        }
    }
    assert!(
        differing.is_empty(),
        "posters differ from tests/snapshots: {differing:?}; look at them, then set UPDATE_SNAPSHOTS=1"
    );
}

/// Selections of all kinds on every paper.
fn every(data: &Dataset, lang: Lang) -> Vec<(String, PosterPlan)> {
    let mut all = posters(data, lang);
    let others = [Filter::default(), of("domain", "education"), of("indicator", "dibao_standard")];
    for filter in others {
        for &paper in PosterFormat::ALL {
            let plan = plan(&mut engine(data, &filter), Rows::Published(data), &on(paper), lang);
            all.push((format!("{filter:?} {}", paper.id()), plan));
        }
    }
    all
}

/// The texts of a poster's picture.
fn texts(spec: &PosterSpec, lang: Lang) -> Vec<String> {
    let scene = poster(spec, &format(lang)).scene;
    let text = |shape: &Shape| match shape {
        Shape::Text(text) => Some((text.text.clone(), text.size.px())),
        _ => None,
    };
    let texts: Vec<(String, f64)> = scene.nodes.iter().filter_map(|n| text(&n.shape)).collect();
    assert!(texts.iter().all(|(_, px)| *px >= 12.0));
    texts.into_iter().map(|(text, _)| text).collect()
}

#[test]
fn nothing_overlaps_or_leaves_the_sheet() {
    let data = data();
    for lang in Lang::ALL {
        for (name, plan) in every(&data, lang) {
            let drawn = poster(&plan.spec, &format(lang));
            assert_eq!(fault(&drawn.scene), None, "{name} {lang:?}");
        }
    }
}

/// The title and the lead are the editor's own, and are never cut.
#[test]
fn titles_and_leads_of_the_releases_have_room_whole() {
    let data = data();
    for lang in Lang::ALL {
        for (name, plan) in posters(&data, lang) {
            let is_cut = |text: &String| text.ends_with('…');
            let (title, lead) = (&plan.spec.title, &plan.spec.lead);
            for text in texts(&plan.spec, lang).iter().filter(|text| is_cut(text)) {
                let begun = text.trim_end_matches('…');
                assert!(!title.contains(begun) && !lead.name.contains(begun), "{name}: {text}");
            }
        }
    }
}

/// Whatever a reader writes stays within its block: it is set smaller, and then cut after a word.
#[test]
fn long_texts_of_a_reader_stay_in_their_blocks() {
    let data = data();
    let long = [
        "一项写得很长很长、怎么也写不完的民生实事，".repeat(20),
        "A promise told at great length by an editor who never comes to the point ".repeat(12),
        "Donaudampfschifffahrtsgesellschaftskapitän".repeat(9),
        "没有标点也没有空格的一长串字".repeat(30),
    ];
    for lang in Lang::ALL {
        for (name, plan) in posters(&data, lang) {
            for text in &long {
                let mut spec = plan.spec.clone();
                spec.title.clone_from(text);
                for point in spec.points.iter_mut().chain([&mut spec.lead]) {
                    point.name.clone_from(text);
                }
                let drawn = poster(&spec, &format(lang));
                assert_eq!(fault(&drawn.scene), None, "{name} {lang:?}");
                let is_told = |node: &Node| node.tip.trim() == text.trim();
                assert!(drawn.scene.nodes.iter().any(is_told), "the whole is told where it is cut");
            }
        }
    }
}

/// Both languages, and all releases, have the same blocks on a paper; a slide has one figure and one chart.
#[test]
fn every_paper_has_its_blocks_in_both_languages() {
    let data = data();
    let blocks = |lang| -> Vec<(String, Vec<String>)> {
        let places = |plan: &PosterPlan| {
            let drawn = poster(&plan.spec, &format(lang));
            drawn.places.into_iter().map(|(id, _)| id).collect()
        };
        posters(&data, lang).iter().map(|(name, plan)| (name.clone(), places(plan))).collect()
    };
    let chinese = blocks(Lang::Zh);
    assert_eq!(chinese, blocks(Lang::En));
    for (name, places) in chinese {
        assert_eq!(places[..2], [TITLE, LEAD], "{name}");
        assert_eq!(places.len(), if name.ends_with("slide") { 2 } else { 5 }, "{name}");
    }
    for (name, plan) in posters(&data, Lang::Zh) {
        assert!(!matches!(plan.spec.chart, PosterChart::None), "{name} has a chart");
    }
}

#[test]
fn points_are_those_that_reach_most_people_then_money_and_no_two_of_an_indicator() {
    let data = data();
    for release in releases(&data) {
        let mut engine = engine(&data, &of("source", &release));
        let plan = plan(&mut engine, Rows::Published(&data), &on(PosterFormat::Page), Lang::Zh);
        let o = |id: &str| &data.observations[data.observations.find(id).unwrap()];
        let mut classes = Vec::new();
        let mut indicators =
            BTreeSet::from([o(plan.spec.lead.key.as_deref().unwrap()).indicator.index()]);
        for (id, _) in &plan.candidates {
            let own = o(id);
            assert!(own.role != Role::Target && own.stage != Stage::Planned && !own.is_derived());
            assert!(indicators.insert(own.indicator.index()), "{id} repeats its indicator");
            classes.push(match data.units[own.unit].kind.as_str() {
                "people" | "households" => 0,
                "money" => 1,
                _ => 2,
            });
        }
        assert!(classes.is_sorted(), "{release}: {classes:?}");
        let first: Vec<&str> = plan.candidates.iter().take(3).map(|(id, _)| id.as_str()).collect();
        let points: Vec<&str> = plan.spec.points.iter().map(|point| point.id.as_str()).collect();
        assert_eq!(points, first, "{release}");
    }
    let mut engine = engine(&data, &of("source", "chengde2024"));
    let plan = plan(&mut engine, Rows::Published(&data), &on(PosterFormat::Page), Lang::Zh);
    assert_eq!(plan.spec.points[0].id, "chengde2024-insurance-participants");
}

#[test]
fn the_picture_says_in_words_what_it_shows() {
    let data = data();
    for lang in Lang::ALL {
        for (name, plan) in posters(&data, lang) {
            let heard = poster(&plan.spec, &format(lang)).scene.description;
            for point in std::iter::once(&plan.spec.lead).chain(&plan.spec.points) {
                assert!(heard.contains(&point.text) && heard.contains(&point.name), "{name}");
            }
        }
    }
}

#[test]
fn papers_have_their_sizes() {
    let data = data();
    for (name, plan) in posters(&data, Lang::Zh) {
        let drawn = poster(&plan.spec, &format(Lang::Zh));
        let times = plan.spec.paper.times();
        let (width, height) = (drawn.scene.width * times, drawn.scene.height * times);
        match plan.spec.paper.height() {
            None => assert_eq!(width, 1080.0, "{name}"),
            Some(_) if name.ends_with("slide") => assert_eq!((width, height), (1920.0, 1080.0)),
            Some(_) => assert!((height / width - 297.0 / 210.0).abs() < 1e-3, "{name}"),
        }
    }
}

#[test]
fn a_reader_rewrites_words_and_exchanges_points() {
    let data = data();
    let mut engine = engine(&data, &of("source", "chengde2024"));
    let usual = plan(&mut engine, Rows::Published(&data), &on(PosterFormat::Page), Lang::Zh);
    let ids = |plan: &PosterPlan| -> Vec<String> {
        plan.spec.points.iter().map(|point| point.id.clone()).collect()
    };
    let (other, _) = usual.candidates.last().unwrap().clone();
    let own = PosterOptions {
        title: "承德".into(),
        points: vec![other.clone(), "gone".into(), other.clone()],
        texts: [(LEAD.to_owned(), "学校".to_owned()), (other.clone(), "数".to_owned())].into(),
        ..on(PosterFormat::Page)
    };
    let own = plan(&mut engine, Rows::Published(&data), &own, Lang::Zh);
    // What is not known, or said twice, is left out, and the others follow.
    assert_eq!(ids(&own), [&other, &ids(&usual)[0], &ids(&usual)[1]].map(Clone::clone));
    assert_eq!((&*own.spec.title, &*own.spec.lead.name), ("承德", "学校"));
    assert_eq!(own.spec.points[0].name, "数");
    // The figures stay the releases'.
    assert_eq!(own.spec.lead.text, usual.spec.lead.text);
    // What it was is known, to go back to.
    assert_eq!(own.usual[0], (TITLE.to_owned(), usual.spec.title));
}

/// A title is set smaller rather than broken amid a word: between Chinese characters a line ends where a mark stands.
#[test]
fn no_title_is_parted_amid_a_word() {
    let data = data();
    for (name, plan) in posters(&data, Lang::Zh) {
        let scene = poster(&plan.spec, &format(Lang::Zh)).scene;
        let text = |node: &Node| match &node.shape {
            Shape::Text(text) if text.strong && plan.spec.title.contains(&text.text) => {
                Some(text.text.clone())
            }
            _ => None,
        };
        let lines: Vec<String> = scene.nodes.iter().filter_map(text).collect();
        assert!(!measure::is_torn(&lines), "{name}: {lines:?}");
    }
}
