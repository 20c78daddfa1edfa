//! The element of another page that the explorer may stand in (`ui/boot/element/`). It hands the program a window and a
//! document of its own, so that nothing else here differs; the one thing that it asks of the explorer is files.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Keeps what makes a file for the page around: a function of a kind, and of what takes the file. Fails where the
    /// page is the explorer's own, which nobody asks for files.
    #[wasm_bindgen(js_namespace = window, js_name = minshengMaker, catch)]
    fn keep(make: &JsValue) -> Result<(), JsValue>;
}

/// What takes a file, once. Dropped, it says that there is none, which after a file means nothing.
pub struct Take(Function);

impl Drop for Take {
    fn drop(&mut self) {
        self.refuse();
    }
}

impl Take {
    /// Hands a file over.
    pub fn give(&self, name: &str, media_type: &str, bytes: &[u8]) {
        let bytes = Uint8Array::from(bytes);
        // There is nobody to tell that the page around has no use for it.
        let _ = self.0.call3(&JsValue::UNDEFINED, &name.into(), &media_type.into(), &bytes);
    }

    /// Says that there is none.
    pub fn refuse(&self) {
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Lets the page around have files made: `make` is told their kind.
pub fn offer_files(make: impl Fn(String, Take) + 'static) {
    let make = Closure::<dyn Fn(String, Function)>::new(move |kind, take| make(kind, Take(take)));
    // The element keeps it as long as the explorer stands.
    let _ = keep(&make.into_js_value());
}
