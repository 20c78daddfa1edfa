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
mod ground;
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

#[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
pub use ground::Ground;
pub use types::{Choice, MapPlan};

/// A map that goes with a table; there is none where no readers' tables are read.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "engine")))]
pub struct Ground;

/// Whether a table has a map: at least three of its areas are known.
#[must_use]
pub fn is_offered(table: &Table) -> bool {
    #[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
    let found = areas::Areas::of(table, Lang::default()).is_some();
    #[cfg(not(any(not(target_arch = "wasm32"), feature = "engine")))]
    let found = {
        let _ = table;
        false
    };
    found
}

/// The map of what an engine selects, on the ground that goes with its table or on tiles; `None` where fewer than three
/// areas of the table are known.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    ground: Option<&Ground>,
    options: &MapOptions,
    lang: Lang,
) -> Option<MapPlan> {
    #[cfg(any(not(target_arch = "wasm32"), feature = "engine"))]
    let planned = plan::plan(engine, ground, options, lang);
    #[cfg(not(any(not(target_arch = "wasm32"), feature = "engine")))]
    let planned = {
        let _ = (engine, ground, options, lang);
        None
    };
    planned
}
