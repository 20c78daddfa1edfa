//! TopoJSON: the features of its largest object are rows of their properties, and areas of a map.

use super::{Form, unreadable};
use crate::base::problem::Problem;
use crate::geo::{Topology, read_topology};
use crate::import::Options;
use crate::import::json::RowReader;
use crate::import::rows::Rows;
use crate::import::source::{Offered, Told};

/// Bytes in which a topology says that it is one, where its objects come late.
const SAID_WITHIN: usize = 4096;

/// Whether a text says that it is a topology.
pub(super) fn is_topology(head: &[u8]) -> bool {
    let word = b"\"Topology\"";
    head[..head.len().min(SAID_WITHIN)].windows(word.len()).any(|window| window == word)
}

/// Reads a whole file.
///
/// # Errors
/// It is no topology.
pub(super) fn read(
    text: &str,
    options: &Options,
    rows: &mut Rows,
    told: &mut Told,
) -> Result<(), Problem> {
    let wanted = options.table.as_deref();
    let Topology { objects, chosen, features, lost } =
        read_topology(text, wanted).map_err(|reason| unreadable(rows, &reason, Form::TopoJson))?;
    if objects.len() > 1 {
        told.table = objects.get(chosen).map(|(name, _)| name.clone());
        let offered = |(name, count)| Offered { name, rows: Some(count) };
        told.tables = objects.into_iter().map(offered).collect();
    }
    let mut reader = RowReader::default();
    let mut lost = Some(lost);
    for (at, (properties, shape)) in features.into_iter().enumerate() {
        reader.feature((&properties, shape, lost.take().unwrap_or_default()), at + 1, rows);
    }
    Ok(())
}
