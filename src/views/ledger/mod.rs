//! The ledger view: promises in groups, each with its strip, its figures and how it stands; projects folded under them.

mod promise;
mod sign;

use leptos::prelude::*;

use self::promise::PromiseRow;
use self::sign::Sign;
use crate::column::Role;
use crate::i18n::catalog::{data, ledger as m};
use crate::plot::ledger::{GroupPlan, LedgerPlan, RowPlan};
use crate::session::Ledger;
use crate::state::{Action, Grouping};
use crate::ui::components::{Cells, TextTable};
use crate::ui::use_explorer;

/// The ledger view.
#[component]
pub fn LedgerView() -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.ledger);
    let (title, caption) = match explorer.is_published() {
        true => (m::TITLE, m::CAPTION),
        false => (m::TITLE_ROWS, m::CAPTION_ROWS),
    };
    let asked = explorer.ask(move || {
        Some(Ledger {
            filter: explorer.drawn.get(),
            options: options.get(),
            lang: explorer.lang.get(),
        })
    });
    // An answer that says there is no ledger is an answer too.
    let lacks = Memo::new(move |_| asked.with(|answer| matches!(answer, Some(None))));
    let plan = Memo::new(move |_| asked.get().flatten().unwrap_or_default());
    let cells = Signal::derive(move || {
        plan.with(|plan| Cells {
            caption: caption.get(explorer.lang.get()).to_owned(),
            header: plan.listing.header.clone(),
            rows: plan.listing.rows.clone(),
        })
    });
    let open_row = Callback::new(move |at: usize| {
        let key = plan.with_untracked(|plan| plan.keys.get(at).cloned());
        if let Some(key) = key.filter(|key| !key.is_empty()) {
            explorer.act(Action::Open(key));
        }
    });
    let body = move || {
        if lacks.get() {
            return view! { <p class="ledger-sentence" data-testid="ledger-needs">{explorer.t(m::NEEDS)}</p> }
                .into_any();
        }
        view! {
            <p class="ledger-sentence" data-testid="ledger-sentence">{move || plan.with(|p| p.sentence.clone())}</p>
            <GroupingChoice />
            <Keys plan=plan />
            {move || {
                let by = options.with(|o| o.promises);
                plan.with(|p| p.groups.clone()).into_iter().map(|g| group(g, by)).collect_view()
            }}
            <TextTable cells=cells open_row=open_row />
        }
        .into_any()
    };
    view! {
        <section class="ledger" aria-labelledby="ledger-title" data-testid="ledger">
            <h2 id="ledger-title">{explorer.t(title)}</h2>
            {body}
        </section>
    }
}

fn group(group: GroupPlan, by: Grouping) -> impl IntoView {
    let GroupPlan { id, name, told, rows, projects, beside } = group;
    let title = format!("ledger-group-{id}");
    let labelled = title.clone();
    let list = move |rows: Vec<RowPlan>| {
        let row = move |row| view! { <PromiseRow row=row by=by /> };
        (!rows.is_empty()).then(|| view! { <ul>{rows.into_iter().map(row).collect_view()}</ul> })
    };
    // Where there are no promises, the projects are what is to be seen.
    let is_open = rows.is_empty();
    let projects = (!projects.is_empty()).then(|| {
        view! {
            <details class="ledger-projects" open=is_open data-testid="ledger-projects">
                <summary>{beside}</summary>
                {list(projects)}
            </details>
        }
    });
    view! {
        <section class="ledger-group" aria-labelledby=labelled data-testid="ledger-group">
            <div class="section-head">
                <h3 id=title>{name}</h3>
                <p class="muted">{told}</p>
            </div>
            {list(rows)}
            {projects}
        </section>
    }
}

/// What promises are grouped by, where there is a choice.
#[component]
fn GroupingChoice() -> impl IntoView {
    let explorer = use_explorer();
    let table = explorer.table();
    let has = |role| table.by_role(role).is_some();
    if !(has(Role::Area) && has(Role::Topic)) {
        return ().into_any();
    }
    let choice = |(by, name)| {
        let pressed = move || explorer.options.with(|o| o.ledger.promises == by).to_string();
        view! {
            <button
                type="button"
                aria-pressed=pressed
                data-testid=format!("group-{}", Grouping::id(by))
                on:click=move |_| explorer.change(|o| o.ledger.promises = by)
            >
                {explorer.t(name)}
            </button>
        }
    };
    view! {
        <div class="ledger-grouping" role="group" aria-label=explorer.t(m::GROUPING)>
            <span class="muted" aria-hidden="true">{explorer.t(m::GROUPING)}</span>
            {[(Grouping::Place, data::PLACE), (Grouping::Domain, data::DOMAIN)].map(choice).collect_view()}
        </div>
    }
    .into_any()
}

/// What strips and signs mean.
#[component]
fn Keys(plan: Memo<LedgerPlan>) -> impl IntoView {
    let explorer = use_explorer();
    let is_published = explorer.is_published();
    let rule = if is_published { m::RULE } else { m::RULE_ROWS };
    let sign = |(status, name)| view! { <li><Sign status=status />{name}</li> };
    let has_bars = Memo::new(move |_| {
        plan.with(|p| {
            let rows = p.groups.iter().flat_map(|g| g.rows.iter().chain(&g.projects));
            rows.map(|row| &row.bars).any(|bars| !bars.is_empty())
        })
    });
    let fills = [
        ("swatch swatch-solid", m::DONE_KEY),
        ("swatch swatch-hatched", m::BEGUN_KEY),
        ("swatch swatch-hollow", m::WHOLE_KEY),
    ];
    // Of a table's targets nothing is told that is begun and not done.
    let fills = fills.into_iter().filter(move |(_, name)| is_published || *name != m::BEGUN_KEY);
    let fill = move |(class, name)| view! { <li><span class=class aria-hidden="true"></span>{explorer.t(name)}</li> };
    view! {
        <div class="ledger-keys">
            <ul class="legend">{move || plan.with(|p| p.statuses.clone()).into_iter().map(sign).collect_view()}</ul>
            <Show when=move || has_bars.get()>
                <ul class="legend">{fills.clone().map(fill).collect_view()}</ul>
            </Show>
            <p class="ledger-rule">{explorer.t(rule)}</p>
        </div>
    }
}
