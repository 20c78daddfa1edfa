//! Series and panels of single figures.

use super::Published;
use crate::chart::Series;
use crate::column::Role;
use crate::plot::chart::Side;
use crate::plot::chart::choice::Choice;

/// What sets the marks of a row apart.
pub(super) struct Parts {
    /// Series, in order; empty where figures are not told apart by any.
    pub(super) series: Vec<Series>,
    /// Names of panels.
    pub(super) facets: Vec<String>,
    /// Each figure's series.
    pub(super) by_series: Vec<u32>,
    /// Each figure's panel.
    pub(super) by_facet: Vec<u32>,
}

impl Parts {
    /// Series and panels of the rows shown: panels or series by the split; without series of its own, a chart of
    /// several topics says which hue is which.
    pub(super) fn of(s: &Published, choice: &Choice, split: Option<&Side>, rows: &[usize]) -> Self {
        let topics = s.key(Role::Topic).and_then(|key| s.side(key)).map(|by| by.of_rows(rows));
        let split = split.map(|by| by.of_rows(rows));
        let places = |by: Option<&Side>| match by {
            Some(by) => by.places(rows),
            None => vec![0; rows.len()],
        };
        let (series_by, facet_by) = match split.as_ref() {
            Some(split) if !choice.facets => (Some(split), None),
            split => (topics.as_ref().filter(|by| by.codes.len() > 1), split),
        };
        let series = series_by.map_or_else(Vec::new, |by| {
            // Fills and their legend name the stages already.
            let silent = by.column.role == Role::Stage;
            let series = |&code: &u32| Series {
                name: if silent { String::new() } else { by.name(code, s.lang) },
                hue: by.hue(code),
            };
            by.codes.iter().map(series).collect()
        });
        let facets = facet_by.map_or_else(Vec::new, |by| by.names(s.lang));
        Self { series, facets, by_series: places(series_by), by_facet: places(facet_by) }
    }
}
