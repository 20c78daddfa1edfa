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
        Status::Open => {
            "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3Q12 12.4 12 14M12 17V17.2"
        }
        // A clock's face.
        Status::NotDue => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7V12L15 14",
        Status::Unjudged => "M5 9H19M5 15H19",
        Status::Met => "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M8 12L11 15L16 9",
        Status::Exceeded => "M12 21V9M6 15L12 9L18 15M4 4H20",
        Status::Project => "M4 12H6M11 12H13M18 12H20",
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}
