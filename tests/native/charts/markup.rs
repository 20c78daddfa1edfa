//! What is written as SVG is XML, free of styles and scripts, and resolves its own references.

use std::collections::HashSet;
use std::path::Path;

use minsheng_explorer::chart::{ChartSpec, Size, compose, palette, svg};

use super::gallery::{self, Zh};

#[test]
fn every_picture_is_well_formed_and_plain() {
    for (name, scene) in gallery::scenes(390.0) {
        let text = svg::to_svg(&scene, &palette::LIGHT);
        let document = roxmltree::Document::parse(&text).expect(name);
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        assert!(root.children().any(|node| node.has_tag_name("title")));
        let ids: HashSet<&str> = document.descendants().filter_map(|n| n.attribute("id")).collect();
        for node in document.descendants() {
            assert!(!node.has_tag_name("style") && !node.has_tag_name("script"));
            for attribute in node.attributes() {
                assert_ne!(attribute.name(), "style", "{name}");
                let value = attribute.value();
                assert!(!value.contains("NaN") && !value.contains("inf"), "{name}: {value}");
                if let Some(id) = value.strip_prefix("url(#").and_then(|v| v.strip_suffix(')')) {
                    assert!(ids.contains(id), "{name}: {id}");
                }
            }
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "</title><script>alert(1)</script> & \"x\" \u{0}\u{b}";
    let mut spec = ChartSpec {
        prefix: "a\"b".to_owned(),
        title: hostile.to_owned(),
        source: hostile.to_owned(),
        ..gallery::bars()
    };
    for datum in &mut spec.data {
        datum.label = hostile.to_owned();
        datum.tip = hostile.to_owned();
    }
    let text = svg::to_svg(&compose(&spec, Size::wide(390.0), &Zh), &palette::DARK);
    let document = roxmltree::Document::parse(&text).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
}

#[test]
fn prefixes_keep_two_charts_on_a_page_apart() {
    let text = |prefix: &str| {
        let spec = ChartSpec { prefix: prefix.to_owned(), ..gallery::bars() };
        svg::to_svg(&compose(&spec, Size::wide(390.0), &Zh), &palette::LIGHT)
    };
    assert!(text("left").contains("id=\"left-hatch-2\""));
    assert!(text("left").contains("url(#left-hatch-2)"));
    assert!(text("").contains("id=\"hatch-2\""));
}

/// The page's tokens and the palette are one; the file is the page's, so it may not be there yet.
#[test]
fn the_pages_tokens_are_the_palettes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/styles/tokens.css");
    let Ok(css) = std::fs::read_to_string(path) else {
        return;
    };
    let plain = |text: &str| text.to_lowercase().replace([' ', '\t'], "");
    let css = plain(&css);
    for theme in [palette::LIGHT, palette::DARK] {
        for line in theme.css_properties().lines() {
            assert!(css.contains(&plain(line)), "tokens.css lacks {line}");
        }
    }
}
