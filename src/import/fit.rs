//! Whether a package's tables are those that its descriptor speaks of.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::manifest::Manifest;
use crate::base::text_table::TextTable;
use crate::model::{Dataset, Misfit};

/// The table of figures.
const FIGURES: &str = "observations";

/// What can be told without a look at every byte: sizes, and numbers of rows.
#[must_use]
pub(super) fn at_a_glance(
    manifest: &Manifest,
    tables: &[(String, String)],
    read: &[TextTable],
    data: &Dataset,
) -> Misfit {
    let mut misfit = Misfit { sound: data.observations.len(), ..Misfit::default() };
    for ((name, text), table) in tables.iter().zip(read) {
        let resource = manifest.resources.iter().find(|r| r.name == *name);
        let Some(resource) = resource else { continue };
        let rows = table.rows.len();
        if name == FIGURES {
            misfit.described = resource.rows;
            misfit.rows = rows;
        }
        let differs = |described: Option<usize>, found| described.is_some_and(|d| d != found);
        if differs(resource.bytes, text.len()) || differs(resource.rows, rows) {
            misfit.files.push(resource.path.clone());
        }
    }
    misfit
}

/// The files whose hash is not the one described: of the tables given by name and text. Reads every byte, so it is no
/// part of the first view.
#[must_use]
#[inline(never)]
pub fn changed(manifest: &Manifest, tables: &[(String, String)]) -> Vec<String> {
    let is_changed = |(name, text): &(String, String)| {
        let resource = manifest.resources.iter().find(|r| r.name == *name)?;
        let hash = sha256_of(resource.hash.as_deref()?)?;
        let own = hexadecimal(&Sha256::digest(text.as_bytes()));
        (!hash.eq_ignore_ascii_case(&own)).then(|| resource.path.clone())
    };
    tables.iter().filter_map(is_changed).collect()
}

/// The SHA-256 that a descriptor gives. Frictionless knows other kinds; what cannot be checked is not complained of.
pub(super) fn sha256_of(hash: &str) -> Option<&str> {
    hash.strip_prefix("sha256:")
}

/// Bytes as descriptors write hashes.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut all, byte| {
        // Writing to a string never fails.
        let _ = write!(all, "{byte:02x}");
        all
    })
}
