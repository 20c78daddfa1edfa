//! What a file turned out to be, told to the reader beside the table: its format, how its text was read, and what else
//! it holds.

use serde::{Deserialize, Serialize};

use super::arrangement::{escaped, unescaped};

/// A table of a file that holds several: a sheet, a part of one, a file in a zip file, a table of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// What it is called, which [`super::Options::table`] takes.
    pub name: String,
    /// Rows below its header; `None` where nobody has counted them.
    pub rows: Option<usize>,
}

/// What a file has beside the cells of its table that whoever reads it should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// Files beside the tables that are none: their names, the first few, and how many there are.
    NoTables(Vec<String>, usize),
    /// Rows and columns that the workbook hides, which are read.
    Hidden {
        /// Rows.
        rows: usize,
        /// Columns.
        columns: usize,
    },
    /// Sheets that the workbook hides, which are left out.
    HiddenSheets(Vec<String>),
    /// Cells with a formula whose result the file does not have.
    NoResults(usize),
    /// Figures that the workbook shows without their last digits.
    ThousandsLeftOut {
        /// By which power of ten they are shown smaller than they are.
        power: i32,
        /// Whether they are taken as they are shown, since a heading says so, and not in full.
        as_shown: bool,
    },
}

/// Names that a remark tells.
const NAMES: usize = 6;

impl Remark {
    /// That files are no tables; `None` where there are none.
    pub fn no_tables<'n>(names: impl Iterator<Item = &'n str>) -> Option<Self> {
        let names: Vec<&str> = names.collect();
        let first = names.iter().take(NAMES).map(|name| (*name).to_owned()).collect();
        (!names.is_empty()).then_some(Self::NoTables(first, names.len()))
    }
}

/// How a file was read. What is empty is not known, or does not apply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// What people call its format: `CSV`, `Excel`, `JSON-stat`.
    pub format: String,
    /// The encoding of its text, by its WHATWG name.
    pub encoding: Option<String>,
    /// Whether the encoding is a guess: neither a mark, nor the bytes by themselves, nor the reader tells it.
    pub guessed: bool,
    /// What stands between cells.
    pub separator: Option<char>,
    /// The table that is read, where the file holds several.
    pub table: Option<String>,
    /// All tables in the file's order, the one that is read among them; none where there is only one.
    pub tables: Vec<Offered>,
    /// Files that can be joined to what is shown, or are.
    pub joins: Vec<JoinOffer>,
    /// What else there is to know of the file.
    pub remarks: Vec<Remark>,
}

impl Told {
    /// Tells the tables of the one that was to be read, which turned out to be several, of which one is shown.
    #[cfg(feature = "import-all")]
    pub(super) fn add_tables(&mut self, shown: String, tables: Vec<Offered>) {
        let at = self.tables.iter().position(|own| Some(&own.name) == self.table.as_ref());
        match at {
            Some(at) => drop(self.tables.splice(at..=at, tables)),
            None => self.tables = tables,
        }
        self.table = Some(shown);
    }
}

/// How a reader, or whoever opens a table for one, wants a file read. What is empty is told from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The encoding of its text, by a WHATWG label.
    pub encoding: Option<String>,
    /// The table of it, by the name that is offered.
    pub table: Option<String>,
    /// What stands between the cells of its text.
    pub separator: Option<char>,
    /// How other files are joined to the first ones, where that is wanted.
    pub join: Option<JoinWanted>,
    /// The reader's language: `zh` or `en`.
    pub lang: String,
}

impl Choices {
    /// What a link keeps of them, beside [`super::Arrangement::text`]; empty where nothing was chosen.
    #[must_use]
    pub fn text(&self) -> String {
        let encoding = self.encoding.iter().map(|label| format!("encoding.{}", escaped(label)));
        let table = self.table.iter().map(|name| format!("sheet.{}", escaped(name)));
        let separator = self.separator.iter().map(|c| format!("between.{}", u32::from(*c)));
        let join = self.join.iter().map(JoinWanted::text);
        encoding.chain(table).chain(separator).chain(join).collect::<Vec<_>>().join(";")
    }

    /// From a text that has [`Self::text`] among its parts.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let said = |word: &str| {
            let parts = text.split(';').filter_map(|part| part.split_once('.'));
            let mut own = parts.filter(|(own, rest)| *own == word && !rest.is_empty());
            own.next().map(|(_, rest)| unescaped(rest))
        };
        let separator = said("between").and_then(|code| code.parse().ok().and_then(char::from_u32));
        Self {
            encoding: said("encoding"),
            table: said("sheet"),
            separator: separator.filter(char::is_ascii),
            join: said("join").and_then(|text| JoinWanted::of_text(&text)),
            lang: String::new(),
        }
    }
}

/// By what a file is joined to the first ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinWanted {
    /// The file's name.
    pub file: String,
    /// Keys of the columns whose values are the same, of the first ones and of the file.
    pub columns: (String, String),
    /// Those of their times, where both have one.
    pub times: Option<(String, String)>,
    /// Whether only rows stay that both have.
    #[serde(default)]
    pub is_inner: bool,
}

/// What stands between the parts of a join in a link: no escaped text has it.
const BETWEEN: &str = "!3";
/// The last part of a join of which only rows stay that both have.
const INNER: &str = "both";

impl JoinWanted {
    /// For links.
    fn text(&self) -> String {
        let times = self.times.iter().flat_map(|(a, b)| [a, b]);
        let parts = [&self.file, &self.columns.0, &self.columns.1].into_iter().chain(times);
        // Escaped twice: once for its parts, and once as a part of the link.
        let mut parts: Vec<String> = parts.map(|part| escaped(part)).collect();
        // An odd part behind the pairs.
        parts.extend(self.is_inner.then(|| INNER.to_owned()));
        format!("join.{}", escaped(&parts.join(BETWEEN)))
    }

    /// From what [`Self::text`] gives behind its word, escaped once.
    fn of_text(text: &str) -> Option<Self> {
        let parts: Vec<String> = text.split(BETWEEN).map(unescaped).collect();
        let (file, left, right, rest) = match parts.as_slice() {
            [file, left, right, rest @ ..] => (file.clone(), left.clone(), right.clone(), rest),
            _ => return None,
        };
        let times = match rest {
            [left, right, ..] => Some((left.clone(), right.clone())),
            _ => None,
        };
        let is_inner = rest.len() % 2 == 1 && rest.last().is_some_and(|last| last == INNER);
        Some(Self { file, columns: (left, right), times, is_inner })
    }
}

/// What a file shares with the first ones, by which it can be joined to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct JoinOffer {
    /// By what.
    pub by: JoinWanted,
    /// Rows of the first ones.
    pub rows: usize,
    /// How many of them find a row of the file.
    pub matched: usize,
    /// Values of the first ones that the file does not have, the first few, and how many there are.
    pub only_first: (Vec<String>, usize),
    /// Values of the file that the first ones do not have, likewise.
    pub only_file: (Vec<String>, usize),
    /// Values that are the same though they are written otherwise, of the first ones and of the file: the first few, and
    /// how many there are.
    pub otherwise: (Vec<(String, String)>, usize),
    /// Rows of the file that share their values with another of it, for which no row can be chosen: then it is not joined.
    pub doubles: usize,
    /// Names of the columns that would come.
    pub columns: Vec<String>,
    /// Whether it is joined.
    pub is_joined: bool,
}

/// The encodings that a reader is offered where one had to be guessed, by their WHATWG names.
pub const ENCODINGS: [&str; 15] = [
    "UTF-8",
    "GB18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1256",
    "windows-874",
    "UTF-16LE",
    "UTF-16BE",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Arrangement;

    #[test]
    fn what_was_chosen_comes_back_from_a_link() {
        let chosen = Choices {
            encoding: Some("Shift_JIS".into()),
            table: Some("表 1; a.b".into()),
            separator: Some(';'),
            join: Some(JoinWanted {
                file: "人口;.csv".into(),
                columns: ("地区!".into(), "code;".into()),
                times: Some(("年份".into(), "year".into())),
                is_inner: false,
            }),
            lang: String::new(),
        };
        assert_eq!(Choices::of_text(&chosen.text()), chosen);
        for (times, is_inner) in
            [(None, true), (Some(("a".to_owned(), "both".to_owned())), true), (None, false)]
        {
            let join = chosen.join.clone().map(|join| JoinWanted { times, is_inner, ..join });
            let chosen = Choices { join, ..chosen.clone() };
            assert_eq!(Choices::of_text(&chosen.text()), chosen);
        }
        let both = format!("long;{}", chosen.text());
        assert_eq!(Choices::of_text(&both), chosen);
        assert!(Arrangement::of_text(&both).long && Arrangement::of_text(&both).uses.is_empty());
        assert_eq!(Choices::of_text("long"), Choices::default());
    }
}
