//! What may be said of a figure: how far it has come, and how one that is not printed was worked out.

use super::{figure, vocabulary_word};
use crate::base::lang::Lang;
use crate::i18n::catalog::data as d;
use crate::model::{Dataset, Observation, Role, Stage, formula_words};

/// The word for what a figure claims: a target, a limit, a change, or how far what it counts has come.
#[must_use]
pub fn claim(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let message = match o.role {
        Role::Target => d::TARGET,
        Role::Ceiling => d::CEILING,
        Role::Growth => d::GROWTH,
        Role::Actual | Role::Share => {
            let stage = stage_word(data, o, lang);
            return if stage.is_empty() { d::REPORTED.get(lang).to_owned() } else { stage };
        }
    };
    message.get(lang).to_owned()
}

/// The word for how far what a figure counts has come, as the page may say it; empty where there is none: a rate over
/// years gone by is no state of now, and a change is none at all.
#[must_use]
pub fn stage_word(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let stage = data.told_stage(o);
    let is_past = o.period.start.is_some() || o.role == Role::Growth;
    if stage == Stage::Standing && is_past {
        return String::new();
    }
    vocabulary_word("stage", stage.id(), lang)
}

/// How a derived figure was worked out: its formula with the published figures in place of their ids, `24个 + 5个`.
/// Empty for a printed figure.
#[must_use]
pub fn derivation(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let mut text = String::with_capacity(o.derived.len());
    let mut rest = o.derived.as_str();
    for word in formula_words(&o.derived) {
        // Every word is a part of the formula, in its order.
        let Some((before, after)) = rest.split_once(word) else { break };
        text += before;
        match data.observations.find(word) {
            Some(id) => text += &figure(data, &data.observations[id], lang).to_string(),
            None => text += word,
        }
        rest = after;
    }
    text += rest;
    text.replace('/', "÷").replace('*', "×")
}
