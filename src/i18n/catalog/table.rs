//! The table view and its export.

use crate::i18n::message::messages;

messages! {
    CAPTION = "{n} 个数的明细", "{n} figure in detail|{n} figures in detail";
    COLUMNS = "选择列", "Columns";
    SORT_BY = "按{column}排序", "Sort by {column}";
    ASCENDING = "升序", "ascending";
    DESCENDING = "降序", "descending";
    UNSORTED = "原顺序", "as published";
    EXPORT = "下载 CSV", "Download CSV";
    EXPORT_NAME = "民生数图-明细", "minsheng-figures";
    EXPORTED = "已下载 {n} 行", "{n} row downloaded|{n} rows downloaded";
    KEYS = "方向键移动，回车打开", "Arrow keys move, Enter opens";
    LOW = "下限", "Lower";
    HIGH = "上限", "Upper";
    LOCATOR = "原文位置", "Locator";
    ID = "编号", "Id";
}
