//! How wide charts are, by what they stand in.

use leptos::prelude::*;

/// The widths that an explorer's charts had last, by the place that they stood in. Asking the browser for a width has it lay the
/// page out there and then, in the middle of a change, and once more behind it; a chart that comes where such a one was
/// begins with that one's width. Where it has become another one, the browser tells before it paints.
#[derive(Clone, Copy)]
pub struct Widths(StoredValue<Vec<(String, f64)>>);

impl Widths {
    /// The widths that are known before any chart stands, in px by place.
    #[must_use]
    pub fn begin(known: Vec<(String, f64)>) -> Self {
        let widths = Self(StoredValue::new(Vec::new()));
        for (place, width) in known {
            widths.learn(&place, width.floor());
        }
        widths
    }

    pub(super) fn of(self, place: &str) -> Option<f64> {
        let find = |widths: &Vec<(String, f64)>| {
            widths.iter().find(|(own, _)| own == place).map(|(_, width)| *width)
        };
        self.0.try_with_value(find).flatten()
    }

    pub(super) fn learn(self, place: &str, width: f64) {
        if width <= 0.0 || self.of(place) == Some(width) {
            return;
        }
        self.0.try_update_value(|widths| {
            widths.retain(|(own, _)| own != place);
            widths.push((place.to_owned(), width));
        });
    }
}
