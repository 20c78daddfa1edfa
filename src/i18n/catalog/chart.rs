//! The chart view and words shared by all charts.

use crate::i18n::message::messages;

messages! {
    CONTROLS = "图表选项", "Chart options";
    MEASURE = "看什么", "Measure";
    MEASURE_AUTO = "自动", "Automatic";
    MEASURE_FIGURE = "各项数值", "Each figure";
    MEASURE_SUM = "合计", "Total";
    MEASURE_COUNT = "数据条数", "Number of figures";
    KIND = "单位类别", "Kind of unit";
    GROUP = "按什么分组", "Group by";
    SPLIT = "再按什么分", "Split by";
    NO_SPLIT = "不再分", "No split";
    FACETS = "分成小图", "Small multiples";
    LOG = "对数刻度", "Log scale";
    MARK = "图形", "Mark";
    MARK_AUTO = "自动", "Automatic";
    MARK_BAR = "条形", "Bars";
    MARK_DOT = "点", "Dots";
    MARK_LINE = "折线", "Lines";
    MARK_MATRIX = "矩阵", "Matrix";
    MARK_TREEMAP = "矩形树图", "Treemap";
    AS_TABLE = "以表格查看", "View as a table";
    KEYBOARD = "用方向键在图形间移动，回车打开", "Arrow keys move between marks, Enter opens one";
    MIXED = "这些数的单位不同（{kinds}），不能画在同一根轴上", "These figures have unlike units ({kinds}) and cannot share an axis";
    MIXED_OFFER = "可以改看：", "What can be drawn:";
    OFFER_KIND = "只看{kind}（{n} 个）", "{kind} only ({n} figure)|{kind} only ({n} figures)";
    OFFER_COUNT = "改看数据条数", "Number of figures instead";
    NO_SUM = "这些是标准、比率或目标，相加没有意义", "These are standards, rates or targets: adding them up says nothing";
    NO_TIME = "折线需要同一指标在两个以上时间的数", "Lines need one indicator at two or more times";
    SUM_NOTE = "合计不重复计算总数与其中项；各地发布年份不同", "Totals count no part twice; the releases are of different years";
    TITLE_FIGURE = "{series}", "{series}";
    TITLE_SUM = "{kind}合计，按{group}", "Total {kind} by {group}";
    TITLE_COUNT = "数据条数，按{group}", "Number of figures by {group}";
    TITLE_FIGURES = "{kind}，按{group}", "{kind} by {group}";
    SPLIT_BY = "{title}，再按{split}", "{title} and {split}";
    UNIT_COUNT = "个数", "figures";
    UNIT_LINE = "单位：{unit}", "Unit: {unit}";
    SOURCE_LINE = "来源：{sources}", "Source: {sources}";
    LOG_SCALE = "对数刻度", "log scale";
    NOT_SHOWN = "有 {n} 个数无法画出", "{n} figure cannot be drawn|{n} figures cannot be drawn";
    BIN = "{span}：{n} 个数", "{span}: {n} figure|{span}: {n} figures";
    FIGURES_IN = "{name}：{value}（{n} 个数）", "{name}: {value} ({n} figure)|{name}: {value} ({n} figures)";
    TOO_MANY = "组别较多，显示最大的 {n} 组，其余见表格", "The largest {n} groups are shown; the table has all";
    LEGEND = "图例", "Legend";
    NONE = "未标明", "Not stated";
}
