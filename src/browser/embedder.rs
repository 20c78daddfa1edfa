//! The page around an embedded explorer: it introduces itself, says what it wants, and is told the explorer's height and
//! what is chosen. What is said stands in `docs/embedding.md`.
//!
//! Nothing is sent before the parent has said hello, and then to its origin alone. A hello that came before the program is
//! kept by `ui/boot/first.js`.

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

/// Where `ui/boot/first.js` keeps the parent's hello.
const EARLY: &str = "minshengHello";

/// What a parent says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// That it is there.
    Hello {
        /// Whether the frame becomes as high as it is told.
        follows: bool,
        /// How high it may become in px, where it says so.
        height: Option<f64>,
    },
    /// Parts of a link that are to hold from now on.
    Set(String),
}

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
    /// The parent's origin as it says it, known once it has said hello.
    origin: RefCell<Option<String>>,
    state: RefCell<String>,
    on_said: Box<dyn Fn(Said)>,
}

impl Embedder {
    /// Listens to the page around this one; `None` where there is none.
    #[must_use]
    pub fn start(on_said: impl Fn(Said) + 'static) -> Option<Self> {
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
            on_said: Box::new(on_said),
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
        if let Ok(early) = Reflect::get(&window, &EARLY.into())
            && let Ok(early) = early.dyn_into::<MessageEvent>()
        {
            told.hear(&early);
        }
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
        if !event.source().is_some_and(|s| s == *self.parent.unchecked_ref()) {
            return;
        }
        let data = event.data();
        let field = |name: &str| Reflect::get(&data, &name.into()).ok();
        let kind = field("type").and_then(|kind| kind.as_string()).unwrap_or_default();
        match kind.as_str() {
            "minsheng:hello" => {
                let follows = !field("fixed").is_some_and(|fixed| fixed.is_truthy());
                if follows {
                    // Fails only for malformed names.
                    let _ = self.root.set_attribute(FRAMED, "");
                }
                *self.origin.borrow_mut() = Some(event.origin());
                let height = field("height").and_then(|height| height.as_f64());
                let height = height.filter(|px| px.is_finite() && *px > 0.0);
                (self.on_said)(Said::Hello { follows, height });
                self.tell_height();
                self.tell_state();
            }
            // Of the page that said hello; another may have taken its place since.
            "minsheng:set" if self.origin.borrow().as_deref() == Some(&*event.origin()) => {
                if let Some(link) = field("state").and_then(|link| link.as_string()) {
                    (self.on_said)(Said::Set(link));
                }
            }
            _ => {}
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

    fn tell(&self, kind: &str, (name, value): (&str, JsValue)) {
        let Some(origin) = self.origin.borrow().clone() else { return };
        let message = Object::new();
        let _ = Reflect::set(&message, &"type".into(), &kind.into());
        let _ = Reflect::set(&message, &name.into(), &value);
        // A page opened from a file has the origin "null", which can only be answered by "*".
        let origin = if origin == "null" { "*" } else { &origin };
        let _ = self.parent.post_message(&message, origin);
    }
}
