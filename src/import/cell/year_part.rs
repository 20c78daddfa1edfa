//! Parts of a year that are named without it, as a column of years beside them or a title gives the year: `1月`, `Mar`,
//! `Q1`, `上半年`, `第3周`, `中旬`.

use super::dates::{month_of, number};
use super::time_words::{
    MONTH, MONTHS_IN_NUMERALS, NUMBERED, NUMBERED_PARTS, OF_MONTH, PARTS_OF_YEAR, TEN_DAYS,
    TO_MONTH, TOGETHER, WEEK, WHOLE_YEAR,
};
use super::width::half_width;
use crate::base::date::civil;
use crate::column::DaySpan;

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum YearPart {
    /// All of it, beside its parts.
    Whole,
    /// Months from one to another.
    Months(u8, u8),
    /// So many months each, and the number of it.
    Nth(u8, u8),
    /// A week by its number.
    Week(u8),
    /// Ten days of a month that stands elsewhere, by their number from nought.
    TenDays(u8),
}

/// No longer text names a part of a year.
const LONGEST: usize = 24;

/// The part of a year that a text names without the year, `None` where it names none. A bare number names none.
pub(in crate::import) fn year_part(text: &str) -> Option<YearPart> {
    if text.len() > LONGEST {
        return None;
    }
    let text = half_width(text).trim().to_lowercase();
    if text.is_empty() || text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if WHOLE_YEAR.contains(&text.as_str()) {
        return Some(YearPart::Whole);
    }
    let same = |word: &str| word == text;
    if let Some(at) = TEN_DAYS.iter().position(|(word, ..)| same(word)) {
        return Some(YearPart::TenDays(u8::try_from(at).ok()?));
    }
    if let Some(&(_, months, nth)) = NUMBERED_PARTS.iter().find(|(word, ..)| same(word)) {
        return Some(YearPart::Nth(months, nth));
    }
    if let Some(&(_, first, last)) = PARTS_OF_YEAR.iter().find(|(word, ..)| same(word)) {
        let months = last - first + 1;
        let whole = (first - 1) % months == 0 && matches!(months, 3 | 6);
        return Some(if whole {
            YearPart::Nth(months, (first - 1) / months + 1)
        } else {
            YearPart::Months(first, last)
        });
    }
    months(&text).or_else(|| week(&text))
}

/// `1月`, `01月份`, `十二月`, `Jan.`, `1-3月`, `1—3月累计`.
fn months(text: &str) -> Option<YearPart> {
    if let Some(month) = month_of(text) {
        return Some(YearPart::Months(month, month));
    }
    let bare = TOGETHER.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text).trim();
    let bare = OF_MONTH.iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    let bare = bare.strip_suffix(MONTH)?;
    let month = |text: &str| {
        let text = text.trim().trim_end_matches(MONTH);
        let numeral = MONTHS_IN_NUMERALS.iter().position(|numeral| *numeral == text);
        let month = numeral.map_or_else(|| number(text, 2), |at| i32::try_from(at + 1).ok())?;
        u8::try_from(month).ok().filter(|month| (1..=12).contains(month))
    };
    if let Some(month) = month(bare) {
        return Some(YearPart::Months(month, month));
    }
    let (first, last) = bare.split_once(TO_MONTH)?;
    let (first, last) = (month(first)?, month(last)?);
    (first < last).then_some(YearPart::Months(first, last))
}

/// `第3周`, `W3`, `week 3`.
fn week(text: &str) -> Option<YearPart> {
    let chinese = || {
        let rest = text.strip_prefix(NUMBERED)?;
        WEEK.iter().find_map(|word| rest.strip_suffix(word))
    };
    let bare =
        chinese().or_else(|| text.strip_prefix("week")).or_else(|| text.strip_prefix('w'))?;
    let week = number(bare.trim(), 2).and_then(|week| u8::try_from(week).ok())?;
    (1..=53).contains(&week).then_some(YearPart::Week(week))
}

/// The part of a year that a cell names in a column whose bare numbers count so many months each, if they do: `3` as
/// well as its names.
pub(in crate::import) fn numbered_part(text: &str, months: Option<u8>) -> Option<YearPart> {
    let bare = text.trim();
    let of_year = |text: &str| {
        let most = 12 / months?.max(1);
        let at = number(text.trim(), 2).and_then(|at| u8::try_from(at).ok());
        at.filter(|at| (1..=most).contains(at))
    };
    let part = |first: u8, last: u8| match months {
        Some(1) => Some(YearPart::Months(first, last)),
        Some(months) if first == last => Some(YearPart::Nth(months, first)),
        _ => None,
    };
    let span = || {
        let (first, last) = bare.split_once(TO_MONTH)?;
        let (first, last) = (of_year(first)?, of_year(last)?);
        (first < last).then(|| part(first, last))?
    };
    let plain = || of_year(bare).and_then(|at| part(at, at));
    plain().or_else(span).or_else(|| year_part(text)).or_else(|| coded_part(bare))
}

/// `M03`, `Q02`, `S01`, `A01`: a letter for the length, and the number; one beyond the last is the year of its parts.
fn coded_part(text: &str) -> Option<YearPart> {
    let (letter, at) = text.split_at_checked(1).filter(|(_, at)| at.len() == 2)?;
    let at = number(at, 2).and_then(|at| u8::try_from(at).ok())?;
    let months = match letter {
        "M" => 1,
        "Q" => 3,
        "S" => 6,
        "A" => 12,
        _ => return None,
    };
    let parts = 12 / months;
    match at {
        1 if parts == 1 => Some(YearPart::Whole),
        at if (1..=parts).contains(&at) => Some(YearPart::Nth(months, at)),
        at if at == parts + 1 => Some(YearPart::Whole),
        _ => None,
    }
}

impl YearPart {
    /// The text of this part of a year, as periods are read from it; of ten days also the month is needed. `None` where
    /// there is no such part: a month beyond the last of a year that is no longer than some.
    pub(in crate::import) fn of_year(self, year: DaySpan, month: Option<Self>) -> Option<String> {
        let (from, begins, _) = civil(year.first);
        // A month from the year's first on, which need not be January.
        let nth = |at: u8| {
            let at = begins - 1 + at;
            (from + i32::from(at / 12), at % 12 + 1)
        };
        let calendar = |month: u8| nth((month + 12 - begins) % 12);
        let text = |(year, month): (i32, u8)| format!("{year:04}M{month:02}");
        let months = |first: (i32, u8), last: (i32, u8)| match first == last {
            true => text(first),
            false => format!("{}/{}", text(first), text(last)),
        };
        Some(match self {
            Self::Whole => months(nth(0), nth(11)),
            Self::Months(first, last) => months(calendar(first), calendar(last)),
            Self::Nth(length, at) => months(nth(length * (at - 1)), nth(length * at - 1)),
            Self::Week(week) => format!("{from:04}W{week:02}"),
            Self::TenDays(at) => {
                let Some(Self::Months(month, last)) = month else { return None };
                let (year, month) = calendar(month).min(calendar(last));
                let (word, ..) = TEN_DAYS.get(usize::from(at))?;
                format!("{year:04}-{month:02}{word}")
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::day_number;

    #[test]
    fn parts_of_a_year_are_known_by_their_names() {
        let month = |month| Some(YearPart::Months(month, month));
        for (texts, part) in [
            (
                &[
                    "1月", "01月", "一月", "1月份", "Jan", "January", "jan.", "Januar", "janvier",
                    "１月",
                ][..],
                month(1),
            ),
            (&["12月", "十二月", "Dec", "Dezember", "dic"], month(12)),
            (&["1-3月", "1—3月累计", "1至3月"], Some(YearPart::Months(1, 3))),
            (
                &["Q2", "2Q", "二季度", "第二季度", "第2季度", "2nd quarter"],
                Some(YearPart::Nth(3, 2)),
            ),
            (&["H1", "上半年", "HALF1", "first half"], Some(YearPart::Nth(6, 1))),
            (&["前三季度"], Some(YearPart::Months(1, 9))),
            (&["第3周", "W03", "week 3"], Some(YearPart::Week(3))),
            (&["中旬"], Some(YearPart::TenDays(1))),
            (&["全年", "Annual", "合计"], Some(YearPart::Whole)),
            (
                &[
                    "",
                    "1",
                    "13月",
                    "Q5",
                    "2021",
                    "2021年1月",
                    "市",
                    "产量",
                    "Total population",
                    "第60周",
                    "ma",
                ],
                None,
            ),
        ] {
            for text in texts {
                assert_eq!(year_part(text), part, "{text}");
            }
        }
        assert_eq!((numbered_part("3", Some(1)), numbered_part("3", None)), (month(3), None));
        assert_eq!(numbered_part("2-4", Some(1)), Some(YearPart::Months(2, 4)));
        assert_eq!(numbered_part("4", Some(3)), Some(YearPart::Nth(3, 4)));
        assert_eq!([numbered_part("13", Some(1)), numbered_part("5", Some(3))], [None, None]);
    }

    #[test]
    fn a_part_of_a_year_lies_in_it() {
        let year = |year, month| DaySpan {
            first: day_number(year, month, 1).unwrap(),
            last: day_number(year + 1, month, 1).unwrap() - 1,
            as_of: false,
        };
        for (part, begins, text) in [
            ("3月", 1, "2019M03"),
            ("3月", 4, "2020M03"),
            ("Apr", 4, "2019M04"),
            ("Q1", 1, "2019M01/2019M03"),
            ("Q4", 4, "2020M01/2020M03"),
            ("下半年", 1, "2019M07/2019M12"),
            ("全年", 4, "2019M04/2020M03"),
            ("第3周", 1, "2019W03"),
        ] {
            let found = year_part(part).and_then(|part| part.of_year(year(2019, begins), None));
            assert_eq!(found.as_deref(), Some(text), "{part}");
        }
        let days = YearPart::TenDays(2).of_year(year(2019, 1), year_part("2月"));
        assert_eq!(days.as_deref(), Some("2019-02下旬"));
        assert_eq!(YearPart::TenDays(2).of_year(year(2019, 1), None), None);
    }
}
