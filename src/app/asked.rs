//! A link to a table that only its readers have: which file it is about, and the ways on.

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::browser::{intake, link};
use crate::i18n::catalog::opening as m;
use crate::i18n::{Message, bytes};
use crate::import::accepted;
use crate::state::{OwnTable, write_link};
use crate::ui::{Asked, Explorer, OpenedTables, focus, late, use_explorer, use_opened_tables};

/// Asks for the table that the page's address speaks of, while it is not here.
#[component]
pub(super) fn AskedTable(
    /// What is shown instead, by its name; none where it is the page's own data.
    shown: Option<String>,
) -> impl IntoView {
    let (explorer, opened) = (use_explorer(), use_opened_tables());
    let shown = StoredValue::new(shown);
    let asked = Memo::new(move |_| {
        // What is on its way may be what is asked for.
        opened.asked.get().filter(|_| opened.opening.with(Option::is_none))
    });
    view! {
        <div role="status">
            {move || {
                let asked = asked.get()?;
                Some(late(move || notice(explorer, opened, asked, shown.get_value())))
            }}
        </div>
    }
}

fn notice(
    explorer: Explorer,
    opened: OpenedTables,
    asked: Asked,
    shown: Option<String>,
) -> AnyView {
    let name = asked.table.name.clone();
    let is_pasted = intake::is_pasted(&name);
    let shown = move |lang: Lang| match &shown {
        Some(name) => m::ASKED_SHOWN_FILE.fill(lang, &[("name", name)]),
        None => m::ASKED_SHOWN_RELEASES.get(lang).to_owned(),
    };
    let stay_words = {
        let shown = shown.clone();
        move || {
            let lang = explorer.lang.get();
            m::ASKED_STAY.fill(lang, &[("shown", &shown(lang))])
        }
    };
    let table = asked.table;
    let text = move || {
        let lang = explorer.lang.get();
        let message = if is_pasted { m::ASKED_PASTED } else { m::ASKED };
        said(&table, message, &[("shown", &shown(lang))], lang)
    };
    let choose_words = move || m::ASKED_CHOOSE.fill(explorer.lang.get(), &[("name", &name)]);
    let choose = move |event: leptos::ev::Event| {
        if let Some(source) = intake::chosen(&event) {
            focus::rescue();
            opened.open(source);
        }
    };
    let stay = move |_| {
        focus::rescue();
        // A step of its own, so that going back asks again.
        link::write(&write_link(&explorer.state_untracked()), false);
        opened.ask_no_more();
    };
    let other = asked.other.map(|other| {
        let text = move || {
            let lang = explorer.lang.get();
            said(&other, m::ASKED_OTHER, &[], lang)
        };
        let take = move |with_state: bool| {
            focus::rescue();
            opened.take_other(with_state);
        };
        view! {
            <p role="alert" data-testid="asked-other">{text}</p>
            <button type="button" data-testid="asked-go-on" on:click=move |_| take(true)>{explorer.t(m::ASKED_GO_ON)}</button>
            <button type="button" class="quiet" data-testid="asked-only" on:click=move |_| take(false)>{explorer.t(m::ASKED_ONLY)}</button>
        }
    });
    view! {
        <section class="notice asked-table" aria-label=explorer.t(m::ASKED_LABEL) data-testid="asked-table">
            <p>{text}</p>
            <div class="asked-ways">
                {other}
                {(!is_pasted)
                    .then(|| {
                        view! {
                            <label class="open-file">
                                <span>{choose_words}</span>
                                <input type="file" accept=accepted() data-testid="asked-file" on:change=choose />
                            </label>
                        }
                    })}
                <button type="button" class="quiet" data-testid="asked-stay" on:click=stay>{stay_words}</button>
            </div>
        </section>
    }
    .into_any()
}

/// Says beside the link that others need the file.
pub(super) fn link_needs(explorer: Explorer, table: OwnTable) -> AnyView {
    let message = if intake::is_pasted(&table.name) { m::LINK_NEEDS_PASTED } else { m::LINK_NEEDS };
    let text = move || said(&table, message, &[], explorer.lang.get());
    view! { <p class="muted link-needs" data-testid="link-needs">{text}</p> }.into_any()
}

/// A message about a file, by its name and size.
fn said(table: &OwnTable, message: Message, values: &[(&str, &str)], lang: Lang) -> String {
    let size = bytes(table.bytes, lang);
    let mut values = values.to_vec();
    values.extend([("name", table.name.as_str()), ("size", size.as_str())]);
    message.fill(lang, &values)
}
