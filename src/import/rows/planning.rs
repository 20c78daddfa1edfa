//! From the first rows: where the table lies, what its columns are, and the beginning of their building.

use std::collections::BTreeSet;

use super::{Rows, Way};
use crate::import::arrangement::{Arrangement, Layout};
use crate::import::building::Building;
use crate::import::cell::unforced;
use crate::import::infer::{Around, infer};
use crate::import::kind::Kind;
use crate::import::layout::{self, Called, Foot, Spread};
use crate::import::lexicon::is_title_of_rates;
use crate::import::own_row::OwnRow;
use crate::import::plan::Plan;
use crate::import::sample::{Cells, Row, Sample};
use crate::import::{asking, header, sdmx_csv};

/// Names in a column that are spread out to fill their cells before any is closed up: one alone may be written so.
const SPREAD_OUT: usize = 3;

/// Cells of the first rows that tell what the columns are.
const SAMPLED_CELLS: usize = 1 << 20;

impl Rows {
    /// The sample with its table turned, where its records lie across.
    fn turned(&self, sample: &Sample) -> Option<Sample> {
        if !self.names.is_empty() || self.wanted.header.is_some() {
            return None;
        }
        layout::turned(&sample.rows().collect::<Vec<_>>(), self.header)
    }

    /// Works the columns out from the sample, which may be all there is, and builds its rows.
    pub(super) fn start(&mut self, is_whole: bool) {
        self.part_sides(is_whole);
        self.started = true;
        let mut sample = std::mem::take(&mut self.sample);
        if let Some(columns) = &self.band {
            let all: Vec<Row<'_>> = sample.rows().collect();
            let mut cut = Sample::default();
            for row in layout::within(&all, columns) {
                cut.push_cells(row.line, row.cells.iter().copied());
            }
            sample = cut;
        }
        if is_whole && self.names.is_empty() && !self.wanted.long {
            let flagged = layout::with_flags(&sample.rows().collect::<Vec<_>>());
            sample = flagged.unwrap_or(sample);
        }
        let turned = if is_whole { self.turned(&sample) } else { None };
        if let Some(turned) = turned.clone().filter(|_| !self.wanted.long) {
            sample = turned;
        }
        let all: Vec<Row<'_>> = sample.rows().collect();
        let file = self.called.as_deref().unwrap_or(self.findings.name());
        let called = Called { sheet: self.sheet.as_deref(), file };
        let mut found = if self.names.is_empty() {
            layout::find(&all, self.header, &self.wanted, called)
        } else {
            layout::find_named(&self.names, &all, &self.wanted, called)
        };
        found.layout.turned = turned.map(|_| !self.wanted.long);
        let (before, rows) = all.split_at(found.first_row.min(all.len()));
        let line = before.last().map(|row| row.line);
        let names = header::name(&found.names, line, &mut self.findings);
        self.width = found.width;
        self.foot = Foot::new(found.figures, self.wanted.keep_notes);
        self.notes.extend(found.notes);
        found.layout.title = found.layout.title.or(self.title.take());
        self.shape = found.shape;
        self.spread = found.spread;
        let mut rows: Vec<OwnRow> = rows.iter().map(OwnRow::new).collect();
        if let Some(groups) = &found.groups {
            let mut groups = groups.clone();
            rows.iter_mut().for_each(|row| row.fill(&mut groups));
        }
        self.groups = found.groups;
        let mut plan = self.planned(&names, &rows, &all[before.len()..], found.layout);
        plan.head = found.head;
        if self.names.is_empty() {
            plan.first = asking::first(&all);
            plan.questions.splice(0..0, asking::of_header(&plan.layout, plan.head, &all));
        }
        let missing = &self.wanted.missing;
        self.columns = plan.columns.iter().map(|column| Building::new(column, missing)).collect();
        if !self.names.is_empty() {
            plan.columns.iter().for_each(|column| drop(self.keys.take(&column.key)));
        }
        self.plan = Some(plan);
        // Room is made once the sample's rows tell how much one takes.
        self.room = rows.len();
        for row in &rows {
            self.take(row.line, row.cells());
        }
        if self.way == Way::Sample {
            self.way = Way::Build;
        }
    }

    /// What the columns are read as: what was asked for where it fits, otherwise what the first rows speak for.
    fn planned(
        &mut self,
        names: &[(String, String)],
        owned: &[OwnRow],
        rows: &[Row<'_>],
        layout: Layout,
    ) -> Plan {
        let shown = layout::without_notes(rows, self.foot.figures()).len();
        if let Some(spread) = &mut self.spread {
            owned[..shown].iter().for_each(|own| spread.learn(own.cells()));
        }
        let several = self.spread.as_ref().map_or(1, Spread::rows);
        let most = (SAMPLED_CELLS / names.len().max(1) / several.max(1)).max(1);
        let none = missing_of(names, &self.wanted);
        let cell = |row: usize, at: usize, cells| {
            let cell = unforced(match &self.spread {
                Some(spread) => spread.cell(cells, row, at),
                None => Cells::get(&cells, at),
            });
            if none[at].iter().any(|text| text.as_bytes() == cell.trim_ascii()) {
                b""
            } else {
                cell
            }
        };
        let texts: Vec<Vec<&[u8]>> = owned[..shown]
            .iter()
            .take(most)
            .flat_map(|own| (0..several).map(move |row| (own, row)))
            .map(|(own, row)| (0..names.len()).map(|at| cell(row, at, own.cells())).collect())
            .collect();
        let expected = self.expected_rows(owned.len()).saturating_mul(several);
        let around = Around {
            expected,
            separator: self.separator,
            unit: layout.unit.as_deref(),
            is_of_rates: layout.title.as_deref().is_some_and(is_title_of_rates),
        };
        let mut inferred = infer(names, &texts, &around);
        let repeated = self.spread.as_ref().map_or(0, Spread::repeated);
        for column in inferred.columns.iter_mut().take(repeated) {
            column.additive &= column.kind != Kind::Number;
        }
        for (at, column) in inferred.columns.iter_mut().enumerate() {
            let cells = texts.iter().filter_map(|row| row.get(at).copied());
            let spread: BTreeSet<&[u8]> =
                cells.filter(|cell| layout::is_spread_out(cell)).take(SPREAD_OUT * 8).collect();
            column.spread_out = column.kind == Kind::Category && spread.len() >= SPREAD_OUT;
        }
        let mut plan = match self.plan.take() {
            Some(plan) if plan.columns.len() == names.len() => plan,
            _ => {
                inferred.hint(&sdmx_csv::hints(names));
                inferred.hint(&self.hinted);
                inferred.changed_by(&self.wanted)
            }
        };
        (plan.layout, plan.wanted) = (layout, self.wanted.clone());
        plan.questions = asking::of_columns(&plan, &texts);
        plan
    }
}

/// The texts that say that a column has no value, because a reader says so.
fn missing_of<'w>(names: &[(String, String)], wanted: &'w Arrangement) -> Vec<Vec<&'w str>> {
    let mut none: Vec<Vec<&str>> = vec![Vec::new(); names.len()];
    for (key, text) in &wanted.missing {
        if let Some(at) = names.iter().position(|(own, _)| own == key) {
            none[at].push(text);
        }
    }
    none
}
