//! Controls that a narrow window folds away.

use leptos::prelude::*;

use crate::browser::media;
use crate::i18n::Message;
use crate::ui::use_explorer;

/// From this width on there is room for controls above a view.
const ROOMY: &str = "(min-width: 600px)";

/// A group of controls: folded under its name on a narrow window, open and without its name on a wide one.
#[component]
pub fn Fold(
    /// Its name.
    name: Message,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let explorer = use_explorer();
    view! {
        <details class="fold" open=media::matches(ROOMY)>
            <summary>{explorer.t(name)}</summary>
            <div role="group" aria-label=explorer.t(name)>{children()}</div>
        </details>
    }
}
