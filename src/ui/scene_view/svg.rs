//! Nodes of a scene as SVG elements.

use crate::browser::svg_tree::SvgPart;
use crate::chart::svg::{HATCH, hatch_id, number, path_data};
use crate::chart::{Anchor, BEHIND, Colour, Node, Role, Shape, Target, Text, TextSize};

/// The id of a mark's element.
pub(super) fn mark_id(prefix: &str, target: Target) -> String {
    match target {
        Target::Datum(datum) => format!("{prefix}-mark-{datum}"),
        Target::Bin(index) => format!("{prefix}-bin-{index}"),
    }
}

/// The mark whose element has this id.
pub(super) fn mark_of(prefix: &str, id: &str) -> Option<Target> {
    let (kind, number) = id.strip_prefix(prefix)?.strip_prefix('-')?.split_once('-')?;
    let number = number.parse().ok()?;
    match kind {
        "mark" => Some(Target::Datum(number)),
        "bin" => Some(Target::Bin(number)),
        _ => None,
    }
}

/// The marks of a chart that a reader is at.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Lit {
    /// The one that the tab key leads to.
    pub(super) stop: Option<Target>,
    /// The one under the pointer.
    pub(super) shown: Option<Target>,
    /// The one that is open.
    pub(super) current: Option<Target>,
}

impl Lit {
    pub(super) const fn all(self) -> [Option<Target>; 3] {
        [self.stop, self.shown, self.current]
    }

    /// The class of a mark's element.
    pub(super) fn class(self, target: Target) -> String {
        let of = |name, which| if which == Some(target) { name } else { "" };
        format!("mark{}{}", of(" mark-current", self.current), of(" mark-shown", self.shown))
    }

    /// Whether the tab key leads to a mark, as its element says it.
    pub(super) fn tab_stop(self, target: Target) -> String {
        if self.stop == Some(target) { "0" } else { "-1" }.to_owned()
    }
}

/// The patterns of these hues.
pub(super) fn patterns(prefix: &str, hues: &[u8]) -> SvgPart {
    let pattern = |&hue: &u8| {
        let rect = |class: String, width: f64| SvgPart {
            name: "rect",
            attributes: vec![("class", class), ("width", number(width)), ("height", number(HATCH))],
            ..SvgPart::default()
        };
        SvgPart {
            name: "pattern",
            attributes: vec![
                ("id", hatch_id(prefix, hue)),
                ("width", number(HATCH)),
                ("height", number(HATCH)),
                ("patternUnits", "userSpaceOnUse".to_owned()),
                ("patternTransform", "rotate(45)".to_owned()),
            ],
            parts: vec![
                rect("fill-paper".to_owned(), HATCH),
                rect(format!("fill-hue-{hue}"), HATCH / 2.0),
            ],
            ..SvgPart::default()
        }
    };
    SvgPart { name: "defs", parts: hues.iter().map(pattern).collect(), ..SvgPart::default() }
}

/// What a node stands for as something that can be walked to: a mark or a bin.
pub(super) fn walked(node: &Node) -> Option<Target> {
    node.target().filter(|_| matches!(node.role, Role::Mark | Role::Bin(_)))
}

/// One node. A mark or a bin is a button; everything else is silent, the table says it better.
pub(super) fn part_of(node: &Node, prefix: &str, lit: Lit) -> SvgPart {
    let shape = shape_of(node, prefix);
    let Some(target) = walked(node) else {
        // A name that was cut tells the whole on hovering; what adds to a mark leaves the pointer to it.
        let of_mark = node.target().is_some();
        let mut attributes = vec![("aria-hidden", "true".to_owned())];
        let mut parts = Vec::with_capacity(2);
        if of_mark {
            attributes.push(("class", "of-mark".to_owned()));
        } else if !node.tip.is_empty() {
            parts.push(SvgPart { name: "title", text: node.tip.clone(), ..SvgPart::default() });
        }
        parts.push(shape);
        return SvgPart { name: "g", attributes, parts, ..SvgPart::default() };
    };
    let attributes = vec![
        ("id", mark_id(prefix, target)),
        ("class", lit.class(target)),
        ("role", "button".to_owned()),
        ("tabindex", lit.tab_stop(target)),
        ("aria-label", node.tip.clone()),
    ];
    SvgPart { name: "g", attributes, parts: vec![shape], ..SvgPart::default() }
}

fn shape_of(node: &Node, prefix: &str) -> SvgPart {
    let mut attributes = vec![("class", node.paint.class())];
    match node.paint.fill {
        Some(Colour::Hatch(hue)) if !matches!(node.shape, Shape::Text(_) | Shape::Line { .. }) => {
            attributes.push(("fill", format!("url(#{})", hatch_id(prefix, hue))));
        }
        _ => {}
    }
    if let Some(stroke) = node.paint.stroke.filter(|_| !matches!(node.shape, Shape::Text(_))) {
        attributes.push(("stroke-width", number(stroke.width)));
    }
    let mut put = |values: &[(&'static str, f64)]| {
        attributes.extend(values.iter().map(|&(name, value)| (name, number(value))));
    };
    let name = match &node.shape {
        Shape::Rect(a) => {
            put(&[("x", a.x), ("y", a.y), ("width", a.width), ("height", a.height)]);
            "rect"
        }
        Shape::Line { x1, y1, x2, y2 } => {
            put(&[("x1", *x1), ("y1", *y1), ("x2", *x2), ("y2", *y2)]);
            "line"
        }
        Shape::Path(steps) => {
            attributes.push(("d", path_data(steps)));
            "path"
        }
        Shape::Circle { x, y, radius } => {
            put(&[("cx", *x), ("cy", *y), ("r", *radius)]);
            "circle"
        }
        Shape::Text(text) => return text_of(text, &node.paint.class()),
    };
    SvgPart { name, attributes, ..SvgPart::default() }
}

fn text_of(text: &Text, class: &str) -> SvgPart {
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let strong = if text.strong { " text-strong" } else { "" };
    let (x, y) = (number(text.x), number(text.y));
    let mut attributes = vec![
        ("class", format!("{class} {}{strong}", size_class(text.size))),
        ("text-anchor", anchor.to_owned()),
    ];
    if text.upright {
        attributes.push(("transform", format!("rotate(-90 {x} {y})")));
    }
    attributes.extend([("x", x), ("y", y)]);
    let behind = text.behind.as_ref().map(|(words, size)| SvgPart {
        name: "tspan",
        attributes: vec![("dx", BEHIND.to_string()), ("class", size_class(*size).to_owned())],
        text: words.clone(),
        ..SvgPart::default()
    });
    SvgPart {
        name: "text",
        attributes,
        text: text.text.clone(),
        parts: behind.into_iter().collect(),
    }
}

/// The class of a step of type.
const fn size_class(size: TextSize) -> &'static str {
    match size {
        TextSize::Small => "text-small",
        TextSize::Body => "text-body",
        TextSize::Lead => "text-lead",
        TextSize::Head => "text-head",
        TextSize::Title => "text-title",
        TextSize::Hero => "text-hero",
        TextSize::Giant => "text-giant",
    }
}
