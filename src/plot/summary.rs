//! What a selection comes to, in a sentence.

use serde::{Deserialize, Serialize};

use super::Rows;
use super::tally::tally;
use crate::base::date::civil;
use crate::base::lang::Lang;
use crate::column::{Role, Table};
use crate::model::Dataset;
use crate::query::Engine;
use crate::words::{
    ColumnTold, NAMED, column_name, entry_name, matching_text, rows_sentence, summarize,
    summary_line, summary_sentence,
};

/// The selection in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryPlan {
    /// Rows under every filter.
    pub matching: usize,
    /// Rows of the table.
    pub total: usize,
    /// What they are about, in one line.
    pub line: String,
    /// What they come to, at length.
    pub sentence: String,
    /// How many match, in words.
    pub count: String,
}

/// Sums the selection up.
#[must_use]
pub fn plan(engine: &mut Engine, rows: Rows<&Dataset>, lang: Lang) -> SummaryPlan {
    let table = engine.table().clone();
    let matching = engine.matching();
    let (line, sentence) = match rows {
        Rows::Published(data) => {
            let summary = summarize(data, &table, engine.rows());
            let line = summary_line(&table, &summary, lang);
            (line, summary_sentence(data, &table, &summary, lang))
        }
        Rows::Plain => {
            let sentence = sentence(engine, lang);
            (sentence.clone(), sentence)
        }
    };
    let count = matching_text(matching, rows.are_published(), lang);
    SummaryPlan { matching, total: table.len, line, sentence, count }
}

/// Rows, areas, topics and years of any table.
pub(super) fn sentence(engine: &mut Engine, lang: Lang) -> String {
    let (table, matching) = (engine.table().clone(), engine.matching());
    if matching == 0 {
        return rows_sentence(0, &[], None, lang);
    }
    let roles = [Role::Area, Role::Topic, Role::Series];
    let columns: Vec<ColumnTold> =
        roles.into_iter().filter_map(|role| values(engine, &table, role, lang)).collect();
    rows_sentence(matching, &columns, years(engine, &table), lang)
}

/// The values that rows have in the column of a role; `None` where there is no such column, or none has one.
fn values(engine: &mut Engine, table: &Table, role: Role, lang: Lang) -> Option<ColumnTold> {
    let column = table.by_role(role)?;
    let category = table.category(&column.key)?;
    let tally = tally(engine, &column.key);
    // A total among its parts is none of them; where there is nothing else, it counts.
    let codes: Vec<u32> =
        (0..).zip(&tally).filter(|(_, n)| **n > 0).map(|(code, _)| code).collect();
    let (totals, parts): (Vec<u32>, Vec<u32>) =
        codes.into_iter().partition(|&code| engine.is_total(&column.key, code));
    let codes = if parts.is_empty() { totals } else { parts };
    let present = || codes.iter().copied();
    let count = present().count();
    // Of many values only their number is said.
    let entries = present().take(NAMED).filter_map(|code| category.dictionary.get(code));
    let values = entries.map(|e| entry_name(&column.key, e, lang)).collect();
    (count > 0).then(|| ColumnTold { column: column_name(column, lang), count, values })
}

/// First and last year that rows speak of.
fn years(engine: &mut Engine, table: &Table) -> Option<(i32, i32)> {
    let column = table.by_role(Role::Time)?;
    let spans = table.time()?.spans();
    let tally = tally(engine, &column.key);
    let present = || spans.iter().zip(&tally).filter(|(_, n)| **n > 0).map(|(span, _)| span);
    let from = civil(present().map(|span| span.first).min()?).0;
    let to = civil(present().map(|span| span.last).max()?).0;
    Some((from, to))
}
