//! The poster as plain text: for those who cannot use pictures, and for whoever wants to open a figure.

use leptos::prelude::*;

use super::Drawn;
use crate::chart::{ChartSpec, PosterBlock, PosterContent, PosterFigure, PosterRing};
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
    let blocks = move || {
        drawn.with(|d| {
            let shown = |block: &&PosterBlock| !d.poster.left_out.contains(&block.id);
            let blocks = d.plan.spec.blocks.iter().filter(shown);
            blocks.map(|block| view_block(explorer, block)).collect_view()
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
            {blocks}
            <h4>{explorer.t(m::SOURCES)}</h4>
            <ul>{sources}</ul>
        </details>
    }
}

fn view_block(explorer: Explorer, block: &PosterBlock) -> AnyView {
    let title = (!block.title.is_empty()).then(|| view! { <h4>{block.title.clone()}</h4> });
    let note =
        (!block.note.is_empty()).then(|| view! { <p class="muted">{block.note.clone()}</p> });
    let content = match &block.content {
        PosterContent::Words(text) => view! { <p>{text.clone()}</p> }.into_any(),
        PosterContent::Key(figures) | PosterContent::Lines(figures) => {
            list(figures.iter().map(|figure| of_figure(explorer, figure)).collect())
        }
        PosterContent::Rings(rings) => list(rings.iter().map(|r| of_ring(explorer, r)).collect()),
        PosterContent::Chart(spec) => list(of_chart(explorer, spec)),
    };
    view! {
        {title}
        {note}
        {content}
    }
    .into_any()
}

fn list(lines: Vec<AnyView>) -> AnyView {
    view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
        .into_any()
}

/// A name, the figure that opens its row, and what stands beside.
fn line(
    explorer: Explorer,
    name: &str,
    figure: String,
    key: Option<&String>,
    beside: &str,
) -> AnyView {
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
        {format!("{name}{colon}")}
        {figure}
        " "
        <span class="muted">{beside.to_owned()}</span>
    }
    .into_any()
}

fn of_figure(explorer: Explorer, f: &PosterFigure) -> AnyView {
    line(explorer, &f.name, f.text.clone(), f.key.as_ref(), &f.beside)
}

fn of_ring(explorer: Explorer, r: &PosterRing) -> AnyView {
    line(explorer, &r.name, r.number.clone(), r.key.as_ref(), &r.beside)
}

fn of_chart(explorer: Explorer, spec: &ChartSpec) -> Vec<AnyView> {
    let name = |category: u32| {
        let category = spec.categories.get(category as usize);
        category.map_or_else(String::new, |c| format!("{} {}", c.name, c.note).trim().to_owned())
    };
    let of_datum = |datum: &crate::chart::Datum| {
        let name = name(datum.category);
        let name = if name.is_empty() { datum.tip.clone() } else { name };
        line(explorer, &name, datum.label.clone(), None, "")
    };
    spec.data.iter().map(of_datum).collect()
}
