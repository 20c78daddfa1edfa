//! Another file's columns beside those of a table: by a column whose values both have, and by their times where both have
//! one. Every row of the table stays, and none becomes several.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::source::{JoinOffer, JoinWanted};
use crate::base::fold::fold;
use crate::base::lang::Bilingual;
use crate::column::builder::TableBuilder;
use crate::column::{
    Bitmap, Category, Codes, Column, Data, DaySpan, Figures, Floats, Numbers, Periods, Role, Table,
};

/// Values that an offer lists.
const LISTED: usize = 40;
/// Columns of either table that are tried, and values beyond which none is a list of names.
const TRIED: usize = 24;
const VALUES: usize = 200_000;
/// Rows of the table, of a hundred, that must find a row of the file.
const LEAST: usize = 30;

/// What tells a row from others: the number of a value that both have, and its time.
type Key = (u32, Option<DaySpan>);

/// A column of names as numbers of one list that both tables share.
struct Named<'t> {
    category: &'t Category,
    /// By code.
    numbers: Vec<u32>,
    times: Option<&'t Periods>,
}

/// The columns of both tables by which they are joined.
struct Pair<'t> {
    first: Named<'t>,
    other: Named<'t>,
}

/// Offers to join a file to a table: by the columns whose values agree best. `None` where none do.
pub(super) fn offer(table: &Table, name: &str, other: &Table) -> Option<JoinOffer> {
    let times = match (time(table), time(other)) {
        (Some((a, _)), Some((b, _))) => Some((a.key.clone(), b.key.clone())),
        _ => None,
    };
    let mut best: Option<(usize, JoinOffer)> = None;
    for a in names(table) {
        for b in names(other) {
            let columns = (a.key.clone(), b.key.clone());
            let by = JoinWanted { file: name.to_owned(), columns, times: times.clone() };
            let Some(offer) = weighed(table, other, &by) else { continue };
            let share = offer.matched * 100 / table.len.max(1);
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
pub(super) fn weighed(table: &Table, other: &Table, by: &JoinWanted) -> Option<JoinOffer> {
    let pair = pair(table, other, by)?;
    // Told by the values alone, before any row is looked at: most pairs of columns share none.
    if shared(&pair) < 2 {
        return None;
    }
    let (rows, doubles) = pair.other.rows(other.len);
    let keys = pair.first.keys(table.len);
    let matched = keys.iter().flatten().filter(|key| rows.contains_key(key)).count();
    Some(JoinOffer {
        by: by.clone(),
        rows: table.len,
        matched,
        only_first: only(&pair.first, &pair.other),
        only_file: only(&pair.other, &pair.first),
        doubles,
        columns: coming(other, by).map(shown).collect(),
        is_joined: false,
    })
}

/// A table with the columns of a file beside its own.
pub(super) struct Joined {
    pub(super) table: Table,
    /// Keys of the columns that came, in the file and in the table.
    pub(super) keys: Vec<(String, String)>,
}

/// The table with the file's other columns, or nothing where a row would have to be chosen among several.
pub(super) fn joined(table: &Table, other: &Table, by: &JoinWanted) -> Option<Joined> {
    let pair = pair(table, other, by)?;
    let (rows, doubles) = pair.other.rows(other.len);
    if doubles > 0 {
        return None;
    }
    let from: Vec<Option<usize>> = pair
        .first
        .keys(table.len)
        .iter()
        .map(|key| key.and_then(|key| rows.get(&key).copied()))
        .collect();
    let mut used = vec![0_usize; other.len];
    from.iter().flatten().for_each(|&row| used[row] += 1);
    let repeats = used.iter().any(|&times| times > 1);
    let mut builder = TableBuilder::new();
    for column in &table.columns {
        builder.beside(column.clone());
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
        builder.beside(Column { name, of, data, ..shell(column, &key, role) });
    }
    builder.keys(table.keys.clone());
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

/// The columns that name what rows are of.
fn names(table: &Table) -> impl Iterator<Item = &Column> {
    let is_name = |column: &&Column| {
        let is_beside = column.of.is_some() || column.role == Role::Text;
        match &column.data {
            Data::Category(category) => {
                !is_beside && (2..=VALUES).contains(&category.dictionary.len())
            }
            _ => false,
        }
    };
    table.columns.iter().filter(is_name).take(TRIED)
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

fn pair<'t>(table: &'t Table, other: &'t Table, by: &JoinWanted) -> Option<Pair<'t>> {
    let mut list: HashMap<String, u32> = HashMap::new();
    let mut named = |table: &'t Table, key: &str, time: Option<&String>| {
        let category = table.category(key)?;
        let number = |name: &str| {
            let next = u32::try_from(list.len()).unwrap_or(u32::MAX);
            // Names that differ in blanks, case or width alone are one.
            *list.entry(fold(name).split_whitespace().collect()).or_insert(next)
        };
        let numbers = category.dictionary.iter().map(|(_, entry)| &*entry.id).map(number).collect();
        let times = match time.map(|key| table.column(key)) {
            None => None,
            Some(Some(Column { data: Data::Time(periods), .. })) => Some(periods),
            Some(_) => return None,
        };
        Some(Named { category, numbers, times })
    };
    let times = by.times.as_ref();
    let first = named(table, &by.columns.0, times.map(|(first, _)| first))?;
    let other = named(other, &by.columns.1, times.map(|(_, other)| other))?;
    Some(Pair { first, other })
}

impl Named<'_> {
    /// Each row's key; none where a value is missing.
    fn keys(&self, rows: usize) -> Vec<Option<Key>> {
        let key = |row: usize| {
            let number = *self.numbers.get(self.category.code(row)? as usize)?;
            match self.times {
                Some(times) => Some((number, Some(times.get(row)?))),
                None => Some((number, None)),
            }
        };
        (0..rows).map(key).collect()
    }

    /// The row of each key, and how many rows share theirs with one before.
    fn rows(&self, rows: usize) -> (HashMap<Key, usize>, usize) {
        let mut found = HashMap::new();
        let mut doubles = 0;
        for (row, key) in self.keys(rows).into_iter().enumerate() {
            let Some(key) = key else { continue };
            if let Entry::Vacant(free) = found.entry(key) {
                free.insert(row);
            } else {
                doubles += 1;
            }
        }
        (found, doubles)
    }

    /// Which numbers of the list it has, of so many.
    fn has(&self, most: usize) -> Vec<bool> {
        let mut has = vec![false; most];
        for &number in &self.numbers {
            if let Some(has) = has.get_mut(number as usize) {
                *has = true;
            }
        }
        has
    }
}

/// How many values both have.
fn shared(pair: &Pair<'_>) -> usize {
    let most = pair.first.numbers.len() + pair.other.numbers.len();
    let (first, other) = (pair.first.has(most), pair.other.has(most));
    first.iter().zip(&other).filter(|(a, b)| **a && **b).count()
}

/// The first values of a column that the other does not have, and how many there are.
fn only(own: &Named<'_>, other: &Named<'_>) -> (Vec<String>, usize) {
    let there = other.has(own.numbers.len() + other.numbers.len());
    let entries = own.category.dictionary.iter().zip(&own.numbers);
    let missing: Vec<&str> = entries
        .filter(|(_, number)| there.get(**number as usize) != Some(&true))
        .map(|((_, entry), _)| &*entry.id)
        .collect();
    (missing.iter().take(LISTED).map(|&name| name.to_owned()).collect(), missing.len())
}

/// A column's values from other rows. Figures of which one stands in several rows are not added up.
fn gathered(data: &Data, from: &[Option<usize>], repeats: bool) -> Data {
    match data {
        Data::Category(category) => {
            let codes = from.iter().map(|row| category.code((*row)?));
            let dictionary = category.dictionary.clone();
            Data::Category(Category { codes: Codes::pack(codes, dictionary.len()), dictionary })
        }
        Data::Time(periods) => {
            let rows: Vec<Option<DaySpan>> = from.iter().map(|row| periods.get((*row)?)).collect();
            Data::Time(Periods::new(&rows))
        }
        Data::Measure(figures) => {
            let value = |row: &Option<usize>| row.and_then(|row| figures.float(row));
            let floats = from.iter().map(|row| value(row).unwrap_or(f64::NAN)).collect();
            let adds = |at: usize| !repeats && from[at].is_none_or(|row| figures.is_additive(row));
            let is_whole = figures.additive.is_none() && !repeats;
            let additive = (!is_whole).then(|| Bitmap::from_fn(from.len(), adds));
            Data::Measure(Figures {
                values: Numbers::new(Floats::F64(floats)),
                additive,
                ..Figures::default()
            })
        }
    }
}
