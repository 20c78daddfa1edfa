//! Header, views, loading, errors, embedding.

use crate::i18n::message::messages;

messages! {
    TITLE = "民生数图", "Minsheng Explorer";
    BRAND = "民生数图", "Minsheng";
    TITLE_SEPARATOR = " · ", " · ";
    TITLE_MORE = "{list}等（另{n}项）", "{list} and {n} more";
    SKIP = "跳到正文", "Skip to content";
    VIEWS = "视图", "Views";
    OVERVIEW = "一览", "Overview";
    LEDGER = "进度", "Promises";
    TIMELINE = "时间线", "Timeline";
    CHART = "图表", "Chart";
    COMPARE = "对比", "Compare";
    MAP = "地图", "Map";
    TABLE = "明细", "Table";
    POSTER = "一图", "Poster";
    STORY = "导读", "Tour";
    CARE = "关怀版", "Easy view";
    MENU = "菜单", "Menu";
    PLACE = "地区", "Place";
    ALL_PLACES = "全部地区", "All places";
    SOME_PLACES = "{n}个地区", "{n} place|{n} places";
    TYPE_SIZE = "字号", "Text size";
    TYPE_NORMAL = "标准", "Standard";
    TYPE_LARGE = "大", "Large";
    TYPE_LARGEST = "特大", "Largest";
    LANGUAGE = "语言", "Language";
    OTHER_LANGUAGE = "English", "Chinese";
    NATIVE_NAME = "中文", "Chinese";
    THEME = "外观", "Appearance";
    THEME_AUTO = "跟随系统", "As the system";
    THEME_LIGHT = "浅色", "Light";
    THEME_DARK = "深色", "Dark";
    PROBLEMS = "数据里有{n}处需要留意", "{n} thing to look at in the data|{n} things to look at in the data";
    PROBLEMS_HELP = "读的时候已照此处理。要消除，请改好文件再打开", "They were dealt with as told. To be rid of them, correct the file and open it again";
    LINK_PROBLEMS = "链接里有看不懂的部分，没有用上：{list}。其余照链接显示；请核对链接是否完整，或重新设置这些部分。", "Parts of the link could not be read and were left out: {list}. The rest is as the link says; check that the link is whole, or set these parts anew.";
    DISMISS = "知道了", "Dismiss";
    PRINT = "打印", "Print";
    COPY_LINK = "复制本页链接", "Copy link to this page";
    COPIED = "已复制", "Copied";
    COPY_FAILED = "没能复制，请手动选取", "Could not copy; please select the text yourself";
    OPEN_FULL = "打开完整页面", "Open the full page";
    SELECTION_DETAILS = "这些数据的构成", "What these figures are";
    ABOUT_DATA = "关于数据", "About the data";
    CONTENTS = "共{n}项数据，出自{sources}份公开发布", "{n} figure from {sources} public releases|{n} figures from {sources} public releases";
    CONTENTS_ROWS = "共{n}行", "{n} row|{n} rows";
}
