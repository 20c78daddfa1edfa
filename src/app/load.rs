//! The page's own data: first their preview, where the build made one and its data are still those on the server, then
//! the tables themselves.

use leptos::prelude::Update;

use crate::browser::package::{LoadError, Package, preview};
use crate::browser::{rest, task};
use crate::column::from_dataset;
use crate::import::{Manifest, changed, read_described, read_manifest, read_preview};
use crate::model::schema::LATE;
use crate::model::{Dataset, Misfit};
use crate::session::Session;
use crate::ui::OpenedTables;

const DESCRIPTOR: &str = "datapackage.json";

/// The page's own data, as far as they are there.
pub(super) struct Loaded {
    /// Who answers about them.
    pub session: Session,
    /// How far they are from what their descriptor says.
    pub misfit: Misfit,
    /// What comes once the first view stands.
    pub to_come: ToCome,
}

/// What is done about the page's own data once the first view stands.
pub(super) enum ToCome {
    /// The tables, in place of their preview.
    Tables,
    /// A look at every byte of the tables, by their names and texts.
    Check(Manifest, Vec<(String, String)>),
}

/// Loads what the first view is drawn from.
///
/// # Errors
/// Where a file of the package cannot be had.
pub(super) async fn load() -> Result<Loaded, LoadError> {
    let package = Package::find()?;
    let descriptor = package.read(DESCRIPTOR).await?;
    if package.knows(&descriptor)
        && let Some(data) = preview().await.and_then(|bytes| read_preview(&bytes).ok())
    {
        return Ok(Loaded {
            session: session_of(data),
            misfit: Misfit::default(),
            to_come: ToCome::Tables,
        });
    }
    // To read tables is no part of the first view, nor has anybody tried what a first view of other data than the
    // build's needs of the rest. Where the rest cannot be had, that view shows whether it does.
    rest::bring().await;
    tables(&package, descriptor).await
}

fn session_of(data: Dataset) -> Session {
    let table = from_dataset(&data);
    Session::new(data, table, Vec::new())
}

/// Reads and checks the package's tables.
#[inline(never)] // Not in the first view.
async fn tables(package: &Package, descriptor: String) -> Result<Loaded, LoadError> {
    let manifest = read_manifest(&descriptor)
        .map_err(|problem| LoadError { file: DESCRIPTOR.into(), reason: problem.to_string() })?;
    let is_late = |name: &str| LATE.iter().any(|table| table.name == name);
    let tables = manifest.resources.iter().filter(|resource| !is_late(&resource.name));
    let files = tables.map(|resource| async {
        package.read(&resource.path).await.map(|text| (resource.name.clone(), text))
    });
    // Asked for together, so that a slow connection waits once.
    let tables = futures::future::try_join_all(files).await?;
    let (mut data, problems, misfit) = read_described(&manifest, &tables);
    // Where nothing at all can be shown, what the server gave in place of a table is none, such as a page that asks to sign
    // in: an empty view would pass for an answer.
    if misfit.sound == 0
        && let Some(file) = misfit.files.first()
    {
        return Err(LoadError { file: file.clone(), reason: "no row can be read by it".into() });
    }
    data.descriptor = descriptor;
    let table = from_dataset(&data);
    let session = Session::new(data, table, problems);
    Ok(Loaded { session, misfit, to_come: ToCome::Check(manifest, tables) })
}

/// Does what is to come, once the rest of the program is there.
pub(super) fn follow_up(opened: OpenedTables, to_come: ToCome) {
    match to_come {
        // Before anything that a reader does with the rest, so that nothing is told or handed out without its texts.
        ToCome::Tables => rest::before_arrival(move || complete(opened)),
        ToCome::Check(manifest, tables) => check_later(opened, manifest, tables),
    }
}

/// Looks at every byte of the tables, once the rest is there.
#[inline(never)] // Not in the first view.
fn check_later(opened: OpenedTables, manifest: Manifest, tables: Vec<(String, String)>) {
    task::spawn(async move {
        if rest::arrival().await && opened.stands() {
            let files = changed(&manifest, &tables);
            if !files.is_empty() {
                opened.misfit.update(|misfit| misfit.files = files);
            }
        }
    });
}

/// Puts the tables in the place of their preview.
///
/// # Errors
/// Where they cannot be had: the name of a file that keeps them from it. The preview stays.
async fn complete(opened: OpenedTables) -> Result<(), String> {
    let read = async {
        let package = Package::find()?;
        let descriptor = package.read(DESCRIPTOR).await?;
        tables(&package, descriptor).await
    };
    match read.await {
        // The page may be gone.
        _ if !opened.stands() => Ok(()),
        Ok(Loaded { session, mut misfit, to_come }) => {
            if let ToCome::Check(manifest, tables) = to_come {
                let files = changed(&manifest, &tables);
                if !files.is_empty() {
                    misfit.files = files;
                }
            }
            opened.complete(session, misfit);
            Ok(())
        }
        Err(error) => {
            leptos::logging::log!("{error}");
            Err(error.file)
        }
    }
}
