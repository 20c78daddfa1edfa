//! Numbers as readers write them. Decimal arithmetic throughout: no binary float shows.

use rust_decimal::{Decimal, RoundingStrategy};

use super::digits::grouped;
use crate::base::lang::Lang;

const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// A number in full, grouped by threes, without trailing zeros.
#[must_use]
pub fn decimal(value: Decimal) -> String {
    grouped(&value.normalize().to_string())
}

/// A percentage with at most `places` decimals.
#[must_use]
pub fn percent(value: Decimal, places: u32) -> String {
    format!("{}%", decimal(round(value, places)))
}

/// The size of a file.
#[must_use]
pub fn bytes(bytes: u64, lang: Lang) -> String {
    let steps = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let Some((step, unit)) = steps.into_iter().find(|(step, _)| bytes >= *step) else {
        let n = usize::try_from(bytes).unwrap_or(usize::MAX);
        return super::catalog::words::BYTES.count(lang, n, &[]);
    };
    // One decimal is enough to know a file by.
    let tenths = Decimal::new(i64::try_from(bytes / (step / 10)).unwrap_or(i64::MAX), 1);
    let blank = if lang == Lang::En { " " } else { "" };
    format!("{}{blank}{unit}", decimal(tenths))
}

fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A number shortened to a reader's multiplier: 万 and 亿, or million and billion, with four significant digits at
/// the least; one of five digits in full where 万 would leave it with more than two decimals. Gives the number and the
/// multiplier word, which is empty for numbers written in full.
#[must_use]
pub fn compact(value: Decimal, lang: Lang) -> (String, &'static str) {
    let steps = steps(lang);
    let size = value.abs();
    for (at, &(step, word)) in steps.iter().enumerate() {
        // What rounds up to a step is written in it: 1亿, never 10,000万.
        let rounded = steps
            .get(at + 1)
            .map_or(size, |&(lower, _)| significant(size / lower).saturating_mul(lower));
        if rounded >= step {
            let whole = round(value, 0);
            // Few tens of thousands are told in full where the multiplier would cut them or leave a string of decimals.
            let is_few = step == TEN_THOUSAND && size < step * Decimal::TEN;
            if is_few && (whole / step).round_dp(2) != whole / step {
                return (decimal(whole), "");
            }
            return (decimal(significant(value / step)), word);
        }
    }
    (decimal(significant_small(value)), "")
}

/// A reader's multipliers with their words, the greatest first.
#[must_use]
pub fn steps(lang: Lang) -> [(Decimal, &'static str); 2] {
    let steps: [(i64, &str); 2] = match lang {
        Lang::Zh => [(100_000_000, "亿"), (10_000, "万")],
        Lang::En => [(1_000_000_000, "billion"), (1_000_000, "million")],
    };
    steps.map(|(step, word)| (step.into(), word))
}

/// Four significant digits, and never less than the whole part.
fn significant(value: Decimal) -> Decimal {
    let size = value.abs();
    let places = if size >= Decimal::ONE_THOUSAND {
        0
    } else if size >= Decimal::ONE_HUNDRED {
        1
    } else if size >= Decimal::TEN {
        2
    } else {
        3
    };
    round(value, places)
}

/// Numbers below the first step: two decimals at most.
fn significant_small(value: Decimal) -> Decimal {
    let places = if value.abs() >= Decimal::ONE_HUNDRED { 1 } else { 2 };
    round(value, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_chinese_and_english_readers_write_them() {
        for (value, zh, en) in [
            ("1700000000", ("17", "亿"), ("1.7", "billion")),
            ("12702", ("12,702", ""), ("12,702", "")),
            ("12700", ("1.27", "万"), ("12,700", "")),
            ("31286", ("31,286", ""), ("31,286", "")),
            ("-12470.4", ("\u{2212}12,470", ""), ("\u{2212}12,470.4", "")),
            ("55829300", ("5,583", "万"), ("55.83", "million")),
            ("355100", ("35.51", "万"), ("355,100", "")),
            ("99999999", ("1", "亿"), ("100", "million")),
            ("999960000", ("10", "亿"), ("1", "billion")),
            ("88.79", ("88.79", ""), ("88.79", "")),
            ("0", ("0", ""), ("0", "")),
            ("-21780000", ("\u{2212}2,178", "万"), ("\u{2212}21.78", "million")),
        ] {
            let value: Decimal = value.parse().unwrap();
            let (number, word) = compact(value, Lang::Zh);
            assert_eq!((number.as_str(), word), zh);
            let (number, word) = compact(value, Lang::En);
            assert_eq!((number.as_str(), word), en);
        }
    }

    #[test]
    fn sizes_are_told_by_their_first_digits() {
        for (size, zh, en) in [
            (0, "0字节", "0 bytes"),
            (1, "1字节", "1 byte"),
            (999, "999字节", "999 bytes"),
            (1_000, "1kB", "1 kB"),
            (12_345, "12.3kB", "12.3 kB"),
            (999_999, "999.9kB", "999.9 kB"),
            (5_000_000_000, "5GB", "5 GB"),
        ] {
            assert_eq!((bytes(size, Lang::Zh).as_str(), bytes(size, Lang::En).as_str()), (zh, en));
        }
        assert!(bytes(u64::MAX, Lang::En).ends_with("GB"));
    }

    #[test]
    fn digits_are_grouped() {
        for (plain, expected) in
            [("5582.93", "5,582.93"), ("0.94", "0.94"), ("100", "100"), ("-1000", "\u{2212}1,000")]
        {
            assert_eq!(grouped(plain), expected);
        }
        assert_eq!(decimal("17.00".parse().unwrap()), "17");
        assert_eq!(percent("112.80".parse().unwrap(), 2), "112.8%");
    }
}
