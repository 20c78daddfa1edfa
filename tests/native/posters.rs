//! Posters of the five places on the three papers: what they say, that nothing overlaps, leaves the sheet or is cut,
//! and their pictures in `tests/snapshots`; `UPDATE_SNAPSHOTS=1` rewrites those.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{PosterContent, Shape, palette, poster, svg};
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::Dataset;
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::poster::{PosterPlan, plan};
use minsheng_explorer::plot::summary;
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

#[test]
fn nothing_overlaps_leaves_the_sheet_or_is_cut() {
    let data = data();
    for lang in Lang::ALL {
        let mut all = posters(&data, lang);
        for filter in
            [Filter::default(), of("domain", "education"), of("indicator", "dibao_standard")]
        {
            for &paper in PosterFormat::ALL {
                let plan =
                    plan(&mut engine(&data, &filter), Rows::Published(&data), &on(paper), lang);
                all.push((format!("{filter:?} {}", paper.id()), plan));
            }
        }
        for (name, plan) in all {
            let drawn = poster(&plan.spec, &format(lang));
            assert_eq!(fault(&drawn.scene), None, "{name} {lang:?}");
            for node in &drawn.scene.nodes {
                if let Shape::Text(text) = &node.shape {
                    assert!(!text.text.contains('…'), "{name} {lang:?}: {}", text.text);
                    assert!(text.size.px() >= 12.0);
                }
            }
            let known: BTreeSet<&str> = plan.spec.blocks.iter().map(|b| b.id.as_str()).collect();
            assert!(drawn.left_out.iter().all(|id| known.contains(id.as_str())), "{name}");
        }
    }
}

#[test]
fn the_caption_is_the_sentence_of_the_selection() {
    let data = data();
    for lang in Lang::ALL {
        for (name, plan) in posters(&data, lang) {
            let release = name.split('-').nth(1).unwrap();
            let mut engine = engine(&data, &of("source", release));
            let sentence = summary::plan(&mut engine, Rows::Published(&data), lang).sentence;
            assert!(!sentence.is_empty() && plan.spec.caption == sentence, "{name}");
            let heard = poster(&plan.spec, &format(lang)).scene.description;
            assert!(heard.starts_with(&sentence), "{name}");
        }
    }
}

#[test]
fn papers_have_their_sizes_and_the_long_picture_leaves_nothing_out() {
    let data = data();
    for (name, plan) in posters(&data, Lang::Zh) {
        let drawn = poster(&plan.spec, &format(Lang::Zh));
        let times = plan.spec.paper.times();
        let (width, height) = (drawn.scene.width * times, drawn.scene.height * times);
        match plan.spec.paper.height() {
            None => {
                assert_eq!(width, 1080.0, "{name}");
                assert!(drawn.left_out.is_empty(), "{name}");
            }
            Some(_) if name.ends_with("slide") => assert_eq!((width, height), (1920.0, 1080.0)),
            Some(_) => assert!((height / width - 297.0 / 210.0).abs() < 1e-3, "{name}"),
        }
    }
}

/// Every figure of a poster stands in the dataset as it is written, targets and what was reached of them included.
#[test]
fn rings_are_the_shares_of_the_published_figures() {
    let data = data();
    let mut engine = engine(&data, &of("source", "chengde2024"));
    let plan = plan(&mut engine, Rows::Published(&data), &on(PosterFormat::Long), Lang::Zh);
    let rings = |id: &str| {
        let block = plan.spec.blocks.iter().find(|block| block.id == id).unwrap();
        let PosterContent::Rings(rings) = &block.content else { panic!("{id}") };
        rings.clone()
    };
    let value = |key: &str| {
        let o = &data.observations[data.observations.find(key).unwrap()];
        o.quantity.value.to_string().parse::<f64>().unwrap()
    };
    let targets = rings("targets");
    let share = |key: &str| targets.iter().find(|r| r.key.as_deref() == Some(key)).unwrap();
    let done = share("chengde2024-schools-completed");
    let (actual, target) =
        (value("chengde2024-schools-completed"), value("chengde2024-schools-target"));
    assert!((done.share - actual / target).abs() < 1e-9);
    assert_eq!(done.number, format!("{}%", actual / target * 100.0));
    assert!(done.beside.contains(&actual.to_string()) && done.beside.contains(&target.to_string()));
    // A share of a target that was worked out is not drawn.
    for ring in &targets {
        let o = &data.observations[data.observations.find(ring.key.as_deref().unwrap()).unwrap()];
        let pairs = data.pairs().into_iter();
        let own = pairs.filter(|pair| data.observations[pair.actual].id == o.id);
        let targets: Vec<_> = own.map(|pair| &data.observations[pair.target]).collect();
        assert!(targets.iter().any(|target| !target.is_derived()), "{}", o.id);
    }
    for ring in rings("shares") {
        let key = ring.key.unwrap();
        assert_eq!(ring.share, value(&key) / 100.0, "{key}");
    }
}

#[test]
fn a_reader_chooses_orders_drops_and_renames_blocks() {
    let data = data();
    let mut engine = engine(&data, &of("source", "chengde2024"));
    let usual = plan(&mut engine, Rows::Published(&data), &on(PosterFormat::Page), Lang::Zh);
    assert!(usual.offers.iter().all(|offer| offer.is_shown && offer.title == offer.usual));
    let chosen = PosterOptions {
        format: PosterFormat::Page,
        title: "承德".into(),
        blocks: vec!["topic-health".into(), "gone".into(), "key".into(), "key".into()],
        names: [("key".to_owned(), "数".to_owned())].into(),
    };
    let own = plan(&mut engine, Rows::Published(&data), &chosen, Lang::Zh);
    let ids = |plan: &PosterPlan| -> Vec<String> {
        plan.spec.blocks.iter().map(|block| block.id.clone()).collect()
    };
    assert_eq!(ids(&own), ["topic-health", "key"]);
    assert_eq!(own.spec.blocks[1].title, "数");
    assert_eq!((own.spec.title.as_str(), own.usual_title), ("承德", usual.usual_title.clone()));
    let all: BTreeSet<&str> = own.offers.iter().map(|offer| offer.id.as_str()).collect();
    assert_eq!(all, usual.offers.iter().map(|offer| offer.id.as_str()).collect());
    assert_eq!(own.offers.iter().filter(|offer| offer.is_shown).count(), 2);
    // Nothing of what was chosen is known any more: as if nothing had been chosen.
    let gone = PosterOptions { blocks: vec!["gone".into()], ..PosterOptions::default() };
    let back = plan(&mut engine, Rows::Published(&data), &gone, Lang::Zh);
    assert!(back.offers.iter().all(|offer| offer.is_shown));
}
