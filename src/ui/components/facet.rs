//! One category column as a filter: every value with its count under all other filters.

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Category, Role, Table};
use crate::i18n::catalog::filter as m;
use crate::query::{CrossFilter, FacetCount, Filter};
use crate::state::Action;
use crate::ui::{DomainIcon, use_explorer};
use crate::words::{column_name, entry_name};

/// How many values are shown before a reader asks for more.
const SHORT: usize = 8;
/// Up to so many values, all are shown: folding a few away helps nobody.
const ALL: usize = 14;

/// One value as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    id: String,
    name: String,
    count: usize,
    chosen: bool,
    /// Depth in the tree, 0 at the root.
    depth: usize,
    /// The hue, on topic columns.
    hue: Option<u8>,
}

/// The filter of one column.
#[component]
pub fn Facet(
    /// Key of the column.
    column: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let all = RwSignal::new(false);
    let key = StoredValue::new(column.clone());
    let items = {
        let column = column.clone();
        Memo::new(move |_| {
            let content = explorer.content();
            let lang = explorer.lang.get();
            explorer.filter.with(|filter| items(&content.table, filter, &column, lang))
        })
    };
    let name = {
        let column = column.clone();
        move || {
            let content = explorer.content();
            content.table.column(&column).map(|c| column_name(c, explorer.lang.get()))
        }
    };
    let hidden =
        Memo::new(move |_| items.with(|i| if i.len() > ALL { i.len() - SHORT } else { 0 }));
    let shown = move || {
        let items = items.get();
        let whole = all.get() || hidden.get() == 0;
        if whole { items } else { items.into_iter().take(SHORT).collect::<Vec<_>>() }
    };
    let has_hidden = move || hidden.get() != 0;
    let testid = format!("facet-{column}");
    let has_chosen = Memo::new(move |_| items.with(|i| i.iter().any(|item| item.chosen)));
    view! {
        <fieldset class="facet" tabindex="-1" data-testid=testid>
            <legend>{name}</legend>
            <Show when=move || has_chosen.get()>
                <button type="button" class="quiet facet-clear" on:click=move |_| explorer.act(Action::Lift(key.get_value()))>{explorer.t(m::CLEAR)}</button>
            </Show>
            <ul>
                <For each=shown key=|item| (item.id.clone(), item.name.clone(), item.depth) let:item>
                    <FacetValue column=key.get_value() item=item items=items />
                </For>
            </ul>
            <Show when=has_hidden>
                <button type="button" class="quiet" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|a| *a = !*a)>
                    {move || {
                        let lang = explorer.lang.get();
                        if all.get() { m::FEWER.get(lang).to_owned() } else { m::MORE.count(lang, hidden.get(), &[]) }
                    }}
                </button>
            </Show>
        </fieldset>
    }
}

#[component]
fn FacetValue(column: String, item: Item, items: Memo<Vec<Item>>) -> impl IntoView {
    let explorer = use_explorer();
    let id = item.id.clone();
    // The row stays while its count changes, so that the focus survives a click.
    let now = Memo::new(move |_| {
        items.with(|items| {
            items.iter().find(|i| i.id == id).map_or((0, false), |i| (i.count, i.chosen))
        })
    });
    let action = Action::Toggle(column, item.id.clone());
    let name = item.name.clone();
    let label = move || {
        let (count, _) = now.get();
        m::COUNT_OF.count(explorer.lang.get(), count, &[("name", &name)])
    };
    let is_zero = move || now.get().0 == 0;
    let input_id = format!("facet-{}-{}", item.depth, item.id);
    view! {
        <li class=format!("facet-value depth-{}", item.depth.min(3)) class:facet-zero=is_zero>
            <label>
                <input
                    type="checkbox"
                    name=input_id
                    aria-label=label
                    prop:checked=move || now.get().1
                    on:change=move |_| explorer.act(action.clone())
                />
                {item.hue.map(|hue| view! { <DomainIcon id=item.id.clone() hue=hue /> })}
                <span class="facet-name">{item.name.clone()}</span>
                <span class="facet-count">{move || now.get().0}</span>
            </label>
        </li>
    }
}

/// Values that any row has: trees in tree order, topics and vocabularies in their own, the rest most rows first.
fn items(table: &Table, filter: &Filter, column: &str, lang: Lang) -> Vec<Item> {
    let Some((definition, category)) = table.column(column).zip(table.category(column)) else {
        return Vec::new();
    };
    let dictionary = &category.dictionary;
    let everything = Filter::default();
    let ever = CrossFilter::new(table, &everything).facet(column);
    let counts = CrossFilter::new(table, filter).facet(column);
    let is_topic = definition.role == Role::Topic;
    // In a tree, a value that only passes on to its one child says nothing: it is left out, its child moves up.
    let own = own_rows(table, category);
    let passes_on = |code: u32| {
        let of_child = dictionary
            .iter()
            .filter(|(c, e)| e.parent == Some(code) && ever[*c as usize].count > 0);
        own[code as usize] == 0 && of_child.count() == 1 && !counts[code as usize].chosen
    };
    let shown = |count: &&FacetCount| {
        (ever[count.code as usize].count > 0 && !passes_on(count.code)) || count.chosen
    };
    let depth = |code| dictionary.ancestors(code).skip(1).filter(|&up| !passes_on(up)).count();
    let mut items: Vec<(Vec<u32>, Item)> = counts
        .iter()
        .filter(shown)
        .filter_map(|count| {
            let entry = dictionary.get(count.code)?;
            let mut path: Vec<u32> = dictionary.ancestors(count.code).collect();
            path.reverse();
            let item = Item {
                id: entry.id.clone(),
                name: entry_name(column, entry, lang),
                count: count.count,
                chosen: count.chosen,
                depth: depth(count.code),
                hue: entry.hue.filter(|_| is_topic),
            };
            Some((path, item))
        })
        .collect();
    if dictionary.is_tree() {
        items.order_by(|a, b| a.0.cmp(&b.0));
    } else if definition.role == Role::Kind || definition.role == Role::Series {
        // Ordered by what there is, not by what is left, so that nothing jumps while filtering.
        let total = |item: &Item| dictionary.code(&item.id).map_or(0, |c| ever[c as usize].count);
        items.order_by_key(|(_, item)| std::cmp::Reverse(total(item)));
    }
    items.into_iter().map(|(_, item)| item).collect()
}

/// Rows that have the very value, by code.
fn own_rows(table: &Table, category: &Category) -> Vec<usize> {
    let mut own = vec![0; category.dictionary.len()];
    for code in (0..table.len).filter_map(|row| category.code(row)) {
        own[code as usize] += 1;
    }
    own
}
