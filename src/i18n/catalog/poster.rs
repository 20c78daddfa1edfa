//! The poster: its words, and what is chosen about it.

use crate::i18n::message::messages;

messages! {
    KICKER = "民生数图 · 一图看懂", "Minsheng Explorer · at a glance";
    TITLE_ALL = "民生一图看懂", "Livelihood in one picture";
    TITLE_PLACE = "{place}民生一图看懂", "{place}: livelihood in one picture";
    TITLE_TOPIC = "{topic}一图看懂", "{topic} in one picture";
    TITLE_BOTH = "{place}{topic}一图看懂", "{place}: {topic} in one picture";
    TITLE_ROWS = "一图看懂", "In one picture";
    LEAD = "导语", "Summary";
    KEY = "要点", "Key figures";
    TARGETS = "目标完成情况", "Targets and what was reached";
    TARGETS_NOTE = "环内为完成数占目标数的比例", "Each ring shows what was reached as a share of the target";
    SHARES = "覆盖、占比与进度", "Coverage, shares and progress";
    LARGEST = "金额最大的几笔支出", "Largest spending figures";
    CHART = "图表", "Chart";
    OF_TARGET = "{stage} {actual} / {target}", "{stage}: {actual} / {target}";
    UNLESS_NOTED = "未注明的为{beside}", "{beside} unless noted";
    ALL_OF = "均为{beside}", "{beside}";
    SOURCE_LINE = "来源：{publisher}《{title}》，{date}", "Source: {title}, {publisher}, {date}";
    SOURCE_UNSIGNED = "来源：《{title}》，{date}", "Source: {title}, {date}";
    AS_PRINTED = "数字照原文；“余、多”“以上”“以内”等按原意写作“超”“不低于”“不超过”；注明“本站推算”的除外。", "Figures are as published, and so is the sense of words such as “about” or “at least”, but for those marked “our calculation”.";
    LINK_NAME = "扫码查看每个数字的出处", "Scan to see where each figure is printed";

    PICTURE = "海报", "Poster";
    PICTURE_ALT = "海报：{title}。{text}下方有文字版。", "Poster: {title}. {text} The same in words stands below.";
    FORMAT = "版式", "Format";
    LONG = "手机长图", "Long picture";
    LONG_HINT = "宽 1080 像素，适合手机", "1080 px wide, for phones";
    PAGE = "A4 页", "A4 page";
    PAGE_HINT = "竖版，适合打印", "Upright, for print";
    SLIDE = "幻灯片", "Slide";
    SLIDE_HINT = "16:9，适合投影", "16:9, for a screen";
    OWN_TITLE = "海报标题", "Title of the poster";
    BLOCKS = "内容", "Contents";
    BLOCKS_HINT = "勾选要放的内容，可改标题、调顺序", "Choose what the poster has; rename and reorder it";
    SHOW = "放上“{name}”", "Show “{name}”";
    BLOCK_TITLE = "“{name}”的标题", "Title of “{name}”";
    UP = "把“{name}”上移", "Move “{name}” up";
    DOWN = "把“{name}”下移", "Move “{name}” down";
    NO_ROOM = "这一页放不下", "No room on this sheet";
    AUTOMATIC = "恢复自动排版", "Back to the automatic layout";
    DOWNLOAD_SVG = "下载 SVG", "Download SVG";
    DOWNLOAD_PNG = "下载 PNG", "Download PNG";
    FILE_SVG = "民生一图.svg", "minsheng-poster.svg";
    FILE_PNG = "民生一图.png", "minsheng-poster.png";
    DOWNLOADED = "已下载“{file}”", "Downloaded “{file}”";
    PRINT = "打印海报", "Print the poster";
    AS_WORDS = "文字版", "In words";
    SOURCES = "来源", "Sources";
}
