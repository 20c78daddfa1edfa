//! Whether an element is in sight or about to come.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far beyond the window still counts, so that nothing is seen to be drawn.
const AHEAD: &str = "600px 0px";

/// Watches whether an element is near the window until this is dropped.
pub struct Sighting {
    observer: IntersectionObserver,
    _handler: Closure<dyn Fn(Array)>,
}

impl Sighting {
    /// Calls `on_change` at once and whenever the element comes near the window or leaves.
    #[must_use]
    pub fn observe(element: &Element, on_change: impl Fn(bool) + 'static) -> Option<Self> {
        let handler = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            // Of several reports the last one holds.
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                on_change(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(AHEAD);
        let callback = handler.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(callback, &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _handler: handler })
    }
}

impl Drop for Sighting {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
