//! Everything about one figure: what it is, as printed, its source and what that leaves open, what can be done with it, its
//! kin; how to check it is folded.

use crate::browser::document::Opener;
use leptos::ev;
use leptos::prelude::*;

use super::export_menu::{imprint, today};
use super::in_care;
use super::passage::{Printed, ReleaseText, TextAtHand};
use super::{CopyButton, FigureView};
use crate::base::lang::Lang;
use crate::browser;
use crate::i18n::catalog::data as d;
use crate::i18n::catalog::detail as m;
use crate::i18n::catalog::export::SHARE;
use crate::i18n::catalog::words::{COLON, SEPARATOR};
use crate::plot::detail::{DetailPlan, Kin, KinLine, SourceText};
use crate::session;
use crate::state::Action;
use crate::ui::{Explorer, Icon, focus, late, use_explorer};
use crate::words::{passed_on, told_of};

/// Id of the panel's heading.
const TITLE: &str = "detail-title";

/// The detail panel; it takes the focus when it opens and gives it back when it closes.
#[component]
pub fn DetailPanel() -> impl IntoView {
    let explorer = use_explorer();
    provide_context(ReleaseText::new());
    let opener = StoredValue::new_local(None::<Opener>);
    Effect::new(move |before: Option<bool>| {
        let open = explorer.selection.with(Option::is_some);
        match (before, open) {
            (Some(false), true) => {
                opener.set_value(browser::document::focused());
                // The panel is in the page once the effects of this change have run.
                focus::take_when_drawn(TITLE.to_owned());
            }
            (Some(true), false) => {
                let opener = opener.try_update_value(Option::take).flatten();
                if !opener.is_some_and(|opener| browser::document::refocus(&opener)) {
                    browser::document::focus_in_place(focus::CONTENT);
                }
            }
            _ => {}
        }
        open
    });
    let is_open = Memo::new(move |_| explorer.selection.with(Option::is_some));
    move || is_open.get().then(|| late(move || view! { <Panel /> }.into_any()))
}

/// The panel while it is open.
#[component]
fn Panel() -> impl IntoView {
    let explorer = use_explorer();
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            // One step back at a time: a guided tour goes on, and a dialog of the page around stays open.
            event.stop_propagation();
            event.prevent_default();
            explorer.act(Action::Close);
        }
    };
    let asked = explorer.ask(move || {
        let day = today().to_string();
        let (filter, lang) = (explorer.filter.get(), explorer.lang.get());
        Some(session::Detail { filter, key: explorer.selection.get()?, day, lang })
    });
    let body = move || match asked.get() {
        None => ().into_any(),
        Some(Some(detail)) => view! { <Body detail=detail /> }.into_any(),
        Some(None) => {
            let id = explorer.selection.get().unwrap_or_default();
            let text = m::GONE.fill(explorer.lang.get(), &[("id", &id)]);
            view! { <p class="error">{text}</p> }.into_any()
        }
    };
    view! {
        <aside class="detail" aria-labelledby=TITLE data-testid="detail" on:keydown=on_key>
            <div class="detail-head">
                <h2 id=TITLE tabindex="-1">{explorer.t(m::DETAIL)}</h2>
                <button type="button" class="quiet" data-testid="close-detail" aria-label=explorer.t(m::CLOSE) on:click=move |_| explorer.act(Action::Close)>
                    <Icon icon=Icon::Close />
                </button>
            </div>
            {body}
        </aside>
    }
}

#[component]
fn Body(detail: DetailPlan) -> impl IntoView {
    let explorer = use_explorer();
    let lang = explorer.lang.get_untracked();
    let actions = actions(explorer, &detail);
    let DetailPlan { place, period, figure, hue, name, definition, base, meaning, .. } = detail;
    let DetailPlan { note, doubt, facts, terms, kin, source, cite_gb, .. } = detail;
    let said = |text: String, class: &'static str| {
        (!text.is_empty()).then(|| view! { <p class=class>{text}</p> })
    };
    let is_placed = !place.is_empty() || !period.is_empty();
    // Of a row that is no published figure its columns are all there is.
    let check = source.clone().map(|source| check(source, terms, cite_gb, lang));
    view! {
        {in_care(explorer, "")}
        {is_placed.then(|| view! { <p class="detail-where"><strong>{place}</strong> {period}</p> })}
        {figure
            .map(|figure| {
                let class = hue.map_or_else(String::new, |hue| format!(" fill-hue-{hue}"));
                view! { <div class=format!("detail-figure{class}") data-testid="detail-figure"><FigureView figure=figure /></div> }
            })}
        <p class="detail-name" data-testid="detail-name">{name}</p>
        {said(definition, "detail-definition")}
        {(!base.is_empty()).then(|| view! { <p class="detail-base" data-testid="detail-base">{base}</p> })}
        {said(meaning, "detail-meaning")}
        {source.map(|source| source_section(source, lang))}
        {said(note, "note")}
        {(!doubt.is_empty())
            .then(|| view! { <p class="note doubt" data-testid="detail-doubt"><strong>{d::DOUBT.get(lang)}</strong> {COLON.get(lang)} {doubt}</p> })}
        {actions}
        {list(facts)}
        {kin.into_iter().map(|kin| kin_section(explorer, kin)).collect_view()}
        {check}
    }
}

/// What a reader can do with the figure: cite it, pass it on, see it beside others.
fn actions(explorer: Explorer, detail: &DetailPlan) -> impl IntoView + use<> {
    let lang = explorer.lang.get_untracked();
    let copy = |text: String| Callback::new(move |()| text.clone());
    let cite = (!detail.cite_plain.is_empty()).then(|| {
        view! { <CopyButton label=m::CITE_PLAIN text=copy(detail.cite_plain.clone()) testid="cite-plain" /> }
    });
    // What a reader passes on: the name, the figure with its qualifier and its mark, where and when.
    let shared = detail.figure.as_ref().map(|figure| {
        let parts = [figure.to_string(), detail.place.clone(), detail.period.clone()];
        let told = told_of(&detail.name, parts, lang);
        let text = Callback::new(move |()| passed_on(&told, &imprint(explorer).link));
        view! { <CopyButton label=SHARE text=text shares=true testid="share-figure" /> }
    });
    let chart = detail.actions.clone();
    let chart = (!chart.is_empty()).then(|| {
        let go = move |_| explorer.act_together(chart.clone());
        view! { <button type="button" class="quiet" data-testid="see-chart" on:click=go>{explorer.t(m::SEE_CHART)}</button> }
    });
    view! { <div class="detail-actions">{cite} {shared} {chart}</div> }
}

/// Plain facts by their names.
fn list(facts: Vec<(String, String)>) -> Option<impl IntoView> {
    let fact = |(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    (!facts.is_empty())
        .then(|| view! { <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl> })
}

/// What is printed, in which release, and what that leaves open.
fn source_section(source: SourceText, lang: Lang) -> impl IntoView {
    let SourceText { title, publisher, published, note, .. } = source.clone();
    let publisher = Some(publisher).filter(|p| !p.is_empty());
    let between = (publisher.is_some() && !published.is_empty()).then(|| SEPARATOR.get(lang));
    let printed = (!source.printed.is_empty()).then(|| view! { <Printed source=source /> });
    view! {
        {printed}
        <section class="detail-source">
            <h3 class="visually-hidden">{m::SOURCE.get(lang)}</h3>
            <p class="source-title">{title}</p>
            <p class="muted">
                {publisher.map(|name| view! { <span lang=Lang::Zh.tag()>{name}</span> })} {between} {published}
            </p>
            {(!note.is_empty()).then(|| view! { <p class="muted">{note}</p> })}
        </section>
    }
}

/// What only those open who check the figure.
fn check(
    source: SourceText,
    terms: Vec<(String, String)>,
    cite_gb: String,
    lang: Lang,
) -> impl IntoView {
    let muted = |text: String| (!text.is_empty()).then(|| view! { <p class="muted">{text}</p> });
    let SourceText { address, locator, check, fingerprint, .. } = source.clone();
    let text = (!source.printed.is_empty()).then(|| view! { <TextAtHand source=source /> });
    let cite_gb = Callback::new(move |()| cite_gb.clone());
    view! {
        <details class="source-check" data-testid="detail-check">
            <summary>{m::HOW_TO_CHECK.get(lang)}</summary>
            {muted(locator)}
            {text}
            {muted(check)}
            {muted(address)}
            <p class="muted fingerprint">{fingerprint}</p>
            {list(terms)}
            <CopyButton label=m::CITE_GB text=cite_gb testid="cite-gb" />
        </details>
    }
}

/// Figures related in one way.
fn kin_section(explorer: Explorer, kin: Kin) -> impl IntoView {
    let line = |line: KinLine| {
        let KinLine { key, name, beside, figure } = line;
        let open = move |_| {
            explorer.act(Action::Open(key.clone()));
            focus::take_when_drawn(TITLE.to_owned());
        };
        view! {
            <li>
                <button type="button" class="kin-button" on:click=open>
                    <span class="kin-name">{name}<small>{beside}</small></span>
                    <FigureView figure=figure />
                </button>
            </li>
        }
    };
    view! {
        <section class="kin">
            <h3>{kin.title}</h3>
            <ul>{kin.lines.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}
