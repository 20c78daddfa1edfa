//! Parts of the page that are not there at first.

use leptos::prelude::*;

/// Draws a part that the first view does not have: drawn by a call of this, all that it takes waits in the second part
/// of the program (`tools/split/rest.txt`), which the page fetches after the first view and, where it must, at the call.
#[inline(never)]
pub fn late(view: impl FnOnce() -> AnyView) -> AnyView {
    view()
}
