//! Minsheng Explorer (民生数图): livelihood figures of government releases, explored in the browser.
//!
//! The core modules know no DOM and build natively; the browser layer exists only for wasm.

pub mod base;
pub mod chart;

#[cfg(target_arch = "wasm32")]
pub mod app;
