//! A finding: where and when, a sentence with one large figure, its picture, its release.

use leptos::prelude::*;

use super::picture::PictureView;
use crate::plot::overview::Finding;
use crate::state::Action;
use crate::ui::components::in_care;
use crate::ui::use_explorer;
use crate::words::{behind_figure, unbroken};

/// The finding; its large figure opens the detail.
#[component]
pub(super) fn FindingView(
    /// What it says.
    finding: Finding,
) -> impl IntoView {
    let explorer = use_explorer();
    let Finding { head, when, hue, before, figure, after, key, picture, more, source } = finding;
    let after = unbroken(&after);
    let (marks, after) = behind_figure(&after);
    // A line may end behind a button, but not before the word that says what its figure counts.
    let is_joined = marks.is_empty() && after.starts_with(char::is_alphabetic);
    let joiner = if is_joined { "\u{2060}" } else { "" };
    let (marks, after) = (marks.to_owned(), format!("{joiner}{after}"));
    let aids = in_care(explorer, &key);
    let line =
        |text: String, class| (!text.is_empty()).then(|| view! { <p class=class>{text}</p> });
    view! {
        <article class="finding" data-testid="finding">
            <p class="finding-head">
                <strong>{head}</strong>
                <span>{when}</span>
            </p>
            <h3>
                // A browser ends no line before a button that a joiner follows, unless it is told that it may.
                {unbroken(&before)} <wbr />
                <span class="kept">
                    <button
                        type="button"
                        class=format!("finding-figure fill-hue-{hue}")
                        data-testid="finding-figure"
                        on:click=move |_| explorer.act(Action::Open(key.clone()))
                    >
                        {unbroken(&figure.to_string())}
                    </button>
                    {marks}
                </span>
                {after}
            </h3>
            {picture.map(|picture| view! { <PictureView picture=picture /> })}
            {line(more, "finding-more")}
            {line(source, "finding-source")}
            {aids}
        </article>
    }
}
