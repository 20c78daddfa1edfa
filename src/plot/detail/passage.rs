//! The place in a release's text where a figure is printed, found in the text that a reader has at hand: releases are not
//! carried here.

use crate::base::fold::fold_placed;

/// So many characters are shown before and after the figure at most.
const AROUND: usize = 28;

/// A figure as it is printed, with a few words around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The words before; begins with … where the text goes on.
    pub before: String,
    /// The figure as this text has it.
    pub phrase: String,
    /// The words after; ends with … where the text goes on.
    pub after: String,
    /// How often the text has it.
    pub times: usize,
}

/// Finds what is printed in a text, whatever the width of its digits, its blanks, line breaks and quotation marks. Where the
/// text has it several times, the one nearest to where the release is known to have it, counted in characters. A number is
/// not found within a longer one.
#[must_use]
pub fn passage(text: &str, printed: &str, near: usize) -> Option<Passage> {
    let (folded, places) = without_blanks(text);
    let (phrase, _) = without_blanks(printed);
    if phrase.is_empty() {
        return None;
    }
    let is_whole = |at: &usize| {
        let is_number = |at: Option<usize>| {
            at.and_then(|at| folded.get(at)).is_some_and(|c| c.is_ascii_digit() || *c == '.')
        };
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        let end = at + phrase.len();
        // A full stop of a sentence is no decimal point.
        let goes_on = |at: usize| {
            folded.get(at).is_some_and(char::is_ascii_digit)
                || (folded.get(at) == Some(&'.') && digit(folded.get(at + 1)))
        };
        let is_within = (digit(phrase.first()) && is_number(at.checked_sub(1)))
            || (digit(phrase.last()) && goes_on(end));
        !is_within
    };
    let windows = folded.windows(phrase.len()).enumerate();
    let found: Vec<usize> = windows
        .filter(|(_, window)| *window == phrase)
        .map(|(at, _)| at)
        .filter(is_whole)
        .collect();
    let at = *found.iter().min_by_key(|at| places.get(**at).map_or(0, |p| p.abs_diff(near)))?;
    let (first, last) = (*places.get(at)?, *places.get(at + phrase.len() - 1)?);
    let chars: Vec<char> = text.chars().collect();
    let (from, to) = (first.saturating_sub(AROUND), (last + 1 + AROUND).min(chars.len()));
    let words = |range: &[char]| -> String { one_line(&range.iter().collect::<String>()) };
    let before = words(chars.get(from..first)?);
    let after = words(chars.get(last + 1..to)?);
    Some(Passage {
        before: if from > 0 { format!("…{}", before.trim_start()) } else { before },
        phrase: words(chars.get(first..=last)?),
        after: if to < chars.len() { format!("{}…", after.trim_end()) } else { after },
        times: found.len(),
    })
}

/// The characters of a text in one form, without blanks, and the place in the text that each came from.
fn without_blanks(text: &str) -> (Vec<char>, Vec<usize>) {
    let (folded, places) = fold_placed(text);
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let plain = |c: char| if c == '\'' { '"' } else { c };
    let kept = folded.into_iter().zip(places).filter(|(c, _)| !is_blank(*c));
    kept.map(|(c, place)| (plain(c), place)).unzip()
}

/// Line breaks and runs of blanks as one blank.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if !c.is_whitespace() => line.push(c),
            _ if line.ends_with(' ') => {}
            _ => line.push(' '),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, printed: &str, near: usize) -> Option<String> {
        let passage = passage(text, printed, near)?;
        let Passage { before, phrase, after, .. } = passage;
        Some(format!("{before}[{phrase}]{after}"))
    }

    #[test]
    fn a_figure_is_found_however_its_text_is_typed() {
        for text in [
            "共 12702 人。",
            "共12,702人。",
            "共１２７０２人。",
            "共12\n702 人。",
            "共 12，702人。",
        ] {
            assert!(told(text, "12702人", 0).is_some(), "{text}");
        }
        for printed in ["‘示范’园3所", "\"示范\"园3所", "“示范”园３所"] {
            assert_eq!(told("称为“示范”园 3 所", printed, 0).unwrap(), "称为[“示范”园 3 所]");
        }
    }

    #[test]
    fn a_number_is_not_found_within_a_longer_one() {
        assert_eq!(told("达到189%，其中9.89%", "89%", 0), None);
        assert_eq!(told("改造12.5公里", "12", 0), None);
        assert_eq!(told("共有12. 又有", "12", 0).unwrap(), "共有[12]. 又有");
    }

    #[test]
    fn of_several_places_the_one_where_the_release_has_it_is_shown() {
        let text = "甲占89%。乙占89%。丙占89%。";
        assert_eq!(told(text, "89%", 8).unwrap(), "甲占89%。乙占[89%]。丙占89%。");
        assert_eq!(passage(text, "89%", 8).unwrap().times, 3);
        assert_eq!(told(text, "90%", 8), None);
        assert_eq!(told(text, " ", 8), None);
    }

    #[test]
    fn a_few_words_stand_around_it_on_one_line() {
        let long = format!("{}\n\n  园幼儿 89% 。{}", "前".repeat(90), "后".repeat(90));
        let shown = told(&long, "89%", 0).unwrap();
        assert!(shown.starts_with("…前") && shown.ends_with("后…") && !shown.contains('\n'));
        assert!(shown.chars().count() < 2 * AROUND + 12, "{shown}");
    }
}
