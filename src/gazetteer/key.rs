//! One form for the ways in which a name of an area is written.

use crate::base::fold::fold;

/// Words that tell no area from another.
const EMPTY: [&str; 3] = ["the", "of", "and"];

/// Words of the names of provinces that say what kind of area it is.
const KINDS: [&str; 16] = [
    "province",
    "municipality",
    "autonomous",
    "region",
    "special",
    "administrative",
    "city",
    "sar",
    "zhuang",
    "hui",
    "uygur",
    "uyghur",
    "uighur",
    "shi",
    "sheng",
    "prc",
];

/// Abbreviations in the names of countries.
const SHORT: [(&str, &str); 8] = [
    ("rep", "republic"),
    ("dem", "democratic"),
    ("st", "saint"),
    ("ste", "saint"),
    ("fed", "federated"),
    ("sts", "states"),
    ("isl", "islands"),
    ("island", "islands"),
];

/// A name without what differs from writer to writer: capitals, accents, marks, the order of the words of a Latin name,
/// blanks within a Chinese one. Empty where nothing of it is a name.
pub(super) fn name_key(text: &str, is_province: bool) -> String {
    let folded: String =
        fold(text).chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).map(plain).collect();
    if folded.chars().any(|c| c >= '\u{3400}') {
        return folded.chars().filter(|&c| is_letter(c)).collect();
    }
    let words = folded.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty());
    let words = words.map(|word| {
        SHORT.iter().find_map(|&(short, long)| (short == word).then_some(long)).unwrap_or(word)
    });
    let tells = |word: &&str| !(EMPTY.contains(word) || is_province && KINDS.contains(word));
    let mut words: Vec<&str> = words.filter(tells).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Numbers in circles and raised ones are marks of notes, no part of a name.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit()
}

/// A Latin letter without its accent.
const fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ş' | 'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_writing_have_one_key() {
        for (a, b) in [
            ("Korea, Rep.", "Republic of Korea"),
            ("Congo, Dem. Rep.", "Democratic Republic of the Congo"),
            ("Côte d’Ivoire", "Cote d'Ivoire"),
            ("Bahamas, The", "The Bahamas"),
            ("St. Kitts & Nevis", "Saint Kitts and Nevis"),
            ("臺灣", "台湾"),
            ("北　京", "北京"),
            ("中国①", "中国"),
            ("TÜRKİYE", "Turkiye"),
        ] {
            assert_eq!(name_key(a, false), name_key(b, false), "{a}");
        }
        assert_ne!(name_key("Guinea", false), name_key("Guinea-Bissau", false));
        assert_eq!(name_key("Guangxi Zhuang Autonomous Region", true), "guangxi");
    }
}
