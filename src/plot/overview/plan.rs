//! What the overview shows of a selection.

use serde::{Deserialize, Serialize};

use super::{Card, Largest, any, cards, largest, strip};
use crate::base::lang::Lang;
use crate::chart::{Datum, ProgressSpec};
use crate::column::{Role, Table};
use crate::i18n::catalog::chart::SOURCES_BETWEEN;
use crate::i18n::catalog::words::BESIDE;
use crate::i18n::catalog::{data as d, sentence as m};
use crate::model::Dataset;
use crate::plot::chart::{Headings, Listing, Plan};
use crate::query::Engine;
use crate::state::{Action, Options, View};
use crate::words::{FigureText, figure, observation_name, span_of_sum};

/// The overview.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverviewPlan {
    /// What the selection comes to, of any table; of published figures its sentence says it.
    pub facts: Vec<Fact>,
    /// The one chart.
    pub chart: Option<Plan>,
    /// What the cards are by; empty where there are none.
    pub by: String,
    /// Whether the cards show stages, whose fills need telling.
    pub staged: bool,
    /// A card a topic.
    pub cards: Vec<CardPlan>,
}

/// One thing a selection comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What.
    pub name: String,
    /// How much.
    pub value: String,
    /// What else there is to say of it; may be empty.
    pub note: String,
}

/// What a card of one topic shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardPlan {
    /// Id of the topic.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its hue.
    pub hue: u8,
    /// Whether the topic is one of the explorer's own fields, which have a sign each.
    pub signed: bool,
    /// How many rows it has, in words: what leads to all of them.
    pub count: String,
    /// What shows all of them, to be taken together.
    pub all: Vec<Action>,
    /// What leads it.
    pub leads: Vec<Lead>,
    /// Its stages, or its share of the rows.
    pub strip: Option<ProgressSpec>,
    /// What opening a part of the strip does, by the part's id.
    pub parts: Vec<Option<Action>>,
}

/// A figure that leads a card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Key of the row it opens; `None` where it stands for many.
    pub key: Option<String>,
    /// The figure.
    pub figure: FigureText,
    /// What it is.
    pub name: String,
    /// Where and when.
    pub beside: String,
}

/// The overview of what an engine selects.
#[must_use]
pub fn plan(engine: &mut Engine, data: &Dataset, options: &Options, lang: Lang) -> OverviewPlan {
    if data.observations.is_empty() {
        return any::plan(engine, options, lang);
    }
    let table = engine.table().clone();
    let rows = engine.rows();
    let chart = largest(&table, data, rows, lang).map(|found| figures(&table, data, found, lang));
    let cards: Vec<Card> = cards(&table, rows, lang);
    OverviewPlan {
        facts: Vec::new(),
        chart,
        by: m::BY_DOMAIN.get(lang).to_owned(),
        staged: table.by_role(Role::Stage).is_some(),
        cards: cards.iter().map(|c| card(&table, data, c, lang)).collect(),
    }
}

/// The chart of the largest figures, each of which opens its detail.
fn figures(table: &Table, data: &Dataset, largest: Largest, lang: Lang) -> Plan {
    let Largest { chart: mut spec, apart } = largest;
    let open = |datum: &Datum| {
        let key = table.key(datum.id as usize)?;
        Some(Action::Open(key.into_owned()))
    };
    let targets = spec.data.iter().map(open).collect();
    let name = |d: &Datum| spec.categories.get(d.category as usize).map_or("", |c| &c.name);
    let period = |d: &Datum| {
        let o = data.observations.at(d.id as usize);
        o.map(|o| span_of_sum(o, lang)).unwrap_or_default()
    };
    let row = |d: &Datum| vec![name(d).to_owned(), d.label.clone(), period(d)];
    let header = [d::INDICATOR, d::VALUE, d::TIME];
    let listing = Listing {
        header: header.iter().map(|name| name.get(lang).to_owned()).collect(),
        rows: spec.data.iter().map(row).collect(),
    };
    (0..).zip(&mut spec.data).for_each(|(id, datum)| datum.id = id);
    let title = std::mem::take(&mut spec.title);
    Plan {
        headings: Headings { title, ..Headings::default() },
        notes: largest_notes(&apart, lang),
        listing,
        targets,
        spec,
        ..Plan::default()
    }
}

/// What a reader must know of the largest sums: that they are not added up, and which stand apart.
#[must_use]
pub(in crate::plot) fn largest_notes(apart: &[String], lang: Lang) -> Vec<String> {
    let mut notes = vec![m::LARGEST_NOTE.get(lang).to_owned()];
    if !apart.is_empty() {
        let list = apart.join(SOURCES_BETWEEN.get(lang));
        notes.push(m::LARGEST_APART.fill(lang, &[("list", &list)]));
    }
    notes
}

fn card(table: &Table, data: &Dataset, card: &Card, lang: Lang) -> CardPlan {
    let key = |role| table.by_role(role).map(|c| c.key.clone()).unwrap_or_default();
    let (topic, stage) = (key(Role::Topic), key(Role::Stage));
    let lead = |&row: &usize| {
        let key = table.key(row)?.into_owned();
        let o = &data.observations[data.observations.find(&key)?];
        let place = data.places[o.place].name.get(lang);
        Some(Lead {
            key: Some(key),
            figure: figure(data, o, lang),
            name: observation_name(data, o, lang),
            beside: BESIDE.fill(lang, &[("a", place), ("b", &span_of_sum(o, lang))]),
        })
    };
    let stages = table.category(&stage);
    let part = |code: u32| {
        let id = stages?.dictionary.get(code)?.id.clone();
        Some(Action::Narrow(vec![(topic.clone(), card.id.clone()), (stage.clone(), id)]))
    };
    let last = card.stages.iter().map(|&(code, _)| code + 1).max().unwrap_or_default();
    CardPlan {
        id: card.id.clone(),
        name: card.name.clone(),
        hue: card.hue,
        signed: true,
        count: m::MORE_FIGURES.count(lang, card.count, &[]),
        all: vec![Action::Choose(topic.clone(), card.id.clone()), Action::Show(View::Table)],
        leads: card.leads.iter().filter_map(lead).collect(),
        strip: Some(strip(table, card, "card", lang)),
        parts: (0..last).map(part).collect(),
    }
}
