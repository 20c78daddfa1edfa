//! The table view.

use leptos::prelude::*;

/// The table view.
#[component]
pub fn TableView() -> impl IntoView {
    view! { <p>"table"</p> }
}
