//! Scatter: a circle a datum over two value axes, area by a third measure, names where they fit.

use super::stage;
use crate::base::order::Order;
use crate::chart::format::Format;
use crate::chart::geometry::{Area, Taken};
use crate::chart::mark::line;
use crate::chart::measure;
use crate::chart::node::{Anchor, Node, Role, Shape, Text};
use crate::chart::outline::Outline;
use crate::chart::paint::{Colour, Paint, Token};
use crate::chart::plane::Plane;
use crate::chart::scale::SqrtScale;
use crate::chart::scene::Scene;
use crate::chart::sheet::Sheet;
use crate::chart::spec::{ChartSpec, Datum, Fill};
use crate::chart::text_size::TextSize;

/// Radius of all circles where no datum has a size.
const RADIUS: f64 = 4.0;
/// Radius of the smallest circle that still is seen; below it areas no longer tell.
const LEAST: f64 = 2.0;
/// A label has this much of the plot to itself, in px².
const ROOM: f64 = 9000.0;
/// From so many points on, what covers one another is looked at.
const MANY: usize = 500;
/// So many points in the room of one are no longer told apart.
const CROWD: f64 = 3.0;

/// Radii of circles.
#[derive(Clone, Copy)]
pub(crate) enum Radii {
    /// All equally large.
    One,
    /// Areas proportional to sizes up to the greatest.
    By(SqrtScale, f64),
}

impl Radii {
    /// By the sizes of the data; the largest circle is in proportion to the width of the plot.
    pub(crate) fn plan(spec: &ChartSpec, sound: &[&Datum], width: f64) -> Self {
        let sizes = sound.iter().filter_map(|datum| size(datum)).chain(spec.size.greatest);
        let greatest = sizes.filter(|size| size.is_finite()).fold(0.0, f64::max);
        if greatest > 0.0 && sound.iter().any(|datum| datum.size.is_some()) {
            Self::By(SqrtScale::new(greatest, (width * 0.022 + 6.0).clamp(8.0, 26.0)), greatest)
        } else {
            Self::One
        }
    }

    /// The greatest radius in px.
    pub(crate) fn greatest(&self) -> f64 {
        match self {
            Self::One => RADIUS,
            Self::By(scale, greatest) => scale.scale(*greatest),
        }
    }

    fn of(&self, datum: &Datum) -> f64 {
        match self {
            Self::One => RADIUS,
            Self::By(scale, _) => size(datum).map_or(LEAST, |size| scale.scale(size).max(LEAST)),
        }
    }
}

fn size(datum: &Datum) -> Option<f64> {
    datum.size.filter(|size| size.is_finite() && *size > 0.0)
}

/// Whether points would cover one another: there are many, and in the px that one takes lie several.
pub(crate) fn crowded(data: &[&Datum], plane: &Plane) -> bool {
    let room = 2.0 * RADIUS;
    let taken: std::collections::HashSet<(i32, i32)> = data
        .iter()
        .map(|datum| plane.place(datum))
        .map(|(x, y)| ((x / room) as i32, (y / room) as i32))
        .collect();
    data.len() >= MANY && data.len() as f64 >= CROWD * taken.len() as f64
}

/// Draws the points, the largest first so that none hides another, and what names have room; with outlines, each series has
/// its own.
pub(crate) fn draw(
    scene: &mut Scene,
    data: &[&Datum],
    spec: &ChartSpec,
    plane: &Plane,
    (radii, has_outlines): (&Radii, bool),
) {
    let mut order: Vec<&Datum> = data.to_vec();
    match radii {
        // In reading order: the one before the other from left to right.
        Radii::One => order.order_by(|a, b| {
            a.across.total_cmp(&b.across).then(a.extent.mid.total_cmp(&b.extent.mid))
        }),
        Radii::By(..) => {
            let size = |datum: &Datum| size(datum).unwrap_or(0.0);
            order.order_by(|a, b| size(b).total_cmp(&size(a)));
        }
    }
    let mut taken = Taken::default();
    for datum in &order {
        let ((x, y), radius) = (plane.place(datum), radii.of(datum));
        line::ends(scene, datum, spec.hue(datum), (x, y), radius, &plane.along);
        let outline = if has_outlines { Outline::of(datum.series) } else { Outline::Circle };
        scene.push(point(datum, spec.hue(datum), (outline, x, y), radius, radii));
        // A label may touch the rim of another's circle, not its middle.
        let core = (radius * 0.7).max(LEAST);
        taken.take(Area::new(x - core, y - core, 2.0 * core, 2.0 * core));
    }
    let named = if matches!(radii, Radii::One) { data } else { &order };
    let most = (plane.plot.width * plane.plot.height / ROOM) as usize;
    let labels = named.iter().filter(|datum| !datum.label.is_empty());
    let labels = labels.filter(|datum| label(scene, datum, plane, radii, &mut taken));
    // Counting is what draws them.
    let _ = labels.take(most).count();
}

fn point(
    datum: &Datum,
    hue: u8,
    (outline, x, y): (Outline, f64, f64),
    radius: f64,
    radii: &Radii,
) -> Node {
    let unsized_here = size(datum).is_none() && matches!(radii, Radii::By(..));
    let paint = match datum.fill {
        // Nothing known of its size is not a small size.
        _ if unsized_here => Paint::hollow(hue),
        // What lies under a point shows through; its rim keeps the contrast.
        Fill::Solid => Paint::hue(hue).tint(6).outlined(Colour::Hue(hue), 1.0),
        Fill::Tick => return stage::point(datum, hue, x, y, radius),
        fill => stage::area_paint(fill, hue),
    };
    let shape = outline.shape((x, y), radius);
    Node::new(shape, paint, Role::Mark).of(datum.id).telling(&datum.tip)
}

/// Names a point where there is room at one of its sides; says whether there was.
fn label(
    scene: &mut Scene,
    datum: &Datum,
    plane: &Plane,
    radii: &Radii,
    taken: &mut Taken,
) -> bool {
    let ((x, y), radius) = (plane.place(datum), radii.of(datum));
    let size = TextSize::Small;
    let (width, middle) = (measure::width(&datum.label, size), y + size.px() * 0.36);
    let above = y - radius - 4.0;
    let below = y + radius + size.px() + 1.0;
    let spots = [
        (x + radius + 4.0, middle),
        (x - radius - 4.0 - width, middle),
        (x - width / 2.0, above),
        (x - width / 2.0, below),
    ];
    for (left, baseline) in spots {
        let text = Text::new(left, baseline, datum.label.as_str(), size);
        let area = text.bounds().grown(1.0);
        if plane.plot.contains(&area, 0.0) && taken.try_take(area) {
            scene.push(text.node(Paint::token(Token::Ink), Role::Label).of(datum.id));
            return true;
        }
    }
    false
}

/// The legend of areas, below the plot: three circles with the round sizes they stand for.
pub(crate) fn legend(sheet: &mut Sheet, spec: &ChartSpec, radii: &Radii, format: &dyn Format) {
    let Radii::By(scale, greatest) = radii else { return };
    let ten = 10_f64.powf(greatest.log10().floor());
    let top = [5.0, 2.0, 1.0].into_iter().map(|f| f * ten).find(|top| top <= greatest);
    let sizes = [25.0, 5.0, 1.0].map(|part| top.unwrap_or(ten) / part);
    let radius = radii.greatest();
    sheet.note(spec.size.label.clone());
    sheet.small_line(&spec.size.label);
    let (mut x, y) = (sheet.left(), sheet.y + radius + 3.0);
    for size in sizes {
        let (own, text) = (scale.scale(size).max(LEAST), format.number(size));
        let right = x + 2.0 * own + 6.0 + measure::width(&text, TextSize::Small);
        if right > sheet.right() {
            break;
        }
        let circle = Shape::Circle { x: x + own + 1.0, y, radius: own };
        sheet.scene.push(Node::new(circle, Paint::line(Token::Muted, 1.0), Role::Legend));
        let text = Text::new(x + 2.0 * own + 6.0, y + 4.3, text, TextSize::Small);
        let text = text.anchored(Anchor::Start);
        sheet.scene.push(text.node(Paint::token(Token::Muted), Role::Legend));
        x = right + 16.0;
    }
    sheet.y += 2.0 * radius + 8.0;
}
