//! What a reader's own spacing of text asks of rows.

/// How far apart a text stands, each in times its size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spacing {
    /// Between letters, beyond what the face has.
    pub letters: f64,
    /// Between words, beyond what the face has.
    pub words: f64,
    /// From line to line; 0 where the face says it.
    pub lines: f64,
}

/// What a reader's own spacing of text (WCAG 1.4.12) makes of it: rows whose room goes by the number of letters need more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many times as wide a text is.
    wider: f64,
    /// How far its lines are apart, in times its size.
    leading: f64,
}

impl Spread {
    /// The leading of the text that is measured, as designed; `.grid-probe` in the style sheet.
    const DESIGNED: f64 = 1.5;
    /// Width of a letter of Latin script, in times its size: what is added weighs most there.
    const LETTER: f64 = 0.48;
    /// Letters to a word.
    const WORD: f64 = 6.0;
    /// No reader asks for more.
    const MOST: f64 = 4.0;

    /// That of a text spaced so; none where it is spaced as designed.
    #[must_use]
    pub fn of(spacing: Spacing) -> Option<Self> {
        let added = spacing.letters + spacing.words / Self::WORD;
        let wider = 1.0 + (added / Self::LETTER).max(0.0);
        let leading = spacing.lines.max(Self::DESIGNED);
        let is_designed = wider < 1.01 && leading < Self::DESIGNED + 0.01;
        let spread = Self { wider: wider.min(Self::MOST), leading: leading.min(Self::MOST) };
        (!is_designed).then_some(spread)
    }

    /// As many lines as what had `designed` lines needs. Lines that hold fewer words end earlier, too.
    #[must_use]
    pub fn lines(self, designed: u8) -> u8 {
        if self.wider < 1.01 {
            return designed;
        }
        f64::from(designed).mul_add(self.wider, 0.25).ceil() as u8
    }

    /// Height in px of so many lines of type of a size in px.
    #[must_use]
    pub fn height(self, lines: u8, size: f64) -> f64 {
        f64::from(lines) * (size * self.leading).ceil()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_grow_with_the_spacing_that_a_reader_gives_text() {
        let designed = Spacing { letters: 0.0, words: 0.0, lines: 1.5 };
        assert_eq!(Spread::of(designed), None);
        assert_eq!(Spread::of(Spacing::default()), None);
        // Less than designed needs no more room.
        assert_eq!(Spread::of(Spacing { letters: -0.05, ..designed }), None);
        // As WCAG 1.4.12 has it.
        let spread = Spread::of(Spacing { letters: 0.12, words: 0.16, lines: 1.5 });
        let lines = spread.map(|it| [1, 2, 3].map(|lines| it.lines(lines)));
        assert_eq!(lines, Some([2, 3, 5]));
        assert_eq!(spread.map(|it| it.height(2, 14.0)), Some(42.0));
        // Lines further apart are as many as before.
        let lines_alone = Spread::of(Spacing { lines: 2.0, ..designed });
        assert_eq!(lines_alone.map(|it| (it.lines(2), it.height(2, 14.0))), Some((2, 56.0)));
    }
}
