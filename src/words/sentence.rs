//! The sentence that sums up a selection.

use rust_decimal::Decimal;

use crate::base::date::civil;
use crate::base::lang::Lang;
use crate::column::{Bitmap, Category, Role, Table};
use crate::i18n::catalog::sentence as m;
use crate::i18n::catalog::words::COMMA;
use crate::model::{Dataset, Unit};
use crate::query;
use crate::words::{amount, entry_name};

/// The kind of unit that sentences name as money.
const MONEY: &str = "money";
/// How many fields a sentence names.
const TOP: usize = 3;

/// What a selection comes to; codes are those of the table's dictionaries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Number of rows.
    pub count: usize,
    /// Areas with at least one row.
    pub areas: Vec<u32>,
    /// First and last year spoken of.
    pub years: Option<(i32, i32)>,
    /// Topics by number of rows, most first.
    pub topics: Vec<(u32, usize)>,
    /// Stages by number of rows, in the vocabulary's order.
    pub stages: Vec<(u32, usize)>,
    /// Sum of the money that adds up, in base units.
    pub money: Decimal,
}

/// Counts a selection.
#[must_use]
pub fn summarize(table: &Table, rows: &Bitmap) -> Summary {
    let counts = |role| {
        let Some(category) = table.category_by_role(role) else { return Vec::new() };
        let mut counts = vec![0; category.dictionary.len()];
        for code in rows.iter().filter_map(|row| category.code(row)) {
            counts[code as usize] += 1;
        }
        (0_u32..).zip(counts).filter(|(_, n)| *n > 0).collect::<Vec<_>>()
    };
    let years = table.time().and_then(|time| {
        let first = rows.iter().map(|row| time.first[row]).min()?;
        let last = rows.iter().map(|row| time.last[row]).max()?;
        Some((civil(first).0, civil(last).0))
    });
    let mut topics = counts(Role::Topic);
    topics.sort_by_key(|&(_, n)| std::cmp::Reverse(n));
    Summary {
        count: rows.count(),
        areas: counts(Role::Area).into_iter().map(|(code, _)| code).collect(),
        years,
        topics,
        stages: counts(Role::Stage),
        money: money(table, rows),
    }
}

fn money(table: &Table, rows: &Bitmap) -> Decimal {
    let Some(kinds) = table.category_by_role(Role::Kind) else { return Decimal::ZERO };
    let code = kinds.dictionary.code(MONEY);
    let of_money: Vec<usize> =
        rows.iter().filter(|&row| code.is_some() && kinds.code(row) == code).collect();
    query::sum(table, &of_money).0
}

/// The summary as sentences.
#[must_use]
pub fn summary_sentence(data: &Dataset, table: &Table, s: &Summary, lang: Lang) -> String {
    if s.count == 0 {
        return m::EMPTY.get(lang).to_owned();
    }
    let mut parts = vec![m::SELECTION.count(
        lang,
        s.count,
        &[("places", &places(table, s, lang)), ("span", &span(s, lang))],
    )];
    if s.topics.len() > 1 {
        let list = named(table, Role::Topic, &s.topics[..s.topics.len().min(TOP)], lang, |n, c| {
            m::DOMAIN_COUNT.fill(lang, &[("name", n), ("n", &c.to_string())])
        });
        parts.push(m::TOP_DOMAINS.fill(lang, &[("list", &list)]));
    }
    if s.stages.len() > 1 {
        let list = named(table, Role::Stage, &s.stages, lang, |stage, n| {
            let stage = if lang == Lang::En { stage.to_lowercase() } else { stage.to_owned() };
            m::STAGE_COUNT.fill(lang, &[("stage", &stage), ("n", &n.to_string())])
        });
        parts.push(m::STAGES.fill(lang, &[("list", &list)]));
    }
    if let Some(yuan) = base_of(data, MONEY).filter(|_| s.money > Decimal::ZERO) {
        let value = amount(s.money, yuan, lang).to_string();
        parts.push(m::MONEY.fill(lang, &[("value", &value)]));
    }
    parts.join(if lang == Lang::En { " " } else { "" })
}

/// The base unit of a kind.
fn base_of<'a>(data: &'a Dataset, kind: &str) -> Option<&'a Unit> {
    let unit = data.units.iter().map(|(_, u)| u).find(|u| u.kind == kind)?;
    Some(&data.units[unit.base])
}

fn named(
    table: &Table,
    role: Role,
    counts: &[(u32, usize)],
    lang: Lang,
    write: impl Fn(&str, usize) -> String,
) -> String {
    let Some(column) = table.by_role(role) else { return String::new() };
    let Some(Category { dictionary, .. }) = table.category(&column.key) else {
        return String::new();
    };
    let words: Vec<String> = counts
        .iter()
        .filter_map(|&(code, n)| {
            Some(write(&entry_name(&column.key, dictionary.get(code)?, lang), n))
        })
        .collect();
    words.join(COMMA.get(lang))
}

fn places(table: &Table, s: &Summary, lang: Lang) -> String {
    if s.areas.len() > TOP {
        return m::PLACES_MANY.count(lang, s.areas.len(), &[]);
    }
    let counts: Vec<(u32, usize)> = s.areas.iter().map(|&code| (code, 0)).collect();
    named(table, Role::Area, &counts, lang, |name, _| name.to_owned())
}

fn span(s: &Summary, lang: Lang) -> String {
    match s.years {
        Some((from, to)) if from < to => {
            m::SPAN_MANY.fill(lang, &[("from", &from.to_string()), ("to", &to.to_string())])
        }
        Some((year, _)) => m::SPAN_ONE.fill(lang, &[("year", &year.to_string())]),
        None => String::new(),
    }
}
