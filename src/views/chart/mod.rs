//! The chart view: the sentence that chooses what is shown, the chart or the reason why there is none, the same content
//! as a table, and what else can be changed.

mod controls;
mod drawing;
mod sentence;

use leptos::prelude::*;

use crate::i18n::catalog::chart as m;
use crate::plot::chart::Refusal;
use crate::session;
use crate::ui::components::Offers;
use crate::ui::use_explorer;
use controls::ChartControls;
use drawing::Drawing;
use sentence::ChartSentence;

/// Id of the chart's title, which names the figure and takes the focus when another chart is chosen.
const TITLE: &str = "chart-title";

/// The chart view.
#[component]
pub fn ChartView() -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.chart);
    let planned = explorer.ask(move || {
        Some(session::Chart {
            filter: explorer.drawn.get(),
            options: options.get(),
            lang: explorer.lang.get(),
        })
    });
    let controls = explorer.ask(move || {
        Some(session::Controls {
            filter: explorer.drawn.get(),
            options: options.get(),
            lang: explorer.lang.get(),
        })
    });
    let controls = Memo::new(move |_| controls.get().unwrap_or_default());
    let chart = Memo::new(move |_| planned.with(|plan| plan.as_ref()?.as_ref().ok().cloned()));
    let refusal = Memo::new(move |_| planned.with(|plan| plan.as_ref()?.as_ref().err().cloned()));
    view! {
        <section class="chart-view" data-testid="chart-view">
            <ChartSentence controls=controls />
            {move || refusal.get().map(|refusal| view! { <Refused refusal=refusal /> })}
            // The drawing stays while its plan changes, so that focus and scroll survive.
            <Show when=move || chart.with(Option::is_some)>
                <Drawing plan=chart />
            </Show>
            <ChartControls state=controls />
        </section>
    }
}

/// Why there is no chart, and what there can be.
#[component]
fn Refused(
    /// The reason and the offers.
    refusal: Refusal,
) -> impl IntoView {
    let explorer = use_explorer();
    view! {
        <div class="chart-refused" role="status" data-testid="chart-refused">
            <h2>{explorer.t(m::REFUSED)}</h2>
            <p>{refusal.reason}</p>
            <Offers lead=m::REFUSED_OFFERS offers=refusal.offers testid="chart-offer" focus=TITLE />
        </div>
    }
}
