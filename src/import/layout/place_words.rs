//! Names of columns that a table has only once its columns have become rows.

use super::super::cell::Grain;

/// A column of places, in English and in Chinese.
pub(super) const AREA: [&str; 2] = ["area", "地区"];

/// A column of figures that has no other name.
pub(super) const VALUE: [&str; 2] = ["value", "数值"];

/// A column of the units of these.
pub(super) const UNIT: [&str; 2] = ["unit", "单位"];

/// Whether a column of figures has but that name.
pub(in crate::import) fn is_nameless(name: &str) -> bool {
    VALUE.contains(&name)
}

/// A column of periods of this length.
pub(super) const fn name_of_time(grain: Option<Grain>, is_chinese: bool) -> &'static str {
    let [english, chinese] = match grain {
        Some(Grain::Year) => ["year", "年份"],
        Some(Grain::Quarter) => ["quarter", "季度"],
        Some(Grain::Month) => ["month", "月份"],
        Some(Grain::Week) => ["week", "周"],
        Some(Grain::Day) => ["date", "日期"],
        _ => ["time", "时间"],
    };
    if is_chinese { chinese } else { english }
}
