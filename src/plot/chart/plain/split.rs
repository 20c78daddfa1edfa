//! One measure that a table splits over its columns, the whole beside its parts: 合计, 男, 女. Each row is a bar of parts, and
//! the whole stands beside its name; it is never a part among others.

use super::telling::Telling;
use crate::chart::{Category, ChartSpec, Datum, MarkKind, Series, ValueAxis};
use crate::column::{Column, Data, Figures, Role, Table};
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::choice::GROUP_BY;
use crate::plot::chart::meant::Meant;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::totals;
use crate::plot::chart::{Headings, Listing, MOST_ROWS, PREFIX, Plan, open};
use crate::plot::measure::own_unit;
use crate::state::Action;
use crate::words::{FigureText, entry_name, listed, told_of};

/// Rows beyond which numbers are not looked at one by one.
const LOOKED_AT: usize = 2_000;
/// Columns that are tried, and parts that are told apart.
const MEASURES: usize = 40;
const MOST_PARTS: usize = 8;
/// Rows that must add up, since two numbers do by chance.
const FEWEST: usize = 2;
/// Wholes that are told one by one.
const TOLD: usize = 4;
/// Decimals that are told.
const DECIMALS: i32 = 4;

/// A whole and its parts, as keys of columns; without a column of its own the whole is a hundred.
pub(in crate::plot::chart) struct Split {
    whole: Option<String>,
    parts: Vec<String>,
}

/// What shares come to, and what rounding may make of it.
const HUNDRED: f64 = 100.0;
const ROUNDED: f64 = 1.0;

/// The whole and its parts among the measures of a table: in every row selected the numbers of columns that stand together
/// come to that of the column before or behind them.
pub(in crate::plot::chart) fn split(s: &mut Subject) -> Option<Split> {
    if s.distinct_of(Role::Time) > 1
        || s.distinct_of(Role::Kind) > 1
        || s.distinct_of(Role::Grain) > 1
        || s.engine.matching() > LOOKED_AT
    {
        return None;
    }
    let table = s.table.clone();
    let rows: Vec<usize> = s.engine.rows().iter().collect();
    let own: Vec<(&Column, &Figures)> =
        table.measures().filter(|(column, _)| column.role == Role::Measure).collect();
    if !(2..=MEASURES).contains(&own.len()) {
        return None;
    }
    let found = (0..own.len()).find_map(|whole| {
        let behind = (whole + 2..own.len().min(whole + 1 + MOST_PARTS)).rev();
        let behind = behind.map(|last| whole + 1..last + 1);
        let before =
            (whole.saturating_sub(MOST_PARTS)..whole.saturating_sub(1)).map(|first| first..whole);
        let mut runs = behind.chain(before);
        let run = runs.find(|run| {
            let parts = &own[run.clone()];
            let alike = |(column, _): &(&Column, &Figures)| {
                own_unit(column, s.lang) == own_unit(own[whole].0, s.lang)
            };
            parts.iter().all(alike) && adds_up(own[whole].1, parts, &rows)
        })?;
        Some((whole, run))
    });
    let keys = |run: std::ops::Range<usize>| {
        own[run].iter().map(|(column, _)| column.key.clone()).collect::<Vec<String>>()
    };
    if let Some((whole, run)) = found {
        return Some(Split { whole: Some(own[whole].0.key.clone()), parts: keys(run) });
    }
    hundred(&own, &rows, s).map(|run| Split { whole: None, parts: keys(run) })
}

/// Columns that stand together and come to a hundred in every row, the most of them that do.
fn hundred(
    own: &[(&Column, &Figures)],
    rows: &[usize],
    s: &Subject,
) -> Option<std::ops::Range<usize>> {
    let is_whole = |run: &std::ops::Range<usize>| {
        let parts = &own[run.clone()];
        let unit = |(column, _): &(&Column, &Figures)| own_unit(column, s.lang);
        let comes = |&row: &usize| {
            let numbers: Option<Vec<f64>> = parts.iter().map(|(_, part)| part.float(row)).collect();
            numbers.is_some_and(|numbers| {
                (numbers.iter().sum::<f64>() - HUNDRED).abs() <= ROUNDED
                    && numbers.iter().all(|number| (0.0..=HUNDRED).contains(number))
            })
        };
        rows.len() >= FEWEST
            && parts.iter().all(|part| unit(part) == unit(&parts[0]))
            && rows.iter().all(comes)
    };
    let starts = 0..own.len().saturating_sub(1);
    let runs = starts.flat_map(|first| {
        (first + 2..=own.len().min(first + MOST_PARTS)).rev().map(move |end| first..end)
    });
    runs.into_iter().find(is_whole)
}

/// Whether parts come to the whole in all rows that have them all: in two at least, and in most that say anything.
fn adds_up(whole: &Figures, parts: &[(&Column, &Figures)], rows: &[usize]) -> bool {
    let (mut said, mut held) = (0_usize, 0_usize);
    for &row in rows {
        let Some(all) = whole.float(row).filter(|_| adds(whole, row)) else { continue };
        // What was before and by how much it has changed are no parts.
        if parts.iter().any(|(_, part)| !adds(part, row)) {
            return false;
        }
        said += 1;
        let numbers: Option<Vec<f64>> = parts.iter().map(|(_, part)| part.float(row)).collect();
        let Some(numbers) = numbers else { continue };
        let is_sum = (numbers.iter().sum::<f64>() - all).abs() <= rounding(&numbers, all);
        if !is_sum || numbers.iter().any(|number| *number < 0.0) {
            return false;
        }
        // A whole in one part alone says nothing of the others.
        held += usize::from(numbers.iter().filter(|number| **number > 0.0).count() > 1);
    }
    held >= FEWEST && held * 2 > said
}

/// Whether the number of a row is one that may be added up, which those of rates are not.
fn adds(figures: &Figures, row: usize) -> bool {
    figures.additive.as_ref().is_none_or(|additive| additive.contains(row))
}

/// How far a sum of rounded numbers may be from the rounded sum; whole numbers are counted.
fn rounding(numbers: &[f64], all: f64) -> f64 {
    let fits = |decimals: i32| {
        let of = |number: f64| number * 10_f64.powi(decimals);
        numbers.iter().chain([&all]).all(|&number| (of(number) - of(number).round()).abs() < 1e-6)
    };
    let decimals = (0..DECIMALS).find(|&decimals| fits(decimals)).unwrap_or(DECIMALS);
    if decimals == 0 {
        return 1e-6;
    }
    let several = f64::from(u32::try_from(numbers.len()).unwrap_or(u32::MAX)) + 1.0;
    several / 2.0 * 10_f64.powi(-decimals)
}

/// A bar of parts for each row, the greatest whole first; `None` where no measure is split, or where nothing names the rows.
pub(crate) fn chart(s: &mut Subject) -> Option<Plan> {
    let split = split(s)?;
    let named = named(s)?;
    let table = s.table.clone();
    let bars = Bars::of(&table, &split, &named, s).filter(|bars| bars.rows.len() >= FEWEST)?;
    let (data, targets) = bars.data(s);
    let mut notes = without(s, &named);
    if bars.rows.len() > bars.shown() {
        notes.push(m::TOO_MANY.count(s.lang, bars.shown(), &[]));
    }
    Some(Plan {
        headings: headings(s, &named.key, &split),
        notes,
        listing: bars.listing(s, &named.key),
        targets,
        spec: bars.spec(data),
        ..Plan::default()
    })
}

/// The greatest wholes with their parts, or the greatest share of the first rows, one by one; none where no measure is split.
pub(crate) fn tellings(s: &mut Subject) -> Vec<Telling> {
    let Some((split, named)) = split(s).and_then(|split| Some((split, named(s)?))) else {
        return Vec::new();
    };
    let table = s.table.clone();
    let Some(bars) = Bars::of(&table, &split, &named, s) else { return Vec::new() };
    let number = |key: &str, at: usize| match table.column(key).map(|own| &own.data) {
        Some(Data::Measure(figures)) => figures.float(bars.rows[at]).unwrap_or(f64::NEG_INFINITY),
        _ => f64::NEG_INFINITY,
    };
    let mut order: Vec<usize> = (0..bars.rows.len()).collect();
    if let Some(whole) = &split.whole {
        order.sort_by(|a, b| number(whole, *b).total_cmp(&number(whole, *a)));
    }
    let unit = |key: &str| s.unit(key).unwrap_or_default();
    let telling = |at: usize| {
        if let Some(whole) = &split.whole {
            let part = |(name, column): (&String, &&Column)| {
                [name.as_str(), &text(&table, &column.key, bars.rows[at], s)].join(" ")
            };
            let parts = bars.names.iter().zip(&bars.parts).map(part);
            return Some(Telling {
                name: bars.labels[at].clone(),
                figure: FigureText::of(bars.wholes[at].clone()).in_unit(unit(whole)),
                beside: listed(parts, w::SEPARATOR, s.lang),
            });
        }
        let by_share =
            |a: &&&Column, b: &&&Column| number(&a.key, at).total_cmp(&number(&b.key, at));
        let part = bars.parts.iter().max_by(by_share)?;
        let figure = text(&table, &part.key, bars.rows[at], s);
        Some(Telling {
            name: s.titled(&part.key),
            figure: FigureText::of(figure).in_unit(unit(&part.key)),
            beside: bars.labels[at].clone(),
        })
    };
    order.into_iter().take(TOLD).filter_map(telling).collect()
}

/// The rows in their order, with the parts of each.
struct Bars<'t> {
    table: &'t Table,
    /// The name of the whole, where it has a column, and the columns of the parts with their names.
    whole: Option<String>,
    parts: Vec<&'t Column>,
    names: Vec<String>,
    rows: Vec<usize>,
    /// By row, its name and its whole in words.
    labels: Vec<String>,
    wholes: Vec<String>,
}

impl<'t> Bars<'t> {
    fn of(table: &'t Table, split: &Split, named: &Named, s: &Subject) -> Option<Self> {
        let figures = match &split.whole {
            Some(whole) => {
                let Data::Measure(figures) = &table.column(whole)?.data else { return None };
                Some(figures)
            }
            None => None,
        };
        let figure = |row: usize| match figures {
            Some(figures) => figures.float(row).filter(|_| adds(figures, row)),
            None => Some(HUNDRED),
        };
        let whole = |row: usize| {
            split.whole.as_ref().map(|whole| text(table, whole, row, s)).unwrap_or_default()
        };
        let known = |&(row, code): &(usize, u32)| Some((row, code, figure(row)?));
        let mut rows: Vec<(usize, u32, f64)> = named.rows.iter().filter_map(known).collect();
        // Wholes that are all a hundred say nothing of an order.
        if named.is_ordered {
            rows.sort_by_key(|row| row.1);
        } else if figures.is_some() {
            rows.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
        }
        let parts: Vec<&Column> = split.parts.iter().filter_map(|key| table.column(key)).collect();
        Some(Self {
            table,
            whole: split.whole.as_ref().map(|whole| s.name(whole)),
            names: parts.iter().map(|part| s.name(&part.key)).collect(),
            parts,
            labels: rows.iter().map(|&(_, code, _)| label(table, &named.key, code, s)).collect(),
            wholes: rows.iter().map(|&(row, ..)| whole(row)).collect(),
            rows: rows.into_iter().map(|(row, ..)| row).collect(),
        })
    }

    fn shown(&self) -> usize {
        self.rows.len().min(MOST_ROWS)
    }

    /// The parts of the rows that have room, and what opening each does.
    fn data(&self, s: &Subject) -> (Vec<Datum>, Vec<Option<Action>>) {
        let places = (0..self.shown()).flat_map(|at| (0..self.parts.len()).map(move |of| (at, of)));
        let drawn = places.filter_map(|(at, of)| Some((at, self.datum(at, of, s)?)));
        let numbered = (0..).zip(drawn);
        numbered
            .map(|(id, (at, datum))| (Datum { id, ..datum }, open(self.table, self.rows[at])))
            .unzip()
    }

    fn datum(&self, at: usize, of: usize, s: &Subject) -> Option<Datum> {
        let (row, part) = (self.rows[at], self.parts[of]);
        let Data::Measure(figures) = &part.data else { return None };
        let value = figures.float(row)?;
        let meant = Meant::of_row(self.table, &part.key, row);
        let (extent, label) = Meant::told(meant.as_ref(), value, s.lang);
        let flags = meant.as_ref().map_or("", |meant| meant.flags(s.lang));
        let name = [self.labels[at].as_str(), &self.names[of]].join(w::SEPARATOR.get(s.lang));
        let told = [label.as_str(), flags].into_iter().filter(|text| !text.is_empty());
        Some(Datum {
            category: u32::try_from(at).ok()?,
            series: u32::try_from(of).ok()?,
            extent,
            hue: hue(of),
            tip: told_of(&name, told, s.lang),
            label,
            ..Datum::default()
        })
    }

    fn spec(&self, data: Vec<Datum>) -> ChartSpec {
        let category = |(name, whole): (&String, &String)| Category {
            name: name.clone(),
            note: self
                .whole
                .as_ref()
                .map(|own| [own, whole.as_str()].join(" "))
                .unwrap_or_default(),
            hue: None,
        };
        let series =
            |(at, name): (usize, &String)| Series { name: name.clone(), hue: Some(hue(at)) };
        let rows = self.labels.iter().zip(&self.wholes);
        ChartSpec {
            prefix: PREFIX.to_owned(),
            mark: MarkKind::Bar,
            stack: true,
            categories: rows.take(self.shown()).map(category).collect(),
            series: self.names.iter().enumerate().map(series).collect(),
            data,
            value: ValueAxis {
                zero: true,
                domain: self.whole.is_none().then_some((0.0, HUNDRED)),
                ..ValueAxis::default()
            },
            ..ChartSpec::default()
        }
    }

    fn listing(&self, s: &Subject, key: &str) -> Listing {
        let header = std::iter::once(s.name(key))
            .chain(self.names.iter().cloned())
            .chain(self.whole.clone())
            .collect();
        let line = |(at, &row): (usize, &usize)| {
            let own = self.parts.iter().map(|part| text(self.table, &part.key, row, s));
            std::iter::once(self.labels[at].clone())
                .chain(own)
                .chain(self.whole.as_ref().map(|_| self.wholes[at].clone()))
                .collect()
        };
        Listing { header, rows: self.rows.iter().enumerate().map(line).collect() }
    }
}

/// What names the rows: the column, each row with its value, the totals among these, which are not ranked, and whether the
/// values have an order of their own.
struct Named {
    key: String,
    rows: Vec<(usize, u32)>,
    totals: Vec<u32>,
    is_ordered: bool,
}

/// The column that names every row, each by another value; rows of totals are none of those that are ranked.
fn named(s: &mut Subject) -> Option<Named> {
    let roles = [Role::Area, Role::Series].into_iter().chain(GROUP_BY);
    let keys: Vec<String> = roles.filter_map(|role| s.key(role)).collect();
    let table = s.table.clone();
    let rows: Vec<usize> = s.engine.rows().iter().collect();
    keys.into_iter().find_map(|key| {
        let category = table.category(&key)?;
        let mut coded: Vec<(usize, u32)> =
            rows.iter().map(|&row| Some((row, category.code(row)?))).collect::<Option<_>>()?;
        let mut codes: Vec<u32> = coded.iter().map(|&(_, code)| code).collect();
        codes.sort_unstable();
        codes.dedup();
        if codes.len() < coded.len() {
            return None;
        }
        let totals: Vec<u32> =
            codes.into_iter().filter(|&code| s.engine.is_total(&key, code)).collect();
        coded.retain(|(_, code)| !totals.contains(code));
        Some(Named { is_ordered: category.dictionary.is_ordered(), key, rows: coded, totals })
    })
}

/// The totals that are not among the bars.
fn without(s: &Subject, named: &Named) -> Vec<String> {
    if named.totals.is_empty() {
        return Vec::new();
    }
    let is_part = |code: &u32| s.engine.is_part(&named.key, *code);
    let (parts, totals): (Vec<u32>, Vec<u32>) = named.totals.iter().copied().partition(is_part);
    let told = [(m::WITHOUT_TOTALS, totals), (m::WITHOUT_PARTS, parts)];
    let told = told.into_iter().filter(|(_, codes)| !codes.is_empty()).map(|(message, codes)| {
        message.fill(s.lang, &[("list", &totals::named(&s.table, &named.key, &codes, s.lang))])
    });
    told.collect()
}

fn label(table: &Table, key: &str, code: u32, s: &Subject) -> String {
    let entry = table.category(key).and_then(|category| category.dictionary.get(code));
    entry.map(|entry| entry_name(key, entry, s.lang)).unwrap_or_default()
}

/// A figure of a row in words; empty where there is none.
fn text(table: &Table, key: &str, row: usize, s: &Subject) -> String {
    let Some(Data::Measure(figures)) = table.column(key).map(|column| &column.data) else {
        return String::new();
    };
    let told = |value| Meant::told(Meant::of_row(table, key, row).as_ref(), value, s.lang).1;
    figures.float(row).map(told).unwrap_or_default()
}

/// The hue of a part: its turn.
fn hue(at: usize) -> u8 {
    u8::try_from(at % MOST_PARTS).unwrap_or_default()
}

fn headings(s: &mut Subject, group: &str, split: &Split) -> Headings {
    let parts: Vec<String> = split.parts.iter().map(|key| s.titled(key)).collect();
    let (list, by) = (listed(&parts, w::COMMA, s.lang), s.within(group));
    let title = match &split.whole {
        Some(whole) => {
            let value = s.titled(whole);
            m::TITLE_SPLIT.fill(s.lang, &[("group", &by), ("value", &value), ("list", &list)])
        }
        None => m::TITLE_BY.fill(s.lang, &[("group", &by), ("value", &list)]),
    };
    let unit = split.whole.as_ref().or(split.parts.first()).and_then(|key| s.unit(key));
    super::headings(s, title, unit, None)
}
