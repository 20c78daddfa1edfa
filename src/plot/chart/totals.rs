//! What a sum or a mean of any table leaves out, because a total never counts with its parts: said, and one press away.

use super::Offer;
use super::choice::Choice;
use crate::base::lang::Lang;
use crate::base::once::each_once;
use crate::column::{Role, Table};
use crate::i18n::Message;
use crate::i18n::catalog::{chart as m, words as w};
use crate::query::{Engine, Filter, LeftOut, Take};
use crate::state::{Action, ChartOptions, Mark, Measure};
use crate::words::{column_name, entry_name, listed_of};

/// Totals that are named one by one.
const NAMED: usize = 5;
/// Totals that are offered alone.
const OFFERED: usize = 2;

/// What a grouping leaves out, a sentence a column.
pub(in crate::plot) fn notes(engine: &mut Engine, grouped: &[&str], lang: Lang) -> Vec<String> {
    let table = engine.table().clone();
    let left_out = engine.left_out(grouped);
    // Totals of several columns may have one name.
    each_once(left_out.iter().flat_map(|left| {
        let (parts, totals) = parts_of(engine, left);
        let of_parts = (!parts.is_empty()).then(|| {
            let list = named(&table, &left.column, &parts, lang);
            m::WITHOUT_PARTS.fill(lang, &[("list", &list)])
        });
        let of_totals =
            (!totals.totals.is_empty()).then(|| told(&table, &totals, m::WITHOUT_TOTALS, lang));
        of_totals.into_iter().chain(of_parts)
    }))
}

/// The values that are left out as parts of others, and the rest.
fn parts_of(engine: &Engine, left: &LeftOut) -> (Vec<u32>, LeftOut) {
    let is_part = |code: &u32| left.take == Take::Parts && engine.is_part(&left.column, *code);
    let (parts, totals) = left.totals.iter().copied().partition(is_part);
    (parts, LeftOut { totals, ..left.clone() })
}

/// The first of some values by name.
pub(super) fn named(table: &Table, column: &str, codes: &[u32], lang: Lang) -> String {
    let Some(category) = table.category(column) else { return String::new() };
    let entries = codes.iter().filter_map(|&code| category.dictionary.get(code));
    let names: Vec<String> =
        entries.map(|entry| entry_name(column, entry, lang)).take(NAMED).collect();
    listed_of(&names, codes.len(), lang)
}

/// What the mean of one measure leaves out, as a part of a sentence; empty where that is nothing.
pub(in crate::plot) fn beside(engine: &mut Engine, grouped: &[&str], lang: Lang) -> String {
    let table = engine.table().clone();
    let left_out = engine.left_out(grouped);
    let parts = each_once(left_out.iter().map(|left| told(&table, left, m::WITHOUT_BESIDE, lang)));
    parts.join(w::SEPARATOR.get(lang))
}

fn told(table: &Table, left: &LeftOut, without: Message, lang: Lang) -> String {
    let column = table.column(&left.column).map(|column| column_name(column, lang));
    let column = column.unwrap_or_default();
    let names = names(table, left, lang);
    let is_word = names.len() == 1 && names[0].to_lowercase() == m::IS_TOTAL.get(lang);
    if is_word && left.take == Take::Parts && without == m::WITHOUT_TOTALS {
        return m::WITHOUT_TOTAL.get(lang).to_owned();
    }
    let list = listed_of(&names[..names.len().min(NAMED)], names.len(), lang);
    let message = match (left.take, without == m::WITHOUT_TOTALS) {
        (Take::Parts, _) => without,
        (Take::Totals, true) => m::TOTALS_TAKEN,
        (Take::Totals, false) => m::TAKEN_BESIDE,
    };
    message.fill(lang, &[("column", &column), ("list", &list)])
}

fn names(table: &Table, left: &LeftOut, lang: Lang) -> Vec<String> {
    let Some(category) = table.category(&left.column) else { return Vec::new() };
    let entries = left.totals.iter().filter_map(|&code| category.dictionary.get(code));
    entries.map(|entry| entry_name(&left.column, entry, lang)).collect()
}

/// What leads to that which a grouping leaves out: totals alone or, where the total stands for its parts, these. Where marks
/// are `is_single` rows, a total may stand among them.
pub(super) fn offers(
    engine: &mut Engine,
    grouped: &[&str],
    (options, is_single): (&ChartOptions, bool),
    lang: Lang,
) -> Vec<Offer> {
    let table = engine.table().clone();
    let mut offers = Vec::new();
    for left in engine.left_out(grouped) {
        let Some(category) = table.category(&left.column) else { continue };
        if left.take == Take::Totals {
            let column = table.column(&left.column).map(|column| column_name(column, lang));
            let label = m::OFFER_PARTS.fill(lang, &[("column", &column.unwrap_or_default())]);
            let group = |o: &mut ChartOptions| o.group.clone_from(&left.column);
            offers.push(Offer { label, actions: vec![Action::chart(options, group)] });
            continue;
        }
        for &code in left.totals.iter().take(OFFERED) {
            let Some(entry) = category.dictionary.get(code) else { continue };
            let name = entry_name(&left.column, entry, lang);
            let label = m::OFFER_TOTAL.fill(lang, &[("name", &name)]);
            let actions = vec![Action::Choose(left.column.clone(), entry.id.clone())];
            offers.push(Offer { label, actions });
            let message = match (is_single, engine.is_part(&left.column, code)) {
                (true, _) => m::OFFER_DRAW_TOTAL,
                (false, true) => m::OFFER_NO_PART,
                (false, false) => m::OFFER_NO_TOTAL,
            };
            let label = message.fill(lang, &[("name", &name)]);
            let key = Filter::said(Filter::PARTS, &left.column);
            offers.push(Offer { label, actions: vec![Action::Toggle(key, entry.id.clone())] });
        }
    }
    offers
}

/// The one value that a reader chose of a column, to be told a total: whoever looks at it alone sees whether it is one.
pub(super) fn offers_to_say(engine: &Engine, lang: Lang) -> Vec<Offer> {
    let table = engine.table();
    let mut offers = Vec::new();
    for (column, category) in table.dimensions() {
        let chosen = engine.filter().values(&column.key).filter(|values| values.len() == 1);
        let entry = chosen.and_then(|values| {
            let code = category.dictionary.code(values.first()?)?;
            category.dictionary.get(code).filter(|_| !engine.is_total(&column.key, code))
        });
        let Some(entry) = entry.filter(|_| category.dictionary.len() > 2) else { continue };
        let parts = Filter::said(Filter::PARTS, &column.key);
        let is_said = engine.filter().values(&parts).is_some_and(|v| v.contains(&entry.id));
        let said = if is_said { parts } else { Filter::said(Filter::TOTALS, &column.key) };
        let name = entry_name(&column.key, entry, lang);
        let label = m::OFFER_IS_TOTAL.fill(lang, &[("name", &name)]);
        let toggle = Action::Toggle(said, entry.id.clone());
        offers.push(Offer { label, actions: vec![toggle, Action::Lift(column.key.clone())] });
    }
    offers
}

/// The columns by which a chart takes rows together; `None` where it takes none.
pub(super) fn grouped(table: &Table, choice: &Choice) -> Option<Vec<String>> {
    let key = |role| table.by_role(role).map(|column| column.key.clone());
    let sides = [choice.group.clone(), choice.split.clone()];
    let columns: Vec<Option<String>> = match (choice.mark, choice.measure) {
        // A point a part: a total stands for all of them and not among them.
        (Mark::Scatter, _) => vec![key(Role::Time)],
        (Mark::Histogram, _) => Vec::new(),
        (_, Measure::Sum | Measure::Mean) if choice.mark == Mark::Line => {
            vec![choice.group.clone(), key(Role::Time)]
        }
        (_, Measure::Sum | Measure::Mean) => sides.into(),
        _ => return None,
    };
    let columns = columns.into_iter().flatten();
    Some(columns.filter(|column| !adds_up(choice, column)).collect())
}

/// Whether the groups of a column are drawn as parts of one whole, in which a total would count twice.
pub(super) fn adds_up(choice: &Choice, column: &str) -> bool {
    choice.measure == Measure::Sum
        && (choice.mark == Mark::Treemap
            || (choice.mark == Mark::Bar
                && !choice.facets
                && choice.split.as_deref() == Some(column)))
}
