//! Cells that each give a number with a unit of their own, as reports write what was done: `5所`, `1.2万人`, `86.3%`,
//! `320元/月`, `12 schools`, `£3.4m`.

use super::number::{Number, Written, written};
use super::width::half_width;
use super::words::{AND_MORE, BEHIND_UNITS, COUNTED, MULTIPLES, OF_TIME, SCALED, THOUSANDS};
use crate::base::unit_name;
use crate::import::form::DecimalSign;

/// Bytes that a number with its unit has no more of.
const LONGEST: usize = 48;

/// Letters of the shortest word that is taken for a unit though no list has it: `km` stands in a list, `pm` in none.
const SHORTEST_WORD: usize = 3;
const LONGEST_WORDS: usize = 24;

/// Whether a unit may as well be that of an age, a duration or a degree, by which rows are grouped.
pub(in crate::import) fn is_of_time(unit: &str) -> bool {
    OF_TIME.contains(&unit)
}

/// Reads a cell whose number has a unit of its own. Where there is none behind it, this is [`written`].
pub(in crate::import) fn measured(cell: &[u8], decimal: DecimalSign) -> Written {
    let whole = written(cell, decimal);
    let Ok(text) = std::str::from_utf8(cell) else { return whole };
    let is_scaled = |unit: &String| SCALED.iter().any(|word| unit.starts_with(word));
    let is_read = matches!(whole.number, Number::Is(_));
    if is_read && whole.unit.as_ref().is_some_and(|unit| !is_scaled(unit)) {
        return whole;
    }
    let text = half_width(text);
    // Behind a blank this is the metre: millions stand right behind their digits.
    let may_differ = !is_read || whole.unit.is_some() || text.ends_with(" m");
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    if text.len() > LONGEST || !may_differ || !has_digit {
        return whole;
    }
    parted(&text, decimal).unwrap_or(whole)
}

/// The number and the unit of a text, parted where what stands before reads as a number and what follows as a unit.
fn parted(text: &str, decimal: DecimalSign) -> Option<Written> {
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let ends = text.char_indices().map(|(at, _)| at).filter(|at| *at > first);
    let is_after = |at: &usize| {
        let before = &text[..*at];
        before.ends_with(|c: char| c.is_ascii_digit() || c == ' ' || AND_MORE.contains(&c))
            || MULTIPLES.iter().any(|(word, _)| before.ends_with(word))
    };
    ends.filter(is_after).find_map(|at| {
        let (number, unit) = text.split_at(at);
        let (unit, qualifier) = without_qualifier(unit.trim_start());
        let is_apart = number.ends_with(' ') || unit.len() < text.len() - at;
        if !(is_known(unit) || (is_apart && is_word(unit))) {
            return None;
        }
        let read = written(format!("{}{qualifier}", number.trim_end()).as_bytes(), decimal);
        // A unit behind a unit is none: `5% men`.
        let is_number = matches!(read.number, Number::Is(_)) && read.unit.is_none();
        is_number.then(|| Written { unit: Some(unit.to_owned()), ..read })
    })
}

/// A unit without what says behind it how its number is meant.
fn without_qualifier(unit: &str) -> (&str, &str) {
    let behind = BEHIND_UNITS.iter().find(|word| unit.len() > word.len() && unit.ends_with(**word));
    behind.map_or((unit, ""), |word| unit.split_at(unit.len() - word.len()))
}

/// Whether lists of units have it. A multiple belongs to the number.
fn is_known(unit: &str) -> bool {
    if unit.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return false;
    }
    let first = unit.split(' ').next().unwrap_or(unit);
    let is_multiple = MULTIPLES.iter().any(|(word, _)| unit.starts_with(word))
        && (unit.starts_with(|c: char| !c.is_ascii())
            || MULTIPLES.iter().any(|(w, _)| *w == first));
    let is_own_unit = unit == "m" || THOUSANDS.iter().any(|own| unit.starts_with(own));
    (!is_multiple || is_own_unit)
        && (unit_name::is_unit(unit) || COUNTED.contains(&unit) || is_of_time(unit))
}

/// Whether these are a word or two as things are counted in behind a number and a blank: `schools`, `new homes`.
fn is_word(unit: &str) -> bool {
    let words: Vec<&str> = unit.split(' ').collect();
    let is_plain =
        unit.len() <= LONGEST_WORDS && unit.bytes().all(|b| b.is_ascii_lowercase() || b == b' ');
    let is_long = words.iter().all(|word| word.len() >= SHORTEST_WORD);
    is_plain && is_long && (words.len() == 1 || (words.len() == 2 && unit.ends_with('s')))
}

/// A unit as it is written most often beside others: `school` where the column has `schools` too.
pub(in crate::import) fn in_number<'u>(unit: &'u str, others: &[&'u str]) -> &'u str {
    let is_plural = |other: &&&str| other.strip_suffix('s').is_some_and(|one| one == unit);
    let is_word = unit.len() >= SHORTEST_WORD && unit.bytes().all(|b| b.is_ascii_lowercase());
    others.iter().find(is_plural).filter(|_| is_word).copied().unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Number, Option<String>, Option<String>) {
        let read = measured(text.as_bytes(), DecimalSign::Point);
        (read.number, read.unit, read.mark)
    }

    #[test]
    fn numbers_with_units_of_their_own() {
        for (text, value, unit, mark) in [
            ("5所", 5.0, "所", None),
            ("1.2万人", 12_000.0, "人", None),
            ("86.3%", 86.3, "%", None),
            ("320元/月", 320.0, "元/月", None),
            ("320 元/人·月", 320.0, "元/人·月", None),
            ("约1,200户", 1200.0, "户", Some("about")),
            ("20余万人", 200_000.0, "人", Some("over")),
            ("1.2万余人", 12_000.0, "人", Some("over")),
            ("300人以上", 300.0, "人", Some("at_least")),
            ("500公里左右", 500.0, "公里", Some("about")),
            ("1.1万平方米", 11_000.0, "平方米", None),
            ("1234.5亿元", 123_450_000_000.0, "元", None),
            ("3.2亿千瓦时", 320_000_000.0, "千瓦时", None),
            ("45 千瓦时", 45.0, "千瓦时", None),
            ("7种", 7.0, "种", None),
            ("12 schools", 12.0, "schools", None),
            ("1,204 new homes", 1204.0, "new homes", None),
            ("3.4 million people", 3_400_000.0, "people", None),
            ("£3.4m", 3_400_000.0, "\u{a3}", None),
            ("85 km", 85.0, "km", None),
            ("85 km2", 85.0, "km2", None),
            ("85 m", 85.0, "m", None),
            ("about 40 km/h", 40.0, "km/h", Some("about")),
        ] {
            let expected = (Number::Is(value), Some(unit.to_owned()), mark.map(str::to_owned));
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("1,234"), (Number::Is(1234.0), None, None));
        assert_eq!(read("3.5m"), (Number::Is(3_500_000.0), None, None));
    }

    #[test]
    fn prose_ages_codes_and_addresses_are_no_numbers() {
        for text in [
            "新建5所学校，改造3所",
            "5所正在建设",
            "已完成",
            "12 High Street",
            "3 of them",
            "3 were closed",
            "10-14岁",
            "A12",
            "12a",
            "3 pm",
            "2021年3月",
            "第3期",
            "5% men",
            "Room 12 schools",
        ] {
            assert_eq!(read(text).0, Number::Not, "{text}");
        }
    }

    #[test]
    fn one_of_a_thing_counts_the_same_as_several() {
        assert_eq!(in_number("school", &["schools", "km"]), "schools");
        assert_eq!(in_number("km", &["kms"]), "km");
        assert_eq!(in_number("schools", &["school"]), "schools");
    }
}
