//! Columns whose types their file states → a table: their names and first values tell what they are for.

use std::collections::HashMap;

use super::cell::{Number, Written, day_text, number, period, written};
use super::companion::{self, Marks};
use super::findings::Findings;
use super::infer::{Around, infer};
use super::kind::Kind;
use super::plan::{ColumnPlan, Plan};
use super::rows::too_wide;
use super::source::Told;
use super::typed::{TypedCells, TypedColumn};
use super::{Imported, header};
use crate::base::lang::Bilingual;
use crate::base::problem::{Problem, ProblemKind};
use crate::column::builder::{TableBuilder, entry};
use crate::column::{
    Bitmap, Category, Codes, Column, Data, DaySpan, Dictionary, Figures, Floats, Keys, Numbers,
    Periods,
};

/// Rows that are looked at to tell what columns are.
const SAMPLE: usize = 4096;

/// Makes a table of typed columns: by the plan if it names as many columns, and otherwise by what is inferred. Numbers
/// named as years or codes become periods and categories, and texts that all are numbers become measures.
///
/// # Errors
/// Where there is no column, or columns differ in length.
pub fn of_typed(
    name: &str,
    columns: Vec<TypedColumn>,
    plan: Option<&Plan>,
) -> Result<Imported, Problem> {
    let mut findings = Findings::new(name);
    too_wide(columns.len(), &findings)?;
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let names = header::name(&names, None, &mut findings);
    let wanted = plan.map(|plan| plan.wanted.clone()).unwrap_or_default();
    let plan = match plan.filter(|plan| plan.columns.len() == columns.len()) {
        Some(plan) => plan.clone(),
        // A link, or the plan of several files, says what is wanted and not what the columns are.
        None => inferred(&names, &columns).changed_by(&wanted),
    };
    if columns.is_empty() {
        return Err(findings.problem(ProblemKind::NoTable, None, None, b"", ""));
    }
    let mut table = TableBuilder::new();
    for (column, planned) in columns.into_iter().zip(&plan.columns) {
        let mut beside = None;
        let data = match planned.kind {
            Kind::Skip => continue,
            Kind::Number => {
                let (figures, marks) = figures(column, planned, &mut findings);
                beside = marks;
                Data::Measure(figures)
            }
            Kind::Time => {
                let periods = periods(column, planned, &mut findings);
                beside = companion::grains(planned, &periods);
                Data::Time(periods)
            }
            Kind::Category => Data::Category(category(coded(column))),
            Kind::Key => match keys(coded(column)) {
                Ok(keys) => {
                    table.keys(keys);
                    continue;
                }
                Err(cells) => Data::Category(category(cells)),
            },
        };
        table.add(&planned.key, Bilingual::same(&planned.name), planned.role, data);
        table.unit(planned.unit.clone());
        if let Some(column) = beside {
            table.beside(column);
        }
    }
    let told = Told::default();
    table.finish().map(|table| Imported { table, dataset: None, plan, findings, told, atlas: None })
}

fn inferred(names: &[(String, String)], columns: &[TypedColumn]) -> Plan {
    let rows = columns.first().map_or(0, TypedColumn::len);
    let step = rows.div_ceil(SAMPLE).max(1);
    let texts = |row| columns.iter().map(|column| column.text(row)).collect::<Vec<String>>();
    let sample: Vec<Vec<String>> = (0..rows).step_by(step).map(texts).collect();
    let cells =
        sample.iter().map(|row| row.iter().map(String::as_bytes).collect()).collect::<Vec<_>>();
    infer(names, &cells, &Around { expected: rows, ..Around::default() })
}

/// A code a row, and the text of each code.
type Coded = (Codes, Vec<String>);

/// Any column as codes: numbers at their shortest.
fn coded(column: TypedColumn) -> Coded {
    let floats = match column.cells {
        TypedCells::Text { codes, values } | TypedCells::Dates { codes, values } => {
            return (codes, values);
        }
        TypedCells::Numbers(floats) => floats,
    };
    let (mut known, mut values) = (HashMap::new(), Vec::new());
    let mut code = |bits: u64, text: &dyn Fn() -> String| {
        *known.entry(bits).or_insert_with(|| {
            values.push(text());
            u32::try_from(values.len() - 1).unwrap_or(u32::MAX)
        })
    };
    let codes: Vec<Option<u32>> = match floats {
        Floats::F64(floats) => floats
            .iter()
            .map(|f| (!f.is_nan()).then(|| code(f.to_bits(), &|| f.to_string())))
            .collect(),
        Floats::F32(floats) => floats
            .iter()
            .map(|f| (!f.is_nan()).then(|| code(f.to_bits().into(), &|| f.to_string())))
            .collect(),
    };
    (Codes::pack(codes, values.len()), values)
}

/// Gives rows new codes by their old ones.
fn renumbered(codes: &Codes, places: &[Option<u32>], values: usize) -> Codes {
    let place = |code: Option<u32>| code.and_then(|c| places.get(c as usize).copied().flatten());
    Codes::pack(codes.iter().map(place), values)
}

fn category((codes, values): Coded) -> Category {
    let mut dictionary = Dictionary::default();
    let mut places = Vec::with_capacity(values.len());
    for id in values {
        // An empty text says nothing.
        places.push((!id.trim().is_empty()).then(|| dictionary.intern(entry(&id))));
    }
    let unchanged = (0..).zip(&places).all(|(code, place)| *place == Some(code));
    let codes = if unchanged { codes } else { renumbered(&codes, &places, dictionary.len()) };
    Category { codes, dictionary }
}

fn keys((codes, values): Coded) -> Result<Keys, Coded> {
    let ids: Option<Vec<String>> =
        codes.iter().map(|code| values.get(code? as usize).cloned()).collect();
    match ids.filter(|ids| ids.len() == values.len()) {
        Some(ids) => Ok(Keys::Given(ids)),
        None => Err((codes, values)),
    }
}

fn periods(column: TypedColumn, plan: &ColumnPlan, findings: &mut Findings) -> Periods {
    let (codes, values) = coded(column);
    let mut read = |text: &String| {
        let span = period(day_text(text.as_bytes()), &plan.time);
        if span.is_none() && !matches!(number(text.as_bytes()), Number::Missing) {
            let (kind, text) = (ProblemKind::BadDate, text.as_bytes());
            findings.note(kind, None, Some(&plan.key), text, "YYYY, YYYY-MM, YYYY-MM-DD");
        }
        span
    };
    let read: Vec<Option<DaySpan>> = values.iter().map(&mut read).collect();
    let mut spans: Vec<DaySpan> = read.iter().copied().flatten().collect();
    spans.sort_unstable();
    spans.dedup();
    let place = |span: DaySpan| u32::try_from(spans.binary_search(&span).ok()?).ok();
    let places: Vec<Option<u32>> = read.into_iter().map(|span| span.and_then(place)).collect();
    let codes = renumbered(&codes, &places, spans.len());
    Periods::from_codes(codes, spans).unwrap_or_default()
}

/// The numbers of a column and, where they have any, their marks.
fn figures(
    column: TypedColumn,
    plan: &ColumnPlan,
    findings: &mut Findings,
) -> (Figures, Option<Column>) {
    let mut marks = Marks::default();
    let floats = match column.cells {
        TypedCells::Numbers(floats) => floats,
        TypedCells::Text { codes, values } | TypedCells::Dates { codes, values } => {
            let mut read = |text: &String| {
                let read = written(text.as_bytes(), plan.form.decimal);
                if !matches!(read.number, Number::Is(_) | Number::Missing) {
                    let (kind, text) = (ProblemKind::NotANumber, text.as_bytes());
                    findings.note(kind, None, Some(&plan.key), text, "");
                }
                read
            };
            let read: Vec<Written> = values.iter().map(&mut read).collect();
            let cell = |code: Option<u32>| read.get(code? as usize);
            let mut floats = Vec::with_capacity(codes.len());
            for (row, code) in codes.iter().enumerate() {
                let cell = cell(code);
                if let Some(mark) = cell.and_then(|cell| cell.mark.as_ref()) {
                    marks.put(row, mark);
                }
                floats.push(match cell.map(|cell| cell.number) {
                    Some(Number::Is(value)) => value,
                    _ => f64::NAN,
                });
            }
            Floats::F64(floats)
        }
    };
    let values = Numbers::new(floats);
    let marks = marks.finish(plan, values.len());
    let additive = (!plan.additive).then(|| Bitmap::none(values.len()));
    (Figures { values, additive, ..Figures::default() }, marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::Role;

    fn text(name: &str, cells: &[&str]) -> TypedColumn {
        let mut values: Vec<String> = Vec::new();
        let codes: Vec<Option<u32>> = cells
            .iter()
            .map(|cell| {
                let at = values.iter().position(|v| v == cell).unwrap_or_else(|| {
                    values.push((*cell).to_owned());
                    values.len() - 1
                });
                u32::try_from(at).ok()
            })
            .collect();
        let cells = TypedCells::Text { codes: Codes::pack(codes, values.len()), values };
        TypedColumn { name: name.to_owned(), cells }
    }

    fn floats(name: &str, cells: &[f32]) -> TypedColumn {
        TypedColumn {
            name: name.to_owned(),
            cells: TypedCells::Numbers(Floats::F32(cells.to_vec())),
        }
    }

    #[test]
    fn roles_are_told_from_names_and_values() {
        let columns = vec![
            text("country", &["China", "", "Albania"]),
            floats("year", &[2021.0, 2019.0, f32::NAN]),
            floats("lifeExp", &[78.5, 77.0, 76.25]),
            text("pop", &["12", "13", "-"]),
        ];
        let Imported { table, plan, findings, .. } = of_typed("a.parquet", columns, None).unwrap();
        let roles: Vec<Role> = plan.columns.iter().map(|c| c.role).collect();
        assert_eq!(roles, [Role::Area, Role::Time, Role::Measure, Role::Measure]);
        assert_eq!((table.len, findings.count()), (3, 0));
        let Data::Category(country) = &table.columns[0].data else { panic!() };
        assert_eq!(country.codes.iter().collect::<Vec<_>>(), [Some(0), None, Some(1)]);
        let Data::Time(year) = &table.columns[1].data else { panic!() };
        assert_eq!(year.codes().iter().collect::<Vec<_>>(), [Some(1), Some(0), None]);
        assert_eq!(year.first(1), crate::base::date::day_number(2019, 1, 1));
        let Data::Measure(life) = &table.columns[2].data else { panic!() };
        assert!(life.additive.is_some() && life.values.get(2) == Some(76.25));
        let Data::Measure(people) = &table.columns[3].data else { panic!() };
        assert_eq!([0, 1, 2].map(|row| people.values.get(row)), [Some(12.0), Some(13.0), None]);
    }

    #[test]
    fn a_plan_is_followed_and_what_does_not_fit_is_said() {
        let columns = || vec![text("a", &["one", "two"]), floats("b", &[1.0, 2.0])];
        let mut plan = of_typed("t", columns(), None).unwrap().plan;
        plan.columns[0].kind = Kind::Number;
        plan.columns[1].kind = Kind::Category;
        let Imported { table, findings, .. } = of_typed("t", columns(), Some(&plan)).unwrap();
        let Data::Category(b) = &table.columns[1].data else { panic!() };
        assert_eq!(b.dictionary.get(1).map(|entry| entry.id.as_str()), Some("2"));
        assert_eq!(findings.count(), 2);
        assert_eq!(findings.kept()[0].at.column.as_deref(), Some("a"));
        assert_eq!(of_typed("t", Vec::new(), None).unwrap_err().kind, ProblemKind::NoTable);
    }
}
