//! The comparison: what is compared above, then charts and tables.

mod controls;
mod drawing;
mod likeness;
mod pair;

use leptos::prelude::*;

use crate::i18n::catalog::{compare as m, shell};
use crate::plot::compare::ComparePlan;
use crate::session;
use crate::state::Comparison;
use crate::ui::components::Offers;
use crate::ui::use_explorer;
use crate::words::unbroken;
use controls::{Modes, Per, Sentence};
use drawing::Drawing;
use likeness::Likeness;
use pair::Refused;

/// Id of the heading, which takes the focus when an offer is taken.
const TITLE: &str = "compare-title";

/// The comparison view.
#[component]
pub fn CompareView() -> impl IntoView {
    let explorer = use_explorer();
    let options = explorer.chosen(|o| &o.compare);
    let plan = explorer.ask(move || {
        Some(session::Compare {
            filter: explorer.drawn.get(),
            options: options.get(),
            lang: explorer.lang.get(),
        })
    });
    let plan =
        Memo::new(move |_| plan.get().unwrap_or_else(|| ComparePlan::new(Comparison::Across)));
    let charts = Memo::new(move |_| plan.with(|p| p.charts.len()));
    let chart = move |at: usize| {
        let own = Memo::new(move |_| plan.with(|p| p.charts.get(at).cloned()));
        let is_only = Signal::derive(move || charts.get() == 1);
        view! { <Drawing plan=own at=at is_only=is_only /> }
    };
    let pair = Memo::new(move |_| plan.with(|p| p.pair.clone()));
    let likeness = Memo::new(move |_| plan.with(|p| p.likeness.clone()));
    let offers = Memo::new(move |_| plan.with(|p| p.offers.clone()));
    let title = move || match plan.with(|p| p.title.clone()) {
        empty if empty.is_empty() => shell::COMPARE.get(explorer.lang.get()).to_owned(),
        title => unbroken(&title),
    };
    let definition = move || plan.with(|p| p.definition.clone());
    let lead = move || plan.with(|p| unbroken(&p.lead));
    let notes = move || plan.with(|p| p.notes.clone());
    // On a narrow window nothing stands above what could stand below it.
    let modes = move |is_narrow: bool| {
        move || (explorer.narrow.get() == is_narrow).then(|| view! { <Modes plan=plan /> })
    };
    view! {
        <section class="compare-view" data-testid="compare-view">
            {modes(false)}
            <Sentence plan=plan />
            <div class="compare-head">
                <h2 id=TITLE tabindex="-1" data-testid="compare-title">{title}</h2>
                {move || likeness.get().map(|table| view! { <Likeness table=table /> })}
                <p class="compare-lead" role="status" data-testid="compare-lead">{lead}</p>
            </div>
            {move || (0..charts.get()).map(chart).collect_view()}
            {move || pair.get().map(|table| view! { <Refused table=table /> })}
            <div class="compare-foot">
                <p class="muted">{definition}</p>
                <ul class="chart-notes" data-testid="compare-notes">
                    {move || notes().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
                </ul>
                <Per plan=plan />
                {modes(true)}
                {move || view! { <Offers lead=m::ELSE offers=offers.get() testid="compare-offer" focus=TITLE /> }}
            </div>
        </section>
    }
}
