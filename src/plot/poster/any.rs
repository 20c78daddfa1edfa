//! Blocks of a reader's own table: what the overview says of it.

use super::figures::written;
use super::{Draft, Drafted, draft as empty};
use crate::base::lang::Lang;
use crate::chart::{PosterBlock, PosterContent, PosterFigure};
use crate::i18n::catalog::poster as m;
use crate::plot::{Rows, overview, summary};
use crate::query::Engine;

/// Cards that become blocks.
const CARDS: usize = 8;

pub(super) fn draft(engine: &mut Engine, lang: Lang) -> Draft {
    let overview = overview::plan(engine, Rows::Plain, lang);
    let sentence = summary::plan(engine, Rows::Plain, lang).sentence;
    let mut draft = empty(m::TITLE_ROWS.get(lang).to_owned(), lang);
    draft.caption.clone_from(&sentence);
    draft.blocks.push(Drafted {
        block: PosterBlock {
            id: "lead".to_owned(),
            content: PosterContent::Words(sentence),
            ..PosterBlock::default()
        },
        name: m::LEAD.get(lang).to_owned(),
        on_demand: false,
    });
    let fact = |fact: overview::Fact| PosterFigure {
        number: fact.value.clone(),
        text: fact.value,
        name: fact.name,
        beside: fact.note,
        ..PosterFigure::default()
    };
    draft.blocks.push(Drafted {
        block: PosterBlock {
            id: "key".to_owned(),
            content: PosterContent::Key(overview.facts.into_iter().map(fact).collect()),
            ..PosterBlock::default()
        },
        name: m::KEY.get(lang).to_owned(),
        on_demand: false,
    });
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
