//! Sentences that sum up a selection.

use crate::i18n::message::messages;

messages! {
    SELECTION = "{places}共公布 {n} 个民生数据，时间{span}。", "{places}: {n} published livelihood figure, {span}.|{places}: {n} published livelihood figures, {span}.";
    PLACES_MANY = "{n} 个地区", "{n} place|{n} places";
    SPAN_ONE = "为{year}年", "for {year}";
    SPAN_MANY = "从{from}年到{to}年", "from {from} to {to}";
    TOP_DOMAINS = "以{list}最多。", "Most are on {list}.";
    DOMAIN_COUNT = "{name}（{n}）", "{name} ({n})";
    STAGES = "其中{list}。", "Of these, {list}.";
    STAGE_COUNT = "{stage} {n} 个", "{n} {stage}";
    MONEY = "写明的资金合计{value}，不含标准和目标。", "The money named comes to {value}, standards and targets left out.";
    EMPTY = "没有符合条件的数。", "No figure meets the conditions.";
    HEADLINE = "要点", "At a glance";
    BY_DOMAIN = "分领域", "By field";
    MONEY_BY_DOMAIN = "资金投向", "Money by field";
    BY_STAGE = "计划、在办与完成", "Planned, under way, done";
    MORE_FIGURES = "全部 {n} 个", "All {n}";
    SEE_CHART = "看图表", "See chart";
    SEE_TABLE = "看明细", "See table";
    COUNT_LINE = "{n} 个数", "{n} figure|{n} figures";
    SUM_OF = "{n} 个数相加", "sum of {n} figure|sum of {n} figures";
}
