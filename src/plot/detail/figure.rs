//! The detail of a published figure.

use super::{DetailPlan, Kin, KinLine, SourceText};
use crate::base::lang::Lang;
use crate::i18n;
use crate::i18n::catalog::words::SEPARATOR;
use crate::i18n::catalog::{data as column, detail as m};
use crate::model::{Dataset, Id, Observation, Qualifier, Record};
use crate::state::{Action, View};
use crate::words::{
    Style, base_amount, cite, derivation, figure, listed, observation_name, period_text,
    publication_date, stage_amid, stage_word, vocabulary_word,
};

/// How many related figures are listed in each way.
const RELATED: usize = 12;

pub(super) fn plan(data: &Dataset, id: Id<Observation>, day: &str, lang: Lang) -> DetailPlan {
    let o = &data.observations[id];
    let indicator = &data.indicators[o.indicator];
    let base = base_amount(data, o, lang);
    DetailPlan {
        place: data.places[o.place].known_as().get(lang).to_owned(),
        period: period_text(o, lang),
        figure: Some(figure(data, o, lang)),
        hue: Some(data.domain(o).hue()),
        name: observation_name(data, o, lang),
        definition: indicator.definition.get(lang).to_owned(),
        base: base
            .map_or_else(String::new, |v| m::IN_BASE.fill(lang, &[("value", &v.to_string())])),
        meaning: meaning(data, o, lang),
        note: o.note.get(lang).to_owned(),
        doubt: o
            .doubt
            .map_or_else(String::new, |doubt| data.doubts[doubt].text.get(lang).to_owned()),
        facts: facts(data, o, lang),
        terms: terms(data, o, lang),
        kin: kin(data, id, lang),
        source: Some(source(data, o, lang)),
        cite_plain: cite(data, o, Style::Plain, day, lang),
        cite_gb: cite(data, o, Style::GbT7714, day, lang),
        actions: vec![
            Action::Choose("indicator".into(), indicator.id.clone()),
            Action::Show(View::Chart),
            Action::Close,
        ],
    }
}

/// How far it has come, and what project it is of.
fn facts(data: &Dataset, o: &Observation, lang: Lang) -> Vec<(String, String)> {
    let mut facts = vec![(m::STAGE.get(lang), stage_word(data, o, lang))];
    if let Some(project) = o.project {
        facts.push((m::PROJECT.get(lang), data.projects[project].name.get(lang).to_owned()));
    }
    if !o.flag.is_empty() {
        facts.push((column::NOTE.get(lang), vocabulary_word("flag", &o.flag, lang)));
    }
    told(facts)
}

/// The terms of the dataset that it is filed under.
fn terms(data: &Dataset, o: &Observation, lang: Lang) -> Vec<(String, String)> {
    let domain = data.indicators[o.indicator].domain;
    told(vec![
        (m::PLACE.get(lang), data.places[o.place].name.get(lang).to_owned()),
        (column::DOMAIN.get(lang), data.domains[domain].name.get(lang).to_owned()),
        (column::ROLE.get(lang), vocabulary_word("role", o.role.id(), lang)),
        (column::UNIT.get(lang), data.units[o.unit].name.get(lang).to_owned()),
    ])
}

fn told(mut facts: Vec<(&str, String)>) -> Vec<(String, String)> {
    facts.retain(|(_, value)| !value.is_empty());
    facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// What its qualifier means; of a figure that is not printed, how it was worked out. A plain figure is what is printed.
fn meaning(data: &Dataset, o: &Observation, lang: Lang) -> String {
    if o.is_derived() {
        return m::IS_DERIVED.fill(lang, &[("how", &derivation(data, o, lang))]);
    }
    let message = match o.quantity.qualifier {
        Qualifier::Eq => return String::new(),
        Qualifier::About => m::IS_ABOUT,
        Qualifier::Nearly => m::IS_NEARLY,
        Qualifier::Over => m::IS_OVER,
        Qualifier::AtLeast => m::IS_AT_LEAST,
        Qualifier::AtMost => m::IS_AT_MOST,
        Qualifier::Under => m::IS_UNDER,
    };
    message.get(lang).to_owned()
}

fn source(data: &Dataset, o: &Observation, lang: Lang) -> SourceText {
    let source = &data.sources[o.source];
    let locator = match o.locator.end {
        0 => String::new(),
        end => {
            let (start, end) = ((o.locator.start + 1).to_string(), end.to_string());
            m::LOCATOR.fill(lang, &[("start", &start), ("end", &end)])
        }
    };
    SourceText {
        id: source.id.clone(),
        title: source.title.get(lang).to_owned(),
        publisher: source.publisher.clone(),
        published: publication_date(source, lang)
            .map_or_else(String::new, |date| m::PUBLISHED.fill(lang, &[("date", &date)])),
        note: source.note_in(lang).to_owned(),
        address: match source.url.as_str() {
            "" => String::new(),
            url => m::ADDRESS.fill(lang, &[("url", url)]),
        },
        printed: o.locator.printed.clone(),
        printed_is: if o.is_derived() { m::RESTS_ON } else { m::PRINTED }.get(lang).to_owned(),
        check: m::SOURCE_CHECK.get(lang).to_owned(),
        locator,
        start: o.locator.start,
        fingerprint: m::FINGERPRINT.fill(lang, &[("hash", &source.sha256)]),
    }
}

/// Wholes, parts, targets, and figures of the same indicator or project.
fn kin(data: &Dataset, id: Id<Observation>, lang: Lang) -> Vec<Kin> {
    let pairs = data.pairs();
    let targets = pairs.iter().filter(|p| p.actual == id).map(|p| p.target).collect();
    let actuals = pairs.iter().filter(|p| p.target == id).map(|p| p.actual).collect();
    let (same_indicator, same_project) = data.related(id);
    let groups: [(i18n::Message, Vec<Id<Observation>>); 7] = [
        (m::INPUTS, data.inputs(&data.observations[id])),
        (m::TARGET, targets),
        (m::ACTUAL, actuals),
        (m::PART_OF, data.observations[id].part_of.into_iter().collect()),
        (m::PARTS, data.parts(id)),
        (m::SAME_INDICATOR, same_indicator),
        (m::SAME_PROJECT, same_project),
    ];
    let line = |id: Id<Observation>| kin_line(data, &data.observations[id], lang);
    groups
        .into_iter()
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(title, ids)| Kin {
            title: title.get(lang).to_owned(),
            lines: ids.into_iter().take(RELATED).map(line).collect(),
        })
        .collect()
}

fn kin_line(data: &Dataset, o: &Observation, lang: Lang) -> KinLine {
    let stage = stage_amid(data, o, lang);
    let place = data.places[o.place].name.get(lang);
    KinLine {
        key: o.id().to_owned(),
        name: observation_name(data, o, lang),
        beside: listed([place, &period_text(o, lang), &stage], SEPARATOR, lang),
        figure: figure(data, o, lang),
    }
}
