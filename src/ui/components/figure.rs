//! A figure: number large, unit small, qualifier always there; and the same as something that opens its detail.

use leptos::prelude::*;

use crate::model::{Id, Observation};
use crate::state::Action;
use crate::ui::use_explorer;
use crate::words::{FigureText, figure, observation_name};

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
            </span>
        </span>
    }
}

/// A published figure that opens its detail.
#[component]
pub fn FigureButton(
    /// Which observation.
    id: Id<Observation>,
) -> impl IntoView {
    let explorer = use_explorer();
    let content = explorer.content();
    let key = content.data.observations[id].id.clone();
    let open = move |_| explorer.act(Action::Open(key.clone()));
    let lang = explorer.lang;
    let text = {
        let content = content.clone();
        move || figure(&content.data, &content.data.observations[id], lang.get())
    };
    let name = move || observation_name(&content.data, &content.data.observations[id], lang.get());
    view! {
        <button type="button" class="figure-button" title=name on:click=open>
            {move || view! { <FigureView figure=text() /> }}
        </button>
    }
}
