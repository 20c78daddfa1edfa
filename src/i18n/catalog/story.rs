//! Guided tours through the releases.

use crate::i18n::message::messages;

messages! {
    LABEL = "导读", "Guided tour";
    CHOOSE = "再看一篇", "Another tour";
    STEP = "第{step}步，共{n}步", "Step {step} of {n}";
    NEXT = "下一步", "Next";
    PREVIOUS = "上一步", "Previous";
    LEAVE = "结束导读", "Leave the tour";
    KEYS = "左右方向键翻步，Esc 结束", "Arrow keys turn the steps, Esc leaves";
    RETURN = "回到这一步", "Back to this step";
    FAILED = "导读没有读成", "The tour could not be read";
    NONE = "这份数据没有导读", "This data has no tour";
    SEE = "看这个数", "See this figure";
}
