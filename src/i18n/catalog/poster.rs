//! The poster: its words, and what is chosen about it.

use crate::i18n::message::messages;

messages! {
    TITLE_ALL = "民生一图看懂", "Livelihood in one picture";
    TITLE_PLACE = "{place}民生一图看懂", "{place}: livelihood in one picture";
    TITLE_TOPIC = "{topic}一图看懂", "{topic} in one picture";
    TITLE_BOTH = "{place}{topic}一图看懂", "{place}: {topic} in one picture";
    TITLE_ROWS = "一图看懂", "In one picture";
    AT = "{span}{label}", "{label} {span}";
    SAID_AT = "{at}：{said}", "{at}: {said}";
    STRIP = "办到哪一步", "Progress on promises";
    SOURCE_LINE = "来源：{publisher}《{title}》，{date}", "Source: {title}, {publisher}, {date}";
    SOURCE_UNSIGNED = "来源：《{title}》，{date}", "Source: {title}, {date}";
    AS_PRINTED = "数字照原文；“余、多”“以上”“以内”等按原意写作“超”“不低于”“不超过”；注明“本站推算”的除外。", "Figures, and the sense of words such as “about” or “at least”, are as published, except those marked “our calculation”.";
    LINK_NAME = "扫码查看每个数字的出处", "Scan to see where each figure is printed";

    LINK_NAME_ROWS = "扫码打开这份数据", "Scan to open this table";

    PICTURE = "海报", "Poster";
    PICTURE_ALT = "海报：{title}。{text}下方有文字版。", "Poster: {title}. {text} The same in words stands below.";
    FORMAT = "版式", "Format";
    LONG = "手机长图", "Long picture";
    LONG_HINT = "宽 1080 像素，适合手机", "1080 px wide, for phones";
    PAGE = "A4 页", "A4 page";
    PAGE_HINT = "竖版，适合打印", "Upright, for print";
    SLIDE = "幻灯片", "Slide";
    SLIDE_HINT = "16:9，适合投影", "16:9, for a screen";
    SETTINGS = "版式和内容", "Format and contents";
    EDIT_TITLE = "修改标题", "Change the title";
    EDIT_LEAD = "修改导语", "Change the lead";
    EDIT_POINT = "修改要点{n}", "Change point {n}";
    WORDS_OF = "文字", "Words";
    FIGURE_OF = "数字", "Figure";
    DONE = "完成", "Done";
    USUAL = "恢复原文", "As it was";
    EDIT_HINT = "标题、导语和三个要点可以直接在图上改。", "The title, the lead and the three points can be changed right in the picture.";
    AUTOMATIC = "全部恢复原样", "Undo all changes";
    DOWNLOAD_SVG = "下载 SVG", "Download SVG";
    DOWNLOAD_PNG = "下载 PNG", "Download PNG";
    FILE_SVG = "民生一图.svg", "minsheng-poster.svg";
    FILE_PNG = "民生一图.png", "minsheng-poster.png";
    DOWNLOADED = "已下载“{file}”", "Downloaded “{file}”";
    PRINT = "打印海报", "Print the poster";
    AS_WORDS = "文字版", "In words";
    SOURCES = "来源", "Sources";
}
