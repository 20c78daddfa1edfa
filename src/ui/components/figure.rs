//! A figure: number large, unit small, qualifier always there.

use leptos::prelude::*;

use crate::words::FigureText;

/// A figure in its parts.
#[component]
pub fn FigureView(
    /// The figure.
    figure: FigureText,
) -> impl IntoView {
    let spoken = figure.to_string();
    view! {
        <span class="figure">
            <span class="visually-hidden">{spoken}</span>
            <span aria-hidden="true" class="figure-parts">
                <span class="figure-qualifier">{figure.qualifier}</span>
                <span class="figure-number">{figure.sign}{figure.number}</span>
                <span class="figure-unit">{figure.unit}</span>
                {(!figure.mark.is_empty()).then(|| view! { <span class="figure-mark">{figure.mark}</span> })}
            </span>
        </span>
    }
}
