//! The page around an embedded explorer: it introduces itself, and is told the explorer's height.
//!
//! Messages, both JSON objects: the parent sends `{"type": "minsheng:hello"}`; from then on the explorer answers that
//! parent's origin with `{"type": "minsheng:height", "height": 1234}` whenever its height changes. Before the hello it
//! sends `{"type": "minsheng:ready"}` once, to any origin, which tells nothing but that it is there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::resize::Resize;

/// Reports the explorer's height to the page around it until this is dropped.
pub struct HeightReport {
    window: Window,
    handler: Closure<dyn Fn(MessageEvent)>,
    _resize: Option<Resize>,
}

impl HeightReport {
    /// Starts reporting; `None` where there is no page around this one.
    #[must_use]
    pub fn start() -> Option<Self> {
        let window = super::window()?;
        let parent = window.parent().ok()??;
        if parent == window {
            return None;
        }
        let root = super::document()?.document_element()?;
        // The parent's origin, known once it has said hello.
        let origin = Rc::new(RefCell::new(None::<String>));
        let last = Rc::new(Cell::new(0.0));
        let send = {
            let (origin, last, parent) = (origin.clone(), last.clone(), parent.clone());
            Rc::new(move |height: f64| {
                last.set(height);
                if let Some(origin) = origin.borrow().as_deref() {
                    let height = ("height", JsValue::from_f64(height.ceil()));
                    post(&parent, "minsheng:height", Some(height), origin);
                }
            })
        };
        let on_message = {
            let (send, last, parent) = (send.clone(), last, parent.clone());
            move |event: MessageEvent| {
                let from_parent = event.source().is_some_and(|s| s == *parent.unchecked_ref());
                let kind = Reflect::get(&event.data(), &"type".into()).ok();
                if from_parent
                    && kind.and_then(|k| k.as_string()).as_deref() == Some("minsheng:hello")
                {
                    // A page opened from a file has the origin "null", which can only be answered by "*".
                    let from = event.origin();
                    *origin.borrow_mut() = Some(if from == "null" { "*".into() } else { from });
                    send(last.get());
                }
            }
        };
        let handler = Closure::<dyn Fn(MessageEvent)>::new(on_message);
        let callback = handler.as_ref().unchecked_ref();
        window.add_event_listener_with_callback("message", callback).ok()?;
        let resize = {
            let document = root.clone();
            Resize::observe(&root, move |_, _| {
                send(document.get_bounding_client_rect().height());
            })
        };
        post(&parent, "minsheng:ready", None, "*");
        Some(Self { window, handler, _resize: resize })
    }
}

impl Drop for HeightReport {
    fn drop(&mut self) {
        let callback = self.handler.as_ref().unchecked_ref();
        let _ = self.window.remove_event_listener_with_callback("message", callback);
    }
}

fn post(parent: &Window, kind: &str, field: Option<(&str, JsValue)>, origin: &str) {
    let message = Object::new();
    let _ = Reflect::set(&message, &"type".into(), &kind.into());
    if let Some((name, value)) = field {
        let _ = Reflect::set(&message, &name.into(), &value);
    }
    let _ = parent.post_message(&message, origin);
}
