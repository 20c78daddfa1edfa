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
    USE_UNIT = "计量单位", "Unit of the numbers";
    USE_TEXT = "文字，不作筛选", "Text, no filter";
    USE_TIME = "时间", "Time";
    USE_MEASURE = "数值", "Number";
    USE_KEY = "行的编号", "Id of the row";
    USE_SKIP = "不读入", "Left out";
    BACK = "回到民生公报", "Back to the releases";
    ASKED_LABEL = "要再选一次的文件", "The file to choose again";
    ASKED = "网址说的是您自己的文件“{name}”（{size}），它没有上传到任何地方，所以打开链接或重新载入后要再选一次。现在显示的是{shown}；选了这个文件，网址里的筛选和视图就会用上。", "This address is about a file of your own, “{name}” ({size}). It was sent nowhere, so it has to be chosen again when the link is opened or the page reloaded. What you see now is {shown}; once you choose the file, you get it with the filters and the view of the address.";
    ASKED_PASTED = "网址说的是一张粘贴的表格（{size}），它没有上传到任何地方，所以打开链接或重新载入后要再粘贴一次。现在显示的是{shown}；粘贴了这张表格，网址里的筛选和视图就会用上。", "This address is about a table that was pasted ({size}). It was sent nowhere, so it has to be pasted again when the link is opened or the page reloaded. What you see now is {shown}; once you paste the table, you get it with the filters and the view of the address.";
    ASKED_SHOWN_RELEASES = "民生公报", "the releases";
    ASKED_SHOWN_FILE = "“{name}”", "“{name}”";
    ASKED_OTHER = "您选的“{name}”（{size}）和网址说的不是同一个文件，里面的内容不同。可以换一个文件，也可以照样打开。", "“{name}” ({size}), which you chose, is not the file that the address is about: its content differs. Choose another one, or open it all the same.";
    ASKED_CHOOSE = "选择“{name}”", "Choose “{name}”";
    ASKED_GO_ON = "打开它，用网址里的筛选和视图", "Open it with the filters and the view of the address";
    ASKED_ONLY = "只打开它", "Just open it";
    ASKED_STAY = "不选了，就看{shown}", "No, stay with {shown}";
    LINK_NEEDS = "链接里没有数据：打开它的人要有“{name}”（{size}）这个文件", "The link holds no data: whoever opens it needs the file “{name}” ({size})";
    LINK_NEEDS_PASTED = "链接里没有数据：打开它的人要再粘贴同一张表格（{size}）", "The link holds no data: whoever opens it has to paste the same table ({size})";
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
