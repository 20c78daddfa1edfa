//! One category column as a filter: every value with its count under all other filters. A few values stand in the open;
//! thousands scroll in a box of their own, where they can be searched.

use std::ops::Range;

use leptos::prelude::*;

use super::find_value::FindValue;
use super::kept::kept;
use crate::i18n;
use crate::i18n::catalog::chart::{IS_PART, IS_TOTAL};
use crate::i18n::catalog::filter as m;
use crate::plot::facet::{FacetPage, FacetValue};
use crate::session::Values;
use crate::state::Action;
use crate::ui::{DomainIcon, Explorer, Scroller, late, use_explorer};

/// How many values are shown before a reader asks for more.
const SHORT: usize = 8;
/// Up to so many values, all are shown: folding a few away helps nobody.
const ALL: usize = 14;
/// Beyond so many values, they scroll in a box and can be searched.
const MANY: usize = 60;
/// So few values need no search.
const FLAGS: usize = 2;
/// Height of a row of the box in px; the style sheet says the same.
const ROW: f64 = 32.0;

/// The part of a column's list that is asked for, and what came; cheap to copy.
#[derive(Clone, Copy)]
struct List {
    column: StoredValue<String>,
    words: RwSignal<String>,
    range: RwSignal<Range<usize>>,
    page: Memo<FacetPage>,
    /// The place of the page's first value.
    from: Memo<usize>,
}

/// The filter of one column.
#[component]
pub fn ValueFilter(
    /// Key of the column.
    column: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let testid = format!("facet-{column}");
    let column = StoredValue::new(column);
    let (words, range) = (RwSignal::new(String::new()), RwSignal::new(0..MANY));
    let page = explorer.ask(move || {
        Some(Values {
            filter: explorer.filter.get(),
            column: column.get_value(),
            words: words.get(),
            range: range.get(),
            lang: explorer.lang.get(),
        })
    });
    let from = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |(from, _)| *from)));
    let page = Memo::new(move |_| page.get().map(|(_, page)| page).unwrap_or_default());
    let list = List { column, words, range, page, from };
    let total = Memo::new(move |_| page.with(|page| page.total));
    let name = move || page.with(|page| page.name.clone());
    // Once long, it stays so while words narrow it down.
    let is_long = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || page.with(|page| page.total > MANY)
    });
    let has_chosen = Memo::new(move |_| page.with(|page| page.chosen > 0));
    // A reader's own values are searched from the first; two, such as yes and no, are seen at once.
    let is_searched = Memo::new(move |before: Option<&bool>| {
        let is_open = !explorer.is_published() && !is_long.get();
        is_open && (before == Some(&true) || page.with(|page| page.total > FLAGS))
    });
    let find = move || view! { <FindValue words=words total=total /> }.into_any();
    view! {
        <fieldset class="facet" tabindex="-1" data-testid=testid>
            <legend>{name}</legend>
            {move || has_chosen.get().then(|| late(move || clear_button(explorer, column)))}
            {move || is_searched.get().then(|| late(find))}
            {move || match is_long.get() {
                true => late(move || view! { <LongList list=list /> }.into_any()),
                false => view! { <ShortList list=list /> }.into_any(),
            }}
        </fieldset>
    }
}

/// Lifts the condition on one column.
fn clear_button(explorer: Explorer, column: StoredValue<String>) -> AnyView {
    let clear = move |_| explorer.act(Action::Lift(column.get_value()));
    view! { <button type="button" class="quiet facet-clear" on:click=clear>{explorer.t(m::CLEAR)}</button> }.into_any()
}

/// Values in the open, the later ones folded away.
#[component]
fn ShortList(list: List) -> impl IntoView {
    let explorer = use_explorer();
    let all = RwSignal::new(false);
    let hidden = Memo::new(move |_| {
        list.page.with(|page| if page.total > ALL { page.total - SHORT } else { 0 })
    });
    let shown = move || {
        let mut values = list.page.with(|page| page.values.clone());
        if !all.get() && hidden.get() > 0 {
            values.truncate(SHORT);
        }
        values.into_iter().map(uncounted).collect()
    };
    let more = move || {
        let lang = explorer.lang.get();
        match all.get() {
            true => m::FEWER.get(lang).to_owned(),
            false => m::MORE.count(lang, hidden.get(), &[]),
        }
    };
    view! {
        <ul>
            {kept(shown, move |value| view! { <ValueRow list=list value=value /> }.into_any())}
        </ul>
        <Show when=move || hidden.get() != 0>
            <button type="button" class="quiet" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|a| *a = !*a)>
                {more}
            </button>
        </Show>
    }
}

/// Values in a box that scrolls, of which only those in sight are drawn; words narrow them down.
#[component]
fn LongList(list: List) -> impl IntoView {
    let explorer = use_explorer();
    let scroller = Scroller::new();
    let total = Memo::new(move |_| list.page.with(|page| page.total));
    let drawn = Memo::new(move |_| scroller.viewport(total.get(), ROW).rows(total.get()));
    Effect::new(move |_| {
        let drawn = drawn.get();
        if drawn != list.range.get_untracked() {
            list.range.set(drawn);
        }
    });
    let rows = move || {
        let values = list.page.with(|page| page.values.clone());
        (list.from.get()..).zip(values.into_iter().map(uncounted)).collect()
    };
    let room = move || format!("{}px", total.get() as f64 * ROW);
    Effect::new(move |before: Option<()>| {
        list.words.track();
        if before.is_some() {
            scroller.scroll_to(0.0);
        }
    });
    let row = move |(at, value)| view! { <ValueRow list=list value=value at=at /> }.into_any();
    view! {
        <FindValue words=list.words total=total />
        <div class="facet-box" tabindex="0" role="group" aria-label=explorer.t(m::VALUES) node_ref=scroller.element on:scroll=move |_| scroller.scrolled()>
            <ul style:height=room>
                {kept(rows, row)}
            </ul>
        </div>
    }
}

/// A value as it is named: its row stays while nothing else of it changes, and asks by itself for the rest.
fn uncounted(value: FacetValue) -> FacetValue {
    FacetValue { count: 0, chosen: false, ..value }
}

/// A value with its box and its count. The row stays while its count changes, so that the focus survives a click.
#[component]
fn ValueRow(
    list: List,
    value: FacetValue,
    /// Its place in a box that scrolls.
    #[prop(optional)]
    at: Option<usize>,
) -> impl IntoView {
    let explorer = use_explorer();
    let FacetValue { code, id, name, depth, hue, count, chosen, is_total, is_part } = value;
    let tag = if is_part { IS_PART } else { IS_TOTAL };
    let now = Memo::new(move |before: Option<&(usize, bool)>| {
        let known = before.copied().unwrap_or((count, chosen));
        list.page.with(|page| {
            page.values.iter().find(|v| v.code == code).map_or(known, |v| (v.count, v.chosen))
        })
    });
    let label = {
        let name = name.clone();
        let count_of = if explorer.is_published() { m::COUNT_OF } else { m::COUNT_OF_ROWS };
        move || count_of.count(explorer.lang.get(), now.get().0, &[("name", &name)])
    };
    let action = Action::Toggle(list.column.get_value(), id.clone());
    let top = at.map(|at| format!("{}px", at as f64 * ROW));
    view! {
        <li class=format!("facet-value depth-{}", depth.min(3)) class:facet-zero=move || now.get().0 == 0 style:top=top>
            <label title=at.map(|_| name.clone())>
                <input
                    type="checkbox"
                    name=format!("facet-{depth}-{id}")
                    aria-label=label
                    prop:checked=move || now.get().1
                    on:change=move |_| explorer.act(action.clone())
                />
                {hue.map(|hue| view! { <DomainIcon id=id.clone() hue=hue /> })}
                <span class="facet-name">{name.clone()}</span>
                {is_total.then(|| view! { <span class="facet-tag">{explorer.t(tag)}</span> })}
                <span class="facet-count">{move || i18n::grouped(&now.get().0.to_string())}</span>
            </label>
        </li>
    }
}
