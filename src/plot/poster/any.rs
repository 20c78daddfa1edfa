//! Blocks of a reader's own table: what the overview says of it.

use super::figures::written;
use super::{Draft, Drafted, draft as empty};
use crate::base::lang::Lang;
use crate::chart::{PosterBlock, PosterContent, PosterFigure};
use crate::i18n::catalog::poster as m;
use crate::plot::{overview, summary};
use crate::query::Engine;

/// Cards that become blocks.
const CARDS: usize = 8;

pub(super) fn draft(engine: &mut Engine, lang: Lang) -> Draft {
    let overview = overview::of_rows(engine, lang);
    let sentence = summary::sentence(engine, lang);
    let lead = PosterContent::Words(sentence.clone());
    let mut draft = empty(m::TITLE_ROWS.get(lang).to_owned(), sentence, lang);
    draft.blocks.push(Drafted::untitled("lead", m::LEAD, lead, lang));
    let fact = |fact: overview::Fact| PosterFigure {
        number: fact.value.clone(),
        text: fact.value,
        name: fact.name,
        beside: fact.note,
        ..PosterFigure::default()
    };
    let key = PosterContent::Key(overview.facts.into_iter().map(fact).collect());
    draft.blocks.push(Drafted::untitled("key", m::KEY, key, lang));
    if let Some(plan) = overview.chart {
        draft.blocks.push(Drafted::new(PosterBlock {
            id: "chart".to_owned(),
            title: if plan.headings.title.is_empty() {
                m::CHART.get(lang).to_owned()
            } else {
                plan.headings.title
            },
            note: plan.headings.subtitle,
            content: PosterContent::Chart(Box::new(plan.spec)),
            ..PosterBlock::default()
        }));
    }
    for card in overview.cards.into_iter().filter(|card| !card.leads.is_empty()).take(CARDS) {
        let line = |lead: overview::Lead| PosterFigure {
            name: lead.name,
            beside: lead.beside,
            ..written(&lead.figure)
        };
        draft.blocks.push(Drafted::new(PosterBlock {
            id: format!("topic-{}", card.id),
            title: card.name,
            note: card.count,
            hue: card.hue,
            content: PosterContent::Lines(card.leads.into_iter().map(line).collect()),
            ..PosterBlock::default()
        }));
    }
    draft
}
