//! What stands at the top of the page on paper, where its header with all that works only on screen is left out.

use leptos::prelude::*;

use super::header::view_name;
use crate::i18n;
use crate::i18n::catalog::{export, shell as m};
use crate::ui::Explorer;
use crate::ui::components::{imprint, today};

/// What this is, when it was printed, and where to find it again.
pub(super) fn head(explorer: Explorer) -> AnyView {
    let lang = explorer.lang.get();
    let view = view_name(explorer.view.get()).get(lang);
    let printed = export::PRINTED.fill(lang, &[("date", &i18n::date(today(), lang))]);
    view! {
        <div class="paper-head" data-testid="printed-head">
            <p>
                <strong>{m::TITLE.get(lang)}</strong>
                <span>{view}</span>
                <span>{printed}</span>
            </p>
            <p class="paper-link">{imprint(explorer).link}</p>
        </div>
    }
    .into_any()
}
