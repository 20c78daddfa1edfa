//! A scene on canvas: a column of canvases, each drawn only while it is in sight or about to come.
//!
//! A chart of thousands of rows is higher than any canvas may be, and most of it is out of sight.
//! On paper every canvas is drawn, at the resolution of print and in the colours of paper.

use leptos::html;
use leptos::prelude::*;

use super::painter::{Inks, Painter};
use crate::browser::canvas::{self, Canvas};
use crate::browser::media;
use crate::browser::sighting::Sighting;
use crate::browser::style::{RootStyle, StyleWatch};
use crate::chart::svg::number;
use crate::chart::{Area, Scene, SceneIndex};

/// Height of a canvas in px: half a sheet of paper, so that pages break between canvases.
const TILE: f64 = 512.0;
/// Pixels a px in print, some 400 an inch, …
const PRINT_RATIO: f64 = 4.0;
/// … as long as the whole picture has no more than this, 4 bytes each.
const PRINT_PIXELS: f64 = 64e6;

/// The drawing itself; what it says is said elsewhere.
#[component]
pub(super) fn SceneCanvas(
    /// What to draw.
    scene: Memo<Scene>,
    /// The same by place.
    index: Memo<SceneIndex>,
    /// How many times as large as composed it is drawn.
    scale: Signal<f64>,
) -> impl IntoView {
    let look = Trigger::new();
    watch_look(look);
    let tiles = Memo::new(move |_| scene.with(|s| (s.height / TILE).ceil().max(0.0) as usize));
    let tile = move |at| view! { <Tile at=at scene=scene index=index scale=scale look=look /> };
    view! {
        <div class="chart-tiles" aria-hidden="true">
            {move || (0..tiles.get()).map(tile).collect_view()}
        </div>
    }
}

/// Notifies when colours or the screen's pixels change.
fn watch_look(look: Trigger) {
    let style = StoredValue::new_local(StyleWatch::observe(move || look.notify()));
    let pixels = StoredValue::new_local(None);
    // A query holds for one ratio: after each change the new one is asked about.
    Effect::new(move |_| {
        look.track();
        let query = format!("(resolution: {}dppx)", canvas::pixel_ratio());
        pixels.set_value(media::watch(&query, move || look.notify()));
    });
    on_cleanup(move || {
        style.set_value(None);
        pixels.set_value(None);
    });
}

/// One canvas.
#[component]
fn Tile(
    /// Its place in the column.
    at: usize,
    scene: Memo<Scene>,
    index: Memo<SceneIndex>,
    scale: Signal<f64>,
    /// Notified when colours or pixels change.
    look: Trigger,
) -> impl IntoView {
    let element = NodeRef::<html::Canvas>::new();
    let near = RwSignal::new(false);
    let stretch = Memo::new(move |_| {
        let top = at as f64 * TILE;
        scene.with(|s| Area::new(0.0, top, s.width, (s.height - top).clamp(0.0, TILE)))
    });
    let draw = move |inks: &Inks, ratio: f64| {
        let Some(element) = element.get_untracked() else { return };
        let area = stretch.get_untracked();
        let size = (area.width, area.height);
        let Some(canvas) = Canvas::open(&element, size, area.y, ratio) else { return };
        scene.with_untracked(|s| {
            index.with_untracked(|index| Painter::new(&canvas, inks).draw(s, index, &area));
        });
    };
    // A page out of sight gets no frames, so nothing is drawn for it.
    let frame = StoredValue::new_local(None::<AnimationFrameRequestHandle>);
    let cancel = move || {
        if let Some(frame) = frame.try_update_value(Option::take).flatten() {
            frame.cancel();
        }
    };
    Effect::new(move |_| {
        look.track();
        scene.track();
        let scale = scale.get();
        cancel();
        if near.get() {
            let draw = move || {
                if let Some(style) = RootStyle::read() {
                    draw(&Inks::Page(style), canvas::pixel_ratio() * scale);
                }
            };
            frame.set_value(request_animation_frame_with_handle(draw).ok());
        } else if let Some(element) = element.get() {
            canvas::release(&element);
        }
    });

    let sighting = StoredValue::new_local(None::<Sighting>);
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            sighting.set_value(Sighting::observe(&element, move |is_near| near.set(is_near)));
        }
    });
    // Paper is drawn at once: the browser takes the picture when the listener returns.
    let print = move || {
        let (width, height) = scene.with_untracked(|s| (s.width, s.height));
        let ratio = (PRINT_PIXELS / (width * height).max(1.0)).sqrt().clamp(1.0, PRINT_RATIO);
        if let Some(style) = RootStyle::read() {
            draw(&Inks::Paper(style), ratio);
        }
    };
    let printing = StoredValue::new_local(media::watch_print(print, move || near.notify()));
    on_cleanup(move || {
        cancel();
        sighting.set_value(None);
        printing.set_value(None);
    });
    let px = move |value: f64| format!("{}px", number(value * scale.get()));
    view! {
        <canvas
            node_ref=element
            style:width=move || px(stretch.get().width)
            style:height=move || px(stretch.get().height)
        />
    }
}
