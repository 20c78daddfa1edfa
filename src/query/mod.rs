//! Questions to a table: filters made of clauses, counts under all other filters, groups and sums, pages in order.
//!
//! A clause names its column, and a column is counted under every clause but its own. An [`Engine`] answers in one of
//! two ways. After any change of clauses, rows that pass are found as bits and those that count are counted, several
//! columns in one look-up (`joint`, `scan`). While one column is brushed, a [`Cube`] that was made when the brush
//! started answers each step by a subtraction a bin, whatever the number of rows.
//!
//! Sources: Moritz, Howe and Heer, 'Falcon' (CHI 2019) for the cube of the active view; Heer and Moritz, 'Mosaic'
//! (2024) for clauses with sources; crossfilter for views that do not filter themselves.

mod bins;
mod by_cell;
mod cells;
mod cube;
mod dimension;
mod engine;
mod filter;
mod joint;
mod scan;
mod search;
mod sort;
mod sum;

pub use bins::{BinScale, Bins};
pub use cube::{Cube, CubeView};
pub use engine::{Engine, FacetCount, Groups, LeftOut, Scored, Take};
pub use filter::{Clause, Filter};
pub use search::{
    Also, Asking, Found, Hit, Named, Part, Query, Reading, Searchable, Sense, Terms, Word,
};
pub use sort::{RowKey, RowOrder, SortKey, Turned, sorted};
pub use sum::sum;
