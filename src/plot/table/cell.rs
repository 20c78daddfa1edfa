//! What a cell says.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde::{Deserialize, Serialize};

use super::{Extra, Field, Figure, Origin, Sheet};
use crate::column::{Category, Column, Data, Entry, Keys, Meaning, Role};
use crate::i18n::catalog::words::PARENTHESIS;
use crate::i18n::catalog::{chart, detail, table as m};
use crate::model::{Interval, Observation};
use crate::plot::told_span;
use crate::words::{FigureText, base_amount, entry_name, figure, observation_name, period_text};

/// What a cell says, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellContent {
    /// Nothing.
    #[default]
    Blank,
    /// Words.
    Text(String),
    /// Words of the release, in Chinese whatever the reader's language.
    Quote(String),
    /// A number with its unit.
    Figure(FigureText),
    /// A value with a colour and a sign of its own.
    Topic {
        /// Its id.
        id: String,
        /// Its colour's number.
        hue: u8,
        /// Its name.
        name: String,
    },
    /// A value that stands for others of its column.
    Total {
        /// Its name.
        name: String,
        /// What it is, for who wonders why it looks otherwise.
        note: String,
    },
    /// How far a thing has come, drawn as fill.
    Stage {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
}

impl CellContent {
    fn of(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// The cell as one line of text.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Quote(text) => text.clone(),
            Self::Figure(figure) => figure.to_string(),
            Self::Topic { name, .. } | Self::Total { name, .. } | Self::Stage { name, .. } => {
                name.clone()
            }
        }
    }
}

/// What a row is ordered by in a column that the table itself does not carry: its kind, then a number and a text, of
/// which a column has one or the other. `None` where it has no value.
pub(super) type Rank = Option<(u32, (Decimal, String))>;

impl Sheet<'_> {
    /// What a row says in a column.
    #[must_use]
    pub fn cell(&self, row: usize, field: &Field) -> CellContent {
        match field.origin {
            Origin::Own(at, _) => self
                .table
                .columns
                .get(at)
                .map_or(CellContent::Blank, |column| self.own(row, column)),
            Origin::Extra(Extra::Id) => CellContent::of(self.table.key(row).unwrap_or_default()),
            Origin::Extra(extra) => {
                self.figure(row).map_or(CellContent::Blank, |figure| self.extra(figure, extra))
            }
        }
    }

    fn own(&self, row: usize, column: &Column) -> CellContent {
        // The published figure says it better: at its own precision, with its qualifier and what divides it.
        let is_first = self.table.by_role(column.role).is_some_and(|c| c.key == column.key);
        if let Some((data, o)) = self.figure(row).filter(|_| is_first) {
            match column.role {
                Role::Series => return CellContent::of(observation_name(data, o, self.lang)),
                Role::Time => return CellContent::of(period_text(o, self.lang)),
                Role::Measure => return CellContent::Figure(figure(data, o, self.lang)),
                _ => {}
            }
        }
        match &column.data {
            Data::Category(category) => {
                let entry = category.code(row).and_then(|code| category.dictionary.get(code));
                entry.map_or(CellContent::Blank, |entry| self.entry(column, category, entry))
            }
            Data::Time(time) => match (time.first(row), time.last(row)) {
                (Some(first), Some(last)) => {
                    CellContent::of(told_span((first, last), time, self.lang))
                }
                _ => CellContent::Blank,
            },
            Data::Measure(figures) => figures.exact(row).map_or(CellContent::Blank, |value| {
                let bare = FigureText::bare(value);
                CellContent::Figure(match self.meaning(row, column) {
                    Some(meaning @ Meaning { range: Some((low, high)), .. }) => {
                        let ends = [low, high].map(|end| {
                            let end = Decimal::from_f64(end).map(FigureText::bare);
                            end.unwrap_or_default().to_string()
                        });
                        let values = [("low", ends[0].as_str()), ("high", &ends[1])];
                        let range = chart::BETWEEN.fill(self.lang, &values);
                        let is_middle = figures.float(row).is_some_and(|v| meaning.is_middle(v));
                        FigureText::of(match is_middle {
                            true => range,
                            false => PARENTHESIS
                                .fill(self.lang, &[("a", &bare.to_string()), ("b", &range)]),
                        })
                    }
                    Some(meaning) => bare.qualified(meaning.qualifier, self.lang),
                    None => bare,
                })
            }),
        }
    }

    /// How the figure of a row is meant, where the column beside it says so.
    fn meaning(&self, row: usize, column: &Column) -> Option<Meaning> {
        let marks = self.table.marks_of(&column.key)?;
        let Data::Category(category) = &marks.data else { return None };
        Some(Meaning::of(&category.entry(row)?.id))
    }

    fn entry(&self, column: &Column, category: &Category, entry: &Entry) -> CellContent {
        let name = entry_name(&column.key, entry, self.lang);
        if self.is_total(column, category, entry) {
            let code = category.dictionary.code(&entry.id);
            let total = code.and_then(|code| category.dictionary.total(code));
            let is_part = total.is_some_and(|total| total.is_part());
            let note = if is_part { m::IS_A_PART } else { m::IS_A_TOTAL };
            return CellContent::Total { name, note: note.get(self.lang).to_owned() };
        }
        match (column.role, entry.hue) {
            (Role::Topic, Some(hue)) => CellContent::Topic { id: entry.id.clone(), hue, name },
            (Role::Stage, _) => CellContent::Stage { id: entry.id.clone(), name },
            _ => CellContent::of(name),
        }
    }

    /// Whether a value stands for others of its column.
    fn is_total(&self, column: &Column, category: &Category, entry: &Entry) -> bool {
        let dictionary = &category.dictionary;
        match self.engine.filter(|engine| engine.has_totals()) {
            Some(engine) => {
                dictionary.code(&entry.id).is_some_and(|code| engine.is_total(&column.key, code))
            }
            None => {
                !dictionary.totals().is_empty()
                    && dictionary.code(&entry.id).and_then(|code| dictionary.total(code)).is_some()
            }
        }
    }

    fn extra(&self, (data, o): Figure, extra: Extra) -> CellContent {
        let shown = || figure(data, o, self.lang);
        let bound = |value: Option<Decimal>| {
            value.map_or(CellContent::Blank, |_| {
                // A bound is the published number itself, so that its qualifier would say it twice.
                let mut text = shown();
                text.qualifier.clear();
                CellContent::Figure(text)
            })
        };
        match extra {
            Extra::Base => {
                CellContent::Figure(base_amount(data, o, self.lang).unwrap_or_else(shown))
            }
            Extra::Printed if o.locator.printed.is_empty() => CellContent::Blank,
            Extra::Printed => CellContent::Quote(o.locator.printed.clone()),
            Extra::Note => CellContent::of(o.note.get(self.lang)),
            Extra::Lower => bound(bounds(o).0),
            Extra::Upper => bound(bounds(o).1),
            Extra::Unit => CellContent::of(data.units[o.unit].name.get(self.lang)),
            Extra::Locator if o.locator.end == 0 => CellContent::Blank,
            Extra::Locator => {
                let (start, end) = ((o.locator.start + 1).to_string(), o.locator.end.to_string());
                CellContent::of(
                    detail::LOCATOR.fill(self.lang, &[("start", &start), ("end", &end)]),
                )
            }
            Extra::Id => CellContent::of(o.id.as_str()),
        }
    }

    /// What a row is ordered by in a column of published figures.
    pub(super) fn rank(&self, row: usize, extra: Extra) -> Rank {
        let number = |kind: usize, number: Decimal| Some((kind as u32, (number, String::new())));
        let text = |text: String| (!text.is_empty()).then_some((0, (Decimal::ZERO, text)));
        let Some((data, o)) = self.figure(row) else {
            return match &self.table.keys {
                _ if extra != Extra::Id => None,
                Keys::Given(keys) => Some((0, (Decimal::ZERO, keys.get(row)?.clone()))),
                Keys::Numbered => number(0, row.into()),
            };
        };
        let unit = &data.units[o.unit];
        let amount = || number(unit.base.index(), o.base_value(unit).unwrap_or(o.quantity.value));
        match extra {
            Extra::Base => amount(),
            Extra::Lower => bounds(o).0.and_then(|_| amount()),
            Extra::Upper => bounds(o).1.and_then(|_| amount()),
            Extra::Locator if o.locator.end == 0 => None,
            // By release, then as it runs.
            Extra::Locator => number(o.source.index(), o.locator.start.into()),
            Extra::Id => text(o.id.clone()),
            Extra::Printed | Extra::Note | Extra::Unit => text(self.extra((data, o), extra).text()),
        }
    }
}

/// Least and greatest value as far as they are known: nothing limits "about 17" on either side.
pub(super) fn bounds(o: &Observation) -> (Option<Decimal>, Option<Decimal>) {
    let Interval { low, high, soft } = o.quantity.interval();
    if soft && low == high { (None, None) } else { (low, high) }
}
