//! The system's share sheet.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Offers the text to the system's share sheet. Does nothing where there is none; whether a reader passed it on or closed
/// the sheet is nobody's business.
pub async fn offer(text: &str) {
    let Some(sheet) = opened(text) else { return };
    // Rejected where the reader closes the sheet.
    let _ = JsFuture::from(sheet).await;
}

fn opened(text: &str) -> Option<Promise> {
    let navigator = super::window()?.navigator();
    // Absent in insecure contexts and in many browsers.
    let share = Reflect::get(&navigator, &JsValue::from_str("share")).ok()?;
    let share: Function = share.dyn_into().ok()?;
    let data = Object::new();
    Reflect::set(&data, &JsValue::from_str("text"), &JsValue::from_str(text)).ok()?;
    share.call1(&navigator, &data).ok()?.dyn_into().ok()
}
