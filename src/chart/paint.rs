//! Colours as tokens: what a node is painted with, never a literal colour.

/// How many hues there are: 13 domain hues and, last, a neutral for what has no domain.
pub(crate) const HUES: usize = 14;

/// A colour of the theme that is not a domain hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// Text and strong marks.
    Ink,
    /// Secondary text.
    Muted,
    /// Grid lines and separators.
    Hairline,
    /// Selection and links only.
    Accent,
    /// The ground.
    Paper,
}

impl Token {
    /// The token's name in class names and CSS custom properties.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Muted => "muted",
            Self::Hairline => "hairline",
            Self::Accent => "accent",
            Self::Paper => "paper",
        }
    }
}

/// One colour: a token of the theme, a domain hue or a hatch in a domain hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    /// A token of the theme.
    Token(Token),
    /// A domain hue, `0..HUES`; greater numbers wrap round.
    Hue(u8),
    /// Diagonal lines in a domain hue, for what is under way.
    Hatch(u8),
    /// A step of the ramp that shades counts, `0..RAMP`; greater numbers are the last.
    Ramp(u8),
}

impl Colour {
    /// The CSS custom property that holds the colour in the page; of a hatch, that of its lines.
    #[must_use]
    pub fn property(self) -> String {
        match self {
            Self::Token(token) => format!("--{}", token.name()),
            Self::Hue(hue) | Self::Hatch(hue) => format!("--hue-{}", usize::from(hue) % HUES),
            Self::Ramp(step) => format!("--ramp-{step}"),
        }
    }
}

/// A stroke's colour, width in px and whether it is dashed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The line's colour.
    pub colour: Colour,
    /// Width in px.
    pub width: f64,
    /// Dashed in place of continuous.
    pub dashed: bool,
}

/// How a shape is painted.
///
/// ```
/// use minsheng_explorer::chart::{Paint, Token};
/// assert_eq!(Paint::hue(3).class(), "fill-hue-3");
/// assert_eq!(Paint::hue(3).tint(4).class(), "fill-hue-3 tint-4");
/// assert_eq!(Paint::line(Token::Hairline, 1.0).class(), "fill-none stroke-hairline");
/// assert_eq!(Paint::hatch(2).class(), "pattern-hue-2 stroke-hue-2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Inside of the shape, or nothing.
    pub fill: Option<Colour>,
    /// Outline, or nothing.
    pub stroke: Option<Stroke>,
    /// Opacity of the fill in tenths, `1..=10`; 10 is opaque.
    pub tint: u8,
}

impl Paint {
    /// Paints nothing: for areas that only take the pointer.
    pub const NONE: Self = Self { fill: None, stroke: None, tint: 10 };

    /// A token as fill.
    #[must_use]
    pub const fn token(token: Token) -> Self {
        Self { fill: Some(Colour::Token(token)), ..Self::NONE }
    }

    /// A domain hue as fill.
    #[must_use]
    pub const fn hue(hue: u8) -> Self {
        Self { fill: Some(Colour::Hue(hue)), ..Self::NONE }
    }

    /// A step of the ramp as fill.
    #[must_use]
    pub const fn ramp(step: u8) -> Self {
        Self { fill: Some(Colour::Ramp(step)), ..Self::NONE }
    }

    /// A hatch in a domain hue with a thin outline.
    #[must_use]
    pub const fn hatch(hue: u8) -> Self {
        Self { fill: Some(Colour::Hatch(hue)), ..Self::NONE }.outlined(Colour::Hue(hue), 1.0)
    }

    /// Paper inside, an outline in a domain hue.
    #[must_use]
    pub const fn hollow(hue: u8) -> Self {
        Self::token(Token::Paper).outlined(Colour::Hue(hue), 1.5)
    }

    /// A line in a token, `width` px wide.
    #[must_use]
    pub const fn line(token: Token, width: f64) -> Self {
        Self::NONE.outlined(Colour::Token(token), width)
    }

    /// A line in a domain hue, `width` px wide.
    #[must_use]
    pub const fn hue_line(hue: u8, width: f64) -> Self {
        Self::NONE.outlined(Colour::Hue(hue), width)
    }

    /// The same paint with an outline.
    #[must_use]
    pub const fn outlined(mut self, colour: Colour, width: f64) -> Self {
        self.stroke = Some(Stroke { colour, width, dashed: false });
        self
    }

    /// The same paint, its line dashed.
    #[must_use]
    pub const fn dashed(mut self) -> Self {
        if let Some(stroke) = &mut self.stroke {
            stroke.dashed = true;
        }
        self
    }

    /// The same paint, its fill `tenths`/10 opaque (clamped to `1..=10`).
    #[must_use]
    pub const fn tint(mut self, tenths: u8) -> Self {
        self.tint = match tenths {
            0 => 1,
            1..=9 => tenths,
            _ => 10,
        };
        self
    }

    /// Class names for live SVG: `fill-…` or `pattern-hue-…`, `stroke-…`, `tint-…`, `dashed`.
    ///
    /// Widths and pattern references are attributes, not classes: see [`Stroke::width`] and
    /// [`crate::chart::svg::hatch_id`].
    #[must_use]
    pub fn class(&self) -> String {
        let mut class = match self.fill {
            None => "fill-none".to_owned(),
            Some(Colour::Token(token)) => format!("fill-{}", token.name()),
            Some(Colour::Hue(hue)) => format!("fill-hue-{hue}"),
            Some(Colour::Hatch(hue)) => format!("pattern-hue-{hue}"),
            Some(Colour::Ramp(step)) => format!("fill-ramp-{step}"),
        };
        if let Some(stroke) = self.stroke {
            match stroke.colour {
                Colour::Token(token) => class += &format!(" stroke-{}", token.name()),
                Colour::Hue(hue) | Colour::Hatch(hue) => class += &format!(" stroke-hue-{hue}"),
                Colour::Ramp(step) => class += &format!(" stroke-ramp-{step}"),
            }
            if stroke.dashed {
                class += " dashed";
            }
        }
        if self.tint < 10 {
            class += &format!(" tint-{}", self.tint);
        }
        class
    }

    /// The hue of the hatch this paint needs a pattern for, if any.
    #[must_use]
    pub const fn hatch_hue(&self) -> Option<u8> {
        match self.fill {
            Some(Colour::Hatch(hue)) => Some(hue),
            _ => None,
        }
    }
}
