//! Guided tours through the releases.

use serde::{Deserialize, Serialize};

use super::Session;
use super::ask::Ask;
use crate::base::lang::Lang;
use crate::i18n::catalog::words::SEPARATOR;
use crate::plot::overview::{Picture, pictured};
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StoryPlan {
    /// Id of the release.
    pub id: String,
    /// Id and title of every release that has a tour.
    pub stories: Vec<(String, String)>,
    /// The steps; none where this release has no tour.
    pub steps: Vec<StoryStep>,
}

/// A step of a guided tour.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// The picture made for it; where there is none, the view that the link leads to shows it.
    pub picture: Option<Picture>,
    /// What must be known of it, and the release.
    pub notes: Vec<String>,
}

impl StoryStep {
    /// What is said: before its figure, the figure as far as the words have it, and what follows. Where they do not have
    /// its numeral, all is before.
    #[must_use]
    pub fn parts(&self) -> [&str; 3] {
        let Some((from, to)) = figure_within(&self.text, &self.figure) else {
            return [&self.text, "", ""];
        };
        [&self.text[..from], &self.text[from..to], &self.text[to..]]
    }
}

/// Where a text has a figure: its numeral, and what stands the same around it in both, no word cut.
fn figure_within(text: &str, figure: &str) -> Option<(usize, usize)> {
    // Words are typed with plain blanks, figures keep to their line.
    let figure = figure.replace('\u{a0}', " ");
    let is_numeral = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let digit = figure.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = figure.split_at(digit);
    let (numeral, after) = rest.split_at(rest.find(|c| !is_numeral(c)).unwrap_or(rest.len()));
    let is_whole = |&(at, _): &(usize, &str)| {
        let next = text[at + numeral.len()..].chars().next();
        !text[..at].ends_with(is_numeral) && !next.is_some_and(|c| c.is_ascii_digit())
    };
    let (at, _) = text.match_indices(numeral).find(is_whole)?;
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let mut from = at - same(&mut text[..at].chars().rev(), &mut before.chars().rev());
    let end = at + numeral.len();
    let mut to = end + same(&mut text[end..].chars(), &mut after.chars());
    let is_letter = |c: char| c.is_ascii_alphabetic();
    while text[..from].ends_with(is_letter) && text[from..at].starts_with(is_letter) {
        from += 1;
    }
    while text[to..].starts_with(is_letter) && text[end..to].ends_with(is_letter) {
        to -= 1;
    }
    from += text[from..at].len() - text[from..at].trim_start().len();
    to -= text[end..to].len() - text[end..to].trim_end().len();
    Some((from, to))
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
                picture: pictured(data, o, lang),
                notes: [o.note.get(lang), source.title.get(lang)]
                    .into_iter()
                    .filter(|note| !note.is_empty())
                    .map(str::to_owned)
                    .collect(),
            });
        }
        (!plan.stories.is_empty()).then_some(plan)
    }
}
