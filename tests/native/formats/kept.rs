//! Tables of kinds that people keep beside statistics: logs, prices, lists of marks, bank statements, budgets.

use minsheng_explorer::column::{Role, Table};
use minsheng_explorer::import::{Imported, Kind, Options};

use super::{cells, open};

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap().with_totals()
}

fn role(read: &Imported, key: &str) -> (Kind, Role) {
    let column = read.plan.columns.iter().find(|column| column.key == key).expect(key);
    (column.kind, column.role)
}

fn adds(read: &Imported, key: &str) -> bool {
    read.plan.columns.iter().find(|column| column.key == key).expect(key).additive
}

fn totals<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    let dictionary = &table.category(key).expect(key).dictionary;
    dictionary.totals().iter().map(|t| dictionary.get(t.code).unwrap().id.as_str()).collect()
}

#[test]
fn seconds_since_1970_are_days_where_the_column_is_one_of_times() {
    for (text, day) in [
        (
            "timestamp,sensor,value\n1704067200,a,21.4\n1704157200,a,21.1\n1704067200,b,19\n",
            "2024-01-01",
        ),
        ("time,device,value\n1704067200000,a,21.4\n1704070800123,a,21.1\n", "2024-01-01"),
    ] {
        let found = read(text);
        assert_eq!(cells(&found.table)[0][0], day, "{text}");
        assert_eq!(found.plan.columns[0].kind, Kind::Time, "{text}");
    }
    // Elsewhere they are what they are.
    let found = read("account,amount\n1704067200,5\n1704067201,6\n1704067209,7\n");
    assert_ne!(found.plan.columns[0].kind, Kind::Time);
}

#[test]
fn two_digits_behind_a_year_are_a_week_where_the_column_says_so() {
    let weeks =
        read("country,year_week,cases\nA,2023-01,5\nA,2023-02,6\nB,2023-01,7\nB,2023-02,8\n");
    assert_eq!(
        (cells(&weeks.table)[0][1].as_str(), cells(&weeks.table)[1][1].as_str()),
        ("2023-01-08", "2023-01-15")
    );
    let months = read("country,month,cases\nA,2023-01,5\nA,2023-02,6\nB,2023-01,7\nB,2023-02,8\n");
    assert_eq!(cells(&months.table)[0][1], "2023-01-31");
}

#[test]
fn prices_of_a_day_ranks_and_the_weather_add_up_to_nothing() {
    let prices = read(
        "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,187.15,188.44,183.89,185.64,185.4,82488\n\
         2024-01-03,184.22,185.88,183.43,184.25,184.01,58414\n",
    );
    for key in ["Open", "High", "Low", "Close", "Adj Close"] {
        assert!(!adds(&prices, key), "{key}");
    }
    assert!(adds(&prices, "Volume"));
    let open = read("Shop,Open,Closed\nA,5,6\nB,7,8\n");
    assert!(adds(&open, "Open"), "open and closed ones are counted");
    let marks =
        read("姓名,数学,总分,名次\n甲,135,375,1\n乙,缺考,369,2\n丙,128,343,3\n丁,98,200,4\n");
    assert_eq!(role(&marks, "数学"), (Kind::Number, Role::Measure));
    assert!(!adds(&marks, "名次") && adds(&marks, "总分"));
    assert!(!adds(&read("日期,AQI,湿度\n2024-01-01,112,40\n2024-01-02,78,41\n"), "AQI"));
}

#[test]
fn places_currencies_and_labels_are_known_by_their_names() {
    let stops = read(
        "stop_id,stop_name,stop_lat,stop_lon,riders\na1,Main,40.1,-74.2,10\na2,Oak,40.2,-74.3,12\na3,Elm,40.3,-74.1,9\n",
    );
    assert_eq!(role(&stops, "stop_lat").1, Role::Text);
    assert_eq!(role(&stops, "stop_lon").1, Role::Text);
    let bank = read(
        "Buchungstag;Zweck;Betrag;Währung\n02.01.2024;Miete;-850,00;EUR\n03.01.2024;Gehalt;2.450,12;EUR\n05.01.2024;Buch;-54,37;CHF\n",
    );
    assert_eq!(role(&bank, "Währung").1, Role::Kind);
    let labour = read(
        "ref_area.label,indicator.label,sex.label,time,obs_value\nAlbania,Unemployment rate,Male,2020,11.9\n\
         Albania,Unemployment rate,Female,2020,11.3\nGreece,Unemployment rate,Male,2020,13.6\nGreece,Unemployment rate,Female,2020,19.8\n",
    );
    assert_eq!(role(&labour, "ref_area.label").1, Role::Area);
    assert_eq!(role(&labour, "indicator.label").1, Role::Series);
    let lots = read(
        "Id,LotArea,YearBuilt,SalePrice\n1,8450,2003,208500\n2,9600,1976,181500\n3,11250,2001,223500\n4,9550,1915,140000\n",
    );
    assert_eq!(role(&lots, "LotArea"), (Kind::Number, Role::Measure));
}

#[test]
fn small_budgets_have_totals_at_every_level() {
    let found = read(
        "单位：万元\n科目编码,科目名称,预算数,决算数,完成预算%\n201,一般公共服务支出,50000,48900,97.8\n20101,人大事务,2000,1900,95\n\
         20103,政府办公厅事务,48000,47000,97.9\n205,教育支出,90000,91000,101.1\n20502,普通教育,80000,81500,101.9\n\
         20503,职业教育,10000,9500,95\n合计,,140000,139900,99.9\n",
    );
    assert_eq!(totals(&found.table, "科目编码"), ["201", "205", "合计"]);
    // The whole county as a school's district is no total of the others.
    let schools = read(
        "学校,人数,学区范围\n第一小学,270,路东\n第二小学,360,路西\n实验中学,600,全县\n合计,1230,\n",
    );
    assert_eq!(role(&schools, "学区范围").1, Role::Text);
    assert_eq!(totals(&schools.table, "学校"), ["合计"]);
}

#[test]
fn a_tab_parts_cells_before_the_commas_in_one_of_them() {
    let found = read(
        "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \nA,CP_MEUR,AT\t397518.0 \t381042.0 p\t405241.0 p\nA,PC_GDP,AT\t100.0 \t100.0 \t: \n\
         A,CP_MEUR,BE\t479445.0 \t459826.0 \t502521.0 b\n",
    );
    assert_eq!((found.table.len, role(&found, "unit").1), (9, Role::Kind));
}
