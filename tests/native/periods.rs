//! The bundled package's times, targets and doubts: the rules by which they are read from the releases.

use std::collections::{BTreeMap, BTreeSet};

use minsheng_explorer::base::date::{Day, PartialDate};
use minsheng_explorer::import::read_package;
use minsheng_explorer::model::{Dataset, Id, Nature, Observation, Project, Role, Source, Stage};
use rust_decimal::Decimal;

use crate::packages;

fn data() -> Dataset {
    let (data, problems) = read_package(&packages::bundled());
    assert_eq!(problems, []);
    data
}

fn targets(data: &Dataset) -> impl Iterator<Item = &Observation> {
    data.observations.iter().map(|(_, o)| o).filter(|o| o.role == Role::Target)
}

/// What a release tells as been or being: everything but its targets.
fn told(data: &Dataset, source: Id<Source>) -> impl Iterator<Item = &Observation> {
    let all = data.observations.iter().map(|(_, o)| o);
    all.filter(move |o| o.source == source && o.role != Role::Target)
}

#[test]
fn no_target_is_due_before_what_its_release_tells_nor_on_the_day_of_the_text() {
    let data = data();
    for o in targets(&data) {
        let past: Option<Day> = told(&data, o.source).map(|o| o.period.end.last_day()).max();
        assert!(Some(o.period.end.last_day()) >= past, "{}", o.id);
        let day = data.sources[o.source].published.filter(|p| matches!(p, PartialDate::Day(..)));
        assert_ne!(Some(o.period.end), day, "{}", o.id);
        assert_eq!(o.stage, Stage::Planned, "{}", o.id);
    }
    assert!(targets(&data).count() > 10);
}

#[test]
fn a_years_task_has_the_year_and_what_is_due_by_a_date_has_no_start() {
    let data = data();
    for o in targets(&data) {
        let one = o.period.start.is_none_or(|start| start == o.period.end);
        assert!(one, "{}", o.id);
    }
}

#[test]
fn a_result_has_one_target_at_most() {
    let data = data();
    let mut seen = BTreeSet::new();
    for o in targets(&data) {
        let project = o.project.map(|p| data.projects[p].id.as_str());
        let (indicator, place) = (&data.indicators[o.indicator].id, &data.places[o.place].id);
        let key = (indicator, place, project, o.breakdown_text());
        assert!(seen.insert(key), "{} has the meaning of another target", o.id);
    }
    let results: Vec<_> = data.pairs().iter().map(|pair| pair.actual).collect();
    let own: BTreeSet<_> = results.iter().map(|id| id.index()).collect();
    assert_eq!(own.len(), results.len());
}

#[test]
fn nothing_is_told_as_past_after_the_day_of_its_release() {
    let data = data();
    for (id, source) in data.sources.iter() {
        let Some(day) = source.published.map(PartialDate::last_day) else { continue };
        for o in told(&data, id) {
            assert!(o.period.end.last_day() <= day, "{}", o.id);
        }
    }
}

#[test]
fn figures_of_a_text_whose_month_is_known_are_not_given_the_whole_year() {
    let data = data();
    let mut known = 0;
    for (id, _) in data.sources.iter() {
        let states = told(&data, id).filter(|o| o.period.start.is_none());
        // A state as of a month or a day tells how far into its year the text goes.
        let finer = states.map(|o| o.period.end).filter(|end| !matches!(end, PartialDate::Year(_)));
        let Some(last) = finer.max_by_key(|end| end.last_day()) else { continue };
        known += 1;
        for o in told(&data, id) {
            assert_ne!(o.period.end, PartialDate::Year(last.year()), "{}", o.id);
        }
    }
    assert!(known > 1);
}

#[test]
fn figures_of_a_project_lie_within_it() {
    let data = data();
    let mut bounded = 0;
    for (_, o) in data.observations.iter() {
        let up = |p: &Id<Project>| data.projects[*p].parent;
        for project in std::iter::successors(o.project, up).map(|p| &data.projects[p]) {
            let (from, to) = (project.start, project.end);
            let begins =
                o.period.start.zip(from).is_none_or(|(o, p)| o.last_day() >= p.first_day());
            let ends = to.is_none_or(|p| o.period.end.last_day() <= p.last_day());
            assert!(begins && ends, "{} lies outside of {}", o.id, project.id);
            bounded += usize::from(to.is_some());
        }
    }
    assert!(bounded > 20);
    for (_, project) in data.projects.iter() {
        let whole = project.parent.and_then(|p| data.projects[p].end);
        let within = project.end.zip(whole).is_none_or(|(own, p)| own.last_day() <= p.last_day());
        assert!(within, "{} ends after its whole", project.id);
    }
}

#[test]
fn works_of_so_many_days_take_so_many_days() {
    let data = data();
    let in_days = |o: &&Observation| data.units[o.unit].id == "day";
    let durations: Vec<_> = data.observations.iter().map(|(_, o)| o).filter(in_days).collect();
    assert!(!durations.is_empty());
    for o in durations {
        let (first, last) = o.period.days();
        assert_eq!(Decimal::from(last - first + 1), o.quantity.value, "{}", o.id);
        // All that was done in these works has their time.
        let same = data.observations.iter().map(|(_, o)| o).filter(|p| p.project == o.project);
        assert!(same.into_iter().all(|part| part.period == o.period), "{}", o.id);
    }
}

#[test]
fn stocks_and_standards_hold_as_of_a_date() {
    let data = data();
    let mut seen = 0;
    for (_, o) in data.observations.iter() {
        let nature = data.indicators[o.indicator].nature;
        let holds = matches!(nature, Some(Nature::Stock | Nature::Standard));
        // What was newly added to a stock was added in a time.
        let is_new = o.breakdown.iter().any(|(key, _)| key == "change");
        assert!(!holds || is_new || o.period.start.is_none(), "{}", o.id);
        assert!(!is_new || o.period.start.is_some(), "{}", o.id);
        seen += usize::from(holds);
        // A level in force is nobody's target.
        assert!(o.stage != Stage::Standing || o.role != Role::Target, "{}", o.id);
    }
    assert!(seen > 50);
}

#[test]
fn every_doubt_is_of_a_figure_and_one_sentence_in_both_languages() {
    let data = data();
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut sources: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for (_, o) in data.observations.iter() {
        let Some(at) = o.doubt else { continue };
        sources.entry(at.index()).or_default().insert(&data.sources[o.source].id);
        // The note says how the figure is read, the doubt what the release leaves open: neither repeats the other.
        let doubt = &data.doubts[at].text;
        assert!(o.note.is_empty() || !o.note.zh.contains(&doubt.zh), "{}", o.id);
    }
    for (id, doubt) in data.doubts.iter() {
        assert_eq!(sources.get(&id.index()).map(BTreeSet::len), Some(1), "{}", doubt.id);
        let (zh, en) = (&doubt.text.zh, &doubt.text.en);
        assert!(zh.ends_with('。') && zh.matches('。').count() == 1, "{}", doubt.id);
        assert!(en.ends_with('.') && !en.contains(". "), "{}", doubt.id);
        assert!(zh.contains(is_han) && !en.contains(is_han), "{}", doubt.id);
    }
    assert!(data.doubts.len() > 10);
}

#[test]
fn derived_figures_say_in_words_how_they_were_worked_out() {
    let data = data();
    let derived = data.observations.iter().map(|(_, o)| o).filter(|o| o.is_derived());
    let mut seen = 0;
    for o in derived {
        let inputs = o.derived.split_whitespace().filter_map(|id| data.observations.find(id));
        let inputs: Vec<_> = inputs.map(|id| &data.observations[id]).collect();
        assert!(inputs.len() > 1, "{}", o.id);
        for note in [&o.note.zh, &o.note.en] {
            // Figures are named as they are printed, not by the ids of their rows.
            for (_, other) in data.observations.iter() {
                assert!(!note.contains(&other.id), "{}: {}", o.id, other.id);
            }
            let plain = note.replace(',', "");
            for input in &inputs {
                assert!(plain.contains(&input.quantity.value.to_string()), "{}: {note}", o.id);
            }
        }
        assert!(inputs.iter().any(|input| input.locator == o.locator), "{}", o.id);
        seen += 1;
    }
    assert!(seen > 0);
}
