//! The sentence above a chart that chooses what it shows and of where: 看 [城镇低保标准] 在 [各地].

use serde::{Deserialize, Serialize};

use super::types::Offer;
use crate::base::lang::Lang;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;

/// Stand for the two choices while the sentence is filled.
const MARKS: [&str; 2] = ["\u{1}", "\u{2}"];

/// The sentence: words, a choice, words, a choice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// What stands before, between and behind the choices.
    pub words: [String; 3],
    /// What the chart shows.
    pub subject: Choices,
    /// Where, or by what; without groups where there is no choice.
    pub within: Choices,
}

/// One choice of the sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    /// What is chosen, for those who do not see the sentence.
    pub name: String,
    /// What there is, under headings; an empty heading is none.
    pub groups: Vec<(String, Vec<Offer>)>,
    /// Where the one in force stands among all.
    pub chosen: usize,
}

impl Choices {
    /// A choice under the headings of `all`, each with what it is known by, of which `is_chosen` knows the one in force.
    pub(super) fn of(
        name: Message,
        all: Vec<(String, String, Offer)>,
        is_chosen: impl Fn(&str) -> bool,
        lang: Lang,
    ) -> Self {
        let chosen = all.iter().position(|(_, id, _)| is_chosen(id)).unwrap_or_default();
        let mut groups: Vec<(String, Vec<Offer>)> = Vec::new();
        for (heading, _, offer) in all {
            match groups.last_mut() {
                Some((own, offers)) if *own == heading => offers.push(offer),
                _ => groups.push((heading, vec![offer])),
            }
        }
        Self { name: name.get(lang).to_owned(), groups, chosen }
    }

    /// All there is to choose, in order.
    pub fn offers(&self) -> impl Iterator<Item = &Offer> {
        self.groups.iter().flat_map(|(_, offers)| offers)
    }
}

impl Sentence {
    /// A sentence of two choices; the second may be empty.
    pub(super) fn new(both: Message, subject: Choices, within: Choices, lang: Lang) -> Self {
        let message = if within.groups.is_empty() { m::SENTENCE } else { both };
        let filled = message.fill(lang, &[("a", MARKS[0]), ("b", MARKS[1])]);
        let mut words = filled.split(|c| c < '\u{3}').map(|part| part.trim().to_owned());
        let mut next = || words.next().unwrap_or_default();
        Self { words: [next(), next(), next()], subject, within }
    }
}
