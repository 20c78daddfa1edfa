//! Care mode: what it is called, where it leads in plain words, and reading aloud.

use crate::i18n::message::messages;

messages! {
    LEAVE = "返回标准版", "Standard view";
    VIEWS = "换个内容看", "Show something else";
    SEARCH = "按词查找", "Search by word";
    OVERVIEW = "最要紧的几个数", "The few figures that matter most";
    LEDGER = "答应的事，办到了哪一步", "What was promised, and how far it has come";
    TIMELINE = "哪一年办了哪些事", "What was done in which year";
    CHART = "把数字画成图", "The figures as a picture";
    COMPARE = "几个地方放在一起看", "Places side by side";
    MAP = "哪里多，哪里少", "Where there is more, and where less";
    TABLE = "全部数据，一条一条地看", "All the figures, one by one";
    POSTER = "一张图，可以打印，也可以转发", "One sheet to print or to pass on";
    STORY = "一步一步，边看边讲", "Step by step, with a word on each";
    READ = "读给我听", "Read aloud";
    READ_PAGE = "把这一页读给我听", "Read this page aloud";
    STOP = "停止朗读", "Stop reading";
    NO_VOICE = "没能读出来：这台设备可能没有中文语音。", "This could not be read aloud: the device may have no English voice.";
}
