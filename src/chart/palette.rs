//! The colours behind the tokens: one table for the page's CSS and for exported SVG.
//!
//! The 13 domain hues follow the spirit of Tol's muted set and Okabe–Ito and were then moved, hue by
//! hue, to where their least distance (OKLab, seen normally and as simulated by Machado, Oliveira &
//! Fernandes 2009 for deuteranopia and protanopia) is greatest while each keeps at least 3:1
//! against its theme's paper. The tests state the thresholds.

use std::fmt::{self, Write};

use super::paint::{Colour, HUES, Token};

/// The hue of what has no domain.
pub const NEUTRAL: u8 = 13;

/// How many steps the ramp has that shades counts.
pub const RAMP: usize = 6;

/// Tints of a hue, in tenths of opacity, on which text in [`Token::Ink`] keeps 4.5:1.
pub const GREATEST_TINT_UNDER_TEXT: u8 = 4;

/// A colour in sRGB, printed as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn hex(code: u32) -> Self {
        Self((code >> 16) as u8, (code >> 8) as u8, code as u8)
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The colours of one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Text and strong marks.
    pub ink: Rgb,
    /// Secondary text.
    pub muted: Rgb,
    /// Grid lines and separators.
    pub hairline: Rgb,
    /// Selection and links.
    pub accent: Rgb,
    /// The ground.
    pub paper: Rgb,
    /// Domain hues in the domains' order, then the neutral one.
    pub hues: [Rgb; HUES],
    /// Shades of a count, from few to many: ever further from the paper in lightness, so that they
    /// read the same however colours are seen, and turning from teal to indigo.
    pub ramp: [Rgb; RAMP],
}

/// Ink on white paper.
pub const LIGHT: Theme = Theme {
    ink: Rgb::hex(0x1b_1e23),
    muted: Rgb::hex(0x5d_646d),
    hairline: Rgb::hex(0xd9_dce0),
    accent: Rgb::hex(0xb3_261e),
    paper: Rgb::hex(0xff_ffff),
    hues: [
        Rgb::hex(0x1d_58ae), // blue: education
        Rgb::hex(0x00_6c6e), // teal: health
        Rgb::hex(0xb7_560f), // vermilion: elderly
        Rgb::hex(0xa6_3750), // rose: assistance
        Rgb::hex(0x70_4b00), // ochre: employment
        Rgb::hex(0x5e_301b), // brown: housing
        Rgb::hex(0x51_8e6b), // green: environment
        Rgb::hex(0x9a_81e6), // violet: culture
        Rgb::hex(0x36_7dae), // sky: infrastructure
        Rgb::hex(0x68_1d59), // wine: safety
        Rgb::hex(0x98_9531), // olive: poverty relief
        Rgb::hex(0x2c_2f90), // indigo: governance
        Rgb::hex(0x81_94a1), // slate: other
        Rgb::hex(0x76_7b82), // neutral
    ],
    ramp: [
        Rgb::hex(0x26_a59f),
        Rgb::hex(0x03_8797),
        Rgb::hex(0x02_6989),
        Rgb::hex(0x03_4b79),
        Rgb::hex(0x0b_2c6d),
        Rgb::hex(0x18_124b),
    ],
};

/// Light ink on deep neutral paper.
pub const DARK: Theme = Theme {
    ink: Rgb::hex(0xed_eef0),
    muted: Rgb::hex(0xa3_a9b2),
    hairline: Rgb::hex(0x33_373d),
    accent: Rgb::hex(0xff_8a75),
    paper: Rgb::hex(0x16_181b),
    hues: [
        Rgb::hex(0x24_75b3),
        Rgb::hex(0x3e_a692),
        Rgb::hex(0xc4_784e),
        Rgb::hex(0xb2_506e),
        Rgb::hex(0x98_6700),
        Rgb::hex(0xd4_b495),
        Rgb::hex(0xaa_e89f),
        Rgb::hex(0xb1_96fe),
        Rgb::hex(0x5b_93bd),
        Rgb::hex(0xe4_a3d3),
        Rgb::hex(0xb3_ad4c),
        Rgb::hex(0x7a_78ec),
        Rgb::hex(0xce_d9e9),
        Rgb::hex(0x8b_9097),
    ],
    ramp: [
        Rgb::hex(0x54_60ab),
        Rgb::hex(0x50_80c6),
        Rgb::hex(0x4d_a1d8),
        Rgb::hex(0x54_c1e4),
        Rgb::hex(0x74_e0e6),
        Rgb::hex(0xaa_f8e8),
    ],
};

impl Theme {
    /// The colour of a hue; numbers beyond the palette wrap round.
    #[must_use]
    pub const fn hue(&self, hue: u8) -> Rgb {
        self.hues[hue as usize % HUES]
    }

    /// The colour behind a token.
    #[must_use]
    pub const fn token(&self, token: Token) -> Rgb {
        match token {
            Token::Ink => self.ink,
            Token::Muted => self.muted,
            Token::Hairline => self.hairline,
            Token::Accent => self.accent,
            Token::Paper => self.paper,
        }
    }

    /// The colour behind a paint's colour; a hatch gives the hue of its lines.
    #[must_use]
    pub const fn colour(&self, colour: Colour) -> Rgb {
        match colour {
            Colour::Token(token) => self.token(token),
            Colour::Hue(hue) | Colour::Hatch(hue) => self.hue(hue),
            Colour::Ramp(step) => {
                self.ramp[if (step as usize) < RAMP { step as usize } else { RAMP - 1 }]
            }
        }
    }

    /// The hues and the ramp as CSS custom properties, a line each: `--hue-0: #1d58ae;`.
    #[must_use]
    pub fn css_properties(&self) -> String {
        let mut css = String::new();
        for (index, hue) in self.hues.iter().enumerate() {
            // Writing to a String cannot fail.
            let _ = writeln!(css, "--hue-{index}: {hue};");
        }
        for (index, step) in self.ramp.iter().enumerate() {
            let _ = writeln!(css, "--ramp-{index}: {step};");
        }
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Least distance of two domain hues, 100 × Euclidean in OKLab, however seen. Ottosson gives
    /// about 2 as just noticeable side by side; 7 is told apart across a chart.
    const LEAST_DISTANCE: f64 = 7.0;

    type Linear = [f64; 3];

    fn linear(c: Rgb) -> Linear {
        [c.0, c.1, c.2].map(|byte| {
            let x = f64::from(byte) / 255.0;
            if x <= 0.04045 { x / 12.92 } else { ((x + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// WCAG 2.2 contrast ratio.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let luminance = |c| {
            let [r, g, b] = linear(c);
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn times(m: [[f64; 3]; 3], v: Linear) -> Linear {
        m.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
    }

    /// Normal sight; Machado et al. 2009, severity 1.0.
    const SIGHTS: [(&str, [[f64; 3]; 3]); 3] = [
        ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
    ];

    /// OKLab (Ottosson 2020) of linear sRGB.
    fn oklab(c: Linear) -> Linear {
        let lms = times(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ],
            c.map(|x| x.clamp(0.0, 1.0)),
        );
        times(
            [
                [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
            ],
            lms.map(f64::cbrt),
        )
    }

    #[test]
    fn every_mark_colour_keeps_three_to_one_and_text_four_and_a_half() {
        for theme in [LIGHT, DARK] {
            for (index, hue) in theme.hues.iter().enumerate() {
                let ratio = contrast(*hue, theme.paper);
                assert!(ratio >= 3.0, "hue {index} {hue} {ratio:.2}");
            }
            for text in [theme.ink, theme.muted, theme.accent] {
                assert!(contrast(text, theme.paper) >= 4.5, "{text}");
            }
        }
    }

    #[test]
    fn domain_hues_stay_apart_however_they_are_seen() {
        for theme in [LIGHT, DARK] {
            for (sight, matrix) in SIGHTS {
                let seen: Vec<Linear> =
                    theme.hues[..13].iter().map(|hue| oklab(times(matrix, linear(*hue)))).collect();
                for i in 0..seen.len() {
                    for j in 0..i {
                        let d = seen[i].iter().zip(seen[j]).map(|(a, b)| (a - b).powi(2));
                        let d = 100.0 * d.sum::<f64>().sqrt();
                        assert!(d >= LEAST_DISTANCE, "{sight}: hues {i} and {j}: {d:.2}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_ramp_goes_one_way_in_lightness_however_it_is_seen() {
        for theme in [LIGHT, DARK] {
            for step in theme.ramp {
                assert!(contrast(step, theme.paper) >= 3.0, "{step}");
            }
            for (sight, matrix) in SIGHTS {
                let light = |rgb: &Rgb| oklab(times(matrix, linear(*rgb)))[0];
                let (paper, steps) = (light(&theme.paper), theme.ramp.each_ref().map(light));
                for pair in steps.windows(2) {
                    let further = (pair[1] - paper).abs() - (pair[0] - paper).abs();
                    assert!(100.0 * further >= LEAST_DISTANCE, "{sight}: {pair:?}");
                }
            }
        }
    }

    #[test]
    fn text_stays_legible_on_every_tint_under_it() {
        let over = |top: Rgb, ground: Rgb, tenths: u8| {
            let mix = |a: u8, b: u8| {
                let t = f64::from(tenths) / 10.0;
                (f64::from(a) * t + f64::from(b) * (1.0 - t)).round() as u8
            };
            Rgb(mix(top.0, ground.0), mix(top.1, ground.1), mix(top.2, ground.2))
        };
        for theme in [LIGHT, DARK] {
            for hue in theme.hues {
                let ground = over(hue, theme.paper, GREATEST_TINT_UNDER_TEXT);
                let ratio = contrast(theme.ink, ground);
                assert!(ratio >= 4.5, "{hue} {ratio:.2}");
            }
        }
    }

    #[test]
    fn properties_print_one_a_line() {
        let css = LIGHT.css_properties();
        assert!(css.starts_with("--hue-0: #1d58ae;\n"));
        assert_eq!(css.lines().count(), HUES + RAMP);
    }
}
