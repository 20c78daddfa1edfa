//! A ring: a share of a whole, or of a target that may have been surpassed.

use std::f64::consts::{FRAC_PI_2, TAU};

use super::arc;
use super::node::{Node, Role, Shape};
use super::paint::{Paint, Token};

/// A ring within a square of this side about a centre. Beyond 1 a second, thinner line goes on around it.
pub(crate) fn ring(centre: (f64, f64), side: f64, share: f64, hue: u8) -> Vec<Node> {
    let thick = (side * 0.1).round();
    let thin = (thick / 3.0).round();
    let outer = (side - thin) / 2.0;
    let radius = outer - thin / 2.0 - 2.0 - thick / 2.0;
    let share = if share.is_finite() { share.max(0.0) } else { 0.0 };
    let line = |radius: f64, share: f64, paint: Paint, role| {
        let steps = arc::about(centre, radius, -FRAC_PI_2, share.mul_add(TAU, -FRAC_PI_2));
        Node::new(Shape::Path(steps), paint, role)
    };
    let mut nodes = vec![line(radius, 1.0, Paint::line(Token::Hairline, thick), Role::Band)];
    if share > 0.0 {
        nodes.push(line(radius, share.min(1.0), Paint::hue_line(hue, thick), Role::Mark));
    }
    if share > 1.0 {
        nodes.push(line(outer, (share - 1.0).min(1.0), Paint::hue_line(hue, thin), Role::Trim));
    }
    nodes
}

/// The side of the square that a ring leaves free for words.
pub(crate) fn room(side: f64) -> f64 {
    let thick = (side * 0.1).round();
    let thin = (thick / 3.0).round();
    side - 2.0 * (thin + 2.0 + thick) - 4.0
}
