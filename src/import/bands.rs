//! Values that have an order of their own though no calendar has it: days of the week, bands of ages and sizes, numbered
//! answers.

use super::lexicon::order::{
    ABOVE, ABOVE_BEHIND, BELOW, BELOW_BEHIND, BETWEEN, NO_BAND, OF_BANDS, OTHER_WEEKDAYS, WEEKDAYS,
};
use super::totals::is_name_of_total;
use crate::base::fold::fold;

/// No column has more bands: each year of an age, and some that take several together.
pub(super) const MOST: usize = 130;
/// Of two nobody sees an order.
pub(super) const FEWEST: usize = 3;
/// Numbered answers go no further.
const ANSWERS: u32 = 11;

/// The places of some values in the order that they have by themselves; `None` where they have none. Totals come last.
pub(super) fn order(values: &[&str]) -> Option<Vec<usize>> {
    if !(FEWEST..=MOST).contains(&values.len()) {
        return None;
    }
    let has_digit = |value: &&&str| value.bytes().any(|b| b.is_ascii_digit() || b >= 0xef);
    let is_day = |value: &&str| weekday(fold(value).trim()).is_some();
    if values.iter().filter(has_digit).count() < FEWEST && !values.iter().take(2).any(is_day) {
        return None;
    }
    let names: Vec<String> = values.iter().map(|value| fold(value).trim().to_owned()).collect();
    by(&names, weekday, |days| days.len() >= FEWEST)
        .or_else(|| {
            by(&names, band, |bands| bands.iter().filter(|band| band.is_wide()).count() > 1)
        })
        .or_else(|| by(&names, answer, are_answers))
}

/// The order by what each value says; totals and what says nothing of the kind stand behind.
pub(super) fn by<K: Copy + PartialOrd>(
    names: &[String],
    said: impl Fn(&str) -> Option<K>,
    fits: impl Fn(&[K]) -> bool,
) -> Option<Vec<usize>> {
    let mut keyed: Vec<(K, usize)> = Vec::new();
    let mut behind = Vec::new();
    for (at, name) in names.iter().enumerate() {
        match said(name) {
            Some(key) => keyed.push((key, at)),
            None if is_name_of_total(name) || NO_BAND.contains(&name.as_str()) => behind.push(at),
            None => return None,
        }
    }
    let keys: Vec<K> = keyed.iter().map(|(key, _)| *key).collect();
    if keyed.len() < FEWEST || !fits(&keys) {
        return None;
    }
    let earlier = |a: &K, b: &K| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal);
    keyed.sort_by(|(a, one), (b, other)| earlier(a, b).then(one.cmp(other)));
    Some(keyed.into_iter().map(|(_, at)| at).chain(behind).collect())
}

fn weekday(name: &str) -> Option<usize> {
    let other = || OTHER_WEEKDAYS.iter().find(|(word, _)| *word == name).map(|(_, day)| *day);
    WEEKDAYS.iter().position(|words| words.contains(&name.trim_end_matches('.'))).or_else(other)
}

/// A band by its lower end, then the one that reaches further.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Band {
    low: f64,
    high: f64,
}

impl Band {
    /// Whether it is more than one number, such as an age.
    fn is_wide(self) -> bool {
        self.low < self.high
    }
}

fn band(name: &str) -> Option<Band> {
    let mut rest = name;
    for word in ["aged ", "ages ", "age "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let behind = |text: &str, words: &[&str]| {
        words.iter().find_map(|word| text.strip_suffix(word)).map(|text| text.trim_end().to_owned())
    };
    let open = |low: f64, high: f64| Some(Band { low, high });
    let bare = without_unit(rest);
    if let Some(inner) = BELOW.iter().find_map(|word| bare.strip_prefix(word)) {
        return open(f64::NEG_INFINITY, number(inner)?);
    }
    if let Some(inner) = behind(bare, BELOW_BEHIND) {
        return open(f64::NEG_INFINITY, number(&inner)?);
    }
    if let Some(inner) = ABOVE.iter().find_map(|word| bare.strip_prefix(word)) {
        return open(number(inner)?, f64::INFINITY);
    }
    if let Some(inner) = behind(bare, ABOVE_BEHIND) {
        return open(number(&inner)?, f64::INFINITY);
    }
    let ends = BETWEEN.iter().find_map(|sign| {
        let (low, high) = bare.split_once(sign)?;
        Some(Band { low: number(low)?, high: number(high)? })
    });
    match ends {
        Some(band) => (band.low < band.high).then_some(band),
        None => number(bare).and_then(|own| open(own, own)),
    }
}

/// A text without the unit at its end.
fn without_unit(text: &str) -> &str {
    let text = text.trim();
    let unit = |word: &&&str| {
        text.strip_suffix(**word).is_some_and(|rest| {
            word.as_bytes()[0] >= 0x80 || rest.ends_with(|c: char| c == ' ' || c.is_ascii_digit())
        })
    };
    let longest = OF_BANDS.iter().filter(unit).max_by_key(|word| word.len());
    longest.map_or(text, |word| text[..text.len() - word.len()].trim_end())
}

/// A number of few digits, with or without a unit; no telephone number and no code.
fn number(text: &str) -> Option<f64> {
    let text = without_unit(text).replace(',', "");
    let is_number = text.starts_with(|c: char| c.is_ascii_digit())
        && text.len() <= 9
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && (text.len() == 1 || !text.starts_with('0') || text.starts_with("0."));
    is_number.then(|| text.parse().ok()).flatten()
}

/// The number of an answer, where a scale numbers them: `1 = poor`, `5-很满意`.
fn answer(name: &str) -> Option<u32> {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let (number, words) = name.split_at(digits);
    let between = words.trim_start();
    let signs = ['=', '-', ':', '\u{2013}', '\u{2014}'];
    let words = between.strip_prefix(signs).map(str::trim_start)?;
    let is_words = words.starts_with(char::is_alphabetic);
    number.parse().ok().filter(|_| is_words)
}

/// Whether numbers are those of a scale: from nought or one on, each once.
fn are_answers(numbers: &[u32]) -> bool {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let first = sorted.first().copied().unwrap_or_default();
    first <= 1
        && sorted.iter().zip(first..).all(|(own, expected)| *own == expected)
        && sorted.len() <= ANSWERS as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered<'v>(values: &[&'v str]) -> Option<Vec<&'v str>> {
        Some(order(values)?.into_iter().map(|at| values[at]).collect())
    }

    #[test]
    fn bands_weekdays_and_numbered_answers_have_an_order() {
        for (values, expected) in [
            (
                &["10-14", "0-4", "80+", "5-9", "Total"][..],
                &["0-4", "5-9", "10-14", "80+", "Total"][..],
            ),
            (
                &["80岁及以上", "5-9岁", "0岁", "1-4岁", "合计"],
                &["0岁", "1-4岁", "5-9岁", "80岁及以上", "合计"],
            ),
            (
                &["25 to 34", "65 and over", "Under 25", "35 to 64"],
                &["Under 25", "25 to 34", "35 to 64", "65 and over"],
            ),
            (
                &["1,000人以上", "100-999人", "10人以下", "10-99人"],
                &["10人以下", "10-99人", "100-999人", "1,000人以上"],
            ),
            (&["15-64", "0-14", "65+"], &["0-14", "15-64", "65+"]),
            (&["Sun", "Mon", "Wed"], &["Mon", "Wed", "Sun"]),
            (&["周日", "周三", "周一"], &["周一", "周三", "周日"]),
            (&["3 = good", "1 = poor", "2 = fair"], &["1 = poor", "2 = fair", "3 = good"]),
            (&["2-一般", "1-不满意", "3-满意"], &["1-不满意", "2-一般", "3-满意"]),
        ] {
            assert_eq!(ordered(values).as_deref(), Some(expected), "{values:?}");
        }
    }

    #[test]
    fn names_numbers_and_outlines_have_none() {
        for values in [
            &["小学", "初中", "高中"][..],
            &["1.农业", "2.工业", "3.建筑业"],
            &["1", "2", "3"],
            &["010-1234", "020-5678", "030-2345"],
            &["very good", "good", "poor"],
            &["A-1", "B-2", "C-3"],
            &["0-4", "5-9"],
            &["4-1", "3-2", "5-0"],
        ] {
            assert_eq!(ordered(values), None, "{values:?}");
        }
    }
}
