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
    NOT_FOUND = "没有取到这个文件，可能地址不对，或网络断了，请核对后再试", "it could not be fetched: the address may be wrong or the connection lost; check and try again";
    INTERRUPTED = "文件没有读完，它可能被改动或移走了，或网络断了，请再打开一次", "it was not read to its end: it may have been changed or moved, or the connection lost; open it again";
    FORMAT = "读不出表格，文件可能已损坏，或与名称所示的格式不符，请重新取一份，或另存为 CSV 再打开", "no table could be read from it: it may be damaged, or of another format than its name says; fetch it again, or save it as CSV and open that";
    TOO_LARGE = "文件太大，浏览器的内存放不下，请删去用不到的行或列，或分成几个文件", "it is too large for the browser's memory; leave out rows or columns you do not need, or split it";
    MEMORY = "内存不够，请关掉一些别的网页再试，或先把文件分小", "there is not enough memory; close other pages and try again, or split the file";
    INTERNAL = "程序读到这里出了错，停了下来，请再试一次，或另存为 CSV 再打开", "the program met an error and stopped; try again, or save the table as CSV and open that";
    NO_READER = "单文件版读不了 Parquet 和 Arrow，请在网站上打开它，或另存为 CSV", "the one-file edition cannot read Parquet or Arrow; open it on the site, or save it as CSV";
    NO_ENGINE = "读表格用的程序没有取到，请检查网络后再试", "the part of the program that reads tables could not be fetched; check the connection and try again";
    CLOSED = "管这张表的程序已经停了，请重新打开文件", "what held this table has stopped; open the file again";
    CANCELLED = "已取消", "it was cancelled";
    REOPEN = "重新打开这张表", "Open this table again";
    BUSY = "正在计算", "Working";
    UNANSWERED = "有一项没算出来：{reason}", "One thing could not be worked out: {reason}";
}
