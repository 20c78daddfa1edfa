//! The poster of a selection: its lead, what may stand beside it as points, and what a reader made of both.

mod any;
mod points;
mod published;

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::chart::{LEAD, Paper, PosterChart, PosterPoint, PosterPromise, PosterSpec, TITLE};
use crate::i18n::catalog::ledger::DUE_AT;
use crate::i18n::catalog::poster as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::model::Dataset;
use crate::plot::{Rows, ledger, told};
use crate::query::Engine;
use crate::state::{LedgerOptions, PosterFormat, PosterOptions};
use crate::words::{FigureText, listed, told_of};

/// How many points a poster has.
const POINTS: usize = 3;
/// How many promises the longest strip has.
const PROMISED: usize = 4;

/// What a poster shows, and what else it could.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PosterPlan {
    /// The poster, its link left out.
    pub spec: PosterSpec,
    /// What its title, its lead and its points say where the reader changes nothing, by their ids.
    pub usual: Vec<(String, String)>,
    /// What may stand as a point, those that reach most people first: ids and names.
    pub candidates: Vec<(String, String)>,
}

/// What is known of a selection before anything is chosen.
#[derive(Default)]
struct Draft {
    kicker: String,
    title: String,
    when: String,
    lead: PosterPoint,
    chart: PosterChart,
    /// What may stand as a point, the best first.
    candidates: Vec<PosterPoint>,
    strip: Vec<PosterPromise>,
    sources: Vec<String>,
}

/// The paper of a format.
#[must_use]
pub const fn paper(format: PosterFormat) -> Paper {
    match format {
        PosterFormat::Long => Paper::Long,
        PosterFormat::Page => Paper::Page,
        PosterFormat::Slide => Paper::Slide,
    }
}

/// The poster of what an engine selects.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &PosterOptions,
    lang: Lang,
) -> PosterPlan {
    let mut draft = match rows {
        Rows::Published(data) => published::draft(engine, data, lang),
        Rows::Plain => any::draft(engine, lang),
    };
    let promises = ledger::plan(engine, rows, &LedgerOptions::default(), lang);
    draft.strip = promises.map(|plan| strip(plan, &draft.lead, lang)).unwrap_or_default();
    let mut plan = choose(draft, options, lang);
    if !rows.are_published() {
        m::LINK_NAME_ROWS.get(lang).clone_into(&mut plan.spec.link_name);
    }
    plan
}

/// Takes what the reader chose of what there is.
fn choose(draft: Draft, options: &PosterOptions, lang: Lang) -> PosterPlan {
    let Draft { kicker, title, when, mut lead, chart, candidates, strip, sources } = draft;
    let find = |id: &String| candidates.iter().find(|point| point.id == *id);
    let chosen = options.points.iter().filter_map(find).chain(&candidates);
    let mut points: Vec<PosterPoint> = Vec::new();
    for point in chosen {
        if points.len() < POINTS && points.iter().all(|own| own.id != point.id) {
            points.push(point.clone());
        }
    }
    lead.id = LEAD.to_owned();
    let mut plan = PosterPlan {
        usual: vec![(TITLE.to_owned(), title.clone())],
        candidates: candidates
            .iter()
            .map(|point| (point.id.clone(), offered(point, lang)))
            .collect(),
        ..PosterPlan::default()
    };
    for point in points.iter_mut().chain([&mut lead]) {
        plan.usual.push((point.id.clone(), point.name.clone()));
        if let Some(own) = options.texts.get(&point.id) {
            point.name.clone_from(own);
        }
    }
    plan.spec = PosterSpec {
        paper: paper(options.format),
        kicker,
        title: if options.title.is_empty() { title } else { options.title.clone() },
        when,
        lead,
        chart,
        points,
        strip_title: m::STRIP.get(lang).to_owned(),
        strip,
        sources,
        link_name: m::LINK_NAME.get(lang).to_owned(),
        ..PosterSpec::default()
    };
    plan.spec.caption = told::of_poster(&plan.spec, lang).join("\n");
    plan
}

/// A candidate in the list of them: no figure without its time.
fn offered(point: &PosterPoint, lang: Lang) -> String {
    told_of(&point.name, &[point.text.clone(), point.beside.clone()], lang)
}

/// Promises of which it is told what came of them, but for the one that the lead tells.
fn strip(plan: ledger::LedgerPlan, lead: &PosterPoint, lang: Lang) -> Vec<PosterPromise> {
    let name_places = plan.groups.len() > 1;
    let rows = plan.groups.into_iter().flat_map(|group| group.rows);
    let is_told = |row: &ledger::RowPlan| {
        let tells = |key: &String| row.lines.iter().any(|line| line.key == *key);
        row.picture.is_some() && !lead.key.as_ref().is_some_and(tells)
    };
    let promise = |row: ledger::RowPlan| {
        let place = if name_places { row.place.clone() } else { String::new() };
        let due = match row.due.as_str() {
            "" => String::new(),
            due => DUE_AT.fill(lang, &[("date", due)]),
        };
        let calendar = row.calendar.as_ref();
        let at =
            calendar.and_then(|calendar| Some((&*calendar.span, &*calendar.told.as_ref()?.label)));
        let sentence = match at {
            Some((span, label)) => {
                let at = match span {
                    "" => label.to_owned(),
                    _ => m::AT.fill(lang, &[("span", span), ("label", label)]),
                };
                m::SAID_AT.fill(lang, &[("at", &at), ("said", &row.sentence())])
            }
            None => row.sentence(),
        };
        let told = listed([sentence, due], SEPARATOR, lang);
        let told = if row.said.is_empty() { row.untold.clone() } else { told };
        PosterPromise {
            said: listed([place, told], SEPARATOR, lang),
            name: row.title,
            key: Some(row.key).filter(|key| !key.is_empty()),
            picture: row.picture.map(Box::new),
        }
    };
    rows.filter(is_told).take(PROMISED).map(promise).collect()
}

/// A figure's text in the parts a poster sets apart.
fn written(text: &FigureText) -> PosterPoint {
    PosterPoint {
        qualifier: text.qualifier.clone(),
        number: format!("{}{}", text.sign, text.number),
        unit: format!("{}{}", text.unit, text.behind()),
        text: text.to_string(),
        ..PosterPoint::default()
    }
}
