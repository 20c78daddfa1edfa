//! The shades of classes: steps of the ramp, the first of them thinned, so that seven can be told apart and each carries
//! words in ink or in paper.

use crate::chart::paint::{Colour, Paint, Token};

/// The most classes.
pub const MOST_CLASSES: usize = 7;

/// Step of the ramp, tenths of opacity, and the token of words on it. The step that carries neither ink nor paper at 4.5:1
/// in both themes is left out.
const SHADES: [(u8, u8, Token); MOST_CLASSES] = [
    (0, 2, Token::Ink),
    (0, 6, Token::Ink),
    (0, 10, Token::Ink),
    (2, 10, Token::Paper),
    (3, 10, Token::Paper),
    (4, 10, Token::Paper),
    (5, 10, Token::Paper),
];

/// The outline of areas: it parts the palest from the ground.
pub(super) const OUTLINE: Colour = Colour::Ramp(0);

/// How a class of so many is painted, and words on it. Few classes are spread over all shades.
pub(super) fn shade(class: usize, classes: usize) -> (Paint, Token) {
    let last = classes.clamp(2, MOST_CLASSES) - 1;
    let at = (class.min(last) * (MOST_CLASSES - 1)).div_ceil(last);
    let (step, tint, words) = SHADES[at.min(MOST_CLASSES - 1)];
    (Paint::ramp(step).tint(tint).outlined(OUTLINE, 1.0), words)
}

/// How an area is painted that the table names and has no figure of.
pub(super) const fn missing() -> Paint {
    Paint::token(Token::Paper).outlined(Colour::Token(Token::Muted), 1.0).dashed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::palette::{DARK, LIGHT, Rgb, Theme};

    fn light(Rgb(r, g, b): Rgb) -> f64 {
        let linear = |c: f64| {
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let part = |c: u8, weight: f64| weight * linear(f64::from(c) / 255.0);
        part(r, 0.2126) + part(g, 0.7152) + part(b, 0.0722)
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// A step of the ramp over paper.
    fn ground(theme: &Theme, step: u8, tint: u8) -> Rgb {
        let (over, under) = (theme.ramp[usize::from(step)], theme.paper);
        let mix = |a: u8, b: u8| {
            let share = f64::from(tint) / 10.0;
            f64::from(a).mul_add(share, f64::from(b) * (1.0 - share)).round() as u8
        };
        Rgb(mix(over.0, under.0), mix(over.1, under.1), mix(over.2, under.2))
    }

    #[test]
    fn words_are_legible_on_every_class_and_classes_go_one_way_in_both_themes() {
        for theme in [LIGHT, DARK] {
            let grounds = SHADES.map(|(step, tint, _)| ground(&theme, step, tint));
            for (ground, (.., words)) in grounds.iter().zip(SHADES) {
                let words = if words == Token::Ink { theme.ink } else { theme.paper };
                assert!(contrast(*ground, words) >= 4.5, "{ground} {}", contrast(*ground, words));
            }
            let from_paper = grounds.map(|ground| contrast(ground, theme.paper));
            assert!(from_paper.windows(2).all(|pair| pair[1] > pair[0] * 1.1), "{from_paper:?}");
            assert!(contrast(theme.ramp[0], theme.paper) >= 3.0, "the outline");
        }
    }

    #[test]
    fn any_number_of_classes_has_shades_of_its_own_from_the_palest_to_the_darkest() {
        for classes in 2..=MOST_CLASSES {
            let mut shades: Vec<_> = (0..classes).map(|class| shade(class, classes).0).collect();
            assert_eq!(shades[0], shade(0, MOST_CLASSES).0);
            assert_eq!(shades[classes - 1], shade(6, MOST_CLASSES).0);
            shades.dedup();
            assert_eq!(shades.len(), classes);
        }
    }
}
