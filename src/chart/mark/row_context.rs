//! What row charts and their marks tell each other: the shared scale and the room there is.

use super::figure::Figure;
use crate::chart::scale::ValueScale;
use crate::chart::spec::{ChartSpec, Datum};

/// Room a mark needs beside a value, for arrows and its label.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need {
    pub(crate) value: f64,
    /// For the drawing and its label.
    pub(crate) width: f64,
    /// For the drawing alone.
    pub(crate) bare: f64,
    pub(crate) leftwards: bool,
}

/// What the rows of a panel share: the scale and the px marks and labels may use.
pub(crate) struct RowContext<'a> {
    pub(crate) spec: &'a ChartSpec,
    pub(crate) scale: ValueScale,
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// Whether a direct label names its series.
    pub(crate) name_series: bool,
}

impl RowContext<'_> {
    /// A datum's direct label.
    pub(crate) fn figure(&self, datum: &Datum) -> Figure {
        let name = if self.name_series {
            self.spec.series_name(datum.series).to_owned()
        } else {
            String::new()
        };
        Figure { figure: datum.label.clone(), name, size: None }
    }

    /// Whether there is room for a need on this scale.
    pub(crate) fn fits(&self, need: &Need) -> bool {
        let at = self.scale.scale(need.value);
        if need.leftwards {
            at - need.width >= self.left - 0.01
        } else {
            at + need.width <= self.right + 0.01
        }
    }
}
