//! The overview: what the selection comes to, by topic.

mod card;

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::chart::{ChartSpec, Datum, Scene, Size, compose};
use crate::i18n::catalog::{data, sentence as m};
use crate::plot::{ChartFormat, overview};
use crate::state::Action;
use crate::ui::components::{Cells, StageLegend, TextTable};
use crate::ui::{SceneView, use_explorer};
use card::CardView;

/// Cards by topic, the largest figures of the first kind, and the stages of each topic.
#[component]
pub fn OverviewView() -> impl IntoView {
    let explorer = use_explorer();
    let cards = Memo::new(move |_| {
        let content = explorer.content();
        explorer.rows.with(|rows| overview::cards(&content.table, rows, explorer.lang.get()))
    });
    view! {
        <section class="overview-largest">
            <Largest />
        </section>
        <section aria-labelledby="by-domain">
            <div class="section-head">
                <h2 id="by-domain">{explorer.t(m::BY_DOMAIN)}</h2>
                <StageLegend />
            </div>
            <div class="cards">
                {move || cards.get().into_iter().map(|card| view! { <CardView card=card /> }).collect_view()}
            </div>
        </section>
    }
}

/// The chart of the largest figures.
#[component]
fn Largest() -> impl IntoView {
    let explorer = use_explorer();
    let spec = Memo::new(move |_| {
        let content = explorer.content();
        let lang = explorer.lang.get();
        explorer.rows.with(|rows| overview::largest(&content.table, &content.data, rows, lang))
    });
    let title = move || spec.with(|s| s.as_ref().map(|s| s.title.clone()));
    let draw = Callback::new(move |width: f64| {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        spec.with(|spec| match spec {
            // The heading is the page's own.
            Some(spec) => {
                let bare = ChartSpec { title: String::new(), ..spec.clone() };
                Scene { title: spec.title.clone(), ..compose(&bare, Size::wide(width), &format) }
            }
            None => Scene::default(),
        })
    });
    let open = Callback::new(move |row: u32| {
        if let Some(key) = explorer.content().table.key(row as usize) {
            explorer.act(Action::Open(key.into_owned()));
        }
    });
    let cells = Signal::derive(move || {
        let lang = explorer.lang.get();
        spec.with(|spec| spec.as_ref().map(|s| cells(s, lang)).unwrap_or_default())
    });
    view! {
        <Show when=move || spec.with(Option::is_some)>
            <div class="section-head">
                <h2>{title}</h2>
            </div>
            <p class="muted">{explorer.t(m::LARGEST_NOTE)}</p>
            <SceneView compose=draw open=open />
            <TextTable cells=cells />
        </Show>
    }
}

/// The chart as a table: name and figure.
fn cells(spec: &ChartSpec, lang: Lang) -> Cells {
    let name =
        |d: &Datum| spec.categories.get(d.category as usize).map_or("", |c| &c.name).to_owned();
    Cells {
        caption: spec.title.clone(),
        header: vec![data::INDICATOR.get(lang).to_owned(), data::VALUE.get(lang).to_owned()],
        rows: spec.data.iter().map(|d| vec![name(d), d.label.clone()]).collect(),
    }
}
