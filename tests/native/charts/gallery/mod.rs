//! The pictures every snapshot and property test looks at, with figures like the releases'.

use minsheng_explorer::base::date::{Day, civil, day_number};
use minsheng_explorer::chart::*;

mod figures;
mod planes;
mod quantities;
mod times;

pub(crate) use figures::*;
pub(crate) use planes::*;
pub(crate) use quantities::*;
pub(crate) use times::*;

/// Chinese words and figures, as the page's own format writes them.
pub(crate) struct Zh;

impl Format for Zh {
    fn number(&self, value: f64) -> String {
        let (scaled, unit) = match value.abs() {
            v if v >= 1e8 => (value / 1e8, "亿"),
            v if v >= 1e4 => (value / 1e4, "万"),
            _ => (value, ""),
        };
        let text = format!("{scaled:.2}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        format!("{text}{unit}")
    }

    fn date(&self, day: Day, step: TimeStep) -> String {
        let (year, month, dom) = civil(day);
        match step {
            TimeStep::Year => format!("{year}年"),
            TimeStep::Quarter => format!("{}季度", (month - 1) / 3 + 1),
            TimeStep::Month => format!("{month}月"),
            TimeStep::YearMonth => format!("{year}年{month}月"),
            TimeStep::Day => format!("{dom}日"),
        }
    }

    fn word(&self, word: Word) -> String {
        match word {
            Word::LogScale => "对数刻度".to_owned(),
            Word::OwnScales => "各组各有刻度，只能在同一组内比较长短。".to_owned(),
            Word::NotShown(count) => format!("{count}项未能画出"),
            Word::Counted(count) => format!("{count}项"),
            Word::Between(low, high) => format!("{}至{}", self.number(low), self.number(high)),
            Word::PerBin => "每格项数".to_owned(),
            Word::Bin { count, from, to } => format!(
                "{}至{}：{count}项",
                self.date(from, TimeStep::YearMonth),
                self.date(to, TimeStep::YearMonth)
            ),
        }
    }

    fn total(&self, value: f64, ends: Ends) -> String {
        let mark = if ends.soft { "约" } else { "" };
        format!("{mark}{}", self.number(value))
    }
}

pub(crate) fn day(year: i32, month: u8, dom: u8) -> Day {
    day_number(year, month, dom).unwrap()
}

pub(crate) fn category(name: &str) -> Category {
    Category { name: name.to_owned(), ..Category::default() }
}

pub(crate) fn series(name: &str, hue: Option<u8>) -> Series {
    Series { name: name.to_owned(), hue }
}

pub(crate) fn datum(id: u32, category: u32, extent: Extent, label: &str) -> Datum {
    Datum {
        id,
        category,
        extent,
        label: label.to_owned(),
        tip: format!("{label}，2021年"),
        ..Datum::default()
    }
}

/// Every picture by name.
pub(crate) fn specs() -> Vec<(&'static str, ChartSpec)> {
    vec![
        ("bar", bars()),
        ("bar-sections", sections()),
        ("bar-grouped", grouped()),
        ("bar-grouped-one-hue", grouped_one_hue()),
        ("bar-stacked", stacked()),
        ("dot", dots(false)),
        ("dot-log", dots(true)),
        ("dot-reference", ratios()),
        ("multiples-bar", multiples()),
        ("line", lines()),
        ("line-one", one_line()),
        ("multiples-line", line_multiples()),
        ("matrix", matrix()),
        ("mirror", mirror()),
        ("presence", presence()),
        ("treemap", treemap()),
        ("scatter", countries()),
        ("multiples-scatter", point_multiples()),
        ("density", crowd(6000)),
        ("density-counted", counted()),
    ]
}

/// Every picture as a scene of a width, its name with it.
pub(crate) fn scenes(width: f64) -> Vec<(&'static str, Scene)> {
    let size = Size::wide(width);
    let mut scenes: Vec<(&str, Scene)> =
        specs().into_iter().map(|(name, spec)| (name, compose(&spec, size, &Zh))).collect();
    scenes.extend([
        ("timeline", timeline(&years(0), size, &Zh)),
        ("timeline-dense", timeline(&years(128), size, &Zh)),
        ("timeline-crowded", timeline(&years(2000), size, &Zh)),
        ("timeline-months", timeline(&months(), size, &Zh)),
        ("histogram", histogram(&counts(), size, &Zh)),
        ("histogram-classes", histogram(&classes(), size, &Zh)),
        ("calendar", calendar(&dates(0.75, 10.0 / 12.0), size, &Zh)),
    ]);
    scenes.extend(quantities().into_iter().map(|(name, spec)| (name, quantity(&spec, size, &Zh))));
    scenes
}
