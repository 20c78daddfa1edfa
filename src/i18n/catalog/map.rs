//! The map view.

use crate::i18n::message::messages;

messages! {
    PROVINCES = "省级地区", "provinces";
    COUNTRIES = "国家和地区", "countries and territories";
    TITLE = "各{areas}的{value}", "{value} of {areas}";
    TITLE_MEAN = "各{areas}{value}的平均", "Mean {value} of {areas}";
    TITLE_SUM = "各{areas}{value}的合计", "Total {value} of {areas}";
    TITLE_ROWS = "各{areas}有多少行数据", "Rows of data of {areas}";
    NO_AREAS = "这份数据里认得的省份或国家不到三个，画不成地图。", "Fewer than three provinces or countries are known in this data, so there is no map to draw.";
    NOTHING = "选中的行里没有认得的地区。", "The selected rows have no area that is known.";

    SUMMARY = "{n}个{areas}有数，最高的是{high}，最低的是{low}。", "{n} of the {areas} has a figure: {high}.|{n} {areas} have a figure; the highest is {high}, the lowest {low}.";
    SUMMARY_EVEN = "{n}个{areas}有数，都是{high}。", "{n} of the {areas} has a figure: {high}.|{n} {areas} have a figure, all alike: {high}.";
    NOT_SURE = "有的数只知道界限或范围，最高、最低说不准。", "Some figures are known only by a bound or a range, so which is highest or lowest is not sure.";
    SUMMARY_NONE = "各{areas}都没有数。", "None of the {areas} has a figure.";
    MISSING = "{n}个没有数：{list}。", "{n} has no figure: {list}.|{n} have no figure: {list}.";
    UNKNOWN_COUNT = "另有{n}个名称没有认出，列在图下。", "{n} more name is not recognised and is listed below the map.|{n} more names are not recognised and are listed below the map.";
    AREA_FIGURE = "{a}（{b}）", "{a} ({b})";
    UNKNOWN = "没有认出、不在图上的名称（{n}个）", "Name that is not recognised and not on the map ({n})|Names that are not recognised and not on the map ({n})";
    TOTALS = "合计不是一个地区，不在图上：{list}。", "Totals are no area and are not on the map: {list}.";
    MORE = "等{n}个", " and {n} more";

    TILES = "一格一个地区：格子大小不代表面积，位置只是大致方位，不画边界。", "One tile per area: its size is not the area’s, its place only roughly where the area lies, and no border is drawn.";
    TOTAL_AMOUNTS = "如果这些是总量，人多地大的地方自然颜色深；要比高低，宜看人均或比率。", "If these are totals, places with more people or land are darker for that alone. To compare levels, look at rates or amounts per head.";
    MEANS = "一个地区有几行的，取各行的平均，不加权。", "Where an area has several rows their plain mean is shown.";
    SUMS = "一个地区有几行的，取各行的合计。", "Where an area has several rows their total is shown.";
    NO_SUMS = "这些数相加没有意义，所以仍取平均。", "Adding these numbers up says nothing, so means are shown.";
    PARTS = "市县一级的数归到所在省份。", "Figures of prefectures and counties are taken together by province.";
    PARTS_OF_COUNTRIES = "国家以下各区的数归到所在国家。", "Figures of regions are taken together by country.";
    PARTS_LEFT = "上级地区自己有数的，其下各地的数不再算入。", "Where the whole has a figure of its own, those of its parts are left out.";

    AREAS = "地区", "areas";
    GROUND = "地图来自“{file}”：按其中的“{property}”与表里的“{column}”对应，认出了{n}个地区。", "The map is “{file}”: its “{property}” goes with “{column}” of the table, by which {n} area is known.|The map is “{file}”: its “{property}” goes with “{column}” of the table, by which {n} areas are known.";
    GROUND_OWN = "图形来自同一个文件，按“{property}”与各行对应。", "The shapes are of the same file and go with its rows by “{property}”.";
    PROJECTED = "投影按面积成比例（{name}）。", "The projection keeps areas in proportion ({name}).";
    PLANE = "坐标照文件里的平面坐标画，没有再投影。", "Positions are drawn as the plane coordinates of the file, not projected again.";
    ALBERS = "阿尔伯斯等积圆锥投影", "Albers equal-area conic";
    EQUAL_EARTH = "等积地球投影", "Equal Earth";
    CYLINDRICAL = "等积圆柱投影", "cylindrical equal-area";
    AZIMUTHAL = "等积方位投影", "azimuthal equal-area";
    LOST = "地图文件里有{n}处坐标不对，没有画。", "{n} position of the map file is none and was not drawn.|{n} positions of the map file are none and were not drawn.";
    BARE = "图上有、表里没有的地区（{n}个）", "Area on the map that the table does not have ({n})|Areas on the map that the table does not have ({n})";
    OWN_MAP = "用自己的地图", "Use a map of your own";
    OWN_MAP_HINT = "选一个画有区域边界的 GeoJSON 或 TopoJSON 文件，也可以直接拖进页面，按名称或代码与表里的地区对应。", "Choose a GeoJSON or TopoJSON file of areas, or drop it on the page: its areas go with the table’s by name or code.";
    NAMELESS = "没有名称的地区（{n}个）", "areas without a name ({n})";

    QUANTILES = "颜色分{n}级，各级的地区大致一样多（分位数）", "{n} class with about as many areas in each (quantiles)|{n} classes with about as many areas in each (quantiles)";
    STEPS = "颜色分{n}级，按整数等距分", "{n} class, equally wide between round numbers|{n} classes, equally wide between round numbers";
    OF_ALL_TIMES = "，各期用同一套分级", ", the same for all periods";
    EACH_APART = "，每张图各自分级，各图的数不能互相比", ", made for each map apart: figures of one map do not compare with those of another";
    CLASS = "{low} – {high}", "{low} – {high}";
    LOWEST_CLASS = "第{n}级（最低）", "class {n} (lowest)";
    MIDDLE_CLASS = "第{n}级", "class {n}";
    HIGHEST_CLASS = "第{n}级（最高）", "class {n} (highest)";
    NO_FIGURE = "没有数", "no figure";

    VALUE = "数值", "Numbers";
    SERIES = "指标", "Indicator";
    MEASURE = "一个地区有几行时", "Where an area has several rows";
    CLASSING = "怎样分级", "Classes by";
    BY_QUANTILES = "分位数", "Quantiles";
    BY_STEPS = "整数等距", "Round steps";
    CLASSES = "分几级", "Number of classes";
    MAPS = "几张图", "Maps";
    ONE_MAP = "一张", "One";
    MAP_A_TIME = "每期一张", "One per period";
    MAP_A_SERIES = "每个指标一张", "One per indicator";
    SOME_TIMES = "共{all}期，均匀取了{n}期。", "{n} of {all} periods are shown, evenly spread.|{n} of {all} periods are shown, evenly spread.";
    SOME_SERIES = "只画了前{n}个指标。", "Only the first {n} indicator is shown.|Only the first {n} indicators are shown.";
    AREA = "地区", "Area";
    PLAYER = "按时间播放", "Play through time";
    PLAY = "播放", "Play";
    PERIOD = "时间", "Period";
    BACK = "前一期", "Period before";
    ON = "后一期", "Period after";
    KEYBOARD = "用方向键在地区间移动，按回车键只看那个地区。", "Arrow keys move between areas, Enter keeps that area only.";
}
