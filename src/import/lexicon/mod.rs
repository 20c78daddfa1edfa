//! Words in the names of columns, from which their roles are guessed.

mod amounts;
mod countries;
mod elsewhere;
mod ends;
mod flags;
mod items;
mod margins;
mod of_rows;
pub(super) mod order;
mod periods;
mod rates;
mod scales;
mod statistics;
pub(super) mod steps;
mod titles;
mod unit_codes;
mod unit_words;

use super::cell::Grain;
pub(super) use crate::base::compared::{BETWEEN_ROWS, Compared, compared, words};
pub(super) use amounts::is_amount;
pub(super) use countries::{COUNTRIES, COUNTS, OUTSIDE};
pub(super) use ends::{End, Ended, PRICES_OF_DAY, ended, is_end_of_interval, is_price};
pub(super) use flags::{ENDS_OF_PERIODS, MARK_NAMES};
pub(super) use items::{is_of_indicators, is_of_money};
pub(super) use margins::{Off, OffBy, estimate_of_code, off_by, stands_for_a_word};
pub(super) use of_rows::is_attribute;
pub(super) use periods::{months_counted, names_days};
pub(super) use rates::{is_rate, measures_rate};
pub(super) use scales::{SCALE_CODES, SCALES, multiples_in, power};
pub(super) use statistics::{Said, Statistic, statistic};
pub(super) use titles::is_title_of_rates;
pub(super) use unit_codes::is_rate_code;
pub(super) use unit_words::{is_scaled, is_worded, told as told_unit, unit_in, without_unit_in};

/// What the name of a column says that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hint {
    /// Time period.
    Time,
    /// Reference area.
    Area,
    /// A group of areas.
    Region,
    /// Field that a row belongs to.
    Topic,
    /// What is measured.
    Series,
    /// How far it has come.
    Stage,
    /// Unit of measure.
    Unit,
    /// How a figure relates to the true value.
    Qualifier,
    /// The figure.
    Value,
    /// What is to be reached.
    Target,
    /// How much of that is done.
    Done,
    /// An id of the rows, or a code.
    Id,
    /// A code of something that rows may share: a place, a telephone.
    Code,
    /// The number of a row, or a measure of the same name.
    Counter,
    /// A level in an order of few.
    Level,
    /// A name of whatever the rows are about.
    Name,
    /// Free text.
    Text,
}

/// Whole names, and last words of longer ones.
const ENGLISH: &[(Hint, &[&str])] = &[
    (
        Hint::Time,
        &["year", "years", "yr", "date", "day", "month", "quarter", "period", "time", "refperiod"],
    ),
    (Hint::Time, &["timeperiod", "timestamp", "datetime", "datecode", "yyyy", "ccyy", "yyyymm"]),
    (Hint::Time, &["ts", "epoch", "unixtime", "timestampms", "epochms", "yearweek"]),
    (
        Hint::Area,
        &["country", "countries", "place", "geo", "area", "location", "county", "city", "province"],
    ),
    (
        Hint::Area,
        &[
            "state",
            "district",
            "municipality",
            "nation",
            "economy",
            "entity",
            "refarea",
            "territory",
            "localauthority",
            "localauthorityname",
            "ladname",
            "borough",
            "council",
            "constituency",
            "parish",
            "prefecture",
            "suburb",
            "town",
            "village",
            "neighbourhood",
            "neighborhood",
            "lga",
            "geography",
            "geographies",
            "geographicarea",
            "areas",
            "territories",
            "counties",
            "districts",
            "municipalities",
            "provinces",
            "prefectures",
            "jurisdiction",
        ],
    ),
    (Hint::Region, &["continent", "region", "continents", "regions", "subregion", "worldregion"]),
    (Hint::Topic, &["domain", "topic", "category", "sector", "field", "theme", "industry"]),
    (
        Hint::Series,
        &[
            "indicator",
            "indicators",
            "series",
            "variable",
            "metric",
            "item",
            "subject",
            "measure",
            "measures",
            "descriptor",
            "statistic",
        ],
    ),
    (Hint::Name, &["name"]),
    (Hint::Level, &["level", "tier", "grade"]),
    (Hint::Counter, &["index", "no", "nr", "key", "rownumber", "rownum", "rowid", "row"]),
    (Hint::Counter, &["sno", "slno", "srno", "serialno", "serialnumber", "seqno"]),
    (Hint::Stage, &["stage", "phase", "status", "progress"]),
    (
        Hint::Unit,
        &[
            "unit",
            "units",
            "currency",
            "currencycode",
            "uom",
            "unitmeasure",
            "measureunit",
            "unitofmeasure",
            "unitsofmeasure",
            "unitofmeasurement",
        ],
    ),
    (Hint::Qualifier, &["qualifier"]),
    (Hint::Value, &["value", "values", "obsvalue", "amount", "figure", "number"]),
    (Hint::Target, &["target", "targets", "goal", "goals"]),
    (
        Hint::Done,
        &[
            "done",
            "completed",
            "achieved",
            "reached",
            "delivered",
            "actual",
            "actuals",
            "result",
            "results",
            "outturn",
        ],
    ),
    (Hint::Id, &["id", "code", "uuid", "guid", "iso2", "iso3", "fips"]),
    (
        Hint::Code,
        &[
            "ids",
            "codes",
            "geoid",
            "nuts",
            "adcode",
            "citycode",
            "postcode",
            "postalcode",
            "zip",
            "zipcode",
            "plz",
            "phone",
            "telephone",
            "tel",
            "mobile",
            "fax",
            "obsstatus",
            "observationstatus",
            "confidentialitystatus",
            "confstatus",
            "featurecode",
            "codgeo",
            "flag",
            "flags",
            "isbn",
            "issn",
            "isin",
            "barcode",
            "ean",
        ],
    ),
    (
        Hint::Text,
        &[
            "note",
            "notes",
            "footnote",
            "footnotes",
            "comment",
            "comments",
            "remark",
            "remarks",
            "description",
            "text",
        ],
    ),
];

/// Whole names and ends of longer ones.
const CHINESE: &[(Hint, &[&str])] = &[
    (Hint::Id, &["编号", "编码", "代码", "序号", "标识", "号码", "コード", "代碼"]),
    (
        Hint::Code,
        &[
            "邮编",
            "区号",
            "证号",
            "账号",
            "帐号",
            "卡号",
            "学号",
            "工号",
            "单号",
            "据号",
            "户号",
            "账户",
            "手机",
            "手机号",
            "电话",
            "联系电话",
            "身份证",
            "身份证号",
            "区划码",
        ],
    ),
    (Hint::Text, &["备注", "说明", "注释", "描述", "学区范围", "招生范围", "服务范围", "施教区"]),
    (Hint::Unit, &["单位", "计量单位", "單位", "単位", "币种", "幣別"]),
    (
        Hint::Time,
        &[
            "年份",
            "年度",
            "日期",
            "时间",
            "时期",
            "月份",
            "期间",
            "报告期",
            "统计期",
            "季度",
            "年",
            "月",
            "年月",
            "年别",
            "年別",
            "月別",
            "統計期",
            "統計年",
            "資料時間",
            "時間",
            "期間",
            "年次",
        ],
    ),
    (Hint::Region, &["大洲", "洲", "区域", "片区", "大区", "地带"]),
    (
        Hint::Area,
        &[
            "国家",
            "地区",
            "地方",
            "地点",
            "地域",
            "省份",
            "省",
            "城市",
            "市",
            "区县",
            "县",
            "县区",
            "市县",
            "國家",
            "地區",
            "地區別",
            "縣市",
            "縣市別",
            "區域別",
            "都道府県",
            "市区町村",
        ],
    ),
    (
        Hint::Area,
        &["行政区", "行政区划", "县市", "市州", "地市", "乡镇", "街道", "村", "地名", "区划名称"],
    ),
    (Hint::Series, &["指标", "指标名称", "项目", "科目", "变量", "指標", "項目", "項目別"]),
    (Hint::Topic, &["领域", "类别", "分类", "行业", "部门", "主题", "门类", "大类"]),
    (Hint::Stage, &["阶段", "状态", "进度"]),
    (Hint::Name, &["名称"]),
    (Hint::Level, &["级别", "层级", "等级", "级次", "科目级次", "科目级别", "科目层级"]),
    (
        Hint::Target,
        &[
            "目标",
            "目标数",
            "目标值",
            "目标任务",
            "工作目标",
            "年度任务",
            "年度计划",
            "全年任务",
            "全年计划",
            "计划任务",
            "任务量",
            "任务数",
            "计划数",
            "计划完成",
            "计划完成数",
            "应完成数",
        ],
    ),
    (
        Hint::Done,
        &[
            "完成",
            "完成数",
            "完成值",
            "完成量",
            "完成数量",
            "完成进度",
            "完成情况",
            "已完成数",
            "进展情况",
            "达成",
            "达成数",
            "实际",
            "实际数",
            "实际值",
            "实绩",
        ],
    ),
    (Hint::Value, &["数值", "数量", "金额", "值", "数据", "人数", "总额"]),
];

/// Signs that alone are the name of a column of numbers of rows.
const NUMBER_SIGNS: &[&str] = &["#", "\u{2116}"];

/// Names of the two coordinates of a place.
pub(super) const LATITUDE: &[&str] = &["lat", "latitude", "纬度", "北纬"];
pub(super) const LONGITUDE: &[&str] = &["lon", "long", "lng", "longitude", "经度", "东经"];

/// Ends of Chinese names of places.
const PLACE_ENDS: &[char] =
    &['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡', '村', '縣', '區', '鎮', '鄉', '県'];

/// Ends of Chinese names of offices, firms and schools: what a column of units is headed by stands over these too.
const OFFICE_ENDS: &[&str] = &[
    "局",
    "委",
    "院",
    "校",
    "公司",
    "中心",
    "厅",
    "部",
    "部门",
    "办公室",
    "大学",
    "政府",
    "集团",
    "队",
    "站",
];

/// The column of marks beside a column of numbers, that of its units, and that of lengths beside one of periods: the end of
/// its key, and of its name in both languages.
pub(super) const MARKS: (&str, &str, &str) = ("mark", "：标记", ": marks");
pub(super) const UNITS: (&str, &str, &str) = ("unit", "：单位", ": unit");
pub(super) const GRAINS: (&str, &str, &str) = ("length", "：时段长度", ": length of period");

/// Id and names of a length of periods.
pub(super) const fn grain(grain: Grain) -> (&'static str, &'static str, &'static str) {
    match grain {
        Grain::Year => ("year", "年", "years"),
        Grain::Half => ("half", "半年", "half-years"),
        Grain::Quarter => ("quarter", "季度", "quarters"),
        Grain::Month => ("month", "月", "months"),
        Grain::TenDays => ("ten-days", "旬", "ten days"),
        Grain::Week => ("week", "周", "weeks"),
        Grain::Day => ("day", "日", "days"),
        Grain::Years => ("years", "多年", "several years"),
        Grain::ToDate => ("to-date", "年初累计", "year to date"),
        Grain::Other => ("other", "其他", "other spans"),
    }
}

/// What the name says, and whether the whole name does (`true`) or only its end.
pub(super) fn hint(name: &str) -> Option<(Hint, bool)> {
    // The sign for a number alone.
    if NUMBER_SIGNS.contains(&name.trim()) {
        return Some((Hint::Counter, true));
    }
    let mut words = words(name);
    // A name that stands in brackets is one: `【地域】`.
    if words.is_empty() {
        words = self::words(name.trim_matches(['(', ')', '[', ']', '【', '】', '（', '）']));
    }
    // `indicator.label` beside `indicator`.
    if words.len() > 1 && words.last().is_some_and(|last| last == "label") {
        words.pop();
    }
    let whole: String = words.concat();
    let find = |lexicon: &[(Hint, &[&str])], word: &str| {
        lexicon.iter().find(|(_, list)| list.contains(&word)).map(|&(hint, _)| hint)
    };
    let of_others = || find(elsewhere::NAMES, &whole);
    if let Some(hint) = find(ENGLISH, &whole).or_else(|| find(CHINESE, &whole)).or_else(of_others) {
        return Some((hint, true));
    }
    let named = match words.as_slice() {
        [.., before, last] if last == "name" => Some(before),
        [.., last] => Some(last),
        [] => None,
    }?;
    if words.len() > 1 && CODES_OF.contains(&words[0].as_str()) {
        return Some((Hint::Code, false));
    }
    let ends = |list: &[&str]| list.iter().any(|w| w.chars().count() > 1 && whole.ends_with(w));
    let chinese = || CHINESE.iter().find(|(_, list)| ends(list)).map(|&(hint, _)| hint);
    let hint = find(ENGLISH, named).or_else(chinese)?;
    // Figures of the year before are no years.
    (hint != Hint::Time || compared(name).is_none()).then_some((hint, false))
}

/// The unit that a name ends with, or of the several rows of a header the one that has one.
pub(super) fn unit(name: &str) -> Option<String> {
    name.rsplit(BETWEEN_ROWS).find_map(unit_in).map(|unit| told_unit(unit).into_owned())
}

/// Names of columns whose numbers are places in a list or in other tables, whole or not.
pub(super) const NUMBERED: &[&str] = &[
    "coordinate",
    "vector",
    "decimals",
    "decimal",
    "dguid",
    "sortorder",
    "displayorder",
    "recordoffset",
    "midperiod",
    "magnitude",
];

/// Those of them that say where a row's series stands in the office's own tables, each its own.
pub(super) const PLACES_ELSEWHERE: &[&str] = &["coordinate", "vector"];

/// First words of names of columns of codes, where the rest says of what: `Code région`.
const CODES_OF: &[&str] =
    &["code", "codes", "código", "codigo", "códigos", "cod", "codice", "codici", "kod"];

/// Whether the whole name is one of these.
pub(super) fn is_named(name: &str, names: &[&str]) -> bool {
    names.contains(&words(name).concat().as_str())
}

/// Whether the last word of a name is one of these.
pub(super) fn ends_with_word(name: &str, names: &[&str]) -> bool {
    words(name).last().is_some_and(|last| names.contains(&last.as_str()))
}

/// Whether a text has a Chinese character.
pub(super) fn is_chinese(text: &str) -> bool {
    text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Whether a value looks like the Chinese name of a place.
pub(super) fn is_place(value: &str) -> bool {
    value.chars().count() >= 2 && value.ends_with(PLACE_ENDS)
}

/// Whether a value looks like the Chinese name of an office, a firm or a school.
pub(super) fn is_office(value: &str) -> bool {
    value.chars().count() > 2 && OFFICE_ENDS.iter().any(|end| value.ends_with(end))
}

#[cfg(test)]
mod tests;
