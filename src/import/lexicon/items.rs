//! Words by which a list of things that are paid for, or counted, is told from one of indicators.

use super::words;

/// Names of columns of indicators: over time each is a measure of its own, whatever its unit.
const INDICATORS: &[&str] = &[
    "indicator",
    "indicators",
    "series",
    "variable",
    "metric",
    "measure",
    "measures",
    "statistic",
    "指标",
    "指標",
    "变量",
];

/// What names of columns of money have in them: all of it is in one currency.
const MONEY: &[&str] = &[
    "金额",
    "支出",
    "预算",
    "决算",
    "经费",
    "资金",
    "投资",
    "amount",
    "budget",
    "spending",
    "spend",
    "expenditure",
    "cost",
    "costs",
    "outturn",
];

fn has(name: &str, list: &[&str]) -> bool {
    let words = words(name);
    let whole = words.concat();
    let is_in_it = |word: &&str| match word.is_ascii() {
        true => words.iter().any(|own| own == *word),
        false => whole.contains(*word),
    };
    list.iter().any(is_in_it)
}

/// Whether a column is called after indicators.
pub(in crate::import) fn is_of_indicators(name: &str) -> bool {
    has(name, INDICATORS)
}

/// Whether a column of numbers is called after money.
pub(in crate::import) fn is_of_money(name: &str) -> bool {
    has(name, MONEY)
}
