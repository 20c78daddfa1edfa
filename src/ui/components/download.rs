//! A button that hands the reader a file and says whether it could.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::download::download;
use crate::i18n::Message;
use crate::i18n::catalog::table as m;
use crate::ui::{Icon, Parcel, Receipt, use_explorer};

/// Downloads a file when pressed.
#[component]
pub fn DownloadButton(
    /// What it says.
    label: Message,
    /// Asked for the file when the button is pressed.
    order: Callback<Receipt>,
    /// Name for tests.
    #[prop(optional)]
    testid: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    let told = RwSignal::new(String::new());
    let press = move |_| {
        order.run(Rc::new(move |parcel: Option<Parcel>| {
            let parcel = parcel.filter(|p| download(&p.name, p.media_type, &p.bytes).is_ok());
            let failed = || m::EXPORT_FAILED.get(explorer.lang.get_untracked()).to_owned();
            told.try_set(parcel.map_or_else(failed, |parcel| parcel.done));
        }));
    };
    // What was said holds until the reader goes on.
    Effect::new(move |_| {
        drop(explorer.state());
        told.set(String::new());
    });
    view! {
        <button type="button" data-testid=testid on:click=press>
            <Icon icon=Icon::Download />
            <span>{explorer.t(label)}</span>
        </button>
        <p class="told" role="status" data-testid=format!("{testid}-told")>{told}</p>
    }
}
