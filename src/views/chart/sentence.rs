//! The sentence that chooses what the chart shows and of where: native selects amid words.

use leptos::prelude::*;

use crate::plot::chart::{Choices, Controls, Offer, Sentence};
use crate::ui::use_explorer;

/// The sentence.
#[component]
pub(super) fn ChartSentence(
    /// What there is to choose; tracked.
    controls: Memo<Controls>,
) -> impl IntoView {
    let sentence = Memo::new(move |_| controls.with(|c| c.sentence.clone()));
    let part =
        move |at: fn(&Sentence) -> &Choices| Memo::new(move |_| sentence.with(|s| at(s).clone()));
    let word = move |at: usize| move || sentence.with(|s| s.words[at].clone());
    view! {
        <p class="chart-sentence" data-testid="chart-sentence">
            <span>{word(0)} <Select testid="chart-subject" choices=part(|s| &s.subject) /></span>
            <span>{word(1)} <Select testid="chart-within" choices=part(|s| &s.within) /> {word(2)}</span>
        </p>
    }
}

/// One choice of the sentence; where there is but one value, a word.
#[component]
fn Select(
    /// For tests.
    testid: &'static str,
    /// What there is; tracked.
    choices: Memo<Choices>,
) -> impl IntoView {
    let explorer = use_explorer();
    let choose = move |at: String| {
        let offer = |choices: &Choices| choices.offers().nth(at.parse().ok()?).cloned();
        if let Some(Offer { actions, .. }) = choices.with_untracked(offer) {
            explorer.act_together(actions);
        }
    };
    let options = move || {
        let Choices { groups, chosen, .. } = choices.get();
        let mut at = 0;
        let mut option = move |offer: Offer| {
            let own = at;
            at += 1;
            view! { <option value=own selected=own == chosen>{offer.label}</option> }
        };
        let mut group = move |(name, offers): (String, Vec<Offer>)| {
            let options = offers.into_iter().map(&mut option).collect_view();
            if name.is_empty() {
                options.into_any()
            } else {
                view! { <optgroup label=name>{options}</optgroup> }.into_any()
            }
        };
        groups.into_iter().map(&mut group).collect_view()
    };
    let is_choice = Memo::new(move |_| choices.with(|c| c.offers().nth(1).is_some()));
    let only = move || choices.with(|c| c.offers().next().map(|offer| offer.label.clone()));
    view! {
        <Show when=move || is_choice.get() fallback=move || view! { <strong>{only}</strong> }>
            <select
                data-testid=testid
                aria-label=move || choices.with(|c| c.name.clone())
                on:change:target=move |ev| choose(ev.target().value())
            >
                {options}
            </select>
        </Show>
    }
}
