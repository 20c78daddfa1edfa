//! The scrolling part of the page that the grid is seen through.

use leptos::html;
use leptos::prelude::*;

use crate::browser::media;
use crate::browser::resize::Resize;
use crate::plot::table::Viewport;

/// Height of a row in px: two lines of text. The windowing has to know it, so that the style sheet takes it from here.
const ROW: f64 = 48.0;
/// On a phone, where columns are narrower: three lines.
const ROW_ON_PHONE: f64 = 68.0;
/// As in the style sheets.
const PHONE: &str = "(max-width: 599px)";
/// What is drawn before the first measurement.
const HEIGHT: f64 = 800.0;

/// The scroller and what is in sight; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    pub(super) scroller: NodeRef<html::Div>,
    /// Height of a row in px.
    pub(super) row: RwSignal<f64>,
    top: RwSignal<f64>,
    height: RwSignal<f64>,
}

impl Sight {
    /// Follows the scroller's size and the width of the page until the component goes.
    pub(super) fn new() -> Self {
        let row = move || if media::matches(PHONE) { ROW_ON_PHONE } else { ROW };
        let sight = Self {
            scroller: NodeRef::new(),
            row: RwSignal::new(row()),
            top: RwSignal::new(0.0),
            height: RwSignal::new(HEIGHT),
        };
        let width = StoredValue::new_local(media::watch(PHONE, move || sight.row.set(row())));
        let size = StoredValue::new_local(None::<Resize>);
        Effect::new(move |_| {
            if let Some(scroller) = sight.scroller.get() {
                size.set_value(Resize::observe(&scroller, move |_, height| {
                    sight.height.set(height)
                }));
            }
        });
        on_cleanup(move || {
            width.set_value(None);
            size.set_value(None);
        });
        sight
    }

    /// What is in sight.
    pub(super) fn viewport(self) -> Viewport {
        Viewport { top: self.top.get(), height: self.height.get(), row: self.row.get() }
    }

    /// How many rows a page is.
    pub(super) fn page(self) -> usize {
        self.measured().page()
    }

    /// Takes over where the reader has scrolled to.
    pub(super) fn scrolled(self) {
        if let Some(scroller) = self.scroller.get_untracked() {
            self.top.set(f64::from(scroller.scroll_top()));
        }
    }

    /// Scrolls the row into sight where it is not.
    pub(super) fn reveal(self, row: usize) {
        if let Some(top) = self.measured().reveal(row) {
            self.scroll_to(top);
        }
    }

    /// Scrolls to a height in px.
    pub(super) fn scroll_to(self, top: f64) {
        if let Some(scroller) = self.scroller.get_untracked() {
            // A hundred thousand rows are five million px.
            #[allow(clippy::cast_possible_truncation)]
            scroller.set_scroll_top(top as i32);
            // The browser tells of it only with the next frame, and the rows are to be drawn before.
            self.scrolled();
        }
    }

    /// What is in sight by the scroller itself, which knows better than the last report.
    fn measured(self) -> Viewport {
        let last = untrack(|| self.viewport());
        match self.scroller.get_untracked() {
            Some(scroller) => Viewport {
                top: f64::from(scroller.scroll_top()),
                height: f64::from(scroller.client_height()),
                ..last
            },
            None => last,
        }
    }
}
