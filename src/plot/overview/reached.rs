//! What any table of targets opens on: how many were reached, as dots of which as many are filled, and the share that is
//! done of those that were not, the least first. Of a table that says but the share, or in one word how far each thing has
//! come, the same is told by that. Nothing is called late: the table does not say when it was due.

use super::types::{Finding, Picture};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::base::unit_name::without_unit;
use crate::chart::palette::NEUTRAL;
use crate::chart::{
    Category, ChartSpec, Datum, Extent, Fill, MarkKind, ProgressPart, QuantityMark, QuantitySpec,
    ValueAxis,
};
use crate::column::{Figures, Role, Table};
use crate::i18n::Message;
use crate::i18n::catalog::{chart as c, reached as m, words as w};
use crate::plot::chart::{Headings, Listing, NO_SPLIT, Plan, Telling, plan_of_rows};
use crate::plot::ledger::{NAMES, Standing, Standings, naming, standings};
use crate::plot::measure::{amount, own_unit};
use crate::plot::steps::Steps;
use crate::query::Engine;
use crate::state::{Action, ChartOptions, Mark, Measure};
use crate::words::{FigureText, column_name, entry_name, listed, listed_of, sentences};

/// Of fewer targets nobody counts how many were reached.
const FEWEST: usize = 3;
/// Bars of those furthest from their target.
const MOST: usize = 12;
/// Names in a note.
const NAMED: usize = 5;
/// Put before the ids of the dots.
const PREFIX: &str = "reached";
/// Stands in a headline where its figure goes.
const FIGURE: &str = "\u{fffc}";
/// All of a target, in per cent.
const ALL: f64 = 100.0;

/// What a table of targets opens on.
pub(super) struct Reached {
    /// The headline, with its dots where there are any.
    pub(super) finding: Option<Finding>,
    /// What stands under it.
    pub(super) chart: Option<Plan>,
    /// The figures of both, one by one.
    pub(super) tellings: Vec<Telling>,
}

/// What a selection opens on where it says how far things have come; `None` where it does not.
pub(super) fn of(engine: &mut Engine, lang: Lang) -> Option<Reached> {
    of_targets(engine, lang).or_else(|| of_shares(engine, lang)).or_else(|| of_words(engine, lang))
}

/// Targets and results, or shares that are done, in one form.
struct Things {
    all: Vec<Standing>,
    unclear: Vec<String>,
    /// The headline where some are reached, all, or none.
    headlines: [Message; 3],
    /// What is reached, where that is no target.
    name: String,
    /// What bars measure.
    measured: String,
    when: String,
}

fn of_targets(engine: &mut Engine, lang: Lang) -> Option<Reached> {
    let Standings { all, unclear, columns: [target, done] } = standings(engine, lang)?;
    let known = all.iter().filter(|own| own.reached.is_some()).count();
    if known < FEWEST || known * 2 < all.len() || unclear.len() * 2 > all.len() {
        return None;
    }
    let headlines = [m::REACHED, m::REACHED_EVERY, m::REACHED_NONE];
    let measured = m::DONE_OF_TARGET.fill(lang, &[("done", &done), ("target", &target)]);
    let when = when(engine, lang);
    let (name, unclear) = (String::new(), unclear);
    Some(Things { all, unclear, headlines, name, measured, when }.reached(lang))
}

/// A column of shares that are done, and a row for each thing.
fn of_shares(engine: &mut Engine, lang: Lang) -> Option<Reached> {
    let table = engine.table().clone();
    let (column, figures) = table.measures().find(|(own, figures)| {
        let unit = own_unit(own, lang);
        let is_said = says(m::SAYS_SHARE_DONE, &column_name(own, lang));
        is_said && unit.is_some_and(|unit| unit == "%") && reaches_all(figures, &table)
    })?;
    let rows: Vec<usize> = engine.rows().iter().collect();
    let naming = named(&table, &rows)?;
    let standing = |&row: &usize| {
        let category = table.category(&naming)?;
        let code = category.code(row).filter(|&code| !engine.is_total(&naming, code))?;
        let share = figures.float(row);
        Some(Standing {
            key: table.key(row)?.into_owned(),
            name: entry_name(&naming, category.dictionary.get(code)?, lang),
            figures: [String::new(), String::new()],
            share: share.map(|share| share / ALL),
            reached: share.map(|share| share >= ALL),
        })
    };
    let all: Vec<Standing> = rows.iter().filter_map(standing).collect();
    let known = all.iter().filter(|own| own.reached.is_some()).count();
    if known < FEWEST || known * 2 < all.len() {
        return None;
    }
    let name = without_unit(&column_name(column, lang)).to_owned();
    let headlines = [m::SHARE_REACHED, m::SHARE_EVERY, m::SHARE_REACHED];
    let (when, measured, unclear) = (when(engine, lang), name.clone(), Vec::new());
    Some(Things { all, unclear, headlines, name, measured, when }.reached(lang))
}

/// Whether some thing is done to the last: of shares that are all less, a ranking says more.
fn reaches_all(figures: &Figures, table: &Table) -> bool {
    let shares = || (0..table.len).filter_map(|row| figures.float(row));
    shares().any(|share| share >= ALL) && shares().all(|share| share >= 0.0)
}

/// One of few words that says of each row how far it has come: how many are done, and how many rows have each word.
fn of_words(engine: &mut Engine, lang: Lang) -> Option<Reached> {
    let table = engine.table().clone();
    let (key, done) = table.categories().find_map(|(column, category)| {
        let words: Vec<Said> =
            category.dictionary.iter().map(|(_, e)| said(&e.id)).collect::<Option<_>>()?;
        let is_told = words.len() > 1 && words.contains(&Said::Done);
        is_told.then(|| (column.key.clone(), words))
    })?;
    let rows: Vec<usize> = engine.rows().iter().collect();
    let has_names = named(&table, &rows).is_some();
    if table.measures().next().is_some() && !has_names {
        return None;
    }
    let category = table.category(&key)?;
    let (mut n, mut all, mut word) = (0_usize, 0_usize, None);
    let mut is_one_word = true;
    for &row in &rows {
        let Some(code) = category.code(row) else { continue };
        all += 1;
        if done.get(code as usize) == Some(&Said::Done) {
            n += 1;
            is_one_word &= word.is_none_or(|own| own == code);
            word = Some(code);
        }
    }
    if all < FEWEST {
        return None;
    }
    let own = word.filter(|_| is_one_word).and_then(|code| category.dictionary.get(code));
    let own = own.map(|entry| entry_name(&key, entry, lang));
    let own = own.unwrap_or_else(|| m::IS_DONE.get(lang).to_owned()).to_lowercase();
    let options = ChartOptions {
        group: key,
        split: NO_SPLIT.to_owned(),
        measure: Measure::Count,
        mark: Mark::Bar,
        ..ChartOptions::default()
    };
    let mut plan = plan_of_rows(engine, &options, lang).ok()?;
    let values = [("all", &*count(all)), ("n", &*count(n)), ("word", &*own)];
    plan.finding = m::HAVE_WORD.fill(lang, &values);
    plan.offers.clear();
    let tellings = vec![Telling {
        name: own.clone(),
        figure: FigureText::of(count(n)),
        beside: m::OF_ALL.fill(lang, &[("all", &count(all))]),
    }];
    Some(Reached { finding: None, chart: Some(plan), tellings })
}

/// What a word says of how far a thing has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Done,
    Other,
}

fn said(word: &str) -> Option<Said> {
    if is_one_of(m::WORDS_DONE, word) {
        return Some(Said::Done);
    }
    is_one_of(m::WORDS_OPEN, word).then_some(Said::Other)
}

fn is_one_of(list: Message, word: &str) -> bool {
    let word = word.trim().to_lowercase();
    Lang::ALL.iter().any(|&lang| list.get(lang).split(',').any(|own| own == word))
}

/// Whether a name has one of some words in it.
fn says(list: Message, name: &str) -> bool {
    let name = name.to_lowercase();
    Lang::ALL.iter().any(|&lang| list.get(lang).split(',').any(|own| name.contains(own)))
}

/// Key of the column that calls each row by another name; it may be one of texts.
fn named(table: &Table, rows: &[usize]) -> Option<String> {
    let by = |roles: &[Role]| naming(table, rows.iter().copied(), roles);
    by(&NAMES).or_else(|| by(&[Role::Text]))
}

fn count(n: usize) -> String {
    crate::i18n::grouped(&n.to_string())
}

/// The one period that all is of.
fn when(engine: &mut Engine, lang: Lang) -> String {
    let steps = Steps::of(engine, usize::MAX).filter(|steps| steps.len() == 1);
    steps.map(|steps| steps.whole(lang)).unwrap_or_default()
}

impl Things {
    fn reached(self, lang: Lang) -> Reached {
        let n = self.all.iter().filter(|own| own.reached == Some(true)).count();
        let [some, every, none] = self.headlines;
        let (message, told) = match n {
            _ if n == self.all.len() => (every, n),
            0 => (none, self.all.len()),
            _ => (some, n),
        };
        let values = [("all", &*count(self.all.len())), ("n", FIGURE), ("name", &self.name)];
        let headline = message.fill(lang, &values);
        let (before, after) = headline.split_once(FIGURE).unwrap_or_default();
        let number = count(told);
        let finding = Finding {
            when: self.when.clone(),
            hue: NEUTRAL,
            before: before.to_owned(),
            figure: FigureText::of(number.clone()),
            after: after.to_owned(),
            picture: Some(self.dots(n, [before, &number, after].concat(), lang)),
            more: self.notes(lang),
            ..Finding::default()
        };
        let mut tellings = vec![Telling {
            name: m::REACHED_ONES.get(lang).to_owned(),
            figure: FigureText::of(count(n)),
            beside: m::OF_ALL.fill(lang, &[("all", &count(self.all.len()))]),
        }];
        let chart = self.chart(lang);
        tellings.extend(chart.spec.data.iter().take(FEWEST).filter_map(|datum| {
            let category = chart.spec.categories.get(datum.category as usize)?;
            let figure = FigureText::of(datum.label.clone());
            Some(Telling { name: category.name.clone(), figure, beside: category.note.clone() })
        }));
        let chart = Some(chart).filter(|chart| !chart.spec.data.is_empty());
        Reached { finding: Some(finding), chart, tellings }
    }

    /// A dot for each, filled where it is reached.
    fn dots(&self, n: usize, title: String, lang: Lang) -> Picture {
        let part = ProgressPart {
            id: 0,
            extent: Extent::exact(n as f64),
            fill: Fill::Solid,
            hue: NEUTRAL,
            label: m::REACHED_SO_MANY.count(lang, n, &[]),
            tip: title.clone(),
        };
        // Of what has no result nobody knows.
        let is_known = self.all.iter().all(|own| own.reached.is_some());
        let rest = if is_known { m::NOT_SO_MANY } else { m::REST_SO_MANY };
        let spec = QuantitySpec {
            prefix: PREFIX.to_owned(),
            title,
            mark: QuantityMark::Count,
            hue: NEUTRAL,
            parts: vec![part],
            whole: Some(self.all.len() as f64),
            whole_label: rest.count(lang, self.all.len() - n, &[]),
            ..QuantitySpec::default()
        };
        Picture { spec, keys: Vec::new() }
    }

    /// What is not known of some, and what is not said of others.
    fn notes(&self, lang: Lang) -> String {
        let listed_some = |names: &[&str]| {
            let some: Vec<&str> = names.iter().copied().take(NAMED).collect();
            listed_of(&some, names.len(), lang)
        };
        let unknown = self.all.iter().filter(|own| own.reached.is_none());
        let unknown: Vec<&str> = unknown.map(|own| own.name.as_str()).collect();
        let unclear: Vec<&str> = self.unclear.iter().map(String::as_str).collect();
        let told = [(m::NO_RESULT, unknown), (m::LESS_OR_MORE, unclear)];
        let told = told.into_iter().filter(|(_, names)| !names.is_empty());
        let told: Vec<String> = told
            .map(|(message, names)| {
                message.count(lang, names.len(), &[("list", &listed_some(&names))])
            })
            .collect();
        sentences(&told, lang)
    }

    /// The share that is done of each that is not reached, the least first; of all where none is left.
    fn chart(&self, lang: Lang) -> Plan {
        let mut left: Vec<&Standing> = self
            .all
            .iter()
            .filter(|own| own.reached == Some(false) && own.share.is_some())
            .collect();
        let is_of_rest = !left.is_empty();
        if !is_of_rest {
            left = self.all.iter().filter(|own| own.share.is_some()).collect();
        }
        let share = |own: &Standing| own.share.unwrap_or_default() * ALL;
        left.order_by(|a, b| share(a).total_cmp(&share(b)));
        let (all, shown) = (left.len(), left.len().min(MOST));
        let text = |own: &Standing| amount(share(own), Some("%"), lang);
        let note = |own: &Standing| match own.figures.each_ref().map(String::as_str) {
            [target, done] if !target.is_empty() && !done.is_empty() => {
                m::DONE_AND_TARGET.fill(lang, &[("done", done), ("target", target)])
            }
            _ => String::new(),
        };
        let datum = |(id, own): (u32, &&Standing)| Datum {
            id,
            category: id,
            extent: Extent::exact(share(own)),
            hue: NEUTRAL,
            tip: listed([own.name.clone(), text(own), note(own)], w::SEPARATOR, lang),
            label: text(own),
            ..Datum::default()
        };
        let category =
            |own: &&Standing| Category { name: own.name.clone(), note: note(own), hue: None };
        let most = left.iter().map(|own| share(own)).fold(ALL, f64::max);
        let (least, those) = match self.name.is_empty() {
            true => (m::LEAST_DONE, m::NOT_REACHED),
            false => (m::LEAST_OF_ALL, m::NOT_ALL),
        };
        let title = match (is_of_rest, all > shown) {
            (true, true) => least.count(lang, shown, &[("all", &count(all))]),
            (true, false) => those.count(lang, all, &[]),
            (false, _) => m::DONE_OF_EACH.get(lang).to_owned(),
        };
        let unit = c::UNIT_LINE.fill(lang, &[("unit", "%")]);
        let header = vec![title.clone(), self.measured.clone(), String::new()];
        let rows = left.iter().map(|own| vec![own.name.clone(), text(own), note(own)]).collect();
        Plan {
            spec: ChartSpec {
                prefix: "chart".to_owned(),
                mark: MarkKind::Bar,
                categories: left.iter().take(shown).map(category).collect(),
                data: (0..).zip(left.iter().take(shown)).map(datum).collect(),
                value: ValueAxis { zero: true, domain: Some((0.0, most)), ..ValueAxis::default() },
                ..ChartSpec::default()
            },
            headings: Headings {
                title,
                subtitle: c::UNIT_AND_PERIOD.fill(lang, &[("a", &unit), ("b", &self.measured)]),
                source: String::new(),
            },
            listing: Listing { header, rows },
            targets: left
                .iter()
                .take(shown)
                .map(|own| Some(Action::Open(own.key.clone())))
                .collect(),
            ..Plan::default()
        }
    }
}
