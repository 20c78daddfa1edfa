//! Published figures, with all that they refer to → a Frictionless Data Package of the form that the explorer reads.

use ::csv::WriterBuilder;
use serde_json::Value as Json;

use super::csvw::csvw;
use super::descriptor::{self, FILE, Written};
use super::subset::Subset;
use super::zip::zip;
use super::{About, Reader, write_csv};
use crate::base::date::PartialDate;
use crate::base::lang::Bilingual;
use crate::base::order::Order;
use crate::base::value_table::ValueTable;
use crate::model::schema::{DOUBTS, HEADLINES, LABELS, STORIES, SYNONYMS, TABLES, TableSchema};
use crate::model::{Dataset, Doubt, Headline, Id, Overlaps, Record, Register, StoryStep};

/// Where CSV on the Web is told of tables in the same folder.
const CSVW_FILE: &str = "csv-metadata.json";

/// The package of these rows, in this order, zipped.
#[must_use]
pub fn write_package(data: &Dataset, rows: &[usize], about: &About) -> Vec<u8> {
    let part = Subset::new(data, rows);
    let tables = tables(data, &part);
    let written: Vec<Written> = tables
        .iter()
        .map(|table| Written { name: table.name, columns: table.columns.clone() })
        .collect();
    let titles: Vec<&str> = part.sources.of(&data.sources).map(|s| s.title.zh.as_str()).collect();
    let descriptor = descriptor::of_part(&data.descriptor, &written, &titles, about);
    let mut files = vec![
        (FILE.to_owned(), pretty(&descriptor)),
        (CSVW_FILE.to_owned(), pretty(&csvw(&descriptor, about.lang.tag()))),
    ];
    files.extend(tables.iter().map(|table| (format!("{}.csv", table.name), table.csv())));
    zip(&files)
}

/// The rows of any table as a package, zipped.
#[must_use]
pub fn write_rows(table: &ValueTable, about: &About) -> Vec<u8> {
    let path = "rows.csv";
    let descriptor = descriptor::of_rows(table, path, about);
    zip(&[
        (FILE.to_owned(), pretty(&descriptor)),
        (path.to_owned(), write_csv(table, Reader::Program)),
    ])
}

/// The rows as CSV, and beside it what its columns are, zipped.
#[must_use]
pub fn write_described(table: &ValueTable, about: &About) -> Vec<u8> {
    let path = "minsheng.csv";
    let metadata = csvw(&descriptor::of_rows(table, path, about), about.lang.tag());
    let csv = write_csv(table, Reader::Program);
    zip(&[(path.to_owned(), csv), (format!("{path}-metadata.json"), pretty(&metadata))])
}

fn pretty(json: &Json) -> Vec<u8> {
    // A value of JSON always has a text.
    serde_json::to_vec_pretty(json).unwrap_or_default()
}

/// A table as it is written.
struct Table {
    name: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn of(schema: TableSchema, rows: Vec<Vec<String>>) -> Self {
        Self { name: schema.name, columns: schema.columns.to_vec(), rows }
    }

    fn csv(&self) -> Vec<u8> {
        let mut writer = WriterBuilder::new().from_writer(Vec::new());
        // Memory takes every record, and all are of one length.
        let _ = writer.write_record(&self.columns);
        for row in &self.rows {
            let _ = writer.write_record(row);
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// The tables of a part of a dataset, in the schema's order; cells in the order of its columns.
fn tables(data: &Dataset, part: &Subset) -> Vec<Table> {
    let mut tables: Vec<Table> =
        TABLES.into_iter().map(|schema| Table::of(schema, rows(data, part, schema.name))).collect();
    let mut labels: Vec<_> =
        data.labels.iter().filter(|(label, _)| part.has_label(label)).collect();
    labels.order_by_key(|(label, _)| *label);
    let label = |((key, id), name): (&(String, String), &Bilingual)| {
        let overlaps = id.is_empty() && data.overlapping.contains(key);
        let overlaps = if overlaps { Overlaps::Yes.id() } else { "" };
        [key, id, &name.zh, &name.en, overlaps].map(str::to_owned).to_vec()
    };
    tables.push(Table::of(LABELS, labels.into_iter().map(label).collect()));
    // One whose text has not come yet is left to its name.
    let told = |doubt: &&Doubt| doubt.text != Bilingual::default();
    let doubts = part.doubts.of(&data.doubts).filter(told);
    let doubts = doubts.map(|d| [&d.id, &d.text.zh, &d.text.en].map(String::clone).to_vec());
    let synonyms = data.synonyms.iter().filter(|s| part.has_target(data, &s.target));
    let synonyms = synonyms.map(|s| vec![s.word.clone(), s.target.clone()]);
    let more = [
        Table::of(DOUBTS, doubts.collect()),
        Table::of(SYNONYMS, synonyms.collect()),
        Table::of(STORIES, stories(data, part)),
        Table::of(HEADLINES, headlines(data, part)),
    ];
    tables.extend(more.into_iter().filter(|table| !table.rows.is_empty()));
    tables
}

/// The guided tours that lead through figures of the part alone: with a step left out, a tour would stumble.
fn stories(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    let is_here = |step: &StoryStep| part.observations.contains(&step.observation);
    let is_whole = |step: &&StoryStep| {
        data.stories.iter().filter(|other| other.source == step.source).all(is_here)
    };
    let cells = |step: &StoryStep| {
        let StoryStep { source, step, link, observation, text } = step;
        let (story, observation) = (&data.sources[*source].id, &data.observations[*observation].id);
        [story, &step.to_string(), link, observation, &text.zh, &text.en]
            .map(String::clone)
            .to_vec()
    };
    data.stories.iter().filter(is_whole).map(cells).collect()
}

/// The headlines all of whose figures are in the part.
fn headlines(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    let is_whole = |headline: &&Headline| {
        headline.observations(&data.observations).iter().all(|id| part.observations.contains(id))
    };
    let row = |headline: &Headline| {
        let (text, more) = (&headline.text, &headline.more);
        cells([
            &data.places[headline.place].id,
            &headline.order.to_string(),
            &data.observations[headline.observation].id,
            &id(&data.observations, headline.with),
            headline.picture.id(),
            &text.zh,
            &text.en,
            &more.zh,
            &more.en,
        ])
    };
    data.headlines.iter().filter(is_whole).map(row).collect()
}

/// The rows of a table of the schema; cells in the order of its columns.
fn rows(data: &Dataset, part: &Subset, table: &str) -> Vec<Vec<String>> {
    match table {
        "units" => units(data, part),
        "domains" => domains(data, part),
        "places" => places(data, part),
        "sources" => sources(data, part),
        "indicators" => indicators(data, part),
        "projects" => projects(data, part),
        "observations" => observations(data, part),
        _ => Vec::new(),
    }
}

/// The id of a record, empty where there is none.
fn id<T: Record>(register: &Register<T>, id: Option<Id<T>>) -> String {
    id.map_or_else(String::new, |id| register[id].id().to_owned())
}

fn date(date: Option<PartialDate>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

fn cells<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

fn units(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    part.units
        .of(&data.units)
        .map(|u| {
            let (base, factor) = (id(&data.units, Some(u.base)), u.factor.to_string());
            cells([&u.id, &u.name.zh, &u.name.en, &u.singular_en, &u.kind, &base, &factor])
        })
        .collect()
}

fn domains(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    part.domains
        .of(&data.domains)
        .map(|d| cells([&d.id, &d.name.zh, &d.name.en, &d.order.to_string()]))
        .collect()
}

fn places(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    part.places
        .of(&data.places)
        .map(|p| {
            let parent = id(&data.places, p.parent);
            cells([
                &p.id,
                &p.name.zh,
                &p.name.en,
                &parent,
                p.level.id(),
                &p.code,
                &p.short.zh,
                &p.short.en,
            ])
        })
        .collect()
}

fn sources(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    part.sources
        .of(&data.sources)
        .map(|s| {
            let (published, place) = (date(s.published), id(&data.places, s.place));
            let inferred: Vec<&str> = s.inferred.iter().map(|word| word.id()).collect();
            cells([
                &s.id,
                &s.title.zh,
                &s.title.en,
                &s.publisher,
                &published,
                &place,
                &s.file,
                &s.sha256,
                &s.note,
                &s.url,
                s.kind.map_or("", |kind| kind.id()),
                &inferred.join(";"),
            ])
        })
        .collect()
}

fn indicators(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    part.indicators
        .of(&data.indicators)
        .map(|i| {
            let (domain, unit) = (id(&data.domains, Some(i.domain)), id(&data.units, Some(i.unit)));
            let (name, meaning) = (&i.name, &i.definition);
            cells([
                &i.id,
                &domain,
                &name.zh,
                &name.en,
                &unit,
                i.direction.id(),
                &meaning.zh,
                &meaning.en,
                i.nature.map_or("", |nature| nature.id()),
                i.money.map_or("", |money| money.id()),
                i.topic.map_or("", |topic| topic.id()),
                &i.question.zh,
                &i.question.en,
            ])
        })
        .collect()
}

fn projects(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    part.projects
        .of(&data.projects)
        .map(|p| {
            let (place, domain) =
                (id(&data.places, Some(p.place)), id(&data.domains, Some(p.domain)));
            let (start, end) = (date(p.start), date(p.end));
            let parent = id(&data.projects, p.parent);
            cells([
                &p.id,
                &p.name.zh,
                &p.name.en,
                &place,
                &domain,
                &start,
                &end,
                p.stage.id(),
                &parent,
            ])
        })
        .collect()
}

fn observations(data: &Dataset, part: &Subset) -> Vec<Vec<String>> {
    part.observations
        .iter()
        .map(|&at| {
            let o = &data.observations[at];
            let place = |offset: usize| match o.locator.end {
                0 => String::new(),
                _ => offset.to_string(),
            };
            cells([
                &o.id,
                &id(&data.indicators, Some(o.indicator)),
                &id(&data.places, Some(o.place)),
                &id(&data.projects, o.project),
                &id(&data.sources, Some(o.source)),
                &o.quantity.value.to_string(),
                &id(&data.units, Some(o.unit)),
                o.quantity.qualifier.id(),
                o.stage.id(),
                o.role.id(),
                &date(o.period.start),
                &o.period.end.to_string(),
                &o.breakdown_text(),
                &place(o.locator.start),
                &place(o.locator.end),
                &o.locator.printed,
                &id(&data.observations, o.part_of),
                &o.flag,
                &o.derived,
                &o.note.zh,
                &o.note.en,
                &id(&data.doubts, o.doubt),
            ])
        })
        .collect()
}
