//! What a chart of any table shows, and how: settled from the reader's options and the roles of the columns.

use super::{Axes, Subject, refusal};
use crate::column::{Data, Role};
use crate::plot::chart::{NO_SPLIT, Refusal};
use crate::plot::measure::adds_up;
use crate::state::{Mark, Measure};

/// Roles by how well their groups sum a selection up.
const GROUP_BY: [Role; 7] =
    [Role::Topic, Role::Area, Role::Stage, Role::Series, Role::Kind, Role::Category, Role::Time];
/// Parts that bars or a matrix have room for.
pub(super) const MOST_PARTS: usize = 14;
/// From so many areas on, a scatter shows a shape.
const FEW: usize = 3;
/// From so many groups on, two columns make a matrix rather than stacked bars.
const MATRIX: usize = 3;

/// A chart with nothing left to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The mark; never automatic.
    pub(crate) mark: Mark,
    /// What is measured; never automatic.
    pub(crate) measure: Measure,
    /// The measure column; none for counts.
    pub(crate) value: Option<String>,
    /// The column of bars or lines.
    pub(crate) group: Option<String>,
    /// The column that divides them.
    pub(crate) split: Option<String>,
    /// Small multiples in place of series.
    pub(crate) facets: bool,
}

/// Settles what the options leave open.
pub(crate) fn choose(s: &mut Subject) -> Result<Choice, Refusal> {
    if s.engine.matching() == 0 {
        return Err(refusal::empty(s));
    }
    let (mark, measure) = (s.options.mark, s.options.measure);
    let value = Axes::value(s);
    let needs_value = matches!(measure, Measure::Sum | Measure::Mean | Measure::Figure);
    if value.is_none() && (needs_value || mark == Mark::Histogram) {
        return Err(refusal::no_measure(s));
    }
    let mixed = s.mixed();
    if let (Measure::Sum | Measure::Mean, Some(column)) = (measure, &mixed) {
        return Err(refusal::mixed(s, column));
    }
    if measure == Measure::Sum && value.as_deref().is_some_and(|key| !adds_up(&s.table, key)) {
        return Err(refusal::no_sum(s));
    }
    let (mark, measure) = match (mark, measure) {
        (Mark::Auto, Measure::Auto) => best(s, value.is_some() && mixed.is_none()),
        (Mark::Auto, measure) => (Mark::Auto, measure),
        (Mark::Scatter, _) => (mark, Measure::Figure),
        (Mark::Histogram, _) => (mark, Measure::Count),
        (Mark::Treemap, Measure::Auto) => (mark, Measure::Count),
        (mark, Measure::Auto) => {
            let means = value.is_some() && mixed.is_none();
            (mark, if means { Measure::Mean } else { Measure::Count })
        }
        chosen => chosen,
    };
    check(s, mark, measure, mixed.as_deref())?;
    if mark == Mark::Line {
        return lines(s, measure, value).ok_or_else(|| refusal::no_time(s));
    }
    let (group, split) = columns(s, measure);
    if group.is_none()
        && !matches!(mark, Mark::Scatter | Mark::Histogram)
        && measure != Measure::Figure
    {
        // Without anything to group by, only numbers are left.
        return match value {
            Some(_) if s.options.mark == Mark::Auto => Ok(Choice {
                mark: Mark::Histogram,
                measure: Measure::Count,
                value,
                group,
                split,
                facets: false,
            }),
            _ => Err(refusal::nothing(s)),
        };
    }
    let mark = match mark {
        Mark::Auto => bars(s, measure, group.as_deref(), split.as_deref()),
        mark => mark,
    };
    let facets = s.options.facets
        && matches!(mark, Mark::Bar | Mark::Dot)
        && split.as_deref().is_some_and(|key| (2..=12).contains(&s.distinct(key)));
    let split = split.filter(|_| !matches!(mark, Mark::Scatter | Mark::Histogram));
    Ok(Choice { mark, measure, value, group, split, facets })
}

/// What cannot be drawn, whatever the columns.
fn check(
    s: &mut Subject,
    mark: Mark,
    measure: Measure,
    mixed: Option<&str>,
) -> Result<(), Refusal> {
    match (mark, measure) {
        (Mark::Scatter, _) if Axes::of(s).is_none() => Err(refusal::two_measures(s)),
        (Mark::Scatter | Mark::Histogram, _) => match mixed {
            Some(column) => Err(refusal::mixed(s, column)),
            None => Ok(()),
        },
        (Mark::Treemap, Measure::Mean) => Err(refusal::areas_add(s)),
        (Mark::Line | Mark::Matrix | Mark::Treemap, Measure::Figure) => {
            Err(refusal::needs_groups(s))
        }
        _ => Ok(()),
    }
}

/// The chart that says most without being asked: areas by two measures, one measure over time, groups.
fn best(s: &mut Subject, measured: bool) -> (Mark, Measure) {
    if !measured {
        return (Mark::Auto, Measure::Count);
    }
    if scatters(s) {
        return (Mark::Scatter, Measure::Figure);
    }
    if times(s) > 1 {
        return (Mark::Line, Measure::Mean);
    }
    (Mark::Auto, Measure::Mean)
}

/// Whether a scatter of two measures shows a shape: of areas, or of rows where nothing else can be shown.
fn scatters(s: &mut Subject) -> bool {
    if Axes::of(s).is_none() {
        return false;
    }
    if s.key(Role::Area).is_some() {
        return s.distinct_of(Role::Area) >= FEW;
    }
    s.table.categories().next().is_none() && s.engine.matching() >= FEW
}

/// Whether a selection over time is best seen as a scatter that moves.
pub(super) fn moves(s: &mut Subject) -> bool {
    let asked = matches!(s.options.mark, Mark::Auto | Mark::Scatter);
    asked
        && s.options.value.is_empty()
        && s.mixed().is_none()
        && scatters(s)
        && s.key(Role::Area).is_some()
}

/// Lines over time whatever the mark asked for.
pub(super) fn over_time(s: &mut Subject) -> Option<Choice> {
    let value =
        Axes::value(s).filter(|_| s.options.measure != Measure::Count && s.mixed().is_none());
    let measure = match (&value, s.options.measure) {
        (None, _) => Measure::Count,
        (_, Measure::Sum) => Measure::Sum,
        _ => Measure::Mean,
    };
    let group = line_column(s);
    Some(Choice { mark: Mark::Line, measure, value, group, split: None, facets: false })
}

fn lines(s: &mut Subject, measure: Measure, value: Option<String>) -> Option<Choice> {
    if times(s) < 2 {
        return None;
    }
    let group = line_column(s);
    let value = value.filter(|_| measure != Measure::Count);
    Some(Choice { mark: Mark::Line, measure, value, group, split: None, facets: false })
}

/// The column each of whose values is a line: the reader's, else topics, areas or another that has several.
fn line_column(s: &mut Subject) -> Option<String> {
    if s.options.group == NO_SPLIT {
        return None;
    }
    let chosen = s.table.category(&s.options.group).is_some().then(|| s.options.group.clone());
    if chosen.is_some() {
        return chosen;
    }
    let roles = GROUP_BY.into_iter().filter(|&role| role != Role::Time);
    let keys: Vec<String> = roles.filter_map(|role| s.key(role)).collect();
    // A value that no second row has is a dot and no line.
    let rows = s.engine.matching();
    keys.into_iter().find(|key| (2..rows).contains(&s.distinct(key)))
}

fn times(s: &mut Subject) -> usize {
    s.distinct_of(Role::Time)
}

/// Whether a column's values can be groups.
pub(super) fn groups(s: &Subject, key: &str) -> bool {
    s.table.column(key).is_some_and(|column| match &column.data {
        Data::Category(_) => column.role != Role::Text,
        Data::Time(_) => true,
        Data::Measure(_) => false,
    })
}

type Columns = (Option<String>, Option<String>);

fn columns(s: &mut Subject, measure: Measure) -> Columns {
    let known = |s: &Subject, key: &str| groups(s, key).then(|| key.to_owned());
    let group = known(s, &s.options.group).or_else(|| best_group(s));
    let split = match s.options.split.as_str() {
        NO_SPLIT => None,
        "" if measure == Measure::Count => best_split(s, group.as_deref()),
        key => known(s, key),
    };
    let split = split.filter(|split| Some(split) != group.as_ref());
    // The longer list reads better downwards.
    match (group, split) {
        (Some(a), Some(b))
            if s.options.group.is_empty()
                && s.options.split.is_empty()
                && s.distinct(&b) > s.distinct(&a) =>
        {
            (Some(b), Some(a))
        }
        columns => columns,
    }
}

fn best_group(s: &mut Subject) -> Option<String> {
    let keys: Vec<String> = GROUP_BY.into_iter().filter_map(|role| s.key(role)).collect();
    let found = keys.iter().find(|key| s.distinct(key) > 1).cloned();
    found.or_else(|| keys.into_iter().find(|key| s.distinct(key) > 0))
}

fn best_split(s: &mut Subject, group: Option<&str>) -> Option<String> {
    let role = s.table.column(group?)?.role;
    let order: &[Role] = match role {
        Role::Topic => &[Role::Area, Role::Stage],
        Role::Area => &[Role::Topic, Role::Stage],
        _ => &[Role::Stage],
    };
    let keys: Vec<String> = order.iter().filter_map(|&role| s.key(role)).collect();
    keys.into_iter().find(|key| (2..=MOST_PARTS).contains(&s.distinct(key)))
}

/// Bars, or a matrix where parts cannot be told apart in a bar.
fn bars(s: &mut Subject, measure: Measure, group: Option<&str>, split: Option<&str>) -> Mark {
    let Some(split) = split.filter(|_| !s.options.facets) else { return Mark::Bar };
    let role = s.table.column(split).map(|column| column.role);
    let stacks = measure != Measure::Mean && matches!(role, Some(Role::Topic | Role::Stage));
    if !stacks {
        return Mark::Matrix;
    }
    let is_grid = role == Some(Role::Topic)
        && group.is_some_and(|group| s.distinct(group) >= MATRIX)
        && s.distinct(split) >= MATRIX;
    if is_grid { Mark::Matrix } else { Mark::Bar }
}
