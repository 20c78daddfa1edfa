//! Groups of rows a mark: how many figures each has, or what they add up to.

use super::cells::{Cell, Gauge, Side, cells, target};
use super::choice::stacks;
use super::selection::Selection;
use super::types::{Choice, Headings, Listing, Plan};
use super::{MOST_PANELS, MOST_ROWS, refusal, words};
use crate::chart::{Category, ChartSpec, Datum, Fill, MarkKind, Series, ValueAxis};
use crate::column::Role;
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::stage_fill;
use crate::state::{Mark, Measure};

/// The most parts of bars and columns of a matrix.
const MOST_PARTS: usize = 14;

/// The crossing of the rows with its measure.
struct Crossing<'s, 'a> {
    s: &'s Selection<'a>,
    choice: &'s Choice,
    rows: Vec<usize>,
    gauge: Gauge<'a>,
    group: Side<'a>,
    split: Option<Side<'a>>,
}

/// Counts and sums. `None` where the table has no column to group by.
pub(super) fn plan(s: &Selection, choice: &Choice) -> Option<Plan> {
    let crossing = Crossing::new(s, choice)?;
    let cells = cells(&crossing.rows, &crossing.group, crossing.split.as_ref());
    let sides = [Some(&crossing.group), crossing.split.as_ref()];
    Some(Plan {
        headings: crossing.headings(),
        notes: crossing.notes(),
        listing: crossing.listing(&cells),
        targets: cells.iter().map(|cell| target(s, cell, sides)).collect(),
        offers: crossing.offers(),
        is_apart: choice.measure == Measure::Sum
            && !super::figures::is_one_measure(s, &crossing.rows),
        is_count: choice.measure == Measure::Count,
        spec: crossing.spec(&cells),
    })
}

fn category((name, hue): (String, Option<u8>)) -> Category {
    Category { name, hue, ..Category::default() }
}

impl<'s, 'a> Crossing<'s, 'a> {
    fn new(s: &'s Selection<'a>, choice: &'s Choice) -> Option<Self> {
        let rows = if choice.measure == Measure::Sum { s.summed() } else { s.rows.clone() };
        let gauge = Gauge::of(s, choice, &rows);
        let matrix = choice.mark == Mark::Matrix;
        let group = s.grouping(choice.group.as_deref()?)?;
        let group = Side::of(s, group, &rows, &gauge, (!matrix, MOST_ROWS));
        let most = if choice.facets { MOST_PANELS } else { MOST_PARTS };
        let split = choice.split.as_deref().and_then(|key| s.grouping(key));
        let split = split.map(|split| Side::of(s, split, &rows, &gauge, (false, most)));
        Some(Self { s, choice, rows, gauge, group, split })
    }

    fn spec(&self, cells: &[Cell]) -> ChartSpec {
        let mark = match self.choice.mark {
            Mark::Dot => MarkKind::Dot,
            Mark::Matrix => MarkKind::Matrix,
            Mark::Treemap => MarkKind::Treemap,
            _ => MarkKind::Bar,
        };
        let stack = self.split.as_ref().is_some_and(|split| stacks(&split.by));
        let data = (0..).zip(cells).map(|(id, cell)| self.datum(id, cell)).collect();
        let mut spec = ChartSpec {
            prefix: words::PREFIX.to_owned(),
            mark,
            data,
            value: ValueAxis {
                log: self.choice.log,
                zero: true,
                whole: matches!(self.gauge, Gauge::Count),
                ..ValueAxis::default()
            },
            stages: words::stages(self.s),
            stack: stack && !self.choice.facets,
            ..ChartSpec::default()
        };
        match &self.split {
            // A treemap names its areas by category and its groups of areas by series.
            Some(split) if mark == MarkKind::Treemap => {
                spec.categories = self.categories(split);
                spec.series = self.series(&self.group, false);
                for datum in &mut spec.data {
                    std::mem::swap(&mut datum.category, &mut datum.series);
                }
            }
            Some(split) => {
                spec.categories = self.categories(&self.group);
                if self.choice.facets {
                    spec.facets = split.names(self.s);
                } else {
                    spec.series = self.series(split, mark != MarkKind::Matrix);
                }
            }
            None => spec.categories = self.categories(&self.group),
        }
        spec
    }

    fn categories(&self, side: &Side) -> Vec<Category> {
        let hues = side.values.iter().map(|&code| side.by.hue(code));
        side.names(self.s).into_iter().zip(hues).map(category).collect()
    }

    /// Series by name and hue; stages are `silent` where fills and their legend name them.
    fn series(&self, side: &Side, silent: bool) -> Vec<Series> {
        let silent = silent && side.by.column.role == Role::Stage;
        let hues = side.values.iter().map(|&code| side.by.hue(code));
        let names = side.names(self.s).into_iter();
        let name = |name| if silent { String::new() } else { name };
        names.zip(hues).map(|(own, hue)| Series { name: name(own), hue }).collect()
    }

    fn datum(&self, id: u32, cell: &Cell) -> Datum {
        let s = self.s;
        let (extent, label) = self.gauge.value(s, &cell.rows);
        let (series, facet) = if self.choice.facets { (0, cell.split) } else { (cell.split, 0) };
        Datum {
            id,
            category: cell.group,
            series,
            facet,
            extent,
            time: None,
            fill: self.fill(cell),
            hue: s.shared_hue(&cell.rows),
            tip: self.tip(cell, &label),
            label,
            ..Datum::default()
        }
    }

    /// The stage's fill, where stages are what the rows are told apart by.
    fn fill(&self, cell: &Cell) -> Fill {
        let sides = [Some(&self.group), self.split.as_ref()];
        let by_stage = sides.into_iter().flatten().any(|side| side.by.column.role == Role::Stage);
        match cell.rows.first() {
            Some(&row) if by_stage => {
                stage_fill(self.s.data.told_stage(self.s.observation(row)).id())
            }
            _ => Fill::Solid,
        }
    }

    fn tip(&self, cell: &Cell, label: &str) -> String {
        let s = self.s;
        let name = |side: &Side, at: u32| {
            side.values.get(at as usize).map(|&code| side.by.name(code, s.lang))
        };
        let names = [
            name(&self.group, cell.group),
            self.split.as_ref().and_then(|split| name(split, cell.split)),
        ];
        let name = super::naming::join(s, names);
        match self.gauge {
            Gauge::Count => m::COUNT_IN.count(s.lang, cell.rows.len(), &[("name", &name)]),
            Gauge::Sum(_) => {
                let values = [("name", name.as_str()), ("value", label)];
                m::FIGURES_IN.count(s.lang, cell.rows.len(), &values)
            }
        }
    }

    fn headings(&self) -> Headings {
        let s = self.s;
        let group = words::within(s, &self.group.by.column.key);
        let by = match &self.split {
            Some(split) => {
                let split = words::within(s, &split.by.column.key);
                [group, split].join(w::AND.get(s.lang))
            }
            None => group,
        };
        match &self.gauge {
            Gauge::Count => {
                let unit = m::UNIT_LINE.fill(s.lang, &[("unit", m::UNIT_COUNT.get(s.lang))]);
                let title = m::TITLE_COUNT.fill(s.lang, &[("group", &by)]);
                words::headings(s, title, &unit, &self.rows)
            }
            Gauge::Sum(unit) => {
                let what = super::figures::figures_title(s);
                let title = m::TITLE_SUM.fill(s.lang, &[("series", &what), ("group", &by)]);
                words::headings(s, title, &unit.words, &self.rows)
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        let s = self.s;
        let mut notes = Vec::new();
        if self.group.left_out > 0 {
            notes.push(m::TOO_MANY.count(s.lang, self.group.values.len(), &[]));
        }
        if let Some(split) = self.split.as_ref().filter(|split| split.left_out > 0) {
            let column = words::within(s, &split.by.column.key);
            notes.push(m::TOO_MANY_PARTS.count(s.lang, split.values.len(), &[("split", &column)]));
        }
        if let Gauge::Sum(_) = self.gauge {
            notes.push(m::SUM_NOTE.get(s.lang).to_owned());
            let left_out = s.rows.len() - self.rows.len();
            if left_out > 0 {
                notes.push(m::NOT_SUMMED.count(s.lang, left_out, &[]));
            }
            notes.extend(self.doubts());
            if self.mixes_stages() {
                notes.push(m::SUM_OF_STAGES.get(s.lang).to_owned());
            }
        }
        notes.extend(words::kind_note(s));
        notes
    }

    /// What of the sums the releases leave in doubt: figures in them, and figures left out as parts of others.
    fn doubts(&self) -> impl Iterator<Item = String> + use<> {
        let s = self.s;
        let doubted = |row: &usize| s.observation(*row).doubt.is_some();
        let inside = self.rows.iter().filter(|row| doubted(row)).count();
        let is_part = |row: &usize| s.observation(*row).part_of.is_some();
        let outside = s.rows.iter().filter(|row| self.rows.binary_search(row).is_err());
        let parts = outside.filter(|row| is_part(row) && doubted(row)).count();
        let notes = [(inside, m::DOUBTED_SUMMED), (parts, m::DOUBTED_PARTS)];
        let lang = s.lang;
        notes.into_iter().filter(|(n, _)| *n > 0).map(move |(n, note)| note.count(lang, n, &[]))
    }

    /// Whether a sum adds what is planned, under way and done.
    fn mixes_stages(&self) -> bool {
        let stage = |row: &usize| self.s.data.told_stage(self.s.observation(*row));
        let mixed = |cell: &Cell| {
            let first = cell.rows.first().map(stage);
            cell.rows.iter().any(|row| Some(stage(row)) != first)
        };
        cells(&self.rows, &self.group, self.split.as_ref()).iter().any(mixed)
    }

    /// Rows by groups, a column a part and the whole at the end; groups that had no room in the chart too.
    fn listing(&self, _: &[Cell]) -> Listing {
        let s = self.s;
        let whole = |side: &Side| side.by.values(&self.rows);
        let text = |rows: &[usize]| match (&self.gauge, rows) {
            (Gauge::Sum(_), []) => m::NO_FIGURE.get(s.lang).to_owned(),
            _ => self.gauge.value(s, rows).1,
        };
        let parts = self.split.as_ref().map(whole).unwrap_or_default();
        let mut header = vec![s.column(&self.group.by.column.key)];
        if let Some(split) = &self.split {
            header.extend(parts.iter().map(|&code| split.by.name(code, s.lang)));
        }
        header.push(self.measure_name());
        let mut groups = self.group.values.clone();
        groups.extend(
            whole(&self.group).into_iter().filter(|code| !self.group.values.contains(code)),
        );
        let row = |code: Option<u32>| {
            let own = |row: &usize| self.group.by.code(*row) == code;
            let rows: Vec<usize> = self.rows.iter().copied().filter(own).collect();
            let mut cells = vec![self.group.by.name(code, s.lang)];
            if let Some(split) = &self.split {
                cells.extend(parts.iter().map(|&part| {
                    let of_part = |row: &usize| split.by.code(*row) == part;
                    text(&rows.iter().copied().filter(of_part).collect::<Vec<_>>())
                }));
            }
            cells.push(text(&rows));
            cells
        };
        Listing { header, rows: groups.into_iter().map(row).collect() }
    }

    fn measure_name(&self) -> String {
        let name = match self.gauge {
            Gauge::Count => m::MEASURE_COUNT,
            Gauge::Sum(_) => m::MEASURE_SUM,
        };
        name.get(self.s.lang).to_owned()
    }

    /// Figures of unlike kinds are offered kind by kind.
    fn offers(&self) -> Vec<super::Offer> {
        let s = self.s;
        if s.counts(Role::Kind, &s.rows).len() > 1 { refusal::kind_offers(s) } else { Vec::new() }
    }
}
