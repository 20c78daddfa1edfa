//! Charts as a reader sees them: snapshots of whole pictures, and properties of all of them.

mod gallery;
mod legible;
mod markup;
mod odd;
mod sections;
mod snapshots;

pub(crate) use legible::fault;
