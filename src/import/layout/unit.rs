//! Units of measure in lines above a table.

use super::super::lexicon::{is_scaled, is_worded, told_unit, unit_in};
use crate::base::unit_name::is_unit;

/// Words before the unit of all figures.
const UNIT_LINE: &[&str] = &[
    "计量单位",
    "单位",
    "單位",
    "単位",
    "단위",
    "units",
    "unit",
    "einheit",
    "unité",
    "unidad",
    "unidades",
    "unità",
    "unidade",
    "eenheid",
    "enhet",
    "yksikkö",
];

/// Words before what is measured.
const MEASURE_LINE: &[&str] =
    &["指标名称", "指标", "指標", "indicator", "variable", "measure", "series"];

const COLONS: &[char] = &[':', '\u{ff1a}', '\u{fe55}'];
const OPEN: &[char] = &['(', '\u{ff08}', '[', '\u{3010}'];
const CLOSE: &[char] = &[')', '\u{ff09}', ']', '\u{3011}'];

/// The unit that a line gives to all figures: `单位：亿元`, `(Unit: persons)`.
pub(super) fn line(text: &str) -> Option<String> {
    let inner = text.trim().trim_start_matches(OPEN).trim_end_matches(CLOSE);
    let unit = said_after(inner, UNIT_LINE).or_else(|| said_in_brackets(text.trim()));
    unit.filter(|unit| unit.chars().count() <= 30)
}

/// The unit that brackets give behind a word for it: `（単位　人）`.
fn said_in_brackets(text: &str) -> Option<String> {
    let inner = text.strip_prefix(OPEN)?.strip_suffix(CLOSE)?.trim();
    let unit = UNIT_LINE.iter().find_map(|word| inner.strip_prefix(word))?;
    let is_apart = unit.starts_with(char::is_whitespace);
    let unit = unit.trim();
    (!unit.is_empty() && (is_apart || is_unit(unit))).then(|| unit.to_owned())
}

/// The unit that brackets alone give, in one language or several: `(万元)`, `(万人)(10 000 persons)`.
pub(super) fn in_brackets(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
    let first = inner.split(CLOSE).next().unwrap_or(inner).trim();
    is_worded(first).then(|| told_unit(first).into_owned())
}

/// The unit that a line says which is nothing else: `In millions of euros`, `Thousands of persons`, `Angaben in 1 000 Euro`,
/// `x 1000`.
pub(super) fn alone(text: &str) -> Option<String> {
    const BEFORE: &[&str] = &[
        "all figures ",
        "figures ",
        "values ",
        "amounts ",
        "data ",
        "expressed ",
        "angaben ",
        "werte ",
        "beträge ",
        "en ",
        "valores ",
    ];
    let lower = text.trim().to_lowercase();
    let rest = BEFORE.iter().find_map(|word| lower.strip_prefix(word));
    let rest = text.trim().get(lower.len() - rest.map_or(lower.len(), str::len)..)?;
    let rest = rest.strip_prefix("are ").unwrap_or(rest).trim_end_matches(['.', ',']).trim();
    let said = ["in ", "In ", "IN "].iter().find_map(|word| rest.strip_prefix(word));
    is_scaled(said.unwrap_or(rest)).then(|| told_unit(said.unwrap_or(rest)).into_owned())
}

/// The unit of many that the title of a table ends with: `Population by age, in thousands`, `各市产值（亿元）`.
pub(super) fn of_title(title: &str) -> Option<String> {
    let unit = unit_in(title)?;
    is_one(unit).then(|| told_unit(unit).into_owned())
}

/// Whether a unit is one: of several in a row nobody can say which figures have which.
pub(super) fn is_one(unit: &str) -> bool {
    const BETWEEN: &[char] = &['、', '\u{ff0c}', ',', '\u{ff1b}', ';'];
    let mut parts = unit.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty());
    // `Index, 2015 = 100` is one with its base.
    parts.next().is_none_or(|_| parts.all(|part| part.contains(|c: char| c.is_ascii_digit())))
}

/// What a line says that is measured, and the unit behind it in brackets: `指标：产值(亿元)`.
pub(super) fn measure_line(text: &str) -> Option<(String, Option<String>)> {
    let said = said_after(text, MEASURE_LINE).filter(|said| said.chars().count() <= 60)?;
    let Some(open) = said.rfind(OPEN).filter(|_| said.ends_with(CLOSE)) else {
        return Some((said, None));
    };
    let (name, unit) = said.split_at(open);
    let unit = unit.trim_start_matches(OPEN).trim_end_matches(CLOSE).trim();
    Some((name.trim().to_owned(), (!unit.is_empty()).then(|| unit.to_owned())))
}

/// What follows one of the words and a colon.
fn said_after(text: &str, words: &[&str]) -> Option<String> {
    let (word, rest) = text.split_once(COLONS)?;
    let word: String =
        word.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let said = rest.trim();
    (words.contains(&word.as_str()) && !said.is_empty()).then(|| said.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_above_gives_the_unit() {
        assert_eq!(line("单位：亿元").as_deref(), Some("亿元"));
        assert_eq!(line("单 位:万人").as_deref(), Some("万人"));
        assert_eq!(line("(Unit: persons)").as_deref(), Some("persons"));
        assert_eq!(line("（単位　人）").as_deref(), Some("人"));
        assert_eq!(line("（单位万元）").as_deref(), Some("万元"));
        assert_eq!((line("（单位名称）"), line("(万元)")), (None, None));
        assert_eq!(in_brackets("(万人)(10 000 persons)").as_deref(), Some("万人"));
        assert_eq!(in_brackets("(万元)").as_deref(), Some("万元"));
        assert_eq!((in_brackets("(2022)"), in_brackets("(总数)")), (None, None));
        assert_eq!(line("单位名称"), None);
        for (unit, one) in [
            ("亿元", true),
            ("万元、个、人", false),
            ("亿元，%", false),
            ("Index, 2015 = 100", true),
        ] {
            assert_eq!(is_one(unit), one, "{unit}");
        }
        assert_eq!(line("The unit: of the army, which went there in spring"), None);
        assert_eq!(measure_line("指标：产值(亿元)"), Some(("产值".into(), Some("亿元".into()))));
        assert_eq!(measure_line("指标：产值"), Some(("产值".into(), None)));
        assert_eq!(measure_line("数据库：示例"), None);
    }
}
