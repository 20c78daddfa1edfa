//! The data package's files: carried inside the page, or fetched from beside it.

use std::collections::BTreeMap;

use gloo_net::http::Request;

/// The inert block of the one-file edition: JSON `{"file name": "text"}`.
const INSIDE: &str = "script[data-minsheng-package]";
/// Names the descriptor's address, and in `data-version` a hash that changes with the data.
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
    /// Beside the page: the folder's address with a trailing slash, and the version to ask for.
    Beside {
        /// Folder.
        folder: String,
        /// Version, empty where none is known.
        version: String,
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
            let text = block.text_content().unwrap_or_default();
            let files = serde_json::from_str(&text).map_err(|e| error(e.to_string()))?;
            return Ok(Self::Inside(files));
        }
        let meta = query(BESIDE);
        let attribute = |name| meta.as_ref().and_then(|m| m.get_attribute(name));
        let path = attribute("content").unwrap_or_else(|| "./data/datapackage.json".into());
        let base = document.base_uri().ok().flatten().unwrap_or_default();
        let address = web_sys::Url::new_with_base(&path, &base)
            .map_err(|_| error(format!("bad address {path}")))?
            .href();
        let folder = address.rsplit_once('/').map_or(address.clone(), |(f, _)| format!("{f}/"));
        Ok(Self::Beside { folder, version: attribute("data-version").unwrap_or_default() })
    }

    /// One file's text.
    ///
    /// # Errors
    /// Where there is no such file or it does not arrive whole.
    pub async fn read(&self, file: &str) -> Result<String, LoadError> {
        let error = |reason: String| LoadError { file: file.to_owned(), reason };
        match self {
            Self::Inside(files) => {
                files.get(file).cloned().ok_or_else(|| error("not in this page".into()))
            }
            Self::Beside { folder, version } => {
                let query =
                    if version.is_empty() { String::new() } else { format!("?v={version}") };
                let response = Request::get(&format!("{folder}{file}{query}"))
                    .send()
                    .await
                    .map_err(|e| error(e.to_string()))?;
                if !response.ok() {
                    return Err(error(response.status().to_string()));
                }
                response.text().await.map_err(|e| error(e.to_string()))
            }
        }
    }
}
