//! What is said beside the mark that a reader is at.
//!
//! It stays while the pointer or the focus is at the mark and while the pointer is on it, and goes by Escape, wherever the
//! focus is (WCAG 1.4.13). What has just come does not hold the pointer, so that a quick way across a chart says one
//! mark after another.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::reader::Reader;
use crate::chart::Target;
use crate::chart::svg::number;

/// How long it has stood before the pointer can be moved onto it, in ms.
const SETTLED: f64 = 300.0;
/// How far around it the pointer counts as on its way there, in px: the way from the mark. The style sheet lays
/// `.tip-held` over as much.
const WAY: f64 = 10.0;

/// What a reader is told of a mark, and where.
struct Tip {
    text: String,
    x: f64,
    y: f64,
    /// Width of the chart.
    width: f64,
}

/// The words beside a mark as they stand in the page; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Said {
    /// Whether Escape took them away; another mark has its own again.
    pub(super) is_hushed: RwSignal<bool>,
    /// Whether the pointer is on them.
    is_held: RwSignal<bool>,
    element: NodeRef<html::Div>,
    /// When the mark came under the pointer, by the clock of events in ms.
    since: StoredValue<f64>,
}

impl Said {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self {
            is_hushed: RwSignal::new(false),
            is_held: RwSignal::new(false),
            element: NodeRef::new(),
            since: StoredValue::new(0.0),
        }
    }

    /// Another mark, or none, comes under the pointer.
    pub(super) fn begins(self, event: &ev::PointerEvent) {
        self.since.set_value(event.time_stamp());
        self.is_hushed.set(false);
    }

    /// Whether the pointer is on the words of the mark that it was at, which then stay. A finger leads nowhere.
    pub(super) fn keeps(self, event: &ev::PointerEvent) -> bool {
        let is_settled = event.time_stamp() - self.since.get_value() >= SETTLED;
        let is_on = is_settled && event.pointer_type() != "touch" && self.is_under(event);
        if is_on != self.is_held.get_untracked() {
            self.is_held.set(is_on);
        }
        is_on
    }

    /// The pointer goes off them.
    pub(super) fn lets_go(self) {
        self.is_held.set(false);
        self.is_hushed.set(false);
    }

    fn is_under(self, event: &ev::PointerEvent) -> bool {
        let Some(element) = self.element.get_untracked() else { return false };
        let area = element.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        (area.left() - WAY..=area.right() + WAY).contains(&x)
            && (area.top()..=area.bottom() + WAY).contains(&y)
    }
}

/// What is told of the mark or the stretch that the reader is at; tracked.
fn told(reader: Reader) -> Option<Tip> {
    if let Some((from, to)) = reader.dragged() {
        let text = reader.wanted.brush_text?.run(reader.brushing()?.1);
        let x = f64::midpoint(from, to);
        return Some(reader.scene.with(|s| Tip { text, x, y: s.plot.y, width: s.width }));
    }
    let at: Option<Target> = reader.hovered.get().or(reader.focused.get());
    let target = at.filter(|_| !reader.said.is_hushed.get())?;
    reader.scene.with(|s| {
        let mark = s.node_of(target)?;
        let area = mark.bounds();
        let middle = (area.x + area.width / 2.0).clamp(0.0, s.width);
        Some(Tip { text: mark.tip.clone(), x: middle, y: area.y, width: s.width })
    })
}

/// The same in the page; tracked.
pub(super) fn tip_of(reader: Reader) -> impl IntoView {
    told(reader).map(|Tip { text, x, y, width }| {
        let (right, scale) = (x > width / 2.0, reader.scale.get());
        let said = reader.said;
        // The focus may be anywhere while something is pointed at.
        let listener = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                said.is_hushed.set(true);
            }
        });
        on_cleanup(move || listener.remove());
        view! {
            <div
                class="tip"
                class:tip-right=right
                class:tip-held=move || said.is_held.get()
                aria-hidden="true"
                node_ref=said.element
                style:left=format!("{}px", number(x * scale))
                style:top=format!("{}px", number(y * scale))
                on:pointerleave=move |_| reader.leaves_tip()
            >
                {text}
            </div>
        }
    })
}
