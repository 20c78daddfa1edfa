//! How a reader's own table was read.

use crate::i18n::message::messages;

messages! {
    READING = "这张表是怎么读的", "How this table was read";
    WIDE_TIME = "{n}列是时间（{first}至{last}），已转成每个时间一行", "{n} columns are times ({first} to {last}): each became rows of its own";
    WIDE_AREA = "{n}列是地区（{first}至{last}），已转成每个地区一行", "{n} columns are places ({first} to {last}): each became rows of its own";
    AS_COLUMNS_TIME = "{n}列是时间（{first}至{last}），按原样留作列", "{n} columns are times ({first} to {last}), kept as columns";
    AS_COLUMNS_AREA = "{n}列是地区（{first}至{last}），按原样留作列", "{n} columns are places ({first} to {last}), kept as columns";
    UNDO_WIDE = "撤销，留作列", "Undo: keep them as columns";
    DO_WIDE = "转成行", "Turn them into rows";
    TOGETHER = "{list}合起来是时间", "{list} together are the time of the rows";
    APART = "{list}各自一列，按原样读", "{list} are columns of their own, as they stand";
    TURNED = "原表一列是一条，已转成一行一条", "Records stood side by side: each became a row";
    NOT_TURNED = "原表一列是一条，按原样读", "Records stand side by side, as they are in the file";
    GROUPS = "{list}：只写一次的，下面空着的行也算", "{list}: what is written once holds for the blank cells below it";
    BLANKS = "{list}：空着的按空读", "{list}: blank cells are read as blank";
    SCALED = "数值已按{list}换算（千、百万等乘回原数）", "Figures were multiplied as {list} says (thousands, millions)";
    NOT_SCALED = "数值未按{list}换算", "Figures are not multiplied as {list} says";
    AS_IT_STANDS = "撤销，按原样读", "Undo: read it as it stands";
    READ_SO = "恢复", "Do it again";
    TITLE = "表题：{text}", "Title: {text}";
    UNIT = "单位：{text}", "Unit: {text}";
    HEADER = "列名占{n}行", "Names of columns take {n} rows";
    UNDER = "列名下{n}行是代码或单位", "{n} row under the names holds codes or units|{n} rows under the names hold codes or units";
    NOTES = "{n}处文字是说明，不是数据", "{n} note that is no row|{n} notes that are no rows";
    LINE = "第{line}行", "Line {line}";
    AS_ROWS = "把说明也读成行", "Read them as rows";
    AS_NOTES = "注释不读成行", "Leave notes out of the rows";
    COMMA = "{list}：逗号是小数点（0,5 即 0.5）", "{list}: a comma begins the decimals (0,5 is 0.5)";
    COMMA_TO_POINT = "逗号是千位分隔", "Commas part thousands";
    FISCAL = "{name}：2005-06 是跨年的财政年度", "{name}: 2005-06 is a fiscal year";
    CHANGED = "按您改过的读法读的", "Read as you changed it";
    AGAIN = "改回原来的读法", "Read it as it was first told";
    SPANS = "{name}：2003-05 是2003至2005三年", "{name}: 2003-05 is the three years from 2003 to 2005";
}
