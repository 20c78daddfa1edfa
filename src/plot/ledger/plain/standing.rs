//! How many of the things that any table sets a target for reached it: the rows that name one, each with what was done of it.

use std::collections::BTreeSet;

use rust_decimal::prelude::ToPrimitive;

use super::claims::{Claim, Says, Told, claims};
use super::reading::Reading;
use crate::base::lang::Lang;
use crate::column::{Column, Data, Role, Table};
use crate::i18n::Message;
use crate::i18n::catalog::ledger as m;
use crate::i18n::catalog::reached::{BECOMES_LESS, LESS_IS_BETTER};
use crate::plot::ledger::ratio::{Aim, ratio};
use crate::plot::measure::own_unit;
use crate::query::Engine;
use crate::words::{column_name, entry_name};

/// A target with what came of it.
pub(in crate::plot) struct Standing {
    /// Key of the row.
    pub(in crate::plot) key: String,
    /// What is to be reached.
    pub(in crate::plot) name: String,
    /// What was wanted and what came of it, each as the table has it; the second is empty where it says nothing.
    pub(in crate::plot) figures: [String; 2],
    /// The share that is done; `None` where it says nothing, as of a target of zero.
    pub(in crate::plot) share: Option<f64>,
    /// Whether the target is reached; `None` where nothing is known of the result.
    pub(in crate::plot) reached: Option<bool>,
}

/// The targets of a selection.
pub(in crate::plot) struct Standings {
    /// Those that are to be reached, in the table's order.
    pub(in crate::plot) all: Vec<Standing>,
    /// Names of those of which less is better, or may be: whether they are reached is not said.
    pub(in crate::plot) unclear: Vec<String>,
    /// What the columns of targets and results are called.
    pub(in crate::plot) columns: [String; 2],
}

/// The targets of what an engine selects. `None` where the table has none, where several belong to one thing (over time they
/// are lines), and where nobody can say what a target asks for.
pub(in crate::plot) fn standings(engine: &mut Engine, lang: Lang) -> Option<Standings> {
    let table = engine.table().clone();
    let told = Told::of(&table)?;
    let (by, columns) = match &told {
        Told::Columns { target, done } => (None, [*target, *done].map(|c| column_name(c, lang))),
        Told::Words { by, .. } => {
            (Some(&*by.key), [m::SAYS_TARGET, m::SAYS_DONE].map(|own| first_of(own.get(lang))))
        }
    };
    if may_be_less(&columns[0]) || may_be_less(&columns[1]) {
        return None;
    }
    let mut found = claims(&table, engine.rows(), &told);
    found.retain(|claim| !is_of_total(engine, &table, claim.target.row));
    let is_clear = |claim: &Claim| {
        !claim.is_unclear && claim.target.says == Says::Target && is_alike(claim, lang)
    };
    if !found.iter().all(is_clear) {
        return None;
    }
    let naming = naming(&table, found.iter().map(|claim| claim.target.row), &NAMES);
    let times = table.time().map_or(0, |time| {
        let codes = found.iter().map(|claim| time.codes().code(claim.target.row));
        codes.collect::<BTreeSet<_>>().len()
    });
    if naming.is_none() && times > 1 {
        return None;
    }
    let reading = Reading { table: &table, lang, by };
    let (mut all, mut unclear) = (Vec::new(), Vec::new());
    for claim in &found {
        let own = reading.standing(claim, naming.as_deref());
        if may_be_less(&own.name) { unclear.push(own.name) } else { all.push(own) }
    }
    Some(Standings { all, unclear, columns })
}

fn first_of(list: &str) -> String {
    list.split(' ').next().unwrap_or_default().to_owned()
}

/// Whether both figures are in one unit.
fn is_alike(claim: &Claim, lang: Lang) -> bool {
    let unit = |column| own_unit(column, lang);
    claim.result.as_ref().is_none_or(|own| unit(own.column) == unit(claim.target.column))
}

/// Whether a name is that of something of which less is better, and does not say that it is to become less.
fn may_be_less(name: &str) -> bool {
    let name = name.to_lowercase();
    let has = |list: &str| list.split(' ').any(|word| name.contains(word));
    let says = |own: Message| Lang::ALL.iter().any(|&lang| has(own.get(lang)));
    says(LESS_IS_BETTER) && !says(BECOMES_LESS)
}

/// Whether a row stands for others.
fn is_of_total(engine: &Engine, table: &Table, row: usize) -> bool {
    table.categories().any(|(column, category)| {
        category.code(row).is_some_and(|code| engine.is_total(&column.key, code))
    })
}

/// What a column is whose values may be the names of rows, the likeliest first.
pub(in crate::plot) const NAMES: [Role; 4] =
    [Role::Series, Role::Area, Role::Category, Role::Topic];

/// Key of the column of some roles that calls each of some rows by another name.
pub(in crate::plot) fn naming(
    table: &Table,
    rows: impl Iterator<Item = usize> + Clone,
    roles: &[Role],
) -> Option<String> {
    let of_role = |role: &Role| {
        let role = *role;
        table.columns.iter().filter(move |column| column.role == role)
    };
    let names_each = |column: &&Column| {
        let Data::Category(category) = &column.data else { return false };
        let mut known = BTreeSet::new();
        rows.clone().all(|row| category.code(row).is_some_and(|code| known.insert(code)))
    };
    roles.iter().flat_map(of_role).find(names_each).map(|column| column.key.clone())
}

impl Reading<'_> {
    fn standing(&self, claim: &Claim, naming: Option<&str>) -> Standing {
        let named = naming.and_then(|key| {
            let entry = self.table.category(key)?.entry(claim.target.row)?;
            Some(entry_name(key, entry, self.lang))
        });
        let both = self
            .quantity(&claim.target)
            .zip(claim.result.as_ref().and_then(|result| self.quantity(result)));
        let done = claim.result.as_ref().map(|own| self.figure(own).to_string());
        Standing {
            key: self.key(claim.result.as_ref().map_or(claim.target.row, |own| own.row)),
            name: named.unwrap_or_else(|| self.names(claim).0),
            figures: [self.figure(&claim.target).to_string(), done.unwrap_or_default()],
            share: both
                .and_then(|(wanted, done)| ratio(Aim::Reach, wanted.value, done.value))
                .and_then(|share| share.to_f64()),
            reached: both.and_then(|(wanted, done)| Aim::Reach.is_met(wanted, done)),
        }
    }
}
