//! How the cells of one column are written: decided once for the column, never by a single cell, and open to change.

use serde::{Deserialize, Serialize};

/// How sure a decision is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sure {
    /// Nothing speaks for it but that it is usual.
    #[default]
    Guessed,
    /// Something around the column speaks for it.
    Likely,
    /// Cells of the column allow nothing else.
    Certain,
}

/// Why a decision was made as it was; the page has words for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// It is what is usual.
    #[default]
    Usual,
    /// Cells of the column can be read in no other way.
    Cells,
    /// Another column of the table is written so.
    Neighbours,
    /// The byte between cells is one that goes with it.
    Separator,
    /// The column's name says so.
    Name,
    /// The values follow each other so.
    Order,
    /// Most of the values are names that are known.
    Known,
    /// The numbers are written as ids are.
    Digits,
    /// The file itself says so: a mark, a description, the words of its format.
    File,
    /// A line above the table says so.
    Above,
    /// The bytes are text in this encoding, and in few others.
    Bytes,
    /// It comes first, or lies where it usually does.
    Place,
    /// The numbers add up to it.
    Sums,
    /// The codes of others begin with its own.
    Codes,
    /// The rows below it lie a level deeper.
    Levels,
    /// It lies in another value, which has more in it than is told.
    Within,
    /// Some of the cells are numbers with units, and too many are not.
    Units,
    /// Another column has units of its own, which are others.
    OtherUnits,
    /// The reader said so.
    Reader,
}

/// How sure a decision is, and what speaks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// How sure it is.
    pub sure: Sure,
    /// What speaks for it.
    pub why: Why,
}

impl Basis {
    /// The reader said so.
    pub const READER: Self = Self::new(Sure::Certain, Why::Reader);

    /// How sure, and why.
    #[must_use]
    pub const fn new(sure: Sure, why: Why) -> Self {
        Self { sure, why }
    }
}

/// The sign before the decimals of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DecimalSign {
    /// `1,234.5`.
    #[default]
    Point,
    /// `1.234,5`.
    Comma,
}

/// How a column writes its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberForm {
    /// The sign before the decimals; the other one stands between thousands.
    pub decimal: DecimalSign,
    /// How sure that is.
    pub sure: Sure,
    /// What speaks for it.
    pub why: Why,
}

/// What `2005-06` and `2005/06` say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Pairs {
    /// A year and a month.
    #[default]
    Month,
    /// A year that begins in 2005 and ends in 2006.
    Fiscal,
    /// The calendar years from 2005 to 2006.
    Years,
}

/// What `1/2/2020` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayOrder {
    /// 2 January.
    #[default]
    MonthFirst,
    /// 1 February.
    DayFirst,
}

/// How a column writes its periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeForm {
    /// A year with two digits more.
    pub pairs: Pairs,
    /// Days in figures with the year last.
    pub order: DayOrder,
    /// The month (1–12) in which fiscal years begin.
    pub begins: u8,
    /// Whether whole numbers count days since 1900, as spreadsheets do.
    pub serial: bool,
    /// How many digits whole numbers have that count seconds, or thousandths or millionths of them, since 1970 (10, 13, 16);
    /// nought where none do.
    #[serde(default)]
    pub epoch: u8,
    /// Whether two digits behind a year are a week.
    #[serde(default)]
    pub weeks: bool,
    /// How many months (1, 3, 12) a first or a last day of a month stands for; nought where it is a day.
    #[serde(default)]
    pub lone: u8,
    /// Whether bare years are those of the Republic of China: 109 is 2020.
    pub minguo: bool,
    /// How sure that is.
    pub sure: Sure,
    /// What speaks for it.
    pub why: Why,
}

impl Default for TimeForm {
    fn default() -> Self {
        Self {
            pairs: Pairs::default(),
            order: DayOrder::default(),
            begins: FISCAL_BEGINS,
            serial: false,
            epoch: 0,
            weeks: false,
            lone: 0,
            minguo: false,
            sure: Sure::default(),
            why: Why::default(),
        }
    }
}

/// The month in which a fiscal year begins where nothing says otherwise.
pub(super) const FISCAL_BEGINS: u8 = 4;
