//! The active filters, each of which can be removed.

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::chart::TextSize;
use crate::chart::measure::cut_between_words;
use crate::column::Table;
use crate::i18n::catalog::filter as m;
use crate::query::{Clause, Filter};
use crate::state::Action;
use crate::ui::{Explorer, Icon, late, use_explorer};
use crate::words::{clause_text, value_name};

/// The words of a chip are no wider, in px.
const LONGEST: f64 = 260.0;

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
        let table = explorer.table();
        explorer.filter.with(|filter| chips(&table, filter, explorer.lang.get()))
    });
    let has_chips = Memo::new(move |_| chips.with(|c| !c.is_empty()));
    move || has_chips.get().then(|| late(move || list(explorer, chips)))
}

fn list(explorer: Explorer, chips: Memo<Vec<Chip>>) -> AnyView {
    let count = Memo::new(move |_| chips.with(Vec::len));
    // Places that keep their elements: while a range is dragged only words change, and where a chip is removed the
    // focus is on the next.
    let item = move |at: usize| {
        let chip = Memo::new(move |_| chips.with(|c| c.get(at).cloned()));
        let text = move || chip.get().map(|chip| chip.text).unwrap_or_default();
        // The title of a release is longer than a line: what is cut stands in the tip.
        let short = move || cut_between_words(&text(), TextSize::Body, LONGEST);
        let label = move || m::REMOVE.fill(explorer.lang.get(), &[("name", &text())]);
        let remove = move |_| {
            if let Some(chip) = chip.get_untracked() {
                explorer.act(chip.action);
            }
        };
        view! {
            <li>
                <button type="button" class="chip" aria-label=label title=text data-testid="chip" on:click=remove>
                    <span>{short}</span>
                    <Icon icon=Icon::Close />
                </button>
            </li>
        }
    };
    view! {
        <ul class="chips" aria-label=explorer.t(m::CHOSEN)>
            <For each=move || 0..count.get() key=|at| *at children=item />
            <li>
                <button type="button" class="quiet" data-testid="clear-all" on:click=move |_| explorer.act(Action::LiftAll)>
                    {explorer.t(m::CLEAR_ALL)}
                </button>
            </li>
        </ul>
    }
    .into_any()
}

fn chips(table: &Table, filter: &Filter, lang: Lang) -> Vec<Chip> {
    // A clause on a column that this data does not have filters nothing.
    let has = |column: &str| {
        let own = Filter::told_of(column).unwrap_or(column);
        own == Filter::TEXT || table.column(own).is_some()
    };
    filter
        .iter()
        .filter(|(column, _)| has(column))
        .flat_map(|(column, clause)| match clause {
            Clause::AnyOf(values) => values
                .iter()
                .map(|id| Chip {
                    text: match Filter::told_of(column) {
                        None => value_name(table, column, id, lang),
                        Some(_) => {
                            clause_text(table, column, &Clause::AnyOf([id.clone()].into()), lang)
                        }
                    },
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
