//! Scales: values with a forward and an inverse function. `invert(scale(v))` gives `v` back.

mod band;
mod linear;
mod log;
mod sqrt;
mod time;

pub use band::BandScale;
pub use linear::LinearScale;
pub use log::LogScale;
pub use sqrt::SqrtScale;
pub use time::{TimeScale, TimeTicks};

/// A continuous value scale of a chart: linear or logarithmic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueScale {
    /// Equal differences are equal distances.
    Linear(LinearScale),
    /// Equal ratios are equal distances.
    Log(LogScale),
}

impl ValueScale {
    /// px of a value.
    #[must_use]
    pub fn scale(&self, value: f64) -> f64 {
        match self {
            Self::Linear(s) => s.scale(value),
            Self::Log(s) => s.scale(value),
        }
    }

    /// Value at a px.
    #[must_use]
    pub fn invert(&self, px: f64) -> f64 {
        match self {
            Self::Linear(s) => s.invert(px),
            Self::Log(s) => s.invert(px),
        }
    }

    /// Round values to mark, about `count` of them.
    #[must_use]
    pub fn ticks(&self, count: usize) -> Vec<f64> {
        match self {
            Self::Linear(s) => s.ticks(count),
            Self::Log(s) => s.ticks(count),
        }
    }

    /// px of the least and greatest value.
    #[must_use]
    pub const fn range(&self) -> (f64, f64) {
        match self {
            Self::Linear(s) => s.range(),
            Self::Log(s) => s.range(),
        }
    }

    /// The same domain on another range of px.
    #[must_use]
    pub const fn with_range(self, range: (f64, f64)) -> Self {
        match self {
            Self::Linear(s) => Self::Linear(s.with_range(range)),
            Self::Log(s) => Self::Log(s.with_range(range)),
        }
    }

    /// Where bars begin: zero, or the least value of a log scale.
    #[must_use]
    pub fn base(&self) -> f64 {
        match self {
            Self::Linear(s) => s.scale(0.0),
            Self::Log(s) => s.scale(s.domain().0),
        }
    }
}
