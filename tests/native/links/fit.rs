//! Links held against the table they are about: what it does not have is named, and what the page offers it has.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::{Data, Role, from_dataset};
use minsheng_explorer::import::{Options as Reading, read_package};
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::chart::{Controls, Picker, controls};
use minsheng_explorer::query::{Clause, SortKey};
use minsheng_explorer::session::{Head, Session, fit};
use minsheng_explorer::state::{AppState, ChartOptions, read_link, write_link};

use crate::formats::open;
use crate::packages::{bundled, root};

fn releases() -> Session {
    let (data, problems) = read_package(&bundled());
    let table = from_dataset(&data);
    Session::new(data, table, problems)
}

/// A table of the fixtures, as a reader opens it.
fn own(name: &str) -> Session {
    let bytes = std::fs::read(root().join("tests/fixtures/cases").join(name)).unwrap();
    let imported = open(name, &bytes, bytes.len(), &Reading::default()).unwrap();
    Session::of_table(imported.table, Vec::new())
}

/// What a link comes to on a table: the link that is left, and what is named.
fn held(head: &Head, link: &str) -> (String, Vec<String>) {
    let (mut state, mut problems) = read_link(link);
    problems.extend(fit(&mut state, head));
    let named = problems.into_iter().map(|p| format!("{}={}", p.key, p.found)).collect();
    (write_link(&state), named)
}

#[test]
fn what_the_releases_do_not_have_is_named_and_left_out() {
    let head = releases().head();
    for (link, left, named) in [
        ("f.place=atlantis", "", &["f.place=atlantis"][..]),
        ("f.place=chengde,atlantis", "&f.place=chengde", &["f.place=atlantis"]),
        ("f.place=chengde%2Cduji", "&f.place=chengde,duji", &[]),
        ("f.weather=rain&f.place=chengde", "&f.place=chengde", &["f.weather=rain"]),
        ("f.time=2021", "", &["f.time=2021"]),
        ("t.place=2021..2022", "", &["t.place=2021..2022"]),
        ("t.day=2021..2022", "", &["t.day=2021..2022"]),
        ("n.gdp=1..2", "", &["n.gdp=1..2"]),
        ("n.place=1..2", "", &["n.place=1..2"]),
        ("group=weather&split=none", "&split=none", &["group=weather"]),
        ("lanes=weather", "", &["lanes=weather"]),
        ("kind=weight", "", &["kind=weight"]),
        ("value=gdp&x=gdp&y=gdp&size=gdp", "", &["value=gdp", "x=gdp", "y=gdp", "size=gdp"]),
        ("subject=rainfall&per=suns", "", &["subject=rainfall", "per=suns"]),
        ("left=atlantis&right=chengde", "&right=chengde", &["left=atlantis"]),
        ("unfolded=weather", "", &["unfolded=weather"]),
        ("columns=place,weather,printed", "&columns=place,printed", &["columns=weather"]),
        ("sort=weather.desc", "", &["sort=weather"]),
        ("q=nothing", "&q=nothing", &[]),
    ] {
        let (rest, told) = held(&head, link);
        assert_eq!(
            (rest.as_str(), told),
            (format!("v=1{left}").as_str(), named.iter().map(|n| (*n).to_owned()).collect()),
            "{link}"
        );
    }
}

#[test]
fn a_link_of_the_releases_on_an_own_table_and_the_reverse_is_named() {
    let head = own("link-own.csv").head();
    let (left, named) = held(&head, "f.place=chengde&f.地区=青溪市&subject=elderly&value=数量");
    assert_eq!(left, write_link(&read_link("f.地区=青溪市&value=数量").0));
    assert_eq!(named, ["f.place=chengde", "subject=elderly"]);
    let (left, named) = held(&releases().head(), "f.地区=青溪市&t.年份=2020..2021&n.数量=3..4");
    assert_eq!(left, "v=1");
    assert_eq!(named, ["f.地区=青溪市", "t.年份=2020..2021", "n.数量=3..4"]);
}

/// Every state that the page's own filters and pickers lead to, one choice each.
fn reachable(session: &Session) -> Vec<AppState> {
    let head = session.head();
    let mut states = Vec::new();
    let mut with = |change: &dyn Fn(&mut AppState)| {
        let mut state = AppState::default();
        change(&mut state);
        states.push(state);
    };
    for column in &head.table.columns {
        match &column.data {
            Data::Category(category) => {
                for (_, entry) in category.dictionary.iter() {
                    let clause = Clause::AnyOf([entry.id.clone()].into());
                    with(&|s| s.filter.set(&column.key, clause.clone()));
                    match column.role {
                        Role::Area => with(&|s| s.options.compare.left.clone_from(&entry.id)),
                        Role::Topic => with(&|s| s.options.compare.unfolded.clone_from(&entry.id)),
                        Role::Series if head.rows.are_published() => {
                            with(&|s| s.options.compare.subject.clone_from(&entry.id));
                        }
                        _ => {}
                    }
                }
            }
            Data::Time(_) => {
                with(&|s| s.filter.set(&column.key, Clause::During(Some(18_000), None)));
            }
            Data::Measure(_) => {
                with(&|s| s.filter.set(&column.key, Clause::Between(1.0, f64::INFINITY)));
            }
        }
        with(&|s| s.options.table.columns = vec![column.key.clone(), "id".into()]);
        let sort = SortKey { column: column.key.clone(), descending: true };
        with(&|s| s.options.table.sort = Some(sort.clone()));
    }
    states
}

type Choose = fn(&mut ChartOptions, String);

fn pickers(shown: &Controls) -> [(&Picker, Choose); 5] {
    [
        (&shown.x, |o, id| o.x = id),
        (&shown.y, |o, id| o.y = id),
        (&shown.size, |o, id| o.size = id),
        (&shown.group, |o, id| o.group = id),
        (&shown.split, |o, id| o.split = id),
    ]
}

#[test]
fn nothing_that_the_page_offers_is_named() {
    let mut sessions = vec![releases()];
    sessions.extend(
        ["link-own.csv", "indicators-long.csv", "two-units-one-series.csv", "unit-in-header.csv"]
            .map(own),
    );
    for session in sessions {
        let head = session.head();
        let mut states = reachable(&session);
        let (data, _) = read_package(&bundled());
        let (table, rows) = match head.rows {
            Rows::Published(_) => (from_dataset(&data), Rows::Published(&data)),
            Rows::Plain => (head.table.clone(), Rows::Plain),
        };
        let mut engine = minsheng_explorer::query::Engine::new(std::sync::Arc::new(table));
        let shown = controls(&mut engine, rows, &ChartOptions::default(), Lang::Zh);
        for (picker, choose) in pickers(&shown) {
            for item in &picker.items {
                let mut state = AppState::default();
                choose(&mut state.options.chart, item.id.clone());
                states.push(state);
            }
        }
        for offer in shown.sentence.subject.offers().chain(shown.sentence.within.offers()) {
            let mut state = AppState::default();
            offer.actions.iter().for_each(|action| state.apply(action.clone()));
            states.push(state);
        }
        assert!(states.len() > 15, "{}", states.len());
        for state in states {
            let link = write_link(&state);
            let (mut read, problems) = read_link(&link);
            assert_eq!((problems, fit(&mut read, &head)), (vec![], vec![]), "{link}");
            assert_eq!(read, state, "{link}");
        }
    }
}
