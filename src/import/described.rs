//! What a package's descriptor says of a file's bytes.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use super::fit::sha256_of;

/// What a descriptor says of a file's bytes. What is no number or no text says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Described {
    #[serde(default, deserialize_with = "said")]
    pub(super) bytes: Option<u64>,
    #[serde(default, deserialize_with = "said")]
    pub(super) hash: Option<String>,
    #[serde(default, deserialize_with = "said")]
    pub(super) rows: Option<u64>,
}

/// A value, where it is of its type.
pub(super) fn said<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let value = serde_json::Value::deserialize(from)?;
    Ok(serde_json::from_value(value).ok())
}

impl Described {
    /// The SHA-256, where one is given.
    pub(super) fn sha256(&self) -> Option<&str> {
        sha256_of(self.hash.as_deref()?)
    }
}
