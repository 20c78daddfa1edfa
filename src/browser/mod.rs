//! The only modules that touch the browser's interfaces. Of the explorer they use nothing but the values of `base`.
//!
//! Six know more than browsers, namely what the explorer has agreed on with what is around it: `embedder` and `intake`
//! the messages of a page that frames it, `host` what an element of another page asks, `package` where a built page holds
//! its data, `rest` and `worker` what the loader hands out.
//!
//! Everything here may fail on the world and says so by `Option` or `Result`; nothing panics.

mod bytes;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod embedder;
pub mod excerpt;
pub mod folder;
pub mod host;
pub mod intake;
pub mod link;
pub mod media;
pub mod package;
pub mod page_rule;
pub mod picture;
pub mod resize;
pub mod rest;
pub mod share;
pub mod sighting;
pub mod speech;
pub mod style;
pub mod svg_tree;
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
