//! The table view: every figure a row, sortable, with the columns a reader chooses, exported as shown.

mod cell;
mod columns;
mod grid;
mod paper;
mod sort;

use std::ops::Range;

use leptos::prelude::*;

use crate::i18n::catalog::table as m;
use crate::plot::table::{Field, HeaderPlan};
use crate::query::Filter;
use crate::session;
use crate::state::TableOptions;
use crate::ui::components::ExportMenu;
use crate::ui::{Explorer, use_explorer};
use columns::Columns;
use grid::Grid;
use paper::PrintedTable;
use sort::SortList;

/// What the table shows; cheap to copy.
#[derive(Clone, Copy)]
struct Shown {
    explorer: Explorer,
    /// Columns, order and number of rows.
    header: Memo<HeaderPlan>,
    /// The columns shown, in order.
    fields: Memo<Vec<Field>>,
    /// What the rows and their order depend on.
    listing: Memo<(Filter, TableOptions)>,
}

impl Shown {
    fn new(explorer: Explorer) -> Self {
        let options = explorer.chosen(|o| &o.table);
        let listing = Memo::new(move |_| (explorer.drawn.get(), options.get()));
        let header = explorer.ask(move || {
            let (filter, options) = listing.get();
            Some(session::Header { filter, options, lang: explorer.lang.get() })
        });
        let header = Memo::new(move |_| header.get().unwrap_or_default());
        let fields = Memo::new(move |_| {
            header.with(|h| h.shown.iter().map(|heading| heading.field.clone()).collect())
        });
        Self { explorer, header, fields, listing }
    }

    /// A column's name in the reader's language.
    fn name(self, key: &str) -> String {
        self.header.with(|h| {
            let heading = h.all.iter().find(|heading| heading.field.key == key);
            heading.map(|heading| heading.name.clone()).unwrap_or_default()
        })
    }

    /// Number of rows; tracked.
    fn len(self) -> usize {
        self.header.with(|h| h.total)
    }

    /// The question for the rows at some places; tracked.
    fn page(self, range: Range<usize>) -> session::Page {
        let (filter, options) = self.listing.get();
        session::Page { filter, options, range, lang: self.explorer.lang.get() }
    }
}

/// The table view.
#[component]
pub fn TableView() -> impl IntoView {
    let explorer = use_explorer();
    let shown = Shown::new(explorer);
    let order_text = move || shown.header.with(|h| h.order.clone());
    view! {
        <section class="table-view" data-testid="table-view">
            <div class="table-tools" role="group" aria-label=explorer.t(m::TOOLS)>
                <p class="table-order" role="status" data-testid="table-order">{order_text}</p>
                <SortList shown=shown />
                <Columns shown=shown />
                <ExportMenu id="table-export" />
            </div>
            <Grid shown=shown />
            <PrintedTable shown=shown />
        </section>
    }
}
