//! Which figures of any table are targets, and which results belong to them: by the roles of two columns beside each
//! other, or by the words of a column that says of each row what its figure is.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::base::date::{Day, partial_dates};
use crate::base::lang::Lang;
use crate::column::{Bitmap, Category, Column, Data, DaySpan, Entry, Figures, Role, Table};
use crate::i18n::catalog::ledger as m;
use crate::model::Period;
use crate::plot::measure::measures;

/// How a table says which of its figures are targets.
pub(super) enum Told<'a> {
    /// In two columns, target and result in one row.
    Columns { target: &'a Column, done: &'a Column },
    /// In the words of a column, a row each.
    Words { by: &'a Column, figures: &'a Column, says: Vec<Option<Says>> },
}

/// What a word says of a row's figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Says {
    /// It is to be reached.
    Target,
    /// It is not to be exceeded.
    Ceiling,
    /// So much of the target is done.
    Done,
    /// So much there is.
    Actual,
}

impl Says {
    const fn is_aim(self) -> bool {
        matches!(self, Self::Target | Self::Ceiling)
    }
}

/// A figure of the table.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub(super) row: usize,
    pub(super) column: &'a Column,
    pub(super) says: Says,
}

/// A target with what is done of it.
pub(super) struct Claim<'a> {
    pub(super) target: Cell<'a>,
    pub(super) result: Option<Cell<'a>>,
    /// Several targets or results may be meant.
    pub(super) is_unclear: bool,
}

impl<'a> Told<'a> {
    /// How a table says it; `None` where it does not.
    pub(super) fn of(table: &'a Table) -> Option<Self> {
        if let Some((target, done)) = table.by_role(Role::Target).zip(table.by_role(Role::Done)) {
            return Some(Self::Columns { target, done });
        }
        // Of several columns of numbers nobody says which one the words are about.
        let mut figures = measures(table);
        let figures = figures.next().filter(|_| figures.next().is_none())?;
        let columns = [Role::Stage, Role::Category]
            .into_iter()
            .flat_map(|role| table.columns.iter().filter(move |column| column.role == role));
        let told = |by: &'a Column| {
            let Data::Category(category) = &by.data else { return None };
            let says: Vec<_> = category.dictionary.iter().map(|(_, entry)| says(entry)).collect();
            let has = |is_aim: bool| says.iter().flatten().any(|s| s.is_aim() == is_aim);
            (has(true) && has(false)).then_some(Self::Words { by, figures, says })
        };
        columns.into_iter().find_map(told)
    }
}

/// What a value says, where it is one of the words for it.
fn says(entry: &Entry) -> Option<Says> {
    let value = entry.id.trim().to_lowercase();
    let words = [
        (Says::Target, m::SAYS_TARGET),
        (Says::Ceiling, m::SAYS_CEILING),
        (Says::Done, m::SAYS_DONE),
        (Says::Actual, m::SAYS_ACTUAL),
    ];
    let is_one = |list: &str| list.split(' ').any(|word| word == value);
    let found = words.iter().find(|(_, list)| Lang::ALL.iter().any(|&lang| is_one(list.get(lang))));
    found.map(|(says, _)| *says)
}

/// A column's number in a row.
pub(super) fn figures(column: &Column) -> Option<&Figures> {
    match &column.data {
        Data::Measure(figures) => Some(figures),
        _ => None,
    }
}

/// The time of a row, as a release would print it: a year, a month or a day alone, or from one to another.
pub(super) fn period(table: &Table, row: usize) -> Option<Period> {
    let DaySpan { first, last, .. } = table.time()?.get(row)?;
    let (start, end) = partial_dates(first, last);
    Some(Period { start: (start != end).then_some(start), end })
}

/// The targets of some rows, in the table's order.
pub(super) fn claims<'a>(table: &'a Table, rows: &Bitmap, told: &Told<'a>) -> Vec<Claim<'a>> {
    match told {
        Told::Columns { target, done } => rows
            .iter()
            .filter_map(|row| {
                let cell = |column: &'a Column, says| {
                    figures(column)?.exact(row).map(|_| Cell { row, column, says })
                };
                let target = cell(target, Says::Target)?;
                let result = cell(done, Says::Done);
                Some(Claim { target, result, is_unclear: false })
            })
            .collect(),
        Told::Words { by, figures, says } => by_words(table, rows, by, figures, says),
    }
}

/// What a figure is about: a code for each column that says it.
type Key = Vec<Option<u32>>;

/// Targets and results that share every value but the word. Shown whole where one of both is selected.
fn by_words<'a>(
    table: &'a Table,
    rows: &Bitmap,
    by: &Column,
    figures: &'a Column,
    says: &[Option<Says>],
) -> Vec<Claim<'a>> {
    let Data::Category(words) = &by.data else { return Vec::new() };
    let Data::Measure(numbers) = &figures.data else { return Vec::new() };
    let shared: Vec<&Category> = shared(table, &by.key);
    let key = |row: usize| shared.iter().map(|c| c.code(row)).collect::<Key>();
    let cell = |row: usize| {
        let says = *says.get(words.code(row)? as usize)?;
        numbers.exact(row)?;
        Some(Cell { row, column: figures, says: says? })
    };
    let end = |row: usize| period(table, row).map(|period| period.end.last_day());
    let mut claims: Vec<Claim<'a>> = Vec::new();
    // By what they are about and ask for, then by the end of their time.
    let mut known: HashMap<(Key, Says), BTreeMap<Option<Day>, usize>> = HashMap::new();
    for target in (0..table.len).filter_map(cell).filter(|cell| cell.says.is_aim()) {
        let own = known.entry((key(target.row), target.says)).or_default();
        let twin = own.insert(end(target.row), claims.len());
        if let Some(twin) = twin {
            claims[twin].is_unclear = true;
        }
        claims.push(Claim { target, result: None, is_unclear: twin.is_some() });
    }
    for result in (0..table.len).filter_map(cell).filter(|cell| !cell.says.is_aim()) {
        for aim in [Says::Target, Says::Ceiling] {
            let own = known.get(&(key(result.row), aim));
            let Some(at) = own.and_then(|own| target_of(own, end(result.row))) else { continue };
            let claim = &mut claims[at];
            match claim.result.map(|before| end(before.row).cmp(&end(result.row))) {
                None | Some(Ordering::Less) => claim.result = Some(result),
                Some(Ordering::Equal) => claim.is_unclear = true,
                Some(Ordering::Greater) => {}
            }
        }
    }
    let is_selected = |cell: &Cell| rows.contains(cell.row);
    claims.retain(|claim| {
        is_selected(&claim.target) || claim.result.as_ref().is_some_and(is_selected)
    });
    claims
}

/// The columns that say what a figure is about.
fn shared<'a>(table: &'a Table, by: &str) -> Vec<&'a Category> {
    const ABOUT: [Role; 5] = [Role::Area, Role::Topic, Role::Series, Role::Kind, Role::Category];
    let about = table.categories().filter(|(c, _)| ABOUT.contains(&c.role) && c.key != by);
    about.map(|(_, category)| category).collect()
}

/// Which of some targets a result belongs to: the earliest that is due on or after its own end, else, being late, the
/// latest. As [`Dataset::pairs`](crate::model::Dataset::pairs) has it.
fn target_of(targets: &BTreeMap<Option<Day>, usize>, end: Option<Day>) -> Option<usize> {
    let open = targets.range(end..).next();
    open.or_else(|| targets.last_key_value()).map(|(_, &at)| at)
}
