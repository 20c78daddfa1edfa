//! Native tests of the core, one binary: a module a subject.

#![cfg(not(target_arch = "wasm32"))]

mod architecture;
mod charts;
mod facets;
mod links;
mod packages;
mod validation;
mod words;
