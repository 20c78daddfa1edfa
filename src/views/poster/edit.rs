//! Words of the poster changed where they stand: a button over each block that may be changed, and the field it opens.

use leptos::ev;
use leptos::prelude::*;

use super::Drawn;
use crate::chart::{Area, LEAD, TITLE, svg};
use crate::i18n::catalog::poster as m;
use crate::state::PosterOptions;
use crate::ui::{Explorer, Typing, focus, use_explorer};

/// Id of the field's text on the page.
const FIELD: &str = "poster-field";

/// The buttons over the picture, and the field of the block that is being changed.
#[component]
pub(super) fn InPlace(
    /// The poster.
    drawn: Memo<Drawn>,
) -> impl IntoView {
    let explorer = use_explorer();
    let editing = RwSignal::new(None::<usize>);
    let places = Memo::new(move |_| {
        drawn.with(|d| {
            let scene = &d.poster.scene;
            let of_sheet = |area: &Area| {
                let part = |length: f64, whole: f64| length * 100.0 / whole.max(1.0);
                let (x, width) = (part(area.x, scene.width), part(area.width, scene.width));
                let (y, height) = (part(area.y, scene.height), part(area.height, scene.height));
                Area::new(x, y, width, height)
            };
            d.poster.places.iter().map(|(_, area)| of_sheet(area)).collect::<Vec<_>>()
        })
    });
    let buttons = move || {
        let all = places.get().into_iter().enumerate();
        all.map(|(nth, area)| view_button(explorer, drawn, editing, nth, area)).collect_view()
    };
    let field = move || {
        let nth = editing.get()?;
        let area = places.with_untracked(|places| places.get(nth).copied())?;
        Some(view! { <Field drawn=drawn editing=editing nth=nth area=area /> })
    };
    view! {
        {buttons}
        {field}
    }
}

fn percent(part: f64) -> String {
    format!("{}%", svg::number(part))
}

fn button_id(nth: usize) -> String {
    format!("poster-place-{nth}")
}

fn view_button(
    explorer: Explorer,
    drawn: Memo<Drawn>,
    editing: RwSignal<Option<usize>>,
    nth: usize,
    area: Area,
) -> impl IntoView {
    let name = move || name_of(explorer, &id_of(drawn, nth), nth);
    let open = move |_| {
        editing.set(Some(nth));
        focus::give_when_drawn(FIELD.to_owned());
    };
    view! {
        <button
            type="button"
            id=button_id(nth)
            class="poster-place"
            data-testid=button_id(nth)
            aria-label=name
            title=name
            style:left=percent(area.x)
            style:top=percent(area.y)
            style:width=percent(area.width)
            style:height=percent(area.height)
            on:click=open
        >
            <span aria-hidden="true">"✎"</span>
        </button>
    }
}

fn id_of(drawn: Memo<Drawn>, nth: usize) -> String {
    drawn.with_untracked(|d| d.poster.places.get(nth).map(|(id, _)| id.clone())).unwrap_or_default()
}

fn name_of(explorer: Explorer, id: &str, nth: usize) -> String {
    let lang = explorer.lang.get();
    match id {
        TITLE => m::EDIT_TITLE.get(lang).to_owned(),
        LEAD => m::EDIT_LEAD.get(lang).to_owned(),
        _ => m::EDIT_POINT.fill(lang, &[("n", &nth.saturating_sub(1).to_string())]),
    }
}

/// The field over a block: its words, for a point its figure, and the way back.
#[component]
fn Field(
    drawn: Memo<Drawn>,
    editing: RwSignal<Option<usize>>,
    /// Which of the blocks.
    nth: usize,
    /// Where it stands, in hundredths of the sheet.
    area: Area,
) -> impl IntoView {
    let explorer = use_explorer();
    let id = id_of(drawn, nth);
    let (usual, now) = drawn.with_untracked(|d| d.words(&id));
    let close = move || {
        editing.set(None);
        focus::give_when_drawn(button_id(nth));
    };
    let own = StoredValue::new((id.clone(), usual));
    let typing = Typing::new(move |text: String| {
        own.with_value(|(id, usual)| change(explorer, true, |o| write(o, id, text.trim(), usual)));
    });
    let reset = move |_| {
        own.with_value(|(id, usual)| change(explorer, false, |o| write(o, id, "", usual)));
        close();
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let is_done = event.key() == "Enter" && !event.shift_key() && !typing.takes(&event);
        if event.key() == "Escape" || is_done {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    let is_point = id != TITLE && id != LEAD;
    let figures = is_point.then(|| view_figures(explorer, drawn, id, close));
    // Blocks at the right open to the left, so that the field stays on the sheet.
    let is_right = area.x + area.width / 2.0 > 55.0;
    let left = (!is_right).then(|| percent(area.x));
    let right = is_right.then(|| percent(100.0 - area.x - area.width));
    view! {
        <form
            class="poster-edit"
            data-testid="poster-edit"
            aria-label=move || name_of(explorer, &id_of(drawn, nth), nth)
            style:top=percent(area.y)
            style:left=left
            style:right=right
            style:min-width=percent(area.width)
            on:submit=move |event| {
                event.prevent_default();
                close();
            }
        >
            <label>
                <span>{explorer.t(m::WORDS_OF)}</span>
                <textarea
                    id=FIELD
                    rows="3"
                    data-testid="poster-field"
                    prop:value=now
                    on:keydown=on_key
                    on:input:target=move |ev| typing.input(ev.target().value())
                    on:compositionstart=move |_| typing.start()
                    on:compositionend:target=move |ev| typing.end(ev.target().value())
                ></textarea>
            </label>
            {figures}
            <div class="poster-edit-done">
                <button type="submit" data-testid="poster-done">{explorer.t(m::DONE)}</button>
                <button type="button" class="quiet" data-testid="poster-usual" on:click=reset>
                    {explorer.t(m::USUAL)}
                </button>
            </div>
        </form>
    }
}

/// The figures that may stand as this point.
fn view_figures(
    explorer: Explorer,
    drawn: Memo<Drawn>,
    id: String,
    close: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let candidates = drawn.with_untracked(|d| d.plan.candidates.clone());
    let options = candidates
        .into_iter()
        .map(|(own, name)| view! { <option value=own.clone() selected=own == id>{name}</option> })
        .collect_view();
    let exchange = move |other: String| {
        let mut points: Vec<String> = drawn
            .with_untracked(|d| d.plan.spec.points.iter().map(|point| point.id.clone()).collect());
        // A figure that stands elsewhere changes its place with this one.
        for point in &mut points {
            if *point == id {
                point.clone_from(&other);
            } else if *point == other {
                point.clone_from(&id);
            }
        }
        change(explorer, false, |o| o.points = points);
        close();
    };
    view! {
        <label>
            <span>{explorer.t(m::FIGURE_OF)}</span>
            <select data-testid="poster-figure" on:change:target=move |ev| exchange(ev.target().value())>
                {options}
            </select>
        </label>
    }
}

/// Keeps what a reader wrote; what says nothing new is not kept.
fn write(options: &mut PosterOptions, id: &str, text: &str, usual: &str) {
    let text = if text == usual { "" } else { text };
    match (id, text) {
        (TITLE, text) => text.clone_into(&mut options.title),
        (id, "") => drop(options.texts.remove(id)),
        (id, text) => drop(options.texts.insert(id.to_owned(), text.to_owned())),
    }
}

fn change(explorer: Explorer, typing: bool, edit: impl FnOnce(&mut PosterOptions)) {
    explorer.change_on(typing, |o| edit(&mut o.poster));
}
