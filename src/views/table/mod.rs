//! The table view: every figure a row, sortable, with the columns a reader chooses, exported as shown.

mod cell;
mod columns;
mod grid;
mod paper;

use leptos::prelude::*;

use crate::export::write_csv;
use crate::i18n::catalog::table as m;
use crate::plot::table::{Field, Sheet};
use crate::ui::components::{DownloadButton, Parcel};
use crate::ui::{Content, Explorer, use_explorer};
use columns::Columns;
use grid::Grid;
use paper::PrintedTable;

/// What the table shows; cheap to copy.
#[derive(Clone, Copy)]
struct Shown {
    explorer: Explorer,
    /// The columns, in order.
    fields: Memo<Vec<Field>>,
    /// The rows, in order.
    order: Memo<Vec<usize>>,
}

impl Shown {
    fn new(explorer: Explorer) -> Self {
        let fields = Memo::new(move |_| {
            let content = explorer.content();
            // Names are looked up as they are drawn: a change of language leaves the columns as they are.
            let sheet = Sheet::new(&content.data, &content.table, explorer.lang.get_untracked());
            explorer.options.with(|o| sheet.chosen(&o.columns))
        });
        let sort = Memo::new(move |_| explorer.options.with(|o| o.sort.clone()));
        let order = Memo::new(move |_| {
            let content = explorer.content();
            let sheet = Sheet::new(&content.data, &content.table, explorer.lang.get());
            explorer.rows.with(|rows| sort.with(|sort| sheet.order(rows, sort.as_ref())))
        });
        Self { explorer, fields, order }
    }

    /// Asks the sheet in the reader's language; tracks the language.
    fn ask<T>(self, question: impl FnOnce(&Sheet) -> T) -> T {
        let lang = self.explorer.lang.get();
        let content = self.explorer.content();
        let Content { data, table, .. } = &*content;
        question(&Sheet::new(data, table, lang))
    }
}

/// The table view.
#[component]
pub fn TableView() -> impl IntoView {
    let explorer = use_explorer();
    let shown = Shown::new(explorer);
    let order_text = move || {
        let lang = explorer.lang.get();
        let Some(key) = explorer.options.with(|o| o.sort.clone()) else {
            return m::UNSORTED.get(lang).to_owned();
        };
        let known = shown.ask(|sheet| {
            let name = sheet.name(&sheet.field(&key.column)?);
            let message = if key.descending { m::DESCENDING } else { m::ASCENDING };
            let text = message.fill(lang, &[("column", &name)]);
            let apart = shown.order.with(|order| sheet.keeps_kinds_apart(&key, order));
            Some(if apart { m::KINDS_APART.fill(lang, &[("order", &text)]) } else { text })
        });
        known.unwrap_or_else(|| m::UNSORTED.get(lang).to_owned())
    };
    view! {
        <section class="table-view" data-testid="table-view">
            <div class="table-tools" role="group" aria-label=explorer.t(m::TOOLS)>
                <p class="table-order" role="status" data-testid="table-order">{order_text}</p>
                <Columns shown=shown />
                <DownloadButton label=m::EXPORT parcel=Callback::new(move |()| file(shown)) testid="export" />
            </div>
            <Grid shown=shown />
            <PrintedTable shown=shown />
        </section>
    }
}

/// The rows and columns as shown.
fn file(shown: Shown) -> Parcel {
    let lang = shown.explorer.lang.get_untracked();
    let (fields, order) = (shown.fields.get_untracked(), shown.order.get_untracked());
    let name = m::EXPORT_NAME.get(lang);
    Parcel {
        name: name.to_owned(),
        media_type: "text/csv;charset=utf-8",
        bytes: untrack(|| shown.ask(|sheet| write_csv(&sheet.export(&fields, &order)))),
        done: m::EXPORTED.count(lang, order.len(), &[("file", name)]),
    }
}
