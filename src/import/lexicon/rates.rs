//! Words of what may not be added up: rates, shares, averages, indices, margins of error.

use super::ends::is_end_of_interval;
use super::margins::off_by;
use super::{elsewhere, is_named, words};

/// English words in names of what may not be added up: rates, shares, averages, indices, and how far these may be off.
const RATES: &[&str] = &[
    "rate",
    "rates",
    "ratio",
    "ratios",
    "share",
    "proportion",
    "index",
    "indices",
    "indexes",
    "average",
    "avg",
    "mean",
    "median",
    "density",
    "score",
    "temperature",
    "mortality",
    "prevalence",
    "expectancy",
    "error",
    "moe",
    "cv",
    "stderr",
    "deviation",
    "growth",
    "yoy",
    "qoq",
    "gini",
    "hdi",
    "per",
    "pct",
    "cpi",
    "ppi",
    "pmi",
    "aqi",
    "humidity",
    "tmax",
    "tmin",
    "tavg",
    "rank",
    "ranking",
];

/// Whole names of the same.
const RATE_NAMES: &[&str] =
    &["income", "age", "price", "prices", "lat", "lon", "lng", "latitude", "longitude"];
/// Beginnings of such words.
const RATE_STARTS: &[&str] =
    &["percent", "percap", "expect", "latitude", "longitude", "lifeexp", "averag"];
/// Ends of words that were written as one.
const RATE_ENDS: &[&str] = &["percap", "percapita", "percent", "pct", "lifeexp", "ratio"];

/// The same in Chinese, anywhere in a name.
const CHINESE_RATES: &[&str] = &[
    "率",
    "比",
    "占",
    "均",
    "指数",
    "寿命",
    "密度",
    "强度",
    "系数",
    "每",
    "增速",
    "增长",
    "增幅",
    "涨幅",
    "价格",
    "单价",
    "温度",
    "气温",
    "经度",
    "纬度",
    "年龄",
    "得分",
    "评分",
    "排名",
    "位次",
    "名次",
    "湿度",
    "气压",
    "风速",
    "误差",
    "标准差",
    "方差",
];

/// Whether the name or the unit is that of a rate, a share, an average: what must not be added up.
pub(in crate::import) fn is_rate(name: &str) -> bool {
    if name.contains(['%', '\u{2030}']) || CHINESE_RATES.iter().any(|part| name.contains(part)) {
        return true;
    }
    let lower = name.to_lowercase();
    if elsewhere::RATE_PARTS.iter().any(|part| lower.contains(part)) {
        return true;
    }
    let of_words = |word: &String| {
        let word = word.as_str();
        RATES.contains(&word)
            || elsewhere::RATES.contains(&word)
            || RATE_STARTS.iter().any(|start| word.starts_with(start))
            || RATE_ENDS.iter().chain(elsewhere::RATE_ENDS).any(|end| word.ends_with(end))
    };
    // A rate for each of something stands behind a slash, in brackets too: `(元/人)`.
    words(name).iter().any(of_words)
        || is_named(name, RATE_NAMES)
        || words(name).concat().contains("lifeexp")
        || bracketed(&lower).is_some_and(|unit| unit.contains('/') || unit.contains("per "))
}

/// What stands in brackets at the end of a name.
fn bracketed(name: &str) -> Option<&str> {
    let inside = name.trim_end().strip_suffix([')', ']', '\u{ff09}', '\u{3011}'])?;
    Some(inside.rsplit_once(['(', '[', '\u{ff08}', '\u{3010}'])?.1)
}

/// Words of names of indicators and units that are rates, shares, averages or indices.
const RATE_WORDS: &[&str] = &[
    "rate",
    "rates",
    "ratio",
    "ratios",
    "share",
    "shares",
    "percent",
    "percentage",
    "pct",
    "proportion",
    "per",
    "index",
    "indices",
    "average",
    "avg",
    "mean",
    "median",
    "density",
    "prevalence",
    "expectancy",
    "growth",
];

/// Parts of Chinese names of the same, and signs.
const RATE_PARTS: &[&str] = &[
    "%", "\u{2030}", "率", "占比", "比重", "比例", "百分", "指数", "人均", "平均", "均价", "寿命",
    "密度", "强度", "系数", "增速", "增长", "每",
];

/// Whether the name of an indicator, or a unit, is that of a rate, a share, an average or an index, or says how far another
/// may be off. Words are whole words: a corporation is no rate.
pub(in crate::import) fn measures_rate(value: &str) -> bool {
    let lower = value.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    RATE_PARTS.iter().any(|part| lower.contains(part))
        || words().any(|w| RATE_WORDS.contains(&w))
        || off_by(value).off.is_some_and(|_| !off_by(value).is_weak)
        || is_end_of_interval(value)
}
