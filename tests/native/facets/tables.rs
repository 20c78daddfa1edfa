//! Random tables and filters.

use minsheng_explorer::base::date::Day;
use minsheng_explorer::base::lang::Bilingual;
use minsheng_explorer::column::{
    Bitmap, Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Keys, Numbers,
    Periods, Role, Table,
};
use minsheng_explorer::query::{Clause, Filter};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Keys of the columns; a table lacks the last one, and sometimes those of time and measure.
pub(super) const COLUMNS: &[&str] = &["area", "topic", "kind", "flat", "time", "value", "nowhere"];

const ROLES: [Role; 4] = [Role::Area, Role::Topic, Role::Kind, Role::Category];

/// Longest dictionary; filters also ask for ids beyond it.
const VALUES: usize = 7;

const WORDS: &[&str] = &["低保", "标准", "school", "近17亿元", "etdz", "a"];

/// Entry `n` of a dictionary, whose parent, where it has one, stands before it; or, reversed, after it.
fn dictionary(parents: &[Option<Index>], reversed: bool) -> Dictionary {
    let len = parents.len();
    let code = |n: usize| if reversed { len - 1 - n } else { n };
    let mut dictionary = Dictionary::default();
    for n in 0..len {
        dictionary.intern(Entry {
            id: format!("v{n}"),
            name: Bilingual::default(),
            parent: None,
            hue: None,
        });
    }
    for (n, parent) in parents.iter().enumerate().skip(1) {
        if let Some(parent) = parent {
            let parent = code(parent.index(n));
            dictionary.set_parent(number(code(n)), number(parent));
        }
    }
    dictionary
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn category(len: usize) -> impl Strategy<Value = Category> {
    let parents = vec(option::of(any::<Index>()), 0..=VALUES);
    let codes = vec(option::weighted(0.85, any::<Index>()), len);
    (parents, any::<bool>(), codes).prop_map(|(parents, reversed, codes)| {
        let dictionary = dictionary(&parents, reversed);
        let code = |at: Option<Index>| match at {
            Some(at) if !dictionary.is_empty() => Some(number(at.index(dictionary.len()))),
            _ => None,
        };
        let codes = Codes::pack(codes.into_iter().map(code), dictionary.len());
        Category { codes, dictionary }
    })
}

fn periods(len: usize) -> impl Strategy<Value = Periods> {
    let span = (9_000..20_000_i32, prop_oneof![Just(0), 0..4_000_i32], any::<bool>())
        .prop_map(|(first, days, as_of)| DaySpan { first, last: first + days, as_of });
    vec(option::weighted(0.9, span), len).prop_map(|rows| Periods::new(&rows))
}

fn figures(len: usize) -> impl Strategy<Value = Figures> {
    let row =
        (-100_000..10_000_000_i64, 0..4_u32, prop::bool::weighted(0.8), option::of(any::<Index>()));
    (vec(row, len), any::<bool>()).prop_map(move |(rows, reversed)| {
        // The whole stands before its part, or after it.
        let whole = |n: usize| {
            let before = if reversed { len - 1 - n } else { n };
            let whole = rows[n].3.filter(|_| before > 0)?.index(before);
            Some(number(if reversed { len - 1 - whole } else { whole }))
        };
        Figures {
            values: Numbers::from_options(
                rows.iter().map(|r| Decimal::new(r.0, r.1).to_f64().filter(|_| r.0 % 13 != 0)),
            ),
            additive: Some(Bitmap::from_fn(len, |row| rows[row].2)),
            part_of: Some((0..len).map(whole).collect()),
        }
    })
}

/// One text a row, which search reads.
fn text(rows: &[Vec<&str>]) -> Column {
    let mut dictionary = Dictionary::default();
    let mut code = |words: &Vec<&str>| {
        let text = words.join(" ");
        let name = Bilingual::same(&text);
        Some(dictionary.intern(Entry { id: text, name, parent: None, hue: None }))
    };
    let codes: Vec<_> = rows.iter().map(&mut code).collect();
    let codes = Codes::pack(codes, dictionary.len());
    Column::new("printed", Role::Text, Data::Category(Category { codes, dictionary })).searched()
}

/// A table of no row, one row, some, or more than a word of a bitmap has.
pub(super) fn table() -> impl Strategy<Value = Table> {
    let len = prop_oneof![1 => Just(0), 1 => Just(1), 6 => 2..40_usize, 2 => 60..140_usize];
    len.prop_flat_map(|len| {
        (
            vec(category(len), ROLES.len()),
            option::weighted(0.9, periods(len)),
            option::weighted(0.9, figures(len)),
            vec(vec(select(WORDS), 0..3), len),
        )
    })
    .prop_map(|(categories, periods, figures, texts)| {
        let categories = COLUMNS.iter().zip(ROLES).zip(categories);
        let mut columns: Vec<Column> = categories
            .map(|((key, role), category)| Column::new(key, role, Data::Category(category)))
            .collect();
        columns.extend(periods.map(|p| Column::new("time", Role::Time, Data::Time(p))));
        columns.extend(figures.map(|f| Column::new("value", Role::Measure, Data::Measure(f))));
        columns.push(text(&texts));
        let keys = Keys::Given((0..texts.len()).map(|row| format!("r{row}")).collect());
        Table { len: texts.len(), columns, keys }
    })
}

fn clause() -> impl Strategy<Value = Clause> {
    let id = (0..VALUES + 2).prop_map(|n| format!("v{n}"));
    let day = || option::of(8_000..25_000_i32);
    prop_oneof![
        3 => btree_set(id, 1..4).prop_map(Clause::AnyOf),
        1 => (day(), day()).prop_map(|(from, to)| Clause::During(from, to)),
    ]
}

/// Clauses about any of the columns, of the right sort or not, and sometimes text.
pub(super) fn filter() -> impl Strategy<Value = Filter> {
    let text = vec(select(&["低", "SCHOOL", "17亿", "zzz", " "][..]), 0..3);
    let clauses = vec((select(COLUMNS), clause()), 0..4);
    (clauses, option::weighted(0.3, text)).prop_map(|(clauses, text)| {
        let mut filter = Filter::default();
        for (column, clause) in clauses {
            filter.set(column, clause);
        }
        if let Some(words) = text {
            filter.set(Filter::TEXT, Clause::Text(words.join(" ")));
        }
        filter
    })
}

/// A table of amounts that all add up: value and whole.
pub(super) fn of_sums(rows: &[(i64, Option<u32>)]) -> Table {
    let figures = Figures {
        values: Numbers::from_options(rows.iter().map(|r| Decimal::from(r.0).to_f64())),
        additive: None,
        part_of: Some(rows.iter().map(|r| r.1).collect()),
    };
    let columns = vec![Column::new("value", Role::Measure, Data::Measure(figures))];
    Table { len: rows.len(), columns, ..Table::default() }
}

/// A table of periods: first and last day.
pub(super) fn of_spans(rows: &[(Day, Day)]) -> Table {
    let span = |&(first, last): &(Day, Day)| Some(DaySpan { last, first, as_of: false });
    let periods = Periods::new(&rows.iter().map(span).collect::<Vec<_>>());
    let columns = vec![Column::new("time", Role::Time, Data::Time(periods))];
    Table { len: rows.len(), columns, ..Table::default() }
}
