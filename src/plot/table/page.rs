//! Pages of the table, whatever its length: only the rows asked for are read.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{CellContent, Extra, Field, Origin, Sheet};
use crate::base::lang::Lang;
use crate::base::value_table::ValueTable;
use crate::column::{Keys, Role};
use crate::i18n::catalog::table as m;
use crate::i18n::catalog::words::SEMICOLON;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::plot::tally::distinct;
use crate::query::{Engine, RowOrder, SortKey};
use crate::state::TableOptions;
use crate::words::listed;

/// The columns of the table and how its rows are ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderPlan {
    /// The columns shown, in order.
    pub shown: Vec<Heading>,
    /// Every column there is.
    pub all: Vec<Heading>,
    /// Rows under every filter.
    pub total: usize,
    /// What the table is called.
    pub caption: String,
    /// How the rows are ordered, in words.
    pub order: String,
}

/// A column and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The column.
    pub field: Field,
    /// Its name.
    pub name: String,
}

/// Some rows of the table in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Rows under every filter.
    pub total: usize,
    /// Keys of the page's rows.
    pub keys: Vec<String>,
    /// Their cells, one a shown column.
    pub rows: Vec<Vec<CellContent>>,
}

/// The table's columns and order.
#[must_use]
pub fn header(
    engine: &mut Engine,
    figures: Rows<&Dataset>,
    options: &TableOptions,
    lang: Lang,
) -> HeaderPlan {
    let table = engine.table().clone();
    let sheet = Sheet::new(figures, &table, lang);
    let heading = |field: Field| Heading { name: sheet.name(&field), field };
    let total = engine.matching();
    let published = figures.are_published();
    let caption = if published { m::CAPTION } else { m::CAPTION_ROWS };
    let order = order_text(engine, &sheet, options.sort.as_ref(), published);
    // What nobody chose to hide is told.
    let hidden = sheet.fields().iter().filter(|f| !f.usual && f.role().is_some()).count();
    let is_told = !published && options.columns.is_empty() && hidden > 0;
    let hidden = is_told.then(|| m::HIDDEN_COLUMNS.count(lang, hidden, &[]));
    HeaderPlan {
        shown: sheet.chosen(&options.columns).into_iter().map(heading).collect(),
        all: sheet.fields().into_iter().map(heading).collect(),
        total,
        caption: caption.count(lang, total, &[]),
        order: listed(std::iter::once(order).chain(hidden), SEMICOLON, lang),
    }
}

fn order_text(
    engine: &mut Engine,
    sheet: &Sheet,
    sort: Option<&SortKey>,
    published: bool,
) -> String {
    let lang = sheet.lang;
    let sorted = sort.and_then(|key| Some((key, sheet.field(&key.column)?)));
    let Some((key, field)) = sorted else {
        let message = if published { m::UNSORTED } else { m::UNSORTED_ROWS };
        return message.get(lang).to_owned();
    };
    let message = if key.descending { m::DESCENDING } else { m::ASCENDING };
    let text = message.fill(lang, &[("column", &sheet.name(&field))]);
    let kinds = sheet.table.by_role(Role::Kind).filter(|_| field.is_amount());
    match kinds {
        Some(kinds) if distinct(engine, &kinds.key) > 1 => {
            m::KINDS_APART.fill(lang, &[("order", &text)])
        }
        _ => text,
    }
}

/// The rows at places `range` of the table's order.
#[must_use]
pub fn page(
    engine: &mut Engine,
    figures: Rows<&Dataset>,
    options: &TableOptions,
    lang: Lang,
    range: Range<usize>,
) -> Page {
    let table = engine.table().clone();
    let sheet = Sheet::new(figures, &table, lang);
    let fields = sheet.chosen(&options.columns);
    let rows = order(engine, &sheet, options.sort.as_ref(), range);
    let total = engine.matching();
    let sheet = sheet.knowing(engine);
    let cells = |&row: &usize| fields.iter().map(|field| sheet.cell(row, field)).collect();
    Page {
        total,
        keys: rows.iter().map(|&r| table.key(r).unwrap_or_default().into_owned()).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}

/// The rows at places `range` as they are to leave the page for people: their numbers, and their values in the columns
/// shown and those each row is traced by.
#[must_use]
pub fn export(
    engine: &mut Engine,
    figures: Rows<&Dataset>,
    options: &TableOptions,
    lang: Lang,
    range: Range<usize>,
) -> (Vec<usize>, ValueTable) {
    let rows = rows(engine, figures, options, range);
    let sheet = Sheet::new(figures, engine.table(), lang);
    let values = sheet.export(&sheet.taken_away(&options.columns), &rows);
    (rows, values)
}

/// The rows at places `range`, by their numbers.
#[must_use]
pub fn rows(
    engine: &mut Engine,
    figures: Rows<&Dataset>,
    options: &TableOptions,
    range: Range<usize>,
) -> Vec<usize> {
    let table = engine.table().clone();
    let sheet = Sheet::new(figures, &table, Lang::default());
    order(engine, &sheet, options.sort.as_ref(), range)
}

/// Rows at places of the order asked for.
fn order(
    engine: &mut Engine,
    sheet: &Sheet,
    sort: Option<&SortKey>,
    range: Range<usize>,
) -> Vec<usize> {
    let extra = sort.and_then(|key| match sheet.field(&key.column)?.origin {
        Origin::Extra(extra) => Some((extra, key.descending)),
        Origin::Own(..) => None,
    });
    let total = engine.matching();
    let range = range.start.min(total)..range.end.min(total);
    match (extra, &sheet.table.keys) {
        (None, _) => engine.page(sort, range),
        // Numbered rows are in the order of their numbers already.
        (Some((Extra::Id, false)), Keys::Numbered) => engine.page(None, range),
        (Some((Extra::Id, true)), Keys::Numbered) => {
            let mut rows = engine.page(None, total - range.end..total - range.start);
            rows.reverse();
            rows
        }
        // What only published figures have; of these a table never has many.
        (Some(_), _) => sheet.order(engine.rows(), sort).drain(range).collect(),
    }
}

/// Where the row of a key stands in the table's order; `None` where it is not among the rows.
#[must_use]
pub fn place(
    engine: &mut Engine,
    figures: Rows<&Dataset>,
    options: &TableOptions,
    key: &str,
) -> Option<usize> {
    let table = engine.table().clone();
    let row = table.row(key)?;
    if !engine.rows().contains(row) {
        return None;
    }
    let sheet = Sheet::new(figures, &table, Lang::default());
    let sort = options.sort.as_ref();
    let own = sort.and_then(|key| RowOrder::new(&table, key));
    if own.is_none() && sort.is_some_and(|key| sheet.field(&key.column).is_some()) {
        let total = engine.matching();
        return order(engine, &sheet, sort, 0..total).iter().position(|&r| r == row);
    }
    let rows = engine.rows();
    Some(match own {
        Some(own) => own.place(rows, row),
        None => rows.iter().take_while(|&other| other < row).count(),
    })
}
