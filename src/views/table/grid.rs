//! The grid: a header to sort by, the rows in sight, and the way of the keyboard through them.

mod body;
mod density;
mod header;

use leptos::ev;
use leptos::prelude::*;

use super::Shown;
use crate::i18n::catalog::table as m;
use crate::plot::table::{Move, Place, Width};
use crate::state::Action;
use crate::ui::{Sight, focus};
use body::Body;
use density::Density;
use header::Header;

const KEYS: &str = "table-keys";

/// A grid and the cell that the keyboard is at; cheap to copy.
#[derive(Clone, Copy)]
struct Walk {
    shown: Shown,
    sight: Sight,
    /// How high the rows are.
    density: Memo<Density>,
    wanted: RwSignal<Place>,
    /// The cell that Tab leads to; always one that is there.
    place: Memo<Place>,
}

impl Walk {
    fn new(shown: Shown) -> Self {
        let sight = Sight::new();
        let lang = shown.explorer.lang;
        let density = Memo::new(move |_| Density::of(lang.get(), sight.width.get()));
        let wanted = RwSignal::new(Place::default());
        let place = Memo::new(move |_| {
            wanted.get().within(shown.order.with(Vec::len), shown.fields.with(Vec::len))
        });
        Self { shown, sight, density, wanted, place }
    }

    /// `0` for the one cell that Tab leads to.
    fn tab_index(self, at: Place) -> &'static str {
        if self.place.get() == at { "0" } else { "-1" }
    }

    /// Height of a row in px, not tracked.
    fn row(self) -> f64 {
        self.density.get_untracked().row()
    }

    /// Moves the focus to a cell, which may have to be scrolled into sight and drawn first.
    fn go(self, to: Place) {
        self.wanted.set(to);
        if let Some(at) = to.line.checked_sub(1) {
            self.sight.reveal(at, self.row());
        }
        focus::take_when_drawn(cell_id(to));
    }

    /// Follows the reader's scrolling. Drawing other rows may move the one with the focus within the page.
    fn scrolled(self) {
        focus::keep(cell_id(self.place.get_untracked()), || self.sight.scrolled());
    }

    fn step(self, step: Move) {
        let rows = self.shown.order.with_untracked(Vec::len);
        let columns = self.shown.fields.with_untracked(Vec::len);
        self.go(self.place.get_untracked().after(step, rows, columns, self.sight.page(self.row())));
    }

    /// Opens the detail of the row on a line; the header has none.
    fn open(self, line: usize) {
        let row = line
            .checked_sub(1)
            .and_then(|at| self.shown.order.with_untracked(|order| order.get(at).copied()));
        let explorer = self.shown.explorer;
        if let Some(key) = row.and_then(|row| Some(explorer.content().table.key(row)?.into_owned()))
        {
            explorer.act(Action::Open(key));
        }
    }
}

fn cell_id(at: Place) -> String {
    format!("cell-{}-{}", at.line, at.column)
}

/// The rows in sight under their header.
#[component]
pub(super) fn Grid(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let explorer = shown.explorer;
    let walk = Walk::new(shown);
    start_again(walk);
    show_selected(walk);
    let on_key = move |event: ev::KeyboardEvent| {
        let with_control = event.ctrl_key() || event.meta_key();
        let line = walk.place.get_untracked().line;
        if let Some(step) = Move::from_key(&event.key(), with_control) {
            event.prevent_default();
            walk.step(step);
        } else if line > 0 && matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            walk.open(line);
        }
    };
    let caption = move || m::CAPTION.count(explorer.lang.get(), shown.order.with(Vec::len), &[]);
    // What a column is wide is written in the style sheet; the table's least width follows from how many there are.
    let number_of = move |width| {
        shown.fields.with(|f| f.iter().filter(|f| f.width() == width).count()).to_string()
    };
    view! {
        <p id=KEYS class="visually-hidden">{explorer.t(m::KEYS)}</p>
        <div
            class="sheet"
            node_ref=walk.sight.scroller
            style=("--row", move || format!("{}px", walk.density.get().row()))
            style=("--lines", move || walk.density.get().lines().to_string())
            on:scroll=move |_| walk.scrolled()
        >
            <table
                class="grid"
                role="grid"
                aria-label=caption
                aria-describedby=KEYS
                aria-rowcount=move || (shown.order.with(Vec::len) + 1).to_string()
                data-testid="grid"
                style=("--narrow", move || number_of(Width::Narrow))
                style=("--medium", move || number_of(Width::Medium))
                style=("--broad", move || number_of(Width::Broad))
                style=("--wide", move || number_of(Width::Wide))
                on:keydown=on_key
            >
                <Header walk=walk />
                <Body walk=walk />
            </table>
        </div>
    }
}

/// Another order or selection is read from its beginning.
fn start_again(walk: Walk) {
    Effect::new(move |before: Option<()>| {
        walk.shown.order.track();
        if before.is_some() {
            walk.sight.scroll_to(0.0);
        }
    });
}

/// The open row is in sight, and where the keyboard goes on from.
fn show_selected(walk: Walk) {
    let shown = walk.shown;
    Effect::new(move |_| {
        let row_height = walk.density.get().row();
        let Some(key) = shown.explorer.selection.get() else { return };
        let Some(row) = shown.explorer.content().table.row(&key) else { return };
        let at = shown.order.with_untracked(|order| order.iter().position(|&r| r == row));
        if let Some(at) = at {
            walk.wanted.update(|place| place.line = at + 1);
            walk.sight.reveal(at, row_height);
        }
    });
}
