//! The figure that answers a question, in words.

use serde::{Deserialize, Serialize};

use super::asked::{NAMED, observation};
use crate::base::lang::Lang;
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::words::{AT_PLACE, SEMICOLON, SEPARATOR};
use crate::model::{Dataset, Observation};
use crate::query::Scored;
use crate::words::{
    FigureText, breakdown_text, figure, full_name, listed, period_text, sentences, stage_amid,
};

/// The figure that answers a question, told whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerText {
    /// Where.
    pub place: String,
    /// The time it speaks of, and how far what it counts has come.
    pub time: String,
    /// What it counts.
    pub name: String,
    /// The figure with its qualifier.
    pub figure: FigureText,
    /// What must be known of it; may be empty.
    pub note: String,
    /// Title of the release.
    pub source: String,
    /// The number of its field's colour.
    pub hue: u8,
}

/// The figure of a row, told whole, with those that differ from it only in whom or what they count.
pub(super) fn answer(data: &Dataset, o: &Observation, rows: &[Scored], lang: Lang) -> AnswerText {
    let others = rows.iter().filter_map(|scored| observation(data, scored.row)).filter(|other| {
        other.id != o.id
            && other.indicator == o.indicator
            && other.place == o.place
            && other.role == o.role
            && other.stage == o.stage
            && other.part_of.is_none()
    });
    let told = |other: &Observation| {
        let name = breakdown_text(data, other, lang);
        let name = if name.is_empty() { full_name(data, other, lang) } else { name };
        AT_PLACE.fill(lang, &[("place", &name), ("name", &figure(data, other, lang).to_string())])
    };
    let others: Vec<String> = others.take(NAMED).map(told).collect();
    let others = match others.is_empty() {
        true => String::new(),
        false => m::ASKED_OTHERS.fill(lang, &[("list", &listed(&others, SEMICOLON, lang))]),
    };
    AnswerText {
        place: data.places[o.place].known_as().get(lang).to_owned(),
        time: listed([period_text(o, lang), stage_amid(data, o, lang)], SEPARATOR, lang),
        name: full_name(data, o, lang),
        figure: figure(data, o, lang),
        note: sentences(&[others, o.note.get(lang).to_owned()], lang),
        source: data.sources[o.source].title.get(lang).to_owned(),
        hue: data.domain(o).hue(),
    }
}
