//! How a reader's file was read: which of its tables is shown, with the others one press away, and the encoding of its
//! text where that is not certain.

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::i18n::catalog::opening as m;
use crate::i18n::catalog::words::COMMA;
use crate::import::{Choices, ENCODINGS, Offered, Remark, Told};
use crate::ui::{Explorer, OpenedTables, use_explorer, use_opened_tables};
use crate::words::listed;

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
    let has_remarks = !told.remarks.is_empty();
    (has_tables || has_encoding || has_remarks).then(|| {
        view! {
            <div class="source-note" data-testid="source-note">
                {has_tables.then(|| tables(explorer, opened, &told))}
                {has_encoding.then(|| encoding(explorer, opened, &told))}
                {told.remarks.iter().cloned().map(|own| remark(explorer, own)).collect_view()}
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

/// What else there is to know of the file.
fn remark(explorer: Explorer, own: Remark) -> AnyView {
    let text = move || remark_text(&own, explorer.lang.get());
    view! { <p data-testid="source-remark">{text}</p> }.into_any()
}

fn remark_text(own: &Remark, lang: Lang) -> String {
    let list = |names: &[String]| listed(names.iter().map(String::as_str), COMMA, lang);
    match own {
        Remark::NoTables(names, count) => {
            let message = if names.len() < *count { m::NO_TABLES_SUCH } else { m::NO_TABLES };
            message.count(lang, *count, &[("list", &list(names))])
        }
        Remark::Hidden { rows, columns: 0 } => m::HIDDEN_ROWS.count(lang, *rows, &[]),
        Remark::Hidden { rows: 0, columns } => m::HIDDEN_COLUMNS.count(lang, *columns, &[]),
        Remark::Hidden { rows, columns } => {
            m::HIDDEN_BOTH.count(lang, *rows, &[("columns", &columns.to_string())])
        }
        Remark::HiddenSheets(names) => m::HIDDEN_SHEETS.fill(lang, &[("list", &list(names))]),
        Remark::NoResults(count) => m::NO_RESULTS.count(lang, *count, &[]),
        Remark::ThousandsLeftOut { power, as_shown } => {
            let message = if *as_shown { m::THOUSANDS_AS_SHOWN } else { m::THOUSANDS_IN_FULL };
            message.fill(
                lang,
                &[("power", &format!("1{}", "0".repeat((*power).clamp(0, 12) as usize)))],
            )
        }
    }
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
