//! What else can be looked at, as buttons.

use leptos::prelude::*;

use crate::i18n::Message;
use crate::plot::chart::Offer;
use crate::ui::{focus, use_explorer};

/// A line of offers; nothing where there are none.
#[component]
pub fn Offers(
    /// The offers.
    offers: Vec<Offer>,
    /// For tests.
    testid: &'static str,
    /// What stands before them. Default: nothing.
    #[prop(optional)]
    lead: Option<Message>,
    /// Id of what takes the focus when one is taken and goes away with what it stood under. Default: the focus stays.
    #[prop(optional)]
    focus: Option<&'static str>,
) -> impl IntoView {
    let explorer = use_explorer();
    let button = move |offer: Offer| {
        let Offer { label, actions } = offer;
        let take = move |_| {
            explorer.act_together(actions.clone());
            if let Some(id) = focus {
                focus::take_when_drawn(id.to_owned());
            }
        };
        view! {
            <li>
                <button type="button" data-testid=testid on:click=take>{label}</button>
            </li>
        }
    };
    (!offers.is_empty()).then(|| {
        view! {
            <div class="chart-offers">
                {lead.map(|lead| view! { <span class="muted">{explorer.t(lead)}</span> })}
                <ul>{offers.into_iter().map(button).collect_view()}</ul>
            </div>
        }
    })
}
