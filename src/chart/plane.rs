//! Two value axes over one plot: what charts over a plane and their marks share.

use super::geometry::Area;
use super::scale::ValueScale;
use super::spec::Datum;

/// A plot with its two scales.
#[derive(Clone, Copy)]
pub(crate) struct Plane {
    pub(crate) plot: Area,
    pub(crate) across: ValueScale,
    pub(crate) along: ValueScale,
}

impl Plane {
    /// The same scales over a plot, its edges kept free for what reaches beyond its value.
    pub(crate) fn over(self, plot: Area, inset: f64) -> Self {
        let across = self.across.with_range((plot.x + inset, plot.right() - inset));
        let along = self.along.with_range((plot.bottom() - inset, plot.y + inset));
        Self { plot, across, along }
    }

    /// px of two values.
    pub(crate) fn at(&self, across: f64, along: f64) -> (f64, f64) {
        (self.across.scale(across), self.along.scale(along))
    }

    /// px of a datum.
    pub(crate) fn place(&self, datum: &Datum) -> (f64, f64) {
        self.at(datum.across, datum.extent.mid)
    }
}
