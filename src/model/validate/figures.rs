//! The observations: the rows where a fault would make a figure lie.

use rust_decimal::Decimal;

use super::row::{Cursor, Row};
use super::{Link, numerals, report, trees};
use crate::base::order::Order;
use crate::base::problem::{Problem, ProblemKind};
use crate::model::record::{Locator, Observation};
use crate::model::{Dataset, Id, Period, Qualifier, Quantity, Role, Stage, Unit};

/// The unit kind whose figures are shares of a whole, from 0 to 100.
const PERCENT_KIND: &str = "share";

/// Reads the observations and resolves what each is a part of.
pub(super) fn observations(table: &Cursor<'_>, data: &mut Dataset, problems: &mut Vec<Problem>) {
    let mut links = Vec::new();
    for row in table.rows() {
        let Some(observation) = read(row, data, problems) else { continue };
        let Some(child) = row.insert(&mut data.observations, observation, problems) else {
            continue;
        };
        if !row.text("part_of").is_empty() {
            links.push(Link { child, line: row.line(), parent: row.text("part_of").to_owned() });
        }
    }
    let set = |o: &mut Observation, whole| o.part_of = whole;
    let figures = &mut data.observations;
    trees::resolve(("observations", "part_of"), links, figures, |o| o.part_of, set, problems);
}

fn read(row: Row<'_>, data: &Dataset, problems: &mut Vec<Problem>) -> Option<Observation> {
    let before = problems.len();
    let id = row.required("id", problems);
    let indicator = row.reference("indicator", &data.indicators, "indicators", problems);
    let place = row.reference("place", &data.places, "places", problems);
    let source = row.reference("source", &data.sources, "sources", problems);
    let project = row.optional_reference("project", &data.projects, "projects", problems);
    let unit = row.reference("unit", &data.units, "units", problems);
    let value = row.number("value", problems);
    let qualifier = row.word("qualifier", Qualifier::from_id, Qualifier::expected, problems);
    let stage = row.word("stage", Stage::from_id, Stage::expected, problems);
    let role = row.word("role", Role::from_id, Role::expected, problems);
    let period = period(row, problems);
    let breakdown = breakdown(row, problems);
    let locator = locator(row, problems);

    let (unit, value, role) = (unit?, value?, role?);
    if let Some(indicator) = indicator {
        let shown = &data.units[data.indicators[indicator].unit];
        if shown.kind != data.units[unit].kind {
            let found = data.units[unit].id.clone();
            let expected = shown.kind.clone();
            report(problems, ProblemKind::UnitNotConvertible, row.at("unit"), found, expected);
        }
    }
    if data.units[unit].to_base(value).is_none() {
        let most = data.units[unit].from_base(Decimal::MAX).unwrap_or(Decimal::MAX);
        let expected = format!("≤ {}", most.trunc());
        report(problems, ProblemKind::NotANumber, row.at("value"), value.to_string(), expected);
    }
    check_percent(row, &data.units[unit], value, role, problems);
    let derived = row.text("derived");
    // The sign of a change is mostly a word (下降4%).
    let size = if role == Role::Growth { value.abs() } else { value };
    if let Some(locator) = &locator
        && derived.is_empty()
        && !numerals::contains(&locator.printed, size)
    {
        let found = locator.printed.clone();
        let expected = value.to_string();
        report(problems, ProblemKind::PrintedWithoutValue, row.at("printed"), found, expected);
    }
    if problems.len() > before {
        return None;
    }
    // A figure without its doubt is still the figure.
    let doubt = row.optional_reference("doubt", &data.doubts, "doubts", problems);
    Some(Observation {
        id: id?.to_owned(),
        indicator: indicator?,
        place: place?,
        project: project.ok()?,
        source: source?,
        quantity: Quantity { value, qualifier: qualifier? },
        unit,
        stage: stage?,
        role,
        period: period?,
        breakdown: breakdown?,
        locator: locator?,
        part_of: None::<Id<Observation>>,
        flag: row.text("flag").to_owned(),
        derived: derived.to_owned(),
        note: row.bilingual("note"),
        doubt: doubt.unwrap_or_default(),
    })
}

fn check_percent(
    row: Row<'_>,
    unit: &Unit,
    value: Decimal,
    role: Role,
    problems: &mut Vec<Problem>,
) {
    let in_range = Decimal::ZERO <= value && value <= Decimal::ONE_HUNDRED;
    if unit.kind == PERCENT_KIND && role != Role::Growth && !in_range {
        let at = row.at("value");
        report(problems, ProblemKind::PercentOutOfRange, at, value.to_string(), "0–100");
    }
}

fn period(row: Row<'_>, problems: &mut Vec<Problem>) -> Option<Period> {
    let start = row.date("period_start", problems).ok();
    row.required("period_end", problems)?;
    let end = row.date("period_end", problems).ok()??;
    let start = start?;
    if let Some(from) = start
        && from.first_day() > end.last_day()
    {
        let found = format!("{from}/{end}");
        report(problems, ProblemKind::PeriodReversed, row.at("period_start"), found, "start ≤ end");
        return None;
    }
    Some(Period { start, end })
}

fn breakdown(row: Row<'_>, problems: &mut Vec<Problem>) -> Option<Vec<(String, String)>> {
    let text = row.text("breakdown");
    let mut pairs = Vec::new();
    for part in text.split(';').filter(|p| !p.trim().is_empty()) {
        match part.split_once('=') {
            Some((key, value)) if !key.trim().is_empty() && !value.trim().is_empty() => {
                pairs.push((key.trim().to_owned(), value.trim().to_owned()));
            }
            _ => {
                let at = row.at("breakdown");
                report(problems, ProblemKind::BadBreakdown, at, text, "key=value;key=value");
                return None;
            }
        }
    }
    pairs.order();
    Some(pairs)
}

fn locator(row: Row<'_>, problems: &mut Vec<Problem>) -> Option<Locator> {
    let printed = row.text("printed");
    let (start, end) = (row.text("start"), row.text("end"));
    if !row.text("derived").is_empty() && start.is_empty() && end.is_empty() {
        return Some(Locator { start: 0, end: 0, printed: printed.to_owned() });
    }
    let offsets = start.parse::<usize>().ok().zip(end.parse::<usize>().ok());
    let length = printed.chars().count();
    match offsets {
        Some((from, to)) if length > 0 && from.checked_add(length) == Some(to) => {
            Some(Locator { start: from, end: to, printed: printed.to_owned() })
        }
        _ => {
            let found = format!("{start}..{end} `{printed}`");
            let expected = format!("end = start + {length}");
            report(problems, ProblemKind::BadLocator, row.at("start"), found, expected);
            None
        }
    }
}
