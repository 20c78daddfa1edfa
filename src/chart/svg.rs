//! Writes a [`Scene`] as a standalone SVG: presentation attributes only, no style, no script, the
//! same text for the same scene on every machine.

use std::fmt::Write;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::measure::is_cjk;
use super::node::{Anchor, BEHIND, Node, PathStep, Shape};
use super::paint::{Colour, Paint};
use super::palette::Theme;
use super::scene::Scene;

/// Fonts with Chinese faces, the page's own order.
pub const FONTS: &str =
    "PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

/// Fonts whose letters, quotation marks and dots are as wide as a text in letters wants them, the page's own order.
const LATIN_FONTS: &str =
    "Segoe UI, Helvetica Neue, Noto Sans, Liberation Sans, DejaVu Sans, Arial";

/// Side of a hatch pattern's tile in px.
pub const HATCH: f64 = 5.0;

/// The id of a hue's hatch pattern in a scene with this prefix.
#[must_use]
pub fn hatch_id(prefix: &str, hue: u8) -> String {
    if prefix.is_empty() { format!("hatch-{hue}") } else { format!("{prefix}-hatch-{hue}") }
}

/// A number as SVG wants it: at most two decimals, no exponent, never `-0` or a non-number.
#[must_use]
pub fn number(value: f64) -> String {
    /// From here on doubles have no hundredths.
    const MOST: f64 = 1e14;
    if !value.is_finite() {
        return "0".to_owned();
    }
    if value.abs() >= MOST {
        return format!("{value:.0}");
    }
    // A picture has thousands of them: written digit by digit they take a tenth of the time of a format.
    let mut rest = hundredths(value.abs());
    let is_below = value < 0.0 && rest > 0;
    let mut text = Vec::with_capacity(8);
    let mut decimals = 2;
    while decimals > 0 && rest.is_multiple_of(10) {
        (rest, decimals) = (rest / 10, decimals - 1);
    }
    // From behind.
    for at in 0.. {
        if at == decimals && at > 0 {
            text.push('.');
        }
        if rest == 0 && at > decimals {
            break;
        }
        text.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    if is_below {
        text.push('-');
    }
    text.into_iter().rev().collect()
}

/// The hundredths of a number that is not below nothing, as a format rounds them: by what the number is, of which a product
/// keeps no more than its digits, and where that lies in the middle to the even one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Whole, and far below what it may hold.
#[allow(clippy::float_cmp)] // The middle is a number of its own.
fn hundredths(value: f64) -> u64 {
    let product = value * 100.0;
    let whole = product.floor();
    let part = product - whole;
    let goes_up = part > 0.5
        || (part == 0.5 && {
            let left = value.mul_add(100.0, -product);
            left > 0.0 || (left == 0.0 && whole % 2.0 == 1.0)
        });
    whole as u64 + u64::from(goes_up)
}

/// A path's `d` attribute.
#[must_use]
pub fn path_data(steps: &[PathStep]) -> String {
    steps
        .iter()
        .map(|step| match *step {
            PathStep::Move(x, y) => format!("M{} {}", number(x), number(y)),
            PathStep::Line(x, y) => format!("L{} {}", number(x), number(y)),
            PathStep::Curve(points) => {
                let [a, b, c] = points.map(|(x, y)| format!("{} {}", number(x), number(y)));
                format!("C{a} {b} {c}")
            }
            PathStep::Close => "Z".to_owned(),
        })
        .collect()
}

/// Text with what XML keeps for itself escaped and control characters left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// An SVG document as an address that pictures can be drawn from.
#[must_use]
pub fn data_url(svg: &str) -> String {
    // Beyond ASCII everything is encoded by itself.
    const RESERVED: &AsciiSet = &CONTROLS.add(b'%').add(b'#').add(b' ').add(b'"');
    format!("data:image/svg+xml,{}", utf8_percent_encode(svg, RESERVED))
}

/// The language by which digits are shaped. Some fonts have digits of another shape for letters, which no character
/// stands for: on paper they could be neither searched for nor copied.
const DIGITS: &str = "zh-CN";

/// What a text in letters is written in.
const LETTERS: &str = "en";

/// The scene as an SVG document in a theme's colours.
#[must_use]
pub fn to_svg(scene: &Scene, theme: &Theme) -> String {
    write_scene(scene, theme, 1.0, false)
}

/// The scene as an SVG document so many times as large as it was laid out, which is printed as it is: a picture within
/// a page has nothing of the page's language and says its own.
#[must_use]
pub fn to_svg_enlarged(scene: &Scene, theme: &Theme, times: f64) -> String {
    write_scene(scene, theme, times, true)
}

fn write_scene(scene: &Scene, theme: &Theme, times: f64, is_printed: bool) -> String {
    let mut out = String::new();
    let (width, height) = (number(scene.width), number(scene.height));
    let (wide, high) = (number(scene.width * times), number(scene.height * times));
    // Chinese within a text in letters falls through to its own fonts.
    let is_latin = !scene.title.is_empty() && !scene.title.chars().any(is_cjk);
    let fonts = if is_latin { format!("{LATIN_FONTS}, {FONTS}") } else { FONTS.to_owned() };
    let lang = if is_latin { LETTERS } else { DIGITS };
    let lang = if is_printed { format!(r#" xml:lang="{lang}""#) } else { String::new() };
    // Writing to a String cannot fail, here and below.
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg"{lang} width="{wide}" height="{high}" viewBox="0 0 {width} {height}" role="img" font-family="{fonts}">"#
    );
    let _ = writeln!(out, "<title>{}</title>", escape(&scene.title));
    let _ = writeln!(out, "<desc>{}</desc>", escape(&scene.description));
    let hatches = scene.hatches();
    if !hatches.is_empty() {
        out += "<defs>\n";
        for hue in hatches {
            let (id, side, colour) = (hatch_id(&scene.prefix, hue), HATCH, theme.hue(hue));
            let _ = writeln!(
                out,
                r#"<pattern id="{}" width="{side}" height="{side}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="{side}" height="{side}" fill="{}"/><line x1="1" y1="0" x2="1" y2="{side}" stroke="{colour}" stroke-width="2"/></pattern>"#,
                escape(&id),
                theme.paper,
            );
        }
        out += "</defs>\n";
    }
    let paper = theme.paper;
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" fill="{paper}"/>"#);
    for node in &scene.nodes {
        write_node(&mut out, node, &scene.prefix, theme, is_printed && is_latin);
    }
    out += "</svg>\n";
    out
}

fn write_node(out: &mut String, node: &Node, prefix: &str, theme: &Theme, names_digits: bool) {
    if node.paint.fill.is_none() && node.paint.stroke.is_none() {
        return;
    }
    let paint = paint_attributes(&node.paint, prefix, theme);
    let (tag, content) = match &node.shape {
        Shape::Rect(a) => {
            let _ = write!(
                out,
                r#"<rect x="{}" y="{}" width="{}" height="{}""#,
                number(a.x),
                number(a.y),
                number(a.width),
                number(a.height)
            );
            ("rect", None)
        }
        Shape::Line { x1, y1, x2, y2 } => {
            let _ = write!(
                out,
                r#"<line x1="{}" y1="{}" x2="{}" y2="{}""#,
                number(*x1),
                number(*y1),
                number(*x2),
                number(*y2)
            );
            ("line", None)
        }
        Shape::Path(steps) => {
            let _ = write!(out, r#"<path d="{}" stroke-linejoin="round""#, path_data(steps));
            ("path", None)
        }
        Shape::Circle { x, y, radius } => {
            let _ = write!(
                out,
                r#"<circle cx="{}" cy="{}" r="{}""#,
                number(*x),
                number(*y),
                number(*radius)
            );
            ("circle", None)
        }
        Shape::Text(text) => {
            let (x, y) = (number(text.x), number(text.y));
            let _ = write!(out, r#"<text x="{x}" y="{y}" font-size="{}""#, text.size.px());
            match text.anchor {
                Anchor::Start => {}
                Anchor::Middle => *out += r#" text-anchor="middle""#,
                Anchor::End => *out += r#" text-anchor="end""#,
            }
            if names_digits && text.text.contains(|c: char| c.is_ascii_digit()) {
                let _ = write!(out, r#" xml:lang="{DIGITS}""#);
            }
            if text.strong {
                *out += r#" font-weight="600""#;
            }
            if text.upright {
                let _ = write!(out, r#" transform="rotate(-90 {x} {y})""#);
            }
            let behind = text.behind.as_ref().map(|(text, size)| {
                let (px, text) = (size.px(), escape(text));
                format!(r#"<tspan dx="{BEHIND}" font-size="{px}">{text}</tspan>"#)
            });
            ("text", Some(escape(&text.text) + &behind.unwrap_or_default()))
        }
    };
    *out += &paint;
    match (content, node.tip.is_empty()) {
        (None, true) => *out += "/>\n",
        (content, _) => {
            out.push('>');
            if !node.tip.is_empty() {
                let _ = write!(out, "<title>{}</title>", escape(&node.tip));
            }
            let _ = writeln!(out, "{}</{tag}>", content.unwrap_or_default());
        }
    }
}

fn paint_attributes(paint: &Paint, prefix: &str, theme: &Theme) -> String {
    let mut out = match paint.fill {
        None => r#" fill="none""#.to_owned(),
        Some(Colour::Hatch(hue)) => {
            format!(r#" fill="url(#{})""#, escape(&hatch_id(prefix, hue)))
        }
        Some(colour) => format!(r#" fill="{}""#, theme.colour(colour)),
    };
    if paint.tint < 10 {
        let _ = write!(out, r#" fill-opacity="0.{}""#, paint.tint);
    }
    if let Some(stroke) = paint.stroke {
        let _ = write!(
            out,
            r#" stroke="{}" stroke-width="{}""#,
            theme.colour(stroke.colour),
            number(stroke.width)
        );
        if stroke.dashed {
            out += r#" stroke-dasharray="3 3""#;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_plain() {
        for (value, text) in [
            (1.0, "1"),
            (-0.001, "0"),
            (12.345, "12.35"),
            (0.1 + 0.2, "0.3"),
            (f64::NAN, "0"),
            (1e7, "10000000"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn numbers_are_those_of_a_format() {
        let mut bits = 1_u64;
        for _ in 0..20_000 {
            bits = bits
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let value = ((bits >> 11) as f64 / (1_u64 << 53) as f64 - 0.5) * 20_000.0;
            let text = format!("{value:.2}");
            assert_eq!(number(value), text.trim_end_matches('0').trim_end_matches('.'), "{value}");
        }
        for eighths in 0..2_000_u32 {
            let value = f64::from(eighths) / 8.0;
            let text = format!("{value:.2}");
            assert_eq!(number(value), text.trim_end_matches('0').trim_end_matches('.'), "{value}");
        }
        assert_eq!(number(-1.5e14), "-150000000000000");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escape("<a & \"b\">\u{1}"), "&lt;a &amp; &quot;b&quot;&gt;");
    }
}
