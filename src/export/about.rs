//! What is told of the rows that leave: where they come from and how they are to be read.

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::base::value_table::{Value, ValueTable};
use crate::i18n::catalog::words::SEMICOLON as BETWEEN;
use crate::i18n::catalog::{data as d, detail, export as m, words};
use crate::model::{Dataset, Observation};
use crate::words::{derivation, observation_name, period_text, publication_date};

/// When something left the page, and where to find it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imprint {
    /// The day, as `2026-11-25`; empty where unknown.
    pub made: String,
    /// The link to what was on screen; empty where the page has no address that others could open.
    pub link: String,
}

/// What the rows that leave are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What the file is called within itself.
    pub title: String,
    /// What the rows come to, in a sentence.
    pub sentence: String,
    /// What is filtered, a condition each; empty where nothing is.
    pub filters: Vec<String>,
    /// How the rows are ordered, in words.
    pub order: String,
    /// The licence of the data, by its name; empty where unknown.
    pub licence: String,
    /// When and where.
    pub imprint: Imprint,
    /// Language.
    pub lang: Lang,
}

/// The releases that rows come from, in the dataset's order, each with the number of rows.
#[must_use]
pub fn sources(data: &Dataset, rows: &[usize], lang: Lang) -> ValueTable {
    let mut table = ValueTable::new(
        m::SOURCES.get(lang),
        &[
            ("id", m::ID.get(lang)),
            ("title", m::TITLE.get(lang)),
            ("publisher", m::PUBLISHER.get(lang)),
            ("published", m::PUBLISHED.get(lang)),
            ("place", d::PLACE.get(lang)),
            ("figures", m::FIGURES.get(lang)),
            ("file", m::FILE.get(lang)),
            ("sha256", "SHA-256"),
            ("url", m::ADDRESS.get(lang)),
            ("note", d::NOTE.get(lang)),
        ],
    );
    for (source, count) in data.sources_of(rows.iter().copied()) {
        let place = source.place.map(|place| data.places[place].name.get(lang));
        let date = publication_date(source, lang);
        table.rows.push(vec![
            Value::text(source.id.as_str()),
            Value::text(source.title.get(lang)),
            Value::text(source.publisher.as_str()),
            Value::text(date.unwrap_or_default()),
            Value::text(place.unwrap_or_default()),
            Value::Number(count.into()),
            Value::text(source.file.as_str()),
            Value::text(source.sha256.as_str()),
            Value::text(source.url.as_str()),
            Value::text(source.note_in(lang)),
        ]);
    }
    table
}

/// The releases that rows come from, for programs: the same whatever the reader's language.
#[must_use]
pub fn program_sources(data: &Dataset, rows: &[usize]) -> ValueTable {
    let keys = [
        "id",
        "title_zh",
        "title_en",
        "publisher",
        "published",
        "place",
        "figures",
        "file",
        "sha256",
        "url",
        "kind",
        "inferred",
        "note",
    ];
    let mut table = ValueTable::new("sources", &keys.map(|key| (key, key)));
    for (source, count) in data.sources_of(rows.iter().copied()) {
        let place = source.place.map(|place| data.places[place].id.as_str());
        let date = source.published.map(|date| date.to_string());
        let inferred: Vec<&str> = source.inferred.iter().map(|word| word.id()).collect();
        let text = |text: &str| Value::text(text);
        table.rows.push(vec![
            text(&source.id),
            text(&source.title.zh),
            text(&source.title.en),
            text(&source.publisher),
            text(&date.unwrap_or_default()),
            text(place.unwrap_or_default()),
            Value::Number(count.into()),
            text(&source.file),
            text(&source.sha256),
            text(&source.url),
            text(source.kind.map_or("", |kind| kind.id())),
            text(&inferred.join(";")),
            text(&source.note),
        ]);
    }
    table
}

/// How the rows are to be read: what they are, and of published figures what the columns mean and the notes of single
/// ones.
#[must_use]
pub fn notes(about: &About, data: Option<&Dataset>, rows: &[usize]) -> ValueTable {
    let lang = about.lang;
    let columns = [("item", m::ITEM.get(lang)), ("note", d::NOTE.get(lang))];
    let mut table = ValueTable::new(m::NOTES.get(lang), &columns);
    let mut tell = |item: &str, note: &str| {
        if !note.is_empty() {
            table.rows.push(vec![Value::text(item), Value::text(note)]);
        }
    };
    tell(m::CONTENTS.get(lang), &about.sentence);
    let filters = match about.filters.as_slice() {
        [] => m::NO_FILTER.get(lang).to_owned(),
        filters => filters.join(BETWEEN.get(lang)),
    };
    tell(m::FILTER.get(lang), &filters);
    tell(m::ORDER.get(lang), &about.order);
    tell(m::MADE.get(lang), &about.imprint.made);
    tell(m::LINK.get(lang), &about.imprint.link);
    tell(m::LICENCE.get(lang), &about.licence);
    let Some(data) = data else { return table };
    let published = || rows.iter().filter_map(|&row| data.observations.at(row));
    if published().next().is_some() {
        tell(d::QUALIFIER.get(lang), m::ABOUT_QUALIFIER.get(lang));
        tell(m::LIMITS.get(lang), m::ABOUT_LIMITS.get(lang));
        tell(m::LOCATOR.get(lang), m::ABOUT_LOCATOR.get(lang));
        tell(m::SUMS.get(lang), m::ABOUT_SUMS.get(lang));
    }
    for o in published() {
        let note = o.note.get(lang);
        let derived = match o.is_derived() {
            false => String::new(),
            true => detail::DERIVED.fill(lang, &[("how", &derivation(data, o, lang))]),
        };
        let doubt = o.doubt.map_or("", |doubt| data.doubts[doubt].text.get(lang));
        let notes = [note, &derived, doubt];
        let notes: Vec<&str> = notes.into_iter().filter(|n| !n.is_empty()).collect();
        tell(&named(data, o, lang), &notes.join(BETWEEN.get(lang)));
    }
    table
}

/// A figure by what tells it from others: indicator, place, period.
fn named(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let parts = [
        observation_name(data, o, lang),
        data.places[o.place].name.get(lang).to_owned(),
        period_text(o, lang),
    ];
    parts.join(words::SEPARATOR.get(lang))
}
