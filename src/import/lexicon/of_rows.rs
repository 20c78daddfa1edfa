//! Years that say something of their rows, and are not the time of the figures beside them.

use super::words;

/// Words in the name of a year that says something of its row, and is not the time of the figures beside it.
const OF_ROWS: &[&str] = &[
    "after",
    "before",
    "since",
    "start",
    "starts",
    "founded",
    "established",
    "built",
    "opened",
    "born",
    "birth",
    "joined",
    "base",
    "updated",
    "revised",
    "constructed",
    "commissioned",
    "inaugurated",
    "incorporated",
    "inception",
];
const CHINESE_OF_ROWS: &[&str] = &[
    "出生",
    "成立",
    "建成",
    "竣工",
    "开业",
    "入职",
    "基期",
    "更新",
    "起始",
    "建校",
    "建院",
    "建馆",
    "建厂",
    "建站",
    "始建",
    "建造",
    "建立",
    "创办",
    "创建",
    "创立",
    "设立",
    "启用",
    "投用",
    "投产",
    "投入使用",
    "投入运营",
    "开办",
    "开馆",
    "开园",
    "落成",
];

/// Whether a column of years says something of its row: when it was built, from when on it is estimated.
pub(in crate::import) fn is_attribute(name: &str) -> bool {
    words(name).iter().any(|word| OF_ROWS.contains(&word.as_str()))
        || CHINESE_OF_ROWS.iter().any(|word| name.contains(word))
}
