//! A dataset of livelihood figures → one table, a row an observation.

use rust_decimal::prelude::ToPrimitive;

use super::table::{Category, Column, Data, Figures, Keys, Role, Table};
use super::{Bitmap, Codes, DaySpan, Dictionary, Entry, Numbers, Periods};
use crate::base::lang::Bilingual;
use crate::base::order::Order;
use crate::model::{self, Dataset, Id, Observation, Record, Register, Span};

/// Builds the table. Row `n` is observation `n` of the dataset.
#[must_use]
pub fn from_dataset(data: &Dataset) -> Table {
    let len = data.observations.len();
    let observations = || data.observations.iter().map(|(_, o)| o);
    let category =
        |key: &str, role, dictionary: Dictionary, code: &dyn Fn(&Observation) -> Option<String>| {
            let codes = observations().map(|o| dictionary.code(&code(o)?));
            let codes = Codes::pack(codes, dictionary.len());
            Column::new(key, role, Data::Category(Category { codes, dictionary }))
        };
    let kind = |o: &Observation| data.units[o.unit].kind.clone();

    let columns = vec![
        category("place", Role::Area, places(data), &|o| Some(data.places[o.place].id.clone()))
            .searched(),
        category("domain", Role::Topic, domains(data), &|o| Some(data.domain(o).id.clone()))
            .searched(),
        category("topic", Role::Category, topics(data), &|o| Some(data.topic(o)?.id().into())),
        category("stage", Role::Stage, words(model::Stage::ALL, |w| w.id()), &|o| {
            Some(data.told_stage(o).id().into())
        }),
        category("kind", Role::Kind, kinds(data), &|o| Some(kind(o))),
        category("source", Role::Category, named(&data.sources, |s| &s.title), &|o| {
            Some(data.sources[o.source].id.clone())
        }),
        category("qualifier", Role::Qualifier, words(model::Qualifier::ALL, |w| w.id()), &|o| {
            Some(o.quantity.qualifier.id().into())
        }),
        category("role", Role::Category, words(model::Role::ALL, |w| w.id()), &|o| {
            Some(o.role.id().into())
        }),
        category("origin", Role::Category, words(&["printed", "derived"], |w| w), &|o| {
            Some(if o.is_derived() { "derived" } else { "printed" }.into())
        }),
        category("doubt", Role::Category, words(&["doubtful"], |w| w), &|o| {
            o.doubt.map(|_| "doubtful".into())
        }),
        category("project", Role::Category, projects(data), &|o| {
            o.project.map(|p| data.projects[p].id.clone())
        })
        .searched(),
        category("indicator", Role::Series, indicators(data), &|o| {
            Some(data.indicators[o.indicator].id.clone())
        })
        .searched(),
        Column::new("time", Role::Time, Data::Time(periods(data))),
        Column::new("value", Role::Measure, Data::Measure(figures(data))),
        category("printed", Role::Text, printed(data), &|o| Some(o.locator.printed.clone()))
            .searched(),
    ];
    Table { len, columns, keys: Keys::Given(observations().map(|o| o.id.clone()).collect()) }
}

fn entry(id: &str, name: Bilingual) -> Entry {
    Entry { id: id.to_owned(), name, parent: None, hue: None }
}

fn words<T: Copy>(all: &[T], id: impl Fn(T) -> &'static str) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for &word in all {
        dictionary.intern(entry(id(word), Bilingual::default()));
    }
    dictionary
}

fn named<T: Record>(register: &Register<T>, name: impl Fn(&T) -> &Bilingual) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for (_, record) in register.iter() {
        dictionary.intern(entry(record.id(), name(record).clone()));
    }
    dictionary
}

fn link<T: Record>(
    dictionary: &mut Dictionary,
    register: &Register<T>,
    parent: impl Fn(&T) -> Option<Id<T>>,
) {
    for (_, record) in register.iter() {
        let codes = dictionary
            .code(record.id())
            .zip(parent(record).and_then(|p| dictionary.code(register[p].id())));
        if let Some((child, parent)) = codes {
            dictionary.set_parent(child, parent);
        }
    }
}

fn places(data: &Dataset) -> Dictionary {
    let mut dictionary = named(&data.places, |p| &p.name);
    link(&mut dictionary, &data.places, |p| p.parent);
    dictionary
}

fn projects(data: &Dataset) -> Dictionary {
    let mut dictionary = named(&data.projects, |p| &p.name);
    link(&mut dictionary, &data.projects, |p| p.parent);
    dictionary
}

fn domains(data: &Dataset) -> Dictionary {
    let mut sorted: Vec<_> = data.domains.iter().map(|(_, d)| d).collect();
    sorted.order_by_key(|d| d.order);
    let mut dictionary = Dictionary::default();
    for domain in sorted {
        let hue = Some(domain.hue());
        dictionary.intern(Entry { hue, ..entry(&domain.id, domain.name.clone()) });
    }
    dictionary
}

/// A topic has the hue of its main field.
fn topics(data: &Dataset) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for topic in model::Topic::ALL {
        let hue = data.domains.find(topic.domain()).map(|field| data.domains[field].hue());
        dictionary.intern(Entry { hue, ..entry(topic.id(), Bilingual::default()) });
    }
    dictionary
}

fn indicators(data: &Dataset) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for (_, indicator) in data.indicators.iter() {
        let hue = Some(data.domains[indicator.domain].hue());
        dictionary.intern(Entry { hue, ..entry(&indicator.id, indicator.name.clone()) });
    }
    dictionary
}

/// Kinds are named by their base unit where nothing better is known.
fn kinds(data: &Dataset) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for (_, unit) in data.units.iter() {
        dictionary.intern(entry(&unit.kind, data.units[unit.base].name.clone()));
    }
    dictionary
}

/// Figures as they are printed.
fn printed(data: &Dataset) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for (_, o) in data.observations.iter() {
        dictionary.intern(entry(&o.locator.printed, Bilingual::same(&o.locator.printed)));
    }
    dictionary
}

fn periods(data: &Dataset) -> Periods {
    let span = |o: &Observation| {
        let (first, last) = o.period.days();
        Some(DaySpan { first, last, as_of: o.period.span() == Span::AsOf })
    };
    let rows: Vec<_> = data.observations.iter().map(|(_, o)| span(o)).collect();
    Periods::new(&rows)
}

fn figures(data: &Dataset) -> Figures {
    let all: Vec<&Observation> = data.observations.iter().map(|(_, o)| o).collect();
    let value = |o: &Observation| o.base_value(&data.units[o.unit]).unwrap_or(o.quantity.value);
    Figures {
        values: Numbers::from_options(all.iter().map(|o| value(o).to_f64())),
        additive: Some(Bitmap::from_fn(all.len(), |row| data.is_additive(all[row]))),
        part_of: Some(
            all.iter().map(|o| o.part_of.and_then(|w| u32::try_from(w.index()).ok())).collect(),
        ),
    }
}
