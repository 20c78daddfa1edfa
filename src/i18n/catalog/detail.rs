//! The detail of one figure, and its citation.

use crate::i18n::message::messages;

messages! {
    DETAIL = "数据详情", "About this figure";
    CLOSE = "关闭详情", "Close";
    PRINTED = "原文所印", "As printed";
    IN_BASE = "即{value}", "= {value}";
    STAGE = "进展", "Stage";
    PLACE = "地区", "Place";
    PROJECT = "项目", "Project";
    NOTE = "说明", "Note";
    SOURCE = "来源", "Source";
    PUBLISHED = "{date}发布", "published {date}";
    LOCATOR = "原文第{start}—{end}字", "characters {start}–{end} of the release";
    FINGERPRINT = "文件校验 SHA-256：{hash}", "SHA-256 of the file: {hash}";
    PART_OF = "属于", "Part of";
    PARTS = "其中", "Of which";
    DERIVED = "由本站推算：{how}", "Calculated by this site: {how}";
    IS_DERIVED = "这个数由本站推算（{how}），原文没有给出", "Calculated by this site ({how}); the release does not give it";
    INPUTS = "推算所用的数", "Calculated from";
    RESTS_ON = "推算所依据的原文", "Rests on what is printed here";
    HOW_TO_CHECK = "怎样核对", "How to check";
    SOURCE_CHECK = "本站不附原文。按题名和发布者找到这篇发布，存成文本后核对文件校验值，再看上面写的字数位置。", "The release itself is not carried here. Find it by title and publisher, compare the checksum of its text file, then look at the characters named above.";
    AT_HAND = "手头有这篇发布的文本？贴在这里，或打开文本文件，就能看到这个数前后的话。文本只在本机查找，不会上传。", "Do you have the text of this release? Paste it here or open its text file to see the words around the figure. It is searched on your device and not uploaded.";
    PASTE_TEXT = "发布的文本", "Text of the release";
    OPEN_TEXT = "打开文本文件", "Open a text file";
    NOT_FOUND = "这份文本里没有“{printed}”，请看看是不是同一篇发布。", "“{printed}” does not occur in this text; is it the same release?";
    FOUND = "已在文本中找到，见上面的原句。", "Found in the text: see the words above.";
    FOUND_TIMES = "文本中有{n}处，上面是离所记位置最近的一处。", "The text has it {n} time; above is the one nearest to the place noted.|The text has it {n} times; above is the one nearest to the place noted.";
    FORGET_TEXT = "清除文本", "Clear the text";
    IN_TEXT = "您的文本中", "In your text";
    ADDRESS = "网址：{url}", "Address: {url}";
    TARGET = "对应的目标", "Its target";
    ACTUAL = "对应的实际", "What was reached";
    SAME_INDICATOR = "同一指标的其他数", "Same indicator elsewhere";
    SAME_PROJECT = "同一项目的其他数", "Same project";
    CITE_PLAIN = "复制引用", "Copy citation";
    CITE_GB = "复制 GB/T 7714 引文", "Copy as GB/T 7714";
    SEE_CHART = "在图表中看", "See in a chart";
    IS_ABOUT = "原文说“约”，实际数在它上下", "The release says “about”: the true value lies around it";
    IS_NEARLY = "原文说“近”，实际数略低于它", "The release says “nearly”: the true value lies a little below";
    IS_OVER = "原文说“余”或“超过”，实际数比它多", "The release says “more than”: the true value lies above";
    IS_AT_LEAST = "不低于这个数，等于也算", "This much or more";
    IS_AT_MOST = "不超过这个数，等于也算", "This much or less";
    IS_UNDER = "低于这个数", "Less than this";
    CITATION = "{place}{indicator}，{period}，{claim}：{figure}。据{publisher}《{title}》，{date}{locator}。", "{place}: {indicator}, {period}, {claim}: {figure}. {publisher}, “{title}”, {date}{locator}.";
    CITATION_UNSIGNED = "{place}{indicator}，{period}，{claim}：{figure}。据《{title}》，{date}{locator}。", "{place}: {indicator}, {period}, {claim}: {figure}. “{title}”, {date}{locator}.";
    CITATION_DERIVED = "{place}{indicator}，{period}，{claim}：{figure}。这个数由本站推算（{how}），所用的数见《{title}》，{date}；原文没有给出这个数。", "{place}: {indicator}, {period}, {claim}: {figure}. Calculated by this site ({how}) from figures in “{title}”, {date}; the release itself does not give it.";
    CITATION_GB = "{publisher}. {title}[EB/OL]. ({date}){access}. {indicator}，{claim}：{figure}（{period}）{locator}.", "{publisher}. {title}[EB/OL]. ({date}){access}. {indicator}, {claim}: {figure} ({period}){locator}.";
    CITATION_GB_DERIVED = "{publisher}. {title}[EB/OL]. ({date}){access}. 由其中的数推算，非原文所载：{indicator}，{claim}：{figure}（{period}；{how}）.", "{publisher}. {title}[EB/OL]. ({date}){access}. Calculated from its figures, not stated in it: {indicator}, {claim}: {figure} ({period}; {how}).";
    CITED_PLACE = "，原文第{start}—{end}字“{printed}”", ", characters {start}–{end} of the release: “{printed}”";
    DATE_INFERRED = "{date}（推定）", "{date} (inferred)";
    UNKNOWN_PUBLISHER = "佚名", "Anon";
    UNKNOWN_DATE = "日期不详", "date not stated";
    GONE = "这份数据里没有编号为“{id}”的数", "There is no figure “{id}” in this data";
}
