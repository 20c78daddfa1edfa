//! A button by which a reader puts a map of their own under the table that is looked at.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::intake;
use crate::i18n::catalog::map as m;
use crate::import::MAP_ENDINGS;
use crate::ui::{use_explorer, use_opened_tables};

/// Chooses the file of a map. Nothing where the page's own data are looked at, which have none.
#[component]
pub fn MapFile() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    let choose = move |event: ev::Event| {
        if let Some(source) = intake::chosen(&event) {
            opened.use_map(source);
        }
    };
    (!explorer.is_of_page()).then(|| {
        view! {
            <div class="map-own">
                <label class="open-file">
                    <span>{explorer.t(m::OWN_MAP)}</span>
                    <input type="file" accept=MAP_ENDINGS.join(",") data-testid="map-file" on:change=choose />
                </label>
                <p class="muted">{explorer.t(m::OWN_MAP_HINT)}</p>
            </div>
        }
    })
}
