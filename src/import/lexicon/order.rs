//! Words of values that have an order of their own: days of the week, and bands of ages and sizes.

/// Days of the week from Monday on, as a column writes them, in lower case.
pub(in crate::import) const WEEKDAYS: [[&str; 8]; 7] = [
    ["周一", "星期一", "礼拜一", "月曜日", "월요일", "monday", "mon", "mo"],
    ["周二", "星期二", "礼拜二", "火曜日", "화요일", "tuesday", "tue", "tu"],
    ["周三", "星期三", "礼拜三", "水曜日", "수요일", "wednesday", "wed", "we"],
    ["周四", "星期四", "礼拜四", "木曜日", "목요일", "thursday", "thu", "th"],
    ["周五", "星期五", "礼拜五", "金曜日", "금요일", "friday", "fri", "fr"],
    ["周六", "星期六", "礼拜六", "土曜日", "토요일", "saturday", "sat", "sa"],
    ["周日", "星期日", "礼拜天", "日曜日", "일요일", "sunday", "sun", "su"],
];

/// Further words for the same days.
pub(in crate::import) const OTHER_WEEKDAYS: [(&str, usize); 5] =
    [("周天", 6), ("星期天", 6), ("礼拜日", 6), ("tues", 1), ("thurs", 3)];

/// What stands before or behind the one end of a band that is open below, and before or behind that of one open above.
pub(in crate::import) const BELOW: &[&str] = &[
    "under",
    "less than",
    "fewer than",
    "below",
    "up to",
    "<=",
    "<",
    "\u{2264}",
    "不足",
    "小于",
    "低于",
    "不到",
];
pub(in crate::import) const BELOW_BEHIND: &[&str] = &[
    "and under",
    "and below",
    "or less",
    "or fewer",
    "及以下",
    "以下",
    "以内",
    "未满",
    "未満",
    "미만",
];
pub(in crate::import) const ABOVE: &[&str] =
    &["more than", "over", "above", ">=", ">", "\u{2265}", "大于", "高于", "超过"];
pub(in crate::import) const ABOVE_BEHIND: &[&str] = &[
    "and over",
    "and above",
    "and more",
    "and older",
    "or more",
    "or over",
    "or older",
    "plus",
    "+",
    "及以上",
    "以上",
    "이상",
];

/// What stands between the ends of a band.
pub(in crate::import) const BETWEEN: &[&str] =
    &[" to ", "-", "\u{2013}", "\u{2014}", "~", "\u{301c}", "\u{ff5e}", "至", "到"];

/// What the ends of bands are counted in, and what a band may be called besides.
pub(in crate::import) const OF_BANDS: &[&str] = &[
    "years old",
    "years",
    "year",
    "yrs",
    "employees",
    "persons",
    "people",
    "workers",
    "rooms",
    "age",
    "aged",
    "ages",
    "元",
    "万元",
    "岁",
    "歳",
    "세",
    "人",
    "户",
    "间",
    "人户",
    "平方米",
    "公顷",
    "亩",
    "年",
    "张",
    "所",
    "万人",
    "组",
    "层",
    "km",
    "kg",
    "ha",
    "m",
    "g",
    "%",
];

/// Values that are none of the bands and stand behind them.
pub(in crate::import) const NO_BAND: &[&str] = &[
    "unknown",
    "not stated",
    "not specified",
    "n/a",
    "other",
    "don't know",
    "no answer",
    "no opinion",
    "refused",
    "prefer not to say",
    "不详",
    "未知",
    "未说明",
    "其他",
    "其它",
    "不清楚",
    "说不清",
    "不知道",
    "不了解",
    "拒答",
    "不适用",
];
