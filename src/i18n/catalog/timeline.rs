//! The timeline view.

use crate::i18n::message::messages;

messages! {
    TITLE = "什么时候的数", "When the figures are from";
    LANES = "分行", "Lanes";
    PLAY = "播放", "Play";
    PAUSE = "暂停", "Pause";
    SPEED = "速度", "Speed";
    SPEED_SLOW = "慢", "Slow";
    SPEED_NORMAL = "中", "Normal";
    SPEED_FAST = "快", "Fast";
    ZOOM_IN = "放大", "Zoom in";
    ZOOM_OUT = "缩小", "Zoom out";
    ZOOM_ALL = "看全部", "Show all";
    EARLIER = "往前", "Earlier";
    LATER = "往后", "Later";
    FILTER_WINDOW = "只看这段时间", "Filter to this window";
    WINDOW = "{from}至{to}", "{from} to {to}";
    PLAYHEAD = "播放到{date}", "Up to {date}";
    SPAN_KEY = "横条：一段时间的累计", "Bar: accumulated over a span";
    POINT_KEY = "圆点：截至某时", "Dot: as of a date";
    HOLLOW_KEY = "空心：计划", "Hollow: planned";
    STILL = "系统设为减少动态效果，播放已关闭", "Playing is off because the system asks for reduced motion";
    SUMMARY = "{n} 个数，分 {lanes} 行，{window}", "{n} figure in {lanes} lanes, {window}|{n} figures in {lanes} lanes, {window}";
    DRAG_HINT = "在图上拖动可选取一段时间", "Drag across the chart to choose a span of time";
}
