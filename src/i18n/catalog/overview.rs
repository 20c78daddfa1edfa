//! The overview of published figures: findings, topics, money, promises, one place.

use crate::i18n::message::messages;

messages! {
    FINDINGS = "要点", "Findings";
    FINDING = "{name}{a}", "{name}: {a}";
    FINDING_TARGET = "{name}{a}，目标{b}", "{name}: {a}; the target is {b}";
    FINDING_PART = "{whole}{b}，其中{name}{a}", "{whole}: {b}, of which {name}: {a}";
    FINDING_OTHERS = "另有{list}。", "Also: {list}.";
    IN_HUNDRED = "{a}", "{a}";
    OTHERS = "其余", "The rest";
    LEVEL = "{name}{a}", "{name}: {a}";
    WHOLE = "{name}{b}", "{name}: {b}";
    TARGET_IS = "目标{b}", "Target: {b}";
    TARGET_TIME = "目标时间：{period}", "Target for {period}";
    REPORTED = "{period}的数据", "Reported for {period}";
    DONE = "已完成{a}", "Done: {a}";
    BEGUN = "已开工，尚未完成", "Begun, not yet done";
    UNDER_WAY = "进行中{a}", "Under way: {a}";
    IS_NOW = "现为{a}", "Now: {a}";
    BY_TOPIC = "按生活主题看", "By life topic";
    ALL_FIGURES = "全部{n}项", "All {n}";
    MONEY = "钱花在哪里", "Where the money goes";
    MONEY_NOTE = "一年的和多年的分开看；各项可能互相包含，不相加。", "Sums of one year and of several years stand apart. They may contain one another and are not added up.";
    MONEY_SPAN = "时间范围", "Time covered";
    MONEY_YEAR = "一年的", "One year";
    MONEY_TOTAL = "累计", "Several years";
    PROMISED = "承诺了什么", "What was promised";
    PROMISED_NOTE = "只列原文写明的目标。", "Only targets that a release prints.";
    ALL_PROMISES = "全部承诺和进度", "All promises";
    FROM_RELEASE = "据《{title}》，{date}", "From “{title}”, {date}";
    FROM_UNDATED = "据《{title}》", "From “{title}”";
    TOUR = "跟着导读看", "Take the tour";
    SILENT = "这篇发布没有写到", "Not in this release";
    SILENT_NOTE = "其他地区的发布写到了下列主题。", "Releases of other places report on these topics.";
    ELSEWHERE = "{name}：看其他地区", "{name}: see other places";
}
