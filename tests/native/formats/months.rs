//! Months that stand without a year: of the only year that a line above the table or the file's name gives, and else in the
//! order of the calendar, of no year.

use minsheng_explorer::base::date::civil;
use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{
    Choices, Imported, Kind, Options, OwnYear, Plan, Subject, Sure, YearFrom, decisions,
};

use super::{cells, open};

fn named(name: &str, text: &str) -> Imported {
    open(name, text.as_bytes(), 11, &Options::default()).unwrap()
}

fn read(text: &str) -> Imported {
    named("t.csv", text)
}

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

/// The values of a category, and whether they have an order of their own.
fn values(table: &Table, key: &str) -> (Vec<String>, bool) {
    let Data::Category(category) = &table.column(key).unwrap().data else { panic!("{key}") };
    let ids = category.dictionary.iter().map(|(_, entry)| entry.id.clone());
    (ids.collect(), category.dictionary.is_ordered())
}

/// Year and month of the first day of the first row.
fn first(table: &Table) -> Option<(i32, u32)> {
    let Data::Time(times) = &table.by_role(Role::Time)?.data else { return None };
    let (year, month, _) = civil(times.get(0)?.first);
    Some((year, u32::from(month)))
}

#[test]
fn months_across_without_a_year_are_in_the_order_of_the_calendar() {
    let read = read(
        "地区,7月,8月,9月,10月,11月,12月,1月,2月\n甲市,1,2,3,4,5,6,7,8\n乙市,4,5,6,7,8,9,1,2\n",
    );
    assert_eq!((keys(&read.table), read.table.len), (vec!["地区", "月份", "数值"], 16));
    let (months, is_ordered) = values(&read.table, "月份");
    assert_eq!(months, ["1月", "2月", "7月", "8月", "9月", "10月", "11月", "12月"]);
    assert!(is_ordered && read.table.by_role(Role::Time).is_none());
    assert_eq!(cells(&read.table)[0], ["甲市", "7月", "1"]);
    assert_eq!(read.plan.layout.year, Some(OwnYear { from: YearFrom::Nowhere, year: 0 }));
    let english = self::read("Town,Jan,Feb,Mar,Apr\nA,1,2,3,4\nB,5,6,7,8\n").table;
    assert_eq!(
        (keys(&english), values(&english, "month").0.len()),
        (vec!["Town", "month", "value"], 4)
    );
    let french = self::read("Ville;janvier;février;mars\nA;1,5;2;3\nB;5;6;7\n").table;
    assert_eq!(values(&french, "month").0, ["janvier", "février", "mars"]);
}

#[test]
fn months_down_the_rows_without_a_year_too() {
    for (text, key, expected) in [
        ("月份,销量\n10月,1\n1月,2\n2月,3\n", "月份", vec!["1月", "2月", "10月"]),
        ("Month,Sales\nMar,1\nJan,2\n", "Month", vec!["Jan", "Mar"]),
        ("Month,Sales\n1,5\n2,6\n12,7\n", "Month", vec!["1", "2", "12"]),
    ] {
        let read = read(text);
        assert_eq!(
            values(&read.table, key),
            (expected.into_iter().map(str::to_owned).collect(), true),
            "{text}"
        );
        assert_eq!(read.table.columns.iter().filter(|c| c.role.is_number()).count(), 1, "{text}");
    }
}

#[test]
fn the_only_year_above_or_in_the_name_is_theirs_and_a_guess() {
    let (above, file) = (YearFrom::Above, YearFrom::FileName);
    for (name, text, from, month) in [
        (
            "t.csv",
            "用电量\n单位：亿千瓦时　2021年\n地区,1月,2月,3月\n甲市,1,2,3\n乙市,5,6,7\n",
            above,
            1,
        ),
        ("sales_2021.csv", "Town,Jan,Feb,Mar\nA,1,2,3\nB,5,6,7\n", file, 1),
        ("sales_2021.csv", "Month,Town,Sales\nMar,A,1\nApr,A,2\n", file, 3),
        ("t.csv", "Sales in 2021\nMonth,Town,Sales\nMar,A,1\nApr,A,2\n", above, 3),
    ] {
        let read = named(name, text);
        assert_eq!(first(&read.table), Some((2021, month)), "{text}");
        assert_eq!(read.plan.layout.year, Some(OwnYear { from, year: 2021 }), "{text}");
        let all = decisions(&read.plan, &read.told, &Choices::default());
        let own = all.iter().find(|decision| decision.subject == Subject::Year).unwrap();
        assert_eq!((own.value.as_str(), own.basis.sure), ("2021", Sure::Guessed));
    }
    // A year of the rows goes before both, and a time of the rows needs none.
    let own = named("sales_2021.csv", "Year,Jan,Feb,Mar\n2018,1,2,3\n2019,5,6,7\n");
    assert_eq!((first(&own.table), own.plan.layout.year), (Some((2018, 1)), None));
    let dated = named("sales_2021.csv", "Date,Month,Sales\n2018-03-01,Mar,1\n2018-04-01,Apr,2\n");
    assert_eq!((first(&dated.table), dated.plan.layout.year), (Some((2018, 3)), None));
    // Two years are none.
    let two = named("sales_2019-2020.csv", "Town,Jan,Feb,Mar\nA,1,2,3\nB,5,6,7\n");
    assert_eq!(two.plan.layout.year.map(|own| own.from), Some(YearFrom::Nowhere));
}

#[test]
fn quarters_without_a_year_are_labels_in_their_order_and_it_is_said() {
    let nowhere = Some(OwnYear { from: YearFrom::Nowhere, year: 0 });
    for (text, key, expected) in [
        (
            "地区,一季度,二季度,三季度,四季度\n甲市,12.1,15,13,18\n乙市,22,25,21,28\n",
            "季度",
            vec!["一季度", "二季度", "三季度", "四季度"],
        ),
        (
            "Town,Q1,Q2,Q3,Q4\nA,120,150,130,180\nB,22,25,21,28\n",
            "quarter",
            vec!["Q1", "Q2", "Q3", "Q4"],
        ),
        ("季度,销量\n四季度,1\n二季度,2\n一季度,3\n", "季度", vec!["一季度", "二季度", "四季度"]),
        ("Quarter,Town,Sales\nQ4,A,1\nQ1,A,2\nQ2,B,5\n", "Quarter", vec!["Q1", "Q2", "Q4"]),
    ] {
        let read = read(text);
        let expected = expected.into_iter().map(str::to_owned).collect();
        assert_eq!(values(&read.table, key), (expected, true), "{text}");
        assert_eq!((read.plan.layout.year, first(&read.table)), (nowhere, None), "{text}");
    }
    // The title and the file's name give the year.
    let titled =
        read("2023年各市产值,,,\n地区,一季度,二季度,三季度\n甲市,12,15,13\n乙市,22,25,21\n");
    assert_eq!(first(&titled.table), Some((2023, 1)));
    let named = named("sales-2023.csv", "Quarter,Town,Sales\nQ2,A,10\nQ3,A,12\n");
    assert_eq!(first(&named.table), Some((2023, 4)));
    // Of the two years of a school or an office a month may be of either.
    let of_two = self::named("waits 2023-24.csv", "Town,Q1,Q2,Q3\nA,120,15,13\nB,22,25,21\n");
    assert_eq!(of_two.plan.layout.year, nowhere);
    // Questions of a form are answered from one to five.
    let form = read("who,Q1,Q2,Q3,Q4\nA,1,5,3,4\nB,2,2,1,5\n");
    assert!(form.plan.layout.wide.is_none() && form.plan.layout.year.is_none());
    let dated = read("Year,Quarter,Sales\n2020,Q1,10\n2021,Q3,11\n");
    assert_eq!(dated.plan.layout.year, None);
}

#[test]
fn a_reader_may_give_the_year_or_leave_the_columns() {
    let text = "地区,1月,2月,3月\n甲市,1,2,3\n乙市,5,6,7\n";
    let with = |change: &dyn Fn(&mut Plan)| {
        let mut plan = Plan::default();
        change(&mut plan);
        open("t.csv", text.as_bytes(), 5, &Options { plan: Some(plan), ..Options::default() })
            .unwrap()
    };
    let given = with(&|plan| plan.wanted.year = Some(2020));
    assert_eq!(first(&given.table), Some((2020, 1)));
    assert_eq!(given.plan.layout.year.map(|own| own.from), Some(YearFrom::Reader));
    let stands = with(&|plan| plan.wanted.long = true);
    assert_eq!((stands.table.len, stands.table.columns.len()), (2, 4));
}

#[test]
fn what_is_no_month_of_the_rows_stays_as_it_is() {
    // Two months are few, names of people are no months, and months that are counted are figures.
    for text in ["place,Jan,Feb\nA,1,2\nB,3,4\n", "place,May,June,Carl\nA,1,2,3\nB,3,4,5\n"] {
        let read = read(text);
        assert!(read.plan.layout.wide.is_none() && read.plan.layout.year.is_none(), "{text}");
    }
    let counted = read("loan,contract months\nA,12\nB,6\n");
    assert_eq!(counted.plan.columns[1].kind, Kind::Number);
    let many = read("loan,Month\nA,24\nB,6\nC,36\n");
    assert_eq!(many.plan.columns[1].kind, Kind::Number);
}
