//! Whole numbers from 1900 to 2100 in columns that are not called after times: years or amounts, by rule, and asked where
//! nothing tells; and days that stand for the months, quarters and years that they begin or end.

use minsheng_explorer::base::date::iso_period;
use minsheng_explorer::column::{Data, Role};
use minsheng_explorer::import::{
    Arrangement, Change, Choices, Doubt, Imported, Kind, Options, Plan, Subject, Sure, TimeWay,
    Use, decisions,
};

use super::open;

fn read_as(text: &str, wanted: Arrangement) -> Imported {
    let plan = Some(Plan { wanted, ..Plan::default() });
    open("t.csv", text.as_bytes(), 11, &Options { plan, ..Options::default() })
        .unwrap()
        .with_totals()
}

fn read(text: &str) -> Imported {
    read_as(text, Arrangement::default())
}

fn kinds(text: &str) -> Vec<Kind> {
    read(text).plan.columns.iter().map(|column| column.kind).collect()
}

const NAME: Kind = Kind::Category;
const NUMBER: Kind = Kind::Number;
const TIME: Kind = Kind::Time;

#[test]
fn amounts_as_great_as_years_are_no_years() {
    for (text, expected) in [
        // Their names say so.
        ("county,income\nA,1987\nB,2003\nC,1956\n", vec![NAME, NUMBER]),
        ("区县,最低工资\n甲县,1990\n乙县,2011\n丙县,1987\n", vec![NAME, NUMBER]),
        ("county,Median rent (USD)\nA,1990\nB,1991\nC,1992\n", vec![NAME, NUMBER]),
        // Two columns of such, neither in order.
        ("k,ab,cd\nA,1987,1999\nB,2003,1911\nC,1956,2011\n", vec![NAME, NUMBER, NUMBER]),
        // Round numbers, and numbers beyond all years that tables tell of, in no order.
        ("k,ab\nA,2000\nB,2100\nC,1900\n", vec![NAME, NUMBER]),
        ("k,ab\nA,1987\nB,2093\nC,1956\n", vec![NAME, NUMBER]),
        // Beside a column of years.
        (
            "年份,甲市,乙市\n2019,1950,2000\n2020,2010,2020\n2021,2080,2100\n",
            vec![TIME, NUMBER, NUMBER],
        ),
    ] {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn years_stay_years_whatever_they_are_called() {
    for text in [
        "zz,n\n2019,5\n2020,7\n2021,6\n",
        "zz,n\n2022,5\n2021,7\n2020,6\n",
        "zz,n\n1953,58\n1964,69\n1982,100\n1990,113\n2000,126\n",
        "zz,n\n2019,5\n2019,7\n2012,6\n2012,1\n",
        "x,n\n2019,5\n1950,7\n1987,6\n",
        ",n\n2019,5\n1950,7\n1987,6\n",
        "zz,n\n1980,5\n1990,7\n2000,6\n",
    ] {
        let found = read(text);
        assert_eq!(found.plan.columns[0].kind, TIME, "{text}");
        assert!(found.plan.questions.is_empty(), "{text}");
    }
}

#[test]
fn where_nothing_tells_years_from_amounts_it_is_asked() {
    let text = "who,zz\nA,1987\nB,2003\nC,1956\nD,2011\n";
    let asked = read(text);
    let [question] = asked.plan.questions.as_slice() else { panic!("{:?}", asked.plan.questions) };
    assert_eq!((question.doubt, question.column.0.as_str()), (Doubt::Years, "zz"));
    assert!(question.answers[0].is_shown && asked.plan.columns[1].kind == TIME);
    let [Change::Use(Use::Time), Change::Use(Use::Number)] =
        [&question.answers[0].change, &question.answers[1].change]
    else {
        panic!("{question:?}")
    };
    let wanted = question.answers[1].change.wanted(&asked.plan.wanted, "zz");
    let answered = read_as(text, wanted);
    assert_eq!((answered.plan.columns[1].kind, answered.plan.questions.len()), (NUMBER, 0));
}

/// The first and the last period of a table, and what is said of them.
fn periods(found: &Imported) -> (String, String, Option<(String, Sure)>) {
    let Data::Time(times) = &found.table.by_role(Role::Time).unwrap().data else { panic!() };
    let text = |row: usize| times.get(row).map(|span| iso_period(span.first, span.last)).unwrap();
    let all = decisions(&found.plan, &found.told, &Choices::default());
    let grain = all.into_iter().find(|decision| decision.subject == Subject::Grain);
    (text(0), text(found.table.len - 1), grain.map(|own| (own.value, own.basis.sure)))
}

#[test]
fn first_and_last_days_stand_for_months_quarters_and_years() {
    for (days, first, last, grain) in [
        (
            &["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"][..],
            "2020-01",
            "2020-04",
            "month",
        ),
        (
            &["2021-03-31", "2021-06-30", "2021-09-30"],
            "2021-01/2021-03",
            "2021-07/2021-09",
            "quarter",
        ),
        (&["2019-12-31", "2020-12-31", "2021-12-31"], "2019", "2021", "year"),
    ] {
        let rows: Vec<String> = days.iter().map(|day| format!("{day},5")).collect();
        let text = format!("observation_date,RATE\n{}\n", rows.join("\n"));
        let found = read(&text);
        let told = Some((grain.to_owned(), Sure::Likely));
        assert_eq!(periods(&found), (first.to_owned(), last.to_owned(), told), "{text}");
        // A reader has the days again.
        let wanted = Arrangement::default().with_time("observation_date", TimeWay::Dates);
        let again = read_as(&text, Arrangement::of_text(&wanted.text()));
        assert_eq!(periods(&again).0, days[0], "{text}");
    }
    // Days on which something was counted are days, and so are those of a month.
    let counted = read("Stichtag;n\n31.12.2018;5\n31.12.2019;7\n31.12.2020;9\n");
    assert_eq!(periods(&counted).0, "2018-12-31");
    let daily = read("date,n\n2020-02-01,5\n2020-02-02,7\n2020-02-03,9\n2020-02-04,1\n");
    assert_eq!(periods(&daily).0, "2020-02-01");
}
