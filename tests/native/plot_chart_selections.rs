//! The chart view over every selection of the bundled data: drawn whole, in both languages.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{
    Area, Furniture, Node, Role, Shade, Shape, Size, compose, furnished,
};
use minsheng_explorer::i18n;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::chart::{Plan, plan};
use minsheng_explorer::plot::{ChartFormat, picture};
use minsheng_explorer::state::{ChartOptions, Mark, Measure};

use crate::plot_chart::{Bundled, auto, names};

#[test]
fn every_selection_is_drawn_whole_in_both_languages() {
    let bundled = Bundled::read();
    for clauses in selections(&bundled) {
        let clauses: Vec<(&str, &str)> =
            clauses.iter().map(|(c, v)| (c.as_str(), v.as_str())).collect();
        for lang in Lang::ALL {
            for measure in Measure::ALL.iter().copied() {
                for mark in Mark::ALL.iter().copied() {
                    let options = ChartOptions { measure, mark, ..auto() };
                    let mut engine = bundled.engine(&clauses);
                    let Ok(plan) =
                        plan(&mut engine, Rows::Published(&bundled.data), &options, lang)
                    else {
                        assert!(measure != Measure::Auto || mark != Mark::Auto, "{clauses:?}");
                        continue;
                    };
                    let which = format!("{clauses:?} {measure:?} {mark:?} {lang:?}");
                    check(&plan, &which);
                    check_sentence(&plan, lang, &which);
                    check_picture(&plan, lang, &which);
                    let format = ChartFormat { lang, unit: String::new() };
                    let scene = compose(&plan.spec, Size::wide(390.0), &format);
                    assert!(scene.dropped.is_empty(), "{clauses:?}: {:?}", scene.dropped);
                }
            }
        }
    }
}

fn check(plan: &Plan, which: &str) {
    assert!(!plan.headings.title.is_empty(), "{which}");
    assert!(!plan.headings.source.is_empty(), "{which}");
    assert!(!plan.spec.data.is_empty(), "{which}");
    assert_eq!(plan.spec.data.len(), plan.targets.len(), "{which}");
    assert!(plan.spec.data.iter().all(|d| !d.tip.is_empty() && !d.label.is_empty()), "{which}");
    assert!(names(&plan.spec).iter().all(|name| !name.is_empty()), "{which}");
    let width = plan.listing.header.len();
    assert!(!plan.listing.rows.is_empty(), "{which}");
    assert!(plan.listing.rows.iter().all(|row| row.len() == width), "{which}");
}

/// The sentence says what the table says: its figures are those of the table's greatest and least rows, and of no other.
fn check_sentence(plan: &Plan, lang: Lang, which: &str) {
    let sentence = plan.sentence(lang);
    assert!(sentence.contains(&plan.headings.title), "{which}: {sentence}");
    let (marks, _) = plan.spec.sound();
    if plan.spec.shade != Shade::Whole {
        return;
    }
    if marks.len() > 1 {
        let count = i18n::grouped(&marks.len().to_string());
        assert!(sentence.contains(&count), "{which}: {count}: {sentence}");
    }
    // Of figures that do not count alike none is the greatest.
    if plan.is_apart && marks.len() > 1 {
        let words = ["最大的", "Greatest"];
        assert!(!words.iter().any(|word| sentence.contains(word)), "{which}: {sentence}");
        return;
    }
    let mids = || marks.iter().map(|datum| datum.extent.mid);
    let greatest = mids().fold(f64::NEG_INFINITY, f64::max);
    let least = mids().fold(f64::INFINITY, f64::min);
    for end in [greatest, least] {
        let said = marks.iter().filter(|d| d.extent.mid == end).any(|d| {
            let listed = plan.listing.rows.iter().flatten().any(|cell| cell.contains(&d.label));
            // What else is to be known may be told in the same brackets.
            listed && sentence.contains(d.label.trim_end_matches(['）', ')']))
        });
        assert!(said, "{which}: {end} is not said: {sentence}");
    }
}

/// The picture has all its words in it, none cut, none over another.
fn check_picture(plan: &Plan, lang: Lang, which: &str) {
    let format = ChartFormat { lang, unit: String::new() };
    let scene = compose(&plan.spec, Size::wide(960.0), &format);
    let around = Furniture {
        made: "2026-11-25".into(),
        link: format!("https://example.org/data/#v=1&f.place={}", "duji,chengde,".repeat(30)),
        ..picture::of_chart(plan, &[(0, "教育".into()), (1, "医疗卫生".into())], "", lang)
    };
    let whole = furnished(&scene, &around);
    assert_eq!(whole.data_order(), scene.data_order(), "{which}");
    let texts: Vec<&Node> =
        whole.nodes.iter().filter(|n| matches!(n.role, Role::Heading | Role::Legend)).collect();
    let said: String = texts
        .iter()
        .filter_map(|node| match &node.shape {
            Shape::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect();
    let bare = |text: &str| text.replace(' ', "");
    let said = bare(&said);
    for part in [&around.title, &around.subtitle, &around.source, &around.made, &around.link] {
        assert!(said.contains(&bare(part)), "{which}: {part} is not whole in {said}");
    }
    let sheet = Area::new(0.0, 0.0, whole.width, whole.height);
    for (at, node) in texts.iter().enumerate() {
        assert!(sheet.contains(&node.bounds(), 1.0), "{which}: {node:?} sticks out");
        for other in &texts[..at] {
            assert!(!node.bounds().overlaps(&other.bounds()), "{which}: {node:?} and {other:?}");
        }
    }
}

/// Everything; every value of every column; every field in every place; single figures.
pub(crate) fn selections(bundled: &Bundled) -> Vec<Vec<(String, String)>> {
    let mut all = vec![Vec::new()];
    for (column, category) in bundled.table.categories() {
        for (_, entry) in category.dictionary.iter() {
            all.push(vec![(column.key.clone(), entry.id.clone())]);
        }
    }
    let ids = |key: &str| -> Vec<String> {
        bundled.table.category(key).unwrap().dictionary.iter().map(|(_, e)| e.id.clone()).collect()
    };
    for place in ids("place") {
        for domain in ids("domain") {
            all.push(vec![("place".into(), place.clone()), ("domain".into(), domain)]);
        }
    }
    all.retain(|clauses| {
        let clauses: Vec<(&str, &str)> =
            clauses.iter().map(|(c, v)| (c.as_str(), v.as_str())).collect();
        bundled.count(&clauses) > 0
    });
    all
}
