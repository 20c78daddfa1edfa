//! What stands around the views: a notice about the link, and the foot with the data's origin and problems.

use std::sync::Arc;

use leptos::prelude::*;

use super::asked::link_needs;
use crate::base::lang::Lang;
use crate::base::problem::Problem;
use crate::browser::document;
use crate::i18n::catalog::words::COMMA;
use crate::i18n::catalog::{detail, shell as m};
use crate::plot::Rows;
use crate::session::{Head, Release, Sources};
use crate::state::{Action, LinkProblem};
use crate::ui::components::CopyButton;
use crate::ui::{Explorer, OpenedTables, Paper, focus, late, use_explorer, use_opened_tables};
use crate::words::{describe, describe_more, misfit_text};

/// Says which parts of the link could not be read, and where the data are not the ones described.
#[component]
pub(super) fn LinkNotice() -> impl IntoView {
    let explorer = use_explorer();
    let opened = use_opened_tables();
    let has_problems = Memo::new(move |_| {
        explorer.link_problems.with(|p| !p.is_empty())
            || opened.misfit.with(|m| !m.is_none())
            // Not asked of the releases, so that the first view needs nothing of it.
            || (!explorer.is_published() && part_of(explorer).is_some())
    });
    view! {
        <div role="status">{move || has_problems.get().then(|| late(move || notices(explorer, opened)))}</div>
    }
}

fn notices(explorer: Explorer, opened: OpenedTables) -> AnyView {
    let has_problems = Memo::new(move |_| explorer.link_problems.with(|p| !p.is_empty()));
    let misfit = Memo::new(move |_| opened.misfit.with(|m| misfit_text(m, explorer.lang.get())));
    // Of a reader's own table the page's descriptor says nothing.
    let is_told = move || explorer.is_published() && misfit.with(|text| !text.is_empty());
    // A part is never shown as the whole.
    let part = part_of(explorer).map(|problem| {
        view! { <p class="notice" data-testid="part-notice">{move || describe(&problem, explorer.lang.get())}</p> }
    });
    view! {
        {part}
        {move || has_problems.get().then(|| link_notice(explorer))}
        {move || is_told().then(|| view! { <p class="notice" data-testid="data-notice">{misfit}</p> })}
    }
    .into_any()
}

/// Why what is shown is not all of a reader's own file.
fn part_of(explorer: Explorer) -> Option<Problem> {
    let head = explorer.head();
    let is_own = !explorer.is_published();
    head.problems.iter().find(|problem| is_own && problem.kind.is_of_a_part()).cloned()
}

fn link_notice(explorer: Explorer) -> AnyView {
    let problems = explorer.link_problems;
    let text = move || {
        let lang = explorer.lang.get();
        let list: Vec<String> = problems.get().iter().map(told).collect();
        m::LINK_PROBLEMS.fill(lang, &[("list", &list.join(COMMA.get(lang)))])
    };
    let dismiss = move |_| {
        focus::rescue();
        problems.set(Vec::new());
    };
    view! {
        <div class="notice" data-testid="link-notice">
            <p>{text}</p>
            <button type="button" class="quiet" on:click=dismiss>{explorer.t(m::DISMISS)}</button>
        </div>
    }
    .into_any()
}

/// A part of a link, as it stood there.
fn told(problem: &LinkProblem) -> String {
    let LinkProblem { key, found } = problem;
    if found.is_empty() { key.clone() } else { format!("{key}={found}") }
}

/// Origin of the data, its problems, links and printing.
#[component]
pub(super) fn Footer() -> impl IntoView {
    let explorer = use_explorer();
    let embed = explorer.state_untracked().embed;
    let head = explorer.head();
    let figures = head.len;
    let is_published = explorer.is_published();
    let (contents, sources) = match head.rows {
        Rows::Published(sources) => (m::CONTENTS, sources.to_string()),
        Rows::Plain => (m::CONTENTS_ROWS, String::new()),
    };
    let problems =
        (!head.problems.is_empty()).then(|| late(move || problem_list(explorer, head.clone())));
    let link = Callback::new(move |()| {
        let fragment = crate::state::write_link(&explorer.state_untracked());
        crate::browser::link::address(&fragment)
    });
    let full = move || {
        let state = explorer.linked().full();
        crate::browser::link::address_of_page(&crate::state::write_link(&state))
    };
    let needed = explorer.state_untracked().table;
    let releases = explorer.ask(move || Some(Sources { filter: None, lang: explorer.lang.get() }));
    let releases = move || {
        let release = |release: Release| {
            let id = release.id;
            view! {
                <li>
                    <button type="button" class="link" on:click=move |_| explorer.act(Action::Choose("source".into(), id.clone()))>
                        {release.title}
                    </button>
                    <span class="muted">{release.date}</span>
                </li>
            }
        };
        releases.get().unwrap_or_default().into_iter().map(release).collect_view()
    };
    view! {
        <footer class="footer">
            {embed
                .then(|| view! { <a href=full target="_blank" rel="noopener" data-testid="open-full">{explorer.t(m::OPEN_FULL)}</a> })}
            {is_published.then(|| view! { <Paper content=Callback::new(move |()| sources_on_paper(explorer)) /> })}
            <p>{move || contents.count(explorer.lang.get(), figures, &[("sources", &sources)])}</p>
            {problems}
            {(!embed)
                .then(|| {
                    view! {
                        {is_published
                            .then(|| {
                                view! {
                                    <details class="about-data">
                                        <summary>{explorer.t(m::ABOUT_DATA)}</summary>
                                        <ul>{releases}</ul>
                                    </details>
                                }
                            })}
                        <div class="footer-tools">
                            <CopyButton label=m::COPY_LINK text=link testid="copy-link" />
                            <button type="button" class="quiet" on:click=|_| document::print()>{explorer.t(m::PRINT)}</button>
                        </div>
                        {needed.map(|table| late(move || link_needs(explorer, table)))}
                    }
                })}
        </footer>
    }
}

/// What was wrong with the data, unfolded on demand.
fn problem_list(explorer: Explorer, head: Arc<Head>) -> AnyView {
    let count = head.problems.len() + head.more.iter().map(|(_, more)| more).sum::<usize>();
    let lines = move || {
        let lang = explorer.lang.get();
        let told = head.problems.iter().map(|problem| describe(problem, lang));
        let more = head.more.iter().map(|&(kind, count)| describe_more(kind, count, lang));
        told.chain(more).map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <details class="problems" data-testid="problems">
            <summary>{move || m::PROBLEMS.count(explorer.lang.get(), count, &[])}</summary>
            <ul>{lines}</ul>
            <p class="muted">{explorer.t(m::PROBLEMS_HELP)}</p>
        </details>
    }
    .into_any()
}

/// The sources of the selection, for printing: on screen they stand with each figure.
fn sources_on_paper(explorer: Explorer) -> AnyView {
    let lang = explorer.lang.get();
    let used = Sources { filter: Some(explorer.filter.get()), lang };
    let line = |release: Release| {
        view! {
            <li>
                {release.title}
                " "
                <span lang=Lang::Zh.tag()>{release.publisher}</span>
                " "
                {release.published}
                {(!release.note.is_empty()).then(|| view! { <br /> <small>{release.note}</small> })}
            </li>
        }
    };
    let lines = explorer.ask_now(&used).unwrap_or_default().into_iter().map(line).collect_view();
    view! {
        <h2>{detail::SOURCE.get(lang)}</h2>
        <ul data-testid="printed-sources">{lines}</ul>
    }
    .into_any()
}
