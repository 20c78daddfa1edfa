//! Units of measure in lines above a table.

/// Words before the unit of all figures.
const UNIT_LINE: &[&str] =
    &["计量单位", "单位", "單位", "単位", "단위", "units", "unit", "einheit", "unité", "unidad"];

/// Words before what is measured.
const MEASURE_LINE: &[&str] =
    &["指标名称", "指标", "指標", "indicator", "variable", "measure", "series"];

const COLONS: &[char] = &[':', '\u{ff1a}', '\u{fe55}'];
const OPEN: &[char] = &['(', '\u{ff08}', '[', '\u{3010}'];
const CLOSE: &[char] = &[')', '\u{ff09}', ']', '\u{3011}'];

/// The unit that a line gives to all figures: `单位：亿元`, `(Unit: persons)`.
pub(super) fn line(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(OPEN).trim_end_matches(CLOSE);
    said_after(text, UNIT_LINE).filter(|unit| unit.chars().count() <= 30)
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
