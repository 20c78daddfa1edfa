//! Which column of a table names areas, and which areas its values are.

use std::collections::BTreeSet;

use super::ground::{FEWEST, Ground, MOST_VALUES, is_name};
use crate::base::lang::Lang;
use crate::column::{Category, Column, Reach, Role, Table};
use crate::gazetteer::{Found, Gazetteer, Grid};
use crate::query::Engine;
use crate::words::entry_name;

/// So many columns are looked at that do not say that they are areas.
const MOST_COLUMNS: usize = 40;
/// So large a part of the values must be known: of a column of areas, and of any other.
const KNOWN_OF_AREAS: f64 = 0.2;
const KNOWN_OF_OTHERS: f64 = 0.6;

/// What the areas of a table lie on.
pub(super) enum Place<'a> {
    /// Tiles, by what is known of areas.
    Tiles(Gazetteer),
    /// Shapes that somebody else drew.
    Shapes(&'a Ground),
}

/// The areas of a table.
pub(super) struct Areas<'a> {
    /// Key of the column that names them.
    pub(super) column: String,
    /// What they lie on.
    pub(super) place: Place<'a>,
    /// What each is called.
    pub(super) names: Vec<String>,
    /// What each value of the column stands for, by its code.
    pub(super) found: Vec<Option<Found>>,
}

impl<'a> Areas<'a> {
    /// The areas of a table on a map that goes with it.
    pub(super) fn on(ground: &'a Ground, table: &Table, lang: Lang) -> Self {
        let mut names = ground.names.clone();
        let entries = table.category(&ground.column).map(|category| category.dictionary.iter());
        let mut is_told = vec![false; names.len()];
        for ((_, entry), found) in entries.into_iter().flatten().zip(&ground.found) {
            let Some(Found::Area(at)) = *found else { continue };
            let name = entry_name(&ground.column, entry, lang);
            // What the table calls an area goes before what the map does, but for codes.
            if !is_told[at] && (is_name(&name) || !is_name(&names[at])) {
                (names[at], is_told[at]) = (name, true);
            }
        }
        let (column, found) = (ground.column.clone(), ground.found.clone());
        Self { column, place: Place::Shapes(ground), names, found }
    }

    /// The areas that the most values of a column are; columns that say that they are of areas come first. `None` where
    /// fewer than three are known.
    pub(super) fn of(table: &Table, lang: Lang) -> Option<Self> {
        let is_area = |column: &Column| column.role == Role::Area;
        let fits =
            |category: &Category| (FEWEST..=MOST_VALUES).contains(&category.dictionary.len());
        let columns = || table.categories().filter(|(_, category)| fits(category));
        let said = columns().filter(|(column, _)| is_area(column));
        let others = columns().filter(|(column, _)| !is_area(column)).take(MOST_COLUMNS);
        let gazetteers = || [Grid::Provinces, Grid::Countries].map(Gazetteer::of);
        let best = |columns: &mut dyn Iterator<Item = (&Column, &Category)>, least: f64| {
            let mut best: Option<(usize, Self)> = None;
            for (column, category) in columns {
                for gazetteer in gazetteers() {
                    let read = read(column, category, gazetteer, (least, lang));
                    let Some((known, areas)) = read else {
                        continue;
                    };
                    if best.as_ref().is_none_or(|(most, _)| known > *most) {
                        best = Some((known, areas));
                    }
                }
            }
            best.map(|(_, areas)| areas)
        };
        best(&mut { said }, KNOWN_OF_AREAS).or_else(|| best(&mut { others }, KNOWN_OF_OTHERS))
    }
}

impl Areas<'_> {
    /// Takes off the map what stands for areas of the table taken together, as the table has it and a reader says. A total
    /// of some of them that has a place of its own, as a country has among its regions, keeps it.
    pub(super) fn without_totals(&mut self, engine: &Engine) {
        let distinct = |except: usize| {
            let areas = self.found.iter().flatten().filter_map(|found| match *found {
                Found::Area(at) | Found::Part(at) => Some(at),
                Found::Total => None,
            });
            areas.filter(|&at| at != except).collect::<BTreeSet<usize>>().len()
        };
        let is_off =
            |code: u32, found: Option<Found>| match (engine.reach(&self.column, code), found) {
                (None, _) => false,
                (Some(Reach::Whole), Some(Found::Area(at))) => distinct(at) > 1,
                (Some(_), Some(Found::Area(_))) => false,
                (Some(_), _) => true,
            };
        let found = (0..).zip(&self.found);
        let found = found.map(|(code, found)| match is_off(code, *found) {
            true => Some(Found::Total),
            false => *found,
        });
        self.found = found.collect();
    }
}

/// What a column's values are by a gazetteer, and how many are known; `None` where these are too few.
fn read<'a>(
    column: &Column,
    category: &Category,
    gazetteer: Gazetteer,
    (least, lang): (f64, Lang),
) -> Option<(usize, Areas<'a>)> {
    let find = |id: &str, names: [String; 2]| {
        let by_name = || names.iter().find_map(|name| gazetteer.find(name));
        gazetteer.find(id).or_else(by_name)
    };
    let entries = category.dictionary.iter();
    let names = |entry| [Lang::Zh, Lang::En].map(|lang| entry_name(&column.key, entry, lang));
    let found: Vec<Option<Found>> =
        entries.map(|(_, entry)| find(&entry.id, names(entry))).collect();
    let tile = |found: &Found| match found {
        Found::Area(at) | Found::Part(at) => Some(*at),
        Found::Total => None,
    };
    let tiles: Vec<usize> = found.iter().flatten().filter_map(tile).collect();
    let known = tiles.len();
    let distinct = tiles.into_iter().collect::<BTreeSet<_>>().len();
    // What the table takes for a total needs no place.
    let is_told = |code: u32, found: &Option<Found>| {
        found.is_some() || category.dictionary.total(code).is_some()
    };
    let told = (0..).zip(&found).filter(|(code, found)| is_told(*code, found)).count();
    let share = told as f64 / found.len().max(1) as f64;
    let names = gazetteer.areas.iter().map(|area| area.name(lang).to_owned()).collect();
    let areas = Areas { column: column.key.clone(), place: Place::Tiles(gazetteer), names, found };
    (distinct >= FEWEST && share >= least).then_some((known, areas))
}
