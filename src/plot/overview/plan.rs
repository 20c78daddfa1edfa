//! The overview of a selection: of published figures their largest, and a card a topic.

use super::types::{CardPlan, Lead, OverviewPlan};
use super::{Card, any, cards, largest, strip};
use crate::base::lang::Lang;
use crate::column::{Role, Table};
use crate::i18n::catalog::sentence as m;
use crate::i18n::catalog::words::BESIDE;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::query::Engine;
use crate::state::{Action, View};
use crate::words::{figure, observation_name, span_of_sum};

/// The overview of what an engine selects.
#[must_use]
pub fn plan(engine: &mut Engine, rows: Rows<&Dataset>, lang: Lang) -> OverviewPlan {
    let Rows::Published(data) = rows else { return any::plan(engine, lang) };
    let table = engine.table().clone();
    let rows = engine.rows();
    let chart = largest(&table, data, rows, lang).map(|(plan, _)| plan);
    let cards: Vec<Card> = cards(&table, rows, lang);
    OverviewPlan {
        facts: Vec::new(),
        chart,
        by: m::BY_DOMAIN.get(lang).to_owned(),
        staged: table.by_role(Role::Stage).is_some(),
        cards: cards.iter().map(|c| card(&table, data, c, lang)).collect(),
    }
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
