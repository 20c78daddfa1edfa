//! Everything about one figure: as printed and in base units, in words, with its source, its kin, and a citation.

use crate::browser::document::Opener;
use leptos::ev;
use leptos::prelude::*;

use super::{CopyButton, FigureView};
use crate::base::lang::Lang;
use crate::browser;
use crate::i18n;
use crate::i18n::catalog::words::SEPARATOR;
use crate::i18n::catalog::{data as column, detail as m};
use crate::model::{Dataset, Id, Observation, Qualifier, Record};
use crate::state::Action;
use crate::ui::{Explorer, Icon, focus, use_explorer};
use crate::words::{Style, base_amount, cite, figure, observation_name, period_text};

/// Id of the panel's heading.
const TITLE: &str = "detail-title";

/// How many related figures are listed.
const RELATED: usize = 12;

/// The detail panel; it takes the focus when it opens and gives it back when it closes.
#[component]
pub fn DetailPanel() -> impl IntoView {
    let explorer = use_explorer();
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
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            explorer.act(Action::Close);
        }
    };
    view! {
        <Show when=move || explorer.selection.with(Option::is_some)>
            <aside class="detail" aria-labelledby=TITLE data-testid="detail" on:keydown=on_key>
                <div class="detail-head">
                    <h2 id=TITLE tabindex="-1">{explorer.t(m::DETAIL)}</h2>
                    <button type="button" class="quiet" data-testid="close-detail" aria-label=explorer.t(m::CLOSE) on:click=move |_| explorer.act(Action::Close)>
                        <Icon icon=Icon::Close />
                    </button>
                </div>
                {move || {
                    // The parts below read the language once; a change of language makes them anew.
                    explorer.lang.track();
                    match explorer.selected() {
                    Some(id) => view! { <Body id=id /> }.into_any(),
                    None => {
                        let id = explorer.selection.get().unwrap_or_default();
                        let text = m::GONE.fill(explorer.lang.get(), &[("id", &id)]);
                        view! { <p class="error">{text}</p> }.into_any()
                    }
                }}}
            </aside>
        </Show>
    }
}

#[component]
fn Body(id: Id<Observation>) -> impl IntoView {
    let explorer = use_explorer();
    let content = explorer.content();
    let lang = explorer.lang.get_untracked();
    let data = &content.data;
    let o = &data.observations[id];
    let indicator = &data.indicators[o.indicator];
    let domain = &data.domains[indicator.domain];
    let breakdown = observation_name(data, o, lang);
    let only = Action::Choose("indicator".into(), indicator.id.clone());
    let facts = facts(data, o, lang);
    let note = o.note.get(lang).to_owned();
    let base =
        base_amount(data, o, lang).map(|v| m::IN_BASE.fill(lang, &[("value", &v.to_string())]));
    let cite_as = move |style| {
        Callback::new(move |()| {
            let content = explorer.content();
            cite(
                &content.data,
                &content.data.observations[id],
                style,
                explorer.lang.get_untracked(),
            )
        })
    };
    view! {
        <p class="detail-domain">{domain.name.get(lang).to_owned()}</p>
        <p class="detail-name" data-testid="detail-name">{breakdown}</p>
        <div class="detail-figure" data-testid="detail-figure"><FigureView figure=figure(data, o, lang) /></div>
        {base.map(|text| view! { <p class="detail-base" data-testid="detail-base">{text}</p> })}
        <p class="detail-meaning">{meaning(o.quantity.qualifier).get(lang)}</p>
        {(!note.is_empty()).then(|| view! { <p class="note">{note}</p> })}
        <dl class="facts">
            {facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view()}
        </dl>
        <Kin id=id />
        <SourceBlock id=id />
        <div class="detail-actions">
            <CopyButton label=m::CITE_PLAIN text=cite_as(Style::Plain) testid="cite-plain" />
            <CopyButton label=m::CITE_GB text=cite_as(Style::GbT7714) testid="cite-gb" />
            <button type="button" class="quiet" on:click=move |_| explorer.act(only.clone())>{explorer.t(m::ALL_OF_INDICATOR)}</button>
        </div>
    }
}

/// Name and value of each plain fact.
fn facts(data: &Dataset, o: &Observation, lang: Lang) -> Vec<(String, String)> {
    let indicator = &data.indicators[o.indicator];
    let word = |column: &str, id: &str| {
        i18n::word(column, id).map_or_else(|| id.to_owned(), |w| w.get(lang).to_owned())
    };
    let mut facts = vec![
        (m::PLACE.get(lang), data.places[o.place].name.get(lang).to_owned()),
        (m::PERIOD.get(lang), period_text(o, lang)),
        (m::STAGE.get(lang), word("stage", o.stage.id())),
        (column::ROLE.get(lang), word("role", o.role.id())),
        (m::DEFINITION.get(lang), indicator.definition.get(lang).to_owned()),
        (column::UNIT.get(lang), data.units[o.unit].name.get(lang).to_owned()),
    ];
    if let Some(project) = o.project {
        facts.push((m::PROJECT.get(lang), data.projects[project].name.get(lang).to_owned()));
    }
    if !o.flag.is_empty() {
        facts.push((column::NOTE.get(lang), word("flag", &o.flag)));
    }
    if !o.derived.is_empty() {
        facts.push((m::PRINTED.get(lang), m::DERIVED.fill(lang, &[("formula", &o.derived)])));
    }
    facts.retain(|(_, value)| !value.is_empty());
    facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn meaning(qualifier: Qualifier) -> i18n::Message {
    match qualifier {
        Qualifier::Eq => m::IS_EQ,
        Qualifier::About => m::IS_ABOUT,
        Qualifier::Nearly => m::IS_NEARLY,
        Qualifier::Over => m::IS_OVER,
        Qualifier::AtLeast => m::IS_AT_LEAST,
        Qualifier::AtMost => m::IS_AT_MOST,
        Qualifier::Under => m::IS_UNDER,
    }
}

/// Where the figure is printed.
#[component]
fn SourceBlock(id: Id<Observation>) -> impl IntoView {
    let explorer = use_explorer();
    let content = explorer.content();
    let lang = explorer.lang.get_untracked();
    let o = &content.data.observations[id];
    let source = &content.data.sources[o.source];
    let published =
        source.published.map(|d| m::PUBLISHED.fill(lang, &[("date", &i18n::date(d, lang))]));
    let publisher = Some(source.publisher.clone()).filter(|p| !p.is_empty());
    let between = (publisher.is_some() && published.is_some()).then(|| SEPARATOR.get(lang));
    let locator = (o.locator.end > 0).then(|| {
        let (start, end) = ((o.locator.start + 1).to_string(), o.locator.end.to_string());
        m::LOCATOR.fill(lang, &[("start", &start), ("end", &end)])
    });
    let printed = o.locator.printed.clone();
    view! {
        <section class="detail-source">
            <h3>{m::SOURCE.get(lang)}</h3>
            <p class="source-title">{source.title.get(lang).to_owned()}</p>
            <p class="muted">
                {publisher.map(|name| view! { <span lang=Lang::Zh.tag()>{name}</span> })} {between} {published}
            </p>
            {(!printed.is_empty())
                .then(|| view! { <p>{m::PRINTED.get(lang)} " " <q lang="zh-CN" data-testid="detail-printed">{printed}</q></p> })}
            <p class="muted">{locator}</p>
            <p class="muted fingerprint">{m::FINGERPRINT.fill(lang, &[("hash", &source.sha256)])}</p>
        </section>
    }
}

/// Wholes, parts, targets, and figures of the same indicator or project.
#[component]
fn Kin(id: Id<Observation>) -> impl IntoView {
    let explorer = use_explorer();
    let content = explorer.content();
    let lang = explorer.lang.get_untracked();
    let data = &content.data;
    let pairs = data.pairs();
    let targets = pairs.iter().filter(|p| p.actual == id).map(|p| p.target).collect();
    let actuals = pairs.iter().filter(|p| p.target == id).map(|p| p.actual).collect();
    let (same_indicator, same_project) = data.related(id);
    let groups: [(i18n::Message, Vec<Id<Observation>>); 6] = [
        (m::TARGET, targets),
        (m::ACTUAL, actuals),
        (m::PART_OF, data.observations[id].part_of.into_iter().collect()),
        (m::PARTS, data.parts(id)),
        (m::SAME_INDICATOR, same_indicator),
        (m::SAME_PROJECT, same_project),
    ];
    groups
        .into_iter()
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(title, ids)| {
            view! {
                <section class="kin">
                    <h3>{title.get(lang)}</h3>
                    <ul>
                        {ids.into_iter().take(RELATED).map(|id| kin_line(explorer, data, id, lang)).collect_view()}
                    </ul>
                </section>
            }
        })
        .collect_view()
}

fn kin_line(
    explorer: Explorer,
    data: &Dataset,
    id: Id<Observation>,
    lang: Lang,
) -> impl IntoView + use<> {
    let o = &data.observations[id];
    let key = o.id().to_owned();
    let name = observation_name(data, o, lang);
    let place = data.places[o.place].name.get(lang).to_owned();
    let line = [
        place,
        period_text(o, lang),
        i18n::word("stage", o.stage.id()).map_or("", |w| w.get(lang)).to_owned(),
    ];
    let open = move |_| {
        explorer.act(Action::Open(key.clone()));
        focus::take_when_drawn(TITLE.to_owned());
    };
    view! {
        <li>
            <button type="button" class="kin-button" on:click=open>
                <span class="kin-name">{name}<small>{line.join(SEPARATOR.get(lang))}</small></span>
                <FigureView figure=figure(data, o, lang) />
            </button>
        </li>
    }
}
