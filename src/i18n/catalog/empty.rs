//! Where nothing meets the filter.

use crate::i18n::message::messages;

messages! {
    NOT_THERE = "{places}没有{rest}的数据。", "{places}: nothing on {rest}.";
    NOT_THERE_BUT = "{places}没有{rest}的数据；另有{n}项，以{topics}居多。", "{places}: nothing on {rest}. There is {n} figure, on {topics}.|{places}: nothing on {rest}. There are {n} figures, chiefly on {topics}.";
    NOT_THERE_BUT_ROWS = "{places}没有{rest}的行；另有{n}行，以{topics}居多。", "{places}: no row on {rest}. There is {n} row, on {topics}.|{places}: no row on {rest}. There are {n} rows, chiefly on {topics}.";
    NOT_THERE_ALL = "{places}没有{rest}的数据；另有{n}项，都属于{topics}。", "{places}: nothing on {rest}. There is {n} figure, on {topics}.|{places}: nothing on {rest}. There are {n} figures, all on {topics}.";
    NOWHERE = "各地都没有公布{rest}的数据。", "No place has published anything on {rest}.";
    NO_ROW = "表中没有{rest}的行。", "The table has no row with {rest}.";
    NO_PLACE = "没有{places}的数据。", "There is nothing on {places}.";
    GO_ON = "可以看", "You can look at";
    ELSEWHERE = "{place}的{rest}", "{rest} in {place}";
    WHOLE = "{places}的全部", "All of {places}";
    ALL_PLACES = "全部地区", "Show all places";
    ANY = "不限{column}", "Any {column}";
    ANY_WORDS = "不限搜索词", "Whatever the words";
    FIGURES = "{n}项", "{n} figure|{n} figures";
    ROWS = "{n}行", "{n} row|{n} rows";
}
