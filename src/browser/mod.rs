//! The only modules that touch the browser's interfaces; they know nothing of ours.
//!
//! Everything here may fail on the world and says so by `Option` or `Result`; nothing panics.

mod bytes;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod embedder;
pub mod intake;
pub mod link;
pub mod media;
pub mod package;
pub mod page_rule;
pub mod picture;
pub mod resize;
pub mod rest;
pub mod sighting;
pub mod style;
pub mod task;
pub mod timer;
pub mod worker;

use web_sys::{Document, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}
