//! Questions of residents: what is understood of each, and which figure must come first.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::query::{Filter, Searchable};
use minsheng_explorer::session::{Finding, Session};

use super::{chosen, find};
use crate::packages;

fn session() -> Session {
    let data = read_package(&packages::bundled()).0;
    let table = from_dataset(&data);
    Session::new(data, table, Vec::new())
}

fn ask(session: &mut Session, query: &str) -> Finding {
    let is_zh = query.contains(|c: char| c >= '\u{3400}');
    find(session, query, &Filter::default(), if is_zh { Lang::Zh } else { Lang::En })
}

/// The key of the first result, where it is told as the answer.
fn answered(finding: &Finding) -> &str {
    match finding.hits.first().map(|hit| &hit.target) {
        Some(Searchable::Row(key)) if finding.answer.is_some() => key,
        _ => "",
    }
}

/// What was understood, in words.
fn understood(finding: &Finding) -> String {
    let parts = finding.understood.iter().map(|part| format!("{}={}", part.kind, part.name));
    parts.collect::<Vec<_>>().join(" ")
}

/// A question, what must be understood of it, and the figure that answers it.
const ANSWERED: &[(&str, &str, &str)] = &[
    ("德州 低保", "地区=德州经开区 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    ("德州低保", "地区=德州经开区 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    (
        "德州低保多少钱",
        "地区=德州经开区 指标=低保标准 计量类别=多少钱",
        "dezhou2021-dibao-standard-urban",
    ),
    (
        "德州 农村 低保",
        "地区=德州经开区 条件=农村 指标=低保标准",
        "dezhou2021-dibao-standard-rural",
    ),
    (
        "德州农村低保一个月多少钱",
        "地区=德州经开区 条件=农村 指标=低保标准 计量类别=多少钱",
        "dezhou2021-dibao-standard-rural",
    ),
    ("山东 低保", "地区=山东 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    ("河北 低保", "地区=河北 指标=低保对象", "chengde2024-dibao-recipients"),
    (
        "承德低保有多少人",
        "地区=承德市 指标=低保对象 计量类别=多少人",
        "chengde2024-dibao-recipients",
    ),
    ("杜集 低保", "地区=杜集区 指标=救助补助资金年均发放额", "duji2019-dibao-payments-rural"),
    (
        "承德 2024 修了多少路",
        "地区=承德市 时间=2024 指标=农村公路建设",
        "chengde2024-rural-roads-completed",
    ),
    (
        "承德2024年修了多少农村公路",
        "地区=承德市 时间=2024年 指标=农村公路建设",
        "chengde2024-rural-roads-completed",
    ),
    ("承德 老旧小区", "地区=承德市 指标=老旧小区改造", "chengde2024-old-compounds-renovated"),
    ("承德 老旧小区改造", "地区=承德市 指标=老旧小区改造", "chengde2024-old-compounds-renovated"),
    ("威海 学位", "地区=威海经开区 指标=新增学位", "weihai2022-school-places"),
    ("威海新增了多少学位", "地区=威海经开区 指标=新增学位", "weihai2022-school-places"),
    ("學位 威海", "指标=新增学位 地区=威海经开区", "weihai2022-school-places"),
    ("威海 污水", "地区=威海经开区 指标=污水管道铺设长度", "weihai2022-road-sewage-pipes"),
    (
        "德州 普惠性幼儿园占比",
        "地区=德州经开区 指标=普惠性幼儿园在园幼儿占比 数据性质=占比",
        "dezhou2021-inclusive-kindergarten-share",
    ),
    ("公租房 杜集", "指标=建成保障性住房 地区=杜集区", "duji2019-affordable-homes"),
    (
        "school places in Weihai",
        "Indicator=New school places Place=Weihai",
        "weihai2022-school-places",
    ),
    (
        "How many school places in Weihai?",
        "Indicator=New school places Place=Weihai",
        "weihai2022-school-places",
    ),
    ("dezhou dibao", "Place=Dezhou Indicator=Dibao standard", "dezhou2021-dibao-standard-urban"),
    ("chengde dibao", "Place=Chengde Indicator=Dibao recipients", "chengde2024-dibao-recipients"),
    ("chemgde dibao", "Place=Chengde Indicator=Dibao recipients", "chengde2024-dibao-recipients"),
    (
        "rural roads Chengde 2024",
        "Indicator=New and rebuilt rural roads Place=Chengde Period=2024",
        "chengde2024-rural-roads-completed",
    ),
    (
        "old compounds renovated in Chengde",
        "Indicator=Renovation of old residential compounds Place=Chengde",
        "chengde2024-old-compounds-renovated",
    ),
    (
        "Chengde dibao recipients",
        "Place=Chengde Indicator=Dibao recipients",
        "chengde2024-dibao-recipients",
    ),
    ("承德 低保对象", "地区=承德市 指标=低保对象", "chengde2024-dibao-recipients"),
    ("承德低保多少人", "地区=承德市 指标=低保对象 计量类别=多少人", "chengde2024-dibao-recipients"),
    (
        "承德 建成 多少 学校",
        "地区=承德市 进展=已完成 指标=新建、改扩建中小学",
        "chengde2024-schools-completed",
    ),
    (
        "承德完工了多少学校",
        "地区=承德市 进展=已完成 指标=新建、改扩建中小学",
        "chengde2024-schools-completed",
    ),
    (
        "承德学校建成了几所",
        "地区=承德市 指标=新建、改扩建中小学 进展=已完成",
        "chengde2024-schools-completed",
    ),
    (
        "how many schools completed in Chengde",
        "Indicator=New and extended schools Stage=Done Place=Chengde",
        "chengde2024-schools-completed",
    ),
    (
        "finished schools Chengde 2024",
        "Stage=Done Indicator=New and extended schools Place=Chengde Period=2024",
        "chengde2024-schools-completed",
    ),
    (
        "承德 农村公路 完工",
        "地区=承德市 指标=农村公路建设 进展=已完成",
        "chengde2024-rural-roads-completed",
    ),
    (
        "承德 老旧小区 完成",
        "地区=承德市 指标=老旧小区改造 进展=已完成",
        "chengde2024-old-compounds-renovated",
    ),
    (
        "德州 污水治理 村庄",
        "地区=德州经开区 指标=农村生活污水治理村庄 指标=村庄",
        "dezhou2021-sewage-villages-completed",
    ),
    (
        "德州污水治理花了多少钱",
        "地区=德州经开区 指标=农村生活污水治理投资 计量类别=多少钱",
        "dezhou2021-sewage-three-villages-investment",
    ),
    (
        "威海 道路改造 多少钱",
        "地区=威海经开区 指标=道路修复投资 计量类别=多少钱",
        "weihai2022-road-repair-budget",
    ),
    (
        "威海 老旧小区 户数",
        "地区=威海经开区 指标=老旧小区改造惠及户数 计量类别=户数",
        "weihai2022-old-compound-households",
    ),
    ("杜集 养老院", "地区=杜集区 指标=养老服务机构和设施", "duji2019-elderly-homes-public"),
    (
        "杜集 高龄津贴 多少钱",
        "地区=杜集区 指标=高龄津贴发放金额 计量类别=多少钱",
        "duji2019-old-age-allowance-spending",
    ),
    (
        "杜集 高龄津贴 多少人",
        "地区=杜集区 指标=高龄津贴领取人数 计量类别=多少人",
        "duji2019-old-age-allowance-recipients",
    ),
    (
        "德州 老师 平均年龄",
        "地区=德州经开区 指标=教师平均年龄 指标=平均年龄",
        "dezhou2021-teacher-average-age",
    ),
    (
        "Weihai police cases",
        "Place=Weihai Indicator=Cases solved Indicator=cases",
        "weihai2022-cases-solved",
    ),
    ("威海 破案", "地区=威海经开区 指标=破获案件", "weihai2022-cases-solved"),
    (
        "承德 医保 参保率",
        "地区=承德市 指标=基本医疗保险参保率 指标=参保率",
        "chengde2024-insurance-coverage",
    ),
    (
        "承德 医保 多少人",
        "地区=承德市 指标=基本医疗保险参保人数 计量类别=多少人",
        "chengde2024-insurance-participants",
    ),
    (
        "承德 医保 参保人数",
        "地区=承德市 指标=基本医疗保险参保人数 指标=参保人数",
        "chengde2024-insurance-participants",
    ),
    ("承德医保补助标准", "地区=承德市 指标=城乡居民医保补助标准", "chengde2024-insurance-subsidy"),
    (
        "承德 门诊 慢性病",
        "地区=承德市 指标=门诊慢特病保障病种 指标=慢性病",
        "chengde2024-chronic-diseases",
    ),
    ("承德 托育", "地区=承德市 指标=普惠性托育机构", "chengde2024-childcare-institutions"),
    ("承德 托位", "地区=承德市 指标=新增托位", "chengde2024-childcare-places"),
    ("承德公厕", "地区=承德市 指标=农村公厕改造", "chengde2024-public-toilets"),
    (
        "Chengde public toilets",
        "Place=Chengde Indicator=Rural public toilets rebuilt",
        "chengde2024-public-toilets",
    ),
    (
        "Chengde family toilets",
        "Place=Chengde Indicator=Rural family toilets rebuilt",
        "chengde2024-household-toilets",
    ),
    (
        "chengde childcare places",
        "Place=Chengde Indicator=New infant-care places",
        "chengde2024-childcare-places",
    ),
    ("聊城 新增就业", "地区=聊城开发区 指标=城镇新增就业", "liaocheng2021-new-urban-jobs"),
    ("聊城失业率", "地区=聊城开发区 指标=城镇登记失业率", "liaocheng2021-unemployment-rate"),
    (
        "聊城 扶贫 资金",
        "地区=聊城开发区 领域=脱贫与乡村振兴 指标=财政专项扶贫资金",
        "liaocheng2021-poverty-relief-funds",
    ),
    (
        "Liaocheng new jobs",
        "Place=Liaocheng Indicator=New urban jobs",
        "liaocheng2021-new-urban-jobs",
    ),
    (
        "liaocheng unemployment",
        "Place=Liaocheng Indicator=Registered urban unemployment rate",
        "liaocheng2021-unemployment-rate",
    ),
    ("德州經開區 低保標準", "地区=德州经开区 指标=低保标准", "dezhou2021-dibao-standard-urban"),
    (
        "２０２１年 德州 低保",
        "时间=2021年 地区=德州经开区 指标=低保标准",
        "dezhou2021-dibao-standard-urban",
    ),
    ("duji tap water", "Place=Duji Indicator=Rural tap-water coverage", "duji2019-rural-tap-water"),
    ("淮北 公租房", "地区=杜集区 指标=建成保障性住房", "duji2019-affordable-homes"),
    ("杜集 棚户区", "地区=杜集区 指标=棚户区改造户数", "duji2019-shanty-households"),
    (
        "liaochen shiyelv",
        "Place=Liaocheng Indicator=Registered urban unemployment rate",
        "liaocheng2021-unemployment-rate",
    ),
    ("weihai xuewei", "Place=Weihai Indicator=New school places", "weihai2022-school-places"),
    ("dezhou dibiao", "Place=Dezhou Indicator=Dibao standard", "dezhou2021-dibao-standard-urban"),
    ("承德残疾人服务人数", "地区=承德市 指标=残疾人服务人数", "chengde2024-disabled-served"),
    ("宋官屯 职称", "地区=宋官屯 指标=卫生技术职称岗位", "dezhou2021-posts-senior-songguantun"),
    (
        "Chengde re-employed",
        "Place=Chengde Indicator=Unemployed people re-employed",
        "chengde2024-reemployed",
    ),
    (
        "how many people re-employed in Chengde",
        "Kind of unit=how many people Indicator=Unemployed people re-employed Place=Chengde",
        "chengde2024-reemployed",
    ),
    (
        "How many hospital beds in Dezhou",
        "Indicator=Additional hospital beds Place=Dezhou",
        "dezhou2021-hospital-beds",
    ),
    ("德州 床位", "地区=德州经开区 指标=新增床位", "dezhou2021-hospital-beds"),
    (
        "德州 医院 多少钱",
        "地区=德州经开区 指标=医疗机构建设与设备投入 计量类别=多少钱",
        "dezhou2021-hospital-investment",
    ),
    (
        "how much money for schools in Weihai",
        "Kind of unit=how much money Indicator=Investment in building schools and kindergartens Place=Weihai",
        "weihai2022-school-building-investment",
    ),
    (
        "schools cost Weihai",
        "Indicator=Investment in building schools and kindergartens Kind of unit=cost Place=Weihai",
        "weihai2022-school-building-investment",
    ),
    (
        "威海学校建设投资",
        "地区=威海经开区 指标=学校、幼儿园建设投资 指标=建设投资",
        "weihai2022-school-building-investment",
    ),
    ("威海招聘教师", "地区=威海经开区 指标=招聘教师", "weihai2022-teachers-recruited"),
    (
        "rural roads completed Chengde",
        "Indicator=New and rebuilt rural roads Stage=Done Place=Chengde",
        "chengde2024-rural-roads-completed",
    ),
    (
        "How many old compounds were renovated in Chengde?",
        "Indicator=Renovation of old residential compounds Place=Chengde",
        "chengde2024-old-compounds-renovated",
    ),
    (
        "old compounds Weihai",
        "Indicator=Renovation of old residential compounds Place=Weihai",
        "weihai2022-old-compounds-target",
    ),
    (
        "普惠性幼儿园 占比",
        "指标=普惠性幼儿园在园幼儿占比 数据性质=占比",
        "dezhou2021-inclusive-kindergarten-share",
    ),
    (
        "kindergarten places Dezhou",
        "Indicator=New school places Place=Dezhou",
        "dezhou2021-kindergarten-places",
    ),
    (
        "urban dibao Dezhou",
        "Also=urban Indicator=Dibao standard Place=Dezhou",
        "dezhou2021-dibao-standard-urban",
    ),
    (
        "rural dibao Dezhou",
        "Also=rural Indicator=Dibao standard Place=Dezhou",
        "dezhou2021-dibao-standard-rural",
    ),
    (
        "特困 标准 德州 农村",
        "指标=特困人员基本生活标准 指标=标准 地区=德州经开区 条件=农村",
        "dezhou2021-tekun-standard-rural",
    ),
    (
        "承德低保 2024年9月",
        "地区=承德市 指标=低保对象 时间=2024年9月",
        "chengde2024-dibao-recipients",
    ),
    ("承德 体育公园", "地区=承德市 指标=体育公园", "chengde2024-sports-parks"),
    ("承德 口袋公园", "地区=承德市 指标=口袋公园", "chengde2024-pocket-parks"),
    ("威海 志愿者", "地区=威海经开区 指标=志愿者", "weihai2022-police-volunteers"),
    ("聊城 志愿者", "地区=聊城开发区 指标=志愿者", "liaocheng2021-volunteers"),
    (
        "聊城 志愿者 多少人",
        "地区=聊城开发区 指标=志愿者 计量类别=多少人",
        "liaocheng2021-volunteers",
    ),
    (
        "liaochen shiyelu",
        "Place=Liaocheng Indicator=Registered urban unemployment rate",
        "liaocheng2021-unemployment-rate",
    ),
    (
        "new school places in Weihai",
        "Indicator=New school places Place=Weihai",
        "weihai2022-school-places",
    ),
    (
        "威海 工程进度",
        "地区=威海经开区 指标=工程完成进度 指标=进度",
        "weihai2022-tongyi-west-trees",
    ),
    (
        "德州经开区2021年农村低保标准",
        "地区=德州经开区 时间=2021年 条件=农村 指标=低保标准",
        "dezhou2021-dibao-standard-rural",
    ),
    (
        "承德市２０２４年医保参保率",
        "地区=承德市 时间=2024年 指标=基本医疗保险参保率 指标=参保率",
        "chengde2024-insurance-coverage",
    ),
    (
        "杜集区家庭医生签约多少人",
        "地区=杜集区 指标=家庭医生签约人数 计量类别=多少人",
        "duji2019-family-doctor-contracts",
    ),
    ("杜集 民生工程 多少项", "地区=杜集区 指标=民生工程", "duji2019-livelihood-programmes"),
    (
        "杜集 饮水 多少钱",
        "地区=杜集区 指标=农村饮水安全投资 计量类别=多少钱",
        "duji2019-rural-water-investment",
    ),
    (
        "聊城 创业贷款",
        "地区=聊城开发区 领域=就业创业 指标=创业担保贷款",
        "liaocheng2021-startup-loans",
    ),
    (
        "liaocheng start-up loans",
        "Place=Liaocheng Indicator=Guaranteed start-up loans",
        "liaocheng2021-startup-loans",
    ),
    (
        "承德 殘疾人 保險 賠付率",
        "地区=承德市 指标=残疾人保险赔付率 指标=保险 指标=赔付率",
        "chengde2024-disability-insurance-ratio",
    ),
    (
        "承德 临时救助 多少人",
        "地区=承德市 指标=临时救助 计量类别=多少人",
        "chengde2024-temporary-aid",
    ),
    (
        "chengde elderly carers trained",
        "Place=Chengde Field=Elderly care Indicator=Elderly-care workers trained Indicator=trained",
        "chengde2024-elderly-carers-trained",
    ),
    (
        "威海 社区 回迁",
        "地区=威海经开区 指标=社区改造回迁 指标=回迁",
        "weihai2022-communities-redeveloped-target",
    ),
    ("威海 小游园", "地区=威海经开区 指标=口袋公园", "weihai2022-small-parks"),
    (
        "威海 修路 多少钱",
        "地区=威海经开区 指标=道路修复投资 计量类别=多少钱",
        "weihai2022-road-repair-budget",
    ),
    ("德州 特困", "地区=德州经开区 指标=特困人员基本生活标准", "dezhou2021-tekun-standard-urban"),
    (
        "德州 农村 特困 标准",
        "地区=德州经开区 条件=农村 指标=特困人员基本生活标准 指标=标准",
        "dezhou2021-tekun-standard-rural",
    ),
    (
        "weihai covid testing rounds",
        "Place=Weihai Indicator=Rounds of mass testing policed Indicator=testing Indicator=rounds",
        "weihai2022-mass-testing-rounds",
    ),
    (
        "weihai births",
        "Place=Weihai Indicator=Childbearing registrations",
        "weihai2022-births-first-child",
    ),
    ("威海 二孩", "地区=威海经开区 条件=二孩", "weihai2022-births-second-child"),
    ("12702", "Also=12702", "dezhou2021-inclusive-kindergarten-children"),
];

/// A question that no one figure answers: what is understood of it, and a part of what is said instead.
const NOT_ANSWERED: &[(&str, &str, &str)] = &[
    // Nobody here is asked for by such a name.
    ("北京 低保", "指标=低保标准、低保对象、救助补助资金年均发放额", "没有找到“北京”"),
    ("德州 地铁", "地区=德州经开区", "没有找到“地铁”"),
    ("威海 工资", "地区=威海经开区", "没有找到“工资”"),
    ("德州 抵保", "地区=德州经开区", "没有找到“抵保”"),
    // Understood, but no release of the place says it.
    ("聊城 低保", "地区=聊城开发区 指标=低保标准、低保对象、救助补助资金年均发放额", "没有一项"),
    (
        "德州 厕所",
        "地区=德州经开区 指标=厕所粪污处理站修缮、农村户厕改造、农村公厕改造",
        "没有一项",
    ),
    ("德州 学位 2015", "地区=德州经开区 指标=新增学位 时间=2015", "没有一项"),
    ("承德 失业率", "地区=承德市 指标=城镇登记失业率", "没有一项"),
    ("承德 新增就业", "地区=承德市 指标=城镇新增就业", "没有一项"),
    ("杜集 病床", "地区=杜集区 指标=新增床位", "没有一项"),
    ("hospital beds in Duji", "Indicator=Additional hospital beds Place=Duji", "No figure"),
    ("new jobs in Chengde", "Indicator=New urban jobs Place=Chengde", "No figure"),
    (
        "unemployment rate Chengde",
        "Indicator=Registered urban unemployment rate Place=Chengde",
        "No figure",
    ),
    // Several places or indicators are meant.
    ("低保", "指标=低保标准、低保对象、救助补助资金年均发放额", ""),
    ("看病", "生活主题=看病", ""),
    ("德州 看病", "地区=德州经开区 生活主题=看病", ""),
    ("德州 补贴", "地区=德州经开区 指标=幼儿园补贴资金、高龄津贴发放金额", ""),
    ("房子 承德", "领域=住房 地区=承德市", ""),
    ("２０２４ 承德 就业", "时间=2024 地区=承德市 领域=就业创业", ""),
    (
        "Duji kindergartens",
        "Place=Duji Indicator=New and extended kindergartens, Kindergartens taken over from housing estates",
        "",
    ),
    (
        "德州低保有多少人",
        "地区=德州经开区 指标=低保标准、低保对象、救助补助资金年均发放额 计量类别=多少人",
        "没有一项数据符合以上全部条件。",
    ),
    (
        "聊城 建成多少幼儿园",
        "地区=聊城开发区 进展=已完成 指标=幼儿园",
        "没有一项数据符合以上全部条件。",
    ),
    ("德州 污水 完工", "地区=德州经开区 指标=污水 进展=已完成", ""),
    ("德州污水治理按期完成了吗", "地区=德州经开区 指标=污水治理 进展=已完成", "没有找到“按期”"),
    ("sewage works Dezhou finished", "Indicator=sewage works Place=Dezhou Stage=Done", ""),
    ("威海 路 修了多少", "地区=威海经开区", "没有找到“路”"),
    ("威海 幼儿园", "地区=威海经开区 指标=学校、幼儿园建设投资、新建、改扩建幼儿园、新增学位", ""),
    ("威海 公园 完成", "地区=威海经开区 指标=口袋公园、体育公园 进展=已完成", ""),
    (
        "杜集 养老金 多少人",
        "地区=杜集区 指标=农村基础养老金领取人数、城乡居民养老保险参保人数 计量类别=多少人",
        "",
    ),
    (
        "德州 百岁老人 津贴",
        "地区=德州经开区 条件=百岁老人 指标=高龄津贴领取人数、高龄津贴发放金额",
        "",
    ),
    ("德州 老师", "地区=德州经开区 指标=老师", ""),
    ("德州有多少老师", "地区=德州经开区 指标=老师", ""),
    ("德州2021年招了多少老师", "地区=德州经开区 时间=2021年 指标=老师", ""),
    ("德州去年低保", "地区=德州经开区 指标=低保标准", "“去年”不知是哪一年"),
    (
        "dezhou dibao last year",
        "Place=Dezhou Indicator=Dibao standard",
        "“last year” does not say which year: name it, as in “2021”. Below is what the other words find.",
    ),
    ("威海 2022 核酸", "地区=威海经开区 时间=2022 指标=核酸采样点、全区核酸检测安保轮次", ""),
    (
        "承德 失业 再就业",
        "地区=承德市 指标=失业人员再就业、失业人员再就业任务完成率 指标=再就业",
        "",
    ),
    (
        "承德 厕所 2024",
        "地区=承德市 指标=厕所粪污处理站修缮、农村户厕改造、农村公厕改造 时间=2024",
        "",
    ),
    ("聊城 就业", "地区=聊城开发区 领域=就业创业", ""),
    ("聊城 养老", "地区=聊城开发区 生活主题=养老", ""),
    ("杜集自来水", "地区=杜集区 指标=农村自来水普及率、农村集中供水工程", ""),
    ("杜集 喝水", "地区=杜集区 指标=喝水", ""),
    (
        "Duji pension",
        "Place=Duji Indicator=People in the residents’ pension scheme, Rural recipients of the basic pension, Basic pension paid to the rural elderly",
        "",
    ),
    (
        "duji old age allowance",
        "Place=Duji Indicator=Recipients of the old-age allowance, Old-age allowance paid",
        "",
    ),
    ("chende jiuye", "Place=Chengde Field=Employment", ""),
    ("德洲 低保", "指标=低保标准、低保对象、救助补助资金年均发放额", "没有找到“德洲”"),
    (
        "杜集保障房 多少钱",
        "地区=杜集区 指标=建成保障性住房 计量类别=多少钱",
        "没有一项数据符合以上全部条件。",
    ),
    ("杜集 花了多少钱", "地区=杜集区 计量类别=多少钱", ""),
    ("杜集 民生支出", "地区=杜集区 指标=财政民生支出、民生支出占财政支出比重", ""),
    ("承德 残疾人", "地区=承德市 指标=残疾人", ""),
    (
        "威海 学校 在建",
        "地区=威海经开区 指标=学校、幼儿园建设投资、新建、改扩建中小学 进展=进行中",
        "",
    ),
    (
        "is the sewage works in Dezhou finished",
        "Indicator=sewage works Place=Dezhou Stage=Done",
        "",
    ),
    (
        "德州普惠幼儿园",
        "地区=德州经开区 指标=普惠性幼儿园、普惠性幼儿园在园幼儿、普惠性幼儿园在园幼儿占比 指标=幼儿园",
        "",
    ),
    (
        "承德 2023 低保",
        "地区=承德市 时间=2023 指标=低保标准、低保对象、救助补助资金年均发放额",
        "没有一项数据符合以上全部条件。",
    ),
    ("承德 体育", "地区=承德市 指标=体育公园、多功能运动场和健身房", ""),
    ("威海 护士", "地区=威海经开区 指标=招聘医务人员", "没有一项数据符合以上全部条件。"),
    ("威海 2021 健身", "地区=威海经开区 时间=2021 指标=安装健身器材的地点、安装健身器材", ""),
    ("威海 健身器材", "地区=威海经开区 指标=安装健身器材的地点、安装健身器材", ""),
    ("承德 养老护理员", "地区=承德市 指标=养老护理员培训、新增养老护理员", ""),
    (
        "weihai roads repaired",
        "Place=Weihai Indicator=Road repair: number of roads, Road repair: length",
        "",
    ),
    ("威海修了几条路", "地区=威海经开区 指标=修复道路、修复道路长度、道路修复投资", ""),
    ("德州 2022 医院", "地区=德州经开区 时间=2022 指标=医疗机构建设与设备投入、新增床位", ""),
];

#[test]
fn a_question_is_answered_by_the_figure_itself() {
    let session = &mut session();
    let mut wrong = Vec::new();
    for (query, parts, key) in ANSWERED {
        let finding = ask(session, query);
        let told = (understood(&finding), answered(&finding), finding.remark.as_str());
        if told != ((*parts).to_owned(), *key, "") {
            wrong.push(format!("{query}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_was_not_said_is_not_guessed() {
    let session = &mut session();
    let mut wrong = Vec::new();
    for (query, parts, remark) in NOT_ANSWERED {
        let finding = ask(session, query);
        let told = (understood(&finding), &finding.remark, finding.answer.is_some());
        let is_remarked = finding.remark.starts_with(remark);
        let is_silent = finding.remark.is_empty() == remark.is_empty();
        if told.0 != *parts || told.2 || !is_remarked || !is_silent || finding.hits.is_empty() {
            wrong.push(format!("{query}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is asked of a stage, a measure or a time that a place does not report is answered by what it does report of the
/// same thing, as near, not as the answer.
#[test]
fn what_a_place_reports_otherwise_is_near() {
    let session = &mut session();
    for (query, key) in [
        ("聊城 建成多少幼儿园", "liaocheng2021-kindergartens-planned"),
        ("德州低保有多少人", "dezhou2021-dibao-standard-urban"),
        ("杜集保障房 多少钱", "duji2019-affordable-homes"),
        ("承德 2023 低保", "chengde2024-dibao-recipients"),
    ] {
        let finding = ask(session, query);
        let is_near = finding.hits.iter().any(|hit| hit.target == Searchable::Row(key.into()));
        assert!(finding.answer.is_none() && is_near, "{query}: {finding:?}");
    }
}

#[test]
fn an_answer_is_told_whole() {
    let session = &mut session();
    let answer = ask(session, "德州 低保").answer.unwrap();
    assert_eq!(answer.place, "德州经开区");
    assert!(answer.time.contains("2021年"), "{answer:?}");
    assert_eq!(answer.figure.qualifier, "不低于");
    assert_eq!(answer.figure.number, "755");
    assert!(!answer.source.is_empty() && answer.name.contains("低保标准"), "{answer:?}");
    // The other half of it is named beside it.
    assert!(answer.note.contains("农村：不低于565元"), "{answer:?}");
}

#[test]
fn figures_come_first_then_indicators_then_places() {
    let session = &mut session();
    let finding = ask(session, "威海 学位");
    let kind = |target: &Searchable| match target {
        Searchable::Row(_) => 0,
        Searchable::Value { column, .. } if column == "indicator" => 1,
        Searchable::Value { column, .. } if column == "place" => 2,
        Searchable::Value { .. } => 3,
    };
    let kinds: Vec<u8> = finding.hits.iter().map(|hit| kind(&hit.target)).collect();
    assert!(kinds.is_sorted() && kinds.contains(&1) && kinds.contains(&2), "{kinds:?}");
}

#[test]
fn a_part_that_is_taken_out_leaves_the_rest_of_the_question() {
    let session = &mut session();
    let finding = ask(session, "承德 2024 修了多少路");
    let rests: Vec<&str> = finding.understood.iter().map(|part| part.rest.as_str()).collect();
    assert_eq!(rests, ["2024 修路", "承德 修路", "承德 2024"]);
}

#[test]
fn a_figure_outside_the_filters_is_counted_and_is_no_answer() {
    let session = &mut session();
    let filter = chosen("place", "chengde");
    let finding = find(session, "德州 低保", &filter, Lang::Zh);
    assert_eq!(finding.answer, None);
    assert!(finding.beyond.contains("之外还有"), "{finding:?}");
    let first = &finding.hits[finding.inside];
    assert_eq!(first.target, Searchable::Row("dezhou2021-dibao-standard-urban".into()));
}
