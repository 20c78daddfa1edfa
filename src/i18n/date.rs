//! Dates and periods as each language writes them.

use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::i18n::catalog::words::{
    AS_OF, DUE_DAY, DUE_END, MONTHS, OWN_YEAR, QUARTERS, SPAN, YEAR_TO,
};

fn month_name(month: u8) -> &'static str {
    MONTHS.en.split(' ').nth(usize::from(month).saturating_sub(1)).unwrap_or_default()
}

/// A date at its own precision: 2021年9月7日, 7 September 2021.
#[must_use]
pub fn date(date: PartialDate, lang: Lang) -> String {
    match (lang, date) {
        (Lang::Zh, PartialDate::Year(y)) => format!("{y}年"),
        (Lang::Zh, PartialDate::Month(y, m)) => format!("{y}年{m}月"),
        (Lang::Zh, PartialDate::Day(y, m, d)) => format!("{y}年{m}月{d}日"),
        (Lang::En, PartialDate::Year(y)) => y.to_string(),
        (Lang::En, PartialDate::Month(y, m)) => format!("{} {y}", month_name(m)),
        (Lang::En, PartialDate::Day(y, m, d)) => format!("{d} {} {y}", month_name(m)),
    }
}

/// A period: 2012—2019年, 2024年1—9月, as of 2021.
#[must_use]
pub fn period(start: Option<PartialDate>, end: PartialDate, lang: Lang) -> String {
    let Some(start) = start else {
        return AS_OF.fill(lang, &[("date", &date(end, lang))]);
    };
    if start == end {
        return date(end, lang);
    }
    let (mut from, mut to) = (date(start, lang), date(end, lang));
    match (lang, start, end) {
        (Lang::Zh, PartialDate::Year(y), PartialDate::Year(_)) => from = y.to_string(),
        (Lang::Zh, PartialDate::Month(a, m), PartialDate::Month(b, n)) if a == b => {
            from = format!("{a}年{m}");
            to = format!("{n}月");
        }
        (Lang::Zh, PartialDate::Day(a, ..), PartialDate::Day(b, m, d)) if a == b => {
            to = format!("{m}月{d}日");
        }
        (Lang::En, PartialDate::Day(a, m, d), PartialDate::Day(b, ..)) if a == b => {
            from = format!("{d} {}", month_name(m));
        }
        // A year of which only the time to a month is meant.
        (_, PartialDate::Year(a), PartialDate::Month(b, m)) if a == b => {
            let month = match lang {
                Lang::Zh => format!("{m}月"),
                Lang::En => month_name(m).to_owned(),
            };
            return YEAR_TO.fill(lang, &[("year", &from), ("month", &month)]);
        }
        (Lang::En, PartialDate::Month(a, m), PartialDate::Month(b, _)) if a == b => {
            from = month_name(m).to_owned();
        }
        _ => {}
    }
    SPAN.fill(lang, &[("from", &from), ("to", &to)])
}

/// Years that do not begin in January, from the one in which the first begins to the one in which the last ends:
/// 2005-06年度, 2005-06–2011-12.
#[must_use]
pub fn own_years(from: i32, to: i32, lang: Lang) -> String {
    let year = |year: i32| format!("{year}-{:02}", (year + 1).rem_euclid(100));
    let last = OWN_YEAR.fill(lang, &[("year", &year(to - 1))]);
    if from + 1 == to {
        return last;
    }
    SPAN.fill(lang, &[("from", &year(from)), ("to", &last)])
}

/// When something is due: 2024年10月底前, by 7 November 2021.
#[must_use]
pub fn deadline(due: PartialDate, lang: Lang) -> String {
    let message = if matches!(due, PartialDate::Day(..)) { DUE_DAY } else { DUE_END };
    message.fill(lang, &[("date", &date(due, lang))])
}

/// A day on a time axis at the precision of the axis.
#[must_use]
pub fn tick(day: Day, step: Tick, lang: Lang) -> String {
    let (y, m, d) = civil(day);
    match (step, lang) {
        (Tick::Year, _) => date(PartialDate::Year(y), lang),
        (Tick::Quarter, _) => {
            let quarter = usize::from(m.saturating_sub(1) / 3);
            QUARTERS.get(lang).split(' ').nth(quarter).unwrap_or_default().to_owned()
        }
        (Tick::Month, Lang::Zh) => format!("{m}月"),
        (Tick::Month, Lang::En) => month_name(m).chars().take(3).collect(),
        (Tick::YearMonth, _) => date(PartialDate::Month(y, m), lang),
        (Tick::Day, Lang::Zh) => format!("{d}日"),
        (Tick::Day, Lang::En) => d.to_string(),
    }
}

/// Precision of a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Years.
    Year,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
    /// Months with their year.
    YearMonth,
    /// Days.
    Day,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_in_both_languages() {
        let day = |text: &str| text.parse::<PartialDate>().unwrap();
        for (start, end, zh, en) in [
            (Some("2012"), "2019", "2012—2019年", "2012–2019"),
            (Some("2021"), "2021", "2021年", "2021"),
            (None, "2021-09", "截至2021年9月", "as of September 2021"),
            (Some("2024-01"), "2024-09", "2024年1—9月", "January–September 2024"),
            (Some("2024-05-01"), "2024-09-30", "2024年5月1日—9月30日", "1 May–30 September 2024"),
            (
                Some("2023-12-01"),
                "2024-01-31",
                "2023年12月1日—2024年1月31日",
                "1 December 2023–31 January 2024",
            ),
        ] {
            assert_eq!(period(start.map(day), day(end), Lang::Zh), zh);
            assert_eq!(period(start.map(day), day(end), Lang::En), en);
        }
    }
}
