//! What a reader's own table says of targets: how many were reached, and which were not.

use crate::i18n::message::messages;

messages! {
    REACHED = "{all}项中有{n}项达到目标", "{n} of {all} reached their target";
    REACHED_EVERY = "{n}项全部达到目标", "All {n} reached their target";
    REACHED_NONE = "{n}项都还没有达到目标", "None of {n} has reached its target yet";
    SHARE_REACHED = "{all}项中有{n}项的{name}达到100%", "{n} of {all} reached 100% ({name})";
    SHARE_EVERY = "{n}项的{name}全部达到100%", "All {n} reached 100% ({name})";
    HAVE_WORD = "{all}项中有{n}项{word}", "{n} of {all}: {word}";
    OF_ALL = "共{all}项", "of {all}";
    REACHED_ONES = "达到目标", "Reached their target";
    REACHED_SO_MANY = "达到{n}项", "Reached: {n}";
    NOT_SO_MANY = "未达到{n}项", "Not reached: {n}";
    REST_SO_MANY = "其余{n}项", "The rest: {n}";
    NO_RESULT = "{n}项没有结果：{list}。", "No result for {n}: {list}.";
    LESS_OR_MORE = "没有计入{n}项，因为不知道是多好还是少好：{list}。", "{n} is left out, as less of it may be better: {list}.|{n} are left out, as less of them may be better: {list}.";
    DONE_OF_TARGET = "{done}占{target}的百分比", "{done} as a share of {target}";
    DONE_AND_TARGET = "{done} / {target}", "{done} of {target}";
    NOT_REACHED = "尚未达到目标的{n}项", "The one not yet at its target|The {n} not yet at their target";
    NOT_ALL = "尚未达到100%的{n}项", "The one not yet at 100%|The {n} not yet at 100%";
    LEAST_OF_ALL = "尚未达到100%的{all}项中最低的{n}项", "The lowest {n} of {all} not yet at 100%";
    LEAST_DONE = "尚未达到目标的{all}项中完成最少的{n}项", "The {n} of {all} furthest from their target";
    DONE_OF_EACH = "各项完成了目标的多少", "How much of each target is done";
    IS_DONE = "已完成", "done";
    WORDS_DONE = "完成,已完成,全部完成,按期完成,已办结,办结,已竣工,竣工,完工,已完工,已建成,建成,已达标,达标,已兑现,兑现", "done,complete,completed,finished,delivered,achieved,met,kept";
    WORDS_OPEN = "未完成,进行中,正在进行,推进中,正在推进,实施中,在建,建设中,施工中,办理中,未开始,未开工,未启动,已开工,已启动,待启动,部分完成,基本完成,延期,已延期,逾期,滞后,暂缓,停工,未达标,未兑现", "not done,incomplete,not complete,in progress,ongoing,under way,underway,on track,started,not started,planned,pending,delayed,late,behind,overdue,stalled,partly done,partially complete,partially completed,missed,not met,not achieved,broken,at risk";
    SAYS_SHARE_DONE = "完成率,完成比例,完成进度,完成百分比,完成占比,工程进度,形象进度", "completion,complete,% done,percent done,progress,share done";
    LESS_IS_BETTER = "等候 等待 时长 用时 耗时 延误 成本 费用 投诉 事故 死亡 伤亡 排放 能耗 煤耗 失业 贫困 违规 超标 负债 赤字 浓度", "wait delay cost complaint death accident emission unemployment poverty arrears deficit debt crime vacanc";
    BECOMES_LESS = "降低 下降 减少 减排 压减 节约 削减", "reduc decreas fewer cut saving";
}
