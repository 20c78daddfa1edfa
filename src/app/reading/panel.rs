//! All that was decided of a table, with how sure it is and why, beside the first rows; folded until a reader asks.

use leptos::prelude::*;

use super::{change, controls, first, told};
use crate::base::lang::Lang;
use crate::i18n::catalog::reading as m;
use crate::import::{Decision, Plan, Subject, Sure, decisions};
use crate::ui::{Explorer, OpenedTables};

/// Decisions that are listed: a table may have thousands of columns.
const LISTED: usize = 120;

/// The panel.
pub(super) fn panel(
    explorer: Explorer,
    opened: OpenedTables,
    plan: &Plan,
    lang: Lang,
) -> impl IntoView + use<> {
    let all = decisions(plan, &opened.told(), &opened.choices());
    let unsure = all.iter().filter(|decision| decision.basis.sure == Sure::Guessed).count();
    let count = all.len();
    let summary = match unsure {
        0 => m::PANEL.count(lang, count, &[]),
        _ => m::PANEL_UNSURE.count(lang, unsure, &[("all", &count.to_string())]),
    };
    let open = opened.reading_unfolded;
    let plan = StoredValue::new(plan.clone());
    let all = StoredValue::new(all);
    let body = move || {
        open.get().then(|| {
            let plan = plan.get_value();
            let list = list(opened, explorer, &plan, &all.get_value(), lang);
            view! {
                <div class="reading-grid">
                    {list}
                    {first::first(explorer, &plan, lang)}
                </div>
                {controls::controls(explorer, opened, &plan, lang)}
            }
        })
    };
    view! {
        <details
            class="reading-panel"
            data-testid="reading-panel"
            prop:open=open
            on:toggle:target=move |event| open.set(event.target().open())
        >
            <summary>{summary}</summary>
            {body}
        </details>
    }
}

fn list(
    opened: OpenedTables,
    explorer: Explorer,
    plan: &Plan,
    all: &[Decision],
    lang: Lang,
) -> impl IntoView + use<> {
    let line = |decision: &Decision| {
        let text = told::decision(decision, plan, lang)?;
        let (sure, why) = (decision.basis.sure, told::basis(decision.basis, lang));
        let undo = (decision.subject == Subject::Total).then(|| {
            let (key, value) = (decision.column.clone(), decision.value.clone());
            let press = move |_| {
                change::apply(explorer, opened, opened.plan().with_total(&key, &value, false));
            };
            view! { <button type="button" class="quiet" on:click=press>{m::NOT_TOTAL.get(lang)}</button> }
        });
        Some(view! {
            <li class:is-unsure=sure == Sure::Guessed>
                <span>{text}</span>
                <span class="muted">{why}</span>
                {undo}
            </li>
        })
    };
    let lines = all.iter().filter_map(line).take(LISTED).collect_view();
    view! {
        <ul class="reading-list" aria-label=m::DECISIONS.get(lang) data-testid="reading-list" tabindex="0">
            {lines}
        </ul>
    }
}
