//! A [`Scene`] in the page: drawn, hovered, clicked, and walked from mark to mark by keyboard.
//!
//! Few marks are SVG elements. Many are drawn on canvas, and only those that the reader is at are elements, laid over
//! the picture: they take the focus, tell their text and carry the ring, so both ways are used alike.

mod canvas;
mod drawing;
mod painter;
mod paper;
mod reader;
mod said;
mod svg;
mod tip;
mod width;

use leptos::html;
use leptos::prelude::*;
use leptos::svg::{G, Svg};

use self::canvas::SceneCanvas;
use self::drawing::{draw_into, keep_on_canvas};
use self::reader::{Reader, Wanted};
use self::tip::tip_of;
use self::width::watch_width;
use crate::chart::svg::number;
use crate::chart::{BinPlace, Scene, Stretch};
use crate::ui::{Explorer, Paper, late};

/// A chart of the width it is given.
#[component]
pub fn SceneView(
    /// Composes the scene for a width in px; tracked.
    #[prop(into)]
    compose: Callback<f64, Scene>,
    /// Called with the datum a reader opens. Default: marks cannot be opened.
    #[prop(optional, into)]
    open: Option<Callback<u32>>,
    /// Called with what the data of a bin a reader opens have in common. Default: bins cannot be opened.
    #[prop(optional, into)]
    open_bin: Option<Callback<BinPlace>>,
    /// Called with what a reader drags across, on charts whose x is time or bins, and whether the drag goes on.
    #[prop(optional, into)]
    brush: Option<Callback<(Stretch, bool)>>,
    /// What to say of what is under the brush while it is drawn. Default: nothing.
    #[prop(optional, into)]
    brush_text: Option<Callback<Stretch, String>>,
    /// The datum to mark as open; tracked.
    #[prop(optional, into)]
    current: Signal<Option<u32>>,
    /// What is printed where the chart is wider than a page. Default: the chart, composed for the page.
    #[prop(optional, into)]
    pages: Option<Callback<(), Vec<Scene>>>,
) -> impl IntoView {
    let figure = NodeRef::<html::Div>::new();
    let sheet = NodeRef::<Svg>::new();
    let marks = NodeRef::<G>::new();
    let width = RwSignal::new(0.0_f64);
    // Larger type makes the whole picture larger, composed for as much less width, and so does a guided tour where there
    // is room. A chart may stand without an explorer.
    let explorer = use_context::<Explorer>();
    watch_width(figure, width, explorer.map(|explorer| explorer.widths));
    let scale = Signal::derive(move || explorer.map_or(1.0, |explorer| explorer.magnified()));
    let reader =
        Reader::new(compose, (width, scale), sheet, Wanted { open, open_bin, brush, brush_text });
    let Reader { scene, index, targets, on_canvas, hovered, focused, .. } = reader;
    draw_into(marks, reader, current);
    let canvas = move || {
        keep_on_canvas(reader);
        view! { <SceneCanvas scene=scene index=index scale=scale /> }.into_any()
    };
    let printed = Callback::new(move |()| {
        if on_canvas.get_untracked() || width.get_untracked() <= paper::PAGE {
            return ().into_any();
        }
        late(move || {
            let whole = || vec![compose.run(paper::PAGE)];
            paper::printed(pages.map_or_else(whole, |pages| pages.run(())))
        })
    });
    view! {
        // Listened to here: an SVG element with listeners for focus takes the focus itself.
        <div
            class="chart"
            class:on-canvas=move || on_canvas.get()
            node_ref=figure
            on:focusin=move |event| reader.comes_to(&event)
            on:focusout=move |_| focused.set(None)
        >
            {move || on_canvas.get().then(|| late(canvas))}
            <svg
                node_ref=sheet
                // With marks it is a list that is walked, without them one image.
                role=move || if targets.read().is_empty() { "img" } else { "group" }
                aria-label=move || scene.with(Scene::told)
                width=move || number(scene.with(|s| s.width) * scale.get())
                height=move || number(scene.with(|s| s.height) * scale.get())
                // Paper is narrower than most windows: there the chart is drawn smaller.
                viewBox=move || scene.with(|s| format!("0 0 {} {}", number(s.width), number(s.height)))
                class:can-open=open.is_some()
                class:can-brush=brush.is_some()
                class:at-mark=move || hovered.get().is_some()
                on:pointermove=move |event| reader.moves(&event)
                on:pointerdown=move |event| reader.presses(&event)
                on:pointerup=move |event| reader.lets_go(&event)
                on:pointerleave=move |event| reader.leaves(&event)
                on:keydown=move |event| reader.strikes(&event)
            >
                <g node_ref=marks></g>
                {move || brush_of(reader)}
            </svg>
            {move || tip_of(reader)}
            <Paper content=printed />
        </div>
    }
}

/// What the reader drags across, once it is more than a click; tracked.
fn brush_of(reader: Reader) -> impl IntoView {
    reader.brushing().map(|((a, b), _)| {
        let plot = reader.scene.with(|s| s.plot);
        view! {
            <rect
                class="brush"
                aria-hidden="true"
                x=number(a.min(b))
                y=number(plot.y)
                width=number((a - b).abs())
                height=number(plot.height)
            />
        }
    })
}
