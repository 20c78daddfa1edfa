//! Rows in sections: each has a value axis of its own, so that no sum of eight years is set against those of one.

use minsheng_explorer::chart::*;

use super::gallery::{self, Zh, category, datum};

/// Sums of a year of 2 and 1, and under a heading of its own one of several years, of 7100.
fn spans(mark: MarkKind) -> ChartSpec {
    let mut spec = ChartSpec { mark, ..ChartSpec::default() };
    spec.value.zero = true;
    for (at, (name, value)) in
        (0..).zip([("修路", 2.0), ("建校", 1.0), ("2012—2019年教育投入", 7100.0)])
    {
        spec.categories.push(category(name));
        spec.data.push(datum(at, at, Extent::exact(value), &value.to_string()));
    }
    let section = |from, name: &str| Section { from, name: name.to_owned() };
    spec.sections = vec![section(0, "一年之内"), section(2, "几年合计")];
    spec
}

fn texts(scene: &Scene, role: Role) -> Vec<String> {
    let of_role = scene.nodes.iter().filter(|node| node.role == role);
    of_role
        .filter_map(|node| match &node.shape {
            Shape::Text(text) => Some(text.text.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn sums_over_years_do_not_make_slivers_of_those_of_a_year() {
    for width in [390.0, 768.0, 1000.0] {
        let bars = compose(&spans(MarkKind::Bar), Size::wide(width), &Zh);
        let length = |id| bars.mark(id).unwrap().bounds().width;
        let least = bars.plot.width * 0.4;
        assert!(length(0) >= least, "{width}: {} px of the longest of a year", length(0));
        assert!(length(2) >= least, "{width}: {} px of the sum over years", length(2));
        assert!((length(0) / length(1) - 2.0).abs() < 0.01, "{width}: one scale in a section");
    }
}

#[test]
fn every_section_has_an_axis_of_its_own_under_its_rows() {
    for mark in [MarkKind::Bar, MarkKind::Dot] {
        let scene = compose(&spans(mark), Size::wide(768.0), &Zh);
        let at = |node: &Node| node.bounds().y;
        let headings: Vec<f64> =
            scene.nodes.iter().filter(|node| node.role == Role::Heading).map(at).collect();
        let [_, second] = headings[..] else { panic!("{headings:?}") };
        let is_number =
            |node: &&Node| node.role == Role::Axis && matches!(node.shape, Shape::Text(_));
        let numbers: Vec<f64> = scene.nodes.iter().filter(is_number).map(at).collect();
        let (first, last): (Vec<f64>, Vec<f64>) = numbers.iter().partition(|y| **y < second);
        assert!(first.len() > 1 && last.len() > 1, "{mark:?}: {numbers:?} around {second}");
        for (ys, rows) in [(first, [0, 1].as_slice()), (last, &[2])] {
            let lowest = rows.iter().map(|id| scene.mark(*id).unwrap().bounds().bottom());
            assert!(ys.iter().all(|y| *y > lowest.clone().fold(0.0, f64::max)), "{mark:?}");
        }
        let labels = texts(&scene, Role::Axis);
        assert!(
            labels.iter().any(|label| label.parse().is_ok_and(|n: f64| n > 1000.0)),
            "{labels:?}"
        );
    }
}

#[test]
fn sections_of_an_axis_each_are_told_in_the_picture_and_to_who_hears_it() {
    let word = Zh.word(Word::OwnScales);
    let scene = compose(&spans(MarkKind::Bar), Size::wide(390.0), &Zh);
    assert!(texts(&scene, Role::Label).concat().contains(&word));
    for said in [&*word, "一年之内", "几年合计"] {
        assert!(scene.told().contains(said), "{said}: {}", scene.told());
    }
    let markup = svg::to_svg(&scene, &palette::LIGHT);
    assert!(markup.contains("几年合计") && markup.contains("各组各有刻度"));
    let whole = compose(&gallery::bars(), Size::wide(390.0), &Zh);
    assert!(!whole.told().contains(&word), "one scale for all");
}

#[test]
fn panels_beside_one_another_share_each_sections_scale() {
    let mut spec = spans(MarkKind::Bar);
    spec.facets = vec!["甲".to_owned(), "乙".to_owned()];
    spec.data.push(Datum { facet: 1, ..datum(3, 0, Extent::exact(2.0), "2") });
    let scene = compose(&spec, Size::wide(1000.0), &Zh);
    let length = |id| scene.mark(id).unwrap().bounds().width;
    assert!((length(0) - length(3)).abs() < 0.01, "{} {}", length(0), length(3));
}

#[test]
fn sections_out_of_order_or_beyond_the_rows_lose_no_datum() {
    let mut spec = spans(MarkKind::Bar);
    let section = |from, name: &str| Section { from, name: name.to_owned() };
    spec.sections = vec![section(2, "乙"), section(1, "甲"), section(2, "丙"), section(99, "丁")];
    let scene = compose(&spec, Size::wide(390.0), &Zh);
    assert_eq!(scene.data_order(), [0, 1, 2]);
}
