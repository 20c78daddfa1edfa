//! A [`Scene`] in the page: drawn, hovered, clicked, and walked from mark to mark by keyboard.
//!
//! Few marks are SVG elements. Many are drawn on canvas, and only those that the reader is at are elements, laid over
//! the picture: they take the focus, tell their text and carry the ring, so both ways are used alike.

mod canvas;
mod painter;
mod paper;
mod reader;
mod svg;

use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;
use leptos::svg::Svg;

use self::canvas::SceneCanvas;
use self::reader::{Reader, Tip, Wanted, keep_focus};
use self::svg::{Drawn, draw, patterns};
use crate::browser::resize::{Resize, width_of};
use crate::chart::svg::number;
use crate::chart::{BinPlace, Scene, Stretch, Target};
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
    let width = RwSignal::new(0.0_f64);
    watch_width(figure, width);
    // Larger type makes the whole picture larger, composed for as much less width, and so does a guided tour where there
    // is room. A chart may stand without an explorer.
    let explorer = use_context::<Explorer>();
    let scale = Signal::derive(move || explorer.map_or(1.0, |explorer| explorer.magnified()));
    let reader =
        Reader::new(compose, (width, scale), sheet, Wanted { open, open_bin, brush, brush_text });
    let Reader { scene, index, targets, on_canvas, hovered, focused, .. } = reader;
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
        <div class="chart" class:on-canvas=move || on_canvas.get() node_ref=figure on:focusout=move |_| focused.set(None)>
            {move || on_canvas.get().then(|| late(move || view! { <SceneCanvas scene=scene index=index scale=scale /> }.into_any()))}
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
                on:pointerleave=move |_| reader.leaves()
                on:keydown=move |event| reader.strikes(&event)
            >
                {drawing(reader, current)}
                {move || brush_of(reader)}
            </svg>
            {move || tip_of(reader)}
            <Paper content=printed />
        </div>
    }
}

/// The marks of the chart; tracked.
fn drawing(reader: Reader, current: Signal<Option<u32>>) -> impl IntoView {
    let Reader { scene, targets, on_canvas, hovered, focused, steps, .. } = reader;
    let frame = Memo::new(move |_| scene.with(|s| Frame::new(s, &targets.read())));
    move || {
        let Frame { prefix, first, hatches, nodes } = frame.get();
        let context = Drawn { prefix, first, focused, current, shown: hovered };
        if on_canvas.get() {
            let kept = scene.with(|s| keep_focus(s, focused));
            steps.set([kept, None]);
            return Either::Left(late(move || over(scene, steps, context).into_any()));
        }
        let defs = patterns(&context.prefix, hatches);
        // Each by itself: of a chart that changes, only what differs is drawn anew.
        let node = |at: usize| {
            let context = context.clone();
            let node = Memo::new(move |_| scene.with(|s| s.nodes.get(at).cloned()));
            (move || node.get().map(|node| draw(&node, &context).into_any())).into_any()
        };
        let nodes = (0..nodes).map(node).collect_view();
        Either::Right(view! { {defs} {nodes} })
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

/// What is said of the mark or the stretch that the reader is at; tracked.
fn tip_of(reader: Reader) -> impl IntoView {
    reader.tip().map(|Tip { text, x, y, width }| {
        let (right, scale) = (x > width / 2.0, reader.scale.get());
        view! {
            <div
                class="tip"
                class:tip-right=right
                aria-hidden="true"
                style:left=format!("{}px", number(x * scale))
                style:top=format!("{}px", number(y * scale))
            >
                {text}
            </div>
        }
    })
}

/// What all of a chart's elements depend on: where it changes, they are made anew.
#[derive(Clone, PartialEq)]
struct Frame {
    prefix: String,
    /// The mark that has the tab stop while none has the focus.
    first: Option<Target>,
    /// Hues of the patterns.
    hatches: Vec<u8>,
    /// Number of nodes.
    nodes: usize,
}

impl Frame {
    fn new(scene: &Scene, targets: &[Target]) -> Self {
        Self {
            prefix: scene.prefix.clone(),
            first: targets.first().copied(),
            hatches: scene.hatches(),
            nodes: scene.nodes.len(),
        }
    }
}

fn watch_width(figure: NodeRef<html::Div>, width: RwSignal<f64>) {
    let resize = StoredValue::new_local(None::<Resize>);
    Effect::new(move |_| {
        if let Some(element) = figure.get() {
            // At once, so that the page is laid out with its pictures before anything of it is painted. The pictures are
            // drawn later, so that all of a page's widths are read from one layout.
            width.set(width_of(&element).floor());
            resize.set_value(Resize::observe(&element, move |w, _| {
                // Fractions of a pixel would redraw for nothing.
                let w = w.floor();
                if width.get_untracked() != w {
                    width.set(w);
                }
            }));
        }
    });
    on_cleanup(move || resize.set_value(None));
}

/// Over a picture on canvas: the marks that the reader is at, as the elements they would be in SVG.
///
/// Two places take turns in holding the mark that has the focus, so that none loses its element before the next one
/// has the focus. While none has it, the first mark is there to be found by the tab key.
fn over(scene: Memo<Scene>, steps: RwSignal<[Option<Target>; 2]>, chart: Drawn) -> impl IntoView {
    let (first, shown, current) = (chart.first, chart.shown, chart.current);
    let a = Memo::new(move |_| steps.get()[0].or(first));
    let b = Memo::new(move |_| steps.get()[1].filter(|b| Some(*b) != a.get()));
    // A mark is one element, whatever it is there for.
    let apart = move |target: Target| Some(target) != a.get() && Some(target) != b.get();
    let pointed = Memo::new(move |_| shown.get().filter(|t| apart(*t)));
    let opened = Memo::new(move |_| {
        let target = current.get().map(Target::Datum);
        target.filter(|t| apart(*t) && shown.get() != target)
    });
    let place = move |target: Memo<Option<Target>>| {
        let chart = chart.clone();
        move || {
            let target = target.get()?;
            scene.with_untracked(|s| s.node_of(target).map(|node| draw(node, &chart)))
        }
    };
    [a, b, pointed, opened].map(place).into_iter().collect_view()
}
