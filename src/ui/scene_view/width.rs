//! How wide charts are, by what they stand in.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::document::place_of;
use crate::browser::resize::{Resize, width_of};

/// The widths that an explorer's charts had last, by the place that they stood in. Asking the browser for a width has it lay the
/// page out there and then, in the middle of a change, and once more behind it; a chart that comes where such a one was
/// begins with that one's width. Where it has become another one, the browser tells before it paints.
#[derive(Clone, Copy)]
pub struct Widths(StoredValue<Vec<(String, f64)>>);

impl Widths {
    /// Nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new(Vec::new()))
    }

    fn of(self, place: &str) -> Option<f64> {
        let find = |widths: &Vec<(String, f64)>| {
            widths.iter().find(|(own, _)| own == place).map(|(_, width)| *width)
        };
        self.0.try_with_value(find).flatten()
    }

    fn learn(self, place: &str, width: f64) {
        if width <= 0.0 || self.of(place) == Some(width) {
            return;
        }
        self.0.try_update_value(|widths| {
            widths.retain(|(own, _)| own != place);
            widths.push((place.to_owned(), width));
        });
    }
}

impl Default for Widths {
    fn default() -> Self {
        Self::new()
    }
}

/// Keeps `width` the width of a figure in whole px: fractions of a pixel would redraw for nothing.
pub(super) fn watch_width(figure: NodeRef<Div>, width: RwSignal<f64>, widths: Option<Widths>) {
    let resize = StoredValue::new_local(None::<Resize>);
    Effect::new(move |_| {
        let Some(element) = figure.get() else { return };
        let place = place_of(&element);
        // At once, so that the page is laid out with its pictures before anything of it is painted. The pictures are
        // drawn later, so that all widths that are not known are read from one layout.
        let known = widths.and_then(|widths| widths.of(&place));
        width.set(known.unwrap_or_else(|| width_of(&element).floor()));
        resize.set_value(Resize::observe(&element, move |w, _| {
            let w = w.floor();
            if let Some(widths) = widths {
                widths.learn(&place, w);
            }
            if width.get_untracked() != w {
                width.set(w);
            }
        }));
    });
    on_cleanup(move || resize.set_value(None));
}
