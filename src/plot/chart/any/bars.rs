//! Groups of rows a mark: how many there are, the mean of their numbers or what these add up to.

use super::choice::MOST_PARTS;
use super::side::Side;
use super::{Choice, Subject};
use crate::chart::palette::NEUTRAL;
use crate::chart::{Category, ChartSpec, Datum, Extent, Fill, MarkKind, Series, ValueAxis};
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::words::PREFIX;
use crate::plot::chart::{Headings, Listing, MOST_PANELS, MOST_ROWS, Plan};
use crate::plot::measure::short;
use crate::plot::tally::measured;
use crate::query::Groups;
use crate::state::{Action, Mark, Measure};

/// Groups that the table beside a chart lists.
const LISTED: usize = 200;

/// What some rows come to.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    rows: u32,
    numbers: u32,
    sum: f64,
}

impl Sum {
    fn add(&mut self, groups: &Groups, at: usize) {
        self.rows += groups.count[at];
        self.numbers += groups.numbers.get(at).copied().unwrap_or_default();
        self.sum += groups.sum.get(at).copied().unwrap_or_default();
    }

    /// What is measured; not a number where no row has one.
    fn value(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Mean => self.sum / f64::from(self.numbers),
            Measure::Sum if self.numbers > 0 => self.sum,
            Measure::Sum => f64::NAN,
            _ => f64::from(self.rows),
        }
    }
}

/// Groups crossed by one or two columns.
struct Crossing<'c> {
    choice: &'c Choice,
    group: Side,
    split: Option<Side>,
    /// By place of the group.
    totals: Vec<Sum>,
    /// Place of the group, of the part, and what their rows come to.
    cells: Vec<(usize, usize, Sum)>,
    /// Every group in the order of its greatness, for the listing.
    all: Side,
    /// By place in `all`.
    all_totals: Vec<Sum>,
}

pub(super) fn plan(s: &mut Subject, choice: &Choice) -> Option<Plan> {
    let crossing = Crossing::new(s, choice)?;
    Some(Plan {
        headings: crossing.headings(s),
        notes: crossing.notes(s),
        listing: crossing.listing(s),
        targets: crossing.cells.iter().map(|cell| crossing.target(s, cell)).collect(),
        offers: super::refusal::offers(s, choice),
        spec: crossing.spec(s),
        ..Plan::default()
    })
}

fn totals(side: &Side, groups: &Groups) -> Vec<Sum> {
    let mut totals = vec![Sum::default(); side.codes.len()];
    for (at, &code) in groups.codes.first().into_iter().flatten().enumerate() {
        if let Some(place) = side.place(code) {
            totals[place].add(groups, at);
        }
    }
    totals
}

impl<'c> Crossing<'c> {
    fn new(s: &mut Subject, choice: &'c Choice) -> Option<Self> {
        let value = choice.value.as_deref();
        let key = choice.group.as_deref()?;
        let groups = measured(s.engine, &[key], choice.measure, value);
        let mut group = Side::of(s, key, groups.codes.first()?)?;
        let size = |totals: &[Sum]| -> Vec<f64> {
            totals.iter().map(|sum| sum.value(choice.measure)).collect()
        };
        let ranked = choice.mark != Mark::Matrix && !group.is_ordered(s);
        let mut all = Side::of(s, key, groups.codes.first()?)?;
        all.keep(&size(&totals(&all, &groups)), !group.is_ordered(s), LISTED);
        group.keep(&size(&totals(&group, &groups)), ranked, MOST_ROWS);
        let group_totals = totals(&group, &groups);
        let all_totals = totals(&all, &groups);
        // A group without a number has no mark, but its row says so.
        let drawn = |sum: &Sum| sum.rows > 0 && sum.value(choice.measure).is_finite();
        let Some(by) = choice.split.as_deref() else {
            let cells = group_totals.iter().enumerate().filter(|(_, sum)| drawn(sum));
            let cells = cells.map(|(at, &sum)| (at, 0, sum)).collect();
            let totals = group_totals;
            return Some(Self { choice, group, split: None, totals, cells, all, all_totals });
        };
        let parts = measured(s.engine, &[by], choice.measure, value);
        let mut split = Side::of(s, by, parts.codes.first()?)?;
        let most = if choice.facets { MOST_PANELS } else { MOST_PARTS };
        split.keep(&size(&totals(&split, &parts)), false, most);
        let crossed = measured(s.engine, &[key, by], choice.measure, value);
        let mut sums = vec![Sum::default(); group.codes.len() * split.codes.len()];
        for at in 0..crossed.len() {
            let place = group.place(crossed.codes[0][at]).zip(split.place(crossed.codes[1][at]));
            if let Some((a, b)) = place {
                sums[a * split.codes.len() + b].add(&crossed, at);
            }
        }
        let width = split.codes.len().max(1);
        let cells = sums.into_iter().enumerate().filter(|(_, sum)| drawn(sum));
        let cells = cells.map(|(at, sum)| (at / width, at % width, sum)).collect();
        Some(Self {
            choice,
            group,
            split: Some(split),
            totals: group_totals,
            cells,
            all,
            all_totals,
        })
    }

    fn spec(&self, s: &Subject) -> ChartSpec {
        let mark = match self.choice.mark {
            Mark::Dot => MarkKind::Dot,
            Mark::Matrix => MarkKind::Matrix,
            Mark::Treemap => MarkKind::Treemap,
            _ => MarkKind::Bar,
        };
        let is_mean = self.choice.measure == Measure::Mean;
        let mut spec = ChartSpec {
            prefix: PREFIX.to_owned(),
            mark,
            data: (0..).zip(&self.cells).map(|(id, cell)| self.datum(s, id, cell)).collect(),
            value: ValueAxis {
                log: s.options.log && mark != MarkKind::Treemap,
                zero: mark != MarkKind::Dot,
                whole: self.choice.measure == Measure::Count,
                ..ValueAxis::default()
            },
            stack: self.split.is_some() && mark == MarkKind::Bar && !is_mean && !self.choice.facets,
            ..ChartSpec::default()
        };
        let category = |(name, hue)| Category { name, hue, ..Category::default() };
        let categories = |side: &Side| -> Vec<Category> {
            let hues = side.codes.iter().map(|&code| side.hue(s, code));
            side.names(s).into_iter().zip(hues).map(category).collect()
        };
        let series = |side: &Side| -> Vec<Series> {
            let hues = side.codes.iter().map(|&code| side.hue(s, code));
            side.names(s).into_iter().zip(hues).map(|(name, hue)| Series { name, hue }).collect()
        };
        match &self.split {
            // A treemap names its areas by category and its groups of areas by series.
            Some(split) if mark == MarkKind::Treemap => {
                spec.categories = categories(split);
                spec.series = series(&self.group);
                for datum in &mut spec.data {
                    std::mem::swap(&mut datum.category, &mut datum.series);
                }
            }
            Some(split) => {
                spec.categories = categories(&self.group);
                if self.choice.facets {
                    spec.facets = split.names(s);
                } else {
                    spec.series = series(split);
                }
            }
            None => spec.categories = categories(&self.group),
        }
        spec
    }

    fn datum(&self, s: &Subject, id: u32, (group, part, sum): &(usize, usize, Sum)) -> Datum {
        let code = self.group.codes[*group];
        let split = self.split.as_ref().map(|split| (split, split.codes[*part]));
        let label = self.text(s, sum);
        let mut names = vec![self.group.name(s, code)];
        names.extend(split.map(|(split, code)| split.name(s, code)));
        let name = names.join(m::COMMA.get(s.lang));
        let tip = match self.choice.measure {
            Measure::Count => m::ROWS_IN.count(s.lang, sum.rows as usize, &[("name", &name)]),
            _ => m::VALUE_OF_ROWS.count(
                s.lang,
                sum.numbers as usize,
                &[("name", &name), ("value", &label)],
            ),
        };
        let hue = self.group.hue(s, code).or_else(|| split.and_then(|(split, c)| split.hue(s, c)));
        let fill =
            self.group.fill(s, code).or_else(|| split.and_then(|(split, c)| split.fill(s, c)));
        let (series, facet) = if self.choice.facets { (0, *part) } else { (*part, 0) };
        Datum {
            id,
            category: u32::try_from(*group).unwrap_or(u32::MAX),
            series: u32::try_from(series).unwrap_or(u32::MAX),
            facet: u32::try_from(facet).unwrap_or(u32::MAX),
            extent: Extent::exact(sum.value(self.choice.measure)),
            fill: fill.unwrap_or(Fill::Solid),
            hue: hue.unwrap_or(NEUTRAL),
            tip,
            label,
            ..Datum::default()
        }
    }

    fn text(&self, s: &Subject, sum: &Sum) -> String {
        let value = sum.value(self.choice.measure);
        match self.choice.measure {
            Measure::Count => crate::i18n::grouped(&sum.rows.to_string()),
            _ if value.is_finite() => short(value, s.lang),
            _ => m::NO_FIGURE.get(s.lang).to_owned(),
        }
    }

    /// Whether each mark is one number, so that no mean need be spoken of.
    fn is_single(&self) -> bool {
        self.cells.iter().all(|(_, _, sum)| sum.numbers <= 1)
            && self.all_totals.iter().all(|sum| self.split.is_some() || sum.numbers <= 1)
    }

    /// Opening a mark makes its rows the selection.
    fn target(&self, s: &Subject, (group, part, _): &(usize, usize, Sum)) -> Option<Action> {
        let mut clauses = vec![self.group.clause(s, self.group.codes[*group])?];
        if let Some(split) = &self.split {
            clauses.push(split.clause(s, split.codes[*part])?);
        }
        Some(Action::Narrow(clauses))
    }

    fn headings(&self, s: &mut Subject) -> Headings {
        let mut by = super::lines::within(s, &self.group.key);
        if let Some(split) = &self.split {
            by = [by, super::lines::within(s, &split.key)].join(w::AND.get(s.lang));
        }
        let value = self.choice.value.as_deref().map(|key| s.name(key)).unwrap_or_default();
        let values =
            [("value", value.as_str()), ("series", value.as_str()), ("group", by.as_str())];
        let title = match self.choice.measure {
            Measure::Mean if self.is_single() => m::TITLE_BY,
            Measure::Mean => m::TITLE_MEAN,
            Measure::Sum => m::TITLE_SUM,
            _ => m::TITLE_ROWS,
        };
        let unit = match (self.choice.measure, self.choice.value.as_deref()) {
            (Measure::Mean | Measure::Sum, Some(key)) => s.unit(key),
            _ => Some(m::UNIT_ROWS.get(s.lang).to_owned()),
        };
        super::lines::headings(s, title.fill(s.lang, &values), unit, None)
    }

    fn notes(&self, s: &Subject) -> Vec<String> {
        let mut notes = Vec::new();
        if self.group.left_out > 0 {
            notes.push(m::TOO_MANY.count(s.lang, self.group.codes.len(), &[]));
        }
        if let Some(split) = self.split.as_ref().filter(|split| split.left_out > 0) {
            let column = super::lines::within(s, &split.key);
            notes.push(m::TOO_MANY_PARTS.count(s.lang, split.codes.len(), &[("split", &column)]));
        }
        match self.choice.measure {
            Measure::Sum => notes.push(m::SUM_ASKED.get(s.lang).to_owned()),
            Measure::Mean if !self.is_single() => {
                notes.push(m::MEAN_OF_ROWS.get(s.lang).to_owned());
            }
            _ => {}
        }
        notes
    }

    /// Rows by groups, a column a part and the whole at the end; the greatest groups that had no room in the chart too.
    fn listing(&self, s: &Subject) -> Listing {
        let mut header = vec![s.name(&self.group.key)];
        let parts = self.split.as_ref().map(|split| split.names(s)).unwrap_or_default();
        let width = parts.len();
        header.extend(parts);
        header.push(match self.choice.measure {
            Measure::Mean if self.split.is_none() && self.is_single() => {
                self.choice.value.as_deref().map(|key| s.name(key)).unwrap_or_default()
            }
            Measure::Mean => m::MEASURE_MEAN.get(s.lang).to_owned(),
            Measure::Sum => m::MEASURE_SUM.get(s.lang).to_owned(),
            _ => m::MEASURE_ROWS.get(s.lang).to_owned(),
        });
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (at, &code) in self.group.codes.iter().enumerate() {
            let mut cells = vec![String::new(); width];
            for (_, part, sum) in self.cells.iter().filter(|(group, _, _)| *group == at) {
                if let Some(cell) = cells.get_mut(*part) {
                    *cell = self.text(s, sum);
                }
            }
            let mut row = vec![self.group.name(s, code)];
            row.extend(cells);
            row.push(self.text(s, &self.totals[at]));
            rows.push(row);
        }
        let others = self.all.codes.iter().zip(&self.all_totals);
        for (&code, sum) in others.filter(|(code, _)| !self.group.codes.contains(code)) {
            let mut row = vec![self.all.name(s, code)];
            row.extend(vec![String::new(); width]);
            row.push(self.text(s, sum));
            rows.push(row);
        }
        Listing { header, rows }
    }
}
