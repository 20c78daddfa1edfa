//! A map of somebody else's that goes with a table: which property names the areas, and which of them the table has.

use std::collections::{BTreeSet, HashMap};

use crate::base::lang::Lang;
use crate::column::{Category, Column, Role, Table};
use crate::gazetteer::{Alike, Found, Gazetteer, Grid};
use crate::geo::{Atlas, Extent, Geometry, Projection, Sheet};
use crate::words::entry_name;

/// From so many areas on, a map says something.
pub(super) const FEWEST: usize = 3;
/// A column with more values is none of areas.
pub(super) const MOST_VALUES: usize = 5_000;
/// Columns that are looked at.
const MOST_COLUMNS: usize = 16;
/// So many values of properties are looked at, and those of so many properties at least.
const LOOKS: usize = 400_000;
const LEAST_LOOKED: usize = 8;
/// Values that are looked up in gazetteers.
const MOST_KNOWN: usize = 400;
/// So large a part of a column's values must be on the map: of a column of areas, and of any other.
const KNOWN_OF_AREAS: f64 = 0.2;
const KNOWN_OF_OTHERS: f64 = 0.5;
/// Positions that a map is drawn with.
const MOST_POSITIONS: usize = 60_000;
/// How much coarser small multiples are, and with how many positions each is drawn.
const COARSE: f64 = 3.0;
const MOST_OF_SMALL: usize = 12_000;

/// A map of areas that a table has figures of.
pub struct Ground {
    /// What its file is called.
    pub(super) file: String,
    /// Whether that is the file of the table.
    pub(super) is_own: bool,
    /// Key of the column that names the areas.
    pub(super) column: String,
    /// The property that does.
    pub(super) property: String,
    /// What the map calls each of its areas; empty where it says nothing.
    pub(super) names: Vec<String>,
    /// What each value of the column stands for, by its code; areas are indices of `names`.
    pub(super) found: Vec<Option<Found>>,
    /// The areas drawn, in the order of `names`; and coarser, for small multiples.
    pub(super) sheet: Sheet,
    pub(super) small: Sheet,
    /// How they were projected.
    pub(super) projection: Projection,
    /// Positions that are none.
    pub(super) lost: usize,
}

/// A property that names areas as a column does.
struct Match {
    column: String,
    property: usize,
    /// What each value of the column is, by its code: an index of `names`.
    found: Vec<Option<usize>>,
    names: Vec<String>,
    /// Values of the column that are on the map.
    known: usize,
}

impl Ground {
    /// A map that goes with a table, by the column and the property whose values agree most. `is_own`: the rows of the table
    /// are the areas of the map. `None` where too few of the table's areas are on it.
    #[must_use]
    pub fn of(table: &Table, atlas: &Atlas, file: &str, is_own: bool) -> Option<Self> {
        let gazetteers = [Grid::Provinces, Grid::Countries].map(Gazetteer::of);
        let best = best(table, atlas, &gazetteers, is_own)?;
        let mut geometries = vec![Geometry::default(); best.names.len()];
        let mut rest = Vec::new();
        let places: HashMap<&str, usize> =
            best.names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        for feature in &atlas.features {
            let value = feature.value(best.property);
            match value.and_then(|value| places.get(value)) {
                Some(&at) => geometries[at].add(feature.geometry.clone()),
                // Drawn without a name.
                None => rest.push(feature.geometry.clone()),
            }
        }
        let mut names = called(atlas, &best);
        for geometry in rest.into_iter().filter(|geometry| !geometry.is_empty()) {
            geometries.push(geometry);
            names.push(String::new());
        }
        let projection = Projection::of(&Extent::of(atlas));
        let sheet = Sheet::of(&geometries, projection, MOST_POSITIONS, 1.0);
        let small = Sheet::of(&geometries, projection, MOST_OF_SMALL, COARSE);
        let category = table.category(&best.column)?;
        let found = category.dictionary.iter().zip(&best.found).map(|((_, entry), found)| {
            // An area whose shape is empty is not on the map.
            let drawn = found.filter(|&at| !sheet.outlines[at].is_empty());
            let total = || is_total(&entry.id, &gazetteers).then_some(Found::Total);
            drawn.map(Found::Area).or_else(total)
        });
        let found: Vec<Option<Found>> = found.collect();
        let (column, property) = (best.column, atlas.properties.get(best.property)?.clone());
        let (file, lost) = (file.to_owned(), atlas.lost);
        Some(Self { file, is_own, column, property, names, found, sheet, small, projection, lost })
    }

    /// How many of its areas the table has.
    #[must_use]
    pub fn known(&self) -> usize {
        let areas = self.found.iter().flatten().filter_map(|found| match found {
            Found::Area(at) => Some(*at),
            _ => None,
        });
        areas.collect::<BTreeSet<usize>>().len()
    }

    /// Whether the shapes came with the table.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        self.is_own
    }
}

/// The column and the property whose values agree most.
fn best(table: &Table, atlas: &Atlas, gazetteers: &[Gazetteer], is_own: bool) -> Option<Match> {
    let looked = (LOOKS / atlas.features.len().max(1)).max(LEAST_LOOKED);
    let properties: Vec<Property> = (0..atlas.properties.len().min(looked))
        .map(|at| Property::of(atlas, at, gazetteers))
        .collect();
    let is_area = |column: &Column| column.role == Role::Area;
    let fits = |category: &Category| (1..=MOST_VALUES).contains(&category.dictionary.len());
    let mut columns: Vec<(&Column, &Category)> =
        table.categories().filter(|(_, category)| fits(category)).collect();
    columns.sort_by_key(|(column, _)| !is_area(column));
    let mut best: Option<((usize, bool, usize), Match)> = None;
    for (column, category) in columns.into_iter().take(MOST_COLUMNS) {
        let keys = Keys::of(&column.key, category, gazetteers);
        for property in &properties {
            let Some(found) = property.matched(&keys) else { continue };
            let known = found.iter().flatten().count();
            let distinct: BTreeSet<usize> = found.iter().flatten().copied().collect();
            let share = known as f64 / (found.len() - keys.totals).max(1) as f64;
            let (fewest, least) = match (is_own, is_area(column)) {
                (true, _) => (1, KNOWN_OF_OTHERS),
                (_, true) => (FEWEST.min(property.names.len()), KNOWN_OF_AREAS),
                _ => (FEWEST.min(property.names.len()), KNOWN_OF_OTHERS),
            };
            if distinct.len() < fewest.max(1) || share < least {
                continue;
            }
            let rank = (distinct.len(), is_area(column), property.names.len());
            if best.as_ref().is_none_or(|(most, _)| rank > *most) {
                let (column, names) = (column.key.clone(), property.names.clone());
                best = Some((rank, Match { column, property: property.at, found, names, known }));
            }
        }
    }
    best.map(|(_, best)| best).filter(|best| best.known > 0)
}

/// The values of a property, and what stands for each.
struct Property {
    at: usize,
    names: Vec<String>,
    /// By way of comparing: which name a key is; none where it is several.
    keys: Vec<HashMap<String, Option<usize>>>,
}

impl Property {
    fn of(atlas: &Atlas, at: usize, gazetteers: &[Gazetteer]) -> Self {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut names: Vec<String> = Vec::new();
        for value in atlas.features.iter().filter_map(|feature| feature.value(at)) {
            places.entry(value).or_insert_with(|| {
                names.push(value.to_owned());
                names.len() - 1
            });
        }
        let keys = |alike: Alike| {
            let mut keys: HashMap<String, Option<usize>> = HashMap::new();
            // No gazetteer has so many.
            let most = if alike == Alike::Known { MOST_KNOWN } else { names.len() };
            for (at, name) in names.iter().enumerate().take(most) {
                if let Some(key) = alike.key(name, gazetteers) {
                    keys.entry(key).and_modify(|known| *known = None).or_insert(Some(at));
                }
            }
            keys
        };
        let keys = Alike::ALL.into_iter().map(keys).collect();
        Self { at, names, keys }
    }

    /// Which name each value of a column is; `None` where not one is.
    fn matched(&self, keys: &Keys) -> Option<Vec<Option<usize>>> {
        let one = |ways: &[Vec<String>]| {
            let mut all = ways.iter().zip(&self.keys);
            all.find_map(|(own, keys)| own.iter().find_map(|key| *keys.get(key)?))
        };
        let found: Vec<Option<usize>> = keys.values.iter().map(|ways| one(ways)).collect();
        found.iter().any(Option::is_some).then_some(found)
    }
}

/// The values of a column: by way of comparing, the keys of each value's id and names.
struct Keys {
    values: Vec<Vec<Vec<String>>>,
    /// Values that are totals.
    totals: usize,
}

impl Keys {
    fn of(column: &str, category: &Category, gazetteers: &[Gazetteer]) -> Self {
        let mut totals = 0;
        let value = |(code, entry): (u32, &crate::column::Entry)| {
            let names = Lang::ALL.map(|lang| entry_name(column, entry, lang));
            let mut texts = vec![entry.id.as_str()];
            for name in &names {
                if !texts.contains(&name.as_str()) {
                    texts.push(name);
                }
            }
            totals += usize::from(
                category.dictionary.total(code).is_some() || is_total(&entry.id, gazetteers),
            );
            let keys = |alike: Alike| {
                texts.iter().filter_map(|text| alike.key(text, gazetteers)).collect::<Vec<_>>()
            };
            Alike::ALL.into_iter().map(keys).collect()
        };
        let values = category.dictionary.iter().map(value).collect();
        Self { values, totals }
    }
}

/// Whether a gazetteer knows a value as that of all areas.
fn is_total(id: &str, gazetteers: &[Gazetteer]) -> bool {
    gazetteers.iter().any(|gazetteer| gazetteer.find(id) == Some(Found::Total))
}

/// Whether a text is a name and no code: it has more letters than a code does, or others than those.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_ascii() || text.chars().filter(char::is_ascii_alphabetic).count() > 3
}

/// What the areas of a property are called: by it where it has words, else by the one with words that tells most apart.
fn called(atlas: &Atlas, best: &Match) -> Vec<String> {
    if best.names.iter().filter(|name| is_name(name)).count() * 2 > best.names.len() {
        return best.names.clone();
    }
    let mut choice: Option<(usize, HashMap<&str, &str>)> = None;
    for property in (0..atlas.properties.len()).filter(|&at| at != best.property) {
        let mut names: HashMap<&str, &str> = HashMap::new();
        for feature in &atlas.features {
            if let (Some(own), Some(name)) = (feature.value(best.property), feature.value(property))
            {
                names.entry(own).or_insert(name);
            }
        }
        let words: BTreeSet<&str> = names.values().copied().filter(|name| is_name(name)).collect();
        let is_better = choice.as_ref().is_none_or(|(most, _)| words.len() > *most);
        if words.len() * 10 >= best.names.len() * 9 && is_better {
            choice = Some((words.len(), names));
        }
    }
    let name = |own: &String| {
        let name = choice.as_ref().and_then(|(_, names)| names.get(own.as_str()).copied());
        name.unwrap_or(own).to_owned()
    };
    best.names.iter().map(name).collect()
}
