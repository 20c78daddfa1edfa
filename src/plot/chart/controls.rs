//! What a reader may change about the chart: every choice with its name and, where it leads nowhere, the reason.

use serde::{Deserialize, Serialize};

use super::choice::{Choice, NO_SPLIT};
use super::choose::{choose, choose_under};
use super::picker::{Item, Picker, Switch};
use super::plain::Axes;
use super::sentence::Sentence;
use super::subject::Subject;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::state::{ChartOptions, Mark, Measure};

/// Everything a reader may choose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Controls {
    /// What is shown, and of where: stands above the chart.
    pub sentence: Sentence,
    /// Id of the indicator shown, which every other choice keeps; empty for none.
    pub indicator: String,
    /// What is measured.
    pub measure: Picker,
    /// Measure from left to right of a scatter; no items for other charts.
    pub x: Picker,
    /// Measure upwards of a scatter.
    pub y: Picker,
    /// Measure that a scatter's circles are as large as.
    pub size: Picker,
    /// Column to group by.
    pub group: Picker,
    /// Column to split by.
    pub split: Picker,
    /// Mark.
    pub mark: Picker,
    /// Small multiples.
    pub facets: Switch,
    /// Log scale.
    pub log: Switch,
}

/// The choices that make sense under the options in force.
pub(super) fn controls(s: &mut Subject) -> Controls {
    let options = s.options.clone();
    let settled = choose(s).ok();
    let settled = settled.as_ref();
    let mark = settled.map(|choice| choice.mark);
    let terms = s.reading.terms();
    let axes = if mark == Some(Mark::Scatter) { Axes::of(s) } else { None };
    let size = axes.as_ref().map(|axes| axes.size.clone().unwrap_or_default());
    let (x, y) = axes.map(|axes| (axes.x, axes.y)).unzip();
    let is_each = settled.is_some_and(|choice| choice.measure == Measure::Figure);
    let grouped = mark != Some(Mark::Histogram) && (terms.divides_rows || !is_each);
    let divided = grouped && (terms.divides_rows || mark != Some(Mark::Line));
    let reading = s.reading;
    Controls {
        sentence: reading.sentence(s, settled),
        indicator: options.indicator.clone(),
        // These show what they do whatever is measured otherwise.
        measure: match options.mark {
            Mark::Scatter | Mark::Histogram if settled.is_some() => Picker::default(),
            _ => measures(s, settled),
        },
        x: numbers(s, x, &options.x, false),
        y: numbers(s, y, &options.y, false),
        size: numbers(s, size, &options.size, true),
        group: if grouped { group(s, settled) } else { Picker::default() },
        split: if divided { split(s, settled) } else { Picker::default() },
        mark: marks(s, settled),
        facets: facets(s),
        log: s.switch(options.log, mark.and_then(no_log)),
    }
}

/// Why the log switch does nothing for a mark.
const fn no_log(mark: Mark) -> Option<Message> {
    match mark {
        Mark::Treemap => Some(m::NO_LOG),
        Mark::Scatter | Mark::Histogram => Some(m::LOG_BY_ITSELF),
        _ => None,
    }
}

/// The first value of a picker: leaves the choice to the chart and says what it chose.
fn auto(s: &Subject, settled: Option<String>) -> Item {
    let name = match settled {
        Some(what) => m::AUTO_AS.fill(s.lang, &[("what", &what)]),
        None => s.says(m::AUTO),
    };
    Item { id: String::new(), name, reason: None }
}

/// A value that can be chosen where the chart would not refuse it.
fn item(s: &mut Subject, id: &str, name: Message, options: ChartOptions) -> Item {
    let reason = choose_under(s, options).err().map(|refusal| refusal.reason);
    Item { id: id.to_owned(), name: s.says(name), reason }
}

fn measures(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let terms = s.reading.terms();
    let chosen = settled.filter(|_| s.options.measure == Measure::Auto);
    let chosen = chosen.map(|choice| s.says(terms.measure(choice.measure)));
    let mut items = vec![Item { id: Measure::Auto.id().to_owned(), ..auto(s, chosen) }];
    for &measure in terms.measures {
        // A mark that cannot show the measure gives way to it.
        let options = ChartOptions { measure, mark: Mark::Auto, ..s.options.clone() };
        items.push(item(s, measure.id(), terms.measure(measure), options));
    }
    Picker { items, chosen: s.options.measure.id().to_owned() }
}

fn marks(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let chosen = settled.filter(|_| s.options.mark == Mark::Auto);
    let chosen = chosen.map(|choice| s.says(mark_name(choice.mark)));
    let mut items = vec![Item { id: Mark::Auto.id().to_owned(), ..auto(s, chosen) }];
    for &mark in s.reading.terms().marks {
        let options = ChartOptions { mark, ..s.options.clone() };
        items.push(item(s, mark.id(), mark_name(mark), options));
    }
    Picker { items, chosen: s.options.mark.id().to_owned() }
}

/// The name of a mark.
const fn mark_name(mark: Mark) -> Message {
    match mark {
        Mark::Auto => m::AUTO,
        Mark::Bar => m::MARK_BAR,
        Mark::Dot => m::MARK_DOT,
        Mark::Line => m::MARK_LINE,
        Mark::Matrix => m::MARK_MATRIX,
        Mark::Treemap => m::MARK_TREEMAP,
        Mark::Scatter => m::MARK_SCATTER,
        Mark::Histogram => m::MARK_HISTOGRAM,
    }
}

/// The measures as a choice; no items where there is but one or the chart in force has no use for it (`settled` is `None`). `optional`: none
/// can be chosen too, which an empty `settled` stands for.
fn numbers(s: &Subject, settled: Option<String>, chosen: &str, optional: bool) -> Picker {
    let measures = s.measures();
    let Some(settled) = settled.filter(|_| measures.len() > 1) else { return Picker::default() };
    let name = if settled.is_empty() { s.says(m::NO_SPLIT) } else { s.name(&settled) };
    let mut items = vec![auto(s, chosen.is_empty().then_some(name))];
    if optional {
        items.push(nothing(s));
    }
    let item = |key: String| Item { name: s.name(&key), id: key, reason: None };
    items.extend(measures.into_iter().map(item));
    Picker { items, chosen: chosen.to_owned() }
}

/// The value that chooses none.
fn nothing(s: &Subject) -> Item {
    Item { id: NO_SPLIT.to_owned(), name: s.says(m::NO_SPLIT), reason: None }
}

/// Columns whose values can be groups; one that puts every row into one group is no choice.
fn columns(s: &mut Subject, taken: Option<&str>) -> Vec<Item> {
    let table = s.table.clone();
    let mut items = Vec::new();
    for key in table.columns.iter().map(|column| column.key.as_str()) {
        if !s.can_group(key) || Some(key) == taken {
            continue;
        }
        let reason = (s.groups(key) < 2).then(|| s.says(s.reading.terms().one_group));
        items.push(Item { id: key.to_owned(), name: s.name(key), reason });
    }
    items
}

fn group(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let name = |choice: &Choice| {
        choice.group.as_deref().map_or_else(|| s.says(m::BY_SIZE), |key| s.name(key))
    };
    let chosen = settled.filter(|_| s.options.group.is_empty()).map(name);
    let mut items = vec![auto(s, chosen)];
    items.extend(columns(s, None));
    Picker { items, chosen: s.options.group.clone() }
}

fn split(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let name = |choice: &Choice| {
        choice.split.as_deref().map_or_else(|| s.says(m::NO_SPLIT), |key| s.name(key))
    };
    let chosen = settled.filter(|_| s.options.split.is_empty()).map(name);
    let mut items = vec![auto(s, chosen), nothing(s)];
    items.extend(columns(s, settled.and_then(|choice| choice.group.as_deref())));
    Picker { items, chosen: s.options.split.clone() }
}

/// Small charts, and why there are none.
fn facets(s: &mut Subject) -> Switch {
    let on = s.options.facets;
    let with = ChartOptions { facets: true, ..s.options.clone() };
    let works = on || choose_under(s, with).is_ok_and(|choice| choice.facets);
    s.switch(on, (!works).then_some(m::NO_FACETS))
}
