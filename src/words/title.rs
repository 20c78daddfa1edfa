//! What a page is called: in the browser's tab, in its history, as the name of what is printed.

use super::clause::{clause_text, value_name};
use super::listed;
use crate::base::lang::Lang;
use crate::column::Table;
use crate::i18n::catalog::shell as m;
use crate::i18n::catalog::words::COMMA;
use crate::query::{Clause, Filter};

/// How many values of a column, and how many conditions, a title names.
const NAMED: usize = 3;

/// What a page is called: the view, a reader's own table, what is chosen, and the site. What is empty is left out.
#[must_use]
pub fn page_title(view: &str, table: &str, selection: &str, lang: Lang) -> String {
    let parts = [view, table, selection, m::TITLE.get(lang)];
    listed(parts, m::TITLE_SEPARATOR, lang)
}

/// What is chosen, short enough for a title; empty where nothing is.
#[must_use]
#[inline(never)] // Not in the first view, where nothing is chosen yet.
pub fn selection_title(table: &Table, filter: &Filter, lang: Lang) -> String {
    let chooses = |(key, _): &(&str, &Clause)| Filter::told_of(key).is_none();
    let condition = |(key, clause): (&str, &Clause)| match clause {
        Clause::AnyOf(values) => {
            let names = values.iter().take(NAMED).map(|id| value_name(table, key, id, lang));
            shortened(names.collect(), values.len(), lang)
        }
        clause => clause_text(table, key, clause, lang),
    };
    let conditions: Vec<String> =
        filter.iter().filter(chooses).map(condition).filter(|text| !text.is_empty()).collect();
    let count = conditions.len();
    shortened(conditions.into_iter().take(NAMED).collect(), count, lang)
}

/// The first of so many names, and how many there are.
fn shortened(names: Vec<String>, count: usize, lang: Lang) -> String {
    let more = count.saturating_sub(names.len());
    let list = names.join(COMMA.get(lang));
    if more == 0 { list } else { m::TITLE_MORE.count(lang, more, &[("list", &list)]) }
}
