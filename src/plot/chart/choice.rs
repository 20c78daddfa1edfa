//! What a chart measures, by which columns and with which mark: settled from the reader's options and the selection.

use super::grouping::Grouping;
use super::selection::Selection;
use super::types::Choice;
use super::{MOST_PANELS, Refusal, refusal};
use crate::column::Role;
use crate::state::{Mark, Measure, Options};

/// The split that asks for none; an empty one leaves the choice to the chart.
pub const NO_SPLIT: &str = "none";

/// Roles by how well their groups sum a selection up.
const GROUP_BY: [Role; 6] =
    [Role::Topic, Role::Area, Role::Kind, Role::Stage, Role::Series, Role::Category];
/// From so many groups on, two columns make a matrix rather than stacked bars.
const MATRIX: usize = 3;

/// Settles what the options leave open.
pub(super) fn choose(s: &Selection, o: &Options) -> Result<Choice, Refusal> {
    if s.rows.is_empty() {
        return Err(refusal::no_kind(s, &o.kind));
    }
    if o.measure == Measure::Mean || matches!(o.mark, Mark::Scatter | Mark::Histogram) {
        return Err(refusal::of_measures(s));
    }
    let measure = measure(s, o);
    match measure {
        Measure::Figure => check_figures(s, o)?,
        Measure::Sum => check_sum(s, o)?,
        Measure::Count | Measure::Auto | Measure::Mean => {
            if o.mark == Mark::Line {
                return Err(refusal::clash(s, o));
            }
        }
    }
    let columns = columns(s, o, measure);
    let mark = mark(s, o, measure, &columns);
    let (group, split) = columns;
    let in_panels = o.facets && matches!(mark, Mark::Bar | Mark::Dot | Mark::Line);
    let facets =
        in_panels && split.as_deref().is_some_and(|key| fills_panels(s, measure, mark, key));
    Ok(Choice { measure, mark, group, split, facets, log: o.log && mark != Mark::Treemap })
}

fn check_figures(s: &Selection, o: &Options) -> Result<(), Refusal> {
    match o.mark {
        _ if s.counts(Role::Kind, &s.rows).len() > 1 => Err(refusal::mixed(s)),
        Mark::Matrix | Mark::Treemap => Err(refusal::clash(s, o)),
        Mark::Line if !has_line(s) => Err(refusal::no_line(s)),
        _ if o.log && !s.rows.iter().any(|&row| is_positive(s, row)) => {
            Err(refusal::nothing_on_log(s))
        }
        _ => Ok(()),
    }
}

fn check_sum(s: &Selection, o: &Options) -> Result<(), Refusal> {
    let summed = s.summed();
    if summed.is_empty() {
        return Err(refusal::no_sum(s));
    }
    if !s.is_one_series(&summed) {
        return Err(refusal::overlap(s, &summed));
    }
    if s.counts(Role::Kind, &summed).len() > 1 {
        return Err(refusal::mixed(s));
    }
    if o.mark == Mark::Line {
        return Err(refusal::clash(s, o));
    }
    Ok(())
}

/// Figures of one kind are shown themselves; of unlike ones only their number can be compared.
fn measure(s: &Selection, o: &Options) -> Measure {
    match (o.measure, o.mark) {
        (Measure::Auto, Mark::Line) => Measure::Figure,
        (Measure::Auto, Mark::Matrix | Mark::Treemap) => {
            let summed = s.summed();
            let sums = !summed.is_empty() && s.is_one_series(&s.rows);
            if sums { Measure::Sum } else { Measure::Count }
        }
        (Measure::Auto, _) if s.counts(Role::Kind, &s.rows).len() <= 1 => Measure::Figure,
        (Measure::Auto, _) => Measure::Count,
        (measure, _) => measure,
    }
}

type Columns = (Option<String>, Option<String>);

fn columns(s: &Selection, o: &Options, measure: Measure) -> Columns {
    let known = |key: &str| s.table.category(key).is_some().then(|| key.to_owned());
    let group = known(&o.group);
    if measure == Measure::Figure {
        let split = known(&o.split).filter(|split| Some(split) != group.as_ref());
        return (group, split);
    }
    let group_left_open = group.is_none();
    let group = group.or_else(|| best_group(s));
    let split = if o.split == NO_SPLIT {
        None
    } else {
        known(&o.split).or_else(|| best_split(s, group.as_deref()))
    };
    let split = split.filter(|split| Some(split) != group.as_ref());
    // The longer list reads better downwards.
    match (group, split) {
        (Some(a), Some(b)) if group_left_open && o.split.is_empty() && longer(s, &b, &a) => {
            (Some(b), Some(a))
        }
        columns => columns,
    }
}

fn longer(s: &Selection, a: &str, b: &str) -> bool {
    let is_stage = s.table.column(a).is_some_and(|column| column.role == Role::Stage);
    !is_stage && count(s, a) > count(s, b)
}

fn best_group(s: &Selection) -> Option<String> {
    let found = GROUP_BY.into_iter().find(|&role| s.distinct(role) > 1);
    found
        .or_else(|| GROUP_BY.into_iter().find(|&role| s.key(role).is_some()))
        .and_then(|role| s.key(role))
        .map(str::to_owned)
}

fn best_split(s: &Selection, group: Option<&str>) -> Option<String> {
    let role = s.table.column(group?)?.role;
    let order = match role {
        Role::Topic => [Role::Area, Role::Stage],
        Role::Area => [Role::Topic, Role::Stage],
        _ => [Role::Stage, Role::Stage],
    };
    let found = order.into_iter().find(|&by| by != role && s.distinct(by) > 1);
    found.and_then(|by| s.key(by)).map(str::to_owned)
}

fn count(s: &Selection, key: &str) -> usize {
    s.grouping(key).map_or(0, |grouping| grouping.values(&s.rows).len())
}

fn mark(s: &Selection, o: &Options, measure: Measure, (group, split): &Columns) -> Mark {
    if o.mark != Mark::Auto {
        return o.mark;
    }
    if measure == Measure::Figure {
        let amounts = s.rows.iter().any(|&row| s.data.is_amount(s.observation(row)));
        return if amounts { Mark::Bar } else { Mark::Dot };
    }
    let groups = group.as_deref().map_or(0, |key| count(s, key));
    let by = split.as_deref().and_then(|key| s.grouping(key));
    match by {
        Some(by) if !o.facets && !stacks(&by) => Mark::Matrix,
        Some(by) if !o.facets && by.column.role == Role::Topic => {
            let is_grid = groups >= MATRIX && by.values(&s.rows).len() >= MATRIX;
            if is_grid { Mark::Matrix } else { Mark::Bar }
        }
        _ => Mark::Bar,
    }
}

/// Whether small multiples by this column are few enough and, as panels of bars or dots repeat their rows, not mostly
/// empty.
fn fills_panels(s: &Selection, measure: Measure, mark: Mark, key: &str) -> bool {
    let panels = count(s, key);
    let repeats = measure == Measure::Figure && mark != Mark::Line;
    (2..=MOST_PANELS).contains(&panels) && (!repeats || super::figures::fills(s, key, panels))
}

/// Whether the parts of a stacked bar can be told apart: by hue or by fill.
pub(super) fn stacks(by: &Grouping) -> bool {
    matches!(by.column.role, Role::Topic | Role::Stage)
}

/// Whether any series has figures of two times in one place.
fn has_line(s: &Selection) -> bool {
    super::lines::threads(s).iter().any(|thread| thread.is_line(s))
}

fn is_positive(s: &Selection, row: usize) -> bool {
    s.table.measure().and_then(|figures| figures.float(row)).is_some_and(|value| value > 0.0)
}
