//! Read-only questions to a table: filters made of clauses, counts under all other filters, groups and sums.
//!
//! Nothing here changes state. A filter clause names its column; a facet is counted under every clause but its own.

mod bins;
mod cells;
mod crossfilter;
mod cube;
mod dimension;
mod engine;
mod filter;
mod group;
mod histogram;
mod joint;
mod names;
mod scan;
mod search;
mod sort;

pub use bins::{BinScale, Bins};
pub use crossfilter::CrossFilter;
pub use cube::{Cube, CubeView};
pub use engine::{Engine, FacetCount, Groups};
pub use filter::{Clause, Filter};
pub use group::{Aggregate, Cell, aggregate, group, sum};
pub use histogram::{Bin, histogram};
pub use search::{Hit, Index, Searchable};
pub use sort::{SortKey, sorted};
