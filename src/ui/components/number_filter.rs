//! A measure as a filter: how its numbers are spread, with two handles.

use leptos::prelude::*;

use super::range::{RangeBins, RangeFilter};
use crate::base::fold::fold;
use crate::chart::HistogramLabels;
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
    let choose = move |(from, to, going): (usize, usize, bool)| set(from, to + 1, going);
    // Edges to bins: the last bin ends at the last edge chosen.
    let places = move || {
        let (from, to) = ends.get();
        (from, to.saturating_sub(1).max(from))
    };
    let bins = move || plan.with(|p| p.as_ref().map(range_bins).unwrap_or_default());
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
                <RangeFilter
                    id=column.with_value(|column| format!("range-{column}"))
                    testid="number"
                    title=m::SPREAD
                    handles=(m::LEAST, m::GREATEST)
                    bins=Signal::derive(bins)
                    chosen=Signal::derive(places)
                    choose=Callback::new(choose)
                />
                <p class="time-span">{move || plan.with(|p| p.as_ref().map(span))}</p>
                <TypedNumbers column=column plan=plan />
            </fieldset>
        </Show>
    }
}

/// Two typed numbers, as exact as a reader likes.
#[component]
fn TypedNumbers(column: StoredValue<String>, plan: Memo<Option<RangePlan>>) -> impl IntoView {
    let explorer = use_explorer();
    let wrong = RwSignal::new(None::<String>);
    let chosen = move || plan.with(|p| p.as_ref().map_or((None, None), |p| p.chosen));
    let typed = move |text: String, is_first: bool| {
        let (from, to) = untrack(chosen);
        let number = read(&text);
        wrong.set(number.is_none().then_some(text));
        if let Some(number) = number {
            let (from, to) = if is_first { (number, to) } else { (from, number) };
            explorer.act(Action::Within(column.get_value(), from, to, false));
        }
    };
    let field = move |is_first: bool| {
        let label = if is_first { m::LEAST } else { m::GREATEST };
        let value = move || {
            let (from, to) = chosen();
            let number = if is_first { from } else { to };
            number.map_or_else(String::new, number_text)
        };
        view! {
            <label>
                <span>{explorer.t(label)}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=value
                    data-testid=if is_first { "typed-from" } else { "typed-to" }
                    on:change:target=move |ev| typed(ev.target().value(), is_first)
                />
            </label>
        }
    };
    view! {
        <details class="typed-dates">
            <summary>{explorer.t(m::TYPED_NUMBERS)}</summary>
            <div class="typed-fields">{field(true)} {field(false)}</div>
            <p class="error" role="status">
                {move || wrong.get().map(|found| m::BAD_NUMBER.fill(explorer.lang.get(), &[("found", &found)]))}
            </p>
        </details>
    }
}

/// A typed number, with or without groups of three; `None` in place of one asks for nothing.
fn read(text: &str) -> Option<Option<f64>> {
    let bare =
        fold(text).replace([',', '\u{2019}', '\'', ' ', '\u{a0}'], "").replace('\u{2212}', "-");
    match bare.as_str() {
        "" => Some(None),
        bare => bare.parse().ok().filter(|number: &f64| number.is_finite()).map(Some),
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

/// Classes as bins: how many rows each has under the other filters.
fn range_bins(plan: &RangePlan) -> RangeBins {
    let edges: Vec<String> = plan.edges.iter().copied().map(number_text).collect();
    RangeBins {
        names: edges.windows(2).map(|ends| ends.join(" – ")).collect(),
        totals: plan.selected.clone(),
        counts: plan.selected.clone(),
        labels: HistogramLabels::Edges(edges),
    }
}
