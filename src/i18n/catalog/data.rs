//! Names of columns and vocabulary words of the data package.

use crate::i18n::Message;
use crate::i18n::message::messages;

messages! {
    PLACE = "地区", "Place";
    DOMAIN = "领域", "Field";
    TOPIC = "生活主题", "Life topic";
    TOPIC_SCHOOL = "上学", "School";
    TOPIC_HEALTH = "看病", "Health care";
    TOPIC_ELDERLY = "养老", "Old age";
    TOPIC_ASSISTANCE = "困难救助", "Help in hardship";
    TOPIC_WORK = "找工作", "Work";
    TOPIC_HOUSING = "住房", "Homes";
    TOPIC_SURROUNDINGS = "环境与出行", "Surroundings and roads";
    TOPIC_CULTURE = "文化体育", "Culture and sport";
    STAGE = "进展", "Stage";
    KIND = "计量类别", "Kind of unit";
    SOURCE = "来源", "Source";
    QUALIFIER = "数值限定", "Exactness";
    ROLE = "数据性质", "Kind of figure";
    PROJECT = "项目", "Project";
    INDICATOR = "指标", "Indicator";
    TIME = "时间", "Period";
    VALUE = "数值", "Figure";
    UNIT = "单位", "Unit";
    NOTE = "说明", "Note";
    PRINTED = "原文所印", "As printed";
    BREAKDOWN = "细分", "Breakdown";
    TEXT = "文字", "Text";
    DERIVED_MARK = "本站推算", "our calculation";
    ORIGIN = "数字由来", "Printed or calculated";
    ORIGIN_PRINTED = "原文印出", "Printed in the release";
    DOUBT = "疑点", "Doubts";
    DOUBTFUL = "有疑点", "In doubt";
    DOUBT_MARK = "有疑点", "in doubt";
    PLANNED = "计划", "Planned";
    IN_PROGRESS = "进行中", "Under way";
    COMPLETED = "已完成", "Done";
    STANDING = "现状", "Current";
    EQ = "确数", "Exact";
    ABOUT = "约数（约、左右）", "About";
    NEARLY = "接近（近）", "Nearly";
    OVER = "超过（余、多、超）", "Over";
    AT_LEAST = "不低于（以上）", "At least";
    AT_MOST = "不超过（以内）", "At most";
    UNDER = "低于", "Under";
    ACTUAL = "实际", "Actual";
    TARGET = "目标", "Target";
    CEILING = "上限", "Ceiling";
    SHARE = "占比", "Share";
    REPORTED = "公布的数", "Reported";
    GROWTH = "增幅", "Change";
    PROVINCE = "省", "Province";
    PREFECTURE = "地级市", "Prefecture-level city";
    COUNTY = "县（区）", "County or district";
    ZONE = "开发区", "Development zone";
    TOWN = "乡镇（街道）", "Town or subdistrict";
    VILLAGE = "村（社区）", "Village or community";
    HIGHER = "越高越好", "Higher is better";
    LOWER = "越低越好", "Lower is better";
    NEITHER = "不论高低", "Neither way is better";
    ESTIMATED = "估计数", "Estimated";
    PROVISIONAL = "初步数", "Provisional";
    BREAK = "口径有变", "Break in series";
    KIND_MONEY = "金额", "Money";
    KIND_PEOPLE = "人数", "People";
    KIND_VISITS = "人次", "Occasions (people counted each time)";
    KIND_AREA = "面积", "Area";
    KIND_LENGTH = "长度", "Length";
    KIND_HOUSEHOLDS = "户数", "Households";
    KIND_FACILITY = "机构设施", "Facilities";
    KIND_PLACE = "村居地点", "Villages and sites";
    KIND_EVENT = "活动场次", "Events";
    KIND_ITEM = "件数项数", "Items";
    KIND_EQUIPMENT = "设备", "Equipment";
    KIND_HOUSING = "住房套数", "Housing units";
    KIND_CAPACITY = "床位座位学位", "Beds, seats and places";
    KIND_TEAM = "队伍", "Teams";
    KIND_RECORD = "份数", "Records";
    KIND_POINT = "百分点", "Percentage points";
    KIND_SHARE = "百分比", "Percentages";
    KIND_RATIO = "倍数与比率", "Ratios";
    KIND_DURATION = "时长", "Duration";
    KIND_AGE = "年龄", "Age";
    KIND_RATE = "标准与单位量", "Rates per head, household or year";
    RESIDENCE = "城乡", "Residence";
    URBAN = "城镇", "Urban";
    RURAL = "农村", "Rural";
    BOUND = "区间", "Bound";
    LOWER_BOUND = "下限", "Lower bound";
    UPPER_BOUND = "上限", "Upper bound";
}

/// The name of a kind of unit.
pub(crate) fn kind(id: &str) -> Option<Message> {
    Some(match id {
        "money" => KIND_MONEY,
        "people" => KIND_PEOPLE,
        "visits" => KIND_VISITS,
        "area" => KIND_AREA,
        "length" => KIND_LENGTH,
        "households" => KIND_HOUSEHOLDS,
        "share" => KIND_SHARE,
        "ratio" => KIND_RATIO,
        "facility" => KIND_FACILITY,
        "place" => KIND_PLACE,
        "event" => KIND_EVENT,
        "item" => KIND_ITEM,
        "equipment" => KIND_EQUIPMENT,
        "housing" => KIND_HOUSING,
        "capacity" => KIND_CAPACITY,
        "team" => KIND_TEAM,
        "record" => KIND_RECORD,
        "duration" => KIND_DURATION,
        "age" => KIND_AGE,
        "percentage_point" => KIND_POINT,
        _ if id.contains("_per_") => KIND_RATE,
        _ => return None,
    })
}

/// The word of a breakdown's key or value.
pub(crate) fn breakdown(id: &str) -> Option<Message> {
    Some(match id {
        "residence" => RESIDENCE,
        "urban" => URBAN,
        "rural" => RURAL,
        "bound" => BOUND,
        "lower" => LOWER_BOUND,
        "upper" => UPPER_BOUND,
        _ => return None,
    })
}
