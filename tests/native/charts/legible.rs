//! Whatever the data: nothing overlaps, nothing leaves the picture, nothing goes missing.

use std::collections::HashSet;

use minsheng_explorer::chart::*;
use proptest::prelude::*;

use super::gallery::{self, Zh, category, series};

const WIDTHS: [f64; 3] = [390.0, 768.0, 1100.0];

const WORDS: [&str; 10] = [
    "教育",
    "医疗卫生",
    "养老标准配套房屋",
    "城镇老旧小区改造及既有住宅加装电梯",
    "",
    "Rural road upgrades",
    "残疾人两项补贴（困难生活补贴和重度护理补贴）",
    "5G基站",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "就业",
];

/// The first fault of a scene in words, or nothing.
pub(crate) fn fault(scene: &Scene) -> Option<String> {
    let sheet = Area::new(0.0, 0.0, scene.width, scene.height);
    let mut texts: Vec<(&str, Area)> = Vec::new();
    for node in &scene.nodes {
        let bounds = node.bounds();
        let numbers = [bounds.x, bounds.y, bounds.width, bounds.height];
        if numbers.iter().any(|number| !number.is_finite()) {
            return Some(format!("not finite: {node:?}"));
        }
        if !sheet.contains(&bounds, 1.0) {
            return Some(format!("outside {sheet:?}: {bounds:?} {node:?}"));
        }
        if let Shape::Text(text) = &node.shape {
            if let Some((other, _)) =
                texts.iter().find(|(_, area)| area.grown(-0.5).overlaps(&bounds))
            {
                return Some(format!("{other:?} and {:?} overlap", text.text));
            }
            texts.push((&text.text, bounds));
        }
    }
    None
}

fn extent() -> impl Strategy<Value = Extent> {
    let value = prop_oneof![
        6 => 0.0..1000.0_f64,
        2 => -500.0..500.0_f64,
        2 => 1e3..1e9_f64,
        1 => Just(0.0),
        1 => Just(f64::NAN),
    ];
    (value, 0..6_u8).prop_map(|(mid, kind)| match kind {
        0 => Extent::about(mid),
        1 => Extent::at_least(mid),
        2 => Extent::at_most(mid),
        3 => Extent::between(mid, mid * 1.5),
        _ => Extent::exact(mid),
    })
}

fn stage() -> impl Strategy<Value = Fill> {
    prop_oneof![Just(Fill::Solid), Just(Fill::Hatched), Just(Fill::Hollow), Just(Fill::Tick)]
}

fn datum() -> impl Strategy<Value = Datum> {
    let place = (0..10_u32, 0..4_u32, 0..3_u32);
    let time = (10_000..19_000_i32, prop_oneof![Just(0), Just(364), 0..3000_i32]);
    let across = prop_oneof![4 => -50.0..50_000.0_f64, 1 => Just(f64::NAN)];
    let size = proptest::option::of(-1.0..1e6_f64);
    (place, extent(), stage(), time, 0..14_u8, 0..4_u8, (across, size)).prop_map(
        |((category, series, facet), extent, fill, (start, days), hue, label, (across, size))| {
            Datum {
                across,
                size,
                category,
                series,
                facet,
                extent,
                fill,
                hue,
                time: Some((start, start + days)),
                label: match label {
                    0 => String::new(),
                    1 => "每人每月不低于1,176元（含护理补贴）".to_owned(),
                    _ => format!("约{}人次", Zh.number(extent.mid)),
                },
                tip: "提示".to_owned(),
                ..Datum::default()
            }
        },
    )
}

fn spec() -> impl Strategy<Value = ChartSpec> {
    let kinds = prop_oneof![
        Just(MarkKind::Bar),
        Just(MarkKind::Dot),
        Just(MarkKind::Line),
        Just(MarkKind::Matrix),
        Just(MarkKind::Mirror),
        Just(MarkKind::Presence),
        Just(MarkKind::Treemap),
        Just(MarkKind::Scatter),
        Just(MarkKind::Density),
    ];
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (kinds, proptest::collection::vec(datum(), 0..40), flags, 1..4_usize, 1..5_usize).prop_map(
        |(mark, mut data, (log, zero, stack, headed, hued), facets, groups)| {
            for (id, datum) in data.iter_mut().enumerate() {
                datum.id = id as u32;
            }
            let word = |index: usize| WORDS[index % WORDS.len()];
            let heading = |text: &str| if headed { text.to_owned() } else { String::new() };
            ChartSpec {
                mark,
                data,
                stack,
                title: heading(WORDS[6]),
                subtitle: heading("亿元，2016—2021年累计"),
                source: heading("来源：发布会实录"),
                value: ValueAxis { label: heading("亿元"), log, zero, ..ValueAxis::default() },
                across: ValueAxis { label: heading("人次"), log: stack, ..ValueAxis::default() },
                categories: (0..9).map(|i| category(word(i))).collect(),
                series: (0..groups)
                    .map(|i| series(word(i * 3 + 1), hued.then_some(i as u8)))
                    .collect(),
                facets: (0..facets).map(|i| word(i + 3).to_owned()).collect(),
                sections: (0..groups as u32 - 1)
                    .map(|i| Section { from: i * 3, name: word(i as usize + 5).to_owned() })
                    .collect(),
                stages: vec![(Fill::Solid, "已完成".to_owned()), (Fill::Hollow, "计划".to_owned())],
                ..ChartSpec::default()
            }
        },
    )
}

fn item() -> impl Strategy<Value = TimelineItem> {
    let time = (10_000..19_000_i32, prop_oneof![Just(None), (-9..4000_i32).prop_map(Some)]);
    (0..4_u32, time, stage(), 0..3_usize).prop_map(|(lane, (end, span), fill, label)| {
        TimelineItem {
            lane,
            end,
            start: span.map(|days| end - days),
            fill,
            hue: lane as u8,
            label: ["", "近17亿元", "每人每月不低于1,176元"][label].to_owned(),
            name: ["学校、幼儿园建设投资（中小学）", "", "农村低保标准"][label].to_owned(),
            tip: "提示".to_owned(),
            ..TimelineItem::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn charts_are_legible_and_complete(spec in spec(), height in prop_oneof![Just(None), (50.0..900.0_f64).prop_map(Some)]) {
        for width in WIDTHS {
            let scene = compose(&spec, Size { width, height }, &Zh);
            if let Some(fault) = fault(&scene) {
                prop_assert!(false, "{width} {:?}: {fault}", spec.mark);
            }
            // Every datum has its mark or its reason; a line's non-numbers are gaps.
            let mut shown: HashSet<u32> = scene.data_order().into_iter().collect();
            shown.extend(scene.bins.iter().flat_map(|bin| bin.ids.iter().copied()));
            let dropped: HashSet<u32> = scene.dropped.iter().map(|d| d.datum).collect();
            prop_assert!(shown.is_disjoint(&dropped));
            for datum in &spec.data {
                let gap = spec.mark == MarkKind::Line && datum.extent.mid.is_nan();
                let known = shown.contains(&datum.id) || dropped.contains(&datum.id);
                prop_assert!(known || gap, "{width} {:?}: datum {} is lost", spec.mark, datum.id);
            }
            for id in scene.data_order() {
                prop_assert!(!scene.mark(id).unwrap().tip.is_empty());
            }
        }
    }

    #[test]
    fn timelines_are_legible(
        mut items in proptest::collection::vec(item(), 0..90),
        from in 9_000..19_000_i32,
        days in 0..9_000_i32,
        rows in 0..8_usize,
        whole in any::<bool>(),
    ) {
        for (id, item) in items.iter_mut().enumerate() {
            item.id = id as u32;
        }
        let lanes = [1, 4, 2].map(|i| Lane { name: WORDS[i].to_owned(), hue: i as u8 });
        let spec = TimelineSpec {
            items,
            lanes: lanes.to_vec(),
            window: (!whole).then_some((from, from + days)),
            playhead: Some(from + days / 2),
            max_rows: rows,
            ..TimelineSpec::default()
        };
        for width in WIDTHS {
            let scene = timeline(&spec, Size::wide(width), &Zh);
            if let Some(fault) = fault(&scene) {
                prop_assert!(false, "{width}: {fault}");
            }
            // A visible item is a mark or counted in exactly one bin.
            let mut shown = scene.data_order();
            shown.extend(scene.bins.iter().flat_map(|bin| bin.ids.iter().copied()));
            let all: HashSet<u32> = shown.iter().copied().collect();
            prop_assert_eq!(all.len(), shown.len());
            let Some((first, last)) = scene.window else { continue };
            for item in &spec.items {
                let sound = item.lane < 3 && item.start.is_none_or(|s| s <= item.end);
                let visible = item.end >= first && item.start.unwrap_or(item.end) <= last;
                prop_assert_eq!(all.contains(&item.id), sound && visible);
            }
        }
    }
}

#[test]
fn the_gallery_is_legible() {
    for width in [320.0, 390.0, 768.0, 1000.0, 1100.0] {
        for (name, scene) in gallery::scenes(width) {
            assert_eq!(fault(&scene), None, "{name} at {width}");
        }
    }
}

#[test]
fn marks_are_found_where_they_are() {
    for (name, scene) in gallery::scenes(768.0) {
        for id in scene.data_order() {
            let bounds = scene.mark(id).unwrap().bounds();
            let (x, y) = (bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0);
            assert!(scene.hit(x, y, 1.0).is_some(), "{name} {id}");
        }
        assert!(scene.hit(-1e4, -1e4, 12.0).is_none());
    }
}

#[test]
fn time_is_read_back_from_the_plot() {
    let scene = timeline(&gallery::years(0), Size::wide(1000.0), &Zh);
    let day = gallery::day(2019, 5, 1);
    assert_eq!(scene.day_at(scene.x_of(day).unwrap()), Some(day));
    let bars = compose(&gallery::bars(), Size::wide(1000.0), &Zh);
    assert_eq!(bars.day_at(100.0), None);
}
