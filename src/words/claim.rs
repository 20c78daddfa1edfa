//! What may be said of a figure: how far it has come, and how one that is not printed was worked out.

use super::{amid, figure, in_brackets, observation_name, period_text, told_of, vocabulary_word};
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

/// [`stage_word`] amid other words.
#[must_use]
pub fn stage_amid(data: &Dataset, o: &Observation, lang: Lang) -> String {
    amid(&stage_word(data, o, lang), lang)
}

/// The name of a figure and, where it is no plain fact, its role.
#[must_use]
pub fn full_name(data: &Dataset, o: &Observation, lang: Lang) -> String {
    with_role(o, observation_name(data, o, lang), lang)
}

/// A name with the role of a figure that is no plain fact.
#[must_use]
pub fn with_role(o: &Observation, name: String, lang: Lang) -> String {
    match role_word(o, lang) {
        Some(role) => in_brackets(&name, &amid(&role, lang), lang),
        None => name,
    }
}

/// The word of a role that is no plain fact: a target, a ceiling or a change. That a figure is a share its name says.
#[must_use]
pub fn role_word(o: &Observation, lang: Lang) -> Option<String> {
    let is_plain = matches!(o.role, Role::Actual | Role::Share);
    (!is_plain).then(|| vocabulary_word("role", o.role.id(), lang))
}

/// All that is heard of a figure where there is no room to write: its name, the figure, place, time, how far it has come,
/// and its project.
#[must_use]
pub fn told(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let (place, period) = (data.places[o.place].name.get(lang), period_text(o, lang));
    let project = o.project.map_or("", |project| data.projects[project].name.get(lang));
    let (text, stage) = (figure(data, o, lang).to_string(), stage_amid(data, o, lang));
    told_of(&full_name(data, o, lang), [&*text, place, &period, &stage, project], lang)
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
