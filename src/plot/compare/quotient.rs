//! One measure of any table divided by another, in every area: the sum of the one by the sum of the other.

use std::collections::BTreeMap;

use super::types::Menu;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{Category as Bar, ChartSpec, Datum, MarkKind, ValueAxis};
use crate::column::{Column, Data, Entry, Table};
use crate::i18n::catalog::compare as m;
use crate::i18n::unit_of_name;
use crate::plot::chart::{Headings, Listing, Plan, marked, told_label, total_tag, totals_left_out};
use crate::plot::known::{Known, Slack, slack};
use crate::plot::measure::{adds_up, measures};
use crate::query::Engine;
use crate::state::Action;
use crate::words::{column_name, entry_name};

/// The most areas drawn; the listing has them all.
const MOST: usize = 24;

/// What a measure can be divided by: others whose numbers add up, as its own do. Nothing where these measure unlike things.
pub(super) fn menu(engine: &mut Engine, subject: &str, chosen: &str, lang: Lang) -> Menu {
    let table = engine.table().clone();
    let others = measures(&table).filter(|c| c.key != subject && adds_up(engine, &c.key));
    let others: Vec<_> = others.map(|c| (c.key.clone(), column_name(c, lang))).collect();
    if others.is_empty() || !adds_up(engine, subject) {
        return Menu::default();
    }
    let chosen = others.iter().find(|(key, _)| key == chosen).map(|(key, _)| key.clone());
    let none = (String::new(), m::NO_PER_ROWS.get(lang).to_owned());
    let items = std::iter::once(none).chain(others).collect();
    Menu::plain(items, chosen.unwrap_or_default())
}

/// The quotients as bars, the greatest first; `None` where no row has both numbers.
pub(super) fn plan(
    engine: &mut Engine,
    area: &str,
    (subject, per): (&str, &str),
    lang: Lang,
) -> Option<Plan> {
    let table = engine.table().clone();
    let (subject, per) = (table.column(subject)?, table.column(per)?);
    let sums = sums(engine, area, subject, per)?;
    let category = table.category(area)?;
    let has_both = |table: &Table, row: usize| {
        let number = |key: &str| match &table.column(key)?.data {
            Data::Measure(figures) => figures.float(row),
            _ => None,
        };
        number(&subject.key).and(number(&per.key)).and(category.code(row))
    };
    let slack = [&subject.key, &per.key].map(|key| slack(engine, key, &[area], has_both));
    let quotient = |(&code, &(n, a, b)): (&u32, &(u32, f64, f64))| {
        let entry = category.dictionary.get(code)?;
        let known = |sum: f64, n: u32, all: &BTreeMap<u32, Slack>| {
            Known::of(sum, (n, 1.0), all.get(&code), lang)
        };
        let (a, b) = (known(a, n, &slack[0]), known(b, n, &slack[1]));
        Some((code, entry, a.divided_by(&b, lang)?, [a.text, b.text]))
    };
    let mut all: Vec<_> = sums.iter().filter_map(quotient).collect();
    all.order_by(|(_, _, a, _), (_, _, b, _)| b.extent.mid.total_cmp(&a.extent.mid));
    if all.is_empty() {
        return None;
    }
    let column = table.column(area)?;
    let (a, b) = (column_name(subject, lang), column_name(per, lang));
    let unit = unit_of_name(&a).zip(unit_of_name(&b));
    let unit = unit.map(|(a, b)| m::PER_UNIT.fill(lang, &[("a", a), ("b", b)]));
    let title = m::QUOTIENT_OF.fill(lang, &[("a", &a), ("b", &b)]);
    let mut plan = Plan::default();
    // Set among its parts, a total is said to be one.
    let told = |code: u32| told_label(engine, column, code, lang);
    for (id, (code, entry, value, _)) in (0..).zip(all.iter().take(MOST)) {
        let (name, label) = (entry_name(area, entry, lang), value.text.clone());
        let tip = m::BAR_TIP.fill(lang, &[("name", &told(*code)), ("value", &label)]);
        let note = total_tag(engine, area, *code).map_or("", |tag| tag.get(lang)).to_owned();
        let extent = value.extent;
        plan.spec.data.push(Datum { id, category: id, extent, label, tip, ..Datum::default() });
        plan.spec.categories.push(Bar { name, note, ..Bar::default() });
        plan.targets.push(Some(Action::Choose(area.to_owned(), entry.id.clone())));
    }
    let row = |(code, _, value, [a, b]): &(u32, &Entry, Known, [String; 2])| {
        vec![told(*code), value.text.clone(), a.clone(), b.clone()]
    };
    let place = column_name(column, lang);
    plan.listing =
        Listing { header: vec![place, title.clone(), a, b], rows: all.iter().map(row).collect() };
    plan.headings = Headings { title, subtitle: unit.unwrap_or_default(), ..Headings::default() };
    plan.notes = totals_left_out(engine, &[area], lang);
    let names = [(&subject.key, &plan.listing.header[2]), (&per.key, &plan.listing.header[3])];
    let marks = names.into_iter().filter_map(|(key, name)| marked(engine, (key, name), lang));
    plan.notes.extend(marks);
    plan.spec = ChartSpec {
        prefix: "compare-per".to_owned(),
        mark: MarkKind::Bar,
        value: ValueAxis { zero: true, ..ValueAxis::default() },
        ..plan.spec
    };
    Some(plan)
}

/// How many rows have a number of both measures, and the sums of these, by area.
fn sums(
    engine: &mut Engine,
    area: &str,
    subject: &Column,
    per: &Column,
) -> Option<BTreeMap<u32, (u32, f64, f64)>> {
    let (Data::Measure(a), Data::Measure(b)) = (&subject.data, &per.data) else { return None };
    let table = engine.table().clone();
    let areas = table.category(area)?;
    let mut sums: BTreeMap<u32, (u32, f64, f64)> = BTreeMap::new();
    for row in engine.counting_rows(&[area]).iter() {
        if let (Some(code), Some(a), Some(b)) = (areas.code(row), a.float(row), b.float(row)) {
            let sum = sums.entry(code).or_default();
            *sum = (sum.0 + 1, sum.1 + a, sum.2 + b);
        }
    }
    Some(sums)
}
