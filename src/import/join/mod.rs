//! Another file's columns beside those of a table: by a column whose values both have, and by their times where both have
//! one. Every row of the table stays, or on demand those that both have, and none becomes several.

mod gather;
mod named;

use super::source::{JoinOffer, JoinWanted};
use crate::base::lang::Bilingual;
use crate::column::builder::TableBuilder;
use crate::column::{Column, Data, Figures, Keys, Periods, Role, Table};
pub(super) use gather::{compact, gathered};
pub(super) use named::Keyed;
use named::{Known, Names, Pair};

/// Values that an offer lists.
const LISTED: usize = 40;
/// Rows of the table, of a hundred, that must find a row of the file.
const LEAST: usize = 30;

/// Offers to join a file to a table: by the columns whose values agree best. `None` where none do.
pub(super) fn offer(table: Keyed<'_>, name: &str, other: Keyed<'_>) -> Option<JoinOffer> {
    let (time, other_time) = (time(table.table), time(other.table));
    let times = match (time, other_time) {
        (Some((a, _)), Some((b, _))) => Some((a.key.clone(), b.key.clone())),
        _ => None,
    };
    let periods =
        |time: Option<(&'_ Column, _)>| time.filter(|_| times.is_some()).map(|(_, own)| own);
    let known = Known::default();
    let (here, there) = (Names::all(table, &known), Names::all(other, &known));
    let mut best: Option<(usize, JoinOffer)> = None;
    for a in &here {
        for b in &there {
            let pair = Pair::of((a, periods(time)), (b, periods(other_time)));
            let columns = (a.key.to_owned(), b.key.to_owned());
            let by = JoinWanted {
                file: name.to_owned(),
                columns,
                times: times.clone(),
                is_inner: false,
            };
            let Some(offer) = weighed_by((table.table, other.table), &pair, &by) else { continue };
            let share = offer.matched * 100 / table.table.len.max(1);
            let missed = offer.only_file.1.min(100);
            let same = usize::from(a.key == b.key) * 40;
            let weight = (share * 2 + same + 200).saturating_sub(missed);
            // Fewer rows that nobody can choose between are better than more matches.
            let weight = if offer.doubles == 0 { weight + 1000 } else { weight };
            if share >= LEAST && best.as_ref().is_none_or(|(most, _)| weight > *most) {
                best = Some((weight, offer));
            }
        }
    }
    best.map(|(_, offer)| offer)
}

/// What joining by these columns would do. `None` where a column is missing, or its values are not those of the other.
pub(super) fn weighed(table: Keyed<'_>, other: Keyed<'_>, by: &JoinWanted) -> Option<JoinOffer> {
    let (first, second) = sides(table, other, by)?;
    let pair = Pair::of((&first.0, first.1), (&second.0, second.1));
    weighed_by((table.table, other.table), &pair, by)
}

fn weighed_by(
    (table, other): (&Table, &Table),
    pair: &Pair<'_, '_>,
    by: &JoinWanted,
) -> Option<JoinOffer> {
    // Told by the values alone, before any row is looked at: most pairs of columns share none.
    if pair.shared() < 2 {
        return None;
    }
    let (rows, doubles) = pair.other.rows(other.len);
    let keys = pair.first.keys(table.len);
    let matched = keys.iter().flatten().filter(|key| rows.contains_key(key)).count();
    let otherwise = pair.otherwise.iter().take(LISTED).cloned().collect();
    Some(JoinOffer {
        by: by.clone(),
        rows: table.len,
        matched,
        only_first: pair.first.only(&pair.other, LISTED),
        only_file: pair.other.only(&pair.first, LISTED),
        otherwise: (otherwise, pair.otherwise.len()),
        doubles,
        columns: coming(other, by).map(shown).collect(),
        is_joined: false,
    })
}

/// The column of names of either table, and its times.
type Side<'t> = (Names<'t>, Option<&'t Periods>);

fn sides<'t>(
    table: Keyed<'t>,
    other: Keyed<'t>,
    by: &'t JoinWanted,
) -> Option<(Side<'t>, Side<'t>)> {
    let known = Known::default();
    let side = |keyed: Keyed<'t>, key: &'t str, time: Option<&String>| {
        let times = match time.map(|key| keyed.table.column(key)) {
            None => None,
            Some(Some(Column { data: Data::Time(periods), .. })) => Some(periods),
            Some(_) => return None,
        };
        Some((Names::of(keyed, key, &known)?, times))
    };
    let times = by.times.as_ref();
    let first = side(table, &by.columns.0, times.map(|(first, _)| first))?;
    Some((first, side(other, &by.columns.1, times.map(|(_, other)| other))?))
}

/// A table with the columns of a file beside its own.
pub(super) struct Joined {
    pub(super) table: Table,
    /// Keys of the columns that came, in the file and in the table.
    pub(super) keys: Vec<(String, String)>,
}

/// The table with the file's other columns, or nothing where a row would have to be chosen among several. Where only rows
/// that both have are wanted, those without a match are left out.
pub(super) fn joined(table: Keyed<'_>, other: Keyed<'_>, by: &JoinWanted) -> Option<Joined> {
    let (first, second) = sides(table, other, by)?;
    let (table, other) = (table.table, other.table);
    let pair = Pair::of((&first.0, first.1), (&second.0, second.1));
    let (rows, doubles) = pair.other.rows(other.len);
    if doubles > 0 {
        return None;
    }
    let mut from: Vec<Option<usize>> = pair
        .first
        .keys(table.len)
        .iter()
        .map(|key| key.and_then(|key| rows.get(&key).copied()))
        .collect();
    // The rows of the table that stay.
    let kept: Option<Vec<Option<usize>>> = by.is_inner.then(|| {
        let own = from.iter().enumerate().filter(|(_, there)| there.is_some());
        own.map(|(row, _)| Some(row)).collect()
    });
    if by.is_inner {
        from.retain(Option::is_some);
    }
    let mut used = vec![0_usize; other.len];
    from.iter().flatten().for_each(|&row| used[row] += 1);
    let repeats = used.iter().any(|&times| times > 1);
    let mut builder = TableBuilder::new();
    for column in &table.columns {
        builder.beside(match &kept {
            Some(rows) => {
                let data = compact(gathered(&column.data, rows, false));
                Column { data, ..column.clone() }
            }
            None => column.clone(),
        });
    }
    let mut keys: Vec<(String, String)> = Vec::new();
    let taken = |key: &str, keys: &[(String, String)]| {
        table.column(key).is_some() || keys.iter().any(|(_, other)| other == key)
    };
    for column in coming(other, by) {
        let (mut key, mut number) = (column.key.clone(), 2);
        while taken(&key, &keys) {
            key = format!("{} ({number})", column.key);
            number += 1;
        }
        let of = column.of.as_ref().map(|of| {
            let own = keys.iter().find(|(there, _)| there == of);
            own.map_or(of, |(_, here)| here).clone()
        });
        keys.push((column.key.clone(), key.clone()));
        // What is there once serves once: a second column of places or of times says something else.
        let is_taken = table.by_role(column.role).is_some() && !column.role.is_number();
        let role = if is_taken && of.is_none() { Role::Category } else { column.role };
        let name = if key == column.key { column.name.clone() } else { Bilingual::same(&key) };
        let data = gathered(&column.data, &from, repeats);
        let data = if by.is_inner { compact(data) } else { data };
        builder.beside(Column { name, of, data, ..shell(column, &key, role) });
    }
    builder.keys(match (&table.keys, &kept) {
        (Keys::Given(keys), Some(rows)) => {
            let own = rows.iter().filter_map(|row| keys.get((*row)?).cloned());
            Keys::Given(own.collect())
        }
        (keys, _) => keys.clone(),
    });
    Some(Joined { table: builder.finish().ok()?, keys })
}

/// The column without its values, under another key and in another role.
fn shell(column: &Column, key: &str, role: Role) -> Column {
    Column {
        searched: column.searched,
        unit: column.unit.clone(),
        ..Column::new(key, role, Data::Measure(Figures::default()))
    }
}

/// The columns of a file that a join brings: all but those it goes by, and what is said beside these.
fn coming<'t>(other: &'t Table, by: &'t JoinWanted) -> impl Iterator<Item = &'t Column> {
    let time = by.times.as_ref().map(|(_, other)| other.as_str());
    let is_key = move |key: &str| key == by.columns.1 || Some(key) == time;
    let is_own =
        move |column: &&Column| !is_key(&column.key) && !column.of.as_deref().is_some_and(is_key);
    other.columns.iter().filter(is_own)
}

fn shown(column: &Column) -> String {
    if column.name.zh.is_empty() { column.key.clone() } else { column.name.zh.clone() }
}

/// The only column of times.
fn time(table: &Table) -> Option<(&Column, &Periods)> {
    let mut times = table.columns.iter().filter_map(|column| match &column.data {
        Data::Time(periods) => Some((column, periods)),
        _ => None,
    });
    let first = times.next()?;
    times.next().is_none().then_some(first)
}
