//! Periods of time as tables write them: years, fiscal years, halves, quarters, months, weeks, days, and spans of these.

use std::borrow::Cow;

use super::dates::{Fields, dated, month_named, number, ten_days, week};
use super::marks::is_note_sign;
use super::month_edges::widened;
use super::spellings::usual;
use super::time_words::{
    ACADEMIC, ACADEMIC_BEGINS, BEFORE_MINGUO, DAY, DECADE, FISCAL, MINGUO, MONTH, PARTS_OF_YEAR,
    TO, TO_MONTH, YEAR, YEAR_SIGN, YEAR_TO,
};
use super::width::half_width;
use crate::base::date::{Day, PartialDate, civil, day_number};
use crate::column::DaySpan;
use crate::import::form::{Pairs, TimeForm};

/// No text longer than this is a period.
const LONGEST: usize = 64;

/// What says that the figures of a year are estimated, forecast, provisional or revised. Another capital behind a year is
/// the name of a column beside it: `Y2019F`.
const OF_YEAR: &[char] = &['e', 'E', 'f', 'p', 'r'];
const LIKELY_YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Day number of 30 December 1899, from which spreadsheets count.
const SERIAL_FROM: Day = -25_569;

/// The part of a cell that names a day: a time of day after a date is left out, since no column is finer. Cells that
/// differ in nothing else are then one text. The day is the one that is written, whatever time zone follows.
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

/// The period that a cell names in a column of that form, `None` where it names none.
pub(in crate::import) fn period(cell: &[u8], form: &TimeForm) -> Option<DaySpan> {
    let text = bare(cell)?;
    let (first, last) = days(&text, form).or_else(|| span(&text, form))?;
    let span = DaySpan { first, last, as_of: false };
    let span = if form.lone == 0 { span } else { widened(span, form.lone) };
    (first <= last).then_some(span)
}

/// A cell in lower case and usual width, without a time of day, a time zone and marks of notes; `None` where it has no
/// figure at all.
pub(super) fn bare(cell: &[u8]) -> Option<Cow<'_, str>> {
    let text = std::str::from_utf8(cell).ok().filter(|text| text.len() <= LONGEST)?;
    let text = half_width(text);
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return text.bytes().any(|b| b.is_ascii_digit()).then_some(text);
    }
    let mut text = usual(&without_mark(&text).to_lowercase()).into_owned();
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // `2019 [YR2019]` says its year twice, and other brackets hold notes.
    if let Some((before, inside)) =
        text.strip_suffix([']', ')']).and_then(|t| t.rsplit_once(['[', '(']))
        && before.bytes().any(|b| b.is_ascii_digit())
        && !inside.is_empty()
    {
        text = before.trim_end().to_owned();
    }
    if text.contains(':')
        && let Some((day, time)) = text.rsplit_once([' ', 't']).or_else(|| text.split_once('t'))
        && time.starts_with(|c: char| c.is_ascii_digit())
        && day.len() > 5
    {
        text = day.to_owned();
    }
    let inner = text.trim_matches(['[', ']', '(', ')']).trim_end_matches('*').trim();
    Some(Cow::Owned(inner.to_owned()))
}

/// A text without the mark of a note behind it: `2021 1)`, `2021¹`; or without the letter by which a year is said to be
/// estimated: `2024e`.
fn without_mark(text: &str) -> &str {
    let bare = text.trim_end_matches(is_note_sign);
    let bare = without_number(bare).map_or(bare, str::trim_end);
    let lettered = bare
        .strip_suffix(OF_YEAR)
        .filter(|year| number(year, 4).is_some_and(|year| LIKELY_YEARS.contains(&year)));
    lettered.unwrap_or(bare)
}

/// A text without the number of a note behind a blank.
fn without_number(text: &str) -> Option<&str> {
    let inside = text.strip_suffix(')')?;
    let rest = inside.trim_end_matches(|c: char| c.is_ascii_digit());
    (rest.len() < inside.len()).then(|| rest.strip_suffix(' '))?
}

/// First and last day of a text that names one period.
fn days(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    let whole = |date: PartialDate| (date.first_day(), date.last_day());
    of_week(text, form)
        .or_else(|| fiscal(text, form))
        .or_else(|| pair(text, form))
        .or_else(|| part_of_year(text, form))
        .or_else(|| week(text))
        .or_else(|| ten_days(text))
        .or_else(|| months_of_year(text))
        .or_else(|| decade(text))
        .or_else(|| year_to(text, form))
        .or_else(|| serial(text, form))
        .or_else(|| since_1970(text, form))
        .or_else(|| of_fields(minguo(text, form)?).map(whole))
        .or_else(|| of_fields(dated(text, form.order)?).map(whole))
}

/// Two periods of one form with a word for `to` between them.
fn span(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    TO.iter().find_map(|to| {
        text.match_indices(to).find_map(|(at, _)| {
            let (start, end) = (text[..at].trim_end(), text[at + to.len()..].trim_start());
            let last = days(end, form).or_else(|| days(&continued(start, end)?, form))?;
            let first = match days(start, form) {
                Some((first, _)) => first,
                None => month_before(start, last.1)?,
            };
            Some((first, last.1))
        })
    })
}

/// The end of a span that says its year, and its month where it is a day alone, with the beginning: `2021年9月7日—11月5日`.
fn continued(start: &str, end: &str) -> Option<String> {
    let upto = if end.contains(MONTH) { YEAR_SIGN } else { MONTH };
    let at = start.find(upto)? + upto.len_utf8();
    end.ends_with(DAY).then(|| format!("{}{end}", &start[..at]))
}

/// The first day of a month without a year: `Dec to Feb 2020` begins in 2019.
fn month_before(text: &str, last: Day) -> Option<Day> {
    let (month, (year, to, _)) = (month_named(text)?, civil(last));
    day_number(if month > to { year - 1 } else { year }, month, 1)
}

/// What `2005-06`, `2005/06` and `2005-2006` say in the column.
fn pair(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    let (year, end) = two_years(text)?;
    let is_next = end == year + 1;
    match form.pairs {
        Pairs::Fiscal if is_next => year_from(year, form.begins),
        Pairs::Years if end > year => {
            Some((PartialDate::Year(year).first_day(), PartialDate::Year(end).last_day()))
        }
        _ => None,
    }
}

/// Two years with a line between them, the second in two digits or in four.
pub(super) fn two_years(text: &str) -> Option<(i32, i32)> {
    let (year, end) = text.split_once(['-', '/', '\u{2013}', '\u{2014}', '~'])?;
    let (year, end) = (number(year.trim(), 4)?, end.trim());
    if let Some(end) = number(end, 4) {
        return Some((year, end));
    }
    let short = number(end, 2).filter(|_| end.len() == 2)?;
    let end = year - year.rem_euclid(100) + short;
    Some((year, if end < year { end + 100 } else { end }))
}

/// Twelve months from a month on.
fn year_from(year: i32, begins: u8) -> Option<(Day, Day)> {
    let first = day_number(year, begins, 1)?;
    Some((first, day_number(year + 1, begins, 1)? - 1))
}

/// A year with a word that says that it does not begin in January.
fn fiscal(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    let around = |words: &[&str]| {
        words.iter().find_map(|word| text.strip_prefix(word).or_else(|| text.strip_suffix(word)))
    };
    let (rest, begins) = match around(FISCAL) {
        Some(rest) => (rest, form.begins),
        None => (around(ACADEMIC)?, ACADEMIC_BEGINS),
    };
    let rest = rest.trim().trim_end_matches(YEAR_SIGN);
    if let Some((year, end)) = two_years(rest) {
        return (end == year + 1).then(|| year_from(year, begins))?;
    }
    let year =
        number(rest, 4).or_else(|| Some(2000 + number(rest, 2).filter(|_| rest.len() == 2)?))?;
    year_from(year, begins)
}

/// A year as cells write it, bare or with what stands around names of columns: `2021`, `2021年`, `YR2021`.
fn year(text: &str, form: &TimeForm) -> Option<i32> {
    let text = YEAR.iter().find_map(|y| text.strip_suffix(y)).unwrap_or(text).trim();
    if form.minguo
        && let Some(year) = number(text, 3).or_else(|| number(text, 2))
    {
        return Some(year + BEFORE_MINGUO);
    }
    number(text, 4)
}

fn part_of_year(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    let (year, first, last) = PARTS_OF_YEAR.iter().find_map(|&(word, first, last)| {
        let rest = text.strip_suffix(word).or_else(|| text.strip_prefix(word))?;
        Some((year(rest.trim_matches([' ', '-', '/', '.', ':', '_']), form)?, first, last))
    })?;
    Some((PartialDate::Month(year, first).first_day(), PartialDate::Month(year, last).last_day()))
}

/// `2021年1-9月`: months of one year from one to another.
fn months_of_year(text: &str) -> Option<(Day, Day)> {
    let (year, rest) = YEAR.iter().find_map(|y| text.split_once(y))?;
    let (year, rest) = (number(year.trim(), 4)?, rest.trim().strip_suffix(MONTH)?);
    let (from, to) = rest.split_once(TO_MONTH)?;
    let month = |text: &str| u8::try_from(number(text.trim().trim_end_matches(MONTH), 2)?).ok();
    let (from, to) = (month(from)?, month(to)?);
    let last = PartialDate::Month(year, (1..=12).contains(&to).then_some(to)?).last_day();
    Some((day_number(year, from, 1)?, last))
}

/// `1990s`, `1990年代`.
fn decade(text: &str) -> Option<(Day, Day)> {
    let year = DECADE.iter().find_map(|word| number(text.strip_suffix(word)?, 4))?;
    let (first, last) = (PartialDate::Year(year), PartialDate::Year(year + 9));
    (year % 10 == 0).then(|| (first.first_day(), last.last_day()))
}

/// `Year ending June 2020`: the twelve months up to it.
fn year_to(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    let rest = YEAR_TO.iter().find_map(|words| text.strip_prefix(words))?.trim();
    let last = of_fields(dated(rest, form.order)?)?.last_day();
    let (year, month, day) = civil(last + 1);
    Some((day_number(year - 1, month, day)?, last))
}

/// A whole number of days, as spreadsheets keep a date.
fn serial(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let days = number(whole, 5).filter(|_| form.serial && whole.len() == 5)?;
    Some((days + SERIAL_FROM, days + SERIAL_FROM))
}

/// The day of a number of seconds since 1970, or of thousandths or millionths of them, as logs keep a time: by Greenwich's
/// clock, since nobody says another.
fn since_1970(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    const SECONDS: i64 = 86_400;
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let beyond = form.epoch.checked_sub(10).filter(|_| whole.len() == usize::from(form.epoch))?;
    let count: i64 = whole.parse().ok()?;
    let day = count.checked_div(SECONDS.checked_mul(10_i64.checked_pow(beyond.into())?)?)?;
    let day = Day::try_from(day).ok()?;
    Some((day, day))
}

/// A year and a week in two digits, where the column says that they are weeks.
fn of_week(text: &str, form: &TimeForm) -> Option<(Day, Day)> {
    let (year, of) = week_of_year(text).filter(|_| form.weeks)?;
    week(&format!("{year}w{of:02}"))
}

/// A year and the two digits behind it, with a line between them or none, where these may be a week.
pub(super) fn week_of_year(text: &str) -> Option<(i32, i32)> {
    let (year, rest) = text.split_at_checked(4)?;
    let of = rest.strip_prefix(['-', '/', '.']).unwrap_or(rest);
    let of = number(of, 2).filter(|week| of.len() == 2 && (1..=53).contains(week))?;
    Some((number(year, 4)?, of))
}

/// Dates by years of the Republic of China, where the text or the column says so.
fn minguo(text: &str, form: &TimeForm) -> Option<Fields> {
    let said = MINGUO.iter().find_map(|word| text.strip_prefix(word));
    let text = said.or(form.minguo.then_some(text))?.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some((year, month)) = text.split_at_checked(3).filter(|_| digits == 5 && text.len() == 5)
    {
        return Some((number(year, 3)? + BEFORE_MINGUO, number(month, 2), None));
    }
    let year = number(&text[..digits], 3)? + BEFORE_MINGUO;
    let rest = text[digits..].trim();
    if rest.is_empty() {
        return Some((year, None, None));
    }
    dated(&format!("{year}{rest}"), form.order)
}

/// The date of a year, a month and a day, if the calendar has it.
fn of_fields((year, month, day): Fields) -> Option<PartialDate> {
    let small = |n: i32| u8::try_from(n).ok();
    let date = match (month, day) {
        (None, _) => PartialDate::Year(year),
        (Some(month), None) => PartialDate::Month(year, small(month)?),
        (Some(month), Some(day)) => PartialDate::Day(year, small(month)?, small(day)?),
    };
    let (month, day) = (small(month.unwrap_or(1))?, small(day.unwrap_or(1))?);
    day_number(year, month, day).map(|_| date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::civil;
    use crate::import::form::DayOrder;

    fn read(text: &str) -> Option<String> {
        read_as(text, &TimeForm::default())
    }

    fn read_as(text: &str, form: &TimeForm) -> Option<String> {
        let span = period(day_text(text.as_bytes()), form)?;
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
            (&["2021年9月7日—11月5日"], "2021-09-07/2021-11-05"),
            (&["2021年9月7日至9日"], "2021-09-07/2021-09-09"),
            (&["2021年底前", "2021年末", "截至2021年底", "2021¹", "2021 1)", "2021f"], year),
            (&["2021年9月底前", "2021年9月末"], month),
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
        assert_eq!(period(b"\xff\xfe", &TimeForm::default()), None);
    }

    #[test]
    fn the_words_and_marks_of_offices_around_periods() {
        for (texts, expected) in [
            (
                &["2019 [YR2019]", "F2019", "YR2019", "2019 (p)", "2019*", "2019-A1"][..],
                "2019-01-01/2019-12-31",
            ),
            (
                &["2021-W03", "2021W03", "2021 W3", "2021年第3周", "2021 week 3"],
                "2021-01-18/2021-01-24",
            ),
            (&["2020W53"], "2020-12-28/2021-01-03"),
            (
                &["2021M09", "2021-M09", "09/2021", "2021年09月份", "2021年9月末", "Sep-21"],
                "2021-09-01/2021-09-30",
            ),
            (
                &[
                    "Jul to Sep 2020",
                    "Jul-Sep 2020",
                    "July 2020 to September 2020",
                    "2020年7-9月",
                    "2020年三季度",
                    "3Q2020",
                    "2020:Q3",
                ],
                "2020-07-01/2020-09-30",
            ),
            (&["Dec to Feb 2020"], "2019-12-01/2020-02-29"),
            (&["2020-S1", "2020年上半年"], "2020-01-01/2020-06-30"),
            (&["2021年2月上旬"], "2021-02-01/2021-02-10"),
            (&["2021年2月下旬"], "2021-02-21/2021-02-28"),
            (&["民国109年", "民國109年"], "2020-01-01/2020-12-31"),
            (&["民国109年3月"], "2020-03-01/2020-03-31"),
            (
                &["FY2021/22", "FY2021-22", "FY2021", "2021-22 financial year"],
                "2021-04-01/2022-03-31",
            ),
            (&["2021学年", "2021-2022学年"], "2021-09-01/2022-08-31"),
            (&["year ending June 2020", "Year to June 2020"], "2019-07-01/2020-06-30"),
            (&["1990s", "1990年代"], "1990-01-01/1999-12-31"),
            (
                &[
                    "1/22/20",
                    "01/22/2020",
                    "2020-01-22T23:30:00-08:00",
                    "2020-01-22T00:10:00+09:00",
                    "2020-01-22Z",
                ],
                "2020-01-22/2020-01-22",
            ),
            (&["Jan 22nd, 2020", "1/22/20 8:00"], "2020-01-22/2020-01-22"),
        ] {
            for text in texts {
                assert_eq!(read(text).as_deref(), Some(expected), "{text}");
            }
        }
        for text in [
            "2021W54",
            "2019W53",
            "109年",
            "109",
            "44197",
            "13/13/2020",
            "Market 2021",
            "FY2021/25",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_a_column_decides() {
        let usual = TimeForm::default;
        let day = |order| TimeForm { order, ..usual() };
        for (form, text, expected) in [
            (TimeForm { pairs: Pairs::Fiscal, ..usual() }, "2005-06", "2005-04-01/2006-03-31"),
            (TimeForm { pairs: Pairs::Fiscal, ..usual() }, "1999/00", "1999-04-01/2000-03-31"),
            (
                TimeForm { pairs: Pairs::Fiscal, begins: 7, ..usual() },
                "2016-17",
                "2016-07-01/2017-06-30",
            ),
            (TimeForm { pairs: Pairs::Years, ..usual() }, "2003-05", "2003-01-01/2005-12-31"),
            (TimeForm { pairs: Pairs::Years, ..usual() }, "1998-02", "1998-01-01/2002-12-31"),
            (usual(), "2003-05", "2003-05-01/2003-05-31"),
            (day(DayOrder::DayFirst), "1/2/2020", "2020-02-01/2020-02-01"),
            (day(DayOrder::MonthFirst), "1/2/2020", "2020-01-02/2020-01-02"),
            (TimeForm { serial: true, ..usual() }, "44197", "2021-01-01/2021-01-01"),
            (TimeForm { epoch: 10, ..usual() }, "1704067199", "2023-12-31/2023-12-31"),
            (TimeForm { epoch: 13, ..usual() }, "1704067200000", "2024-01-01/2024-01-01"),
            (TimeForm { weeks: true, ..usual() }, "2023-01", "2023-01-02/2023-01-08"),
            (TimeForm { weeks: true, ..usual() }, "202302", "2023-01-09/2023-01-15"),
            (TimeForm { minguo: true, ..usual() }, "109", "2020-01-01/2020-12-31"),
            (TimeForm { minguo: true, ..usual() }, "109年3月", "2020-03-01/2020-03-31"),
            (TimeForm { minguo: true, ..usual() }, "109年第1季", "2020-01-01/2020-03-31"),
        ] {
            assert_eq!(read_as(text, &form).as_deref(), Some(expected), "{text}");
        }
    }
}
