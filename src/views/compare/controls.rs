//! What is compared, and of which indicator or places.

use leptos::prelude::*;

use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::plot::compare::{ComparePlan, Group, Menu};
use crate::state::{CompareOptions, Comparison};
use crate::ui::use_explorer;

/// The kinds of comparison as small tabs.
#[component]
pub(super) fn Modes(
    /// The comparison.
    plan: Memo<ComparePlan>,
) -> impl IntoView {
    let explorer = use_explorer();
    let chosen = Memo::new(move |_| plan.with(|p| p.comparison));
    // Only releases report.
    let coverage = if explorer.is_published() { m::COVERAGE } else { m::COVERAGE_ROWS };
    let modes = [
        (Comparison::Across, m::ACROSS),
        (Comparison::Pair, m::PAIR),
        (Comparison::Coverage, coverage),
    ];
    let mode = move |(comparison, name): (Comparison, Message)| {
        view! {
            <button
                type="button"
                class="quiet"
                data-testid=format!("compare-{}", comparison.id())
                aria-pressed=move || (chosen.get() == comparison).to_string()
                on:click=move |_| explorer.change(|o| o.compare.comparison = comparison)
            >
                {explorer.t(name)}
            </button>
        }
    };
    view! {
        <div class="compare-modes" role="group" aria-label=explorer.t(m::MODES)>
            {modes.into_iter().map(mode).collect_view()}
        </div>
    }
}

/// What is compared, as a sentence: an indicator across places, one place with another, or who reports a field.
#[component]
pub(super) fn Sentence(
    /// The comparison.
    plan: Memo<ComparePlan>,
) -> impl IntoView {
    let explorer = use_explorer();
    let menu =
        move |part: fn(&ComparePlan) -> &Menu| Memo::new(move |_| plan.with(|p| part(p).clone()));
    let places =
        Memo::new(move |_| plan.with(|p| (p.lefts.chosen.clone(), p.rights.chosen.clone())));
    let swap = move |_| {
        let (left, right) = places.get_untracked();
        explorer.change(|o| (o.compare.left, o.compare.right) = (right, left));
    };
    let subject = if explorer.is_published() { m::SUBJECT } else { m::MEASURE };
    // Another indicator has divisors of its own.
    let choose = |o: &mut CompareOptions, id| (o.subject, o.per) = (id, String::new());
    let behind = Memo::new(move |_| plan.with(|p| p.behind.clone()));
    view! {
        <div class="compare-sentence">
            <Choice label=subject lead=m::SEE testid="compare-subject" menu=menu(|p| &p.subjects) choose=choose />
            <Choice label=m::LEFT lead=m::SEE testid="compare-left" menu=menu(|p| &p.lefts) choose=|o, id| o.left = id />
            <Choice label=m::RIGHT lead=m::BESIDE testid="compare-right" menu=menu(|p| &p.rights) choose=|o, id| o.right = id />
            <Choice label=m::DOMAIN lead=m::SEE testid="compare-unfold" menu=menu(|p| &p.fields) choose=|o, id| o.unfolded = id />
            <span>{behind}</span>
            <Show when=move || places.with(|(left, _)| !left.is_empty())>
                <button type="button" class="quiet" data-testid="compare-swap" on:click=swap>{explorer.t(m::SWAP)}</button>
            </Show>
        </div>
    }
}

/// What the indicator can be divided by; nothing where there is nothing.
#[component]
pub(super) fn Per(
    /// The comparison.
    plan: Memo<ComparePlan>,
) -> impl IntoView {
    let menu = Memo::new(move |_| plan.with(|p| p.pers.clone()));
    view! {
        <div class="compare-sentence">
            <Choice label=m::PER testid="compare-per" menu=menu choose=|o, id| o.per = id />
        </div>
    }
}

/// A choice among values in groups, as a native select; not there where it has no values.
#[component]
fn Choice(
    /// Its name.
    label: Message,
    /// For tests.
    testid: &'static str,
    /// The values and the one in force.
    menu: Memo<Menu>,
    /// Takes a value over, by its id.
    choose: fn(&mut CompareOptions, String),
    /// The word that stands before it in a sentence, in place of its name. Default: its name.
    #[prop(optional)]
    lead: Option<Message>,
) -> impl IntoView {
    let explorer = use_explorer();
    let is_choice = Memo::new(move |_| menu.with(|menu| !menu.groups.is_empty()));
    let options = move || {
        let Menu { groups, chosen } = menu.get();
        let option = |(id, name): (String, String)| {
            let is_chosen = id == chosen;
            view! { <option value=id selected=is_chosen>{name}</option> }
        };
        let group = |Group { name, items }: Group| {
            let options = items.into_iter().map(option).collect_view();
            if name.is_empty() {
                options.into_any()
            } else {
                view! { <optgroup label=name>{options}</optgroup> }.into_any()
            }
        };
        groups.into_iter().map(group).collect_view()
    };
    view! {
        <Show when=move || is_choice.get()>
            <label class="chart-picker">
                <span>{explorer.t(lead.unwrap_or(label))}</span>
                <select aria-label=explorer.t(label) data-testid=testid on:change:target=move |ev| explorer.change(|o| choose(&mut o.compare, ev.target().value()))>
                    {options}
                </select>
            </label>
        </Show>
    }
}
