//! The width of an element, as it changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

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

impl Drop for Resize {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
