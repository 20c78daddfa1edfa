//! Names of columns that say how the figures beside them are meant.

/// What ends a year or a month, so that such a name may follow.
pub(in crate::import) const ENDS_OF_PERIODS: &[char] = &['年', '月'];

/// Words for marks, whole or at either end of a name beside a period.
pub(in crate::import) const MARK_NAMES: &[&str] = &[
    "flag",
    "flags",
    "status",
    "obs_status",
    "obs status",
    "obs. status",
    "note",
    "notes",
    "footnote",
    "footnotes",
    "symbol",
    "symbols",
    "qualifier",
    "quality",
    "quality indicator",
    "标记",
    "标志",
    "状态",
    "符号",
    "脚注",
    "注",
    "备注",
    "注释",
    "註",
    "附註",
    "備註",
];
