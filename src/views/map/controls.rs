//! What a reader may change about the map.

use leptos::prelude::*;

use super::use_source;
use crate::i18n::Message;
use crate::i18n::catalog::{chart as c, map as m};
use crate::plot::map::{Choice, MapPlan};
use crate::state::{ClassCount, Classing, MapOptions, Maps, Measure};
use crate::ui::components::{Fold, MapFile};

/// What can be changed: below the map, folded away on a narrow window.
#[component]
pub(super) fn MapControls() -> impl IntoView {
    let source = use_source();
    let explorer = source.explorer;
    let planned = move |part: fn(&MapPlan) -> &Choice| {
        Memo::new(move |_| source.with(|plan| part(plan).clone()))
    };
    let own = move |items: fn() -> Vec<(String, Message)>,
                    chosen: fn(&MapOptions) -> &'static str| {
        Memo::new(move |_| {
            let lang = explorer.lang.get();
            let items = items().into_iter().map(|(id, name)| (id, name.get(lang).to_owned()));
            let chosen = source.options.with(|options| chosen(options).to_owned());
            Choice { items: items.collect(), chosen }
        })
    };
    let classing = own(
        || {
            vec![
                named(Classing::Quantiles.id(), m::BY_QUANTILES),
                named(Classing::Steps.id(), m::BY_STEPS),
            ]
        },
        |o| o.classing.id(),
    );
    let classes = Memo::new(move |_| {
        let id = |count: &ClassCount| (count.id().to_owned(), count.id().to_owned());
        let chosen = source.options.with(|options| options.classes.id().to_owned());
        Choice { items: ClassCount::ALL.iter().map(id).collect(), chosen }
    });
    let maps = Memo::new(move |_| {
        let lang = explorer.lang.get();
        let item = |maps: Maps, name: Message| (maps.id().to_owned(), name.get(lang).to_owned());
        let mut items = vec![item(Maps::One, m::ONE_MAP)];
        if source.with(|plan| plan.times.len() > 1) {
            items.push(item(Maps::Times, m::MAP_A_TIME));
        }
        if source.with(|plan| plan.has_series) {
            items.push(item(Maps::Series, m::MAP_A_SERIES));
        }
        let chosen = source.options.with(|options| options.maps.id().to_owned());
        if items.len() < 2 { Choice::default() } else { Choice { items, chosen } }
    });
    view! {
        <Fold name=c::CONTROLS>
            <div class="chart-pickers">
                <Select label=m::VALUE testid="map-value" choice=planned(|p| &p.values) choose=|o, id| o.value = id />
                <Select label=m::SERIES testid="map-series" choice=planned(|p| &p.series) choose=|o, id| o.series = id />
                <Select label=m::MEASURE testid="map-measure" choice=planned(|p| &p.measures) choose=|o, id| o.measure = Measure::from_id(&id).unwrap_or_default() />
                <Select label=m::CLASSING testid="map-classing" choice=classing choose=|o, id| o.classing = Classing::from_id(&id).unwrap_or_default() />
                <Select label=m::CLASSES testid="map-classes" choice=classes choose=|o, id| o.classes = ClassCount::from_id(&id).unwrap_or_default() />
                <Select label=m::MAPS testid="map-maps" choice=maps choose=|o, id| o.maps = Maps::from_id(&id).unwrap_or_default() />
            </div>
            <MapFile />
        </Fold>
    }
}

fn named(id: &str, name: Message) -> (String, Message) {
    (id.to_owned(), name)
}

/// A choice among several values, as a native select; nothing where there is none.
#[component]
fn Select(
    /// Its name.
    label: Message,
    /// For tests.
    testid: &'static str,
    /// The values and the one in force; tracked.
    choice: Memo<Choice>,
    /// Takes a value over, by its id.
    choose: fn(&mut MapOptions, String),
) -> impl IntoView {
    let explorer = use_source().explorer;
    let is_choice = Memo::new(move |_| choice.with(|choice| !choice.items.is_empty()));
    let option = move |(id, name): (String, String), chosen: &str| {
        let is_chosen = id == chosen;
        view! { <option value=id selected=is_chosen>{name}</option> }
    };
    let options = move || {
        let Choice { items, chosen } = choice.get();
        items.into_iter().map(|item| option(item, &chosen)).collect_view()
    };
    view! {
        <Show when=move || is_choice.get()>
            <label class="chart-picker">
                <span>{explorer.t(label)}</span>
                <select
                    data-testid=testid
                    on:change:target=move |ev| {
                        let id = ev.target().value();
                        explorer.change(|o| choose(&mut o.map, id));
                    }
                >
                    {options}
                </select>
            </label>
        </Show>
    }
}
