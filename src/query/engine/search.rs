//! Search: the values of the table's columns that hold what is typed, and the rows that do.

use super::Engine;
use super::clause::Test;
use crate::base::order::Order;
use crate::column::{Bitmap, Category, Data, Role, Table};
use crate::query::search::{Found, Hit, Query, Searchable, Terms, Texts, Told, is_listed};

/// Of so many values of a column that are found, and of so many rows, the best are looked for.
const RANKED: usize = 20_000;
const RANKED_ROWS: usize = 2_000;

impl Engine {
    /// Takes over what values are found by besides their names.
    pub fn set_terms(&mut self, terms: Terms) {
        self.terms = Some(Box::new(terms));
        self.texts = None;
        self.renew(crate::query::Filter::TEXT);
    }

    /// What values are found by besides their names; `None` where nobody has told.
    #[must_use]
    pub fn terms(&self) -> Option<&Terms> {
        self.terms.as_deref()
    }

    /// The texts that are searched.
    pub(super) fn texts(&mut self) -> &Texts {
        let (table, terms) = (&self.table, &self.terms);
        self.texts.get_or_insert_with(|| {
            let none = Terms::default();
            Box::new(Texts::new(table, terms.as_deref().unwrap_or(&none)))
        })
    }

    /// Where the words of a text stand.
    fn told(&mut self, query: &Query) -> Vec<Told> {
        let table = self.table.clone();
        self.texts().tell(&table, query)
    }

    /// Each word must stand in a searched value of the row, in the row's own text, or name days of its period. A word
    /// that only one column has is a test of its codes.
    pub(super) fn text_tests(&mut self, text: &str) -> Vec<Test> {
        let told = self.told(&Query::read(text));
        told.iter().map(|told| self.text_test(told)).collect()
    }

    fn text_test(&self, told: &Told) -> Test {
        let mut codes = told.codes(&self.table);
        if codes.len() == 1 && told.rows.is_none() {
            let (column, pass) = codes.remove(0);
            if let Some(dimension) = self.dimension(&self.table.columns[column].key) {
                return Test::Codes { dimension, pass };
            }
        }
        let len = self.table.len;
        let mut rows = match &told.rows {
            Some(own) => Bitmap::from_fn(len, |row| own.get(row) == Some(&true)),
            None => Bitmap::none(len),
        };
        for (column, pass) in codes {
            match &self.table.columns[column].data {
                Data::Category(category) => rows.unite(&category.codes.among(&pass)),
                Data::Time(periods) => rows.unite(&periods.codes().among(&pass)),
                Data::Measure(_) => {}
            }
        }
        Test::Rows(rows)
    }

    /// The values of a column whose names hold every word; `name` names those of a column that search does not know.
    pub fn values_holding(
        &mut self,
        column: &str,
        words: &str,
        name: impl Fn(u32) -> String,
    ) -> Vec<bool> {
        let query = Query::read(words);
        let at = self.table.columns.iter().position(|c| c.key == column);
        let category = self.table.category(column);
        let (Some(at), Some(len)) = (at, category.map(|c| c.dictionary.len())) else {
            return Vec::new();
        };
        let codes = || 0..u32::try_from(len).unwrap_or(u32::MAX);
        self.texts().values_holding(at, &query, || codes().map(&name).collect())
    }

    /// The best results for what is typed: at most `limit` of each kind that rows under the clauses in force have, then
    /// at most `beyond` of each kind that only other rows have.
    pub fn search(&mut self, text: &str, limit: usize, beyond: usize) -> Found {
        let query = Query::read(text);
        let told = self.told(&query);
        if told.is_empty() || !told.iter().all(Told::is_found) {
            return Found::default();
        }
        let Some(texts) = self.texts.take() else { return Found::default() };
        let values = self.found_values(&texts, &query, &told);
        let (inside, outside) = self.found_rows(&told);
        let mut found = Found {
            words: told.iter().map(|told| told.word.clone()).collect(),
            hits: Vec::new(),
            inside: inside.count(),
            outside: outside.count(),
        };
        // Rows of a table that prints figures say more than its values; else they are listed where no value is found.
        let lists_rows = self.table.by_role(Role::Text).is_some() || values.is_empty();
        for (is_inside, rows, limit) in [(true, inside, limit), (false, outside, beyond)] {
            let rows =
                if lists_rows { ranked(&self.table, &texts, &told, &rows) } else { Vec::new() };
            let mut left = limit;
            let mut row_hits = |is_exact: bool| {
                let these = rows.iter().filter(|(_, score)| score.is_exact == is_exact).take(left);
                let keys: Vec<_> = these.filter_map(|&(row, _)| self.table.key(row)).collect();
                left -= keys.len();
                let target = |key: std::borrow::Cow<'_, str>| Searchable::Row(key.into_owned());
                keys.into_iter()
                    .map(|key| Hit { target: target(key), is_inside })
                    .collect::<Vec<_>>()
            };
            let exact = row_hits(true);
            found.hits.extend(exact);
            let mut kept: Vec<usize> = vec![0; self.table.columns.len()];
            for value in values.iter().filter(|value| value.is_inside == is_inside) {
                kept[value.column] += 1;
                let column = &self.table.columns[value.column];
                let Data::Category(category) = &column.data else { continue };
                let Some(entry) = category.dictionary.get(value.code) else { continue };
                if kept[value.column] <= limit {
                    let (column, id) = (column.key.clone(), entry.id.clone());
                    found.hits.push(Hit { target: Searchable::Value { column, id }, is_inside });
                }
            }
            found.hits.extend(row_hits(false));
        }
        self.texts = Some(texts);
        found
    }

    /// The values that hold every word, best first.
    fn found_values(&mut self, texts: &Texts, query: &Query, told: &[Told]) -> Vec<Value> {
        let table = self.table.clone();
        let mut values = Vec::new();
        for (texts_of, at) in texts.columns().iter().map(|texts| (texts, texts.column)) {
            let column = &table.columns[at];
            let (Data::Category(category), true) = (&column.data, is_listed(column)) else {
                continue;
            };
            let Some(words) = told.iter().map(|told| told.of(at)).collect::<Option<Vec<_>>>()
            else {
                continue;
            };
            let is_found = |code: usize| {
                words.iter().all(|word| word.holds(code))
                    && words.iter().any(|word| word.tells_of(code))
            };
            let codes: Vec<usize> =
                (0..category.dictionary.len()).filter(|&c| is_found(c)).take(RANKED).collect();
            if codes.is_empty() {
                continue;
            }
            let inside = self.inside(&column.key, category);
            for code in codes {
                let rank = |word: &str| texts_of.rank(code, word, &texts.pinyin);
                let by_words = told.iter().map(|told| rank(told.word.text()).unwrap_or(5)).max();
                let whole = rank(&query.phrase).into_iter().chain(by_words).min().unwrap_or(5);
                let is_inside =
                    inside.as_ref().is_none_or(|inside| inside.get(code) == Some(&true));
                let code = u32::try_from(code).unwrap_or(u32::MAX);
                values.push(Value {
                    column: at,
                    code,
                    is_inside,
                    rank: (whole, order_of(column.role)),
                });
            }
        }
        values.order_by_key(|value| value.rank);
        values
    }

    /// The values of a column that rows under every clause have, or what belongs to them; `None` where all do.
    fn inside(&mut self, key: &str, category: &Category) -> Option<Vec<bool>> {
        if self.filter.is_empty() {
            return None;
        }
        let chosen = self.filter.values(key).cloned();
        let mut inside: Vec<bool> = self.facet(key).iter().map(|facet| facet.count > 0).collect();
        // Counts of a column are under every clause but its own.
        if let Some(chosen) = chosen {
            let dictionary = &category.dictionary;
            let under = super::clause::any_of(category, &chosen);
            let mut near = under.clone();
            for code in (0..dictionary.len()).filter(|&code| under[code] && inside[code]) {
                let code = u32::try_from(code).unwrap_or(u32::MAX);
                dictionary.ancestors(code).for_each(|up| near[up as usize] = true);
            }
            inside.iter_mut().zip(near).for_each(|(inside, near)| *inside &= near);
        }
        Some(inside)
    }

    /// The rows that hold every word: those under the clauses in force, and the others.
    fn found_rows(&mut self, told: &[Told]) -> (Bitmap, Bitmap) {
        let mut all = Bitmap::all(self.table.len);
        for told in told {
            match self.text_test(told) {
                Test::Rows(rows) => all.intersect(&rows),
                Test::Codes { dimension, pass } => {
                    if let Some(codes) = self.dimensions[dimension].codes(&self.table) {
                        all.intersect(&codes.among(&pass));
                    }
                }
            }
        }
        let under = self.rows();
        let mut inside = all.clone();
        inside.intersect(under);
        let outside = all.words().iter().zip(inside.words()).map(|(all, inside)| all & !inside);
        let outside = Bitmap::from_words(outside.collect(), all.len());
        (inside, outside)
    }
}

/// A value that is found.
struct Value {
    column: usize,
    code: u32,
    is_inside: bool,
    rank: (u8, u8),
}

/// Fields and what is measured first, then where, then all else.
const fn order_of(role: Role) -> u8 {
    match role {
        Role::Topic => 0,
        Role::Series => 1,
        Role::Area => 2,
        _ => 3,
    }
}

/// How well a row holds the words; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    sum: u32,
    /// Whether a word is its figure.
    is_exact: bool,
}

/// The first rows of a set, best first: the figure itself, then what is measured, where, and all else.
fn ranked(table: &Table, texts: &Texts, told: &[Told], rows: &Bitmap) -> Vec<(usize, Score)> {
    let score = |row: usize| {
        let words = told.iter().map(|told| score_of(table, texts, told, row));
        words.fold(Score { sum: 0, is_exact: false }, |a, b| Score {
            sum: a.sum + b.sum,
            is_exact: a.is_exact | b.is_exact,
        })
    };
    let mut ranked: Vec<_> = rows.iter().take(RANKED_ROWS).map(|row| (row, score(row))).collect();
    ranked.order_by_key(|(_, score)| (!score.is_exact, score.sum));
    ranked
}

/// How well a row holds a word.
fn score_of(table: &Table, texts: &Texts, told: &Told, row: usize) -> Score {
    let word = told.word.text();
    let is_number = word.contains(|c: char| c.is_ascii_digit());
    let in_column = |texts: &crate::query::search::ColumnTexts| {
        let column = table.columns.get(texts.column)?;
        let Data::Category(category) = &column.data else { return None };
        let code = category.code(row)? as usize;
        let passes = told.of(texts.column).filter(|passes| passes.holds(code))?;
        let base = match column.role {
            Role::Text if texts.is_exact(code, word) => 0,
            Role::Text if is_number => 1,
            Role::Series => 2,
            Role::Topic | Role::Area => 4,
            _ => 6,
        };
        Some(if passes.names(code) { base } else { base + 1 })
    };
    let own =
        told.rows.as_ref().filter(|own| own.get(row) == Some(&true)).map(|_| match is_number {
            true if texts.row_is_exact(row, word) => 0,
            true => 1,
            false => 3,
        });
    let best = texts.columns().iter().filter_map(in_column).chain(own).min();
    Score { sum: best.unwrap_or(7), is_exact: best == Some(0) }
}
