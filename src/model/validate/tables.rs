//! The reference tables: units, domains, places, sources, indicators, projects.

use rust_decimal::Decimal;

use super::row::{Cursor, Row};
use super::{Link, report, trees};
use crate::base::lang::Bilingual;
use crate::base::problem::{Problem, ProblemKind};
use crate::base::text_table::TextTable;
use crate::model::record::{Domain, Doubt, Indicator, Place, Project, Source, Synonym};
use crate::model::{
    Dataset, Direction, Id, Inferred, Level, MoneyKind, Nature, Overlaps, SourceKind, Stage, Topic,
    Unit,
};

/// A unit as its row has it, before its base is known to be sound.
struct ReadUnit<'a> {
    row: Row<'a>,
    id: &'a str,
    kind: &'a str,
    base: &'a str,
    factor: Decimal,
}

impl ReadUnit<'_> {
    fn is_base(&self) -> bool {
        self.base == self.id
    }
}

/// Units: one base a kind, with factor 1; every other unit names the base of its own kind. A unit without a sound
/// base is left out, since its figures would be read as other amounts.
pub(super) fn units(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    let mut read = Vec::new();
    for row in table.rows() {
        let id = row.required("id", problems);
        let kind = row.required("kind", problems);
        let factor = row.number("factor", problems);
        let (Some(id), Some(kind), Some(factor)) = (id, kind, factor) else { continue };
        if factor <= Decimal::ZERO {
            report(problems, ProblemKind::NotANumber, row.at("factor"), factor.to_string(), "> 0");
            continue;
        }
        let base = Some(row.text("base")).filter(|base| !base.is_empty()).unwrap_or(id);
        read.push(ReadUnit { row, id, kind, base, factor });
    }
    let sound: Vec<&ReadUnit<'_>> =
        read.iter().filter(|unit| has_sound_base(unit, &read, problems)).collect();
    let mut bases = Vec::new();
    for ReadUnit { row, id, kind, base, factor } in sound {
        let unit = Unit {
            id: (*id).to_owned(),
            name: row.bilingual("name"),
            singular_en: row.text("singular_en").to_owned(),
            kind: (*kind).to_owned(),
            base: Id::at(data.units.len()),
            factor: *factor,
        };
        bases.extend(row.insert(&mut data.units, unit, problems).map(|id| (id, *base)));
    }
    for (id, base) in bases {
        if let Some(base) = data.units.find(base) {
            data.units.get_mut(id).base = base;
        }
    }
}

/// Whether the unit's base is the base of its kind; reports it where it is not.
fn has_sound_base(
    unit: &ReadUnit<'_>,
    units: &[ReadUnit<'_>],
    problems: &mut Vec<Problem>,
) -> bool {
    let unlike = ProblemKind::UnitNotConvertible;
    let (column, kind, found, expected) = if unit.is_base() {
        let first = units.iter().find(|u| u.kind == unit.kind && u.is_base());
        match first.filter(|first| first.id != unit.id) {
            Some(first) => ("base", unlike, unit.id.to_owned(), first.id),
            None if unit.factor != Decimal::ONE => ("factor", unlike, unit.factor.to_string(), "1"),
            None => return true,
        }
    } else {
        match units.iter().find(|u| u.id == unit.base) {
            None => ("base", ProblemKind::UnknownReference, unit.base.to_owned(), "units"),
            Some(base) if base.kind != unit.kind => {
                ("base", unlike, base.kind.to_owned(), unit.kind)
            }
            Some(base) if !base.is_base() => ("base", unlike, base.id.to_owned(), base.base),
            Some(base) if has_sound_base(base, units, &mut Vec::new()) => return true,
            Some(base) => ("base", ProblemKind::UnknownReference, base.id.to_owned(), "units"),
        }
    };
    report(problems, kind, unit.row.at(column), found, expected);
    false
}

pub(super) fn domains(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    for row in table.rows() {
        let (id, order) = (row.required("id", problems), row.number("order", problems));
        let (Some(id), Some(order)) = (id, order) else { continue };
        let whole = u8::try_from(order).ok().filter(|&n| n > 0 && Decimal::from(n) == order);
        let Some(order) = whole else {
            report(problems, ProblemKind::NotANumber, row.at("order"), order.to_string(), "1–255");
            continue;
        };
        let domain = Domain { id: id.to_owned(), name: row.bilingual("name"), order };
        row.insert(&mut data.domains, domain, problems);
    }
}

pub(super) fn places(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    let mut links = Vec::new();
    for row in table.rows() {
        let id = row.required("id", problems);
        let level = row.word("level", Level::from_id, Level::expected, problems);
        let (Some(id), Some(level)) = (id, level) else { continue };
        let place = Place {
            id: id.to_owned(),
            name: row.bilingual("name"),
            short: row.bilingual("short"),
            parent: None,
            level,
            code: row.text("code").to_owned(),
        };
        let Some(child) = row.insert(&mut data.places, place, problems) else { continue };
        if !row.text("parent").is_empty() {
            links.push(Link { child, line: row.line(), parent: row.text("parent").to_owned() });
        }
    }
    let set = |place: &mut Place, parent| place.parent = parent;
    trees::resolve(("places", "parent"), links, &mut data.places, |p| p.parent, set, problems);
}

pub(super) fn sources(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    for row in table.rows() {
        let Some(id) = row.required("id", problems) else { continue };
        let place = row.optional_reference("place", &data.places, "places", problems);
        let source = Source {
            id: id.to_owned(),
            title: row.bilingual("title"),
            publisher: row.text("publisher").to_owned(),
            published: row.date("published", problems).unwrap_or_default(),
            place: place.unwrap_or_default(),
            file: row.text("file").to_owned(),
            sha256: row.text("sha256").to_owned(),
            note: row.text("note").to_owned(),
            url: row.text("url").to_owned(),
            kind: row.optional_word("kind", SourceKind::from_id, SourceKind::expected, problems),
            inferred: inferred(row, problems),
        };
        row.insert(&mut data.sources, source, problems);
    }
}

/// The words of a list parted by semicolons; those outside the vocabulary are reported and left out.
fn inferred(row: Row<'_>, problems: &mut Vec<Problem>) -> Vec<Inferred> {
    let mut found = Vec::new();
    for word in row.text("inferred").split(';').map(str::trim).filter(|word| !word.is_empty()) {
        match Inferred::from_id(word) {
            Some(word) => found.push(word),
            None => {
                let (at, expected) = (row.at("inferred"), Inferred::expected());
                report(problems, ProblemKind::OutsideVocabulary, at, word, expected);
            }
        }
    }
    found
}

pub(super) fn indicators(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    for row in table.rows() {
        let id = row.required("id", problems);
        let domain = row.reference("domain", &data.domains, "domains", problems);
        let unit = row.reference("unit", &data.units, "units", problems);
        let direction = row.word("direction", Direction::from_id, Direction::expected, problems);
        let (Some(id), Some(domain), Some(unit), Some(direction)) = (id, domain, unit, direction)
        else {
            continue;
        };
        let indicator = Indicator {
            id: id.to_owned(),
            domain,
            name: row.bilingual("name"),
            unit,
            direction,
            definition: row.bilingual("definition"),
            nature: row.optional_word("nature", Nature::from_id, Nature::expected, problems),
            money: row.optional_word("money", MoneyKind::from_id, MoneyKind::expected, problems),
            topic: row.optional_word("topic", Topic::from_id, Topic::expected, problems),
            question: row.bilingual("question"),
        };
        row.insert(&mut data.indicators, indicator, problems);
    }
}

pub(super) fn projects(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    let mut links = Vec::new();
    for row in table.rows() {
        let id = row.required("id", problems);
        let place = row.reference("place", &data.places, "places", problems);
        let domain = row.reference("domain", &data.domains, "domains", problems);
        let stage = row.word("stage", Stage::from_id, Stage::expected, problems);
        let start = row.date("start", problems);
        let end = row.date("end", problems);
        let (Some(id), Some(place), Some(domain), Some(stage)) = (id, place, domain, stage) else {
            continue;
        };
        let (mut start, end) = (start.unwrap_or_default(), end.unwrap_or_default());
        if let (Some(from), Some(to)) = (start, end)
            && from.first_day() > to.last_day()
        {
            let found = format!("{from}/{to}");
            report(problems, ProblemKind::PeriodReversed, row.at("start"), found, "start ≤ end");
            start = None;
        }
        let project = Project {
            id: id.to_owned(),
            name: row.bilingual("name"),
            place,
            domain,
            start,
            end,
            stage,
            parent: None,
        };
        let Some(child) = row.insert(&mut data.projects, project, problems) else { continue };
        if !row.text("parent").is_empty() {
            links.push(Link { child, line: row.line(), parent: row.text("parent").to_owned() });
        }
    }
    let set = |project: &mut Project, parent| project.parent = parent;
    trees::resolve(("projects", "parent"), links, &mut data.projects, |p| p.parent, set, problems);
}

/// Names of breakdown keys and values; a row with an empty id names the key itself.
pub(super) fn labels(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    for row in table.rows() {
        let Some(key) = row.required("key", problems) else { continue };
        let label = (key.to_owned(), row.text("id").to_owned());
        if data.labels.contains_key(&label) {
            let found = format!("{key}, {}", label.1);
            report(problems, ProblemKind::DuplicateId, row.at("id"), found, "");
            continue;
        }
        let overlaps =
            row.optional_word("overlaps", Overlaps::from_id, Overlaps::expected, problems);
        if overlaps == Some(Overlaps::Yes) {
            data.overlapping.insert(label.0.clone());
        }
        data.labels.insert(label, row.bilingual("name"));
    }
}

/// What releases leave in doubt; a row that says nothing in one of the languages is left out.
pub(super) fn doubts(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    for row in table.rows() {
        let id = row.required("id", problems);
        let texts = ["text_zh", "text_en"].map(|column| row.required(column, problems));
        let (Some(id), [Some(_), Some(_)]) = (id, texts) else { continue };
        let text = row.bilingual("text");
        row.insert(&mut data.doubts, Doubt { id: id.to_owned(), text }, problems);
    }
}

/// The doubts that figures name, where a package leaves out the table that tells them: which figures are in doubt is known.
pub(super) fn doubts_named(observations: &TextTable, data: &mut Dataset) {
    let Some(column) = observations.column("doubt") else { return };
    for row in &observations.rows {
        let id = row.cells.get(column).map_or("", |cell| cell.trim());
        if !id.is_empty() {
            data.doubts.insert(Doubt { id: id.to_owned(), text: Bilingual::default() });
        }
    }
}

/// Everyday words; one that leads to nothing in the data is left out.
pub(super) fn synonyms(
    table: &Cursor<'_>,
    data: &Dataset,
    problems: &mut Vec<Problem>,
) -> Vec<Synonym> {
    let mut read = Vec::new();
    for row in table.rows() {
        let word = row.required("word", problems);
        let target = row.required("target", problems);
        let (Some(word), Some(target)) = (word, target) else { continue };
        let known = data.domains.find(target).is_some()
            || data.indicators.find(target).is_some()
            || data.places.find(target).is_some();
        if !known {
            let (at, expected) = (row.at("target"), "domains | indicators | places");
            report(problems, ProblemKind::UnknownReference, at, target, expected);
            continue;
        }
        read.push(Synonym { word: word.to_owned(), target: target.to_owned() });
    }
    read
}
