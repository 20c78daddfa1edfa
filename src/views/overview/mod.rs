//! The overview view.

use leptos::prelude::*;

/// The overview view.
#[component]
pub fn OverviewView() -> impl IntoView {
    view! { <p>"overview"</p> }
}
