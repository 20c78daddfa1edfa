//! What a reader may change about the chart.

use leptos::prelude::*;

use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::{Controls, Picker, Switch};
use crate::state::{ChartOptions, Mark, Measure};
use crate::ui::components::Fold;
use crate::ui::use_explorer;

/// A change of the chart's options.
type Change = Box<dyn FnOnce(&mut ChartOptions)>;

/// What else than the sentence can be changed: below the chart, folded away on a narrow window.
#[component]
pub(super) fn ChartControls(
    /// What there is to choose; tracked.
    state: Memo<Controls>,
) -> impl IntoView {
    let explorer = use_explorer();
    // What is changed is changed of the indicator shown, also where the rule chose that.
    let change = Callback::new(move |change: Change| {
        let indicator = state.with_untracked(|s| s.indicator.clone());
        explorer.change(|o| {
            o.chart.indicator = indicator;
            change(&mut o.chart);
        });
    });
    let pick =
        move |part: fn(&Controls) -> &Picker| Memo::new(move |_| state.with(|s| part(s).clone()));
    let switch =
        move |part: fn(&Controls) -> &Switch| Memo::new(move |_| state.with(|s| part(s).clone()));
    let measure = |o: &mut ChartOptions, id: String| {
        o.measure = Measure::from_id(&id).unwrap_or_default();
    };
    let mark = |o: &mut ChartOptions, id: String| o.mark = Mark::from_id(&id).unwrap_or_default();
    view! {
        <Fold name=m::CONTROLS>
            <div class="chart-pickers">
                <Select label=m::MARKS_SHOW testid="chart-measure" picker=pick(|c| &c.measure) change=change choose=measure />
                <Select label=m::ACROSS testid="chart-x" picker=pick(|c| &c.x) change=change choose=|o, id| o.x = id />
                <Select label=m::ALONG testid="chart-y" picker=pick(|c| &c.y) change=change choose=|o, id| o.y = id />
                <Select label=m::SIZE testid="chart-size" picker=pick(|c| &c.size) change=change choose=|o, id| o.size = id />
                <Select label=m::GROUP testid="chart-group" picker=pick(|c| &c.group) change=change choose=|o, id| o.group = id />
                <Select label=m::SPLIT testid="chart-split" picker=pick(|c| &c.split) change=change choose=|o, id| o.split = id />
                <Select label=m::MARK testid="chart-mark" picker=pick(|c| &c.mark) change=change choose=mark />
                <Toggle label=m::FACETS testid="chart-facets" switch=switch(|c| &c.facets) change=change choose=|o, on| o.facets = on />
                <Toggle label=m::LOG testid="chart-log" switch=switch(|c| &c.log) change=change choose=|o, on| o.log = on />
            </div>
        </Fold>
    }
}

/// A choice among several values, as a native select.
#[component]
fn Select(
    /// Its name.
    label: Message,
    /// For tests.
    testid: &'static str,
    /// The values and the one in force.
    picker: Memo<Picker>,
    /// Changes the chart's options.
    change: Callback<Change>,
    /// Takes a value over, by its id.
    choose: fn(&mut ChartOptions, String),
) -> impl IntoView {
    let explorer = use_explorer();
    let on_change = move |id: String| change.run(Box::new(move |o| choose(o, id)));
    let is_choice = Memo::new(move |_| picker.with(|p| !p.items.is_empty()));
    view! {
        <label class="chart-picker" class:hidden=move || !is_choice.get()>
            <span>{explorer.t(label)}</span>
            <select data-testid=testid on:change:target=move |ev| on_change(ev.target().value())>
                {move || {
                    let Picker { items, chosen } = picker.get();
                    items
                        .into_iter()
                        .map(|item| {
                            let is_chosen = item.id == chosen;
                            view! {
                                <option
                                    value=item.id
                                    selected=is_chosen
                                    disabled=item.reason.is_some() && !is_chosen
                                    title=item.reason
                                >
                                    {item.name}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}

/// A choice of yes or no.
#[component]
fn Toggle(
    /// Its name.
    label: Message,
    /// For tests.
    testid: &'static str,
    /// Whether it is on, and why it cannot be switched.
    switch: Memo<Switch>,
    /// Changes the chart's options.
    change: Callback<Change>,
    /// Switches it.
    choose: fn(&mut ChartOptions, bool),
) -> impl IntoView {
    let explorer = use_explorer();
    let reason = move || switch.with(|s| s.reason.clone());
    view! {
        <label class="chart-toggle" title=reason>
            <input
                type="checkbox"
                data-testid=testid
                prop:checked=move || switch.with(|s| s.on)
                disabled=move || switch.with(|s| s.reason.is_some())
                on:change:target=move |ev| {
                    let on = ev.target().checked();
                    change.run(Box::new(move |o| choose(o, on)));
                }
            />
            <span>{explorer.t(label)}</span>
        </label>
    }
}
