//! Minsheng Explorer (民生数图): livelihood figures of government releases, explored in the browser.
//!
//! The core modules know no DOM and build natively; the browser layer exists only for wasm.

// A test may be a long table of cases.
#![cfg_attr(test, allow(clippy::too_many_lines))]

pub mod base;
pub mod chart;
pub mod column;
pub mod export;
// Only tables of readers' own are mapped and joined, and these are read by the engine: nothing in the page's module calls for
// the names of areas, so that it does not carry them.
pub mod gazetteer;
pub mod geo;
pub mod i18n;
pub mod import;
pub mod model;
pub mod plot;
pub mod query;
pub mod session;
pub mod state;
pub mod words;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod app;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod browser;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod views;

#[cfg(all(target_arch = "wasm32", any(feature = "engine", feature = "parquet")))]
pub mod embed;
