//! A link as a QR code, one path.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::chart::geometry::Area;
use crate::chart::node::{Node, PathStep, Role, Shape};
use crate::chart::paint::{Paint, Token};

/// Modules of white around the code, as readers of codes want.
const QUIET: i32 = 4;

/// The code of a link within a square; `None` where the link is longer than a code can hold.
pub(super) fn code(link: &str, area: Area) -> Option<Node> {
    let code = QrCode::encode_text(link, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let module = area.width / f64::from(size + 2 * QUIET);
    let at = |n: i32, from: f64| f64::from(n + QUIET).mul_add(module, from);
    let mut steps = Vec::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let begin = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > begin {
                // Modules in a row are one box: no seams between them.
                let (left, right) = (at(begin, area.x), at(x, area.x));
                let (top, bottom) = (at(y, area.y), at(y + 1, area.y));
                steps.extend([
                    PathStep::Move(left, top),
                    PathStep::Line(right, top),
                    PathStep::Line(right, bottom),
                    PathStep::Line(left, bottom),
                    PathStep::Close,
                ]);
            }
            x += 1;
        }
    }
    Some(Node::new(Shape::Path(steps), Paint::token(Token::Ink), Role::Legend).telling(link))
}
