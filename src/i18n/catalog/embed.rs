//! The dialog that gives the code by which a page of others shows a view.

use crate::i18n::message::messages;

messages! {
    OPEN = "嵌入", "Embed";
    TITLE = "嵌入到别的网页", "Embed in another page";
    LEAD = "把下面任一段代码贴进网页，就能看到现在这个视图和筛选。", "Paste either code into a page to show this view and its filters there.";
    CLOSE = "关闭", "Close";
    LOOKS = "怎样显示", "How it looks";
    WIDTH = "宽度", "Width";
    WIDTH_OF_PLACE = "占满所在位置", "All of its place";
    HEIGHT = "高度", "Height";
    HEIGHT_OF_CONTENT = "随内容变化", "As high as its content";
    FIXED = "固定", "Fixed";
    WIDTH_PX = "宽度，像素", "Width in pixels";
    HEIGHT_PX = "高度，像素", "Height in pixels";
    PIXELS = "像素", "px";
    BAD_SIZE = "请写{least}到{most}之间的整数，现按{used}像素", "Write a whole number from {least} to {most}; {used} px is used meanwhile";
    HEADER = "带标题栏和筛选", "With header and filters";
    LANGUAGE = "语言", "Language";
    LANGUAGE_OF_READER = "随读者的浏览器", "As the reader's browser";
    THEME = "外观", "Appearance";
    THEME_OF_READER = "随读者的系统", "As the reader's system";
    FRAME = "框架（iframe）", "Frame (iframe)";
    FRAME_HINT = "适合大多数网站和内容管理系统。", "Fits most sites and content systems.";
    COPY_FRAME = "复制框架代码", "Copy the frame";
    SCRIPT = "脚本（mount）", "Script (mount)";
    SCRIPT_HINT = "用于自己写脚本的网页，可以随后换视图、听筛选的变化。网页要和本站同源，否则请用框架。", "For pages with scripts of their own, which can change the view later and hear what is filtered. The page has to be of this site's origin; others take the frame.";
    COPY_SCRIPT = "复制脚本代码", "Copy the script";
    PREVIEW = "预览", "Preview";
    IS_FILE = "您打开的是单个文件，别人的网页不能嵌入它。下面的代码只适合和{name}放在同一文件夹的网页；要嵌入到网站，请在网站版里打开这个对话框。", "This is a single file, which pages of others cannot embed. The code below fits a page in the same folder as {name}; for a web site, open this dialog on the site's edition.";
    IS_OWN = "正在看的表格只在您的浏览器里，别的网页嵌入不了。请把它放到本站，用网址里的 data= 打开，再来嵌入。", "The table you look at is only in your browser, so no other page can embed it. Put it on this site, open it by data= in the address, and come back.";
}
