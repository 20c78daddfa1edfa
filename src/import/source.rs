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
}

/// How a reader, or whoever opens a table for one, wants a file read. What is empty is told from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The encoding of its text, by a WHATWG label.
    pub encoding: Option<String>,
    /// The table of it, by the name that is offered.
    pub table: Option<String>,
    /// The reader's language: `zh` or `en`.
    pub lang: String,
}

impl Choices {
    /// What a link keeps of them, beside [`super::Arrangement::text`]; empty where nothing was chosen.
    #[must_use]
    pub fn text(&self) -> String {
        let encoding = self.encoding.iter().map(|label| format!("encoding.{}", escaped(label)));
        let table = self.table.iter().map(|name| format!("sheet.{}", escaped(name)));
        encoding.chain(table).collect::<Vec<_>>().join(";")
    }

    /// From a text that has [`Self::text`] among its parts.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let said = |word: &str| {
            let parts = text.split(';').filter_map(|part| part.split_once('.'));
            let mut own = parts.filter(|(own, rest)| *own == word && !rest.is_empty());
            own.next().map(|(_, rest)| unescaped(rest))
        };
        Self { encoding: said("encoding"), table: said("sheet"), lang: String::new() }
    }
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
            lang: String::new(),
        };
        assert_eq!(Choices::of_text(&chosen.text()), chosen);
        let both = format!("long;{}", chosen.text());
        assert_eq!(Choices::of_text(&both), chosen);
        assert!(Arrangement::of_text(&both).long && Arrangement::of_text(&both).uses.is_empty());
        assert_eq!(Choices::of_text("long"), Choices::default());
    }
}
