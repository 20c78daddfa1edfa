//! What is said of the data package's files.

use crate::i18n::message::messages;

messages! {
    PART = "这里不是全部：应有{all}项数据，只读出{n}项，下面都只按这{n}项算。", "This is not all: of {all} figures only {n} could be read, and everything below rests on those {n}.";
    CHANGED_COUNTED = "{files}与数据包的说明（datapackage.json）对不上：说明写的是{described}项数据，表里有{rows}行。", "Not as the package’s description (datapackage.json) says: {files}. It speaks of {described} figures; the table has {rows} rows.";
    CHANGED = "{files}与数据包的说明（datapackage.json）对不上。", "Not as the package’s description (datapackage.json) says: {files}.";
    SEE_FOOT = "读不出的各行列在页面底部。", "The rows that could not be read are listed at the foot of the page.";
    RENEW = "可能是数据正在更新，请稍后重新打开本页；若是有意改过表格，请照 README 更新说明。", "The data may be in the middle of an update: open the page again in a moment. If the tables were changed on purpose, renew the description as README says.";
}
