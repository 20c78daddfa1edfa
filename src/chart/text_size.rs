//! The steps of type that charts use.

/// One of the steps of type: charts use the first three, posters all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextSize {
    /// 12 px: axes, notes, labels in tight places.
    Small,
    /// 14 px: names and figures.
    Body,
    /// 16 px: titles.
    Lead,
    /// 20 px: headings of a poster's blocks.
    Head,
    /// 28 px: titles of posters, lesser key figures.
    Title,
    /// 40 px: key figures.
    Hero,
    /// 72 px: the figure that a poster is about.
    Giant,
}

impl TextSize {
    /// The size in px.
    #[must_use]
    pub const fn px(self) -> f64 {
        match self {
            Self::Small => 12.0,
            Self::Body => 14.0,
            Self::Lead => 16.0,
            Self::Head => 20.0,
            Self::Title => 28.0,
            Self::Hero => 40.0,
            Self::Giant => 72.0,
        }
    }

    /// Distance between two baselines in px.
    #[must_use]
    pub const fn line(self) -> f64 {
        match self {
            Self::Small => 16.0,
            Self::Body => 19.0,
            Self::Lead => 24.0,
            Self::Head => 28.0,
            Self::Title => 38.0,
            Self::Hero => 48.0,
            Self::Giant => 80.0,
        }
    }
}
