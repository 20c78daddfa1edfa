//! Files with the same columns → one table, with a column that says of each row which file it is from.

use std::collections::BTreeSet;

use super::calendar;
use super::cell::words::{FILE_ZH, UNIT_ZH};
use super::findings::Findings;
use super::form::{Basis, Sure, Why};
use super::imported::Imported;
use super::kind::Kind;
use super::plan::{ColumnPlan, Plan};
use super::source::Told;
use crate::base::date::{PartialDate, civil};
use crate::base::lang::{Bilingual, Lang};
use crate::base::problem::{Problem, ProblemKind};
use crate::column::builder::{TableBuilder, entry};
use crate::column::{
    Bitmap, Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Floats, Keys,
    Numbers, Periods, Role, Table,
};

/// Key of the column of files.
const FILE: &str = "file";
/// Key of the column of units.
const UNIT: &str = "unit";

/// Appends tables that have the same columns, in their order.
///
/// # Errors
/// There is none, or the whole is no table.
pub(super) fn append(parts: Vec<(String, Imported)>, lang: Lang) -> Result<Imported, Problem> {
    let mut findings = Findings::default();
    let mut alike = parts.into_iter();
    let Some((first_name, whole)) = alike.next() else {
        return Err(findings.problem(ProblemKind::NoTable, None, None, b"", ""));
    };
    let rest: Vec<(String, Imported)> = alike.collect();
    if rest.is_empty() {
        return Ok(whole);
    }
    let all: Vec<&Table> =
        std::iter::once(&whole.table).chain(rest.iter().map(|(_, part)| &part.table)).collect();
    let mut table = TableBuilder::new();
    let file_names = std::iter::once(&first_name).chain(rest.iter().map(|(name, _)| name));
    let of_files = files(file_names, &all);
    let name = match lang {
        Lang::Zh => FILE_ZH,
        Lang::En => "File",
    };
    let lengths: Vec<usize> = all.iter().map(|table| table.len).collect();
    let mut plan = whole.plan.clone();
    if let Some(column) = of_keys(&mut plan, &all) {
        table.beside(column);
    }
    for column in &whole.table.columns {
        let parts: Vec<Option<&Data>> = all
            .iter()
            .map(|table| table.columns.iter().find(|c| c.key == column.key).map(|c| &c.data))
            .collect();
        let data = in_order(joined(&parts, &lengths), &parts, &column.name.zh);
        let units: BTreeSet<&str> =
            all.iter().filter_map(|table| table.column(&column.key)?.unit.as_deref()).collect();
        let unit = column.unit.clone().filter(|_| units.len() == 1);
        let (name, of, searched) = (column.name.clone(), column.of.clone(), column.searched);
        let bare = Column::new(&column.key, column.role, data);
        table.beside(Column { name, of, searched, unit, ..bare });
    }
    if let Some(units) = units(&plan, &all) {
        let unit = ColumnPlan::new(&units.key, &units.name.zh, Kind::Category, Role::Kind);
        plan.columns.push(unit);
        table.beside(units);
    }
    let taken = plan.columns.iter().map(|column| column.key.clone()).collect();
    let key = free_key(FILE, &taken);
    let file = file_column(&plan, &key, name);
    if file.kind != Kind::Skip {
        table.add(&key, Bilingual::same(name), file.role, Data::Category(of_files));
    }
    plan.columns.push(file);
    for part in std::iter::once(&whole).chain(rest.iter().map(|(_, part)| part)) {
        part.findings.kept().iter().cloned().for_each(|problem| findings.keep(problem));
    }
    let told = Told { table: None, tables: Vec::new(), joins: Vec::new(), ..whole.told };
    table.finish().map(|table| Imported { table, dataset: None, plan, findings, told, atlas: None })
}

/// What the column of files is used for, which a reader may want otherwise. Names of files are neither numbers nor times.
fn file_column(plan: &Plan, key: &str, name: &str) -> ColumnPlan {
    let wanted = plan.wanted.uses.iter().find(|(own, _)| own == key);
    let (kind, role) = wanted.map_or((Kind::Category, Role::Category), |(_, use_)| use_.parts());
    let (kind, role, basis) = match (wanted, kind) {
        (Some(_), Kind::Category | Kind::Skip) => (kind, role, Basis::READER),
        _ => (Kind::Category, Role::Category, Basis::new(Sure::Certain, Why::File)),
    };
    ColumnPlan { basis, ..ColumnPlan::new(key, name, kind, role) }
}

/// A key that no column of the files has.
fn free_key(wanted: &str, taken: &BTreeSet<String>) -> String {
    let mut key = wanted.to_owned();
    let mut number = 2;
    while taken.contains(&key) {
        key = format!("{wanted} ({number})");
        number += 1;
    }
    key
}

/// The column by which rows are told apart in each file, such as one of codes: the same row stands in several files, so it is
/// a column like others. What but numbers the rows of each is left out.
fn of_keys(plan: &mut Plan, all: &[&Table]) -> Option<Column> {
    let column = plan.columns.iter_mut().find(|column| column.kind == Kind::Key)?;
    let mut dictionary = Dictionary::default();
    let mut codes = Vec::new();
    let mut counts_up = true;
    for table in all {
        match &table.keys {
            Keys::Given(keys) => {
                let numbered = (1..).zip(keys).all(|(row, key)| key.parse() == Ok::<usize, _>(row));
                counts_up &= numbered;
                codes.extend(keys.iter().map(|key| Some(dictionary.intern(entry(key)))));
            }
            Keys::Numbered => match table.category(&column.key) {
                Some(category) => {
                    counts_up = false;
                    let id = |code: Option<u32>| category.dictionary.get(code?).map(|own| &*own.id);
                    let own = category.codes.iter().map(|code| id(code).map(entry));
                    codes.extend(own.map(|own| own.map(|own| dictionary.intern(own))));
                }
                None => codes.extend(std::iter::repeat_n(None, table.len)),
            },
        }
    }
    if counts_up {
        (column.kind, column.role) = (Kind::Skip, Role::Text);
        return None;
    }
    (column.kind, column.role) = (Kind::Category, Role::Category);
    let codes = Codes::pack(codes, dictionary.len());
    let data = Data::Category(Category { codes, dictionary });
    let name = Bilingual::same(&column.name);
    Some(Column { name, ..Column::new(&column.key, Role::Category, data) })
}

/// The column of units, where files give one and the same figure in several: figures of unlike units are never in one sum.
fn units(plan: &Plan, all: &[&Table]) -> Option<Column> {
    let measures = |table: &Table| -> BTreeSet<Option<String>> {
        let measures = table.columns.iter().filter(|column| column.role == Role::Measure);
        measures.map(|column| column.unit.clone()).collect()
    };
    let of: Vec<BTreeSet<Option<String>>> = all.iter().map(|table| measures(table)).collect();
    let is_one = of.iter().all(|units| units.len() == 1 && !units.contains(&None));
    let differ = of.iter().any(|units| Some(units) != of.first());
    let has_units = all.iter().any(|table| table.by_role(Role::Kind).is_some());
    if !is_one || !differ || has_units {
        return None;
    }
    let mut dictionary = Dictionary::default();
    let mut codes = Vec::new();
    for (units, table) in of.iter().zip(all) {
        let unit = units.iter().flatten().next().map(|unit| dictionary.intern(entry(unit)));
        codes.extend(std::iter::repeat_n(unit, table.len));
    }
    let taken: BTreeSet<String> = plan.columns.iter().map(|column| column.key.clone()).collect();
    let codes = Codes::pack(codes, dictionary.len());
    let data = Data::Category(Category { codes, dictionary });
    let key = free_key(UNIT, &taken);
    let name = Bilingual { zh: UNIT_ZH.to_owned(), en: "Unit".to_owned() };
    Some(Column { name, ..Column::new(&key, Role::Kind, data) })
}

/// Values in the order that they have by themselves, as months have, where those of the files have one.
fn in_order(data: Data, parts: &[Option<&Data>], name: &str) -> Data {
    let is_ordered = |part: &&Data| match part {
        Data::Category(category) => {
            category.dictionary.is_ordered() || category.dictionary.len() < 2
        }
        _ => false,
    };
    match data {
        Data::Category(category) if parts.iter().flatten().all(is_ordered) => {
            Data::Category(calendar::in_order(category, name))
        }
        other => other,
    }
}

/// Which file each row is from, by the file's name without its ending.
fn files<'a>(names: impl Iterator<Item = &'a String>, tables: &[&Table]) -> Category {
    let mut dictionary = Dictionary::default();
    let mut codes = Vec::new();
    for (name, table) in names.zip(tables) {
        let file = name.rsplit('/').next().unwrap_or(name);
        let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
        let mut id = if stem.is_empty() { file } else { stem };
        // Files of one name in several folders are told by the whole.
        if dictionary.code(id).is_some() {
            id = name;
        }
        let code = dictionary.intern(entry(id));
        codes.extend(std::iter::repeat_n(Some(code), table.len));
    }
    Category { codes: Codes::pack(codes, dictionary.len()), dictionary }
}

/// Cells of one column of every table, one after another; a table without the column has none.
fn joined(parts: &[Option<&Data>], lengths: &[usize]) -> Data {
    let says = |data: &&&Data| match data {
        Data::Category(category) => !category.dictionary.is_empty(),
        Data::Measure(figures) => (0..figures.values.len()).any(|row| figures.float(row).is_some()),
        Data::Time(periods) => !periods.spans().is_empty(),
    };
    let said: Vec<&Data> = parts.iter().flatten().filter(says).copied().collect();
    if said.iter().all(|data| matches!(data, Data::Measure(_))) && !said.is_empty() {
        return Data::Measure(figures(parts, lengths));
    }
    if said.iter().all(|data| matches!(data, Data::Time(_))) && !said.is_empty() {
        return Data::Time(periods(parts, lengths));
    }
    Data::Category(texts(parts, lengths))
}

fn figures(parts: &[Option<&Data>], lengths: &[usize]) -> Figures {
    let mut floats = Vec::new();
    let mut additive: Vec<bool> = Vec::new();
    for (part, &length) in parts.iter().zip(lengths) {
        let of = if let Some(Data::Measure(figures)) = part { Some(figures) } else { None };
        for row in 0..length {
            floats.push(of.and_then(|of| of.float(row)).unwrap_or(f64::NAN));
            additive.push(of.is_none_or(|of| of.is_additive(row)));
        }
    }
    let whole = additive.iter().all(|&is| is);
    let additive = (!whole).then(|| Bitmap::from_fn(additive.len(), |row| additive[row]));
    Figures { values: Numbers::new(Floats::F64(floats)), additive, ..Figures::default() }
}

fn periods(parts: &[Option<&Data>], lengths: &[usize]) -> Periods {
    let mut rows: Vec<Option<DaySpan>> = Vec::new();
    for (part, &length) in parts.iter().zip(lengths) {
        let of = if let Some(Data::Time(periods)) = part { Some(periods) } else { None };
        rows.extend((0..length).map(|row| of.and_then(|of| of.get(row))));
    }
    Periods::new(&rows)
}

fn texts(parts: &[Option<&Data>], lengths: &[usize]) -> Category {
    let mut dictionary = Dictionary::default();
    let mut codes: Vec<Option<u32>> = Vec::new();
    for (part, &length) in parts.iter().zip(lengths) {
        match part {
            Some(Data::Category(category)) => {
                let places: Vec<u32> = category
                    .dictionary
                    .iter()
                    .map(|(_, value)| dictionary.intern(Entry { parent: None, ..value.clone() }))
                    .collect();
                let place = |code: Option<u32>| places.get(code? as usize).copied();
                codes.extend(category.codes.iter().map(place));
            }
            Some(Data::Measure(figures)) => {
                for row in 0..length {
                    let text = figures.float(row).map(|number| number.to_string());
                    codes.push(text.map(|text| dictionary.intern(entry(&text))));
                }
            }
            Some(Data::Time(periods)) => {
                for row in 0..length {
                    let text = periods.get(row).map(span_text);
                    codes.push(text.map(|text| dictionary.intern(entry(&text))));
                }
            }
            None => codes.extend(std::iter::repeat_n(None, length)),
        }
    }
    Category { codes: Codes::pack(codes, dictionary.len()), dictionary }
}

/// A period at its own precision, or its two ends.
fn span_text(span: DaySpan) -> String {
    let (year, month, day) = civil(span.first);
    let dates = [
        PartialDate::Year(year),
        PartialDate::Month(year, month),
        PartialDate::Day(year, month, day),
    ];
    let fits = |date: &&PartialDate| (date.first_day(), date.last_day()) == (span.first, span.last);
    dates.iter().find(fits).map_or_else(
        || {
            let (year, month, day) = civil(span.last);
            format!("{}/{}", dates[2], PartialDate::Day(year, month, day))
        },
        PartialDate::to_string,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::{cells, keys};
    use crate::import::{Choices, Import, Options, combine};

    fn read(name: &str, text: &str) -> (String, Imported) {
        let mut import = Import::new(name, &Options::default());
        import.feed(text.as_bytes()).unwrap();
        (name.to_owned(), import.finish().unwrap())
    }

    #[test]
    fn files_of_the_same_columns_are_one_table_that_says_where_a_row_is_from() {
        let parts = vec![
            read("2019.csv", "place,year,n\nx,2019,1\ny,2019,2\n"),
            // The columns stand in another order.
            read("b/2020.csv", "n,place,year\n5,y,2020\n6,z,2020\n"),
        ];
        let whole = append(parts, Lang::En).unwrap();
        assert_eq!(keys(&whole.table), ["place", "year", "n", "file"]);
        let expected = [
            ["x", "2019", "1", "2019"],
            ["y", "2019", "2", "2019"],
            ["y", "2020", "5", "2020"],
            ["z", "2020", "6", "2020"],
        ];
        assert_eq!(cells(&whole.table), expected);
        assert_eq!((whole.plan.columns.len(), whole.findings.count()), (4, 0));
    }

    #[test]
    fn a_file_of_other_columns_is_left_out_and_named() {
        let parts = vec![
            read("other.csv", "a,b\nx,1\n"),
            read("1.csv", "place,n\nx,1\ny,2\n"),
            read("2.csv", "place,n\nz,3\n"),
        ];
        let whole = combine(parts, &Choices::default()).unwrap();
        assert_eq!(whole.table.len, 3);
        let left_out = whole.findings.first(ProblemKind::OtherColumns).unwrap();
        assert_eq!((left_out.at.table.as_str(), left_out.found.as_str()), ("other.csv", "a, b"));
        assert_eq!(
            combine(Vec::new(), &Choices::default()).map(|_| ()).unwrap_err().kind,
            ProblemKind::NoTable
        );
    }

    #[test]
    fn a_column_that_is_numbers_in_one_file_and_words_in_the_next_is_words() {
        let parts = vec![read("1.csv", "place,n\nx,1.50\n"), read("2.csv", "place,n\ny,many\n")];
        let whole = append(parts, Lang::En).unwrap();
        assert_eq!(cells(&whole.table)[1][1], "many");
        assert_eq!(cells(&whole.table)[0][1], "1.5");
    }
}
