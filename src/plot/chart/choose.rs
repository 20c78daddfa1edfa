//! What a chart shows, and how: settled from the reader's options and the roles of the columns.

use super::choice::{Asked, Choice, GROUP_BY, MOST_PARTS, NO_SPLIT};
use super::side::{has_order, tells_parts};
use super::subject::Subject;
use super::{MOST_PANELS, Refusal, refusal};
use crate::column::Role;
use crate::state::{ChartOptions, Mark, Measure};

/// From so many groups on, two columns make a matrix rather than stacked bars.
const MATRIX: usize = 3;

/// Settles what the options leave open.
pub(crate) fn choose(s: &mut Subject) -> Result<Choice, Refusal> {
    let reading = s.reading;
    if reading.matching(s.engine) == 0 {
        return Err(refusal::empty(s));
    }
    let Asked { measure, mark, value } = reading.settle(s)?;
    let shares = match (mark, measure) {
        (Mark::Auto, Measure::Mean) => reading.shares(s, value.as_deref()),
        _ => None,
    };
    let is_whole = shares.is_some();
    let (group, split) = match (mark, measure) {
        _ if is_whole => shares.unzip(),
        (Mark::Scatter | Mark::Histogram, _) => (None, None),
        (_, Measure::Figure) => chosen(s),
        (Mark::Line, _) => (line_column(s), None),
        _ => columns(s, measure),
    };
    let grouped = matches!(measure, Measure::Count | Measure::Sum | Measure::Mean)
        && !matches!(mark, Mark::Line | Mark::Histogram);
    if group.is_none() && grouped {
        // Without anything to group by, only numbers are left.
        return match value {
            Some(_) if s.options.mark == Mark::Auto => {
                Ok(Choice::of(Mark::Histogram, Measure::Count, value))
            }
            _ => Err(refusal::nothing(s)),
        };
    }
    let mark = match mark {
        Mark::Auto if measure == Measure::Figure => reading.mark_of_each(),
        Mark::Auto if is_whole => Mark::Bar,
        Mark::Auto => bars(s, measure, group.as_deref(), split.as_deref()),
        mark => mark,
    };
    let facets = s.options.facets
        && matches!(mark, Mark::Bar | Mark::Dot | Mark::Line)
        && split.as_deref().is_some_and(|key| fills_panels(s, measure, mark, key));
    let log = s.options.log && !matches!(mark, Mark::Treemap | Mark::Scatter | Mark::Histogram);
    let value = value.filter(|_| measure != Measure::Count || mark == Mark::Histogram);
    Ok(Choice { measure, mark, value, group, split, facets, log, is_whole })
}

/// What would be drawn under other options.
pub(super) fn choose_under(s: &mut Subject, options: ChartOptions) -> Result<Choice, Refusal> {
    let own = std::mem::replace(&mut s.options, options);
    let choice = choose(s);
    s.options = own;
    choice
}

type Columns = (Option<String>, Option<String>);

fn known(s: &Subject, key: &str) -> Option<String> {
    s.can_group(key).then(|| key.to_owned())
}

/// Single rows are grouped only as they are asked to be.
fn chosen(s: &Subject) -> Columns {
    let group = known(s, &s.options.group);
    let split = known(s, &s.options.split).filter(|split| Some(split) != group.as_ref());
    (group, split)
}

fn columns(s: &mut Subject, measure: Measure) -> Columns {
    let is_open = s.options.group.is_empty() && s.options.split.is_empty();
    if is_open
        && matches!(measure, Measure::Mean | Measure::Sum)
        && let Some(columns) = in_order(s)
    {
        return columns;
    }
    let divides = match measure {
        Measure::Count => true,
        Measure::Sum => s.reading.terms().splits_sums,
        _ => false,
    };
    let group_left_open = known(s, &s.options.group).is_none();
    let group = known(s, &s.options.group).or_else(|| best_group(s));
    let split = match s.options.split.as_str() {
        NO_SPLIT => None,
        key => known(s, key).or_else(|| best_split(s, group.as_deref().filter(|_| divides))),
    };
    let split = split.filter(|split| Some(split) != group.as_ref());
    // The longer list reads better downwards.
    match (group, split) {
        (Some(a), Some(b))
            if group_left_open && s.options.split.is_empty() && is_longer(s, &b, &a) =>
        {
            (Some(b), Some(a))
        }
        columns => columns,
    }
}

/// The column of a plain table whose values have an order of their own, as months and ages have, and by which rows are told
/// apart, alone or with one other: what they go through is what there is to see.
fn in_order(s: &mut Subject) -> Option<Columns> {
    if !s.reading.terms().means_rows || s.distinct_of(Role::Time) > 1 {
        return None;
    }
    let table = s.table.clone();
    let mut ordered = table.categories().filter(|(column, _)| has_order(column));
    let ordered = ordered.next().map(|(column, _)| column.key.clone())?;
    if !s.can_group(&ordered) || s.groups(&ordered) < MATRIX {
        return None;
    }
    if is_single(s, &ordered, None) {
        return Some((Some(ordered), None));
    }
    let keys: Vec<String> = GROUP_BY.into_iter().filter_map(|role| s.key(role)).collect();
    let other = keys.into_iter().find(|key| {
        *key != ordered
            && s.can_group(key)
            && s.groups(key) > 1
            && is_single(s, &ordered, Some(key.as_str()))
    })?;
    let columns = (Some(ordered), Some(other));
    let is_down =
        columns.0.as_ref().zip(columns.1.as_ref()).is_some_and(|(a, b)| is_longer(s, b, a));
    Some(if is_down { (columns.1, columns.0) } else { columns })
}

fn is_longer(s: &mut Subject, a: &str, b: &str) -> bool {
    s.role(a) != Some(Role::Stage) && s.groups(a) > s.groups(b)
}

fn best_group(s: &mut Subject) -> Option<String> {
    let roles = s.reading.terms().group_by.iter();
    let mut keys: Vec<String> = roles.filter_map(|&role| s.key(role)).collect();
    keys.retain(|key| s.can_group(key));
    let found = keys.iter().find(|key| s.groups(key) > 1).cloned();
    let single = keys.iter().find(|key| s.groups(key) > 1 && is_single(s, key, None)).cloned();
    // What has a row for each value is told by it, rather than by means of several.
    let found = single.filter(|key| s.role(key) == Some(Role::Area)).or(found);
    found.or_else(|| keys.into_iter().find(|key| s.distinct(key) > 0))
}

fn best_split(s: &mut Subject, group: Option<&str>) -> Option<String> {
    let order: &[Role] = match s.role(group?)? {
        Role::Topic => &[Role::Area, Role::Stage],
        Role::Area => &[Role::Topic, Role::Stage],
        _ => &[Role::Stage],
    };
    let keys: Vec<String> = order.iter().filter_map(|&role| s.key(role)).collect();
    keys.into_iter().find(|key| (2..=MOST_PARTS).contains(&s.groups(key)))
}

/// The column each of whose values is a line: the reader's, else topics, areas or another that has several.
pub(super) fn line_column(s: &mut Subject) -> Option<String> {
    if s.options.group == NO_SPLIT {
        return None;
    }
    if s.table.category(&s.options.group).is_some() {
        return Some(s.options.group.clone());
    }
    let roles = s.reading.terms().group_by.iter().filter(|&&role| role != Role::Time);
    let keys: Vec<String> = roles.filter_map(|&role| s.key(role)).collect();
    // A value that no second row has is a dot and no line: of three rows two have one in common, or nearly all are dots.
    let rows = s.reading.matching(s.engine);
    let repeats = |s: &mut Subject, key: &String| {
        let distinct = s.distinct(key);
        distinct > 1 && distinct * 3 <= rows * 2
    };
    let keys: Vec<String> = keys.into_iter().filter(|key| repeats(s, key)).collect();
    let time = s.key(Role::Time);
    let single = keys.iter().position(|key| is_single(s, key, time.as_deref()));
    keys.into_iter().nth(single.unwrap_or_default())
}

/// Beyond so many groups none is seen among the others.
const MOST_SINGLE: usize = 300;

/// Whether each number of a plain table's groups is one row's (at a time, where there is a `time`), so that nothing unlike is
/// taken together.
fn is_single(s: &mut Subject, key: &str, time: Option<&str>) -> bool {
    if !s.reading.terms().means_rows || s.distinct(key) > MOST_SINGLE {
        return false;
    }
    let columns: Vec<&str> = std::iter::once(key).chain(time).collect();
    s.engine.group_by(&columns, None).count.iter().all(|&rows| rows <= 1)
}

/// Bars, or a matrix where parts cannot be told apart in a bar.
fn bars(s: &mut Subject, measure: Measure, group: Option<&str>, split: Option<&str>) -> Mark {
    let Some(split) = split.filter(|_| !s.options.facets) else { return Mark::Bar };
    if !stacks(s, measure, split) {
        return Mark::Matrix;
    }
    let is_grid = s.role(split) == Some(Role::Topic)
        && group.is_some_and(|group| s.groups(group) >= MATRIX)
        && s.groups(split) >= MATRIX;
    if is_grid { Mark::Matrix } else { Mark::Bar }
}

/// Whether parts by a column stand in one bar: they add up and can be told apart.
pub(super) fn stacks(s: &Subject, measure: Measure, split: &str) -> bool {
    measure != Measure::Mean && s.table.column(split).is_some_and(tells_parts)
}

/// Whether small multiples by this column are few enough and not mostly empty.
fn fills_panels(s: &mut Subject, measure: Measure, mark: Mark, key: &str) -> bool {
    let reading = s.reading;
    (2..=MOST_PANELS).contains(&s.groups(key))
        && (measure != Measure::Figure || reading.fills_panels(s, mark, key))
}
