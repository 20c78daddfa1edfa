//! Other spellings of periods, brought to the usual one before these are read: years of Japanese eras and in Chinese
//! numerals, five-year plans, Korean words, quarters of other languages, ends of years.

use std::borrow::Cow;

use super::dates::number;
use super::time_words::{
    AS_OF, ELSEWHERE, ENDED, ERAS, FIRST_OF_ERA, LETTERS_OF_ERAS, MONTH, MONTHS_IN_NUMERALS,
    NUMERALS, OF_PLAN, PLANS, QUARTER_WORDS, ROMAN_QUARTERS, YEAR_OF_ERA, YEAR_SIGN,
};

/// Signs that stand around the name of a plan.
const QUOTES: &[char] = &['"', '\'', '\u{201c}', '\u{201d}', '\u{300c}', '\u{300d}'];

/// What stands between a year and its quarter.
const BETWEEN: &[char] = &[' ', '-', '/', '.', '_', ':', ','];

/// The text, in lower case and usual width, as the readers of periods expect it.
pub(super) fn usual(text: &str) -> Cow<'_, str> {
    let text = as_of(text);
    if text.is_ascii() {
        return quarter(text).map_or(Cow::Borrowed(text), Cow::Owned);
    }
    let text = in_figures(&in_chinese(text));
    let text = era(&text).or_else(|| plan(&text)).unwrap_or(text);
    let text = ended(&text);
    Cow::Owned(quarter(&text).unwrap_or(text))
}

/// Whether a word says that figures are of the end of the time behind it.
pub(in crate::import) fn says_as_of(word: &str) -> bool {
    let lower = word.to_lowercase();
    AS_OF.iter().any(|of| of.trim() == lower)
}

/// Without a word before it that says that figures are of its end.
fn as_of(text: &str) -> &str {
    let rest = AS_OF.iter().find_map(|word| text.strip_prefix(word)).map(str::trim_start);
    rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(text)
}

/// `2021年末` is told as its year, `2021年三季度末` as its quarter.
fn ended(text: &str) -> String {
    let rest = ENDED.iter().find_map(|(end, kept)| Some((text.strip_suffix(end)?, kept)));
    rest.map_or_else(|| text.to_owned(), |(rest, kept)| format!("{rest}{kept}"))
}

/// Korean and Japanese words for years, months and their like by the Chinese ones that mean the same.
fn in_chinese(text: &str) -> String {
    ELSEWHERE.iter().fold(text.to_owned(), |text, (word, same)| {
        if text.contains(word) { text.replace(word, same) } else { text }
    })
}

/// Years and months that are written in Chinese numerals, in figures: `二〇二一年五月`.
fn in_figures(text: &str) -> String {
    let digit = |c: char| NUMERALS.iter().position(|signs| signs.contains(&c));
    let Some((year, rest)) = text.split_once(YEAR_SIGN) else { return text.to_owned() };
    let digits: Option<String> = year.chars().map(|c| digit(c).map(|n| n.to_string())).collect();
    let year = digits.filter(|digits| digits.len() == 4).unwrap_or_else(|| year.to_owned());
    let month = rest.split_once(MONTH).and_then(|(month, after)| {
        let at = MONTHS_IN_NUMERALS.iter().position(|numeral| *numeral == month.trim())?;
        Some(format!("{}{MONTH}{after}", at + 1))
    });
    format!("{year}{YEAR_SIGN}{}", month.as_deref().unwrap_or(rest))
}

/// A year of a Japanese era by the common one. The year of an office there begins in April.
fn era(text: &str) -> Option<String> {
    let (before, rest) = ERAS
        .iter()
        .find_map(|(name, before)| Some((before, text.strip_prefix(name)?)))
        .or_else(|| {
            let (_, before) =
                LETTERS_OF_ERAS.iter().find(|(letter, _)| text.starts_with(*letter))?;
            Some((before, text[1..].trim_start_matches('.')))
        })?;
    let (year, rest) = rest.trim().split_once(YEAR_SIGN)?;
    let year = year.trim();
    let nth = if year == FIRST_OF_ERA { 1 } else { number(year, 2)? };
    let common = before + nth;
    match rest.strip_prefix(YEAR_OF_ERA) {
        Some("") => Some(format!("fy{common}")),
        Some(_) => None,
        None => Some(format!("{common}{YEAR_SIGN}{rest}")),
    }
}

/// The years of a five-year plan of China: `“十三五”时期`.
fn plan(text: &str) -> Option<String> {
    let bare = text.trim_start_matches(QUOTES);
    let (name, rest) = PLANS.iter().find_map(|plan| Some((plan, bare.strip_prefix(plan.0)?)))?;
    let rest = rest.trim_start_matches(QUOTES).trim();
    let is_alone = rest.is_empty() && name.0.chars().count() > 2;
    (is_alone || OF_PLAN.contains(&rest)).then(|| format!("{}-{}", name.1, name.1 + 4))
}

/// A quarter as other languages write it: `T1 2022`, `2022-T1`, `1. Quartal 2022`, `III trimestre 2022`, `2022.1/4`.
fn quarter(text: &str) -> Option<String> {
    let (before, year, after) = around_year(text)?;
    let rest = if before.is_empty() { after } else { before };
    if !before.is_empty() && !after.is_empty() {
        return None;
    }
    let bare = rest.trim_matches(BETWEEN);
    let of_four = || bare.strip_suffix("/4").filter(|_| after.starts_with(['.', ' ']));
    let lettered = || bare.strip_prefix('t').or_else(|| bare.strip_suffix('t'));
    let nth = lettered().or_else(of_four).or_else(|| worded(bare))?;
    let at = ROMAN_QUARTERS.iter().position(|roman| *roman == nth);
    let nth = at.map_or_else(|| number(nth, 1), |at| i32::try_from(at + 1).ok())?;
    (1..=4).contains(&nth).then(|| format!("{year}q{nth}"))
}

/// The number beside a word for quarters.
fn worded(text: &str) -> Option<&str> {
    let (before, after) = QUARTER_WORDS.iter().find_map(|word| text.split_once(word))?;
    let rest = if before.trim().is_empty() { after } else { before };
    let rest = rest.trim().trim_end_matches(['.', '\u{ba}', '\u{b0}']);
    Some(rest.strip_suffix("er").or_else(|| rest.strip_suffix("e")).unwrap_or(rest))
}

/// What stands before and after the only run of four digits, and this.
fn around_year(text: &str) -> Option<(&str, &str, &str)> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..text.len()).find(|&at| {
        (at..at + 4).all(is_digit) && !is_digit(at + 4) && (at == 0 || !is_digit(at - 1))
    })?;
    Some((&text[..starts], &text[starts..starts + 4], &text[starts + 4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_are_brought_to_the_usual_one() {
        for (text, expected) in [
            ("令和3年", "2021年"),
            ("令和元年5月", "2019年5月"),
            ("令和3年度", "fy2021"),
            ("平成30年4月1日", "2018年4月1日"),
            ("昭和64年", "1989年"),
            ("r3年", "2021年"),
            ("h30年", "2018年"),
            ("二〇二一年", "2021年"),
            ("二零二一年五月", "2021年5月"),
            ("2021年十一月", "2021年11月"),
            ("十三五", "2016-2020"),
            ("“六五”时期", "1981-1985"),
            ("\u{201c}十四五\u{201d}时期", "2021-2025"),
            ("2022년 1월", "2022年 1月"),
            ("2022년 1분기", "2022年 1季度"),
            ("2022년도", "2022年"),
            ("2022年第1四半期", "2022年第1季度"),
            ("2022.1/4", "2022q1"),
            ("t1 2022", "2022q1"),
            ("2022-t4", "2022q4"),
            ("1t2022", "2022q1"),
            ("1. quartal 2022", "2022q1"),
            ("iii trimestre 2022", "2022q3"),
            ("1er trimestre 2022", "2022q1"),
            ("2021年末", "2021年"),
            ("截至2021年底", "2021年"),
            ("2021年三季度末", "2021年三季度"),
            ("end of 2021", "2021"),
        ] {
            assert_eq!(usual(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_written_as_usual_stays() {
        for text in [
            "2021",
            "1/4/2022",
            "2022/1/4",
            "t5 2022",
            "at 2022",
            "h1 2021",
            "r3",
            "十五",
            "12022t1",
            "2021年9月",
        ] {
            assert_eq!(usual(text), text, "{text}");
        }
    }
}
