//! The engine over one table, as JavaScript calls it.

use std::collections::BTreeSet;
use std::sync::Arc;

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::column::{cells, describe};
use super::end::End;
use super::error::{Code, error};
use super::value::{codes, floats, object, set};
use crate::base::date::PartialDate;
use crate::column::{Column, Data, Table};
use crate::query::{BinScale, Bins, Clause, CubeView, Engine, Filter, Groups, SortKey};

/// A table and the filters in force.
#[wasm_bindgen]
pub struct Core {
    engine: Engine,
    /// Measures that have bins and so can be counted by.
    binned: Vec<String>,
}

impl Core {
    /// An engine without filters.
    pub(super) fn new(table: Table) -> Self {
        Self { engine: Engine::new(Arc::new(table)), binned: Vec::new() }
    }
}

#[wasm_bindgen]
impl Core {
    /// Number of rows.
    #[must_use]
    pub fn length(&self) -> usize {
        self.engine.table().len
    }

    /// Each column as `{key, role, values}`; `values` only where it has codes, in the order of the codes. Of a table that
    /// the caller gave, categories have those that were given, which are left out.
    #[must_use]
    pub fn columns(&self, given: bool) -> Array {
        self.engine.table().columns.iter().map(|column| describe(column, given)).collect()
    }

    /// Puts a measure's numbers in bins; from then on it can be counted by. `{scale, edges}`, one edge more than bins.
    ///
    /// # Errors
    /// Where there is no such measure, or it has no number that the scale can place.
    pub fn bin(
        &mut self,
        measure: &str,
        scale: &str,
        count: usize,
        min: Option<f64>,
        max: Option<f64>,
    ) -> Result<Object, JsValue> {
        self.measure(measure)?;
        let kind = match scale {
            "linear" => BinScale::Linear,
            "log" => BinScale::Log,
            _ => {
                return Err(error(
                    Code::Range,
                    format!("there is no scale '{scale}'; expected 'linear' or 'log'"),
                ));
            }
        };
        let bins = match min.zip(max) {
            Some(ends) => self.engine.bin_between(measure, kind, count, ends),
            None => self.engine.bin(measure, kind, count),
        };
        let edges = bins.map(|bins| floats(bins.edges())).ok_or_else(|| {
            error(
                Code::Range,
                format!("column '{measure}' has no number for bins of this scale and these bounds"),
            )
        })?;
        if !self.binned.iter().any(|key| key == measure) {
            self.binned.push(measure.to_owned());
        }
        Ok(object([("scale", scale.into()), ("edges", edges.into())]))
    }

    /// Keeps rows from one value to another, both held: periods that overlap days, numbers of a measure, or values of a
    /// category in the order of its codes. An end that is missing is open.
    ///
    /// # Errors
    /// Where there is no such column, or it has no such value.
    #[wasm_bindgen(js_name = setRange)]
    pub fn set_range(&mut self, column: &str, from: JsValue, to: JsValue) -> Result<(), JsValue> {
        let (from, to) = (End::read(&from)?, End::read(&to)?);
        let clause = match &self.column(column)?.data {
            Data::Time(_) => Clause::During(
                from.date(column)?.map(PartialDate::first_day),
                to.date(column)?.map(PartialDate::last_day),
            ),
            Data::Measure(_) => Clause::Between(
                from.number(column)?.unwrap_or(f64::NEG_INFINITY),
                to.number(column)?.unwrap_or(f64::INFINITY),
            ),
            Data::Category(category) => {
                let code = |end: &End, open: u32| match end.text() {
                    None => Ok(open),
                    Some(id) => category.dictionary.code(&id).ok_or_else(|| no_value(column, &id)),
                };
                Clause::Codes(code(&from, 0)?, code(&to, u32::MAX)?)
            }
        };
        self.engine.set(column, clause);
        Ok(())
    }

    /// Keeps rows from one code or bin to another, both held.
    ///
    /// # Errors
    /// Where the column cannot be counted by, or has no such code.
    #[wasm_bindgen(js_name = setCodes)]
    pub fn set_codes(
        &mut self,
        column: &str,
        from: Option<f64>,
        to: Option<f64>,
    ) -> Result<(), JsValue> {
        let size = self.size(column)?;
        let code = |end: Option<f64>, open: usize| match end {
            None => Ok(u32::try_from(open).unwrap_or(u32::MAX)),
            // Checked to be a whole number of the range.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            Some(code) if code.fract() == 0.0 && code >= 0.0 && code < size as f64 => {
                Ok(code as u32)
            }
            Some(code) => Err(error(
                Code::Range,
                format!("column '{column}' has codes 0 to {}, not {code}", size.saturating_sub(1)),
            )),
        };
        let clause = Clause::Codes(code(from, 0)?, code(to, size.saturating_sub(1))?);
        self.engine.set(column, clause);
        Ok(())
    }

    /// Keeps rows with one of these values; with none, every row.
    ///
    /// # Errors
    /// Where there is no such column of values, or it has no such value.
    #[wasm_bindgen(js_name = setIn)]
    pub fn set_in(&mut self, column: &str, values: Vec<String>) -> Result<(), JsValue> {
        let Data::Category(category) = &self.column(column)?.data else {
            return Err(error(
                Code::Column,
                format!("column '{column}' has no list of values: use setRange"),
            ));
        };
        if let Some(id) = values.iter().find(|id| category.dictionary.code(id).is_none()) {
            return Err(no_value(column, id));
        }
        self.engine.set(column, Clause::AnyOf(values.into_iter().collect::<BTreeSet<_>>()));
        Ok(())
    }

    /// Keeps rows in which every one of the words stands somewhere.
    #[wasm_bindgen(js_name = setText)]
    pub fn set_text(&mut self, words: &str) {
        self.engine.set(Filter::TEXT, Clause::Text(words.to_owned()));
    }

    /// Lifts a column's filter, or every filter.
    ///
    /// # Errors
    /// Where there is no such column.
    pub fn clear(&mut self, column: Option<String>) -> Result<(), JsValue> {
        match column.as_deref() {
            None => self.engine.clear_all(),
            Some(Filter::TEXT) => self.engine.clear(Filter::TEXT),
            Some(column) => {
                self.column(column)?;
                self.engine.clear(column);
            }
        }
        Ok(())
    }

    /// Number of rows under every filter.
    pub fn matching(&mut self) -> usize {
        self.engine.matching()
    }

    /// Rows by code or bin, under every filter but the column's own.
    ///
    /// # Errors
    /// Where there is no such column, or it is a measure without bins.
    pub fn counts(&mut self, column: &str) -> Result<Vec<u32>, JsValue> {
        self.size(column)?;
        Ok(self.engine.counts(column))
    }

    /// [`Self::counts`] of every column that has codes or bins, by key.
    #[wasm_bindgen(js_name = countsAll)]
    pub fn counts_all(&mut self) -> Object {
        let keys = self.dimensions();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let counts = self.engine.counts_all(&keys);
        object(keys.into_iter().zip(counts).map(|(key, counts)| (key, codes(&counts).into())))
    }

    /// Sums of a measure by code or bin of a column, under every filter but the column's own.
    ///
    /// # Errors
    /// Where there is no such column or measure.
    pub fn sums(&mut self, column: &str, measure: &str) -> Result<Vec<f64>, JsValue> {
        self.by_measure(column, measure, Engine::sums)
    }

    /// Means, as [`Self::sums`]; not a number where no row has one.
    ///
    /// # Errors
    /// Where there is no such column or measure.
    pub fn means(&mut self, column: &str, measure: &str) -> Result<Vec<f64>, JsValue> {
        self.by_measure(column, measure, Engine::means)
    }

    /// Least numbers, as [`Self::sums`].
    ///
    /// # Errors
    /// Where there is no such column or measure.
    pub fn minima(&mut self, column: &str, measure: &str) -> Result<Vec<f64>, JsValue> {
        self.by_measure(column, measure, Engine::minima)
    }

    /// Greatest numbers, as [`Self::sums`].
    ///
    /// # Errors
    /// Where there is no such column or measure.
    pub fn maxima(&mut self, column: &str, measure: &str) -> Result<Vec<f64>, JsValue> {
        self.by_measure(column, measure, Engine::maxima)
    }

    /// The number below which a share `q` (0 to 1) of the rows' numbers lie, as [`Self::sums`].
    ///
    /// # Errors
    /// Where there is no such column or measure, or the share is none.
    pub fn quantiles(&mut self, column: &str, measure: &str, q: f64) -> Result<Vec<f64>, JsValue> {
        if !(0.0..=1.0).contains(&q) {
            return Err(error(Code::Range, format!("a quantile lies between 0 and 1, not at {q}")));
        }
        self.by_measure(column, measure, |engine, column, measure| {
            engine.quantiles(column, measure, q)
        })
    }

    /// Rows under every filter by one or more columns: `{codes, count}`, one entry a group that has rows, and with a
    /// measure `{numbers, sum, min, max}` of it, the last two unless `extremes` is false. `codes` has an array a column; 4 294 967 295 is no value.
    ///
    /// # Errors
    /// Where there is no such column or measure.
    #[wasm_bindgen(js_name = groupBy)]
    pub fn group_by(
        &mut self,
        columns: Vec<String>,
        measure: Option<String>,
        extremes: Option<bool>,
    ) -> Result<Object, JsValue> {
        for column in &columns {
            self.size(column)?;
        }
        if let Some(measure) = &measure {
            self.measure(measure)?;
        }
        let keys: Vec<&str> = columns.iter().map(String::as_str).collect();
        let extremes = extremes.unwrap_or(true);
        let groups: Groups = match &measure {
            Some(measure) if !extremes => self.engine.group_sums(&keys, measure),
            measure => self.engine.group_by(&keys, measure.as_deref()),
        };
        let by_column: Array = groups.codes.iter().map(|c| codes(c)).collect();
        let mut fields = vec![("codes", by_column.into()), ("count", codes(&groups.count).into())];
        if measure.is_some() {
            fields.extend([
                ("numbers", codes(&groups.numbers).into()),
                ("sum", floats(&groups.sum).into()),
            ]);
            if extremes {
                let (min, max) = (floats(&groups.min), floats(&groups.max));
                fields.extend([("min", min.into()), ("max", max.into())]);
            }
        }
        Ok(object(fields))
    }

    /// Rows under every filter by every combination of the columns' codes, those of the last column one after the other:
    /// `{sizes, count}`, or with a measure `{sizes, sum}` of it. `sizes` has each column's number of codes. Rows that lack
    /// a value of one of the columns are in none.
    ///
    /// # Errors
    /// Where there is no such column or measure, or there are more combinations than can be kept.
    pub fn crosstab(
        &mut self,
        columns: Vec<String>,
        measure: Option<String>,
    ) -> Result<Object, JsValue> {
        let size = |column: &String| self.size(column).map(|size| JsValue::from_f64(size as f64));
        let sizes: Array = columns.iter().map(size).collect::<Result<_, _>>()?;
        let keys: Vec<&str> = columns.iter().map(String::as_str).collect();
        let amounts = match &measure {
            Some(measure) => {
                self.measure(measure)?;
                self.engine.crosstab_sums(&keys, measure).map(|sums| ("sum", floats(&sums).into()))
            }
            None => {
                self.engine.crosstab_counts(&keys).map(|counts| ("count", codes(&counts).into()))
            }
        };
        let amounts = amounts.ok_or_else(|| {
            let columns = columns.join("', '");
            error(
                Code::Range,
                format!("'{columns}' have more combinations than can be kept: use groupBy"),
            )
        })?;
        Ok(object([("sizes", sizes.into()), amounts]))
    }

    /// A page of the rows under every filter: `{total, rows, columns}`, with row numbers counted from 0, and for each
    /// column its text or numbers.
    ///
    /// # Errors
    /// Where there is no such column.
    pub fn rows(
        &mut self,
        sort: Option<String>,
        descending: bool,
        offset: usize,
        limit: usize,
        columns: Option<Vec<String>>,
    ) -> Result<Object, JsValue> {
        let key = sort.map(|column| self.column(&column).map(|_| SortKey { column, descending }));
        let key = key.transpose()?;
        let rows = self.engine.page(key.as_ref(), offset..offset.saturating_add(limit));
        let table = self.engine.table().clone();
        let all = || table.columns.iter().map(|c| c.key.clone()).collect();
        let page = Object::new();
        for key in columns.unwrap_or_else(all) {
            set(&page, &key, &cells(self.column(&key)?, &rows));
        }
        // A table has fewer rows than a 32-bit number can count.
        #[allow(clippy::cast_possible_truncation)]
        let numbers: Vec<u32> = rows.iter().map(|&row| row as u32).collect();
        let total = JsValue::from_f64(self.engine.matching() as f64);
        Ok(object([("total", total), ("rows", codes(&numbers).into()), ("columns", page.into())]))
    }

    /// What brushing a column needs: `{column, size, views: [{key, size, prefix}]}`. Row `n` of `prefix` has a count a
    /// code of the view: rows whose code in the brushed column is below `n`.
    ///
    /// # Errors
    /// Where there is no such column, or the counts would be too many to keep.
    pub fn activate(
        &mut self,
        column: &str,
        views: Option<Vec<String>>,
    ) -> Result<Object, JsValue> {
        let size = self.size(column)?;
        let views = views.unwrap_or_else(|| self.dimensions());
        for view in &views {
            self.size(view)?;
        }
        let views: Vec<&str> =
            views.iter().map(String::as_str).filter(|view| *view != column).collect();
        let cube = self.engine.activate(column, &views).ok_or_else(|| {
            error(
                Code::Range,
                format!(
                    "'{column}' by so many views has more counts than can be kept: name fewer views"
                ),
            )
        })?;
        let views: Array = cube.views.iter().map(cube_view).collect();
        Ok(object([
            ("column", column.into()),
            ("size", JsValue::from_f64(size as f64)),
            ("views", views.into()),
        ]))
    }
}

impl Core {
    fn column(&self, key: &str) -> Result<&Column, JsValue> {
        let table = self.engine.table();
        table.column(key).ok_or_else(|| {
            let known: Vec<&str> = table.columns.iter().map(|c| c.key.as_str()).collect();
            error(
                Code::Column,
                format!("there is no column '{key}'; there are {}", known.join(", ")),
            )
        })
    }

    fn measure(&self, key: &str) -> Result<(), JsValue> {
        match &self.column(key)?.data {
            Data::Measure(_) => Ok(()),
            _ => Err(error(Code::Column, format!("column '{key}' is no measure"))),
        }
    }

    /// Number of codes or bins of a column.
    fn size(&self, key: &str) -> Result<usize, JsValue> {
        match &self.column(key)?.data {
            Data::Category(category) => Ok(category.dictionary.len()),
            Data::Time(periods) => Ok(periods.spans().len()),
            Data::Measure(_) => self.engine.bins(key).map(Bins::len).ok_or_else(|| {
                error(
                    Code::Column,
                    format!("column '{key}' is a measure without bins: call bin first"),
                )
            }),
        }
    }

    /// Keys of all columns with codes or bins, in order.
    fn dimensions(&self) -> Vec<String> {
        let coded = |column: &&Column| {
            !matches!(column.data, Data::Measure(_)) || self.binned.contains(&column.key)
        };
        self.engine.table().columns.iter().filter(coded).map(|c| c.key.clone()).collect()
    }

    fn by_measure(
        &mut self,
        column: &str,
        measure: &str,
        ask: impl Fn(&mut Engine, &str, &str) -> Vec<f64>,
    ) -> Result<Vec<f64>, JsValue> {
        self.size(column)?;
        self.measure(measure)?;
        Ok(ask(&mut self.engine, column, measure))
    }
}

fn no_value(column: &str, id: &str) -> JsValue {
    error(Code::Range, format!("column '{column}' has no value '{id}'"))
}

fn cube_view(view: &CubeView) -> JsValue {
    object([
        ("key", view.column.as_str().into()),
        ("size", JsValue::from_f64(view.codes as f64)),
        ("prefix", codes(&view.counts).into()),
    ])
    .into()
}
