//! What is on screen in words, to be copied.

use leptos::prelude::*;

use crate::session::{self, Selection};
use crate::state::View;
use crate::ui::Explorer;
use crate::ui::components::{imprint, source_of_selection};
use crate::words::sentences;

/// What the selection comes to and what the view shows of it, then sources and link, a line each. What a worker would
/// have to be asked for is left out: a browser copies only in the turn in which a reader asks for it.
pub(super) fn summary(explorer: Explorer) -> String {
    let lang = explorer.lang.get_untracked();
    let filter = explorer.filter.get_untracked();
    let options = explorer.options.get_untracked();
    let selection = explorer.ask_now(&Selection { filter: filter.clone(), lang });
    let selection = match selection {
        Some(selection) => selection.sentence,
        None => explorer.selected.get_untracked().map(|s| s.sentence).unwrap_or_default(),
    };
    let view = match explorer.view.get_untracked() {
        View::Overview => {
            let plan = explorer.ask_now(&session::Overview { filter, options, lang });
            plan.and_then(|plan| plan.chart).map(|chart| chart.sentence(lang))
        }
        View::Timeline => {
            let plan = explorer.ask_now(&session::Timeline { filter, options, most: None, lang });
            plan.flatten().map(|plan| plan.sentence)
        }
        View::Chart => {
            let plan = explorer.ask_now(&session::Chart { filter, options, lang });
            plan.and_then(Result::ok).map(|plan| plan.sentence(lang))
        }
        View::Ledger => {
            let plan = explorer.ask_now(&session::Ledger { filter, options, lang });
            plan.flatten().map(|plan| plan.sentence)
        }
        View::Compare => {
            let plan = explorer.ask_now(&session::Compare { filter, options, lang });
            plan.map(|plan| sentences(&[plan.title, plan.lead], lang))
        }
        View::Table => {
            let plan = explorer.ask_now(&session::Header { filter, options, lang });
            plan.map(|plan| sentences(&[plan.caption, plan.order], lang))
        }
        // Its caption is the selection's sentence.
        View::Poster => None,
    };
    let lines = [
        selection,
        view.unwrap_or_default(),
        source_of_selection(explorer),
        imprint(explorer).link,
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|l| !l.is_empty()).collect();
    lines.join("\n")
}
