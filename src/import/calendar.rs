//! Categories whose values have an order of their own: months and other parts of a year that stand without one, days of the
//! week, bands of ages and sizes, steps of scales.

use super::bands;
use super::cell::{YearPart, numbered_part};
use super::lexicon::months_counted;
use super::steps;
use crate::column::{Category, Codes, Dictionary, Entry};

/// Puts the values of a column of this name in the order that they have by themselves, where they have one; what they are
/// parts of comes last.
pub(super) fn in_order(category: Category, name: &str) -> Category {
    let order = order(&category.dictionary, name).or_else(|| other_order(&category.dictionary));
    let Some(order) = order else { return category };
    let mut dictionary = Dictionary::default();
    let mut places = vec![0; order.len()];
    for &code in &order {
        let Some(entry) = category.dictionary.get(code) else { return category };
        places[code as usize] = dictionary.intern(Entry { parent: None, ..entry.clone() });
    }
    dictionary.set_ordered();
    let place = |code: Option<u32>| places.get(code? as usize).copied();
    let codes = Codes::pack(category.codes.iter().map(place), dictionary.len());
    Category { codes, dictionary }
}

/// The codes of a dictionary in the order of the week, of bands, of numbered answers, or of the steps of a scale.
fn other_order(dictionary: &Dictionary) -> Option<Vec<u32>> {
    // Names are told from bands by the first of them.
    let is_short = |(_, entry): (u32, &Entry)| entry.id.len() <= 64;
    if dictionary.len() > bands::MOST || !dictionary.iter().take(2).all(is_short) {
        return None;
    }
    let codes: Vec<u32> = dictionary.iter().map(|(code, _)| code).collect();
    let values: Vec<&str> = dictionary.iter().map(|(_, entry)| entry.id.as_str()).collect();
    let order = bands::order(&values).or_else(|| steps::order(&values))?;
    Some(order.into_iter().filter_map(|at| codes.get(at).copied()).collect())
}

/// The codes of a dictionary in the order of the calendar.
fn order(dictionary: &Dictionary, name: &str) -> Option<Vec<u32>> {
    /// No year has more parts than it has weeks, and itself.
    const MOST: usize = 54;
    if !(2..=MOST).contains(&dictionary.len()) {
        return None;
    }
    let months = months_counted(name);
    let parts: Option<Vec<(YearPart, u32)>> = dictionary
        .iter()
        .map(|(code, entry)| Some((numbered_part(&entry.id, months)?, code)))
        .collect();
    let mut parts = parts?;
    let is_whole = |part: &YearPart| *part == YearPart::Whole;
    let kind = |part: &YearPart| match part {
        YearPart::Whole => None,
        YearPart::Months(..) => Some(0),
        YearPart::Nth(months, _) => Some(*months),
        YearPart::Week(_) => Some(101),
        YearPart::TenDays(_) => Some(102),
    };
    let kinds: std::collections::BTreeSet<u8> =
        parts.iter().filter_map(|(part, _)| kind(part)).collect();
    let told = parts.iter().filter(|(part, _)| !is_whole(part)).count();
    if kinds.len() != 1 || told < 2 {
        return None;
    }
    parts.sort_by_key(|(part, code)| (is_whole(part), *part, *code));
    Some(parts.into_iter().map(|(_, code)| code).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::builder::entry;

    fn ordered(values: &[&str], name: &str) -> (Vec<String>, Vec<usize>, bool) {
        let mut dictionary = Dictionary::default();
        let codes: Vec<Option<u32>> =
            values.iter().map(|value| Some(dictionary.intern(entry(value)))).collect();
        let codes = Codes::pack(codes, dictionary.len());
        let Category { codes, dictionary } = in_order(Category { codes, dictionary }, name);
        let ids = dictionary.iter().map(|(_, entry)| entry.id.clone()).collect();
        let rows = (0..values.len()).filter_map(|row| codes.code(row)).map(|code| code as usize);
        (ids, rows.collect(), dictionary.is_ordered())
    }

    #[test]
    fn parts_of_a_year_are_in_the_order_of_the_calendar() {
        for (values, name, expected) in [
            (&["10月", "2月", "全年", "1月"][..], "月份", &["1月", "2月", "10月", "全年"][..]),
            (&["Jul", "Aug", "Jan", "Jul"], "month", &["Jan", "Jul", "Aug"]),
            (&["10", "9", "1"], "Month", &["1", "9", "10"]),
            (&["四季度", "一季度"], "季度", &["一季度", "四季度"]),
        ] {
            let (ids, rows, is_ordered) = ordered(values, name);
            assert!(is_ordered && ids == expected, "{ids:?}");
            let back: Vec<&str> = rows.iter().map(|&at| ids[at].as_str()).collect();
            assert_eq!(back, values);
        }
        for (values, name) in [
            (&["10", "9", "1"][..], "rooms"),
            (&["May", "June", "Robert"], "name"),
            (&["Q1", "1月"], "time"),
            (&["1月", "1月"], "月份"),
        ] {
            let (ids, _, is_ordered) = ordered(values, name);
            assert!(!is_ordered && ids[0] == values[0], "{ids:?}");
        }
    }
}
