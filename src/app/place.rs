//! The place that the page is about, chosen at its top.

use leptos::prelude::*;

use crate::column::Role;
use crate::i18n::catalog::shell as m;
use crate::query::Filter;
use crate::state::Action;
use crate::ui::use_explorer;
use crate::words::value_name;

/// Stands in the list for what is chosen elsewhere: several places, or one that the list does not have.
const OTHER: &str = "*";

/// The places that releases are of, in a list; the one chosen is what the page is about.
#[component]
pub(super) fn PlacePicker() -> impl IntoView {
    let explorer = use_explorer();
    let column = explorer.table().by_role(Role::Area).map(|c| c.key.clone()).unwrap_or_default();
    let column = StoredValue::new(column);
    let chosen: Memo<Vec<String>> = Memo::new(move |_| {
        let column = column.get_value();
        let ids = |filter: &Filter| filter.values(&column).into_iter().flatten().cloned().collect();
        explorer.filter.with(ids)
    });
    let listed = Memo::new(move |_| {
        explorer.rail.with(|parts| {
            let parts = parts.iter().flatten();
            parts.flat_map(|part| part.places.iter().cloned()).collect::<Vec<_>>()
        })
    });
    let name =
        move |id: &str| value_name(&explorer.table(), &column.get_value(), id, explorer.lang.get());
    let other = move || {
        chosen.with(|ids| match ids.as_slice() {
            [] => None,
            [id] if listed.with(|list| list.contains(id)) => None,
            [id] => Some(name(id)),
            ids => Some(m::SOME_PLACES.count(explorer.lang.get(), ids.len(), &[])),
        })
    };
    let choose = move |id: String| match id.as_str() {
        "" => explorer.act(Action::Lift(column.get_value())),
        OTHER => {}
        _ => explorer.act(Action::Choose(column.get_value(), id)),
    };
    let option = move |id: String| {
        let (value, own) = (id.clone(), id.clone());
        let selected = move || chosen.with(|ids| ids.as_slice() == std::slice::from_ref(&own));
        view! { <option value=value selected=selected>{move || name(&id)}</option> }
    };
    view! {
        <select class="place" data-testid="place" aria-label=explorer.t(m::PLACE) on:change:target=move |ev| choose(ev.target().value())>
            <option value="" selected=move || chosen.with(Vec::is_empty)>{explorer.t(m::ALL_PLACES)}</option>
            {move || listed.get().into_iter().map(option).collect_view()}
            {move || other().map(|name| view! { <option value=OTHER selected=true>{name}</option> })}
        </select>
    }
}
