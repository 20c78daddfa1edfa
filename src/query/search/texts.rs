//! The texts of a table, and where in them a word stands.

use super::names::Names;
use super::terms::Terms;
use super::word::{Query, Word, is_joined};
use crate::base::pinyin::Pinyin;
use crate::column::{Category, Column, Data, Role, Table};

/// Beyond so many bytes of text, what is typed without blanks is not taken apart: every piece is looked for everywhere.
const PARTED: usize = 4 << 20;
/// The longest text that is taken apart, in characters.
const LONGEST: usize = 32;

/// The texts of a table.
#[derive(Clone, Debug)]
pub(in crate::query) struct Texts {
    columns: Vec<ColumnTexts>,
    /// Texts of the rows themselves.
    rows: Option<Names>,
    pub(in crate::query) pinyin: Pinyin,
}

/// The texts of a column's values.
#[derive(Clone, Debug)]
pub(in crate::query) struct ColumnTexts {
    /// The column's place in the table.
    pub(in crate::query) column: usize,
    names: Names,
    about: Option<Names>,
    within: Option<Names>,
    /// Whether its values are called by words besides their own names.
    has_words: bool,
}

/// The values of a column that hold a word, by how they do.
#[derive(Clone, Debug)]
pub(in crate::query) struct Passes {
    /// The column's place in the table.
    pub(in crate::query) column: usize,
    names: Option<Vec<bool>>,
    spelled: Option<Vec<bool>>,
    about: Option<Vec<bool>>,
    within: Option<Vec<bool>>,
}

/// Where a word stands.
#[derive(Clone, Debug)]
pub(in crate::query) struct Told {
    pub(in crate::query) word: Word,
    pub(in crate::query) columns: Vec<Passes>,
    /// The rows whose own texts hold it.
    pub(in crate::query) rows: Option<Vec<bool>>,
    /// The places of time columns in the table, and which of their periods it names.
    pub(in crate::query) times: Vec<(usize, Vec<bool>)>,
}

impl Texts {
    /// The texts of every column that is searched or listed.
    pub(in crate::query) fn new(table: &Table, terms: &Terms) -> Self {
        let columns = table.columns.iter().enumerate();
        let columns = columns.filter_map(|(at, column)| ColumnTexts::new(at, column, terms));
        let rows = (!terms.rows.is_empty()).then(|| {
            let mut rows = Names::default();
            terms.rows.iter().for_each(|text| rows.push(text.lines()));
            rows
        });
        Self { columns: columns.collect(), rows, pinyin: Pinyin::default() }
    }

    /// The texts of each column.
    pub(in crate::query) fn columns(&self) -> &[ColumnTexts] {
        &self.columns
    }

    /// Where each word of a query stands; one that stands nowhere is taken apart into pieces that do, where that can be.
    pub(in crate::query) fn tell(&self, table: &Table, query: &Query) -> Vec<Told> {
        let mut all = Vec::new();
        for word in &query.words {
            let told = self.look(table, word);
            match told.is_found() {
                true => all.push(told),
                false => match self.pieces(word.text()) {
                    Some(pieces) => all.extend(pieces.iter().map(|piece| self.look(table, piece))),
                    None => all.push(told),
                },
            }
        }
        all
    }

    /// Which values of a column have names that hold every word; `others` names those of a column without texts.
    pub(in crate::query) fn values_holding(
        &self,
        column: usize,
        query: &Query,
        others: impl Fn() -> Vec<String>,
    ) -> Vec<bool> {
        let mut made = Names::default();
        let names = match self.columns.iter().find(|texts| texts.column == column) {
            Some(texts) => &texts.names,
            None => {
                others().iter().for_each(|name| made.push([name.as_str()].into_iter()));
                &made
            }
        };
        let mut all = vec![true; names.len()];
        for word in &query.words {
            let text = word.text();
            let literal = names.holding(text, false);
            let spelled = word.is_letters().then(|| names.spelled(text, &self.pinyin)).flatten();
            let within = || names.holding(text, true);
            let found = match (literal, spelled) {
                (None, None) => within(),
                (Some(a), Some(b)) => Some(a.iter().zip(b).map(|(a, b)| a | b).collect()),
                (one, other) => one.or(other),
            };
            match found {
                Some(found) => all.iter_mut().zip(found).for_each(|(all, found)| *all &= found),
                None => all.fill(false),
            }
        }
        all
    }

    fn look(&self, table: &Table, word: &Word) -> Told {
        let told = self.look_for(table, word, false);
        if told.is_found() {
            return told;
        }
        let mut told = self.look_for(table, word, true);
        if !told.is_found() && word.is_letters() {
            // One letter of a reading may be wrong, where nothing else is meant.
            let near = |texts: &ColumnTexts| {
                let spelled = Some(texts.names.nearly(word.text(), &self.pinyin)?);
                let column = texts.column;
                let is_text = table.columns.get(column).is_some_and(|c| c.role == Role::Text);
                let passes = Passes { column, names: None, spelled, about: None, within: None };
                (!is_text).then_some(passes)
            };
            told.columns = self.columns.iter().filter_map(near).collect();
        }
        told
    }

    /// `anywhere`: also within words and numbers.
    fn look_for(&self, table: &Table, word: &Word, anywhere: bool) -> Told {
        let text = word.text();
        let look = |texts: Option<&Names>| texts?.holding(text, anywhere);
        let column = |texts: &ColumnTexts| {
            let role = table.columns.get(texts.column).map(|c| c.role);
            let may_spell = word.is_letters() && role != Some(Role::Text);
            let spelled = may_spell.then(|| texts.names.spelled(text, &self.pinyin)).flatten();
            let passes = Passes {
                column: texts.column,
                names: look(Some(&texts.names)),
                spelled,
                about: look(texts.about.as_ref()),
                within: look(texts.within.as_ref()),
            };
            passes.is_any().then_some(passes)
        };
        let time = |(at, column): (usize, &Column)| {
            let Data::Time(periods) = &column.data else { return None };
            let (from, to) = word.days?;
            let overlaps = periods.spans().iter().map(|s| s.last >= from && s.first <= to);
            Some((at, overlaps.collect::<Vec<bool>>())).filter(|(_, pass)| pass.contains(&true))
        };
        Told {
            word: word.clone(),
            columns: self.columns.iter().filter_map(column).collect(),
            rows: look(self.rows.as_ref()),
            times: table.columns.iter().enumerate().filter_map(time).collect(),
        }
    }

    /// The fewest pieces that stand somewhere, each, into which a word can be taken apart; letters of a word and digits
    /// of a number stay together.
    fn pieces(&self, text: &str) -> Option<Vec<Word>> {
        let chars: Vec<char> = text.chars().collect();
        let all = self.columns.iter().map(|c| c.names.size()).sum::<usize>();
        if all > PARTED || !(2..=LONGEST).contains(&chars.len()) {
            return None;
        }
        let is_border =
            |at: usize| match (at.checked_sub(1).and_then(|n| chars.get(n)), chars.get(at)) {
                (Some(&a), Some(&b)) => !is_joined(a, b),
                _ => true,
            };
        // For each place the least cost of what stands before it, and where its last piece starts.
        let mut best: Vec<Option<(usize, usize)>> = vec![None; chars.len() + 1];
        best[0] = Some((0, 0));
        for end in (1..=chars.len()).filter(|&end| is_border(end)) {
            for start in (0..end).filter(|&start| is_border(start)) {
                let Some((before, _)) = best[start] else { continue };
                if (start, end) == (0, chars.len())
                    || best[end].is_some_and(|(c, _)| c <= before + 2)
                {
                    continue;
                }
                let piece: String = chars[start..end].iter().collect();
                let cost = self.cost(&piece).map(|cost| before + cost);
                if let Some(cost) = cost.filter(|&cost| best[end].is_none_or(|(c, _)| cost < c)) {
                    best[end] = Some((cost, start));
                }
            }
        }
        let mut pieces = Vec::new();
        let mut end = chars.len();
        while end > 0 {
            let (_, start) = best[end]?;
            pieces.push(Word::new(&chars[start..end].iter().collect::<String>()));
            end = start;
        }
        pieces.reverse();
        Some(pieces)
    }

    /// What a piece costs: names are better than definitions, and a character alone says little. `None` where no text
    /// holds it.
    fn cost(&self, piece: &str) -> Option<usize> {
        let has = |texts: Option<&Names>| texts.is_some_and(|texts| texts.has(piece));
        let is_named = Word::new(piece).days.is_some()
            || has(self.rows.as_ref())
            || self.columns.iter().any(|c| has(Some(&c.names)));
        let is_told =
            || self.columns.iter().any(|c| has(c.about.as_ref()) || has(c.within.as_ref()));
        let alone = usize::from(piece.chars().nth(1).is_none());
        match is_named {
            true => Some(2 + alone),
            false => is_told().then_some(3 + alone),
        }
    }

    /// Whether any row's own text holds a word.
    pub(super) fn has_own(&self, word: &str) -> bool {
        self.rows.as_ref().is_some_and(|rows| rows.has(word))
    }

    /// How each row's own text has a word: 2 it is a line of it, 1 it holds it; empty where none does.
    pub(super) fn own(&self, word: &str) -> Vec<u8> {
        let Some((rows, found)) =
            self.rows.as_ref().and_then(|r| Some((r, r.holding(word, false)?)))
        else {
            return Vec::new();
        };
        let how = |(row, &holds): (usize, &bool)| match holds {
            true => 1 + u8::from(rows.is_exact(row, word)),
            false => 0,
        };
        found.iter().enumerate().map(how).collect()
    }

    /// How well a row's own text holds a word: `Some(true)` where it is the word or has it as a whole number.
    pub(in crate::query) fn row_is_exact(&self, row: usize, word: &str) -> bool {
        self.rows.as_ref().is_some_and(|rows| rows.is_exact(row, word))
    }
}

impl ColumnTexts {
    fn new(at: usize, column: &Column, terms: &Terms) -> Option<Self> {
        let Data::Category(category) = &column.data else { return None };
        // How far things have come is asked for, but not listed.
        if !column.searched && !is_listed(column) && column.role != Role::Stage {
            return None;
        }
        let mut names = Names::default();
        let (mut about, mut within) = (Names::default(), Names::default());
        let is_more = terms.knows(&column.key);
        let is_tree = category.dictionary.is_tree();
        for (code, entry) in category.dictionary.iter() {
            let also = if is_more { terms.get(&column.key, &entry.id) } else { None };
            let named = [entry.name.zh.as_str(), entry.name.en.as_str()];
            // A value that nobody named is called by its id.
            let is_named =
                !entry.name.is_empty() || also.is_some_and(|also| !also.names.is_empty());
            let id = (!is_named).then_some(entry.id.as_str());
            let others = also.iter().flat_map(|also| &also.names).map(String::as_str);
            let same = usize::from(named[0] == named[1]);
            names.push(named.into_iter().skip(same).chain(id).chain(others));
            if is_more {
                about.push(also.iter().flat_map(|also| &also.about).map(String::as_str));
            }
            if is_more || is_tree {
                let above = owners(category, terms, &column.key, code);
                let own = also.iter().flat_map(|also| &also.within).map(String::as_str);
                within.push(above.iter().map(String::as_str).chain(own));
            }
        }
        Some(Self {
            column: at,
            names,
            about: is_more.then_some(about),
            within: (is_more || is_tree).then_some(within),
            has_words: category.dictionary.iter().any(|(_, entry)| {
                terms.get(&column.key, &entry.id).is_some_and(|also| !also.names.is_empty())
            }),
        })
    }

    /// When this column is asked what a word of a question means; `None` where it is not.
    pub(super) const fn order(&self, column: &Column) -> Option<u8> {
        order_of(column.role, self.has_words, column.searched)
    }

    /// The values that a word names, and how far each name is from it.
    pub(super) fn named(&self, word: &Word, is_place: bool, pinyin: &Pinyin) -> Vec<(u32, u8)> {
        let codes = 0..u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let of = |rank: &dyn Fn(usize) -> Option<u8>| {
            let ranked = |code: u32| Some((code, rank(code as usize)?));
            codes.clone().filter_map(ranked).collect::<Vec<_>>()
        };
        let text = word.text();
        let mut literal = of(&|code| self.names.distance(code, text, is_place));
        // A place that is called so is meant, not another whose name goes on.
        if is_place && literal.iter().any(|&(_, rank)| rank == 0) {
            literal.retain(|&(_, rank)| rank == 0);
        }
        if !literal.is_empty() || !word.is_letters() || text.len() < 2 {
            return literal;
        }
        let read = |found: Option<Vec<bool>>, rank: u8| {
            let found = found.unwrap_or_default();
            of(&|code| (found.get(code) == Some(&true)).then_some(rank))
        };
        match read(self.names.spelled(text, pinyin), 4) {
            spelled if spelled.is_empty() => read(self.names.nearly(text, pinyin), 5),
            spelled => spelled,
        }
    }

    /// How well the texts of a value hold a word: as [`Names::rank`], then 4 where what is said of it does, and 5 where
    /// only what it belongs to does.
    pub(in crate::query) fn rank(&self, code: usize, word: &str, pinyin: &Pinyin) -> Option<u8> {
        let names = self.names.rank(code, word, pinyin);
        let holds =
            |texts: &Option<Names>| texts.as_ref().is_some_and(|t| t.of(code).contains(word));
        names
            .or_else(|| holds(&self.about).then_some(4))
            .or_else(|| holds(&self.within).then_some(5))
    }

    /// Whether a text of a value is the word, or holds it as a whole number.
    pub(in crate::query) fn is_exact(&self, code: usize, word: &str) -> bool {
        self.names.is_exact(code, word)
    }
}

/// Names of what a value belongs to.
fn owners(category: &Category, terms: &Terms, key: &str, code: u32) -> Vec<String> {
    let dictionary = &category.dictionary;
    let above = dictionary.ancestors(code).skip(1).filter_map(|up| dictionary.get(up));
    let texts = above.flat_map(|entry| {
        let others = terms.get(key, &entry.id).map(|also| also.names.clone()).unwrap_or_default();
        [entry.name.zh.clone(), entry.name.en.clone()].into_iter().chain(others)
    });
    texts.collect()
}

/// Whether a search lists the values of a column.
pub(in crate::query) fn is_listed(column: &Column) -> bool {
    let is_named = matches!(column.role, Role::Topic | Role::Series | Role::Area | Role::Category);
    is_named || column.searched && column.role != Role::Text
}

impl Passes {
    fn is_any(&self) -> bool {
        self.names.is_some()
            || self.spelled.is_some()
            || self.about.is_some()
            || self.within.is_some()
    }

    /// Whether a name of the value holds the word.
    pub(in crate::query) fn names(&self, code: usize) -> bool {
        has(&self.names, code)
    }

    /// Whether a name, its reading, or what is said of the value holds the word.
    pub(in crate::query) fn tells_of(&self, code: usize) -> bool {
        self.names(code) || has(&self.spelled, code) || has(&self.about, code)
    }

    /// Whether anything about the value holds the word.
    pub(in crate::query) fn holds(&self, code: usize) -> bool {
        self.tells_of(code) || has(&self.within, code)
    }

    /// The values whose rows hold the word, and last rows without a value; readings count `spelled`.
    fn all(&self, spelled: bool) -> Option<Vec<bool>> {
        let by = [&self.names, &self.about, &self.within, &self.spelled];
        let by = by.into_iter().take(if spelled { 4 } else { 3 }).flatten();
        let mut all: Option<Vec<bool>> = None;
        for pass in by {
            match &mut all {
                None => all = Some(pass.clone()),
                Some(all) => all.iter_mut().zip(pass).for_each(|(all, pass)| *all |= pass),
            }
        }
        all
    }
}

fn has(pass: &Option<Vec<bool>>, code: usize) -> bool {
    pass.as_ref().is_some_and(|pass| pass.get(code) == Some(&true))
}

impl Told {
    /// Whether the word stands anywhere.
    pub(in crate::query) fn is_found(&self) -> bool {
        !self.columns.is_empty() || self.rows.is_some() || !self.times.is_empty()
    }

    /// The columns, by their places in the table, whose codes say that a row holds the word, and those codes. Letters
    /// that stand somewhere as they are, are no reading.
    pub(in crate::query) fn codes(&self, table: &Table) -> Vec<(usize, Vec<bool>)> {
        let is_searched = |at: usize| table.columns.get(at).is_some_and(|c| c.searched);
        let searched = || self.columns.iter().filter(|passes| is_searched(passes.column));
        let is_literal = self.rows.is_some() || searched().any(|p| p.all(false).is_some());
        let by_value = searched().filter_map(|p| Some((p.column, p.all(!is_literal)?)));
        by_value.chain(self.times.iter().cloned()).collect()
    }

    /// Which values of a column hold the word.
    pub(in crate::query) fn of(&self, column: usize) -> Option<&Passes> {
        self.columns.iter().find(|passes| passes.column == column)
    }
}

/// In which order columns are asked what a word means; `None` for those that no question is made of.
const fn order_of(role: Role, has_words: bool, is_searched: bool) -> Option<u8> {
    match role {
        Role::Area => Some(0),
        Role::Category if has_words && !is_searched => Some(1),
        Role::Topic => Some(2),
        Role::Series => Some(3),
        Role::Stage => Some(4),
        _ => None,
    }
}
