//! Words of what may not be added up: rates, shares, averages, indices, margins of error.

use super::ends::is_end_of_interval;
use super::margins::off_by;
use super::{elsewhere, is_named, words};

/// English words of rates, shares, averages and indices, in the name of a column, of an indicator or of a unit.
const WORDS: &[&str] = &[
    "rate",
    "rates",
    "ratio",
    "ratios",
    "share",
    "proportion",
    "percent",
    "percentage",
    "pct",
    "per",
    "index",
    "indices",
    "indexes",
    "average",
    "avg",
    "mean",
    "median",
    "density",
    "mortality",
    "prevalence",
    "expectancy",
    "growth",
    "yoy",
    "qoq",
    "gini",
    "hdi",
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

/// Parts of Chinese names of the same, and signs.
const PARTS: &[&str] = &[
    "%", "\u{2030}", "率", "占比", "比重", "比例", "百分", "指数", "人均", "平均", "均价", "寿命",
    "密度", "强度", "系数", "增速", "增长", "增幅", "涨幅", "每",
];

/// What is one among indicators and of a column another thing: shares of a company are counted.
const VALUE_WORDS: &[&str] = &["shares"];

/// Words in names of columns alone, where no other names stand beside them that they would be told apart from: what says of a
/// row how hot, how good or how far off it is.
const COLUMN_WORDS: &[&str] =
    &["score", "temperature", "error", "moe", "cv", "stderr", "deviation"];
const COLUMN_PARTS: &[&str] = &[
    "比",
    "占",
    "均",
    "价格",
    "单价",
    "涨跌",
    "满意度",
    "知晓度",
    "覆盖度",
    "依存度",
    "集中度",
    "认可度",
    "信任度",
    "景气",
    "浓度",
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
/// What a price is called by in Chinese, at the end of a name, and those of a whole contract, which add up.
const PRICE: &str = "价";
const PRICES_OF_ALL: &[&str] =
    &["总价", "造价", "合同价", "中标价", "投标价", "控制价", "报价", "估价", "预算价", "评价"];
/// Whole names of such columns.
const COLUMN_NAMES: &[&str] =
    &["income", "age", "price", "prices", "lat", "lon", "lng", "latitude", "longitude"];
/// Beginnings of words of them.
const COLUMN_STARTS: &[&str] =
    &["percent", "percap", "expect", "latitude", "longitude", "lifeexp", "averag"];
/// Ends of words that were written as one.
const COLUMN_ENDS: &[&str] = &["percap", "percapita", "percent", "pct", "lifeexp", "ratio"];

/// Whether a text says of itself that it is a rate, a share, an average or an index: by its words, whole ones, and by signs and
/// parts where words are not parted. A corporation is no rate.
fn says<'w>(lower: &str, mut words: impl Iterator<Item = &'w str>) -> bool {
    PARTS.iter().chain(elsewhere::RATE_PARTS).any(|part| lower.contains(part))
        || words.any(|word| {
            WORDS.contains(&word)
                || elsewhere::RATES.contains(&word)
                || elsewhere::RATE_ENDS.iter().any(|end| word.ends_with(end))
        })
}

/// Whether the value of a column is the name of a rate, a share, an average or an index: an indicator or a unit; or says how far
/// another may be off.
pub(in crate::import) fn measures_rate(value: &str) -> bool {
    let lower = value.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    says(&lower, words())
        || words().any(|word| VALUE_WORDS.contains(&word))
        || off_by(value).off.is_some_and(|_| !off_by(value).is_weak)
        || is_end_of_interval(value)
}

/// Whether a column is called after what may not be added up. Beside what values are called like, it may be called so by
/// words that run together, by what is for each of something, and by what no sum is ever made of.
pub(in crate::import) fn is_rate(name: &str) -> bool {
    let (lower, own) = (name.to_lowercase(), words(name));
    let of_column = |word: &String| {
        COLUMN_WORDS.contains(&word.as_str())
            || COLUMN_STARTS.iter().any(|start| word.starts_with(start))
            || COLUMN_ENDS.iter().any(|end| word.ends_with(end))
    };
    // A rate for each of something stands behind a slash, in brackets too.
    says(&lower, own.iter().map(String::as_str))
        || COLUMN_PARTS.iter().any(|part| lower.contains(part))
        || own.iter().any(of_column)
        || is_named(name, COLUMN_NAMES)
        || is_unit_price(&own)
        || own.concat().contains("lifeexp")
        || bracketed(&lower).is_some_and(|unit| unit.contains('/') || unit.contains("per "))
}

/// Whether a name is that of the price of one of something, now or before: `上周价`, `Closing price`.
fn is_unit_price(words: &[String]) -> bool {
    let is_whole = |word: &String| matches!(word.as_str(), "total" | "contract" | "purchase");
    let Some(last) = words.last() else { return false };
    let own = last.as_str();
    (own.ends_with(PRICE) && !PRICES_OF_ALL.iter().any(|end| own.ends_with(end)))
        || (own == "price" && !words.iter().any(is_whole))
}

/// What stands in brackets at the end of a name.
fn bracketed(name: &str) -> Option<&str> {
    let inside = name.trim_end().strip_suffix([')', ']', '\u{ff09}', '\u{3011}'])?;
    Some(inside.rsplit_once(['(', '[', '\u{ff08}', '\u{3010}'])?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts, whether the values of a column that are called so are rates, and whether a column is.
    const CASES: &[(&str, bool, bool)] = &[
        ("birth rate", true, true),
        ("unemployment_rate", true, true),
        ("Unemployment rate (SA)", true, true),
        ("Turnover rate", true, true),
        ("share (%)", true, true),
        ("price index", true, true),
        ("CPI", true, true),
        ("per 1000", true, true),
        ("life expectancy", true, true),
        ("excess_mortality", true, true),
        ("Tasa de paro", true, true),
        ("Arbeitslosenquote", true, true),
        ("入学率", true, true),
        ("人均收入", true, true),
        ("占比", true, true),
        ("比重", true, true),
        // Words that run together, and what is for each of something.
        ("lifeExp", false, true),
        ("gdpPercap", false, true),
        ("yield (kg/ha)", false, true),
        ("支出（元/人）", false, true),
        // What nobody adds up, and what may be one thing among others.
        ("Income", false, true),
        ("Margin of Error!!Total", true, true),
        ("抽样误差", true, true),
        ("同比", false, true),
        ("Revenue shares", true, false),
        ("上周价", false, true),
        ("涨跌", false, true),
        ("群众满意度", false, true),
        ("Closing price", false, true),
        ("工程造价", false, false),
        ("Total price", false, false),
        // What only looks like one.
        ("population", false, false),
        ("corporate tax", false, false),
        ("electricity generated", false, false),
        ("shareholders", false, false),
        ("meaning", false, false),
        ("ages 0 to 14", false, false),
        ("errors found", false, false),
        ("deaths", false, false),
        ("value", false, false),
        ("pop", false, false),
        ("人口", false, false),
        ("投资额", false, false),
    ];

    #[test]
    fn rates_are_known_by_one_rule_in_values_and_in_names_of_columns() {
        for (text, of_value, of_column) in CASES {
            assert_eq!((measures_rate(text), is_rate(text)), (*of_value, *of_column), "{text}");
        }
    }
}
