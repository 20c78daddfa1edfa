//! What a reader may change about a chart of any table.

use super::choice::groups;
use super::{Axes, Choice, Subject, choose};
use crate::base::lang::Lang;
use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::controls::mark_name;
use crate::plot::chart::{Controls, Item, NO_SPLIT, Picker, Switch};
use crate::query::Engine;
use crate::state::{Mark, Measure, Options};

/// The choices that make sense for what an engine selects.
pub(crate) fn controls(engine: &mut Engine, options: &Options, lang: Lang) -> Controls {
    let mut s = Subject::new(engine, options, lang);
    let settled = choose(&mut s).ok();
    let mark = settled.as_ref().map(|c| c.mark);
    let is_scatter = mark == Some(Mark::Scatter);
    let measured = settled.as_ref().is_some_and(|c| c.value.is_some() && !is_scatter);
    let grouped = !is_scatter && mark != Some(Mark::Histogram);
    let axes = Axes::of(&mut s).filter(|_| is_scatter);
    let value = settled.as_ref().and_then(|c| c.value.clone());
    Controls {
        measure: measures(&mut s, settled.as_ref()),
        kind: Picker::default(),
        value: columns_of_numbers(&s, measured.then_some(value).flatten(), &options.value, false),
        x: columns_of_numbers(&s, axes.as_ref().map(|a| a.x.clone()), &options.x, false),
        y: columns_of_numbers(&s, axes.as_ref().map(|a| a.y.clone()), &options.y, false),
        size: match &axes {
            Some(axes) => columns_of_numbers(
                &s,
                Some(axes.size.clone().unwrap_or_default()),
                &options.size,
                true,
            ),
            None => Picker::default(),
        },
        group: if grouped { group(&mut s, settled.as_ref()) } else { Picker::default() },
        split: if grouped && mark != Some(Mark::Line) {
            split(&mut s, settled.as_ref())
        } else {
            Picker::default()
        },
        mark: marks(&mut s, settled.as_ref()),
        facets: Switch { on: options.facets, reason: facets(&mut s) },
        log: Switch {
            on: options.log,
            reason: log(mark).filter(|_| !options.log).map(|why| why.get(lang).to_owned()),
        },
    }
}

/// Why the log switch does nothing for a mark.
const fn log(mark: Option<Mark>) -> Option<Message> {
    match mark {
        Some(Mark::Treemap) => Some(m::NO_LOG),
        Some(Mark::Scatter | Mark::Histogram) => Some(m::LOG_BY_ITSELF),
        _ => None,
    }
}

fn auto(s: &Subject, settled: Option<String>) -> Item {
    let name = match settled {
        Some(what) => m::AUTO_AS.fill(s.lang, &[("what", &what)]),
        None => m::AUTO.get(s.lang).to_owned(),
    };
    Item { id: String::new(), name, reason: None }
}

/// The reason the chart would give under other options.
fn reason(s: &mut Subject, options: &Options) -> Option<String> {
    let mut other = s.with(options);
    choose(&mut other).err().map(|refusal| refusal.reason)
}

const fn measure_name(measure: Measure) -> Message {
    match measure {
        Measure::Auto => m::AUTO,
        Measure::Figure => m::MEASURE_ROW,
        Measure::Sum => m::MEASURE_SUM,
        Measure::Mean => m::MEASURE_MEAN,
        Measure::Count => m::MEASURE_ROWS,
    }
}

fn measures(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let o = s.options;
    let chosen = settled.filter(|_| o.measure == Measure::Auto);
    let chosen = chosen.map(|c| measure_name(c.measure).get(s.lang).to_owned());
    let mut items = vec![Item { id: Measure::Auto.id().to_owned(), ..auto(s, chosen) }];
    for measure in [Measure::Mean, Measure::Sum, Measure::Count, Measure::Figure] {
        // A mark that cannot show the measure gives way to it.
        let options = Options { measure, mark: Mark::Auto, ..o.clone() };
        let reason = reason(s, &options);
        let name = measure_name(measure).get(s.lang).to_owned();
        items.push(Item { id: measure.id().to_owned(), name, reason });
    }
    Picker { items, chosen: o.measure.id().to_owned() }
}

fn marks(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let o = s.options;
    let chosen = settled.filter(|_| o.mark == Mark::Auto);
    let chosen = chosen.map(|choice| mark_name(choice.mark).get(s.lang).to_owned());
    let mut items = vec![Item { id: Mark::Auto.id().to_owned(), ..auto(s, chosen) }];
    for &mark in Mark::ALL.iter().filter(|&&mark| mark != Mark::Auto) {
        let reason = reason(s, &Options { mark, ..o.clone() });
        let name = mark_name(mark).get(s.lang).to_owned();
        items.push(Item { id: mark.id().to_owned(), name, reason });
    }
    Picker { items, chosen: o.mark.id().to_owned() }
}

/// The measures as a choice; no items where the chart in force (`settled` is `None`) has no use for it. `optional`: none
/// can be chosen too, which an empty `settled` stands for.
fn columns_of_numbers(
    s: &Subject,
    settled: Option<String>,
    chosen: &str,
    optional: bool,
) -> Picker {
    let Some(settled) = settled else { return Picker::default() };
    let none = || m::NO_SPLIT.get(s.lang).to_owned();
    let name = if settled.is_empty() { none() } else { s.name(&settled) };
    let automatic = chosen.is_empty().then_some(name);
    let mut items = vec![auto(s, automatic)];
    if optional {
        items.push(Item { id: NO_SPLIT.to_owned(), name: none(), reason: None });
    }
    let item = |key: String| Item { name: s.name(&key), id: key, reason: None };
    items.extend(s.measures().into_iter().map(item));
    Picker { items, chosen: chosen.to_owned() }
}

/// Columns whose values can be groups; one that puts every row into one group is no choice.
fn columns(s: &mut Subject, taken: Option<&str>) -> Vec<Item> {
    let mut keys: Vec<String> = s.table.columns.iter().map(|column| column.key.clone()).collect();
    keys.retain(|key| groups(s, key) && Some(key.as_str()) != taken);
    let mut items = Vec::new();
    for key in keys {
        let reason = (s.distinct(&key) < 2).then(|| m::ONE_VALUE.get(s.lang).to_owned());
        items.push(Item { name: s.name(&key), id: key, reason });
    }
    items
}

fn group(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let chosen = settled.filter(|_| s.options.group.is_empty()).map(|choice| {
        choice.group.as_deref().map_or_else(|| m::BY_SIZE.get(s.lang).to_owned(), |key| s.name(key))
    });
    let mut items = vec![auto(s, chosen)];
    items.extend(columns(s, None));
    Picker { items, chosen: s.options.group.clone() }
}

fn split(s: &mut Subject, settled: Option<&Choice>) -> Picker {
    let none = m::NO_SPLIT.get(s.lang).to_owned();
    let chosen = settled
        .filter(|_| s.options.split.is_empty())
        .map(|choice| choice.split.as_deref().map_or_else(|| none.clone(), |key| s.name(key)));
    let taken = settled.and_then(|choice| choice.group.clone());
    let mut items = vec![auto(s, chosen)];
    items.push(Item { id: NO_SPLIT.to_owned(), name: none, reason: None });
    items.extend(columns(s, taken.as_deref()));
    Picker { items, chosen: s.options.split.clone() }
}

/// Why there are no small charts.
fn facets(s: &mut Subject) -> Option<String> {
    if s.options.facets {
        return None;
    }
    let with = Options { facets: true, ..s.options.clone() };
    let lang = s.lang;
    let mut other = s.with(&with);
    let works = choose(&mut other).is_ok_and(|choice| choice.facets);
    (!works).then(|| m::NO_FACETS.get(lang).to_owned())
}
