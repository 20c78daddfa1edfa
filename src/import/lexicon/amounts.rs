//! Names of columns of amounts, whatever their numbers look like: an income of 2050 is no year.

use super::words;

/// Last words of English names.
const WORDS: &[&str] = &[
    "income",
    "incomes",
    "wage",
    "wages",
    "salary",
    "salaries",
    "pay",
    "earnings",
    "pension",
    "benefit",
    "allowance",
    "price",
    "prices",
    "cost",
    "costs",
    "rent",
    "fee",
    "fees",
    "sales",
    "revenue",
    "turnover",
    "budget",
    "spending",
    "expenditure",
    "debt",
    "count",
    "counts",
    "total",
    "sum",
    "number",
    "amount",
    "population",
    "persons",
    "people",
    "men",
    "women",
    "males",
    "females",
    "children",
    "adults",
    "residents",
    "workers",
    "employees",
    "students",
    "pupils",
    "teachers",
    "patients",
    "visitors",
    "households",
    "families",
    "dwellings",
    "homes",
    "births",
    "deaths",
    "cases",
    "visits",
    "beds",
    "seats",
    "votes",
    "units",
    "points",
    "score",
    "area",
    "elevation",
    "altitude",
    "height",
    "distance",
    "length",
    "weight",
    "hours",
    "minutes",
    "kcal",
    "calories",
    "power",
    "output",
    "production",
    "consumption",
    "quantity",
    "gdp",
];

/// Ends of Chinese and Japanese names.
const ENDS: &[&str] = &[
    "数",
    "數",
    "额",
    "額",
    "价",
    "價",
    "价格",
    "量",
    "费",
    "費",
    "收入",
    "支出",
    "工资",
    "薪",
    "薪酬",
    "薪资",
    "月薪",
    "产值",
    "产出",
    "人口",
    "面积",
    "标准",
    "成本",
    "补贴",
    "补助",
    "津贴",
    "租金",
    "房租",
    "保费",
    "金额",
    "养老金",
    "低保金",
    "救助金",
    "积分",
    "得分",
    "分数",
    "总分",
    "海拔",
    "高度",
    "长度",
    "里程",
    "距离",
    "重量",
    "户",
    "人",
    "值",
    "消费",
    "利润",
    "税收",
    "预算",
    "决算",
    "存款",
    "贷款",
    "男",
    "女",
    "城镇",
    "农村",
    "合计",
    "总计",
    "小计",
];

/// What counts years, and editions that are called by them.
const OF_YEARS: &[&str] = &["年数", "届数", "期数", "年级", "年份数"];

/// Whether a column of this name holds amounts.
pub(in crate::import) fn is_amount(name: &str) -> bool {
    let words = words(name);
    let whole: String = words.concat();
    if OF_YEARS.iter().any(|end| whole.ends_with(end)) {
        return false;
    }
    words.last().is_some_and(|last| WORDS.contains(&last.as_str()))
        || ENDS.iter().any(|end| whole.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_by_their_names() {
        for name in [
            "Income",
            "monthly_income",
            "Median rent (USD)",
            "人均可支配收入",
            "在校学生数",
            "Beds",
        ] {
            assert!(is_amount(name), "{name}");
        }
        for name in ["x", "Season", "届数", "Vintage", "入学"] {
            assert!(!is_amount(name), "{name}");
        }
    }
}
