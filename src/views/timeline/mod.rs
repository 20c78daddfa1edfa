//! The timeline view.

use leptos::prelude::*;

/// The timeline view.
#[component]
pub fn TimelineView() -> impl IntoView {
    view! { <p>"timeline"</p> }
}
