//! A scene as pixels: the same nodes that are written as SVG.

use std::collections::HashMap;

use crate::browser::canvas::{Align, Canvas, Hatch};
use crate::browser::style::RootStyle;
use crate::chart::svg::HATCH;
use crate::chart::{
    Anchor, Area, BEHIND, Colour, Node, PathStep, Scene, SceneIndex, Shape, Text, Token, palette,
};

/// Where the colours and the font come from.
pub(super) enum Inks {
    /// The page's own tokens.
    Page(RootStyle),
    /// Paper is light whatever the screen is.
    Paper(RootStyle),
}

impl Inks {
    fn colour(&self, colour: Colour) -> String {
        match self {
            Self::Page(style) => style.property(&colour.property()),
            Self::Paper(_) => palette::LIGHT.colour(colour).to_string(),
        }
    }

    fn font(&self) -> String {
        let (Self::Page(style) | Self::Paper(style)) = self;
        let font = style.property("--font");
        if font.is_empty() { "sans-serif".to_owned() } else { font }
    }
}

/// Draws scenes on a canvas, each colour looked up once.
pub(super) struct Painter<'a> {
    canvas: &'a Canvas,
    inks: &'a Inks,
    font: String,
    colours: HashMap<Colour, String>,
    hatches: HashMap<u8, Option<Hatch>>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(canvas: &'a Canvas, inks: &'a Inks) -> Self {
        let (colours, hatches) = (HashMap::new(), HashMap::new());
        Self { canvas, inks, font: inks.font(), colours, hatches }
    }

    /// Draws what of a scene shows within an area, in the scene's order.
    pub(super) fn draw(&mut self, scene: &Scene, index: &SceneIndex, within: &Area) {
        for at in index.nodes_in(within) {
            if let Some(node) = scene.nodes.get(at as usize) {
                self.node(node);
            }
        }
    }

    fn node(&mut self, node: &Node) {
        if node.paint.fill.is_none() && node.paint.stroke.is_none() {
            return;
        }
        match &node.shape {
            Shape::Text(text) => return self.text(text, node.paint.fill),
            shape => outline(self.canvas, shape),
        }
        match node.paint.fill {
            None => {}
            Some(Colour::Hatch(hue)) => self.fill_hatched(hue),
            Some(colour) => {
                let opacity = f64::from(node.paint.tint) / 10.0;
                self.canvas.fill(ink(&mut self.colours, self.inks, colour), opacity);
            }
        }
        if let Some(stroke) = node.paint.stroke {
            let colour = ink(&mut self.colours, self.inks, stroke.colour);
            self.canvas.stroke(colour, stroke.width, stroke.dashed);
        }
    }

    fn fill_hatched(&mut self, hue: u8) {
        let (canvas, inks) = (self.canvas, self.inks);
        let hatch = self.hatches.entry(hue).or_insert_with(|| {
            let paper = inks.colour(Colour::Token(Token::Paper));
            canvas.hatch(&inks.colour(Colour::Hue(hue)), &paper, HATCH)
        });
        // Where there are no patterns the outline alone tells that it is not completed.
        if let Some(hatch) = hatch {
            canvas.fill_hatched(hatch);
        }
    }

    fn text(&mut self, text: &Text, fill: Option<Colour>) {
        let Some(fill) = fill else { return };
        if let Some((behind, size)) = &text.behind {
            // As far as the words may reach: a canvas is not asked how wide they are.
            let bare = Text { behind: None, ..text.clone() };
            let x = bare.bounds().right() + BEHIND;
            self.text(&Text { x, text: behind.clone(), size: *size, ..bare }, Some(fill));
        }
        let weight = if text.strong { "600" } else { "400" };
        self.canvas.font(&format!("{weight} {}px {}", text.size.px(), self.font));
        let align = match text.anchor {
            Anchor::Start => Align::Start,
            Anchor::Middle => Align::Middle,
            Anchor::End => Align::End,
        };
        let colour = ink(&mut self.colours, self.inks, fill);
        self.canvas.text(&text.text, (text.x, text.y), align, text.upright, colour);
    }
}

fn ink<'a>(colours: &'a mut HashMap<Colour, String>, inks: &Inks, colour: Colour) -> &'a str {
    colours.entry(colour).or_insert_with(|| inks.colour(colour))
}

fn outline(canvas: &Canvas, shape: &Shape) {
    canvas.begin();
    match shape {
        Shape::Rect(a) => canvas.rect(a.x, a.y, a.width, a.height),
        Shape::Circle { x, y, radius } => canvas.circle(*x, *y, *radius),
        Shape::Line { x1, y1, x2, y2 } => {
            canvas.move_to(*x1, *y1);
            canvas.line_to(*x2, *y2);
        }
        Shape::Path(steps) => {
            for step in steps {
                match *step {
                    PathStep::Move(x, y) => canvas.move_to(x, y),
                    PathStep::Line(x, y) => canvas.line_to(x, y),
                    PathStep::Curve(points) => canvas.curve_to(points),
                    PathStep::Close => canvas.close(),
                }
            }
        }
        Shape::Text(_) => {}
    }
}
