//! A question about a reader's own table, answered by one of its figures: places and other values, a time, a measure by its
//! name, and the greatest or the least. What is not understood is never passed over: then there is no answer.

use super::Session;
use super::answer::AnswerText;
use super::asked::{NAMED, Understood};
use crate::base::fold::fold;
use crate::base::lang::Lang;
use crate::base::unit_name::without_unit;
use crate::chart::palette::NEUTRAL;
use crate::column::{Column, Data, Figures, Role, Table};
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::words::COMMA;
use crate::plot::detail;
use crate::query::{Engine, Part, Reading, Sense};
use crate::words::{FigureText, column_name, entry_name, listed};

/// Rows beyond which none is looked at one by one with every letter that is typed.
const LOOKED_AT: usize = 200_000;
/// Rows that are listed where several hold what is asked.
const LISTED: usize = 6;

/// What a question comes to.
#[derive(Default)]
pub(super) struct OwnAnswer {
    /// Keys of the rows that hold it, as the table has them.
    pub(super) keys: Vec<String>,
    /// The figure, where there is one alone.
    pub(super) answer: Option<AnswerText>,
    /// What was understood.
    pub(super) understood: Vec<Understood>,
}

/// Which end is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Greatest,
    Least,
}

/// Asks; `None` where the text is no question, or where a word of it is not understood.
pub(super) fn ask(session: &mut Session, text: &str, lang: Lang) -> Option<OwnAnswer> {
    let table = session.engine.table().clone();
    if table.len > LOOKED_AT || table.measures().next().is_none() {
        return None;
    }
    let reading = session.engine.read_question(text);
    let (words, end) = ends(&reading.unknown);
    let words: Vec<String> =
        words.into_iter().filter(|word| !names_a_column(&table, word)).collect();
    let (measure, figures) = measure(&table, &words)?;
    let asks = !reading.parts.is_empty() && (!words.is_empty() || reading.parts.len() > 1);
    if !asks && (end.is_none() || words.is_empty() && !is_only_measure(&table)) {
        return None;
    }
    let mut rows = holding(&mut session.engine, &reading, figures);
    latest(&table, &reading, &mut rows);
    wholes(&session.engine, &table, &reading, &mut rows);
    if let Some((end, _)) = end {
        greatest(&session.engine, &table, figures, end, &mut rows)?;
    }
    if rows.is_empty() {
        return None;
    }
    let key = |row: usize| table.key(row).map(std::borrow::Cow::into_owned);
    let keys: Vec<String> = rows.iter().take(LISTED).filter_map(|&row| key(row)).collect();
    let answer = match keys.as_slice() {
        [one] if rows.len() == 1 => told(session, measure, one, lang),
        _ => None,
    };
    let words = (words.as_slice(), end.map(|(_, word)| word));
    let understood = understood(&table, &reading, measure, words, lang);
    Some(OwnAnswer { keys, answer, understood })
}

/// The words without one that asks for the greatest or the least, and which it was.
fn ends(unknown: &[String]) -> (Vec<String>, Option<(End, String)>) {
    let known = |lang: Lang| {
        let of = |message: crate::i18n::Message, end: End| {
            message.get(lang).split(',').map(move |word| (word, end)).collect::<Vec<_>>()
        };
        [of(m::ASKED_GREATEST, End::Greatest), of(m::ASKED_LEAST, End::Least)].concat()
    };
    let mut found = None;
    let mut words = Vec::new();
    let [zh, en] = Lang::ALL.map(known);
    for text in unknown {
        let within = zh.iter().find_map(|&(word, end)| Some((text.find(word)?, word, end)));
        let whole = || en.iter().find(|(word, _)| word == text).map(|&(word, end)| (0, word, end));
        match within.or_else(whole).filter(|_| found.is_none()) {
            Some((at, word, end)) => {
                found = Some((end, word.to_owned()));
                let rest = [&text[..at], &text[at + word.len()..]];
                words.extend(rest.into_iter().filter(|rest| !rest.is_empty()).map(str::to_owned));
            }
            None => words.push(text.clone()),
        }
    }
    (words, found)
}

fn names(column: &Column) -> [String; 2] {
    Lang::ALL.map(|lang| fold(&column_name(column, lang)).trim().to_owned())
}

/// Whether a word says what the values of a column are: which *country*.
fn names_a_column(table: &Table, word: &str) -> bool {
    table.categories().any(|(column, _)| names(column).iter().any(|name| name == word))
}

fn is_only_measure(table: &Table) -> bool {
    table.measures().count() == 1
}

/// The one measure that some words name, or the only one where none is named.
fn measure<'t>(table: &'t Table, words: &[String]) -> Option<(&'t Column, &'t Figures)> {
    let mut all = table.measures();
    if words.is_empty() {
        return all.next().filter(|_| is_only_measure(table));
    }
    let bare =
        |column: &Column| names(column).map(|name| fold(without_unit(&name)).trim().to_owned());
    let phrase = words.join(" ");
    let is_called = |(column, _): &(&Column, &Figures)| bare(column).contains(&phrase);
    if let Some(found) = table.measures().find(is_called) {
        return Some(found);
    }
    let holds = |(column, _): &(&Column, &Figures)| {
        names(column).iter().any(|name| words.iter().all(|word| name.contains(word.as_str())))
    };
    let mut found = table.measures().filter(holds);
    found.next().filter(|_| found.next().is_none())
}

/// The rows with a number that hold every part.
fn holding(engine: &mut Engine, reading: &Reading, figures: &Figures) -> Vec<usize> {
    let found = engine.answering(&reading.parts, None);
    let nearest = found.iter().map(|scored| scored.far).min().unwrap_or_default();
    let is_meant = |scored: &crate::query::Scored| {
        scored.far == nearest && figures.float(scored.row).is_some()
    };
    found.into_iter().filter(is_meant).map(|scored| scored.row).collect()
}

fn is_of(table: &Table, part: &Part, role: Role) -> bool {
    let (Sense::Values(at, _) | Sense::Time(at, _)) = &part.sense else { return false };
    table.columns.get(*at).is_some_and(|column| column.role == role)
}

/// Of rows of several times those of the last, unless a time is asked for.
fn latest(table: &Table, reading: &Reading, rows: &mut Vec<usize>) {
    if reading.parts.iter().any(|part| is_of(table, part, Role::Time)) {
        return;
    }
    let Some(periods) = table.time() else { return };
    let last = rows.iter().filter_map(|&row| periods.last(row)).max();
    if last.is_some() {
        rows.retain(|&row| periods.last(row) == last);
    }
}

/// Of a whole and its parts the whole, in each column that is not asked for.
fn wholes(engine: &Engine, table: &Table, reading: &Reading, rows: &mut Vec<usize>) {
    for (at, column) in table.columns.iter().enumerate() {
        let Data::Category(category) = &column.data else { continue };
        let is_asked = |part: &Part| matches!(&part.sense, Sense::Values(own, _) if *own == at);
        if column.role == Role::Area || reading.parts.iter().any(is_asked) {
            continue;
        }
        let is_whole = |&row: &usize| {
            category.code(row).is_some_and(|code| engine.is_total(&column.key, code))
        };
        if rows.iter().any(is_whole) {
            rows.retain(is_whole);
        }
    }
}

/// The one row that is the greatest or the least; `None` where rows measure unlike things, or where several are.
fn greatest(
    engine: &Engine,
    table: &Table,
    figures: &Figures,
    end: End,
    rows: &mut Vec<usize>,
) -> Option<()> {
    for (column, category) in table.categories() {
        if matches!(column.role, Role::Series | Role::Kind | Role::Grain) {
            let first = category.code(*rows.first()?);
            if rows.iter().any(|&row| category.code(row) != first) {
                return None;
            }
        }
        let is_part = |&row: &usize| {
            !category.code(row).is_some_and(|code| engine.is_total(&column.key, code))
        };
        if rows.iter().any(is_part) {
            rows.retain(is_part);
        }
    }
    let value = |row: usize| match end {
        End::Greatest => figures.float(row).unwrap_or(f64::NEG_INFINITY),
        End::Least => -figures.float(row).unwrap_or(f64::INFINITY),
    };
    let top = rows.iter().copied().max_by(|&a, &b| value(a).total_cmp(&value(b)))?;
    rows.retain(|&row| value(row) >= value(top));
    (rows.len() == 1).then_some(())
}

/// The figure of a row in words.
fn told(session: &Session, measure: &Column, key: &str, lang: Lang) -> Option<AnswerText> {
    let plan = detail::plan(&session.engine, session.rows.as_ref(), key, "", lang)?;
    let name = column_name(measure, lang);
    let bare = without_unit(&name);
    let is_it = |(own, _): &&(String, String)| *own == name || without_unit(own) == bare;
    let (name, figure) = plan.facts.iter().find(is_it)?.clone();
    Some(AnswerText {
        place: plan.name,
        time: String::new(),
        name,
        figure: FigureText::of(figure),
        note: String::new(),
        source: String::new(),
        hue: NEUTRAL,
    })
}

/// What was understood, each part with the question without it.
fn understood(
    table: &Table,
    reading: &Reading,
    measure: &Column,
    (words, end): (&[String], Option<String>),
    lang: Lang,
) -> Vec<Understood> {
    let texts: Vec<&str> = reading
        .parts
        .iter()
        .map(|part| part.text.as_str())
        .chain(words.iter().map(String::as_str))
        .chain(end.as_deref())
        .collect();
    let parts = reading.parts.len();
    let without = |from: usize, to: usize| {
        let kept = texts.iter().enumerate().filter(|(at, _)| *at < from || *at >= to);
        kept.map(|(_, text)| *text).collect::<Vec<_>>().join(" ")
    };
    let told = |(at, part): (usize, &Part)| {
        let (Sense::Values(column, _) | Sense::Time(column, _)) = &part.sense else { return None };
        let column = table.columns.get(*column)?;
        let name = named(column, part, lang).unwrap_or_else(|| part.text.clone());
        Some(Understood { kind: column_name(column, lang), name, rest: without(at, at + 1) })
    };
    let mut all: Vec<Understood> = reading.parts.iter().enumerate().filter_map(told).collect();
    if !words.is_empty() {
        let rest = without(parts, parts + words.len());
        let kind = m::ASKED_MEASURE.get(lang).to_owned();
        all.push(Understood { kind, name: column_name(measure, lang), rest });
    }
    if let Some(end) = &end {
        let kind = m::ASKED_ALSO.get(lang).to_owned();
        all.push(Understood {
            kind,
            name: end.clone(),
            rest: without(texts.len() - 1, texts.len()),
        });
    }
    all
}

/// The values that a part means, where they are few.
fn named(column: &Column, part: &Part, lang: Lang) -> Option<String> {
    let Data::Category(category) = &column.data else { return None };
    let Sense::Values(_, codes) = &part.sense else { return None };
    let nearest = codes.iter().map(|(_, rank)| *rank).min()?;
    let meant = codes.iter().filter(|(_, rank)| *rank == nearest);
    let entries = meant.filter_map(|(code, _)| category.dictionary.get(*code));
    let names: Vec<String> = entries.map(|entry| entry_name(&column.key, entry, lang)).collect();
    (names.len() <= NAMED).then(|| listed(&names, COMMA, lang))
}
