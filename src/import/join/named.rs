//! Columns that name what rows are of, and which names of two of them are the same.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::base::fold::fold;
use crate::column::builder::entry;
use crate::column::{
    Category, Codes, Column, Data, DaySpan, Dictionary, Figures, Keys, Periods, Role, Table,
};
use crate::gazetteer::{Alike, Gazetteer, Grid};
use crate::import::lexicon::{self, Hint};

/// Columns of a table that are tried, and values beyond which none is a list of names.
const TRIED: usize = 24;
const VALUES: usize = 200_000;
/// A column with more values is compared as it is written alone, and one with more than these is no list of provinces or
/// countries.
const ALIKE: usize = 5_000;
const KNOWN: usize = 400;
/// A code has no more digits.
const DIGITS: f64 = 1e12;

/// What tells a row from others: the number of a value that both have, and its time.
pub(super) type Key = (u32, Option<DaySpan>);

/// A table, and what the column is called that names its rows, which is none of its columns.
#[derive(Clone, Copy)]
pub(in crate::import) struct Keyed<'t> {
    pub(in crate::import) table: &'t Table,
    pub(in crate::import) key: Option<&'t str>,
}

/// Who knows areas by several names.
pub(super) struct Known([Gazetteer; 2]);

impl Default for Known {
    fn default() -> Self {
        Self([Grid::Provinces, Grid::Countries].map(Gazetteer::of))
    }
}

/// A column of names.
pub(super) struct Names<'t> {
    pub(super) key: &'t str,
    pub(super) category: Cow<'t, Category>,
    /// By code: blanks, case and width alone make no other name.
    written: Vec<String>,
    /// By way of comparing; none of long lists.
    alike: Vec<Way>,
}

/// A way of comparing.
struct Way {
    alike: Alike,
    /// By code: what must be equal.
    keys: Vec<Option<String>>,
    /// Whose it is, of what only one value has.
    once: HashMap<String, Option<usize>>,
}

impl<'t> Names<'t> {
    /// The column of this key as one of names: texts, or whole numbers of which each may be a code. `None` where it is neither,
    /// or but numbers its rows.
    pub(super) fn of(keyed: Keyed<'t>, key: &'t str, known: &Known) -> Option<Self> {
        let category = match keyed.table.column(key).map(|column| &column.data) {
            Some(Data::Category(category)) => Cow::Borrowed(category),
            Some(Data::Measure(figures)) => Cow::Owned(whole_numbers(figures)?),
            Some(Data::Time(_)) => return None,
            None if keyed.key == Some(key) => Cow::Owned(of_keys(&keyed.table.keys)?),
            None => return None,
        };
        if is_numbering(key) && counts_up(&category) {
            return None;
        }
        let written = |(_, entry): (u32, &crate::column::Entry)| -> String {
            fold(&entry.id).split_whitespace().collect()
        };
        let written: Vec<String> = category.dictionary.iter().map(written).collect();
        let alike = ways(&category.dictionary, known);
        Some(Self { key, category, written, alike })
    }

    /// The columns of a table that may name what its rows are of.
    pub(super) fn all(keyed: Keyed<'t>, known: &Known) -> Vec<Self> {
        let is_own = |column: &&Column| {
            // Figures are codes only where their name says so.
            let may_be = !matches!(column.data, Data::Measure(_)) || is_of_codes(&column.key);
            column.of.is_none() && column.role != Role::Text && may_be
        };
        let columns = keyed.table.columns.iter().filter(is_own).map(|column| column.key.as_str());
        let named = columns.chain(keyed.key).filter_map(|key| Self::of(keyed, key, known));
        named
            .filter(|names| (2..=VALUES).contains(&names.category.dictionary.len()))
            .take(TRIED)
            .collect()
    }
}

/// Whether a name says that a column is of codes.
fn is_of_codes(name: &str) -> bool {
    matches!(lexicon::hint(name), Some((Hint::Id | Hint::Code, _)))
}

/// Whether a name is one of a column that may number its rows.
fn is_numbering(name: &str) -> bool {
    name.is_empty() || matches!(lexicon::hint(name), Some((Hint::Id | Hint::Counter, _)))
}

/// Whether values are the numbers from one on, each once and in their order: they number rows, and name nothing.
fn counts_up(category: &Category) -> bool {
    let values = category.dictionary.iter();
    let mut numbers = values.map(|(_, entry)| entry.id.trim_start_matches('0').parse());
    category.codes.len() == category.dictionary.len()
        && (1..).zip(&mut numbers).all(|(at, number)| number == Ok::<u32, _>(at))
}

/// The names of rows as a column.
fn of_keys(keys: &Keys) -> Option<Category> {
    let Keys::Given(keys) = keys else { return None };
    let mut dictionary = Dictionary::default();
    let codes: Vec<Option<u32>> =
        keys.iter().map(|key| Some(dictionary.intern(entry(key)))).collect();
    Some(Category { codes: Codes::pack(codes, dictionary.len()), dictionary })
}

/// The ways of comparing the values of a list, the surest first.
fn ways(dictionary: &Dictionary, known: &Known) -> Vec<Way> {
    if dictionary.len() > ALIKE {
        return Vec::new();
    }
    let way = |alike: Alike| {
        let is_tried = alike != Alike::Known || dictionary.len() <= KNOWN;
        let key = |id: &str| alike.key(id, &known.0).filter(|_| is_tried);
        let keys: Vec<Option<String>> = dictionary.iter().map(|(_, own)| key(&own.id)).collect();
        let mut once: HashMap<String, Option<usize>> = HashMap::new();
        for (at, key) in keys.iter().enumerate() {
            if let Some(key) = key {
                once.entry(key.clone()).and_modify(|place| *place = None).or_insert(Some(at));
            }
        }
        Way { alike, keys, once }
    };
    Alike::ALL.into_iter().map(way).collect()
}

/// Whole numbers as texts, where all are such and no amounts by their size.
fn whole_numbers(figures: &Figures) -> Option<Category> {
    let rows = figures.values.len();
    if rows > VALUES {
        return None;
    }
    let mut dictionary = Dictionary::default();
    let mut codes = Vec::with_capacity(rows);
    for row in 0..rows {
        let number = figures.float(row);
        if number.is_some_and(|number| number.fract() != 0.0 || !(0.0..DIGITS).contains(&number)) {
            return None;
        }
        codes.push(number.map(|number| dictionary.intern(entry(&number.to_string()))));
    }
    Some(Category { codes: Codes::pack(codes, dictionary.len()), dictionary })
}

/// The columns of both tables by which they are joined, their values numbered alike.
pub(super) struct Pair<'n, 't> {
    pub(super) first: Numbered<'n, 't>,
    pub(super) other: Numbered<'n, 't>,
    /// Values that are the same though they are written otherwise, of either.
    pub(super) otherwise: Vec<(String, String)>,
}

/// A column of names as numbers of one list that both tables share.
pub(super) struct Numbered<'n, 't> {
    pub(super) names: &'n Names<'t>,
    /// By code.
    numbers: Vec<u32>,
    times: Option<&'t Periods>,
}

impl<'n, 't> Pair<'n, 't> {
    /// Numbers the values of two columns, the times of whose rows are given.
    pub(super) fn of(
        (first, times): (&'n Names<'t>, Option<&'t Periods>),
        (other, other_times): (&'n Names<'t>, Option<&'t Periods>),
    ) -> Self {
        let mut list: HashMap<&str, u32> = HashMap::new();
        let mut number = |name: &'n String| {
            let next = u32::try_from(list.len()).unwrap_or(u32::MAX);
            *list.entry(name.as_str()).or_insert(next)
        };
        let numbers: Vec<u32> = first.written.iter().map(&mut number).collect();
        let mut others: Vec<u32> = other.written.iter().map(&mut number).collect();
        let otherwise = match_alike(first, other, &numbers, &mut others);
        Pair {
            first: Numbered { names: first, numbers, times },
            other: Numbered { names: other, numbers: others, times: other_times },
            otherwise,
        }
    }

    /// How many values both have.
    pub(super) fn shared(&self) -> usize {
        let most = self.first.numbers.len() + self.other.numbers.len();
        let (first, other) = (self.first.has(most), self.other.has(most));
        first.iter().zip(&other).filter(|(a, b)| **a && **b).count()
    }
}

/// Gives values of the other the numbers of those that they are the same as by a looser way of comparing, the surest first:
/// only of values that no surer way found, and where neither side has two that are the same by it.
fn match_alike(
    first: &Names<'_>,
    other: &Names<'_>,
    numbers: &[u32],
    others: &mut [u32],
) -> Vec<(String, String)> {
    let most = numbers.len() + others.len();
    let mut is_here = vec![false; most];
    let mut is_there = vec![false; most];
    numbers.iter().for_each(|&number| is_here[number as usize] = true);
    others.iter().for_each(|&number| is_there[number as usize] = true);
    let id = |names: &Names<'_>, at: usize| {
        let entry = u32::try_from(at).ok().and_then(|code| names.category.dictionary.get(code));
        entry.map_or_else(String::new, |entry| entry.id.clone())
    };
    let mut pairs = Vec::new();
    for (here, there) in first.alike.iter().zip(&other.alike) {
        for (at, key) in there.keys.iter().enumerate() {
            let one = |way: &Way| way.once.get(key.as_deref()?).copied().flatten();
            let Some(own) = one(here).filter(|_| one(there) == Some(at)) else { continue };
            let (number, before) = (numbers[own] as usize, others[at] as usize);
            if is_there[number] || is_here[before] || !may_be(here.alike, (first, own), (other, at))
            {
                continue;
            }
            others[at] = numbers[own];
            is_there[number] = true;
            pairs.push((own, (id(first, own), id(other, at))));
        }
    }
    pairs.sort_by_key(|(own, _)| *own);
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// Whether two names that are the same by a way may be one: of two that both say what kind of area they are of, and say
/// otherwise, each is another.
fn may_be(alike: Alike, first: (&Names<'_>, usize), other: (&Names<'_>, usize)) -> bool {
    let is_short = |(names, at): (&Names<'_>, usize)| {
        let key = |wanted: Alike| {
            let way = names.alike.iter().find(|way| way.alike == wanted)?;
            way.keys.get(at)?.as_deref()
        };
        key(Alike::Name) == key(Alike::Short)
    };
    alike != Alike::Short || is_short(first) || is_short(other)
}

impl Numbered<'_, '_> {
    /// Each row's key; none where a value is missing.
    pub(super) fn keys(&self, rows: usize) -> Vec<Option<Key>> {
        let key = |row: usize| {
            let number = *self.numbers.get(self.names.category.code(row)? as usize)?;
            match self.times {
                Some(times) => Some((number, Some(times.get(row)?))),
                None => Some((number, None)),
            }
        };
        (0..rows).map(key).collect()
    }

    /// The row of each key, and how many rows share theirs with one before.
    pub(super) fn rows(&self, rows: usize) -> (HashMap<Key, usize>, usize) {
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

    /// The first values, so many, that the other does not have, and how many there are.
    pub(super) fn only(&self, other: &Self, listed: usize) -> (Vec<String>, usize) {
        let there = other.has(self.numbers.len() + other.numbers.len());
        let entries = self.names.category.dictionary.iter().zip(&self.numbers);
        let missing: Vec<&str> = entries
            .filter(|(_, number)| there.get(**number as usize) != Some(&true))
            .map(|((_, entry), _)| &*entry.id)
            .collect();
        (missing.iter().take(listed).map(|&name| name.to_owned()).collect(), missing.len())
    }
}
