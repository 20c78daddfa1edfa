//! First letters of a list of words, to tell quickly that a text begins with none of them.

/// How the words of some lists begin: by their first two letters, or by their first character where that is no letter of
/// the Latin alphabet.
#[derive(Debug)]
pub(super) struct Starts {
    /// Second letters, by the first ones, in whatever case.
    letters: [u32; 32],
    /// Signs within ASCII.
    signs: [bool; 128],
    /// The second byte of characters of two, by the six bits that it adds to them.
    pairs: u64,
    /// The second and the third byte of longer ones: few others have both in common with one of these.
    wide: [u64; 64],
}

impl Starts {
    pub(super) const fn new() -> Self {
        Self { letters: [0; 32], signs: [false; 128], pairs: 0, wide: [0; 64] }
    }

    /// With the words as well.
    pub(super) const fn with(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            self = self.with_one(words[at]);
            at += 1;
        }
        self
    }

    /// With signs as well.
    pub(super) const fn with_signs(mut self, signs: &[char]) -> Self {
        let mut at = 0;
        while at < signs.len() {
            self = self.with_one(signs[at].encode_utf8(&mut [0; 4]));
            at += 1;
        }
        self
    }

    /// With one word, which is not empty, as well.
    pub(super) const fn with_one(mut self, word: &str) -> Self {
        let word = word.as_bytes();
        if word[0].is_ascii_alphabetic() {
            // Whatever follows a word of one letter.
            let second = if word.len() > 1 { 1 << (word[1] & 31) } else { u32::MAX };
            self.letters[(word[0] & 31) as usize] |= second;
        } else if word[0].is_ascii() {
            self.signs[word[0] as usize] = true;
        } else if word[0] >= 0xe0 {
            self.wide[(word[1] & 63) as usize] |= 1 << (word[2] & 63);
        } else {
            self.pairs |= 1 << (word[1] & 63);
        }
        self
    }

    /// Whether a text may begin with one of the words. Few others do.
    #[inline]
    pub(super) const fn may_begin(&self, text: &[u8]) -> bool {
        match text {
            [first, second, ..] if first.is_ascii_alphabetic() => {
                self.letters[(*first & 31) as usize] >> (*second & 31) & 1 == 1
            }
            [first] if first.is_ascii_alphabetic() => {
                self.letters[(*first & 31) as usize] == u32::MAX
            }
            [first, ..] if first.is_ascii() => self.signs[*first as usize],
            [0x80..0xe0, second, ..] => self.pairs >> (*second & 63) & 1 == 1,
            [_, second, third, ..] => self.wide[(*second & 63) as usize] >> (*third & 63) & 1 == 1,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STARTS: Starts = Starts::new()
        .with(&["note", "källa", "k", "注释", "#n/a", "\u{b1}"])
        .with_signs(&['*', '\u{2460}']);

    #[test]
    fn no_word_is_missed_and_few_texts_are_taken_for_one() {
        for text in [
            "note",
            "Notes",
            "NOTE",
            "KÄLLA",
            "k",
            "kg",
            "注",
            "注释一",
            "#",
            "*a",
            "\u{2460}a",
            "\u{b1}5",
        ] {
            assert!(STARTS.may_begin(text.as_bytes()), "{text}");
        }
        for text in ["", "n", "name", "Amt", "县", "领域003", "5", "-", "\u{2461}", "é"] {
            assert!(!STARTS.may_begin(text.as_bytes()), "{text}");
        }
    }
}
