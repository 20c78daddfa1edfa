//! What lengths, positions and areas mean.

use serde::{Deserialize, Serialize};

/// What the marks' lengths or positions mean.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ValueAxis {
    /// Quantity and unit, printed at the axis; empty prints nothing.
    pub label: String,
    /// Logarithmic: shows positive values only.
    pub log: bool,
    /// Begin at zero where the mark leaves a choice (dots, lines, points); bars always do.
    pub zero: bool,
    /// Values are counts: no ticks between whole numbers.
    pub whole: bool,
    /// Least and greatest value to make room for besides the data's own, so that a chart that is
    /// played over time keeps its axes; `None` takes the data's. Dots, lines and planes.
    pub domain: Option<(f64, f64)>,
    /// A value that marks are read against: a firm line through the rows. Bars and dots.
    pub reference: Option<f64>,
}

impl ValueAxis {
    /// The least and greatest of the data's values and of the domain; (0, 1) where there are none.
    #[must_use]
    pub fn domain_of(&self, spans: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
        let known = |value: f64| super::extent::check(value, self.log).is_ok();
        let domain = self.domain.filter(|(low, high)| known(*low) && known(*high));
        let all = spans.chain(domain).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        all.unwrap_or((0.0, 1.0))
    }
}

/// What the areas of circles mean.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SizeAxis {
    /// Quantity and unit, printed before the legend of sizes.
    pub label: String,
    /// The value of the largest circle, so that a chart that is played over time keeps its sizes;
    /// `None` takes the greatest of the data.
    pub greatest: Option<f64>,
}
