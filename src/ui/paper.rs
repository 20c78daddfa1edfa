//! What stands on paper where the screen shows something else.

use std::any::Any;

use leptos::ev;
use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser::media;

/// The medium of paper.
const PRINT: &str = "print";

/// Empty on screen, filled just before the page is printed.
#[component]
pub fn Paper(
    /// What is printed, drawn then and not reactive.
    content: Callback<(), AnyView>,
) -> impl IntoView {
    let paper = NodeRef::<html::Div>::new();
    let mounted = StoredValue::new_local(None::<Box<dyn Any>>);
    // A browser takes its picture of the page as soon as the listeners return, too early for effects to run: the
    // content is mounted there and then.
    let fill = move || {
        if let Some(paper) = paper.get_untracked().filter(|_| mounted.with_value(Option::is_none)) {
            let drawn = mount_to(paper.into(), move || untrack(|| content.run(())));
            mounted.set_value(Some(Box::new(drawn)));
        }
    };
    let empty = move || mounted.set_value(None);
    let before = window_event_listener(ev::beforeprint, move |_| fill());
    let after = window_event_listener(ev::afterprint, move |_| empty());
    // Some browsers print without these events but change the medium.
    let change = move || if media::matches(PRINT) { fill() } else { empty() };
    let listener = StoredValue::new_local(media::watch(PRINT, change));
    on_cleanup(move || {
        before.remove();
        after.remove();
        listener.set_value(None);
        empty();
    });
    view! { <div class="paper" node_ref=paper></div> }
}
