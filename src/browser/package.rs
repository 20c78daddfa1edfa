//! The data package's files: carried inside the page, or fetched from beside it.

use std::collections::BTreeMap;

use gloo_net::http::Request;
use wasm_bindgen::prelude::*;
use web_sys::RequestCache;

#[wasm_bindgen]
extern "C" {
    /// A file that the loader has asked for together with the program (`ui/boot/loader/source.js`), once: a promise of its bytes,
    /// which fails where it asked for none or none came.
    #[wasm_bindgen(js_namespace = window, js_name = minshengData, catch)]
    async fn asked(file: &str) -> Result<JsValue, JsValue>;

    /// The preview that the loader has asked for, once: a promise of its bytes, which fails where it asked for none or
    /// none came.
    #[wasm_bindgen(js_namespace = window, js_name = minshengPreview, catch)]
    async fn asked_preview() -> Result<JsValue, JsValue>;
}

/// The preview of the package, where the page is built with one and starts by it.
pub async fn preview() -> Option<Vec<u8>> {
    let bytes = asked_preview().await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// The inert block of the one-file edition: JSON `{"file name": "text"}`.
const INSIDE: &str = "script[data-minsheng-package]";
/// Names the descriptor's address, in `data-version` a hash that changes with the data, and in `data-known` one of the
/// descriptor that the build knew.
const BESIDE: &str = "meta[name=minsheng-data]";

/// A file could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file.
    pub file: String,
    /// What happened: a status or the browser's words, for the console.
    pub reason: String,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.reason)
    }
}

/// Where the package's files come from.
pub enum Package {
    /// Carried inside the page, by file name.
    Inside(BTreeMap<String, String>),
    /// Beside the page.
    Beside {
        /// The folder's address with a trailing slash.
        folder: String,
        /// The version to ask for, empty where none is known.
        version: String,
        /// Hash of the descriptor that the build knew.
        known: String,
    },
}

impl Package {
    /// Finds the package this page was built with.
    ///
    /// # Errors
    /// Where the page carries a package that is not what it should be.
    pub fn find() -> Result<Self, LoadError> {
        let error = |reason: String| LoadError { file: "datapackage.json".into(), reason };
        let document = super::document().ok_or_else(|| error("no document".into()))?;
        let query = |selector| document.query_selector(selector).ok().flatten();
        if let Some(block) = query(INSIDE) {
            return carried(&block).map_err(error);
        }
        let meta = query(BESIDE);
        let attribute = |name| meta.as_ref().and_then(|m| m.get_attribute(name));
        let path = attribute("content").unwrap_or_else(|| "./data/datapackage.json".into());
        let base = document.base_uri().ok().flatten().unwrap_or_default();
        let address = web_sys::Url::new_with_base(&path, &base)
            .map_err(|_| error(format!("bad address {path}")))?
            .href();
        let folder = address.rsplit_once('/').map_or(address.clone(), |(f, _)| format!("{f}/"));
        let said = |name| attribute(name).unwrap_or_default();
        Ok(Self::Beside { folder, version: said("data-version"), known: said("data-known") })
    }

    /// Whether this is the descriptor that the build knew: of other data nobody has tried what their first view needs.
    #[must_use]
    pub fn knows(&self, descriptor: &str) -> bool {
        match self {
            Self::Inside(_) => true,
            Self::Beside { known, .. } => *known == fingerprint(descriptor),
        }
    }

    /// One file's text, as it is on the server now: whoever replaces a file there need not build anew. What is in the
    /// cache is taken where the server says that it still holds; the version in the address is for caches on the way.
    ///
    /// # Errors
    /// Where there is no such file or it does not arrive whole.
    pub async fn read(&self, file: &str) -> Result<String, LoadError> {
        let error = |reason: String| LoadError { file: file.to_owned(), reason };
        match self {
            Self::Inside(files) => {
                files.get(file).cloned().ok_or_else(|| error("not in this page".into()))
            }
            Self::Beside { folder, version, .. } => {
                if let Ok(bytes) = asked(file).await {
                    return Ok(text(&js_sys::Uint8Array::new(&bytes).to_vec()));
                }
                let query =
                    if version.is_empty() { String::new() } else { format!("?v={version}") };
                let response = Request::get(&format!("{folder}{file}{query}"))
                    .cache(RequestCache::NoCache)
                    .send()
                    .await
                    .map_err(|e| error(e.to_string()))?;
                if !response.ok() {
                    return Err(error(response.status().to_string()));
                }
                let bytes = response.binary().await.map_err(|e| error(e.to_string()))?;
                Ok(text(&bytes))
            }
        }
    }
}

/// The package that the page carries.
#[inline(never)] // Not in the first view of a site.
fn carried(block: &web_sys::Element) -> Result<Package, String> {
    let text = block.text_content().unwrap_or_default();
    serde_json::from_str(&text).map(Package::Inside).map_err(|error| error.to_string())
}

/// A file's text with the byte order mark, which counts in size and hash and which the browser would take away.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// FNV-1a of a text, as `tools/build/data.mjs` writes it.
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash.to_string()
}
