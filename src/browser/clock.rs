//! What day it is where the reader is.

use js_sys::Date;

/// Year, month (1–12) and day of today.
#[must_use]
pub fn today() -> (i32, u8, u8) {
    let now = Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    (
        i32::try_from(now.get_full_year()).unwrap_or_default(),
        small(now.get_month() + 1),
        small(now.get_date()),
    )
}
