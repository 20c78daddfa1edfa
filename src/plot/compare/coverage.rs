//! What each release reports and what it leaves out: fields by release, and the indicators of one field.

use std::collections::BTreeMap;

use super::survey::Survey;
use super::types::{ComparePlan, CoverageCell, CoverageTable, Menu};
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, Extent, MarkKind, Series, ValueAxis};
use crate::i18n::catalog::compare as m;
use crate::model::{Domain, Id, Indicator, Observation, Source};
use crate::plot::chart::{Headings, Listing, Plan};
use crate::state::{Action, CompareOptions, Comparison, View};
use crate::words::figure;

/// The figures of one release by indicator.
type Reports = BTreeMap<usize, Vec<Id<Observation>>>;

struct Coverage<'s, 'a> {
    s: &'s Survey<'a>,
    options: &'s CompareOptions,
    /// The releases, and what each reports.
    releases: Vec<(Id<Source>, Reports)>,
    /// The fields in their order, and the indicators of each that some release reports.
    fields: Vec<(Id<Domain>, Vec<Id<Indicator>>)>,
}

pub(super) fn plan(s: &Survey, options: &CompareOptions) -> ComparePlan {
    let mut plan = ComparePlan::new(Comparison::Coverage);
    m::COVERAGE.get(s.lang).clone_into(&mut plan.title);
    let coverage = Coverage::new(s, options);
    let asked = s.data.domains.find(&options.unfolded);
    let field = coverage.fields.iter().find(|(id, _)| Some(*id) == asked);
    let Some((field, indicators)) = field.or_else(|| coverage.fields.first()) else {
        m::NOTHING.get(s.lang).clone_into(&mut plan.lead);
        return plan;
    };
    let item = |(id, _): &(Id<Domain>, Vec<Id<Indicator>>)| {
        (s.data.domains[*id].id.clone(), coverage.field(*id).to_owned())
    };
    let items = coverage.fields.iter().map(item).collect();
    plan.fields = Menu::plain(items, s.data.domains[*field].id.clone());
    plan.charts.push(coverage.matrix());
    plan.coverage = Some(coverage.table(*field, indicators));
    plan
}

impl<'s, 'a> Coverage<'s, 'a> {
    fn new(s: &'s Survey<'a>, options: &'s CompareOptions) -> Self {
        let mut releases: BTreeMap<usize, Reports> = BTreeMap::new();
        for &id in s.figures() {
            let o = s.at(id);
            let reports = releases.entry(o.source.index()).or_default();
            reports.entry(o.indicator.index()).or_default().push(id);
        }
        let releases: Vec<(Id<Source>, Reports)> =
            releases.into_iter().map(|(at, reports)| (Id::at(at), reports)).collect();
        let mut fields: Vec<(Id<Domain>, Vec<Id<Indicator>>)> =
            s.data.domains.iter().map(|(id, _)| (id, Vec::new())).collect();
        for (id, record) in s.data.indicators.iter() {
            let is_reported = releases.iter().any(|(_, own)| own.contains_key(&id.index()));
            let field = fields.iter_mut().find(|(field, _)| *field == record.domain);
            if let Some((_, indicators)) = field.filter(|_| is_reported) {
                indicators.push(id);
            }
        }
        fields.retain(|(_, indicators)| !indicators.is_empty());
        fields.order_by_key(|(field, _)| s.data.domains[*field].order);
        Self { s, options, releases, fields }
    }

    fn field(&self, id: Id<Domain>) -> &'a str {
        self.s.data.domains[id].name.get(self.s.lang)
    }

    /// A release by its year and place, the year first, as that must not be cut; by its title where it has no place.
    fn release(&self, id: Id<Source>) -> String {
        let source = &self.s.data.sources[id];
        let Some(place) = source.place else { return source.title.get(self.s.lang).to_owned() };
        let place = self.s.place(place);
        source.published.map_or_else(
            || place.to_owned(),
            |date| {
                let year = date.year().to_string();
                m::RELEASE.fill(self.s.lang, &[("place", place), ("year", &year)])
            },
        )
    }

    fn reported(indicators: &[Id<Indicator>], reports: &Reports) -> usize {
        indicators.iter().filter(|id| reports.contains_key(&id.index())).count()
    }

    /// How many indicators of each field a release reports.
    fn matrix(&self) -> Plan {
        let s = self.s;
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
                    m::NOT_REPORTED.get(s.lang).to_owned()
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
                    hue: s.data.domains[*field].order.saturating_sub(1),
                    label: format!("{n}/{}", indicators.len()),
                    tip: m::COVERAGE_CELL.count(s.lang, n, &words),
                    ..Datum::default()
                });
                targets.push(Some(Action::compare(self.options, |o| {
                    o.unfolded.clone_from(&s.data.domains[*field].id);
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
            shade: crate::chart::Shade::Category,
            ..ChartSpec::default()
        };
        let mut header = vec![m::DOMAIN.get(s.lang).to_owned()];
        header.extend(releases);
        Plan {
            headings: Headings {
                title: m::COVERAGE_TITLE.get(s.lang).to_owned(),
                subtitle: m::COVERAGE_UNIT.get(s.lang).to_owned(),
                source: String::new(),
            },
            notes: vec![m::COVERAGE_NOTE.get(s.lang).to_owned()],
            listing: Listing { header, rows },
            targets,
            offers: Vec::new(),
            spec,
            ..Plan::default()
        }
    }

    /// The indicators of a field by release, those that most releases report first.
    fn table(&self, field: Id<Domain>, indicators: &[Id<Indicator>]) -> CoverageTable {
        let s = self.s;
        let mut sorted = indicators.to_vec();
        let reporting = |id: &Id<Indicator>| {
            self.releases.iter().filter(|(_, own)| own.contains_key(&id.index())).count()
        };
        sorted.order_by_key(|id| std::cmp::Reverse(reporting(id)));
        let row = |id: Id<Indicator>| {
            let cells = self.releases.iter().map(|(source, own)| self.cell(id, *source, own));
            (s.indicator(id).to_owned(), cells.collect())
        };
        let told = |(id, reports): &(Id<Source>, Reports)| {
            let n = Self::reported(indicators, reports);
            let left = (indicators.len() - n).to_string();
            let n = n.to_string();
            let words = [("release", &*self.release(*id)), ("n", &n), ("left", &left)];
            m::COVERAGE_LEFT.fill(s.lang, &words)
        };
        let mut header = vec![m::SUBJECT.get(s.lang).to_owned()];
        header.extend(self.releases.iter().map(|(id, _)| self.release(*id)));
        CoverageTable {
            caption: m::COVERAGE_FIELD.fill(s.lang, &[("domain", self.field(field))]),
            told: self.releases.iter().map(told).collect(),
            header,
            rows: sorted.into_iter().map(row).collect(),
        }
    }

    /// One figure opens, several become the selection.
    fn cell(&self, indicator: Id<Indicator>, source: Id<Source>, own: &Reports) -> CoverageCell {
        let s = self.s;
        match own.get(&indicator.index()).map(Vec::as_slice) {
            None | Some([]) => CoverageCell::default(),
            Some([only]) => CoverageCell {
                text: figure(s.data, s.at(*only), s.lang).to_string(),
                actions: vec![Action::Open(s.at(*only).id.clone())],
            },
            Some(several) => CoverageCell {
                text: m::FIGURES.count(s.lang, several.len(), &[]),
                actions: vec![
                    Action::Narrow(vec![
                        ("indicator".to_owned(), s.data.indicators[indicator].id.clone()),
                        ("source".to_owned(), s.data.sources[source].id.clone()),
                    ]),
                    Action::Show(View::Table),
                ],
            },
        }
    }
}
