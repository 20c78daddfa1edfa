//! Listeners and timers that end when they are dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

/// Event listeners that are removed when this is dropped.
pub struct Listener {
    target: EventTarget,
    names: &'static [&'static str],
    handler: Closure<dyn Fn()>,
}

impl Listener {
    pub(super) fn add(
        target: EventTarget,
        names: &'static [&'static str],
        handler: Closure<dyn Fn()>,
    ) -> Option<Self> {
        for name in names {
            target.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref()).ok()?;
        }
        Some(Self { target, names, handler })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for name in self.names {
            let handler = self.handler.as_ref().unchecked_ref();
            let _ = self.target.remove_event_listener_with_callback(name, handler);
        }
    }
}

/// A repeating timer that stops when this is dropped.
pub struct Interval {
    id: i32,
    _handler: Closure<dyn Fn()>,
}

impl Interval {
    /// Calls `tick` every `milliseconds`.
    #[must_use]
    pub fn every(milliseconds: i32, tick: impl Fn() + 'static) -> Option<Self> {
        let handler = Closure::<dyn Fn()>::new(tick);
        let callback = handler.as_ref().unchecked_ref();
        let id = super::window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(callback, milliseconds)
            .ok()?;
        Some(Self { id, _handler: handler })
    }
}

impl Drop for Interval {
    fn drop(&mut self) {
        if let Some(window) = super::window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// Milliseconds of the system's clock.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}
