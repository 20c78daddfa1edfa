//! Outlines that tell series of points apart where their hues are not seen.

use super::geometry::Area;
use super::node::{PathStep, Shape};

/// The outline of a series' points. All cover the same area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outline {
    /// A circle.
    #[default]
    Circle,
    /// A square.
    Square,
    /// A triangle.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// A triangle that stands on its tip.
    Tip,
    /// Two bars across each other.
    Cross,
}

impl Outline {
    /// That of a series by its number. Beyond six, hue and outline together tell.
    pub(crate) const fn of(series: u32) -> Self {
        match series % 6 {
            0 => Self::Circle,
            1 => Self::Square,
            2 => Self::Triangle,
            3 => Self::Diamond,
            4 => Self::Tip,
            _ => Self::Cross,
        }
    }

    /// Around a point, as large as a circle of this radius.
    pub(crate) fn shape(self, (x, y): (f64, f64), radius: f64) -> Shape {
        // Height over and half the width of a triangle whose middle is the point.
        let (over, half) = (1.4 * radius, 1.35 * radius);
        match self {
            Self::Circle => Shape::Circle { x, y, radius },
            Self::Square => {
                let side = 1.77 * radius;
                Shape::Rect(Area::new(x - side / 2.0, y - side / 2.0, side, side))
            }
            Self::Triangle => {
                polygon(&[(x, y - over), (x + half, y + over * 0.66), (x - half, y + over * 0.66)])
            }
            Self::Tip => {
                polygon(&[(x, y + over), (x + half, y - over * 0.66), (x - half, y - over * 0.66)])
            }
            Self::Diamond => {
                let far = 1.25 * radius;
                polygon(&[(x, y - far), (x + far, y), (x, y + far), (x - far, y)])
            }
            Self::Cross => {
                let (far, near) = (1.2 * radius, 0.42 * radius);
                polygon(&[
                    (x - near, y - far),
                    (x + near, y - far),
                    (x + near, y - near),
                    (x + far, y - near),
                    (x + far, y + near),
                    (x + near, y + near),
                    (x + near, y + far),
                    (x - near, y + far),
                    (x - near, y + near),
                    (x - far, y + near),
                    (x - far, y - near),
                    (x - near, y - near),
                ])
            }
        }
    }
}

/// A closed path through points.
fn polygon(points: &[(f64, f64)]) -> Shape {
    let step = |(at, &(x, y)): (usize, &(f64, f64))| match at {
        0 => PathStep::Move(x, y),
        _ => PathStep::Line(x, y),
    };
    let steps = points.iter().enumerate().map(step);
    Shape::Path(steps.chain([PathStep::Close]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::node::{Node, Role};
    use crate::chart::paint::Paint;

    #[test]
    fn six_series_have_outlines_of_their_own_around_their_point() {
        let all: Vec<Outline> = (0..6).map(Outline::of).collect();
        for (at, outline) in all.iter().enumerate() {
            assert!(!all[..at].contains(outline), "{outline:?}");
            let shape = outline.shape((50.0, 40.0), 5.0);
            let area = Node::new(shape, Paint::NONE, Role::Mark).bounds();
            assert!((area.x + area.width / 2.0 - 50.0).abs() < 0.01, "{outline:?} {area:?}");
            assert!(area.y < 40.0 && area.bottom() > 40.0, "{outline:?} {area:?}");
            assert!(area.width >= 8.0 && area.width <= 14.0, "{outline:?} {area:?}");
        }
        assert_eq!(Outline::of(6), Outline::of(0));
    }
}
