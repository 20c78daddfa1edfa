//! Numbers as tables write them: plain, with thousands separators, percent signs, in full-width digits.

use super::width::half_width;
use super::words::{MISSING, MONEY, NOT_FINITE, PERCENT};

/// What a cell of a number column says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::import) enum Number {
    /// A number, as written: `12.5%` is 12.5.
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

/// Powers of ten that a binary float holds exactly, as far as 15 digits need them.
const TENS: [f64; 16] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// Reads a cell.
#[inline]
pub(in crate::import) fn number(cell: &[u8]) -> Number {
    match plain(cell) {
        Some(number) => Number::Is(number),
        None => other(cell),
    }
}

/// `-123.45` and the like, up to 15 digits: both the digits as an integer and the power of ten are exact floats then,
/// so their quotient is the nearest float to what is written (Clinger, 'How to read floating point numbers', 1990).
#[inline]
fn plain(cell: &[u8]) -> Option<f64> {
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
        } else if byte == b'.' && point.is_none() {
            point = Some(at);
        } else {
            return None;
        }
    }
    let decimals = point.map_or(0, |at| digits.len() - 1 - at);
    if digits.len() - usize::from(point.is_some()) > 15 || digits == b"." {
        return None;
    }
    // Below 10¹⁵, which a float holds exactly.
    #[allow(clippy::cast_precision_loss)]
    let value = whole as f64 / TENS.get(decimals)?;
    Some(if negative { -value } else { value })
}

#[cold]
fn other(cell: &[u8]) -> Number {
    let Ok(text) = std::str::from_utf8(cell) else { return Number::Not };
    let text = half_width(text);
    let lower = text.to_ascii_lowercase();
    if lower.is_empty() || MISSING.contains(&lower.as_str()) {
        return Number::Missing;
    }
    if NOT_FINITE.contains(&lower.as_str()) {
        return Number::NotFinite;
    }
    let bare = text.trim_start_matches(MONEY).trim_end_matches(PERCENT).trim();
    let Some(bare) = without_separators(bare) else { return Number::Not };
    let digits = bare.bytes().any(|b| b.is_ascii_digit());
    let shaped = bare.bytes().all(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    match bare.parse::<f64>() {
        Ok(number) if digits && shaped && number.is_finite() => Number::Is(number),
        Ok(_) if digits && shaped => Number::TooGreat,
        _ => Number::Not,
    }
}

/// The text without separators of thousands, which stand every three digits before the point; `None` where a comma
/// stands elsewhere.
fn without_separators(text: &str) -> Option<String> {
    let separator = |c: char| matches!(c, ',' | ' ' | '\'' | '\u{2019}');
    if !text.contains(separator) {
        return Some(text.to_owned());
    }
    let (whole, rest) = text.split_once('.').map_or((text, ""), |(whole, rest)| (whole, rest));
    let mut groups = whole.split(separator);
    let first = groups.next()?.trim_start_matches(['-', '+']);
    let is_group = |g: &str, lengths: &[usize]| {
        lengths.contains(&g.len()) && g.bytes().all(|b| b.is_ascii_digit())
    };
    let sound = is_group(first, &[1, 2, 3]) && groups.all(|group| is_group(group, &[3]));
    let point = if text.contains('.') { "." } else { "" };
    (sound && !rest.contains(separator))
        .then(|| format!("{}{point}{rest}", whole.replace(separator, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for text in
            ["12a", "1,23", "1,2345", "1.2.3", "e5", "0x10", "--5", "5-", "1,000.5,000", "约17"]
        {
            assert_eq!(number(text.as_bytes()), Number::Not, "{text}");
        }
        assert_eq!(number(b"\xff1"), Number::Not);
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
            assert_eq!(plain(text.as_bytes()), text.parse().ok(), "{text}");
        }
    }
}
