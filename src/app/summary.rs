//! What is on screen in words, to be copied.

use leptos::prelude::*;

use crate::browser::link::address_of_place;
use crate::column::Role;
use crate::plot::told;
use crate::session::{self, Selection};
use crate::state::{Action, AppState, View, write_link};
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

/// What is found first, else the selection, in a short sentence, and the link to what is on screen.
#[inline(never)] // Not in the first view.
pub(super) fn shared(explorer: Explorer) -> String {
    let selection = || explorer.selected.get_untracked().map(|s| s.sentence).unwrap_or_default();
    let sentence = finding(explorer).unwrap_or_else(selection);
    passed_on(&sentence, &link_to_pass_on(explorer))
}

/// What an overview tells first.
fn finding(explorer: Explorer) -> Option<String> {
    if explorer.view.get_untracked() != View::Overview {
        return None;
    }
    let lang = explorer.lang.get_untracked();
    let filter = explorer.filter.get_untracked();
    let options = explorer.options.get_untracked().overview;
    let plan = explorer.ask_now(&session::Overview { filter, options, lang })?;
    told::first_of_overview(&plan, lang)
}

/// The link to what is on screen. Where that is about one place alone which the site has a page of, it leads through that
/// page: those who show the link then say what it is about.
fn link_to_pass_on(explorer: Explorer) -> String {
    let link = imprint(explorer).link;
    let through = || {
        let table = explorer.table();
        let column = table.by_role(Role::Area).filter(|_| explorer.is_of_page())?;
        let filter = explorer.filter.get_untracked();
        let id = filter.values(&column.key).filter(|ids| ids.len() == 1)?.iter().next()?;
        let mut start = AppState::default();
        start.apply(Action::Choose(column.key.clone(), id.clone()));
        let (_, fragment) = link.split_once('#')?;
        // The page stands for that place by itself.
        let fragment = if fragment == write_link(&start) { "" } else { fragment };
        address_of_place(id, fragment)
    };
    through().unwrap_or(link)
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
        View::Map => {
            let plan = explorer.ask_now(&session::Map { filter, options: options.map, lang })??;
            (plan.sentence, told::of_listing(&plan.listing, lang), 0)
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
