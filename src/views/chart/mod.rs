//! The chart view.

use leptos::prelude::*;

/// The chart view.
#[component]
pub fn ChartView() -> impl IntoView {
    view! { <p>"chart"</p> }
}
