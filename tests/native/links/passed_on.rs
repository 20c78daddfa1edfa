//! Links as they are passed on: what the page writes is cut nowhere, and what others make of it is read as it was meant.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;

use minsheng_explorer::query::{Clause, Filter};
use minsheng_explorer::state::{AppState, LinkProblem, OwnTable, View, read_link, write_link};

use super::{any_of, state};

/// What encodeURI encodes.
const URI: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b';')
    .remove(b',')
    .remove(b'/')
    .remove(b'?')
    .remove(b':')
    .remove(b'@')
    .remove(b'&')
    .remove(b'=')
    .remove(b'+')
    .remove(b'$')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'#');

/// What a browser encodes in a fragment.
const FRAGMENT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

fn encode(text: &str, set: &'static AsciiSet) -> String {
    utf8_percent_encode(text, set).to_string()
}

/// A link's fragment as the page reads it once it has been passed on so.
type Passing = (&'static str, fn(&str) -> String);

const PASSINGS: &[Passing] = &[
    ("as it is", str::to_owned),
    ("encoded as an address", |link| encode(link, URI)),
    ("encoded as an address, twice", |link| encode(&encode(link, URI), URI)),
    ("encoded as a part of an address", |link| encode(link, NON_ALPHANUMERIC)),
    ("encoded as a part, twice", |link| encode(&encode(link, NON_ALPHANUMERIC), NON_ALPHANUMERIC)),
    ("written into HTML", |link| link.replace('&', "&amp;")),
    ("written into HTML, twice", |link| link.replace('&', "&amp;amp;")),
    ("written into HTML, then encoded", |link| encode(&link.replace('&', "&amp;"), URI)),
    ("with a numbered sign", |link| link.replace('&', "&#38;")),
    ("with the whole address", |link| format!("https://example.org/m/?embed=1#{link}")),
    ("with the whole address, encoded", |link| {
        encode(&format!("https://example.org/m/#{link}"), NON_ALPHANUMERIC)
    }),
    ("with a full stop", |link| format!("{link}.")),
    ("with three", |link| format!("{link}...")),
    ("with a Chinese full stop", |link| format!("{link}\u{3002}")),
    ("with a Chinese comma", |link| format!("{link}\u{ff0c}")),
    ("in brackets", |link| format!("{link})")),
    ("in Chinese brackets", |link| format!("{link}\u{ff09}")),
    ("in corner brackets", |link| format!("{link}\u{300d}\u{3002}")),
    ("in quotation marks", |link| format!("{link}\"")),
    ("in Chinese quotation marks", |link| format!("{link}\u{201d}\u{ff0c}")),
    ("in angle brackets", |link| format!("{link}>")),
    ("at the end of a line", |link| format!("{link} \r\n")),
    ("before a mark that nobody sees", |link| format!("{link}\u{200b}")),
    ("as a browser hands a full stop on", |link| {
        encode(&format!("{link}\u{ff09}\u{3002}"), FRAGMENT)
    }),
    ("encoded, with a full stop behind", |link| format!("{}\u{3002}", encode(link, URI))),
    ("with a full stop, encoded twice", |link| {
        encode(&encode(&format!("{link}\u{3002}"), URI), URI)
    }),
];

/// Whether messengers, mail programs and editors take a character for a part of an address wherever it stands.
fn is_safe(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~%=&,".contains(c)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_a_reader_chose_is_written_to_be_passed_on(state in state()) {
        let link = write_link(&state);
        prop_assert!(link.chars().all(is_safe), "{}", link);
        prop_assert!(link.ends_with(|c: char| c.is_ascii_alphanumeric() || "-_~".contains(c)), "{}", link);
        for (how, pass) in PASSINGS {
            let passed = pass(&link);
            prop_assert_eq!(read_link(&passed), (state.clone(), Vec::new()), "{}: {}", how, passed);
        }
    }
}

/// States of the bundled tables and of readers' own, with what is hardest to pass on at their ends.
fn states() -> Vec<AppState> {
    let with = |column: &str, clause: Clause| {
        let mut state = AppState::default();
        state.filter.set(column, clause);
        state
    };
    let own = |mut state: AppState| {
        let name = "2024年 收支（终稿）.csv".to_owned();
        state.table = Some(OwnTable { name, bytes: 9_999, hash: 7, read: String::new() });
        state
    };
    let text = |text: &str| with(Filter::TEXT, Clause::Text(text.to_owned()));
    let mut states = vec![
        AppState::default(),
        AppState { view: View::Ledger, ..AppState::default() },
        with("place", any_of(&["weihai_etdz", "chengde"])),
        with("time", Clause::During(Some(18_993), None)),
        with("time", Clause::During(None, Some(18_992))),
        with("gdp", Clause::Between(1.5, f64::INFINITY)),
        text("低保。"),
        text("“低保”（每月）"),
        text("100%"),
        text("%41"),
        text("%E5%BE%B7"),
        text("a&amp;b"),
        text("a.b..."),
        text("1+1=2 #3"),
        AppState { selection: Some("dezhou2021-dibao".into()), ..AppState::default() },
    ];
    states.push(own(AppState::default()));
    states.push(own(with("地区", any_of(&["青溪市", "a,b", "存款(亿元)"]))));
    states.push(own(with("存款(亿元)", Clause::Between(f64::NEG_INFINITY, -3.0))));
    let mut grouped = own(AppState::default());
    grouped.options.chart.group = "存款(亿元)".into();
    grouped.options.chart.value = "失业率(%)".into();
    states.push(grouped);
    states
}

#[test]
fn what_messengers_make_of_a_link_is_read_as_it_was_meant() {
    for state in states() {
        let link = write_link(&state);
        assert!(link.chars().all(is_safe), "{link}");
        for (how, pass) in PASSINGS {
            let passed = pass(&link);
            assert_eq!(read_link(&passed), (state.clone(), Vec::new()), "{how}: {passed}");
        }
    }
}

#[test]
fn links_that_hands_and_older_pages_wrote_are_read_too() {
    let place = |values: &[&str]| {
        let mut state = AppState::default();
        state.filter.set("地区", any_of(values));
        state
    };
    let mut grouped = AppState::default();
    grouped.options.chart.group = "存款(亿元)".into();
    let mut open = AppState::default();
    open.filter.set("time", Clause::During(Some(18_628), None));
    for (link, state) in [
        ("#v=1&f.地区=青溪市", place(&["青溪市"])),
        ("#v=1&f.%E5%9C%B0%E5%8C%BA=%E9%9D%92%E6%BA%AA%E5%B8%82", place(&["青溪市"])),
        ("#v=1&f.地区=青溪市\u{3002}", place(&["青溪市"])),
        ("#v=1&f.地区=青溪（市）", place(&["青溪（市）"])),
        ("#v=1&f.地区=青溪（市）\u{ff09}", place(&["青溪（市）"])),
        ("#v=1&group=存款(亿元)", grouped.clone()),
        ("(https://example.org/#v=1&group=存款(亿元)).", grouped),
        ("#v=1&t.time=2021..", open.clone()),
        ("#v=1&t.time=2021..\u{3002}", open.clone()),
        ("#v=1&t.time=2021...", open),
        ("#v=1&amp;f.地区=a&amp;view=overview", place(&["a"])),
        ("#v=1&f.地区=a+b", place(&["a b"])),
    ] {
        assert_eq!(read_link(link), (state, Vec::new()), "{link}");
    }
}

#[test]
fn what_is_no_link_at_all_is_named() {
    for (link, key) in [("#section-3", "section-3"), ("#/route", "/route"), ("#%3F%3F%3Fx", "???x")]
    {
        let problem = LinkProblem { key: key.into(), found: String::new() };
        assert_eq!(read_link(link), (AppState::default(), vec![problem]), "{link}");
    }
}

#[test]
fn what_is_shared_is_a_short_sentence_and_a_link_that_no_messenger_cuts() {
    use minsheng_explorer::words::passed_on;
    let mut filter = Filter::default();
    filter.set("place", any_of(&["chengde"]));
    filter.set(Filter::TEXT, Clause::Text("看病 （农村）".into()));
    let state = AppState { view: View::Chart, filter, ..AppState::default() };
    let link = format!("https://example.org/m/#{}", write_link(&state));
    let text = passed_on("承德市共\u{2060}72项数据。其中二十项尚在计划。", &link);
    let (sentence, last) = text.split_once('\n').unwrap();
    assert_eq!(sentence, "承德市共72项数据。其中二十项尚在计划。");
    assert_eq!(last, link);
    assert!(
        last.contains("f.place=chengde") && last.ends_with(|c: char| c.is_ascii_alphanumeric())
    );
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "%=&.-_~:/#".contains(c);
    assert!(last.chars().all(is_plain), "{last}");
    // A long sentence gives its first parts, and never half of one.
    let long = format!("{}。{}。", "前".repeat(40), "后".repeat(60));
    assert_eq!(passed_on(&long, ""), format!("{}。", "前".repeat(40)));
}
