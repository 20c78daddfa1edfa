//! A text that nobody reads, to see how far apart a reader's own styles set letters, words and lines.

use leptos::html;
use leptos::prelude::*;

use crate::browser::resize::Resize;
use crate::browser::style::spacing_of;
use crate::plot::table::{Spacing, Spread};

/// The text, whose words the style sheet has. Its size changes with its spacing.
#[component]
pub fn SpacingProbe(
    /// What the spacing makes of text; set at once and at each change.
    spread: RwSignal<Option<Spread>>,
) -> impl IntoView {
    let probe = NodeRef::<html::Span>::new();
    let size = StoredValue::new_local(None::<Resize>);
    Effect::new(move |_| {
        let Some(element) = probe.get() else { return };
        let text = element.clone();
        let watch = Resize::observe(&element, move |_, _| {
            let spacing = spacing_of(&text);
            let spacing = spacing.map(|[letters, words, lines]| Spacing { letters, words, lines });
            let now = spacing.and_then(Spread::of);
            if now != spread.get_untracked() {
                spread.set(now);
            }
        });
        size.set_value(watch);
    });
    on_cleanup(move || size.set_value(None));
    view! {
        <span class="visually-hidden" aria-hidden="true">
            <span class="grid-probe" node_ref=probe></span>
        </span>
    }
}
