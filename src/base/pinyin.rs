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
}
