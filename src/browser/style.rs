//! The styles in force, and when they change.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleDeclaration, Element, MutationObserver, MutationObserverInit};

use super::media;
use super::timer::Listener;

/// The custom properties of the root element as they are now.
pub struct RootStyle(CssStyleDeclaration);

impl RootStyle {
    /// Those of the page.
    #[must_use]
    pub fn read() -> Option<Self> {
        let root = super::document()?.document_element()?;
        super::window()?.get_computed_style(&root).ok()?.map(Self)
    }

    /// The value of a property, such as `--ink`; empty where there is none.
    #[must_use]
    pub fn property(&self, name: &str) -> String {
        self.0.get_property_value(name).map(|value| value.trim().to_owned()).unwrap_or_default()
    }
}

/// How far apart an element's text stands as it is now, in times its size: between letters and between words beyond what
/// the face has, and from line to line, 0 where the face says it.
#[must_use]
pub fn spacing_of(element: &Element) -> Option<[f64; 3]> {
    let style = super::window()?.get_computed_style(element).ok()??;
    // Computed lengths are in px; what is no length, such as `normal`, adds nothing.
    let px = |name: &str| {
        let value = style.get_property_value(name).unwrap_or_default();
        value.strip_suffix("px").and_then(|number| number.parse::<f64>().ok()).unwrap_or(0.0)
    };
    let size = px("font-size");
    let times = |name: &str| if size > 0.0 { px(name) / size } else { 0.0 };
    Some(["letter-spacing", "word-spacing", "line-height"].map(times))
}

/// Watches what may change the root's properties until this is dropped.
pub struct StyleWatch {
    observer: MutationObserver,
    _handler: Closure<dyn Fn()>,
    _schemes: [Option<Listener>; 2],
}

impl StyleWatch {
    /// Calls `on_change` when the attributes of the root element or the system's colours change.
    #[must_use]
    pub fn observe(on_change: impl Fn() + Clone + 'static) -> Option<Self> {
        let root = super::document()?.document_element()?;
        let schemes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"]
            .map(|query| media::watch(query, on_change.clone()));
        let handler = Closure::<dyn Fn()>::new(on_change);
        let observer = MutationObserver::new(handler.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        observer.observe_with_options(&root, &options).ok()?;
        Some(Self { observer, _handler: handler, _schemes: schemes })
    }
}

impl Drop for StyleWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
