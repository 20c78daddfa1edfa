//! What the rows of any table come to with what is known of its ends, where some of their numbers are bounds or ranges; and
//! what may be said of two such values.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use crate::base::lang::Lang;
use crate::chart::Extent;
use crate::column::{Data, Table};
use crate::i18n::Message;
use crate::i18n::catalog::{chart, compare as m};
use crate::plot::chart::Meant;
use crate::plot::finding::ratio::times;
use crate::plot::format::ends_word;
use crate::plot::guard::bounds::Bounded;
use crate::plot::measure::short;
use crate::query::Engine;

/// How far the true sum of some numbers may lie from that of the numbers as they are written.
#[derive(Clone, Debug, Default)]
pub(super) struct Slack {
    /// So much less; `None`: any amount less.
    below: Reach,
    /// So much more.
    above: Reach,
    /// Some are about right.
    soft: bool,
    /// How the last of the marked ones is meant.
    meant: Option<Meant>,
}

/// How far a true value may lie off to one side.
#[derive(Clone, Copy, Debug)]
struct Reach(Option<f64>);

impl Default for Reach {
    fn default() -> Self {
        Self(Some(0.0))
    }
}

impl Reach {
    fn add(&mut self, other: Option<f64>) {
        self.0 = self.0.zip(other).map(|(own, other)| own + other);
    }
}

/// How far off the numbers that count in a question may be, by what `key` makes of their rows; nothing of rows whose numbers
/// are plain.
pub(super) fn slack<K: Ord>(
    engine: &mut Engine,
    measure: &str,
    columns: &[&str],
    key: impl Fn(&Table, usize) -> Option<K>,
) -> BTreeMap<K, Slack> {
    let table = engine.table().clone();
    let mut slack: BTreeMap<K, Slack> = BTreeMap::new();
    let figures = table.column(measure).map(|column| &column.data);
    let (Some(_), Some(Data::Measure(figures))) = (table.marks_of(measure), figures) else {
        return slack;
    };
    for row in engine.counting_rows(columns).iter() {
        let Some(meant) = Meant::of_row(&table, measure, row) else { continue };
        if let (Some(value), Some(key)) = (figures.float(row), key(&table, row)) {
            slack.entry(key).or_default().add(value, meant);
        }
    }
    slack
}

impl Slack {
    fn add(&mut self, value: f64, meant: Meant) {
        let extent = meant.extent(value);
        let off = |end: Option<f64>, open: bool| match (end, open) {
            (_, true) => None,
            (Some(end), _) => Some((end - value).abs()),
            (None, _) => Some(0.0),
        };
        self.below.add(off(extent.low, extent.open_low));
        self.above.add(off(extent.high, extent.open_high));
        self.soft |= extent.soft;
        self.meant = Some(meant);
    }
}

/// A value with what is known of its ends.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    /// Where its mark stands, and how its ends are drawn.
    pub(super) extent: Extent,
    /// As readers write it.
    pub(super) text: String,
    /// Flags of the one number it is, in words.
    pub(super) flags: String,
}

impl Known {
    /// A value that is all there is to know.
    pub(super) fn exact(value: f64, lang: Lang) -> Self {
        Self { extent: Extent::exact(value), text: short(value, lang), flags: String::new() }
    }

    /// What numbers come to: `value`, of a sum of `numbers` that was divided by `by`.
    pub(super) fn of(
        value: f64,
        (numbers, by): (u32, f64),
        slack: Option<&Slack>,
        lang: Lang,
    ) -> Self {
        let Some(slack) = slack else { return Self::exact(value, lang) };
        if let Some(meant) = slack.meant.as_ref().filter(|_| numbers == 1) {
            let (extent, text) = (meant.extent(value), meant.text(value, lang));
            return Self { extent, text, flags: meant.flags(lang).to_owned() };
        }
        let (low, high) =
            (slack.below.0.map(|off| value - off / by), slack.above.0.map(|off| value + off / by));
        let is_range = low.is_some_and(|low| low < value) || high.is_some_and(|high| high > value);
        let extent = Extent {
            mid: value,
            low: low.filter(|_| is_range),
            high: high.filter(|_| is_range),
            open_low: low.is_none(),
            open_high: high.is_none(),
            soft: slack.soft && low.is_some() && high.is_some(),
        };
        Self { text: text(&extent, lang), extent, flags: String::new() }
    }

    fn is_exact(&self) -> bool {
        self.extent == Extent::exact(self.extent.mid)
    }

    fn low(&self) -> f64 {
        if self.extent.open_low { f64::NEG_INFINITY } else { self.extent.span().0 }
    }

    fn high(&self) -> f64 {
        if self.extent.open_high { f64::INFINITY } else { self.extent.span().1 }
    }

    /// Which of two is greater; `None` where both may be, because what they may be overlaps.
    pub(super) fn order(&self, other: &Self) -> Option<Ordering> {
        if self.is_exact() && other.is_exact() {
            return Some(self.extent.mid.total_cmp(&other.extent.mid));
        }
        match (self.low() > other.high(), self.high() < other.low()) {
            (true, _) => Some(Ordering::Greater),
            (_, true) => Some(Ordering::Less),
            _ => None,
        }
    }

    /// By how much this is more or less than another, where it is known which; in words.
    pub(super) fn apart(&self, other: &Self, lang: Lang) -> Option<String> {
        let (message, rough): (Message, Message) = match self.order(other)? {
            Ordering::Equal => return Some(m::EQUAL.get(lang).to_owned()),
            Ordering::Greater => (m::HIGHER, m::GREATER_ABOUT),
            Ordering::Less => (m::LOWER, m::SMALLER_ABOUT),
        };
        let gap = between(self.low() - other.high(), self.high() - other.low());
        let (a, b) = (self.extent.mid, other.extent.mid);
        let size = ((a - b).abs(), self.extent.soft || other.extent.soft);
        let is_exact = self.is_exact() && other.is_exact();
        let message = if is_exact { message } else { rough };
        Some(message.fill(lang, &[("n", &text(&extent(gap, size), lang))]))
    }

    /// How many times another this is, where it is known which is greater; in words. `None` where nothing can be said.
    pub(super) fn times(&self, other: &Self, lang: Lang) -> Option<String> {
        self.order(other)?;
        let (a, b) = (self.extent.mid, other.extent.mid);
        if a <= 0.0 || b <= 0.0 {
            return None;
        }
        let low = if self.low() > 0.0 { self.low() / other.high() } else { 0.0 };
        let high = if other.low() > 0.0 { self.high() / other.low() } else { f64::INFINITY };
        let ends = (low > 0.0, high.is_finite());
        if self.is_exact() && other.is_exact() {
            return times(Bounded::exact(Decimal::from_f64(a / b)?), lang);
        }
        if ends == (true, true) && low < high {
            let ends = [low, high].map(|end| short(end, lang));
            let both = chart::BETWEEN.fill(lang, &[("low", &ends[0]), ("high", &ends[1])]);
            return Some(m::TIMES.fill(lang, &[("n", &both)]));
        }
        let value = match ends {
            (true, true) => a / b,
            (true, false) => low,
            (false, true) => high,
            (false, false) => return None,
        };
        let soft = self.extent.soft || other.extent.soft;
        let (open_low, open_high) = (!ends.0, !ends.1);
        times(Bounded { value: Decimal::from_f64(value)?, open_low, open_high, soft }, lang)
    }

    /// This divided by another, positive one; `None` where nothing is known of it.
    pub(super) fn divided_by(&self, other: &Self, lang: Lang) -> Option<Self> {
        let value = self.extent.mid / other.extent.mid;
        if self.is_exact() && other.is_exact() {
            return value.is_finite().then(|| Self::exact(value, lang));
        }
        if other.extent.mid <= 0.0 || self.extent.mid < 0.0 {
            return None;
        }
        // An amount that may be any less is nothing at least.
        let low = self.low().max(0.0) / other.high();
        let low = if low > 0.0 { low } else { f64::NEG_INFINITY };
        let high = if other.low() > 0.0 { self.high() / other.low() } else { f64::INFINITY };
        if low.is_infinite() && high.is_infinite() {
            return None;
        }
        let extent = extent((low, high), (value, self.extent.soft || other.extent.soft));
        Some(Self { text: text(&extent, lang), extent, flags: String::new() })
    }
}

/// Two ends without their signs, the smaller first.
fn between(a: f64, b: f64) -> (f64, f64) {
    (a.abs().min(b.abs()), a.abs().max(b.abs()))
}

/// A value and what is known of its ends, either of which may be infinite.
fn extent((low, high): (f64, f64), (mid, soft): (f64, bool)) -> Extent {
    let is_range = low < high;
    let is_open = low == f64::NEG_INFINITY || high == f64::INFINITY;
    Extent {
        mid,
        low: Some(low).filter(|low| is_range && low.is_finite() && *low < mid),
        high: Some(high).filter(|high| is_range && high.is_finite() && *high > mid),
        open_low: low == f64::NEG_INFINITY,
        open_high: high == f64::INFINITY,
        soft: soft && !is_open,
    }
}

/// What is known of a value, in words: both ends, the one end that is known, or about what it is.
fn text(extent: &Extent, lang: Lang) -> String {
    let value = match (extent.low, extent.high) {
        (Some(low), Some(high)) => {
            let ends = [low, high].map(|end| short(end, lang));
            return chart::BETWEEN.fill(lang, &[("low", &ends[0]), ("high", &ends[1])]);
        }
        (Some(low), None) if extent.open_high => low,
        (None, Some(high)) if extent.open_low => high,
        _ => extent.mid,
    };
    let word = ends_word(extent.ends()).map_or("", |word| word.get(lang));
    let gap = if lang == Lang::En && !word.is_empty() { " " } else { "" };
    format!("{word}{gap}{}", short(value, lang))
}
