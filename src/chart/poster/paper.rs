//! The papers a poster is laid out for: their columns, and what is set how large on each.

use serde::{Deserialize, Serialize};

use super::fit::Step;
use crate::chart::text_size::TextSize;

/// What a poster is laid out for. Lengths are in px of the layout, in which no text is below 12 px.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Paper {
    /// A long picture for phones: half as wide as its 1080 px, as high as its content.
    #[default]
    Long,
    /// An A4 page at 96 px an inch.
    Page,
    /// A slide, 16:9, half as wide as its 1920 px.
    Slide,
}

use TextSize::{Body, Giant, Head, Hero, Lead, Small, Title};

impl Paper {
    /// Width in px.
    #[must_use]
    pub const fn width(self) -> f64 {
        match self {
            Self::Long => 540.0,
            Self::Page => 794.0,
            Self::Slide => 960.0,
        }
    }

    /// Height in px; `None` where the content decides.
    #[must_use]
    pub const fn height(self) -> Option<f64> {
        match self {
            Self::Long => None,
            Self::Page => Some(1123.0),
            Self::Slide => Some(540.0),
        }
    }

    /// How many times as large as the layout the picture is.
    #[must_use]
    pub const fn times(self) -> f64 {
        match self {
            Self::Page => 1.0,
            Self::Long | Self::Slide => 2.0,
        }
    }

    pub(super) const fn margin(self) -> f64 {
        match self {
            Self::Long => 28.0,
            Self::Page => 56.0,
            Self::Slide => 40.0,
        }
    }

    pub(super) const fn columns(self) -> f64 {
        match self {
            Self::Long => 2.0,
            Self::Page | Self::Slide => 3.0,
        }
    }

    /// Between columns.
    pub(super) const fn gutter(self) -> f64 {
        match self {
            Self::Long => 24.0,
            Self::Page | Self::Slide => 32.0,
        }
    }

    /// Width of so many columns with what is between them.
    pub(super) fn span(self, columns: f64) -> f64 {
        let whole = self.width() - 2.0 * self.margin();
        let one = (self.columns() - 1.0).mul_add(-self.gutter(), whole) / self.columns();
        (columns - 1.0).mul_add(self.gutter(), one * columns)
    }

    /// Where a column begins, from the left edge of the first.
    pub(super) fn column(self, nth: f64) -> f64 {
        nth * (self.span(1.0) + self.gutter())
    }

    /// Whether the chart stands beside the lead's words, else under them.
    pub(super) const fn is_wide(self) -> bool {
        !matches!(self, Self::Long)
    }

    /// Whether points and promises have room.
    pub(super) const fn has_points(self) -> bool {
        !matches!(self, Self::Slide)
    }

    /// Above and below the line between two blocks.
    pub(super) const fn gap(self) -> f64 {
        match self {
            Self::Long => 22.0,
            Self::Page => 18.0,
            Self::Slide => 14.0,
        }
    }

    pub(super) const fn title(self) -> &'static [Step] {
        match self {
            Self::Long | Self::Page => &[(Hero, 2), (Title, 3), (Head, 4)],
            Self::Slide => &[(Hero, 1), (Title, 2), (Head, 3)],
        }
    }

    /// What the lead's figure is.
    pub(super) const fn lead(self) -> &'static [Step] {
        &[(Head, 3), (Lead, 4), (Body, 5), (Small, 6)]
    }

    /// What a point's figure is.
    pub(super) const fn point(self) -> &'static [Step] {
        &[(Lead, 2), (Body, 3), (Small, 4)]
    }

    /// Times and places.
    pub(super) const fn note(self) -> TextSize {
        match self {
            Self::Long => Body,
            Self::Page | Self::Slide => Small,
        }
    }

    /// Sizes of the lead's figure, and of a point's.
    pub(super) const fn figure(is_lead: bool) -> &'static [TextSize] {
        if is_lead { &[Giant, Hero, Title, Head] } else { &[Hero, Title, Head, Lead] }
    }

    /// How many promises the strip has room for.
    pub(super) const fn promises(self) -> usize {
        match self {
            Self::Long => 4,
            Self::Page => 3,
            Self::Slide => 0,
        }
    }

    /// How many lines the sources have.
    pub(super) const fn sources(self) -> usize {
        match self {
            Self::Long => 14,
            Self::Page => 5,
            Self::Slide => 3,
        }
    }

    /// Side of the link's code.
    pub(super) const fn code(self) -> f64 {
        match self {
            Self::Long => 112.0,
            Self::Page => 92.0,
            Self::Slide => 72.0,
        }
    }
}
