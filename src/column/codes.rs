//! Codes in the narrowest width that holds them.

use serde::{Deserialize, Serialize};

use super::{Bitmap, STRETCH};

/// One code a row, in one, two or four bytes. The greatest value of the width stands for no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Codes {
    /// Up to 255 values.
    U8(Vec<u8>),
    /// Up to 65 535 values.
    U16(Vec<u16>),
    /// Up to 4 294 967 295 values.
    U32(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::U8(Vec::new())
    }
}

/// Runs the same code over the vector of each width: `$codes` is its name, `$none` the code of no value.
macro_rules! each_width {
    ($self:expr, $codes:ident => $body:expr) => {
        match $self {
            $crate::column::Codes::U8($codes) => $body,
            $crate::column::Codes::U16($codes) => $body,
            $crate::column::Codes::U32($codes) => $body,
        }
    };
}
pub(crate) use each_width;

impl Codes {
    /// Packs codes for a dictionary of `values` values; `None` and codes beyond it are no value.
    #[must_use]
    pub fn pack(codes: impl IntoIterator<Item = Option<u32>>, values: usize) -> Self {
        let codes = codes.into_iter().map(|code| code.filter(|&c| (c as usize) < values));
        if values < usize::from(u8::MAX) + 1 {
            Self::U8(codes.map(|c| c.map_or(u8::MAX, narrow_u8)).collect())
        } else if values < usize::from(u16::MAX) + 1 {
            Self::U16(codes.map(|c| c.map_or(u16::MAX, narrow_u16)).collect())
        } else {
            Self::U32(codes.map(|c| c.unwrap_or(u32::MAX)).collect())
        }
    }

    /// Number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        each_width!(self, codes => codes.len())
    }

    /// Whether there are no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row's code; `None` where it has no value or there is no such row.
    #[must_use]
    pub fn code(&self, row: usize) -> Option<u32> {
        match self {
            Self::U8(codes) => codes.get(row).filter(|&&c| c != u8::MAX).map(|&c| c.into()),
            Self::U16(codes) => codes.get(row).filter(|&&c| c != u16::MAX).map(|&c| c.into()),
            Self::U32(codes) => codes.get(row).filter(|&&c| c != u32::MAX).copied(),
        }
    }

    /// Codes of all rows in order.
    pub fn iter(&self) -> impl Iterator<Item = Option<u32>> + '_ {
        (0..self.len()).map(|row| self.code(row))
    }

    /// The rows whose code passes; codes beyond the list, and no value, do not.
    #[must_use]
    pub fn among(&self, pass: &[bool]) -> Bitmap {
        let words = match self {
            Self::U8(codes) => {
                let mut all = [false; 256];
                all[..255].iter_mut().zip(pass).for_each(|(all, &pass)| *all = pass);
                words(codes, |code| all[usize::from(code)])
            }
            Self::U16(codes) => words(codes, |c| pass.get(usize::from(c)) == Some(&true)),
            Self::U32(codes) => words(codes, |c| pass.get(c as usize) == Some(&true)),
        };
        Bitmap::from_words(words, self.len())
    }

    /// The greatest code as it stands, that of no value too; 0 without rows.
    #[must_use]
    pub fn greatest(&self) -> u32 {
        match self {
            Self::U8(codes) => greatest(codes).into(),
            Self::U16(codes) => greatest(codes).into(),
            Self::U32(codes) => greatest(codes),
        }
    }

    /// Bytes a row takes.
    #[must_use]
    pub const fn width(&self) -> usize {
        match self {
            Self::U8(_) => 1,
            Self::U16(_) => 2,
            Self::U32(_) => 4,
        }
    }
}

fn greatest<T: Copy + Default + Ord>(codes: &[T]) -> T {
    codes.chunks(STRETCH).map(greatest_of_stretch).max().unwrap_or_default()
}

/// A fold, which is done on many codes at once, unlike the search for a greatest one.
#[inline(never)]
fn greatest_of_stretch<T: Copy + Default + Ord>(codes: &[T]) -> T {
    codes.iter().fold(T::default(), |a, &b| a.max(b))
}

fn words<T: Copy>(codes: &[T], pass: impl Fn(T) -> bool) -> Vec<u64> {
    let word = |codes: &[T]| codes.iter().rev().fold(0, |word, &c| word << 1 | u64::from(pass(c)));
    codes.chunks(64).map(word).collect()
}

// A code below the number of values fits the width chosen by that number.
#[allow(clippy::cast_possible_truncation)]
const fn narrow_u8(code: u32) -> u8 {
    code as u8
}

#[allow(clippy::cast_possible_truncation)]
const fn narrow_u16(code: u32) -> u16 {
    code as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_width_holds_every_value_and_none() {
        for (values, width) in [(0, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4)] {
            let last = u32::try_from(values).unwrap().checked_sub(1);
            let codes = Codes::pack([last, None, Some(u32::MAX - 1)], values);
            assert_eq!(codes.width(), width, "{values}");
            assert_eq!(codes.iter().collect::<Vec<_>>(), [last, None, None], "{values}");
            let passing = codes.among(&vec![true; values]).count();
            assert_eq!(passing, usize::from(values > 0), "{values}");
        }
    }
}
