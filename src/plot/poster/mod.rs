//! The poster of a selection: which blocks it can have, which of them it has, and what each says.

mod any;
mod figures;
mod published;

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::chart::{Paper, PosterBlock, PosterContent, PosterSpec};
use crate::i18n::Message;
use crate::i18n::catalog::poster as m;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::query::Engine;
use crate::state::{PosterFormat, PosterOptions};

/// What a poster shows, and what else it could.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterPlan {
    /// The poster, its link left out.
    pub spec: PosterSpec,
    /// Every block there is: those of the poster in its order, then the others.
    pub offers: Vec<BlockOffer>,
    /// The title it has where the reader gives none.
    pub usual_title: String,
}

/// A block that the poster can have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockOffer {
    /// Its id.
    pub id: String,
    /// The title it has by itself.
    pub usual: String,
    /// The title it has.
    pub title: String,
    /// Whether the poster has it.
    pub is_shown: bool,
}

/// What is known of a selection before anything is chosen.
struct Draft {
    title: String,
    /// What the selection comes to, in sentences.
    caption: String,
    kicker: String,
    blocks: Vec<Drafted>,
    sources: Vec<String>,
    link_name: String,
}

/// A block with what it is called in the list of blocks.
struct Drafted {
    block: PosterBlock,
    /// The title where the poster sets none over it.
    name: String,
    /// Whether it is left to the reader: not there by itself.
    on_demand: bool,
}

impl Drafted {
    fn new(block: PosterBlock) -> Self {
        Self { name: block.title.clone(), block, on_demand: false }
    }

    /// A block over which the poster sets no title.
    fn untitled(id: &str, name: Message, content: PosterContent, lang: Lang) -> Self {
        let block = PosterBlock { id: id.to_owned(), content, ..PosterBlock::default() };
        Self { block, name: name.get(lang).to_owned(), on_demand: false }
    }
}

/// The paper of a format.
#[must_use]
pub const fn paper(format: PosterFormat) -> Paper {
    match format {
        PosterFormat::Long => Paper::Long,
        PosterFormat::Page => Paper::Page,
        PosterFormat::Slide => Paper::Slide,
    }
}

/// The poster of what an engine selects.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &PosterOptions,
    lang: Lang,
) -> PosterPlan {
    let draft = match rows {
        Rows::Published(data) => published::draft(engine, data, options.format, lang),
        Rows::Plain => any::draft(engine, lang),
    };
    choose(draft, options)
}

/// Takes what the reader chose of what there is.
fn choose(draft: Draft, options: &PosterOptions) -> PosterPlan {
    let Draft { title, caption, kicker, blocks, sources, link_name } = draft;
    let is_known = |id: &String| blocks.iter().any(|drafted| drafted.block.id == *id);
    let chosen: Vec<&String> = options.blocks.iter().filter(|id| is_known(id)).collect();
    let is_automatic = chosen.is_empty();
    let mut ordered: Vec<(bool, &Drafted)> = Vec::with_capacity(blocks.len());
    for id in &chosen {
        let found = blocks.iter().find(|drafted| drafted.block.id == **id);
        let is_new = ordered.iter().all(|(_, drafted)| drafted.block.id != **id);
        ordered.extend(found.filter(|_| is_new).map(|drafted| (true, drafted)));
    }
    for drafted in &blocks {
        if !chosen.contains(&&drafted.block.id) {
            ordered.push((is_automatic && !drafted.on_demand, drafted));
        }
    }
    let mut plan = PosterPlan { usual_title: title.clone(), ..PosterPlan::default() };
    for (is_shown, drafted) in ordered {
        let own = options.names.get(&drafted.block.id);
        let title = own.unwrap_or(&drafted.name).clone();
        plan.offers.push(BlockOffer {
            id: drafted.block.id.clone(),
            usual: drafted.name.clone(),
            title,
            is_shown,
        });
        if is_shown {
            let mut block = drafted.block.clone();
            if let Some(own) = own {
                block.title.clone_from(own);
            }
            plan.spec.blocks.push(block);
        }
    }
    plan.spec.paper = paper(options.format);
    plan.spec.title = if options.title.is_empty() { title } else { options.title.clone() };
    plan.spec.caption = caption;
    plan.spec.kicker = kicker;
    plan.spec.sources = sources;
    plan.spec.link_name = link_name;
    plan
}

fn draft(title: String, caption: String, lang: Lang) -> Draft {
    Draft {
        title,
        caption,
        kicker: m::KICKER.get(lang).to_owned(),
        blocks: Vec::new(),
        sources: Vec::new(),
        link_name: m::LINK_NAME.get(lang).to_owned(),
    }
}
