//! What a reader may change about the chart.

use leptos::prelude::*;

use crate::i18n::Message;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::{Controls, Picker, Switch};
use crate::session;
use crate::state::{Action, Mark, Measure};
use crate::ui::components::Fold;
use crate::ui::use_explorer;

/// The row of controls; folded away on a narrow window.
#[component]
pub(super) fn ChartControls() -> impl IntoView {
    let explorer = use_explorer();
    let state = explorer.ask(move || {
        Some(session::Controls {
            filter: explorer.drawn.get(),
            options: explorer.options.get(),
            lang: explorer.lang.get(),
        })
    });
    let state = Memo::new(move |_| state.get().unwrap_or_default());
    let pick =
        move |part: fn(&Controls) -> &Picker| Memo::new(move |_| state.with(|s| part(s).clone()));
    let switch =
        move |part: fn(&Controls) -> &Switch| Memo::new(move |_| state.with(|s| part(s).clone()));
    let measure = |id: String| Measure::from_id(&id).map(Action::Measure);
    let mark = |id: String| Mark::from_id(&id).map(Action::Draw);
    view! {
        <Fold name=m::CONTROLS>
            <div class="chart-pickers">
                <Select label=m::MEASURE testid="chart-measure" picker=pick(|c| &c.measure) act=measure />
                <Select label=m::KIND testid="chart-kind" picker=pick(|c| &c.kind) act=|id| Some(Action::MeasureKind(id)) />
                <Select label=m::COLUMN testid="chart-value" picker=pick(|c| &c.value) act=|id| Some(Action::Value(id)) />
                <Select label=m::ACROSS testid="chart-x" picker=pick(|c| &c.x) act=|id| Some(Action::Across(id)) />
                <Select label=m::ALONG testid="chart-y" picker=pick(|c| &c.y) act=|id| Some(Action::Along(id)) />
                <Select label=m::SIZE testid="chart-size" picker=pick(|c| &c.size) act=|id| Some(Action::Size(id)) />
                <Select label=m::GROUP testid="chart-group" picker=pick(|c| &c.group) act=|id| Some(Action::Group(id)) />
                <Select label=m::SPLIT testid="chart-split" picker=pick(|c| &c.split) act=|id| Some(Action::Split(id)) />
                <Select label=m::MARK testid="chart-mark" picker=pick(|c| &c.mark) act=mark />
                <Toggle label=m::FACETS testid="chart-facets" switch=switch(|c| &c.facets) act=Action::Facets />
                <Toggle label=m::LOG testid="chart-log" switch=switch(|c| &c.log) act=Action::Log />
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
    /// The action of a value's id.
    act: fn(String) -> Option<Action>,
) -> impl IntoView {
    let explorer = use_explorer();
    let on_change = move |id: String| {
        if let Some(action) = act(id) {
            explorer.act(action);
        }
    };
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
    /// The action of switching.
    act: fn(bool) -> Action,
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
                on:change:target=move |ev| explorer.act(act(ev.target().checked()))
            />
            <span>{explorer.t(label)}</span>
        </label>
    }
}
