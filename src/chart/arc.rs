//! Circular arcs as cubic curves.

use std::f64::consts::{FRAC_PI_2, TAU};

use super::node::PathStep;

/// The arc that leads from a point to another as SVG's `A` does; a straight line where the radius is nothing.
pub(crate) fn between(
    from: (f64, f64),
    to: (f64, f64),
    radius: f64,
    large: bool,
    sweep: bool,
) -> Vec<PathStep> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let chord = dx.hypot(dy);
    if chord == 0.0 || radius <= 0.0 {
        return vec![PathStep::Line(to.0, to.1)];
    }
    let radius = radius.max(chord / 2.0);
    // The centre lies on the middle of the chord's perpendicular.
    let away = (radius * radius - chord * chord / 4.0).max(0.0).sqrt();
    let away = if large == sweep { -away } else { away };
    let centre = (
        f64::midpoint(from.0, to.0) - away * dy / chord,
        f64::midpoint(from.1, to.1) + away * dx / chord,
    );
    let angle = |(x, y): (f64, f64)| (y - centre.1).atan2(x - centre.0);
    let (start, mut end) = (angle(from), angle(to));
    if sweep && end < start {
        end += TAU;
    } else if !sweep && end > start {
        end -= TAU;
    }
    curves(centre, radius, start, end)
}

fn on(centre: (f64, f64), radius: f64, angle: f64) -> (f64, f64) {
    (radius.mul_add(angle.cos(), centre.0), radius.mul_add(angle.sin(), centre.1))
}

/// A quarter turn or less each, which a cubic curve follows to some thousandths of the radius.
fn curves(centre: (f64, f64), radius: f64, from: f64, to: f64) -> Vec<PathStep> {
    let parts = ((to - from).abs() / FRAC_PI_2 - 1e-9).ceil().clamp(1.0, 64.0);
    let turn = (to - from) / parts;
    let pull = 4.0 / 3.0 * (turn / 4.0).tan() * radius;
    let part = |at: u8| {
        let (a, b) = (turn.mul_add(f64::from(at), from), turn.mul_add(f64::from(at) + 1.0, from));
        let (start, end) = (on(centre, radius, a), on(centre, radius, b));
        PathStep::Curve([
            ((-a.sin()).mul_add(pull, start.0), a.cos().mul_add(pull, start.1)),
            (b.sin().mul_add(pull, end.0), (-b.cos()).mul_add(pull, end.1)),
            end,
        ])
    };
    (0..parts as u8).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).hypot(a.1 - b.1) < 1e-9
    }

    #[test]
    fn arcs_end_where_they_are_told_and_bulge_to_the_side_they_are_told() {
        for (large, sweep, bulge) in [
            (false, true, (1.0, -1.0)),
            (false, false, (1.0, 1.0)),
            (true, true, (1.0, -1.0)),
            (true, false, (1.0, 1.0)),
        ] {
            let steps = between((0.0, 0.0), (2.0, 0.0), 1.2, large, sweep);
            let Some(PathStep::Curve([_, _, end])) = steps.last() else { panic!() };
            assert!(near(*end, (2.0, 0.0)), "{large} {sweep} {end:?}");
            let PathStep::Curve([control, ..]) = steps[0] else { panic!() };
            assert!(control.1 * bulge.1 > 0.0, "{large} {sweep} {control:?}");
            assert_eq!(steps.len() > 2, large);
        }
    }
}
