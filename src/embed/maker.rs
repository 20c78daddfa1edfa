//! A table from typed arrays.

use wasm_bindgen::prelude::*;

use super::column::role_of;
use super::error::{Code, error};
use super::opened::OpenedTable;
use super::period;
use crate::column::builder::entry;
use crate::column::{
    Category, Codes, Column, Data, DaySpan, Dictionary, Figures, Floats, Keys, Numbers, Periods,
    Role, Table,
};

/// Collects columns of the same length.
#[wasm_bindgen]
#[derive(Default)]
pub struct TableMaker {
    columns: Vec<Column>,
    len: usize,
}

#[wasm_bindgen]
impl TableMaker {
    /// No columns yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A category or time column with one byte a row; 255 is no value.
    ///
    /// # Errors
    /// Where a code has no value, the role is unknown, or a value of a time column is no period.
    pub fn category8(
        &mut self,
        key: &str,
        role: &str,
        codes: Vec<u8>,
        values: &str,
        count: usize,
    ) -> Result<(), JsValue> {
        let len = codes.len();
        self.category(key, role, Codes::U8(codes), len, &apart(key, values, count)?)
    }

    /// A category or time column with two bytes a row; 65 535 is no value.
    ///
    /// # Errors
    /// As for [`Self::category8`].
    pub fn category16(
        &mut self,
        key: &str,
        role: &str,
        codes: Vec<u16>,
        values: &str,
        count: usize,
    ) -> Result<(), JsValue> {
        let len = codes.len();
        self.category(key, role, Codes::U16(codes), len, &apart(key, values, count)?)
    }

    /// A category or time column with four bytes a row; 4 294 967 295 is no value.
    ///
    /// # Errors
    /// As for [`Self::category8`].
    pub fn category32(
        &mut self,
        key: &str,
        role: &str,
        codes: Vec<u32>,
        values: &str,
        count: usize,
    ) -> Result<(), JsValue> {
        let len = codes.len();
        self.category(key, role, Codes::U32(codes), len, &apart(key, values, count)?)
    }

    /// A column of numbers with eight bytes a row; what is not finite is no value.
    ///
    /// # Errors
    /// Where the role is not that of a measure.
    pub fn measure64(&mut self, key: &str, role: &str, values: Vec<f64>) -> Result<(), JsValue> {
        let len = values.len();
        self.measure(key, role, Floats::F64(values), len)
    }

    /// A column of numbers with four bytes a row; what is not finite is no value.
    ///
    /// # Errors
    /// As for [`Self::measure64`].
    pub fn measure32(&mut self, key: &str, role: &str, values: Vec<f32>) -> Result<(), JsValue> {
        let len = values.len();
        self.measure(key, role, Floats::F32(values), len)
    }

    /// The table.
    #[must_use]
    pub fn finish(self) -> OpenedTable {
        let table = Table { len: self.len, columns: self.columns, keys: Keys::Numbered };
        OpenedTable::of_table(table)
    }
}

impl TableMaker {
    fn add(&mut self, column: Column, len: usize) {
        self.len = len;
        self.columns.push(column);
    }

    fn measure(
        &mut self,
        key: &str,
        role: &str,
        floats: Floats,
        len: usize,
    ) -> Result<(), JsValue> {
        let role = match role {
            "" => Role::Measure,
            word => role_of(word).filter(|role| role.is_number()).ok_or_else(|| {
                error(
                    Code::Column,
                    format!("column '{key}': numbers are a measure, a target or what is done of it, not '{word}'"),
                )
            })?,
        };
        let figures = Figures { values: Numbers::new(floats), additive: None, part_of: None };
        self.add(Column::new(key, role, Data::Measure(figures)), len);
        Ok(())
    }

    fn category(
        &mut self,
        key: &str,
        role: &str,
        codes: Codes,
        len: usize,
        values: &[&str],
    ) -> Result<(), JsValue> {
        if let Some((row, code)) = beyond(&codes, values.len()) {
            let known = values.len();
            return Err(error(
                Code::Range,
                format!("column '{key}', row {row}: code {code}, but there are {known} values"),
            ));
        }
        let role = match role {
            "" => Role::Category,
            role => role_of(role).ok_or_else(|| {
                error(Code::Column, format!("column '{key}': there is no role '{role}'"))
            })?,
        };
        let data = match role {
            role if role.is_number() => {
                return Err(error(
                    Code::Column,
                    format!("column '{key}': a measure has numbers, not codes"),
                ));
            }
            Role::Time => Data::Time(periods(key, codes, values)?),
            _ => Data::Category(dictionary(key, codes, values)?),
        };
        let column = Column::new(key, role, data);
        self.add(if role == Role::Time { column } else { column.searched() }, len);
        Ok(())
    }
}

/// Stands between the values of a column, which come as one text: one that crosses the module's border alone costs a
/// microsecond.
const BETWEEN: char = '\0';

/// The values of a column.
fn apart<'a>(key: &str, values: &'a str, count: usize) -> Result<Vec<&'a str>, JsValue> {
    let values: Vec<&str> = if count == 0 { Vec::new() } else { values.split(BETWEEN).collect() };
    if values.len() == count {
        return Ok(values);
    }
    Err(error(Code::Column, format!("column '{key}': a value holds the character U+0000")))
}

/// The first row, counted from 0, whose code is neither a value nor none.
fn beyond(codes: &Codes, values: usize) -> Option<(usize, u32)> {
    // Most columns hold no bad code, and no missing one: the greatest tells at once.
    if codes.is_empty() || (codes.greatest() as usize) < values {
        return None;
    }
    let bad = |code: &Option<u32>| code.is_some_and(|code| code as usize >= values);
    let row = codes.iter().position(|code| bad(&code))?;
    Some((row, codes.code(row)?))
}

fn dictionary(key: &str, codes: Codes, values: &[&str]) -> Result<Category, JsValue> {
    let mut dictionary = Dictionary::default();
    dictionary.reserve(values.len());
    for (code, id) in (0..).zip(values) {
        if dictionary.intern(entry(id)) != code {
            let message = format!("column '{key}': the value '{id}' stands twice");
            return Err(error(Code::Column, message));
        }
    }
    Ok(Category { codes, dictionary })
}

/// Periods in order; where the values come in order already, the codes stay as they are.
fn periods(key: &str, codes: Codes, values: &[&str]) -> Result<Periods, JsValue> {
    let read = |value: &&str| {
        period::read(value).ok_or_else(|| {
            let expected = "a year, a month, a day, or two of these with a slash between";
            error(
                Code::Range,
                format!("column '{key}': '{value}' is no period; expected {expected}"),
            )
        })
    };
    let spans = values.iter().map(read).collect::<Result<Vec<DaySpan>, _>>()?;
    if spans.is_sorted_by(|a, b| a < b) {
        return Ok(Periods::from_codes(codes, spans).unwrap_or_default());
    }
    let rows: Vec<Option<DaySpan>> =
        codes.iter().map(|code| spans.get(code? as usize).copied()).collect();
    Ok(Periods::new(&rows))
}
