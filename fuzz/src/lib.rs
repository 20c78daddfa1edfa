//! What the fuzz targets share: reading a file as the explorer's worker reads it, and what must hold afterwards.

mod workbook;

pub use workbook::workbook;

use minsheng_explorer::base::problem::Problem;
use minsheng_explorer::geo::{Atlas, Extent, Geometry, Projection, Sheet};
use minsheng_explorer::import::{Import, Imported, Options};
use minsheng_explorer::session::Session;

/// Bytes that a table may take here: a quarter of what a run may, since the file, the text of its first rows and the table
/// stand side by side for a while.
const MEMORY: usize = 64 << 20;

/// Bytes of a cell: longer ones than a fuzzer writes in a short run must be met too.
const CELL: usize = 1 << 16;

/// Chunks in which a file may come, chosen by its length, so that rows lie across their ends in every way.
const CHUNKS: [usize; 5] = [usize::MAX, 1, 7, 64, 4096];

/// Reads a file to its end.
///
/// # Errors
/// The problem that a reader would be told.
pub fn open(name: &str, bytes: &[u8]) -> Result<Imported, Problem> {
    let size = (bytes.len() % 2 == 0).then_some(bytes.len() as u64);
    let options = Options { size, memory: MEMORY, cell: CELL, ..Options::default() };
    let mut import = Import::new(name, &options);
    let chunk = CHUNKS[bytes.len() % CHUNKS.len()].min(bytes.len()).max(1);
    for piece in bytes.chunks(chunk) {
        import.feed(piece)?;
    }
    while import.step()? {}
    import.finish()
}

/// Reads a file, and asks of its table what the page asks first.
pub fn explore(name: &str, bytes: &[u8]) {
    match open(name, bytes) {
        Ok(read) => {
            assert!(read.table.columns.iter().all(|column| !column.key.is_empty()));
            if let Some(atlas) = &read.atlas {
                draw(atlas);
            }
            let problems = read.findings.kept().to_vec();
            let session = match read.dataset {
                Some(data) => Session::new(data, read.table, problems),
                None => Session::of_table(read.table, problems),
            };
            let _ = session.head();
        }
        // Whoever is told of it must be able to say where.
        Err(problem) => assert!(!problem.to_string().is_empty()),
    }
}

/// Draws the areas of a file as the map does, each and all.
fn draw(atlas: &Atlas) {
    let areas: Vec<Geometry> =
        atlas.features.iter().map(|feature| feature.geometry.clone()).collect();
    let sheet = Sheet::of(&areas, Projection::of(&Extent::of(atlas)), 10_000, 1.0);
    assert_eq!(sheet.outlines.len(), areas.len());
}
