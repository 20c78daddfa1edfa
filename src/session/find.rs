//! Instant search.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Session;
use super::question::{Ask, read};
use crate::base::lang::Lang;
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::query::{Hit, Index, Searchable};
use crate::words::{column_name, entry_name, figure, observation_name};

/// Results of each kind.
const LIMIT: usize = 6;

/// Which names and printed figures hold this?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Find {
    /// What a reader typed.
    pub text: String,
    /// Language of what tells the results apart.
    pub lang: Lang,
}

/// A result: what kind it is, its name with the match, and what tells it from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What was found.
    pub target: Searchable,
    /// What kind of thing it is.
    pub kind: String,
    /// Its name in the language of the match.
    pub name: String,
    /// That language.
    pub lang: Lang,
    /// The matched characters of the name.
    pub range: Range<usize>,
    /// What tells it from others; may be empty.
    pub beside: String,
}

impl Ask for Find {
    type Answer = Vec<Found>;

    fn answer(&self, session: &mut Session) -> Vec<Found> {
        if self.text.trim().is_empty() {
            return Vec::new();
        }
        let table = session.engine.table();
        let index = session.index.get_or_insert_with(|| Index::new(table));
        let hits = index.search(&self.text, LIMIT);
        hits.into_iter().map(|hit| found(session, hit, self.lang)).collect()
    }

    read!(Find);
}

fn found(session: &Session, hit: Hit, lang: Lang) -> Found {
    let (kind, beside) = match &hit.target {
        Searchable::Value { column, id } => value(session, column, id, &hit, lang),
        Searchable::Row(key) => {
            (m::FIGURES.get(lang).to_owned(), row(session, key, lang).unwrap_or_default())
        }
    };
    let name = hit.name.get(hit.lang).to_owned();
    Found { target: hit.target, kind, name, lang: hit.lang, range: hit.range, beside }
}

/// The column's name, and the value's where the match is in the other language.
fn value(session: &Session, column: &str, id: &str, hit: &Hit, lang: Lang) -> (String, String) {
    let kind = session.engine.table().column(column).map(|c| column_name(c, lang));
    let category = session.engine.table().category(column);
    let own = category.and_then(|c| c.dictionary.get(c.dictionary.code(id)?));
    let name = own.map(|e| entry_name(column, e, lang)).filter(|n| n != hit.name.get(hit.lang));
    (kind.unwrap_or_default(), name.unwrap_or_default())
}

/// What the row of a printed figure is about.
fn row(session: &Session, key: &str, lang: Lang) -> Option<String> {
    let data = &session.data;
    let o = &data.observations[data.observations.find(key)?];
    let place = data.places[o.place].name.get(lang);
    // A Chinese reader sees the figure as it is printed, which is what was found.
    let figure = (lang == Lang::En).then(|| figure(data, o, lang).to_string());
    let name = observation_name(data, o, lang);
    let parts = [figure.as_deref().unwrap_or_default(), &name, place];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(parts.join(SEPARATOR.get(lang)))
}
