//! Periods of time as tables write them: years, months, days, quarters and halves of a year, and spans of these.

use super::width::half_width;
use super::words::{DAY, MONTH, MONTHS, PARTS_OF_YEAR, TO, YEAR};
use crate::base::date::{Day, PartialDate, day_number};
use crate::column::DaySpan;

/// The part of a cell that names a day: a time of day after a date is left out, since no column is finer. Cells that
/// differ in nothing else are then one text.
#[inline]
pub(in crate::import) fn day_text(cell: &[u8]) -> &[u8] {
    if cell.len() < 12 {
        return cell;
    }
    let is_end = |&(_, &b): &(usize, &u8)| matches!(b, b'T' | b' ');
    let Some((at, _)) = cell.iter().enumerate().skip(6).take(6).find(is_end) else { return cell };
    let (day, time) = cell.split_at(at);
    match time {
        [_, b'0'..=b'2', b'0'..=b'9', b':', ..] | [_, b'0'..=b'9', b':', ..] => day,
        _ => cell,
    }
}

/// The period that a cell names, `None` where it names none.
pub(in crate::import) fn period(cell: &[u8]) -> Option<DaySpan> {
    let text = half_width(std::str::from_utf8(cell).ok()?).to_lowercase();
    let (first, last) = days(&text).or_else(|| span(&text))?;
    (first <= last).then_some(DaySpan { first, last, as_of: false })
}

/// First and last day of a text that names one period.
fn days(text: &str) -> Option<(Day, Day)> {
    part_of_year(text).or_else(|| {
        let date = date(text)?;
        Some((date.first_day(), date.last_day()))
    })
}

/// Two periods of one form with a word for `to` between them.
fn span(text: &str) -> Option<(Day, Day)> {
    TO.iter().find_map(|to| {
        text.match_indices(to).find_map(|(at, _)| {
            let (start, end) = (text[..at].trim_end(), text[at + to.len()..].trim_start());
            Some((days(start)?.0, days(end)?.1))
        })
    })
}

fn part_of_year(text: &str) -> Option<(Day, Day)> {
    let (year, first, last) = PARTS_OF_YEAR.iter().find_map(|&(word, first, last)| {
        let rest = text.strip_suffix(word).or_else(|| text.strip_prefix(word))?;
        let rest = rest.trim_matches([' ', '-', '/']);
        let year = YEAR.iter().find_map(|y| rest.strip_suffix(y)).unwrap_or(rest);
        Some((number(year, 4)?, first, last))
    })?;
    Some((PartialDate::Month(year, first).first_day(), PartialDate::Month(year, last).last_day()))
}

fn date(text: &str) -> Option<PartialDate> {
    let (year, month, day) = worded(text).or_else(|| in_figures(text)).or_else(|| english(text))?;
    let small = |n: i32| u8::try_from(n).ok();
    let date = match (month, day) {
        (None, _) => PartialDate::Year(year),
        (Some(month), None) => PartialDate::Month(year, small(month)?),
        (Some(month), Some(day)) => PartialDate::Day(year, small(month)?, small(day)?),
    };
    let (month, day) = (small(month.unwrap_or(1))?, small(day.unwrap_or(1))?);
    day_number(year, month, day).map(|_| date)
}

type Fields = (i32, Option<i32>, Option<i32>);

/// Year, month and day each with its word, as Chinese writes dates.
fn worded(text: &str) -> Option<Fields> {
    let (year, rest) = YEAR.iter().find_map(|y| text.split_once(y))?;
    let (year, rest) = (number(year, 4)?, rest.trim());
    if rest.is_empty() {
        return Some((year, None, None));
    }
    let (month, rest) = rest.split_once(MONTH)?;
    let month = number(month.trim(), 2)?;
    if rest.is_empty() {
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
    let day = fields.next().map(|day| number(day, 2));
    match (day, fields.next()) {
        (None, _) => Some((year, Some(month), None)),
        (Some(day), None) => Some((year, Some(month), Some(day?))),
        _ => None,
    }
}

/// `Sep 2021`, `7 September 2021`, `September 7, 2021`, `2021-Sep`.
fn english(text: &str) -> Option<Fields> {
    let words = text.split([' ', ',', '-', '.', '/']).filter(|w| !w.is_empty());
    let (mut year, mut month, mut day) = (None, None, None);
    for word in words {
        let named = || MONTHS.iter().position(|m| word.starts_with(m) && word.is_ascii());
        let slot = if let Some(n) = number(word, 4).filter(|_| word.len() == 4) {
            (&mut year, n)
        } else if let Some(n) = number(word, 2) {
            (&mut day, n)
        } else {
            (&mut month, i32::try_from(named()? + 1).ok()?)
        };
        if slot.0.replace(slot.1).is_some() {
            return None;
        }
    }
    Some((year?, Some(month?), day))
}

/// A number of digits alone: exactly four for a year, one or two for the rest.
fn number(text: &str, width: usize) -> Option<i32> {
    let long = if width == 4 { text.len() == 4 } else { (1..=width).contains(&text.len()) };
    (long && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::civil;

    fn read(text: &str) -> Option<String> {
        let span = period(day_text(text.as_bytes()))?;
        let day = |day| {
            let (y, m, d) = civil(day);
            format!("{y:04}-{m:02}-{d:02}")
        };
        Some(format!("{}/{}", day(span.first), day(span.last)))
    }

    #[test]
    fn periods_in_the_forms_that_tables_use() {
        let year = "2021-01-01/2021-12-31";
        let month = "2021-09-01/2021-09-30";
        let day = "2021-09-07/2021-09-07";
        let quarter = "2021-07-01/2021-09-30";
        for (texts, expected) in [
            (&["2021", " 2021 ", "２０２１", "2021年", "2021年度"][..], year),
            (
                &["2021-09", "2021/9", "2021.9", "202109", "2021年9月", "2021年09月", "Sep 2021"],
                month,
            ),
            (
                &["2021-09-07", "2021/9/7", "2021.9.7", "20210907", "2021年9月7日", "7 Sep 2021"],
                day,
            ),
            (
                &["2021-09-07T12:30:00Z", "2021-09-07 08:00", "2021/9/7 8:00", "September 7, 2021"],
                day,
            ),
            (
                &["2021Q3", "2021-Q3", "2021 q3", "Q3 2021", "2021年第三季度", "2021年三季度"],
                quarter,
            ),
            (&["2021年上半年", "2021H1"], "2021-01-01/2021-06-30"),
            (&["2007-2019", "2007/2019", "2007年至2019年", "2007—2019"], "2007-01-01/2019-12-31"),
            (&["2021-09-01/2021-10-31", "2021年9月-2021年10月"], "2021-09-01/2021-10-31"),
        ] {
            for text in texts {
                assert_eq!(read(text).as_deref(), Some(expected), "{text}");
            }
        }
    }

    #[test]
    fn days_that_no_calendar_has_are_no_period() {
        for text in [
            "",
            "2021-13-45",
            "2021-02-30",
            "2021-00",
            "21",
            "202113",
            "20211345",
            "2021年13月",
            "soon",
            "2021-09-07-01",
            "2019-2007",
            "2021-9-7x",
            "99999",
            "月",
            "年",
            "2021年9",
            "Smarch 2021",
            "2021Q5",
            "/",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(period(b"\xff\xfe"), None);
    }
}
