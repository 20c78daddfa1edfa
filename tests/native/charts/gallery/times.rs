//! Timelines, histograms, strips and tiny bars.

use minsheng_explorer::base::date::Day;
use minsheng_explorer::chart::*;

use super::{Zh, day};

fn lane(name: &str, hue: u8) -> Lane {
    Lane { name: name.to_owned(), hue }
}

/// A timeline of a few figures, and so many more on its second lane.
pub(crate) fn years(more: u32) -> TimelineSpec {
    let rows: [(u32, Option<Day>, Day, Fill, &str); 12] = [
        (0, Some(day(2016, 1, 1)), day(2020, 12, 31), Fill::Solid, "近17亿元"),
        (0, None, day(2019, 12, 31), Fill::Solid, "12,702个学位"),
        (0, Some(day(2021, 1, 1)), day(2025, 12, 31), Fill::Hollow, "新增3.2万个学位"),
        (0, Some(day(2007, 1, 1)), day(2019, 12, 31), Fill::Solid, "累计资助46.8万人次"),
        (1, Some(day(2021, 1, 1)), day(2021, 12, 31), Fill::Hatched, "64,000万元"),
        (1, None, day(2020, 12, 31), Fill::Solid, "88.79%"),
        (1, None, day(2021, 6, 30), Fill::Tick, "每人每年615元"),
        (2, None, day(2020, 12, 31), Fill::Tick, "≥20平方米/百户"),
        (2, Some(day(2018, 1, 1)), day(2020, 12, 31), Fill::Solid, "养老床位3.1万张"),
        (2, None, day(2022, 12, 31), Fill::Hollow, "城乡全覆盖"),
        (3, None, day(2021, 7, 1), Fill::Tick, "不低于755元"),
        (3, Some(day(2019, 3, 1)), day(2021, 7, 31), Fill::Solid, "发放6.3亿元"),
    ];
    let lanes = [("教育", 0), ("医疗卫生", 1), ("养老", 2), ("社会救助与残疾人保障", 3)];
    let mut spec = TimelineSpec {
        title: "民生数字时间线".to_owned(),
        subtitle: "条为时段累计，点为时点数".to_owned(),
        lanes: lanes.map(|(name, hue)| lane(name, hue)).to_vec(),
        window: Some((day(2014, 1, 1), day(2023, 12, 31))),
        playhead: Some(day(2021, 9, 7)),
        ..TimelineSpec::default()
    };
    for (id, (lane, start, end, fill, label)) in rows.into_iter().enumerate() {
        spec.items.push(TimelineItem {
            id: id as u32,
            lane,
            start,
            end,
            fill,
            hue: lane as u8,
            label: label.to_owned(),
            tip: label.to_owned(),
            ..TimelineItem::default()
        });
    }
    for id in 12..12 + more {
        let end = day(2014, 1, 1) + ((id * id * 7) % 3300) as Day;
        spec.items.push(TimelineItem {
            id,
            lane: 1,
            end,
            hue: 1,
            label: format!("{id}项"),
            tip: format!("{id}项"),
            ..TimelineItem::default()
        });
    }
    spec
}

/// The same zoomed in to months.
pub(crate) fn months() -> TimelineSpec {
    TimelineSpec { window: Some((day(2020, 11, 1), day(2021, 9, 30))), ..years(0) }
}

/// Selected among all, by year.
pub(crate) fn counts() -> HistogramSpec {
    let bins = (2007..=2021).map(|year| {
        let total = ((year * 13) % 29) as u32 + (year - 2006) as u32;
        HistogramBin {
            total,
            selected: total * (year as u32 % 4) / 4,
            tip: format!("{year}年：{total}项"),
        }
    });
    HistogramSpec {
        title: "按年份的数字个数".to_owned(),
        bins: bins.collect(),
        labels: HistogramLabels::Names((2007..=2021).map(|year: i32| year.to_string()).collect()),
        hue: 8,
        brush: Some((7, 12)),
        ..HistogramSpec::default()
    }
}

/// Classes of a measure on a log scale, all chosen.
pub(crate) fn classes() -> HistogramSpec {
    let bins = (0..50_u32).map(|bin| {
        let total = (1_200_000.0 * (-(f64::from(bin) - 21.0).powi(2) / 90.0).exp()) as u32;
        HistogramBin { total, selected: total / 3, tip: format!("{bin}") }
    });
    let edges = (0..=50).map(|edge| Zh.number((10_f64.powf(f64::from(edge) / 10.0)).round()));
    HistogramSpec {
        title: "按金额的数字个数".to_owned(),
        bins: bins.collect(),
        labels: HistogramLabels::Edges(edges.collect()),
        hue: 13,
        ..HistogramSpec::default()
    }
}

/// A year in which a figure is from one month and a target due in another, as parts of the axis.
pub(crate) fn dates(told: f64, due: f64) -> CalendarSpec {
    let mark = |at, label: &str| Some(CalendarMark { at, label: label.to_owned() });
    CalendarSpec {
        title: "日历：老旧小区改造".to_owned(),
        description: "数字的时间：2024年1—9月；定于2024年10月底".to_owned(),
        hue: 5,
        ticks: (0..=12).map(|month| f64::from(month) / 12.0).collect(),
        span: "2024年".to_owned(),
        told: mark(told, "9月底"),
        due: mark(due, "10月底"),
        ..CalendarSpec::default()
    }
}
