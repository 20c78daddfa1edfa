//! Headlines: what a place's release says to residents, each a sentence with one large figure and a picture of it.
//!
//! The figures are placeholders that are filled from their observations, so that no sentence can drift from what was
//! published: `{a}` is the figure of the headline's observation as it is told, with qualifier and unit, `{b}` that of its
//! second one, `{some-id}` that of any other observation; `{a:n}` is the same
//! without its unit: a sentence may say 89名 of a share of 89%. A qualifier is never dropped.

use serde::{Deserialize, Serialize};

use super::{Id, Observation, Picture, Place, Register};
use crate::base::lang::Bilingual;

/// What a placeholder ends with that asks for a figure without its unit.
const NUMBER: &str = ":n";

/// A sentence about a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Headline {
    /// The place.
    pub place: Id<Place>,
    /// Place in the order of the place's headlines, counted from 1; the first is one of those of all places.
    pub order: u32,
    /// The figure it is about.
    pub observation: Id<Observation>,
    /// A second figure, where the picture shows one or the sentence names it as `{b}`.
    pub with: Option<Id<Observation>>,
    /// What is drawn.
    pub picture: Picture,
    /// The sentence, with placeholders.
    pub text: Bilingual,
    /// What else is to be said, with placeholders; may be empty.
    pub more: Bilingual,
}

/// A piece of a headline's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// A figure.
    Figure {
        /// `a`, `b` or an observation's id.
        name: &'a str,
        /// Whether it stands without its unit; its qualifier stays.
        number: bool,
    },
}

/// The pieces of a text, in order. A brace that is not closed is a word.
#[must_use]
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, name, after)) = next(rest) {
        if !before.is_empty() {
            found.push(Part::Words(before));
        }
        let number = name.ends_with(NUMBER);
        found.push(Part::Figure { name: name.strip_suffix(NUMBER).unwrap_or(name), number });
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Part::Words(rest));
    }
    found
}

/// What stands before the first placeholder, its name, and what follows.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once('{')?;
    let (name, after) = after.split_once('}')?;
    Some((before, name, after))
}

impl Headline {
    /// The observation that a placeholder stands for, among those of the dataset.
    #[must_use]
    pub fn named(&self, figures: &Register<Observation>, name: &str) -> Option<Id<Observation>> {
        match name {
            "a" => Some(self.observation),
            "b" => self.with,
            id => figures.find(id),
        }
    }

    /// Every observation it speaks of, in both languages, each once: first its own.
    #[must_use]
    pub fn observations(&self, figures: &Register<Observation>) -> Vec<Id<Observation>> {
        let mut found = vec![self.observation];
        found.extend(self.with.filter(|with| *with != self.observation));
        for text in [&self.text.zh, &self.text.en, &self.more.zh, &self.more.en] {
            for part in parts(text) {
                let Part::Figure { name, .. } = part else { continue };
                found.extend(self.named(figures, name).filter(|id| !found.contains(id)));
            }
        }
        found
    }
}
