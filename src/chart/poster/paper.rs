//! The papers a poster is laid out for, and what is set how on each.

use serde::{Deserialize, Serialize};

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

/// How many items blocks show: fewer where a sheet is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Density {
    /// Key figures.
    pub(super) key: usize,
    /// Rings.
    pub(super) rings: usize,
    /// Bars of a chart.
    pub(super) bars: usize,
    /// Figures as lines.
    pub(super) lines: usize,
}

impl Density {
    const fn of(key: usize, rings: usize, bars: usize, lines: usize) -> Self {
        Self { key, rings, bars, lines }
    }
}

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
            Self::Page => 48.0,
            Self::Slide => 36.0,
        }
    }

    pub(super) const fn columns(self) -> usize {
        match self {
            Self::Long => 1,
            Self::Page => 2,
            Self::Slide => 3,
        }
    }

    /// Between columns.
    pub(super) const fn gutter(self) -> f64 {
        match self {
            Self::Page => 36.0,
            Self::Long | Self::Slide => 30.0,
        }
    }

    /// Between blocks.
    pub(super) const fn gap(self) -> f64 {
        match self {
            Self::Long => 32.0,
            Self::Page => 22.0,
            Self::Slide => 16.0,
        }
    }

    pub(super) const fn title() -> TextSize {
        TextSize::Title
    }

    pub(super) const fn heading(self) -> TextSize {
        match self {
            Self::Long => TextSize::Head,
            Self::Page | Self::Slide => TextSize::Lead,
        }
    }

    pub(super) const fn number(self) -> TextSize {
        match self {
            Self::Long => TextSize::Hero,
            Self::Page | Self::Slide => TextSize::Title,
        }
    }

    /// Names of figures.
    pub(super) const fn name(self) -> TextSize {
        match self {
            Self::Long => TextSize::Lead,
            Self::Page | Self::Slide => TextSize::Body,
        }
    }

    /// Times, places, sources.
    pub(super) const fn note(self) -> TextSize {
        match self {
            Self::Long => TextSize::Body,
            Self::Page | Self::Slide => TextSize::Small,
        }
    }

    /// Columns of key figures.
    pub(super) const fn key_columns(self) -> usize {
        match self {
            Self::Long => 2,
            Self::Page => 3,
            Self::Slide => 4,
        }
    }

    pub(super) const fn ring(self) -> f64 {
        match self {
            Self::Long => 112.0,
            Self::Page => 84.0,
            Self::Slide => 74.0,
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

    /// What is tried in turn, the fullest first.
    pub(super) const fn densities(self) -> &'static [Density] {
        match self {
            Self::Long => LONG,
            Self::Page => PAGE,
            Self::Slide => SLIDE,
        }
    }
}

const LONG: &[Density] = &[Density::of(6, 9, 8, 4)];

const PAGE: &[Density] = &[
    Density::of(9, 6, 8, 8),
    Density::of(6, 6, 8, 7),
    Density::of(6, 6, 8, 6),
    Density::of(6, 6, 6, 5),
    Density::of(6, 6, 6, 4),
    Density::of(6, 3, 5, 4),
    Density::of(6, 3, 5, 3),
    Density::of(6, 3, 4, 2),
    Density::of(3, 3, 3, 2),
];

const SLIDE: &[Density] = &[
    Density::of(4, 6, 5, 5),
    Density::of(4, 6, 4, 4),
    Density::of(4, 3, 4, 4),
    Density::of(4, 3, 4, 3),
    Density::of(4, 3, 3, 2),
];
