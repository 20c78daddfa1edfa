//! A row as a card: its name, and a line beside its figure; what has no room there stands below.

use leptos::ev;
use leptos::prelude::*;

use super::{Walk, cell_id};
use crate::plot::table::{Card, CellContent, Field, GridCell};
use crate::ui::components::FigureView;

/// What the style sheet leaves beside the text of a card, in px.
const MARGINS: f64 = 18.0;

/// The one cell of a card: a button that opens the row.
#[component]
pub(super) fn CardCell(
    /// The grid.
    walk: Walk,
    /// The row's place.
    at: usize,
    /// What its shown columns say.
    cells: Signal<Vec<CellContent>>,
    /// Opens the row.
    click: Callback<ev::MouseEvent>,
) -> impl IntoView {
    let place = GridCell { line: at + 1, column: 0 };
    let card = Memo::new(move |_| {
        let named = |field: &Field| (field.clone(), walk.shown.name(&field.key));
        let fields: Vec<_> = walk.shown.fields.with(|fields| fields.iter().map(named).collect());
        cells.with(|cells| Card::new(&fields, cells))
    });
    let room = move || (walk.scroller.width.get() - MARGINS) / walk.factor.get();
    // A reader's own spacing breaks lines anew: nothing is said less for it.
    let most = move || walk.density.get().lines(None);
    let lines = Memo::new(move |_| card.with(|card| card.lines(room(), most())));
    let name = move || match walk.spread.get() {
        None => lines.with(|lines| lines.name.clone()),
        Some(_) => card.with(|card| card.name.clone()),
    };
    view! {
        <td role="gridcell" on:click=move |event| click.run(event)>
            <button
                type="button"
                id=cell_id(place)
                class="card-button"
                tabindex=move || walk.tab_index(place)
                on:focus=move |_| walk.wanted.set(place)
            >
                <span class="visually-hidden">{move || card.with(Card::spoken)}</span>
                <span class="card-line" aria-hidden="true">
                    <span class="card-name">{name}</span>
                    {move || card.with(|card| card.figure.clone()).map(|figure| view! { <FigureView figure=figure /> })}
                </span>
                <span class="card-beside" aria-hidden="true">
                    {move || lines.with(|lines| lines.beside.clone())}
                </span>
                {move || {
                    let below = lines.with(|lines| lines.below.clone());
                    (!below.is_empty())
                        .then(|| view! { <span class="card-beside card-below" aria-hidden="true">{below}</span> })
                }}
            </button>
        </td>
    }
}
