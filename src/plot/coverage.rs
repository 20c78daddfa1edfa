//! What is reported and what is left out: of published figures by release, fields and the indicators of one field; of any
//! other table rows by area.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, Extent, MarkKind, Series, Shade, ValueAxis};
use crate::column::Role;
use crate::i18n::catalog::compare as m;
use crate::model::{Dataset, Domain, Id, Indicator, Observation, Source};
use crate::plot::chart::{Headings, Listing, NO_SPLIT, Plan, Refusal, plan_of_rows};
use crate::query::Engine;
use crate::state::{Action, ChartOptions, CompareOptions, Mark, Measure, View};
use crate::words::figure;

/// Who reports what, field by field, and what of one of the fields.
pub(super) struct Covered {
    /// Id and name of each field that is reported of.
    pub(super) fields: Vec<(String, String)>,
    /// Id of the one that is unfolded.
    pub(super) unfolded: String,
    /// How many indicators of each field a release reports.
    pub(super) matrix: Plan,
    /// The indicators of the field that is unfolded.
    pub(super) table: CoverageTable,
}

/// Who reports what of one field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CoverageTable {
    /// What it shows.
    pub caption: String,
    /// How much each release reports and leaves out.
    pub told: Vec<String>,
    /// Names of the columns: indicator, then releases.
    pub header: Vec<String>,
    /// Rows: the indicator's name and a cell a release.
    pub rows: Vec<(String, Vec<CoverageCell>)>,
}

/// What a release reports of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CoverageCell {
    /// The figure, or how many there are; empty where there is none.
    pub text: String,
    /// What opening it does.
    pub actions: Vec<Action>,
}

/// The figures of one release by indicator.
type Reports = BTreeMap<usize, Vec<Id<Observation>>>;

struct Coverage<'a> {
    data: &'a Dataset,
    options: &'a CompareOptions,
    lang: Lang,
    /// The releases, and what each reports.
    releases: Vec<(Id<Source>, Reports)>,
    /// The fields in their order, and the indicators of each that some release reports.
    fields: Vec<(Id<Domain>, Vec<Id<Indicator>>)>,
}

/// What the releases of some published figures report, with the field of an id unfolded, else the first. `None` without a
/// figure.
pub(super) fn of_figures(
    data: &Dataset,
    figures: impl Iterator<Item = Id<Observation>>,
    options: &CompareOptions,
    lang: Lang,
) -> Option<Covered> {
    let coverage = Coverage::new(data, figures, options, lang);
    let asked = data.domains.find(&options.unfolded);
    let field = coverage.fields.iter().find(|(id, _)| Some(*id) == asked);
    let (field, indicators) = field.or_else(|| coverage.fields.first())?;
    let item = |(id, _): &(Id<Domain>, Vec<Id<Indicator>>)| {
        (data.domains[*id].id.clone(), coverage.field(*id).to_owned())
    };
    Some(Covered {
        fields: coverage.fields.iter().map(item).collect(),
        unfolded: data.domains[*field].id.clone(),
        matrix: coverage.matrix(),
        table: coverage.table(*field, indicators),
    })
}

/// How many rows of any table each area has, by topic.
pub(super) fn of_rows(engine: &mut Engine, area: &str, lang: Lang) -> Result<Plan, Refusal> {
    let table = engine.table().clone();
    let topic = table.by_role(Role::Topic).or_else(|| table.by_role(Role::Series));
    let grid = ChartOptions {
        group: area.to_owned(),
        split: topic.map_or_else(|| NO_SPLIT.to_owned(), |column| column.key.clone()),
        measure: Measure::Count,
        mark: Mark::Matrix,
        ..ChartOptions::default()
    };
    // A grid needs two columns; bars need one.
    let bars = ChartOptions { mark: Mark::Auto, ..grid.clone() };
    plan_of_rows(engine, &grid, lang).or_else(|_| plan_of_rows(engine, &bars, lang))
}

impl<'a> Coverage<'a> {
    fn new(
        data: &'a Dataset,
        figures: impl Iterator<Item = Id<Observation>>,
        options: &'a CompareOptions,
        lang: Lang,
    ) -> Self {
        let mut releases: BTreeMap<usize, Reports> = BTreeMap::new();
        for id in figures {
            let o = &data.observations[id];
            let reports = releases.entry(o.source.index()).or_default();
            reports.entry(o.indicator.index()).or_default().push(id);
        }
        let releases: Vec<(Id<Source>, Reports)> =
            releases.into_iter().map(|(at, reports)| (Id::at(at), reports)).collect();
        let mut fields: Vec<(Id<Domain>, Vec<Id<Indicator>>)> =
            data.domains.iter().map(|(id, _)| (id, Vec::new())).collect();
        for (id, record) in data.indicators.iter() {
            let is_reported = releases.iter().any(|(_, own)| own.contains_key(&id.index()));
            let field = fields.iter_mut().find(|(field, _)| *field == record.domain);
            if let Some((_, indicators)) = field.filter(|_| is_reported) {
                indicators.push(id);
            }
        }
        fields.retain(|(_, indicators)| !indicators.is_empty());
        // Where most is missing first, else in the order of the fields.
        fields.order_by_key(|(field, indicators)| {
            let missing = |(_, own): &(Id<Source>, Reports)| {
                indicators.len() - Self::reported(indicators, own)
            };
            let missing: usize = releases.iter().map(missing).sum();
            (std::cmp::Reverse(missing), data.domains[*field].order)
        });
        Self { data, options, lang, releases, fields }
    }

    fn field(&self, id: Id<Domain>) -> &'a str {
        self.data.domains[id].name.get(self.lang)
    }

    /// A release by its year and place, the year first, as that must not be cut; by its title where it has no place.
    fn release(&self, id: Id<Source>) -> String {
        let source = &self.data.sources[id];
        let Some(place) = source.place else { return source.title.get(self.lang).to_owned() };
        let place = self.data.places[place].short.get(self.lang);
        source.published.map_or_else(
            || place.to_owned(),
            |date| {
                let year = date.year().to_string();
                m::RELEASE.fill(self.lang, &[("place", place), ("year", &year)])
            },
        )
    }

    fn reported(indicators: &[Id<Indicator>], reports: &Reports) -> usize {
        indicators.iter().filter(|id| reports.contains_key(&id.index())).count()
    }

    /// How many indicators of each field a release reports.
    fn matrix(&self) -> Plan {
        let releases: Vec<String> = self.releases.iter().map(|(id, _)| self.release(*id)).collect();
        let mut data: Vec<Datum> = Vec::new();
        let mut targets = Vec::new();
        let mut rows = Vec::new();
        for (category, (field, indicators)) in (0..).zip(&self.fields) {
            let domain = self.field(*field);
            let mut row = vec![domain.to_owned()];
            for (series, (release, (_, reports))) in (0..).zip(releases.iter().zip(&self.releases))
            {
                let n = Self::reported(indicators, reports);
                let left = (indicators.len() - n).to_string();
                let words =
                    [("domain", domain), ("release", release.as_str()), ("left", left.as_str())];
                row.push(if n == 0 {
                    m::NOT_REPORTED.get(self.lang).to_owned()
                } else {
                    format!("{n}/{}", indicators.len())
                });
                if n == 0 {
                    continue;
                }
                data.push(Datum {
                    id: u32::try_from(targets.len()).unwrap_or(u32::MAX),
                    category,
                    series,
                    #[allow(clippy::cast_precision_loss)] // Far below 2^52.
                    extent: Extent::exact(n as f64),
                    hue: self.data.domains[*field].hue(),
                    label: format!("{n}/{}", indicators.len()),
                    tip: m::COVERAGE_CELL.count(self.lang, n, &words),
                    ..Datum::default()
                });
                targets.push(Some(Action::compare(self.options, |o| {
                    o.unfolded.clone_from(&self.data.domains[*field].id);
                })));
            }
            rows.push(row);
        }
        let category = |(id, _): &(Id<Domain>, Vec<Id<Indicator>>)| Category {
            name: self.field(*id).to_owned(),
            ..Category::default()
        };
        let series = |name: &String| Series { name: name.clone(), hue: None };
        let spec = ChartSpec {
            prefix: "compare-coverage".to_owned(),
            mark: MarkKind::Matrix,
            categories: self.fields.iter().map(category).collect(),
            series: releases.iter().map(series).collect(),
            data,
            value: ValueAxis { whole: true, ..ValueAxis::default() },
            shade: Shade::Category,
            ..ChartSpec::default()
        };
        let mut header = vec![m::DOMAIN.get(self.lang).to_owned()];
        header.extend(releases);
        Plan {
            headings: Headings {
                title: m::COVERAGE_TITLE.get(self.lang).to_owned(),
                subtitle: m::COVERAGE_UNIT.get(self.lang).to_owned(),
                source: String::new(),
            },
            notes: vec![m::COVERAGE_NOTE.get(self.lang).to_owned()],
            listing: Listing { header, rows },
            targets,
            offers: Vec::new(),
            spec,
            ..Plan::default()
        }
    }

    /// The indicators of a field by release, those that fewest releases report first.
    fn table(&self, field: Id<Domain>, indicators: &[Id<Indicator>]) -> CoverageTable {
        let mut sorted = indicators.to_vec();
        let reporting = |id: &Id<Indicator>| {
            self.releases.iter().filter(|(_, own)| own.contains_key(&id.index())).count()
        };
        sorted.order_by_key(reporting);
        let row = |id: Id<Indicator>| {
            let cells = self.releases.iter().map(|(source, own)| self.cell(id, *source, own));
            (self.data.indicators[id].name.get(self.lang).to_owned(), cells.collect())
        };
        let told = |(id, reports): &(Id<Source>, Reports)| {
            let n = Self::reported(indicators, reports);
            let left = (indicators.len() - n).to_string();
            let n = n.to_string();
            let words = [("release", &*self.release(*id)), ("n", &n), ("left", &left)];
            m::COVERAGE_LEFT.fill(self.lang, &words)
        };
        // Who leaves out most comes first.
        let mut silent: Vec<&(Id<Source>, Reports)> = self.releases.iter().collect();
        silent.order_by_key(|(_, reports)| Self::reported(indicators, reports));
        let mut header = vec![m::SUBJECT.get(self.lang).to_owned()];
        header.extend(self.releases.iter().map(|(id, _)| self.release(*id)));
        CoverageTable {
            caption: m::COVERAGE_FIELD.fill(self.lang, &[("domain", self.field(field))]),
            told: silent.into_iter().map(told).collect(),
            header,
            rows: sorted.into_iter().map(row).collect(),
        }
    }

    /// One figure opens, several become the selection.
    fn cell(&self, indicator: Id<Indicator>, source: Id<Source>, own: &Reports) -> CoverageCell {
        match own.get(&indicator.index()).map(Vec::as_slice) {
            None | Some([]) => CoverageCell::default(),
            Some([only]) => CoverageCell {
                text: figure(self.data, &self.data.observations[*only], self.lang).to_string(),
                actions: vec![Action::Open(self.data.observations[*only].id.clone())],
            },
            Some(several) => CoverageCell {
                text: m::FIGURES.count(self.lang, several.len(), &[]),
                actions: vec![
                    Action::Narrow(vec![
                        ("indicator".to_owned(), self.data.indicators[indicator].id.clone()),
                        ("source".to_owned(), self.data.sources[source].id.clone()),
                    ]),
                    Action::Show(View::Table),
                ],
            },
        }
    }
}
