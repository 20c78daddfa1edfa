//! Rows behind a blank line, and those of tables that are not shown: the text may hold several tables below each other.

use super::{Header, Rows, Way};
use crate::import::Options;
use crate::import::layout::{Before, Verdict, count_said};
use crate::import::own_row::OwnRow;
use crate::import::sample::Cells;
use crate::import::source::Offered;
use crate::import::stack::Stack;

impl Rows {
    /// Says that the rows may be those of several tables below each other, unless the file's description tells how it begins.
    pub(in crate::import) fn may_stack(&mut self, options: &Options) {
        if self.header == Header::Sniff && self.names.is_empty() && self.stack.is_none() {
            let name = self.called.as_deref().unwrap_or(self.findings.name());
            self.stack = Some(Box::new(Stack::new(name, options)));
        }
    }

    /// Takes note of a blank line: what comes may be another table.
    #[cold]
    pub(in crate::import) fn gap(&mut self) {
        let Some(stack) = &mut self.stack else { return };
        let rows = stack.gap();
        self.way = Way::Aside;
        rows.iter().for_each(|row| self.deliver(row.line, row.cells()));
    }

    /// Takes a row behind a blank line, or one of a table that is not shown.
    #[cold]
    pub(super) fn aside(&mut self, line: usize, cells: Cells<'_>) {
        let is_blank = count_said(cells.iter()) == 0;
        if is_blank {
            self.gap();
        }
        let Some(stack) = self.stack.as_mut().filter(|stack| stack.is_waiting) else {
            return self.deliver(line, cells);
        };
        let verdict = if is_blank { Verdict::Open } else { stack.judge(line, cells) };
        match verdict {
            Verdict::Open if !is_blank && self.begins_worded(line, cells) => {}
            Verdict::Open => return self.hold(line, cells),
            Verdict::Begins => self.begin(line, cells),
            Verdict::Same => {}
        }
        self.settle();
        self.deliver(line, cells);
    }

    /// Begins another table, where the rows so far are one.
    fn begin(&mut self, line: usize, cells: Cells<'_>) {
        let below = self.below_header();
        let Some(stack) = &mut self.stack else { return };
        let before = if !stack.is_shown() {
            stack.before(line, cells, None)
        } else if self.started {
            let figures = self.foot.figures();
            let is_good = figures.iter().skip(1).any(|is_figures| *is_figures);
            Before { is_table: figures.contains(&true), is_good }
        } else {
            stack.before(line, cells, Some(&self.sample))
        };
        if before.is_table && stack.next(below, before.is_good, false) {
            self.anew();
        }
    }

    /// Begins another table of words alone, where the rows that wait and this one are one; whether they are. What the table
    /// before is must be known by its first rows.
    fn begins_worded(&mut self, line: usize, cells: Cells<'_>) -> bool {
        let below = self.below_header();
        let Some(stack) = &mut self.stack else { return false };
        let shown = stack.is_shown().then_some(&self.sample);
        if (self.started && shown.is_some()) || !stack.begins_worded(line, cells, shown) {
            return false;
        }
        if stack.next(below, false, true) {
            self.anew();
        }
        true
    }

    /// Has a row wait.
    fn hold(&mut self, line: usize, cells: Cells<'_>) {
        if let Some(stack) = &mut self.stack {
            stack.hold(line, cells);
        }
    }

    /// Has the rows that waited go where they belong, and those behind them.
    fn settle(&mut self) {
        let Some(stack) = &mut self.stack else { return };
        let rows = stack.release();
        let is_shown = stack.is_shown();
        rows.iter().for_each(|row: &OwnRow| self.deliver(row.line, row.cells()));
        if is_shown {
            self.way = if self.started { Way::Build } else { Way::Sample };
        }
    }

    /// Gives a row to the table under way.
    fn deliver(&mut self, line: usize, cells: Cells<'_>) {
        match self.stack.as_mut().filter(|stack| !stack.is_shown()) {
            Some(stack) => stack.pass(line, cells),
            None if self.started => self.take(line, self.banded(cells)),
            None => self.keep(line, cells),
        }
    }

    /// Forgets the rows so far, which are of a table that is not shown after all.
    fn anew(&mut self) {
        let Some(stack) = self.stack.take() else { return };
        let fresh = Self::new(self.findings.name(), &stack.options);
        let (hinted, findings) = (std::mem::take(&mut self.hinted), fresh.findings.clone());
        let (line, read, whole) = (self.line, self.read, self.whole);
        let (separator, stack) = (self.separator, Some(stack));
        *self = Self { hinted, findings, line, read, whole, separator, stack, ..fresh };
    }

    /// Rows below the names of the table under way, about.
    fn below_header(&self) -> usize {
        let wide = match &self.stack {
            Some(stack) if !stack.is_shown() => stack.rows,
            _ if self.started => {
                return self.rows / self.spread.as_ref().map_or(1, super::Spread::rows).max(1);
            }
            _ => {
                let rows = self.sample.rows();
                rows.filter(|row| count_said(row.cells.iter().copied()) > 1).count()
            }
        };
        wide.saturating_sub(1)
    }

    /// Takes the end of the text: the name of the table that is shown, and all of them, where there are several.
    pub(in crate::import) fn end_stack(&mut self) -> Option<(String, Vec<Offered>)> {
        self.settle();
        let below = self.below_header();
        let stack = self.stack.as_mut()?;
        stack.end(below);
        let (told, only) = (stack.told(), stack.shown().cloned());
        if !self.started {
            self.part_sides(true);
        }
        self.with_sides(told, only)
    }
}
