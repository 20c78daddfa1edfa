//! Pinyin readings without tones, and matching of typed letters against Chinese text.

use std::ops::Range;

/// Little-endian u16 a character of the block from U+4E00; 0 where the table has no reading.
const CODES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pinyin-codes.bin"));
/// One set of readings a line, separated by blanks; line `n` is code `n + 1`.
const READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/pinyin-readings.txt"));
const FIRST: u32 = 0x4E00;

/// Matches typed letters against texts; holds the reading sets, so make one and keep it.
#[derive(Clone, Debug)]
pub struct Pinyin {
    sets: Vec<&'static str>,
}

impl Default for Pinyin {
    fn default() -> Self {
        Self { sets: READINGS.lines().collect() }
    }
}

impl Pinyin {
    /// The readings of a character; every reading of one that has several.
    pub fn readings(&self, c: char) -> impl Iterator<Item = &'static str> + use<> {
        let at = u32::from(c).checked_sub(FIRST).map_or(usize::MAX, |n| n as usize * 2);
        let code = CODES
            .get(at..at.saturating_add(2))
            .map_or(0, |b| usize::from(b[0]) | usize::from(b[1]) << 8);
        let set = code.checked_sub(1).and_then(|n| self.sets.get(n)).copied();
        set.unwrap_or_default().split_whitespace()
    }

    /// Where `letters` (lower-case ASCII) spell a run of characters of `text`: each character by its whole reading
    /// or its first letter, the last one also by a part of its reading. Gives character positions.
    #[must_use]
    pub fn find(&self, text: &[char], letters: &str) -> Option<Range<usize>> {
        if letters.is_empty() || !letters.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        (0..text.len())
            .filter(|&start| self.readings(text[start]).next().is_some())
            .find_map(|start| self.spelled(&text[start..], letters).map(|n| start..start + n))
    }

    /// Whether the whole readings of two or more characters in a row are these letters with one of them wrong, missing, too
    /// many, or out of its place.
    #[must_use]
    pub fn is_nearly(&self, text: &[char], letters: &str) -> bool {
        let starts = 0..text.len().saturating_sub(1);
        starts.into_iter().any(|start| {
            let mut reading = String::new();
            for (n, &c) in text[start..].iter().enumerate() {
                // The first reading: whoever mistypes a rare one is not followed.
                let Some(next) = self.readings(c).next() else { return false };
                reading += next;
                if n > 0 && differs_by_one(reading.as_bytes(), letters.as_bytes()) {
                    return true;
                }
                if reading.len() > letters.len() + 1 {
                    return false;
                }
            }
            false
        })
    }

    /// How many characters from the start of `text` the letters spell.
    fn spelled(&self, text: &[char], letters: &str) -> Option<usize> {
        if letters.is_empty() {
            return Some(0);
        }
        let (&c, rest) = text.split_first()?;
        let after = |used: usize| self.spelled(rest, &letters[used..]).map(|n| n + 1);
        for reading in self.readings(c) {
            if reading.starts_with(letters) {
                return Some(1);
            }
            if letters.starts_with(reading)
                && let Some(n) = after(reading.len())
            {
                return Some(n);
            }
            if letters.as_bytes().first() == reading.as_bytes().first()
                && let Some(n) = after(1)
            {
                return Some(n);
            }
        }
        None
    }
}

/// Whether one letter is wrong, missing, too many, or has changed places with the next.
fn differs_by_one(a: &[u8], b: &[u8]) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, rest @ ..], b) if rest == b => true,
        (a, [_, rest @ ..]) if rest == a => true,
        ([x, y, a @ ..], [p, q, b @ ..]) => (x, y, a) == (q, p, b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_spell_characters() {
        let pinyin = Pinyin::default();
        for (text, letters, expected) in [
            ("农村低保标准", "db", Some(2..4)),
            ("农村低保标准", "dibao", Some(2..4)),
            ("农村低保标准", "diba", Some(2..4)),
            ("医疗卫生", "ylws", Some(0..4)),
            ("医疗卫生", "yiliaows", Some(0..4)),
            ("重庆", "chongqing", Some(0..2)),
            ("重点", "zhongdian", Some(0..2)),
            ("重点", "zd", Some(0..2)),
            ("教育", "xyz", None),
            ("教育", "", None),
            ("school", "school", None),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(pinyin.find(&chars, letters), expected, "{text} {letters}");
        }
    }

    #[test]
    fn one_letter_may_be_wrong() {
        let pinyin = Pinyin::default();
        for (text, letters, expected) in [
            ("承德市", "chengde", false),
            ("承德市", "chemgde", true),
            ("承德市", "chegde", true),
            ("承德市", "chenggde", true),
            ("承德市", "chegnde", true),
            ("承德市", "chxxgde", false),
            ("低保标准", "dubao", true),
            ("教育", "school", false),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(pinyin.is_nearly(&chars, letters), expected, "{text} {letters}");
        }
    }
}
