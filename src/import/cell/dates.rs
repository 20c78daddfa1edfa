//! Dates in words and in figures: years, months, days, weeks and tens of days.

use super::time_words::{
    AMONG, AROUND_YEAR, DAY, MONTH, MONTHS, NUMBERED, OF_MONTH, OTHER_MONTHS, TEN_DAYS, WEEK, YEAR,
};
use crate::base::date::{Day, PartialDate, day_number};
use crate::import::form::DayOrder;

/// A year, a month and a day.
pub(super) type Fields = (i32, Option<i32>, Option<i32>);

/// The fields of a text that names a year, a month or a day.
pub(super) fn dated(text: &str, order: DayOrder) -> Option<Fields> {
    let text = text.trim_end_matches('z').trim_start_matches("end-").trim();
    worded(text)
        .or_else(|| in_figures(text))
        .or_else(|| year_last(text, order))
        .or_else(|| numbered_month(text))
        .or_else(|| with_month(text))
        .or_else(|| Some((named_year(text)?, None, None)))
}

/// Year, month and day each with its word, as Chinese writes dates.
fn worded(text: &str) -> Option<Fields> {
    let (year, rest) = YEAR.iter().find_map(|y| text.split_once(y))?;
    let (year, rest) = (number(year.trim(), 4)?, rest.trim());
    if rest.is_empty() {
        return Some((year, None, None));
    }
    let (month, rest) = rest.split_once(MONTH)?;
    let month = number(month.trim(), 2)?;
    if rest.is_empty() || OF_MONTH.contains(&rest) {
        return Some((year, Some(month), None));
    }
    Some((year, Some(month), Some(number(rest.trim().trim_end_matches(DAY), 2)?)))
}

/// `2021`, `2021-09`, `2021/9/7`, `2021.9.7`, `202109`, `20210907`.
fn in_figures(text: &str) -> Option<Fields> {
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    match text.len() {
        4 if plain => return Some((number(text, 4)?, None, None)),
        6 if plain => return Some((number(&text[..4], 4)?, number(&text[4..], 2), None)),
        8 if plain => {
            let (month, day) = (number(&text[4..6], 2)?, number(&text[6..], 2)?);
            return Some((number(&text[..4], 4)?, Some(month), Some(day)));
        }
        _ => {}
    }
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut fields = matches!(separator, '-' | '/' | '.').then(|| text.split(separator))?;
    let year = number(fields.next()?, 4)?;
    let month = number(fields.next()?, 2)?;
    let day = fields.next().map(|day| number(zoneless(day), 2));
    match (day, fields.next()) {
        (None, _) => Some((year, Some(month), None)),
        (Some(day), None) => Some((year, Some(month), Some(day?))),
        _ => None,
    }
}

/// A day without the time zone that XML sets behind it.
fn zoneless(day: &str) -> &str {
    day.split_once('+').filter(|(_, zone)| zone.len() == 5).map_or(day, |(day, _)| day)
}

/// The two fields before the year and the year, in two digits or in four: `1/22/20`, `22.1.2020`.
pub(super) fn before_year(text: &str) -> Option<(i32, i32, i32)> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut fields = matches!(separator, '-' | '/' | '.').then(|| text.split(separator))?;
    let (a, b) = (number(fields.next()?, 2)?, number(fields.next()?, 2)?);
    let year = fields.next().filter(|_| fields.next().is_none())?;
    let short = || {
        let year = number(year, 2).filter(|_| year.len() == 2 && separator != '.')?;
        Some(if year < 69 { 2000 + year } else { 1900 + year })
    };
    Some((a, b, number(year, 4).or_else(short)?))
}

/// Days and months in figures with the year last: `1/22/20`, `22.1.2020`, `3/2021`.
fn year_last(text: &str, order: DayOrder) -> Option<Fields> {
    if let Some((a, b, year)) = before_year(text) {
        let (day, month) = if order == DayOrder::DayFirst { (a, b) } else { (b, a) };
        return Some((year, Some(month), Some(day)));
    }
    let (month, year) = text.split_once(['/', '-'])?;
    // Four digits after a line are a year only if somebody may have counted in it: article numbers have others.
    let year = number(year, 4).filter(|year| (1700..=2200).contains(year))?;
    Some((year, Some(number(month, 2)?), None))
}

/// `2021M03`, `2021-M3`, and `2020-A1`, as statistical offices write months and years.
fn numbered_month(text: &str) -> Option<Fields> {
    if let Some(year) = text.strip_suffix("-a1") {
        return Some((number(year, 4)?, None, None));
    }
    let (year, month) = text.split_once('m')?;
    let year = number(year.trim_end_matches(['-', ' ', ':']), 4)?;
    Some((year, Some(number(month, 2)?), None))
}

/// `Sep 2021`, `7 September 2021`, `September 7, 2021`, `2021-Sep`, `Sep-21`, `1 de enero de 2022`.
fn with_month(text: &str) -> Option<Fields> {
    let words = text.split([' ', ',', '-', '.', '/']).filter(|w| !w.is_empty());
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words.filter(|word| !AMONG.contains(word)) {
        let plain =
            ["st", "nd", "rd", "th", "er", "\u{ba}"].iter().find_map(|end| word.strip_suffix(end));
        let slot = if let Some(n) = number(word, 4).filter(|_| word.len() == 4) {
            (&mut year, n)
        } else if let Some(n) = number(word, 2).or_else(|| number(plain?, 2)) {
            (&mut day, n)
        } else {
            (&mut month, i32::from(month_of(word)?))
        };
        if slot.0.replace(slot.1).is_some() {
            return None;
        }
    }
    match (year, month, day) {
        (Some(year), Some(month), day) => Some((year, Some(month), day)),
        // `Sep-21` is a month of a year in two digits, as spreadsheets write it.
        (None, Some(month), Some(year)) if text.contains('-') && year > 9 => {
            Some((if year < 69 { 2000 + year } else { 1900 + year }, Some(month), None))
        }
        _ => None,
    }
}

/// The number of a month by its English name, in three letters or in full.
pub(super) fn month_named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let is_so = |month: &str| {
        word.len() > 2 && month.starts_with(word) || word == "sept" && month[..3] == word[..3]
    };
    let at = MONTHS.iter().position(|month| is_so(month))?;
    u8::try_from(at + 1).ok()
}

/// The number of a month by its name, in whichever of the known languages.
pub(super) fn month_of(word: &str) -> Option<u8> {
    month_named(word).or_else(|| month_elsewhere(word))
}

/// The number of a month by its name in another language than English, in full or as it is shortened.
fn month_elsewhere(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let is_so = |month: &str| {
        month == word || (word.chars().count() > 2 && word.len() < 6 && month.starts_with(word))
    };
    let at = OTHER_MONTHS.iter().find_map(|months| {
        let mut fits = (0..12).filter(|&at| is_so(months[at]));
        // `jui` begins two months.
        fits.next().filter(|_| fits.next().is_none())
    })?;
    u8::try_from(at + 1).ok()
}

/// `2021-W03`, `2020W45`, `2021年第3周`: from a Monday to a Sunday, by ISO 8601.
pub(super) fn week(text: &str) -> Option<(Day, Day)> {
    let (year, week) = text
        .split_once("week")
        .or_else(|| text.split_once('w'))
        .or_else(|| YEAR.iter().find_map(|y| text.split_once(y)))?;
    let named = text.contains('w');
    let week = match WEEK.iter().find_map(|word| week.strip_suffix(word)) {
        Some(week) => week.trim().strip_prefix(NUMBERED)?,
        None => week,
    };
    let said = named || WEEK.iter().any(|word| text.ends_with(word));
    let (year, week) =
        (number(year.trim_end_matches(['-', ' ', ':']), 4)?, number(week.trim(), 2)?);
    let first = first_week(year)? + 7 * (week - 1);
    let fits = said && week >= 1 && (week <= 52 || first < first_week(year + 1)?);
    (fits && week <= 53).then_some((first, first + 6))
}

/// The Monday of the week that the year's 4 January lies in.
fn first_week(year: i32) -> Option<Day> {
    let fourth = day_number(year, 1, 4)?;
    // Day 0 was a Thursday.
    Some(fourth - (fourth + 3).rem_euclid(7))
}

/// `2021年9月上旬`: ten days of a month, or what is left of it.
pub(super) fn ten_days(text: &str) -> Option<(Day, Day)> {
    let found =
        |&(word, first, last): &(&str, u8, u8)| Some((text.strip_suffix(word)?, first, last));
    let (month, first, last) = TEN_DAYS.iter().find_map(found)?;
    let (year, month, day) = worded(month.trim()).or_else(|| in_figures(month.trim()))?;
    let month = u8::try_from(month.filter(|_| day.is_none())?).ok()?;
    let begins = day_number(year, month, first)?;
    let ends = day_number(year, month, last).unwrap_or(PartialDate::Month(year, month).last_day());
    Some((begins, if last > 20 { PartialDate::Month(year, month).last_day() } else { ends }))
}

/// A number of digits alone: exactly four for a year, one up to so many for the rest.
pub(super) fn number(text: &str, width: usize) -> Option<i32> {
    let long = if width == 4 { text.len() == 4 } else { (1..=width).contains(&text.len()) };
    (long && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A year as the name of a column of other programs: `YR2021`, `F2021`.
fn named_year(text: &str) -> Option<i32> {
    AROUND_YEAR.iter().find_map(|word| number(text.strip_prefix(word)?, 4))
}
