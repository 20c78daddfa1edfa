//! How high the rows are.

use crate::base::lang::Lang;

/// A narrower grid, in px with type as designed, has no room for columns. Beside a detail there is more, so that a table stays one when a row is opened.
const CARDS: f64 = 560.0;

/// How many lines of text a row has. The windowing has to know the height, so that the style sheet takes both from
/// here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Density {
    /// Chinese names fit two lines.
    Close,
    /// English names are longer.
    Long,
    /// Rows are cards of two lines.
    Cards,
}

impl Density {
    /// What fits a grid of this width in px with type as designed; 0 where it is not known yet.
    pub(super) fn of(lang: Lang, width: f64) -> Self {
        match lang {
            _ if width > 0.0 && width < CARDS => Self::Cards,
            Lang::En => Self::Long,
            Lang::Zh => Self::Close,
        }
    }

    /// Height of a row in px, with type as designed.
    pub(super) const fn row(self) -> f64 {
        match self {
            Self::Close => 48.0,
            Self::Long | Self::Cards => 64.0,
        }
    }

    /// Lines of text in a row.
    pub(super) const fn lines(self) -> u8 {
        match self {
            Self::Close | Self::Cards => 2,
            Self::Long => 3,
        }
    }
}
