//! A [`Scene`] in the page: drawn, hovered, clicked, and walked from mark to mark by keyboard.
//!
//! Few marks are SVG elements. Many are drawn on canvas, and only those that the reader is at are elements, laid over
//! the picture: they take the focus, tell their text and carry the ring, so both ways are used alike.

mod canvas;
mod painter;
mod svg;

use leptos::either::Either;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::svg::Svg;

use self::canvas::SceneCanvas;
use self::svg::{Drawn, draw, mark_id, patterns};
use crate::browser::resize::{Resize, width_of};
use crate::chart::svg::number;
use crate::chart::{BinPlace, Node, Scene, SceneIndex, Stretch, Surface, Target};
use crate::ui::late;

/// How near the pointer must come to a mark, in px.
const REACH: f64 = 10.0;
/// A drag shorter than this, in px, is a click.
const CLICK: f64 = 4.0;

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
) -> impl IntoView {
    let figure = NodeRef::<html::Div>::new();
    let sheet = NodeRef::<Svg>::new();
    let width = RwSignal::new(0.0_f64);
    watch_width(figure, width);
    // What is under the pointer or the keyboard.
    let hovered = RwSignal::new(None::<Target>);
    let focused = RwSignal::new(None::<Target>);
    let scene = Memo::new(move |_| {
        let width = width.get();
        let scene = if width > 0.0 { compose.run(width) } else { Scene::default() };
        if scene.surface() == Surface::Svg {
            // Now, because elements that go away take the focus with them.
            keep_focus(&scene, focused);
        }
        scene
    });
    let index = Memo::new(move |_| scene.with(SceneIndex::new));
    let targets = Memo::new(move |_| scene.with(Scene::targets));
    let on_canvas = Memo::new(move |_| scene.with(|s| s.surface() == Surface::Canvas));
    let frame = Memo::new(move |_| scene.with(|s| Frame::new(s, &targets.read())));
    // On canvas, what stands in the two places that take turns in holding the mark with the focus.
    let steps = RwSignal::new([None::<Target>; 2]);
    Effect::new(move |_| {
        if focused.get().is_none() {
            steps.set([None; 2]);
        }
    });
    let drag = RwSignal::new(None::<(f64, f64)>);

    let at = move |event: &ev::PointerEvent| {
        let area = sheet.get_untracked().map(|s| s.get_bounding_client_rect());
        area.map_or((0.0, 0.0), |a| {
            (f64::from(event.client_x()) - a.left(), f64::from(event.client_y()) - a.top())
        })
    };
    let find = move |(x, y): (f64, f64)| {
        scene.with_untracked(|s| {
            index.with_untracked(|index| index.hit(s, x, y, REACH).and_then(Node::target))
        })
    };
    let activate = move |target: Target| match target {
        Target::Datum(datum) => {
            if let Some(open) = open {
                open.run(datum);
            }
        }
        Target::Bin(index) => {
            let place = scene.with_untracked(|s| s.bins.get(index as usize).map(|b| b.place));
            if let (Some(open), Some(place)) = (open_bin, place) {
                open.run(place);
            }
        }
    };
    // The drag and what is under it, once it is more than a click.
    let brushing = move || {
        let (from, to) = drag.get().filter(|(from, to)| (from - to).abs() > CLICK)?;
        Some(((from, to), scene.with(|s| s.stretch(from, to))?))
    };
    let brushed = move |going: bool| {
        if let (Some(brush), Some((_, stretch))) = (brush, untrack(brushing)) {
            brush.run((stretch, going));
        }
    };
    // Gives a mark the focus. On canvas its element is yet to be drawn, beside the one that has it now.
    let walk_to = move |target: Target| {
        let here = focused.get_untracked();
        focused.set(Some(target));
        let id = scene.with_untracked(|s| mark_id(&s.prefix, target));
        if !on_canvas.get_untracked() {
            return crate::browser::document::focus(&id);
        }
        let first = targets.with_untracked(|t| t.first().copied());
        steps.update(|[a, b]| {
            let free = if here.is_some() && here == a.or(first) { b } else { a };
            *free = Some(target);
        });
        focus_when_drawn(id);
    };
    let on_move = move |event: ev::PointerEvent| {
        let point = at(&event);
        if drag.get_untracked().is_some() {
            drag.update(|d| {
                if let Some((_, to)) = d {
                    *to = point.0;
                }
            });
            brushed(true);
        }
        hovered.set(find(point));
    };
    let on_down = move |event: ev::PointerEvent| {
        if brush.is_some() && event.button() == 0 {
            let (x, _) = at(&event);
            drag.set(Some((x, x)));
        }
    };
    let on_up = move |event: ev::PointerEvent| {
        let point = at(&event);
        let dragged = drag.get_untracked().is_some_and(|(a, b)| (a - b).abs() > CLICK);
        brushed(false);
        drag.set(None);
        if let (false, Some(target)) = (dragged, find(point)) {
            if on_canvas.get_untracked() {
                // As the browser does with an element that is clicked.
                walk_to(target);
            }
            activate(target);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let here = focused.get_untracked();
        let here = here.and_then(|d| targets.with_untracked(|t| t.iter().position(|o| *o == d)));
        let last = targets.with_untracked(Vec::len).saturating_sub(1);
        let at = move |at: usize| targets.with_untracked(|t| t.get(at).copied());
        let target = match (event.key().as_str(), here) {
            ("ArrowRight" | "ArrowDown", Some(here)) => (here + 1).min(last),
            ("ArrowLeft" | "ArrowUp", Some(here)) => here.saturating_sub(1),
            ("Home", _) => 0,
            ("End", _) => last,
            ("Enter" | " ", Some(here)) => {
                event.prevent_default();
                if let Some(target) = at(here) {
                    activate(target);
                }
                return;
            }
            ("Escape", _) => return hovered.set(None),
            _ => return,
        };
        event.prevent_default();
        if let Some(target) = at(target) {
            walk_to(target);
        }
    };
    let shown = move || hovered.get().or(focused.get());
    let tip = move || {
        if let Some((from, to)) = drag.get().filter(|(from, to)| (from - to).abs() > CLICK) {
            let text = brush_text?.run(brushing()?.1);
            return Some(scene.with(|s| (text, f64::midpoint(from, to), s.plot.y, s.width)));
        }
        let target = shown()?;
        scene.with(|s| {
            let mark = s.node_of(target)?;
            let area = mark.bounds();
            let middle = (area.x + area.width / 2.0).clamp(0.0, s.width);
            Some((mark.tip.clone(), middle, area.y, s.width))
        })
    };
    view! {
        // Listened to here: an SVG element with listeners for focus takes the focus itself.
        <div class="chart" class:on-canvas=move || on_canvas.get() node_ref=figure on:focusout=move |_| focused.set(None)>
            {move || on_canvas.get().then(|| late(move || view! { <SceneCanvas scene=scene index=index /> }.into_any()))}
            <svg
                node_ref=sheet
                role="group"
                aria-label=move || scene.with(|s| format!("{} {}", s.title, s.description))
                width=move || scene.with(|s| number(s.width))
                height=move || scene.with(|s| number(s.height))
                // Paper is narrower than most windows: there the chart is drawn smaller.
                viewBox=move || scene.with(|s| format!("0 0 {} {}", number(s.width), number(s.height)))
                class:can-open=open.is_some()
                class:can-brush=brush.is_some()
                class:at-mark=move || hovered.get().is_some()
                on:pointermove=on_move
                on:pointerdown=on_down
                on:pointerup=on_up
                on:pointerleave=move |_| {
                    hovered.set(None);
                    drag.set(None);
                }
                on:keydown=on_key
            >
                {move || {
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
                }}
                {move || {
                    brushing().map(|((a, b), _)| {
                        let plot = scene.with(|s| s.plot);
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
                }}
            </svg>
            {move || {
                tip().map(|(text, x, y, width)| {
                    let right = x > width / 2.0;
                    view! {
                        <div
                            class="tip"
                            class:tip-right=right
                            aria-hidden="true"
                            style:left=format!("{}px", number(x))
                            style:top=format!("{}px", number(y))
                        >
                            {text}
                        </div>
                    }
                })
            }}
        </div>
    }
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

/// Before a chart is drawn anew, such as after a zoom by keyboard: the mark that has the focus will get it back, or
/// the first one where that one is gone.
fn keep_focus(scene: &Scene, focused: RwSignal<Option<Target>>) -> Option<Target> {
    let known = focused.get_untracked().map(|t| Some(t).filter(|&t| scene.node_of(t).is_some()))?;
    let target = known.or_else(|| scene.targets().first().copied());
    if let Some(target) = target {
        let id = mark_id(&scene.prefix, target);
        focus_when_drawn(id);
    }
    target
}

fn focus_when_drawn(id: String) {
    leptos::task::spawn_local(async move {
        leptos::task::tick().await;
        crate::browser::document::focus(&id);
    });
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
