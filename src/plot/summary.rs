//! What a selection comes to, in a sentence.

use serde::{Deserialize, Serialize};

use super::rail::count_words;
use super::tally::tally;
use crate::base::date::civil;
use crate::base::lang::Lang;
use crate::column::{Role, Table};
use crate::i18n::catalog::sentence as m;
use crate::i18n::catalog::words::{COMMA, SEPARATOR};
use crate::model::Dataset;
use crate::query::Engine;
use crate::words::{column_name, entry_name, summarize, summary_sentence};

/// How many values a sentence names.
const NAMED: usize = 3;

/// The selection in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryPlan {
    /// Rows under every filter.
    pub matching: usize,
    /// Rows of the table.
    pub total: usize,
    /// What they come to.
    pub sentence: String,
    /// How many match, in words.
    pub count: String,
}

/// Sums the selection up.
#[must_use]
pub fn plan(engine: &mut Engine, data: &Dataset, lang: Lang) -> SummaryPlan {
    let table = engine.table().clone();
    let matching = engine.matching();
    let published = !data.observations.is_empty();
    let sentence = if published {
        let summary = summarize(&table, engine.rows());
        summary_sentence(data, &table, &summary, lang)
    } else {
        sentence(engine, &table, matching, lang)
    };
    let count = count_words(matching, published, lang);
    SummaryPlan { matching, total: table.len, sentence, count }
}

/// Rows, areas, topics and years of any table.
fn sentence(engine: &mut Engine, table: &Table, matching: usize, lang: Lang) -> String {
    if matching == 0 {
        return m::NO_ROWS.get(lang).to_owned();
    }
    let roles = [Role::Area, Role::Topic, Role::Series];
    let mut parts: Vec<String> =
        roles.into_iter().filter_map(|role| values(engine, table, role, lang)).collect();
    parts.extend(years(engine, table, lang));
    if parts.is_empty() {
        return m::ROWS.count(lang, matching, &[]);
    }
    m::ROWS_OF.count(lang, matching, &[("list", &parts.join(SEPARATOR.get(lang)))])
}

/// A few values by their names, many by their number.
fn values(engine: &mut Engine, table: &Table, role: Role, lang: Lang) -> Option<String> {
    let column = table.by_role(role)?;
    let category = table.category(&column.key)?;
    let tally = tally(engine, &column.key);
    let present = || (0..).zip(&tally).filter(|(_, n)| **n > 0).map(|(code, _)| code);
    let name = column_name(column, lang);
    let count = present().count();
    if count == 0 {
        return None;
    }
    if count > NAMED {
        return Some(m::VALUES_MANY.count(lang, count, &[("column", &name)]));
    }
    let entries = present().filter_map(|code| category.dictionary.get(code));
    let names: Vec<String> = entries.map(|e| entry_name(&column.key, e, lang)).collect();
    let list = names.join(COMMA.get(lang));
    Some(m::VALUES_FEW.fill(lang, &[("column", &name), ("list", &list)]))
}

/// First and last year that rows speak of.
fn years(engine: &mut Engine, table: &Table, lang: Lang) -> Option<String> {
    let column = table.by_role(Role::Time)?;
    let spans = table.time()?.spans();
    let tally = tally(engine, &column.key);
    let present = || spans.iter().zip(&tally).filter(|(_, n)| **n > 0).map(|(span, _)| span);
    let from = civil(present().map(|span| span.first).min()?).0.to_string();
    let to = civil(present().map(|span| span.last).max()?).0.to_string();
    Some(if from == to {
        m::SPAN_ONE.fill(lang, &[("year", &to)])
    } else {
        m::SPAN_MANY.fill(lang, &[("from", &from), ("to", &to)])
    })
}
