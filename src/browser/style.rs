//! The styles in force, and when they change.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleDeclaration, MutationObserver, MutationObserverInit};

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
