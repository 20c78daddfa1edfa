//! Units behind numbers.

/// Whether a unit begins with a multiplier, as numbers in words do: 1.2万 of 万元 has two.
#[must_use]
pub fn multiplies(unit: &str) -> bool {
    let lower = unit.to_lowercase();
    unit.starts_with(['十', '百', '千', '万', '亿'])
        || ["thousand", "million", "billion"].iter().any(|word| lower.starts_with(word))
}

/// A number with its unit behind it; before brackets in which stands what is known of its ends.
#[must_use]
pub fn with_unit(number: &str, unit: &str) -> String {
    let brackets =
        number.ends_with([')', '\u{ff09}']).then(|| number.find([' ', '\u{ff08}'])).flatten();
    if let Some(at) = brackets.filter(|at| *at > 0) {
        return with_unit(&number[..at], unit) + &number[at..];
    }
    let tight = unit.starts_with(|c: char| !c.is_alphanumeric() || !c.is_ascii());
    format!("{number}{}{unit}", if tight { "" } else { "\u{a0}" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_apart_from_a_number_and_characters_and_signs_do_not() {
        for (unit, text) in [("万元", "3万元"), ("%", "3%"), ("EUR", "3\u{a0}EUR"), ("$", "3$")]
        {
            assert_eq!(with_unit("3", unit), text);
        }
        assert_eq!(with_unit("20.4 (19 to 22)", "%"), "20.4% (19 to 22)");
        assert_eq!(with_unit("20.4（19至22）", "万元"), "20.4万元（19至22）");
    }
}
