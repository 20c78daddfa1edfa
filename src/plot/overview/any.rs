//! The overview of any table: how many rows, areas and periods; the mean and range of each measure; a card a topic; the
//! chart that says most.

use super::{CardPlan, Fact, Lead, OverviewPlan, opening, reached};
use crate::base::lang::Lang;
use crate::base::unit_name::beside_unit;
use crate::chart::palette::NEUTRAL;
use crate::column::{Periods, Reach, Role, Table};
use crate::i18n::catalog::{chart as c, sentence as m, words as w};
use crate::plot::chart::{
    Amount, GROUP_BY, Meant, Side, Subject, hue_of, meant, told_label, value_label, without_totals,
};
use crate::plot::measure::amount;
use crate::plot::steps::Steps;
use crate::plot::tally::{Total, distinct, tally};
use crate::query::{Engine, Groups};
use crate::state::{Action, ChartOptions, Measure, View};
use crate::words::{FigureText, column_name, listed, within_sentence};

/// Measures that facts and cards name.
const MEASURES: usize = 8;
/// Measures on a card.
const LEADS: usize = 3;
/// Cards of the greatest topics.
const CARDS: usize = 24;

pub(in crate::plot) fn plan(engine: &mut Engine, lang: Lang) -> OverviewPlan {
    let table = engine.table().clone();
    let mut plan = match reached::of(engine, lang) {
        // A mean of the targets of unlike things says nothing beside that.
        Some(own) => OverviewPlan {
            findings: own.finding.into_iter().collect(),
            chart: own.chart,
            facts: covered(engine, &table, lang),
            ..OverviewPlan::default()
        },
        None => OverviewPlan {
            chart: opening::chart(engine, lang),
            facts: facts(engine, &table, lang),
            ..OverviewPlan::default()
        },
    };
    if let Some(topic) = card_column(engine, &table) {
        plan.cards = cards(engine, &topic, lang);
        if !plan.cards.is_empty() {
            plan.by = m::BY_COLUMN.fill(lang, &[("column", &within(&table, &topic, lang))]);
        }
    }
    plan
}

fn name(table: &Table, key: &str, lang: Lang) -> String {
    table.column(key).map_or_else(|| key.to_owned(), |column| column_name(column, lang))
}

/// The same within a sentence.
fn within(table: &Table, key: &str, lang: Lang) -> String {
    within_sentence(&name(table, key, lang), lang)
}

fn count(n: usize) -> String {
    crate::i18n::grouped(&n.to_string())
}

/// What is measured, then how much the table covers.
fn facts(engine: &mut Engine, table: &Table, lang: Lang) -> Vec<Fact> {
    let covered = covered(engine, table, lang);
    let mut facts = measured(engine, table, lang);
    facts.extend(covered);
    facts
}

/// How many rows, areas, topics and periods there are.
fn covered(engine: &mut Engine, table: &Table, lang: Lang) -> Vec<Fact> {
    let fact = |name: String, value: String| Fact { name, value, ..Fact::default() };
    let mut facts = vec![fact(c::MEASURE_ROWS.get(lang).to_owned(), count(engine.matching()))];
    for role in [Role::Area, Role::Topic, Role::Series] {
        if let Some(column) = table.by_role(role) {
            facts.push(values_of(engine, table, &column.key, lang));
        }
    }
    let steps = Steps::of(engine, usize::MAX);
    if let Some(steps) = &steps {
        let periods = m::PERIODS.count(lang, steps.len(), &[]);
        let time = name(table, &steps.column, lang);
        facts.push(Fact { name: time, value: steps.whole(lang), note: periods, ..Fact::default() });
    }
    facts
}

/// The mean and the range of each measure.
fn measured(engine: &mut Engine, table: &Table, lang: Lang) -> Vec<Fact> {
    let steps = Steps::of(engine, usize::MAX);
    let options = ChartOptions::default();
    let mut subject = Subject::plain(engine, &options, lang);
    if subject.mixed().is_some() {
        return unlike(&mut subject);
    }
    let mut facts = Vec::new();
    let without = without_totals(subject.engine, &[], lang);
    let whole = Whole::of(subject.engine, table, steps);
    for key in subject.measures().into_iter().take(MEASURES) {
        let (name, unit) = (subject.titled(&key), subject.unit(&key));
        let total = Total::of_measure(subject.engine, &key);
        // The one number of a measure is told as it is meant.
        let is_one = total.as_ref().is_some_and(|total| total.numbers == 1);
        let measured = is_one.then_some(key.as_str());
        let meant = meant(subject.engine, measured, &[], |_| Some(Vec::new()));
        let told = (unit.as_deref(), meant.get(&Vec::new()));
        let mut fact = measure(name, total, told, (&without, lang));
        let printed = whole.as_ref().and_then(|w| w.printed(&mut subject, &key, unit.as_deref()));
        if let Some(printed) = printed {
            let mean = std::mem::replace(&mut fact.value, printed);
            fact.note = listed([mean.as_str(), fact.note.as_str()], w::SEPARATOR, lang);
        }
        facts.push(fact);
    }
    facts
}

/// A value that stands for all others of its column, with one row a period at most.
struct Whole {
    column: String,
    code: u32,
    /// The column of periods, where rows are of several.
    time: Option<String>,
}

impl Whole {
    /// The first such value of a table's columns, where each has one alone.
    fn of(engine: &mut Engine, table: &Table, steps: Option<Steps>) -> Option<Self> {
        if !engine.has_totals() {
            return None;
        }
        let steps = steps.filter(|steps| steps.len() > 1);
        let most = steps.as_ref().map_or(1, Steps::len);
        let time = steps.map(|steps| steps.column);
        let keys: Vec<String> = table.categories().map(|(column, _)| column.key.clone()).collect();
        keys.into_iter().find_map(|column| {
            let rows = tally(engine, &column);
            let is_whole = |&(code, &rows): &(u32, &u32)| {
                rows > 0 && engine.reach(&column, code) == Some(Reach::Whole)
            };
            let mut wholes = (0..).zip(&rows).filter(is_whole);
            let (Some((code, &own)), None) = (wholes.next(), wholes.next()) else { return None };
            let others = rows.iter().filter(|&&rows| rows > 0).count() - 1;
            let is_one = own as usize <= most && others > 0;
            is_one.then(|| Self { column, code, time: time.clone() })
        })
    }

    /// What the file itself says that a measure comes to, at last: with its name, and where there are several with its period.
    fn printed(&self, s: &mut Subject, measure: &str, unit: Option<&str>) -> Option<String> {
        let keys: Vec<&str> =
            std::iter::once(self.column.as_str()).chain(self.time.as_deref()).collect();
        let groups = s.engine.group_every(&keys, measure);
        let spans = s.table.time().map(Periods::spans).unwrap_or_default();
        let last = |at: usize| groups.codes.get(1).map(|codes| spans.get(codes[at] as usize));
        let own = (0..groups.len()).filter(|&at| groups.codes[0][at] == self.code);
        let known = own.filter_map(|at| Some((at, Total::of(&groups, at)?)));
        let (at, total) = known.max_by_key(|(at, _)| last(*at).flatten().map(|span| span.last))?;
        if total.numbers > 1 {
            return None;
        }
        let mut name = value_label(s.table.column(&self.column)?, self.code, s.lang);
        // Chinese sets its words beside a number, but no Latin name.
        if s.lang == Lang::Zh && name.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            name.push(' ');
        }
        let value = amount(total.sum, unit, s.lang);
        let values = [("name", name.as_str()), ("value", value.as_str())];
        let Some(codes) = groups.codes.get(1) else {
            return Some(m::WHOLE_IS.fill(s.lang, &values));
        };
        let time = value_label(s.table.column(self.time.as_deref()?)?, codes[at], s.lang);
        Some(m::WHOLE_AT.fill(s.lang, &[values[0], values[1], ("time", &time)]))
    }
}

/// How many values a column has, its totals apart.
fn values_of(engine: &mut Engine, table: &Table, key: &str, lang: Lang) -> Fact {
    let present = (0..).zip(tally(engine, key)).filter(|&(_, n)| n > 0);
    let (totals, values): (Vec<u32>, Vec<u32>) =
        present.map(|(code, _)| code).partition(|&code| engine.is_total(key, code));
    let (parts, totals): (Vec<u32>, Vec<u32>) =
        totals.into_iter().partition(|&code| engine.is_part(key, code));
    let beside = [(c::BESIDES_TOTALS, totals.len()), (c::BESIDES_PARTS, parts.len())];
    let beside =
        beside.into_iter().filter(|(_, n)| *n > 0).map(|(told, n)| told.count(lang, n, &[]));
    let note = listed(beside, w::SEPARATOR, lang);
    let (name, value) = (name(table, key, lang), m::VALUES.count(lang, values.len(), &[]));
    Fact { name, value, note, ..Fact::default() }
}

/// Of rows that measure unlike things no mean says anything: one of each thing, in each of its units, as the table names
/// them first.
fn unlike(s: &mut Subject) -> Vec<Fact> {
    let roles = [Role::Series, Role::Kind].into_iter().filter_map(|role| s.key(role));
    let keys: Vec<String> = roles.collect();
    let keys: Vec<&str> =
        keys.iter().map(String::as_str).filter(|key| s.distinct(key) > 1).collect();
    let (table, lang, several) = (s.table.clone(), s.lang, s.measures().len() > 1);
    let without = without_totals(s.engine, &keys, lang);
    let mut facts = Vec::new();
    for key in s.measures() {
        let groups = s.engine.group_every(&keys, &key);
        let meant = meant(s.engine, Some(&key), &keys, |row| {
            let code = |key: &&str| table.category(key)?.code(row);
            keys.iter().map(code).collect()
        });
        for at in 0..groups.len() {
            let (mut names, mut unit) = (Vec::new(), s.unit(&key));
            for (column, codes) in keys.iter().zip(&groups.codes) {
                let Some(column) = table.column(column) else { continue };
                let value = value_label(column, codes[at], lang);
                match column.role {
                    // That no unit is stated is none.
                    Role::Kind if codes[at] == Groups::NO_CODE => {}
                    Role::Kind => unit = unit.or(Some(value)),
                    _ => names.push(value),
                }
            }
            if several || names.is_empty() {
                names.push(self::name(&table, &key, lang));
            }
            let name = names.join(w::SEPARATOR.get(lang));
            let bare = unit.as_ref().map_or(&*name, |unit| beside_unit(&name, unit)).to_owned();
            let total = Total::of(&groups, at);
            let codes: Vec<u32> = groups.codes.iter().map(|codes| codes[at]).collect();
            let told = (unit.as_deref(), meant.get(&codes));
            facts.push((measure(bare, total, told, (&without, lang)), unit));
            if facts.len() == MEASURES {
                return told_apart(facts, lang);
            }
        }
    }
    told_apart(facts, lang)
}

/// Facts whose units alone tell them apart name these; the others have them behind their numbers.
fn told_apart(facts: Vec<(Fact, Option<String>)>, lang: Lang) -> Vec<Fact> {
    let names: Vec<String> = facts.iter().map(|(fact, _)| fact.name.clone()).collect();
    let told = |(mut fact, unit): (Fact, Option<String>)| {
        let is_shared = names.iter().filter(|name| **name == fact.name).count() > 1;
        if let Some(unit) = unit.filter(|_| is_shared) {
            fact.name = w::PARENTHESIS.fill(lang, &[("a", &fact.name), ("b", &unit)]);
        }
        fact
    };
    facts.into_iter().map(told).collect()
}

/// The mean and the range of a measure, or its one number as it is meant, and what they leave out.
fn measure(
    name: String,
    total: Option<Total>,
    (unit, meant): (Option<&str>, Option<&Meant>),
    (without, lang): (&str, Lang),
) -> Fact {
    let Some(total) = total else {
        return Fact { name, value: c::NO_FIGURE.get(lang).to_owned(), ..Fact::default() };
    };
    let text = |value: f64| amount(value, unit, lang);
    if total.numbers == 1 {
        let told = |meant: &Meant| meant.worded(total.sum, text, lang);
        let (value, note) = (meant.map_or_else(|| text(total.sum), told), without.to_owned());
        return Fact { name, value, note, is_figure: true };
    }
    let value = m::MEAN_IS.fill(lang, &[("value", &text(total.mean()))]);
    let (low, high) = (text(total.min), text(total.max));
    let range = m::RANGE_IS.fill(lang, &[("low", &low), ("high", &high)]);
    let note = listed([range.as_str(), without], w::SEPARATOR, lang);
    Fact { name, value, note, is_figure: true }
}

/// Topics, else areas, else the first category that has a few values.
fn card_column(engine: &mut Engine, table: &Table) -> Option<String> {
    let roles = GROUP_BY.into_iter().filter(|role| !matches!(role, Role::Stage | Role::Time));
    let mut keys = roles.filter_map(|role| Some(table.by_name(role)?.key.clone()));
    keys.find(|key| distinct(engine, key) > 0)
}

fn cards(engine: &mut Engine, topic: &str, lang: Lang) -> Vec<CardPlan> {
    let options = ChartOptions::default();
    let mut subject = Subject::plain(engine, &options, lang);
    let s = &mut subject;
    let groups = s.engine.group_by(&[topic], None);
    let Some(codes) = groups.codes.first() else { return Vec::new() };
    let table = s.table.clone();
    let Some(column) = table.column(topic) else { return Vec::new() };
    let Some(mut side) = Side::of(column, codes) else { return Vec::new() };
    side.codes.retain(|&code| code != crate::query::Groups::NO_CODE);
    let rows: Vec<f64> = side.amounts(&groups).iter().map(|own| f64::from(own.rows)).collect();
    // Of single rows the chart and the table say as much.
    if rows.iter().all(|&own| own <= 1.0) {
        return Vec::new();
    }
    side.keep(&rows, false, CARDS);
    let (amounts, leads) = (side.amounts(&groups), leads(s, &side));
    let card = |(place, &code): (usize, &u32)| {
        let (column_key, id) = side.clause(code)?;
        Some(CardPlan {
            name: told_label(s.engine, column, code, s.lang),
            hue: hue_of(column, code).unwrap_or(NEUTRAL),
            count: m::MORE_ROWS.count(lang, amounts[place].rows as usize, &[]),
            all: vec![Action::Choose(column_key, id.clone()), Action::Show(View::Table)],
            leads: leads.iter().filter_map(|lead| lead[place].clone()).collect(),
            id,
            ..CardPlan::default()
        })
    };
    side.codes.iter().enumerate().filter_map(card).collect()
}

/// By measure and place of the topic, its mean. None of rows that measure unlike things.
fn leads(s: &mut Subject, side: &Side) -> Vec<Vec<Option<Lead>>> {
    if s.mixed().is_some() {
        return Vec::new();
    }
    let mut leads = Vec::new();
    for key in s.measures().into_iter().take(LEADS) {
        let groups = s.engine.group_every(&[&side.column.key], &key);
        let (name, unit) = (s.titled(&key), s.unit(&key));
        let lead = |(mean, numbers): (f64, u32)| Lead {
            key: None,
            figure: FigureText::of(amount(mean, unit.as_deref(), s.lang)),
            name: name.clone(),
            // One number is no mean.
            beside: if numbers > 1 { m::MEAN.get(s.lang).to_owned() } else { String::new() },
            picture: None,
        };
        let known = |own: Amount| Some((own.known(Measure::Mean)?, own.numbers));
        leads.push(side.amounts(&groups).into_iter().map(|own| known(own).map(lead)).collect());
    }
    leads
}
