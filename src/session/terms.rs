//! What the values and rows of a table are found by besides their names: short names, codes, everyday words,
//! definitions, the words of the page's own vocabularies, and the figures as the page writes them.

use crate::base::lang::{Bilingual, Lang};
use crate::column::Table;
use crate::i18n::{self, Message, catalog::filter as m};
use crate::model::{Dataset, Id, Place};
use crate::plot::Rows;
use crate::query::{Also, Asking, Terms};
use crate::words::{breakdown_text, figure};

/// Whether a value of a column, by its id, is asked for.
type IsAsked = fn(&str) -> bool;

/// Which values of which column a question asks for by these words.
const ASKING: [(&str, IsAsked, Message); 6] = [
    ("stage", |id| id == "completed", m::ASKED_DONE),
    ("stage", |id| id == "in_progress", m::ASKED_UNDER_WAY),
    ("stage", |id| id == "planned", m::ASKED_PLANNED),
    ("kind", |id| id.starts_with("money"), m::ASKED_MONEY),
    ("kind", |id| matches!(id, "people" | "visits"), m::ASKED_PEOPLE),
    ("kind", |id| id == "households", m::ASKED_HOUSEHOLDS),
];

/// What a search of this table goes by.
pub(super) fn terms(rows: Rows<&Dataset>, table: &Table) -> Terms {
    let mut terms = Terms::default();
    for lang in Lang::ALL {
        terms.filler.extend(m::FILLER.get(lang).split(' ').map(str::to_owned));
        terms.alone.extend(m::FILLER_ALONE.get(lang).split(' ').map(str::to_owned));
        terms.relative.extend(m::RELATIVE.get(lang).split(',').map(str::to_owned));
        for (column, is_asked, words) in ASKING {
            let Some(category) = table.category(column) else { continue };
            let ids = category.dictionary.iter().map(|(_, entry)| &entry.id);
            let ids: Vec<String> = ids.filter(|id| is_asked(id)).cloned().collect();
            terms.asking.extend(words.get(lang).split(',').map(|word| Asking {
                word: word.to_owned(),
                column: column.to_owned(),
                ids: ids.clone(),
            }));
        }
    }
    for (column, category) in table.categories().filter(|(c, _)| i18n::column(&c.key).is_some()) {
        for (_, entry) in category.dictionary.iter() {
            if let Some(word) = i18n::word(&column.key, &entry.id) {
                let names = [word.zh.to_owned(), word.en.to_owned()];
                terms.of(&column.key, &entry.id).names.extend(names);
            }
        }
    }
    if let Rows::Published(data) = rows {
        published(data, &mut terms);
    }
    terms
}

/// What is known of figures that releases publish.
fn published(data: &Dataset, terms: &mut Terms) {
    for (_, place) in data.places.iter() {
        let also = terms.of("place", &place.id);
        also.names.extend(both(&place.name).chain(both(&place.short)).chain([place.code.clone()]));
        also.names.extend(everyday(data, &place.id));
    }
    for (_, domain) in data.domains.iter() {
        terms.of("domain", &domain.id).names.extend(everyday(data, &domain.id));
    }
    for (_, indicator) in data.indicators.iter() {
        let domain = &data.domains[indicator.domain];
        let also = terms.of("indicator", &indicator.id);
        also.names.extend(everyday(data, &indicator.id));
        also.about.extend(both(&indicator.question).filter(|question| !question.is_empty()));
        also.about.extend(both(&indicator.definition));
        also.within.extend(both(&domain.name).chain(everyday(data, &domain.id)));
    }
    for (_, project) in data.projects.iter() {
        let domain = &data.domains[project.domain];
        let also = terms.of("project", &project.id);
        also.within.extend(both(&domain.name).chain(everyday(data, &domain.id)));
        place_names(data, project.place, also);
    }
    let text = |lang, o| format!("{}\n{}", figure(data, o, lang), breakdown_text(data, o, lang));
    let rows =
        data.observations.iter().map(|(_, o)| Lang::ALL.map(|lang| text(lang, o)).join("\n"));
    terms.rows = rows.collect();
}

/// Names of a place and of every place around it.
fn place_names(data: &Dataset, place: Id<Place>, also: &mut Also) {
    let mut next = Some(place);
    // Places are a forest; a chain is no longer than there are places.
    for _ in 0..data.places.len() {
        let Some(place) = next.map(|id| &data.places[id]) else { return };
        also.within.extend(both(&place.name).chain(both(&place.short)));
        next = place.parent;
    }
}

fn both(text: &Bilingual) -> impl Iterator<Item = String> + use<> {
    [text.zh.clone(), text.en.clone()].into_iter()
}

fn everyday<'a>(data: &'a Dataset, id: &'a str) -> impl Iterator<Item = String> + 'a {
    data.synonyms.iter().filter(move |synonym| synonym.target == id).map(|s| s.word.clone())
}
