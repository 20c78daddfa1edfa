//! Native tests of the core, one binary: a module a subject.

#![cfg(not(target_arch = "wasm32"))]
// Helpers are tests too; clippy excepts only `#[test]` functions by itself.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// A test may be a long table of cases.
#![allow(clippy::too_many_lines)]

mod allocation;
mod any_table;
mod architecture;
mod bundled;
mod cells;
mod charts;
mod claims;
mod empty;
mod engine;
mod exports;
mod facets;
mod fit;
mod formats;
mod headlines;
mod links;
mod overview;
mod packages;
#[cfg(feature = "parquet")]
mod parquet;
mod periods;
mod plot_chart;
mod plot_chart_opens;
mod plot_chart_selections;
mod plot_compare;
mod plot_ledger;
mod plot_map;
mod plot_map_shapes;
mod plot_timeline;
mod posters;
mod preview;
mod rail;
mod search;
mod sentences;
mod session;
mod stories;
mod table;
mod told;
mod validation;
mod words;
