//! Plain values of JavaScript.

use js_sys::{Float64Array, Object, Reflect, Uint32Array};
use wasm_bindgen::JsValue;

/// A copy of counts or codes.
pub(super) fn codes(numbers: &[u32]) -> Uint32Array {
    Uint32Array::from(numbers)
}

/// A copy of numbers.
pub(super) fn floats(numbers: &[f64]) -> Float64Array {
    Float64Array::from(numbers)
}

/// An object of these fields.
pub(super) fn object<'a>(fields: impl IntoIterator<Item = (&'a str, JsValue)>) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, &value);
    }
    object
}

/// Gives an object a field.
pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}
