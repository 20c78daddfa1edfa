//! Links: what a reader sees survives the address bar; what cannot be read falls back and is named.

mod fit;
mod passed_on;

use std::collections::BTreeSet;

use minsheng_explorer::base::date::{Day, day_number};
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::query::{Clause, Filter, SortKey};
use minsheng_explorer::state::{
    Action, AppState, ChartOptions, ClassCount, Classing, CompareOptions, Comparison, Grouping,
    LedgerOptions, LinkProblem, MapOptions, Maps, Mark, Measure, MoneySpan, Options,
    OverviewOptions, OwnTable, PosterFormat, PosterOptions, StoryPlace, TableOptions, Theme,
    TimelineOptions, TypeSize, View, read_link, write_link,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Ids as data may hold them: Chinese, with every character that means something in a link.
fn id() -> impl Strategy<Value = String> {
    let chars: Vec<char> =
        ",&=%#+ |.;:/?\"'<>`\\^{}[]()_-~!*$@aZ09\t\n\u{7f}\u{a0}é低保市教育、“😀".chars().collect();
    prop_oneof![
        6 => vec(select(chars), 1..9).prop_map(|chars| chars.into_iter().collect()),
        1 => any::<String>().prop_filter("ids are not empty", |id| !id.is_empty()),
    ]
}

/// Ids, or nothing.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), id()]
}

/// Days of 1900 to 2100, the ends of years among them.
fn day() -> impl Strategy<Value = Day> {
    let date = |y, m, d| day_number(y, m, d).unwrap_or_default();
    let edges = (1900..=2100_i32).prop_flat_map(move |y| select(vec![(y, 1, 1), (y, 12, 31)]));
    let days = date(1900, 1, 1)..=date(2100, 12, 31);
    prop_oneof![days, edges.prop_map(move |(y, m, d)| date(y, m, d))]
}

fn clause() -> impl Strategy<Value = Clause> {
    let turned = |(a, b): (Day, Day)| (a.min(b), a.max(b));
    let both = (day(), day()).prop_map(turned).prop_map(|(a, b)| (Some(a), Some(b)));
    let from = day().prop_map(|a| (Some(a), None));
    let to = day().prop_map(|b| (None, Some(b)));
    let number = || prop_oneof![any::<i32>().prop_map(f64::from), -1e9..1e9_f64];
    let numbers = prop_oneof![
        (number(), number()).prop_map(|(a, b)| (a.min(b), a.max(b))),
        number().prop_map(|a| (a, f64::INFINITY)),
        number().prop_map(|b| (f64::NEG_INFINITY, b)),
    ];
    prop_oneof![
        btree_set(id(), 1..4).prop_map(Clause::AnyOf),
        numbers.prop_map(|(from, to)| Clause::Between(from, to)),
        prop_oneof![both, from, to].prop_map(|(from, to)| Clause::During(from, to)),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    (btree_map(id(), clause(), 0..4), key()).prop_map(|(clauses, text)| {
        let mut filter = Filter::default();
        for (column, clause) in clauses {
            filter.set(&column, clause);
        }
        filter.set(Filter::TEXT, Clause::Text(text));
        filter
    })
}

fn poster() -> impl Strategy<Value = PosterOptions> {
    let texts = btree_map(id(), id(), 0..3);
    (select(PosterFormat::ALL), key(), vec(id(), 0..4), texts)
        .prop_map(|(format, title, points, texts)| PosterOptions { format, title, points, texts })
}

fn story() -> impl Strategy<Value = StoryPlace> {
    (id(), 1..9_u32).prop_map(|(story, step)| StoryPlace { story, step })
}

fn own_table() -> impl Strategy<Value = OwnTable> {
    let table = |(name, bytes, hash)| OwnTable { name, bytes, hash };
    (id(), any::<u64>(), any::<u32>()).prop_map(table)
}

fn map() -> impl Strategy<Value = MapOptions> {
    let choices = (select(Classing::ALL), select(ClassCount::ALL), select(Maps::ALL));
    (key(), key(), select(Measure::ALL), choices, option::of(day())).prop_map(
        |(value, series, measure, (classing, classes, maps), until)| MapOptions {
            value,
            series,
            measure,
            classing,
            classes,
            maps,
            until,
        },
    )
}

fn options() -> impl Strategy<Value = Options> {
    let window = (day(), 1..9999_i32).prop_map(|(from, length)| (from, from + length));
    let sort = (id(), any::<bool>());
    let sort = sort.prop_map(|(column, descending)| SortKey { column, descending });
    (
        (select(Mark::ALL), select(Measure::ALL), key(), key(), key(), key()),
        (key(), key(), key(), key()),
        (any::<bool>(), any::<bool>(), select(Grouping::ALL), select(MoneySpan::ALL)),
        (option::of(window), option::of(sort), vec(id(), 0..4), poster()),
        (select(Comparison::ALL), key(), key(), key(), key(), key()),
        map(),
    )
        .prop_map(|(marks, axes, (facets, log, promises, money), rest, compared, map)| {
            let (mark, measure, kind, group, split, lanes) = marks;
            let (value, x, y, size) = axes;
            let (window, sort, columns, poster) = rest;
            let (comparison, subject, per, left, right, unfolded) = compared;
            let indicator = subject.clone();
            Options {
                overview: OverviewOptions { money },
                chart: ChartOptions {
                    mark,
                    measure,
                    indicator,
                    kind,
                    value,
                    x,
                    y,
                    size,
                    group,
                    split,
                    facets,
                    log,
                },
                ledger: LedgerOptions { promises },
                timeline: TimelineOptions { lanes, window },
                table: TableOptions { sort, columns },
                poster,
                compare: CompareOptions { comparison, subject, per, left, right, unfolded },
                map,
            }
        })
}

fn state() -> impl Strategy<Value = AppState> {
    (
        option::of(select(&Lang::ALL[..])),
        (select(Theme::ALL), select(TypeSize::ALL), any::<bool>()),
        select(View::ALL),
        filter(),
        options(),
        option::of(id()),
        option::of(story()),
        option::of(own_table()),
        (any::<bool>(), option::of(100..=20_000_u32)),
    )
        .prop_map(
            |(
                lang,
                (theme, type_size, care),
                view,
                filter,
                options,
                selection,
                story,
                table,
                (embed, height),
            )| {
                AppState {
                    lang,
                    theme,
                    type_size,
                    care,
                    view,
                    filter,
                    options,
                    selection,
                    story,
                    table,
                    embed,
                    height,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_state_written_into_a_link_is_read_back(state in state()) {
        let link = write_link(&state);
        prop_assert!(link.split('&').any(|part| part == "v=1"), "{}", link);
        for link in [link.clone(), format!("#{link}")] {
            prop_assert_eq!(read_link(&link), (state.clone(), Vec::new()), "{}", link);
        }
    }

    #[test]
    fn any_fragment_is_read_without_panic_and_written_again_means_the_same(
        any in any::<String>(),
        pairs in vec((select(KEYS), select(VALUES), id()), 0..6),
    ) {
        let pair = |(k, v, id): &(&str, &str, String)| format!("{k}={v}{id}");
        let pairs: Vec<String> = pairs.iter().map(pair).collect();
        for fragment in [any, pairs.join("&")] {
            let (state, _) = read_link(&fragment);
            prop_assert_eq!(read_link(&write_link(&state)), (state, Vec::new()), "{}", fragment);
        }
    }

    #[test]
    fn wherever_a_reader_goes_a_link_leads_back(actions in vec(action(), 0..12)) {
        let mut state = AppState::default();
        for action in actions {
            state.apply(action);
        }
        prop_assert_eq!(read_link(&write_link(&state)), (state, Vec::new()));
    }
}

const KEYS: &[&str] = &[
    "v",
    "view",
    "mark",
    "measure",
    "kind",
    "group",
    "split",
    "facets",
    "log",
    "promises",
    "lanes",
    "window",
    "sort",
    "columns",
    "compare",
    "subject",
    "per",
    "left",
    "right",
    "unfolded",
    "poster",
    "poster.title",
    "poster.points",
    "poster.text.",
    "story",
    "sel",
    "lang",
    "theme",
    "care",
    "embed",
    "height",
    "q",
    "f.place",
    "t.time",
    "f.",
    "t.",
    "x",
];

const VALUES: &[&str] = &[
    "",
    "1",
    "0",
    "chart",
    "bar",
    "en",
    "dark",
    "a,b,,c",
    "a.desc",
    "2021..",
    "..2021-09",
    "2022..2019",
    "0000..9999",
    "2021-02-30..",
    "%",
    "%E4%BD",
    "%00",
    "+",
    "..",
];

fn action() -> impl Strategy<Value = Action> {
    let column = || select(vec!["place", "domain", "地区"]).prop_map(str::to_owned);
    prop_oneof![
        (column(), id()).prop_map(|(c, v)| Action::Toggle(c, v)),
        (column(), id()).prop_map(|(c, v)| Action::Choose(c, v)),
        vec((column(), id()), 0..3).prop_map(Action::Narrow),
        (option::of(day()), option::of(day()), any::<bool>())
            .prop_map(|(from, to, dragging)| Action::During("time".into(), from, to, dragging)),
        key().prop_map(Action::Find),
        column().prop_map(Action::Lift),
        Just(Action::LiftAll),
        select(View::ALL).prop_map(Action::Show),
        id().prop_map(Action::Open),
        Just(Action::Close),
        select(&Lang::ALL[..]).prop_map(Action::Speak),
        select(Theme::ALL).prop_map(Action::Dress),
        select(TypeSize::ALL).prop_map(Action::Size),
        any::<bool>().prop_map(Action::Care),
        (options(), any::<bool>()).prop_map(|(o, typing)| Action::Options(Box::new(o), typing)),
        options().prop_map(|o| Action::Chart(Box::new(o.chart))),
        options().prop_map(|o| Action::Compare(Box::new(o.compare))),
        Just(Action::LeaveStory),
        state().prop_map(|state| Action::Follow(Box::new(state))),
    ]
}

fn any_of(values: &[&str]) -> Clause {
    Clause::AnyOf(values.iter().map(|v| (*v).to_owned()).collect::<BTreeSet<_>>())
}

#[test]
fn a_link_is_short_and_readable() {
    assert_eq!(write_link(&AppState::default()), "v=1");
    let mut state = AppState { view: View::Chart, lang: Some(Lang::En), ..AppState::default() };
    state.filter.set("place", any_of(&["德州", "chengde", "a,b"]));
    let days = |from, to| Clause::During(day_number(from, 1, 1), day_number(to, 12, 31));
    state.filter.set("time", days(2019, 2022));
    state.filter.set("q", Clause::Text("低保 标准".into()));
    state.selection = Some("dezhou2021-dibao".into());
    let sort = SortKey { column: "value".into(), descending: true };
    state.options.chart = ChartOptions { mark: Mark::Dot, log: true, ..ChartOptions::default() };
    state.options.table.sort = Some(sort);
    state.options.timeline.window = day_number(2021, 9, 7).zip(day_number(2021, 12, 31));
    let link = "v=1&view=chart&f.place=a%2Cb,chengde,%E5%BE%B7%E5%B7%9E\
        &q=%E4%BD%8E%E4%BF%9D%20%E6%A0%87%E5%87%86&t.time=2019..2022&mark=dot&log=1\
        &window=2021-09-07..2021&sort=value.desc&sel=dezhou2021-dibao&lang=en";
    assert_eq!(write_link(&state), link);
    assert_eq!(read_link(link), (state.clone(), Vec::new()));
    // As links were written before, and as a hand writes them.
    let link = "v=1&view=chart&f.place=a%2Cb,chengde,德州&q=低保 标准&t.time=2019..2022&mark=dot&log=1\
        &window=2021-09-07..2021&sort=value.desc&sel=dezhou2021-dibao&lang=en";
    assert_eq!(read_link(link), (state, Vec::new()));
}

#[test]
fn posters_and_stories_are_readable_in_a_link() {
    let mut state = AppState { view: View::Poster, ..AppState::default() };
    state.options.poster = PosterOptions {
        format: PosterFormat::Page,
        title: "承德一图".into(),
        points: vec!["chengde2024-dibao".into(), "chengde2024-beds".into()],
        texts: [("lead".to_owned(), "要点".to_owned())].into(),
    };
    state.story = Some(StoryPlace { story: "dezhou2021".into(), step: 3 });
    let link = "v=1&view=poster&poster=a4&poster.title=%E6%89%BF%E5%BE%B7%E4%B8%80%E5%9B%BE\
        &poster.points=chengde2024-dibao,chengde2024-beds&poster.text.lead=%E8%A6%81%E7%82%B9&story=dezhou2021.3";
    assert_eq!(write_link(&state), link);
    assert_eq!(read_link(link), (state, Vec::new()));
}

#[test]
fn blocks_that_a_poster_once_had_are_left_out_of_a_link_without_a_word() {
    let mut state = AppState { view: View::Poster, ..AppState::default() };
    state.options.poster.title = "A year".into();
    let link = "v=1&view=poster&poster.title=A%20year&poster.blocks=key,lead&poster.name.key=B";
    assert_eq!(read_link(link), (state, Vec::new()));
}

#[test]
fn hand_written_links_are_read_as_meant() {
    let day = |y, m, d| day_number(y, m, d);
    for (link, column, clause) in [
        ("n.value=1.5..2e3", "value", Clause::Between(1.5, 2_000.0)),
        ("n.value=..0", "value", Clause::Between(f64::NEG_INFINITY, 0.0)),
        ("t.time=2021..", "time", Clause::During(day(2021, 1, 1), None)),
        ("t.time=..2021-02", "time", Clause::During(None, day(2021, 2, 28))),
        ("t.time=2021-09..2021-09", "time", Clause::During(day(2021, 9, 1), day(2021, 9, 30))),
        ("t.time=2021-09-07..2021-09-07", "time", Clause::During(day(2021, 9, 7), day(2021, 9, 7))),
        ("f.place=%E5%BE%B7%E5%B7%9E", "place", any_of(&["德州"])),
        ("f.place=a,,b,", "place", any_of(&["a", "b"])),
        ("f.place=x&f.place=a", "place", any_of(&["a"])),
        ("f.%E5%9C%B0=a", "地", any_of(&["a"])),
        ("#q=a+b", "q", Clause::Text("a b".into())),
        ("#q=a%2Bb", "q", Clause::Text("a+b".into())),
        ("n.value=1e%2B3..", "value", Clause::Between(1000.0, f64::INFINITY)),
    ] {
        let mut state = AppState::default();
        state.filter.set(column, clause);
        assert_eq!(read_link(link), (state, Vec::new()), "{link}");
    }
}

#[test]
fn a_value_that_cannot_be_read_falls_back_and_is_named() {
    for (key, value) in [
        ("v", "one"),
        ("v", ""),
        ("view", "globe"),
        ("view", "Chart"),
        ("mark", "pie"),
        ("measure", "median"),
        ("compare", "places"),
        ("facets", "yes"),
        ("log", "2"),
        ("embed", "true"),
        ("lang", "fr"),
        ("theme", "blue"),
        ("window", "2021"),
        ("window", "..2021"),
        ("window", "2022..2021"),
        ("window", "2021-01-01..2021-01-01"),
        ("sort", "value.up"),
        ("poster", "a5"),
        ("poster.text.lead", ""),
        ("story", "dezhou2021.0"),
        ("story", "dezhou2021.x"),
        ("story", ".2"),
        ("t.time", ""),
        ("t.time", ".."),
        ("t.time", "2021"),
        ("t.time", "去年..2021"),
        ("t.time", "2021-02-30.."),
        ("t.time", "2022..2019"),
        ("t.time", "2021-13..2022"),
    ] {
        let problem = LinkProblem { key: key.into(), found: value.into() };
        assert_eq!(
            read_link(&format!("{key}={value}")),
            (AppState::default(), vec![problem.clone()])
        );
        // What stands beside it is read all the same.
        let link = format!("f.place=chengde&{key}={value}&sel=a");
        let (state, problems) = read_link(&link);
        assert_eq!(problems, [problem], "{link}");
        assert_eq!(state.filter.values("place").map(BTreeSet::len), Some(1), "{link}");
        assert_eq!(state.selection.as_deref(), Some("a"), "{link}");
    }
    let found = read_link("t.time=%E5%8E%BB%E5%B9%B4..").1;
    assert_eq!(found, [LinkProblem { key: "t.time".into(), found: "去年..".into() }]);
}

#[test]
fn what_a_link_does_not_say_is_the_default() {
    for link in [
        "",
        "#",
        "&",
        "&& &",
        "v=1",
        "f.place=",
        "f.place=,",
        "q=",
        "q=%20",
        "sel=",
        "facets=0&log=0&embed=0",
        "view=overview&theme=auto&mark=auto&measure=auto",
        "columns=",
        "kind=&group=",
        "value=&x=&y=&size=",
        "compare=across&subject=&per=&left=&right=&unfolded=",
    ] {
        assert_eq!(read_link(link), (AppState::default(), Vec::new()), "{link}");
    }
}

#[test]
fn a_key_that_is_none_is_named() {
    let problem = |key: &str, found: &str| LinkProblem { key: key.into(), found: found.into() };
    for (link, problems) in [
        ("foo", vec![problem("foo", "")]),
        ("foo=bar", vec![problem("foo", "bar")]),
        ("=x", vec![problem("", "x")]),
        ("V=1&VIEW=chart", vec![problem("V", "1"), problem("VIEW", "chart")]),
        ("v=1&%E9%A2%9C%E8%89%B2=%E7%BA%A2", vec![problem("颜色", "红")]),
        ("v=1&table=a.csv", vec![problem("table", "a.csv")]),
        ("v=1&table=a.csv,5,xyz", vec![problem("table", "a.csv,5,xyz")]),
        ("v=1&table=,5,0000000a", vec![problem("table", ",5,0000000a")]),
        ("v=1&table=a.csv,-5,0000000a", vec![problem("table", "a.csv,-5,0000000a")]),
    ] {
        assert_eq!(read_link(link), (AppState::default(), problems), "{link}");
    }
}

#[test]
fn a_link_to_an_own_table_says_which_file_it_needs() {
    let table = OwnTable { name: "收支, 2024.csv".into(), bytes: 42, hash: 0xcbf4 };
    let mut state = AppState { table: Some(table), view: View::Table, ..AppState::default() };
    state.filter.set("地区", any_of(&["青溪市"]));
    let link = "v=1&view=table&table=%E6%94%B6%E6%94%AF%2C%202024.csv,42,0000cbf4\
        &f.%E5%9C%B0%E5%8C%BA=%E9%9D%92%E6%BA%AA%E5%B8%82";
    assert_eq!(write_link(&state), link);
    assert_eq!(read_link(link), (state.clone(), Vec::new()));
    // With its comma decoded by somebody on the way.
    assert_eq!(read_link(&link.replace("%2C", ",")), (state, Vec::new()));
}

#[test]
fn links_of_every_version_are_read() {
    let mut state = AppState { view: View::Table, ..AppState::default() };
    state.filter.set("place", any_of(&["chengde"]));
    for version in ["", "v=0&", "v=1&", "v=2&", "v=4294967295&"] {
        let link = format!("{version}view=table&f.place=chengde&of_a_later_version=1");
        let later = LinkProblem { key: "of_a_later_version".into(), found: "1".into() };
        assert_eq!(read_link(&link), (state.clone(), vec![later]), "{link}");
    }
    // Wherever the version stands.
    assert_eq!(read_link("view=table&f.place=chengde&v=1"), (state, Vec::new()));
}

#[test]
fn comparisons_are_readable_links() {
    let mut state = AppState { view: View::Compare, ..AppState::default() };
    state.apply(Action::compare(&CompareOptions::default(), |o| {
        *o = CompareOptions {
            comparison: Comparison::Pair,
            subject: "old_age_allowance_spending".into(),
            per: "old_age_allowance_recipients".into(),
            left: "dezhou_etdz".into(),
            right: "duji".into(),
            unfolded: "elderly".into(),
        };
    }));
    let link = "v=1&view=compare&compare=pair&subject=old_age_allowance_spending\
                &per=old_age_allowance_recipients&left=dezhou_etdz&right=duji&unfolded=elderly";
    assert_eq!(write_link(&state), link);
    assert_eq!(read_link(link), (state, Vec::new()));
}

#[test]
fn charts_of_measures_and_their_filters_are_readable_links() {
    let mut state = AppState { view: View::Chart, ..AppState::default() };
    state.options.chart = ChartOptions {
        mark: Mark::Scatter,
        measure: Measure::Mean,
        value: "life".into(),
        x: "gdp".into(),
        y: "life".into(),
        size: "pop".into(),
        ..ChartOptions::default()
    };
    state.apply(Action::Within("gdp".into(), Some(800.0), Some(1200.5), false));
    state.apply(Action::Within("life".into(), Some(60.0), None, false));
    state.apply(Action::Within("pop".into(), None, Some(-3.0), false));
    let link = "v=1&view=chart&n.gdp=800..1200.5&n.life=60..&n.pop=..-3&mark=scatter&measure=mean\
                &value=life&x=gdp&y=life&size=pop";
    assert_eq!(write_link(&state), link);
    assert_eq!(read_link(link), (state.clone(), Vec::new()));
    state.apply(Action::Within("gdp".into(), Some(9.0), Some(2.0), true));
    assert_eq!(state.filter.get("gdp"), Some(&Clause::Between(2.0, 9.0)), "ends are put in order");
    state.apply(Action::Within("gdp".into(), None, None, false));
    assert_eq!(state.filter.get("gdp"), None);
    for bad in ["..", "a..b", "3..1", "NaN..", "inf..", "1", ""] {
        let (state, problems) = read_link(&format!("n.gdp={bad}"));
        assert_eq!((state, problems.len()), (AppState::default(), 1), "{bad}");
    }
}
