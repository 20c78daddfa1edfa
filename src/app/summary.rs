//! What is on screen in words, to be copied.

use leptos::prelude::*;

use crate::plot::told;
use crate::session::{self, Selection};
use crate::state::View;
use crate::ui::Explorer;
use crate::ui::components::{imprint, source_of_selection};
use crate::words::{passed_on, sentences};

/// What the selection comes to and what the view shows of it: its sentence, its values, a line each; then sources and
/// link. What a worker would have to be asked for is left out: a browser copies only in the turn in which a reader asks
/// for it.
pub(super) fn summary(explorer: Explorer) -> String {
    let lang = explorer.lang.get_untracked();
    let filter = explorer.filter.get_untracked();
    let selection = explorer.ask_now(&Selection { filter, lang });
    let selection = match selection {
        Some(selection) => selection.sentence,
        None => explorer.selected.get_untracked().map(|s| s.sentence).unwrap_or_default(),
    };
    let (view, values) = of_view(explorer).unwrap_or_default();
    let mut lines = vec![selection, view];
    lines.extend(values);
    lines.extend([source_of_selection(explorer), imprint(explorer).link]);
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// The selection in a short sentence, and the link to what is on screen.
pub(super) fn shared(explorer: Explorer) -> String {
    let sentence = explorer.selected.get_untracked().map(|s| s.sentence).unwrap_or_default();
    passed_on(&sentence, &imprint(explorer).link)
}

/// What the view in force shows, in a sentence and value by value; `None` where that cannot be told at once.
fn of_view(explorer: Explorer) -> Option<(String, Vec<String>)> {
    let lang = explorer.lang.get_untracked();
    let filter = explorer.filter.get_untracked();
    let options = explorer.options.get_untracked();
    let (sentence, lines, more) = match explorer.view.get_untracked() {
        View::Overview => {
            let question = session::Overview { filter, options: options.overview, lang };
            let plan = explorer.ask_now(&question)?;
            let sentence = plan.chart.as_ref().map(|chart| chart.sentence(lang));
            (sentence.unwrap_or_default(), told::of_overview(&plan, lang), 0)
        }
        View::Timeline => {
            let (options, chart) = (options.timeline, options.chart);
            let question = session::Timeline { filter, options, chart, most: None, lang };
            let plan = explorer.ask_now(&question)??;
            let lines = told::of_listing(&plan.listing, lang);
            (plan.sentence, lines, 0)
        }
        View::Chart => {
            let plan =
                explorer.ask_now(&session::Chart { filter, options: options.chart, lang })?.ok()?;
            (plan.sentence(lang), told::of_listing(&plan.listing, lang), 0)
        }
        View::Ledger => {
            let plan =
                explorer.ask_now(&session::Ledger { filter, options: options.ledger, lang })??;
            let lines = told::of_ledger(&plan, lang);
            (plan.sentence, lines, 0)
        }
        View::Compare => {
            let plan =
                explorer.ask_now(&session::Compare { filter, options: options.compare, lang })?;
            let lines = told::of_comparison(&plan, lang);
            (sentences(&[plan.title, plan.lead], lang), lines, 0)
        }
        View::Table => {
            let range = 0..told::MOST;
            let options = options.table;
            let header = session::Header { filter: filter.clone(), options: options.clone(), lang };
            let header = explorer.ask_now(&header)?;
            let (_, page) = explorer.ask_now(&session::Page { filter, options, range, lang })?;
            let lines = told::of_rows(&header, &page, lang);
            let more = page.total.saturating_sub(lines.len());
            (sentences(&[header.caption, header.order], lang), lines, more)
        }
        View::Poster => {
            let plan =
                explorer.ask_now(&session::Poster { filter, options: options.poster, lang })?;
            // Its caption is the selection's sentence.
            (plan.spec.title.clone(), told::of_poster(&plan.spec, lang), 0)
        }
    };
    let total = lines.len() + more;
    Some((sentence, told::shortened(lines, total, lang)))
}
