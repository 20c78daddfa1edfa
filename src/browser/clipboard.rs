//! Copying text.

use wasm_bindgen_futures::JsFuture;

/// Copies the text; `false` where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    // Absent in insecure contexts, where calling it would throw.
    let Some(window) = super::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
