//! How a table lay in its file, and what a reader wants otherwise: told beside the table, and kept in its link.

use serde::{Deserialize, Serialize};

use super::form::{DayOrder, DecimalSign, Pairs, TimeForm};
use super::kind::Kind;
use crate::base::vocabulary::vocabulary;
use crate::column::Role;

/// What a reader wants otherwise than it would be read. The default wants nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// Columns stay as they stand, though they are periods or places.
    pub long: bool,
    /// Rows above the header, and rows of the header.
    pub header: Option<(usize, usize)>,
    /// Rows that look like notes are rows.
    pub keep_notes: bool,
    /// The year of months that stand without one.
    pub year: Option<i32>,
    /// Columns that are read and used otherwise, by their keys; each once.
    pub uses: Vec<(String, Use)>,
    /// Columns of numbers that have another sign before their decimals, by their keys; each once.
    pub signs: Vec<(String, DecimalSign)>,
    /// Columns whose periods are written otherwise, by their keys; each once.
    pub times: Vec<(String, TimeWay)>,
    /// Units that the file does not tell, by the keys of their columns; each once, empty where there is none.
    pub units: Vec<(String, String)>,
    /// Texts that say that there is no value, by the keys of their columns.
    pub missing: Vec<(String, String)>,
    /// Values by the keys of their columns, and whether each is the total of others; each once.
    pub totals: Vec<(String, String, bool)>,
}

impl Arrangement {
    /// Whether both want the rows to lie alike, so that they differ in their columns alone.
    #[must_use]
    pub fn lies_like(&self, other: &Self) -> bool {
        let lies = |wanted: &Self| (wanted.long, wanted.header, wanted.keep_notes, wanted.year);
        lies(self) == lies(other) && self.missing == other.missing
    }

    /// The same, with the periods of one column read in another way.
    #[must_use]
    pub fn with_time(&self, key: &str, way: TimeWay) -> Self {
        let mut changed = self.clone();
        set(&mut changed.times, key, way);
        changed
    }

    /// The same, with a unit that the reader gives a column.
    #[must_use]
    pub fn with_unit(&self, key: &str, unit: &str) -> Self {
        let mut changed = self.clone();
        set(&mut changed.units, key, unit.to_owned());
        changed
    }

    /// The same, with these texts, and no others, saying that a column has no value.
    #[must_use]
    pub fn with_missing(&self, key: &str, texts: &[String]) -> Self {
        let mut changed = self.clone();
        changed.missing.retain(|(other, _)| other != key);
        let said = texts.iter().filter(|text| !text.is_empty());
        changed.missing.extend(said.map(|text| (key.to_owned(), text.clone())));
        changed
    }

    /// The same, with a value that is, or is not, the total of others.
    #[must_use]
    pub fn with_total(&self, key: &str, value: &str, is_total: bool) -> Self {
        let mut changed = self.clone();
        changed
            .totals
            .retain(|(column, other, _)| (column.as_str(), other.as_str()) != (key, value));
        changed.totals.push((key.to_owned(), value.to_owned(), is_total));
        changed
    }

    /// The same, with one column used otherwise.
    #[must_use]
    pub fn with_use(&self, key: &str, as_what: Use) -> Self {
        let mut changed = self.clone();
        set(&mut changed.uses, key, as_what);
        changed
    }

    /// The same, with one column's decimals behind another sign.
    #[must_use]
    pub fn with_decimal(&self, key: &str, sign: DecimalSign) -> Self {
        let mut changed = self.clone();
        set(&mut changed.signs, key, sign);
        changed
    }

    /// As a text for links: empty where nothing is wanted. Parts end in `;`, columns are escaped.
    #[must_use]
    pub fn text(&self) -> String {
        let mut parts = Vec::new();
        if self.long {
            parts.push("long".to_owned());
        }
        if let Some((above, rows)) = self.header {
            parts.push(format!("head.{above}.{rows}"));
        }
        if self.keep_notes {
            parts.push("rows".to_owned());
        }
        parts.extend(self.year.map(|year| format!("year.{year}")));
        let used = |(key, as_what): &(String, Use)| format!("{}.{}", as_what.id(), escaped(key));
        parts.extend(self.uses.iter().map(used));
        let signed = |(key, sign): &(String, DecimalSign)| {
            let word = SIGNS.iter().find(|(_, other)| other == sign).map_or("", |(word, _)| *word);
            format!("{word}.{}", escaped(key))
        };
        parts.extend(self.signs.iter().map(signed));
        parts.extend(self.times.iter().map(|(key, way)| format!("{}.{}", way.id(), escaped(key))));
        parts.extend(self.units.iter().map(|(key, unit)| pair("in", key, unit)));
        parts.extend(self.missing.iter().map(|(key, text)| pair("none", key, text)));
        let total = |(key, value, is_total): &(String, String, bool)| {
            pair(if *is_total { "total" } else { "part" }, key, value)
        };
        parts.extend(self.totals.iter().map(total));
        parts.join(";")
    }

    /// From [`Self::text`]; what cannot be read is left out.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut wanted = Self::default();
        for part in text.split(';') {
            let (word, rest) = part.split_once('.').unwrap_or((part, ""));
            match word {
                "long" => wanted.long = true,
                "rows" => wanted.keep_notes = true,
                "head" => {
                    let rows = rest.split_once('.').map(|(a, b)| (a.parse(), b.parse()));
                    if let Some((Ok(above), Ok(rows))) = rows {
                        wanted.header = Some((above, rows));
                    }
                }
                "year" => wanted.year = rest.parse().ok().filter(|year| YEARS.contains(year)),
                _ if rest.is_empty() => {}
                "in" | "none" | "total" | "part" => wanted.read_pair(word, rest),
                word => {
                    if let Some((_, sign)) = SIGNS.iter().find(|(other, _)| *other == word) {
                        wanted.signs.push((unescaped(rest), *sign));
                    } else if let Some(way) = TimeWay::from_id(word) {
                        wanted.times.push((unescaped(rest), way));
                    } else if let Some(as_what) = Use::from_id(word) {
                        wanted.uses.push((unescaped(rest), as_what));
                    }
                }
            }
        }
        wanted
    }

    /// A column and what is said of it, from a part of a link.
    fn read_pair(&mut self, word: &str, rest: &str) {
        let Some((key, value)) = rest.split_once(PAIRED) else { return };
        let (key, value) = (unescaped(key), unescaped(value));
        if key.is_empty() {
            return;
        }
        match word {
            "in" => self.units.push((key, value)),
            "none" => self.missing.push((key, value)),
            _ => self.totals.push((key, value, word == "total")),
        }
    }
}

/// Years that tables are of.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2999;

/// Says of a column, by its key, something in place of what was said before.
fn set<T>(list: &mut Vec<(String, T)>, key: &str, said: T) {
    list.retain(|(other, _)| other != key);
    list.push((key.to_owned(), said));
}

/// What parts a column from what is said of it: no escaped text has it.
const PAIRED: &str = "!2";

fn pair(word: &str, key: &str, value: &str) -> String {
    format!("{word}.{}{PAIRED}{}", escaped(key), escaped(value))
}

/// Words of links for the signs before decimals.
const SIGNS: [(&str, DecimalSign); 2] =
    [("point", DecimalSign::Point), ("comma", DecimalSign::Comma)];

/// A text without `;`, which ends a part.
pub(super) fn escaped(text: &str) -> String {
    text.replace('!', "!0").replace(';', "!1")
}

pub(super) fn unescaped(text: &str) -> String {
    text.replace("!1", ";").replace("!0", "!")
}

vocabulary! {
    /// How the periods of a column are read, as a reader chooses it.
    TimeWay {
        /// `1/2/2020` is 2 January.
        MonthFirst = "mdy",
        /// `1/2/2020` is 1 February.
        DayFirst = "dmy",
        /// `2005-06` is June 2005.
        Month = "month",
        /// `2005-06` is a fiscal year.
        Fiscal = "fiscal",
        /// `2003-05` is three years.
        Years = "years",
        /// `2020-01-01` is that day, and not the month or the year that begins with it.
        Dates = "dates",
    }
}

impl TimeWay {
    /// The form of a column's periods, read in this way.
    #[must_use]
    pub const fn apply(self, form: TimeForm) -> TimeForm {
        match self {
            Self::MonthFirst => TimeForm { order: DayOrder::MonthFirst, ..form },
            Self::DayFirst => TimeForm { order: DayOrder::DayFirst, ..form },
            Self::Month => TimeForm { pairs: Pairs::Month, ..form },
            Self::Fiscal => TimeForm { pairs: Pairs::Fiscal, ..form },
            Self::Years => TimeForm { pairs: Pairs::Years, ..form },
            Self::Dates => TimeForm { lone: 0, ..form },
        }
    }
}

vocabulary! {
    /// What a column is read as and used for, as a reader chooses it.
    Use {
        /// Reference area.
        Area = "area",
        /// The field that a row belongs to.
        Topic = "topic",
        /// What is measured.
        Series = "series",
        /// Unit of measure.
        Unit = "unit",
        /// Any other category.
        Category = "category",
        /// Free text.
        Text = "text",
        /// Time.
        Time = "time",
        /// A number.
        Number = "number",
        /// A number that is to be reached.
        Target = "target",
        /// How much of that is done.
        Done = "done",
        /// An end of the interval that the number beside it lies in.
        Ends = "ends",
        /// Ids of rows.
        Key = "key",
        /// Left out.
        Skip = "skip",
    }
}

impl Use {
    /// What the cells are read as, and what the column is for.
    #[must_use]
    pub const fn parts(self) -> (Kind, Role) {
        match self {
            Self::Area => (Kind::Category, Role::Area),
            Self::Topic => (Kind::Category, Role::Topic),
            Self::Series => (Kind::Category, Role::Series),
            Self::Unit => (Kind::Category, Role::Kind),
            Self::Category => (Kind::Category, Role::Category),
            Self::Text => (Kind::Category, Role::Text),
            Self::Time => (Kind::Time, Role::Time),
            Self::Number => (Kind::Number, Role::Measure),
            Self::Target => (Kind::Number, Role::Target),
            Self::Done => (Kind::Number, Role::Done),
            Self::Ends => (Kind::Number, Role::Qualifier),
            Self::Key => (Kind::Key, Role::Text),
            Self::Skip => (Kind::Skip, Role::Text),
        }
    }

    /// What a column is read as and used for.
    #[must_use]
    pub const fn of(kind: Kind, role: Role) -> Self {
        match (kind, role) {
            (Kind::Key, _) => Self::Key,
            (Kind::Time, _) => Self::Time,
            (Kind::Number, Role::Target) => Self::Target,
            (Kind::Number, Role::Done) => Self::Done,
            (Kind::Number, Role::Qualifier) => Self::Ends,
            (Kind::Number, _) => Self::Number,
            (Kind::Skip, _) => Self::Skip,
            (Kind::Category, Role::Area) => Self::Area,
            (Kind::Category, Role::Topic) => Self::Topic,
            (Kind::Category, Role::Series) => Self::Series,
            (Kind::Category, Role::Kind) => Self::Unit,
            (Kind::Category, Role::Text) => Self::Text,
            (Kind::Category, _) => Self::Category,
        }
    }
}

/// How a table lay in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// Rows above the header.
    pub above: usize,
    /// Rows of the header.
    pub header: usize,
    /// Rows of codes or units between header and figures.
    pub under: usize,
    /// What the lines above call the table.
    pub title: Option<String>,
    /// The unit of measure that a line above gives to all figures.
    pub unit: Option<String>,
    /// What a line above says that is measured.
    pub measure: Option<String>,
    /// One column that is spread over many, where there is one.
    pub wide: Option<Wide>,
    /// Columns that together tell the time of the rows, where there are such.
    pub together: Option<Together>,
    /// Where the year comes from of months that stand without one, where there are such.
    pub year: Option<OwnYear>,
    /// Whether the table was turned, where its records lie across.
    pub turned: Option<bool>,
    /// Columns whose labels are written once for several rows, where there are such.
    pub groups: Option<Together>,
    /// Columns that say by which power of ten the figures are to be multiplied, where there are such.
    pub scaled: Option<Together>,
    /// The column that says which rows are estimates, and which their ends, margins and errors, where there is one.
    pub statistics: Option<Together>,
}

/// Columns of which more was made than each says alone: one of years, months and days; blanks below a label; figures that
/// are counted in thousands; rows of what is known of the estimates in others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Together {
    /// Their names.
    pub columns: Vec<String>,
    /// Whether that was done.
    pub used: bool,
}

/// Where the year of months comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum YearFrom {
    /// Nobody says which it is: the months are no times.
    #[default]
    Nowhere,
    /// A line above the table names it, and no other.
    Above,
    /// The file's name does.
    FileName,
    /// The name of the sheet does.
    Sheet,
    /// The reader said so.
    Reader,
}

/// The year of months that stand without one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnYear {
    /// Where it comes from.
    pub from: YearFrom,
    /// Which it is; nought where nobody says.
    pub year: i32,
}

/// What stands across the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Across {
    /// Periods of time.
    #[default]
    Time,
    /// Reference areas.
    Area,
}

/// A column that is spread over many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wide {
    /// What they are.
    pub across: Across,
    /// The first and the last of them, as they stand.
    pub ends: (String, String),
    /// How many there are.
    pub labels: usize,
    /// How many columns beside them say how a figure is meant, or its unit.
    pub marks: usize,
    /// Names of columns that have one figure a row of the file, and the label of the period that it stands with.
    pub last: Option<(Vec<String>, String)>,
    /// Whether rows were made of them.
    pub used: bool,
}

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// The table.
    Table,
    /// The column of this name.
    Column(String),
}

/// What a file says beside its table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its line in the file.
    pub line: usize,
    /// What it is about.
    pub about: About,
    /// What it says.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_comes_back_from_a_link() {
        let mut wanted = Arrangement {
            long: true,
            header: Some((2, 3)),
            keep_notes: true,
            year: Some(2019),
            ..Arrangement::default()
        };
        wanted = wanted
            .with_use("产值; in.2020!", Use::Area)
            .with_use("a.b", Use::Skip)
            .with_use("a.b", Use::Time);
        wanted = wanted
            .with_decimal("x", DecimalSign::Comma)
            .with_time("日期", TimeWay::DayFirst)
            .with_unit("a!2;b", "元/人")
            .with_unit("a!2;b", "万元; 现价!")
            .with_missing("x", &["-9".to_owned(), ";".to_owned(), String::new()])
            .with_total("地区", "三市!合计", true)
            .with_total("地区", "全省", false);
        assert_eq!((wanted.uses.len(), wanted.units.len(), wanted.missing.len()), (2, 1, 2));
        assert_eq!(Arrangement::of_text(&wanted.text()), wanted);
        assert_eq!(Arrangement::default().text(), "");
        assert_eq!(
            Arrangement::of_text("long;huh;head.x;area.;in.x;none.!2;year.x;year.99999"),
            Arrangement { long: true, ..Arrangement::default() }
        );
    }
}
