//! Conditions in words, for chips and for what empties a selection.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::{column_name, entry_name};
use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::column::{Data, Table};
use crate::i18n;
use crate::i18n::catalog::export::CONDITION;
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::words::COMMA;
use crate::query::{Clause, Filter};

/// A condition in words. What is asked of a measure names the measure too: a number alone says nothing.
#[must_use]
pub fn clause_text(table: &Table, column: &str, clause: &Clause, lang: Lang) -> String {
    match clause {
        Clause::AnyOf(values) => {
            let names: Vec<String> =
                values.iter().map(|id| value_name(table, column, id, lang)).collect();
            let list = names.join(COMMA.get(lang));
            if Filter::told_of(column).is_none() { list } else { said_text(column, &list, lang) }
        }
        Clause::During(from, to) => during_text(*from, *to, lang),
        Clause::Text(text) => m::QUOTED.fill(lang, &[("text", text)]),
        Clause::Between(from, to) => between_text(table, column, (*from, *to), lang),
        Clause::Codes(from, to) => codes_text(table, column, (*from, *to), lang),
    }
}

/// Every condition of a filter, with the name of what it is about. Those on columns that the table does not have ask
/// nothing and are left out.
#[must_use]
pub fn filter_texts(table: &Table, filter: &Filter, lang: Lang) -> Vec<String> {
    let condition = |(key, clause): (&str, &Clause)| {
        let text = clause_text(table, key, clause, lang);
        let name = match key {
            Filter::TEXT => m::SEARCH.get(lang).to_owned(),
            key => column_name(table.column(Filter::told_of(key).unwrap_or(key))?, lang),
        };
        Some(match clause {
            // It names the measure itself.
            Clause::Between(..) => text,
            _ => CONDITION.fill(lang, &[("column", &name), ("text", &text)]),
        })
    };
    filter.iter().filter_map(condition).collect()
}

/// A span of days in words; whole years as years.
#[must_use]
pub fn during_text(from: Option<Day>, to: Option<Day>, lang: Lang) -> String {
    let text = |day: Day, edge: fn(PartialDate) -> Day| {
        let (y, month, d) = civil(day);
        let year = PartialDate::Year(y);
        i18n::date(if edge(year) == day { year } else { PartialDate::Day(y, month, d) }, lang)
    };
    let from = from.map(|day| text(day, PartialDate::first_day));
    let to = to.map(|day| text(day, PartialDate::last_day));
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => m::TIME_RANGE.fill(lang, &[("from", &from), ("to", &to)]),
        (Some(from), None) => m::SINCE.fill(lang, &[("from", &from)]),
        (None, Some(to)) => m::UNTIL.fill(lang, &[("to", &to)]),
        (None, None) => String::new(),
    }
}

/// The name of a value of a category column; its id where the table does not know it.
#[must_use]
pub fn value_name(table: &Table, column: &str, id: &str, lang: Lang) -> String {
    let column = Filter::told_of(column).unwrap_or(column);
    let entry = table.category(column).and_then(|c| c.dictionary.get(c.dictionary.code(id)?));
    entry.map_or_else(|| id.to_owned(), |entry| entry_name(column, entry, lang))
}

/// What a reader says of values: that they are totals, or that they are none.
#[inline(never)] // Not in the first view, where nobody has said anything.
fn said_text(key: &str, list: &str, lang: Lang) -> String {
    let message = if key.starts_with(Filter::TOTALS) { m::SAID_TOTAL } else { m::SAID_PART };
    message.fill(lang, &[("list", list)])
}

/// A number of which no unit is known, in full.
#[must_use]
pub fn number_text(value: f64) -> String {
    Decimal::from_f64(value).map_or_else(|| format!("{value:e}"), i18n::decimal)
}

fn between_text(table: &Table, column: &str, (from, to): (f64, f64), lang: Lang) -> String {
    let name = table.column(column).map_or_else(|| column.to_owned(), |c| column_name(c, lang));
    let (low, high) = (number_text(from), number_text(to));
    let values = [("name", name.as_str()), ("from", low.as_str()), ("to", high.as_str())];
    let message = match (from.is_finite(), to.is_finite()) {
        (true, true) if low == high => m::NUMBER_IS,
        (true, true) => m::NUMBER_RANGE,
        (true, false) => m::NUMBER_FROM,
        _ => m::NUMBER_TO,
    };
    message.fill(lang, &values)
}

/// What is brushed: periods by their days, values by the first and the last.
fn codes_text(table: &Table, column: &str, (from, to): (u32, u32), lang: Lang) -> String {
    match table.column(column).map(|c| &c.data) {
        Some(Data::Time(time)) => {
            let spans = time.spans();
            let first = spans.get(from as usize).map(|s| s.first);
            let last = spans.get((to as usize).min(spans.len().saturating_sub(1))).map(|s| s.last);
            during_text(first, last, lang)
        }
        Some(Data::Category(category)) => {
            let name = |code| category.dictionary.get(code).map(|e| entry_name(column, e, lang));
            let names = [name(from), name(to)].map(Option::unwrap_or_default);
            m::TIME_RANGE.fill(lang, &[("from", &names[0]), ("to", &names[1])])
        }
        _ => String::new(),
    }
}
