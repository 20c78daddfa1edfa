//! How high the rows are.

use crate::base::lang::Lang;
use crate::plot::table::Spread;

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
    /// Rows are cards; a Chinese name fits one line.
    Cards,
    /// Rows are cards; an English name takes up to three lines.
    LongCards,
    /// Rows are large cards, of care mode; a Chinese name takes up to two lines.
    CareCards,
}

impl Density {
    /// What fits a grid of this width in px with type as designed; 0 where it is not known yet.
    pub(super) fn of(lang: Lang, is_care: bool, width: f64) -> Self {
        match (width > 0.0 && width < CARDS, lang) {
            (true, Lang::En) => Self::LongCards,
            (true, Lang::Zh) if is_care => Self::CareCards,
            (true, Lang::Zh) => Self::Cards,
            (false, Lang::En) => Self::Long,
            (false, Lang::Zh) => Self::Close,
        }
    }

    pub(super) const fn is_cards(self) -> bool {
        matches!(self, Self::Cards | Self::LongCards | Self::CareCards)
    }

    /// Height of a row in px, with type as designed and the reader's own spacing of it.
    pub(super) fn row(self, spread: Option<Spread>) -> f64 {
        let Some(spread) = spread else {
            return match self {
                Self::Close => 48.0,
                Self::Long | Self::Cards => 72.0,
                Self::CareCards => 88.0,
                Self::LongCards => 112.0,
            };
        };
        let name = self.lines(Some(spread));
        if self.is_cards() {
            // Name, figure, and twice two lines of what stands beside and below it.
            spread.height(name, 16.0) + spread.height(1, 18.0) + spread.height(4, 14.0) + 16.0
        } else {
            spread.height(name, 14.0) + 10.0
        }
    }

    /// Lines of text in a cell, of a name on a card.
    pub(super) fn lines(self, spread: Option<Spread>) -> u8 {
        let designed = match self {
            Self::Cards => 1,
            Self::Close | Self::CareCards => 2,
            Self::Long | Self::LongCards => 3,
        };
        spread.map_or(designed, |spread| spread.lines(designed))
    }
}
