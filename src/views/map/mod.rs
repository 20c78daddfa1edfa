//! The map view: areas shaded by class on tiles, played through time or set beside one another, with what is not on the
//! map listed below.

mod controls;
mod drawing;
mod player;

use leptos::prelude::*;

use self::controls::MapControls;
use self::drawing::Drawing;
use crate::base::date::Day;
use crate::i18n::catalog::empty::GO_ON;
use crate::i18n::catalog::{map as m, shell};
use crate::plot::map::MapPlan;
use crate::session;
use crate::state::{Action, MapOptions, Maps, View};
use crate::ui::{Explorer, use_explorer};

/// Id of the map's title, which names the figure.
const TITLE: &str = "map-title";

/// What the parts of the view share; cheap to copy.
#[derive(Clone, Copy)]
struct Source {
    explorer: Explorer,
    /// What is shown; the former plan while another is asked for.
    plan: Memo<Option<MapPlan>>,
    /// What the reader chose.
    options: Memo<MapOptions>,
    /// Last day of the period that is played.
    played: RwSignal<Option<Day>>,
}

impl Source {
    /// Asks the plan; nothing is said of none. Tracked.
    fn with<T: Default>(self, ask: impl FnOnce(&MapPlan) -> T) -> T {
        self.plan.with(|plan| plan.as_ref().map(ask).unwrap_or_default())
    }

    /// Whether one map is shown of one of several periods.
    fn plays(self) -> bool {
        let is_of_time = self.options.with(|options| options.maps != Maps::Times);
        is_of_time && self.with(|plan| plan.times.len()) > 1
    }
}

/// The map view.
#[component]
pub fn MapView() -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.map);
    let played = RwSignal::new(None);
    let asked = explorer.ask(move || {
        let options = options.get();
        let until = played.get().or(options.until);
        Some(session::Map {
            filter: explorer.drawn.get(),
            options: MapOptions { until, ..options },
            lang: explorer.lang.get(),
        })
    });
    // A question that is on its way has no answer yet; one that was answered with none has no map.
    let is_answered = Memo::new(move |_| asked.with(Option::is_some));
    let plan = Memo::new(move |_| asked.get().flatten());
    let source = Source { explorer, plan, options, played };
    provide_context(source);
    let has_plan = Memo::new(move |_| plan.with(Option::is_some));
    let none = move || is_answered.get().then(|| view! { <NoMap /> });
    view! {
        <section class="map-view" aria-labelledby=TITLE data-testid="map-view">
            <Show when=move || has_plan.get() fallback=none>
                <Drawing />
                <MapControls />
            </Show>
        </section>
    }
}

/// What stands where too few areas are known, as under a link from another table: the nearest places to go.
#[component]
fn NoMap() -> impl IntoView {
    let explorer = use_explorer();
    let way = |view, name| {
        view! { <li><a href=move || explorer.link_after(Action::Show(view))>{explorer.t(name)}</a></li> }
    };
    view! {
        <div class="empty" data-testid="map-none">
            <p class="empty-title">{explorer.t(m::NO_AREAS)}</p>
            <p class="muted" id="map-ways">{explorer.t(GO_ON)}</p>
            <ul class="empty-ways" aria-labelledby="map-ways">
                {way(View::Compare, shell::COMPARE)} {way(View::Table, shell::TABLE)}
            </ul>
        </div>
    }
}

fn use_source() -> Source {
    expect_context::<Source>()
}
