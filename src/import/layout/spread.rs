//! Rows of a file → rows of the table, where one column is spread over many or several stand in one.

use super::beside_years::{self, Beside, Said};
use super::names::Heading;
use super::sources::{Part, Source, Sources};
use super::year_parts::YearParts;
use crate::import::sample::Cells;

/// How the columns of a table come from those of the file.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Spread {
    /// Columns that stay, with their names.
    pub(super) kept: Vec<(String, Source)>,
    /// Columns of the file that are one of the table.
    pub(super) across: Option<Columns>,
    /// The time of the rows, where it is told in several places: that of the labels, or else of the column that stays for it.
    pub(super) parts: Option<YearParts>,
    /// Whether the labels are months of which nobody says the year.
    pub(super) undated: bool,
    /// Columns of the file that were first met later, after all others of the table.
    pub(super) late: Vec<usize>,
}

/// Columns of the file that are one column of labels and one or more of figures.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The name of the column of labels.
    pub(super) name: String,
    /// Whether the labels are parts of the years that stand elsewhere.
    pub(super) in_parts: bool,
    /// The labels, as they stand over the columns.
    pub(super) labels: Vec<String>,
    /// The names of the columns of figures.
    pub(super) measures: Vec<String>,
    /// For each label the column of the file that has each measure.
    pub(super) places: Vec<Vec<Option<usize>>>,
    /// Likewise the columns that say how each figure is meant; empty where there are none.
    pub(super) marks: Vec<Vec<Vec<usize>>>,
}

impl Spread {
    /// Where nothing is spread but one column holds several.
    pub(super) fn of_sources(heading: &Heading, sources: &Sources) -> Option<Self> {
        let kept: Vec<(String, Source)> = sources.of(heading);
        let is_parted = kept.iter().any(|(_, source)| source.part != Part::Whole);
        is_parted.then(|| Self { kept, ..Self::default() })
    }

    /// The same, with the column of years for the time of the rows, and without those that tell the rest of it.
    pub(super) fn with_time(mut self, parts: YearParts, heading: &Heading) -> Self {
        let taken = parts.columns();
        let name = parts.name(heading);
        for (own, source) in &mut self.kept {
            if taken.first() == Some(&source.column) {
                (*own, source.part) = (name.clone(), Part::Time);
            }
        }
        self.kept.retain(|(_, s)| s.part == Part::Time || !taken.contains(&s.column));
        Self { parts: Some(parts), ..self }
    }

    /// Takes the columns that say something of figures which are spread: marks go with their figure, units are a column of
    /// that name. How many there are.
    pub(super) fn take_beside(&mut self, beside: &[Beside], unit: &str) -> usize {
        let Some(across) = &mut self.across else { return 0 };
        let mut taken = Vec::new();
        let figures = across.measures.clone();
        for own in beside {
            let at = across.places.iter().enumerate().find_map(|(label, places)| {
                Some((label, places.iter().position(|place| *place == Some(own.of))?))
            });
            let Some((label, measure)) = at else { continue };
            taken.push(own.column);
            match own.said {
                Said::Mark => {
                    let (labels, measures) = (across.labels.len(), across.measures.len());
                    across.marks.resize_with(labels, || vec![Vec::new(); measures]);
                    across.marks[label][measure].push(own.column);
                }
                Said::Unit => {
                    let name = match figures.as_slice() {
                        [_] => unit.to_owned(),
                        _ => format!("{} / {unit}", figures[measure]),
                    };
                    let known = across.measures.iter().position(|other| *other == name);
                    let at = known.unwrap_or_else(|| {
                        across.measures.push(name);
                        across.places.iter_mut().for_each(|places| places.push(None));
                        across.marks.iter_mut().for_each(|marks| marks.push(Vec::new()));
                        across.measures.len() - 1
                    });
                    across.places[label][at] = Some(own.column);
                }
            }
        }
        self.kept.retain(|(_, source)| !taken.contains(&source.column));
        taken.len()
    }

    /// Takes columns that have one figure a row of the file, not one a label: it stands with one of the labels alone, so that
    /// it is not there several times. The names of those taken.
    pub(super) fn take_behind(&mut self, columns: &[usize], label: usize) -> Vec<String> {
        let Some(across) = &mut self.across else { return Vec::new() };
        let is_taken = |s: &Source| s.part == Part::Whole && columns.contains(&s.column);
        let mut names = Vec::new();
        for (name, source) in self.kept.iter().filter(|(_, source)| is_taken(source)) {
            across.measures.push(name.clone());
            across.places.iter_mut().for_each(|places| places.push(None));
            across.marks.iter_mut().for_each(|marks| marks.push(Vec::new()));
            if let Some(place) = across.places.get_mut(label).and_then(|places| places.last_mut()) {
                *place = Some(source.column);
            }
            names.push(name.clone());
        }
        self.kept.retain(|(_, source)| !is_taken(source));
        names
    }

    /// Whether columns say how figures are meant.
    pub(in crate::import) fn has_marks(&self) -> bool {
        self.across.as_ref().is_some_and(|across| !across.marks.is_empty())
    }

    /// What columns beside a figure say of it, in one of the rows that come of a row; empty where nothing does.
    pub(in crate::import) fn marks(&self, cells: Cells<'_>, row: usize, at: usize) -> String {
        let places = || {
            let measure = at.checked_sub(self.kept.len() + 1)?;
            self.across.as_ref()?.marks.get(row)?.get(measure)
        };
        let said = places().into_iter().flatten();
        let said: Vec<String> =
            said.filter_map(|&column| beside_years::mark(cells.get(column))).collect();
        said.join(" ")
    }

    /// Whether the labels are months of which nobody says the year.
    pub(super) const fn is_undated(&self) -> bool {
        self.undated
    }

    /// Names of the columns that come of it.
    pub(super) fn names(&self) -> Vec<String> {
        let kept = self.kept.iter().map(|(name, _)| name.clone());
        let across = self.across.iter();
        let across =
            across.flat_map(|across| std::iter::once(&across.name).chain(&across.measures));
        kept.chain(across.cloned()).collect()
    }

    /// Rows of the table that come of one of the file.
    pub(in crate::import) fn rows(&self) -> usize {
        self.across.as_ref().map_or(1, |across| across.labels.len())
    }

    /// Whether a row of the file of so many cells has one for that label.
    pub(in crate::import) fn reaches(&self, cells: usize, row: usize) -> bool {
        let places = self.across.as_ref().and_then(|across| across.places.get(row));
        places.is_some_and(|places| places.iter().flatten().any(|&column| column < cells))
    }

    /// How many columns, the first ones, say the same in every row of the table that comes of one row.
    pub(in crate::import) fn repeated(&self) -> usize {
        if self.across.is_some() { self.kept.len() } else { 0 }
    }

    /// Sees to it that [`Self::cell`] knows a row whose time is told in several places.
    #[inline]
    pub(in crate::import) fn learn(&mut self, cells: Cells<'_>) {
        if let Some(parts) = &mut self.parts {
            parts.learn(cells);
        }
    }

    /// Adds a column of the file behind all others.
    pub(in crate::import) fn add(&mut self, column: usize) {
        self.late.push(column);
    }

    /// What one column of the table says in one of the rows that come of a row, which has been learnt.
    #[inline]
    pub(in crate::import) fn cell<'a>(
        &'a self,
        cells: Cells<'a>,
        row: usize,
        at: usize,
    ) -> &'a [u8] {
        if let Some((_, source)) = self.kept.get(at) {
            return match &self.parts {
                Some(parts) if source.part == Part::Time => parts.text(cells, 0),
                _ => source.cell(cells),
            };
        }
        let at = at - self.kept.len();
        let measures = self.across.as_ref().map_or(0, |across| across.measures.len() + 1);
        let (Some(across), true) = (&self.across, at < measures) else {
            return self
                .late
                .get(at - measures)
                .map(|&column| cells.get(column))
                .unwrap_or_default();
        };
        match at.checked_sub(1) {
            None => match &self.parts {
                Some(parts) if across.in_parts => parts.text(cells, row),
                _ => across.labels.get(row).map(String::as_bytes).unwrap_or_default(),
            },
            Some(measure) => {
                let place = across.places.get(row).and_then(|places| *places.get(measure)?);
                place.map(|column| cells.get(column)).unwrap_or_default()
            }
        }
    }
}
