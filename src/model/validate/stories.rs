//! Guided tours: steps that name a release, a figure of the dataset and what is said of it.

use super::report;
use super::row::Cursor;
use crate::base::order::Order;
use crate::base::problem::{Problem, ProblemKind};
use crate::model::Dataset;
use crate::model::record::StoryStep;

/// The sound steps, by release and in order. A step whose release or figure there is not is left out, as is one that
/// says nothing in one of the languages.
pub(super) fn stories(
    table: &Cursor<'_>,
    data: &Dataset,
    problems: &mut Vec<Problem>,
) -> Vec<StoryStep> {
    let mut steps: Vec<StoryStep> = Vec::new();
    for row in table.rows() {
        let source = row.reference("story", &data.sources, "sources", problems);
        let step = row.ordinal("step", problems);
        let link = row.required("link", problems);
        let observation =
            row.reference("observation", &data.observations, "observations", problems);
        let texts = ["text_zh", "text_en"].map(|column| row.required(column, problems));
        let (Some(source), Some(step), Some(link), Some(observation), [Some(_), Some(_)]) =
            (source, step, link, observation, texts)
        else {
            continue;
        };
        if steps.iter().any(|other| other.source == source && other.step == step) {
            report(problems, ProblemKind::DuplicateId, row.at("step"), step.to_string(), "");
            continue;
        }
        let link = link.to_owned();
        let text = row.bilingual("text");
        steps.push(StoryStep { source, step, link, observation, text });
    }
    steps.order_by_key(|step| (step.source.index(), step.step));
    steps
}
