//! Other charts of the same selection, as buttons.

use leptos::prelude::*;

use super::TITLE;
use crate::i18n::Message;
use crate::plot::chart::Offer;
use crate::ui::{focus, use_explorer};

/// A line of offers; nothing where there are none.
#[component]
pub(super) fn Offers(
    /// What stands before them.
    lead: Message,
    /// The offers.
    offers: Vec<Offer>,
) -> impl IntoView {
    let explorer = use_explorer();
    let take = move |offer: &Offer| {
        explorer.act_together(offer.actions.clone());
        // The button goes away with the chart it stood under.
        focus::take_when_drawn(TITLE.to_owned());
    };
    let button = move |offer: Offer| {
        let label = offer.label.clone();
        view! {
            <li>
                <button type="button" data-testid="chart-offer" on:click=move |_| take(&offer)>
                    {label}
                </button>
            </li>
        }
    };
    (!offers.is_empty()).then(|| {
        view! {
            <div class="chart-offers">
                <span class="muted">{explorer.t(lead)}</span>
                <ul>{offers.into_iter().map(button).collect_view()}</ul>
            </div>
        }
    })
}
