//! What the fills mean.

use leptos::prelude::*;

use crate::i18n::catalog::{chart as m, data};
use crate::ui::use_explorer;

/// The four stages with their fills.
#[component]
pub fn StageLegend() -> impl IntoView {
    let explorer = use_explorer();
    let stages = [
        ("swatch swatch-solid", data::COMPLETED),
        ("swatch swatch-hatched", data::IN_PROGRESS),
        ("swatch swatch-hollow", data::PLANNED),
        ("swatch swatch-tick", data::STANDING),
    ];
    view! {
        <ul class="legend" aria-label=explorer.t(m::LEGEND)>
            {stages
                .into_iter()
                .map(|(class, name)| {
                    view! {
                        <li>
                            <span class=class aria-hidden="true"></span>
                            {explorer.t(name)}
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
