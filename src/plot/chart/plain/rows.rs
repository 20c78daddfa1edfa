//! The rows with the greatest numbers, a bar each.

use super::line_words::headings;
use crate::chart::palette::NEUTRAL;
use crate::chart::{Category, ChartSpec, Datum, Extent, MarkKind};
use crate::column::{Data, Role};
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::choice::Choice;
use crate::plot::chart::meant::Meant;
use crate::plot::chart::side::{hue_of, total_tag, value_label};
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Listing, MOST_ROWS, PREFIX, Plan, open};
use crate::query::SortKey;
use crate::state::Mark;
use crate::words::told_of;

/// Roles that name a row, the first of which leads.
const NAMES: [Role; 4] = [Role::Series, Role::Area, Role::Topic, Role::Category];

pub(super) fn plan(s: &mut Subject, choice: &Choice) -> Option<Plan> {
    let key = choice.value.as_deref()?;
    let sort = SortKey { column: key.to_owned(), descending: true };
    let rows = s.engine.page(Some(&sort), 0..MOST_ROWS);
    let table = s.table.clone();
    let Data::Measure(figures) = &table.column(key)?.data else { return None };
    let rows: Vec<(usize, f64)> =
        rows.into_iter().filter_map(|row| Some((row, figures.float(row)?))).collect();
    let drawn = |value: f64| !choice.log || value > 0.0;
    let rows: Vec<(usize, f64)> = rows.into_iter().filter(|&(_, value)| drawn(value)).collect();
    if rows.is_empty() {
        return None;
    }
    let names: Vec<(String, String)> = rows.iter().map(|&(row, _)| name(s, row)).collect();
    let topics = table.by_role(Role::Topic);
    let meant: Vec<Option<Meant>> =
        rows.iter().map(|&(row, _)| Meant::of_row(&table, key, row)).collect();
    let told: Vec<(Extent, String)> = rows
        .iter()
        .zip(&meant)
        .map(|(&(_, value), meant)| Meant::told(meant.as_ref(), value, s.lang))
        .collect();
    let datum = |at: u32| {
        let (row, _) = rows[at as usize];
        let (name, note) = &names[at as usize];
        let (extent, label) = told[at as usize].clone();
        let topic = topics.zip(table.category_by_role(Role::Topic));
        let hue = topic.and_then(|(column, topics)| hue_of(column, topics.code(row)?));
        let flags = meant[at as usize].as_ref().map_or("", |meant| meant.flags(s.lang));
        let parts = [label.as_str(), note, flags].into_iter().filter(|part| !part.is_empty());
        Datum {
            id: at,
            category: at,
            extent,
            hue: hue.unwrap_or(NEUTRAL),
            tip: told_of(name, parts, s.lang),
            label,
            ..Datum::default()
        }
    };
    let spec = ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: if choice.mark == Mark::Dot { MarkKind::Dot } else { MarkKind::Bar },
        categories: names
            .iter()
            .map(|(name, note)| Category { name: name.clone(), note: note.clone(), hue: None })
            .collect(),
        data: (0_u32..).take(rows.len()).map(datum).collect(),
        value: choice.axis(false),
        ..ChartSpec::default()
    };
    let what = s.name(key);
    let all = s.engine.matching();
    let note = m::LARGEST_ROWS.count(
        s.lang,
        rows.len(),
        &[("all", &crate::i18n::grouped(&all.to_string()))],
    );
    let notes = if all > rows.len() { vec![note] } else { Vec::new() };
    let header = vec![m::MEASURE_ROW.get(s.lang).to_owned(), String::new(), what.clone()];
    let line = |((name, note), (_, label)): (&(String, String), &(Extent, String))| {
        vec![name.clone(), note.clone(), label.clone()]
    };
    let listing = Listing { header, rows: names.iter().zip(&told).map(line).collect() };
    let targets = rows.iter().map(|&(row, _)| open(&table, row)).collect();
    let offers = super::settle::offers(s, choice);
    let title = m::TITLE_LARGEST_ROWS.fill(s.lang, &[("value", &s.titled(key))]);
    let unit = s.unit(key);
    Some(Plan {
        headings: headings(s, title, unit, None),
        notes,
        listing,
        targets,
        offers,
        spec,
        ..Plan::default()
    })
}

/// What a row is called, and its period with what else names it.
fn name(s: &Subject, row: usize) -> (String, String) {
    let mut names: Vec<String> = Vec::new();
    for role in NAMES {
        let column = s.table.by_role(role);
        let code = s.table.category_by_role(role).and_then(|category| category.code(row));
        names.extend(column.zip(code).map(|(column, code)| value_label(column, code, s.lang)));
    }
    let time = s.table.by_role(Role::Time).zip(s.table.time());
    let time =
        time.and_then(|(column, time)| Some(value_label(column, time.codes().code(row)?, s.lang)));
    let total = NAMES.into_iter().find_map(|role| {
        let (column, codes) = s.table.by_role(role).zip(s.table.category_by_role(role))?;
        Some(total_tag(s.engine, &column.key, codes.code(row)?))
    });
    let total = total.flatten().map(|tag| s.says(tag));
    let mut names = names.into_iter();
    let first = names.next().or_else(|| s.table.key(row).map(|key| key.into_owned()));
    let rest: Vec<String> = total.into_iter().chain(time).chain(names).collect();
    (first.unwrap_or_default(), rest.join(w::SEPARATOR.get(s.lang)))
}
