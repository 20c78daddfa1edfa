//! Lines by their values, and how many there may be.

use super::gaps::gaps;
use crate::base::lang::Lang;
use crate::chart::Extent;
use crate::chart::palette::NEUTRAL;
use crate::plot::chart::amount::Amount;
use crate::plot::chart::meant::Meant;
use crate::plot::chart::side::Side;
use crate::plot::steps::Steps;
use crate::state::Measure;

/// Lines that can be told apart.
pub(super) const MOST: usize = 10;
/// Points of all the lines that stand grey behind them; of more, none is drawn.
pub(super) const MOST_BEHIND: usize = 6_000;
/// Periods that are points of their own; of more, weeks, months or calendar years are.
pub(crate) const MOST_STEPS: usize = 800;

/// As far as which step a chart is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The last step shown; `None` for the chart's own choice.
    pub(crate) step: Option<usize>,
    /// Whether the axes hold every step, so that they do not move while time is played.
    pub(crate) still: bool,
}

/// A line: its group's code, its value by step, and the steps that no line leads to.
pub(super) struct Line {
    pub(super) code: u32,
    pub(super) values: Vec<Option<f64>>,
    pub(super) gaps: Vec<bool>,
    /// By step, how the number is meant.
    pub(super) meant: Vec<Option<Meant>>,
    pub(super) hue: u8,
}

impl Line {
    pub(super) fn new(code: u32, amounts: &[Amount], measure: Measure, steps: &Steps) -> Self {
        let values: Vec<Option<f64>> = amounts.iter().map(|own| own.known(measure)).collect();
        let blank = |own: &Amount| measure != Measure::Count && own.rows > 0 && own.numbers == 0;
        let blanks: Vec<bool> = amounts.iter().map(blank).collect();
        let gaps = gaps(&values, &blanks, &steps.spans);
        let meant = amounts.iter().map(|own| own.meant.clone().filter(|_| own.numbers == 1));
        Self { code, values, gaps, meant: meant.collect(), hue: NEUTRAL }
    }

    /// How the number of a step is meant, where anything is said.
    pub(super) fn meant(&self, step: usize) -> Option<&Meant> {
        self.meant.get(step)?.as_ref()
    }

    /// A value as it is drawn, and in words.
    pub(super) fn told(&self, step: usize, value: f64, lang: Lang) -> (Extent, String) {
        Meant::told(self.meant(step), value, lang)
    }
}

/// What lines there are, and of what.
pub(super) struct Lines<'t> {
    pub(super) side: Option<Side<'t>>,
    /// Those in colour, then those that stand grey behind them.
    pub(super) lines: Vec<Line>,
    /// The totals that would flatten all others: told, not drawn.
    pub(super) apart: Vec<Line>,
    /// Whether each point is one number, so that no mean need be spoken of.
    pub(super) is_single: bool,
}

impl Lines<'_> {
    /// Whether a group is told and not drawn.
    pub(super) fn is_apart(&self, code: u32) -> bool {
        self.apart.iter().any(|line| line.code == code)
    }

    /// All that there are, drawn or not.
    pub(super) fn all(&self) -> Vec<&Line> {
        self.lines.iter().chain(&self.apart).collect()
    }

    /// How many lines have a colour.
    pub(super) fn foremost(&self) -> usize {
        self.side.as_ref().map_or(self.lines.len(), |side| side.codes.len())
    }

    /// Whether those without a colour are drawn too.
    pub(super) fn has_grey(&self) -> bool {
        self.lines.len() > self.foremost()
    }
}
