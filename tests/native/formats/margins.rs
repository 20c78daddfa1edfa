//! Columns that say how far an estimate may be off: margins of error, standard errors, both ends of an interval.

use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{Arrangement, Imported, Options, Plan, Use};

use super::open;

fn read(text: &str) -> Imported {
    read_as(text, Arrangement::default())
}

fn read_as(text: &str, wanted: Arrangement) -> Imported {
    let plan = Some(Plan { wanted, ..Plan::default() });
    open("t.csv", text.as_bytes(), 11, &Options { plan, ..Options::default() })
        .unwrap()
        .with_totals()
}

/// The measures of a table, each with the first of its marks.
fn told(table: &Table) -> Vec<(String, String)> {
    let mark = |key: &str| match table.marks_of(key).map(|column| &column.data) {
        Some(Data::Category(marks)) => {
            (0..table.len).find_map(|row| marks.entry(row).map(|entry| entry.id.clone()))
        }
        _ => None,
    };
    let told = table
        .measures()
        .map(|(column, _)| (column.key.clone(), mark(&column.key).unwrap_or_default()));
    told.collect()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) -> Imported {
    let found = read(text);
    let expected: Vec<(String, String)> =
        expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(told(&found.table), expected, "{text}");
    found
}

#[test]
fn a_margin_becomes_the_ends_of_its_estimate() {
    check(
        "County,Estimate,Margin of Error\nA,58239,4270\nB,227131,2100\nC,25259,3001\n",
        &[("Estimate", "53969\u{2013}62509")],
    );
    check(
        "地区,平均收入,误差范围\n甲,52.5,1.5\n乙,48,2\n丙,60,0.8\n",
        &[("平均收入", "51\u{2013}54")],
    );
    check("Area,Rate,Margin\nA,3.4,+/-1.4\nB,!,!\nC,5.1,+/-2.0\n", &[("Rate", "2\u{2013}4.8")]);
    check(
        "Area,Number,Number MOE,Percent,Percent MOE\nA,120,12,40.5,2.5\nB,90,10,30,2\nC,75,9,28,3\n",
        &[("Number", "108\u{2013}132"), ("Percent", "38\u{2013}43")],
    );
    check(
        "name;pop;pop_moe;income;income_moe\na;100;5;20000;900\nb;200;7;21000;800\nc;300;9;19000;700\n",
        &[("pop", "95\u{2013}105"), ("income", "19100\u{2013}20900")],
    );
    // Periods across the columns.
    check(
        "Area,2019 Estimate,2019 MOE,2020 Estimate,2020 MOE\nA,58,4,60,5\nB,70,6,71,6\nC,25,3,27,3\n",
        &[("Estimate", "54\u{2013}62")],
    );
}

#[test]
fn codes_of_margins_belong_to_those_of_estimates() {
    let census = "GEO_ID,NAME,B01003_001E,B01003_001M,B19013_001E,B19013_001M\n\
        0500000US01001,\"Autauga, Alabama\",58239,-555555555,62660,4270\n\
        0500000US01003,\"Baldwin, Alabama\",227131,-555555555,64346,2100\n\
        0500000US01005,\"Barbour, Alabama\",25259,120,36422,3001\n\
        0500000US01007,\"Bibb, Alabama\",22412,130,-666666666,-222222222\n";
    let found = check(
        census,
        &[("B01003_001E", "25139\u{2013}25379"), ("B19013_001E", "58390\u{2013}66930")],
    );
    let Data::Measure(income) = &found.table.column("B19013_001E").unwrap().data else { panic!() };
    assert_eq!(income.float(3), None, "nine equal digits stand for a word");
    check(
        "tract,E_TOTPOP,M_TOTPOP\nx,5000,400\ny,3000,300\nz,4100,350\n",
        &[("E_TOTPOP", "4600\u{2013}5400")],
    );
    // Males stand beside females.
    check("area,TotF,TotM\na,50,48\nb,60,61\nc,70,66\n", &[("TotF", ""), ("TotM", "")]);
}

#[test]
fn an_error_stands_beside_its_estimate_and_is_no_measure() {
    let found = check(
        "Area,Mean income,SE,CV (%)\nA,52000,1200,2.3\nB,48000,1500,3.1\nC,61000,900,1.5\n",
        &[("Mean income", "")],
    );
    let role = |key: &str| found.table.column(key).map(|column| (column.role, column.of.clone()));
    assert_eq!(role("SE"), None.or(Some((Role::Text, Some("Mean income".into())))));
    let used = |key: &str| {
        let column = found.plan.columns.iter().find(|column| column.key == key).unwrap();
        Use::of(column.kind, column.role)
    };
    assert_eq!(
        (used("SE"), used("CV (%)"), used("Mean income")),
        (Use::Ends, Use::Ends, Use::Number)
    );
    check(
        "State,Data_Value,Data_Value_Std_Err,Low_Confidence_Limit,High_Confidence_Limit\nA,12.3,0.6,11.1,13.5\n\
         B,9.8,0.9,8,11.6\nC,20.1,0.7,18.7,21.5\n",
        &[("Data_Value", "11.1\u{2013}13.5")],
    );
    check(
        "group,estimate,std.error,conf.low,conf.high\na,1.5,0.2,1.1,1.9\nb,2.5,0.3,1.9,3.1\nc,0.5,0.1,0.3,0.7\n",
        &[("estimate", "1.1\u{2013}1.9")],
    );
    check("地区,患病率(%),标准误\n甲,12.3,0.5\n乙,9.8,0.4\n丙,11,0.6\n", &[("患病率(%)", "")]);
}

#[test]
fn ends_are_found_beside_what_lies_between_them() {
    check(
        "LOCATION,OBS_VALUE,LOWER_CI,UPPER_CI\nA,12.3,10.1,14.5\nB,9.8,8,11.6\nC,20.1,18.9,22.4\n",
        &[("OBS_VALUE", "10.1\u{2013}14.5")],
    );
    check("地区,值,下限,上限\n甲,12,10,14\n乙,9,8,11\n丙,20,18,22\n", &[("值", "10\u{2013}14")]);
    // A number of those asked stands between.
    check(
        "area,rate,n,lower,upper\na,12.3,510,10.1,14.5\nb,9.8,612,8,11.6\nc,20.1,433,18.9,22.4\n",
        &[("rate", "10.1\u{2013}14.5"), ("n", "")],
    );
}

#[test]
fn what_is_no_margin_stays_a_figure() {
    // A change is written with the same sign.
    check("Land,Umsatz,+/- %\nA,120,2.5\nB,90,-3\nC,70,1\n", &[("Umsatz", ""), ("+/- %", "")]);
    // The margin of a trade.
    check("Shop,Sales,Margin\nA,120,30\nB,90,22\nC,70,10\n", &[("Sales", ""), ("Margin", "")]);
    // A part of a country.
    check(
        "Year,North,SE,West\n2019,1,2,3\n2020,2,3,4\n2021,3,4,5\n",
        &[("North", ""), ("SE", ""), ("West", "")],
    );
    check("name,km,kmM\na,1,3\nb,2,4\nc,3,5\n", &[("km", ""), ("kmM", "")]);
    // What is below nothing is no margin.
    check(
        "area,Estimate,Margin of Error\na,5,-1\nb,6,-2\nc,7,1\n",
        &[("Estimate", ""), ("Margin of Error", "")],
    );
}

#[test]
fn a_margin_of_nothing_known_neither_leads_nor_adds_up() {
    let found = check(
        "Area,Margin of error,Households,Persons\nA,3,50,120\nB,4,60,150\nC,2,40,90\n",
        &[("Households", ""), ("Persons", ""), ("Margin of error", "")],
    );
    let (_, figures) = found.table.measures().nth(2).unwrap();
    assert!(!figures.is_additive(0));
    let found = read("Area,Lower CI,Persons\nA,3,50\nB,4,60\nC,2,40\n");
    let (_, figures) = found.table.measures().find(|(column, _)| column.key == "Lower CI").unwrap();
    assert!(!figures.is_additive(0));
}

#[test]
fn statistics_in_rows_are_unlike_things() {
    let text = "GEO,REF_DATE,Statistics,VALUE\nA,2020,Estimate,120\nA,2020,Standard error of estimate,4\n\
        A,2020,\"Low 95% confidence interval, estimate\",112\nB,2020,Estimate,90\nB,2020,Standard error of estimate,3\n\
        B,2020,\"Low 95% confidence interval, estimate\",84\n";
    let found = read(text);
    let (column, figures) = found.table.measures().next().unwrap();
    assert_eq!(column.key, "VALUE");
    assert_eq!([0, 1, 2].map(|row| figures.is_additive(row)), [true, false, false]);
    assert_eq!(found.table.column("Statistics").map(|c| c.role), Some(Role::Series));
}

#[test]
fn a_reader_makes_figures_of_margins_again() {
    let text = "County,Estimate,Margin of Error\nA,58239,4270\nB,227131,2100\nC,25259,3001\n";
    let undone = read(text).plan.with_use("Margin of Error", Use::Number);
    assert_eq!(told(&read_as(text, undone.wanted).table).len(), 2);
}

#[test]
fn rows_with_intervals_still_have_totals() {
    let text =
        "Group,Estimate,Margin of Error\nAll of them,58,4\nNorth,30,2\nMiddle,17,2\nSouth,11,1\n";
    let found = read(&text.replace("All of them", "Total"));
    let Data::Category(groups) = &found.table.column("Group").unwrap().data else { panic!() };
    assert_eq!(groups.dictionary.totals().len(), 1);
    // Also those that only their numbers tell.
    let mut text = "Group,Year,Estimate,Margin of Error\n".to_owned();
    for (year, n) in [(2019, 100), (2020, 310), (2021, 520)] {
        text.push_str(&format!(
            "Zone,{year},{},9\nNorth,{year},{n},4\nMiddle,{year},{},5\nSouth,{year},71,3\n",
            n + 217 + 71,
            217
        ));
    }
    let found = read(&text);
    let Data::Category(groups) = &found.table.column("Group").unwrap().data else { panic!() };
    assert_eq!(groups.dictionary.totals().len(), 1, "marks part no rows");
}

#[test]
fn ends_in_rows_become_those_of_their_estimates() {
    // Two things are estimated, each with both its ends; units and numbers of series differ from row to row.
    let mut text = "REF_DATE,GEO,Characteristics,UOM,VECTOR,VALUE\n".to_owned();
    let mut vector = 0;
    for (place, persons, percent) in [("Ontario", 120_000, 12), ("Quebec", 90_000, 10)] {
        for (name, unit, value) in
            [("Number of persons", "Number", persons), ("Percent", "Percent", percent)]
        {
            let of = name.to_lowercase();
            for (name, value) in [
                (name.to_owned(), value),
                (format!("\"Low 95% confidence interval, {of}\""), value - 2),
                (format!("\"High 95% confidence interval, {of}\""), value + 3),
            ] {
                vector += 1;
                text.push_str(&format!("2020,{place},{name},{unit},v{vector},{value}\n"));
            }
        }
    }
    let found = check(&text, &[("VALUE", "119998\u{2013}120003")]);
    assert_eq!(found.table.len, 4);
    let told = found.plan.layout.statistics.as_ref().unwrap();
    assert!(told.used && told.columns == ["Characteristics"]);
    let stands = read_as(&text, Arrangement { long: true, ..Arrangement::default() });
    assert_eq!(stands.table.len, 12);
    assert!(stands.plan.layout.statistics.is_some_and(|told| !told.used));
}

#[test]
fn margins_and_errors_in_rows_go_with_their_estimates() {
    let found = check(
        "County,Measure,Value\nA,Estimate,58239\nA,Margin of Error,420\nB,Estimate,227131\nB,Margin of Error,900\n",
        &[("Value", "57819\u{2013}58659")],
    );
    assert_eq!(found.table.len, 2);
    let found = check(
        "GEO,REF_DATE,Statistics,VALUE\nA,2020,Estimate,120\nA,2020,Standard error of estimate,4\n\
         B,2020,Estimate,90\nB,2020,Standard error of estimate,3\n",
        &[("VALUE", "")],
    );
    let error = found.table.column("Standard error of estimate").unwrap();
    assert_eq!((found.table.len, error.of.as_deref(), error.role), (2, Some("VALUE"), Role::Text));
    let Data::Category(texts) = &error.data else { panic!() };
    assert_eq!(
        [0, 1].map(|row| texts.entry(row).map(|own| own.id.clone())),
        [Some("4".into()), Some("3".into())]
    );
    let found = check(
        "地区,指标,数值\n甲,患病率,12.3\n甲,患病率95%CI下限,10.1\n甲,患病率95%CI上限,14.5\n乙,患病率,9.8\n\
         乙,患病率95%CI下限,8\n乙,患病率95%CI上限,11.6\n",
        &[("数值", "10.1\u{2013}14.5")],
    );
    assert_eq!(found.table.len, 2);
}

#[test]
fn rows_that_are_no_statistics_of_others_stay() {
    for (text, rows) in [
        // Groups of countries.
        (
            "Group,Year,Value\nLower middle income,2020,5\nUpper middle income,2020,9\nMiddle income,2020,7\n\
             Lower middle income,2021,6\nUpper middle income,2021,9\nMiddle income,2021,8\n",
            6,
        ),
        // An estimate that does not lie between what is called its ends.
        (
            "Area,What,Value\nA,Estimate,5\nA,Lower,6\nA,Upper,9\nB,Estimate,5\nB,Lower,7\nB,Upper,8\n",
            6,
        ),
        // Two estimates of one thing.
        ("What,Value\nEstimate,5\nLower,4\nUpper,9\nEstimate,6\nLower,5\nUpper,8\n", 6),
        // Parts of a country.
        ("Area,Year,Value\nSE,2020,1\nN,2020,2\nSE,2021,1\nN,2021,2\n", 4),
    ] {
        let found = read(text);
        assert_eq!((found.table.len, found.plan.layout.statistics), (rows, None), "{text}");
    }
}

#[test]
fn a_code_that_reads_as_an_error_is_a_code_among_others() {
    let mut text = String::from("country,number\n");
    for (at, code) in ["SE", "", "FR", "DE", "IT", "ES", "PT", "GB", "PL"].iter().enumerate() {
        text.push_str(&format!("{code},{}\n", 50 + at));
    }
    let found = read(&text);
    assert_eq!(found.table.len, 9, "Sweden stays");
    assert!(found.plan.layout.statistics.is_none());
}

#[test]
fn flags_of_estimates_alone_keep_nothing_from_them() {
    let text = "Area,What,Value,Status\nA,Estimate,5,E\nA,Lower,4,\nA,Upper,9,\nB,Estimate,6,\nB,Lower,5,\nB,Upper,8,\n";
    let found = read(text);
    assert_eq!(found.table.len, 2);
    assert!(found.plan.layout.statistics.is_some());
}
