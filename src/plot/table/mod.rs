//! The table view: which columns there are, what their cells say, the order of the rows, and the same to export.
//!
//! Columns are the table's own, known by their role, and, where rows are published figures, what only those have:
//! the printed words, the limits, the place in the release.

mod card;
mod cell;
mod export;
mod field;
mod page;
mod program;
mod spread;
mod strips;
mod walk;

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Bitmap, Table};
use crate::model::{Dataset, Observation};
use crate::plot::Rows;
use crate::query::{Engine, RowKey, SortKey, sorted};

pub use card::{Card, CardLines};
pub use cell::CellContent;
pub use field::{Extra, Field, Origin, Width, toggled};
pub use page::{HeaderPlan, Heading, Page, export, header, page, place, rows};
pub use program::FileColumn;
pub use spread::{Spacing, Spread};
pub use strips::strips;
pub use walk::{GridCell, Move, Stretch, Track, Viewport, stretches};

/// A published figure and the dataset it is in.
type Figure<'a> = (&'a Dataset, &'a Observation);

/// A table as a reader of one language sees it row by row.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    rows: Rows<&'a Dataset>,
    table: &'a Table,
    lang: Lang,
    /// Who knows what a reader says of totals.
    engine: Option<&'a Engine>,
}

impl<'a> Sheet<'a> {
    /// A row that is no published figure has the table's own columns.
    #[must_use]
    pub const fn new(rows: Rows<&'a Dataset>, table: &'a Table, lang: Lang) -> Self {
        Self { rows, table, lang, engine: None }
    }

    /// The same, with its totals as an engine knows them: as the table has them and a reader says.
    #[must_use]
    pub const fn knowing(self, engine: &'a Engine) -> Self {
        Self { engine: Some(engine), ..self }
    }

    /// The published figure of a row.
    fn figure(&self, row: usize) -> Option<Figure<'a>> {
        let data = self.rows.published()?;
        let id = data.observations.find(&self.table.key(row)?)?;
        Some((data, &data.observations[id]))
    }

    /// The rows in the order asked for; ties, and an order that nothing is known of, keep the table's order.
    #[must_use]
    pub fn order(&self, rows: &Bitmap, key: Option<&SortKey>) -> Vec<usize> {
        let field = key.and_then(|key| self.field(&key.column));
        let (Some(key), Some(Origin::Extra(extra))) = (key, field.map(|f| f.origin)) else {
            return sorted(self.table, rows, key);
        };
        let key = |row| match self.rank(row, extra) {
            Some((kind, value)) => RowKey::new(kind, Some(value), key.descending),
            // At the end of all kinds: what a limit that is not there would be of says nothing.
            None => RowKey::new(u32::MAX, None, key.descending),
        };
        let mut order: Vec<_> = rows.iter().map(|row| (key(row), row)).collect();
        order.order_by(|(a, _), (b, _)| a.cmp(b));
        order.into_iter().map(|(_, row)| row).collect()
    }
}

/// The order after a press on a column's name: ascending, then descending, then the table's own.
#[must_use]
pub fn next_sort(now: Option<&SortKey>, column: &str) -> Option<SortKey> {
    let to = |descending| Some(SortKey { column: column.to_owned(), descending });
    match now.filter(|key| key.column == column) {
        None => to(false),
        Some(key) if !key.descending => to(true),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    //! A small table that is no dataset of livelihood figures: everything must work from roles alone.

    use super::*;
    use crate::base::lang::Bilingual;
    use crate::base::value_table::Value;
    use crate::column::Role;
    use crate::column::{
        Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Keys, Numbers, Periods,
    };

    fn entry(id: &str, hue: Option<u8>) -> Entry {
        Entry { id: id.into(), name: Bilingual::same(id.to_uppercase()), parent: None, hue }
    }

    fn category(key: &str, role: Role, codes: &[Option<u32>], ids: &[&str]) -> Column {
        let mut dictionary = Dictionary::default();
        for (hue, id) in (0..).zip(ids) {
            dictionary.intern(entry(id, Some(hue)));
        }
        let codes = Codes::pack(codes.iter().copied(), dictionary.len());
        let data = Data::Category(Category { codes, dictionary });
        Column { name: Bilingual::same(key), ..Column::new(key, role, data) }
    }

    /// Three rows: amounts of two kinds, one row without a topic.
    fn table(with_series: bool) -> Table {
        let span = |first, last| Some(DaySpan { first, last, as_of: false });
        let when = [span(18_628, 18_992), span(18_628, 18_658), span(0, 0)];
        let amounts = [1700.0, 5.0, -3.0].map(Some);
        let figures = Figures { values: Numbers::from_options(amounts), ..Figures::default() };
        let mut columns = vec![
            category("sort", Role::Category, &[Some(1), Some(0), None], &["a", "b"]),
            category("field", Role::Topic, &[Some(1), None, Some(0)], &["x", "y"]),
            category("measure_of", Role::Kind, &[Some(0), Some(1), Some(0)], &["money", "people"]),
            Column {
                name: Bilingual::same("when"),
                ..Column::new("when", Role::Time, Data::Time(Periods::new(&when)))
            },
            Column {
                name: Bilingual::same("amount"),
                ..Column::new("amount", Role::Measure, Data::Measure(figures))
            },
        ];
        if with_series {
            columns.push(category(
                "what",
                Role::Series,
                &[Some(0), Some(1), Some(1)],
                &["roads", "schools"],
            ));
        }
        Table { len: 3, columns, keys: Keys::Given(["r1", "r2", "r3"].map(Into::into).into()) }
    }

    fn keys(fields: &[Field]) -> Vec<&str> {
        fields.iter().map(|f| f.key.as_str()).collect()
    }

    fn owned(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|&k| k.to_owned()).collect()
    }

    #[test]
    fn columns_come_by_role() {
        let table = table(true);
        let sheet = Sheet::new(Rows::Plain, &table, Lang::En);
        // What a row is about stands first, the rest as in the file; nothing is hidden.
        let all = ["what", "sort", "field", "measure_of", "when", "amount"];
        assert_eq!(keys(&sheet.fields())[..6], all);
        assert_eq!(keys(&sheet.chosen(&[])), all);
        let file = ["sort", "field", "measure_of", "when", "amount", "what"];
        assert_eq!(keys(&sheet.taken_away(&[])), file, "a file keeps its order");
        assert_eq!(keys(&sheet.taken_away(&owned(&["what", "when"]))), ["when", "what"]);
        assert_eq!(keys(&sheet.chosen(&owned(&["id", "what", "id", "gone"]))), ["id", "what"]);
        assert_eq!(keys(&sheet.chosen(&owned(&["gone"]))), all);
    }

    #[test]
    fn without_a_series_the_first_other_column_leads() {
        let table = table(false);
        let sheet = Sheet::new(Rows::Plain, &table, Lang::En);
        assert_eq!(keys(&sheet.chosen(&[])), ["field", "sort", "measure_of", "when", "amount"]);
        let bare = Table { len: 1, keys: Keys::Given(vec!["r".into()]), ..Table::default() };
        assert_eq!(keys(&Sheet::new(Rows::Plain, &bare, Lang::Zh).chosen(&[])), ["id"]);
    }

    #[test]
    fn columns_are_shown_and_hidden_one_at_a_time() {
        let table = table(true);
        let sheet = Sheet::new(Rows::Plain, &table, Lang::En);
        let all = sheet.fields();
        let usual = sheet.chosen(&[]);
        let fewer = toggled(&all, &usual, "amount");
        assert_eq!(fewer, ["what", "sort", "field", "measure_of", "when"]);
        let shown = sheet.chosen(&fewer);
        assert_eq!(
            toggled(&all, &shown, "id"),
            ["what", "sort", "field", "measure_of", "when", "id"]
        );
        assert!(toggled(&all, &shown, "amount").is_empty(), "the usual choice is none");
        let one = sheet.chosen(&owned(&["id"]));
        assert_eq!(toggled(&all, &one, "id"), ["id"], "the last column stays");
    }

    #[test]
    fn cells_without_a_published_figure() {
        let table = table(true);
        let sheet = Sheet::new(Rows::Plain, &table, Lang::Zh);
        let cell = |row, key: &str| sheet.cell(row, &sheet.field(key).unwrap());
        assert_eq!(cell(0, "amount").text(), "1,700");
        assert_eq!(cell(0, "when").text(), "2021年");
        assert_eq!(cell(1, "when").text(), "2021年1月");
        assert_eq!(cell(1, "what"), CellContent::Text("SCHOOLS".into()));
        assert_eq!(
            cell(0, "field"),
            CellContent::Topic { id: "y".into(), hue: 1, name: "Y".into() }
        );
        assert_eq!(cell(1, "field"), CellContent::Blank);
        assert_eq!(cell(2, "id"), CellContent::Text("r3".into()));
        assert_eq!(cell(9, "amount"), CellContent::Blank);
    }

    #[test]
    fn rows_in_order() {
        let table = table(true);
        let sheet = Sheet::new(Rows::Plain, &table, Lang::Zh);
        let all = Bitmap::all(3);
        let order = |column: &str, descending| {
            sheet.order(&all, Some(&SortKey { column: column.into(), descending }))
        };
        assert_eq!(order("amount", false), [2, 0, 1], "unlike kinds are kept apart");
        assert_eq!(order("amount", true), [0, 2, 1]);
        assert_eq!(order("sort", false), [1, 0, 2], "a row without a value comes last");
        assert_eq!(order("sort", true), [0, 1, 2]);
        assert_eq!(order("id", true), [2, 1, 0]);
        assert_eq!(order("nothing", true), [0, 1, 2]);
    }

    #[test]
    fn a_column_name_sorts_up_then_down_then_not() {
        let up = next_sort(None, "a");
        assert_eq!(up, Some(SortKey { column: "a".into(), descending: false }));
        let down = next_sort(up.as_ref(), "a");
        assert!(down.as_ref().is_some_and(|key| key.descending));
        assert_eq!(next_sort(down.as_ref(), "a"), None);
        assert!(next_sort(down.as_ref(), "b").is_some_and(|key| !key.descending));
    }

    #[test]
    fn an_export_holds_bare_numbers_and_their_kind() {
        let table = table(true);
        let sheet = Sheet::new(Rows::Plain, &table, Lang::En);
        let file = sheet.export(&sheet.chosen(&owned(&["amount", "what"])), &[2, 0]);
        let keys: Vec<&str> = file.columns.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(keys, ["amount", "measure_of", "what"]);
        let number = |n: i64| Value::Number(n.into());
        assert_eq!(file.rows[0], [number(-3), Value::text("MONEY"), Value::text("SCHOOLS")]);
        assert_eq!(file.rows[1], [number(1700), Value::text("MONEY"), Value::text("ROADS")]);
    }
}
