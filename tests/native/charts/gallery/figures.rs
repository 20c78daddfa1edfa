//! Figures in categories, series and facets.

use minsheng_explorer::chart::*;

use super::{Zh, category, datum, day, series};

fn stages() -> Vec<(Fill, String)> {
    [
        (Fill::Solid, "已完成"),
        (Fill::Hatched, "进行中"),
        (Fill::Hollow, "计划"),
        (Fill::Tick, "现行标准"),
    ]
    .map(|(fill, name)| (fill, name.to_owned()))
    .to_vec()
}

fn headed(title: &str, subtitle: &str) -> ChartSpec {
    ChartSpec {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        source: "来源：市政府新闻办公室民生专题发布会实录（2021年9月7日）".to_owned(),
        stages: stages(),
        ..ChartSpec::default()
    }
}

/// Bars: stages, open ends, soft ends, a long name.
pub(crate) fn bars() -> ChartSpec {
    let rows = [
        ("教育", Extent::about(17.0), "近17亿元", Fill::Solid, 0),
        ("医疗卫生", Extent::exact(12.4), "12.4亿元", Fill::Solid, 1),
        ("养老标准配套房屋", Extent::at_least(9.6), "9.6亿元以上", Fill::Hatched, 2),
        ("城镇老旧小区改造及既有住宅加装电梯", Extent::at_most(8.0), "不超过8亿元", Fill::Solid, 5),
        ("社会救助", Extent::about(6.3), "约6.3亿元", Fill::Hollow, 3),
        ("公共就业服务", Extent::exact(4.1), "4.1亿元", Fill::Tick, 4),
        ("文化体育设施", Extent::at_least(2.2), "超过2.2亿元", Fill::Solid, 7),
        ("生态环境", Extent::exact(0.0), "0", Fill::Solid, 6),
    ];
    let mut spec = headed("民生领域财政投入", "亿元，2016—2021年累计");
    for (index, (name, extent, label, fill, hue)) in rows.into_iter().enumerate() {
        let index = index as u32;
        spec.categories.push(category(name));
        spec.data.push(Datum { fill, hue, ..datum(index, index, extent, label) });
    }
    spec
}

/// Rows in sections, the second of which has a name longer than a phone is wide.
pub(crate) fn sections() -> ChartSpec {
    let mut spec = bars();
    let section = |from, name: &str| Section { from, name: name.to_owned() };
    spec.sections = vec![
        section(0, "一年之内"),
        section(4, "从某年起累计到某年的合计，起止时间见各行，不能与上面一年之内的数放在一起比较"),
    ];
    spec
}

/// Ratios on a log axis with the line where both are equal.
pub(crate) fn ratios() -> ChartSpec {
    let rows = [
        ("新建、改扩建中小学", Extent::exact(1.1), "1.1 倍", 0),
        ("学校设施设备投入", Extent::about(0.225), "近0.225 倍", 0),
        ("污水管道铺设长度", Extent::exact(13.6), "13.6 倍", 6),
        ("志愿者", Extent::at_least(1.0), "超1 倍", 7),
    ];
    let mut spec = headed("甲地是乙地的几倍", "竖线处两地相等");
    spec.mark = MarkKind::Dot;
    spec.value = ValueAxis { log: true, reference: Some(1.0), ..ValueAxis::default() };
    for (index, (name, extent, label, hue)) in rows.into_iter().enumerate() {
        let index = index as u32;
        spec.categories.push(category(name));
        spec.data.push(Datum { hue, ..datum(index, index, extent, label) });
    }
    spec
}

/// Grouped bars whose series hues tell apart.
pub(crate) fn grouped() -> ChartSpec {
    let mut spec = headed("城乡最低生活保障标准", "元/人·月");
    spec.series = vec![series("城镇", Some(0)), series("农村", Some(6))];
    let rows = [("2019年", 660.0, 485.0), ("2020年", 705.0, 525.0), ("2021年", 755.0, 565.0)];
    for (index, (name, urban, rural)) in rows.into_iter().enumerate() {
        let index = index as u32;
        spec.categories.push(category(name));
        for (series, value) in [(0, urban), (1, rural)] {
            spec.data.push(Datum {
                series,
                ..datum(
                    index * 2 + series,
                    index,
                    Extent::at_least(value),
                    &format!("不低于{value}元"),
                )
            });
        }
    }
    spec
}

/// Grouped bars of one hue: names stand behind the figures.
pub(crate) fn grouped_one_hue() -> ChartSpec {
    let mut spec = grouped();
    for series in &mut spec.series {
        series.hue = None;
    }
    spec
}

/// Bars stacked, on both sides of zero.
pub(crate) fn stacked() -> ChartSpec {
    let mut spec = headed("新增学位", "个，按学段");
    spec.stack = true;
    spec.series = vec![series("幼儿园", Some(0)), series("小学", Some(6)), series("初中", Some(2))];
    let rows = [
        ("高新区", [12_702.0, 9_450.0, 4_200.0]),
        ("经开区", [6_300.0, 5_100.0, 800.0]),
        ("郊区合计（含三县一市）", [3_100.0, -1_900.0, -700.0]),
    ];
    let mut id = 0;
    for (index, (name, values)) in rows.into_iter().enumerate() {
        spec.categories.push(category(name));
        for (series, value) in values.into_iter().enumerate() {
            spec.data.push(Datum {
                series: series as u32,
                fill: if series == 2 { Fill::Hollow } else { Fill::Solid },
                ..datum(id, index as u32, Extent::exact(value), &format!("{value}个"))
            });
            id += 1;
        }
    }
    spec
}

/// Dots with every kind of end, on a linear or a log axis.
pub(crate) fn dots(log: bool) -> ChartSpec {
    let mut spec = headed("服务人次与覆盖规模", "人次，2020年");
    spec.mark = MarkKind::Dot;
    spec.value.log = log;
    spec.value.label = "人次".to_owned();
    let rows: [(&str, Extent, &str, Fill, u8); 9] = [
        ("职业技能培训", Extent::about(123_000.0), "约12.3万人次", Fill::Solid, 4),
        ("职业技能培训", Extent::at_least(150_000.0), "15万人次以上", Fill::Hollow, 4),
        ("免费体检", Extent::between(320_000.0, 480_000.0), "32万至48万人次", Fill::Hatched, 1),
        ("免费体检", Extent::exact(410_500.0), "41.05万人次", Fill::Solid, 1),
        ("长者食堂就餐服务", Extent::at_most(28_000.0), "不超过2.8万人次", Fill::Solid, 2),
        ("公共文化活动", Extent::at_least(1_260_000.0), "超过126万人次", Fill::Solid, 7),
        ("公共文化活动", Extent::exact(1_180_000.0), "118万人次", Fill::Tick, 7),
        ("残疾人康复", Extent::exact(9_302.0), "9,302人次", Fill::Solid, 3),
        ("残疾人康复", Extent::exact(9_900.0), "9,900人次", Fill::Hatched, 3),
    ];
    for (index, (name, extent, label, fill, hue)) in rows.into_iter().enumerate() {
        let place = spec.categories.iter().position(|c| c.name == name);
        let place = place.unwrap_or_else(|| {
            spec.categories.push(Category {
                name: name.to_owned(),
                hue: Some(hue),
                ..Category::default()
            });
            spec.categories.len() - 1
        });
        spec.data.push(Datum { fill, hue, ..datum(index as u32, place as u32, extent, label) });
    }
    spec
}

/// Bars as small multiples.
pub(crate) fn multiples() -> ChartSpec {
    let mut spec = headed("每千名老人养老床位", "张，按区县");
    spec.stages.clear();
    spec.facets = ["2018年", "2019年", "2020年", "2021年"].map(str::to_owned).to_vec();
    spec.categories = ["市区", "高新技术开发区", "长兴县", "安吉县"].map(category).to_vec();
    for facet in 0..4_u32 {
        for place in 0..4_u32 {
            let value = f64::from(32 + facet * 4 + (place * 7) % 11);
            spec.data.push(Datum {
                facet,
                hue: 2,
                ..datum(facet * 4 + place, place, Extent::exact(value), &format!("{value}张"))
            });
        }
    }
    spec
}

fn yearly(id: u32, series: u32, year: i32, extent: Extent, label: &str) -> Datum {
    Datum {
        series,
        time: Some((day(year, 1, 1), day(year, 12, 31))),
        ..datum(id, 0, extent, label)
    }
}

/// Lines: several series, a gap, a target, an open end.
pub(crate) fn lines() -> ChartSpec {
    let mut spec = headed("城乡居民最低生活保障标准", "元/人·月，2014—2021年");
    spec.mark = MarkKind::Line;
    spec.value.label = "元/人·月".to_owned();
    spec.value.zero = true;
    spec.series = vec![
        series("城镇居民", Some(0)),
        series("农村居民", Some(6)),
        series("特困人员基本生活", Some(3)),
    ];
    let mut id = 0;
    for (index, values) in [
        [480.0, 510.0, 540.0, f64::NAN, 620.0, 660.0, 705.0, 755.0],
        [300.0, 330.0, 365.0, 400.0, 440.0, 485.0, 525.0, 565.0],
        [310.0, 335.0, 380.0, 420.0, 450.0, 490.0, 531.0, 572.0],
    ]
    .into_iter()
    .enumerate()
    {
        for (offset, value) in values.into_iter().enumerate() {
            let year = 2014 + offset as i32;
            let last = year == 2021;
            let extent = if last { Extent::at_least(value) } else { Extent::exact(value) };
            let label = if last { format!("不低于{value}元") } else { format!("{value}元") };
            spec.data.push(Datum {
                fill: if last { Fill::Hollow } else { Fill::Solid },
                ..yearly(id, index as u32, year, extent, &label)
            });
            id += 1;
        }
    }
    spec
}

/// One line, each point with its figure; months.
pub(crate) fn one_line() -> ChartSpec {
    let mut spec = headed("城镇新增就业", "万人，2021年逐月累计");
    spec.mark = MarkKind::Line;
    spec.stages.clear();
    for month in 1..=9_u8 {
        let value = f64::from(month) * 0.62 + f64::from(month % 3) * 0.15;
        let extent = if month == 5 { Extent::about(value) } else { Extent::exact(value) };
        let label = format!("{}{value:.2}万人", if month == 5 { "约" } else { "" });
        spec.data.push(Datum {
            hue: 4,
            time: Some((day(2021, month, 28), day(2021, month, 28))),
            ..datum(month.into(), 0, extent, &label)
        });
    }
    spec
}

/// Lines as small multiples.
pub(crate) fn line_multiples() -> ChartSpec {
    let mut spec = headed("每千名老人养老床位", "张，2014—2021年");
    spec.mark = MarkKind::Line;
    spec.stages.clear();
    spec.value.zero = true;
    spec.facets = ["市区", "德清县", "长兴县", "安吉县", "南太湖新区"].map(str::to_owned).to_vec();
    for facet in 0..5_u32 {
        for offset in 0..8_u32 {
            let value = f64::from(24 + offset * (3 + facet % 3) + (facet * 5) % 7);
            spec.data.push(Datum {
                facet,
                hue: 2,
                ..yearly(
                    facet * 8 + offset,
                    0,
                    2014 + offset as i32,
                    Extent::exact(value),
                    &format!("{value}张"),
                )
            });
        }
    }
    spec
}

/// Matrix: domains × years with holes and stages.
/// Two places row by row, each row on its own scale: one has a figure with an open end, one has no opposite.
pub(crate) fn mirror() -> ChartSpec {
    let row = |name: &str, note: &str| Category { note: note.to_owned(), ..category(name) };
    let own = |id: u32, category: u32, series: u32, extent: Extent, label: &str| Datum {
        series,
        fill: [Fill::Solid, Fill::Hatched, Fill::Hollow][category as usize % 3],
        ..datum(id, category, extent, label)
    };
    ChartSpec {
        mark: MarkKind::Mirror,
        series: vec![series("德州经开区", None), series("威海经开区", None)],
        categories: vec![
            row("新增床位", "不到四分之一 · 2021年，2019年"),
            row("学校、幼儿园建设投资", "并列，不算倍数：都没有说从哪年算起"),
            row("招聘教师", ""),
        ],
        data: vec![
            own(0, 0, 0, Extent::exact(9.0), "9张"),
            own(1, 0, 1, Extent::exact(40.0), "40张"),
            own(2, 1, 0, Extent::at_least(17e8), "不低于17亿元"),
            own(3, 1, 1, Extent::about(10.6e8), "约10.6亿元"),
            own(4, 2, 1, Extent::exact(72.0), "72人"),
        ],
        ..ChartSpec::default()
    }
}

/// Who reports what, with a row that nobody fills.
pub(crate) fn presence() -> ChartSpec {
    let places = ["德州经开区", "聊城开发区", "杜集区", "威海经开区", "承德市"];
    let topics = ["上学", "看病", "养老", "环境与出行", "文化体育"];
    let mut spec = ChartSpec {
        mark: MarkKind::Presence,
        series: places.map(|place| series(place, None)).to_vec(),
        categories: topics.map(category).to_vec(),
        stages: vec![(Fill::Solid, "公布了".to_owned()), (Fill::Hollow, "没有公布".to_owned())],
        ..ChartSpec::default()
    };
    for (id, (row, column)) in
        [(0, 0), (0, 1), (0, 4), (1, 2), (2, 0), (2, 3), (4, 4)].into_iter().enumerate()
    {
        let own = datum(id as u32, row, Extent::exact(1.0), "");
        spec.data
            .push(Datum { series: column, hue: row as u8, tip: "公布了".to_owned(), ..own });
    }
    spec
}

pub(crate) fn matrix() -> ChartSpec {
    let mut spec = headed("民生支出", "亿元，按领域和年份");
    spec.mark = MarkKind::Matrix;
    let domains = ["教育", "医疗卫生", "养老标准配套房屋", "社会救助与残疾人保障", "就业"];
    let years = ["2017年", "2018年", "2019年", "2020年", "2021年（计划）"];
    spec.categories = domains.map(category).to_vec();
    spec.series = years.map(|year| series(year, None)).to_vec();
    let mut id = 0;
    for row in 0..5_u32 {
        for column in 0..5_u32 {
            if (row * 5 + column) % 7 == 3 {
                continue;
            }
            let value = f64::from(((row * 37 + column * 23) % 50) + 4) / 2.0;
            let about = (row + column) % 4 == 0;
            let extent = if about { Extent::about(value) } else { Extent::exact(value) };
            spec.data.push(Datum {
                series: column,
                hue: 0,
                fill: match column {
                    4 => Fill::Hollow,
                    3 if row == 1 => Fill::Hatched,
                    _ => Fill::Solid,
                },
                ..datum(id, row, extent, &format!("{}{value}亿", if about { "近" } else { "" }))
            });
            id += 1;
        }
    }
    spec
}

/// Treemap: two levels, stages, cells too small for words.
pub(crate) fn treemap() -> ChartSpec {
    let mut spec = headed("民生实事项目投资", "万元，按领域");
    spec.mark = MarkKind::Treemap;
    type Group = (&'static str, u8, &'static [(&'static str, f64)]);
    let groups: [Group; 5] = [
        (
            "教育",
            0,
            &[
                ("新建改扩建学校", 92_000.0),
                ("幼儿园", 38_000.0),
                ("智慧教室", 9_000.0),
                ("校园食堂", 4_000.0),
            ],
        ),
        (
            "医疗卫生",
            1,
            &[("市中心医院迁建", 64_000.0), ("乡镇卫生院提升", 18_000.0), ("疫苗接种点", 2_600.0)],
        ),
        (
            "养老",
            2,
            &[
                ("养老标准配套房屋", 31_000.0),
                ("长者食堂", 7_200.0),
                ("适老化改造", 3_100.0),
                ("助浴点", 600.0),
            ],
        ),
        ("住房保障", 5, &[("老旧小区改造", 45_000.0), ("加装电梯", 6_000.0)]),
        (
            "文化体育",
            7,
            &[
                ("公共图书馆", 8_800.0),
                ("农村文化礼堂", 5_200.0),
                ("百姓健身房", 900.0),
                ("球场", 300.0),
            ],
        ),
    ];
    let mut id = 0;
    for (group, (name, hue, items)) in groups.into_iter().enumerate() {
        spec.series.push(series(name, Some(hue)));
        for (name, value) in items {
            spec.categories.push(category(name));
            spec.data.push(Datum {
                series: group as u32,
                fill: match id % 5 {
                    2 => Fill::Hatched,
                    3 => Fill::Hollow,
                    _ => Fill::Solid,
                },
                ..datum(id, id, Extent::exact(*value), &Zh.number(*value))
            });
            id += 1;
        }
    }
    spec
}
