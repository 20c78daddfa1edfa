//! Numbers as tables write them: plain, with thousands separators, percent signs, in full-width digits.

use super::written::{Parts, parts};
use crate::import::form::DecimalSign;

/// What a cell of a number column says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::import) enum Number {
    /// A number: `12.5%` is 12.5, `1.2万` is 12,000.
    Is(f64),
    /// No value: an empty cell, or a sign for one.
    Missing,
    /// A word for what is not finite, such as `NaN`.
    NotFinite,
    /// Too great for a binary float, such as `1e400`.
    TooGreat,
    /// No number.
    Not,
}

/// A cell of a number column with what is written around its digits.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) struct Written {
    pub(in crate::import) number: Number,
    /// How the number is meant, or why there is none: a qualifier's id, a range, flags of an office.
    pub(in crate::import) mark: Option<String>,
    /// Whether the mark is a sign that also names groups: `<18`, `65+`.
    pub(in crate::import) is_bound: bool,
    /// The percent sign or the sign of money beside it.
    pub(in crate::import) unit: Option<String>,
}

/// Powers of ten that a binary float holds exactly, as far as 15 digits need them.
const TENS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// Reads a cell of which nothing is known: with a decimal point. A number with a qualifier or a flag is none here, since
/// it may be the name of a group.
#[inline]
pub(in crate::import) fn number(cell: &[u8]) -> Number {
    plain(cell, DecimalSign::Point).map_or_else(|| alone(cell), Number::Is)
}

#[cold]
fn alone(cell: &[u8]) -> Number {
    match written(cell, DecimalSign::Point) {
        Written { mark: Some(_), .. } => Number::Not,
        read => read.number,
    }
}

/// A cell that has digits and one sign before the decimals alone: what nearly all cells are.
#[inline]
pub(in crate::import) fn plain(cell: &[u8], decimal: DecimalSign) -> Option<f64> {
    match decimal {
        DecimalSign::Point => digits::<b'.'>(cell),
        DecimalSign::Comma => digits::<b','>(cell),
    }
}

/// `-123.45` and the like, up to 15 digits: both the digits as an integer and the power of ten are exact floats then,
/// so their quotient is the nearest float to what is written (Clinger, 'How to read floating point numbers', 1990).
#[inline]
fn digits<const SIGN: u8>(cell: &[u8]) -> Option<f64> {
    let (negative, digits) = match cell.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, cell),
    };
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    let (mut whole, mut point) = (0_u64, None);
    for (at, &byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            whole = whole * 10 + u64::from(digit);
        } else if byte == SIGN && point.is_none() {
            point = Some(at);
        } else {
            return None;
        }
    }
    let decimals = point.map_or(0, |at| digits.len() - 1 - at);
    if digits.len() - usize::from(point.is_some()) > 15 || digits == [SIGN] {
        return None;
    }
    // Below 10¹⁵, which a float holds exactly.
    #[allow(clippy::cast_precision_loss)]
    let value = whole as f64 / TENS.get(decimals)?;
    Some(if negative { -value } else { value })
}

/// A cell of digits with separators of thousands, or with a percent sign: what nearly all the others are.
pub(in crate::import) fn grouped(cell: &[u8], decimal: DecimalSign) -> Option<f64> {
    let (point, group) = match decimal {
        DecimalSign::Point => (b'.', b','),
        DecimalSign::Comma => (b',', b'.'),
    };
    let cell = cell.strip_suffix(b"%").unwrap_or(cell);
    let (sign, bare) = cell.strip_prefix(b"-").map_or((1.0, cell), |bare| (-1.0, bare));
    let end = bare.iter().position(|byte| *byte == point).unwrap_or(bare.len());
    let (whole, decimals) = (bare.get(..end)?, bare.get(end + 1..));
    let mut digits = Digits::default();
    let mut groups = whole.split(|byte| *byte == group);
    let first = groups.next().filter(|first| first.first().is_some_and(u8::is_ascii_digit))?;
    digits.put(first)?;
    for next in groups {
        let leads = first.len() < 4 && first[0] != b'0';
        digits.put(Some(next).filter(|next| leads && next.len() == 3)?)?;
    }
    if let Some(decimals) = decimals {
        digits.put(b".")?;
        digits.put(decimals)?;
    }
    plain(&digits.bytes[..digits.length], DecimalSign::Point).map(|value| sign * value)
}

/// Digits without what stood between them, as many as [`plain`] reads.
#[derive(Default)]
struct Digits {
    bytes: [u8; 16],
    length: usize,
}

impl Digits {
    fn put(&mut self, bytes: &[u8]) -> Option<()> {
        let end = self.length + bytes.len();
        self.bytes.get_mut(self.length..end)?.copy_from_slice(bytes);
        self.length = end;
        Some(())
    }
}

/// Reads a cell of a number column, whatever stands around its digits.
#[cold]
pub(in crate::import) fn written(cell: &[u8], decimal: DecimalSign) -> Written {
    let only = |number| Written { number, mark: None, is_bound: false, unit: None };
    if cell.is_empty() {
        return only(Number::Missing);
    }
    let Ok(text) = std::str::from_utf8(cell) else { return only(Number::Not) };
    match parts(text) {
        Parts::Number(found) => {
            let number = found.value(decimal);
            let unit = found.unit.clone();
            Written { number, mark: found.mark(decimal), is_bound: found.is_bound, unit }
        }
        Parts::Missing(mark) => Written { mark, ..only(Number::Missing) },
        Parts::NotFinite => only(Number::NotFinite),
        Parts::Not => only(Number::Not),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::random_texts::random_texts;

    fn marked(text: &str) -> (Number, Option<String>) {
        let read = written(text.as_bytes(), DecimalSign::Point);
        (read.number, read.mark)
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, value) in [
            ("0", 0.0),
            ("-12.50", -12.5),
            ("5.", 5.0),
            (".5", 0.5),
            ("123456789012345", 123_456_789_012_345.0),
            ("0.1", 0.1),
            ("12345678901234567890", 12_345_678_901_234_567_890.0),
            ("0.30000000000000004", 0.300_000_000_000_000_04),
            ("1e5", 1e5),
            ("-2.5E-3", -0.0025),
            ("+7", 7.0),
            (" 8 ", 8.0),
            ("1,234,567.8", 1_234_567.8),
            ("-1 234", -1234.0),
            ("12.5%", 12.5),
            ("１２．５％", 12.5),
            ("￥1,200", 1200.0),
            ("$3", 3.0),
            ("\u{2212}4", -4.0),
            ("5-", -5.0),
            ("(1,234)", -1234.0),
            ("（1,234.5）", -1234.5),
            ("$(12)", -12.0),
            ("-$5", -5.0),
            ("1\u{a0}234\u{202f}567,0".trim_end_matches(",0"), 1_234_567.0),
            ("1'234'567.5", 1_234_567.5),
            ("12,34,567", 1_234_567.0),
            ("1.2万", 12_000.0),
            ("3亿", 3e8),
            ("1.2亿元", 1.2e8),
            ("14.04M", 14_040_000.0),
            ("2.5k", 2500.0),
            ("US$ 3.2 million", 3_200_000.0),
            ("1 200 EUR", 1200.0),
            ("3.5\u{2030}", 3.5),
            ("12.3B", 12.3e9),
            ("5个", 5.0),
            ("1.2万人", 12_000.0),
            ("3,200 户", 3200.0),
        ] {
            assert_eq!(number(text.as_bytes()), Number::Is(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        for text in ["", " ", "-", "—", "…", "NA", "n/a", "null", "暂无"] {
            assert_eq!(number(text.as_bytes()), Number::Missing, "{text}");
        }
        for text in ["NaN", "nan", "inf", "-Infinity", "∞", "#DIV/0!"] {
            assert_eq!(number(text.as_bytes()), Number::NotFinite, "{text}");
        }
        for text in ["1e400", "-1e400"] {
            assert_eq!(number(text.as_bytes()), Number::TooGreat, "{text}");
        }
        for text in [
            "12a",
            "1,23",
            "1,2345",
            "1.2.3",
            "e5",
            "0x10",
            "--5",
            "1,000.5,000",
            "约17",
            "0,348",
            "<18",
            "65+",
            "15-24",
            "2005-06",
            "010-12345678",
            "339 p",
            "2021*",
            "()",
            "%",
            "万",
            "12 kg",
            "5 N",
            "10-19人",
            "已建成3个",
            "[1]",
        ] {
            assert_eq!(number(text.as_bytes()), Number::Not, "{text}");
        }
        assert_eq!(number(b"\xff1"), Number::Not);
    }

    #[test]
    fn what_stands_beside_a_number_is_kept_apart_from_it() {
        for (text, value, mark) in [
            ("339 p", 339.0, "p"),
            ("12.3b", 12.3, "b"),
            ("4,500*", 4500.0, "*"),
            ("57[r]", 57.0, "r"),
            ("57 [note 1]", 57.0, "note\u{a0}1"),
            ("51 e", 51.0, "e"),
            ("12.5% (p)", 12.5, "p"),
            ("8 bep", 8.0, "bep"),
            ("<5", 5.0, "under"),
            ("\u{2265}20", 20.0, "at_least"),
            ("10+", 10.0, "at_least"),
            ("近17", 17.0, "nearly"),
            ("约3,000", 3000.0, "about"),
            ("20余万", 200_000.0, "over"),
            ("3000多", 3000.0, "over"),
            ("8千-1.2万", 10_000.0, "between:8000:12000"),
            ("$10 - $20", 15.0, "between:10:20"),
            ("约1.2万*", 12_000.0, "about *"),
            ("12.3 [11.1-13.5]", 12.3, "11.1\u{2013}13.5"),
            ("20 [15\u{2013}26]", 20.0, "15\u{2013}26"),
            ("-0.4 (-1.2 to 0.3)", -0.4, "-1.2\u{2013}0.3"),
            ("1,204 [1,100-1,300]", 1204.0, "1,100\u{2013}1,300"),
            ("-0.1个百分点", -0.1, "个百分点"),
            ("[15]", 15.0, "[\u{a0}]"),
            ("\u{3014}1,250\u{3015}", 1250.0, "[\u{a0}]"),
            ("300人以上", 300.0, "at_least"),
        ] {
            assert_eq!(marked(text), (Number::Is(value), Some(mark.to_owned())), "{text}");
            assert_eq!(number(text.as_bytes()), Number::Not, "{text}");
        }
        for (text, mark) in [
            ("[c]", Some("c")),
            ("x", Some("x")),
            (": c", Some("c")),
            (":u", Some("u")),
            ("[low]", Some("low")),
            (":", None),
            ("......", None),
            ("#N/A", None),
            ("空", None),
        ] {
            assert_eq!(marked(text), (Number::Missing, mark.map(str::to_owned)), "{text}");
        }
        for text in ["p", "e", "yes", "male", "10-", "2005-06", "15-24", "5.1.2", "a<5"] {
            assert!(!matches!(marked(text).0, Number::Missing), "{text}");
        }
    }

    #[test]
    fn a_comma_before_decimals() {
        let comma = |text: &str| written(text.as_bytes(), DecimalSign::Comma).number;
        for (text, value) in [
            ("20,33", 20.33),
            ("0,348", 0.348),
            ("1.234,5", 1234.5),
            ("1 234,5", 1234.5),
            ("12.345", 12_345.0),
            ("-4,5*", -4.5),
            ("１２，５％", 12.5),
        ] {
            assert_eq!(comma(text), Number::Is(value), "{text}");
        }
        assert_eq!([comma("12.34"), comma("1,234,5")], [Number::Not; 2]);
    }

    #[test]
    fn the_short_way_reads_what_the_library_reads() {
        let mut seed = 7_u64;
        for _ in 0..20_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let digits = (seed >> 20) % 1_000_000_000_000_000;
            let text = digits.to_string();
            let at = usize::try_from(seed >> 60).unwrap() % (text.len() + 1);
            let text = format!("-{}.{}", &text[..at], &text[at..]);
            assert_eq!(plain(text.as_bytes(), DecimalSign::Point), text.parse().ok(), "{text}");
            let comma = text.replace('.', ",");
            assert_eq!(plain(comma.as_bytes(), DecimalSign::Comma), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn the_short_way_of_grouped_numbers_reads_what_the_long_one_does() {
        let signs = ["0", "1", "2", "3", "9", "9", "9", ",", ",", ".", ".", "-", "%"];
        let mut read = 0;
        for text in random_texts(&signs, 10, 200_000) {
            for decimal in [DecimalSign::Point, DecimalSign::Comma] {
                if let Some(value) = grouped(text.as_bytes(), decimal) {
                    read += 1;
                    let long = written(text.as_bytes(), decimal);
                    assert_eq!((long.number, long.mark), (Number::Is(value), None), "{text}");
                }
            }
        }
        assert!(read > 4_000, "{read}");
        for (text, value) in
            [("1,234,567.8", 1_234_567.8), ("-12.5%", -12.5), ("12,345%", 12_345.0)]
        {
            assert_eq!(grouped(text.as_bytes(), DecimalSign::Point), Some(value), "{text}");
        }
    }
}
