//! The document around the explorer: language, theme, title, focus, events.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{
    CustomEvent, CustomEventInit, Element, Event, EventTarget, FocusOptions, HtmlElement, Node,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Sets an attribute of the root element.
pub fn set_root_attribute(name: &str, value: &str) {
    let root = super::document().and_then(|d| d.document_element());
    if let Some(root) = root {
        // Fails only for malformed names, and ours are constants.
        let _ = root.set_attribute(name, value);
    }
}

/// Whether the reader sees the first screen, which the build drew into the page; the loader lets the explorer take its place
/// once that is ready, and hides it until then.
#[must_use]
pub fn shows_first_screen() -> bool {
    let root = super::document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-first"))
}

/// Whether there is a page around this one.
#[must_use]
pub fn is_framed() -> bool {
    super::window()
        .is_some_and(|window| window.parent().ok().flatten().is_some_and(|p| p != window))
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// The id of the element that an event is about; none where it has none.
#[must_use]
pub fn id_of_target(event: &Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    Some(element.id()).filter(|id| !id.is_empty())
}

/// What an element stands in: the classes of the three elements around it, and which of them come first in theirs, as
/// style sheets often make these wider.
#[must_use]
pub fn place_of(element: &Element) -> String {
    let around = std::iter::successors(element.parent_element(), |inner| inner.parent_element());
    let named = |outer: Element| {
        let is_first = outer.previous_element_sibling().is_none();
        outer.class_name() + if is_first { " | " } else { " / " }
    };
    around.take(3).map(named).collect()
}

/// Whether the element with this id has the focus.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    active().is_some_and(|active| active.id() == id)
}

/// Whether what has the focus uses the arrow keys itself: fields, lists, grids.
#[must_use]
pub fn takes_keys() -> bool {
    let is_field =
        |element: &Element| matches!(&*element.tag_name(), "INPUT" | "SELECT" | "TEXTAREA");
    active().is_some_and(|active| {
        is_field(&active) || matches!(active.closest("[role=grid],[role=listbox]"), Ok(Some(_)))
    })
}

/// Moves the focus to the element with this id and scrolls nothing.
pub fn focus_in_place(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus_with_options(&in_place());
    }
}

/// Brings the element with this id into sight.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view_with_bool(true);
    }
}

/// Brings the upper edge of the element with this id into sight where it is above the window's, or under a head that
/// stays there; scrolls nothing otherwise.
pub fn reveal_head(id: &str) {
    /// Higher than a head that stays, in px; style sheets leave as much room (`scroll-padding`).
    const HEAD: f64 = 64.0;
    if let Some(element) = element(id).filter(|e| e.get_bounding_client_rect().top() < HEAD) {
        element.scroll_into_view_with_bool(true);
    }
}

/// Scrolls the least that brings the element with this id into sight.
pub fn reveal_nearest(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Brings the first element that a selector finds into the middle of the window, at once: whoever wants less motion
/// need not be asked.
pub fn reveal_middle(selector: &str) {
    let found = super::document().and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the row that holds the element with this id, and nothing else, so that the element is in its middle.
pub fn reveal_within(id: &str) {
    let Some(element) = element(id) else { return };
    if let Some(row) = element.parent_element() {
        let left = element.offset_left() - (row.client_width() - element.offset_width()) / 2;
        row.set_scroll_left(left);
    }
}

/// Whether an event's target lies within the element with this id.
#[must_use]
pub fn within(id: &str, target: Option<EventTarget>) -> bool {
    let node = target.and_then(|t| t.dyn_into::<Node>().ok());
    element(id).is_some_and(|element| element.contains(node.as_ref()))
}

/// The parent of the nearest element around an event's target that the selector finds.
#[must_use]
pub fn holder(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok()??.parent_element()
}

/// The element that had the focus, to give it back later.
pub struct Opener {
    element: HtmlElement,
    id: String,
}

/// The element that has the focus; `None` where nothing has it.
#[must_use]
pub fn focused() -> Option<Opener> {
    let element: HtmlElement = active()?.unchecked_into();
    let id = element.id();
    Some(Opener { element, id })
}

/// Gives the focus back to an element, or to the one drawn in its place under the same id; `false` if both are gone.
#[must_use]
pub fn refocus(opener: &Opener) -> bool {
    // A chart drawn anew may have used the element for another mark: the id is what counts.
    let element = match opener.id.as_str() {
        "" => Some(opener.element.clone()).filter(|element| element.is_connected()),
        id => element(id),
    };
    element.is_some_and(|element| element.focus().is_ok())
}

/// Where the focus is, in words that hold for what is drawn in its place: selectors of the element that has it and of
/// those around it, nearest first. Empty where nothing has it.
#[must_use]
pub fn way_of_focus() -> Vec<String> {
    let around = std::iter::successors(active(), |inner| inner.parent_element());
    let selector = |element: Element| match (element.get_attribute("data-testid"), element.id()) {
        (Some(name), _) => Some(format!("[data-testid=\"{}\"]", name.replace(['"', '\\'], ""))),
        (None, id) if !id.is_empty() => Some(format!("[id=\"{}\"]", id.replace(['"', '\\'], ""))),
        _ => None,
    };
    around.filter_map(selector).collect()
}

/// Moves the focus to what a selector finds in sight, or to the first control in it, and scrolls nothing; `false` if
/// there is none.
#[must_use]
pub fn focus_found(selector: &str) -> bool {
    const CONTROLS: [&str; 2] = ["summary, button, select, input, a[href]", "[tabindex]"];
    let Some(document) = super::document() else { return false };
    let Ok(Some(found)) = document.query_selector(selector) else { return false };
    let within = |kind: &&str| found.query_selector(kind).ok().flatten();
    let all = std::iter::once(found.clone()).chain(CONTROLS.iter().filter_map(within));
    let takes = |element: Element| {
        let element: HtmlElement = element.unchecked_into();
        // What is folded away has a place as well, and takes no focus.
        let _ = element.focus_with_options(&in_place());
        active().is_some_and(|now| now.is_same_node(Some(&element)))
    };
    all.into_iter().any(takes)
}

/// Whether nothing has the focus, as when the element that had it was taken away.
#[must_use]
pub fn focus_is_lost() -> bool {
    active().is_none()
}

/// The places around the focus, nearest first, that may take it when what has it is taken away.
#[must_use]
pub fn around_focus() -> Vec<HtmlElement> {
    let up = |element: &Element| element.parent_element();
    std::iter::successors(active().as_ref().and_then(up), up)
        .filter(|element| element.get_attribute("tabindex").as_deref() == Some("-1"))
        .map(JsCast::unchecked_into)
        .collect()
}

/// Moves the focus to the first of these elements that is still in the document, and scrolls nothing; `false` if
/// there is none.
#[must_use]
pub fn focus_first(elements: &[HtmlElement]) -> bool {
    let found = elements.iter().find(|element| element.is_connected());
    found.is_some_and(|element| element.focus_with_options(&in_place()).is_ok())
}

/// Tells the page around the explorer that something happened.
pub fn announce(name: &str, detail: &str) {
    let Some(document) = super::document() else { return };
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    init.set_bubbles(true);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = document.dispatch_event(&event);
    }
}

/// Runs the script at this address, which stands beside the page, unless the page has it already.
pub fn run_script(address: &str) {
    let Some(document) = super::document() else { return };
    let selector = format!("script[src=\"{address}\"]");
    let (Ok(None), Some(head)) = (document.query_selector(&selector), document.head()) else {
        return;
    };
    if let Ok(script) = document.create_element("script") {
        // Fails only where the page's policy refuses it.
        if let Ok(address) = trusted(address) {
            let _ = Reflect::set(&script, &"src".into(), &address);
            let _ = head.append_child(&script);
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// What `ui/boot/trusted.js` offers: an address as a page takes it whose policy asks for trusted types.
    #[wasm_bindgen(js_namespace = minshengTrusted, js_name = createScriptURL, catch)]
    fn trusted(address: &str) -> Result<JsValue, JsValue>;
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}

/// The element that has the focus. Browsers name the body where nothing has it.
fn active() -> Option<Element> {
    super::document()?.active_element().filter(|active| active.tag_name() != "BODY")
}

fn in_place() -> FocusOptions {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    options
}

fn element(id: &str) -> Option<HtmlElement> {
    // Not `dyn_into`: the marks of charts are SVG elements, which take the focus all the same.
    super::document()?.get_element_by_id(id).map(JsCast::unchecked_into)
}
