//! The ledger of any table that says which of its figures are targets. Both figures are laid out as they stand; how they
//! stand to each other is said only by the rules for published figures, and where the table tells what these ask for.

mod claims;
mod judged;
mod reading;
mod row;
mod standing;

use claims::{Told, claims};
use reading::Reading;
pub(in crate::plot) use standing::{NAMES, Standing, Standings, naming, standings};

use super::groups::{Placed, grouped, titled};
use super::types::{LedgerPlan, RowPlan};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Role, Table};
use crate::i18n::Message;
use crate::i18n::catalog::words::SEPARATOR;
use crate::i18n::catalog::{data as d, ledger as m};
use crate::plot::chart::Listing;
use crate::query::Engine;
use crate::state::{Grouping, LedgerOptions};
use crate::words::{column_name, sentences};

/// The most targets that are listed.
const MOST: usize = 200;

/// Whether a table says of some of its figures that they are targets, and of others what is done of these.
#[must_use]
pub fn tells_targets(table: &Table) -> bool {
    Told::of(table).is_some()
}

/// The ledger of what an engine selects; `None` where the table does not say which figures are targets.
pub(super) fn plan(engine: &mut Engine, options: &LedgerOptions, lang: Lang) -> Option<LedgerPlan> {
    let table = engine.table().clone();
    let told = Told::of(&table)?;
    let by = match &told {
        Told::Columns { .. } => None,
        Told::Words { by, .. } => Some(&*by.key),
    };
    let mut found = claims(&table, engine.rows(), &told);
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    let reading = Reading { table: &table, lang, by };
    let all: Vec<Placed> = found.iter().map(|claim| reading.placed(claim)).collect();
    let has = |role| table.by_role(role).is_some();
    let by = match options.promises {
        Grouping::Place if !has(Role::Area) && has(Role::Topic) => Grouping::Domain,
        Grouping::Domain if !has(Role::Topic) && has(Role::Area) => Grouping::Place,
        by => by,
    };
    let groups = grouped(&all, by, lang);
    let title = titled(&all, m::TITLE_ROWS.get(lang));
    let mut all: Vec<RowPlan> = all.into_iter().map(|placed| placed.row).collect();
    all.order_by_key(|row| row.status);
    let mut said: Vec<String> = Vec::new();
    if all.is_empty() {
        said.push(m::NONE_ROWS.get(lang).to_owned());
    }
    said.extend((more > 0).then(|| m::MORE_ROWS.count(lang, more, &[])));
    Some(LedgerPlan {
        title,
        sentence: sentences(&said, lang),
        offers: Vec::new(),
        listing: listing(&reading, &all),
        keys: all.iter().map(|row| row.key.clone()).collect(),
        groups,
    })
}

/// The same content as text, under the table's own names.
fn listing(reading: &Reading, rows: &[RowPlan]) -> Listing {
    let named = |role, usual: Message| {
        let column = reading.table.by_role(role);
        column.map_or_else(|| usual.get(reading.lang).to_owned(), |c| column_name(c, reading.lang))
    };
    let own = |message: Message| message.get(reading.lang).to_owned();
    let header = vec![
        named(Role::Series, m::WHAT),
        own(m::STATUS),
        own(d::TARGET),
        own(d::COMPLETED),
        own(m::RATIO),
        own(m::DUE_BY),
        named(Role::Area, d::PLACE),
        named(Role::Time, d::TIME),
        named(Role::Topic, d::DOMAIN),
    ];
    let row = |row: &RowPlan| {
        let line = |at: usize| row.lines.get(at).map(|line| line.figure.to_string());
        vec![
            [&*row.name, &*row.beside]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join(SEPARATOR.get(reading.lang)),
            row.standing.clone(),
            line(0).unwrap_or_default(),
            line(1).unwrap_or_default(),
            row.ratio.clone(),
            row.due.clone(),
            row.place.clone(),
            row.period.clone(),
            row.domain_name.clone(),
        ]
    };
    Listing { header, rows: rows.iter().map(row).collect() }
}
