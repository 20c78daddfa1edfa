//! The table as programs take it: cells as they are, under names that hold in any language. Of published figures every
//! column that the package has of them, in one table; of a reader's own table the columns of the file, in its order.

use super::Sheet;
use super::cell::bounds;
use crate::base::date::{civil, iso_period};
use crate::base::lang::Lang;
use crate::base::value_table::{Value, ValueColumn, ValueTable};
use crate::column::{Column, Data, DaySpan, Figures, Keys, Periods};
use crate::i18n::Message;
use crate::i18n::catalog::{data as d, export as m, table as t};
use crate::model::{Dataset, Id, Observation, Record, Register};
use crate::plot::Rows;

/// A column of published figures: its name for programs, its name for readers, and what it says of a figure.
type Told = (&'static str, Message, fn(&Dataset, &Observation) -> Value);

/// Every column of published figures. Programs rely on the names and on their order: new ones are added at the end.
const COLUMNS: [Told; 33] = [
    ("id", t::ID, |_, o| Value::text(o.id.as_str())),
    ("indicator", m::INDICATOR_ID, |data, o| id(&data.indicators, Some(o.indicator))),
    ("indicator_zh", m::NAME_ZH, |data, o| {
        Value::text(data.indicators[o.indicator].name.get(Lang::Zh))
    }),
    ("indicator_en", m::NAME_EN, |data, o| {
        Value::text(data.indicators[o.indicator].name.get(Lang::En))
    }),
    ("place", m::PLACE_ID, |data, o| id(&data.places, Some(o.place))),
    ("project", m::PROJECT_ID, |data, o| id(&data.projects, o.project)),
    ("domain", m::DOMAIN_ID, |data, o| {
        id(&data.domains, Some(data.indicators[o.indicator].domain))
    }),
    ("role", d::ROLE, |_, o| Value::text(o.role.id())),
    ("stage", d::STAGE, |_, o| Value::text(o.stage.id())),
    ("period_start", m::PERIOD_START, |_, o| {
        o.period.start.map_or(Value::Blank, |date| Value::text(date.to_string()))
    }),
    ("period_end", m::PERIOD_END, |_, o| Value::text(o.period.end.to_string())),
    ("value", d::VALUE, |_, o| Value::Number(o.quantity.value)),
    ("unit", d::UNIT, |data, o| id(&data.units, Some(o.unit))),
    ("value_base", t::BASE, |data, o| Value::number(o.base_value(&data.units[o.unit]))),
    ("unit_base", t::BASE_UNIT, |data, o| id(&data.units, Some(data.units[o.unit].base))),
    ("unit_kind", d::KIND, |data, o| Value::text(data.units[o.unit].kind.as_str())),
    ("qualifier", d::QUALIFIER, |_, o| Value::text(o.quantity.qualifier.id())),
    ("lower", t::LOW, |_, o| Value::number(bounds(o).0)),
    ("upper", t::HIGH, |_, o| Value::number(bounds(o).1)),
    ("breakdown", d::BREAKDOWN, |_, o| Value::text(o.breakdown_text())),
    ("printed", d::PRINTED, |_, o| Value::text(o.locator.printed.as_str())),
    ("source", m::SOURCE_ID, |data, o| id(&data.sources, Some(o.source))),
    ("locator_start", m::LOCATOR_START, |_, o| place(o, o.locator.start)),
    ("locator_end", m::LOCATOR_END, |_, o| place(o, o.locator.end)),
    ("is_derived", d::DERIVED_MARK, |_, o| Value::text(o.is_derived().to_string())),
    ("derived", m::FORMULA, |_, o| Value::text(o.derived.as_str())),
    ("doubt", d::DOUBT, |data, o| id(&data.doubts, o.doubt)),
    ("doubt_zh", m::DOUBT_ZH, |data, o| doubt(data, o, Lang::Zh)),
    ("doubt_en", m::DOUBT_EN, |data, o| doubt(data, o, Lang::En)),
    ("part_of", m::PART_OF, |data, o| id(&data.observations, o.part_of)),
    ("flag", m::FLAG, |_, o| Value::text(o.flag.as_str())),
    ("note_zh", m::NOTE_ZH, |_, o| Value::text(o.note.get(Lang::Zh))),
    ("note_en", m::NOTE_EN, |_, o| Value::text(o.note.get(Lang::En))),
];

fn id<T: Record>(register: &Register<T>, id: Option<Id<T>>) -> Value {
    id.map_or(Value::Blank, |id| Value::text(register[id].id()))
}

/// An offset in the release; a figure that is printed nowhere has none.
fn place(o: &Observation, offset: usize) -> Value {
    if o.locator.end == 0 { Value::Blank } else { Value::Number(offset.into()) }
}

fn doubt(data: &Dataset, o: &Observation, lang: Lang) -> Value {
    o.doubt.map_or(Value::Blank, |doubt| Value::text(data.doubts[doubt].text.get(lang)))
}

/// A column of a reader's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileColumn {
    /// Its key in the table: its name in the file.
    pub key: String,
    /// Its name to show.
    pub name: String,
    /// Whether it holds the ids of the rows, which are no column of the table.
    pub is_key: bool,
}

impl Sheet<'_> {
    /// These rows for programs: the same cells whatever the language, in which only the columns are named for readers.
    /// `layout`: the columns of a reader's file, in its order; none where nobody can say.
    #[must_use]
    pub fn program(&self, layout: &[FileColumn], order: &[usize]) -> ValueTable {
        let (columns, rows) = match self.rows {
            Rows::Published(_) => self.published(order),
            Rows::Plain => self.file(layout, order),
        };
        ValueTable { name: m::ROWS.get(self.lang).to_owned(), columns, rows }
    }

    fn published(&self, order: &[usize]) -> (Vec<ValueColumn>, Vec<Vec<Value>>) {
        let column = |&(key, name, _): &Told| ValueColumn {
            key: key.to_owned(),
            name: name.get(self.lang).to_owned(),
        };
        let cell = |row, &(_, _, value): &Told| {
            self.figure(row).map_or(Value::Blank, |(data, o)| value(data, o))
        };
        let row = |&row: &usize| COLUMNS.iter().map(|told| cell(row, told)).collect();
        (COLUMNS.iter().map(column).collect(), order.iter().map(row).collect())
    }

    /// The columns of the file under its own names and in its order; those that were not read are not there.
    fn file(&self, layout: &[FileColumn], order: &[usize]) -> (Vec<ValueColumn>, Vec<Vec<Value>>) {
        let is_keyed = matches!(self.table.keys, Keys::Given(_));
        let keys = |key: &str, name: &str| {
            let ids: Cells<'_> =
                Box::new(|row| Value::text(self.table.key(row).unwrap_or_default()));
            (ValueColumn { key: key.to_owned(), name: name.to_owned() }, ids)
        };
        let mut parts: Vec<(ValueColumn, Cells<'_>)> = Vec::new();
        for column in layout {
            match self.table.column(&column.key) {
                Some(read) => {
                    // Marks stood in the same cells. How long a period is, its text says.
                    let marks = self.table.marks_of(&read.key);
                    parts.extend([read].into_iter().chain(marks).map(|c| own(c, self.lang)));
                }
                None if is_keyed && column.is_key => parts.push(keys(&column.key, &column.name)),
                None => {}
            }
        }
        if layout.is_empty() {
            parts.extend(is_keyed.then(|| keys("id", t::ID.get(self.lang))));
            parts.extend(self.table.columns.iter().map(|c| own(c, self.lang)));
        }
        let row = |&row: &usize| parts.iter().map(|(_, cell)| cell(row)).collect();
        let rows = order.iter().map(row).collect();
        (parts.into_iter().map(|(column, _)| column).collect(), rows)
    }
}

/// What a column says of each row.
type Cells<'a> = Box<dyn Fn(usize) -> Value + 'a>;

/// A column of the table and its cells.
fn own(column: &Column, lang: Lang) -> (ValueColumn, Cells<'_>) {
    let name = column.name.get(lang);
    let name = if name.is_empty() { &column.key } else { name };
    (ValueColumn { key: column.key.clone(), name: name.to_owned() }, cells(column))
}

/// The cells of a column as they were read.
fn cells(column: &Column) -> Cells<'_> {
    match &column.data {
        Data::Category(category) => Box::new(|row| {
            category.entry(row).map_or(Value::Blank, |entry| Value::text(entry.id.as_str()))
        }),
        Data::Measure(figures) => Box::new(|row| number(figures, row)),
        Data::Time(periods) => times(periods),
    }
}

/// A number as it was read. Those beyond what a decimal holds are texts, so that no digit is lost.
fn number(figures: &Figures, row: usize) -> Value {
    match figures.exact(row) {
        Some(number) => Value::Number(number),
        None => figures.float(row).map_or(Value::Blank, |float| Value::text(float.to_string())),
    }
}

/// Times in ISO 8601: as years where all of the column are, as days where all are, and else as texts.
pub(super) fn times(periods: &Periods) -> Cells<'_> {
    // A year from April on is written as tables write it, by which it is read again as one.
    let is_fiscal = periods.year_begins() == Some(4);
    let text = |span: &DaySpan| {
        let (first, last) = (civil(span.first).0, civil(span.last).0);
        if is_fiscal && last == first + 1 {
            return format!("{first}-{:02}", last.rem_euclid(100));
        }
        iso_period(span.first, span.last)
    };
    let texts = periods.spans().iter().map(text);
    let texts: Vec<String> = texts.collect();
    let are_years = texts.iter().all(|text| text.len() == 4);
    let are_days = periods.spans().iter().all(|span| span.first == span.last);
    Box::new(move |row| {
        let text = periods.codes().code(row).and_then(|code| texts.get(code as usize));
        let (Some(text), Some(span)) = (text, periods.get(row)) else { return Value::Blank };
        match text.parse() {
            Ok(year) if are_years => Value::Year(year),
            _ if are_days => Value::Day(span.first),
            _ => Value::text(text.as_str()),
        }
    })
}
