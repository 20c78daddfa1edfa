//! One promise.

use leptos::prelude::*;

use super::sign::Sign;
use crate::chart::{Fill, Size, progress};
use crate::i18n::catalog::words::SEPARATOR;
use crate::plot::ChartFormat;
use crate::plot::ledger::{Bar, Line, RowPlan, Status};
use crate::state::{Action, Grouping};
use crate::ui::components::FigureView;
use crate::ui::{DomainIcon, Explorer, SceneView, use_explorer};

/// A promise: what it is, how it stands, its strips and figures.
#[component]
pub(super) fn PromiseRow(
    /// What it shows.
    row: RowPlan,
    /// What rows are grouped by, which is not said again.
    by: Grouping,
) -> impl IntoView {
    let explorer = use_explorer();
    let RowPlan { name, beside, place, domain, domain_name, hue, period, stage, .. } = row;
    let RowPlan { status, standing, facts, lines, bars, published, differs, notes, .. } = row;
    let (count, all) = (row.count, row.all);
    let group = match by {
        Grouping::Place => domain_name,
        Grouping::Domain => place,
    };
    let separator = SEPARATOR.get(explorer.lang.get_untracked());
    let told = [beside, group, period, stage].into_iter().filter(|text| !text.is_empty());
    let told = told.collect::<Vec<_>>().join(separator);
    let several = bars.len() > 1;
    let plain = bars.is_empty();
    let bars =
        bars.into_iter().map(|bar| strip(explorer, bar, several, &name, &facts)).collect_view();
    let behind = status == Status::Behind;
    let standing = (!standing.is_empty()).then(|| {
        view! {
            <p class="standing" class:behind=behind data-testid="standing">
                <Sign status=status />
                <span>{standing}</span>
            </p>
        }
    });
    let line = |text: String, differs: bool| {
        (!text.is_empty())
            .then(|| view! { <p class="promise-fact" class:differs=differs>{text}</p> })
    };
    view! {
        <li class="promise" class:plain=plain data-testid="promise">
            <div class="promise-what">
                <h4>
                    <DomainIcon id=domain hue=hue />
                    {name}
                </h4>
                <p class="promise-told">{told}</p>
                <ul class="promise-figures">{lines.into_iter().map(|line| figure(explorer, line)).collect_view()}</ul>
            </div>
            <div class="promise-how">
                {standing}
                {line(facts, false)}
                {bars}
                {line(published, differs)}
            </div>
            <div class="promise-notes">
                {notes.into_iter().map(|note| view! { <p>{note}</p> }).collect_view()}
                {(!count.is_empty())
                    .then(|| {
                        view! {
                            <button type="button" class="quiet" on:click=move |_| explorer.act_together(all.clone())>
                                {count}
                            </button>
                        }
                    })}
            </div>
        </li>
    }
}

fn strip(
    explorer: Explorer,
    bar: Bar,
    several: bool,
    name: &str,
    facts: &str,
) -> impl IntoView + use<> {
    let Bar { spec, keys, name: part, ratio } = bar;
    let (title, description) =
        (if part.is_empty() { name } else { &part }.to_owned(), facts.to_owned());
    let draw = Callback::new(move |width: f64| {
        let format = ChartFormat { lang: explorer.lang.get(), unit: String::new() };
        let mut scene = progress(&spec, Size::wide(width), &format);
        scene.title.clone_from(&title);
        scene.description.clone_from(&description);
        scene
    });
    let open = Callback::new(move |part: u32| {
        if let Some(key) = keys.get(part as usize) {
            explorer.act(Action::Open(key.clone()));
        }
    });
    let head = several.then(|| {
        view! {
            <p class="promise-part">
                <span>{part}</span>
                <strong>{ratio}</strong>
            </p>
        }
    });
    view! {
        {head}
        <SceneView compose=draw open=open />
    }
}

/// A figure that opens its detail, under the fill of its stage.
fn figure(explorer: Explorer, line: Line) -> impl IntoView {
    let Line { label, figure, key, fill } = line;
    let swatch = match fill {
        Fill::Solid => "swatch swatch-solid",
        Fill::Hatched => "swatch swatch-hatched",
        Fill::Hollow => "swatch swatch-hollow",
        Fill::Tick => "swatch swatch-tick",
    };
    view! {
        <li>
            <span class=swatch aria-hidden="true"></span>
            <span>{label}</span>
            <button type="button" class="figure-button" on:click=move |_| explorer.act(Action::Open(key.clone()))>
                <FigureView figure=figure />
            </button>
        </li>
    }
}
