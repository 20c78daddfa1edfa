//! What is said beside the mark that a reader is at.
//!
//! It stays while the pointer or the focus is at the mark and while the pointer is on it, and goes by Escape, wherever the
//! focus is (WCAG 1.4.13). What has just come does not hold the pointer, so that a quick way across a chart says one
//! mark after another.

use leptos::ev;
use leptos::prelude::*;

use super::reader::Reader;
use crate::chart::Target;
use crate::chart::svg::number;

/// What a reader is told of a mark, and where.
struct Tip {
    text: String,
    x: f64,
    y: f64,
    /// Width of the chart.
    width: f64,
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
