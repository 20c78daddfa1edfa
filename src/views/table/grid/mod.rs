//! The grid: a header to sort by, the rows in sight, and the way of the keyboard through them.

mod body;
mod card;
mod density;
mod header;

use std::ops::Range;

use leptos::ev;
use leptos::prelude::*;

use super::Shown;
use crate::i18n::catalog::table as m;
use crate::plot::table::{CellContent, GridCell, Move, Page, Spread, Width};
use crate::session;
use crate::state::Action;
use crate::ui::{Scroller, SpacingProbe, focus};
use body::Body;
use density::Density;
use header::Header;

const KEYS: &str = "table-keys";
/// Id of what the table is called.
const TITLE: &str = "table-title";

/// A grid and the cell that the keyboard is at; cheap to copy.
#[derive(Clone, Copy)]
struct Walk {
    shown: Shown,
    scroller: Scroller,
    /// How many lines the rows have, and whether they are cards.
    density: Memo<Density>,
    /// How many times as large as designed type is, and rows with it.
    factor: Memo<f64>,
    /// What the reader's own spacing makes of text.
    spread: RwSignal<Option<Spread>>,
    wanted: RwSignal<GridCell>,
    /// The cell that Tab leads to; always one that is there.
    place: Memo<GridCell>,
    /// The places of the rows to draw.
    drawn: Memo<Range<usize>>,
    /// The rows drawn.
    page: Memo<Rows>,
    /// The row with the focus, where it is not drawn for being in sight.
    kept: Memo<Rows>,
}

/// A page and the place of its first row.
type Rows = Option<(usize, Page)>;

impl Walk {
    fn new(shown: Shown) -> Self {
        let scroller = Scroller::new();
        let (lang, care) = (shown.explorer.lang, shown.explorer.care);
        let factor = Memo::new(move |_| shown.explorer.type_size.get().factor());
        let density = Memo::new(move |_| {
            Density::of(lang.get(), care.get(), scroller.width.get() / factor.get())
        });
        let spread = RwSignal::new(None);
        let wanted = RwSignal::new(GridCell::default());
        let place = Memo::new(move |_| {
            let is_cards = density.get().is_cards();
            let columns = if is_cards { 1 } else { shown.fields.with(Vec::len) };
            let place = wanted.get().within(shown.len(), columns);
            // Cards have no header to be on.
            if is_cards { GridCell { line: place.line.max(1), ..place } } else { place }
        });
        let is_painted = Scroller::is_painted(shown.listing);
        let drawn = Memo::new(move |_| {
            let rows = shown.len();
            let row = density.get().row(spread.get()) * factor.get();
            let viewport = scroller.viewport(rows, row);
            if is_painted.get() { viewport.rows(rows) } else { viewport.in_sight(rows) }
        });
        let page = rows(shown, Memo::new(move |_| Some(drawn.get())));
        let kept = rows(
            shown,
            Memo::new(move |_| {
                let at = place.get().line.checked_sub(1).filter(|at| !drawn.get().contains(at))?;
                Some(at..at + 1)
            }),
        );
        Self { shown, scroller, density, factor, spread, wanted, place, drawn, page, kept }
    }

    /// `0` for the one cell that Tab leads to.
    fn tab_index(self, at: GridCell) -> &'static str {
        if self.place.get() == at { "0" } else { "-1" }
    }

    /// Whether rows are cards; tracked.
    fn is_cards(self) -> bool {
        self.density.get().is_cards()
    }

    /// Number of columns, tracked: a card is one.
    fn columns(self) -> usize {
        if self.is_cards() { 1 } else { self.shown.fields.with(Vec::len) }
    }

    /// Lines of text in a cell, of a name on a card; tracked.
    fn lines(self) -> u8 {
        self.density.get().lines(self.spread.get())
    }

    /// Height of a row in px; tracked.
    fn row_height(self) -> f64 {
        self.density.get().row(self.spread.get()) * self.factor.get()
    }

    /// Height of a row in px, not tracked.
    fn row(self) -> f64 {
        untrack(|| self.row_height())
    }

    /// Height in px of the room for rows that are not drawn; tracked.
    fn room(self, rows: Range<usize>) -> f64 {
        let row = self.row_height();
        let track = self.scroller.track(self.shown.len(), row);
        let squeezed = |rows: Range<usize>| rows.len() as f64 * row / track.pace();
        let drawn = self.drawn.get();
        let above = track.room(drawn.start, self.scroller.scrolled_to());
        let kept = self.place.get().line.checked_sub(1);
        // What stands next to the rows in sight fills up what the rest leaves.
        if rows.end == drawn.start {
            let kept = kept.filter(|at| *at < drawn.start);
            (above - kept.map_or(0.0, |at| squeezed(0..at) + row)).max(0.0)
        } else if rows.start == drawn.end {
            let below = track.height() - above - drawn.len() as f64 * row;
            let kept = kept.filter(|at| *at >= drawn.end);
            (below - kept.map_or(0.0, |at| squeezed(at + 1..track.rows) + row)).max(0.0)
        } else {
            squeezed(rows)
        }
    }

    /// Moves the focus to a cell, which may have to be scrolled into sight and drawn first.
    fn go(self, to: GridCell) {
        self.wanted.set(to);
        if let Some(at) = to.line.checked_sub(1) {
            self.scroller.reveal(at, untrack(|| self.shown.len()), self.row());
        }
        focus::take_when_drawn(cell_id(to));
    }

    /// Follows the reader's scrolling. Drawing other rows may move the one with the focus within the page.
    fn scrolled(self) {
        focus::keep(cell_id(self.place.get_untracked()), || self.scroller.scrolled());
    }

    fn step(self, step: Move) {
        let rows = untrack(|| self.shown.len());
        let columns = untrack(|| self.columns());
        self.go(self.place.get_untracked().after(
            step,
            rows,
            columns,
            self.scroller.page(self.row()),
        ));
    }

    /// Key and cells of the row at a place, if it has come; tracked.
    fn line(self, at: usize) -> Option<(String, Vec<CellContent>)> {
        let of = |rows: &Rows| {
            let (first, page) = rows.as_ref()?;
            let at = at.checked_sub(*first)?;
            Some((page.keys.get(at)?.clone(), page.rows.get(at)?.clone()))
        };
        self.page.with(of).or_else(|| self.kept.with(of))
    }

    /// Opens the detail of the row on a line; the header has none.
    fn open(self, line: usize) {
        if let Some((key, _)) = line.checked_sub(1).and_then(|at| untrack(|| self.line(at))) {
            self.shown.explorer.act(Action::Open(key));
        }
    }
}

/// The rows at some places. Until those asked for have come, there are those that were asked for before.
fn rows(shown: Shown, range: Memo<Option<Range<usize>>>) -> Memo<Rows> {
    shown.explorer.ask(move || Some(shown.page(range.get()?)))
}

fn cell_id(at: GridCell) -> String {
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
    let caption = move || shown.header.with(|h| h.caption.clone());
    // What a column is wide is written in the style sheet; the table's least width follows from how many there are.
    let number_of = move |width| {
        shown.fields.with(|f| f.iter().filter(|f| f.width() == width).count()).to_string()
    };
    view! {
        <h2 id=TITLE class="visually-hidden">{caption}</h2>
        <p id=KEYS class="visually-hidden">{explorer.t(m::KEYS)}</p>
        <div
            class="sheet"
            class:card-sheet=move || walk.is_cards()
            class:is-spread=move || walk.spread.get().is_some()
            node_ref=walk.scroller.element
            style=("--row", move || format!("{}px", walk.row_height()))
            style=("--lines", move || walk.lines().to_string())
            on:scroll=move |_| walk.scrolled()
        >
            <SpacingProbe spread=walk.spread />
            <table
                class="grid"
                role="grid"
                aria-labelledby=TITLE
                aria-describedby=KEYS
                aria-rowcount=move || (shown.len() + usize::from(!walk.is_cards())).to_string()
                aria-colcount=move || walk.columns().to_string()
                data-testid="grid"
                style=("--narrow", move || number_of(Width::Narrow))
                style=("--medium", move || number_of(Width::Medium))
                style=("--broad", move || number_of(Width::Broad))
                style=("--wide", move || number_of(Width::Wide))
                on:keydown=on_key
            >
                {move || (!walk.is_cards()).then(|| view! { <Header walk=walk /> })}
                <Body walk=walk />
            </table>
        </div>
    }
}

/// Another order or selection is read from its beginning.
fn start_again(walk: Walk) {
    Effect::new(move |before: Option<()>| {
        walk.shown.listing.track();
        if before.is_some() {
            walk.scroller.scroll_to(0.0);
        }
    });
}

/// The open row is in sight, and where the keyboard goes on from.
fn show_selected(walk: Walk) {
    let shown = walk.shown;
    let found = shown.explorer.ask(move || {
        let key = shown.explorer.marked()?;
        let (filter, options) = shown.listing.get_untracked();
        Some(session::RowPlace { filter, options, key })
    });
    Effect::new(move |_| {
        let row_height = walk.row_height();
        if let Some(at) = found.get().flatten() {
            walk.wanted.update(|place| place.line = at + 1);
            walk.scroller.reveal(at, untrack(|| shown.len()), row_height);
        }
    });
}
