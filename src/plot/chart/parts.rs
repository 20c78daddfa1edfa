//! Series and panels of single figures.

use super::grouping::Grouping;
use super::selection::Selection;
use super::types::Choice;
use crate::chart::Series;
use crate::column::Role;

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
    pub(super) fn of(
        s: &Selection,
        choice: &Choice,
        split: Option<&Grouping>,
        rows: &[usize],
    ) -> Self {
        let topics = s.key(Role::Topic).and_then(|key| s.grouping(key));
        let places = |by: Option<&Grouping>| match by {
            Some(by) => by.places(rows),
            None => vec![0; rows.len()],
        };
        let (series_by, facet_by) = match split {
            Some(split) if !choice.facets => (Some(split), None),
            split => (topics.as_ref().filter(|by| by.values(rows).len() > 1), split),
        };
        let series = series_by.map_or_else(Vec::new, |by| {
            let name = |code| by.name(code, s.lang);
            // Fills and their legend name the stages already.
            let silent = by.column.role == Role::Stage;
            let series = |code| Series {
                name: if silent { String::new() } else { name(code) },
                hue: by.hue(code),
            };
            by.values(rows).into_iter().map(series).collect()
        });
        let facets = facet_by.map_or_else(Vec::new, |by| {
            by.values(rows).into_iter().map(|code| by.name(code, s.lang)).collect()
        });
        Self { series, facets, by_series: places(series_by), by_facet: places(facet_by) }
    }
}
