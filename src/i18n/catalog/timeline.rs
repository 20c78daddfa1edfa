//! The timeline view.

use crate::i18n::message::messages;

messages! {
    TITLE = "逐年来看：办成的、在办的、计划的，各举几件", "Year by year: some of what is done, under way and planned";
    TITLE_BY = "逐年来看：办成的、在办的、计划的（按{by}分）", "Year by year: what is done, under way and planned, by {by}";
    TITLE_ROWS = "数据逐期的变化", "The data from period to period";
    READING = "长条是一段时间里的数，圆点是截至那时的数。", "A bar covers a span of time, a dot holds as of its date.";
    READING_REST = "矮柱是同一年的其余各项，点开逐一看。", "The short columns are the other figures of that year: open one to see each of them.";
    READING_SQUEEZED = "{span}压缩显示：没有哪项数据截止在这些年里。", "Years in which no figure ends are drawn narrow: {span}.";
    LANES = "分行", "Lanes";
    WINDOW = "时间范围", "Time shown";
    ZOOM_IN = "放大", "Zoom in";
    ZOOM_OUT = "缩小", "Zoom out";
    ZOOM_ALL = "看全部", "Show all";
    ALL_LANES = "显示全部{n}行", "Show all {n} lanes";
    FEWER_LANES = "只显示数据最多的{n}行", "Show only the {n} lanes with the most figures";
    SOME_LANES = "图中是数据最多的{n}行。", "The chart has the {n} lanes with the most figures.";
    RESET = "还原", "Reset";
    EARLIER = "往前", "Earlier";
    LATER = "往后", "Later";
    FILTER_WINDOW = "只留这段时间的数据", "Filter to this window";
    CHART = "时间线", "Timeline";

    PLAYER = "按时间播放", "Play through time";
    PLAY = "逐年播放", "Play the years";
    PAUSE = "暂停", "Pause";
    SPEED = "速度", "Speed";
    SPEED_SLOW = "慢", "Slow";
    SPEED_NORMAL = "中", "Normal";
    SPEED_FAST = "快", "Fast";
    STEP = "拖到某一天", "Go to a day";
    PLAYHEAD = "到{date}：{n}项", "Up to {date}: {n} figure|Up to {date}: {n} figures";
    PLAYHEAD_ALL = "全部显示", "All shown";
    STILL = "您的系统设为减少动态效果，所以不自动播放；可以按年前后查看，或拖动滑块。", "Your system asks for reduced motion, so time does not play by itself; step through it by year or move the slider.";
    YEAR_BACK = "前一年", "Year before";
    YEAR_ON = "后一年", "Year after";
    ADDED = "{year}年的数据有{n}项，其中{list}。", "{year} has {n} figure, {list}.|{year} has {n} figures, among them {list}.";
    ADDED_ALL = "{year}年的数据有{n}项：{list}。", "{year} has {n} figure: {list}.|{year} has {n} figures: {list}.";
    ADDED_COUNT = "{year}年的数据有{n}项。", "{year} has {n} figure.|{year} has {n} figures.";
    ADDED_ONE = "{place}{name}{figure}", "{name} in {place}: {figure}";
    ADDED_BETWEEN = "；", "; ";
    WHOLE_YEAR = "这一年全部{n}项", "All {n} of this year|All {n} of this year";
    YEARS = "按年份", "By year";

    BAR_KEY = "横条：一段时间", "Bar: over a span of time";
    POINT_KEY = "圆点：截至或定于某时", "Dot: as of a date or due by it";
    ARROW_KEY = "尖端：延伸到图外", "Point: goes on beyond the chart";
    DRAG_HINT = "在图上横向拖动，可只留那段时间的数据。", "Drag across the chart to keep the figures of that time only.";
    KEY_HINT = "方向键在图形间移动，回车打开；+ 和 - 缩放。", "Arrow keys move between marks, Enter opens one; + and - zoom.";

    FIGURE = "数据", "Figure";
    CAPTION = "{window}的数据", "Figures of {window}";
    SUMMARY = "{window}，{n}项数据，按{by}分{lanes}行。", "{window}: {n} figure in {lanes} lanes by {by}.|{window}: {n} figures in {lanes} lanes by {by}.";
    SUMMARY_ONE = "{window}，{lane}有{n}项数据。", "{window}, {lane}: {n} figure.|{window}, {lane}: {n} figures.";
    MOST = "最多的是{list}。", "The most frequent: {list}.";
    LANE_COUNT = "{name}（{n}）", "{name} ({n})";
    ROWS_IN_STEPS = "{window}，{n}行，分{steps}期。", "{window}: {n} row in {steps} period.|{window}: {n} rows in {steps} periods.";
    CAPTION_ROWS = "{window}的数据", "{window}";
    SHAPES = "其中{n}项截至或定于某个时点，{spans}项统计一段时间。", "As of a date: {n}; over a span of time: {spans}.|As of a date: {n}; over a span of time: {spans}.";
    ALL_POINTS = "都截至或定于某个时点。", "All are as of a date or due by one.";
    ALL_SPANS = "都统计一段时间。", "All cover a span of time.";
    OUTSIDE = "另有{n}项不在这段时间内。", "{n} more lies outside this time.|{n} more lie outside this time.";
    NONE_HERE = "{window}没有数据，可以看前后有数据的年份。", "There are no figures for {window}; look at the years around it.";
    NO_TIME = "这份数据没有时间，画不出时间线。", "This data has no times, so there is no timeline to draw.";
}
