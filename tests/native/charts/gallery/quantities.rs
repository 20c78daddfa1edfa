//! Pictures of quantities, with figures like the releases'.

use minsheng_explorer::chart::*;

pub(crate) fn part(id: u32, extent: Extent, fill: Fill, label: &str) -> ProgressPart {
    ProgressPart { id, extent, fill, hue: 0, label: label.to_owned(), tip: label.to_owned() }
}

/// Every picture of a quantity by name.
pub(crate) fn quantities() -> Vec<(&'static str, QuantitySpec)> {
    use QuantityMark::{Bars, Count, Icons, Level, Share, Target};
    let spec = |mark, symbol, parts: &[(Extent, Fill, &str)], whole, whole_label: &str| {
        let part = |(id, (extent, fill, label)): (u32, &(Extent, Fill, &str))| {
            part(id, *extent, *fill, label)
        };
        QuantitySpec {
            title: "看得见的数量".to_owned(),
            mark,
            symbol,
            parts: (0..).zip(parts).map(part).collect(),
            whole,
            whole_label: whole_label.to_owned(),
            ..QuantitySpec::default()
        }
    };
    let (solid, hatched, hollow) = (Fill::Solid, Fill::Hatched, Fill::Hollow);
    let exact = Extent::exact;
    let icons = [(exact(88.79), solid, "在普惠园88.79%")];
    let schools = [(exact(12.0), solid, "竣工12个"), (exact(3.0), hatched, "已开工3个")];
    let planned = [(exact(14.0), hollow, "计划改造14个")];
    let many = [(exact(318.0), solid, "已完成318个")];
    let share = [(exact(3.3), solid, "区级财政3.3亿元")];
    let pair = [(exact(19.2), solid, "低保19.2万人"), (exact(2.74), solid, "特困2.74万人")];
    let target = [(Extent::about(41.0), solid, "完成约41个")];
    let levels =
        [(exact(565.0), hollow, "农村565元"), (Extent::at_least(755.0), solid, "城市不低于755元")];
    let most = [(Extent::at_most(3.08), solid, "不超过3.08%")];
    let in_size = |size| QuantitySpec {
        size,
        ..spec(Count, Symbol::House, &schools, Some(29.0), "目标29个")
    };
    vec![
        ("quantity-icons", spec(Icons, Symbol::Person, &icons, Some(100.0), "其他")),
        ("quantity-count", spec(Count, Symbol::House, &schools, Some(15.0), "")),
        ("quantity-count-planned", spec(Count, Symbol::Square, &planned, None, "")),
        ("quantity-count-many", spec(Count, Symbol::Square, &many, Some(400.0), "目标400个")),
        ("quantity-share", spec(Share, Symbol::Square, &share, Some(21.78), "合计21.78亿元")),
        ("quantity-bars", spec(Bars, Symbol::Square, &pair, None, "")),
        ("quantity-target", spec(Target, Symbol::Square, &target, Some(52.0), "目标52个")),
        ("quantity-surpassed", spec(Target, Symbol::Square, &target, Some(30.0), "目标30个")),
        ("quantity-level", spec(Level, Symbol::Square, &levels, None, "")),
        ("quantity-level-most", spec(Level, Symbol::Square, &most, None, "")),
        ("quantity-none", spec(Count, Symbol::Square, &[], Some(15.0), "目标15个")),
        ("quantity-small", in_size(QuantitySize::Small)),
        ("quantity-large", in_size(QuantitySize::Large)),
    ]
}
