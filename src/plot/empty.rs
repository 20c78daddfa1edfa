//! What stands where nothing meets the filter: what the releases do and do not report, and the nearest places to go.

use serde::{Deserialize, Serialize};

use super::Rows;
use super::chart::Offer;
use super::rail::places;
use super::tally::tally;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Role, Table};
use crate::i18n::catalog::empty as m;
use crate::i18n::catalog::filter::QUOTED;
use crate::i18n::catalog::words::{COMMA, LAST_AND, PARENTHESIS};
use crate::query::{Clause, Engine, Filter};
use crate::state::Action;
use crate::words::{amid, clause_text, column_name, enumerated, value_name};

/// The id of what a classification has no class for.
const REST: &str = "other";
/// The column of life topics.
const TOPIC: &str = "topic";
/// How many ways on are offered.
const WAYS: usize = 3;
/// How many topics are named of a place that reports others.
const TOPICS: usize = 3;

/// What an empty selection says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EmptyPlan {
    /// What is not reported, and what is.
    pub sentence: String,
    /// Where to go, the nearest first.
    pub ways: Vec<Way>,
}

/// A way to rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Way {
    /// Where it leads, and how many rows there are.
    pub text: String,
    /// What leads there, together one step.
    pub actions: Vec<Action>,
}

/// The filter that empties the selection, and what its words are made of.
struct Emptied<'a> {
    engine: &'a mut Engine,
    filter: &'a Filter,
    published: bool,
    /// Key of the area column where it is filtered by.
    area: Option<String>,
    lang: Lang,
}

/// Says what the filter finds nothing of. The engine has its filter again afterwards.
#[must_use]
pub fn plan<T>(engine: &mut Engine, rows: Rows<T>, filter: &Filter, lang: Lang) -> EmptyPlan {
    let area = engine.table().by_role(Role::Area).map(|c| c.key.clone());
    let area = area.filter(|key| matches!(filter.get(key), Some(Clause::AnyOf(_))));
    let mut emptied = Emptied { engine, filter, published: rows.are_published(), area, lang };
    let plan = EmptyPlan { sentence: emptied.sentence(), ways: emptied.ways() };
    emptied.engine.set_filter(filter);
    plan
}

/// Conditions without which a view has something to show, as ways on. The engine has its filter again afterwards.
#[must_use]
pub(super) fn lifting(
    engine: &mut Engine,
    lang: Lang,
    mut helps: impl FnMut(&mut Engine) -> bool,
) -> Vec<Offer> {
    let filter = engine.filter().clone();
    let mut offers = Vec::new();
    for (column, _) in filter.iter() {
        let mut wider = filter.clone();
        wider.clear(column);
        engine.set_filter(&wider);
        if helps(engine) {
            let label = without(engine.table(), column, lang);
            offers.push(Offer { label, actions: vec![Action::Lift(column.to_owned())] });
        }
    }
    engine.set_filter(&filter);
    offers
}

/// What is asked for without the condition on a column.
fn without(table: &Table, column: &str, lang: Lang) -> String {
    match table.column(column) {
        Some(known) if known.role == Role::Area => m::ALL_PLACES.get(lang).to_owned(),
        Some(known) => m::ANY.fill(lang, &[("column", &amid(&column_name(known, lang), lang))]),
        None => m::ANY_WORDS.get(lang).to_owned(),
    }
}

impl Emptied<'_> {
    /// Every condition but that on the area, as one says it within a sentence.
    fn rest(&self, inside: bool) -> String {
        let table = self.engine.table();
        let others = self.filter.iter().filter(|(key, _)| self.area.as_deref() != Some(*key));
        let said = |(key, clause): (&str, &Clause)| {
            let text = clause_text(table, key, clause, self.lang);
            // What is left over of a classification is no word of its own, nor is, in Chinese, what people come for: 上学.
            let is_rest = matches!(clause, Clause::AnyOf(values) if values.contains(REST));
            if is_rest || key == TOPIC && self.lang == Lang::Zh {
                return QUOTED.fill(self.lang, &[("text", &text)]);
            }
            if inside && is_common_noun(table, key) { amid(&text, self.lang) } else { text }
        };
        others.map(said).collect::<Vec<_>>().join(COMMA.get(self.lang))
    }

    /// The areas asked for.
    fn places(&self) -> String {
        let clause = self.area.as_deref().and_then(|key| Some((key, self.filter.get(key)?)));
        clause.map_or_else(String::new, |(key, clause)| {
            clause_text(self.engine.table(), key, clause, self.lang)
        })
    }

    /// The filter with only the clause on the area.
    fn area_alone(&self) -> Filter {
        let mut alone = Filter::default();
        if let Some((key, clause)) =
            self.area.as_deref().and_then(|key| Some((key, self.filter.get(key)?.clone())))
        {
            alone.set(key, clause);
        }
        alone
    }

    fn sentence(&mut self) -> String {
        let (rest, places) = (self.rest(true), self.places());
        let values = [("rest", rest.as_str()), ("places", places.as_str())];
        if rest.is_empty() {
            return m::NO_PLACE.fill(self.lang, &values);
        }
        if places.is_empty() {
            let message = if self.published { m::NOWHERE } else { m::NO_ROW };
            return message.fill(self.lang, &values);
        }
        let alone = self.area_alone();
        self.engine.set_filter(&alone);
        let (n, (topics, are_all)) = (self.engine.matching(), self.topics());
        if n == 0 || topics.is_empty() {
            return m::NOT_THERE.fill(self.lang, &values);
        }
        let message = match (self.published, are_all) {
            (true, true) => m::NOT_THERE_ALL,
            (true, false) => m::NOT_THERE_BUT,
            (false, _) => m::NOT_THERE_BUT_ROWS,
        };
        message.count(self.lang, n, &[values[0], values[1], ("topics", &topics)])
    }

    /// The topics that most rows in force have, and whether there are no others.
    fn topics(&mut self) -> (String, bool) {
        let table = self.engine.table().clone();
        let Some(column) = table.by_role(Role::Topic) else { return Default::default() };
        let Some(category) = table.category(&column.key) else { return Default::default() };
        let counts = tally(self.engine, &column.key);
        let mut topics: Vec<(u32, u32)> = (0..).zip(counts).filter(|(_, n)| *n > 0).collect();
        topics.order_by_key(|&(_, n)| std::cmp::Reverse(n));
        let name = |&(code, _): &(u32, u32)| {
            let id = &category.dictionary.get(code)?.id;
            Some(amid(&value_name(&table, &column.key, id, self.lang), self.lang))
        };
        let names: Vec<String> = topics.iter().take(TOPICS).filter_map(name).collect();
        (enumerated(&names, LAST_AND, self.lang), topics.len() <= TOPICS)
    }

    fn ways(&mut self) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        let lifts = self.lifts();
        let area = self.area.clone();
        let elsewhere = area.as_deref().map(|key| self.elsewhere(key)).unwrap_or_default();
        if let (Some(key), Some((id, n))) = (area.as_deref(), elsewhere.first()) {
            let place = value_name(self.engine.table(), key, id, self.lang);
            let rest = self.rest(false);
            let text = m::ELSEWHERE.fill(self.lang, &[("place", &place), ("rest", &rest)]);
            ways.push(self.way(&text, *n, vec![Action::Choose(key.to_owned(), id.clone())]));
        }
        if area.is_some() {
            ways.extend(self.whole_place());
        }
        for (column, n) in lifts {
            let is_area = area.as_ref() == Some(&column);
            let is_said = match is_area {
                true => elsewhere.len() == 1,
                // The whole of the place is what is left without the one other condition.
                false => area.is_some() && self.filter.iter().count() == 2,
            };
            if !is_said {
                let text = without(self.engine.table(), &column, self.lang);
                ways.push(self.way(&text, n, vec![Action::Lift(column)]));
            }
        }
        ways.truncate(WAYS);
        ways
    }

    /// Conditions without which there are rows, and how many; most first.
    fn lifts(&mut self) -> Vec<(String, usize)> {
        self.engine.set_filter(self.filter);
        self.engine.lifts()
    }

    /// The other areas of which there are rows under the other conditions, most first.
    fn elsewhere(&mut self, area: &str) -> Vec<(String, usize)> {
        self.engine.set_filter(self.filter);
        let table = self.engine.table().clone();
        let Some(category) = table.category(area) else { return Vec::new() };
        let ids = places(&table);
        let count = |(code, count): (u32, usize)| {
            let id = &category.dictionary.get(code)?.id;
            (count > 0 && ids.contains(id)).then(|| (id.clone(), count))
        };
        let counts = self.engine.facet(area);
        let mut found: Vec<(String, usize)> =
            counts.into_iter().filter_map(|c| count((c.code, c.count))).collect();
        found.order_by_key(|&(_, n)| std::cmp::Reverse(n));
        found
    }

    /// All that there is of the places asked for.
    fn whole_place(&mut self) -> Option<Way> {
        let alone = self.area_alone();
        self.engine.set_filter(&alone);
        let n = self.engine.matching();
        let text = m::WHOLE.fill(self.lang, &[("places", &self.places())]);
        let others = self.filter.iter().filter(|(key, _)| self.area.as_deref() != Some(*key));
        let actions: Vec<Action> = others.map(|(key, _)| Action::Lift(key.to_owned())).collect();
        (n > 0 && !actions.is_empty()).then(|| self.way(&text, n, actions))
    }

    fn way(&self, text: &str, n: usize, actions: Vec<Action>) -> Way {
        let count = if self.published { m::FIGURES } else { m::ROWS };
        let count = count.count(self.lang, n, &[]);
        Way { text: PARENTHESIS.fill(self.lang, &[("a", text), ("b", &count)]), actions }
    }
}

/// Whether the values of a column are common nouns, which English writes small within a sentence.
fn is_common_noun(table: &Table, key: &str) -> bool {
    let role = table.column(key).map(|column| column.role);
    matches!(role, Some(Role::Topic | Role::Stage)) || key == TOPIC
}
