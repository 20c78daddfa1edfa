//! How a column writes its periods: what all of its texts together allow, where one alone would allow two things.

use std::collections::BTreeSet;

use super::dates::{before_year, month_named};
use super::period::{bare, day_text, period, two_years, week_of_year};
use super::time_words::{
    ACADEMIC, ACADEMIC_BEGINS, BEGINNING, ENDING, FISCAL, MINGUO, WEEKS_NAMED, YEAR, YEAR_MONTH,
    YEARS_NAMED,
};
use crate::base::date::civil;
use crate::column::DaySpan;
use crate::import::form::{DayOrder, FISCAL_BEGINS, Pairs, Sure, TimeForm, Why};

/// Days that a spreadsheet counts since 1900, from 1954 to 2064.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=60_000.0;

/// Digits of numbers that count seconds since 1970, thousandths and millionths of them.
const EPOCHS: [u8; 3] = [10, 13, 16];

/// Years of the Republic of China in three digits, as far as anybody writes tables of.
const MINGUO_YEARS: std::ops::RangeInclusive<i32> = 100..=150;

/// The length of a period. What is of unlike lengths is never one series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::import) enum Grain {
    /// A year.
    Year,
    /// Six months.
    Half,
    /// Three months.
    Quarter,
    /// A month.
    Month,
    /// Ten days, or the rest of a month after twenty.
    TenDays,
    /// Seven days.
    Week,
    /// A day.
    Day,
    /// Several whole years.
    Years,
    /// Months of one year from its first on.
    ToDate,
    /// Any other span.
    Other,
}

/// The length of a period.
pub(in crate::import) fn grain(span: DaySpan) -> Grain {
    let ((y, m, d), (after_y, after_m, after_d)) = (civil(span.first), civil(span.last + 1));
    let days = span.last - span.first + 1;
    let months = (after_y - y) * 12 + i32::from(after_m) - i32::from(m);
    match days {
        1 => Grain::Day,
        7 => Grain::Week,
        _ if d == 1 && after_d == 1 => match months {
            1 => Grain::Month,
            3 => Grain::Quarter,
            6 => Grain::Half,
            12 => Grain::Year,
            months if months > 12 && months % 12 == 0 => Grain::Years,
            _ if m == 1 && months < 12 => Grain::ToDate,
            _ => Grain::Other,
        },
        8..=11 if matches!(d, 1 | 11 | 21) => Grain::TenDays,
        _ => Grain::Other,
    }
}

/// What all texts say together: for each its period or `None`, and the length that they share, if they do.
pub(in crate::import) fn periods(texts: &[&str]) -> (Vec<Option<DaySpan>>, Option<Grain>) {
    let form = time_form(texts.iter().copied(), "");
    let read = |text: &&str| period(day_text(text.as_bytes()), &form);
    let spans: Vec<Option<DaySpan>> = texts.iter().map(read).collect();
    let grains: BTreeSet<Grain> = spans.iter().flatten().map(|&span| grain(span)).collect();
    let only = grains.first().copied().filter(|_| grains.len() == 1);
    (spans, only)
}

/// How a column of these texts, under that name, writes its periods.
pub(in crate::import) fn time_form<'a>(
    texts: impl Iterator<Item = &'a str>,
    name: &str,
) -> TimeForm {
    let (mut pairs, mut days) = (BTreeSet::new(), BTreeSet::new());
    let mut minguo = MINGUO.iter().any(|word| name.contains(word));
    let (mut said, mut serials, mut of_minguo, mut bare_years) =
        (0_usize, 0_usize, 0_usize, 0_usize);
    let mut are_bare = true;
    let (mut epochs, mut weeks) = ([0_usize; EPOCHS.len()], 0_usize);
    for text in texts {
        let Some(text) = bare(text.as_bytes()) else { continue };
        said += 1;
        minguo |= MINGUO.iter().any(|word| text.contains(word));
        of_minguo += usize::from(is_minguo(&text));
        bare_years += usize::from(
            text.len() == 3 && text.parse().is_ok_and(|year| MINGUO_YEARS.contains(&year)),
        );
        are_bare &= text.bytes().all(|b| b.is_ascii_digit());
        serials += usize::from(text.parse().is_ok_and(|n: f64| SERIALS.contains(&n)));
        let digits = epoch_digits(&text);
        let of_epoch = EPOCHS.iter().zip(&mut epochs).find(|(own, _)| Some(**own) == digits);
        of_epoch.into_iter().for_each(|(_, count)| *count += 1);
        weeks += usize::from(week_of_year(&text).is_some());
        let plain = FISCAL.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
        if let Some((year, end)) = two_years(plain.trim()) {
            let is_short = !text.ends_with(&end.to_string());
            pairs.insert((year, end, is_short, text.contains('/')));
        } else if let Some(fields) = before_year(&text) {
            days.insert((fields, text.contains('/')));
        }
    }
    minguo |= said > 0 && of_minguo == said && (!are_bare || names_months(name));
    minguo |= said > 1 && bare_years == said && YEARS_NAMED.contains(&name.trim());
    let begins = fiscal_begins(name);
    let mut form =
        TimeForm { minguo, begins: begins.unwrap_or(FISCAL_BEGINS), ..TimeForm::default() };
    form.serial = said > 0 && serials == said;
    let of_all = EPOCHS.iter().zip(epochs).find(|(_, count)| said > 0 && *count == said);
    form.epoch = of_all.map_or(0, |(digits, _)| *digits);
    form.weeks = said > 0 && weeks == said && names_weeks(name);
    if !pairs.is_empty() {
        (form.pairs, form.sure, form.why) = pairs_of(&pairs, begins.is_some());
    } else if !days.is_empty() {
        (form.order, form.sure, form.why) = order_of(&days);
    }
    form
}

/// The digits of a number that may count the time since 1970: it does from 2001 to 2065.
fn epoch_digits(text: &str) -> Option<u8> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let is_number = whole.bytes().all(|b| b.is_ascii_digit()) && whole.starts_with(['1', '2']);
    u8::try_from(whole.len()).ok().filter(|_| is_number)
}

/// Whether a column is called after weeks.
fn names_weeks(name: &str) -> bool {
    let name = name.to_lowercase();
    WEEKS_NAMED.iter().any(|word| name.contains(word))
}

/// Whether a column is called after years and months together, so that five digits in it are both.
fn names_months(name: &str) -> bool {
    YEAR_MONTH.contains(&name.trim())
}

/// Whether a text is a year in three digits, as only those of the Republic of China are, with its word and maybe a month:
/// `109年`, `109年3月`, `10903`.
fn is_minguo(text: &str) -> bool {
    let year = YEAR.iter().find_map(|word| text.split_once(word)).map(|(year, _)| year.trim());
    let year = year.filter(|year| year.len() == 3).and_then(|year| year.parse().ok());
    let compact = || {
        let (year, month) = text.split_at_checked(3).filter(|_| text.len() == 5)?;
        month.parse().is_ok_and(|month: u8| (1..=12).contains(&month)).then(|| year.parse().ok())?
    };
    year.or_else(compact).is_some_and(|year: i32| MINGUO_YEARS.contains(&year))
}

/// Two years, whether the second is in two digits, and whether a slash stands between them.
type YearPair = (i32, i32, bool, bool);
type YearPairs = BTreeSet<YearPair>;

fn pairs_of(pairs: &YearPairs, named: bool) -> (Pairs, Sure, Why) {
    let follow = |&(year, end, ..): &YearPair| end == year + 1;
    if named && pairs.iter().all(follow) {
        return (Pairs::Fiscal, Sure::Likely, Why::Name);
    }
    let short: Vec<&YearPair> = pairs.iter().filter(|&&(_, _, short, _)| short).collect();
    if short.is_empty() {
        // Years of which each ends where another begins overlap unless they begin within the year. Others say
        // themselves that they are years.
        let meet = |&(_, end, ..): &YearPair| pairs.iter().any(|&(year, ..)| year == end);
        let fiscal = pairs.iter().all(follow) && pairs.iter().any(meet);
        let pairs = if fiscal { Pairs::Fiscal } else { Pairs::Month };
        return (pairs, if fiscal { Sure::Likely } else { Sure::Guessed }, Why::Order);
    }
    let several = short.len() > 1;
    // No month has such a number.
    let no_month = short.iter().any(|&&(_, end, ..)| !(1..=12).contains(&(end % 100)));
    let slashed = short.iter().all(|&&(.., slash)| slash);
    if short.iter().all(|pair| follow(pair)) && (no_month || several || slashed) {
        let (sure, why) = match (no_month, several) {
            (true, _) => (Sure::Certain, Why::Cells),
            (false, true) => (Sure::Likely, Why::Order),
            _ => (Sure::Guessed, Why::Usual),
        };
        return (Pairs::Fiscal, sure, why);
    }
    if no_month {
        return (Pairs::Years, Sure::Certain, Why::Cells);
    }
    let lengths: BTreeSet<i32> = short.iter().map(|&&(year, end, ..)| end - year).collect();
    let alike = lengths.len() == 1 && lengths.iter().all(|length| (1..=20).contains(length));
    if alike && several {
        return (Pairs::Years, Sure::Likely, Why::Order);
    }
    (Pairs::Month, Sure::Guessed, Why::Usual)
}

/// Which of the two fields before the year is the day.
fn order_of(days: &BTreeSet<((i32, i32, i32), bool)>) -> (DayOrder, Sure, Why) {
    let (first, second): (BTreeSet<i32>, BTreeSet<i32>) =
        days.iter().map(|&((a, b, _), _)| (a, b)).unzip();
    let beyond = |fields: &BTreeSet<i32>| fields.iter().any(|&n| n > 12);
    match (beyond(&first), beyond(&second)) {
        (true, false) => return (DayOrder::DayFirst, Sure::Certain, Why::Cells),
        (false, true) => return (DayOrder::MonthFirst, Sure::Certain, Why::Cells),
        _ => {}
    }
    // A dozen dates that share one field are first days of months, or the like: days go beyond twelve.
    if days.len() > 5 && first.len() == 1 && second.len() > 5 {
        return (DayOrder::DayFirst, Sure::Likely, Why::Order);
    }
    if days.len() > 5 && second.len() == 1 && first.len() > 5 {
        return (DayOrder::MonthFirst, Sure::Likely, Why::Order);
    }
    let slashed = days.iter().all(|&(_, slash)| slash);
    (if slashed { DayOrder::MonthFirst } else { DayOrder::DayFirst }, Sure::Guessed, Why::Usual)
}

/// The month in which the years of a column begin, where its name says that it is not January.
fn fiscal_begins(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let month_after = |words: &[&str]| {
        words.iter().find_map(|word| {
            let (_, rest) = name.split_once(word)?;
            rest.split(|c: char| !c.is_alphabetic()).find_map(month_named)
        })
    };
    if let Some(last) = month_after(ENDING) {
        return Some(last % 12 + 1);
    }
    if let Some(first) = month_after(BEGINNING) {
        return Some(first);
    }
    let says = |words: &[&str]| {
        let in_words = |word: &&str| name.split(|c: char| !c.is_alphabetic()).any(|w| w == *word);
        words.iter().any(|word| if word.len() == 2 { in_words(word) } else { name.contains(word) })
    };
    if says(ACADEMIC) {
        return Some(ACADEMIC_BEGINS);
    }
    says(FISCAL).then_some(FISCAL_BEGINS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(texts: &[&str], name: &str) -> TimeForm {
        time_form(texts.iter().copied(), name)
    }

    #[test]
    fn two_digits_after_a_year_are_what_the_column_makes_of_them() {
        for (texts, name, pairs, begins) in [
            (&["2005-06", "2006-07", "2011-12"][..], "Financial year", Pairs::Fiscal, 4),
            (&["2005-06", "2006-07", "2011-12"], "", Pairs::Fiscal, 4),
            (&["2016-17"], "", Pairs::Fiscal, 4),
            (&["2005/06"], "", Pairs::Fiscal, 4),
            (&["2005/2006", "2006/2007"], "Year ending June", Pairs::Fiscal, 7),
            (&["2005/2006", "2006/2007"], "Year", Pairs::Fiscal, 4),
            (&["1985-87", "2003-05", "2012-14"], "Year", Pairs::Years, 4),
            (&["2000-02", "2003-05", "2006-08"], "", Pairs::Years, 4),
            (&["2005-06", "2005-07", "2005-08"], "", Pairs::Month, 4),
            (&["2005-06", "2006-06"], "", Pairs::Month, 4),
            (&["2005-06"], "", Pairs::Month, 4),
            (&["2007-2019", "2007-2018"], "", Pairs::Month, 4),
            (&["2007/2019", "2020-01/2020-03"], "", Pairs::Month, 4),
        ] {
            let form = form(texts, name);
            assert_eq!((form.pairs, form.begins), (pairs, begins), "{texts:?}");
        }
    }

    #[test]
    fn days_and_months_in_figures_are_told_by_what_no_month_has() {
        for (texts, order, sure) in [
            (&["1/22/20", "1/23/20"][..], DayOrder::MonthFirst, Sure::Certain),
            (&["22/1/2020", "1/2/2020"], DayOrder::DayFirst, Sure::Certain),
            (&["01.02.2020"], DayOrder::DayFirst, Sure::Guessed),
            (&["1/2/2020"], DayOrder::MonthFirst, Sure::Guessed),
            (
                &["1/1/2020", "1/2/2020", "1/3/2020", "1/4/2020", "1/5/2020", "1/6/2020"],
                DayOrder::DayFirst,
                Sure::Likely,
            ),
        ] {
            let form = form(texts, "");
            assert_eq!((form.order, form.sure), (order, sure), "{texts:?}");
        }
    }

    #[test]
    fn a_list_of_texts_is_read_as_one() {
        let (spans, grain) = periods(&["2019年", "2020年", "2021年"]);
        assert!(spans.iter().all(Option::is_some) && grain == Some(Grain::Year));
        let (spans, grain) = periods(&["2003-05", "2006-08", "x"]);
        assert!(spans[1].is_some() && spans[2].is_none() && grain == Some(Grain::Years));
        assert_eq!(periods(&["2020", "2020Q1"]).1, None);
        assert_eq!(periods(&["2020W45 ", "2020W46"]).1, Some(Grain::Week));
        assert_eq!(periods(&["2021年1-2月", "2021年1-4月"]).1, Some(Grain::ToDate));
        assert!(form(&["109", "110"], "年別").minguo && !form(&["109", "2020"], "年別").minguo);
        assert!(form(&["109", "110"], "民國年度").minguo && !form(&["109", "110"], "no").minguo);
        assert!(form(&["44197", "44198"], "date").serial);
        assert_eq!(form(&["1704067200", "1704070800.5"], "ts").epoch, 10);
        assert_eq!(form(&["1704067200000"], "ts").epoch, 13);
        assert_eq!(form(&["1704067200", "7"], "ts").epoch, 0);
        assert!(form(&["2023-01", "2023-02"], "year_week").weeks);
        assert!(!form(&["2023-01", "2023-02"], "month").weeks);
        assert!(!form(&["2023-01", "2023-54"], "week").weeks);
    }
}
