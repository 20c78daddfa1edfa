//! What the reader's system prefers and how large the window is.

use wasm_bindgen::closure::Closure;

use super::timer::Listener;

/// Whether a media query holds now.
#[must_use]
pub fn matches(query: &str) -> bool {
    let list = super::window().and_then(|w| w.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// The window's height in px.
#[must_use]
pub fn window_height() -> f64 {
    let height = super::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or_default()
}

/// The window's width in px.
#[must_use]
pub fn window_width() -> f64 {
    let width = super::window().and_then(|window| window.inner_width().ok());
    width.and_then(|width| width.as_f64()).unwrap_or_default()
}

/// Calls `on_change` when the answer to a media query changes, until the listener is dropped.
#[must_use]
pub fn watch(query: &str, on_change: impl Fn() + 'static) -> Option<Listener> {
    let list = super::window()?.match_media(query).ok()??;
    Listener::add(list.into(), &["change"], Closure::<dyn Fn()>::new(on_change))
}

/// Calls `before` while a print is being prepared and `after` once it is done, until the listeners are dropped.
#[must_use]
pub fn watch_print(
    before: impl Fn() + 'static,
    after: impl Fn() + 'static,
) -> Option<[Listener; 2]> {
    let listen = |name: &'static [&'static str], handler| {
        Listener::add(super::window()?.into(), name, handler)
    };
    Some([
        listen(&["beforeprint"], Closure::<dyn Fn()>::new(before))?,
        listen(&["afterprint"], Closure::<dyn Fn()>::new(after))?,
    ])
}
