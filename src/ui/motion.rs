//! Movement in time: a timer that ends with its component, and whether the reader's system asks for stillness.

use leptos::prelude::*;

use crate::browser::{media, timer};

const REDUCED: &str = "(prefers-reduced-motion: reduce)";

/// A repeating timer of a component; cheap to copy, stops when the component goes.
#[derive(Clone, Copy)]
pub struct Ticker(StoredValue<Option<timer::Interval>, LocalStorage>);

impl Ticker {
    /// A timer that stands still.
    #[must_use]
    pub fn new() -> Self {
        let timer = StoredValue::new_local(None);
        on_cleanup(move || timer.set_value(None));
        Self(timer)
    }

    /// Calls `tick` every so many milliseconds with the time of the clock, in place of what it called before.
    pub fn start(self, milliseconds: i32, tick: impl Fn(f64) + 'static) {
        self.0.set_value(timer::Interval::every(milliseconds, move || tick(timer::now())));
    }

    /// Calls no longer.
    pub fn stop(self) {
        self.0.set_value(None);
    }

    /// Milliseconds of the clock.
    #[must_use]
    pub fn now(self) -> f64 {
        timer::now()
    }
}

impl Default for Ticker {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether the reader's system asks for reduced motion, as it changes.
#[must_use]
pub fn reduced_motion() -> Signal<bool> {
    matching(REDUCED)
}

/// Whether a media query holds, as it changes.
#[must_use]
pub fn matching(query: &'static str) -> Signal<bool> {
    let holds = RwSignal::new(media::matches(query));
    let update = move || holds.set(media::matches(query));
    let listener = StoredValue::new_local(media::watch(query, update));
    on_cleanup(move || listener.set_value(None));
    holds.into()
}
