//! Random tables, of every width of code, and random clauses about them.

use minsheng_explorer::base::lang::Bilingual;
use minsheng_explorer::column::{
    Bitmap, Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Floats, Keys,
    Numbers, Periods, Role, Table,
};
use minsheng_explorer::query::{BinScale, Clause, Filter};
use proptest::prelude::*;

/// Keys of the coded columns of a random table.
pub(super) const CODED: &[&str] = &["place", "field", "unit", "series", "void", "time", "printed"];

/// Keys of its measures.
pub(super) const MEASURES: &[&str] = &["value", "people"];

/// Numbers that look random and are the same for a seed (Marsaglia's xorshift).
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// One of `0..n`, the lower ones more often.
    pub(super) fn roll(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let (a, b) = ((self.0 >> 33) as usize % n, (self.0 >> 11) as usize % n);
        if self.0 & 1 == 0 { a } else { a.min(b) }
    }

    pub(super) fn one_in(&mut self, n: usize) -> bool {
        self.roll(n) == n - 1
    }
}

const SYLLABLES: &[&str] = &["ding", "he", "School", "north", "XIAN", "ji"];

pub(super) fn dictionary(values: usize, tree: bool, dice: &mut Dice) -> Dictionary {
    let mut dictionary = Dictionary::default();
    for n in 0..values {
        let name = format!("{}{}", SYLLABLES[dice.roll(6)], SYLLABLES[dice.roll(6)]);
        let parent = (tree && n > 0 && !dice.one_in(3)).then(|| dice.roll(n) as u32);
        let name = Bilingual::same(&name);
        dictionary.intern(Entry { id: format!("v{n}"), name, parent, hue: None });
    }
    dictionary
}

pub(super) fn category(
    len: usize,
    dictionary: Dictionary,
    gaps: bool,
    dice: &mut Dice,
) -> Category {
    let values = dictionary.len();
    let mut code = || (values > 0 && !(gaps && dice.one_in(6))).then(|| dice.roll(values) as u32);
    let codes: Vec<_> = (0..len).map(|_| code()).collect();
    Category { codes: Codes::pack(codes, values), dictionary }
}

/// A table of `len` rows. `parts`: its figures have parts and wholes.
pub(super) fn table(len: usize, parts: bool, seed: u64) -> Table {
    let mut dice = Dice::new(seed);
    let dice = &mut dice;
    let mut of = |values: usize, tree: bool, gaps: bool| {
        let dictionary = dictionary(values, tree, dice);
        Data::Category(category(len, dictionary, gaps, dice))
    };
    let mut columns = vec![
        Column::new("place", Role::Area, of(300, true, false)).searched(),
        Column::new("field", Role::Topic, of(9, false, true)).searched(),
        Column::new("unit", Role::Category, of(4, true, true)),
        Column::new("series", Role::Series, of(40, false, false)),
        Column::new("void", Role::Category, of(0, false, true)),
        Column::new("printed", Role::Text, of(700, false, true)).searched(),
    ];
    let span = |n: usize| {
        let first = 10_000 + 365 * (n as i32 / 2);
        DaySpan { first, last: first + 364, as_of: n % 2 == 1 }
    };
    let spans: Vec<_> = (0..len).map(|_| (!dice.one_in(9)).then(|| span(dice.roll(40)))).collect();
    columns.push(Column::new("time", Role::Time, Data::Time(Periods::new(&spans))));
    let value = |dice: &mut Dice| match dice.roll(8) {
        0 => None,
        1 => Some(-(dice.roll(50) as f64)),
        2 => Some(10_f64.powi(dice.roll(9) as i32)),
        _ => Some(dice.roll(1_000_000) as f64 / 8.0),
    };
    let values: Vec<_> = (0..len).map(|_| value(dice)).collect();
    let whole =
        |row: usize, dice: &mut Dice| (row > 0 && dice.one_in(3)).then(|| dice.roll(row) as u32);
    let value = Figures {
        values: Numbers::from_options(values),
        additive: dice.one_in(2).then(|| Bitmap::from_fn(len, |row| row % 5 != 3)),
        part_of: parts.then(|| (0..len).map(|row| whole(row, dice)).collect()),
    };
    columns.push(Column::new("value", Role::Measure, Data::Measure(value)));
    let people = (0..len).map(|_| dice.roll(900) as f32 / 4.0).collect();
    let people = Figures { values: Numbers::new(Floats::F32(people)), ..Figures::default() };
    columns.push(Column::new("people", Role::Measure, Data::Measure(people)));
    Table { len, columns, keys: Keys::Numbered }
}

/// Numbers of rows: none, one, some, more than a block, more than a stretch of blocks.
pub(super) fn lengths() -> impl Strategy<Value = usize> {
    prop_oneof![1 => Just(0), 1 => Just(1), 6 => 2..200_usize, 2 => 2_000..6_000_usize]
}

/// A change of the clauses in force.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Set(&'static str, Clause),
    Clear(&'static str),
    Bin(&'static str, BinScale, usize),
    Replace(Filter),
}

fn clause() -> impl Strategy<Value = (&'static str, Clause)> {
    let ids = || proptest::collection::btree_set((0..12_usize).prop_map(|n| format!("v{n}")), 0..5);
    let day = || proptest::option::of(9_800..18_000_i32);
    let number = || prop_oneof![-100.0..2e5_f64, Just(f64::INFINITY), Just(f64::NEG_INFINITY)];
    let words = prop_oneof![
        Just("ding"),
        Just("SCHOOL"),
        Just("north he"),
        Just("zzz"),
        Just(" "),
        Just("ji xian he")
    ];
    let coded = proptest::sample::select(CODED);
    let measure = proptest::sample::select(MEASURES);
    let any = proptest::sample::select(&["place", "time", "value", "nowhere", "unit"][..]);
    prop_oneof![
        4 => (coded.clone(), ids()).prop_map(|(c, ids)| (c, Clause::AnyOf(ids))),
        2 => (day(), day()).prop_map(|(from, to)| ("time", Clause::During(from, to))),
        2 => words.prop_map(|w| (Filter::TEXT, Clause::Text(w.to_owned()))),
        2 => (measure.clone(), number(), number()).prop_map(|(m, a, b)| (m, Clause::Between(a, b))),
        3 => (coded, 0..30_u32, 0..60_u32).prop_map(|(c, lo, more)| (c, Clause::Codes(lo, lo + more))),
        2 => (measure, 0..8_u32, 0..8_u32).prop_map(|(m, lo, hi)| (m, Clause::Codes(lo, hi))),
        // Of a kind that does not suit the column, or about none.
        1 => (any.clone(), day(), day()).prop_map(|(c, from, to)| (c, Clause::During(from, to))),
        1 => (any, ids()).prop_map(|(c, ids)| (c, Clause::AnyOf(ids))),
    ]
}

pub(super) fn filter() -> impl Strategy<Value = Filter> {
    proptest::collection::vec(clause(), 0..5).prop_map(|clauses| {
        let mut filter = Filter::default();
        for (column, clause) in clauses {
            filter.set(column, clause);
        }
        filter
    })
}

pub(super) fn change() -> impl Strategy<Value = Change> {
    let column = proptest::sample::select(&["place", "field", "time", "value", "q", "unit"][..]);
    let scale = prop_oneof![Just(BinScale::Linear), Just(BinScale::Log)];
    let measure = proptest::sample::select(MEASURES);
    prop_oneof![
        6 => clause().prop_map(|(c, clause)| Change::Set(c, clause)),
        2 => column.prop_map(Change::Clear),
        1 => (measure, scale, 1..60_usize).prop_map(|(m, scale, n)| Change::Bin(m, scale, n)),
        1 => filter().prop_map(Change::Replace),
    ]
}
