//! What JavaScript may call, exported by the modules of `src/bin`: the engine over one table.
//!
//! `js/` holds the scripts around it: the service that answers requests on the page's thread or in a worker. The
//! documented interface, which other people's pages use, is `public/embed/minsheng-engine.js`.
//!
//! Typed arrays are copied once, into the module's memory or out of it. What cannot be done is an `Error` with a `code`.

#[cfg(feature = "engine")]
mod column;
#[cfg(feature = "engine")]
mod core;
#[cfg(feature = "engine")]
mod end;
// A module uses some of its codes.
#[cfg_attr(not(all(feature = "engine", feature = "parquet")), allow(dead_code))]
mod error;
#[cfg(feature = "engine")]
mod maker;
#[cfg(feature = "engine")]
mod opened;
#[cfg(feature = "engine")]
mod package;
#[cfg(feature = "parquet")]
pub mod parquet;
#[cfg(feature = "engine")]
mod period;
#[cfg(feature = "engine")]
mod reader;
#[cfg(feature = "engine")]
mod session;
#[cfg(feature = "engine")]
mod typed;
#[cfg_attr(not(feature = "engine"), allow(dead_code))]
mod value;
#[cfg(feature = "engine")]
mod wanted;

#[cfg(feature = "engine")]
pub use self::core::Core;
#[cfg(feature = "engine")]
pub use maker::TableMaker;
#[cfg(feature = "engine")]
pub use opened::{OpenedTable, own_table_of};
#[cfg(feature = "engine")]
pub use package::PackageAt;
#[cfg(feature = "engine")]
pub use reader::TableReader;
#[cfg(feature = "engine")]
pub use session::ExplorerSession;
#[cfg(feature = "engine")]
pub use typed::TypedTable;
