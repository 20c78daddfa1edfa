//! The reactive layer: the store, charts drawn into the page, and the widgets that views share.
//!
//! Components only wire: what they show is worked out by the pure modules and compared by value.

// The component macro wraps each function, and rustc then takes the original for unreachable.
#![allow(unreachable_pub)]

pub mod components;
mod explorer;
mod failure;
pub mod focus;
mod icons;
mod late;
mod late_table;
mod motion;
mod opened_tables;
mod paper;
mod parcel;
mod parts;
mod scene_view;
mod scroller;
mod session_client;
mod sheet;
mod spacing;
mod turn;
mod typing;
mod widths;

pub use explorer::{Explorer, use_explorer};
pub use failure::failure_text;
pub use icons::{DomainIcon, Icon};
pub use late::late;
pub use late_table::{bring_synonyms, late_table};
pub use motion::{Ticker, matching, reduced_motion};
pub use opened_tables::{
    Asked, Beginning, Failure, OpenedTables, Opening, Reason, use_opened_tables,
};
pub use paper::Paper;
pub use parcel::{Parcel, Picturing, Receipt};
pub use scene_view::SceneView;
pub use scroller::Scroller;
pub use session_client::SessionClient;
pub use sheet::{PaperSize, png, print, public_address};
pub use spacing::SpacingProbe;
pub use turn::in_its_turn;
pub use typing::Typing;
