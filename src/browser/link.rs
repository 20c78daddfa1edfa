//! The fragment of the page's address, and its history.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::Url;

use super::timer::Listener;

/// Names the places that the site has a page of, and in such a page, in `data-start` the link that it stands for and in
/// `data-root` what leads to the site's folder (`tools/build/places.mjs`).
const PLACES: &str = "meta[name=minsheng-places]";

/// The fragment with its leading `#`, percent-encoded as the browser has it; where there is none, what the page stands
/// for, and nothing in the site's own page.
#[must_use]
pub fn fragment() -> String {
    let own = super::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    if own.len() > 1 { own } else { of_places("data-start").unwrap_or_default() }
}

fn of_places(attribute: &str) -> Option<String> {
    let meta = super::document()?.query_selector(PLACES).ok().flatten()?;
    meta.get_attribute(attribute)
}

/// The page of a place with this fragment, where the site has one and is on a server. Such a page says of itself, to
/// those who show a link to it, what place it is about.
#[must_use]
pub fn address_of_place(id: &str, fragment: &str) -> Option<String> {
    let named = of_places("content")?;
    let site = beside("./");
    let has_page = site.starts_with("http") && named.split(' ').any(|place| place == id);
    let end = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    has_page.then(|| format!("{site}p/{id}/{end}"))
}

/// The address of a file of the site, which is named as the site's own page names it.
#[must_use]
pub fn beside(file: &str) -> String {
    let href = super::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let root = of_places("data-root").unwrap_or_default();
    Url::new_with_base(&format!("{root}{file}"), &href).map_or(href, |url| url.href())
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

/// The same relative to the page, as an anchor has it: whether the page's file has a name, and its query. A fragment
/// alone would be the address of a part of this page, which programs that read pages out then look for.
#[must_use]
pub fn address_beside(fragment: &str) -> String {
    let path = super::window().and_then(|w| w.location().pathname().ok()).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    format!("./{name}{}#{fragment}", query())
}

/// The address of the site's own page without its query, with this fragment: leads out of an embedding frame.
#[must_use]
pub fn address_of_page(fragment: &str) -> String {
    if of_places("data-root").is_some() {
        return format!("{}#{fragment}", beside("./"));
    }
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

/// Leads to this fragment in place of the current step, as if it had been written into the address by hand.
pub fn lead(fragment: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().replace(&format!("#{fragment}"));
    }
}

/// Calls `on_change` whenever the reader goes back or forward or edits the fragment, until the listener is dropped.
#[must_use]
pub fn watch(on_change: impl Fn() + 'static) -> Option<Listener> {
    let window = super::window()?;
    // A step of the history fires both events; the caller compares states, so hearing twice is harmless.
    let handler = Closure::<dyn Fn()>::new(on_change);
    Listener::add(window.into(), &["popstate", "hashchange"], handler)
}
