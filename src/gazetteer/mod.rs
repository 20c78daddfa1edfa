//! Areas by their names and codes, and where each stands on a grid of equal tiles: the provinces of China (GB/T 2260) and
//! the countries of the world (ISO 3166). The tables beside this file are facts and places laid out for this page; no border
//! is drawn by them.

mod alike;
mod key;
mod table;

pub use alike::Alike;
pub use table::{Area, Found, Gazetteer, Grid};
