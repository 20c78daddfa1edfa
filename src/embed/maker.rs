//! A table from typed arrays.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use super::column::role_of;
use super::error::{Code, error};
use super::opened::OpenedTable;
use super::period;
use crate::base::lang::Bilingual;
use crate::column::{
    Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Floats, Keys, Numbers,
    Periods, Role, Table,
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
        values: Vec<JsString>,
    ) -> Result<(), JsValue> {
        let len = codes.len();
        self.category(key, role, Codes::U8(codes), len, &values)
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
        values: Vec<JsString>,
    ) -> Result<(), JsValue> {
        let len = codes.len();
        self.category(key, role, Codes::U16(codes), len, &values)
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
        values: Vec<JsString>,
    ) -> Result<(), JsValue> {
        let len = codes.len();
        self.category(key, role, Codes::U32(codes), len, &values)
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
        values: &[JsString],
    ) -> Result<(), JsValue> {
        if let Some((row, code)) = beyond(&codes, values.len()) {
            let known = values.len();
            return Err(error(
                Code::Range,
                format!("column '{key}', row {row}: code {code}, but there are {known} values"),
            ));
        }
        let values: Vec<String> = values.iter().map(String::from).collect();
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
            Role::Time => Data::Time(periods(key, codes, &values)?),
            _ => Data::Category(dictionary(key, codes, values)?),
        };
        let column = Column::new(key, role, data);
        self.add(if role == Role::Time { column } else { column.searched() }, len);
        Ok(())
    }
}

/// The first row, counted from 0, whose code is neither a value nor none.
fn beyond(codes: &Codes, values: usize) -> Option<(usize, u32)> {
    fn first<T: Copy + Into<u32> + Ord>(
        codes: &[T],
        values: usize,
        none: u32,
    ) -> Option<(usize, u32)> {
        let bad = |code: u32| code != none && code as usize >= values;
        // Most columns hold no bad code, and no missing one: the greatest tells at once.
        let greatest = codes.iter().copied().max()?.into();
        if (greatest as usize) < values {
            return None;
        }
        let row = codes.iter().position(|&code| bad(code.into()))?;
        Some((row, codes[row].into()))
    }
    match codes {
        Codes::U8(codes) => first(codes, values, u8::MAX.into()),
        Codes::U16(codes) => first(codes, values, u16::MAX.into()),
        Codes::U32(codes) => first(codes, values, u32::MAX),
    }
}

fn dictionary(key: &str, codes: Codes, values: Vec<String>) -> Result<Category, JsValue> {
    let mut dictionary = Dictionary::default();
    for (code, id) in (0..).zip(values) {
        let name = Bilingual { zh: id.clone(), en: id.clone() };
        let message = format!("column '{key}': the value '{id}' stands twice");
        if dictionary.intern(Entry { id, name, parent: None, hue: None }) != code {
            return Err(error(Code::Column, message));
        }
    }
    Ok(Category { codes, dictionary })
}

/// Periods in order; where the values come in order already, the codes stay as they are.
fn periods(key: &str, codes: Codes, values: &[String]) -> Result<Periods, JsValue> {
    let read = |value: &String| {
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
