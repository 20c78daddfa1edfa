//! Tables of the page's own package that the first view does without.

use leptos::prelude::*;

use crate::base::text_table::TextTable;
use crate::browser::package::{LoadError, Package};
use crate::browser::task;
use crate::import::{read_csv, read_manifest};
use crate::model::schema::SYNONYMS;
use crate::ui::Explorer;

/// Brings a table, where the package has one.
///
/// # Errors
/// Where the package, or the table it names, does not arrive.
pub async fn late_table(name: &str) -> Result<Option<TextTable>, LoadError> {
    let package = Package::find()?;
    let descriptor = package.read("datapackage.json").await?;
    let manifest = read_manifest(&descriptor).unwrap_or_default();
    let Some(resource) = manifest.resources.iter().find(|r| r.name == name) else {
        return Ok(None);
    };
    let text = package.read(&resource.path).await?;
    Ok(Some(read_csv(name, &text).0))
}

/// Brings the everyday words, once: when somebody begins to search, or a link has searched already. Without them the
/// search goes by names, so that a failure needs no words; the next search tries again.
pub fn bring_synonyms(explorer: Explorer) {
    if !explorer.is_of_page() || !explorer.everyday.with_untracked(Option::is_none) {
        return;
    }
    explorer.everyday.set(Some(false));
    task::spawn(async move {
        match late_table(SYNONYMS.name).await {
            Ok(Some(table)) => explorer.add_synonyms(&table),
            Ok(None) => {}
            Err(_) => {
                explorer.everyday.try_set(None);
            }
        }
    });
}
