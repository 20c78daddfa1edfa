//! The promise ledger.

use crate::i18n::message::messages;

messages! {
    TITLE = "承诺与项目的进展", "Progress on promises";
    GROUPING = "分组", "Group by";
    CAPTION = "全部承诺和项目，到期未完成的在前", "All promises and projects, what was due and not met first";
    WHAT = "名称", "Name";
    KIND = "类别", "Kind";
    PROMISE = "承诺", "Promise";
    RATIO = "完成比例", "Share reached";
    DUE_BY = "期限", "Due";
    STATUS = "进度", "Standing";

    EXCEEDED = "超额完成", "Exceeded";
    MET = "已达标", "Met";
    BEHIND = "到期未完成", "Due and not met";
    NOT_DUE = "未到期", "Not due yet";
    OPEN = "原文未说明", "Not enough information";
    OPEN_ROWS = "表里未说明", "Not enough information";
    UNJUDGED = "不作判断", "Not judged";
    OVER_LIMIT = "超过上限", "Over the limit";

    WHY_NO_ACTUAL = "没有公布完成数", "no result is published";
    WHY_NO_DUE = "没有公布期限", "no deadline is published";
    WHY_NO_ACTUAL_ROWS = "没有完成数", "there is no result";
    WHY_NO_DUE_ROWS = "没有期限", "there is no deadline";
    WHY_NO_DATE = "数据的日期不够准，看不出是否到期", "the dates are too coarse to say whether it was due";
    WHY_WORDS = "原文用词没有说死", "the wording leaves it open";
    WHY_DERIVED = "目标或完成数是本站推算的", "target or result is our calculation";
    WHY_DOUBT = "原文说法不清或前后不一", "the release is unclear or contradicts itself";
    WHY_PART = "只是其中一部分", "it is of a part only";
    WHY_UNLIKE = "目标和完成数口径不同", "target and result are not measured alike";
    WHY_NO_AIM = "没有说明是要达到还是不得超过", "the table does not say whether it is to be reached or not to be exceeded";
    WHY_ONE_TIME = "只有一个时间，看不出是期限还是完成数的时间", "the table has one time, which may be the deadline or that of the result";
    WHY_UNCLEAR = "有几行对得上，分不清哪个完成数属于哪个目标", "several rows match, so which result belongs to which target is unclear";
    STANDING = "{status}：{why}", "{status}: {why}";

    END_OF = "{date}底", "the end of {date}";
    DUE_AT = "定于{date}", "due by {date}";
    PROMISED = "{name}{figure}", "{name}: {figure}";
    FINDING = "{place}承诺{name}{target}，到{date}完成{done}", "{name} in {place}: {done} of {target} done by {date}";
    FINDING_ROWS = "{name}：目标{target}，完成{done}", "{name}: target {target}, done {done}";
    EXPLAINED = "横线是日历：● 数字的时间，┃ 目标的期限。没有到期的不作评判。", "The line is a calendar: ● when the figure is from, ┃ when the target is due. What is not due is not judged.";

    ALL_BEGUN = "全部开工", "all begun";
    HAS_BEGUN = "已开工{figure}", "{figure} begun";
    DONE = "完成{figure}", "{figure} done";
    DONE_PEOPLE = "完成{figure}", "{figure} so far";
    IN_FACT = "实际{figure}", "actual: {figure}";
    NO_RESULT = "原文没有给出完成数", "the release gives no figure of what is done";
    NO_RESULT_ROWS = "表里没有完成数", "the table gives no result";
    PART_OF = "其中{name}{figure}", "of which {name}: {figure}";
    NAMED = "{name}{figure}", "{name}: {figure}";
    REST_DUE = "余下{figure}定于{date}完成", "the remaining {figure} due by {date}";
    TARGET_OURS = "目标{figure}", "target: {figure}";
    BUDGET = "计划投入{figure}", "planned spending: {figure}";
    IN_DOUBT = "原文有疑点：{text}", "In doubt: {text}";
    UNTOLD = "原文没有写期限和进展。", "The release gives neither a deadline nor progress.";
    UNTOLD_RESULT = "原文没有写期限，也没有给出完成数。", "The release gives neither a deadline nor a figure of what is done.";
    CALENDAR = "日历：{name}", "Calendar of “{name}”";
    FIGURE_OF = "数字的时间：{date}", "figure: {date}";
    AT_END_OF = "{date}底", "end of {date}";
    YEAR_END = "年底", "end of year";
    WRITTEN = "{date}公布", "published {date}";
    FOLD = "数字和说明", "Figures and notes";
    FOLD_PARTS = "数字和说明，同一项目另有{n}项", "Figures and notes, and {n} more of the same project";
    REST = "另有{n}项：", "{n} more: ";
    PROJECTS = "{n}个项目：", "{n} project: |{n} projects: ";
    NO_TARGET = "；原文没有写出目标是多少。", "; the release does not say what the target is.";
    NO_PROMISE = "选中的数据里没有写明目标数的承诺。", "The selection has no promise with a printed target.";
    NONE = "选中的数据不属于任何承诺或项目。", "The selected figures belong to no promise and no project.";

    BEGUN = "已开工", "Begun";
    STEP = "其中{name}（{period}）", "of which {name} ({period})";
    DUE = "其中定于{date}完成", "of which due by {date}";
    LEFT = "余下，定于{date}完成", "remaining, due by {date}";
    PART = "其中{name}", "of which {name}";
    PUBLISHED = "原文公布{rate}", "Published as {rate}";
    OF_THE_TARGET = "原文公布完成任务的{rate}", "{rate} of the target by the release’s account";
    OF_THE_YEAR = "原文公布完成年度任务的{rate}", "{rate} of the year’s target by the release’s account";
    DIFFERS = "与原文公布的{rate}不符，差得比四舍五入大", "Differs from the published {rate} by more than rounding";
    NO_WEIGHTS = "各部分没有权重，算不出总进度。", "The parts have no weights, so there is no figure for the whole.";
    INNER_DUE = "{name}（{stage}，{period}）", "{name} ({stage}, {period})";
    INNER_LIST = "下分{list}", "Made up of {list}";
    MORE = "另有{n}项数据", "{n} more figure|{n} more figures";
    SHOW = "查看{n}项数据", "Show its figure|Show its {n} figures";

    UNTIL = "至{date}", "by {date}";
    SINCE = "{date}起，期限未公布", "from {date}, no deadline published";
    NO_TIME = "时间未公布", "no time published";

    UNGROUPED = "全部", "All";
    TITLE_ROWS = "目标的进展", "Progress on targets";
    CAPTION_ROWS = "全部目标，到期未完成的在前", "All targets, what was due and not met first";
    MORE_ROWS = "另有{n}项没有列出，筛选后可见。", "{n} more is not listed; filter to see it.|{n} more are not listed; filter to see them.";
    NONE_ROWS = "选中的行里没有目标数。", "The selected rows have no target.";
    SAYS_TARGET = "目标 目标数 目标值 任务 任务数", "target targets goal";
    SAYS_CEILING = "上限 限额", "ceiling limit";
    SAYS_DONE = "完成 已完成 完成数 完成值 实际完成", "done completed achieved";
    SAYS_ACTUAL = "实际 实际数 实际值", "actual result";
    NEEDS = "进度要靠目标数和实际数。这份表没有说明哪些是目标、哪些是实际完成，所以排不出进度。", "A ledger of promises needs targets and actual values. This table does not say which of its numbers are which, so there is none.";
}
