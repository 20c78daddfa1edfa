//! Tables that are no published figures, of invented numbers.

use minsheng_explorer::base::date::{PartialDate, day_number};
use minsheng_explorer::base::lang::Bilingual;
use minsheng_explorer::column::{
    Bitmap, Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Keys, Numbers,
    Periods, Role, Table,
};

/// Numbers that look random and always are the same (xorshift).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: u64) -> u64 {
        (self.next() >> 11) % n
    }

    /// A number from 0 to 1.
    pub(super) fn part(&mut self) -> f64 {
        self.below(1 << 32) as f64 / (1_u64 << 32) as f64
    }
}

pub(super) fn category(key: &str, role: Role, names: &[String], codes: &[Option<u32>]) -> Column {
    let mut dictionary = Dictionary::default();
    for name in names {
        let name = Bilingual::same(name);
        dictionary.intern(Entry { id: name.en.clone(), name, parent: None, hue: None });
    }
    let codes = Codes::pack(codes.iter().copied(), dictionary.len());
    named(key, role, Data::Category(Category { codes, dictionary }))
}

pub(super) fn years(key: &str, rows: &[Option<i32>]) -> Column {
    let span = |year: i32| {
        let year = PartialDate::Year(year);
        DaySpan { first: year.first_day(), last: year.last_day(), as_of: false }
    };
    let spans: Vec<_> = rows.iter().map(|year| year.map(span)).collect();
    named(key, Role::Time, Data::Time(Periods::new(&spans)))
}

/// `additive`: `false` for rates, none of which may be added up.
pub(super) fn numbers(key: &str, rows: &[Option<f64>], additive: bool) -> Column {
    let values = Numbers::from_options(rows.iter().copied());
    let additive = (!additive).then(|| Bitmap::none(rows.len()));
    named(key, Role::Measure, Data::Measure(Figures { values, additive, part_of: None }))
}

fn named(key: &str, role: Role, data: Data) -> Column {
    Column { name: Bilingual::same(key), ..Column::new(key, role, data) }
}

pub(super) fn table(len: usize, columns: Vec<Column>) -> Table {
    Table { len, columns, keys: Keys::Numbered }
}

/// 40 countries of 5 continents every five years from 1960 to 2005: life expectancy grows with income, both with time;
/// the last country has no income in the last period.
pub(super) fn world() -> Table {
    let mut dice = Dice::new(7);
    let continents = ["Ostern", "Western", "Norden", "Süden", "Mitte"].map(str::to_owned);
    let countries: Vec<String> = (1..=40).map(|n| format!("Land {n}")).collect();
    let (mut country, mut continent, mut year) = (Vec::new(), Vec::new(), Vec::new());
    let (mut life, mut population, mut income) = (Vec::new(), Vec::new(), Vec::new());
    for land in 0..40_u32 {
        let size = 10_f64.powf(5.0 + 4.0 * dice.part());
        let wealth = 10_f64.powf(2.5 + 1.5 * dice.part());
        for step in 0..10 {
            let income_now = wealth * 1.1_f64.powi(step);
            country.push(Some(land));
            continent.push(Some(land % 5));
            year.push(Some(1960 + 5 * step));
            population.push(Some((size * 1.05_f64.powi(step)).round()));
            income.push((land < 39 || step < 9).then(|| income_now.round()));
            life.push(Some((20.0 + 12.0 * income_now.log10()).round()));
        }
    }
    table(
        400,
        vec![
            category("country", Role::Area, &countries, &country),
            category("continent", Role::Topic, &continents, &continent),
            years("year", &year),
            numbers("lifeExp", &life, false),
            numbers("pop", &population, true),
            numbers("gdpPercap", &income, false),
        ],
    )
}

/// Rows of an indicator each, as published in long form: two indicators with unlike meanings.
pub(super) fn long() -> Table {
    let mut dice = Dice::new(3);
    let places: Vec<String> = (1..=6).map(|n| format!("县{n}")).collect();
    let indicators = ["学校", "病床"].map(str::to_owned);
    let (mut place, mut indicator, mut year, mut value) = (vec![], vec![], vec![], vec![]);
    for row in 0..60_u32 {
        place.push(Some(row % 6));
        indicator.push(Some(row / 6 % 2));
        year.push(Some(2015 + i32::try_from(row / 12).unwrap()));
        value.push(Some(dice.below(1000) as f64));
    }
    table(
        60,
        vec![
            category("地区", Role::Area, &places, &place),
            category("指标", Role::Series, &indicators, &indicator),
            years("年份", &year),
            numbers("数值", &value, true),
        ],
    )
}

/// Nothing but numbers.
pub(super) fn only_numbers(len: usize) -> Table {
    let mut dice = Dice::new(11);
    let a: Vec<_> = (0..len).map(|_| Some(dice.part() * 10.0)).collect();
    let b: Vec<_> = a.iter().map(|a| a.map(|a| 3.0 * a + dice.part())).collect();
    table(len, vec![numbers("a", &a, true), numbers("b", &b, true)])
}

/// Nothing but categories, some rows without a value.
pub(super) fn only_categories() -> Table {
    let names = |n: u32| (0..n).map(|n| format!("v{n}")).collect::<Vec<_>>();
    let code = |n: u32, of: u32| (!n.is_multiple_of(11)).then_some(n % of);
    let a: Vec<_> = (0..100).map(|n| code(n, 4)).collect();
    let b: Vec<_> = (0..100).map(|n| code(n * 7, 3)).collect();
    table(
        100,
        vec![
            category("sort", Role::Category, &names(4), &a),
            category("field", Role::Topic, &names(3), &b),
        ],
    )
}

/// `len` rows of the world's columns without a single value.
pub(super) fn all_null(len: usize) -> Table {
    let none: Vec<Option<u32>> = vec![None; len];
    table(
        len,
        vec![
            category("country", Role::Area, &["x".to_owned()], &none),
            category("continent", Role::Topic, &["y".to_owned()], &none),
            years("year", &vec![None; len]),
            numbers("lifeExp", &vec![None; len], false),
            numbers("pop", &vec![None; len], true),
        ],
    )
}

/// Many random rows: 300 places in 12 fields, 30 years, two measures.
pub(super) fn large(len: usize) -> Table {
    let mut dice = Dice::new(42);
    let names = |n: u32, what: &str| (0..n).map(|n| format!("{what} {n}")).collect::<Vec<_>>();
    let mut codes = |of: u64| -> Vec<Option<u32>> {
        (0..len)
            .map(|_| u32::try_from(dice.below(of + 1)).ok().filter(|&c| u64::from(c) < of))
            .collect()
    };
    let (place, field, kind) = (codes(300), codes(12), codes(4));
    let year: Vec<_> =
        codes(30).iter().map(|c| c.map(|c| 1990 + i32::try_from(c).unwrap())).collect();
    let mut dice = Dice::new(43);
    let amount: Vec<_> = (0..len).map(|_| Some((10.0 * dice.part()).exp())).collect();
    let rate: Vec<_> = (0..len).map(|_| Some(dice.part() * 100.0).filter(|r| *r > 3.0)).collect();
    table(
        len,
        vec![
            category("place", Role::Area, &names(300, "place"), &place),
            category("field", Role::Topic, &names(12, "field"), &field),
            category("sort", Role::Category, &names(4, "sort"), &kind),
            years("year", &year),
            numbers("amount", &amount, true),
            numbers("rate", &rate, false),
        ],
    )
}

pub(super) fn day(year: i32, month: u8, day: u8) -> i32 {
    day_number(year, month, day).unwrap()
}
