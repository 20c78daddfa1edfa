//! The width of a figure.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::document::place_of;
use crate::browser::resize::{Resize, width_of};
use crate::ui::widths::Widths;

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
