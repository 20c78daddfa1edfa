//! The rows in sight.

use leptos::ev;
use leptos::prelude::*;

use super::card::CardCell;
use super::{Walk, cell_id};
use crate::plot::table::{CellContent, Field, GridCell, Origin, Stretch, stretches};
use crate::ui::focus;
use crate::views::table::cell;

/// A press that moved farther than this, in px, selects text and opens nothing.
const STILL: f64 = 4.0;

/// A row that is drawn, or the room of those that are not.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Piece {
    /// A row at its place, by its key; the key is not known until the row has come.
    Row { at: usize, key: Option<String> },
    /// Room for the rows from one place to before another.
    Gap { from: usize, to: usize },
}

/// The rows.
#[component]
pub(super) fn Body(
    /// The grid.
    walk: Walk,
) -> impl IntoView {
    let pieces = Memo::new(move |_| {
        let kept = walk.place.get().line.checked_sub(1);
        let piece = |stretch| match stretch {
            Stretch::Row(at) => Piece::Row { at, key: walk.line(at).map(|(key, _)| key) },
            Stretch::Gap(rows) => Piece::Gap { from: rows.start, to: rows.end },
        };
        let pieces = stretches(walk.shown.len(), walk.drawn.get(), kept);
        pieces.into_iter().map(piece).collect::<Vec<_>>()
    });
    let pressed = StoredValue::new((0.0, 0.0));
    let press = move |event: ev::PointerEvent| pressed.set_value(position(&event));
    let draw = move |piece: Piece| match piece {
        Piece::Row { at, key } => {
            view! { <Row walk=walk at=at key=key pressed=pressed /> }.into_any()
        }
        Piece::Gap { from, to } => view! { <Gap walk=walk from=from to=to /> }.into_any(),
    };
    view! {
        <tbody on:pointerdown=press>
            <For each=move || pieces.get() key=Clone::clone children=draw />
        </tbody>
    }
}

fn position(event: &ev::MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

#[component]
fn Gap(walk: Walk, from: usize, to: usize) -> impl IntoView {
    let height = move || format!("{}px", walk.room(from..to));
    view! {
        <tr class="gap" aria-hidden="true">
            <td colspan=move || walk.columns().to_string() style:height=height></td>
        </tr>
    }
}

#[component]
fn Row(
    walk: Walk,
    at: usize,
    key: Option<String>,
    pressed: StoredValue<(f64, f64)>,
) -> impl IntoView {
    let explorer = walk.shown.explorer;
    let is_open = Memo::new(move |_| {
        let marked = explorer.marked();
        marked.is_some() && marked == key
    });
    // A row that is about to be taken away keeps what it says until then.
    let line = Memo::new(move |before: Option<&Vec<CellContent>>| match walk.line(at) {
        Some((_, cells)) => cells,
        None => before.cloned().unwrap_or_default(),
    });
    let click = move |event: ev::MouseEvent, place: GridCell| {
        let ((x, y), (from_x, from_y)) = (position(&event), pressed.get_value());
        if (x - from_x).abs().max((y - from_y).abs()) < STILL {
            // The detail gives the focus back to where it was opened.
            walk.wanted.set(place);
            focus::take(&cell_id(place));
            walk.open(place.line);
        }
    };
    let cells = move || {
        if walk.is_cards() {
            let click = move |event| click(event, GridCell { line: at + 1, column: 0 });
            return view! { <CardCell walk=walk at=at cells=line.into() click=Callback::new(click) /> }.into_any();
        }
        let mut says = line.get().into_iter();
        let cell = |(column, field): (usize, Field)| {
            let place = GridCell { line: at + 1, column };
            let says = says.next().unwrap_or_default();
            view! { <CellOf walk=walk place=place field=field says=says click=Callback::new(move |event| click(event, place)) /> }
        };
        walk.shown.fields.get().into_iter().enumerate().map(cell).collect_view().into_any()
    };
    view! {
        <tr
            role="row"
            aria-rowindex=move || (at + 1 + usize::from(!walk.is_cards())).to_string()
            aria-current=move || is_open.get().then_some("true")
            data-testid="row"
        >
            {cells}
        </tr>
    }
}

/// A cell. The figure itself is a button, and takes the focus in the cell's place; elsewhere the cell does.
#[component]
fn CellOf(
    walk: Walk,
    place: GridCell,
    field: Field,
    says: CellContent,
    click: Callback<ev::MouseEvent>,
) -> impl IntoView {
    let tab_index = move || walk.tab_index(place);
    let focused = move |_| walk.wanted.set(place);
    let role = if place.column == 0 { "rowheader" } else { "gridcell" };
    let class = cell::class(&field);
    if matches!(field.origin, Origin::Own(_, role) if role.is_number()) {
        return view! {
            <td role=role class=class on:click=move |event| click.run(event)>
                <button type="button" id=cell_id(place) class="figure-button" tabindex=tab_index on:focus=focused>
                    {cell::draw(says)}
                </button>
            </td>
        }
        .into_any();
    }
    view! {
        <td role=role class=class id=cell_id(place) tabindex=tab_index on:focus=focused on:click=move |event| click.run(event)>
            {cell::draw(says)}
        </td>
    }
    .into_any()
}
