//! Drawing on a canvas element, in px of the page whatever the screen's own pixels.

use std::cell::RefCell;
use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, TAU};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

/// A canvas being drawn on: first the outline of a shape, then what is done with it.
pub struct Canvas {
    context: CanvasRenderingContext2d,
    /// The last fill and line colour, since setting one costs more than comparing.
    inks: RefCell<(String, String)>,
}

/// Diagonal lines to fill with.
pub struct Hatch {
    pattern: CanvasPattern,
    /// Pixels of the pattern a px of the page.
    fine: f64,
}

/// Which point of a text its x names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// Screen pixels a px of the page.
#[must_use]
pub fn pixel_ratio() -> f64 {
    super::window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// Gives back the memory of a canvas that is out of sight; it stands as large as before.
pub fn release(element: &HtmlCanvasElement) {
    element.set_width(0);
    element.set_height(0);
}

/// The context of a canvas element; `None` where the browser has none to give.
fn context(element: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    element.get_context("2d").ok()??.dyn_into().ok()
}

impl Canvas {
    /// Makes the canvas fit a stretch of a drawing and clears it: so many px wide and high, from
    /// `top` px downwards, with `ratio` pixels a px.
    #[must_use]
    pub fn open(
        element: &HtmlCanvasElement,
        (width, height): (f64, f64),
        top: f64,
        ratio: f64,
    ) -> Option<Self> {
        let context = context(element)?;
        // A browser's greatest side is 16 384 or more; beyond, pixels grow coarser.
        let ratio = ratio.min(16_000.0 / width.max(height).max(1.0));
        // Setting the size clears, even to the size it has.
        element.set_width((width * ratio).round() as u32);
        element.set_height((height * ratio).round() as u32);
        context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, -top * ratio).ok()?;
        context.set_line_join("round");
        Some(Self { context, inks: RefCell::default() })
    }

    /// Begins an outline.
    pub fn begin(&self) {
        self.context.begin_path();
    }

    /// Adds a rectangle.
    pub fn rect(&self, x: f64, y: f64, width: f64, height: f64) {
        self.context.rect(x, y, width, height);
    }

    /// Adds a circle.
    pub fn circle(&self, x: f64, y: f64, radius: f64) {
        // Fails only for negative radii.
        let _ = self.context.arc(x, y, radius.max(0.0), 0.0, TAU);
    }

    /// Goes to a point without drawing.
    pub fn move_to(&self, x: f64, y: f64) {
        self.context.move_to(x, y);
    }

    /// Goes straight to a point.
    pub fn line_to(&self, x: f64, y: f64) {
        self.context.line_to(x, y);
    }

    /// Goes to a point in a cubic curve: first and second control point, end.
    pub fn curve_to(&self, [(ax, ay), (bx, by), (x, y)]: [(f64, f64); 3]) {
        self.context.bezier_curve_to(ax, ay, bx, by, x, y);
    }

    /// Goes back to where the part began.
    pub fn close(&self) {
        self.context.close_path();
    }

    /// Fills the outline with a CSS colour, `opacity` from 0 to 1.
    pub fn fill(&self, colour: &str, opacity: f64) {
        self.ink(colour);
        self.context.set_global_alpha(opacity);
        self.context.fill();
        self.context.set_global_alpha(1.0);
    }

    /// Diagonal lines of a colour on a ground, repeating every `side` px, a stripe half as wide.
    #[must_use]
    pub fn hatch(&self, colour: &str, ground: &str, side: f64) -> Option<Hatch> {
        let tile: HtmlCanvasElement =
            super::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        let fine = 4.0;
        let pixels = (side * fine).round();
        tile.set_width(pixels as u32);
        tile.set_height(pixels as u32);
        let inner = context(&tile)?;
        inner.set_fill_style_str(ground);
        inner.fill_rect(0.0, 0.0, pixels, pixels);
        inner.set_fill_style_str(colour);
        inner.fill_rect(0.0, 0.0, pixels / 2.0, pixels);
        let pattern =
            self.context.create_pattern_with_html_canvas_element(&tile, "repeat").ok()??;
        Some(Hatch { pattern, fine })
    }

    /// Fills the outline with diagonal lines, in step with those of all other shapes.
    pub fn fill_hatched(&self, hatch: &Hatch) {
        self.context.save();
        // The outline keeps its place: only the pattern is turned, as it is laid when filling.
        let _ = self.context.rotate(FRAC_PI_4);
        let _ = self.context.scale(1.0 / hatch.fine, 1.0 / hatch.fine);
        self.context.set_fill_style_canvas_pattern(&hatch.pattern);
        self.context.fill();
        self.context.restore();
    }

    /// Draws along the outline in a CSS colour, `width` px wide.
    pub fn stroke(&self, colour: &str, width: f64, dashed: bool) {
        if self.inks.borrow().1 != colour {
            self.context.set_stroke_style_str(colour);
            self.inks.borrow_mut().1 = colour.to_owned();
        }
        self.context.set_line_width(width);
        if dashed {
            let dashes = js_sys::Array::of2(&JsValue::from(4.0), &JsValue::from(3.0));
            let _ = self.context.set_line_dash(&dashes);
        }
        self.context.stroke();
        if dashed {
            let _ = self.context.set_line_dash(&js_sys::Array::new());
        }
    }

    /// The font of the texts that follow, as in CSS: `600 12px sans-serif`.
    pub fn font(&self, font: &str) {
        self.context.set_font(font);
    }

    /// Writes a line on its baseline, or upwards from (x, y).
    pub fn text(&self, text: &str, (x, y): (f64, f64), align: Align, upright: bool, colour: &str) {
        self.ink(colour);
        self.context.set_text_align(match align {
            Align::Start => "left",
            Align::Middle => "center",
            Align::End => "right",
        });
        if !upright {
            let _ = self.context.fill_text(text, x, y);
            return;
        }
        self.context.save();
        let _ = self.context.translate(x, y);
        let _ = self.context.rotate(-FRAC_PI_2);
        let _ = self.context.fill_text(text, 0.0, 0.0);
        self.context.restore();
    }

    fn ink(&self, colour: &str) {
        if self.inks.borrow().0 != colour {
            self.context.set_fill_style_str(colour);
            self.inks.borrow_mut().0 = colour.to_owned();
        }
    }
}
