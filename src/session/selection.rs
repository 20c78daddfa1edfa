//! What a selection comes to, what stands in its place where it is empty, and where its figures come from.

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use crate::base::lang::Lang;
use crate::i18n::catalog::detail as m;
use crate::plot::Rows;
use crate::plot::empty::{self, EmptyPlan};
use crate::plot::summary::{self, SummaryPlan};
use crate::query::Filter;
use crate::words::publication_date;

/// What does the selection come to?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// What is filtered.
    pub filter: Filter,
    /// Language of the sentence.
    pub lang: Lang,
}

impl Ask for Selection {
    type Answer = SummaryPlan;

    fn answer(&self, session: &mut Session) -> SummaryPlan {
        session.set_filter(&self.filter);
        summary::plan(&mut session.engine, session.rows.as_ref(), self.lang)
    }
}

/// Nothing meets the filter: what is there instead?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Empty {
    /// What is filtered.
    pub filter: Filter,
    /// Language.
    pub lang: Lang,
}

impl Ask for Empty {
    type Answer = EmptyPlan;

    fn answer(&self, session: &mut Session) -> EmptyPlan {
        session.set_filter(&self.filter);
        empty::plan(&mut session.engine, session.rows.as_ref(), &self.filter, self.lang)
    }
}

/// Which releases does the selection come from?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sources {
    /// What is filtered; `None` for every release there is.
    pub filter: Option<Filter>,
    /// Language.
    pub lang: Lang,
}

/// A release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Id, as filters write it.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who published it, in Chinese; may be empty.
    pub publisher: String,
    /// When, as a sentence says it; `None` where unknown.
    pub published: Option<String>,
    /// The day alone.
    pub date: Option<String>,
    /// What a reader must know of it; may be empty.
    pub note: String,
}

impl Ask for Sources {
    type Answer = Vec<Release>;

    fn answer(&self, session: &mut Session) -> Vec<Release> {
        let rows = self.filter.as_ref().map(|filter| session.under(filter).rows().clone());
        let Rows::Published(data) = &session.rows else { return Vec::new() };
        let release = |source: &crate::model::Source| {
            let date = publication_date(source, self.lang);
            let published = date.as_deref().map(|d| m::PUBLISHED.fill(self.lang, &[("date", d)]));
            Release {
                id: source.id.clone(),
                title: source.title.get(self.lang).to_owned(),
                publisher: source.publisher.clone(),
                published,
                date,
                note: source.note_in(self.lang).to_owned(),
            }
        };
        match rows {
            Some(rows) => {
                let used = data.sources_of(rows.iter());
                used.into_iter().map(|(source, _)| release(source)).collect()
            }
            None => data.sources.iter().map(|(_, source)| release(source)).collect(),
        }
    }
}
