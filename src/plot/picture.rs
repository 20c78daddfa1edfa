//! What stands around a chart when it leaves the page as a picture: all that the page says beside it.

use std::collections::BTreeSet;

use super::chart::Plan;
use super::timeline::{Picture, TimelinePlan};
use super::{span_text, stage_fill};
use crate::base::lang::Lang;
use crate::chart::{Fill, Furniture, LegendItem, Sign, sign_item, stage_item, topic_item};
use crate::column::{Role, Table};
use crate::i18n::catalog::timeline as m;
use crate::model::Stage;
use crate::words::{entry_name, vocabulary_word};

/// Around a chart. `topics` are the names of hues, told where the chart does not tell them; `source` is taken where the
/// chart names none of its own.
#[must_use]
pub fn of_chart(plan: &Plan, topics: &[(u8, String)], source: &str, lang: Lang) -> Furniture {
    let spec = &plan.spec;
    let hues: BTreeSet<u8> = spec.data.iter().map(|datum| spec.hue(datum)).collect();
    let fills: BTreeSet<u8> = spec.data.iter().map(|datum| order(datum.fill)).collect();
    let by_series = spec.series.iter().any(|series| series.hue.is_some());
    let shown: Vec<_> = topics.iter().filter(|(hue, _)| hues.contains(hue)).collect();
    // Rows that are topics, and small charts of topics, tell their colours themselves.
    let names: Vec<&str> = spec.categories.iter().map(|c| c.name.as_str()).collect();
    let is_told = |name: &String| names.contains(&name.as_str()) || spec.facets.contains(name);
    let told = by_series || shown.iter().all(|(_, name)| is_told(name));
    let mut legend = Vec::new();
    if !told && shown.len() > 1 {
        legend.extend(shown.into_iter().map(|(hue, name)| topic_item(*hue, name)));
    }
    // A chart that is given the stages' names has a legend of its own.
    if spec.stages.is_empty() {
        legend.extend(of_stages(&fills, lang));
    }
    let own = &plan.headings.source;
    Furniture {
        title: plan.headline().to_owned(),
        subtitle: plan.about(lang),
        legend,
        notes: plan.notes.clone(),
        source: if own.is_empty() { source } else { own }.to_owned(),
        ..Furniture::default()
    }
}

/// Around a timeline whose figures stand on lanes.
#[must_use]
pub fn of_timeline(plan: &TimelinePlan, source: &str, lang: Lang) -> Furniture {
    let mut legend = Vec::new();
    if let Picture::Lanes { spec, topics, .. } = &plan.picture {
        legend.push(sign_item(Sign::Bar, m::BAR_KEY.get(lang)));
        legend.push(sign_item(Sign::Dot, m::POINT_KEY.get(lang)));
        let fills: BTreeSet<u8> = spec.items.iter().map(|item| order(item.fill)).collect();
        legend.extend(of_stages(&fills, lang));
        legend.extend(topics.iter().map(|(_, name, hue)| topic_item(*hue, name)));
    }
    Furniture {
        title: m::TITLE.get(lang).to_owned(),
        subtitle: span_text(plan.windows.now, lang),
        legend,
        notes: vec![plan.sentence.clone()],
        source: source.to_owned(),
        ..Furniture::default()
    }
}

/// The hues of a table's topics with their names.
#[must_use]
pub fn topics(table: &Table, lang: Lang) -> Vec<(u8, String)> {
    let Some(column) = table.by_role(Role::Topic) else { return Vec::new() };
    let Some(category) = table.category(&column.key) else { return Vec::new() };
    let entries = category.dictionary.iter();
    entries.filter_map(|(_, e)| Some((e.hue?, entry_name(&column.key, e, lang)))).collect()
}

/// Stages are told apart only where there is more than one.
fn of_stages(fills: &BTreeSet<u8>, lang: Lang) -> Vec<LegendItem> {
    let item = |stage: &Stage| {
        let fill = stage_fill(stage.id());
        let name = || vocabulary_word("stage", stage.id(), lang);
        fills.contains(&order(fill)).then(|| stage_item(fill, &name()))
    };
    if fills.len() > 1 { Stage::ALL.iter().filter_map(item).collect() } else { Vec::new() }
}

const fn order(fill: Fill) -> u8 {
    fill as u8
}
