//! The scrolling part of the page that the grid is seen through.

use leptos::html;
use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::browser::media;
use crate::browser::resize::Resize;
use crate::plot::table::Viewport;

/// As in the style sheets.
const PHONE: &str = "(max-width: 599px)";
/// What is drawn before the first measurement.
const HEIGHT: f64 = 800.0;

/// How many lines of text a row has. The windowing has to know the height, so that the style sheet takes both from
/// here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Density {
    /// Chinese names fit two lines.
    Close,
    /// English names are longer.
    Long,
    /// On a phone columns are narrow.
    Phone,
}

impl Density {
    fn of(lang: Lang, on_phone: bool) -> Self {
        match (on_phone, lang) {
            (true, _) => Self::Phone,
            (false, Lang::En) => Self::Long,
            (false, Lang::Zh) => Self::Close,
        }
    }

    /// Height of a row in px.
    pub(super) const fn row(self) -> f64 {
        match self {
            Self::Close => 48.0,
            Self::Long => 60.0,
            Self::Phone => 68.0,
        }
    }

    /// Lines of text in a row.
    pub(super) const fn lines(self) -> u8 {
        match self {
            Self::Close => 2,
            Self::Long | Self::Phone => 3,
        }
    }
}

/// The scroller and what is in sight; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    pub(super) scroller: NodeRef<html::Div>,
    /// How high the rows are.
    pub(super) density: Memo<Density>,
    top: RwSignal<f64>,
    height: RwSignal<f64>,
}

impl Sight {
    /// Follows the scroller's size and the width of the page until the component goes.
    pub(super) fn new(lang: Memo<Lang>) -> Self {
        let on_phone = RwSignal::new(media::matches(PHONE));
        let sight = Self {
            scroller: NodeRef::new(),
            density: Memo::new(move |_| Density::of(lang.get(), on_phone.get())),
            top: RwSignal::new(0.0),
            height: RwSignal::new(HEIGHT),
        };
        let width = StoredValue::new_local(media::watch(PHONE, move || {
            on_phone.set(media::matches(PHONE))
        }));
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
        Viewport { top: self.top.get(), height: self.height.get(), row: self.density.get().row() }
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
