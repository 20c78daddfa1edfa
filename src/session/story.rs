//! Guided tours through the releases.

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use crate::base::lang::Lang;
use crate::i18n::catalog::words::SEPARATOR;
use crate::words::{figure, observation_name, period_text};

/// What is there to tell about a release?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Id of the release; empty for the first that has a tour.
    pub story: String,
    /// Language.
    pub lang: Lang,
}

/// A guided tour, and which others there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryPlan {
    /// Id of the release.
    pub id: String,
    /// Id and title of every release that has a tour.
    pub stories: Vec<(String, String)>,
    /// The steps; none where this release has no tour.
    pub steps: Vec<StoryStep>,
}

/// A step of a guided tour.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryStep {
    /// What is said.
    pub text: String,
    /// What is shown: the part of a link after `#`.
    pub link: String,
    /// Key of the row it is about.
    pub key: String,
    /// What that row measures, and when.
    pub name: String,
    /// The row's figure.
    pub figure: String,
}

impl StoryStep {
    /// What is said: before its figure, the figure, and what follows. Where the words tell it otherwise, all is before.
    #[must_use]
    pub fn parts(&self) -> [&str; 3] {
        // Words are typed with plain blanks, figures keep to their line.
        let figure = self.figure.replace('\u{a0}', " ");
        let at = self.text.find(&figure).filter(|_| !figure.is_empty());
        at.map_or([&self.text, "", ""], |at| {
            let (before, rest) = self.text.split_at(at);
            let (figure, after) = rest.split_at(figure.len());
            [before, figure, after]
        })
    }
}

impl Ask for Story {
    /// `None` where there are no tours.
    type Answer = Option<StoryPlan>;

    fn answer(&self, session: &mut Session) -> Self::Answer {
        let (data, lang) = (session.rows.as_ref().published()?, self.lang);
        let mut plan = StoryPlan { id: self.story.clone(), ..StoryPlan::default() };
        for step in &data.stories {
            let source = &data.sources[step.source];
            if plan.stories.iter().all(|(id, _)| *id != source.id) {
                plan.stories.push((source.id.clone(), source.title.get(lang).to_owned()));
            }
            if plan.id.is_empty() {
                plan.id.clone_from(&source.id);
            }
            if source.id != plan.id {
                continue;
            }
            let o = &data.observations[step.observation];
            let name = [observation_name(data, o, lang), period_text(o, lang)];
            plan.steps.push(StoryStep {
                text: step.text.get(lang).to_owned(),
                link: step.link.clone(),
                key: o.id.clone(),
                name: name.join(SEPARATOR.get(lang)),
                figure: figure(data, o, lang).to_string(),
            });
        }
        (!plan.stories.is_empty()).then_some(plan)
    }
}
