//! Several files, or several tables of a zip file, as one: what is appended, what is joined, and what each keeps.

use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{
    Choices, Imported, JoinWanted, Offered, Options, combine, own_table,
};

use super::{cells, open, stored};

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

/// Reads files as the page does: each by itself, of each the part that is wanted of all.
fn together(files: &[(&str, &str)], choices: &Choices) -> Imported {
    let parts = files.iter().map(|(name, text)| {
        let table = choices.table.as_deref().and_then(|wanted| own_table(name, wanted));
        let options = Options { table, ..Options::default() };
        ((*name).to_owned(), open(name, text.as_bytes(), 64, &options).unwrap())
    });
    combine(parts.collect(), choices).unwrap()
}

fn zipped(files: &[(&str, &str)], options: &Options) -> Imported {
    open("t.zip", &stored(files), 100, options).unwrap()
}

fn names(read: &Imported) -> Vec<&str> {
    read.told.tables.iter().map(|Offered { name, .. }| name.as_str()).collect()
}

fn asking(table: &str) -> Choices {
    Choices { table: Some(table.to_owned()), ..Choices::default() }
}

fn joining(join: JoinWanted) -> Choices {
    Choices { join: Some(join), ..Choices::default() }
}

fn column<'r>(read: &'r Imported, key: &str) -> Vec<&'r str> {
    let category = read.table.category(key).unwrap();
    (0..read.table.len).map(|row| category.entry(row).map_or("", |own| &*own.id)).collect()
}

const GDP: &str = "地区,地区生产总值（亿元）\n山东省,87435\n河南省,61345\n内蒙古自治区,23159\n河北省,42370\n广东省,129119\n";
const PEOPLE: &str =
    "省份,人口（万人）\n山东,10163\n河南,9872\n内蒙古,2401\n河北,7420\n浙江,6577\n";

#[test]
fn areas_in_two_spellings_are_joined_and_what_was_taken_for_the_same_is_told() {
    let files = [("gdp.csv", GDP), ("people.csv", PEOPLE)];
    let apart = together(&files, &Choices::default());
    let [offer] = apart.told.joins.as_slice() else { panic!("{:?}", apart.told.joins) };
    assert_eq!(offer.by.columns, ("地区".to_owned(), "省份".to_owned()));
    assert_eq!((offer.rows, offer.matched, offer.doubles, offer.otherwise.1), (5, 4, 0, 4));
    assert_eq!(offer.otherwise.0[0], ("山东省".to_owned(), "山东".to_owned()));
    assert_eq!(
        (&*offer.only_first.0, &*offer.only_file.0),
        (&["广东省".to_owned()][..], &["浙江".to_owned()][..])
    );
    let all = together(&files, &joining(offer.by.clone()));
    let people = |row: usize| cells(&all.table)[row][2].clone();
    assert_eq!(
        (all.table.len, people(0), people(2), people(4)),
        (5, "10163".into(), "2401".into(), String::new())
    );
    // Only the rows that both have; the areas that are left out are no values any more.
    let both = together(&files, &joining(JoinWanted { is_inner: true, ..offer.by.clone() }));
    assert_eq!((both.table.len, cells(&both.table)[3].join("|")), (4, "河北省|42370|7420".into()));
    assert_eq!(both.table.category("地区").unwrap().dictionary.len(), 4);
    let told = &both.told.joins[0];
    assert_eq!((told.is_joined, told.by.is_inner, told.rows, told.matched), (true, true, 5, 4));
    // And back.
    assert_eq!(together(&files, &joining(offer.by.clone())).table.len, 5);
}

#[test]
fn codes_are_the_same_with_zeros_before_them_and_without() {
    let first = "fips,county,rate\n01001,Autauga,4.5\n01003,Baldwin,3.9\n06037,Los Angeles,5.2\n48201,Harris,6\n";
    for other in [
        "fips,income\n1001,58.2\n1003,61.7\n6037,71.3\n48201,65.8\n",
        "FIPS,year,income\n1001,2019,58.2\n1003,2019,61.7\n6037,2019,71.3\n48201,2019,65.8\n",
    ] {
        for (a, b) in [(first, other), (other, first)] {
            let files = [("a.csv", a), ("b.csv", b)];
            let apart = together(&files, &Choices::default());
            let [offer] = apart.told.joins.as_slice() else { panic!("{other}: {:?}", apart.told) };
            assert_eq!((offer.matched, offer.doubles), (4, 0), "{offer:?}");
            let joined = together(&files, &joining(offer.by.clone()));
            let (rate, income) = (joined.table.column("rate"), joined.table.column("income"));
            let float = |data: &Data| match data {
                Data::Measure(figures) => figures.float(2),
                _ => None,
            };
            assert_eq!(float(&rate.unwrap().data), Some(5.2));
            assert_eq!(float(&income.unwrap().data), Some(71.3));
        }
    }
}

#[test]
fn numbers_of_rows_and_unlike_areas_of_one_name_join_nothing() {
    // Both number their rows.
    let files = [
        ("a.csv", "序号,项目,n\n1,路,5\n2,桥,6\n3,校,7\n"),
        ("b.csv", "序号,人员,m\n1,甲,5\n2,乙,6\n3,丙,7\n"),
    ];
    assert!(together(&files, &Choices::default()).told.joins.is_empty());
    // A city is no county of the same name.
    let files = [
        ("a.csv", "地区,n\n沈阳市,5\n吉林市,6\n朝阳市,1\n"),
        ("b.csv", "地区,类,m\n沈阳市,x,5\n吉林市,y,6\n朝阳区,x,7\n"),
    ];
    let offer = together(&files, &Choices::default()).told.joins.remove(0);
    assert_eq!((offer.matched, offer.otherwise.1), (2, 0));
}

#[test]
fn two_years_of_one_table_are_appended_with_their_codes_and_units() {
    let year = |year: &str, unit: &str, n: [i32; 2]| {
        format!(
            "{year}年各市产值\n单位：{unit}\n代码,地区,产值\n370100,济南市,{}\n370200,青岛市,{}\n",
            n[0], n[1]
        )
    };
    let (first, second) =
        (year("2020", "亿元", [10141, 12401]), year("2021", "亿元", [11432, 14137]));
    let files = [("产值2020.csv", first.as_str()), ("产值2021.csv", second.as_str())];
    let read = together(&files, &Choices::default());
    assert_eq!(read.table.len, 4);
    assert_eq!(column(&read, "代码"), ["370100", "370200", "370100", "370200"]);
    assert_eq!(column(&read, "file"), ["产值2020", "产值2020", "产值2021", "产值2021"]);
    assert_eq!(read.table.column("产值").unwrap().unit.as_deref(), Some("亿元"));
    // In another unit the next year: never on one axis, nor in one sum.
    let second = year("2021", "万元", [114_320_000, 141_370_000]);
    let files = [("a.csv", first.as_str()), ("b.csv", second.as_str())];
    let read = together(&files, &Choices::default());
    let units = read.table.by_role(Role::Kind).map(|column| column.key.clone()).unwrap();
    assert_eq!(column(&read, &units), ["亿元", "亿元", "万元", "万元"]);
    assert_eq!(read.table.column("产值").unwrap().unit, None);
    // What but numbers the rows of each is left out.
    let files =
        [("a.csv", "序号,地区,n\n1,x,5\n2,y,6\n"), ("b.csv", "序号,地区,n\n1,x,7\n2,z,8\n")];
    assert_eq!(keys(&together(&files, &Choices::default()).table), ["地区", "n", "file"]);
}

#[test]
fn months_of_several_files_stay_in_the_order_of_the_calendar() {
    let files = [
        ("b.csv", "月份,地区,n\n10月,x,1\n11月,x,2\n12月,x,3\n"),
        ("a.csv", "月份,地区,n\n1月,x,4\n2月,x,5\n10月,y,6\n"),
    ];
    let read = together(&files, &Choices::default());
    let months = &read.table.category("月份").unwrap().dictionary;
    let ids: Vec<&str> = months.iter().map(|(_, own)| &*own.id).collect();
    assert_eq!((ids, months.is_ordered()), (vec!["1月", "2月", "10月", "11月", "12月"], true));
    assert_eq!(column(&read, "月份"), ["10月", "11月", "12月", "1月", "2月", "10月"]);
}

#[test]
fn the_same_part_of_each_file_is_one_choice() {
    let file = |year: &str, n: i32| {
        format!(
            "地区,人口\n甲市,{n}\n乙市,2\n\n表2 {year}年产值\n地区,行业,产值\n甲市,农业,{n}\n甲市,工业,8\n乙市,农业,9\n"
        )
    };
    let (a, b) = (file("2019", 5), file("2020", 6));
    let other = "id,x,y\nq,1,2\n";
    let files = [("2019.csv", a.as_str()), ("2020.csv", b.as_str()), ("c.csv", other)];
    let first = together(&files, &Choices::default());
    assert_eq!(names(&first), ["2019.csv +1", "2019.csv +1 (2): 表2 2019年产值", "c.csv"]);
    assert_eq!((first.told.table.as_deref(), first.table.len), (Some("2019.csv +1"), 4));
    assert_eq!(first.told.tables[1].rows, Some(6));
    let second = together(&files, &asking("2019.csv +1 (2): 表2 2019年产值"));
    assert_eq!(keys(&second.table), ["地区", "行业", "产值", "file"]);
    assert_eq!((second.table.len, names(&second)), (6, names(&first)));
    assert_eq!(second.told.table.as_deref(), Some("2019.csv +1 (2): 表2 2019年产值"));
    let third = together(&files, &asking("c.csv"));
    assert_eq!((keys(&third.table), names(&third).len()), (vec!["id", "x", "y"], 3));
    // Alone among files that are none, and by title where the places differ.
    let moved = "地区,人口\n甲市,1\n乙市,2\n\nAreas\n地区,km2\n甲市,5\n乙市,6\n\n表2 2019年产值\n地区,行业,产值\n甲市,农业,7\n";
    let files = [("2019.csv", a.as_str()), ("x.csv", moved)];
    let read = together(&files, &asking("2019.csv +1 (2): 表2 2019年产值"));
    assert_eq!((keys(&read.table)[1], read.table.len), ("行业", 4));
}

#[test]
fn tables_of_a_zip_file_are_joined_as_files_are() {
    let files = [
        ("in/gdp.csv", GDP),
        ("in/people.csv", PEOPLE),
        ("in/readme.txt", "About these tables.\n"),
    ];
    let apart = zipped(&files, &Options::default());
    assert_eq!(
        (names(&apart), apart.told.table.as_deref()),
        (vec!["in/gdp.csv", "in/people.csv"], Some("in/gdp.csv"))
    );
    assert_eq!((apart.findings.count(), apart.table.len), (0, 5));
    let by = apart.told.joins[0].by.clone();
    let joined = zipped(&files, &Options { join: Some(by), ..Options::default() });
    assert_eq!((keys(&joined.table).len(), joined.told.joins[0].is_joined), (3, true));
    let other =
        zipped(&files, &Options { table: Some("in/people.csv".into()), ..Options::default() });
    assert_eq!((keys(&other.table)[0], other.told.joins.len()), ("省份", 1));
    // By its name without folder and ending too.
    let other = zipped(&files, &Options { table: Some("people".into()), ..Options::default() });
    assert_eq!(other.told.table.as_deref(), Some("in/people.csv"));
    // One that is damaged is named and costs the others nothing; a map stays their map.
    let map = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"a"},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#;
    let files =
        [("a.csv", GDP), ("b.json", "{\"rows\": [1, "), ("c.csv", PEOPLE), ("d.geojson", map)];
    let read = zipped(&files, &Options::default());
    assert_eq!((names(&read), read.atlas.is_some()), (vec!["a.csv", "c.csv", "d.geojson"], true));
    assert!(
        read.findings.kept().iter().any(|problem| problem.at.table == "b.json"),
        "{:?}",
        read.findings
    );
    assert_eq!(read.findings.count_of(ProblemKind::OtherColumns), 0);
}

#[test]
fn a_folder_of_counties_in_gbk_names_is_one_table() {
    let county = |name: &str, n: usize| {
        format!("年份,项目,数值\n2019,{name}学校,{n}\n2020,{name}学校,{}\n", n + 1)
    };
    let counties = ["甲县", "乙县", "丙县", "丁县", "戊县"];
    let texts: Vec<String> = (1..).zip(counties).map(|(n, name)| county(name, n)).collect();
    let files: Vec<(String, &str)> =
        (1..).zip(&texts).map(|(n, text)| (format!("county{n}.csv"), text.as_str())).collect();
    let mut zip = stored(&files);
    // The names as a Chinese system writes them, without saying so: four bytes of GBK in the place of `count`, and a digit.
    for (n, name) in (1..).zip(counties) {
        let (gbk, ..) = encoding_rs::GBK.encode(name);
        let own = format!("county{n}.csv");
        let new = [&*gbk, format!("00{n}.csv").as_bytes()].concat();
        assert_eq!(own.len(), new.len());
        let places: Vec<usize> = (0..zip.len() - own.len())
            .filter(|&at| zip[at..].starts_with(own.as_bytes()))
            .collect();
        places.into_iter().for_each(|at| zip[at..at + new.len()].copy_from_slice(&new));
    }
    let read = open("t.zip", &zip, 999, &Options::default()).unwrap();
    assert_eq!((read.table.len, read.findings.count()), (10, 0));
    let files: Vec<&str> = column(&read, "file").into_iter().step_by(2).collect();
    assert_eq!(files, ["甲县001", "乙县002", "丙县003", "丁县004", "戊县005"]);
    assert_eq!(read.table.by_role(Role::Time).unwrap().key, "年份");
}
