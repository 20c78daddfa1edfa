//! The map: what is known of areas, shaded by class on tiles or shapes, with the words around it.
//!
//! Only tables of readers' own have one. The page's releases are of counties and prefectures: a province shaded by the
//! figure of one of them would say what nobody published.

// What follows runs where readers' tables are read: in the engine, and natively.
#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod areas;
#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod classes;
#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod layer;
#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod plan;
#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod sheet;
mod types;
#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
mod wording;

use crate::base::lang::Lang;
use crate::column::Table;
use crate::query::Engine;
use crate::state::MapOptions;

pub use types::{Choice, MapPlan};

/// Whether a table has a map: at least three of its areas are known.
#[must_use]
pub fn is_offered(table: &Table) -> bool {
    #[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
    let found = areas::Areas::of(table).is_some();
    #[cfg(not(any(not(target_arch = "wasm32"), feature = "engine")))]
    let found = {
        let _ = table;
        false
    };
    found
}

/// The map of what an engine selects; `None` where fewer than three areas of the table are known.
#[must_use]
pub fn plan(engine: &mut Engine, options: &MapOptions, lang: Lang) -> Option<MapPlan> {
    #[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
    let planned = plan::plan(engine, options, lang);
    #[cfg(not(any(not(target_arch = "wasm32"), feature = "engine")))]
    let planned = {
        let _ = (engine, options, lang);
        None
    };
    planned
}
