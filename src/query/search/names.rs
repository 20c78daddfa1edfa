//! The folded texts of a list of values, in one text: to look for a word in all of them is to look for it once.

use super::word::{begins, ends_number};
use crate::base::fold::fold;
use crate::base::pinyin::Pinyin;

/// Beyond so many values readings are not tried: that takes as long for each as to look for a word in a hundred.
const SPELLED: usize = 100_000;

/// So many letters a reading must have before one of them may be wrong.
const NEARLY: usize = 5;

/// Texts by the place of the value in its list.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    text: String,
    /// Where each value's texts end.
    ends: Vec<usize>,
    has_han: bool,
}

impl Names {
    /// Adds the next value with its texts.
    pub(super) fn push<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let start = self.text.len();
        for text in texts.filter(|text| !text.is_empty()) {
            self.text.push_str(&fold(text));
            // No word holds a line's end, so none is found across texts.
            self.text.push('\n');
        }
        self.has_han |= self.text[start..].contains(|c: char| c >= '\u{3400}');
        self.ends.push(self.text.len());
    }

    /// Number of values.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Number of bytes of the texts.
    pub(super) const fn size(&self) -> usize {
        self.text.len()
    }

    /// Folded texts of a value, one a line.
    pub(super) fn of(&self, code: usize) -> &str {
        let start = code.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let range = start.zip(self.ends.get(code).copied());
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// Whether any text has a word that starts as this one does.
    pub(super) fn has(&self, word: &str) -> bool {
        self.places(word).next().is_some()
    }

    /// The values that hold the word from the start of a word or a number; with `anywhere`, also within one.
    pub(super) fn holding(&self, word: &str, anywhere: bool) -> Option<Vec<bool>> {
        match anywhere {
            true => self.marked(self.text.match_indices(word).map(|(at, _)| at)),
            false => self.marked(self.places(word)),
        }
    }

    /// The values that a reading or initials stand for.
    pub(super) fn spelled(&self, letters: &str, pinyin: &Pinyin) -> Option<Vec<bool>> {
        if !self.has_han || self.ends.len() > SPELLED {
            return None;
        }
        let mut line = Vec::new();
        let mut is_spelled = |code: usize| {
            self.of(code).lines().filter(|text| !text.is_ascii()).any(|text| {
                line.clear();
                line.extend(text.chars());
                pinyin.find(&line, letters).is_some()
            })
        };
        let found: Vec<bool> = (0..self.ends.len()).map(&mut is_spelled).collect();
        found.contains(&true).then_some(found)
    }

    /// The values with a run of characters whose whole readings are these letters but for one.
    pub(super) fn nearly(&self, letters: &str, pinyin: &Pinyin) -> Option<Vec<bool>> {
        if !self.has_han || self.ends.len() > SPELLED || letters.len() < NEARLY {
            return None;
        }
        let is_near = |code: usize| {
            self.of(code).lines().any(|text| {
                let line: Vec<char> = text.chars().collect();
                !text.is_ascii() && pinyin.is_nearly(&line, letters)
            })
        };
        let found: Vec<bool> = (0..self.ends.len()).map(is_near).collect();
        found.contains(&true).then_some(found)
    }

    /// How far a value's names are from a word: 0 it is called so, 1 its own name holds it, 2 it is another name, 3 another
    /// name holds it. Every name of a place is its own.
    pub(super) fn distance(&self, code: usize, word: &str, is_place: bool) -> Option<u8> {
        // One character alone is a name or nothing.
        let is_short = word.chars().nth(1).is_none();
        let near = |(at, text): (usize, &str)| {
            let holds = || text.match_indices(word).any(|(at, _)| begins(&text[..at], word));
            match (text == word, at < 2 || is_place) {
                (true, true) => Some(0),
                (true, false) => Some(2),
                (false, _) if is_short || !holds() => None,
                (false, true) => Some(1),
                (false, false) => Some(3),
            }
        };
        self.of(code).lines().enumerate().filter_map(near).min()
    }

    fn places(&self, word: &str) -> impl Iterator<Item = usize> {
        let starts = move |&(at, _): &(usize, &str)| begins(&self.text[..at], word);
        self.text.match_indices(word).filter(starts).map(|(at, _)| at)
    }

    /// The values at whose texts these ascending places stand; `None` where there are none.
    fn marked(&self, places: impl Iterator<Item = usize>) -> Option<Vec<bool>> {
        let mut found = vec![false; self.ends.len()];
        let (mut code, mut any) = (0, false);
        for at in places {
            while self.ends.get(code).is_some_and(|&end| end <= at) {
                code += 1;
            }
            if let Some(value) = found.get_mut(code) {
                *value = true;
                any = true;
            }
        }
        any.then_some(found)
    }

    /// How well a value's texts hold the word: 0 a text starts with it, 1 a word of a text does, 2 it is the reading of
    /// characters, 3 it stands within a word.
    pub(super) fn rank(&self, code: usize, word: &str, pinyin: &Pinyin) -> Option<u8> {
        let texts = self.of(code);
        let rank = |text: &str| {
            let mut places = text.match_indices(word).peekable();
            let first = places.peek()?.0;
            let is_start = |&(at, _): &(usize, &str)| begins(&text[..at], word);
            match first {
                0 => Some(0),
                _ if places.any(|place| is_start(&place)) => Some(1),
                _ => Some(3),
            }
        };
        let literal = texts.lines().filter_map(rank).min();
        if literal.is_some_and(|rank| rank < 3) {
            return literal;
        }
        let mut lines = texts.lines().filter(|text| !text.is_ascii());
        let spelled =
            lines.any(|text| pinyin.find(&text.chars().collect::<Vec<_>>(), word).is_some());
        if spelled { Some(2) } else { literal }
    }

    /// Whether a text of the value is the word, or holds it as a whole number.
    pub(super) fn is_exact(&self, code: usize, word: &str) -> bool {
        self.of(code).lines().any(|text| text == word)
            || word.contains(|c: char| c.is_ascii_digit())
                && self.of(code).match_indices(word).any(|(at, _)| {
                    let (before, after) = (&self.of(code)[..at], &self.of(code)[at + word.len()..]);
                    let ends = !word.ends_with(|c: char| c.is_ascii_digit()) || ends_number(after);
                    begins(before, word) && ends
                })
    }
}
