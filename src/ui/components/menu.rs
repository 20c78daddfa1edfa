//! A button with a panel under it.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::document;
use crate::i18n::Message;
use crate::ui::{Icon, use_explorer};

/// A panel that a press elsewhere, the focus moving on, or Escape closes.
#[component]
pub fn Menu(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// What the button says.
    label: Message,
    /// A pictogram in place of what the button says, which is then its name for those who do not see it.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Name of the button for tests.
    #[prop(optional)]
    testid: &'static str,
    /// Whether the panel is open. Default: only the menu itself knows.
    #[prop(default = RwSignal::new(false))]
    open: RwSignal<bool>,
    /// The panel.
    children: Children,
) -> impl IntoView {
    let explorer = use_explorer();
    let summary = format!("{id}-summary");
    let own = StoredValue::new(id.clone());
    let outside = window_event_listener(ev::pointerdown, move |event| {
        if !own.with_value(|id| document::within(id, event.target())) {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let left = move |event: ev::FocusEvent| {
        let to = event.related_target();
        if to.is_some() && !own.with_value(|id| document::within(id, to)) {
            open.set(false);
        }
    };
    let on_key = {
        let summary = summary.clone();
        move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" && open.get_untracked() {
                event.stop_propagation();
                event.prevent_default();
                open.set(false);
                document::focus(&summary);
            }
        }
    };
    view! {
        <details
            id=id
            class="menu"
            prop:open=open
            on:toggle:target=move |event| open.set(event.target().open())
            on:focusout=left
            on:keydown=on_key
        >
            <summary id=summary data-testid=testid class:icon-only=icon.is_some()>
                {icon.map(|icon| view! { <Icon icon=icon /> })}
                <span class:visually-hidden=icon.is_some()>{explorer.t(label)}</span>
            </summary>
            <div class="menu-panel">{children()}</div>
        </details>
    }
}
