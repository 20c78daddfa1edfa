//! Pieces of work that follow one another behind the first screen.

use leptos::prelude::*;

use crate::browser::{document, task};

/// Whether a part of the first view may be drawn: at once, or while the reader sees the first screen in a task of its own,
/// so that no piece of work keeps the page from answering for long. `app::start` waits for the tasks that were asked for
/// while the explorer was mounted.
#[inline(never)]
pub fn in_its_turn() -> RwSignal<bool> {
    let may_begin = RwSignal::new(!document::shows_first_screen());
    if !may_begin.get_untracked() {
        task::spawn(async move {
            task::next().await;
            may_begin.try_set(true);
        });
    }
    may_begin
}
