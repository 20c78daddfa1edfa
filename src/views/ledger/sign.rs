//! The sign of a status: a shape of its own beside the word, so that nothing hangs on colour.

use leptos::prelude::*;

use crate::plot::ledger::Status;

/// Draws a status; silent, as the word stands beside it.
#[component]
pub(super) fn Sign(
    /// Which one.
    status: Status,
) -> impl IntoView {
    let path = match status {
        Status::Behind => "M19 5L9 12L19 19ZM6 5V19",
        Status::Met => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M8 12L11 15L16 9",
        Status::Exceeded => "M12 21V9M6 15L12 9L18 15M4 4H20",
        // Nothing is judged.
        Status::NotDue | Status::Open | Status::Unjudged | Status::Project => "",
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}
