//! The fragment of the page's address, and its history.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::timer::Listener;

/// The fragment with its leading `#`, percent-encoded as the browser has it; empty where there is none.
#[must_use]
pub fn fragment() -> String {
    super::window().and_then(|w| w.location().hash().ok()).unwrap_or_default()
}

/// The query of the page's address with its leading `?`.
#[must_use]
pub fn query() -> String {
    super::window().and_then(|w| w.location().search().ok()).unwrap_or_default()
}

/// The page's address with this fragment.
#[must_use]
pub fn address(fragment: &str) -> String {
    let href = super::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// The page's address without its query, with this fragment: leads out of an embedding frame.
#[must_use]
pub fn address_of_page(fragment: &str) -> String {
    let address = address(fragment);
    let (page, rest) = address.split_once('#').unwrap_or((&address, ""));
    format!("{}#{rest}", page.split('?').next().unwrap_or_default())
}

/// Writes the fragment: as a new step of the history, or in place of the current one. Changes nothing but the
/// fragment, so it works from `file://` too.
pub fn write(fragment: &str, replace: bool) {
    let Some(history) = super::window().and_then(|w| w.history().ok()) else { return };
    let url = format!("#{fragment}");
    // A sandboxed frame may refuse; the page then works without links.
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// Calls `on_change` whenever the reader goes back or forward or edits the fragment, until the listener is dropped.
#[must_use]
pub fn watch(on_change: impl Fn() + 'static) -> Option<Listener> {
    let window = super::window()?;
    // A step of the history fires both events; the caller compares states, so hearing twice is harmless.
    let handler = Closure::<dyn Fn()>::new(on_change);
    Listener::add(window.into(), &["popstate", "hashchange"], handler)
}
