//! Units in several words and in codes, in names, in lines above a table and in columns that are not called after them.

use minsheng_explorer::column::{Role, Table};
use minsheng_explorer::import::{Imported, Options};

use super::open;

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap().with_totals()
}

/// The units of the measures.
fn units(text: &str) -> Vec<Option<String>> {
    read(text).table.measures().map(|(column, _)| column.unit.clone()).collect()
}

/// The unit of each row.
fn by_row(table: &Table) -> Option<Vec<&str>> {
    let units = table.category_by_role(Role::Kind)?;
    Some((0..table.len).map(|row| units.entry(row).map_or("", |entry| entry.id.as_str())).collect())
}

fn adds(found: &Imported) -> Vec<bool> {
    let (_, figures) = found.table.measures().next().unwrap();
    (0..found.table.len).map(|row| figures.is_additive(row)).collect()
}

#[test]
fn names_give_the_scale_that_figures_are_read_by() {
    for (name, unit) in [
        ("\"GDP, x 1,000,000\"", "\u{d7} 1,000,000"),
        ("Population x 1000", "\u{d7} 1000"),
        ("Employed (thousands)", "thousands"),
        ("Employed ('000)", "thousand"),
        ("Trade in millions of euros", "millions of euros"),
        ("Einwohner (1 000 Personen)", "1 000 Personen"),
        ("\"BNP, Mill. kr\"", "Mill. kr"),
        ("GDP (current US$)", "current US$"),
        ("人口（万人）", "万人"),
    ] {
        let text = format!("Area,{name}\nA,5\nB,7\nC,9\n");
        assert_eq!(units(&text), [Some(unit.to_owned())], "{name}");
    }
    for name in
        ["Persons in households", "Employed by sex", "Deaths (all ages)", "\"Men, 15-24 years\""]
    {
        assert_eq!(units(&format!("Area,{name}\nA,5\nB,7\nC,9\n")), [None], "{name}");
    }
}

#[test]
fn lines_and_titles_above_give_the_unit_of_all() {
    for (line, unit) in [
        ("In millions of euros", "millions of euros"),
        ("(in thousands)", "in thousands"),
        ("Thousands of persons", "Thousands of persons"),
        ("Angaben in 1 000 Euro", "1 000 Euro"),
        ("x 1000", "\u{d7} 1000"),
        ("单位：万人", "万人"),
    ] {
        let text = format!("Some figures by area\n{line}\nArea,Men,Women\nA,5,6\nB,7,8\nC,9,9\n");
        assert_eq!(units(&text), [Some(unit.to_owned()), Some(unit.to_owned())], "{line}");
    }
    for (title, unit) in [
        ("\"Population by area, in thousands\"", Some("in thousands")),
        ("各市产值（亿元）", Some("亿元")),
        ("Population by area (2020)", None),
        ("People in thousands of villages they left", None),
    ] {
        let text = format!("{title}\nArea,Men,Women\nA,5,6\nB,7,8\nC,9,9\n");
        assert_eq!(units(&text)[0].as_deref(), unit, "{title}");
    }
    // A unit of its own comes first, and a rate has none of the others'.
    let text = "Trade\nIn millions of euros\nArea,Goods,Ships (number),Growth (%)\nA,5,6,1.5\nB,7,8,2.5\nC,9,9,0.5\n";
    let expected = [Some("millions of euros"), Some("number"), Some("%")];
    assert_eq!(units(text).iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
    // Under the names.
    assert_eq!(
        units("Area,Men,Women\n,'000,'000\nA,5,6\nB,7,8\nC,9,9\n"),
        vec![Some("thousand".to_owned()); 2]
    );
}

#[test]
fn indicators_name_units_in_several_words() {
    let found = read(
        "Country,Series,2019,2020\nA,GDP (current US$),2500,2600\nA,Inflation (annual %),2.5,3\n\
         A,\"Population, total\",120,121\nB,GDP (current US$),1500,1600\nB,Inflation (annual %),1.5,4\n\
         B,\"Population, total\",80,81\n",
    );
    let units = by_row(&found.table).unwrap();
    assert_eq!(units[..6], ["current US$", "current US$", "annual %", "annual %", "", ""]);
    assert_eq!(adds(&found)[..6], [true, true, false, false, true, true]);
    let names = &found.table.column("Series").unwrap().role;
    assert_eq!(*names, Role::Series);
}

#[test]
fn codes_of_units_tell_rows_apart_whatever_their_column_is_called() {
    let found = read(
        "LOCATION,INDICATOR,MEASURE,TIME,Value\nAUS,HEALTHEXP,PC_GDP,2019,9.9\nAUS,HEALTHEXP,USD_CAP,2019,4919\n\
         JPN,HEALTHEXP,PC_GDP,2019,11\nJPN,HEALTHEXP,USD_CAP,2019,4691\n",
    );
    assert_eq!(found.table.column("MEASURE").map(|c| c.role), Some(Role::Kind));
    assert_eq!(adds(&found), [false; 4]);
    let found = read(
        "LOCATION,SUBJECT,MEASURE,TIME,Value\nAUS,TOT,MLN_USD,2019,990\nAUS,TOT,PC_POP,2019,49\n\
         AUS,TOT,IDX2015,2019,104\nJPN,TOT,MLN_USD,2019,110\nJPN,TOT,PC_POP,2019,46\nJPN,TOT,IDX2015,2019,101\n",
    );
    assert_eq!(adds(&found), [true, false, false, true, false, false]);
    // Words do the same.
    let found = read(
        "Country,Indicator,Metric,Year,Value\nA,Spending,% of GDP,2019,9.9\nA,Spending,US$ per capita,2019,4919\n\
         A,Spending,million US$,2019,70\nB,Spending,% of GDP,2019,11\nB,Spending,US$ per capita,2019,4691\n\
         B,Spending,million US$,2019,40\n",
    );
    assert_eq!(found.table.column("Metric").map(|c| c.role), Some(Role::Kind));
    assert_eq!(adds(&found), [false, false, true, false, false, true]);
    // Codes of something else are none.
    let found = read(
        "LOCATION,SUBJECT,TIME,Value\nAUS,TOT,2019,9\nAUS,MEN,2019,5\nJPN,TOT,2019,11\nJPN,MEN,2019,6\n",
    );
    assert!(found.table.by_role(Role::Kind).is_none());
}
