//! The scrolling part of a page that a long list is seen through.

use leptos::html;
use leptos::prelude::{Track as _, *};

use crate::browser::resize::Resize;
use crate::browser::task;
use crate::plot::table::{Track, Viewport};

/// What is taken to be in sight before the first measurement, in px.
const HEIGHT: f64 = 800.0;

/// A scroller and what of it is in sight; cheap to copy. Rows are equally high.
#[derive(Clone, Copy)]
pub struct Scroller {
    /// The element that scrolls; its `scroll` event is to call [`Scroller::scrolled`].
    pub element: NodeRef<html::Div>,
    /// Width in px; 0 before the first measurement.
    pub width: RwSignal<f64>,
    top: RwSignal<f64>,
    height: RwSignal<f64>,
}

impl Scroller {
    /// Follows the scroller's size until the component goes.
    #[must_use]
    pub fn new() -> Self {
        let scroller = Self {
            element: NodeRef::new(),
            width: RwSignal::new(0.0),
            top: RwSignal::new(0.0),
            height: RwSignal::new(HEIGHT),
        };
        let size = StoredValue::new_local(None::<Resize>);
        Effect::new(move |_| {
            if let Some(element) = scroller.element.get() {
                size.set_value(Resize::observe(&element, move |width, height| {
                    scroller.width.set(width);
                    scroller.height.set(height);
                }));
            }
        });
        on_cleanup(move || size.set_value(None));
        scroller
    }

    /// The list of so many rows this high in px; tracked.
    #[must_use]
    pub fn track(self, rows: usize, row: f64) -> Track {
        Track { rows, row, sight: self.height.get() }
    }

    /// How far the reader has scrolled, in px; tracked.
    #[must_use]
    pub fn scrolled_to(self) -> f64 {
        self.top.get()
    }

    /// What is in sight of so many rows this high in px; tracked.
    #[must_use]
    pub fn viewport(self, rows: usize, row: f64) -> Viewport {
        let track = self.track(rows, row);
        Viewport { top: track.top(self.top.get()), height: self.height.get(), row }
    }

    /// Whether what follows from `listing` is painted as it now is; tracked. Rows out of sight wait for that, so that those
    /// in sight are there the sooner.
    #[must_use]
    pub fn is_painted<T>(listing: Memo<T>) -> Memo<bool>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let change = Memo::new(move |before: Option<&u64>| {
            listing.track();
            before.map_or(0, |before| before + 1)
        });
        let painted = RwSignal::new(None);
        Effect::new(move |_| {
            let change = change.get();
            task::after_paint(move || {
                let _ = painted.try_set(Some(change));
            });
        });
        Memo::new(move |_| painted.get() == Some(change.get()))
    }

    /// How many rows this high in px a page is.
    #[must_use]
    pub fn page(self, row: f64) -> usize {
        self.measured(0, row).0.page()
    }

    /// Takes over where the reader has scrolled to.
    pub fn scrolled(self) {
        if let Some(element) = self.element.get_untracked() {
            self.top.set(f64::from(element.scroll_top()));
        }
    }

    /// Scrolls the row at this position of so many into sight where it is not; rows are this high in px.
    pub fn reveal(self, at: usize, rows: usize, row: f64) {
        let (viewport, track) = self.measured(rows, row);
        if let Some(top) = viewport.reveal(at) {
            self.scroll_to(track.scroll(top));
        }
    }

    /// Scrolls to a height in px.
    pub fn scroll_to(self, top: f64) {
        if let Some(element) = self.element.get_untracked() {
            // A list is drawn at most sixteen million px high.
            #[allow(clippy::cast_possible_truncation)]
            element.set_scroll_top(top as i32);
            // The browser tells of it only with the next frame, and the rows are to be drawn before.
            self.scrolled();
        }
    }

    /// What is in sight by the scroller itself, which knows better than the last report.
    fn measured(self, rows: usize, row: f64) -> (Viewport, Track) {
        let (scrolled, height) = match self.element.get_untracked() {
            Some(element) => (f64::from(element.scroll_top()), f64::from(element.client_height())),
            None => (self.top.get_untracked(), self.height.get_untracked()),
        };
        let track = Track { rows, row, sight: height };
        (Viewport { top: track.top(scrolled), height, row }, track)
    }
}

impl Default for Scroller {
    fn default() -> Self {
        Self::new()
    }
}
