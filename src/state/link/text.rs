//! Parts of a link as text: percent-encoded words, lists, numbers and days.

use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::base::date::{Day, PartialDate, civil};

/// Everything but the unreserved characters of RFC 3986, so that no messenger cuts a link short or puts anything else
/// in its place.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Percent-encodes. A percent sign that two hexadecimal digits follow has these encoded too: otherwise `%41` would be
/// written as what a program makes of the letter A that encodes a link twice.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split('%').enumerate() {
        let mut rest = part;
        if at > 0 {
            out.push_str("%25");
            if starts_with_hex(part) {
                rest = &part[2..];
                part.bytes().take(2).for_each(|byte| {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "%{byte:02X}");
                });
            }
        }
        out.extend(utf8_percent_encode(rest, ENCODED));
    }
    out
}

/// Whether the text begins with two hexadecimal digits.
pub(super) fn starts_with_hex(text: &str) -> bool {
    matches!(text.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit())
}

/// Decodes; a plus stands for a blank, as forms write it.
pub(super) fn decode(text: &str) -> String {
    let text = text.replace('+', " ");
    percent_decode_str(&text).decode_utf8_lossy().into_owned()
}

pub(super) fn list<'a>(values: impl Iterator<Item = &'a String>) -> String {
    values.map(|v| encode(v)).collect::<Vec<_>>().join(",")
}

pub(super) fn read_list(text: &str) -> Vec<String> {
    text.split(',').filter(|v| !v.is_empty()).map(decode).collect()
}

/// A span's text without the blanks that a plus may stand for.
fn span(text: &str) -> String {
    decode(text).replace(' ', "")
}

/// Numbers as `from..to`; an open end is left out.
pub(super) fn numbers(from: f64, to: f64) -> String {
    let number = |n: f64| if n.is_finite() { n.to_string() } else { String::new() };
    format!("{}..{}", number(from), number(to))
}

/// Numbers written as `from..to`; `None` if they are none, both missing, or the wrong way round.
pub(super) fn read_numbers(text: &str) -> Option<(f64, f64)> {
    let text = span(text);
    let (from, to) = text.split_once("..")?;
    let number = |text: &str, open: f64| match text {
        "" => Some(open),
        _ => text.parse().ok().filter(|n: &f64| n.is_finite()),
    };
    let (from, to) = (number(from, f64::NEG_INFINITY)?, number(to, f64::INFINITY)?);
    (from <= to && (from.is_finite() || to.is_finite())).then_some((from, to))
}

/// Days as `from..to`, whole years as years; an open end is left out.
pub(super) fn days(from: Option<Day>, to: Option<Day>) -> String {
    let date = |day: Option<Day>, year_edge: fn(PartialDate) -> Day| {
        day.map_or(String::new(), |day| {
            let (y, m, d) = civil(day);
            let year = PartialDate::Year(y);
            if year_edge(year) == day { year } else { PartialDate::Day(y, m, d) }.to_string()
        })
    };
    format!("{}..{}", date(from, PartialDate::first_day), date(to, PartialDate::last_day))
}

/// Days written as `from..to`; `None` if they are no dates, both missing, or the wrong way round.
pub(super) fn read_days(text: &str) -> Option<(Option<Day>, Option<Day>)> {
    let text = span(text);
    let (from, to) = text.split_once("..")?;
    let date = |text: &str| match text {
        "" => Some(None),
        _ => text.parse::<PartialDate>().ok().map(Some),
    };
    let from = date(from)?.map(PartialDate::first_day);
    let to = date(to)?.map(PartialDate::last_day);
    match (from, to) {
        (None, None) => None,
        (Some(from), Some(to)) if from > to => None,
        days => Some(days),
    }
}
