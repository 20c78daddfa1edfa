//! Instant search.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Session;
use super::answer::{AnswerText, answer};
use super::ask::Ask;
use super::asked::{Asked, Understood};
use super::asked_rows;
use crate::base::fold::fold;
use crate::base::lang::Lang;
use crate::base::pinyin::Pinyin;
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::table::{IS_A_PART, IS_A_TOTAL};
use crate::i18n::catalog::words::SEPARATOR;
use crate::plot::detail;
use crate::query::{Filter, Hit, Query, Searchable, Word};
use crate::words::{
    FigureText, column_name, entry_name, figure, listed, observation_name, period_text,
};

/// Results of each kind.
const LIMIT: usize = 6;
/// Results of each kind that no row under the filter has.
const BEYOND: usize = 3;

/// Which names and printed figures hold this?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Find {
    /// What a reader typed.
    pub text: String,
    /// What is filtered: results that are under it come first.
    pub filter: Filter,
    /// Language of what tells the results apart.
    pub lang: Lang,
}

/// What a search comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The results, those under the filter first.
    pub hits: Vec<Found>,
    /// How many of them are under the filter.
    pub inside: usize,
    /// What is said before those that are not; empty where there are none.
    pub beyond: String,
    /// Rows under the filter that hold every word.
    pub rows: usize,
    /// What was understood of a question.
    pub understood: Vec<Understood>,
    /// What was not understood, or that nothing holds all of it; may be empty.
    pub remark: String,
    /// The first result told whole, where it is the answer.
    pub answer: Option<AnswerText>,
}

/// A result: what kind it is, its name with the match, and what tells it from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What was found.
    pub target: Searchable,
    /// What kind of thing it is.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The name's language: that of the match.
    pub lang: Lang,
    /// The matched characters of the name, ascending; none where something else about it matches.
    pub marks: Vec<Range<usize>>,
    /// What tells it from others; may be empty.
    pub beside: String,
}

impl Ask for Find {
    type Answer = Finding;

    fn answer(&self, session: &mut Session) -> Finding {
        if self.text.trim().is_empty() {
            return Finding::default();
        }
        session.prepare_search();
        session.set_filter(&self.filter);
        let mut found = session.engine.search(&self.text, LIMIT, BEYOND);
        let asked = Asked::of(session, &self.text);
        let (mut is_answered, mut is_question) = (false, false);
        if let Some(asked) = asked.as_ref().filter(|a| a.is_question(session.engine.table())) {
            (is_answered, is_question) = (asked.is_answered, true);
            let is_free = self.filter.is_empty();
            found.hits = merged(session, asked, std::mem::take(&mut found.hits), is_free);
            if found.words.is_empty() {
                found.words = Query::read(&self.text).words;
                found.outside = asked.rows.iter().filter(|scored| !scored.is_inside).count();
            }
        }
        let own = match asked {
            Some(_) => None,
            None => asked_rows::ask(session, &self.text, self.lang),
        };
        if let Some(own) = &own {
            put_before(&own.keys, own.answer.is_some(), &mut found.hits);
            if found.words.is_empty() {
                found.words = Query::read(&self.text).words;
            }
        }
        let told = Told {
            session,
            words: found.words,
            phrase: fold(self.text.trim()),
            lang: self.lang,
            pinyin: Pinyin::default(),
        };
        let inside = found.hits.iter().filter(|hit| hit.is_inside).count();
        let has_more = found.outside > 0 || inside < found.hits.len();
        let beyond = match session.rows.are_published() {
            _ if !has_more => String::new(),
            _ if found.outside == 0 => m::SEARCH_ELSEWHERE.get(self.lang).to_owned(),
            true => m::SEARCH_BEYOND.count(self.lang, found.outside, &[]),
            false => m::SEARCH_BEYOND_ROWS.count(self.lang, found.outside, &[]),
        };
        // A figure that alone holds what was typed is what was looked for; of a question, every part must be held.
        is_answered |= !is_question && found.inside == 1 && found.outside == 0;
        let first = found.hits.first().map(|hit| hit.target.clone());
        let hits = found.hits.into_iter().map(|hit| told.hit(hit.target)).collect();
        let mut finding =
            Finding { hits, inside, beyond, rows: found.inside, ..Finding::default() };
        if let Some(own) = own {
            (finding.answer, finding.understood) = (own.answer, own.understood);
        }
        if let Some((asked, data)) = asked.zip(session.rows.as_ref().published()) {
            let row = match first {
                Some(Searchable::Row(key)) if is_answered => data.observations.find(&key),
                _ => None,
            };
            finding.answer =
                row.map(|id| answer(data, &data.observations[id], &asked.rows, self.lang));
            finding.understood = asked.understood(session.engine.table(), data, self.lang);
            let is_held = finding.rows + found.outside > 0 && asked.reading.unknown.is_empty();
            finding.remark = if is_held { String::new() } else { asked.remark(self.lang) };
        }
        finding
    }
}

/// Puts the rows that hold a question before the other results, where one is its answer or nothing else was found.
fn put_before(keys: &[String], is_answered: bool, hits: &mut Vec<Hit>) {
    if !is_answered && !hits.is_empty() {
        return;
    }
    let rows: Vec<Searchable> = keys.iter().map(|key| Searchable::Row(key.clone())).collect();
    hits.retain(|hit| !rows.contains(&hit.target));
    hits.splice(0..0, rows.into_iter().map(|target| Hit { target, is_inside: true }));
}

/// The results of a question: its figures and those near it, what it names, then what else holds the words; first what
/// is under the filter.
fn merged(session: &Session, asked: &Asked, others: Vec<Hit>, is_free: bool) -> Vec<Hit> {
    let table = session.engine.table();
    let is_met = is_free || asked.rows.iter().any(|scored| scored.is_inside);
    let has_subject = asked.has_subject(table);
    let mut hits: Vec<Hit> = Vec::new();
    for is_inside in [true, false] {
        let limit = if is_inside { LIMIT } else { BEYOND };
        let rows = asked
            .rows
            .iter()
            .chain(&asked.near)
            .filter(|s| has_subject && s.is_inside == is_inside);
        let keys = rows.take(limit).filter_map(|scored| table.key(scored.row));
        let rows = keys.map(|key| Hit { target: Searchable::Row(key.into_owned()), is_inside });
        hits.extend(rows);
        // Values that no figure under the filter has are told as such by the search.
        let is_known = |target: &Searchable| others.iter().any(|other| other.target == *target);
        let named = asked.values(table, BEYOND).into_iter().filter(|value| !is_known(value));
        if is_inside == is_met {
            hits.extend(named.map(|target| Hit { target, is_inside }));
        }
        let values = others.iter().filter(|hit| hit.is_inside == is_inside);
        let keeps_rows = asked.rows.is_empty();
        let values =
            values.filter(|hit| keeps_rows || matches!(hit.target, Searchable::Value { .. }));
        hits.extend(values.cloned());
    }
    hits
}

/// What is needed to tell a result in words.
struct Told<'a> {
    session: &'a Session,
    words: Vec<Word>,
    phrase: String,
    lang: Lang,
    pinyin: Pinyin,
}

impl Told<'_> {
    fn hit(&self, target: Searchable) -> Found {
        match &target {
            Searchable::Value { column, id } => self.value(column, id, target.clone()),
            Searchable::Row(key) => self.row(key, target.clone()),
        }
    }

    /// Named in the language of the match; beside it the reader's own name for it, or by what it was found.
    fn value(&self, column: &str, id: &str, target: Searchable) -> Found {
        let table = self.session.engine.table();
        let kind = table.column(column).map(|c| column_name(c, self.lang)).unwrap_or_default();
        let category = table.category(column);
        let entry = category.and_then(|c| c.dictionary.get(c.dictionary.code(id)?));
        let name = |lang| entry.map(|entry| entry_name(column, entry, lang)).unwrap_or_default();
        let own = name(self.lang);
        let marked = |lang| (lang, self.marks(&name(lang)));
        let [zh, en] = Lang::ALL.map(marked);
        let covers = |marks: &[Range<usize>]| marks.iter().map(Range::len).sum::<usize>();
        let is_en = covers(&en.1) > 0 && (zh.1.is_empty() || !self.is_literal(&name(Lang::Zh)));
        let (lang, marks) = if is_en { en } else { zh };
        // A name that is the same in both languages is read in the reader's, as is one without a match.
        let is_own = marks.is_empty() || name(Lang::Zh) == name(Lang::En);
        let lang = if is_own { self.lang } else { lang };
        let beside = match name(lang) {
            shown if shown != own => own,
            _ => self.by_what(column, id, &marks),
        };
        let code = category.and_then(|category| category.dictionary.code(id));
        let is_total = code.is_some_and(|code| self.session.engine.is_total(column, code));
        let is_part = code.is_some_and(|code| self.session.engine.is_part(column, code));
        let total = match (is_total, is_part) {
            (_, true) => IS_A_PART.get(self.lang),
            (true, false) => IS_A_TOTAL.get(self.lang),
            (false, false) => "",
        };
        let beside = listed([total, &beside], SEPARATOR, self.lang);
        Found { target, kind, name: name(lang), lang, marks, beside }
    }

    /// Whether a name holds a word as it is written, not as it is read.
    fn is_literal(&self, name: &str) -> bool {
        let name = fold(name);
        self.words.iter().any(|word| name.contains(word.text()))
    }

    /// The everyday word or the part of the definition that was found, where the name does not hold what was typed.
    fn by_what(&self, column: &str, id: &str, marks: &[Range<usize>]) -> String {
        let also = self.session.engine.terms().and_then(|terms| terms.get(column, id));
        let Some(also) = also.filter(|_| marks.is_empty()) else { return String::new() };
        let holds =
            |text: &&String| self.words.iter().any(|word| word.find(text, &self.pinyin).is_some());
        if let Some(other) = also.names.iter().find(holds) {
            return m::SEARCH_RELATED.fill(self.lang, &[("word", other)]);
        }
        let words = || self.words.iter().map(Word::text);
        let told = words().find(|word| also.about.iter().any(|text| fold(text).contains(word)));
        told.map(|word| m::SEARCH_DEFINED.fill(self.lang, &[("word", word)])).unwrap_or_default()
    }

    /// Where a name holds the whole of what was typed, else each word.
    fn marks(&self, name: &str) -> Vec<Range<usize>> {
        let (folded, places) = crate::base::fold::fold_placed(name);
        let phrase: Vec<char> = self.phrase.chars().collect();
        let whole = folded.windows(phrase.len().max(1)).position(|window| window == phrase);
        if self.words.len() > 1
            && let Some(start) = whole
            && let (Some(from), Some(to)) =
                (places.get(start), places.get(start + phrase.len() - 1))
        {
            return std::iter::once(*from..to + 1).collect();
        }
        let mut marks: Vec<Range<usize>> =
            self.words.iter().filter_map(|word| word.find(name, &self.pinyin)).collect();
        marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for mark in marks {
            match joined.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                _ => joined.push(mark),
            }
        }
        joined
    }

    /// A published figure as it is printed, and what it is about; any other row by its values.
    fn row(&self, key: &str, target: Searchable) -> Found {
        let (session, lang) = (self.session, self.lang);
        let rows = session.rows.as_ref();
        let found = rows.published().and_then(|data| Some((data, data.observations.find(key)?)));
        let Some((data, id)) = found else {
            let plan = detail::plan(&session.engine, rows, key, "", lang).unwrap_or_default();
            let values: Vec<&str> = plan.facts.iter().map(|(_, value)| value.as_str()).collect();
            let marks = self.marks(&plan.name);
            let beside = values.join(SEPARATOR.get(lang));
            return Found {
                target,
                kind: m::ROWS.get(lang).to_owned(),
                name: plan.name,
                lang,
                marks,
                beside,
            };
        };
        let o = &data.observations[id];
        // A figure is named as it is printed, unless it is ours; to that comes what a reader of English, or of a figure
        // in doubt, must know of it, and the figure whole where the words that limit it are printed elsewhere.
        let text = figure(data, o, lang);
        let (name, told) = (o.locator.printed.clone(), text.to_string());
        let (name, told, name_lang) = match o.is_derived() {
            true => (told, String::new(), lang),
            false if told == name || (lang == Lang::Zh && !is_bare(&name, &text)) => {
                (name, text.mark, Lang::Zh)
            }
            false => (name, told, Lang::Zh),
        };
        let place = data.places[o.place].known_as();
        let parts = [
            told,
            observation_name(data, o, lang),
            place.get(lang).to_owned(),
            period_text(o, lang),
        ];
        let parts: Vec<&str> =
            parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        Found {
            target,
            kind: m::FIGURES.get(lang).to_owned(),
            marks: self.marks(&name),
            name,
            lang: name_lang,
            beside: parts.join(SEPARATOR.get(lang)),
        }
    }
}

/// Whether a figure that is limited (不低于, 近) is printed as but a number and its unit.
fn is_bare(printed: &str, text: &FigureText) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let unit: String = printed.chars().filter(|c| !is_of_number(*c)).collect();
    !text.qualifier.is_empty() && text.unit.contains(&unit)
}
