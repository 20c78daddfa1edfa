//! What is typed, as words.

use std::ops::Range;

use crate::base::date::{Day, PartialDate, day_number};
use crate::base::fold::{fold, fold_placed};
use crate::base::pinyin::Pinyin;

/// A word of a search, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    text: String,
    /// The days, where it names a year, a month or a day.
    pub(super) days: Option<(Day, Day)>,
}

/// What is typed: the whole of it, and its words, every one of which must be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The whole, folded and without blanks around it.
    pub phrase: String,
    /// Its words.
    pub words: Vec<Word>,
}

impl Query {
    /// Reads what is typed. Blanks and signs that are no part of words part them; a text of such signs alone is a word.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let folded = fold(text);
        let phrase = folded.trim().to_owned();
        let mut words: Vec<Word> =
            phrase.split(parts).filter(|word| !word.is_empty()).map(Word::new).collect();
        if words.is_empty() && !phrase.is_empty() {
            words.push(Word::new(&phrase));
        }
        Self { phrase, words }
    }
}

/// Whether a sign stands between words.
fn parts(c: char) -> bool {
    let is_sign = matches!(c, ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '"');
    let is_wide = matches!(c, '\u{3001}' | '\u{3002}' | '\u{3008}'..='\u{3011}');
    c.is_whitespace() || is_sign || is_wide
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), days: days(text) }
    }

    /// The word, folded.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it may be a reading of Chinese characters, or their initials.
    #[must_use]
    pub fn is_letters(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_lowercase())
    }

    /// Where a name holds the word: from the start of a word or a number of it; else as the reading of its characters;
    /// else anywhere. In characters.
    #[must_use]
    pub fn find(&self, name: &str, pinyin: &Pinyin) -> Option<Range<usize>> {
        let (folded, places) = fold_placed(name);
        let word: Vec<char> = self.text.chars().collect();
        let at = |start: usize| folded[start..].starts_with(&word);
        let starts = || (0..folded.len()).filter(|&start| at(start));
        let is_start = |&start: &usize| {
            let before: String = folded[start.saturating_sub(2)..start].iter().collect();
            begins(&before, &self.text)
        };
        let literal = starts().find(is_start);
        let found = match literal {
            Some(start) => start..start + word.len(),
            None => match pinyin.find(&folded, &self.text) {
                Some(spelled) => spelled,
                None => starts().next().map(|start| start..start + word.len())?,
            },
        };
        let last = places.get(found.end.checked_sub(1)?)?;
        Some(*places.get(found.start)?..last + 1)
    }
}

/// Whether a word that follows on `before` starts where a word of Latin letters or a number starts, or is neither.
pub(super) fn begins(before: &str, word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    let mut back = before.chars().rev();
    let last = back.next();
    match last {
        None => true,
        Some(last) if is_letter(first) => !is_letter(last),
        Some(last) if first.is_ascii_digit() => {
            let in_fraction = last == '.' && back.next().is_some_and(|c| c.is_ascii_digit());
            !last.is_ascii_digit() && !in_fraction
        }
        Some(_) => true,
    }
}

/// Whether a number ends where `after` follows on it.
pub(super) fn ends_number(after: &str) -> bool {
    let mut next = after.chars();
    match next.next() {
        Some('.') => !next.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_ascii_digit(),
        None => true,
    }
}

/// Whether two characters that stand side by side belong together: letters of a word, digits of a number.
pub(super) fn is_joined(a: char, b: char) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    is_letter(a) && is_letter(b) || is_number(a) && is_number(b)
}

/// Letters of scripts that part their words by blanks.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{1fff}')
}

/// The days of 2024, 2024-09, 2024-09-07, and of the same in Chinese.
fn days(text: &str) -> Option<(Day, Day)> {
    if text.len() < 4 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_mark = |c: char| matches!(c, '-' | '/' | '.' | '\u{5e74}' | '\u{6708}');
    let text = text.trim_end_matches(['\u{5e74}', '\u{6708}', '\u{65e5}', '\u{53f7}']);
    let mut fields = text.split(is_mark);
    let year: i32 = fields.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut small = || match fields.next() {
        None => Ok(None),
        Some(field) if field.len() <= 2 => field.parse::<u8>().map(Some).map_err(|_| ()),
        Some(_) => Err(()),
    };
    let (month, day) = (small().ok()?, small().ok()?);
    let date = match (month, day) {
        (None, _) => PartialDate::Year(year),
        (Some(month), None) => PartialDate::Month(year, month),
        (Some(month), Some(day)) => PartialDate::Day(year, month, day),
    };
    let exists = (1000..3000).contains(&year)
        && fields.next().is_none()
        && day_number(year, month.unwrap_or(1), day.unwrap_or(1)).is_some();
    exists.then(|| (date.first_day(), date.last_day()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::civil;

    #[test]
    fn what_is_typed_is_parted_into_words() {
        for (text, words) in [
            ("承德 医保", &["承德", "医保"][..]),
            ("承德　醫保", &["承德", "医保"]),
            ("德州、低保；2024", &["德州", "低保", "2024"]),
            ("“四好农村路”", &["四好农村路"]),
            ("Tap  Water", &["tap", "water"]),
            ("eye-care", &["eye-care"]),
            ("12,702人", &["12702人"]),
            ("%", &["%"]),
            ("，", &[","]),
            ("  ", &[]),
        ] {
            let query = Query::read(text);
            let found: Vec<&str> = query.words.iter().map(Word::text).collect();
            assert_eq!(found, words, "{text}");
        }
    }

    #[test]
    fn a_word_may_name_days() {
        for (text, from, to) in [
            ("2024", (2024, 1, 1), (2024, 12, 31)),
            ("2024年", (2024, 1, 1), (2024, 12, 31)),
            ("２０２４年９月", (2024, 9, 1), (2024, 9, 30)),
            ("2024-09", (2024, 9, 1), (2024, 9, 30)),
            ("2024/9/7", (2024, 9, 7), (2024, 9, 7)),
            ("2024年9月7日", (2024, 9, 7), (2024, 9, 7)),
        ] {
            let days = Word::new(&fold(text)).days.map(|(a, b)| (civil(a), civil(b)));
            assert_eq!(days, Some((from, to)), "{text}");
        }
        for text in ["24", "20245", "2024人", "2024-13", "2024-02-30", "近2024", "12702", "0007"]
        {
            assert_eq!(Word::new(text).days, None, "{text}");
        }
    }

    #[test]
    fn a_word_stands_at_the_start_of_a_word_or_a_number_before_anywhere_else() {
        let pinyin = Pinyin::default();
        for (name, word, expected) in [
            ("Children in kindergarten", "kinder", Some(12..18)),
            // Marked where it is, should a search come to that: which names are found is told by the index.
            ("Childbearing registrations", "db", Some(4..6)),
            ("Childbearing registrations", "bearing", Some(5..12)),
            ("农村低保标准", "db", Some(2..4)),
            ("新增学位", "學位", Some(2..4)),
            ("共１２,７０２人", "12702", Some(1..7)),
            ("近17亿元", "17亿", Some(1..4)),
            ("1117人，17个村", "17", Some(6..8)),
            ("4G网络", "网络", Some(2..4)),
            ("低保", "x", None),
        ] {
            let query = Query::read(word);
            assert_eq!(query.words[0].find(name, &pinyin), expected, "{name} {word}");
        }
    }
}
