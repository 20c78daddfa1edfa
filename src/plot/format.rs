//! Figures, dates and words of charts in a reader's language.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use crate::base::date::{Day, civil, partial_dates};
use crate::base::lang::Lang;
use crate::chart::{Ends, Format, TimeStep, Word};
use crate::column::Periods;
use crate::i18n::catalog::{chart as m, words};
use crate::i18n::{self, Message, Tick};
use crate::model::{Dataset, Unit};
use crate::words::written_in;

/// Writes what a chart has to say itself.
///
/// ```
/// use minsheng_explorer::base::lang::Lang;
/// use minsheng_explorer::chart::Format;
/// use minsheng_explorer::plot::ChartFormat;
///
/// let bare = ChartFormat { lang: Lang::Zh, unit: String::new() };
/// assert_eq!(bare.number(1.7e9), "17亿");
/// let yuan = ChartFormat { lang: Lang::En, unit: "yuan".into() };
/// assert_eq!(yuan.number(1.7e9), "1.7 billion\u{a0}yuan");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartFormat {
    /// Language.
    pub lang: Lang,
    /// Short unit set after every number; empty where the chart names the unit elsewhere.
    pub unit: String,
}

impl Format for ChartFormat {
    fn number(&self, value: f64) -> String {
        let number = number(value, self.lang);
        if self.unit.is_empty() {
            return number;
        }
        let tight = self.lang == Lang::Zh || self.unit.starts_with('%');
        format!("{number}{}{}", if tight { "" } else { "\u{a0}" }, self.unit)
    }

    fn date(&self, day: Day, step: TimeStep) -> String {
        let step = match step {
            TimeStep::Year => Tick::Year,
            TimeStep::Quarter => Tick::Quarter,
            TimeStep::Month => Tick::Month,
            TimeStep::YearMonth => Tick::YearMonth,
            TimeStep::Day => Tick::Day,
        };
        i18n::tick(day, step, self.lang)
    }

    fn word(&self, word: Word) -> String {
        match word {
            Word::LogScale => m::LOG_SCALE.get(self.lang).to_owned(),
            Word::OwnScales => m::OWN_SCALES.get(self.lang).to_owned(),
            Word::NotShown(count) => m::NOT_SHOWN.count(self.lang, count, &[]),
            Word::Bin { count, from, to } => {
                m::BIN.count(self.lang, count, &[("span", &span_text((from, to), self.lang))])
            }
            Word::Counted(count) => m::COUNTED.count(self.lang, count, &[]),
            Word::Between(low, high) => {
                let (low, high) = (self.number(low), self.number(high));
                m::BETWEEN.fill(self.lang, &[("low", &low), ("high", &high)])
            }
            Word::PerBin => m::PER_BIN.get(self.lang).to_owned(),
        }
    }

    fn total(&self, value: f64, ends: Ends) -> String {
        let Some(word) = ends_word(ends) else { return self.number(value) };
        let gap = if self.lang == Lang::En { " " } else { "" };
        format!("{}{gap}{}", word.get(self.lang), self.number(value))
    }
}

/// What is known of a sum's ends. With parts that are about right, or open both ways, it is about right itself.
pub(super) const fn ends_word(ends: Ends) -> Option<Message> {
    Some(match (ends.open_low, ends.open_high, ends.soft) {
        (false, false, false) => return None,
        (true, false, false) => words::PREFIX_AT_MOST,
        (false, true, false) => words::PREFIX_AT_LEAST,
        _ => words::PREFIX_ABOUT,
    })
}

/// The unit of an axis: one that is a multiple of ten thousand gives way to what it is a multiple of, since axes write 万 and
/// 亿 themselves.
pub(super) fn axis_unit<'a>(data: &'a Dataset, unit: &'a Unit) -> &'a Unit {
    if unit.factor >= Decimal::from(10_000) { written_in(&data.units, unit) } else { unit }
}

/// Shortened to 万 and 亿 or million and billion; a number too small for two decimals keeps its first two digits.
fn number(value: f64, lang: Lang) -> String {
    let Some(exact) = Decimal::from_f64(value) else {
        // Beyond 7.9e28 there is no exact number, and no reader's word either.
        return format!("{value:e}");
    };
    if exact.abs() < Decimal::new(1, 1) {
        return i18n::decimal(exact.round_sf(2).unwrap_or(exact));
    }
    let (number, step) = i18n::compact(exact, lang);
    match lang {
        Lang::En if !step.is_empty() => format!("{number} {step}"),
        _ => format!("{number}{step}"),
    }
}

/// First and last day in words, as coarsely as is exact: 2021年, 2024年1—9月, 7 September 2024.
#[must_use]
pub fn span_text((first, last): (Day, Day), lang: Lang) -> String {
    let (from, to) = partial_dates(first, last);
    i18n::period(Some(from), to, lang)
}

/// First and last day of a period among others, which tell whether it is a year of their own: 2005-06 is one that ends
/// in another calendar year than it begins in.
#[must_use]
pub fn told_span(span: (Day, Day), others: &Periods, lang: Lang) -> String {
    year_text(span, others.year_begins(), lang)
}

/// The same where it is known in which month years begin.
pub(super) fn year_text((first, last): (Day, Day), begins: Option<u8>, lang: Lang) -> String {
    let (from, to) = (civil(first), civil(last + 1));
    let is_own = |month: u8| (from.1, from.2, to.1, to.2) == (month, 1, month, 1) && to.0 > from.0;
    match begins.filter(|&month| is_own(month)) {
        Some(_) => i18n::own_years(from.0, to.0, lang),
        None => span_text((first, last), lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::day_number;

    fn format(lang: Lang, unit: &str) -> ChartFormat {
        ChartFormat { lang, unit: unit.into() }
    }

    #[test]
    fn numbers_carry_their_short_unit() {
        for (value, unit, zh, en) in [
            (1.7e9, "", "17亿", "1.7 billion"),
            (0.0, "", "0", "0"),
            (0.004, "", "0.004", "0.004"),
            (88.79, "%", "88.79%", "88.79%"),
            (-30.0, "", "\u{2212}30", "\u{2212}30"),
            (1e40, "", "1e40", "1e40"),
        ] {
            assert_eq!(format(Lang::Zh, unit).number(value), zh);
            assert_eq!(format(Lang::En, unit).number(value), en);
        }
        assert_eq!(format(Lang::Zh, "元").number(2e4), "2万元");
        assert_eq!(format(Lang::En, "people").number(2e4), "20,000\u{a0}people");
    }

    #[test]
    fn sums_say_what_is_known_of_their_ends() {
        let open = Ends { open_high: true, ..Ends::default() };
        assert_eq!(format(Lang::Zh, "").total(5.0, open), "不低于5");
        assert_eq!(format(Lang::En, "").total(5.0, Ends { soft: true, ..open }), "about 5");
        assert_eq!(format(Lang::En, "").total(5.0, Ends::default()), "5");
    }

    #[test]
    fn spans_are_as_coarse_as_exact() {
        let day = |y, m, d| day_number(y, m, d).unwrap();
        for (span, zh, en) in [
            ((day(2021, 1, 1), day(2021, 12, 31)), "2021年", "2021"),
            ((day(2019, 1, 1), day(2021, 12, 31)), "2019—2021年", "2019–2021"),
            ((day(2024, 1, 1), day(2024, 9, 30)), "2024年1—9月", "January–September 2024"),
            ((day(2024, 9, 7), day(2024, 9, 7)), "2024年9月7日", "7 September 2024"),
        ] {
            assert_eq!(span_text(span, Lang::Zh), zh);
            assert_eq!(span_text(span, Lang::En), en);
        }
    }

    #[test]
    fn years_of_their_own_are_told_by_both_calendar_years() {
        let day = |y, m, d| day_number(y, m, d).unwrap();
        for (span, begins, zh, en) in [
            ((day(2005, 4, 1), day(2006, 3, 31)), Some(4), "2005-06年度", "2005-06"),
            ((day(1999, 7, 1), day(2000, 6, 30)), Some(7), "1999-00年度", "1999-00"),
            (
                (day(2005, 4, 1), day(2012, 3, 31)),
                Some(4),
                "2005-06—2011-12年度",
                "2005-06–2011-12",
            ),
            (
                (day(2005, 4, 1), day(2006, 3, 31)),
                None,
                "2005年4月—2006年3月",
                "April 2005–March 2006",
            ),
            ((day(2005, 1, 1), day(2005, 12, 31)), Some(4), "2005年", "2005"),
        ] {
            assert_eq!(year_text(span, begins, Lang::Zh), zh);
            assert_eq!(year_text(span, begins, Lang::En), en);
        }
    }
}
