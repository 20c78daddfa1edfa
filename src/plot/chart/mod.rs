//! The chart a reader composes: any selection comes to a chart that can be read, or to a refusal that says why and
//! offers what can be drawn.
//!
//! The steps: `choose` settles measure, columns and mark, or refuses; then the figures themselves, or counts and sums
//! of them, become a [`ChartSpec`](crate::chart::ChartSpec) with the words around it and the same content as a listing.

pub(crate) mod any;
mod cells;
mod choice;
mod controls;
mod extent;
mod figures;
mod grouping;
mod groups;
mod lines;
mod naming;
mod parts;
mod refusal;
mod selection;
mod types;
mod unit;
mod words;

use crate::base::lang::Lang;
use crate::column::{Bitmap, Table};
use crate::model::Dataset;
use crate::query::Engine;
use crate::state::{Mark, Measure, Options};
use selection::Selection;

pub use choice::NO_SPLIT;
pub use controls::{Controls, Item, Picker, Switch};
pub use types::{Choice, Headings, Listing, Offer, Plan, Refusal};

/// The most marks of single figures, rows of groups, or small multiples a chart shows.
const MOST_ROWS: usize = 24;
/// The most small multiples.
const MOST_PANELS: usize = 12;

/// The chart of what an engine selects, under a reader's options: of published figures where the rows are such, else of
/// the table's columns by their roles.
///
/// # Errors
/// A [`Refusal`] where no honest chart can be drawn: its reason and what can be drawn instead.
pub fn plan(
    engine: &mut Engine,
    data: &Dataset,
    options: &Options,
    lang: Lang,
) -> Result<Plan, Refusal> {
    if data.observations.is_empty() {
        return any::plan(engine, options, lang);
    }
    let table = engine.table().clone();
    of_figures(&table, data, engine.rows(), options, lang)
}

/// What a reader may change about the chart of what an engine selects.
#[must_use]
pub fn controls(engine: &mut Engine, data: &Dataset, options: &Options, lang: Lang) -> Controls {
    if data.observations.is_empty() {
        return any::controls(engine, options, lang);
    }
    let table = engine.table().clone();
    controls::of_figures(&table, data, engine.rows(), options, lang)
}

/// The chart of some published figures.
fn of_figures(
    table: &Table,
    data: &Dataset,
    rows: &Bitmap,
    options: &Options,
    lang: Lang,
) -> Result<Plan, Refusal> {
    let selection = Selection::new(table, data, rows, options, lang);
    let choice = choice::choose(&selection, options)?;
    let plan = match (choice.measure, choice.mark) {
        (Measure::Figure, Mark::Line) => lines::plan(&selection, &choice),
        (Measure::Figure, _) => figures::plan(&selection, &choice),
        _ => groups::plan(&selection, &choice),
    };
    plan.ok_or_else(|| refusal::nothing(&selection))
}
