//! Filters beyond the first dozen of a reader's own table, by name: each is made when it is opened.

use leptos::prelude::*;

use crate::plot::rail::RailPart;
use crate::ui::use_explorer;

/// A line for each filter, under which it stands once it was opened; in force, it stands open.
pub fn one_by_one(parts: Vec<RailPart>, draw: fn(RailPart) -> AnyView) -> AnyView {
    let line = move |part: RailPart| view! { <Line part=part draw=draw /> };
    parts.into_iter().map(line).collect_view().into_any()
}

#[component]
fn Line(part: RailPart, draw: fn(RailPart) -> AnyView) -> impl IntoView {
    let explorer = use_explorer();
    let (name, column) = (part.name.clone(), part.column.clone());
    let testid = format!("fold-{}", part.column);
    let open = RwSignal::new(explorer.filter.with_untracked(|f| f.get(&column).is_some()));
    // What was drawn once stays as it is.
    let is_drawn = Memo::new(move |before: Option<&bool>| before == Some(&true) || open.get());
    view! {
        <details class="rail-fold" data-testid=testid prop:open=open on:toggle:target=move |ev| open.set(ev.target().open())>
            <summary>{name}</summary>
            {move || is_drawn.get().then(|| draw(part.clone()))}
        </details>
    }
}
