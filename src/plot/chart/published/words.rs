//! The words around a chart: unit, period, sources, notes.

use super::Published;
use crate::base::date::{PartialDate, civil};
use crate::base::order::Order;
use crate::column::Role;
use crate::i18n;
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::SEMICOLON;
use crate::model::Source;
use crate::plot::chart::{Headings, subtitle};
use crate::plot::guard::{self, Facts, Weight};
use crate::words::{amid, listed, period_text, publication_date, source_line};

/// How many differences are told in a line.
const TOLD: usize = 2;

/// Title, unit and period, sources of the rows.
pub(super) fn headings(s: &Published, title: String, unit: &str, rows: &[usize]) -> Headings {
    let subtitle = subtitle(unit.to_owned(), period(s, rows), s.lang);
    Headings { title, subtitle, source: sources(s, rows) }
}

/// The one period of the rows, or the years they span.
fn period(s: &Published, rows: &[usize]) -> String {
    // What is aimed at is no state as of a time.
    let mut told = rows.iter().map(|&row| period_text(s.observation(row), s.lang));
    if let Some(first) = told.next()
        && told.all(|own| own == first)
    {
        return first;
    }
    let mut periods = rows.iter().map(|&row| s.observation(row).period);
    if let Some(first) = periods.next()
        && periods.all(|period| period == first)
    {
        return i18n::period(first.start, first.end, s.lang);
    }
    let Some(time) = s.table.time() else { return String::new() };
    let year = |day| PartialDate::Year(civil(day).0);
    let first = rows.iter().filter_map(|&row| time.first(row)).min().map(year);
    let last = rows.iter().filter_map(|&row| time.last(row)).max().map(year);
    last.map_or_else(String::new, |last| i18n::period(first, last, s.lang))
}

fn sources(s: &Published, rows: &[usize]) -> String {
    let used = s.data.sources_of(rows.iter().copied()).into_iter();
    let release =
        |source: &Source| (source.title.get(s.lang).to_owned(), publication_date(source, s.lang));
    let releases: Vec<_> = used.map(|(source, _)| release(source)).collect();
    source_line(&releases, s.lang)
}

/// Says how many figures of other kinds the choice of one kind leaves out.
pub(super) fn kind_note(s: &Published) -> Option<String> {
    let others = s.all.len() - s.rows.len();
    let code = s.codes(Role::Kind, &s.rows).first().copied()?;
    let kind = s.name(Role::Kind, code);
    (others > 0).then(|| m::OTHER_KINDS.count(s.lang, others, &[("kind", &kind)]))
}

/// What differs among figures, as words within a line: what weighs most, and no more than a reader takes in.
pub(super) fn differences(s: &Published, rows: &[usize]) -> String {
    let facts: Vec<Facts> = rows.iter().map(|&row| Facts::of(s.data, s.observation(row))).collect();
    let word = guard::wording(&facts);
    let mut told: Vec<(Weight, String)> = Vec::new();
    for (at, a) in facts.iter().enumerate() {
        for b in &facts[at + 1..] {
            let mut verdict = guard::compare(a, b);
            verdict.0.retain(|reason| reason.weight() > Weight::Note);
            let Some(weight) = verdict.weight() else { continue };
            for reason in guard::reasons(&verdict, word, s.data, s.lang) {
                if !told.iter().any(|(_, own)| *own == reason) {
                    told.push((weight, reason));
                }
            }
        }
    }
    told.order_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    listed(told.into_iter().take(TOLD).map(|(_, reason)| amid(&reason, s.lang)), SEMICOLON, s.lang)
}
