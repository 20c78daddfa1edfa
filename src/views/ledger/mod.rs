//! The ledger view: promises in groups, each as a sentence, a picture and a calendar; projects without a target in one line.

mod promise;
mod sign;

use leptos::prelude::*;

use self::promise::PromiseRow;
use crate::base::lang::Lang;
use crate::column::Role;
use crate::i18n::catalog::empty::GO_ON;
use crate::i18n::catalog::words::{COMMA, SEPARATOR};
use crate::i18n::catalog::{data, ledger as m};
use crate::plot::ledger::{GroupPlan, LedgerPlan, RowPlan, Title};
use crate::session::Ledger;
use crate::state::{Action, Grouping};
use crate::ui::components::{Cells, Offers, TextTable, kept};
use crate::ui::use_explorer;
use crate::words::{behind_figure, unbroken};

/// The ledger view.
#[component]
pub fn LedgerView() -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.ledger);
    let caption = if explorer.is_published() { m::CAPTION } else { m::CAPTION_ROWS };
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
    let groups = move || {
        let by = options.with(|o| o.promises);
        let of = |group: &GroupPlan| GroupOf {
            id: group.id.clone(),
            name: group.name.clone(),
            year: group.year.clone(),
            by,
        };
        plan.with(|plan| plan.groups.iter().map(of).collect::<Vec<_>>())
    };
    let body = move || {
        if lacks.get() {
            return view! {
                <h2 id="ledger-title">{explorer.t(m::TITLE_ROWS)}</h2>
                <p class="ledger-sentence" data-testid="ledger-needs">{explorer.t(m::NEEDS)}</p>
            }
            .into_any();
        }
        view! {
            <h2 id="ledger-title" tabindex="-1" data-testid="ledger-title">{move || plan.with(|p| headline(&p.title, explorer.lang.get()))}</h2>
            <p class="ledger-explained">{explorer.t(m::EXPLAINED)}</p>
            <Show when=move || plan.with(|p| !p.sentence.is_empty())>
                <p class="ledger-sentence" data-testid="ledger-sentence">{move || plan.with(|p| p.sentence.clone())}</p>
            </Show>
            {move || {
                let offers = plan.with(|p| p.offers.clone());
                view! { <Offers lead=GO_ON offers=offers testid="ledger-offer" focus="ledger-title" /> }
            }}
            {kept(groups, move |of| view! { <Group plan=plan of=of /> }.into_any())}
            <GroupingChoice />
            <TextTable cells=cells open_row=open_row />
        }
        .into_any()
    };
    view! {
        <section class="ledger" aria-labelledby="ledger-title" data-testid="ledger">
            {body}
        </section>
    }
}

/// A title that breaks between its clauses where there is room for each, with its figure set off.
fn headline(title: &Title, lang: Lang) -> impl IntoView + use<> {
    let (separator, hue) = (SEPARATOR.get(lang), title.hue);
    let [before, figure, after] = title.parts();
    let (clauses, own) = match before.rfind(separator) {
        Some(at) => before.split_at(at + separator.len()),
        None => ("", before),
    };
    let clauses = clauses.split_inclusive(separator).map(str::to_owned);
    let (own, figure, after) = (own.to_owned(), unbroken(figure), after.to_owned());
    let figure = (!figure.is_empty())
        .then(|| view! { <strong class=format!("fill-hue-{hue}")>{figure}</strong> });
    view! {
        {clauses.map(|clause| view! { <span class="clause">{clause}</span> }).collect_view()}
        <span class="clause">{own}{figure}{after}</span>
    }
}

/// Which promises stand together, and under what.
#[derive(Clone, PartialEq)]
struct GroupOf {
    id: String,
    name: String,
    year: String,
    by: Grouping,
}

/// The promises of a place or a field.
#[component]
fn Group(
    /// The whole ledger.
    plan: Memo<LedgerPlan>,
    /// Which of its groups.
    of: GroupOf,
) -> impl IntoView {
    let GroupOf { id, name, year, by } = of;
    let title = format!("ledger-group-{id}");
    let labelled = title.clone();
    let group = Memo::new(move |_| {
        let found = |plan: &LedgerPlan| plan.groups.iter().find(|group| group.id == id).cloned();
        plan.with(found).unwrap_or_default()
    });
    // Where the heading tells the release, its promises need not.
    let is_dated = !year.is_empty();
    let row = move |row| view! { <PromiseRow row=row by=by is_dated=is_dated /> }.into_any();
    let rows = move || group.with(|group| group.rows.clone());
    let rest = Memo::new(move |_| group.with(|group| (group.rest.clone(), group.beside.clone())));
    view! {
        <section class="ledger-group" aria-labelledby=labelled data-testid="ledger-group">
            <h3 id=title>{name} " " <small>{year}</small></h3>
            <Show when=move || group.with(|group| !group.rows.is_empty())>
                <ul>{kept(rows, row)}</ul>
            </Show>
            {move || {
                let (rows, beside) = rest.get();
                (!rows.is_empty()).then(|| view! { <Rest rows=rows beside=beside /> })
            }}
        </section>
    }
}

/// Projects without a printed target in one line; each leads to its figures.
#[component]
fn Rest(
    /// The projects.
    rows: Vec<RowPlan>,
    /// How many they are.
    beside: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let last = rows.len();
    let lang = explorer.lang.get_untracked();
    let (end, told) = behind_figure(m::NO_TARGET.get(lang));
    let one = move |(at, row): (usize, RowPlan)| {
        let RowPlan { name, all, .. } = row;
        // Drawn within the button, so that it stands behind the last word of a name that takes two lines.
        let mark = if at + 1 < last { COMMA.get(lang) } else { end };
        view! {
            <span class="ledger-named">
                <button type="button" class="figure-button" on:click=move |_| explorer.act_together(all.clone())>
                    <span data-mark=mark.trim_end()>{name}</span>
                </button>
                <span class="visually-hidden">{mark}</span>
            </span>
        }
    };
    view! {
        <p class="ledger-rest" data-testid="ledger-projects">
            {beside} {rows.into_iter().enumerate().map(one).collect_view()} {told}
        </p>
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
