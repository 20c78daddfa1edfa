//! The promise ledger.

use crate::i18n::message::messages;

messages! {
    TITLE = "承诺的事办到了哪一步", "How far promises have come";
    GROUPING = "分组", "Group by";
    CHART = "完成进度", "Progress";
    CAPTION = "全部承诺，滞后的在前", "All promises, what is behind first";
    PROMISE = "承诺", "Promise";
    RATIO = "完成比例", "Share reached";
    TIME_PASSED = "时间已过", "Time passed";
    STATUS = "进度", "Standing";

    EXCEEDED = "超额完成", "Exceeded";
    MET = "已达标", "Met";
    AHEAD = "快于时间", "Ahead";
    ON_PACE = "与时间同步", "On pace";
    BEHIND = "滞后", "Behind";
    OPEN = "无法判断", "Cannot be told";
    NO_TARGET = "没有量化目标", "No quantified target";
    OVER_LIMIT = "超过上限", "Over the limit";

    WHY_NO_ACTUAL = "没有公布完成数", "no result is published";
    WHY_NO_START = "没有公布开始时间", "its start is not published";
    WHY_NO_END = "没有公布期限", "no deadline is published";
    WHY_RELEASE = "发布日期不够准", "the release is not dated closely enough";
    WHY_LEVEL = "这是一种水平，不随时间累加", "it is a level, which does not grow with time";
    WHY_WORDS = "原文用词没有说死", "the wording leaves it open";
    WHY_OVER = "期限已过", "its time is over";
    STANDING = "{status}：{why}", "{status}: {why}";

    PACE_AT = "到{date}发布时，时间已过{high}", "{high} of the time had passed at the release, {date}";
    PACE_OLDER = "到{date}发布时，时间已过{high}；这个数截至{as_of}，当时已过{low}", "{high} of the time had passed at the release, {date}; the figure is of {as_of}, when {low} had";
    PACE_VAGUE = "发布日期只知是{date}，时间已过{low}至{high}", "The release is only known to be of {date}: {low} to {high} of the time had passed";
    PACE_RANGE = "{low}至{high}", "{low} to {high}";
    PACE_KEY = "时间已过的比例；有前后两个日期时画成一段", "Share of the time that has passed; a stretch where two dates are possible";
    DONE_KEY = "已完成", "Done";
    BEGUN_KEY = "已开工、未完成", "Begun, not done";
    WHOLE_KEY = "目标", "Target";
    RULE = "完成比例与时间相差不到 5 个百分点，算同步。", "A share within 5 percentage points of the time that has passed is on pace.";

    BEGUN = "已开工", "Begun";
    STEP = "其中{name}（{period}）", "of which {name} ({period})";
    DUE = "其中定于{date}完成", "of which due in {date}";
    PART = "其中{name}", "of which {name}";
    PUBLISHED = "原文公布{rate}", "Published as {rate}";
    CIRCULAR = "目标由这个比率推算，两者不能互相印证", "the target was worked out from this rate, so neither confirms the other";
    DIFFERS = "与原文公布的{rate}不符，差得比四舍五入大", "Differs from the published {rate} by more than rounding";
    BAR = "{name}：{ratio}，{status}", "{name}: {ratio}, {status}";
    NO_WEIGHTS = "各部分没有权重，算不出总进度。", "The parts have no weights, so there is no figure for the whole.";
    INNER_DUE = "{name}（{stage}，{period}）", "{name} ({stage}, {period})";
    INNER_LIST = "下分{list}", "Made up of {list}";
    MORE = "另有 {n} 个数", "{n} more figure|{n} more figures";
    SHOW = "查看 {n} 个数", "Show its {n} figure|Show its {n} figures";

    UNTIL = "至{date}", "until {date}";
    SINCE = "{date}起，期限未公布", "from {date}, no deadline published";
    NO_TIME = "时间未公布", "no time published";

    SUMMARY = "共 {n} 项承诺：{list}。", "{n} promise: {list}.|{n} promises: {list}.";
    COUNTED = "{status} {n} 项", "{n} {status}";
    SAID_DONE = "没有量化目标 {n} 项（原文称已完成 {done} 项）", "{n} without a quantified target ({done} said to be done)";
    BEHIND_LIST = "滞后的是{list}。", "Behind: {list}.";
    BEHIND_ONE = "{place}的{name}（{ratio}）", "{name} in {place} ({ratio})";
    REST = "选中的另外 {n} 个数不属于任何承诺。", "{n} more selected figure belongs to no promise.|{n} more selected figures belong to no promise.";
    NONE = "选中的数不属于任何承诺：既没有目标，也不属于任何项目。", "The selected figures belong to no promise: they have neither a target nor a project.";
    NEEDS = "进度要靠目标数和实际数。这份表没有说明哪些是目标、哪些是实际完成，所以排不出进度。", "A ledger of promises needs targets and actual values. This table does not say which of its numbers are which, so there is none.";

    BY_PLACE = "各地区的承诺", "Promises by place";
    BY_DOMAIN = "各领域的承诺", "Promises by field";
    PROMISED = "承诺", "Promised";
    DONE = "完成", "Done";
    TIMELY = "同步或更快", "In time";
    NOT_TOLD = "无法判断", "Not told";
    UNCOUNTED = "无目标", "No target";
    ONLY = "只看{name}", "Show only {name}";
}
