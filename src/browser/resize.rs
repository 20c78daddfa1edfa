//! The width of an element, as it changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

use super::document::place_of;

/// Watches an element's size until this is dropped.
pub struct Resize {
    observer: ResizeObserver,
    _handler: Closure<dyn Fn(Array)>,
}

impl Resize {
    /// Watches the first element that a selector finds, like [`Self::observe`].
    #[must_use]
    pub fn of(selector: &str, on_size: impl Fn(f64, f64) + 'static) -> Option<Self> {
        Self::observe(&super::document()?.query_selector(selector).ok()??, on_size)
    }

    /// Calls `on_size` with the content box's width and height in px, at once and at each change.
    #[must_use]
    pub fn observe(element: &Element, on_size: impl Fn(f64, f64) + 'static) -> Option<Self> {
        let handler = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                on_size(entry.content_rect().width(), entry.content_rect().height());
            }
        });
        let observer = ResizeObserver::new(handler.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _handler: handler })
    }
}

/// An element's width in px as it is now. The browser lays the page out for it, if it has not: what many ask for is best
/// asked for before anything is changed.
#[must_use]
pub fn width_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().width()
}

/// The charts of the first screen, which the build drew into the page, while it stands: what each stands in, as
/// [`place_of`] says, and its width in px.
#[must_use]
pub fn charts_of_first_screen() -> Vec<(String, f64)> {
    let charts = super::document().and_then(|d| d.query_selector_all("#first .chart").ok());
    let Some(charts) = charts else { return Vec::new() };
    let chart = |at: u32| charts.get(at)?.dyn_into::<Element>().ok();
    let charts = (0..charts.length()).filter_map(chart);
    charts.map(|chart| (place_of(&chart), width_of(&chart))).collect()
}

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
