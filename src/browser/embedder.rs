//! The page around an embedded explorer: it introduces itself, and is told the explorer's height and what is chosen.
//!
//! Messages, all objects: the parent sends `{"type": "minsheng:hello"}`; from then on the explorer answers that parent's
//! origin with `{"type": "minsheng:height", "height": 1234}` whenever its height changes, and with
//! `{"type": "minsheng:state", "state": "v=1&…"}`, the part of a link after `#`, whenever the reader chose something.
//! Before the hello it sends `{"type": "minsheng:ready"}` once, to any origin, which tells nothing but that it is there.
//! A parent whose frame has a height of its own says so by `"fixed": true` in its hello.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, Window};

use super::resize::Resize;

/// Marks the document of an explorer whose frame follows its height: nothing in it may be as high as the frame, which
/// would then never become lower.
const FRAMED: &str = "data-framed";

/// Speaks with the page around this one until it is dropped.
pub struct Embedder {
    window: Window,
    handler: Closure<dyn Fn(MessageEvent)>,
    told: Rc<Told>,
    _resize: Option<Resize>,
}

/// What the parent is told, kept for when it says hello.
struct Told {
    parent: Window,
    /// The root of this document.
    root: Element,
    /// The parent's origin, known once it has said hello.
    origin: RefCell<Option<String>>,
    state: RefCell<String>,
}

impl Embedder {
    /// Introduces itself; `None` where there is no page around this one.
    #[must_use]
    pub fn start() -> Option<Self> {
        let window = super::window()?;
        let parent = window.parent().ok()??;
        if parent == window {
            return None;
        }
        let root = super::document()?.document_element()?;
        let told = Rc::new(Told {
            parent,
            root: root.clone(),
            origin: RefCell::new(None),
            state: RefCell::new(String::new()),
        });
        let handler = {
            let told = told.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| told.hear(&event))
        };
        let callback = handler.as_ref().unchecked_ref();
        window.add_event_listener_with_callback("message", callback).ok()?;
        let resize = {
            let told = told.clone();
            Resize::observe(&root, move |_, _| told.tell_height())
        };
        told.post("minsheng:ready", None, "*");
        Some(Self { window, handler, told, _resize: resize })
    }

    /// Tells what is chosen, as the part of a link after `#`.
    pub fn tell_state(&self, state: String) {
        *self.told.state.borrow_mut() = state;
        self.told.tell_state();
    }
}

impl Drop for Embedder {
    fn drop(&mut self) {
        let callback = self.handler.as_ref().unchecked_ref();
        let _ = self.window.remove_event_listener_with_callback("message", callback);
    }
}

impl Told {
    fn hear(&self, event: &MessageEvent) {
        let from_parent = event.source().is_some_and(|s| s == *self.parent.unchecked_ref());
        let field = |name: &str| Reflect::get(&event.data(), &name.into()).ok();
        let kind = field("type").and_then(|kind| kind.as_string());
        if from_parent && kind.as_deref() == Some("minsheng:hello") {
            if !field("fixed").is_some_and(|fixed| fixed.is_truthy()) {
                // Fails only for malformed names.
                let _ = self.root.set_attribute(FRAMED, "");
            }
            // A page opened from a file has the origin "null", which can only be answered by "*".
            let from = event.origin();
            *self.origin.borrow_mut() = Some(if from == "null" { "*".into() } else { from });
            self.tell_height();
            self.tell_state();
        }
    }

    fn tell_height(&self) {
        let height = JsValue::from_f64(self.root.get_bounding_client_rect().height().ceil());
        self.tell("minsheng:height", ("height", height));
    }

    fn tell_state(&self) {
        let state = self.state.borrow().as_str().into();
        self.tell("minsheng:state", ("state", state));
    }

    fn tell(&self, kind: &str, field: (&str, JsValue)) {
        if let Some(origin) = self.origin.borrow().as_deref() {
            self.post(kind, Some(field), origin);
        }
    }

    fn post(&self, kind: &str, field: Option<(&str, JsValue)>, origin: &str) {
        let message = Object::new();
        let _ = Reflect::set(&message, &"type".into(), &kind.into());
        if let Some((name, value)) = field {
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        let _ = self.parent.post_message(&message, origin);
    }
}
