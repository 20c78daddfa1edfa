//! Cells as the page draws them, on screen and on paper.

use leptos::prelude::*;

use crate::column::Role;
use crate::plot::table::{CellContent, Field, Origin};
use crate::ui::DomainIcon;
use crate::ui::components::FigureView;

/// Longer texts may be cut to fit the row, and have the whole as a title.
const LONG: usize = 16;

/// What a cell says.
pub(super) fn draw(cell: CellContent) -> AnyView {
    match cell {
        CellContent::Blank => ().into_any(),
        CellContent::Text(text) => {
            let title = title(&text);
            view! { <span class="cell-text" title=title>{text}</span> }.into_any()
        }
        CellContent::Quote(text) => {
            let title = title(&text);
            view! { <q class="cell-text" lang="zh-CN" title=title>{text}</q> }.into_any()
        }
        CellContent::Figure(figure) => view! { <FigureView figure=figure /> }.into_any(),
        CellContent::Topic { id, hue, name } => view! {
            <span class="cell-signed">
                <DomainIcon id=id hue=hue />
                <span class="cell-text">{name}</span>
            </span>
        }
        .into_any(),
        CellContent::Total { name, note } => {
            view! { <span class="cell-text cell-total" title=note>{name}</span> }.into_any()
        }
        CellContent::Stage { id, name } => view! {
            <span class="cell-signed">
                <span class=swatch(&id) aria-hidden="true"></span>
                <span class="cell-text">{name}</span>
            </span>
        }
        .into_any(),
    }
}

/// The class of a column's cells.
pub(super) fn class(field: &Field) -> &'static str {
    match field.origin {
        _ if field.is_amount() => "amount",
        Origin::Own(_, Role::Time | Role::Stage | Role::Topic) => "short",
        _ => "",
    }
}

fn title(text: &str) -> Option<String> {
    (text.chars().count() > LONG).then(|| text.to_owned())
}

/// The fill that charts draw this stage with.
fn swatch(stage: &str) -> &'static str {
    match stage {
        "completed" => "swatch swatch-solid",
        "in_progress" => "swatch swatch-hatched",
        "planned" => "swatch swatch-hollow",
        "standing" => "swatch swatch-tick",
        _ => "",
    }
}
