//! Every key that a link can have, in the order in which one is written. The one table serves both directions.

use super::LinkProblem;
use super::text::{days, decode, encode, list, numbers, read_days, read_list, read_numbers};
use super::value::{Value, read, write};
use crate::query::{Clause, Filter};
use crate::state::AppState;

/// Keys of what a reader writes on the poster begin so.
const POSTER_TEXT: &str = "poster.text.";

/// What an option names, which a table may not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Nothing, or nothing that is held against the table.
    Nothing,
    /// A column.
    Column,
    /// A column, or the word for none.
    ColumnOrNone,
    /// A column of numbers.
    Measure,
    /// A column of numbers, or the word for none.
    MeasureOrNone,
    /// A kind of unit.
    Kind,
    /// What is compared or divided by: an indicator of releases, a measure of any other table.
    Subject,
    /// An area.
    Area,
    /// A topic.
    Topic,
}

/// A part of the state that links carry.
enum Key {
    /// One key with one value.
    One {
        name: &'static str,
        names: Names,
        /// The value; empty where nothing is to be said.
        write: fn(&AppState) -> String,
        /// Takes a value over; `None` where it cannot be read.
        read: fn(&mut AppState, &str) -> Option<()>,
    },
    /// Keys whose names hold something themselves.
    Several {
        /// The pairs.
        write: fn(&AppState) -> Vec<(String, String)>,
        /// Takes a pair over; `None` where it is none of these or cannot be read.
        read: fn(&mut AppState, &str, &str) -> Option<()>,
    },
}

/// A key by its name and its place in the state; then, where it names something of the table, what.
macro_rules! key {
    ($name:literal, $($place:ident).+) => { key!($name, $($place).+, Nothing) };
    ($name:literal, $($place:ident).+, $names:ident) => {
        Key::One {
            name: $name,
            names: Names::$names,
            write: |state| write(&state.$($place).+),
            read: |state, value| read(&mut state.$($place).+, value),
        }
    };
}

static KEYS: &[Key] = &[
    key!("view", view),
    key!("table", table),
    Key::Several { write: own_reading, read: read_own_reading },
    Key::Several { write: clauses, read: read_clause },
    key!("money", options.overview.money),
    key!("mark", options.chart.mark),
    key!("measure", options.chart.measure),
    key!("indicator", options.chart.indicator, Subject),
    key!("kind", options.chart.kind, Kind),
    key!("value", options.chart.value, Measure),
    key!("x", options.chart.x, Measure),
    key!("y", options.chart.y, Measure),
    key!("size", options.chart.size, MeasureOrNone),
    key!("group", options.chart.group, ColumnOrNone),
    key!("split", options.chart.split, ColumnOrNone),
    key!("facets", options.chart.facets),
    key!("log", options.chart.log),
    key!("promises", options.ledger.promises),
    key!("lanes", options.timeline.lanes, Column),
    key!("window", options.timeline.window),
    key!("sort", options.table.sort),
    key!("columns", options.table.columns),
    key!("poster", options.poster.format),
    key!("poster.title", options.poster.title),
    key!("poster.points", options.poster.points),
    Key::Several { write: poster_texts, read: read_poster_text },
    key!("story", story),
    key!("compare", options.compare.comparison),
    key!("subject", options.compare.subject, Subject),
    key!("per", options.compare.per, Subject),
    key!("left", options.compare.left, Area),
    key!("right", options.compare.right, Area),
    key!("unfolded", options.compare.unfolded, Topic),
    key!("map.value", options.map.value, Measure),
    key!("map.series", options.map.series),
    key!("map.measure", options.map.measure),
    key!("map.classing", options.map.classing),
    key!("map.classes", options.map.classes),
    key!("map.maps", options.map.maps),
    key!("map.until", options.map.until),
    key!("sel", selection),
    key!("lang", lang),
    key!("theme", theme),
    key!("type", type_size),
    key!("care", care),
    key!("embed", embed),
    key!("height", height),
];

/// How the reader's own table is read otherwise; said behind the table.
fn own_reading(state: &AppState) -> Vec<(String, String)> {
    let read = state.table.iter().map(|table| encode(&table.read));
    read.map(|read| (READING.to_owned(), read)).collect()
}

fn read_own_reading(state: &mut AppState, key: &str, value: &str) -> Option<()> {
    let table = state.table.as_mut().filter(|_| key == READING)?;
    table.read = decode(value);
    Some(())
}

/// The key of what is read otherwise.
const READING: &str = "read";

/// Everything that a state says beyond the default, as keys and values.
pub(super) fn pairs(state: &AppState) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for key in KEYS {
        match key {
            Key::One { name, write, .. } => pairs.push(((*name).to_owned(), write(state))),
            Key::Several { write, .. } => pairs.extend(write(state)),
        }
    }
    pairs.retain(|(_, value)| !value.is_empty());
    pairs
}

/// Takes one pair over; `None` if nobody knows the key or its value cannot be read.
pub(super) fn read_pair(state: &mut AppState, key: &str, value: &str) -> Option<()> {
    let one = KEYS.iter().find_map(|known| match known {
        Key::One { name, read, .. } if *name == key => Some(read),
        _ => None,
    });
    if let Some(read) = one {
        return read(state, value);
    }
    KEYS.iter().find_map(|known| match known {
        Key::Several { read, .. } => read(state, key, value),
        Key::One { .. } => None,
    })
}

/// Takes out of the options what they name without its being there, and gives what that was.
pub fn drop_unknown(
    state: &mut AppState,
    is_known: impl Fn(Names, &str) -> bool,
) -> Vec<LinkProblem> {
    let mut problems = Vec::new();
    for key in KEYS {
        let Key::One { name, names, write, read } = key else { continue };
        let found = decode(&write(state));
        if *names == Names::Nothing || found.is_empty() || is_known(*names, &found) {
            continue;
        }
        if read(state, "").is_some() {
            problems.push(LinkProblem { key: (*name).to_owned(), found });
        }
    }
    problems
}

fn clauses(state: &AppState) -> Vec<(String, String)> {
    state.filter.iter().filter_map(|(column, clause)| clause_pair(column, clause)).collect()
}

/// A column's clause as a key and its value; `None` of what links do not carry.
pub(super) fn clause_pair(column: &str, clause: &Clause) -> Option<(String, String)> {
    let key = |prefix: &str| format!("{prefix}.{}", encode(column));
    Some(match clause {
        Clause::AnyOf(values) => (key("f"), list(values.iter())),
        Clause::During(from, to) => (key("t"), days(*from, *to)),
        Clause::Text(text) => (Filter::TEXT.to_owned(), encode(text)),
        Clause::Between(from, to) => (key("n"), numbers(*from, *to)),
        Clause::Codes(..) => return None,
    })
}

fn read_clause(state: &mut AppState, key: &str, value: &str) -> Option<()> {
    if key == Filter::TEXT {
        state.filter.set(Filter::TEXT, Clause::Text(decode(value)));
        return Some(());
    }
    let (kind, column) = key.split_once('.')?;
    let clause = match kind {
        "f" => Clause::AnyOf(read_list(value).into_iter().collect()),
        "t" => read_days(value).map(|(from, to)| Clause::During(from, to))?,
        "n" => read_numbers(value).map(|(from, to)| Clause::Between(from, to))?,
        _ => return None,
    };
    state.filter.set(column, clause);
    Some(())
}

fn poster_texts(state: &AppState) -> Vec<(String, String)> {
    let texts = state.options.poster.texts.iter();
    texts.map(|(block, text)| (format!("{POSTER_TEXT}{}", encode(block)), encode(text))).collect()
}

fn read_poster_text(state: &mut AppState, key: &str, value: &str) -> Option<()> {
    let block = key.strip_prefix(POSTER_TEXT)?;
    let text = Some(String::read(value)?).filter(|text| !text.is_empty())?;
    state.options.poster.texts.insert(block.to_owned(), text);
    Some(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::state::{read_link, write_link};

    /// A pair for every key: none says the default.
    const SAMPLES: &[(&str, &str)] = &[
        ("view", "chart"),
        ("table", "a.csv,5,0000000a"),
        ("money", "total"),
        ("mark", "line"),
        ("measure", "sum"),
        ("indicator", "teachers"),
        ("kind", "money"),
        ("value", "gdp"),
        ("x", "gdp"),
        ("y", "%E4%BA%BA%E5%8F%A3"),
        ("size", "none"),
        ("group", "place"),
        ("split", "a%2Cb"),
        ("facets", "1"),
        ("log", "1"),
        ("promises", "domain"),
        ("lanes", "stage"),
        ("window", "2019..2021"),
        ("sort", "value.desc"),
        ("columns", "place,time"),
        ("poster", "a4"),
        ("poster.title", "A%20year"),
        ("poster.points", "a-roads,a-beds"),
        ("story", "dezhou2021.3"),
        ("compare", "pair"),
        ("subject", "teachers"),
        ("per", "schools"),
        ("left", "duji"),
        ("right", "chengde"),
        ("unfolded", "elderly"),
        ("map.value", "gdp"),
        ("map.series", "births"),
        ("map.measure", "sum"),
        ("map.classing", "steps"),
        ("map.classes", "7"),
        ("map.maps", "times"),
        ("map.until", "..2019"),
        ("sel", "dezhou2021-dibao"),
        ("lang", "zh"),
        ("theme", "dark"),
        ("type", "large"),
        ("care", "1"),
        ("embed", "1"),
        ("height", "640"),
    ];

    /// Pairs whose keys hold something themselves.
    const SEVERAL: &[(&str, &str)] = &[
        ("q", "a%20b"),
        ("f.place", "chengde,duji"),
        ("t.time", "2019.."),
        ("n.gdp", "..3.5"),
        ("poster.text.lead", "Figures"),
    ];

    #[test]
    fn every_key_is_written_and_read_back() {
        for (key, value) in SAMPLES.iter().chain(SEVERAL) {
            let pair = format!("{key}={value}");
            let (state, problems) = read_link(&pair);
            assert!(problems.is_empty(), "{pair}: {problems:?}");
            assert_ne!(state, AppState::default(), "{pair}");
            let link = write_link(&state);
            assert!(link == format!("v=1&{pair}") || link == format!("{pair}&v=1"), "{link}");
            assert_eq!(read_link(&link), (state, Vec::new()), "{link}");
        }
    }

    #[test]
    fn every_key_of_the_table_has_a_sample() {
        let names = KEYS.iter().filter_map(|key| match key {
            Key::One { name, .. } => Some(*name),
            Key::Several { .. } => None,
        });
        let (names, sampled): (Vec<&str>, BTreeSet<&str>) =
            (names.collect(), SAMPLES.iter().map(|(key, _)| *key).collect());
        assert_eq!(names.iter().copied().collect::<BTreeSet<_>>(), sampled);
        assert_eq!(names.len(), sampled.len(), "a name stands once");
    }
}
