//! A measure as a filter: how its numbers are spread, with two handles.

use leptos::prelude::*;

use crate::i18n::catalog::filter as m;
use crate::plot::rail::RangePlan;
use crate::session::Numbers;
use crate::state::Action;
use crate::ui::use_explorer;
use crate::words::number_text;

/// Filters a measure by the bins of its histogram.
#[component]
pub fn NumberFilter(
    /// Key of the measure.
    column: String,
) -> impl IntoView {
    let explorer = use_explorer();
    let testid = format!("facet-{column}");
    let column = StoredValue::new(column);
    let plan = explorer.ask(move || {
        Some(Numbers {
            filter: explorer.filter.get(),
            column: column.get_value(),
            lang: explorer.lang.get(),
        })
    });
    let plan = Memo::new(move |_| plan.get().flatten());
    let ends = Memo::new(move |_| plan.with(|p| p.as_ref().map_or((0, 0), chosen_bins)));
    let last = Memo::new(move |_| plan.with(|p| p.as_ref().map_or(0, |p| p.selected.len())));
    // At an end of the axis a handle asks for nothing, so that numbers beyond are never lost.
    let set = move |from: usize, to: usize, going: bool| {
        let edge = |at: usize| plan.with_untracked(|p| p.as_ref()?.edges.get(at).copied());
        let from = edge(from).filter(|_| from > 0);
        let to = edge(to).filter(|_| to < last.get_untracked());
        explorer.act(Action::Within(column.get_value(), from, to, going));
    };
    let handle = move |is_first: bool| {
        let value = move || if is_first { ends.get().0 } else { ends.get().1 };
        let changed = move |text: String, going: bool| {
            let Ok(at) = text.parse::<usize>() else { return };
            let (from, to) = ends.get_untracked();
            // A handle stops at the other.
            match is_first {
                true => set(at.min(to), to, going),
                false => set(from, at.max(from), going),
            }
        };
        let text = move || {
            let edge = plan.with(|p| p.as_ref().and_then(|p| p.edges.get(value()).copied()));
            edge.map(number_text).unwrap_or_default()
        };
        view! {
            <input
                type="range"
                step="1"
                min="0"
                max=move || last.get()
                prop:value=value
                aria-label=explorer.t(if is_first { m::LEAST } else { m::GREATEST })
                aria-valuetext=text
                data-testid=if is_first { "number-from" } else { "number-to" }
                on:input:target=move |ev| changed(ev.target().value(), true)
                on:change:target=move |ev| changed(ev.target().value(), false)
            />
        }
    };
    let name = move || plan.with(|p| p.as_ref().map(|p| p.name.clone()));
    let is_chosen = move || plan.with(|p| p.as_ref().is_some_and(|p| p.chosen != (None, None)));
    view! {
        <Show when=move || plan.with(Option::is_some)>
            <fieldset class="facet number-filter" tabindex="-1" data-testid=testid.clone()>
                <legend>{name}</legend>
                <Show when=is_chosen>
                    <button type="button" class="quiet facet-clear" on:click=move |_| explorer.act(Action::Lift(column.get_value()))>
                        {explorer.t(m::CLEAR)}
                    </button>
                </Show>
                <div class="histogram" role="img" aria-label=explorer.t(m::SPREAD)>
                    {move || plan.with(|p| p.as_ref().map(|p| bars(p, ends.get())))}
                </div>
                <div class="handles">{handle(true)} {handle(false)}</div>
                <p class="time-span">{move || plan.with(|p| p.as_ref().map(span))}</p>
            </fieldset>
        </Show>
    }
}

/// The edges that the handles stand at.
fn chosen_bins(plan: &RangePlan) -> (usize, usize) {
    let last = plan.edges.len().saturating_sub(1);
    let (from, to) = plan.chosen;
    let below = |number: f64| plan.edges.partition_point(|edge| *edge <= number);
    let first = from.map_or(0, |n| below(n).saturating_sub(1));
    (first, to.map_or(last, |n| plan.edges.partition_point(|edge| *edge < n)).max(first).min(last))
}

/// What is chosen, in words; the whole span where nothing is.
fn span(plan: &RangePlan) -> String {
    if !plan.words.is_empty() {
        return plan.words.clone();
    }
    let ends = plan.edges.first().zip(plan.edges.last());
    ends.map(|(a, b)| [number_text(*a), number_text(*b)].join(" – ")).unwrap_or_default()
}

fn bars(plan: &RangePlan, (from, to): (usize, usize)) -> impl IntoView + use<> {
    let most = plan.selected.iter().copied().max().unwrap_or(1).max(1);
    // A square root keeps bins with few rows visible beside those with many.
    let height = |n: u32| format!("{}%", ((f64::from(n) / f64::from(most)).sqrt() * 100.0).round());
    let bar = |(at, &selected): (usize, &u32)| {
        let inside = from <= at && at < to;
        let edge = |at: usize| plan.edges.get(at).copied().map(number_text).unwrap_or_default();
        let title = format!("{} – {}: {selected}", edge(at), edge(at + 1));
        view! {
            <span class="bin" class:bin-out=!inside title=title>
                <span class="bin-total" style:height=height(selected)></span>
                <span class="bin-selected" style:height=height(selected)></span>
            </span>
        }
    };
    plan.selected.iter().enumerate().map(bar).collect_view()
}
