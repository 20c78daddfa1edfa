//! Problems found in data, in a reader's words.

use crate::i18n::message::messages;

messages! {
    AT = "{table} 表", "table {table}";
    AT_ROW = "{table} 表第 {row} 行", "table {table}, row {row}";
    AT_CELL = "{table} 表第 {row} 行“{column}”列", "table {table}, row {row}, column {column}";
    AT_COLUMN = "{table} 表“{column}”列", "table {table}, column {column}";
    FOUND = "{what}：写的是“{found}”", "{what}: found “{found}”";
    MORE = "{what}：另有 {n} 处", "{what}: {n} more place|{what}: {n} more places";
    EXPECTED = "{text}，应为 {expected}", "{text}, expected {expected}";
    UNREADABLE = "读不出内容", "cannot be read";
    MISSING_TABLE = "缺少这张表", "the table is missing";
    MISSING_COLUMN = "缺少这一列", "the column is missing";
    RAGGED_ROW = "单元格数与表头不符", "the number of cells differs from the header";
    EMPTY_CELL = "不能为空", "must not be empty";
    DUPLICATE_ID = "编号重复", "the id is taken";
    UNKNOWN_REFERENCE = "引用的编号不存在", "refers to an id that does not exist";
    NOT_A_NUMBER = "不是可用的数字", "not a usable number";
    BAD_DATE = "不是日期", "not a date";
    PERIOD_REVERSED = "起始晚于截止", "starts after it ends";
    OUTSIDE_VOCABULARY = "不在可用的词里", "not one of the allowed words";
    PERCENT_OUT_OF_RANGE = "百分比超出范围", "the percentage is out of range";
    UNIT_NOT_CONVERTIBLE = "单位与指标的单位不能换算", "the unit does not convert into the indicator's";
    TREE_CYCLE = "上级关系绕回了自己", "the chain of parents leads back to itself";
    PRINTED_WITHOUT_VALUE = "原文所印里没有这个数值", "the printed figure does not contain the value";
    BAD_LOCATOR = "原文位置不对", "the locator is wrong";
    WRONG_ENCODING = "文字编码不对，有的字读不出", "the text is not in the encoding assumed";
    CUT_FILE = "文件不完整，到这里中断了", "the file is cut off here";
    OPEN_QUOTE = "引号没有配对，其后的内容都落进了这一格", "a quote is never closed, so what follows fell into one cell";
    CELL_TOO_LONG = "单元格太长，没有读入", "the cell is too long and was left out";
    NOT_FINITE = "不是有限的数，按无数据处理", "not a finite number, taken as no value";
    TOO_GREAT = "数太大，按无数据处理", "the number is too great, taken as no value";
    SKIPPED_ROW = "不是表里的行，已跳过", "not a row of the table, passed over";
    DUPLICATE_HEADER = "列名重复，已改名", "the column name is taken, so it was renamed";
    EMPTY_HEADER = "列没有名称，已用字母代替", "the column has no name and got a letter";
    NO_TABLE = "文件里没有表格", "the file holds no table";
    TOO_LARGE = "表太大，内存放不下", "the table is too large for the memory there is";
    UNKNOWN_FORMAT = "认不出这种文件", "this kind of file cannot be read";
    WHOLE_FILE = "服务器不支持分段读取，只好整份下载", "the server does not send parts of files, so it was downloaded whole";
    BAD_BREAKDOWN = "细分写法不对", "the breakdown is malformed";
}
