//! Names of columns that hold the lower or the upper end of an interval beside an estimate.

use crate::base::fold::fold;

/// Words for the lower end, and those for the upper one.
pub(super) const LOWER: &[&str] = &[
    "lower", "low", "lo", "lwr", "lb", "lci", "lcl", "ll", "cil", "cilow", "lowerci", "下限",
    "下界",
];
pub(super) const UPPER: &[&str] = &[
    "upper", "high", "hi", "upr", "ub", "uci", "ucl", "ul", "ciu", "cihigh", "upperci", "上限",
    "上界",
];

/// Words that say the same of other things too: without a word for an interval beside them they tell little.
const WEAK: &[&str] = &["low", "high", "lo", "hi", "ll", "ul"];

/// Words for the interval itself.
const INTERVALS: &[&str] = &[
    "ci",
    "conf",
    "confidence",
    "credible",
    "uncertainty",
    "interval",
    "limit",
    "bound",
    "ui",
    "bnd",
    "置信区间",
    "可信区间",
    "置信",
    "可信",
    "区间",
];

/// Words that say nothing of what is estimated.
const EMPTY: &[&str] = &["of", "the", "for", "level", "end", "range", "pct", "percent", "的"];

/// Names of prices at the ends of a day, beside which the lowest and the highest are no interval.
const PRICES: &[&str] = &["open", "close", "adj", "开盘", "收盘"];

/// What columns of the prices of a day are called: the first, the last, the highest and the lowest.
pub(in crate::import) const PRICES_OF_DAY: [&[&str]; 4] = [
    &["open", "开盘", "开盘价"],
    &["close", "收盘", "收盘价"],
    &["high", "最高", "最高价"],
    &["low", "最低", "最低价"],
];

/// Which end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum End {
    /// The lower one.
    Low,
    /// The upper one.
    High,
}

/// What the name of a column says of intervals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Ended {
    /// Which end it holds, where it holds one.
    pub(in crate::import) end: Option<End>,
    /// Whether the word for the end stands alone and is one that says little.
    pub(in crate::import) is_weak: bool,
    /// The other words: what is estimated.
    pub(in crate::import) stem: Vec<String>,
}

/// What a name says of intervals.
pub(in crate::import) fn ended(name: &str) -> Ended {
    let mut told = Ended { end: None, is_weak: false, stem: Vec::new() };
    let (mut ends, mut weak, mut intervals) = (0, 0, 0);
    for word in words(name) {
        let word = word.as_str();
        let end = if LOWER.contains(&word) {
            Some(End::Low)
        } else if UPPER.contains(&word) {
            Some(End::High)
        } else {
            None
        };
        if end.is_some() {
            (told.end, ends) = (end, ends + 1);
            weak += usize::from(WEAK.contains(&word));
        } else if is_word_of_interval(word) {
            intervals += 1;
        } else if !EMPTY.contains(&word) && !word.bytes().all(|b| b.is_ascii_digit()) {
            told.stem.push(word.to_owned());
        }
    }
    // Low- to high-grade is no end.
    told.end = told.end.filter(|_| ends == 1);
    told.is_weak = weak > 0 && intervals == 0;
    told
}

/// Whether a word is one for an interval.
pub(super) fn is_word_of_interval(word: &str) -> bool {
    INTERVALS.contains(&word) || INTERVALS.contains(&word.trim_end_matches('s'))
}

/// Whether a name is that of one end of an interval, and can hardly be that of anything else.
pub(in crate::import) fn is_end_of_interval(name: &str) -> bool {
    let told = ended(name);
    let has_interval =
        || words(name).iter().any(|word| INTERVALS.contains(&word.trim_end_matches('s')));
    told.end.is_some() && !told.is_weak && has_interval()
}

/// Whether a name is that of a price at the beginning or the end of a day.
pub(in crate::import) fn is_price(name: &str) -> bool {
    words(name).iter().any(|word| PRICES.contains(&word.as_str()))
}

/// The words of a name: parted by signs, where digits begin, where a capital letter follows a small one; Chinese ones for
/// ends and intervals by themselves.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut parted = String::with_capacity(name.len() * 2);
    let mut before = ' ';
    for c in name.chars() {
        let is_new = (before.is_lowercase() && c.is_uppercase())
            || (before.is_alphabetic() && c.is_ascii_digit())
            || (before.is_ascii_digit() && c.is_alphabetic());
        if is_new {
            parted.push(' ');
        }
        parted.push(c);
        before = c;
    }
    let mut parted = fold(&parted);
    let chinese = INTERVALS.iter().chain(LOWER).chain(UPPER).filter(|word| !word.is_ascii());
    for word in chinese {
        // Shorter words stand in longer ones, which come first.
        if parted.contains(word) {
            parted = parted.replace(word, &format!(" {word} "));
        }
    }
    let words = parted.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_ends_are_known() {
        let low = |name: &str| {
            let told = ended(name);
            (told.end, told.is_weak, told.stem.join(" "))
        };
        for (name, stem) in [
            ("Lower CI", ""),
            ("95% CI low", ""),
            ("men_lci", "men"),
            ("FactValueNumericLow", "fact value numeric"),
            ("95%CI下限", ""),
            ("患病率置信区间下限", "患病率"),
            ("Lower 95% confidence limit", ""),
            ("conf.low", ""),
            ("lwr", ""),
            ("Low_Confidence_Limit", ""),
        ] {
            let (end, _, own) = low(name);
            assert_eq!((end, own.as_str()), (Some(End::Low), stem), "{name}");
        }
        assert!(ended("Low").is_weak && !ended("Low CI").is_weak && !ended("lower").is_weak);
        assert_eq!(ended("High").end, Some(End::High));
        for name in ["Value", "Flower", "Lowland", "Low to high", "上海"] {
            assert_eq!(ended(name).end, None, "{name}");
        }
    }
}
