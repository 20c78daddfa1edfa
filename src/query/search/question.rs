//! A question taken apart: which words of it name a place, what is measured, a time or how far things have come, which
//! only carry the sentence, and which nobody here knows.

use super::terms::Terms;
use super::texts::Texts;
use super::word::{Query, Word, is_joined};
use crate::column::{Data, Table};

/// The most pieces that one name is looked for in.
const LONGEST: usize = 12;

/// Values by their codes, and how far each is from the word.
pub type Named = Vec<(u32, u8)>;

/// A part of a question that is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What was typed for it, folded.
    pub text: String,
    /// What it speaks of.
    pub sense: Sense,
    /// Rows whose own text holds it besides, by row: 1 holds it, 2 is it.
    pub own: Vec<u8>,
}

/// What a part of a question speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sense {
    /// Values of a category column, by the column's place in the table: each code and how far it is from the word.
    Values(usize, Named),
    /// Periods, by the column's place in the table: which of them overlap the days that are named.
    Time(usize, Vec<bool>),
    /// Nothing but what the rows' own texts say.
    Rows,
}

/// What is understood of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The parts that are understood, as they were typed.
    pub parts: Vec<Part>,
    /// Words that are not.
    pub unknown: Vec<String>,
}

/// A piece that is never cut: a character, a word of letters, a number.
struct Atom {
    text: String,
    /// Whether a blank or a sign stands before it.
    is_apart: bool,
}

impl Reading {
    /// Takes a question apart: at each place the longest name that is known.
    pub(in crate::query) fn new(texts: &Texts, table: &Table, terms: &Terms, text: &str) -> Self {
        let atoms = atoms(&Query::read(text));
        let mut reading = Self::default();
        // Pieces of one word that are not known, to be tried together: 修了多少路 is 修路.
        let mut odd: Vec<&Atom> = Vec::new();
        let mut at = 0;
        while let Some(atom) = atoms.get(at) {
            if atom.is_apart {
                reading.close(texts, table, terms, &mut odd);
            }
            let ends = (at + 1..=atoms.len().min(at + LONGEST)).rev();
            let known = ends.into_iter().find_map(|end| {
                let phrase = joined(&atoms[at..end]);
                let is_bare = terms.is_filler(&phrase) || terms.relative.contains(&phrase);
                // "schools in" is no name because one goes on so: "Schools in the school safety programme".
                let is_edged = [at, end - 1].iter().any(|&n| terms.is_filler(&atoms[n].text));
                let is_cut = end - at > 1 && is_edged && atoms[end - 1].is_apart;
                let held = || texts.sense(table, &phrase).filter(|s| !is_cut || s.is_exact());
                let named = || terms.asked(table, &phrase).or_else(held);
                let sense = if is_bare { None } else { named() };
                (is_bare || sense.is_some()).then_some((end, phrase, sense))
            });
            match known {
                Some((end, text, sense)) => {
                    match sense {
                        Some(sense) => reading.parts.push(texts.part(text, sense)),
                        None if terms.relative.contains(&text) => reading.unknown.push(text),
                        None => {}
                    }
                    at = end;
                }
                None => {
                    odd.push(atom);
                    at += 1;
                }
            }
        }
        reading.close(texts, table, terms, &mut odd);
        reading
    }

    fn close(&mut self, texts: &Texts, table: &Table, terms: &Terms, odd: &mut Vec<&Atom>) {
        let text: String = odd.drain(..).map(|atom| atom.text.as_str()).collect();
        match texts.sense(table, &text) {
            _ if text.is_empty() => {}
            Some(sense) => self.parts.push(texts.part(text, sense)),
            None if terms.alone.contains(&text) => {}
            None => self.unknown.push(text),
        }
    }
}

fn atoms(query: &Query) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    for word in &query.words {
        let mut before = None;
        for c in word.text().chars() {
            match (before, atoms.last_mut()) {
                (Some(b), Some(last)) if is_joined(b, c) => last.text.push(c),
                _ => atoms.push(Atom { text: c.to_string(), is_apart: before.is_none() }),
            }
            before = Some(c);
        }
    }
    atoms
}

fn joined(atoms: &[Atom]) -> String {
    let mut text = String::new();
    for (n, atom) in atoms.iter().enumerate() {
        if n > 0 && atom.is_apart {
            text.push(' ');
        }
        text += &atom.text;
    }
    text
}

impl Sense {
    /// Whether a value is called just so.
    pub(in crate::query) fn is_exact(&self) -> bool {
        matches!(self, Self::Values(_, codes) if codes.iter().any(|&(_, rank)| rank == 0 || rank == 2))
    }
}

impl Terms {
    fn is_filler(&self, word: &str) -> bool {
        self.filler.iter().any(|filler| filler == word)
    }

    /// What a phrase asks for without naming it, where the table has such values.
    fn asked(&self, table: &Table, phrase: &str) -> Option<Sense> {
        let asking = self.asking.iter().find(|asking| asking.word == phrase)?;
        let at = table.columns.iter().position(|column| column.key == asking.column)?;
        let Data::Category(category) = &table.columns[at].data else { return None };
        let codes = asking.ids.iter().filter_map(|id| Some((category.dictionary.code(id)?, 0)));
        Some(Sense::Values(at, codes.collect())).filter(|sense| *sense != Sense::Values(at, vec![]))
    }
}

impl Texts {
    /// What a phrase names: a place or a value as it is called, a time, then what holds it in its name.
    fn sense(&self, table: &Table, phrase: &str) -> Option<Sense> {
        let word = Word::new(phrase);
        if let Some((from, to)) = word.days {
            return table.columns.iter().enumerate().find_map(|(at, column)| {
                let Data::Time(periods) = &column.data else { return None };
                let overlaps =
                    |span: &crate::column::DaySpan| span.last >= from && span.first <= to;
                Some(Sense::Time(at, periods.spans().iter().map(overlaps).collect()))
            });
        }
        let mut best: Option<((u8, u8), usize, Named)> = None;
        for texts in self.columns() {
            let Some(order) = table.columns.get(texts.column).and_then(|c| texts.order(c)) else {
                continue;
            };
            let codes = texts.named(&word, order == 0, &self.pinyin);
            let Some(nearest) = codes.iter().map(|&(_, rank)| rank).min() else { continue };
            let is_exact = nearest == 0 || codes.iter().any(|&(_, rank)| rank == 2);
            // Called so, then held by a name, by another name, and last read in its characters.
            let nearness = match nearest {
                _ if is_exact => 0,
                0..=2 => 1,
                3 => 2,
                _ => 3,
            };
            let place = (nearness, order);
            if best.as_ref().is_none_or(|(known, ..)| place < *known) {
                best = Some((place, texts.column, codes));
            }
        }
        if let Some((_, column, codes)) = best {
            return Some(Sense::Values(column, codes));
        }
        // One character of a language without blanks says little.
        phrase.chars().nth(1)?;
        self.has_own(phrase).then_some(Sense::Rows)
    }

    fn part(&self, text: String, sense: Sense) -> Part {
        let own = self.own(&text);
        Part { text, sense, own }
    }
}
