//! Whether what is said beside a mark stays: while the pointer is on it, and until Escape sends it away.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// How long it has stood before the pointer can be moved onto it, in ms.
const SETTLED: f64 = 300.0;
/// How far around it the pointer counts as on its way there, in px: the way from the mark. The style sheet lays
/// `.tip-held` over as much.
const WAY: f64 = 10.0;

/// The words beside a mark as they stand in the page; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Said {
    /// Whether Escape took them away; another mark has its own again.
    pub(super) is_hushed: RwSignal<bool>,
    /// Whether the pointer is on them.
    pub(super) is_held: RwSignal<bool>,
    pub(super) element: NodeRef<html::Div>,
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
