//! Nodes of a scene as SVG elements.

use leptos::either::{Either, EitherOf5};
use leptos::prelude::*;

use crate::chart::svg::{HATCH, hatch_id, number, path_data};
use crate::chart::{Anchor, BEHIND, Colour, Node, Role, Shape, Target, TextSize};

/// The id of a mark's element.
pub(super) fn mark_id(prefix: &str, target: Target) -> String {
    match target {
        Target::Datum(datum) => format!("{prefix}-mark-{datum}"),
        Target::Bin(index) => format!("{prefix}-bin-{index}"),
    }
}

/// What drawing a node needs to know of its chart.
#[derive(Clone)]
pub(super) struct Drawn {
    pub(super) prefix: String,
    /// The mark that has the tab stop while none has the focus.
    pub(super) first: Option<Target>,
    pub(super) focused: RwSignal<Option<Target>>,
    pub(super) current: Signal<Option<u32>>,
    pub(super) shown: RwSignal<Option<Target>>,
}

/// The patterns of these hues.
pub(super) fn patterns(prefix: &str, hatches: Vec<u8>) -> impl IntoView + use<> {
    view! { <defs>{hatches.into_iter().map(|hue| hatch(prefix, hue)).collect_view()}</defs> }
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
pub(super) fn draw(node: &Node, chart: &Drawn) -> impl IntoView + use<> {
    let shape = draw_shape(node, chart);
    let is_button = matches!(node.role, Role::Mark | Role::Bin(_));
    let Some(target) = node.target().filter(|_| is_button) else {
        // A name that was cut tells the whole on hovering; what adds to a mark leaves the pointer to it.
        let of_mark = node.target().is_some();
        let whole =
            (!of_mark && !node.tip.is_empty()).then(|| view! { <title>{node.tip.clone()}</title> });
        return Either::Left(view! {
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
    Either::Right(view! {
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
            let size = size_class(t.size);
            let behind = t.behind.clone().map(|(text, size)| {
                view! { <tspan dx=BEHIND.to_string() class=size_class(size)>{text}</tspan> }
            });
            let strong = if t.strong { " text-strong" } else { "" };
            let turn = t.upright.then(|| format!("rotate(-90 {} {})", number(t.x), number(t.y)));
            EitherOf5::E(view! {
                <text class=format!("{class} {size}{strong}") text-anchor=anchor transform=turn x=number(t.x) y=number(t.y)>
                    {t.text.clone()}
                    {behind}
                </text>
            })
        }
    }
}

/// The class of a step of type.
const fn size_class(size: TextSize) -> &'static str {
    match size {
        TextSize::Small => "text-small",
        TextSize::Body => "text-body",
        TextSize::Lead => "text-lead",
        TextSize::Head => "text-head",
        TextSize::Title => "text-title",
        TextSize::Hero => "text-hero",
        TextSize::Giant => "text-giant",
    }
}
