//! What of published figures a chart can be about, and of which places.

use super::Published;
use crate::column::Role;
use crate::i18n::catalog::{chart as m, shell};
use crate::model::{Id, Observation};
use crate::plot::chart::Offer;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::sentence::{Choices, Sentence};
use crate::plot::chart::subject::Subject;
use crate::plot::reported;
use crate::state::{Action, ChartOptions, Measure};

/// Known by this, the choice of how many figures there are.
const COUNT: &str = "";

pub(super) fn sentence(p: &Published, s: &mut Subject, settled: Option<&Choice>) -> Sentence {
    let (subject, within) = (subject(p, s, settled), places(p, s));
    Sentence::new(m::SENTENCE_IN, subject, within, s.lang)
}

/// Indicators, figures of one kind, and their number.
fn subject(p: &Published, s: &Subject, settled: Option<&Choice>) -> Choices {
    let show = |change: &dyn Fn(&mut ChartOptions)| {
        let mut options = ChartOptions::default();
        change(&mut options);
        vec![Action::Chart(Box::new(options))]
    };
    let mut all = Vec::new();
    let figures: Vec<Id<Observation>> = p.selected.iter().map(|&row| Id::at(row)).collect();
    let indicators = reported::indicators(p.data, &figures);
    for group in reported::subjects(p.data, indicators, s.lang) {
        for (id, label) in group.items {
            let actions = show(&|o| o.indicator.clone_from(&id));
            all.push((group.name.clone(), id, Offer { label, actions }));
        }
    }
    let kinds = p.counts(Role::Kind, &p.selected);
    for &(code, n) in kinds.iter().filter(|_| kinds.len() > 1) {
        let (id, kind) = (p.id(Role::Kind, code), p.name(Role::Kind, code));
        let label = m::KIND_COUNT.fill(s.lang, &[("kind", &kind), ("n", &n.to_string())]);
        let actions = show(&|o| (o.kind, o.measure) = (id.clone(), Measure::Figure));
        all.push((s.says(m::KIND), id, Offer { label, actions }));
    }
    let actions = show(&|o| o.measure = Measure::Count);
    let count = Offer { label: s.says(m::COUNT_SUBJECT), actions };
    all.push((s.says(m::OTHER_SUBJECTS), COUNT.to_owned(), count));
    let is_count = settled.is_none_or(|choice| choice.measure == Measure::Count);
    let chosen = match p.codes(Role::Series, &p.rows)[..] {
        [only] if p.indicator.is_some() || s.options.kind.is_empty() => p.id(Role::Series, only),
        _ if is_count && s.options.kind.is_empty() => COUNT.to_owned(),
        _ => p.codes(Role::Kind, &p.rows).first().map(|&c| p.id(Role::Kind, c)).unwrap_or_default(),
    };
    Choices::of(m::MEASURE, all, |id| *id == chosen, s.lang)
}

/// The places that have figures of what is shown, whichever of them the filter chooses.
fn places(p: &Published, s: &mut Subject) -> Choices {
    let Some(key) = p.key(Role::Area) else { return Choices::default() };
    let is_shown = |row: &usize| p.indicator.is_none_or(|own| p.observation(*row).indicator == own);
    let rows: Vec<usize> = s.engine.rows_except(key).iter().filter(is_shown).collect();
    let mut found: Vec<usize> = rows.iter().map(|&row| p.observation(row).place.index()).collect();
    found.sort_unstable();
    found.dedup();
    let chosen = s.engine.filter().values(key).cloned().unwrap_or_default();
    let mut all = Vec::new();
    let mut put = |id: &str, label: &str, actions: Vec<Action>| {
        all.push((String::new(), id.to_owned(), Offer { label: label.to_owned(), actions }));
    };
    put("", m::ALL_PLACES.get(s.lang), vec![Action::Lift(key.to_owned())]);
    for place in found.iter().map(|&at| &p.data.places[Id::at(at)]) {
        let choose = Action::Choose(key.to_owned(), place.id.clone());
        put(&place.id, place.known_as().get(s.lang), vec![choose]);
    }
    let only = chosen
        .iter()
        .next()
        .filter(|only| chosen.len() == 1 && all.iter().any(|(_, id, _)| id == *only));
    let now = match only {
        Some(only) => only.clone(),
        None if chosen.is_empty() => String::new(),
        None => {
            let label = s.says(m::SOME_PLACES);
            all.push((String::new(), "*".to_owned(), Offer { label, actions: Vec::new() }));
            "*".to_owned()
        }
    };
    Choices::of(shell::PLACE, all, |id| id == now, s.lang)
}
