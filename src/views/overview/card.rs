//! A card of one topic.

use leptos::prelude::*;

use crate::chart::{Size, progress};
use crate::column::Role;
use crate::i18n::catalog::sentence as m;
use crate::i18n::catalog::words::BESIDE;
use crate::plot::ChartFormat;
use crate::plot::overview::{Card, strip};
use crate::state::{Action, View};
use crate::ui::components::FigureButton;
use crate::ui::{DomainIcon, SceneView, use_explorer};
use crate::words::{observation_name, period_text};

/// Name, leading figures, stages, and the way to all of them.
#[component]
pub fn CardView(
    /// What it shows.
    card: Card,
) -> impl IntoView {
    let explorer = use_explorer();
    let content = explorer.content();
    let lang = explorer.lang.get_untracked();
    let leads: Vec<_> = card
        .leads
        .iter()
        .filter_map(|&row| content.data.observations.find(&content.table.key(row)?))
        .map(|id| {
            let o = &content.data.observations[id];
            let place = content.data.places[o.place].name.get(lang);
            let beside = BESIDE.fill(lang, &[("a", place), ("b", &period_text(o, lang))]);
            view! {
                <li>
                    <span class="lead-figure"><FigureButton id=id /></span>
                    <span class="lead-name">{observation_name(&content.data, o, lang)}</span>
                    <span class="lead-beside">{beside}</span>
                </li>
            }
        })
        .collect();
    let topic = content.table.by_role(Role::Topic).map(|c| c.key.clone()).unwrap_or_default();
    let stage = content.table.by_role(Role::Stage).map(|c| c.key.clone()).unwrap_or_default();
    let narrow = {
        let (topic, id) = (topic.clone(), card.id.clone());
        move |_| {
            explorer.act(Action::Choose(topic.clone(), id.clone()));
            explorer.act(Action::Show(View::Table));
        }
    };
    let drawn = card.clone();
    let draw = Callback::new(move |width: f64| {
        let lang = explorer.lang.get();
        let spec = strip(&explorer.content().table, &drawn, "card", lang);
        let format = ChartFormat { lang, unit: String::new() };
        let mut scene = progress(&spec, Size { width, height: Some(16.0) }, &format);
        scene.title = drawn.name.clone();
        scene
    });
    let id = card.id.clone();
    let open = Callback::new(move |code: u32| {
        let content = explorer.content();
        let entry = content.table.category(&stage).and_then(|c| c.dictionary.get(code));
        if let Some(entry) = entry {
            explorer.act(Action::Narrow(vec![
                (topic.clone(), id.clone()),
                (stage.clone(), entry.id.clone()),
            ]));
        }
    });
    let title = format!("card-{}", card.id);
    let labelled = title.clone();
    view! {
        <article class="card" aria-labelledby=labelled data-testid=format!("topic-{}", card.id)>
            <h3 id=title class="card-title">
                <DomainIcon id=card.id.clone() hue=card.hue />
                {card.name.clone()}
            </h3>
            <ul class="leads">{leads}</ul>
            <SceneView compose=draw open=open />
            <button type="button" class="quiet card-all" on:click=narrow>
                {m::MORE_FIGURES.count(lang, card.count, &[])}
            </button>
        </article>
    }
}
