//! Filter rail, chips, search.

use crate::i18n::message::messages;

messages! {
    FILTERS = "筛选", "Filters";
    SHOW_FILTERS = "筛选", "Filters";
    CLOSE = "关闭", "Close";
    DONE = "查看 {n} 个数", "Show {n} figure|Show {n} figures";
    DONE_ROWS = "查看 {n} 行", "Show {n} row|Show {n} rows";
    CLEAR_ALL = "全部清除", "Clear all";
    CLEAR = "清除", "Clear";
    REMOVE = "去掉“{name}”", "Remove “{name}”";
    CHOSEN = "已选条件", "Active filters";
    MATCHING = "{n} 个数符合条件", "{n} figure matches|{n} figures match";
    ALL_MATCHING = "全部 {n} 个数", "all {n} figure|all {n} figures";
    MORE = "再显示 {n} 项", "Show {n} more";
    FEWER = "收起", "Show fewer";
    LEAST = "下限", "Least";
    GREATEST = "上限", "Greatest";
    SPREAD = "数值的分布", "How the numbers are spread";
    FIND_VALUE = "查找", "Find";
    VALUES = "可选项", "Values";
    VALUES_FOUND = "{n} 项", "{n} value|{n} values";
    COUNT_OF = "{name}，{n} 个数", "{name}, {n} figure|{name}, {n} figures";
    COUNT_OF_ROWS = "{name}，{n} 行", "{name}, {n} row|{name}, {n} rows";
    EXPAND = "展开{name}", "Expand {name}";
    FROM = "从", "From";
    TO = "到", "To";
    FROM_YEAR = "起始年", "First year";
    TO_YEAR = "截止年", "Last year";
    DATE_HINT = "可写 2021、2021-09 或 2021-09-07", "Write 2021, 2021-09 or 2021-09-07";
    BAD_DATE = "“{found}”不是日期，请写成 2021、2021-09 或 2021-09-07", "“{found}” is not a date: write 2021, 2021-09 or 2021-09-07";
    TIME_RANGE = "{from}至{to}", "{from} to {to}";
    SINCE = "{from}起", "from {from}";
    UNTIL = "到{to}止", "up to {to}";
    NUMBER_IS = "{name}为 {from}", "{name}: {from}";
    NUMBER_RANGE = "{name} {from} 至 {to}", "{name}: {from} to {to}";
    NUMBER_FROM = "{name}不低于 {from}", "{name}: {from} or more";
    NUMBER_TO = "{name}不高于 {to}", "{name}: {to} or less";
    MATCHING_ROWS = "{n} 行符合条件", "{n} row matches|{n} rows match";
    HISTOGRAM = "各年的数据条数", "Figures by year";
    NOTHING = "没有符合全部条件的数", "No figure meets all conditions";
    LIFT = "去掉“{name}”这个条件，就有 {n} 个数", "Lift “{name}” to see {n} figure|Lift “{name}” to see {n} figures";
    SEARCH = "搜索", "Search";
    SEARCH_HINT = "指标、地区、项目或数字，可用拼音", "Indicator, place, project or figure";
    SEARCH_NONE = "没有找到“{query}”", "Nothing found for “{query}”";
    SEARCH_COUNT = "找到 {n} 项", "{n} result|{n} results";
    SEARCH_TEXT = "只看含“{query}”的数（{n}个）", "Show only the {n} figure with “{query}”|Show only the {n} figures with “{query}”";
    SEARCH_TEXT_ROWS = "只看含“{query}”的行（{n}行）", "Show only the {n} row with “{query}”|Show only the {n} rows with “{query}”";
    SEARCH_BEYOND = "当前筛选之外还有{n}个数", "{n} more figure outside the active filters|{n} more figures outside the active filters";
    SEARCH_BEYOND_ROWS = "当前筛选之外还有{n}行", "{n} more row outside the active filters|{n} more rows outside the active filters";
    SEARCH_ELSEWHERE = "以下在当前筛选之外", "Outside the active filters";
    SEARCH_RELATED = "与“{word}”有关", "about “{word}”";
    SEARCH_DEFINED = "说明中提到“{word}”", "mentions “{word}” in its definition";
    FIGURES = "数", "Figures";
    ROWS = "行", "Rows";
    QUOTED = "“{text}”", "“{text}”";
}
