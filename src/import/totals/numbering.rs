//! Words and numbers by which a level of rows is known: columns of codes and levels, and the numbering before names.

use super::words::plain;
use crate::base::fold::fold;

/// Names of columns of codes that lie in others; folded.
const CLASSIFICATIONS: &[&str] = &[
    "nace", "isic", "naics", "sic", "hs", "sitc", "cpc", "cpa", "coicop", "cofog", "icd", "icd10",
    "isco", "soc", "isced", "cpv", "unspsc", "nuts", "bec", "prodcom", "kldb", "wz", "noga",
];
const CHINESE_CLASSIFICATIONS: &[&str] = &[
    "科目",
    "功能分类",
    "经济分类",
    "行业代码",
    "行业编码",
    "商品编码",
    "税则号列",
    "税号",
    "疾病编码",
    "疾病代码",
    "分类代码",
    "分类编码",
    "类款项",
    "预算编码",
];

/// Names of columns that tell the level of their rows; folded.
const LEVELS: &[&str] =
    &["level", "tier", "级次", "层级", "级别", "科目级次", "科目级别", "科目层级"];

/// Whether a column is called after a classification whose codes lie in others.
pub(super) fn names_a_classification(name: &str) -> bool {
    let name = fold(name);
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| CLASSIFICATIONS.contains(&word))
        || CHINESE_CLASSIFICATIONS.iter().any(|own| name.contains(own))
}

/// Whether a column tells the level of its rows.
pub(super) fn names_levels(name: &str) -> bool {
    LEVELS.contains(&plain(name).as_str())
}

/// How deep a name stands by its number: `II.` over `A.` and `一、` over `（一）` over `1.` over `（1）` and `a)` over `①`; `None`
/// where it has none.
pub(super) fn numbering(name: &str) -> Option<usize> {
    const CHINESE: &str = "一二三四五六七八九十百";
    let name = name.trim_start();
    let (name, is_in_brackets) = match name.strip_prefix(['（', '(']) {
        Some(rest) => (rest, true),
        None => (name, false),
    };
    if name.starts_with(|c| ('①'..='⑳').contains(&c)) {
        return (!is_in_brackets).then_some(5);
    }
    if let Some(depth) = lettering(name, is_in_brackets) {
        return Some(depth);
    }
    let is_chinese = name.starts_with(|c| CHINESE.contains(c));
    let rest = match is_chinese {
        true => name.trim_start_matches(|c| CHINESE.contains(c)),
        false => name.trim_start_matches(|c: char| c.is_ascii_digit()),
    };
    if rest.len() == name.len() || name.len() - rest.len() > 9 {
        return None;
    }
    let ends: &[char] = if is_in_brackets { &['）', ')'] } else { &['、', '.', '．'] };
    let after = rest.strip_prefix(ends)?;
    // `1.5` is a number.
    if !is_in_brackets && after.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(match (is_chinese, is_in_brackets) {
        (true, false) => 1,
        (true, true) => 2,
        (false, false) => 3,
        (false, true) => 4,
    })
}

/// How deep a name stands by the letter before it, or by a Roman number of several letters: `II.` over `A.` over `a)`. What
/// follows is a name: `A.B. Miller` has none.
fn lettering(name: &str, is_in_brackets: bool) -> Option<usize> {
    const ROMAN: &str = "IVX";
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letter, rest) = name.split_at(letters);
    let ends: &[char] =
        if is_in_brackets { &['）', ')'] } else { &['.', '、', '．', ')', '）'] };
    let after = rest.strip_prefix(ends)?;
    if after.is_empty() || after.chars().nth(1) == Some('.') {
        return None;
    }
    let is_roman = (2..=5).contains(&letters) && letter.chars().all(|c| ROMAN.contains(c));
    let is_small = letter.bytes().all(|b| b.is_ascii_lowercase());
    match (letters, is_in_brackets || is_small) {
        _ if is_roman => Some(0),
        (1, true) => Some(4),
        (1, false) => Some(1),
        _ => None,
    }
}

/// Whether a number by letters may be a Roman one of one letter, where others of its column are of several.
pub(super) fn may_be_roman(name: &str) -> bool {
    let mut letters = name.trim_start().chars();
    letters.next().is_some_and(|c| "IVX".contains(c))
        && !letters.next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_names_tell_how_deep_they_stand() {
        for (name, depth) in [
            ("II. Services", Some(0)),
            ("A. Goods", Some(1)),
            ("一、收入", Some(1)),
            ("（一）工资", Some(2)),
            ("1. Bread", Some(3)),
            ("(1) Rye", Some(4)),
            ("①Dark", Some(5)),
            ("1.5 litres", None),
            ("A.B. Miller", None),
            ("Bread", None),
        ] {
            assert_eq!(numbering(name), depth, "{name}");
        }
        assert!(
            names_levels("级次") && names_a_classification("NACE code") && !names_levels("name")
        );
    }
}
