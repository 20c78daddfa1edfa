//! A list of which only what changed is drawn.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::kept::numbered;

/// The items, each drawn once and kept while it stays what it is.
pub fn kept<T>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let items = Memo::new(move |before: Option<&Vec<(usize, T)>>| {
        numbered(items(), before.map_or(&[], Vec::as_slice))
    });
    let numbers = move || items.with(|items| items.iter().map(|(number, _)| *number).collect());
    let drawn = move |number: usize| {
        let item = items.with_untracked(|items| {
            items.iter().find(|(own, _)| *own == number).map(|(_, item)| item.clone())
        });
        item.map(&draw).into_any()
    };
    in_order(Signal::derive(numbers), Arc::new(drawn))
}

/// What is drawn for numbers: of no type of an item, so that it is compiled once.
fn in_order(
    numbers: Signal<Vec<usize>>,
    draw: Arc<dyn Fn(usize) -> AnyView + Send + Sync>,
) -> AnyView {
    view! { <For each=move || numbers.get() key=|number| *number children=move |number| draw(number) /> }
        .into_any()
}
