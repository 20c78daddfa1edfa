//! How a reader's file was read: which of its tables is shown, with the others one press away, and the encoding of its
//! text where that is not certain.

use leptos::prelude::*;

use crate::i18n::catalog::opening as m;
use crate::import::{Choices, ENCODINGS, Offered, Told};
use crate::ui::{Explorer, OpenedTables, use_explorer, use_opened_tables};

/// So many other tables are buttons; more are a list to choose from.
const BUTTONS: usize = 6;

/// What is shown of the file, and how it was read; nothing where there is nothing to choose.
#[component]
pub(super) fn SourceNote() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    let told = opened.told();
    let has_tables = told.tables.len() > 1;
    let is_certain = !told.guessed && told.encoding.as_deref().is_none_or(|name| name == "UTF-8");
    let has_encoding = !is_certain || opened.choices().encoding.is_some();
    (has_tables || has_encoding).then(|| {
        view! {
            <div class="source-note" data-testid="source-note">
                {has_tables.then(|| tables(explorer, opened, &told))}
                {has_encoding.then(|| encoding(explorer, opened, &told))}
            </div>
        }
    })
}

/// Which map was put under the table, and what else can be done with its file; nothing where there is none.
#[component]
pub(super) fn MapNote() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    opened.map().map(|map| {
        let name = map.name();
        let text = move || m::MAP_USED.fill(explorer.lang.get(), &[("name", &name)]);
        view! {
            <div class="source-note map-note" data-testid="map-note">
                <p>{text}</p>
                <ul class="source-tables">
                    <li>
                        <button type="button" class="quiet" data-testid="map-away" on:click=move |_| opened.put_map_away()>
                            {explorer.t(m::MAP_AWAY)}
                        </button>
                    </li>
                    <li>
                        <button type="button" class="quiet" data-testid="map-as-table" on:click=move |_| opened.open_map_as_table()>
                            {explorer.t(m::MAP_AS_TABLE)}
                        </button>
                    </li>
                </ul>
            </div>
        }
    })
}

/// The tables of the file.
fn tables(explorer: Explorer, opened: OpenedTables, told: &Told) -> AnyView {
    let shown = told.table.clone().unwrap_or_default();
    let others: Vec<Offered> =
        told.tables.iter().filter(|table| table.name != shown).cloned().collect();
    let read = move |name: String| {
        opened.read_as(Choices { table: Some(name), ..opened.choices() });
    };
    let label = move |table: &Offered| match table.rows {
        Some(rows) => m::TABLE_ROWS.count(explorer.lang.get(), rows, &[("name", &table.name)]),
        None => table.name.clone(),
    };
    let sentence = {
        let shown = shown.clone();
        move || m::TABLE_SHOWN.fill(explorer.lang.get(), &[("name", &shown)])
    };
    let choice = if others.len() <= BUTTONS {
        let button = |table: Offered| {
            let name = table.name.clone();
            view! {
                <li>
                    <button type="button" class="quiet" data-testid="other-table" on:click=move |_| read(name.clone())>
                        {move || label(&table)}
                    </button>
                </li>
            }
        };
        let buttons = others.into_iter().map(button).collect_view();
        view! { <ul class="source-tables">{buttons}</ul> }.into_any()
    } else {
        let option = |table: &Offered| {
            let (value, text, is_shown) = (table.name.clone(), table.clone(), table.name == shown);
            view! { <option value=value selected=is_shown>{move || label(&text)}</option> }
        };
        let options = told.tables.iter().map(option).collect_view();
        view! {
            <select aria-label=explorer.t(m::TABLES) data-testid="other-tables" on:change:target=move |ev| read(ev.target().value())>
                {options}
            </select>
        }
        .into_any()
    };
    view! {
        <p>{sentence}</p>
        {choice}
    }
    .into_any()
}

/// The encoding of the text, which may be changed.
fn encoding(explorer: Explorer, opened: OpenedTables, told: &Told) -> AnyView {
    let name = told.encoding.clone().unwrap_or_default();
    let is_known = ENCODINGS.iter().any(|known| known.eq_ignore_ascii_case(&name));
    let own = (!is_known && !name.is_empty()).then(|| name.clone());
    let option = |known: String| {
        let is_shown = known.eq_ignore_ascii_case(&name);
        let value = known.clone();
        view! { <option value=value selected=is_shown>{known}</option> }
    };
    let options = own.into_iter().chain(ENCODINGS.map(str::to_owned)).map(option).collect_view();
    let sentence = if told.guessed { m::ENCODING_GUESSED } else { m::ENCODING_TOLD };
    let change = move |encoding: String| {
        opened.read_as(Choices { encoding: Some(encoding), ..opened.choices() });
    };
    view! {
        <label class="source-encoding">
            <span>{explorer.t(sentence)}</span>
            <select aria-label=explorer.t(m::ENCODING) data-testid="source-encoding" on:change:target=move |ev| change(ev.target().value())>
                {options}
            </select>
        </label>
    }
    .into_any()
}
