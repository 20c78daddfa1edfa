//! Everything about one row: of a published figure its words, source and kin; of any other row its columns and values.

mod figure;
mod passage;

use serde::{Deserialize, Serialize};

use super::Rows;
use super::chart::total_named;
use super::table::{CellContent, Sheet};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::Role;
use crate::i18n::with_unit;
use crate::model::Dataset;
use crate::plot::measure::own_unit;
use crate::query::Engine;
use crate::state::Action;
use crate::words::{FigureText, entry_name};

pub use passage::{Passage, passage};

/// What a detail panel shows. Empty texts are not there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DetailPlan {
    /// Where.
    pub place: String,
    /// When.
    pub period: String,
    /// The figure.
    pub figure: Option<FigureText>,
    /// Number of the colour of its field.
    pub hue: Option<u8>,
    /// What it is.
    pub name: String,
    /// What that means.
    pub definition: String,
    /// The figure in base units, in words.
    pub base: String,
    /// What its qualifier means, where it has one.
    pub meaning: String,
    /// What a reader must know.
    pub note: String,
    /// What the release leaves in doubt about it.
    pub doubt: String,
    /// Name and value of each plain fact.
    pub facts: Vec<(String, String)>,
    /// The same of what only those ask for who check it.
    pub terms: Vec<(String, String)>,
    /// Figures that have to do with it.
    pub kin: Vec<Kin>,
    /// Where it is printed.
    pub source: Option<SourceText>,
    /// The citation as a sentence.
    pub cite_plain: String,
    /// The citation in the form of GB/T 7714.
    pub cite_gb: String,
    /// What shows the figures of its series in a chart, as one step; none where there is no such chart.
    pub actions: Vec<Action>,
}

/// Figures that have to do with another in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    /// In which way.
    pub title: String,
    /// The figures.
    pub lines: Vec<KinLine>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KinLine {
    /// Key of its row.
    pub key: String,
    /// What it is.
    pub name: String,
    /// Place, period and stage.
    pub beside: String,
    /// The figure.
    pub figure: FigureText,
}

/// Where a figure is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    /// The release's id.
    pub id: String,
    /// Title of the release.
    pub title: String,
    /// Who published it, in Chinese.
    pub publisher: String,
    /// When.
    pub published: String,
    /// What a reader must know of the release.
    pub note: String,
    /// Where it can be read.
    pub address: String,
    /// The figure exactly as printed, in Chinese; of a derived one the part it rests on most.
    pub printed: String,
    /// What that is.
    pub printed_is: String,
    /// How to check it.
    pub check: String,
    /// Where in the release, in words.
    pub locator: String,
    /// The place of its first character there.
    pub start: usize,
    /// SHA-256 of the release, in words.
    pub fingerprint: String,
}

/// The detail of the row of a key; `None` where there is no such row. The day, as `2026-11-25`, is when a release with an
/// address is cited.
#[must_use]
pub fn plan(
    engine: &Engine,
    rows: Rows<&Dataset>,
    key: &str,
    day: &str,
    lang: Lang,
) -> Option<DetailPlan> {
    if let Rows::Published(data) = rows
        && let Some(id) = data.observations.find(key)
    {
        return Some(figure::plan(data, id, day, lang));
    }
    let table = engine.table();
    let row = table.row(key)?;
    let sheet = Sheet::new(rows, table, lang).knowing(engine);
    let units = table.by_role(Role::Kind).zip(table.category_by_role(Role::Kind));
    let mut plan = DetailPlan::default();
    let mut names = Vec::new();
    for field in sheet.fields() {
        let cell = sheet.cell(row, &field);
        let text = match &cell {
            CellContent::Total { name, .. } => total_named(name, lang),
            cell => cell.text(),
        };
        if text.is_empty() {
            continue;
        }
        if matches!(field.role(), Some(Role::Series | Role::Area | Role::Time)) {
            names.push((field.role(), text.clone()));
        }
        let unit = units
            .and_then(|(column, units)| Some(entry_name(&column.key, units.entry(row)?, lang)));
        // A measure that has a unit of its own is not in that of the row.
        let is_in_it = || table.column(&field.key).is_none_or(|c| own_unit(c, lang).is_none());
        let takes_unit = field.is_amount() && is_in_it();
        let text = match unit.filter(|unit| takes_unit && !unit.is_empty()) {
            Some(unit) => with_unit(&text, &unit),
            None => text,
        };
        plan.facts.push((sheet.name(&field), text));
    }
    // A row is named by what it measures, where and when; else by its first value.
    names.order_by_key(|(role, _)| match role {
        Some(Role::Series) => 0,
        Some(Role::Area) => 1,
        _ => 2,
    });
    let separator = crate::i18n::catalog::words::SEPARATOR.get(lang);
    let named: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
    plan.name = match named.is_empty() {
        false => named.join(separator),
        true => plan.facts.first().map(|(_, value)| value.clone()).unwrap_or_default(),
    };
    Some(plan)
}
