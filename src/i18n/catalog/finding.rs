//! What the picture of a reader's own table shows first, in a sentence above it.

use crate::i18n::message::messages;

messages! {
    ROSE = "{name}从{first}的{a}升到{last}的{b}", "{name} rose from {a} ({first}) to {b} ({last})";
    FELL = "{name}从{first}的{a}降到{last}的{b}", "{name} fell from {a} ({first}) to {b} ({last})";
    GREW = "{name}从{first}的{a}增加到{last}的{b}", "{name} grew from {a} ({first}) to {b} ({last})";
    SHRANK = "{name}从{first}的{a}减少到{last}的{b}", "{name} shrank from {a} ({first}) to {b} ({last})";
    STAYED = "{name}在{first}和{last}都是{a}", "{name} was at {a} both in {first} and in {last}";
    STOOD = "{name}在{last}为{b}", "{name} stood at {b} in {last}";
    PEAK = "{told}，其间{when}最高，为{c}", "{told}, with a peak of {c} in between ({when})";
    LOW = "{told}，其间{when}最低，为{c}", "{told}, with a low of {c} in between ({when})";
    HIGHEST = "{told}，在{of}中最高", "{told}, the highest of {of}";
    MOST = "{told}，在{of}中最多", "{told}, and has the most of {of}";
    HIGHER = "{told}，高于{other}的{c}", "{told}, higher than {other} at {c}";
    MORE = "{told}，多于{other}的{c}", "{told}; {other} has {c}";
    OF_PLACES = "{n}个地区", "{n} place|{n} places";
    OF_VALUES = "{n}项", "{n}";
    OF_PLACES_WITH = "有数的{n}个地区", "the {n} place with a figure|the {n} places with a figure";
    OF_VALUES_WITH = "有数的{n}项", "the {n} with a figure";
    ENDS_LEVEL = "{of}中，{name}最高，为{a}；{other}最低，为{b}", "Of {of}, {name} is highest at {a}, {other} lowest at {b}";
    ENDS_AMOUNT = "{of}中，{name}最多，为{a}；{other}最少，为{b}", "Of {of}, {name} has the most, {a}, and {other} the least, {b}";
    ENDS_TIMES = "{of}中，{name}最多，为{a}，是最少的{other}（{b}）的{ratio}", "Of {of}, {name} has the most, {a}: {ratio} as much as {other}, which has the least, {b}";
    TOP_LEVEL = "{name}最高，为{a}", "{name} is highest at {a}";
    TOP_AMOUNT = "{name}最多，为{a}", "{name} has the most, {a}";
    TWO_LEVEL = "{name}为{a}，高于{other}的{b}", "{name} is at {a}, higher than {other} at {b}";
    TWO_AMOUNT = "{name}为{a}，多于{other}的{b}", "{name} has {a}, more than {other} with {b}";
    TWO_TIMES = "{name}为{a}，是{other}（{b}）的{ratio}", "{name} has {a}, {ratio} as much as {other} with {b}";
    MOST_ROWS = "{name}的行最多：{all}行中有{n}行", "{name} has the most rows: {n} of {all}";
    AT_TIME = "{period}，{told}", "{period}: {told}";
    ALL_SHARE = "各组都是{name}占比最高，从{a}到{b}", "{name} is the largest share everywhere, from {a} to {b}";
    MOST_SHARE = "{all}组中有{n}组是{name}占比最高", "{name} is the largest share in {n} of {all}";
    IS_HIGHEST = "{measure}最高", "highest {measure}";
    IS_MOST = "{measure}最多", "largest {measure}";
    IS_LOWEST = "{measure}最低", "lowest {measure}";
    IS_LEAST = "{measure}最少", "smallest {measure}";
    WAS = "{when}为{a}", "{a} in {when}";
    OF_WHOLE = "占{whole}的{share}", "{share} of {whole}";
    BOTH_TOP = "{name}的{y}和{x}都最高", "{name} is highest in both {y} and {x}";
    EACH_TOP = "{y}最高的是{name}，{x}最高的是{other}", "{y} is highest in {name}, {x} in {other}";
    MISSING = "{name}没有{list}的数", "{name} has no figure for {list}";
    MISSING_MORE = "{list}；另有{n}条线也缺数", "{list}; {n} more line lacks some|{list}; {n} more lines lack some";
    MISSING_WHOLLY = "没有数：{list}", "No figure: {list}";
}
