//! Codes that widen as greater ones come.

use super::grow;
use crate::column::{Codes, each_width};

/// One code a row, in the narrowest width so far.
#[derive(Clone, Debug, Default)]
pub(super) struct CodesBuilder(Codes);

// A code is compared with the width's greatest value before it is narrowed.
#[allow(clippy::cast_possible_truncation)]
impl CodesBuilder {
    #[inline]
    pub(super) fn push(&mut self, code: Option<u32>) {
        match (&mut self.0, code) {
            (Codes::U8(codes), None) => push(codes, u8::MAX),
            (Codes::U8(codes), Some(code)) if code < u32::from(u8::MAX) => push(codes, code as u8),
            (Codes::U16(codes), None) => push(codes, u16::MAX),
            (Codes::U16(codes), Some(code)) if code < u32::from(u16::MAX) => {
                push(codes, code as u16);
            }
            (Codes::U32(codes), code) => push(codes, code.unwrap_or(u32::MAX)),
            (_, Some(code)) => {
                self.widen(code);
                self.push(Some(code));
            }
        }
    }

    /// Copies the rows into the width that holds the code, with the same room.
    #[cold]
    fn widen(&mut self, code: u32) {
        let wide = code >= u32::from(u16::MAX);
        self.0 = match std::mem::take(&mut self.0) {
            Codes::U8(codes) if wide => Codes::U32(wider(&codes, u8::MAX, u32::MAX)),
            Codes::U8(codes) => Codes::U16(wider(&codes, u8::MAX, u16::MAX)),
            Codes::U16(codes) => Codes::U32(wider(&codes, u16::MAX, u32::MAX)),
            codes @ Codes::U32(_) => codes,
        };
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds rows without a value, as many as are missing to that number.
    pub(super) fn fill(&mut self, rows: usize) {
        let more = rows.saturating_sub(self.0.len());
        each_width!(&mut self.0, codes => codes.reserve_exact(more));
        match &mut self.0 {
            Codes::U8(codes) => codes.resize(codes.len() + more, u8::MAX),
            Codes::U16(codes) => codes.resize(codes.len() + more, u16::MAX),
            Codes::U32(codes) => codes.resize(codes.len() + more, u32::MAX),
        }
    }

    /// Bytes that so many rows take in the width so far.
    pub(super) const fn bytes(&self, rows: usize) -> usize {
        rows.saturating_mul(self.0.width())
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        each_width!(&mut self.0, codes => drop(codes.try_reserve_exact(rows)));
    }

    pub(super) fn finish(mut self) -> Codes {
        each_width!(&mut self.0, codes => codes.shrink_to_fit());
        self.0
    }

    /// Gives each row the code that stands at its own in `places`, for a dictionary of `values` values.
    pub(super) fn renumber(self, places: &[Option<u32>], values: usize) -> Codes {
        let place = |code: u32| places.get(code as usize).copied().flatten();
        let sorted = places.iter().zip(0..).all(|(&place, code)| place == Some(code));
        if sorted && places.len() == values {
            return self.finish();
        }
        let narrowest = Codes::pack([], values).width();
        match self.0 {
            Codes::U8(mut codes) => {
                for code in &mut codes {
                    *code = place((*code).into()).map_or(u8::MAX, |c| c as u8);
                }
                Codes::U8(codes)
            }
            Codes::U16(mut codes) if narrowest == 2 => {
                for code in &mut codes {
                    *code = place((*code).into()).map_or(u16::MAX, |c| c as u16);
                }
                Codes::U16(codes)
            }
            Codes::U32(mut codes) if narrowest == 4 => {
                for code in &mut codes {
                    *code = place(*code).unwrap_or(u32::MAX);
                }
                Codes::U32(codes)
            }
            wide => Codes::pack(wide.iter().map(|code| code.and_then(place)), values),
        }
    }
}

#[inline]
fn push<T>(codes: &mut Vec<T>, code: T) {
    grow(codes);
    codes.push(code);
}

fn wider<N, W>(codes: &Vec<N>, none: N, wide_none: W) -> Vec<W>
where
    N: Copy + PartialEq,
    W: Copy + From<N>,
{
    let mut wide = Vec::with_capacity(codes.capacity());
    wide.extend(codes.iter().map(|&c| if c == none { wide_none } else { W::from(c) }));
    wide
}
