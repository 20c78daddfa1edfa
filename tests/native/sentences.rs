//! Everything the page can say about the bundled data, in both languages: `tests/snapshots/sentences-zh.txt` and
//! `-en.txt`, read by people, so that a changed claim is seen in review. `make sentences` rewrites them.
//!
//! The lines are the words of the answers that views are drawn from, each where it is first said; what is drawn as a
//! picture is there as its text alternative.

use std::collections::HashSet;
use std::fmt::Write;
use std::fs;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::plot::chart::Plan;
use minsheng_explorer::query::{Clause, Filter};
use minsheng_explorer::session::{self, Ask, Session};
use minsheng_explorer::state::{
    ChartOptions, CompareOptions, Comparison, Grouping, LedgerOptions, Mark, Measure,
    OverviewOptions, PosterOptions, TimelineOptions,
};
use serde::Serialize;
use serde_json::Value as Json;

use crate::packages;

/// Fields of answers that hold no words for readers, or words that stand elsewhere.
const UNSAID: [&str; 22] = [
    "key",
    "id",
    "column",
    "prefix",
    "link",
    "target",
    "targets",
    "actions",
    "action",
    "only",
    "parts",
    "all",
    "shade",
    "mark",
    "fill",
    "origin",
    "kind",
    "topic",
    "chosen",
    "fingerprint",
    "width",
    "listing",
];

/// The lines said so far.
#[derive(Default)]
struct Book {
    text: String,
    said: HashSet<String>,
    heading: String,
}

impl Book {
    fn open(&mut self, heading: impl Into<String>) {
        self.heading = heading.into();
    }

    /// Adds a line where it is new; the heading before the first of them.
    fn say(&mut self, line: &str, lang: Lang) {
        let line = line.replace('\u{2060}', "").replace('\u{a0}', " ");
        for line in line.lines().map(str::trim) {
            if !is_worded(line, lang) || !self.said.insert(line.to_owned()) {
                continue;
            }
            if !self.heading.is_empty() {
                let _ = writeln!(self.text, "\n## {}", std::mem::take(&mut self.heading));
            }
            let _ = writeln!(self.text, "{line}");
        }
    }

    /// Every text of an answer.
    fn all_of(&mut self, answer: &impl Serialize, lang: Lang) {
        let json = serde_json::to_value(answer).unwrap();
        self.walk(&json, lang);
    }

    fn walk(&mut self, json: &Json, lang: Lang) {
        match json {
            Json::String(text) => self.say(text, lang),
            Json::Array(items) => items.iter().for_each(|item| self.walk(item, lang)),
            Json::Object(fields) => {
                // A figure is said in one piece.
                if let Some(figure) = figure_of(json) {
                    return self.say(&figure, lang);
                }
                for (name, value) in fields {
                    if !UNSAID.contains(&name.as_str()) {
                        self.walk(value, lang);
                    }
                }
            }
            _ => {}
        }
    }

    fn chart(&mut self, plan: &Plan, lang: Lang) {
        self.say(&plan.headings.title, lang);
        self.say(&plan.headings.subtitle, lang);
        self.say(&plan.headings.source, lang);
        self.say(&plan.description("", lang), lang);
        plan.notes.iter().for_each(|note| self.say(note, lang));
        for mark in &plan.spec.data {
            self.say(&mark.tip, lang);
        }
        for offer in &plan.offers {
            self.say(&offer.label, lang);
        }
    }
}

/// Whether a text is words: ids, codes and bare numbers are not.
fn is_worded(text: &str, lang: Lang) -> bool {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    match lang {
        Lang::Zh => text.contains(is_han),
        Lang::En => {
            text.contains(' ')
                || text.starts_with(|c: char| c.is_ascii_uppercase() && text.len() > 3)
        }
    }
}

fn figure_of(json: &Json) -> Option<String> {
    let figure: minsheng_explorer::words::FigureText = serde_json::from_value(json.clone()).ok()?;
    Some(figure.to_string())
}

fn session() -> Session {
    let (data, problems) = read_package(&packages::bundled());
    let table = from_dataset(&data);
    Session::new(data, table, problems)
}

fn only(column: &str, value: &str) -> Filter {
    let mut filter = Filter::default();
    filter.set(column, Clause::AnyOf([value.to_owned()].into()));
    filter
}

/// The whole, and every value of these columns that rows have, each with what it is called here.
fn selections(columns: &[&str]) -> Vec<(String, Filter)> {
    let (data, _) = read_package(&packages::bundled());
    let table = from_dataset(&data);
    let mut found = vec![("all".to_owned(), Filter::default())];
    for column in columns {
        let category = table.category(column).unwrap();
        let used: HashSet<u32> = (0..table.len).filter_map(|row| category.code(row)).collect();
        for (_, entry) in category.dictionary.iter().filter(|(code, _)| used.contains(code)) {
            found.push((format!("{column}={}", entry.id), only(column, &entry.id)));
        }
    }
    found
}

fn figures(book: &mut Book, session: &mut Session, lang: Lang) {
    let (data, _) = read_package(&packages::bundled());
    for (_, o) in data.observations.iter() {
        book.open(format!("figure {}", o.id));
        let question = session::Detail {
            filter: Filter::default(),
            key: o.id.clone(),
            day: String::new(),
            lang,
        };
        let plan = question.answer(session).unwrap();
        book.all_of(&plan, lang);
    }
}

fn pictures(book: &mut Book, session: &mut Session, lang: Lang) {
    for (name, filter) in selections(&["place", "domain", "source", "stage", "doubt", "origin"]) {
        book.open(format!("selection {name}"));
        let told = session::Selection { filter: filter.clone(), lang }.answer(session);
        book.say(&told.line, lang);
        book.say(&told.sentence, lang);
        book.say(&told.count, lang);
        book.open(format!("overview {name}"));
        let plan =
            session::Overview { filter: filter.clone(), options: OverviewOptions::default(), lang }
                .answer(session);
        for finding in &plan.findings {
            let said = format!("{}{}{}", finding.before, finding.figure, finding.after);
            book.say(&format!("{} ({}) {said}", finding.head, finding.when), lang);
            book.all_of(&finding.picture, lang);
            book.say(&finding.more, lang);
            book.say(&finding.source, lang);
        }
        book.all_of(&plan.place, lang);
        book.all_of(&plan.cards, lang);
        book.all_of(&plan.money, lang);
        book.all_of(&plan.promised, lang);
        book.open(format!("timeline {name}"));
        let (options, chart) = (TimelineOptions::default(), ChartOptions::default());
        let timeline = session::Timeline { filter, options, chart, most: None, lang };
        book.all_of(&timeline.answer(session), lang);
    }
    for (place, here) in selections(&["place"]) {
        for (topic, of) in selections(&["topic", "domain"]).into_iter().skip(1) {
            let mut filter = here.clone();
            of.iter().for_each(|(column, clause)| filter.set(column, clause.clone()));
            let told = session::Selection { filter: filter.clone(), lang }.answer(session);
            if told.matching == 0 {
                book.open(format!("empty {place} {topic}"));
                book.all_of(&session::Empty { filter, lang }.answer(session), lang);
            }
        }
    }
    for promises in [Grouping::Place, Grouping::Domain] {
        book.open(format!("promises by {}", promises.id()));
        let options = LedgerOptions { promises };
        let ledger = session::Ledger { filter: Filter::default(), options, lang }.answer(session);
        book.all_of(&ledger, lang);
    }
    for (name, filter) in selections(&["place", "domain", "indicator"]) {
        for measure in [Measure::Auto, Measure::Figure, Measure::Sum, Measure::Count] {
            book.open(format!("chart {name} {}", measure.id()));
            let options = ChartOptions { measure, mark: Mark::Auto, ..ChartOptions::default() };
            match (session::Chart { filter: filter.clone(), options, lang }).answer(session) {
                Ok(plan) => book.chart(&plan, lang),
                Err(refusal) => book.all_of(&refusal, lang),
            }
        }
    }
    for (name, filter) in selections(&["source"]) {
        book.open(format!("poster {name}"));
        let poster =
            session::Poster { filter, options: PosterOptions::default(), lang }.answer(session);
        book.all_of(&poster, lang);
    }
}

fn comparisons(book: &mut Book, session: &mut Session, lang: Lang) {
    let mut ask = |options: CompareOptions, heading: String| {
        let question = session::Compare { filter: Filter::default(), options, lang };
        let plan = question.answer(session);
        book.open(heading);
        for text in [&plan.title, &plan.definition, &plan.lead] {
            book.say(text, lang);
        }
        book.all_of(&plan.notes, lang);
        plan.charts.iter().for_each(|chart| book.chart(chart, lang));
        book.all_of(&plan.pair, lang);
        book.all_of(&plan.likeness, lang);
        let ids = |menu: &minsheng_explorer::plot::compare::Menu| -> Vec<String> {
            let items = menu.groups.iter().flat_map(|group| &group.items);
            items.map(|(id, _)| id.clone()).filter(|id| !id.is_empty()).collect()
        };
        (ids(&plan.subjects), ids(&plan.pers), ids(&plan.lefts))
    };
    let across = |subject: &str, per: &str| CompareOptions {
        comparison: Comparison::Across,
        subject: subject.to_owned(),
        per: per.to_owned(),
        ..CompareOptions::default()
    };
    let (subjects, ..) = ask(across("", ""), "compare across".into());
    for subject in &subjects {
        let (_, pers, _) = ask(across(subject, ""), format!("compare across {subject}"));
        for per in &pers {
            ask(across(subject, per), format!("compare across {subject} per {per}"));
        }
    }
    let pair = |left: &str, right: &str| CompareOptions {
        comparison: Comparison::Pair,
        left: left.to_owned(),
        right: right.to_owned(),
        ..CompareOptions::default()
    };
    let (_, _, places) = ask(pair("", ""), "compare pair".into());
    for (at, left) in places.iter().enumerate() {
        for right in &places[at + 1..] {
            ask(pair(left, right), format!("compare {left} with {right}"));
        }
    }
    let coverage = |unfolded: &str| CompareOptions {
        comparison: Comparison::Coverage,
        unfolded: unfolded.to_owned(),
        ..CompareOptions::default()
    };
    ask(coverage(""), "compare coverage".into());
    for (name, _) in selections(&["domain"]).iter().skip(1) {
        let field = name.trim_start_matches("domain=");
        ask(coverage(field), format!("compare coverage {field}"));
    }
}

fn tours(book: &mut Book, session: &mut Session, lang: Lang) {
    let (data, _) = read_package(&packages::bundled());
    for (_, source) in data.sources.iter() {
        book.open(format!("tour {}", source.id));
        let story = session::Story { story: source.id.clone(), lang }.answer(session);
        book.all_of(&story, lang);
    }
    book.open("sources");
    book.all_of(&session::Sources { filter: None, lang }.answer(session), lang);
    book.open("filters");
    book.all_of(&session::Rail { lang }.answer(session), lang);
    book.all_of(&data.doubts.iter().map(|(_, d)| d.text.get(lang)).collect::<Vec<_>>(), lang);
}

/// All that is said in one language.
fn everything(lang: Lang) -> String {
    let (mut book, mut session) = (Book::default(), session());
    figures(&mut book, &mut session, lang);
    pictures(&mut book, &mut session, lang);
    comparisons(&mut book, &mut session, lang);
    tours(&mut book, &mut session, lang);
    book.text.trim_start().to_owned()
}

#[test]
fn what_the_page_says_is_what_was_read() {
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    for lang in Lang::ALL {
        let text = everything(lang);
        let path = packages::root().join(format!("tests/snapshots/sentences-{}.txt", lang.tag()));
        if update {
            fs::write(&path, &text).unwrap();
            continue;
        }
        let read = fs::read_to_string(&path).unwrap_or_default();
        let differing = text.lines().zip(read.lines()).find(|(now, then)| now != then);
        assert!(
            text == read,
            "the page says other things than {}: first {differing:?}; read what changed, then run `make sentences`",
            path.display()
        );
    }
}

/// No placeholder, no name of the program's own and no gap where a word is missing.
#[test]
fn no_sentence_shows_the_program() {
    for lang in Lang::ALL {
        for line in everything(lang).lines().filter(|line| !line.starts_with("## ")) {
            for wrong in ["{", "}", "Some(", "NaN", "undefined", "  "] {
                assert!(!line.contains(wrong), "{line}");
            }
        }
    }
}

/// What was read last: what the page says now, or the test above fails.
fn read(lang: Lang) -> String {
    let path = packages::root().join(format!("tests/snapshots/sentences-{}.txt", lang.tag()));
    fs::read_to_string(path).unwrap()
}

/// In the midst of a sentence English writes words small, a stage or a qualifier in quotation marks too.
#[test]
fn english_goes_on_small_within_a_line() {
    let is_small = |clause: &str| !clause.starts_with(|c: char| c.is_ascii_uppercase());
    let labels =
        ["Done", "Under way", "Planned", "Over", "At least", "At most", "Development zone"];
    let text = read(Lang::En);
    for line in text.lines() {
        if let Some((_, why)) = line.split_once("Not ranked: ") {
            assert!(why.split("; ").all(is_small), "{line}");
        }
        let quoted = |label: &&str| line.contains(&format!("“{label}”"));
        assert!(!labels.iter().any(quoted), "{line}");
        assert!(!line.starts_with("what sets it apart"), "{line}");
    }
    assert!(text.contains("Not ranked: "), "the lines are looked at");
}

/// A figure's brackets are one: 10.6亿元（有疑点，1项数据）. A date in brackets holds none of its own.
#[test]
fn brackets_are_neither_doubled_nor_nested() {
    for lang in Lang::ALL {
        for line in read(lang).lines() {
            for wrong in ["有疑点）（", "in doubt) (", "（推定））", "(inferred))"] {
                assert!(!line.contains(wrong), "{line}");
            }
        }
    }
}

/// Of one figure none is told "among them", and of all of them neither.
#[test]
fn a_year_told_whole_says_no_more_than_its_figures() {
    let told = |lang: Lang, part: &str| read(lang).lines().filter(|l| l.contains(part)).count();
    assert_eq!(told(Lang::Zh, "有1项，其中"), 0);
    assert_eq!(told(Lang::En, "has 1 figure, "), 0);
    assert!(told(Lang::Zh, "年的数据有1项：") > 0 && told(Lang::En, " has 1 figure: ") > 0);
}

/// A plan's year is that of the plan and no state as of it; figures that count by unlike units say all of them; what people
/// come for is no word of a Chinese sentence; a release is not said to contradict itself where it leaves something open.
#[test]
fn lines_claim_no_more_than_the_release() {
    let (zh, en) = (read(Lang::Zh), read(Lang::En));
    let has = |text: &str, line: &str| text.lines().any(|own| own == line);
    assert!(has(&zh, "单位：张 · 2022年") && has(&en, "Unit: beds · 2022"));
    assert!(
        has(&zh, "单位：所、个 · 2021—2024年") && has(&en, "Unit: schools, projects · 2021–2024")
    );
    assert!(zh.contains("威海经开区没有“找工作”的数据") && !zh.contains("没有找工作的数据"));
    assert!(!en.contains("The release contradicts itself: "));
}
