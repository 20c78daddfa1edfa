//! The table as a file.

use leptos::prelude::*;

use super::Shown;
use crate::browser::download::download;
use crate::export::write_csv;
use crate::i18n::catalog::table as m;
use crate::ui::Icon;

/// Downloads the rows and columns as shown, and says so.
#[component]
pub(super) fn Download(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let explorer = shown.explorer;
    let told = RwSignal::new(String::new());
    let press = move |_| {
        let lang = explorer.lang.get_untracked();
        let (fields, order) = (shown.fields.get_untracked(), shown.order.get_untracked());
        let bytes = untrack(|| shown.ask(|sheet| write_csv(&sheet.export(&fields, &order))));
        let file = m::EXPORT_NAME.get(lang);
        told.set(match download(file, "text/csv;charset=utf-8", &bytes) {
            Ok(()) => m::EXPORTED.count(lang, order.len(), &[("file", file)]),
            Err(_) => m::EXPORT_FAILED.get(lang).to_owned(),
        });
    };
    // What was said of another selection or in another language no longer holds.
    Effect::new(move |_| {
        shown.order.track();
        explorer.lang.track();
        told.set(String::new());
    });
    view! {
        <button type="button" data-testid="export" on:click=press>
            <Icon icon=Icon::Download />
            <span>{explorer.t(m::EXPORT)}</span>
        </button>
        <p class="table-told" role="status" data-testid="exported">{told}</p>
    }
}
