//! The preview of a package: all that the first view is drawn from, in one piece, checked when it was made.
//!
//! The build writes it and names it by its hash, so that a reader's first view waits for one small file in place of eight
//! tables. What only later views tell (definitions, questions, notes on figures, what is printed, the other
//! language) is left out; the tables themselves follow.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::lang::Bilingual;
use crate::model::{
    Dataset, Domain, Doubt, Headline, Indicator, Observation, Place, Project, Register, Source,
    Unit,
};

#[derive(Serialize, Deserialize)]
struct Preview {
    units: Register<Unit>,
    domains: Register<Domain>,
    places: Register<Place>,
    sources: Register<Source>,
    indicators: Register<Indicator>,
    projects: Register<Project>,
    observations: Register<Observation>,
    doubts: Register<Doubt>,
    // In an order, so that the same data make the same bytes.
    labels: BTreeMap<(String, String), Bilingual>,
    overlapping: BTreeSet<String>,
    headlines: Vec<Headline>,
}

/// Writes the preview of a dataset, which speaks Chinese alone: the language of the bare address, where it is used.
///
/// # Errors
/// Where memory is short, in the words of the encoder.
pub fn write_preview(data: &Dataset) -> Result<Vec<u8>, String> {
    let zh = |name: Bilingual| Bilingual::new(name.zh, "");
    let labels = data.labels.clone().into_iter();
    let preview = Preview {
        units: data.units.map(|unit| Unit {
            name: zh(unit.name),
            singular_en: String::new(),
            ..unit
        }),
        domains: data.domains.map(|domain| Domain { name: zh(domain.name), ..domain }),
        places: data.places.map(|place| Place {
            name: zh(place.name),
            short: zh(place.short),
            ..place
        }),
        sources: data.sources.map(|source| Source { title: zh(source.title), ..source }),
        indicators: data.indicators.map(|indicator| Indicator {
            name: zh(indicator.name),
            definition: Bilingual::default(),
            question: Bilingual::default(),
            ..indicator
        }),
        projects: data.projects.map(|project| Project { name: zh(project.name), ..project }),
        observations: data.observations.map(without_texts),
        doubts: data.doubts.map(|doubt| Doubt { text: Bilingual::default(), ..doubt }),
        labels: labels.map(|(key, name)| (key, zh(name))).collect(),
        overlapping: data.overlapping.clone(),
        headlines: data.headlines.iter().cloned().map(in_chinese).collect(),
    };
    postcard::to_allocvec(&preview).map_err(|error| error.to_string())
}

fn in_chinese(mut headline: Headline) -> Headline {
    headline.text.en.clear();
    headline.more.en.clear();
    headline
}

fn without_texts(mut figure: Observation) -> Observation {
    figure.locator.printed.clear();
    figure.note = Bilingual::default();
    figure
}

/// Reads a preview.
///
/// # Errors
/// Where the bytes are none of [`write_preview`] of the same build.
#[inline(never)]
pub fn read_preview(bytes: &[u8]) -> Result<Dataset, String> {
    let preview: Preview = postcard::from_bytes(bytes).map_err(|error| error.to_string())?;
    Ok(Dataset {
        units: preview.units,
        domains: preview.domains,
        places: preview.places,
        sources: preview.sources,
        indicators: preview.indicators,
        projects: preview.projects,
        observations: preview.observations,
        doubts: preview.doubts,
        labels: preview.labels.into_iter().collect(),
        overlapping: preview.overlapping,
        headlines: preview.headlines,
        ..Dataset::default()
    })
}
