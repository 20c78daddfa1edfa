//! The dialog that gives the code by which a page of others shows a view.

use crate::i18n::message::messages;

messages! {
    OPEN = "嵌入", "Embed";
    TITLE = "嵌入到别的网页", "Embed in another page";
    LEAD = "三种方式任选一种，把代码贴进网页，读者看到的就是现在这个视图和筛选。", "Take one of three ways and paste its code into a page: readers see this view with its filters.";
    REST = "显示其余部分", "Show the rest";
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
    LANGUAGE_OF_READER = "随读者的浏览器", "As the reader’s browser";
    THEME = "外观", "Appearance";
    THEME_OF_READER = "随读者的系统", "As the reader’s system";
    ELEMENT = "网页元素", "Web element";
    ELEMENT_HINT = "网页可以加载本站的一个脚本时选它：和网页连成一体，字体和颜色可以由网页的样式来定。", "For pages that may load one script of this site: it is a part of the page, whose styles can set its fonts and colours.";
    COPY_ELEMENT = "复制元素代码", "Copy the element";
    FRAME = "框架（iframe）", "Frame (iframe)";
    FRAME_HINT = "大多数网站和内容管理系统都能用：内容留在框架里，不影响网页。第二行只让框架和内容一样高，不许放脚本就去掉它。", "Works on most sites and content systems: it stays in its frame and leaves the page alone. The second line only makes the frame as high as its content; leave it out where scripts are not allowed.";
    COPY_FRAME = "复制框架代码", "Copy the frame";
    PICTURE = "图片加链接", "Picture with a link";
    PICTURE_HINT = "别的都不许放时选它，邮件和公众号也能用：一张不会动的图，点开是完整页面。先下载图片，传到您的网站，再把代码里的文件名换成图片的地址。", "Where nothing else is allowed, and in mail: a still picture that leads to the full page. Download it, put it on your site, and write its address in place of the file’s name.";
    PICTURE_NONE = "这个视图没有可以下载的图。图表、对比、时间线都有；“一图”在视图里下载。", "This view has no picture to download. Chart, compare and timeline have; a poster is downloaded in its view.";
    COPY_PICTURE = "复制图片代码", "Copy the picture’s code";
    TAKE_PICTURE = "下载图片（PNG）", "Download the picture (PNG)";
    PREVIEW = "预览", "Preview";
    IS_FILE = "您打开的是单个文件，别人的网页不能嵌入它。下面的代码只适合和{name}放在同一文件夹的网页；要嵌入到网站，请在网站版里打开这个对话框。", "This is a single file, which pages of others cannot embed. The code below fits a page in the same folder as {name}; for a web site, open this dialog on the site’s edition.";
    IS_OWN = "正在看的表格只在您的浏览器里，别的网页嵌入不了。请把它放到本站，用网址里的 data= 打开，再来嵌入。", "The table you look at is only in your browser, so no other page can embed it. Put it on this site, open it by data= in the address, and come back.";
}
