//! Rows of text cells → typed columns, as the rows come.

mod aside;
mod planning;
mod room;
mod sides;

use std::collections::BTreeMap;
use std::ops::Range;

use super::arrangement::{Arrangement, Note};
use super::building::{Builder, Building};
use super::findings::Findings;
use super::header::Keys;
use super::kind::Kind;
use super::layout::{self, Foot, GroupLabels, Spread};
use super::options::COLUMNS;
use super::plan::{ColumnPlan, Hinted, Plan};
use super::sample::{Cells, Sample};
use super::stack::Stack;
use super::{Header, Options, companion, scale, sdmx_csv};
use crate::base::problem::{Problem, ProblemKind};
use crate::column::builder::{CategoryBuilder, TableBuilder};
use crate::column::{Role, Table};
use crate::geo::Shapes;
pub(super) use room::{Whole, too_wide};
use sides::Sides;

/// What a period is to look like.
const PERIOD: &str = "YYYY, YYYY-MM, YYYY-MM-DD";

/// Where every reader puts its rows: they are kept as text until the columns are known, and built at once from then on.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) findings: Findings,
    /// What rows look like on a map, where they are features of one.
    pub(super) shapes: Shapes,
    header: Header,
    memory: usize,
    plan: Option<Plan>,
    hinted: Vec<Hinted>,
    /// What the reader wants otherwise than it would be read.
    wanted: Arrangement,
    /// The byte between cells, where the format has one.
    separator: Option<u8>,
    sample: Sample,
    columns: Vec<Building>,
    /// The first column that may lack rows at its end: short rows add nothing to the columns beyond their last cell.
    behind: usize,
    /// Cells of a row of the file, and how rows of the table come of it where they are not the same.
    width: usize,
    spread: Option<Spread>,
    groups: Option<GroupLabels>,
    foot: Foot,
    notes: Vec<Note>,
    /// What the format itself calls the table.
    title: Option<String>,
    shape: u32,
    /// Names that the format gives by itself, as JSON does, and their places.
    names: Vec<String>,
    places: BTreeMap<String, usize>,
    /// Keys of the columns, where some may yet come.
    keys: Keys,
    /// Cells of the widest row among the first ones.
    widest: usize,
    started: bool,
    /// Where rows go that come, and the tables below each other where there may be several.
    way: Way,
    /// What the table is called among others.
    called: Option<String>,
    stack: Option<Box<Stack>>,
    /// Those side by side, once they have been looked for, and the columns of the one that is shown.
    sides: Option<Sides>,
    band: Option<Range<usize>>,
    /// What the sheet is called that the rows are of.
    sheet: Option<String>,
    rows: usize,
    /// Line of the last row.
    line: usize,
    /// Bytes of text that the rows so far took, and what is known of all of them.
    read: u64,
    whole: Whole,
    /// Rows that there is room for.
    room: usize,
}

/// Where the rows go that come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// To the first rows, from which the columns are told.
    Sample,
    /// To the columns.
    Build,
    /// Aside: they may begin another table, or are of one that is not shown.
    Aside,
}

impl Rows {
    pub(super) fn new(name: &str, options: &Options) -> Self {
        Self {
            findings: Findings::new(name),
            shapes: Shapes::default(),
            header: options.header,
            memory: options.memory,
            plan: options.plan.clone(),
            hinted: options.fields.clone(),
            wanted: options.plan.as_ref().map(|plan| plan.wanted.clone()).unwrap_or_default(),
            separator: options.separator,
            sample: Sample::default(),
            columns: Vec::new(),
            behind: 0,
            width: 0,
            spread: None,
            groups: None,
            foot: Foot::default(),
            notes: Vec::new(),
            title: None,
            shape: 0,
            names: Vec::new(),
            places: BTreeMap::new(),
            keys: Keys::default(),
            widest: 0,
            started: false,
            way: Way::Sample,
            called: None,
            stack: None,
            sides: None,
            band: None,
            sheet: None,
            rows: 0,
            line: 0,
            read: 0,
            whole: Whole::Unknown,
            room: 0,
        }
    }

    /// Says how many bytes of text there will be in all.
    pub(super) fn set_whole(&mut self, whole: Whole) {
        self.whole = whole;
    }

    /// Says which byte stands between cells.
    pub(super) const fn set_separator(&mut self, separator: u8) {
        self.separator = Some(separator);
    }

    /// Takes what the format itself says beside the rows: what the table is called, and notes.
    pub(super) fn tell(&mut self, title: Option<&str>, notes: Vec<Note>) {
        self.title = title.map(str::to_owned);
        self.notes = notes;
    }

    /// Says what the sheet is called that the rows are of.
    pub(super) fn set_sheet(&mut self, name: &str) {
        self.sheet = Some(name.to_owned());
    }

    /// The place of a column that the format names by itself; a new name makes a new column.
    pub(super) fn column(&mut self, name: &str) -> usize {
        if let Some(&at) = self.places.get(name) {
            return at;
        }
        let at = self.names.len();
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), at);
        self.widest = self.widest.max(at + 1);
        if self.started && self.widest <= COLUMNS {
            self.add_late(name);
        }
        at
    }

    /// A column first met after the sample: its rows so far have no value.
    fn add_late(&mut self, name: &str) {
        let plan = self.plan.get_or_insert_default();
        let key = self.keys.take(name);
        plan.columns.push(ColumnPlan::new(&key, name, Kind::Category, Role::Category));
        if let Some(spread) = &mut self.spread {
            spread.add(self.names.len() - 1);
        }
        let mut column = CategoryBuilder::default();
        // Rows that are spread fill every column at once.
        if self.spread.is_some() {
            column.fill(self.rows);
        }
        self.columns.push(Building::late(name, Builder::Category(column, false)));
    }

    /// Adds a row. `line` is its line in the file, `bytes` what it takes there.
    #[inline]
    pub(super) fn row(&mut self, line: usize, cells: Cells<'_>, bytes: usize) {
        self.read += bytes as u64;
        self.line = line;
        match self.way {
            Way::Build => self.take(line, self.banded(cells)),
            Way::Sample => self.look_at(line, cells),
            Way::Aside => self.aside(line, cells),
        }
    }

    /// Takes one of the first rows.
    fn look_at(&mut self, line: usize, cells: Cells<'_>) {
        if self.stack.is_some() && layout::count_said(cells.iter()) == 0 {
            self.gap();
            return self.aside(line, cells);
        }
        self.keep(line, cells);
    }

    fn keep(&mut self, line: usize, cells: Cells<'_>) {
        // What has too many columns is refused before long.
        self.widest = self.widest.max(cells.len());
        if self.widest > COLUMNS {
            return;
        }
        self.sample.push(line, &cells);
        if self.sample.is_full() {
            self.start(false);
        }
    }

    /// Takes a row, unless it may be a note: then it waits for what comes after it.
    #[inline]
    fn take(&mut self, line: usize, cells: Cells<'_>) {
        if self.foot.is_doubtful(cells) && self.foot.hold(line, cells) {
            if self.foot.is_full() {
                self.release();
            }
            if self.way == Way::Build && layout::count_said(cells.iter()) == 0 {
                self.gap();
            }
            return;
        }
        if self.foot.is_holding() {
            self.release();
        }
        self.build(line, cells);
    }

    #[cold]
    fn release(&mut self) {
        for row in self.foot.release(self.rows > 0) {
            self.build(row.line, row.cells());
        }
    }

    #[inline]
    fn build(&mut self, line: usize, cells: Cells<'_>) {
        if cells.len() != self.width && self.names.is_empty() && !cells.cut {
            self.ragged(line, cells);
        }
        if self.groups.is_some() {
            return self.build_grouped(line, cells);
        }
        self.build_row(line, cells);
    }

    /// Builds a row that may lack the label of its group.
    #[cold]
    fn build_grouped(&mut self, line: usize, cells: Cells<'_>) {
        let Some(mut groups) = self.groups.take() else { return };
        self.build_row(line, groups.filled(cells));
        self.groups = Some(groups);
    }

    #[inline]
    fn build_row(&mut self, line: usize, cells: Cells<'_>) {
        if self.spread.is_some() {
            return self.build_spread(line, cells);
        }
        let said = cells.len().min(self.columns.len());
        if said > self.behind {
            self.fill(said);
        }
        self.behind = said;
        for (at, column) in self.columns[..said].iter_mut().enumerate() {
            let cell = cells.get(at);
            if let Err(kind) = column.push(cell) {
                spoilt(column, &mut self.findings, kind, line, cell);
            }
        }
        self.count_row();
    }

    /// Gives the columns before that one the rows that they lack.
    #[cold]
    fn fill(&mut self, end: usize) {
        for column in &mut self.columns[self.behind.min(end)..end] {
            column.data.fill(self.rows);
        }
    }

    /// Builds the rows that come of one row of the file.
    fn build_spread(&mut self, line: usize, cells: Cells<'_>) {
        let Some(mut spread) = self.spread.take() else { return };
        spread.learn(cells);
        let has_marks = spread.has_marks();
        for row in 0..spread.rows() {
            // What lies beyond the last cell of a short row makes no rows.
            if row > 0 && !spread.reaches(cells.len(), row) {
                continue;
            }
            for (at, column) in self.columns.iter_mut().enumerate() {
                let cell = spread.cell(cells, row, at);
                let marks = if has_marks { spread.marks(cells, row, at) } else { String::new() };
                if let Err(kind) = column.push_marked(cell, marks) {
                    spoilt(column, &mut self.findings, kind, line, cell);
                }
            }
            self.count_row();
        }
        self.spread = Some(spread);
    }

    #[inline]
    fn count_row(&mut self) {
        self.rows += 1;
        if self.rows >= self.room {
            self.make_room();
        }
    }

    #[cold]
    fn ragged(&mut self, line: usize, cells: Cells<'_>) {
        // A separator after the last column says nothing.
        if cells.len() == self.width + 1 && cells.get(self.width).is_empty() {
            return;
        }
        let (found, expected) = (cells.len().to_string(), self.width.to_string());
        self.findings.note(ProblemKind::RaggedRow, Some(line), None, found.as_bytes(), &expected);
    }

    /// How many rows there will be, with a little room, where the size of all is known; otherwise those of now.
    fn expected_rows(&self, rows: usize) -> usize {
        match self.whole {
            Whole::Sure(whole) | Whole::Guess(whole) if whole > self.read && self.read > 0 => {
                let more = u128::from(whole) * 102 / 100 * rows as u128 / u128::from(self.read);
                // One row takes a byte at least.
                usize::try_from(more.min(u128::from(whole))).unwrap_or(usize::MAX)
            }
            _ => rows,
        }
    }

    /// Bytes that the finished table will take, about.
    pub(super) fn estimate(&self) -> usize {
        let rows = self.expected_rows(self.rows).max(self.rows);
        let scale = |bytes: usize| match self.rows {
            0 => 0,
            so_far => {
                usize::try_from(bytes as u128 * rows as u128 / so_far as u128).unwrap_or(usize::MAX)
            }
        };
        let column = |column: &Building| {
            let (codes, dictionary, grows) = column.data.bytes(self.rows);
            scale(codes).saturating_add(if grows { scale(dictionary) } else { dictionary })
        };
        self.columns.iter().map(column).fold(0, usize::saturating_add)
    }

    /// Whether there is room for the table.
    ///
    /// # Errors
    /// A problem with the estimate and the limit, where there is not.
    pub(super) fn check(&self) -> Result<(), Problem> {
        too_wide(self.widest, &self.findings)?;
        self.fits(self.estimate() as u64)
    }

    /// Whether there is room for so many bytes.
    ///
    /// # Errors
    /// A problem with both numbers, where there is not.
    pub(super) fn fits(&self, bytes: u64) -> Result<(), Problem> {
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        if bytes <= self.memory {
            return Ok(());
        }
        let (found, limit) = (super::size_text(bytes), super::size_text(self.memory));
        Err(self.findings.problem(ProblemKind::TooLarge, None, None, found.as_bytes(), &limit))
    }

    /// Takes the hints of a description that came before the rows, and what they are called among others.
    pub(super) fn describe(&mut self, options: &Options, name: &str) {
        self.called = Some(name.to_owned());
        self.hinted.clone_from(&options.fields);
        self.header = options.header;
    }

    /// Notes that the file breaks off after the last row.
    pub(super) fn cut(&mut self, found: &str) {
        let line = Some(self.line + 1);
        self.findings.note(ProblemKind::CutFile, line, None, found.as_bytes(), "");
    }

    /// Number of rows so far.
    pub(super) const fn len(&self) -> usize {
        if self.started { self.rows } else { self.sample.len() }
    }

    /// The table, what its columns were read as, and the problems.
    ///
    /// # Errors
    /// Where there is no column at all.
    pub(super) fn finish(mut self) -> Result<(Table, Plan, Findings), Problem> {
        too_wide(self.widest, &self.findings)?;
        if !self.started {
            self.whole = Whole::Unknown;
            self.start(true);
        }
        for row in self.foot.end(self.rows > 0) {
            self.build(row.line, row.cells());
        }
        self.fill(self.columns.len());
        let mut plan = self.plan.take().unwrap_or_default();
        plan.shape = self.shape;
        plan.notes = std::mem::take(&mut self.notes);
        plan.notes.extend(self.foot.take_notes());
        self.leave_out_blank(&mut plan);
        let mut table = TableBuilder::new();
        for (column, building) in plan.columns.iter_mut().zip(self.columns) {
            building.finish(column, &mut table);
        }
        if plan.columns.is_empty() {
            let cut = self.findings.first(ProblemKind::CutFile).cloned();
            let none = || self.findings.problem(ProblemKind::NoTable, None, None, b"", "");
            return Err(cut.unwrap_or_else(none));
        }
        let mut table = table.finish()?;
        if plan.columns.iter().filter(|column| column.by_row).count() > 1 {
            companion::merge_units(&mut table);
        }
        let names = plan.columns.iter().map(|c| (c.key.clone(), c.name.clone()));
        if !sdmx_csv::hints(&names.collect::<Vec<_>>()).is_empty() {
            sdmx_csv::part_labels(&mut table);
        }
        plan.layout.scaled = scale::apply(&mut table, !plan.wanted.long);
        Ok((table, plan, self.findings))
    }

    /// Leaves out columns that have neither a name nor a value: they space out the others, or a separator at the end of every
    /// line makes them.
    fn leave_out_blank(&mut self, plan: &mut Plan) {
        // Behind the columns of the file stand those that became of several.
        let end = self.spread.as_ref().map_or(plan.columns.len(), Spread::repeated);
        for (column, building) in plan.columns.iter_mut().zip(&mut self.columns).take(end) {
            if column.name.is_empty() && building.is_blank() {
                building.leave_out(column);
                self.findings.take_back(ProblemKind::EmptyHeader, &column.key);
            }
        }
    }
}

/// Notes a cell that its column could not take.
#[cold]
fn spoilt(column: &Building, findings: &mut Findings, kind: ProblemKind, line: usize, cell: &[u8]) {
    let expected = match kind {
        ProblemKind::BadDate => PERIOD,
        ProblemKind::WrongEncoding => "UTF-8",
        _ => "",
    };
    findings.note(kind, Some(line), Some(&column.name), cell, expected);
}
