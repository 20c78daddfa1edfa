//! Units behind numbers.

use crate::base::unit_name::is_base;

/// Whether a unit begins with a multiplier, as numbers in words do: 1.2万 of 万元 has two.
#[must_use]
pub fn multiplies(unit: &str) -> bool {
    const WORDS: [&str; 9] =
        ["thousand", "million", "billion", "1 000", "1000", "1,000", "mill", "mio", "tsd"];
    let lower = unit.to_lowercase();
    let own = lower.trim_start_matches("in ").trim_start_matches(['x', '\u{d7}', ' ']);
    unit.starts_with(['十', '百', '千', '万', '亿'])
        || WORDS.iter().any(|word| own.starts_with(word))
}

/// Signs of currencies, which stand before their number.
const SIGNS: [char; 9] = [
    '$', '\u{a3}', '\u{20ac}', '\u{a5}', '\u{ffe5}', '\u{ffe1}', '\u{20a9}', '\u{20b9}', '\u{20bd}',
];

/// A number with its unit behind it, or the sign of its currency before it; before brackets in which stands what is known of
/// its ends. What is 100 in an index stands behind none of its numbers.
#[must_use]
pub fn with_unit(number: &str, unit: &str) -> String {
    if is_base(unit) {
        return number.to_owned();
    }
    let brackets =
        number.ends_with([')', '\u{ff09}']).then(|| number.find([' ', '\u{ff08}'])).flatten();
    if let Some(at) = brackets.filter(|at| *at > 0) {
        return with_unit(&number[..at], unit) + &number[at..];
    }
    // `$`, `US$`: of a rate or a multiple of it the sign is a part.
    if unit.ends_with(SIGNS) && unit.chars().count() <= 3 {
        let minus =
            if number.starts_with(['-', '\u{2212}']) { number.chars().next() } else { None };
        let digits = minus.map_or(number, |minus| &number[minus.len_utf8()..]);
        return format!("{}{unit}{digits}", minus.map(String::from).unwrap_or_default());
    }
    let tight = unit.starts_with(|c: char| !c.is_alphanumeric() || !c.is_ascii());
    format!("{number}{}{unit}", if tight { "" } else { "\u{a0}" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_apart_from_a_number_and_characters_and_signs_do_not() {
        for (unit, text) in
            [("万元", "3万元"), ("%", "3%"), ("EUR", "3\u{a0}EUR"), ("\u{b0}C", "3\u{b0}C")]
        {
            assert_eq!(with_unit("3", unit), text);
        }
        for (number, unit, text) in [
            ("3", "$", "$3"),
            ("1,651.3", "\u{a3}", "\u{a3}1,651.3"),
            ("\u{2212}3", "US$", "\u{2212}US$3"),
            ("3 million", "\u{20ac}", "\u{20ac}3 million"),
            ("3", "$/kg", "3$/kg"),
            ("3 (2 to 4)", "$", "$3 (2 to 4)"),
        ] {
            assert_eq!(with_unit(number, unit), text);
        }
        assert_eq!(with_unit("108.2", "上年=100"), "108.2");
        assert_eq!(with_unit("20.4 (19 to 22)", "%"), "20.4% (19 to 22)");
        assert_eq!(with_unit("20.4（19至22）", "万元"), "20.4万元（19至22）");
    }
}
