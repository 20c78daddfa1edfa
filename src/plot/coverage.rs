//! What is reported and what is left out: of published figures by release, fields and the indicators of one field; of any
//! other table rows by area.

use std::collections::BTreeMap;

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{Category, Datum, Extent, Fill, MarkKind, Series};
use crate::column::Role;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::model::{Dataset, Domain, Id, Indicator, Observation, Source, Stage};
use crate::plot::chart::{NO_SPLIT, Plan, Refusal, plan_of_rows};
use crate::query::Engine;
use crate::state::{Action, ChartOptions, CompareOptions, Mark, Measure};
use crate::words::{amid, enumerated, figure, in_brackets, listed, period_text, stage_amid};

/// How many fields that all report on a title names.
const NAMED: usize = 3;
/// How many that few are silent on it tells.
const SILENT: usize = 1;

/// Who reports what, of every field or of the indicators of one.
pub(super) struct Covered {
    /// Id and name of each field that is reported of; the first, without an id, stands for all.
    pub(super) fields: Vec<(String, String)>,
    /// Id of the one that is unfolded; empty for all.
    pub(super) unfolded: String,
    /// What is seen in the picture.
    pub(super) title: String,
    /// A dot for each release that reports a field or an indicator.
    pub(super) grid: Plan,
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

/// A row of the grid: what it is, and what each release reports of it.
struct Row {
    name: String,
    hue: u8,
    cells: Vec<Option<Cell>>,
}

/// What a release reports of a row.
struct Cell {
    text: String,
    action: Action,
}

impl Row {
    /// How many releases are silent.
    fn missing(&self) -> usize {
        self.cells.iter().filter(|cell| cell.is_none()).count()
    }

    fn reported(&self) -> usize {
        self.cells.len() - self.missing()
    }
}

/// What the releases of some published figures report: of the field of an id its indicators, else every field. `None` without
/// a figure.
pub(super) fn of_figures(
    data: &Dataset,
    figures: impl Iterator<Item = Id<Observation>>,
    options: &CompareOptions,
    lang: Lang,
) -> Option<Covered> {
    let coverage = Coverage::new(data, figures, options, lang);
    if coverage.fields.is_empty() {
        return None;
    }
    let asked = data.domains.find(&options.unfolded);
    let unfolded = coverage.fields.iter().find(|(id, _)| Some(*id) == asked);
    let item = |(id, _): &(Id<Domain>, Vec<Id<Indicator>>)| {
        (data.domains[*id].id.clone(), coverage.field(*id).to_owned())
    };
    let all = (String::new(), m::ALL_FIELDS.get(lang).to_owned());
    let fields = std::iter::once(all).chain(coverage.fields.iter().map(item)).collect();
    let (rows, title) = match unfolded {
        Some((field, indicators)) => {
            let rows = coverage.indicators(indicators);
            let title = coverage.most_shared(coverage.field(*field), &rows);
            (rows, title)
        }
        None => {
            let rows = coverage.of_fields();
            let title = coverage.silence(&rows);
            (rows, title)
        }
    };
    Some(Covered {
        fields,
        unfolded: unfolded.map(|(field, _)| data.domains[*field].id.clone()).unwrap_or_default(),
        title,
        grid: coverage.grid(rows, unfolded.is_some()),
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
        fields.order_by_key(|(field, _)| data.domains[*field].order);
        Self { data, options, lang, releases, fields }
    }

    fn field(&self, id: Id<Domain>) -> &'a str {
        self.data.domains[id].name.get(self.lang)
    }

    /// A release by its place, with its year where another is of the same place; by its title where it has none.
    fn release(&self, id: Id<Source>) -> String {
        let source = &self.data.sources[id];
        let Some(place) = source.place else { return source.title.get(self.lang).to_owned() };
        let name = self.data.places[place].known_as().get(self.lang);
        let is_again = |(other, _): &(Id<Source>, Reports)| {
            *other != id && self.data.sources[*other].place == Some(place)
        };
        match source.published.filter(|_| self.releases.iter().any(is_again)) {
            None => name.to_owned(),
            Some(date) => {
                let year = date.year().to_string();
                m::RELEASE.fill(self.lang, &[("place", name), ("year", &year)])
            }
        }
    }

    /// A row a field: which releases report of it, and how many indicators.
    fn of_fields(&self) -> Vec<Row> {
        let row = |(field, indicators): &(Id<Domain>, Vec<Id<Indicator>>)| {
            let cell = |(_, reports): &(Id<Source>, Reports)| {
                let n = indicators.iter().filter(|id| reports.contains_key(&id.index())).count();
                (n > 0).then(|| Cell {
                    text: m::INDICATORS.count(self.lang, n, &[]),
                    action: Action::compare(self.options, |o| {
                        o.unfolded.clone_from(&self.data.domains[*field].id);
                    }),
                })
            };
            Row {
                name: self.field(*field).to_owned(),
                hue: self.data.domains[*field].hue(),
                cells: self.releases.iter().map(cell).collect(),
            }
        };
        sorted(self.fields.iter().map(row).collect())
    }

    /// A row an indicator: the first figure of each release, and how many more there are.
    fn indicators(&self, indicators: &[Id<Indicator>]) -> Vec<Row> {
        let row = |id: &Id<Indicator>| {
            let record = &self.data.indicators[*id];
            let cell = |(_, reports): &(Id<Source>, Reports)| {
                let own = reports.get(&id.index())?;
                let first = &self.data.observations[*own.first()?];
                let text = match own.len() {
                    1 => self.told(first),
                    n => m::FIGURES.count(self.lang, n, &[]),
                };
                Some(Cell { text, action: Action::Open(first.id.clone()) })
            };
            Row {
                name: record.name.get(self.lang).to_owned(),
                hue: self.data.domains[record.domain].hue(),
                cells: self.releases.iter().map(cell).collect(),
            }
        };
        sorted(indicators.iter().map(row).collect())
    }

    /// A figure with its time, and that it is not done where it is not.
    fn told(&self, o: &Observation) -> String {
        let is_open = matches!(self.data.told_stage(o), Stage::Planned | Stage::InProgress);
        let stage = if is_open { stage_amid(self.data, o, self.lang) } else { String::new() };
        let beside = [period_text(o, self.lang), stage];
        let beside = listed(beside, w::SEPARATOR, self.lang);
        in_brackets(&figure(self.data, o, self.lang).to_string(), &beside, self.lang)
    }

    /// Names of the releases that say nothing of a row, as a sentence lists them.
    fn silent(&self, row: &Row) -> String {
        let cells = self.releases.iter().zip(&row.cells);
        let cells = cells.filter(|(_, cell)| cell.is_none());
        let names: Vec<String> = cells.map(|((id, _), _)| self.release(*id)).collect();
        names.join(w::COMMA.get(self.lang))
    }

    /// Which fields all report on, and which few are silent on, as a title.
    fn silence(&self, rows: &[Row]) -> String {
        if self.releases.len() < 2 {
            return m::COVERAGE.get(self.lang).to_owned();
        }
        let n = self.releases.len().to_string();
        let full = rows.iter().filter(|row| row.missing() == 0);
        let full: Vec<String> = full.map(|row| amid(&row.name, self.lang)).take(NAMED).collect();
        let mut told = Vec::new();
        if !full.is_empty() {
            let list = enumerated(&full, w::LAST_AND, self.lang);
            told.push(m::ALL_ON.fill(self.lang, &[("n", &n), ("list", &list)]));
        }
        let silent = rows.iter().filter(|row| row.missing() > 0 && row.reported() > 1);
        told.extend(silent.take(SILENT).map(|row| {
            let names = self.silent(row);
            m::SILENT_ON
                .fill(self.lang, &[("places", &names), ("name", &amid(&row.name, self.lang))])
        }));
        match told.is_empty() {
            true => m::COVERAGE.get(self.lang).to_owned(),
            false => told.join(w::SEMICOLON.get(self.lang)),
        }
    }

    /// Which indicator of a field most report, as a title.
    fn most_shared(&self, field: &str, rows: &[Row]) -> String {
        let most = rows.iter().map(Row::reported).max().unwrap_or_default();
        let mut named = rows.iter().filter(|row| row.reported() == most).map(|row| &*row.name);
        let (n, all) = (most.to_string(), self.releases.len().to_string());
        let (first, others) = (named.next().unwrap_or_default(), named.count());
        let message = match most {
            _ if self.releases.len() < 2 => return field.to_owned(),
            0 | 1 => m::NONE_SHARED,
            _ if others > 0 => m::MOST_SHARED_BY,
            _ => m::MOST_SHARED,
        };
        let count = rows.iter().filter(|row| row.reported() == most).count().to_string();
        let first = amid(first, self.lang);
        let words = [("name", &*first), ("n", &n), ("all", &all), ("count", &count)];
        let told = message.fill(self.lang, &words);
        w::AT_PLACE.fill(self.lang, &[("place", field), ("name", &told)])
    }

    /// The dots, and in words what each stands for.
    fn grid(&self, rows: Vec<Row>, is_unfolded: bool) -> Plan {
        let releases: Vec<String> = self.releases.iter().map(|(id, _)| self.release(*id)).collect();
        let mut plan = Plan { is_apart: true, ..Plan::default() };
        let first = if is_unfolded { m::SUBJECT } else { m::DOMAIN };
        plan.listing.header.push(first.get(self.lang).to_owned());
        plan.listing.header.extend(releases.iter().cloned());
        for (category, row) in (0..).zip(rows) {
            let mut line = vec![row.name.clone()];
            for (series, cell) in (0..).zip(row.cells) {
                let Some(Cell { text, action }) = cell else {
                    line.push(m::NOT_REPORTED.get(self.lang).to_owned());
                    continue;
                };
                let of = [("place", releases[series as usize].as_str()), ("name", &text)];
                let of = w::OF_PLACE.fill(self.lang, &of);
                plan.spec.data.push(Datum {
                    id: u32::try_from(plan.targets.len()).unwrap_or(u32::MAX),
                    category,
                    series,
                    extent: Extent::exact(1.0),
                    hue: row.hue,
                    tip: w::AT_PLACE.fill(self.lang, &[("place", &row.name), ("name", &of)]),
                    ..Datum::default()
                });
                plan.targets.push(Some(action));
                line.push(text);
            }
            plan.spec.categories.push(Category { name: row.name, ..Category::default() });
            plan.listing.rows.push(line);
        }
        plan.headings.title = m::COVERAGE.get(self.lang).to_owned();
        plan.notes.push(m::COVERAGE_NOTE.get(self.lang).to_owned());
        plan.spec.prefix = "compare-coverage".to_owned();
        plan.spec.mark = MarkKind::Presence;
        plan.spec.series = releases.into_iter().map(|name| Series { name, hue: None }).collect();
        plan.spec.stages = vec![
            (Fill::Solid, m::REPORTED.get(self.lang).to_owned()),
            (Fill::Hollow, m::NOT_REPORTED.get(self.lang).to_owned()),
        ];
        plan
    }
}

/// What few are silent on stands first, what nobody is silent on last.
fn sorted(mut rows: Vec<Row>) -> Vec<Row> {
    rows.order_by_key(|row| match row.missing() {
        0 => usize::MAX,
        missing => missing,
    });
    rows
}
