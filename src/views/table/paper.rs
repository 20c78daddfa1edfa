//! The table on paper: every row, where the screen draws only those in sight.

use leptos::prelude::*;

use super::{Shown, cell};
use crate::i18n::catalog::table as m;
use crate::plot::table::{CellContent, Field, HeaderPlan, strips};
use crate::ui::Paper;

/// The most rows that are printed.
const MOST: usize = 5_000;
/// The most rows that are printed where they come from a worker: paper cannot wait, so they are fetched beforehand.
const HELD: usize = 500;

/// The whole table, for printing.
#[component]
pub(super) fn PrintedTable(
    /// What the table shows.
    shown: Shown,
) -> impl IntoView {
    let explorer = shown.explorer;
    let held = explorer.is_asked_later().then(|| explorer.ask(move || Some(shown.page(0..HELD))));
    let rows = move || match held {
        Some(held) => held.get_untracked(),
        None => explorer.ask_now(&shown.page(0..MOST)),
    };
    let content = move |()| table(shown, rows().map(|(_, page)| page.rows).unwrap_or_default());
    view! { <Paper content=Callback::new(content) /> }
}

fn table(shown: Shown, rows: Vec<Vec<CellContent>>) -> AnyView {
    let fields = shown.fields.get();
    let (lang, printed) = (shown.explorer.lang.get(), rows.len());
    let part = (printed < shown.len()).then(|| m::PRINTED_PART.count(lang, printed, &[]));
    // What is not on paper is told.
    let all =
        |h: &HeaderPlan| h.all.iter().filter(|heading| heading.field.role().is_some()).count();
    let hidden = shown.header.with(all).saturating_sub(fields.len());
    let is_told = hidden > 0 && !shown.explorer.is_published();
    let hidden = is_told.then(|| m::HIDDEN_COLUMNS.count(lang, hidden, &[]));
    let caption = std::iter::once(shown.header.with(|h| h.caption.clone()));
    let caption: Vec<String> = caption.chain(part).chain(hidden).collect();
    // A file may have more columns than paper is wide.
    let strips = match shown.explorer.is_published() {
        true => vec![(0..fields.len()).collect()],
        false => strips(&fields),
    };
    let count = strips.len();
    let strip = |(at, places): (usize, Vec<usize>)| {
        let values = [("at", (at + 1).to_string()), ("all", count.to_string())];
        let [a, b] = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        let told = (count > 1).then(|| m::PRINTED_STRIP.fill(lang, &[a, b]));
        let caption: Vec<String> = caption.iter().cloned().chain(told).collect();
        one(shown, &fields, &places, &rows, caption.join(" "))
    };
    strips.into_iter().enumerate().map(strip).collect_view().into_any()
}

/// Some of the columns of all rows.
fn one(
    shown: Shown,
    fields: &[Field],
    places: &[usize],
    rows: &[Vec<CellContent>],
    caption: String,
) -> AnyView {
    let own: Vec<&Field> = places.iter().filter_map(|&at| fields.get(at)).collect();
    let name = |field: &&Field| view! { <th scope="col" class=cell::class(field)>{shown.name(&field.key)}</th> };
    let line = |cells: &Vec<CellContent>| {
        let says = places.iter().map(|&at| cells.get(at).cloned().unwrap_or_default());
        let cell = |(says, field): (CellContent, &&Field)| {
            view! { <td class=cell::class(field)>{cell::draw(says)}</td> }
        };
        view! { <tr>{says.zip(&own).map(cell).collect_view()}</tr> }
    };
    view! {
        <table class="paper-table">
            <caption>{caption}</caption>
            <thead>
                <tr>{own.iter().map(name).collect_view()}</tr>
            </thead>
            <tbody>{rows.iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
