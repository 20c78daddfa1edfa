//! What is written around the digits of a number: signs, brackets, money, multiples, flags.

use super::marks::{before_numbers, flagged, missing_for, qualified};
use super::number::Number;
use super::width::half_width;
use super::words::{
    BETWEEN_ENDS, BLANKS, COUNTED, MISSING, MONEY, MULTIPLES, NOT_FINITE, PERCENT, POINTS,
};
use crate::column::Meaning;
use crate::import::form::DecimalSign;
use crate::import::starts::Starts;
use crate::model::Qualifier;

/// What stands between the ends of an interval.
const INTERVAL: [&str; 6] = [" to ", "\u{2013}", "\u{2014}", "; ", ", ", "-"];

/// No text longer than this is a number.
const LONGEST: usize = 64;

/// What a cell is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Parts {
    Number(Found),
    /// No value, and the flags that say why.
    Missing(Option<String>),
    NotFinite,
    Not,
}

/// A number, as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// Digits with what stands between them.
    pub(super) digits: String,
    negative: bool,
    /// The power of ten that a word multiplies by.
    exponent: i32,
    /// Percent sign, sign of money, or what is counted, and whether it is this.
    pub(super) unit: Option<String>,
    is_counted: bool,
    qualifier: Option<Qualifier>,
    /// Whether the qualifier is a sign.
    pub(super) is_bound: bool,
    flags: Vec<String>,
    /// The other end of a range.
    end: Option<Box<Found>>,
}

/// Takes a cell apart.
pub(super) fn parts(text: &str) -> Parts {
    if is_word(text) { Parts::Not } else { taken_apart(text) }
}

fn taken_apart(text: &str) -> Parts {
    let text = half_width(text);
    if text.is_empty() || text.chars().all(|c| BLANKS.contains(&c)) {
        return Parts::Missing(None);
    }
    if text.len() > LONGEST {
        return Parts::Not;
    }
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    if !has_digit || text.contains('#') {
        let lower = text.to_ascii_lowercase();
        if MISSING.contains(&lower.as_str()) {
            return Parts::Missing(None);
        }
        if NOT_FINITE.contains(&lower.as_str()) {
            return Parts::NotFinite;
        }
    }
    if has_digit {
        return found(&text).map_or(Parts::Not, Parts::Number);
    }
    missing_for(&text).map_or(Parts::Not, |flags| Parts::Missing(Some(flags)))
}

/// How words begin that are no value or stand before a number.
static STARTS: Starts = before_numbers(Starts::new().with(MISSING).with(NOT_FINITE).with(MONEY));

/// Letters alone that may be flags, no more than these.
const SHORT: usize = 3;

/// Whether a text is a word by a look that costs little: it begins with a letter, and not as words do that are no value or
/// stand before a number. Most cells of a table are such.
fn is_word(text: &str) -> bool {
    let text = text.as_bytes();
    // Signs and brackets begin with the byte 0xe2 or the bytes 0xe3 0x80, full-width digits and letters with 0xef.
    let begins = matches!(text, [b'a'..=b'z' | b'A'..=b'Z' | 0xe3..=0xed, ..]);
    begins
        && !text.starts_with(&[0xe3, 0x80])
        && !STARTS.may_begin(text)
        && text.trim_ascii_end().len() > SHORT
}

/// The number that a text with digits is, if it is one.
fn found(text: &str) -> Option<Found> {
    let mut found = Found::default();
    let mut rest = text.trim();
    if is_bare(rest) {
        found.digits = rest.to_owned();
        return found.signed();
    }
    if let Some(inside) = together(rest) {
        found.flags.push(TOGETHER.to_owned());
        rest = inside;
    }
    if let Some((before, ends)) = interval(rest) {
        found.flags.push(ends);
        rest = before;
    }
    if let Some((before, points)) = POINTS.iter().find_map(|of| Some((rest.strip_suffix(of)?, of)))
    {
        found.flags.push((*points).to_owned());
        rest = before.trim_end();
    }
    while let Some((before, flag)) = flagged(rest).filter(|(_, flag)| !flag.starts_with('+')) {
        found.flags.insert(0, flag);
        rest = before;
    }
    if let Some((inside, qualifier, is_bound)) = qualified(rest) {
        (found.qualifier, found.is_bound, rest) = (Some(qualifier), is_bound, inside);
    }
    let inside = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if let Some(inside) = inside {
        (found.negative, rest) = (true, inside.trim());
    }
    rest = found.around(rest);
    let money = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if let Some(inside) = money.filter(|_| found.unit.is_some() && !found.negative) {
        (found.negative, rest) = (true, inside);
    }
    if !is_bare(rest)
        && let Some(range) = range(text)
    {
        return Some(range);
    }
    found.digits = rest.to_owned();
    found.signed()
}

/// The mark of a number in brackets.
const TOGETHER: &str = "[\u{a0}]";

/// A number in brackets, as plans write what is to be reached in all their years together: `[15]`. One digit alone is the
/// number of a note.
fn together(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['[', '\u{3014}'])?.strip_suffix([']', '\u{3015}'])?;
    let is_number = inside.len() > 1 && inside.starts_with(|c: char| c.is_ascii_digit());
    (is_number && is_bare(inside)).then_some(inside)
}

/// A number without the interval that stands behind it in brackets, and the ends of this: `12.3 [11.1-13.5]`. The number is
/// what was found, the interval how sure that is.
fn interval(text: &str) -> Option<(&str, String)> {
    let open = if text.ends_with(']') { '[' } else { text.ends_with(')').then_some('(')? };
    let (before, inside) = text[..text.len() - 1].rsplit_once(open)?;
    let is_number = |text: &str| {
        let digits = text.trim().strip_prefix(['-', '\u{2212}']).unwrap_or(text.trim());
        digits.starts_with(|c: char| c.is_ascii_digit()) && is_bare(digits) && !digits.contains('-')
    };
    let ends = INTERVAL.iter().find_map(|to| {
        let mut parts =
            inside.match_indices(to).map(|(at, to)| (&inside[..at], &inside[at + to.len()..]));
        parts.find(|(low, high)| is_number(low) && is_number(high))
    });
    let (low, high) = ends?;
    let low_high = format!("{}\u{2013}{}", low.trim(), high.trim());
    before.bytes().any(|b| b.is_ascii_digit()).then(|| (before.trim_end(), low_high))
}

/// Whether a text has only what stands among digits.
fn is_bare(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'.' | b',' | b'+' | b'-' | b'e' | b'E'))
        && !text.ends_with(['+', 'e', 'E'])
}

/// A range of which an end has a multiple, a percent sign or a sign of money. Without these it may be a group of ages, two
/// years, or a telephone number.
fn range(text: &str) -> Option<Found> {
    let (at, sign) = text.char_indices().skip(1).find(|(_, c)| BETWEEN_ENDS.contains(c))?;
    let end = |text: &str| {
        let mut end = Found::default();
        let rest = end.around(text.trim());
        let digits = rest.bytes().any(|b| b.is_ascii_digit()) && is_bare(rest);
        end.digits = rest.to_owned();
        digits.then_some(end)
    };
    let (mut low, high) = (end(&text[..at])?, end(&text[at + sign.len_utf8()..])?);
    // `10-19人` is a group of firms or households.
    let is_amount = |end: &Found| end.exponent > 0 || (end.unit.is_some() && !end.is_counted);
    if !is_amount(&low) && !is_amount(&high) {
        return None;
    }
    // `3-5万` counts both in 万, `$3-5` both in dollars.
    if low.exponent == 0 {
        low.exponent = high.exponent;
    }
    low.unit = low.unit.take().or_else(|| high.unit.clone());
    low.end = Some(Box::new(high));
    Some(low)
}

impl Found {
    /// Takes signs, money, percent signs and multiples off both ends.
    fn around<'t>(&mut self, text: &'t str) -> &'t str {
        let mut rest = text;
        loop {
            let before = rest;
            rest = rest.trim();
            if let Some(bare) = rest.strip_suffix(PERCENT).filter(|_| self.unit.is_none()) {
                self.unit = Some(rest[bare.len()..].to_owned());
                rest = bare;
            }
            rest = self.money(rest);
            rest = self.counted(rest);
            if self.exponent == 0
                && let Some((word, exponent)) =
                    MULTIPLES.iter().find(|(word, _)| rest.ends_with(word))
            {
                self.exponent = *exponent;
                rest = &rest[..rest.len() - word.len()];
            }
            if self.exponent > 0
                && self.qualifier.is_none()
                && let Some((inside, qualifier, is_bound)) = qualified(rest)
            {
                (self.qualifier, self.is_bound, rest) = (Some(qualifier), is_bound, inside);
            }
            // A sign before a sign of money.
            if let Some(bare) = rest.strip_prefix('-')
                && bare.starts_with(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
                && !self.negative
            {
                (self.negative, rest) = (true, bare);
            }
            if rest.len() == before.len() {
                return rest;
            }
        }
    }

    /// Takes off what is counted. It stands right behind the number, which is the first of the cell then.
    fn counted<'t>(&mut self, text: &'t str) -> &'t str {
        let is_free = self.unit.is_none() && text.starts_with(|c: char| c.is_ascii_digit());
        let word = COUNTED.iter().find(|word| is_free && text.ends_with(**word));
        let Some(word) = word else { return text };
        (self.unit, self.is_counted) = (Some((*word).to_owned()), true);
        text[..text.len() - word.len()].trim_end()
    }

    fn money<'t>(&mut self, text: &'t str) -> &'t str {
        if self.unit.is_some()
            || text.starts_with(|c: char| c.is_ascii_digit())
                && text.ends_with(|c: char| c.is_ascii_digit())
        {
            return text;
        }
        let upper = text.to_ascii_uppercase();
        for sign in MONEY {
            let after = upper.starts_with(sign).then(|| &text[sign.len()..]);
            let rest =
                after.or_else(|| upper.ends_with(sign).then(|| &text[..text.len() - sign.len()]));
            if let Some(rest) = rest {
                self.unit = Some((*sign).to_owned());
                return rest.trim();
            }
        }
        text
    }

    /// Takes the sign off the digits.
    fn signed(mut self) -> Option<Self> {
        let (sign, digits) = match self.digits.strip_suffix('-') {
            Some(digits) => (true, digits),
            None => (false, self.digits.as_str()),
        };
        let (minus, digits) = match digits.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, digits.strip_prefix('+').unwrap_or(digits)),
        };
        if u8::from(sign) + u8::from(minus) + u8::from(self.negative) > 1 {
            return None;
        }
        (self.negative, self.digits) = (self.negative || sign || minus, digits.trim().to_owned());
        Some(self)
    }

    /// The number; of a range its middle.
    pub(super) fn value(&self, decimal: DecimalSign) -> Number {
        let own = self.own_value(decimal);
        let (Some(end), Number::Is(low)) = (&self.end, own) else { return own };
        match end.own_value(decimal) {
            Number::Is(high) if low <= high => Number::Is(f64::midpoint(low, high)),
            _ => Number::Not,
        }
    }

    fn own_value(&self, decimal: DecimalSign) -> Number {
        let Some(digits) = ungrouped(&self.digits, decimal) else { return Number::Not };
        let starts = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
        let shaped = starts
            && digits.bytes().any(|b| b.is_ascii_digit())
            && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        let text = if self.exponent == 0 { digits } else { format!("{digits}e{}", self.exponent) };
        match text.parse::<f64>() {
            Ok(number) if shaped && number.is_finite() => {
                Number::Is(if self.negative { -number } else { number })
            }
            Ok(_) if shaped => Number::TooGreat,
            _ => Number::Not,
        }
    }

    /// How the number is meant, where anything is said.
    pub(super) fn mark(&self, decimal: DecimalSign) -> Option<String> {
        let range = self.end.as_ref().and_then(|end| {
            match (self.own_value(decimal), end.own_value(decimal)) {
                (Number::Is(low), Number::Is(high)) => Some(Meaning::range_mark(low, high)),
                _ => None,
            }
        });
        let qualifier = self.qualifier.map(|qualifier| qualifier.id().to_owned());
        let marks: Vec<String> =
            range.or(qualifier).into_iter().chain(self.flags.iter().cloned()).collect();
        (!marks.is_empty()).then(|| marks.join(" "))
    }
}

/// The digits with a point before the decimals and without separators of thousands, which stand every three digits, or as
/// in India every two before the last three; `None` where one stands elsewhere.
fn ungrouped(text: &str, decimal: DecimalSign) -> Option<String> {
    let (point, group) = match decimal {
        DecimalSign::Point => ('.', ','),
        DecimalSign::Comma => (',', '.'),
    };
    let separator = |c: char| c == group || matches!(c, ' ' | '\'' | '\u{2019}');
    if !text.contains(separator) {
        return (text.matches(point).count() < 2).then(|| text.replace(point, "."));
    }
    let (whole, rest) = text.split_once(point).map_or((text, ""), |(whole, rest)| (whole, rest));
    let groups: Vec<&str> = whole.split(separator).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return None };
    let is_group =
        |g: &str, length: usize| g.len() == length && g.bytes().all(|b| b.is_ascii_digit());
    let leads = (1..=3).any(|length| is_group(first, length)) && !first.starts_with('0');
    let sound = leads
        && is_group(last, 3)
        && (middle.iter().all(|g| is_group(g, 3))
            || (first.len() < 3 && middle.iter().all(|g| is_group(g, 2))));
    let point = if rest.is_empty() { "" } else { "." };
    (sound && !rest.contains(separator) && !rest.contains([',', '.']))
        .then(|| format!("{}{point}{rest}", groups.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::random_texts::random_texts;

    #[test]
    fn what_is_taken_for_a_word_at_once_is_no_number() {
        let pieces = [
            "1", "20", ".5", ",", " ", "-", "(", ")", "%", "[c]", "x", "e", "low", "n/a", "na",
            "nan", "inf", "missing", "NIL", "about ", "c. ", "ca. ", "over ", "US$", "EUR", "元",
            "円", "万", "k", "约", "不到", "不", "无", "暂无", "缺", "以上", "至", "领域", "县",
            "Navan", "name", "Amt", "abc", "u", "Ca", "A", "to ",
        ];
        let mut words = 0;
        for text in random_texts(&pieces, 4, 100_000).filter(|text| is_word(text)) {
            words += 1;
            match taken_apart(&text) {
                Parts::Not => {}
                Parts::Number(found) => {
                    let values =
                        [DecimalSign::Point, DecimalSign::Comma].map(|sign| found.value(sign));
                    assert_eq!(values, [Number::Not; 2], "{text}");
                }
                parts => panic!("{text}: {parts:?}"),
            }
        }
        assert!(words > 10_000, "{words}");
        for text in ["领域003", "江河12县", "Sligo", "Stand Rd", "甲乙丙"] {
            assert!(is_word(text), "{text}");
        }
    }
}
