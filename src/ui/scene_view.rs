//! A [`Scene`] in the page: SVG elements, hovering, clicking, and walking from mark to mark by keyboard.

use leptos::either::EitherOf5;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::svg::Svg;

use crate::base::date::Day;
use crate::browser::resize::Resize;
use crate::chart::svg::{HATCH, hatch_id, number, path_data};
use crate::chart::{Anchor, BinPlace, Colour, Node, Role, Scene, Shape, Target, TextSize};

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
    /// Called with the days a reader drags across, on charts whose x is time, and whether the drag goes on.
    #[prop(optional, into)]
    brush: Option<Callback<(Day, Day, bool)>>,
    /// What to say of the days under the brush while it is drawn. Default: nothing.
    #[prop(optional, into)]
    brush_text: Option<Callback<(Day, Day), String>>,
    /// The datum to mark as open; tracked.
    #[prop(optional, into)]
    current: Signal<Option<u32>>,
) -> impl IntoView {
    let figure = NodeRef::<html::Div>::new();
    let canvas = NodeRef::<Svg>::new();
    let width = RwSignal::new(0.0_f64);
    watch_width(figure, width);
    let scene = Memo::new(move |_| {
        let width = width.get();
        if width > 0.0 { compose.run(width) } else { Scene::default() }
    });
    // What is under the pointer or the keyboard.
    let hovered = RwSignal::new(None::<Target>);
    let focused = RwSignal::new(None::<Target>);
    let drag = RwSignal::new(None::<(f64, f64)>);

    let at = move |event: &ev::PointerEvent| {
        let area = canvas.get_untracked().map(|c| c.get_bounding_client_rect());
        area.map_or((0.0, 0.0), |a| {
            (f64::from(event.client_x()) - a.left(), f64::from(event.client_y()) - a.top())
        })
    };
    let find = move |(x, y): (f64, f64)| {
        scene.with_untracked(|s| s.hit(x, y, REACH).and_then(Node::target))
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
    // The drag and the days under it, once it is more than a click.
    let brushing = move || {
        let (from, to) = drag.get().filter(|(from, to)| (from - to).abs() > CLICK)?;
        let days = scene.with(|s| s.day_at(from.min(to)).zip(s.day_at(from.max(to))))?;
        Some(((from, to), days))
    };
    let brushed = move |going: bool| {
        if let (Some(brush), Some((_, (first, last)))) = (brush, untrack(brushing)) {
            brush.run((first, last, going));
        }
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
            activate(target);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let order = scene.with_untracked(Scene::targets);
        let here = focused.get_untracked().and_then(|d| order.iter().position(|o| *o == d));
        let last = order.len().saturating_sub(1);
        let target = match (event.key().as_str(), here) {
            ("ArrowRight" | "ArrowDown", Some(at)) => (at + 1).min(last),
            ("ArrowLeft" | "ArrowUp", Some(at)) => at.saturating_sub(1),
            ("Home", _) => 0,
            ("End", _) => last,
            ("Enter" | " ", Some(at)) => {
                event.prevent_default();
                if let Some(&target) = order.get(at) {
                    activate(target);
                }
                return;
            }
            ("Escape", _) => return hovered.set(None),
            _ => return,
        };
        event.prevent_default();
        if let Some(&target) = order.get(target) {
            focused.set(Some(target));
            let id = scene.with_untracked(|s| mark_id(&s.prefix, target));
            crate::browser::document::focus(&id);
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
        <div class="chart" node_ref=figure on:focusout=move |_| focused.set(None)>
            <svg
                node_ref=canvas
                role="group"
                aria-label=move || scene.with(|s| format!("{} {}", s.title, s.description))
                width=move || scene.with(|s| number(s.width))
                height=move || scene.with(|s| number(s.height))
                class:can-open=open.is_some()
                class:can-brush=brush.is_some()
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
                    scene.with(|s| {
                        keep_focus(s, focused);
                        let hatches = s.hatches();
                        let first = s.targets().first().copied();
                        let context = Drawn { prefix: s.prefix.clone(), first, focused, current, shown: hovered };
                        view! {
                            <defs>
                                {hatches.into_iter().map(|hue| hatch(&s.prefix, hue)).collect_view()}
                            </defs>
                            {s.nodes.iter().map(|node| draw(node, &context)).collect_view()}
                        }
                    })
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

fn watch_width(figure: NodeRef<html::Div>, width: RwSignal<f64>) {
    let resize = StoredValue::new_local(None::<Resize>);
    Effect::new(move |_| {
        if let Some(element) = figure.get() {
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
fn keep_focus(scene: &Scene, focused: RwSignal<Option<Target>>) {
    let Some(target) = focused.get_untracked() else { return };
    let target = Some(target).filter(|&t| scene.node_of(t).is_some());
    if let Some(target) = target.or_else(|| scene.targets().first().copied()) {
        let id = mark_id(&scene.prefix, target);
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            crate::browser::document::focus(&id);
        });
    }
}

fn mark_id(prefix: &str, target: Target) -> String {
    match target {
        Target::Datum(datum) => format!("{prefix}-mark-{datum}"),
        Target::Bin(index) => format!("{prefix}-bin-{index}"),
    }
}

/// What drawing a node needs to know of its chart.
struct Drawn {
    prefix: String,
    first: Option<Target>,
    focused: RwSignal<Option<Target>>,
    current: Signal<Option<u32>>,
    shown: RwSignal<Option<Target>>,
}

fn hatch(prefix: &str, hue: u8) -> impl IntoView + use<> {
    let side = || number(HATCH);
    view! {
        <pattern
            id=hatch_id(prefix, hue)
            width=side()
            height=side()
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
        >
            <rect class="fill-paper" width=side() height=side() />
            <rect class=format!("fill-hue-{hue}") width=number(HATCH / 2.0) height=side() />
        </pattern>
    }
}

/// One node. A mark or a bin is a button; everything else is silent, the table says it better.
fn draw(node: &Node, chart: &Drawn) -> impl IntoView + use<> {
    let shape = draw_shape(node, chart);
    let is_button = matches!(node.role, Role::Mark | Role::Bin(_));
    let Some(target) = node.target().filter(|_| is_button) else {
        // A name that was cut tells the whole on hovering; what adds to a mark leaves the pointer to it.
        let of_mark = node.target().is_some();
        let whole =
            (!of_mark && !node.tip.is_empty()).then(|| view! { <title>{node.tip.clone()}</title> });
        return leptos::either::Either::Left(view! {
            <g aria-hidden="true" class:of-mark=of_mark>{whole}{shape}</g>
        });
    };
    let (focused, current, shown) = (chart.focused, chart.current, chart.shown);
    let first = chart.first == Some(target);
    let here = Some(target);
    let stop = move || {
        if focused.get() == here || (focused.get().is_none() && first) { "0" } else { "-1" }
    };
    let is_current = move || current.get().map(Target::Datum) == here;
    leptos::either::Either::Right(view! {
        <g
            id=mark_id(&chart.prefix, target)
            class="mark"
            class:mark-current=is_current
            class:mark-shown=move || shown.get() == here
            role="button"
            tabindex=stop
            aria-label=node.tip.clone()
            on:focus=move |_| focused.set(here)
        >
            {shape}
        </g>
    })
}

fn draw_shape(node: &Node, chart: &Drawn) -> impl IntoView + use<> {
    let class = node.paint.class();
    let stroke = node.paint.stroke.map(|s| number(s.width));
    let fill = match node.paint.fill {
        Some(Colour::Hatch(hue)) => Some(format!("url(#{})", hatch_id(&chart.prefix, hue))),
        _ => None,
    };
    match &node.shape {
        Shape::Rect(a) => EitherOf5::A(view! {
            <rect class=class fill=fill stroke-width=stroke x=number(a.x) y=number(a.y) width=number(a.width) height=number(a.height) />
        }),
        Shape::Line { x1, y1, x2, y2 } => EitherOf5::B(view! {
            <line class=class stroke-width=stroke x1=number(*x1) y1=number(*y1) x2=number(*x2) y2=number(*y2) />
        }),
        Shape::Path(steps) => EitherOf5::C(view! {
            <path class=class fill=fill stroke-width=stroke d=path_data(steps) />
        }),
        Shape::Circle { x, y, radius } => EitherOf5::D(view! {
            <circle class=class fill=fill stroke-width=stroke cx=number(*x) cy=number(*y) r=number(*radius) />
        }),
        Shape::Text(t) => {
            let anchor = match t.anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let size = match t.size {
                TextSize::Small => "text-small",
                TextSize::Body => "text-body",
                TextSize::Lead => "text-lead",
            };
            let strong = if t.strong { " text-strong" } else { "" };
            let turn = t.upright.then(|| format!("rotate(-90 {} {})", number(t.x), number(t.y)));
            EitherOf5::E(view! {
                <text class=format!("{class} {size}{strong}") text-anchor=anchor transform=turn x=number(t.x) y=number(t.y)>
                    {t.text.clone()}
                </text>
            })
        }
    }
}
