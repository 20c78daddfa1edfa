//! Other charts of the same selection, as buttons.

use leptos::prelude::*;

use super::act_together;
use crate::i18n::Message;
use crate::plot::chart::Offer;
use crate::ui::use_explorer;

/// A line of offers; nothing where there are none.
#[component]
pub(super) fn Offers(
    /// What stands before them.
    lead: Message,
    /// The offers.
    offers: Vec<Offer>,
) -> impl IntoView {
    let explorer = use_explorer();
    let button = move |offer: Offer| {
        view! {
            <li>
                <button type="button" data-testid="chart-offer" on:click=move |_| act_together(explorer, offer.actions.clone())>
                    {offer.label}
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
