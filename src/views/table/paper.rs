//! The table on paper: every row, where the screen draws only those in sight.

use std::any::Any;

use leptos::ev;
use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;

use super::{Shown, cell};
use crate::browser::media;
use crate::i18n::catalog::table as m;

/// Empty on screen; filled just before the page is printed.
#[component]
pub(super) fn Paper(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let paper = NodeRef::<html::Div>::new();
    let mounted = StoredValue::new_local(None::<Box<dyn Any>>);
    // A browser takes its picture of the page as soon as the listeners return, too early for effects to run: the
    // rows are mounted there and then.
    let fill = move || {
        if let Some(paper) = paper.get_untracked().filter(|_| mounted.with_value(Option::is_none)) {
            let rows = move || untrack(|| table(shown));
            mounted.set_value(Some(Box::new(mount_to(paper.into(), rows))));
        }
    };
    let empty = move || mounted.set_value(None);
    let before = window_event_listener(ev::beforeprint, move |_| fill());
    let after = window_event_listener(ev::afterprint, move |_| empty());
    // Some browsers print without these events but change the medium.
    const PRINT: &str = "print";
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

fn table(shown: Shown) -> AnyView {
    let (fields, order) = (shown.fields.get(), shown.order.get());
    let lang = shown.explorer.lang.get();
    shown.ask(|sheet| {
        let head = fields
            .iter()
            .map(|field| view! { <th scope="col" class=cell::class(field)>{sheet.name(field)}</th> })
            .collect_view();
        let line = |row: usize| {
            let cells = fields
                .iter()
                .map(|field| view! { <td class=cell::class(field)>{cell::draw(sheet.cell(row, field))}</td> })
                .collect_view();
            view! { <tr>{cells}</tr> }
        };
        view! {
            <table class="paper-table">
                <caption>{m::CAPTION.count(lang, order.len(), &[])}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{order.iter().map(|&row| line(row)).collect_view()}</tbody>
            </table>
        }
        .into_any()
    })
}
