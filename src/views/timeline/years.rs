//! The years as a list, for windows too narrow for lanes: latest first, a few figures each, and the way to all of them.

use leptos::prelude::*;

use super::source::use_source;
use crate::chart::Fill;
use crate::i18n::catalog::timeline as m;
use crate::plot::timeline::{Picture, TimelinePlan, YearLine, YearTold};
use crate::state::{Action, View};
use crate::ui::components::in_care;
use crate::ui::use_explorer;

/// The class of a stage's mark.
const fn swatch(fill: Fill) -> &'static str {
    match fill {
        Fill::Hollow => "swatch swatch-hollow",
        Fill::Hatched => "swatch swatch-hatched",
        Fill::Tick => "swatch swatch-tick",
        Fill::Solid => "swatch swatch-solid",
    }
}

/// The years that have been played.
#[component]
pub(super) fn Years() -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let years = move |plan: &TimelinePlan| match &plan.picture {
        Picture::Lanes { years, .. } => years.clone(),
        Picture::Steps(_) => Vec::new(),
    };
    let reached = move || {
        let playhead = source.playhead.get();
        let mut years = source.with(years).unwrap_or_default();
        years.retain(|year| playhead.is_none_or(|day| year.days.0 <= day));
        years
    };
    view! {
        <ol class="timeline-years" aria-label=explorer.t(m::YEARS) data-testid="timeline-years">
            {move || reached().into_iter().map(|year| view! { <Year year=year /> }).collect_view()}
        </ol>
    }
}

#[component]
fn Year(
    /// What it tells.
    year: YearTold,
) -> impl IntoView {
    let explorer = use_explorer();
    let source = use_source();
    let YearTold { year, days, lines, count, .. } = year;
    let whole = move |_| {
        source.filter_to(days);
        explorer.act(Action::Show(View::Table));
    };
    view! {
        <li>
            <h3>{year}</h3>
            <ul>
                {lines.into_iter().map(|line| view! { <Line line=line /> }).collect_view()}
                <li>
                    <button type="button" class="link" on:click=whole>
                        {move || m::WHOLE_YEAR.count(explorer.lang.get(), count, &[])}
                    </button>
                </li>
            </ul>
            {in_care(explorer, "")}
        </li>
    }
}

#[component]
fn Line(
    /// The figure.
    line: YearLine,
) -> impl IntoView {
    let explorer = use_explorer();
    let YearLine { key, figure, name, place, fill, hue } = line;
    let open = move |_| explorer.act(Action::Open(key.clone()));
    view! {
        <li>
            <button type="button" class="timeline-line" on:click=open>
                <span class=swatch(fill) style=("--muted", format!("var(--hue-{hue})")) aria-hidden="true"></span>
                <span><b>{figure}</b> " " {name} " " <small>{place}</small></span>
            </button>
        </li>
    }
}
