//! Groups of rows a mark: how many there are, the mean of their numbers or what these add up to.

use super::amount::{Amount, Cell};
use super::choice::Choice;
use super::choose::stacks;
use super::crossing::Crossing;
use super::side::{Side, tells_parts, total_tag};
use super::subject::Subject;
use super::{Headings, Listing, PREFIX, Plan};
use crate::chart::palette::NEUTRAL;
use crate::chart::{Category, ChartSpec, Datum, Fill, MarkKind, Series};
use crate::column::Role;
use crate::i18n::catalog::{chart as m, finding as found, words as w};
use crate::i18n::with_unit;
use crate::state::{Action, Mark, Measure};
use crate::words::{in_brackets, listed, listed_of, told_of};

/// What shares of a whole come to.
const HUNDRED: f64 = 100.0;
/// Groups without a number that are named.
const NAMED: usize = 5;

/// Counts, sums and means. `None` where the table has no column to group by.
pub(super) fn plan(s: &mut Subject, choice: &Choice) -> Option<Plan> {
    let (table, reading) = (s.table.clone(), s.reading);
    let crossing = Crossing::new(s, &table, choice)?;
    Some(Plan {
        headings: crossing.headings(s),
        notes: crossing.notes(s),
        listing: crossing.listing(s),
        targets: crossing.cells.iter().map(|cell| crossing.target(s, cell)).collect(),
        offers: reading.offers(s, choice),
        is_apart: reading.is_apart(choice),
        is_count: choice.measure == Measure::Count,
        is_mean: choice.measure == Measure::Mean && !crossing.is_single(),
        topic: None,
        finding: String::new(),
        spec: crossing.spec(s),
    })
}

impl Crossing<'_> {
    /// The sides, each with where a cell stands on it.
    fn sides(&self, cell: &Cell) -> impl Iterator<Item = (&Side<'_>, u32)> {
        let sides = [Some((&self.group, cell.group)), self.split.as_ref().zip(Some(cell.split))];
        let code = |(side, at): (_, u32)| {
            let side: &Side = side;
            Some((side, *side.codes.get(at as usize)?))
        };
        sides.into_iter().flatten().filter_map(code)
    }

    fn spec(&self, s: &Subject) -> ChartSpec {
        let Choice { mark, measure, facets, .. } = *self.choice;
        let mark = match mark {
            Mark::Dot => MarkKind::Dot,
            Mark::Matrix => MarkKind::Matrix,
            Mark::Treemap => MarkKind::Treemap,
            _ => MarkKind::Bar,
        };
        let split = self.split.as_ref();
        let mut spec = ChartSpec {
            prefix: PREFIX.to_owned(),
            mark,
            data: (0..).zip(&self.cells).map(|(id, cell)| self.datum(s, id, cell)).collect(),
            value: self.choice.axis(measure == Measure::Count),
            stages: self.stages(s),
            stack: mark == MarkKind::Bar
                && !facets
                && split
                    .is_some_and(|by| self.choice.is_whole || stacks(s, measure, &by.column.key)),
            ..ChartSpec::default()
        };
        match split {
            // A treemap names its areas by category and its groups of areas by series.
            Some(split) if mark == MarkKind::Treemap => {
                spec.categories = categories(s, split);
                spec.series = series(s, &self.group, false);
                for datum in &mut spec.data {
                    std::mem::swap(&mut datum.category, &mut datum.series);
                }
            }
            Some(split) => {
                spec.categories = categories(s, &self.group);
                if facets {
                    spec.facets = split.codes.iter().map(|&code| s.told(split, code)).collect();
                } else {
                    spec.series = series(s, split, mark != MarkKind::Matrix);
                    if self.choice.is_whole {
                        spec.value.domain = Some((0.0, HUNDRED));
                        give_hues(&mut spec);
                    }
                }
            }
            None => spec.categories = categories(s, &self.group),
        }
        spec
    }

    /// Fills with the names of their stages, for the legend.
    fn stages(&self, s: &Subject) -> Vec<(Fill, String)> {
        let sides = [Some(&self.group), self.split.as_ref()];
        let by = sides.into_iter().flatten().find(|by| by.column.role == Role::Stage);
        let Some(by) = by.filter(|by| tells_parts(by.column)) else { return Vec::new() };
        let stage = |&code: &u32| Some((by.fill(code)?, by.name(code, s.lang)));
        by.codes.iter().filter_map(stage).collect()
    }

    fn datum(&self, s: &Subject, id: u32, cell: &Cell) -> Datum {
        let (extent, label) = s.reading.value(&self.gauge, &cell.amount, s.lang);
        let names: Vec<String> =
            self.sides(cell).map(|(side, code)| side.name(code, s.lang)).collect();
        let name = names.join(w::SEPARATOR.get(s.lang));
        let (terms, amount) = (s.reading.terms(), &cell.amount);
        let tip = match self.gauge.measure {
            Measure::Count => {
                terms.count_in.count(s.lang, amount.rows as usize, &[("name", &name)])
            }
            _ => {
                // What is in brackets behind the value already is told with it: 10.6亿元（有疑点，1项数据）.
                let counted = terms.value_of.count(s.lang, amount.numbers as usize, &[]);
                told_of(&name, [in_brackets(&label, &counted, s.lang)], s.lang)
            }
        };
        let flags = amount.meant.as_ref().map_or("", |meant| meant.flags(s.lang));
        let tip = listed([tip.as_str(), flags], w::SEPARATOR, s.lang);
        let by_side = || self.sides(cell).find_map(|(side, code)| side.hue(code));
        let hue = s.reading.hue(amount).or_else(by_side).unwrap_or(NEUTRAL);
        let fill = self.sides(cell).find_map(|(side, code)| side.fill(code));
        let (series, facet) = if self.choice.facets { (0, cell.split) } else { (cell.split, 0) };
        Datum {
            id,
            category: cell.group,
            series,
            facet,
            extent,
            fill: fill.unwrap_or(Fill::Solid),
            hue,
            tip,
            label,
            ..Datum::default()
        }
    }

    /// Opening a single figure shows it, opening a group makes its rows the selection.
    fn target(&self, s: &Subject, cell: &Cell) -> Option<Action> {
        let narrow = || {
            let clauses: Option<Vec<_>> =
                self.sides(cell).map(|(side, code)| side.clause(code)).collect();
            clauses.map(Action::Narrow)
        };
        s.reading.open(&cell.amount).or_else(narrow)
    }

    fn headings(&self, s: &mut Subject) -> Headings {
        let mut by = s.within(&self.group.column.key);
        if let Some(split) = &self.split {
            by = [by, s.within(&split.column.key)].join(w::AND.get(s.lang));
        }
        let reading = s.reading;
        let what = reading.titled(s, self.choice);
        let area = s.table.by_role(Role::Area).map(|column| column.key.clone());
        let is_of_one = area.is_some_and(|key| reading.present(s.engine, &key).len() == 1);
        let title = match self.gauge.measure {
            Measure::Mean if self.is_single() => m::TITLE_BY,
            Measure::Mean => m::TITLE_MEAN,
            Measure::Sum => m::TITLE_SUM,
            _ if is_of_one => reading.terms().title_of_one,
            _ => reading.terms().title,
        };
        let values = [("value", what.as_str()), ("series", &what), ("group", &by)];
        reading.headings(s, self.choice, &self.gauge, title.fill(s.lang, &values))
    }

    fn notes(&self, s: &Subject) -> Vec<String> {
        let mut notes = Vec::new();
        if self.group.left_out > 0 {
            notes.push(m::TOO_MANY.count(s.lang, self.group.codes.len(), &[]));
        }
        if let Some(split) = self.split.as_ref().filter(|split| split.left_out > 0) {
            let column = s.within(&split.column.key);
            notes.push(m::TOO_MANY_PARTS.count(s.lang, split.codes.len(), &[("split", &column)]));
        }
        notes.extend(self.told_apart(s));
        notes.extend(self.without_numbers(s));
        if self.choice.measure == Measure::Mean && !self.is_single() {
            notes.push(s.says(m::MEAN_OF_ROWS));
        }
        notes.extend(s.reading.notes(s, self.choice, &self.cells));
        notes
    }

    /// The totals that are not drawn, each with what it comes to.
    fn told_apart(&self, s: &Subject) -> Option<String> {
        let unit = self.choice.value.as_deref().and_then(|key| s.unit(key));
        let told = |code: &u32| {
            let (name, amount) = (self.group.name(*code, s.lang), self.whole.totals.get(code)?);
            let number = s.reading.value(&self.gauge, amount, s.lang).1;
            let value = unit.as_deref().map_or_else(|| number.clone(), |u| with_unit(&number, u));
            Some(m::NAME_VALUE.fill(s.lang, &[("name", &name), ("value", &value)]))
        };
        let some: Vec<String> = self.apart.iter().filter_map(told).take(NAMED).collect();
        let list = listed_of(&some, self.apart.len(), s.lang);
        (!self.apart.is_empty()).then(|| m::TOTALS_APART.fill(s.lang, &[("list", &list)]))
    }

    /// The groups that have rows and no number among them.
    fn without_numbers(&self, s: &Subject) -> Option<String> {
        if !matches!(self.choice.measure, Measure::Mean | Measure::Sum) {
            return None;
        }
        let is_without = |code: &&u32| self.whole.totals.get(code).is_some_and(|a| a.numbers == 0);
        let codes: Vec<u32> = self.whole.group.codes.iter().filter(is_without).copied().collect();
        let names: Vec<String> =
            codes.iter().take(NAMED).map(|&code| self.group.name(code, s.lang)).collect();
        let list = listed_of(&names, codes.len(), s.lang);
        let told = found::MISSING_WHOLLY.fill(s.lang, &[("list", &list)]);
        (!codes.is_empty()).then(|| m::SENTENCE_END.fill(s.lang, &[("a", &told)]))
    }

    /// Rows by groups, a column a part and the whole at the end; groups and parts that had no room in the chart too.
    fn listing(&self, s: &Subject) -> Listing {
        let nothing = Amount::default();
        let text = |amount: Option<&Amount>| {
            s.reading.value(&self.gauge, amount.unwrap_or(&nothing), s.lang).1
        };
        let mut header = vec![s.name(&self.group.column.key)];
        let parts = self.split.as_ref().zip(self.whole.split.as_ref());
        let parts: Vec<u32> = parts.map(|(a, b)| in_order(a, b).collect()).unwrap_or_default();
        let name = |&part: &u32| self.split.as_ref().map(|by| by.name(part, s.lang));
        header.extend(parts.iter().filter_map(name));
        header.push(match self.gauge.measure {
            Measure::Mean if self.split.is_none() && self.is_single() => {
                s.reading.what(s, self.choice)
            }
            measure => s.says(s.reading.terms().measure(measure)),
        });
        let row = |code: u32| {
            let mut row = vec![self.group.name(code, s.lang)];
            row.extend(parts.iter().map(|&part| text(self.whole.cells.get(&(code, part)))));
            row.push(text(self.whole.totals.get(&code)));
            row
        };
        Listing { header, rows: in_order(&self.group, &self.whole.group).map(row).collect() }
    }
}

/// The groups as they are drawn, then those that had no room.
fn in_order<'s>(drawn: &'s Side, whole: &'s Side) -> impl Iterator<Item = u32> + use<'s> {
    let others = whole.codes.iter().filter(|code| !drawn.codes.contains(code));
    drawn.codes.iter().chain(others).copied()
}

fn categories(s: &Subject, side: &Side) -> Vec<Category> {
    let category = |&code: &u32| Category {
        name: side.name(code, s.lang),
        // Among its parts a total is told by more than its length.
        note: total_tag(s.engine, &side.column.key, code)
            .map(|tag| s.says(tag))
            .unwrap_or_default(),
        hue: side.hue(code),
    };
    side.codes.iter().map(category).collect()
}

/// Parts of a whole are told apart by hues, those without one of their own by their turn.
fn give_hues(spec: &mut ChartSpec) {
    for (turn, series) in (0..NEUTRAL).cycle().zip(&mut spec.series) {
        series.hue = series.hue.or(Some(turn));
    }
}

/// Series by name and hue; stages are `silent` where fills and their legend name them.
fn series(s: &Subject, side: &Side, silent: bool) -> Vec<Series> {
    let silent = silent && side.column.role == Role::Stage && tells_parts(side.column);
    let name = |code| if silent { String::new() } else { s.told(side, code) };
    side.codes.iter().map(|&code| Series { name: name(code), hue: side.hue(code) }).collect()
}
