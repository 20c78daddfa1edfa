//! A part of the page of which the end is not shown: what stands where in it, and what nobody can reach.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Marks what is out of reach, so that it alone is given back.
const BEYOND: &str = "data-beyond";

/// Says of the part that it is cut, and how.
const CUT: &str = "data-cut";

/// The part of a block's height that a heading needs below it, in px: it never ends what is shown.
const AFTER_HEADING: f64 = 64.0;

/// The room below what stands last, in px: `.embed .content` has as much.
const EDGE: f64 = 16.0;

/// A part of the page of which the end may be cut off.
#[derive(Clone)]
pub struct Excerpt {
    content: HtmlElement,
    /// A selector of what is drawn as one, however high it is.
    whole: &'static str,
}

impl Excerpt {
    /// Of the element with this id; `whole` is a selector of what nothing is cut in.
    #[must_use]
    pub fn of(id: &str, whole: &'static str) -> Option<Self> {
        let content = super::document()?.get_element_by_id(id)?.unchecked_into();
        Some(Self { content, whole })
    }

    /// Where it begins in the page, in px.
    #[must_use]
    pub fn top(&self) -> f64 {
        let root = super::document().and_then(|d| d.document_element());
        self.content.get_bounding_client_rect().top()
            - root.map_or(0.0, |root| root.get_bounding_client_rect().top())
    }

    /// How high all of it is, in px, whether or not it is cut.
    #[must_use]
    pub fn height(&self) -> f64 {
        let children = self.content.children();
        let parts = (0..children.length()).filter_map(|at| children.item(at));
        let last = parts.map(|part| part.get_bounding_client_rect().bottom()).fold(0.0, f64::max);
        last - self.content.get_bounding_client_rect().top() + EDGE
    }

    /// The upper and lower edges, from its own upper one, of what begins above `limit` and is not to be cut. Lower than
    /// `small` everything is one.
    #[must_use]
    pub fn blocks(&self, limit: f64, small: f64) -> Vec<(f64, f64)> {
        let mut blocks = Vec::new();
        let top = self.content.get_bounding_client_rect().top();
        self.gather(&self.content, &mut |element, is_whole| {
            let rect = element.get_bounding_client_rect();
            let (upper, lower) = (rect.top() - top, rect.bottom() - top);
            let is_heading = matches!(&*element.tag_name(), "H1" | "H2" | "H3" | "H4" | "H5");
            let is_seen = rect.width() > 1.0 && rect.height() > 1.0;
            let is_block = is_whole || rect.height() <= small;
            if upper < limit && is_seen && is_block {
                blocks.push((upper, if is_heading { lower + AFTER_HEADING } else { lower }));
            }
            upper < limit && !(is_seen && is_block)
        });
        blocks
    }

    /// Shows what is above `at` alone. What begins below it can no longer be reached; of a chart that is cut the marks can,
    /// and who comes to one that is not seen is told of by [`Self::hides_focus`].
    pub fn cut(&self, at: f64, is_through: bool) {
        self.release();
        let style = self.content.style();
        let _ = style.set_property("max-height", &format!("{at}px"));
        let _ = self.content.set_attribute(CUT, if is_through { "through" } else { "between" });
        let top = self.content.get_bounding_client_rect().top();
        self.gather(&self.content, &mut |element, is_whole| {
            let rect = element.get_bounding_client_rect();
            // What is drawn with a fraction of a px is not beyond for it.
            let is_beyond = rect.bottom() - top > at + 1.0;
            let is_below = rect.top() - top >= at - 1.0;
            let is_chart = element.tag_name() == "svg";
            if is_beyond && (is_below || is_whole && !is_chart) && !element.has_attribute("inert") {
                let _ = element.set_attribute(BEYOND, "");
                let _ = element.set_attribute("inert", "");
                return false;
            }
            is_beyond || rect.height() == 0.0
        });
    }

    /// Whether what has the focus is where the cut hides it.
    #[must_use]
    pub fn hides_focus(&self) -> bool {
        let focused = super::document().and_then(|d| d.active_element());
        let end = self.content.get_bounding_client_rect().bottom();
        self.content.has_attribute(CUT)
            && focused.is_some_and(|f| {
                *f != **self.content
                    && self.content.contains(Some(&f))
                    && f.get_bounding_client_rect().bottom() > end + 1.0
            })
    }

    /// Shows all of it again, and gives the first thing that could not be reached.
    pub fn open(&self) -> Option<Element> {
        let first = self.release();
        let _ = self.content.style().remove_property("max-height");
        let _ = self.content.remove_attribute(CUT);
        first
    }

    fn release(&self) -> Option<Element> {
        let mut first = None;
        while let Ok(Some(element)) = self.content.query_selector(&format!("[{BEYOND}]")) {
            let _ = element.remove_attribute(BEYOND);
            let _ = element.remove_attribute("inert");
            first = first.or(Some(element));
        }
        first
    }

    /// Calls `visit` for what is in an element, in order, with whether it is one piece; where that says so, for what is in
    /// it too.
    fn gather(&self, element: &Element, visit: &mut dyn FnMut(&Element, bool) -> bool) {
        let children = element.children();
        for at in 0..children.length() {
            let Some(child) = children.item(at) else { continue };
            let is_whole =
                child.child_element_count() == 0 || child.matches(self.whole).unwrap_or_default();
            if visit(&child, is_whole) && !is_whole {
                self.gather(&child, visit);
            }
        }
    }
}

/// How high in px the first element that a selector finds is; 0 where there is none.
#[must_use]
pub fn height_of(selector: &str) -> f64 {
    let found = super::document().and_then(|d| d.query_selector(selector).ok().flatten());
    found.map_or(0.0, |element| element.get_bounding_client_rect().height())
}

/// Gives an element the focus without scrolling, though it may be one that takes none by itself.
pub fn focus_at(element: &Element) {
    let _ = element.set_attribute("tabindex", "-1");
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}
