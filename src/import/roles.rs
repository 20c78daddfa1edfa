//! Which column of a table has which role, by what it is called and by what it holds.

use super::form::{Basis, Sure, Why};
use super::kind::Kind;
use super::lexicon::{self, Hint};
use super::look::{Look, TEXT_VALUES};
use super::paired;
use super::plan::ColumnPlan;
use crate::column::Role;

/// What the name of a column says, and whether the whole name does.
type Said = Option<(Hint, bool)>;

/// Gives each role to the one column that fits best; the rest stay categories.
pub(super) fn give_roles(columns: &mut [ColumnPlan], hints: &[Said], looks: &[Look<'_>]) {
    if let Some(at) = paired::kinds(columns, hints, looks) {
        columns[at].role = Role::Kind;
        columns[at].basis = Basis::new(Sure::Likely, Why::Cells);
    }
    for (hint, role) in [
        (Hint::Area, Role::Area),
        (Hint::Topic, Role::Topic),
        (Hint::Series, Role::Series),
        (Hint::Stage, Role::Stage),
        (Hint::Unit, Role::Kind),
        (Hint::Qualifier, Role::Qualifier),
    ] {
        if role == Role::Kind && has(columns, role) {
            continue;
        }
        if let Some(at) = best(columns, hints, looks, hint) {
            columns[at].role = role;
            columns[at].basis = Basis::new(Sure::Likely, Why::Name);
        }
    }
    if let Some((codes, names)) = paired::unnamed_areas(columns, looks) {
        (columns[codes].role, columns[names].role) = (Role::Category, Role::Area);
    }
    give_series(columns, hints, looks);
    give_promises(columns, hints);
    if !has(columns, Role::Area) {
        give_area(columns, hints, looks);
    }
    if !has(columns, Role::Topic)
        && let Some(at) = best(columns, hints, looks, Hint::Region)
    {
        columns[at].role = Role::Topic;
    }
    let value = || best(columns, hints, looks, Hint::Value).or_else(|| unlike(columns, looks));
    if !has(columns, Role::Series)
        && columns.iter().any(|column| column.kind == Kind::Number)
        && let Some(at) = value()
    {
        columns[at].role = Role::Series;
    }
}

fn has(columns: &[ColumnPlan], role: Role) -> bool {
    columns.iter().any(|column| column.role == role)
}

/// The column that fits best what its name says, of those without a role.
fn best(columns: &[ColumnPlan], hints: &[Said], looks: &[Look<'_>], hint: Hint) -> Option<usize> {
    let fits = |at: &usize| {
        let free = matches!(columns[*at].role, Role::Category | Role::Text);
        // Letters are flags of the figures: how far something has come is said in words.
        let are_flags = hint == Hint::Stage && looks[*at].longest() < 3;
        // Units are few; offices are headed by the same word.
        let are_offices = hint == Hint::Unit && looks[*at].offices > 0;
        // What says nothing is nothing.
        let is_other = are_flags || are_offices || looks[*at].said == 0;
        free && !is_other
            && columns[*at].kind == Kind::Category
            && hints[*at].is_some_and(|(h, _)| h == hint)
    };
    let places: Vec<usize> = (0..columns.len()).filter(fits).collect();
    if hint == Hint::Area {
        // The finest areas, in words rather than in codes; provinces that most rows do not name are no areas of theirs.
        let most = looks.iter().map(|look| look.said).max().unwrap_or_default();
        let said = places.into_iter().filter(|&at| looks[at].said * 2 >= most);
        return said.max_by_key(|&at| (looks[at].distinct.len(), !looks[at].are_codes(), !at));
    }
    // Otherwise the first, or of codes what they stand for.
    let first = *places.first()?;
    let is_worded = |at: &usize| {
        !looks[*at].are_codes() && looks[*at].distinct.len() == looks[first].distinct.len()
    };
    let worded = places.iter().copied().find(is_worded).filter(|_| looks[first].are_codes());
    Some(worded.unwrap_or(first))
}

/// The column of areas where none is called so: by its values, or of groups of areas.
fn give_area(columns: &mut [ColumnPlan], hints: &[Said], looks: &[Look<'_>]) {
    let named_like_places = (0..columns.len()).find(|&at| {
        let look = &looks[at];
        let are_most = look.places > 1 && look.places * 10 >= look.distinct.len() * 7;
        columns[at].role == Role::Category && are_most
    });
    let known = named_like_places.or_else(|| paired::known_areas(columns, looks));
    let known = known.map(|at| (at, Basis::new(Sure::Likely, Why::Known)));
    let by_name =
        || Some((best(columns, hints, looks, Hint::Region)?, Basis::new(Sure::Likely, Why::Name)));
    if let Some((at, basis)) = known.or_else(by_name) {
        (columns[at].role, columns[at].basis) = (Role::Area, basis);
    } else if let Some(at) = (0..columns.len()).find(|&at| {
        let is_free = columns[at].role == Role::Category && columns[at].kind == Kind::Category;
        is_free && looks[at].has_some_places()
    }) {
        columns[at].basis = Basis::new(Sure::Guessed, Why::Known);
    }
}

/// The category of which some values are called like rates and others are not, beside one column of numbers: these
/// measure unlike things.
fn unlike(columns: &[ColumnPlan], looks: &[Look<'_>]) -> Option<usize> {
    if columns.iter().filter(|column| column.kind == Kind::Number).count() != 1 {
        return None;
    }
    (0..columns.len()).find(|&at| {
        let names = || looks[at].distinct.iter().filter_map(|name| std::str::from_utf8(name).ok());
        let rates = names().filter(|name| lexicon::measures_rate(name)).count();
        columns[at].role == Role::Category
            && columns[at].kind == Kind::Category
            && (2..=TEXT_VALUES).contains(&looks[at].distinct.len())
            // PER is Peru among codes, and no rate.
            && !looks[at].are_codes()
            && (1..looks[at].distinct.len()).contains(&rates)
    })
}

/// Names that repeat beside areas are those of what is measured, where no column says so better.
fn give_series(columns: &mut [ColumnPlan], hints: &[Said], looks: &[Look<'_>]) {
    let measures = columns.iter().filter(|c| c.kind == Kind::Number).count();
    if has(columns, Role::Series) || !has(columns, Role::Area) || measures != 1 {
        return;
    }
    let named = (0..columns.len()).find(|&at| {
        let repeats = looks[at].distinct.len() * 2 <= looks[at].said;
        let free = columns[at].role == Role::Category && columns[at].kind == Kind::Category;
        free && repeats && hints[at] == Some((Hint::Name, true)) && looks[at].numbers == 0
    });
    if let Some(at) = named {
        columns[at].role = Role::Series;
    }
}

/// A column of targets beside one of what is done of them. Of several nobody can say which belong together.
fn give_promises(columns: &mut [ColumnPlan], hints: &[Said]) {
    let only = |hint: Hint| {
        let mut fits = (0..columns.len()).filter(|&at| {
            columns[at].kind == Kind::Number && hints[at].is_some_and(|(h, _)| h == hint)
        });
        fits.next().filter(|_| fits.next().is_none())
    };
    if let Some((target, done)) = only(Hint::Target).zip(only(Hint::Done)) {
        (columns[target].role, columns[done].role) = (Role::Target, Role::Done);
    }
}
