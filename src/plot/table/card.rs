//! A row as a card, for windows too narrow for columns: what it is, then where, when and how far, as much of it as there is
//! room for, and its figure.

use super::{CellContent, Field, Origin};
use crate::base::unit_name::{unit_of_name, without_unit};
use crate::chart::TextSize;
use crate::chart::measure::{cut_between_words, paragraph, strong_width, width};
use crate::column::{Role, is_code};
use crate::plot::measure::is_nameless;
use crate::words::FigureText;

/// What parts the words of the last line.
const BETWEEN: &str = " · ";
/// What lies between the last line and the figure at least, in px.
const GAP: f64 = 12.0;

/// A row as a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What the row is called.
    pub name: String,
    /// Its figure.
    pub figure: Option<FigureText>,
    /// What else its shown columns say, the foremost first.
    pub beside: Vec<String>,
    /// How many of these are where, when and how far: without them no figure stands.
    pub needed: usize,
}

/// The card's lines for a width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardLines {
    /// The name with its breaks of lines, cut between words where it is longer than the card.
    pub name: String,
    /// The line of the figure: whole values, as many as fit beside it.
    pub beside: String,
    /// Where, when and how far, as far as they had no room there, with breaks of lines; mostly empty.
    pub below: String,
}

impl Card {
    /// The card of a row with these shown columns, each with its name. It is called by its series, else by the first column
    /// that holds neither a number nor a code; its figure is the measure, else the first number, with the unit that the row
    /// gives beside it or the column's name behind it. Numbers say what they are where the card is not called by that.
    #[must_use]
    pub fn new(fields: &[(Field, String)], cells: &[CellContent]) -> Self {
        let (fields, names): (Vec<&Field>, Vec<&String>) =
            fields.iter().map(|(field, name)| (field, name)).unzip();
        let place =
            |is_wanted: &dyn Fn(&Field) -> bool| fields.iter().position(|field| is_wanted(field));
        let is = |role: Role| move |field: &Field| field.role() == Some(role);
        let figure = place(&is(Role::Measure)).or_else(|| place(&Field::is_amount));
        let unit = place(&is(Role::Kind)).filter(|_| figure.is_some());
        let text = |at: usize| cells.get(at).map(CellContent::text).unwrap_or_default();
        let is_named = |at: &usize| !fields[*at].is_amount() && !is_code(&text(*at));
        let title = place(&is(Role::Series))
            .or_else(|| (0..fields.len()).find(is_named))
            .or_else(|| place(&|field| !field.is_amount()));
        let mut shown = figure.and_then(|at| match cells.get(at)? {
            CellContent::Figure(figure) => Some(figure.clone()),
            _ => None,
        });
        let unit = unit.filter(|_| shown.as_ref().is_some_and(|figure| figure.unit.is_empty()));
        let of_name = figure.and_then(|at| unit_of_name(names[at]));
        let own = unit.map(text).or_else(|| of_name.map(str::to_owned));
        if let Some(own) = own {
            shown = shown.map(|it| if it.unit.is_empty() { it.in_unit(own) } else { it });
        }
        let taken = [figure, title, unit];
        let rest = |is_wanted: &dyn Fn(&Field) -> bool| -> Vec<usize> {
            let all = fields.iter().enumerate();
            all.filter(|(at, field)| !taken.contains(&Some(*at)) && is_wanted(field))
                .map(|(at, _)| at)
                .collect()
        };
        let foremost = [Role::Area, Role::Time, Role::Stage];
        let is_foremost = |field: &Field| field.role().is_some_and(|role| foremost.contains(&role));
        // What the release prints says the figure once more.
        let is_more =
            |field: &Field| !is_foremost(field) && !matches!(field.origin, Origin::Extra(_));
        let order: Vec<usize> = foremost.iter().flat_map(|role| rest(&is(*role))).collect();
        let told = |at: usize| match text(at) {
            value if value.is_empty() || !fields[at].is_amount() => value,
            value => format!("{} {value}", names[at]),
        };
        let texts = |order: Vec<usize>| order.into_iter().map(told).filter(|text| !text.is_empty());
        // No head of a column stands over a card: a figure whose row is called by a place says what it is.
        let is_told = place(&is(Role::Series)).is_some() || shown.is_none();
        let what = figure.filter(|&at| !is_told && !is_nameless(names[at]));
        let what = what.map(|at| without_unit(names[at]).to_owned());
        let mut beside: Vec<String> = what.into_iter().chain(texts(order)).collect();
        let needed = beside.len();
        beside.extend(texts(rest(&is_more)));
        Self { name: title.map(text).unwrap_or_default(), figure: shown, beside, needed }
    }

    /// The lines that fit a card this wide in px, with at most `most` lines for the name: one of 16 px, or several of 14 px.
    /// Where, when and how far take lines of their own where they have no room beside the figure; other values that do not
    /// fit are left out; the first of a line is cut between words where not even it does.
    #[must_use]
    pub fn lines(&self, room: f64, most: u8) -> CardLines {
        let figure = self
            .figure
            .as_ref()
            .map_or(0.0, |figure| strong_width(&figure.to_string(), TextSize::Lead) + GAP);
        // What has a line below is not cut beside the figure.
        let is_needed = self.needed > 0;
        let (beside, mut told) = filled(&self.beside, room - figure, !is_needed);
        let mut below = Vec::new();
        while told < self.needed {
            let value = &self.beside[told];
            if width(value, TextSize::Body) > room {
                below.extend(paragraph(value, TextSize::Body, room));
                told += 1;
                continue;
            }
            let (line, more) = filled(&self.beside[told..self.needed], room, false);
            told += more.max(1);
            below.push(line);
        }
        let below = below.join("\n");
        let name = match most {
            0 | 1 => cut_between_words(&self.name, TextSize::Lead, room),
            _ => broken(&self.name, room, most.into()),
        };
        CardLines { name, beside, below }
    }

    /// The whole card in words, for those who hear it.
    #[must_use]
    pub fn spoken(&self) -> String {
        let figure = self.figure.as_ref().map(ToString::to_string);
        let beside = self.beside.iter().cloned();
        let parts: Vec<String> =
            std::iter::once(self.name.clone()).chain(figure).chain(beside).collect();
        parts.join(BETWEEN)
    }
}

/// As many whole values as a line has room for, and how many they are; of none that fits the first, if it may be cut
/// between words.
fn filled(values: &[String], room: f64, may_cut: bool) -> (String, usize) {
    let mut line = String::new();
    for (told, text) in values.iter().enumerate() {
        let longer = match line.as_str() {
            "" if may_cut => cut_between_words(text, TextSize::Body, room),
            "" => text.clone(),
            line => format!("{line}{BETWEEN}{text}"),
        };
        if width(&longer, TextSize::Body) > room {
            return (line, told);
        }
        line = longer;
    }
    (line, values.len())
}

/// A name on so many lines; what the last has no room for is cut between words.
fn broken(name: &str, room: f64, most: usize) -> String {
    let mut lines = paragraph(name, TextSize::Body, room);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(cut_between_words(&rest, TextSize::Body, room));
    }
    lines.join("\n")
}
