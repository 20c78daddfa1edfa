//! Odd data and odd sizes: nothing, one, huge, negative, not a number.

use minsheng_explorer::chart::*;

use super::gallery::{self, Zh, category, datum};
use super::legible::fault;

const MARKS: [MarkKind; 7] = [
    MarkKind::Bar,
    MarkKind::Dot,
    MarkKind::Line,
    MarkKind::Matrix,
    MarkKind::Treemap,
    MarkKind::Scatter,
    MarkKind::Density,
];

fn with(mark: MarkKind, values: &[f64]) -> ChartSpec {
    let mut spec = ChartSpec { mark, ..ChartSpec::default() };
    for (id, value) in values.iter().enumerate() {
        let id = id as u32;
        spec.categories.push(category("教育"));
        let mut datum = datum(id, id, Extent::exact(*value), &value.to_string());
        datum.time = Some((id as i32 * 365, id as i32 * 365 + 364));
        datum.across = values.get(values.len() - 1 - id as usize).copied().unwrap_or(1.0);
        datum.size = (id > 0).then_some(*value);
        spec.data.push(datum);
    }
    spec
}

#[test]
fn odd_values_give_valid_scenes() {
    let values: [&[f64]; 10] = [
        &[],
        &[5.0],
        &[0.0],
        &[0.0, 0.0],
        &[f64::NAN],
        &[f64::INFINITY, f64::NEG_INFINITY, 1.0],
        &[-3.0, -7.5],
        &[1e99, -1e99, 1.0],
        &[f64::MAX, f64::MIN, f64::MIN_POSITIVE],
        &[1e-90, 1e-80, 3.0],
    ];
    for mark in MARKS {
        for values in values {
            for log in [false, true] {
                for stack in [false, true] {
                    let mut spec = with(mark, values);
                    spec.value.log = log;
                    spec.stack = stack;
                    let scene = compose(&spec, Size::wide(390.0), &Zh);
                    assert_eq!(fault(&scene), None, "{mark:?} {values:?} log {log}");
                    let text = svg::to_svg(&scene, &palette::LIGHT);
                    assert!(roxmltree::Document::parse(&text).is_ok());
                }
            }
        }
    }
}

#[test]
fn odd_sizes_give_valid_scenes() {
    let sizes = [0.0, -5.0, f64::NAN, f64::INFINITY, 1.0, 200.0];
    for (_, spec) in gallery::specs() {
        for width in sizes {
            for height in sizes {
                let size = Size { width, height: Some(height) };
                let scene = compose(&spec, size, &Zh);
                assert!(scene.width >= 160.0 && scene.height.is_finite());
                for node in &scene.nodes {
                    let bounds = node.bounds();
                    assert!(bounds.width.is_finite() && bounds.y.is_finite());
                }
            }
        }
    }
    for width in sizes {
        let size = Size { width, height: Some(width) };
        let _ = timeline(&gallery::years(400), size, &Zh);
        let _ = histogram(&gallery::counts(), size, &Zh);
        let _ = calendar(&gallery::dates(f64::NAN, 2.0), size, &Zh);
    }
}

#[test]
fn the_dates_of_a_calendar_never_meet_wherever_they_stand() {
    for width in [160.0, 358.0, 700.0] {
        for told in 0..=20 {
            for due in 0..=20 {
                let spec = gallery::dates(f64::from(told) / 20.0, f64::from(due) / 20.0);
                let scene = calendar(&spec, Size::wide(width), &Zh);
                assert_eq!(super::legible::fault(&scene), None, "{told} {due} at {width}");
                let texts = scene.nodes.iter().filter(|n| matches!(n.shape, Shape::Text(_)));
                assert!(texts.count() >= 2, "both dates are told");
                assert_eq!(scene.description, spec.description);
            }
        }
    }
}

#[test]
fn nothing_to_show_is_an_empty_scene() {
    let size = Size::wide(390.0);
    let scenes = [
        timeline(&TimelineSpec::default(), size, &Zh),
        histogram(&HistogramSpec::default(), size, &Zh),
        quantity(&QuantitySpec::default(), size, &Zh),
        calendar(&CalendarSpec::default(), size, &Zh),
        compose(&ChartSpec::default(), size, &Zh),
    ];
    for scene in scenes {
        assert_eq!(scene.data_order(), Vec::<u32>::new());
        assert!(scene.height >= 4.0);
    }
}

#[test]
fn what_is_left_out_is_reported_with_its_reason() {
    let mut spec = with(MarkKind::Dot, &[1.0, 0.0, f64::NAN, 9.0]);
    spec.value.log = true;
    spec.data[3].category = 99;
    let scene = compose(&spec, Size::wide(390.0), &Zh);
    let reasons: Vec<(u32, DropReason)> =
        scene.dropped.iter().map(|d| (d.datum, d.reason)).collect();
    assert_eq!(
        reasons,
        [(1, DropReason::NotPositive), (2, DropReason::NotFinite), (3, DropReason::NoPlace)]
    );
    assert!(scene.description.contains("3项未能画出"));
    assert!(scene.description.contains("对数刻度"));
}

#[test]
fn a_bar_is_as_long_as_its_value() {
    let scene = compose(&with(MarkKind::Bar, &[10.0, 5.0]), Size::wide(800.0), &Zh);
    let width = |id| scene.mark(id).unwrap().bounds().width;
    assert!((width(0) / width(1) - 2.0).abs() < 1e-9);
}

#[test]
fn reading_order_goes_down_the_rows() {
    let scene = compose(&gallery::grouped(), Size::wide(390.0), &Zh);
    assert_eq!(scene.data_order(), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_name_that_is_cut_tells_the_whole() {
    let mut spec = gallery::bars();
    let name = "城镇老旧小区改造".repeat(12);
    spec.categories[0].name.clone_from(&name);
    let scene = compose(&spec, Size::wide(390.0), &Zh);
    let cut = |node: &&Node| matches!(&node.shape, Shape::Text(t) if t.text.ends_with('…'));
    assert_eq!(scene.nodes.iter().find(cut).map(|node| node.tip.as_str()), Some(name.as_str()));
}

#[test]
fn odd_quantities_and_widths_give_valid_scenes() {
    for value in [0.0, -1.0, 0.5, 61.0, 1e99, f64::NAN, f64::INFINITY] {
        for (name, mut spec) in gallery::quantities() {
            let Some(first) = spec.parts.first_mut() else { continue };
            first.extent.mid = value;
            for width in [0.0, 160.0, 358.0, 1200.0] {
                let scene = quantity(&spec, Size::wide(width), &Zh);
                assert_eq!(fault(&scene), None, "{name} {value} {width}");
            }
        }
    }
}

#[test]
fn a_picture_of_a_quantity_says_in_words_what_it_shows() {
    for (name, spec) in gallery::quantities() {
        let scene = quantity(&spec, Size::wide(390.0), &Zh);
        for part in &spec.parts {
            assert!(scene.description.contains(&part.tip), "{name}");
            let is_beside = |node: &Node| match &node.shape {
                Shape::Text(text) => text.text.contains(&part.label),
                _ => false,
            };
            assert!(scene.nodes.iter().any(is_beside), "{name} {}", part.label);
        }
    }
}

#[test]
fn a_whole_with_nothing_done_of_it_is_drawn_hollow() {
    let specs = gallery::quantities();
    let (_, none) = specs.iter().find(|(own, _)| *own == "quantity-none").unwrap();
    let bar = QuantitySpec { mark: QuantityMark::Share, ..none.clone() };
    for spec in [none, &bar] {
        let scene = quantity(spec, Size::wide(390.0), &Zh);
        assert!(scene.data_order().is_empty());
        let hollow = |node: &&Node| node.role == Role::Band && node.paint == Paint::hollow(0);
        assert_eq!(scene.nodes.iter().filter(hollow).count(), 1);
        assert!(scene.description.contains("目标15个"));
    }
}

#[test]
fn a_count_has_as_many_symbols_as_it_says() {
    let counts =
        [("quantity-icons", 89, 100), ("quantity-count", 12, 15), ("quantity-small", 12, 29)];
    for (name, mark, all) in counts {
        let specs = gallery::quantities();
        let (_, spec) = specs.iter().find(|(own, _)| *own == name).unwrap();
        let scene = quantity(spec, Size::wide(390.0), &Zh);
        let outlines = |node: &Node| match &node.shape {
            Shape::Path(steps) => steps.iter().filter(|step| **step == PathStep::Close).count(),
            _ => 0,
        };
        let each = if name == "quantity-icons" { 2 } else { 1 };
        assert_eq!(outlines(scene.mark(0).unwrap()), mark * each, "{name}");
        assert_eq!(scene.nodes.iter().map(outlines).sum::<usize>(), all * each, "{name}");
    }
}

#[test]
fn symbols_are_as_large_as_a_height_allows() {
    for (all, width, height) in [(1.0, 160.0, 200.0), (5.0, 300.0, 400.0), (15.0, 298.0, 398.0)] {
        let part = ProgressPart { extent: Extent::exact(all), ..ProgressPart::default() };
        let mark = QuantityMark::Count;
        let spec = QuantitySpec { mark, parts: vec![part], ..QuantitySpec::default() };
        let narrow = quantity(&spec, Size::wide(width), &Zh);
        let high = quantity(&spec, Size { width, height: Some(height) }, &Zh);
        assert!(high.height <= height, "{all}: {} of {height}", high.height);
        let area = |scene: &Scene| scene.nodes[0].bounds().width * scene.nodes[0].bounds().height;
        assert!(area(&high) > 1.5 * area(&narrow), "{all}");
    }
    let part = ProgressPart { extent: Extent::exact(89.0), ..ProgressPart::default() };
    let (mark, whole) = (QuantityMark::Icons, Some(100.0));
    let spec = QuantitySpec { mark, whole, parts: vec![part], ..QuantitySpec::default() };
    for (width, height) in [(298.0, 398.0), (445.0, 360.0)] {
        let scene = quantity(&spec, Size { width, height: Some(height) }, &Zh);
        let bounds = scene.nodes[0].bounds();
        assert!((bounds.height / bounds.width - 0.9).abs() < 0.1, "rows of ten");
        assert!(scene.height <= height, "{} of {height}", scene.height);
    }
}

#[test]
fn a_picture_leaves_to_its_marks_what_they_say() {
    for (name, spec) in gallery::quantities() {
        let scene = quantity(&spec, Size::wide(390.0), &Zh);
        let told = scene.told();
        assert!(told.contains(&spec.title), "{name}");
        assert!(told.contains(&spec.whole_label), "{name}");
        for target in scene.targets() {
            let mark = scene.node_of(target).unwrap();
            assert!(!mark.tip.is_empty(), "{name}");
            assert!(!told.contains(&mark.tip), "{name}: {told}");
        }
    }
}
