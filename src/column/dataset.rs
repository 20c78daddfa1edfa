//! A dataset of livelihood figures → one table, a row an observation.

use super::table::{Category, Column, Data, Figures, Periods, Role, Table};
use super::{Bitmap, Dictionary, Entry};
use crate::base::lang::Bilingual;
use crate::base::order::Order;
use crate::model::{self, Dataset, Id, Observation, Record, Register, Span};

/// Kinds of unit whose figures are levels, rates or shares: adding them up says nothing.
fn adds_up(kind: &str) -> bool {
    let level = matches!(kind, "share" | "ratio" | "percentage_point" | "age");
    !(level || kind.contains("_per_") || kind.starts_with("duration"))
}

/// Builds the table. Row `n` is observation `n` of the dataset.
#[must_use]
pub fn from_dataset(data: &Dataset) -> Table {
    let len = data.observations.len();
    let observations = || data.observations.iter().map(|(_, o)| o);
    let category =
        |key: &str, role, dictionary: Dictionary, code: &dyn Fn(&Observation) -> Option<String>| {
            let codes = observations()
                .map(|o| code(o).and_then(|id| dictionary.code(&id)).unwrap_or(Category::NONE))
                .collect();
            let data = Data::Category(Category { codes, dictionary });
            Column { key: key.into(), name: Bilingual::default(), role, data }
        };
    let kind = |o: &Observation| data.units[o.unit].kind.clone();
    let domain = |o: &Observation| &data.domains[data.indicators[o.indicator].domain];

    let columns = vec![
        category("place", Role::Area, places(data), &|o| Some(data.places[o.place].id.clone())),
        category("domain", Role::Topic, domains(data), &|o| Some(domain(o).id.clone())),
        category("stage", Role::Stage, words(model::Stage::ALL, |w| w.id()), &|o| {
            Some(o.stage.id().into())
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
        category("project", Role::Category, projects(data), &|o| {
            o.project.map(|p| data.projects[p].id.clone())
        }),
        category("indicator", Role::Series, indicators(data), &|o| {
            Some(data.indicators[o.indicator].id.clone())
        }),
        column("time", Role::Time, Data::Time(periods(data))),
        column("value", Role::Measure, Data::Measure(figures(data))),
    ];
    Table {
        len,
        columns,
        keys: observations().map(|o| o.id.clone()).collect(),
        texts: observations().map(|o| text(data, o)).collect(),
    }
}

fn column(key: &str, role: Role, data: Data) -> Column {
    Column { key: key.into(), name: Bilingual::default(), role, data }
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
        let hue = Some(domain.order.saturating_sub(1));
        dictionary.intern(Entry { hue, ..entry(&domain.id, domain.name.clone()) });
    }
    dictionary
}

fn indicators(data: &Dataset) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for (_, indicator) in data.indicators.iter() {
        let hue = Some(data.domains[indicator.domain].order.saturating_sub(1));
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

fn periods(data: &Dataset) -> Periods {
    let period = |o: &Observation| o.period;
    let days = data.observations.iter().map(|(_, o)| period(o).days());
    let (first, last) = days.unzip();
    let spans: Vec<Span> = data.observations.iter().map(|(_, o)| o.period.span()).collect();
    let as_of = Bitmap::from_fn(spans.len(), |row| spans[row] == Span::AsOf);
    Periods { first, last, as_of }
}

fn figures(data: &Dataset) -> Figures {
    let all: Vec<&Observation> = data.observations.iter().map(|(_, o)| o).collect();
    Figures {
        exact: all
            .iter()
            .map(|o| o.base_value(&data.units[o.unit]).unwrap_or(o.quantity.value))
            .collect(),
        additive: Bitmap::from_fn(all.len(), |row| {
            let o = all[row];
            let is_fact = matches!(o.role, model::Role::Actual | model::Role::Share);
            is_fact && o.stage != model::Stage::Standing && adds_up(&data.units[o.unit].kind)
        }),
        part_of: all
            .iter()
            .map(|o| o.part_of.and_then(|w| u32::try_from(w.index()).ok()))
            .collect(),
    }
}

/// What free-text search reads of an observation.
fn text(data: &Dataset, o: &Observation) -> String {
    let names = [
        &data.indicators[o.indicator].name,
        &data.places[o.place].name,
        &data.domains[data.indicators[o.indicator].domain].name,
    ];
    let project = o.project.map(|p| &data.projects[p].name);
    let mut text = o.locator.printed.clone();
    for name in names.into_iter().chain(project) {
        text.push('\n');
        text.push_str(&name.zh);
        text.push('\n');
        text.push_str(&name.en);
    }
    text.to_ascii_lowercase()
}
