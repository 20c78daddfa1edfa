//! The steps of type that charts use.

/// One of the three text sizes charts use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextSize {
    /// 12 px: axes, notes, labels in tight places.
    Small,
    /// 14 px: names and figures.
    Body,
    /// 16 px: titles.
    Lead,
}

impl TextSize {
    /// The size in px.
    #[must_use]
    pub const fn px(self) -> f64 {
        match self {
            Self::Small => 12.0,
            Self::Body => 14.0,
            Self::Lead => 16.0,
        }
    }

    /// Distance between two baselines in px.
    #[must_use]
    pub const fn line(self) -> f64 {
        match self {
            Self::Small => 16.0,
            Self::Body => 19.0,
            Self::Lead => 24.0,
        }
    }
}
