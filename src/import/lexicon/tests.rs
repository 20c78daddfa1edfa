use super::*;

#[test]
fn names_hint_at_what_columns_hold() {
    for (name, expected) in [
        ("year", Some((Hint::Time, true))),
        ("Year", Some((Hint::Time, true))),
        ("TIME_PERIOD", Some((Hint::Time, true))),
        ("统计年份", Some((Hint::Time, false))),
        ("国家", Some((Hint::Area, true))),
        ("Country Name", Some((Hint::Area, false))),
        ("countryName", Some((Hint::Area, false))),
        ("continent", Some((Hint::Region, true))),
        ("指标", Some((Hint::Series, true))),
        ("indicator_id", Some((Hint::Id, false))),
        ("数值（万元）", Some((Hint::Value, true))),
        ("行政区划代码", Some((Hint::Id, false))),
        ("计量单位", Some((Hint::Unit, true))),
        ("单位", Some((Hint::Unit, true))),
        ("UNIT", Some((Hint::Unit, true))),
        ("Unit", Some((Hint::Unit, true))),
        ("UNIT_MEASURE", Some((Hint::Unit, true))),
        ("Unit of measure", Some((Hint::Unit, true))),
        ("lifeExp", None),
        ("人口", None),
        ("年度目标", Some((Hint::Target, false))),
        ("目标任务数（户）", Some((Hint::Target, false))),
        ("计划完成数", Some((Hint::Target, true))),
        ("实际完成", Some((Hint::Done, false))),
        ("units completed", Some((Hint::Done, false))),
        ("完成率", None),
        ("Measure", Some((Hint::Series, true))),
        ("adcode", Some((Hint::Code, true))),
        ("parent adcode", Some((Hint::Code, false))),
        ("index", Some((Hint::Counter, true))),
        ("name", Some((Hint::Name, true))),
        ("", None),
    ] {
        assert_eq!(hint(name), expected, "{name}");
    }
}

#[test]
fn what_names_say_of_rows_and_of_places_is_known() {
    assert!(is_attribute("Estimates Start After") && is_attribute("成立年份"));
    assert!(!is_attribute("year") && !is_attribute("Database year"));
    assert!(is_office("市教育局") && is_office("第一医院"));
    assert!(!is_office("万元") && !is_office("所") && !is_office("EUR"));
    assert!(is_place("德州市") && !is_place("市") && !is_place("education"));
}
