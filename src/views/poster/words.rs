//! The poster as plain text: for those who cannot use pictures, and for whoever wants to open a figure.

use leptos::prelude::*;

use super::Drawn;
use crate::chart::{PosterPoint, PosterPromise};
use crate::i18n::catalog::poster as m;
use crate::i18n::catalog::words::COLON;
use crate::state::Action;
use crate::ui::components::with_names;
use crate::ui::{Explorer, use_explorer};

/// The blocks that the picture has, in its order.
#[component]
pub(super) fn InWords(
    /// The poster.
    drawn: Memo<Drawn>,
) -> impl IntoView {
    let explorer = use_explorer();
    let title = move || drawn.with(|d| d.plan.spec.title.clone());
    let points = move || {
        drawn.with(|d| {
            let spec = &d.plan.spec;
            let points = std::iter::once(&spec.lead).chain(&spec.points);
            let line =
                |p: &PosterPoint| of_row(explorer, &p.name, &p.text, p.key.as_ref(), &p.beside);
            points.map(line).collect_view()
        })
    };
    let strip = move || {
        drawn.with(|d| {
            let spec = &d.plan.spec;
            let line = |p: &PosterPromise| of_row(explorer, &p.name, &p.said, p.key.as_ref(), "");
            let lines = spec.strip.iter().map(line).collect_view();
            let title = spec.strip_title.clone();
            (!spec.strip.is_empty()).then(|| view! { <h4>{title}</h4> <ul>{lines}</ul> })
        })
    };
    let sources = move || {
        drawn.with(|d| {
            let lang = explorer.lang.get();
            let line = |source: &String| view! { <li>{with_names(source, lang)}</li> };
            d.plan.spec.sources.iter().map(line).collect_view()
        })
    };
    view! {
        <details class="poster-words" data-testid="poster-words">
            <summary>{explorer.t(m::AS_WORDS)}</summary>
            <h3>{title}</h3>
            <ul>{points}</ul>
            {strip}
            <h4>{explorer.t(m::SOURCES)}</h4>
            <ul>{sources}</ul>
        </details>
    }
}

/// A name, the figure that opens its row, and what stands beside.
fn of_row(
    explorer: Explorer,
    name: &str,
    figure: &str,
    key: Option<&String>,
    beside: &str,
) -> AnyView {
    let figure = figure.to_owned();
    let figure = match key.cloned() {
        Some(key) => {
            let open = move |_| explorer.act(Action::Open(key.clone()));
            view! {
                <button type="button" class="figure-button" on:click=open>
                    {figure}
                </button>
            }
            .into_any()
        }
        None => figure.into_any(),
    };
    let colon = COLON.get(explorer.lang.get_untracked());
    view! {
        <li>
            {format!("{name}{colon}")}
            {figure}
            " "
            <span class="muted">{beside.to_owned()}</span>
        </li>
    }
    .into_any()
}
