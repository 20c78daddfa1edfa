//! The filter rail: which filters there are, and histograms of time and of measures.

use serde::{Deserialize, Serialize};

use super::facet::Outline;
use super::measure;
use super::tally::distinct;
use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Data, Periods, Role, Table};
use crate::query::{BinScale, Clause, Engine};
use crate::words::{clause_text, column_name};

/// A filter of the rail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RailPart {
    /// Key of its column.
    pub column: String,
    /// Name of its column.
    pub name: String,
    /// What it looks like.
    pub kind: RailKind,
    /// Whether it stands folded away after the others.
    pub folded: bool,
    /// Of areas, the ids of those that the page can be about.
    pub places: Vec<String>,
}

/// What a filter looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RailKind {
    /// A histogram of years with two handles.
    Time,
    /// A list of values.
    Facet,
    /// A histogram of numbers with two handles.
    Range,
}

/// A histogram of a measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RangePlan {
    /// Key of the measure.
    pub column: String,
    /// Its name.
    pub name: String,
    /// Whether bins are equally wide in the logarithm.
    pub log: bool,
    /// Ends of the bins, ascending, one more than there are bins.
    pub edges: Vec<f64>,
    /// Rows by bin under all other filters.
    pub selected: Vec<u32>,
    /// The numbers filtered by; an open end is `None`.
    pub chosen: (Option<f64>, Option<f64>),
    /// What is filtered by, in words; empty for nothing.
    pub words: String,
}

/// What readers choose published figures by: where, what of life, when, and how far. The rest is folded away.
const FOREMOST: [&str; 4] = ["place", "topic", "time", "stage"];

/// Filters of a file that stand in the open: each asks for its counts whenever another is changed.
const MOST_OPEN: usize = 12;

/// The filters of a table: time first, then categories, then measures, each in the table's order; of published figures
/// what readers choose by comes first and the rest is folded away, of a file what comes after the first dozen. Series and kinds of published figures are searched or
/// chosen elsewhere; their one measure holds unlike units and is no filter.
#[must_use]
pub fn plan(table: &Table, published: bool, lang: Lang) -> Vec<RailPart> {
    let kind = |column: &crate::column::Column| match (&column.data, column.role) {
        (_, Role::Text) => None,
        (_, Role::Series) if published => None,
        (Data::Time(_), role) => (role == Role::Time).then_some(RailKind::Time),
        (Data::Category(_), _) => Some(RailKind::Facet),
        (Data::Measure(_), _) => (!published).then_some(RailKind::Range),
    };
    let parts: Vec<RailPart> = table
        .columns
        .iter()
        .filter_map(|column| {
            let (key, name) = (column.key.clone(), column_name(column, lang));
            let folded = published && !FOREMOST.contains(&key.as_str());
            let is_area = published && column.role == Role::Area;
            let places = if is_area { places(table) } else { Vec::new() };
            Some(RailPart { column: key, name, kind: kind(column)?, folded, places })
        })
        .collect();
    let of = |wanted: RailKind| parts.iter().filter(move |part| part.kind == wanted).cloned();
    // The table's first time column alone: periods of others have no histogram.
    let times = of(RailKind::Time).take(1);
    let mut parts: Vec<RailPart> =
        times.chain(of(RailKind::Facet)).chain(of(RailKind::Range)).collect();
    if !published && parts.len() > MOST_OPEN {
        parts.iter_mut().skip(MOST_OPEN).for_each(|part| part.folded = true);
    }
    if published {
        let place = |part: &RailPart| FOREMOST.iter().position(|key| *key == part.column);
        parts.order_by_key(|part| place(part).unwrap_or(FOREMOST.len()));
    }
    parts
}

/// The areas that have rows of their own and lie in no other such area, in the table's order.
pub(super) fn places(table: &Table) -> Vec<String> {
    let Some(column) = table.by_role(Role::Area) else { return Vec::new() };
    let Some(areas) = table.category(&column.key) else { return Vec::new() };
    let used: Vec<u32> = areas.counts(0..table.len).into_iter().map(|(code, _)| code).collect();
    let lies_in = |code: u32| areas.dictionary.get(code).and_then(|entry| entry.parent);
    let is_within = |&code: &u32| {
        std::iter::successors(lies_in(code), |&code| lies_in(code)).any(|code| used.contains(&code))
    };
    let own = used.iter().filter(|code| !is_within(code));
    own.filter_map(|&code| Some(areas.dictionary.get(code)?.id.clone())).collect()
}

/// So much of all rows, in hundredths, lies in the years that have a bin of their own.
const DENSE: usize = 95;
/// The years before share a bin only where they would take at least one part in so many of the axis.
const SPREAD: usize = 4;

/// One bin of the time histogram: a year, where all rows lie within one or two a day, a week or a month, or the years before
/// figures begin to be dense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bin {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Rows whose period ends here, of the whole table.
    pub total: usize,
    /// Of these, the rows that pass every filter but that of time.
    pub selected: usize,
}

/// How long the bins of time are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Span {
    Day,
    Week,
    Month,
    Year,
    /// A year that begins in another month than January.
    OwnYear(u8),
}

impl Span {
    /// The finest that no period is longer than and that makes no more bins than a histogram has room for.
    fn of(periods: &Periods, (first, last): (Day, Day)) -> Self {
        if let Some(month) = periods.year_begins() {
            return Self::OwnYear(month);
        }
        let spans = periods.spans();
        let longest = spans.iter().map(|span| span.last - span.first + 1).max().unwrap_or_default();
        match (last - first + 1, longest) {
            (..=62, ..=1) => Self::Day,
            (..=420, ..=7) => Self::Week,
            (..=1_100, ..=31) => Self::Month,
            _ => Self::Year,
        }
    }

    /// First and last day of the span that a day lies in.
    fn around(self, day: Day) -> (Day, Day) {
        let of = |date: PartialDate| (date.first_day(), date.last_day());
        let (year, month, _) = civil(day);
        match self {
            Self::Day => (day, day),
            Self::Week => {
                // The first day of all was a Thursday; weeks begin on Mondays.
                let monday = day - (day + 3).rem_euclid(7);
                (monday, monday + 6)
            }
            Self::Month => of(PartialDate::Month(year, month)),
            Self::Year => of(PartialDate::Year(year)),
            Self::OwnYear(begins) => {
                let year = if month < begins { year - 1 } else { year };
                let next = PartialDate::Month(year + 1, begins).first_day();
                (PartialDate::Month(year, begins).first_day(), next - 1)
            }
        }
    }

    /// All of them from the one of a day to that of another.
    fn all(self, from: Day, to: Day) -> Vec<Bin> {
        let next = |(_, last): &(Day, Day)| Some(self.around(last + 1)).filter(|span| span.0 <= to);
        let spans = std::iter::successors(Some(self.around(from)), next);
        spans.map(|(first, last)| Bin { first, last, total: 0, selected: 0 }).collect()
    }
}

/// Rows of the whole table and rows under every filter but time's, by the span that the last day of a period lies in. A bin
/// a year from the first to the last, the empty ones included, but for the years before those that nearly all rows are
/// of: they share one bin. Of a table that covers a year or two, a bin a day, a week or a month. None without a time
/// column.
#[must_use]
pub fn years(engine: &mut Engine, outline: &Outline) -> Vec<Bin> {
    let table = engine.table().clone();
    let (Some(time), Some((first, last)), Some((key, totals))) =
        (table.time(), table.extent(), &outline.periods)
    else {
        return Vec::new();
    };
    let spans = time.spans();
    let kind = Span::of(time, (first, last));
    // Bins are of last days: a long first period lends its first day to no row.
    let begin = if matches!(kind, Span::Year | Span::OwnYear(_)) {
        first
    } else {
        spans.first().map_or(first, |s| s.last)
    };
    let mut bins = kind.all(begin, last);
    let selected = engine.counts(key);
    for (at, span) in spans.iter().enumerate() {
        let place = bins.partition_point(|bin| bin.last < span.last);
        if let Some(bin) = bins.get_mut(place) {
            bin.total += totals.get(at).map_or(0, |&n| n as usize);
            bin.selected += selected.get(at).map_or(0, |&n| n as usize);
        }
    }
    let sparse = if kind == Span::Year { sparse(&bins) } else { 0 };
    if sparse > 1 && sparse * SPREAD >= bins.len() {
        let early = bins.drain(..sparse).reduce(|a, b| Bin {
            last: b.last,
            total: a.total + b.total,
            selected: a.selected + b.selected,
            ..a
        });
        bins.splice(0..0, early);
    }
    bins
}

/// How many of the first years may share a bin: so many that the later ones still hold nearly all rows.
fn sparse(bins: &[Bin]) -> usize {
    let all: usize = bins.iter().map(|bin| bin.total).sum();
    let mut left = all;
    let is_sparse = |bin: &&Bin| {
        left -= bin.total;
        left > 0 && left * 100 >= all * DENSE
    };
    bins.iter().take_while(is_sparse).count()
}

/// The histogram of a measure; `None` where no row has a number, where rows measure unlike things, whose numbers have no
/// range in common, or where the table has no such measure.
#[must_use]
pub fn range(engine: &mut Engine, column: &str, lang: Lang) -> Option<RangePlan> {
    let roles = [Role::Series, Role::Kind].into_iter();
    let keys = roles.filter_map(|role| Some(engine.table().by_role(role)?.key.clone()));
    let mixed = keys.collect::<Vec<_>>().iter().any(|key| distinct(engine, key) > 1);
    if mixed && engine.filter().get(column).is_none() {
        return None;
    }
    let bins = measure::bins(engine, column)?;
    let (log, edges) = (bins.scale() == BinScale::Log, bins.edges().to_vec());
    let table = engine.table().clone();
    let clause = engine.filter().get(column).cloned();
    let chosen = match clause {
        Some(Clause::Between(from, to)) => {
            (Some(from).filter(|n| n.is_finite()), Some(to).filter(|n| n.is_finite()))
        }
        _ => (None, None),
    };
    let words = clause.map_or_else(String::new, |c| clause_text(&table, column, &c, lang));
    Some(RangePlan {
        column: column.to_owned(),
        name: column_name(table.column(column)?, lang),
        log,
        edges,
        selected: engine.counts(column),
        chosen,
        words,
    })
}
