//! What a dataset of livelihood figures is: records, units, quantities, periods, and their validation.
//!
//! Words follow SDMX where it has one. A [`Dataset`] is immutable once built; [`validate`] is the only way to one.

mod dataset;
pub mod headline;
mod misfit;
mod period;
mod quantity;
mod record;
mod register;
pub mod schema;
mod unit;
mod validate;
mod vocabulary;

pub use dataset::{Dataset, Pair, formula_words};
pub use headline::Headline;
pub use misfit::Misfit;
pub use period::{Period, Span};
pub use quantity::{Interval, Quantity};
pub use record::{
    Domain, Doubt, Indicator, Locator, Observation, Place, Project, Source, StoryStep, Synonym,
    adds_up,
};
pub use register::{Id, Record, Register};
pub use unit::Unit;
pub use validate::{add_stories, add_synonyms, validate};
pub use vocabulary::{
    Direction, Inferred, Level, MoneyKind, Nature, Overlaps, Picture, Qualifier, Role, SourceKind,
    Stage, Topic,
};
