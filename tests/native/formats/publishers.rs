//! Tables as publishers around the world lay them out, written small: heads, notes, codes, times, areas and totals.

use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{Imported, Kind, Options};

use super::{cells, open};

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap().with_totals()
}

fn keys(read: &Imported) -> Vec<&str> {
    read.table.columns.iter().map(|column| column.key.as_str()).collect()
}

fn kind(read: &Imported, key: &str) -> (Kind, Role) {
    let column = read.plan.columns.iter().find(|column| column.key == key).expect(key);
    (column.kind, column.role)
}

fn totals<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    let Data::Category(category) = &table.column(key).expect(key).data else { panic!("{key}") };
    let dictionary = &category.dictionary;
    dictionary.totals().iter().map(|t| dictionary.get(t.code).unwrap().id.as_str()).collect()
}

const NUMBERS: (Kind, Role) = (Kind::Number, Role::Measure);

#[test]
fn a_small_table_among_more_lines_of_words_is_found() {
    let text = "\"People by sex\"\n\" \",\"Male\",\"Female\",\"Total\"\n\"2021\",\"2,539\",\"2,572\",\"5,111\"\n\
        \"2022\",\"2,547\",\"2,570\",\"5,117\"\n\"2023\",\"2,621\",\"2,646\",\"5,267\"\n\"Table information:\"\n\
        \"Units:\"\n\"Number, Magnitude = Units\"\n\"Footnotes:\"\n\"Flags are not displayed\"\n\
        \"Table reference: DPE\"\n\"Source: Office\"\n\"Contact: Centre\"\n";
    let found = read(text);
    assert_eq!((keys(&found), found.table.len), (vec!["A", "Male", "Female", "Total"], 3));
    assert_eq!((kind(&found, "A").0, found.plan.notes.len()), (Kind::Time, 9));
    // Words and what they stand for, two cells a line and more lines than the table has.
    let text = "Consumer prices\nOriginal Data Value\n\nSeries Id:,CU1\nNot Adjusted\nTitle:,\"All items, city\"\n\
        Area:,City\nItem:,All items\nBase:,1982-84=100\nYears:,2020 to 2022\n\nYear,Jan,Feb,Mar\n\
        2020,257.9,258.6,258.1\n2021,261.5,263.0,264.8\n2022,281.1,283.7,287.5\n";
    let found = read(text);
    assert_eq!((found.table.len, found.plan.layout.above), (9, 9));
    assert!(found.plan.layout.wide.is_some_and(|wide| wide.used));
}

#[test]
fn one_unit_under_the_names_is_that_of_all_columns() {
    let text = "Products by industry\nFrequency: Monthly\nArea: Country\n\nIndustry,January 2024,February 2024\n\
        ,Dollars\nAll industries,\"2,241\",\"2,247\"\nGoods,\"600\",\"603\"\nServices,\"1,641\",\"1,644\"\n\
        \nFootnotes:\n1,All sources are preliminary.\n4,This is an aggregation.\nHow to cite: Office\n";
    let found = read(text);
    assert_eq!((keys(&found).len(), found.table.len), (3, 6));
    assert_eq!(found.table.columns[2].unit.as_deref(), Some("Dollars"));
    assert_eq!(totals(&found.table, "Industry"), ["All industries"]);
}

#[test]
fn a_row_of_bases_and_units_is_one_of_names() {
    let text = "Preise;;\nLand;;\n;Index;Wachstum\n;2020=100;in (%)\n2019;99,5;1,4\n2020;100,0;0,5\n2021;103,1;3,1\n2022;.;x\n";
    let found = read(text);
    assert_eq!(cells(&found.table)[0][1], "99.5");
    assert!(found.plan.columns[1..].iter().all(|c| (c.kind, c.role) == NUMBERS));
}

#[test]
fn a_row_that_names_what_stands_before_the_figures_is_one_of_names() {
    let text = "Population,,,,\n,,,,\n,Sex,Male,Female,Both sexes\n,Age,Total,Total,Total\nYear,Half,,,\n\
        2021,Mid-year,339,402,741\n,Year-end,337,402,740\n2022,Mid-year,334,400,734\n,Year-end,341,406,747\n";
    let found = read(text);
    assert_eq!(keys(&found)[..2], ["Year", "Half"]);
    assert_eq!((kind(&found, "Year").0, found.table.len), (Kind::Time, 4));
    // What lies across is said in the corner, and what stands below it under that; flags stand behind the years.
    let text = "Data extracted on 29/06/2024,,,,,,\nDataset:,Unemployment,,,,,\n,,,,,,\nUnit of measure,,Percentage,,,,\n\
        ,,,,,,\nTIME,2020,,2021,,2022,\nGEO (Labels),,,,,,\nBelgium,5.8,,6.3,b,5.6,\nBulgaria,6.1,,5.3,,4.2,\n\
        Montenegro,17.9,,:,,14.7,u\nIceland,:,u,6.0,,3.8,\n,,,,,,\nSpecial value,,,,,,\n:,not available,,,,,\n\
        Available flags:,,,,,,\nb,break in time series,,,,,\nu,low reliability,,,,,\n";
    let found = read(text);
    assert_eq!((keys(&found)[0], found.table.len), ("GEO (Labels)", 12));
    assert_eq!(kind(&found, "GEO (Labels)").1, Role::Area);
    assert_eq!(cells(&found.table)[1][3], "b");
    let notes: Vec<&str> = found.plan.notes.iter().map(|note| note.text.as_str()).collect();
    assert!(notes.contains(&":, not available") && notes.contains(&"u, low reliability"));
}

#[test]
fn lists_of_notes_and_of_signs_below_a_table_are_no_rows() {
    let text = "Country,Year,Sex,City,Value\nA,2011,Both Sexes,X,418495\nA,2011,Male,X,206000\nA,2011,Female,X,212495\n\
        footnoteSeqID,Footnote\n1,Data refer to the usual residents.\n";
    let found = read(text);
    assert_eq!((found.table.len, found.plan.notes.len()), (3, 2));
    let text = "项目,2021,2022\n人口(千人),683.2,672.8\n出生(人),5026,4344\n\"r  修订数字\",,\n";
    assert_eq!((read(text).table.len, read(text).plan.notes.len()), (4, 1));
    // A row of words that is as wide as the table is one of it.
    let text = "Country,Year,Sex,City,Value\nA,2011,Male,X,5\nB,2012,Male,X,6\nC,unknown,,,\n";
    assert_eq!(read(text).table.len, 3);
}

#[test]
fn an_exclamation_mark_is_no_figure_and_a_margin_is_one() {
    let text = "Area,Rate,Margin\nA,3.4,+/-1.4\nB,!,!\nC,5.1,+/-2.0\n";
    let found = read(text);
    assert_eq!((kind(&found, "Rate").0, kind(&found, "Margin").0), (Kind::Number, Kind::Number));
}

#[test]
fn numbers_that_stand_for_the_names_beside_them_are_codes() {
    let text = "GEO,GEO_NAME,GENDER,GENDER_NAME,SEXIST1,Sesso,TIME,Seleziona,Persons\n\
        209,North,0,Total,9,totale,2021,2021,30\n209,North,1,Male,1,maschi,2021,2021,14\n\
        210,South,0,Total,9,totale,2022,2022,50\n210,South,1,Male,1,maschi,2022,2022,24\n";
    let found = read(text);
    for key in ["GEO", "GENDER", "SEXIST1", "Seleziona"] {
        assert_eq!(kind(&found, key).0, Kind::Category, "{key}");
    }
    assert_eq!((kind(&found, "GEO_NAME").1, kind(&found, "Persons")), (Role::Area, NUMBERS));
    // Figures that come again beside a name of another kind are figures.
    let found = read("City,Year,Beds,Staff\nA,2020,12,5\nA,2021,12,6\nB,2020,14,7\nB,2021,14,8\n");
    assert_eq!((kind(&found, "Beds"), kind(&found, "Staff")), (NUMBERS, NUMBERS));
}

#[test]
fn codes_are_known_by_the_words_of_other_languages() {
    let text = "性別 コード,性別,Codes régions,地域 コード,SortOrder,人口\n0,総数,11,00000,1,30\n1,男,12,00000,1,14\n2,女,13,13000,2,16\n";
    let found = read(text);
    for key in ["性別 コード", "Codes régions", "地域 コード", "SortOrder"] {
        assert_eq!(kind(&found, key).0, Kind::Category, "{key}");
    }
    assert_eq!(totals(&found.table, "性別"), ["総数"]);
    // The output of an industry is named by its last word.
    let text = "Year,第一产业 Primary Industry,第二产业 Secondary Industry\n2020,17715,21543\n2021,17072,21712\n";
    assert!(read(text).plan.columns[1..].iter().all(|c| (c.kind, c.role) == NUMBERS));
}

#[test]
fn years_and_parts_of_them_in_codes_are_times() {
    let found = read(
        "series_id,year,period,value\nL1,2023,M01,3.4\nL1,2023,M02,3.6\nL1,2023,M13,3.5\nL2,2023,M01,3.5\n",
    );
    assert_eq!(found.table.by_role(Role::Grain).map(|c| c.key.as_str()), Some("time#length"));
    let time = found.plan.columns.iter().find(|c| c.kind == Kind::Time).unwrap();
    assert_eq!(time.grains, ["year", "month"]);
    for (text, grain) in [
        ("CCYY,MM,V\n2023,1,3.5\n2023,2,3.4\n", "month"),
        ("年別,GDP(美元)\n109,28549\n110,33059\n111,32811\n", "year"),
        ("FeatureCode,DateCode,Value\nS1,2021,5\nS2,2021,6\n", "year"),
        ("年份,收入\n\"“六五”时期\",6000\n\"“七五”时期\",9000\n", "years"),
    ] {
        let found = read(text);
        let time = found.plan.columns.iter().find(|c| c.kind == Kind::Time).expect(text);
        assert_eq!(time.grains, [grain], "{text}");
    }
    assert_eq!(read("no,n\n109,5\n110,6\n").plan.columns[0].kind, Kind::Key);
}

#[test]
fn areas_are_names_that_are_there() {
    for (text, area) in [
        (
            "Province/State,Country/Region,1/22/20,1/23/20\n,Afghanistan,0,0\n,Korea,1,1\nHubei,China,444,445\n,US,1,2\n",
            "Country/Region",
        ),
        ("country,metro_area,2020,2021\nAA,,1,2\nBB,,2,3\n", "country"),
        (
            "Region/Country/Area,,Year,Value\n12,Algeria,2010,35\n24,Angola,2010,23\n12,Algeria,2011,36\n24,Angola,2011,24\n",
            "B",
        ),
        (
            "Real growth (percent),2019,2020\nFrance,3.9,-2.4\nAlbania,2.1,-3.3\nAlgeria,0.9,-5\n",
            "Real growth (percent)",
        ),
        ("【地域】,総数\n北海道,5\n青森県,6\n", "【地域】"),
        (
            "administrative-geography,Geography,n\nE06000001,Hartlepool,5\nE06000002,Darlington,6\n",
            "Geography",
        ),
    ] {
        assert_eq!(kind(&read(text), area).1, Role::Area, "{text}");
    }
}

#[test]
fn a_column_that_says_nothing_has_no_role_and_kinds_of_figures_have_one() {
    let text = "measure_name,location,metric_name,Observation value,year,val\nDeaths,Global,Number,,2019,56\nDeaths,China,Number,,2019,10\n\
        Deaths,Global,Rate,,2019,7.5\nDeaths,China,Rate,,2019,7.8\n";
    let found = read(text);
    assert_eq!(kind(&found, "metric_name").1, Role::Kind);
    assert_eq!(kind(&found, "measure_name").1, Role::Series);
    let Data::Measure(figures) = &found.table.column("val").unwrap().data else { panic!() };
    assert!(figures.is_additive(0) && !figures.is_additive(2));
    let text = "CCYY,SEX,OBS,SD_VALUE\n2023,Male,3,\n2023,Female,4,\n";
    assert_eq!(kind(&read(text), "SD_VALUE").1, Role::Category);
}

#[test]
fn magnitudes_multiply() {
    let text = "Series,Period,Data_value,UNITS,Magnitude\nS1,2023.06,85,Number,0\nS1,2023.09,86,Number,0\nS2,2023.06,1230.5,Dollars,6\n";
    assert_eq!(cells(&read(text).table)[2][2], "1230500000");
}

#[test]
fn a_country_among_its_regions_is_their_total() {
    for (text, total) in [
        (
            "GEO,VECTOR,REF_DATE,Persons\nCanada,v1,2021,38239\nOntario,v2,2021,14809\nQuebec,v3,2021,8600\nCanada,v1,2022,38929\nOntario,v2,2022,15100\nQuebec,v3,2022,8700\n",
            Some("Canada"),
        ),
        (
            "Territorio,Anno,Persone\nItalia,2021,59\nPiemonte,2021,4\nLazio,2021,5\n",
            Some("Italia"),
        ),
        ("region,pop\nRiket,10\nStockholms län,2\nUppsala län,1\n", Some("Riket")),
        // A state that is called like a country, countries, and what is not in one.
        ("State,Persons\nAlabama,5\nGeorgia,11\nTexas,30\n", None),
        ("Country,Persons\nGermany,83\nFrance,67\nKosovo*,2\n", None),
        ("Country,Persons\nGermany,83\nForeign,12\n", None),
        (
            "Geo,Year,n\nAustria,2021,288\nEuropean Union - 27 countries (from 2020),2021,15101\n",
            None,
        ),
        ("Region,Persons\nGermany,83\nSomewhere,90\nElsewhere,3\n", None),
    ] {
        let found = read(text);
        let key = keys(&found)[0].to_owned();
        let own: Vec<&str> = totals(&found.table, &key);
        let own: Vec<&str> = own.into_iter().filter(|name| !name.starts_with("European")).collect();
        assert_eq!(own, total.into_iter().collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn blanks_are_the_headline_also_where_other_rows_are_rates() {
    let mut text = "Year,Units,Sex,Age,Value\n".to_owned();
    for (year, n) in [(2018, 300), (2019, 320)] {
        text.push_str(&format!(
            "{year},Number,,,{n}\n{year},Number,Female,,{}\n{year},Number,Male,,160\n\
             {year},Number,,16 to 24,50\n{year},Number,,25 and over,{}\n",
            n - 160,
            n - 50
        ));
    }
    text.push_str("2018,Rate per 100000,,,3.1\n2018,Rate per 100000,Female,,2.9\n2018,Rate per 100000,Male,,3.4\n");
    let found = read(&text);
    assert_eq!(
        (totals(&found.table, "Sex"), totals(&found.table, "Age")),
        (vec!["total"], vec!["total"])
    );
}

#[test]
fn a_sum_that_other_figures_contradict_is_a_chance() {
    let text = "名目,上年,本年,增减\n甲税,40000,42000,2000\n乙税,30000,31500,1500\n丙税,30000,31500,1500\n丁费,12000,11000,-1000\n戊款,8000,8000,0\n";
    assert!(totals(&read(text).table, "名目").is_empty());
}

#[test]
fn a_rank_behind_each_year_is_of_that_year() {
    let found = read(
        "国家,2019年,位次,2020年,位次\n中国,14.3,2,14.7,2\n美国,21.4,1,20.9,1\n日本,5.1,3,5.0,4\n",
    );
    assert_eq!(found.table.len, 6);
    assert_eq!(keys(&found), ["国家", "年份", "数值", "位次"]);
    let ranks = &found.table.column("位次").unwrap().data;
    let Data::Measure(ranks) = ranks else { panic!("a rank is a number") };
    let told: Vec<_> = (0..6).map(|row| ranks.float(row)).collect();
    assert_eq!(told, [2.0, 2.0, 1.0, 1.0, 3.0, 4.0].map(Some));
}
