//! Points and bins over two measures.

use minsheng_explorer::chart::*;

use super::{datum, series};

/// Numbers that look drawn by lot and are the same on every machine: a linear congruential
/// generator, its upper bits in `0..1`.
pub(crate) struct Lots(pub(crate) u64);

impl Lots {
    pub(crate) fn next(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }

    /// About normal, mean 0, deviation 1.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

fn plane(title: &str) -> ChartSpec {
    ChartSpec {
        mark: MarkKind::Scatter,
        title: title.to_owned(),
        source: "来源：世界发展数据".to_owned(),
        across: ValueAxis {
            label: "人均收入（元）".to_owned(), log: true, ..ValueAxis::default()
        },
        value: ValueAxis { label: "预期寿命（岁）".to_owned(), ..ValueAxis::default() },
        ..ChartSpec::default()
    }
}

/// Countries: income, life expectancy, population; one without, some approximate or open.
pub(crate) fn countries() -> ChartSpec {
    let mut spec = plane("收入与寿命");
    spec.subtitle = "各国，2007年；圆的面积为人口".to_owned();
    spec.size = SizeAxis { label: "人口".to_owned(), greatest: None };
    spec.series = ["亚洲", "欧洲", "非洲", "美洲", "大洋洲"]
        .into_iter()
        .zip([0, 2, 6, 7, 10])
        .map(|(name, hue)| series(name, Some(hue)))
        .collect();
    let named = ["中国", "印度", "美国", "印度尼西亚", "巴西", "巴基斯坦", "尼日利亚", "日本"];
    let mut lots = Lots(7);
    for id in 0..142_u32 {
        let wealth = lots.next();
        let income = 300.0 * 10_f64.powf(wealth * 2.1);
        let life = lots.normal().mul_add(4.0, wealth.mul_add(34.0, 44.0)).min(83.0);
        let extent = match id % 31 {
            3 => Extent::about(life),
            8 => Extent::at_least(life),
            _ => Extent::exact(life),
        };
        let name = named.get(id as usize).map_or_else(|| format!("国家{id}"), |n| (*n).to_owned());
        spec.data.push(Datum {
            series: id % 5,
            across: income,
            size: (id != 40).then(|| 1.4e9 / f64::from(id + 1).powf(1.3)),
            ..datum(id, 0, extent, &name)
        });
    }
    spec
}

/// Points equally large on two linear axes, as small multiples.
pub(crate) fn point_multiples() -> ChartSpec {
    let mut spec = plane("各县：床位与老人");
    spec.subtitle = "按年".to_owned();
    spec.across =
        ValueAxis { label: "老人（人）".to_owned(), zero: true, ..ValueAxis::default() };
    spec.value =
        ValueAxis { label: "床位（张）".to_owned(), zero: true, ..ValueAxis::default() };
    spec.facets = ["2019年", "2020年", "2021年"].map(str::to_owned).to_vec();
    let mut lots = Lots(11);
    for id in 0..60_u32 {
        let old = lots.next() * 9000.0;
        let beds = Extent::exact((old * (0.03 + 0.02 * lots.next())).round());
        let fill = [Fill::Solid, Fill::Hatched, Fill::Hollow, Fill::Tick][id as usize % 4];
        spec.data.push(Datum {
            facet: id % 3,
            across: old.round(),
            fill,
            hue: 2,
            ..datum(id, 0, beds, &format!("县{id}"))
        });
    }
    spec
}

/// So many points that they would cover one another.
pub(crate) fn crowd(points: u32) -> ChartSpec {
    let mut spec = plane("各县各年");
    let mut lots = Lots(3);
    for id in 0..points {
        let wealth = lots.normal() * 0.35;
        let life = lots.normal().mul_add(3.0, wealth.mul_add(9.0, 68.0));
        let across = 4000.0 * 10_f64.powf(wealth);
        spec.data.push(Datum { across, ..datum(id, 0, Extent::exact(life), "县") });
    }
    spec
}

/// Ten million data, counted beforehand.
pub(crate) fn counted() -> ChartSpec {
    let mut spec = plane("千万条记录");
    let across: Vec<f64> = (0..=24).map(|k| 100.0 * 10_f64.powf(f64::from(k) / 8.0)).collect();
    let along: Vec<f64> = (0..=16).map(|k| 40.0 + 2.5 * f64::from(k)).collect();
    let mut counts = Vec::new();
    for row in 0..16 {
        for column in 0..24 {
            let (x, y) = (f64::from(column - 12) / 4.0, f64::from(row - 9) / 3.0);
            let near = (-(x * x + y * y - 1.2 * x * y) / 2.0).exp();
            counts.push((near * 240_000.0) as u32);
        }
    }
    spec.cells = Some(Cells { across, along, counts });
    spec
}
