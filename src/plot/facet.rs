//! Facets: the values of a category column as a list that may be a tree and may have thousands of entries, of which a
//! page is asked for at a time.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Category, Column, Dictionary, Role};
use crate::query::{Engine, FacetCount};
use crate::words::{column_name, entry_name};

/// What lists of a table's values need to know of all its rows; made once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    lists: Vec<List>,
    /// Key of the time column and rows by period.
    pub(super) periods: Option<(String, Vec<u32>)>,
}

/// The values of a column in the order of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct List {
    column: String,
    /// Values that any row has, with their depth in the tree.
    values: Vec<(u32, usize)>,
    /// Values that no row has, or that only pass on to their one child: shown if chosen.
    hidden: Vec<u32>,
}

/// A page of a facet's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetPage {
    /// Key of the column.
    pub column: String,
    /// Its name.
    pub name: String,
    /// Values that the words asked for stand in; all where there are none.
    pub total: usize,
    /// Values that are chosen, on this page or not.
    pub chosen: usize,
    /// The values of the page.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its code.
    pub code: u32,
    /// Its id, as filters write it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Rows that have it, or what belongs to it, under all other filters.
    pub count: usize,
    /// Depth in the tree, 0 at the root.
    pub depth: usize,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The hue, on topic columns.
    pub hue: Option<u8>,
    /// Whether it stands for others of its column.
    pub is_total: bool,
    /// Whether it is left out like a total because it is a part of another value.
    pub is_part: bool,
}

impl Outline {
    /// Counts the whole table once; the engine's clauses are in force again afterwards.
    #[must_use]
    pub fn new(engine: &mut Engine) -> Self {
        let filter = engine.filter().clone();
        engine.clear_all();
        let outline = Self::of_all(engine);
        engine.set_filter(&filter);
        outline
    }

    fn of_all(engine: &mut Engine) -> Self {
        let table = engine.table().clone();
        let time = table.by_role(Role::Time).map(|c| c.key.clone());
        let mut keys: Vec<&str> = table.categories().map(|(c, _)| c.key.as_str()).collect();
        keys.extend(time.as_deref());
        let mut counts = engine.counts_all(&keys);
        let periods = time.clone().and_then(|key| Some((key, counts.pop()?)));
        let lists =
            table.categories().zip(counts).map(|((c, category), n)| List::new(c, category, &n));
        Self { lists: lists.collect(), periods }
    }

    fn list(&self, column: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.column == column)
    }
}

impl List {
    /// Trees in tree order, kinds and series most rows first (by what there is, not by what is left, so that nothing
    /// jumps while filtering), the rest in the order of the table's maker.
    fn new(column: &Column, category: &Category, own: &[u32]) -> Self {
        let dictionary = &category.dictionary;
        let codes = || 0..u32::try_from(dictionary.len()).unwrap_or(u32::MAX);
        let own = |code: u32| own.get(code as usize).copied().unwrap_or_default();
        let Some(tree) = Tree::new(dictionary, own) else {
            let (mut values, hidden): (Vec<u32>, Vec<u32>) = codes().partition(|&c| own(c) > 0);
            if matches!(column.role, Role::Kind | Role::Series) {
                values.order_by_key(|&code| std::cmp::Reverse(own(code)));
            }
            let values = values.into_iter().map(|code| (code, 0)).collect();
            return Self { column: column.key.clone(), values, hidden };
        };
        let (shown, hidden): (Vec<u32>, Vec<u32>) = codes().partition(|&c| tree.shows(c));
        let mut values: Vec<(Vec<u32>, usize)> =
            shown.into_iter().map(|code| tree.path(dictionary, code)).collect();
        values.order();
        let value = |(path, depth): (Vec<u32>, usize)| Some((*path.last()?, depth));
        Self {
            column: column.key.clone(),
            values: values.into_iter().filter_map(value).collect(),
            hidden,
        }
    }
}

/// Which values of a tree say something.
struct Tree {
    /// Rows that have the value or what belongs to it.
    all: Vec<usize>,
    /// Whether it only passes on to its one child.
    passes: Vec<bool>,
}

impl Tree {
    /// `None` where no value belongs to another.
    fn new(dictionary: &Dictionary, own: impl Fn(u32) -> u32) -> Option<Self> {
        if !dictionary.is_tree() {
            return None;
        }
        let mut all = vec![0_usize; dictionary.len()];
        for (code, _) in dictionary.iter() {
            let rows = own(code) as usize;
            dictionary.ancestors(code).for_each(|up| all[up as usize] += rows);
        }
        let mut children = vec![0_usize; dictionary.len()];
        for (code, entry) in dictionary.iter().filter(|(code, _)| all[*code as usize] > 0) {
            if let Some(up) = entry.parent.filter(|&up| up != code) {
                children[up as usize] += 1;
            }
        }
        let passes = (0..).zip(children).map(|(code, n)| own(code) == 0 && n == 1).collect();
        Some(Self { all, passes })
    }

    fn shows(&self, code: u32) -> bool {
        self.all[code as usize] > 0 && !self.passes[code as usize]
    }

    /// From the root to the value, and its depth without what passes on.
    fn path(&self, dictionary: &Dictionary, code: u32) -> (Vec<u32>, usize) {
        let mut path: Vec<u32> = dictionary.ancestors(code).collect();
        let depth = path.iter().skip(1).filter(|&&up| !self.passes[up as usize]).count();
        path.reverse();
        (path, depth)
    }
}

/// The values at places `range` of a column's list, of those whose name or id holds `words`; an empty page for a column
/// that is no category.
#[must_use]
pub fn page(
    engine: &mut Engine,
    outline: &Outline,
    column: &str,
    words: &str,
    range: Range<usize>,
    lang: Lang,
) -> FacetPage {
    let table = engine.table().clone();
    let (Some(definition), Some(category), Some(list)) =
        (table.column(column), table.category(column), outline.list(column))
    else {
        return FacetPage::default();
    };
    let counts = engine.facet(column);
    let count = |code: u32| counts.get(code as usize).copied();
    let is_chosen = |code: &u32| count(*code).is_some_and(|count| count.chosen);
    // What is chosen can be let go of, whether rows have it or not.
    let extra = list.hidden.iter().copied().filter(is_chosen).map(|code| (code, 0));
    let wanted = words.trim();
    let holding = match wanted.is_empty() {
        true => None,
        false => Some(engine.values_holding(column, wanted, |code| {
            let entry = category.dictionary.get(code);
            entry.map(|entry| entry_name(column, entry, lang)).unwrap_or_default()
        })),
    };
    let fits = |&(code, _): &(u32, usize)| {
        holding.as_ref().is_none_or(|holding| holding.get(code as usize) == Some(&true))
    };
    let found: Vec<(u32, usize)> = list.values.iter().copied().chain(extra).filter(fits).collect();
    let is_total = |code: u32| engine.is_total(column, code);
    let value = |&(code, depth): &(u32, usize)| {
        let entry = category.dictionary.get(code)?;
        let FacetCount { count, chosen, .. } = count(code)?;
        Some(FacetValue {
            code,
            id: entry.id.clone(),
            name: entry_name(column, entry, lang),
            count,
            depth: if wanted.is_empty() { depth } else { 0 },
            chosen,
            hue: entry.hue.filter(|_| definition.role == Role::Topic),
            is_total: is_total(code),
            is_part: engine.is_part(column, code),
        })
    };
    let end = range.end.min(found.len());
    let shown = found.get(range.start.min(end)..end).unwrap_or_default();
    FacetPage {
        column: column.to_owned(),
        name: column_name(definition, lang),
        total: found.len(),
        chosen: counts.iter().filter(|count| count.chosen).count(),
        values: shown.iter().filter_map(value).collect(),
    }
}
