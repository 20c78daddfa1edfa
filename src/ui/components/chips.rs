//! The active filters, each of which can be removed.

use leptos::prelude::*;

use crate::base::date::{Day, PartialDate, civil};
use crate::base::lang::Lang;
use crate::column::Table;
use crate::i18n;
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::words::COMMA;
use crate::query::{Clause, Filter};
use crate::state::Action;
use crate::ui::{Icon, use_explorer};
use crate::words::entry_name;

/// One removable condition.
#[derive(Clone, PartialEq)]
struct Chip {
    text: String,
    action: Action,
}

/// The active filters.
#[component]
pub fn Chips() -> impl IntoView {
    let explorer = use_explorer();
    let chips = Memo::new(move |_| {
        let content = explorer.content();
        explorer.filter.with(|filter| chips(&content.table, filter, explorer.lang.get()))
    });
    view! {
        <Show when=move || chips.with(|c| !c.is_empty())>
            <ul class="chips" aria-label=explorer.t(m::CHOSEN)>
                {move || {
                    chips
                        .get()
                        .into_iter()
                        .map(|chip| {
                            let label = m::REMOVE.fill(explorer.lang.get(), &[("name", &chip.text)]);
                            view! {
                                <li>
                                    <button type="button" class="chip" aria-label=label data-testid="chip" on:click=move |_| explorer.act(chip.action.clone())>
                                        <span>{chip.text.clone()}</span>
                                        <Icon icon=Icon::Close />
                                    </button>
                                </li>
                            }
                        })
                        .collect_view()
                }}
                <li>
                    <button type="button" class="quiet" data-testid="clear-all" on:click=move |_| explorer.act(Action::LiftAll)>
                        {explorer.t(m::CLEAR_ALL)}
                    </button>
                </li>
            </ul>
        </Show>
    }
}

fn chips(table: &Table, filter: &Filter, lang: Lang) -> Vec<Chip> {
    // A clause on a column that this data does not have filters nothing.
    let has = |column: &str| column == Filter::TEXT || table.column(column).is_some();
    filter
        .iter()
        .filter(|(column, _)| has(column))
        .flat_map(|(column, clause)| match clause {
            Clause::AnyOf(values) => values
                .iter()
                .map(|id| Chip {
                    text: value_name(table, column, id, lang),
                    action: Action::Toggle(column.to_owned(), id.clone()),
                })
                .collect(),
            _ => vec![Chip {
                text: clause_text(table, column, clause, lang),
                action: Action::Lift(column.to_owned()),
            }],
        })
        .collect()
}

/// A condition in words.
pub(super) fn clause_text(table: &Table, column: &str, clause: &Clause, lang: Lang) -> String {
    match clause {
        Clause::AnyOf(values) => {
            let names: Vec<String> =
                values.iter().map(|id| value_name(table, column, id, lang)).collect();
            names.join(COMMA.get(lang))
        }
        Clause::During(from, to) => during_text(*from, *to, lang),
        Clause::Text(text) => m::QUOTED.fill(lang, &[("text", text)]),
        Clause::Between(from, to) if !from.is_finite() => format!("≤ {to}"),
        Clause::Between(from, to) if !to.is_finite() => format!("≥ {from}"),
        Clause::Between(from, to) => format!("{from} – {to}"),
        Clause::Codes(from, to) => format!("{from} – {to}"),
    }
}

/// A span of days in words; whole years as years.
pub(super) fn during_text(from: Option<Day>, to: Option<Day>, lang: Lang) -> String {
    let text = |day: Day, edge: fn(PartialDate) -> Day| {
        let (y, month, d) = civil(day);
        let year = PartialDate::Year(y);
        i18n::date(if edge(year) == day { year } else { PartialDate::Day(y, month, d) }, lang)
    };
    let from = from.map(|day| text(day, PartialDate::first_day));
    let to = to.map(|day| text(day, PartialDate::last_day));
    match (from, to) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => m::TIME_RANGE.fill(lang, &[("from", &from), ("to", &to)]),
        (Some(from), None) => m::SINCE.fill(lang, &[("from", &from)]),
        (None, Some(to)) => m::UNTIL.fill(lang, &[("to", &to)]),
        (None, None) => String::new(),
    }
}

fn value_name(table: &Table, column: &str, id: &str, lang: Lang) -> String {
    let entry = table.category(column).and_then(|c| c.dictionary.get(c.dictionary.code(id)?));
    entry.map_or_else(|| id.to_owned(), |entry| entry_name(column, entry, lang))
}
