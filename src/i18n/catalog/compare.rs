//! The comparison of places.

use crate::i18n::message::messages;

messages! {
    MODES = "怎么比", "What to compare";
    ACROSS = "一个指标，各地", "One indicator, all places";
    PAIR = "两个地区", "Two places";
    COVERAGE = "各地公布了什么", "What each release reports";
    SUBJECT = "指标", "Indicator";
    MEASURE = "数值", "Numbers";
    PER = "除以", "Divide by";
    NO_PER = "不除", "nothing";
    SAME_FIELD = "同一领域", "Same field";
    OTHER_FIELDS = "其他领域", "Other fields";
    LEFT = "地区一", "First place";
    RIGHT = "地区二", "Second place";
    SWAP = "对调", "Swap";
    UNFOLD = "展开领域", "Field shown in full";
    PLACES_REPORT = "{n} 个地区公布", "{n} place reports it|{n} places report it";
    ONE_REPORTS = "只有一地公布：{domain}", "Reported by one place only: {domain}";
    COUNTED = "{name}（{n}）", "{name} ({n})";

    LEAD_ONE = "只有{place}公布了这个指标，没有别的地区可比。", "Only {place} reports this indicator, so there is nothing to compare it with.";
    LEAD_RANKED = "{n} 个地区公布了这个指标，其中口径相同、可以排在一起的见下。", "{n} places report this indicator; those that count alike are ranked below.";
    LEAD_UNLIKE = "{n} 个地区公布了这个指标，但口径各不相同，只并列，不排名。", "{n} places report this indicator, each in its own way: they are listed, not ranked.";
    LEAD_PER = "折算只用同一地区、同一份公报里能够相除的数。", "Only figures of one place that may be divided by each other are used.";
    NO_PER_HERE = "没有能这样相除的数。", "No figures can be divided in this way.";
    NOTHING = "选中的数里没有可以比的指标。", "The selection has no indicator to compare.";
    RANKED = "{what}：{n} 个地区", "{what}: {n} places";
    RANKED_PLAIN = "{n} 个地区", "{n} places";
    REST = "口径不同，只并列，不排名", "Counted in other ways: listed, not ranked";
    ONLY = "公布的数", "The figures";
    MORE = "另有 {n} 个数没有画出，见明细。", "{n} more figure is in the table view.|{n} more figures are in the table view.";
    UP_IS_BETTER = "越高越好 →", "higher is better →";
    DOWN_IS_BETTER = "← 越低越好", "← lower is better";
    NEITHER = "高低不分好坏", "neither way is better";
    OFFER_PER = "{a} ÷ {b}", "{a} ÷ {b}";
    OFFER_COVERAGE = "各地公布了什么", "What each release reports";
    OFFER_SUBJECT = "{name}（{n} 地）", "{name} ({n} places)";
    OFFER_LIFT = "不限地区", "All places";
    OFFER_PAIR = "{a}与{b}", "{a} and {b}";
    PLACE_ROW = "地区", "Place";
    PERIOD = "时间", "Period";
    FIGURE = "数值", "Figure";
    PARTS = "由来", "Worked out from";
    HEED = "比较时留意", "Keep in mind";
    QUOTIENT_OF = "{a} ÷ {b}", "{a} ÷ {b}";
    PER_UNIT = "{a}/{b}", "{a} per {b}";
    PER_THOUSAND = "{a}/千{b}", "{a} per 1,000 {b}";
    PER_TEN_THOUSAND = "{a}/万{b}", "{a} per 10,000 {b}";
    PERCENT = "%", "%";

    PAIR_LEAD = "{a}与{b}都公布的指标有 {n} 个。", "{a} and {b} both report {n} indicator.|{a} and {b} both report {n} indicators.";
    PAIR_ALIKE = "其中 {n} 项可以相比，{refused} 项口径不同，不比。", "{n} row can be compared; {refused} count unlike things and are not.|{n} rows can be compared; {refused} count unlike things and are not.";
    PAIR_NONE = "{a}与{b}没有都公布的指标。", "{a} and {b} report no indicator in common.";
    PAIR_FEW = "选中的数只属于一个地区，两地相比需要两个地区。", "The selected figures are of one place; a comparison needs two.";
    PAIR_TITLE = "{a}是{b}的几倍", "{a} as a multiple of {b}";
    PAIR_AXIS = "竖线处两地相等", "equal at the line";
    PAIR_CAPTION = "{a}与{b}", "{a} and {b}";
    RATIO = "前者是后者的", "First ÷ second";
    DIFFERENCE = "前者比后者", "Difference";
    TIMES = "{n} 倍", "{n} times";
    GREATER = "多{n}", "more by {n}";
    SMALLER = "少{n}", "less by {n}";
    GREATER_ABOUT = "前者多，差额{n}", "more by {n}";
    SMALLER_ABOUT = "前者少，差额{n}", "less by {n}";
    HIGHER = "高{n}", "higher by {n}";
    LOWER = "低{n}", "lower by {n}";
    EQUAL = "相等", "equal";
    UNTOLD = "说不准", "cannot be told";
    NOT_COMPARED = "不比", "not compared";
    NOT_IN_PAIR = "另有 {n} 个数在对方找不到同口径的数。", "{n} more figure has no counterpart.|{n} more figures have no counterpart.";

    COVERAGE_TITLE = "各份公报在每个领域公布了几个指标", "How many indicators of each field a release reports";
    COVERAGE_UNIT = "公布的指标数；横线是没有公布", "Number of indicators reported; a dash is none";
    COVERAGE_CELL = "{domain}，{release}：公布了 {n} 个指标，没有公布 {left} 个", "{domain}, {release}: {n} indicator reported, {left} left out|{domain}, {release}: {n} indicators reported, {left} left out";
    COVERAGE_NONE = "{domain}，{release}：没有公布", "{domain}, {release}: nothing reported";
    COVERAGE_FIELD = "{domain}：每个指标由谁公布", "{domain}: who reports which indicator";
    COVERAGE_LEFT = "{release}：公布 {n} 个，没有公布 {left} 个", "{release}: {n} reported, {left} left out";
    COVERAGE_NOTE = "只算选中的数里至少一份公报公布过的指标。", "Only indicators that at least one release reports are counted.";
    RELEASE = "{place} {year}", "{place} {year}";
    FIGURES = "{n} 个数", "{n} figure|{n} figures";
    NOT_REPORTED = "没有公布", "not reported";
    DOMAIN = "领域", "Field";

    IS_PER_HEAD = "一个是人均（户均、年均）数，一个是总数", "one is a rate per head, household or year, the other a total";
    IS_RATE = "比率和标准不能再相除", "rates and standards cannot be divided";
    IS_UNITS = "单位不同，不能换算", "their units do not convert";
    IS_STAGES = "一个是“{a}”，一个是“{b}”", "one is “{a}”, the other “{b}”";
    IS_SPANS = "一个是多年累计，一个是一年的数", "one adds up several years, the other is of one year";
    IS_AS_OF = "一个截至某时，一个只算一段时间", "one holds as of a date, the other covers a span of time";
    IS_LENGTHS = "时间长短不同", "they cover spans of unlike length";
    IS_BREAKDOWNS = "{key}不同：{a}与{b}", "{key} differs: {a} against {b}";
    IS_NARROWER = "只有一个限于“{a}”", "only one is limited to “{a}”";
    IS_YEARS = "年份不同：{a} 年与 {b} 年", "of different years: {a} and {b}";
    ARE_YEARS = "年份不同：{a} 年至 {b} 年", "of different years: {a} to {b}";
    IS_COUNTED = "单位的叫法不同，按个数比", "units have different names; their numbers are compared";
    IS_OPEN = "两个数都只知道一头，谁多谁少说不准", "both are open-ended: which is greater cannot be told";
    IS_DERIVED = "有的数是推算的，原文没有直接公布", "one is worked out and not itself printed";

    NEEDS_AREA = "要比较地区，先要知道哪一列是地区：在“各列的用途”里指定。", "To compare places, say which column holds them under “Columns”.";
    NEEDS_MEASURE = "要两地相比，数据里需要有数字列。", "To set two places beside each other, the data needs a column of numbers.";
    MEAN_BESIDE = "{n} 行的平均", "mean of {n} row|mean of {n} rows";
    MEAN_NOTE = "每个数是该地区各行的简单平均。", "Each figure is the unweighted mean of the rows of that place.";
}
