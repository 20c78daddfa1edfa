//! Guided tours: true to the figures they are about, and checked when a package is read.

use std::collections::BTreeMap;

use minsheng_explorer::base::date::civil;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::chart::QuantityMark;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::{read_csv, read_package};
use minsheng_explorer::model::Dataset;
use minsheng_explorer::plot::overview::pictured;
use minsheng_explorer::plot::{Rows, chart};
use minsheng_explorer::query::Engine;
use minsheng_explorer::session::{Answer, Session, Story, StoryStep, wire};
use minsheng_explorer::state::{Action, View, read_link};
use minsheng_explorer::words::figure;

use crate::packages;

fn data() -> Dataset {
    read_package(&packages::bundled()).0
}

/// The numerals of a text, commas between digits left out.
fn numerals(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut found: Vec<String> = Vec::new();
    let mut in_number = false;
    for (at, &c) in chars.iter().enumerate() {
        let between = at > 0 && digit(at - 1) && digit(at + 1);
        match c {
            '0'..='9' if in_number => found.last_mut().unwrap().push(c),
            '0'..='9' => found.push(c.to_string()),
            '.' if between => found.last_mut().unwrap().push(c),
            ',' if between => {}
            _ => {
                in_number = false;
                continue;
            }
        }
        in_number = true;
    }
    found
}

#[test]
fn every_release_has_a_tour_of_five_to_eight_steps() {
    let data = data();
    let mut steps: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for step in &data.stories {
        steps.entry(&data.sources[step.source].id).or_default().push(step.step);
    }
    assert_eq!(steps.len(), data.sources.len());
    for (story, steps) in steps {
        assert!((5..=8).contains(&steps.len()), "{story}");
        assert!(steps.iter().copied().eq(1..=steps.len() as u32), "{story} {steps:?}");
    }
}

#[test]
fn steps_lead_somewhere_and_say_what_stands_there() {
    let data = data();
    let table = from_dataset(&data);
    for step in &data.stories {
        let o = &data.observations[step.observation];
        assert_eq!(o.source, step.source, "{}", o.id);
        let (state, problems) = read_link(&step.link);
        assert!(problems.is_empty(), "{}: {problems:?}", step.link);
        // The figure is among what the link shows.
        let mut engine = Engine::new(std::sync::Arc::new(table.clone()));
        engine.set_filter(&state.filter);
        let row = table.row(&o.id).unwrap();
        assert!(engine.rows().contains(row), "{} is not shown by {}", o.id, step.link);
        let (first, last) = o.period.days();
        let years = [civil(first).0.to_string(), civil(last).0.to_string()];
        for lang in Lang::ALL {
            let text = step.text.get(lang);
            let mut known = numerals(&figure(&data, o, lang).to_string());
            known.extend(numerals(&o.locator.printed));
            known.extend(years.clone());
            let said = numerals(text);
            // A month is no figure: 9月.
            let is_month = |n: &str| text.contains(&format!("{n}月"));
            for number in &said {
                assert!(known.contains(number) || is_month(number), "{}: {number} in {text}", o.id);
            }
            let value = numerals(&figure(&data, o, lang).to_string());
            assert!(value.iter().any(|v| said.contains(v)), "{} is not said in {text}", o.id);
        }
    }
}

/// A tour is looked at: each step shows its figure in a picture, and tells one number that no other step of it tells.
#[test]
fn a_step_is_one_number_and_a_picture_that_has_it() {
    let data = data();
    let table = from_dataset(&data);
    let mut told = BTreeMap::new();
    for step in &data.stories {
        let o = &data.observations[step.observation];
        let place = (step.source.index(), step.observation.index());
        assert_eq!(told.insert(place, step.step), None, "{} is told twice", o.id);
        let (state, _) = read_link(&step.link);
        assert!(matches!(state.view, View::Chart | View::Ledger), "{}", step.link);
        if state.view == View::Chart {
            let mut engine = Engine::new(std::sync::Arc::new(table.clone()));
            engine.set_filter(&state.filter);
            let options = &state.options.chart;
            let plan = chart::plan(&mut engine, Rows::Published(&data), options, Lang::Zh);
            let plan = plan.unwrap_or_else(|refusal| panic!("{}: {}", step.link, refusal.reason));
            assert!(!plan.is_count, "{} is only counted by {}", o.id, step.link);
            let opened = Some(Action::Open(o.id.clone()));
            assert!(plan.targets.contains(&opened), "{} is no mark of {}", o.id, step.link);
        }
        // Years, months and the figure itself: no second number beside it.
        for lang in Lang::ALL {
            let text = step.text.get(lang);
            let value = numerals(&figure(&data, o, lang).to_string());
            let is_year = |n: &String| n.len() == 4 && n.starts_with("20");
            let is_month = |n: &String| text.contains(&format!("{n}月"));
            let mut said = numerals(text);
            said.retain(|n| value.contains(n) || !is_year(n) && !is_month(n));
            assert_eq!(said.len(), 1, "{}: {said:?} in {text}", o.id);
        }
    }
}

#[test]
fn faults_are_named_by_row_and_column_and_the_sound_steps_stay() {
    let mut data = data();
    let (o, source) = {
        let step = &data.stories[0];
        (data.observations[step.observation].id.clone(), data.sources[step.source].id.clone())
    };
    let text = format!(
        "story,step,link,observation,text_zh,text_en\n\
         {source},1,v=1,{o},甲,A\n\
         nowhere,1,v=1,{o},甲,A\n\
         {source},2,v=1,nothing,甲,A\n\
         {source},0,v=1,{o},甲,A\n\
         {source},1.5,v=1,{o},甲,A\n\
         {source},1,v=1,{o},乙,B\n\
         {source},3,v=1,{o},,A\n\
         {source},4,,{o},甲,A\n"
    );
    let (table, problems) = read_csv("stories", &text);
    assert!(problems.is_empty());
    let problems = minsheng_explorer::model::add_stories(&table, &mut data);
    let found: Vec<(Option<usize>, &str, ProblemKind)> = problems
        .iter()
        .map(|p| (p.at.row, p.at.column.as_deref().unwrap_or_default(), p.kind))
        .collect();
    assert_eq!(
        found,
        [
            (Some(3), "story", ProblemKind::UnknownReference),
            (Some(4), "observation", ProblemKind::UnknownReference),
            (Some(5), "step", ProblemKind::NotANumber),
            (Some(6), "step", ProblemKind::NotANumber),
            (Some(7), "step", ProblemKind::DuplicateId),
            (Some(8), "text_zh", ProblemKind::EmptyCell),
            (Some(9), "link", ProblemKind::EmptyCell),
        ]
    );
    assert!(problems.iter().all(|p| p.at.table == "stories"));
    assert_eq!(data.stories.len(), 1);
}

#[test]
fn a_package_without_tours_is_whole_and_they_can_come_later() {
    let tables = packages::bundled();
    let without: Vec<_> = tables.iter().filter(|(name, _)| name != "stories").cloned().collect();
    let (data, problems) = read_package(&without);
    assert!(problems.is_empty() && data.stories.is_empty());
    let table = from_dataset(&data);
    let mut session = Session::new(data, table, problems);
    let story = |id: &str| Story { story: id.into(), lang: Lang::En }.into();
    assert_eq!(session.ask(&story("")), Answer::Story(None));
    let (_, text) = tables.iter().find(|(name, _)| name == "stories").unwrap();
    assert_eq!(session.add_stories(&read_csv("stories", text).0), []);
    let Answer::Story(Some(plan)) = session.ask(&story("")) else { panic!() };
    assert_eq!(plan.stories.len(), 5);
    assert_eq!(plan.id, plan.stories[0].0);
    assert!(!plan.steps.is_empty());
    let Answer::Story(Some(other)) = session.ask(&story("gone")) else { panic!() };
    assert!(other.steps.is_empty());
}

/// A worker answers for a package that a reader opened: the page knows from the head whether to offer tours.
#[test]
fn tours_of_an_opened_package_are_told_by_its_worker() {
    let (data, problems) = read_package(&packages::bundled());
    let table = from_dataset(&data);
    let plain = Session::of_table(table.clone(), Vec::new());
    assert!(!plain.head().has_tours);
    let mut session = Session::new(data, table, problems);
    let head = wire::read_head(&wire::write_head(&session.head()).unwrap()).unwrap();
    assert!(head.has_tours);
    let first = Story { story: String::new(), lang: Lang::Zh }.into();
    let asked = wire::write_question(&first).unwrap();
    let answer = wire::read_answer(&wire::answer(&mut session, &asked).unwrap()).unwrap();
    let Answer::Story(Some(plan)) = answer else { panic!() };
    assert!(plan.steps.len() > 4);
}

#[test]
fn a_step_sets_off_its_one_figure_where_its_words_have_it() {
    let step = |text: &str, figure: &str| StoryStep {
        text: text.to_owned(),
        figure: figure.to_owned(),
        ..StoryStep::default()
    };
    let parts = |text: &str, figure: &str| step(text, figure).parts().map(str::to_owned);
    let km = "764.6\u{a0}kilometres";
    assert_eq!(parts("By May 764.6 kilometres.", km), ["By May ", "764.6 kilometres", "."]);
    assert_eq!(parts("Some 1,764.6 were.", km), ["Some 1,764.6 were.", "", ""]);
    assert_eq!(parts("15 schools", "15\u{a0}sites"), ["", "15", " schools"], "no word is cut");
    assert_eq!(parts("Nearly ¥1.7 billion", "nearly ¥1.7\u{a0}billion")[1], "¥1.7 billion");
    assert_eq!(parts("每人不低于755元。", "不低于755元/人·月"), ["每人", "不低于755元", "。"]);
    assert_eq!(parts("3.3万农村老人", "3.3万人"), ["", "3.3万", "农村老人"]);
    assert_eq!(parts("无", "12个"), ["无", "", ""]);
    assert_eq!(parts("无", ""), ["无", "", ""]);

    let data = data();
    let sources: Vec<String> = data.sources.iter().map(|(_, source)| source.id.clone()).collect();
    let table = from_dataset(&data);
    let mut session = Session::new(data, table, Vec::new());
    for lang in [Lang::Zh, Lang::En] {
        for story in sources.clone() {
            let Answer::Story(Some(plan)) = session.ask(&Story { story, lang }.into()) else {
                panic!()
            };
            for step in plan.steps {
                let [before, figure, after] = step.parts();
                assert!(figure.contains(|c: char| c.is_ascii_digit()), "{}", step.text);
                assert_eq!([before, figure, after].concat(), step.text);
            }
        }
    }
}

#[test]
fn what_can_be_counted_out_is_and_sums_are_left_to_the_view() {
    let data = data();
    let picture = |id: &str| {
        let o = data.observations.iter().map(|(_, o)| o).find(|o| o.id == id).unwrap();
        pictured(&data, o, Lang::Zh)
    };
    // Twelve of fifteen: the target that the release prints is beside the result.
    let schools = data.stories.iter().find(|step| step.text.zh.contains("已竣工12个")).unwrap();
    let schools = picture(&data.observations[schools.observation].id).unwrap();
    assert_eq!(schools.spec.mark, QuantityMark::Count);
    assert_eq!((schools.spec.parts[0].extent.mid, schools.spec.whole), (12.0, Some(15.0)));
    let kindergartens = picture("dezhou2021-kindergartens-built").unwrap();
    assert_eq!((kindergartens.spec.parts[0].extent.mid, kindergartens.spec.whole), (11.0, None));
    let water = picture("duji2019-rural-tap-water").unwrap();
    assert_eq!(water.spec.mark, QuantityMark::Icons);
    for sum in ["dezhou2021-school-building-investment", "dezhou2021-kindergarten-places"] {
        assert_eq!(picture(sum), None, "{sum}");
    }
    assert_eq!(
        picture("liaocheng2021-unemployment-rate"),
        None,
        "a limit is no share of a hundred"
    );
}
