//! Ways in which a name or a code of a table and one of a map may be the same.

use super::key::name_key;
use super::table::{Found, Gazetteer};

/// What Chinese names of areas end with that is often left out, the longest first.
const ENDINGS: [&str; 14] = [
    "特别行政区",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治县",
    "林区",
    "地区",
    "省",
    "市",
    "县",
    "区",
    "盟",
];
/// A longer text is no name.
const LONGEST: usize = 120;

/// How two texts are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// As they are written.
    Written,
    /// But for capitals, accents, marks and the order of words.
    Name,
    /// As codes, but for zeros before them.
    Code,
    /// But for the word that says what kind of area it is.
    Short,
    /// As codes of divisions, but for the zeros that stand for all parts.
    Division,
    /// By the area that a gazetteer knows under both.
    Known,
}

impl Alike {
    /// All of them, the surest first.
    pub const ALL: [Self; 6] =
        [Self::Written, Self::Name, Self::Code, Self::Short, Self::Division, Self::Known];

    /// What must be equal; `None` where a text is nothing of the kind.
    #[must_use]
    pub fn key(self, text: &str, gazetteers: &[Gazetteer]) -> Option<String> {
        let text = text.trim();
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let code = || {
            // Programs that count write whole numbers with a point.
            let whole = text.strip_suffix(".0").unwrap_or(text);
            let is_code = whole.len() <= 15 && whole.bytes().all(|b| b.is_ascii_digit());
            is_code.then(|| whole.trim_start_matches('0').to_owned())
        };
        let key = match self {
            Self::Written => text.to_owned(),
            Self::Name => name_key(text, false),
            Self::Code => code()?,
            Self::Short => {
                let name = name_key(text, false);
                let ending = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
                // A name of one character is none without its ending.
                ending.filter(|short| short.chars().count() > 1).unwrap_or(&name).to_owned()
            }
            Self::Division => {
                let mut code = code().filter(|_| matches!(text.len(), 2 | 4 | 6 | 9 | 12))?;
                while code.len() > 2 && code.len() % 2 == 0 && code.ends_with("00") {
                    code.truncate(code.len() - 2);
                }
                code
            }
            Self::Known => {
                let found = |at: usize| match gazetteers.get(at)?.find(text)? {
                    Found::Area(area) => Some(format!("{at}:{area}")),
                    Found::Part(_) | Found::Total => None,
                };
                (0..gazetteers.len()).find_map(found)?
            }
        };
        Some(key).filter(|key| !key.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Grid;

    #[test]
    fn names_and_codes_are_the_same_however_they_are_written() {
        let gazetteers = [Grid::Provinces, Grid::Countries].map(Gazetteer::of);
        let key = |alike: Alike, text: &str| alike.key(text, &gazetteers);
        for (alike, a, b) in [
            (Alike::Written, " A1", "A1"),
            (Alike::Name, "São Tomé", "sao tome"),
            (Alike::Code, "01001", "1001"),
            (Alike::Code, "1001.0", "1001"),
            (Alike::Short, "青岛市", "青岛"),
            (Alike::Short, "甘孜藏族自治州", "甘孜藏族"),
            (Alike::Division, "370000", "37"),
            (Alike::Division, "370200", "3702"),
            (Alike::Known, "Shandong Province", "山东省"),
            (Alike::Known, "CHN", "中国"),
        ] {
            assert!(key(alike, a).is_some() && key(alike, a) == key(alike, b), "{alike:?} {a} {b}");
        }
        assert_ne!(key(Alike::Short, "沙县"), key(Alike::Short, "沙市"));
        for alike in Alike::ALL {
            assert_eq!(key(alike, "  "), None);
        }
        assert_eq!(key(Alike::Code, "0000"), None);
    }
}
