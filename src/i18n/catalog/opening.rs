//! Opening a reader's own table.

use crate::i18n::message::messages;

messages! {
    OPEN = "打开数据", "Open data";
    CHOOSE = "选择文件", "Choose a file";
    HINT = "也可以把文件拖到页面上，或在页面上直接粘贴表格。数据只在您的浏览器里处理，不会上传。", "You can also drop a file on the page, or paste a table. Data is handled in your browser and sent nowhere.";
    FORMATS = "可读：CSV、TSV、JSON、Excel、ODS、Parquet、Arrow、数据包（zip）", "Reads CSV, TSV, JSON, Excel, ODS, Parquet, Arrow and zipped data packages";
    PASTE = "从电子表格复制后粘贴在这里", "Copy cells in a spreadsheet and paste them here";
    PASTE_OPEN = "打开粘贴的表格", "Open the pasted table";
    DROP = "松开即打开", "Drop to open";
    OPENING = "正在打开“{name}”", "Opening “{name}”";
    PROGRESS = "{share}%", "{share}%";
    CANCEL = "取消", "Cancel";
    SHOWN = "正在看“{name}”，共 {n} 行", "Showing “{name}”, {n} row|Showing “{name}”, {n} rows";
    SHOWN_LABEL = "打开的表格", "The table that is open";
    USES = "各列的用途", "Columns";
    USES_HINT = "各列按名称和内容认出来，认错的可以改。改类型时文件会重新读一遍。", "Uses were told from names and values; change what is wrong. For another type the file is read once more.";
    USE_CATEGORY = "分类", "Category";
    USE_AREA = "地区", "Place";
    USE_TOPIC = "领域，分颜色", "Field, by colour";
    USE_SERIES = "指标", "Indicator";
    USE_TEXT = "文字，不作筛选", "Text, no filter";
    USE_TIME = "时间", "Time";
    USE_MEASURE = "数值", "Number";
    USE_KEY = "行的编号", "Id of the row";
    USE_SKIP = "不读入", "Left out";
    BACK = "回到民生公报", "Back to the releases";
    NOT_OPENED = "没有打开“{name}”：{reason}", "Could not open “{name}”: {reason}";
    SEVERAL = "一次只打开一个文件，几张表请合成一个数据包（zip）", "one file is opened at a time; put several tables into one data package (zip)";
    ELSEWHERE = "它在别的网站上，本页只打开同一网站的数据", "it is on another site, and this page opens only data of its own";
    LOCAL_PAGE = "从文件夹打开的网页不能读取旁边的文件，请把数据文件拖到页面上", "a page opened from a folder may not read the files beside it; drop the file on the page instead";
    NO_ADDRESS = "这不是网址", "that is no address";
    NOT_FOUND = "没有找到这个文件", "there is no such file";
    FORMAT = "读不出表格", "no table could be read from it";
    TOO_LARGE = "文件太大，浏览器的内存放不下", "it is too large for the browser's memory";
    MEMORY = "内存不够", "there is not enough memory";
    INTERNAL = "出了意外", "something went wrong";
    DETAILS = "{reason}（{detail}）", "{reason} ({detail})";
    BUSY = "正在计算", "Working";
    UNANSWERED = "有一项没算出来：{reason}", "One thing could not be worked out: {reason}";
}
