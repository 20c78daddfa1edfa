//! What of any table a chart can be about, and by which column.

use super::Axes;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::Offer;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::choose::choose_under;
use crate::plot::chart::sentence::{Choices, Sentence};
use crate::plot::chart::subject::Subject;
use crate::state::{Action, ChartOptions, Mark, Measure};
use crate::words::entry_name;

/// Known by these: the two measures of a scatter, and how many rows there are.
const BOTH: &str = "\u{1}";
const COUNT: &str = "";
/// Stands before the id of what is measured, which may be that of a column too.
const KIND: &str = "\u{2}";
/// The most kinds to choose from; more are searched in the filters.
const MOST_KINDS: usize = 300;

pub(super) fn sentence(s: &mut Subject, settled: Option<&Choice>) -> Sentence {
    let (subject, within) = (subject(s, settled), groups(s, settled));
    Sentence::new(m::SENTENCE_BY, subject, within, s.lang)
}

/// Two measures, where they are what is shown, each measure, and the number of rows.
fn subject(s: &mut Subject, settled: Option<&Choice>) -> Choices {
    let mut all = Vec::new();
    let is_scatter = settled.is_some_and(|choice| choice.mark == Mark::Scatter);
    if let Some(axes) = Axes::of(s).filter(|_| is_scatter) {
        let values = [("x", s.name(&axes.x)), ("y", s.name(&axes.y))];
        let [x, y] = values.each_ref().map(|(key, name)| (*key, name.as_str()));
        let label = m::TITLE_AGAINST.fill(s.lang, &[x, y]);
        all.push((String::new(), BOTH.to_owned(), Offer { label, actions: Vec::new() }));
    }
    // Rows of unlike things are counted; the offers under the chart lead to those of one.
    let measures = if s.mixed().is_none() { s.measures() } else { Vec::new() };
    let kinds = if s.measures().len() == 1 { kinds(s) } else { None };
    let measures = if kinds.is_some() { Vec::new() } else { measures };
    if let Some((_, offers)) = &kinds {
        all.extend(offers.iter().map(|(id, offer)| (String::new(), id.clone(), offer.clone())));
    }
    for key in measures {
        let options = alone(s, &key, is_scatter);
        let (label, actions) = (s.name(&key), vec![Action::Chart(Box::new(options))]);
        all.push((String::new(), key, Offer { label, actions }));
    }
    // Without a column to group by, the number of rows is no chart.
    let options = ChartOptions { measure: Measure::Count, mark: Mark::Auto, ..s.options.clone() };
    if choose_under(s, options.clone()).is_ok_and(|choice| choice.value.is_none()) {
        let label = s.says(m::MEASURE_ROWS);
        let actions = vec![Action::Chart(Box::new(options))];
        all.push((String::new(), COUNT.to_owned(), Offer { label, actions }));
    }
    let now = match settled {
        Some(choice) if !is_scatter => match (&choice.value, kinds) {
            (Some(_), Some((now, _))) => now,
            (value, _) => value.clone().unwrap_or_default(),
        },
        _ => BOTH.to_owned(),
    };
    Choices::of(m::MEASURE, all, |id| id == now, s.lang)
}

/// What the one measure is of, where its rows are of unlike kinds and one of these is shown: the id of that one, and a way to
/// each.
fn kinds(s: &mut Subject) -> Option<(String, Vec<(String, Offer)>)> {
    let table = s.table.clone();
    let keys = [Role::Series, Role::Kind].map(|role| s.key(role));
    for key in keys.into_iter().flatten() {
        let is_one = s.distinct(&key) == 1;
        // Under every clause but the column's own: what else could be chosen.
        let counts = s.engine.counts(&key);
        let mut present = (0..).zip(counts).filter(|&(_, n)| n > 0).take(MOST_KINDS).peekable();
        let category = table.category(&key)?;
        let mut now = String::new();
        let mut offers = Vec::new();
        while let Some((code, _)) = present.next() {
            if offers.is_empty() && present.peek().is_none() {
                break;
            }
            let Some(entry) = category.dictionary.get(code) else { continue };
            let id = format!("{KIND}{}", entry.id);
            if is_one && s.has(&key, code) {
                now.clone_from(&id);
            }
            // As a chart of rows that are counted shows all kinds, its measure is given up with it.
            let measured = s.change(|o| {
                if o.measure == Measure::Count {
                    o.measure = Measure::Auto;
                }
            });
            let choose = Action::Choose(key.clone(), entry.id.clone());
            let label = entry_name(&key, entry, s.lang);
            offers.push((id, Offer { label, actions: vec![choose, measured] }));
        }
        if !offers.is_empty() {
            return Some((now, offers));
        }
    }
    None
}

/// One measure by itself: as it is drawn now or, in place of a scatter, over time, by groups or by how often each size
/// occurs, whichever there is.
fn alone(s: &mut Subject, key: &str, is_scatter: bool) -> ChartOptions {
    let free = ChartOptions { measure: Measure::Auto, value: key.to_owned(), ..s.options.clone() };
    let marks = [Mark::Line, Mark::Bar, Mark::Histogram].into_iter();
    let mut drawn = marks.map(|mark| ChartOptions { mark, ..free.clone() });
    let fits = drawn.find(|options| is_scatter && choose_under(s, options.clone()).is_ok());
    fits.unwrap_or(free)
}

/// The columns that groups, or lines, can be by; none where the chart has no groups.
fn groups(s: &mut Subject, settled: Option<&Choice>) -> Choices {
    let Some(now) = settled.and_then(|choice| choice.group.clone()) else {
        return Choices::default();
    };
    let keys: Vec<String> = s.table.columns.iter().map(|column| column.key.clone()).collect();
    let mut all = Vec::new();
    for key in keys {
        if !s.can_group(&key) || key != now && s.groups(&key) < 2 {
            continue;
        }
        let grouped = s.change(|o| o.group.clone_from(&key));
        let label = s.name(&key);
        all.push((String::new(), key, Offer { label, actions: vec![grouped] }));
    }
    Choices::of(m::GROUP, all, |id| id == now, s.lang)
}
