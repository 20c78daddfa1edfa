//! The table view and its export.

use crate::i18n::message::messages;

messages! {
    CAPTION = "{n}项数据的明细", "{n} figure in detail|{n} figures in detail";
    CAPTION_ROWS = "{n}行的明细", "{n} row in detail|{n} rows in detail";
    TOOLS = "表格工具", "Table tools";
    COLUMNS = "选择列", "Columns";
    USUAL_COLUMNS = "恢复默认", "Back to the usual columns";
    SORT = "排列顺序", "Order of the rows";
    HIDDEN_COLUMNS = "另有{n}列没有显示，可在“选择列”里打开", "{n} more column is hidden: see Columns|{n} more columns are hidden: see Columns";
    UNSORTED = "按原来的顺序排列", "In the original order";
    UNSORTED_ROWS = "按文件里的顺序排列", "In the order of the file";
    ASCENDING = "按{column}升序排列", "Sorted by {column}, ascending";
    DESCENDING = "按{column}降序排列", "Sorted by {column}, descending";
    NOT_SORTED = "按原来的顺序排列", "As listed";
    UPWARDS = "按{column}升序排列", "{column}, ascending";
    DOWNWARDS = "按{column}降序排列", "{column}, descending";
    KINDS_APART = "{order}，不同单位的数分开排", "{order}; unlike units are kept apart";
    EXPORTED = "已下载{n}行，文件名为“{file}”", "{n} row downloaded as “{file}”|{n} rows downloaded as “{file}”";
    EXPORTED_PART = "已下载前{n}行：{file}，其余放不下，可先筛选再下载", "Downloaded the first {n} row as {file}; filter to get the rest|Downloaded the first {n} rows as {file}; filter to get the rest";
    EXPORT_FAILED = "浏览器没有允许下载，请在浏览器里允许本页下载后再试", "The browser did not allow the download; allow this page to download and try again";
    EXPORT_NOT_MADE = "文件没有做成，请再试一次", "The file could not be made; try again";
    PRINTED_STRIP = "（各列分{all}部分，这是第{at}部分）", "(columns, part {at} of {all})";
    PRINTED_PART = "（这里印前{n}行，其余可下载）", "(the first {n} row is printed; download the table for the rest)|(the first {n} rows are printed; download the table for the rest)";
    KEYS = "方向键移动，回车打开详情；在表头按回车排序", "Arrow keys move and Enter opens a figure; Enter on a column name sorts";
    BASE = "写全的数", "Written out";
    BASE_UNIT = "写全的数的单位", "Unit of the figure written out";
    LOW = "下限", "Lower limit";
    HIGH = "上限", "Upper limit";
    LOCATOR = "原文位置", "Place in the release";
    IS_A_TOTAL = "合计，不与其中各部分相加", "A total, never added to its parts";
    IS_A_PART = "其中项，已含在上一级里，不再相加", "A part of another value, never added to it again";
    ID = "编号", "Id";
}
