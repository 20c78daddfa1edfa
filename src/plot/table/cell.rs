//! What a cell says.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Extra, Field, Origin, Sheet};
use crate::column::{Column, Data, Entry, Role};
use crate::i18n::catalog::detail;
use crate::model::{Interval, Observation};
use crate::plot::span_text;
use crate::words::{FigureText, base_amount, entry_name, figure, observation_name, period_text};

/// What a cell says, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
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
    /// How far a thing has come, drawn as fill.
    Stage {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
}

impl Cell {
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
            Self::Topic { name, .. } | Self::Stage { name, .. } => name.clone(),
        }
    }
}

/// What a row is ordered by in a column that the table itself does not carry: cells of one kind by value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rank {
    pub(super) blank: bool,
    pub(super) kind: usize,
    pub(super) value: (Decimal, String),
}

impl Sheet<'_> {
    /// What a row says in a column.
    #[must_use]
    pub fn cell(&self, row: usize, field: &Field) -> Cell {
        match field.origin {
            Origin::Own(at, _) => {
                self.table.columns.get(at).map_or(Cell::Blank, |column| self.own(row, column))
            }
            Origin::Extra(Extra::Id) => Cell::of(self.table.key(row).unwrap_or_default()),
            Origin::Extra(extra) => {
                self.observation(row).map_or(Cell::Blank, |o| self.extra(o, extra))
            }
        }
    }

    fn own(&self, row: usize, column: &Column) -> Cell {
        // The published figure says it better: at its own precision, with its qualifier and what divides it.
        let is_first = self.table.by_role(column.role).is_some_and(|c| c.key == column.key);
        if let Some(o) = self.observation(row).filter(|_| is_first) {
            match column.role {
                Role::Series => return Cell::of(observation_name(self.data, o, self.lang)),
                Role::Time => return Cell::of(period_text(o, self.lang)),
                Role::Measure => return Cell::Figure(figure(self.data, o, self.lang)),
                _ => {}
            }
        }
        match &column.data {
            Data::Category(category) => {
                let entry = category.code(row).and_then(|code| category.dictionary.get(code));
                entry.map_or(Cell::Blank, |entry| self.entry(column, entry))
            }
            Data::Time(time) => match (time.first(row), time.last(row)) {
                (Some(first), Some(last)) => Cell::of(span_text((first, last), self.lang)),
                _ => Cell::Blank,
            },
            Data::Measure(figures) => figures
                .exact(row)
                .map_or(Cell::Blank, |value| Cell::Figure(FigureText::bare(value))),
        }
    }

    fn entry(&self, column: &Column, entry: &Entry) -> Cell {
        let name = entry_name(&column.key, entry, self.lang);
        match (column.role, entry.hue) {
            (Role::Topic, Some(hue)) => Cell::Topic { id: entry.id.clone(), hue, name },
            (Role::Stage, _) => Cell::Stage { id: entry.id.clone(), name },
            _ => Cell::of(name),
        }
    }

    fn extra(&self, o: &Observation, extra: Extra) -> Cell {
        let shown = || figure(self.data, o, self.lang);
        let bound = |value: Option<Decimal>| {
            value.map_or(Cell::Blank, |_| {
                // A bound is the published number itself, so that its qualifier would say it twice.
                let mut text = shown();
                text.qualifier.clear();
                Cell::Figure(text)
            })
        };
        match extra {
            Extra::Base => Cell::Figure(base_amount(self.data, o, self.lang).unwrap_or_else(shown)),
            Extra::Printed if o.locator.printed.is_empty() => Cell::Blank,
            Extra::Printed => Cell::Quote(o.locator.printed.clone()),
            Extra::Note => Cell::of(o.note.get(self.lang)),
            Extra::Lower => bound(bounds(o).0),
            Extra::Upper => bound(bounds(o).1),
            Extra::Unit => Cell::of(self.data.units[o.unit].name.get(self.lang)),
            Extra::Locator if o.locator.end == 0 => Cell::Blank,
            Extra::Locator => {
                let (start, end) = ((o.locator.start + 1).to_string(), o.locator.end.to_string());
                Cell::of(detail::LOCATOR.fill(self.lang, &[("start", &start), ("end", &end)]))
            }
            Extra::Id => Cell::of(o.id.as_str()),
        }
    }

    /// What a row is ordered by in a column of published figures.
    pub(super) fn rank(&self, row: usize, extra: Extra) -> Rank {
        let Some(o) = self.observation(row) else {
            let key = self.table.key(row).filter(|_| extra == Extra::Id);
            return Rank {
                blank: key.is_none(),
                value: (Decimal::ZERO, key.unwrap_or_default().into_owned()),
                kind: 0,
            };
        };
        let unit = &self.data.units[o.unit];
        let text =
            |text: String| Rank { blank: text.is_empty(), value: (Decimal::ZERO, text), kind: 0 };
        let amount = |is_there: bool| Rank {
            blank: !is_there,
            kind: unit.base.index(),
            value: (o.base_value(unit).unwrap_or(o.quantity.value), String::new()),
        };
        match extra {
            Extra::Base => amount(true),
            Extra::Lower => amount(bounds(o).0.is_some()),
            Extra::Upper => amount(bounds(o).1.is_some()),
            // By release, then as it runs.
            Extra::Locator => Rank {
                blank: o.locator.end == 0,
                kind: o.source.index(),
                value: (Decimal::from(o.locator.start), String::new()),
            },
            Extra::Id => text(o.id.clone()),
            Extra::Printed | Extra::Note | Extra::Unit => text(self.extra(o, extra).text()),
        }
    }
}

/// Least and greatest value as far as they are known: nothing limits "about 17" on either side.
pub(super) fn bounds(o: &Observation) -> (Option<Decimal>, Option<Decimal>) {
    let Interval { low, high, soft } = o.quantity.interval();
    if soft && low == high { (None, None) } else { (low, high) }
}
