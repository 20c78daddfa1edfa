//! How a reader's own table was read, in lines that each can be undone: what stands across its columns, what is a note,
//! which sign begins the decimals.

pub(super) mod change;
mod controls;
mod first;
mod join;
mod panel;
mod question;
mod told;

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::i18n::Message;
use crate::i18n::catalog::reading as m;
use crate::i18n::catalog::words::COMMA;
use crate::import::{
    Across, Arrangement, DecimalSign, Kind, Layout, Note, OwnYear, Pairs, Plan, Together, Wide,
    YearFrom,
};
use crate::ui::{Explorer, OpenedTables, use_explorer, use_opened_tables};
use crate::words::listed;

/// The most notes that are shown.
const NOTES: usize = 40;

/// What could not be told for sure and would change figures: asked before anything is folded away.
#[component]
pub(super) fn Questions() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    move || question::questions(explorer, opened, &opened.plan(), explorer.lang.get())
}

/// What was told of the table, a line each, and all of it folded below.
#[component]
pub(super) fn Reading() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    move || reading(explorer, opened, explorer.lang.get())
}

fn reading(explorer: Explorer, opened: OpenedTables, lang: Lang) -> AnyView {
    let plan = opened.plan();
    // A table that nobody made a plan of, such as a data package, says itself what its columns are.
    if plan.columns.is_empty() {
        return ().into_any();
    }
    let lines = lines(&plan, lang);
    let joins = join::joins(opened, &plan, lang);
    let is_told = !lines.is_empty() || !plan.notes.is_empty() || !joins.is_empty();
    let line = |line: Line| {
        let change = line.change.map(|(label, wanted)| change(opened, label, wanted, lang));
        view! { <li><span>{line.text}</span>{change}</li> }
    };
    let notes = notes(opened, &plan, lang);
    let list = is_told.then(|| {
        view! {
            <ul class="reading" aria-label=m::READING.get(lang) data-testid="reading">
                {joins}
                {lines.into_iter().map(line).collect_view()}
                {notes}
            </ul>
        }
    });
    view! {
        {list}
        {controls::changes(opened, &plan, lang)}
        {panel::panel(explorer, opened, &plan, lang)}
    }
    .into_any()
}

/// A sentence, and what a press changes.
struct Line {
    text: String,
    change: Option<(Message, Arrangement)>,
}

impl Line {
    const fn of(text: String) -> Self {
        Self { text, change: None }
    }
}

/// A button by which the file is read again.
fn change(opened: OpenedTables, label: Message, wanted: Arrangement, lang: Lang) -> impl IntoView {
    let read = move |_| change::reread(opened, wanted.clone());
    view! {
        <button type="button" class="quiet" on:click=read>
            {label.get(lang)}
        </button>
    }
}

fn lines(plan: &Plan, lang: Lang) -> Vec<Line> {
    let mut lines: Vec<Line> =
        plan.layout.wide.iter().map(|wide| across(wide, plan, lang)).collect();
    lines.extend(plan.layout.year.map(|own| own_year(own, plan, lang)));
    lines.extend(made(plan, lang));
    lines.extend(head(&plan.layout, lang));
    lines.extend(decimals(plan, lang));
    lines.extend(periods(plan, lang));
    if plan.wanted != Arrangement::default() {
        let change = Some((m::AGAIN, Arrangement::default()));
        lines.push(Line { text: m::CHANGED.get(lang).to_owned(), change });
    }
    lines
}

/// What stands across the columns.
fn across(wide: &Wide, plan: &Plan, lang: Lang) -> Line {
    let (text, label) = match (wide.used, wide.across) {
        (true, Across::Time) => (m::WIDE_TIME, m::UNDO_WIDE),
        (true, Across::Area) => (m::WIDE_AREA, m::UNDO_WIDE),
        (false, Across::Time) => (m::AS_COLUMNS_TIME, m::DO_WIDE),
        (false, Across::Area) => (m::AS_COLUMNS_AREA, m::DO_WIDE),
    };
    let (first, last) = &wide.ends;
    let mut text = text.count(lang, wide.labels, &[("first", first), ("last", last)]);
    if wide.used && wide.marks > 0 {
        text = m::AND.fill(lang, &[("a", &text), ("b", &m::MARKS.count(lang, wide.marks, &[]))]);
    }
    if let Some((names, period)) = wide.last.as_ref().filter(|_| wide.used) {
        let names = listed(names.iter().map(String::as_str), COMMA, lang);
        let last = m::ONE_A_ROW.fill(lang, &[("list", &names), ("period", period)]);
        text = m::AND.fill(lang, &[("a", &text), ("b", &last)]);
    }
    let wanted = Arrangement { long: wide.used, ..plan.wanted.clone() };
    Line { text, change: Some((label, wanted)) }
}

/// Where the year of months comes from that stand without one; a guess is undone by leaving them as they stand.
fn own_year(own: OwnYear, plan: &Plan, lang: Lang) -> Line {
    let message = match own.from {
        YearFrom::Nowhere => return Line::of(m::YEAR_NOWHERE.get(lang).to_owned()),
        YearFrom::Above => m::YEAR_ABOVE,
        YearFrom::FileName => m::YEAR_FILE_NAME,
        YearFrom::Sheet => m::YEAR_SHEET,
        YearFrom::Reader => m::YEAR_READER,
    };
    let text = message.fill(lang, &[("year", &own.year.to_string())]);
    let wanted = Arrangement { long: true, ..plan.wanted.clone() };
    // Across the columns the line of these undoes it.
    let change = plan.layout.wide.is_none().then_some((m::AS_IT_STANDS, wanted));
    Line { text, change }
}

/// What was made of columns beyond what each says alone: a time of years and months, labels for the blanks below them,
/// figures multiplied, a table turned.
fn made(plan: &Plan, lang: Lang) -> Vec<Line> {
    let layout = &plan.layout;
    let wanted = |used: bool| Arrangement { long: used, ..plan.wanted.clone() };
    let change = |used: bool| Some((if used { m::AS_IT_STANDS } else { m::READ_SO }, wanted(used)));
    let of = |told: &Option<Together>, done: Message, undone: Message| {
        told.as_ref().map(|told| {
            let list = listed(told.columns.iter().map(String::as_str), COMMA, lang);
            let message = if told.used { done } else { undone };
            Line { text: message.fill(lang, &[("list", &list)]), change: change(told.used) }
        })
    };
    // Months alone with the year of the whole table are told by the line of that.
    let is_told = |told: &Together| told.used && told.columns.len() == 1;
    let together = layout.together.clone().filter(|told| !is_told(told));
    let turned = layout.turned.map(|used| {
        let message = if used { m::TURNED } else { m::NOT_TURNED };
        Line { text: message.get(lang).to_owned(), change: change(used) }
    });
    [
        turned,
        of(&together, m::TOGETHER, m::APART),
        of(&layout.groups, m::GROUPS, m::BLANKS),
        of(&layout.scaled, m::SCALED, m::NOT_SCALED),
        of(&layout.statistics, m::STATISTICS, m::NOT_STATISTICS),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What stands above the figures.
fn head(layout: &Layout, lang: Lang) -> Vec<Line> {
    let said = |message: Message, text: &Option<String>| {
        text.as_ref().map(|text| Line::of(message.fill(lang, &[("text", text)])))
    };
    let counted = |message: Message, rows: usize, least: usize| {
        (rows >= least).then(|| Line::of(message.count(lang, rows, &[])))
    };
    [
        said(m::TITLE, &layout.title),
        said(m::UNIT, &layout.unit),
        counted(m::HEADER, layout.header, 2),
        counted(m::UNDER, layout.under, 1),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Columns whose decimals begin with a comma.
fn decimals(plan: &Plan, lang: Lang) -> Option<Line> {
    let is_comma = |column: &&crate::import::ColumnPlan| {
        column.kind == Kind::Number && column.form.decimal == DecimalSign::Comma
    };
    let columns: Vec<_> = plan.columns.iter().filter(is_comma).collect();
    if columns.is_empty() {
        return None;
    }
    let wanted = columns.iter().fold(plan.wanted.clone(), |wanted, column| {
        wanted.with_decimal(&column.key, DecimalSign::Point)
    });
    let list = listed(columns.iter().map(|column| column.name.as_str()), COMMA, lang);
    Some(Line {
        text: m::COMMA.fill(lang, &[("list", &list)]),
        change: Some((m::COMMA_TO_POINT, wanted)),
    })
}

/// Periods that could be read in another way.
fn periods(plan: &Plan, lang: Lang) -> Vec<Line> {
    let told = |column: &crate::import::ColumnPlan| {
        let message = match column.time.pairs {
            _ if column.kind != Kind::Time => return None,
            Pairs::Month => return None,
            Pairs::Fiscal => m::FISCAL,
            Pairs::Years => m::SPANS,
        };
        Some(Line::of(message.fill(lang, &[("name", &column.name)])))
    };
    plan.columns.iter().filter_map(told).collect()
}

/// The notes, folded, and the way to read them as rows.
fn notes(opened: OpenedTables, plan: &Plan, lang: Lang) -> Option<impl IntoView + use<>> {
    let kept = plan.wanted.keep_notes;
    if plan.notes.is_empty() && !kept {
        return None;
    }
    let label = if kept { m::AS_NOTES } else { m::AS_ROWS };
    let wanted = Arrangement { keep_notes: !kept, ..plan.wanted.clone() };
    let is_row = |note: &Note| note.line > plan.layout.above + plan.layout.header;
    let has_rows = kept || plan.notes.iter().any(is_row);
    let note = |note: &Note| {
        let line = m::LINE.fill(lang, &[("line", &note.line.to_string())]);
        view! { <li><span class="muted">{line}</span>" "{note.text.clone()}</li> }
    };
    let summary = m::NOTES.count(lang, plan.notes.len(), &[]);
    Some(view! {
        <li>
            <details data-testid="reading-notes">
                <summary>{summary}</summary>
                <ul>{plan.notes.iter().take(NOTES).map(note).collect_view()}</ul>
            </details>
            {has_rows.then(|| change(opened, label, wanted, lang))}
        </li>
    })
}
