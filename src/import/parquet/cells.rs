//! Arrow arrays → cells.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Decimal256Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, PrimitiveArray};
use arrow_schema::{DataType, TimeUnit};

use super::calendar::{day_of, offset_of};
use super::growing::{Coded, Growing};
use crate::base::date::Day;
use crate::column::Floats;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words and booleans.
    Text,
    /// Days and instants.
    Dates,
    /// Numbers that four bytes hold exactly.
    Narrow,
    /// Other numbers.
    Wide,
}

impl Kind {
    /// What a type comes to; `None` for types that are no cell: lists, records, bytes, durations.
    pub(super) fn of(data_type: &DataType) -> Option<Self> {
        Some(match data_type {
            DataType::Utf8
            | DataType::LargeUtf8
            | DataType::Utf8View
            | DataType::Boolean
            | DataType::Null => Self::Text,
            DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => Self::Dates,
            DataType::Int8
            | DataType::Int16
            | DataType::UInt8
            | DataType::UInt16
            | DataType::Float16
            | DataType::Float32 => Self::Narrow,
            DataType::Int32
            | DataType::Int64
            | DataType::UInt32
            | DataType::UInt64
            | DataType::Float64
            | DataType::Decimal32(..)
            | DataType::Decimal64(..)
            | DataType::Decimal128(..)
            | DataType::Decimal256(..) => Self::Wide,
            DataType::Dictionary(_, values) => return Self::of(values),
            _ => return None,
        })
    }

    /// An empty column of the kind.
    pub(super) fn start(self) -> Growing {
        match self {
            Self::Text => Growing::Text(Coded::default()),
            Self::Dates => Growing::Dates(Coded::default()),
            Self::Narrow => Growing::Numbers(Floats::F32(Vec::new())),
            Self::Wide => Growing::Numbers(Floats::F64(Vec::new())),
        }
    }
}

/// Adds an array's rows; `None` where the column holds another kind.
pub(super) fn append(column: &mut Growing, array: &dyn Array) -> Option<()> {
    let wide = matches!(Kind::of(array.data_type()), Some(Kind::Wide));
    if let (Growing::Numbers(floats @ Floats::F32(_)), true) = (&mut *column, wide)
        && let Floats::F32(narrow) = floats
    {
        *floats = Floats::F64(narrow.iter().map(|&f| f.into()).collect());
    }
    match column {
        Growing::Text(text) => each_text(text, array)?.for_each(|code| text.push(code)),
        Growing::Dates(dates) => {
            for day in days(array)? {
                let code = day.map(|day| dates.code(&day));
                dates.push(code);
            }
        }
        Growing::Numbers(Floats::F64(floats)) => floats.append(&mut numbers(array)?),
        // Only numbers that came from four bytes get here.
        #[allow(clippy::cast_possible_truncation)]
        Growing::Numbers(Floats::F32(floats)) => {
            floats.extend(numbers(array)?.into_iter().map(|f| f as f32));
        }
    }
    Some(())
}

/// The code of each row's text.
fn each_text(
    text: &mut Coded<Box<str>>,
    array: &dyn Array,
) -> Option<std::vec::IntoIter<Option<u32>>> {
    fn coded<'a>(
        text: &mut Coded<Box<str>>,
        cells: impl Iterator<Item = Option<&'a str>>,
    ) -> Vec<Option<u32>> {
        cells.map(|cell| cell.map(|cell| text.code(cell))).collect()
    }
    let codes = match array.data_type() {
        DataType::Utf8 => coded(text, array.as_string::<i32>().iter()),
        DataType::LargeUtf8 => coded(text, array.as_string::<i64>().iter()),
        DataType::Utf8View => coded(text, array.as_string_view().iter()),
        DataType::Boolean => {
            let word = |truth| if truth { "true" } else { "false" };
            coded(text, array.as_boolean().iter().map(|cell| cell.map(word)))
        }
        DataType::Null => vec![None; array.len()],
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary_opt()?;
            let codes: Vec<Option<u32>> = each_text(text, dictionary.values())?.collect();
            spread(array, &codes, None)
        }
        _ => return None,
    };
    Some(codes.into_iter())
}

/// Gives each row of a dictionary array what its value came to.
fn spread<T: Copy>(array: &dyn Array, values: &[T], none: T) -> Vec<T> {
    let Some(dictionary) = array.as_any_dictionary_opt().filter(|_| !values.is_empty()) else {
        return vec![none; array.len()];
    };
    let keys = dictionary.normalized_keys().into_iter().enumerate();
    keys.map(|(row, key)| if dictionary.keys().is_null(row) { none } else { values[key] }).collect()
}

/// The number of each row; not a number where it has none.
fn numbers(array: &dyn Array) -> Option<Vec<f64>> {
    fn primitive<T: ArrowPrimitiveType>(
        array: &dyn Array,
        number: impl Fn(T::Native) -> f64,
    ) -> Vec<f64> {
        let cells = array.as_primitive::<T>();
        match cells.nulls().filter(|nulls| nulls.null_count() > 0) {
            None => cells.values().iter().map(|&cell| number(cell)).collect(),
            Some(_) => cells.iter().map(|cell| cell.map_or(f64::NAN, &number)).collect(),
        }
    }
    // Beyond 2^53 the nearest float stands for a number.
    #[allow(clippy::cast_precision_loss)]
    Some(match array.data_type() {
        DataType::Int8 => primitive::<Int8Type>(array, f64::from),
        DataType::Int16 => primitive::<Int16Type>(array, f64::from),
        DataType::Int32 => primitive::<Int32Type>(array, f64::from),
        DataType::Int64 => primitive::<Int64Type>(array, |n| n as f64),
        DataType::UInt8 => primitive::<UInt8Type>(array, f64::from),
        DataType::UInt16 => primitive::<UInt16Type>(array, f64::from),
        DataType::UInt32 => primitive::<UInt32Type>(array, f64::from),
        DataType::UInt64 => primitive::<UInt64Type>(array, |n| n as f64),
        DataType::Float16 => primitive::<Float16Type>(array, f64::from),
        DataType::Float32 => primitive::<Float32Type>(array, f64::from),
        DataType::Float64 => primitive::<Float64Type>(array, |n| n),
        &DataType::Decimal32(_, scale) => {
            primitive::<Decimal32Type>(array, |n| decimal(n.into(), scale))
        }
        &DataType::Decimal64(_, scale) => {
            primitive::<Decimal64Type>(array, |n| decimal(n.into(), scale))
        }
        &DataType::Decimal128(_, scale) => {
            primitive::<Decimal128Type>(array, |n| decimal(n, scale))
        }
        &DataType::Decimal256(_, scale) => {
            primitive::<Decimal256Type>(array, |n| scaled(&n, scale))
        }
        DataType::Dictionary(..) => {
            let values = numbers(array.as_any_dictionary_opt()?.values())?;
            spread(array, &values, f64::NAN)
        }
        _ => return None,
    })
}

/// A decimal as the float nearest to it.
pub(super) fn decimal(digits: i128, scale: i8) -> f64 {
    const EXACT: i128 = 1 << 53;
    // One division of two floats that are exact is rounded once, and so is right.
    #[allow(clippy::cast_precision_loss)]
    if (-EXACT..=EXACT).contains(&digits) && (0..=22).contains(&scale) {
        return digits as f64 / 10_f64.powi(scale.into());
    }
    scaled(&digits, scale)
}

fn scaled(digits: &impl ToString, scale: i8) -> f64 {
    format!("{}e{}", digits.to_string(), -i32::from(scale)).parse().unwrap_or(f64::NAN)
}

/// The day of each row.
fn days(array: &dyn Array) -> Option<Vec<Option<Day>>> {
    fn primitive<T: ArrowPrimitiveType>(
        array: &dyn Array,
        day: impl Fn(T::Native) -> Option<Day>,
    ) -> Vec<Option<Day>> {
        let cells: &PrimitiveArray<T> = array.as_primitive::<T>();
        cells.iter().map(|cell| cell.and_then(&day)).collect()
    }
    Some(match array.data_type() {
        DataType::Date32 => primitive::<Date32Type>(array, Some),
        DataType::Date64 => {
            primitive::<Date64Type>(array, |stamp| day_of(stamp, TimeUnit::Millisecond, 0))
        }
        DataType::Timestamp(unit, zone) => {
            let offset = zone.as_deref().and_then(offset_of).unwrap_or(0);
            let day = |stamp| day_of(stamp, *unit, offset);
            match unit {
                TimeUnit::Second => primitive::<TimestampSecondType>(array, day),
                TimeUnit::Millisecond => primitive::<TimestampMillisecondType>(array, day),
                TimeUnit::Microsecond => primitive::<TimestampMicrosecondType>(array, day),
                TimeUnit::Nanosecond => primitive::<TimestampNanosecondType>(array, day),
            }
        }
        DataType::Dictionary(..) => {
            let values = days(array.as_any_dictionary_opt()?.values())?;
            spread(array, &values, None)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_come_to_the_nearest_float() {
        for (digits, scale, expected) in [
            (12_345, 2, 123.45),
            (-1, 20, -1e-20),
            (5, -3, 5000.0),
            (9_007_199_254_740_993, 0, 9_007_199_254_740_992.0),
            (123_456_789_012_345_678_901, 3, 123_456_789_012_345_680.0),
        ] {
            assert_eq!(
                decimal(digits, scale).to_bits(),
                f64::to_bits(expected),
                "{digits} {scale}"
            );
        }
    }
}
