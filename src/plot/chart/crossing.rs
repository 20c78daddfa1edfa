//! Rows crossed by one or two columns, and what each cell comes to.

use std::collections::BTreeMap;

use super::amount::{Amount, Cell, Gauge};
use super::choice::{Choice, MOST_PARTS};
use super::side::Side;
use super::subject::{Reading, Subject};
use super::{MOST_PANELS, MOST_ROWS, totals};
use crate::base::lang::Lang;
use crate::column::Table;
use crate::state::Mark;

/// Groups that the table beside a chart lists.
const LISTED: usize = 400;
/// How many times the greatest part a total may measure and still stand among the parts: beside a longer bar theirs could not
/// be told apart.
pub(super) const FLATTENING: f64 = 4.0;
/// Cells that it has room for, so that many parts are listed of a few groups.
const LISTED_CELLS: usize = 8_000;

/// What a chart of groups shows, and what the table beside it lists.
pub(super) struct Crossing<'c> {
    /// What was settled.
    pub(super) choice: &'c Choice,
    /// What is measured.
    pub(super) gauge: Gauge,
    /// The groups drawn.
    pub(super) group: Side<'c>,
    /// The parts drawn.
    pub(super) split: Option<Side<'c>>,
    /// The cells drawn, in reading order.
    pub(super) cells: Vec<Cell>,
    /// What is listed.
    pub(super) whole: Whole<'c>,
    /// The totals that would flatten their parts: told, not drawn.
    pub(super) apart: Vec<u32>,
}

/// All groups and parts as far as a table has room.
pub(super) struct Whole<'c> {
    /// The groups, the greatest first.
    pub(super) group: Side<'c>,
    /// The parts.
    pub(super) split: Option<Side<'c>>,
    /// What each group comes to, by its code.
    pub(super) totals: BTreeMap<u32, Amount>,
    /// What each cell comes to, by the codes of group and part.
    pub(super) cells: BTreeMap<(u32, u32), Amount>,
}

/// The groups of a column that have rows which count, and what each comes to.
struct Totals<'c> {
    side: Side<'c>,
    amounts: BTreeMap<u32, Amount>,
    sizes: Vec<f64>,
}

impl<'c> Totals<'c> {
    fn of(s: &mut Subject, table: &'c Table, choice: &Choice, key: &str) -> Option<Self> {
        let (reading, lang) = (s.reading, s.lang);
        let gauge = reading.gauge(choice);
        let mut side = s.side(table, key)?;
        let tally = reading.tally(s.engine, choice, &[key]);
        let mut amounts = BTreeMap::<u32, Amount>::new();
        for (&code, amount) in tally.codes.first()?.iter().zip(&tally.amounts) {
            amounts.entry(side.group_of(code)).or_default().add(amount);
        }
        side.codes.retain(|code| amounts.contains_key(code));
        if totals::adds_up(choice, key) {
            side.codes.retain(|&code| !s.engine.is_total(key, code));
        }
        let size = |code| amounts.get(code).map_or(f64::NAN, |own| mid(reading, &gauge, own, lang));
        let sizes = side.codes.iter().map(size).collect();
        Some(Self { side, amounts, sizes })
    }

    /// As many groups as there is room for: the greatest, and these from the greatest down, unless the groups have an
    /// order of their own. Where there is room for all they are `ranked` only if asked to be.
    fn kept(&self, ranked: bool, most: usize) -> Side<'c> {
        self.kept_without(&[], ranked, most)
    }

    /// The same without some groups.
    fn kept_without(&self, apart: &[u32], ranked: bool, most: usize) -> Side<'c> {
        let mut side = self.side.clone();
        let own = side.codes.iter().zip(&self.sizes).filter(|(code, _)| !apart.contains(code));
        let (codes, sizes): (Vec<u32>, Vec<f64>) = own.unzip();
        side.codes = codes;
        let is_cut = side.codes.len() > most;
        side.keep(&sizes, (ranked || is_cut) && !side.is_ordered(), most);
        side
    }

    /// The totals beside which the bars of their parts, several, would all be short.
    fn flattening(&self, s: &Subject, key: &str) -> Vec<u32> {
        let sized = self.side.codes.iter().copied().zip(self.sizes.iter().copied());
        let sized = sized.filter(|(_, size)| size.is_finite());
        let (totals, parts): (Vec<_>, Vec<_>) =
            sized.partition(|&(code, _)| s.engine.is_total(key, code));
        let greatest = parts.iter().map(|(_, size)| size.abs()).fold(0.0, f64::max);
        if parts.len() < 2 || greatest <= 0.0 {
            return Vec::new();
        }
        let is_long = |&(_, size): &(u32, f64)| size.abs() > FLATTENING * greatest;
        totals.into_iter().filter(is_long).map(|(code, _)| code).collect()
    }
}

fn mid(reading: &dyn Reading, gauge: &Gauge, amount: &Amount, lang: Lang) -> f64 {
    reading.value(gauge, amount, lang).0.mid
}

impl<'c> Crossing<'c> {
    /// Crosses the rows. `None` where the table has no column to group by.
    pub(super) fn new(s: &mut Subject, table: &'c Table, choice: &'c Choice) -> Option<Self> {
        let key = choice.group.as_deref()?;
        let group = Totals::of(s, table, choice, key)?;
        // Points need no zero, and a log scale has room for all.
        let is_length = choice.mark == Mark::Bar && !choice.log && !choice.is_whole;
        let apart = if is_length { group.flattening(s, key) } else { Vec::new() };
        let shown = group.kept_without(&apart, choice.mark != Mark::Matrix, MOST_ROWS);
        let mut whole = Whole {
            group: group.kept(true, LISTED),
            split: None,
            totals: group.amounts,
            cells: BTreeMap::new(),
        };
        let mut split = None;
        if let Some(by) = choice.split.as_deref() {
            let parts = Totals::of(s, table, choice, by)?;
            let most = if choice.facets { MOST_PANELS } else { MOST_PARTS };
            split = Some(parts.kept(false, most));
            let room = LISTED_CELLS / whole.group.codes.len().max(1);
            whole.split = Some(parts.kept(false, room.max(most)));
            let reading = s.reading;
            let tally = reading.tally(s.engine, choice, &[key, by]);
            let [groups, parts_of] = tally.codes.get(..2)? else { return None };
            for ((&a, &b), amount) in groups.iter().zip(parts_of).zip(&tally.amounts) {
                let at = (group.side.group_of(a), parts.side.group_of(b));
                whole.cells.entry(at).or_default().add(amount);
            }
        }
        let gauge = s.reading.gauge(choice);
        let cells = Vec::new();
        let mut crossing = Self { choice, gauge, group: shown, split, cells, whole, apart };
        crossing.cells = crossing.drawn(s);
        Some(crossing)
    }

    /// The cells that have room and something to show: a group without a number has no mark, but its row says so.
    fn drawn(&self, s: &Subject) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (group, &a) in (0_u32..).zip(&self.group.codes) {
            match &self.split {
                None => cells.extend(self.cell(s, (group, 0), self.whole.totals.get(&a))),
                Some(split) => {
                    for (part, &b) in (0_u32..).zip(&split.codes) {
                        cells.extend(self.cell(s, (group, part), self.whole.cells.get(&(a, b))));
                    }
                }
            }
        }
        cells
    }

    fn cell(&self, s: &Subject, (group, split): (u32, u32), own: Option<&Amount>) -> Option<Cell> {
        let amount = own.filter(|own| own.rows > 0)?.clone();
        let is_drawn = mid(s.reading, &self.gauge, &amount, s.lang).is_finite();
        is_drawn.then_some(Cell { group, split, amount })
    }

    /// Whether each group is one number, so that no mean need be spoken of.
    pub(super) fn is_single(&self) -> bool {
        self.cells.iter().all(|cell| cell.amount.numbers <= 1)
            && (self.split.is_some() || self.whole.totals.values().all(|own| own.numbers <= 1))
    }
}
