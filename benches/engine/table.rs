//! The national table: places, years, fields, indicators, stages, units and a log-normal value.

use std::sync::Arc;

use minsheng_explorer::base::lang::Bilingual;
use minsheng_explorer::column::{
    Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Floats, Keys, Numbers,
    Periods, Role, Table,
};
use minsheng_explorer::query::{BinScale, Engine};

/// The linked views.
pub(crate) const VIEWS: [&str; 7] =
    ["place", "year", "domain", "indicator", "stage", "unit", "value"];

/// Numbers of codes of the views.
pub(crate) const SIZES: [usize; 7] = [2_844, 30, 10, 200, 4, 8, 50];

/// Changes of filters: codes from one to another, or no filter.
pub(crate) const CHANGES: [(&str, Option<(u32, u32)>); 16] = [
    ("domain", Some((0, 2))),
    ("stage", Some((1, 2))),
    ("year", Some((10, 24))),
    ("indicator", Some((0, 66))),
    ("domain", Some((4, 6))),
    ("place", Some((400, 806))),
    ("value", Some((20, 34))),
    ("stage", None),
    ("domain", None),
    ("unit", Some((1, 3))),
    ("place", Some((0, 1_421))),
    ("indicator", None),
    ("value", None),
    ("year", None),
    ("place", None),
    ("unit", None),
];

/// Marsaglia's xorshift.
pub(crate) struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (((self.0 >> 32) * n as u64) >> 32) as u32
    }

    fn even(&mut self) -> f64 {
        (f64::from(self.roll(1 << 30)) + 0.5) / f64::from(1 << 30)
    }
}

/// A table of so many rows.
pub(crate) fn table(rows: usize) -> Table {
    let mut dice = Dice(20_241_031);
    let roles = [Role::Area, Role::Time, Role::Topic, Role::Series, Role::Stage, Role::Category];
    let mut columns = Vec::new();
    for ((key, values), role) in VIEWS.iter().zip(SIZES).zip(roles) {
        let codes = Codes::pack((0..rows).map(|_| Some(dice.roll(values))), values);
        let data = if role == Role::Time {
            let span = |n: i32| DaySpan { first: n * 365, last: n * 365 + 364, as_of: false };
            Data::Time(
                Periods::from_codes(codes, (25..25 + values as i32).map(span).collect()).unwrap(),
            )
        } else {
            let mut dictionary = Dictionary::default();
            for n in 0..values {
                let letter = |n: usize| char::from(b'a' + (n % 20) as u8);
                let name = format!("{}{}{}{n}", letter(n), letter(n / 20), letter(n / 400));
                let name = Bilingual::same(&name);
                dictionary.intern(Entry { id: format!("{key}{n}"), name, parent: None, hue: None });
            }
            Data::Category(Category { codes, dictionary })
        };
        let column = Column::new(key, role, data);
        columns.push(if role == Role::Area { column.searched() } else { column });
    }
    let mut value = || {
        let spread = (-2.0 * dice.even().ln()).sqrt() * (std::f64::consts::TAU * dice.even()).cos();
        ((4.6 + 1.6 * spread).exp() * 100.0).round() / 100.0
    };
    let values = (0..rows).map(|_| value().clamp(0.01, 2e6)).collect();
    let figures = Figures { values: Numbers::new(Floats::F64(values)), ..Figures::default() };
    columns.push(Column::new("value", Role::Measure, Data::Measure(figures)));
    Table { len: rows, columns, keys: Keys::Numbered }
}

/// An engine over the table, its value in fifty bins of the logarithm.
pub(crate) fn engine(table: &Arc<Table>) -> Engine {
    let mut engine = Engine::new(table.clone());
    engine.bin_between("value", BinScale::Log, 50, (0.0095, 2.1e6)).unwrap();
    engine
}
