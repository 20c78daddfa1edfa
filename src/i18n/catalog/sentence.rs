//! Sentences that sum up a selection.

use crate::i18n::message::messages;

messages! {
    SELECTION = "{places}共公布{n}项民生数据，时间{span}。", "{places}: {n} published livelihood figure, {span}.|{places}: {n} published livelihood figures, {span}.";
    LINE = "{places}的{topics}，时间{span}。", "{places}: {topics}, {span}.";
    LINE_MORE = "{places}的{topics}等，时间{span}。", "{places}: {topics} and more, {span}.";
    PLACES_MANY = "{n}个地区", "{n} place|{n} places";
    SPAN_ONE = "为{year}年", "for {year}";
    SPAN_MANY = "从{from}年到{to}年", "from {from} to {to}";
    DERIVED_ONLY = "{places}有{n}项数据由本站推算，发布中没有印出，时间{span}。", "{places}: {n} figure calculated by this site and not printed in a release, {span}.|{places}: {n} figures calculated by this site and not printed in a release, {span}.";
    DERIVED = "另有{n}项由本站推算。", "{n} more was calculated by this site.|{n} more were calculated by this site.";
    DOUBTFUL = "{n}项有疑点。", "{n} figure is in doubt.|{n} figures are in doubt.";
    TOP_DOMAINS = "以{list}最多。", "The most frequent fields: {list}.";
    ALL_DOMAINS = "分属{list}。", "By field: {list}.";
    DOMAIN_COUNT = "{name}（{n}项）", "{name} ({n})";
    STAGES = "其中{list}。", "By stage: {list}.";
    STAGES_PLANNED = "{n}项尚在计划", "{n} planned";
    STAGES_UNDER_WAY = "{n}项正在进行", "{n} under way";
    STAGES_DONE = "{n}项已经完成", "{n} done";
    STAGES_STANDING = "{n}项说的是现状", "{n} current";
    MONEY = "支出中金额最大的一笔是{name}：{period}{value}。", "The largest spending figure is {value}, {period}, for “{name}”.";
    CUMULATIVE = "{period}累计", "{period}, cumulative";
    LARGEST = "金额最大的几笔支出", "Largest spending figures";
    CHART = "图：{title}。", "Chart: {title}.";
    CHART_OF_UNIT = "图：{title}（{unit}）。", "Chart: {title} ({unit}).";
    CHART_EMPTY = "图中没有可画的数据。", "It shows no figure.";
    CHART_MARKS = "图中有{n}项。", "It shows {n} item.|It shows {n} items.";
    CHART_ONE = "图中只有一项：{mark}。", "It shows one item: {mark}.";
    CHART_ENDS = "图中有{n}项，最大的是{greatest}；最小的是{least}。", "It shows {n} item. Greatest: {greatest}. Least: {least}.|It shows {n} items. Greatest: {greatest}. Least: {least}.";
    CHART_MOST = "图中有{n}项，最多的是{greatest}；最少的是{least}。", "It shows {n} item. Most: {greatest}. Fewest: {least}.|It shows {n} items. Most: {greatest}. Fewest: {least}.";
    CHART_EVEN = "图中有{n}项，大小相同，如{mark}。", "It shows {n} item.|It shows {n} items of one size, such as {mark}.";
    EMPTY = "没有符合条件的数据。", "No figure meets the conditions.";
    ROWS = "共{n}行。", "{n} row.|{n} rows.";
    ROWS_OF = "共{n}行：{list}。", "{n} row: {list}.|{n} rows: {list}.";
    NO_ROWS = "没有符合条件的行。", "No row meets the conditions.";
    VALUES_MANY = "{column} {n}个", "{column}: {n} value|{column}: {n} values";
    VALUES_FEW = "{column}为{list}", "{column}: {list}";
    VALUES = "{n}个", "{n} value|{n} values";
    PERIODS = "{n}期", "{n} period|{n} periods";
    MEAN = "平均", "mean";
    MEAN_IS = "平均{value}", "mean {value}";
    WHOLE_IS = "{name}{value}", "{name} {value}";
    WHOLE_AT = "{time}{name}{value}", "{name} {value} ({time})";
    RANGE_IS = "{low}至{high}", "{low} to {high}";
    BY_COLUMN = "分{column}", "By {column}";
    MORE_ROWS = "全部{n}行", "All {n} row|All {n} rows";
    SEE_CHART = "看图表", "See chart";
}
