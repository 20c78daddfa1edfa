//! Sheets of a workbook that are called by years: offered as one table, which says of each row the year that it is of.

use super::among;
use super::cell::period;
use super::cell::words::YEAR_ZH;
use super::combine::{Others, combined};
use super::form::{TimeForm, Why};
use super::imported::Imported;
use super::kind::Kind;
use super::source::{Choices, Offered};
use crate::base::date::civil;
use crate::base::lang::{Bilingual, Lang};
use crate::base::problem::Problem;
use crate::column::{Data, DaySpan, Periods, Role};

/// The most sheets that are read so.
const MOST: usize = 60;

/// The year that a sheet is called by: `2019`, `2019年`, `FY2019`.
fn year(name: &str) -> Option<DaySpan> {
    let span = period(name.trim().as_bytes(), &TimeForm::default())?;
    let ((first, month, day), after) = (civil(span.first), civil(span.last + 1));
    let is_year = after.0 == first + 1 && (after.1, after.2) == (month, day);
    (is_year && (1900..2101).contains(&first)).then_some(span)
}

/// Whether a sheet is called by a year.
pub(super) fn is_year(name: &str) -> bool {
    year(name).is_some()
}

/// All sheets of years together, where they are two at least; the rows of each below its header.
pub(super) fn together(sheets: &[(String, usize)]) -> Option<Offered> {
    let (first, _) = sheets.first()?;
    let rows = sheets.iter().map(|(_, rows)| rows).sum();
    let name = among::group(first, sheets.len() - 1);
    (2..=MOST).contains(&sheets.len()).then_some(Offered { name, rows: Some(rows) })
}

/// The sheets of which that one is made among the tables of a workbook; none where it is another table.
pub(super) fn of_group<'t>(tables: &'t [Offered], wanted: &str) -> Vec<&'t str> {
    if !tables.iter().any(|own| own.name == wanted) {
        return Vec::new();
    }
    let years: Vec<&str> = tables.iter().map(|own| &*own.name).filter(|own| is_year(own)).collect();
    let is_it = years.first().is_some_and(|first| among::group(first, years.len() - 1) == wanted);
    if is_it && years.len() > 1 { years } else { Vec::new() }
}

/// What sheets of years are together, by what they are called so and beside which tables of their workbook.
///
/// # Errors
/// There is none of them.
pub(super) fn whole(
    name: &str,
    tables: Vec<Offered>,
    done: Vec<(String, Imported)>,
    lang: Lang,
) -> Result<Imported, Problem> {
    let choices = Choices { lang: lang.id().to_owned(), ..Choices::default() };
    let format = done.first().map(|(_, own)| own.told.format.clone()).unwrap_or_default();
    let mut whole = timed(combined(done, &choices, Others::Offered)?, lang);
    whole.told.format = format;
    (whole.told.table, whole.told.tables) = (Some(name.to_owned()), tables);
    Ok(whole)
}

/// The same with the column that says the sheet as the time of the rows, where they have no other.
fn timed(mut whole: Imported, lang: Lang) -> Imported {
    let Some(plan) = whole.plan.columns.iter_mut().rfind(|own| own.basis.why == Why::File) else {
        return whole;
    };
    if plan.kind != Kind::Category || whole.table.by_role(Role::Time).is_some() {
        return whole;
    }
    let Some(column) = whole.table.columns.iter_mut().find(|own| own.key == plan.key) else {
        return whole;
    };
    let Data::Category(files) = &column.data else { return whole };
    let spans: Vec<Option<DaySpan>> =
        files.dictionary.iter().map(|(_, entry)| year(&entry.id)).collect();
    if spans.contains(&None) {
        return whole;
    }
    let rows: Vec<Option<DaySpan>> =
        files.codes.iter().map(|code| code.and_then(|code| spans[code as usize])).collect();
    column.data = Data::Time(Periods::new(&rows));
    column.role = Role::Time;
    column.name = Bilingual::same(match lang {
        Lang::Zh => YEAR_ZH,
        Lang::En => "Year",
    });
    (plan.kind, plan.role, plan.name) = (Kind::Time, Role::Time, column.name.get(lang).to_owned());
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_of_years_are_one_table_by_the_name_of_the_first() {
        assert!(["2019", " 2019\u{5e74}", "1999"].iter().all(|name| is_year(name)));
        assert!(["Sheet1", "201901", "12", "2019-03", "3019"].iter().all(|name| !is_year(name)));
        let table = |name: &str| Offered { name: name.to_owned(), rows: Some(2) };
        let sheets = [("2019".to_owned(), 2), ("2020".to_owned(), 3)];
        let all = together(&sheets).unwrap();
        assert_eq!((all.name.as_str(), all.rows), ("2019 +1", Some(5)));
        let tables = [table("2019"), table("notes"), table("2020"), all];
        assert_eq!(of_group(&tables, "2019 +1"), ["2019", "2020"]);
        assert!(
            of_group(&tables, "2019").is_empty() && of_group(&tables[..3], "2019 +1").is_empty()
        );
    }
}
