//! A footer's lists, held against its bytes: the library steps through whatever number of members a list claims, and the
//! truth values of one take no byte each, so that a few bytes may claim billions of steps.
//!
//! The form is Thrift's compact protocol:
//! <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>.

/// The deepest that parts lie in parts.
const DEEPEST: u8 = 64;
/// Steps that a byte may ask for: one for itself, and one for what takes none.
const STEPS: usize = 2;

/// Why a walk ends before its end.
enum Stop {
    /// Bytes are missing, or are no Thrift: whoever reads them says so.
    Cut,
    /// It would take more steps than any whole footer.
    Endless,
}

/// Whether stepping through a structure, as the library does to leave parts out, takes no more steps than its bytes allow.
pub(super) fn is_bounded(bytes: &[u8]) -> bool {
    let steps = bytes.len().saturating_mul(STEPS).saturating_add(usize::from(DEEPEST));
    let mut walk = Walk { rest: bytes, steps };
    !matches!(walk.skip(12, DEEPEST), Err(Stop::Endless))
}

struct Walk<'a> {
    rest: &'a [u8],
    steps: usize,
}

impl Walk<'_> {
    fn byte(&mut self) -> Result<u8, Stop> {
        let (&first, rest) = self.rest.split_first().ok_or(Stop::Cut)?;
        self.rest = rest;
        Ok(first)
    }

    fn bytes(&mut self, count: u64) -> Result<(), Stop> {
        let count = usize::try_from(count).map_err(|_| Stop::Cut)?;
        self.rest = self.rest.get(count..).ok_or(Stop::Cut)?;
        Ok(())
    }

    /// A number of seven bits a byte.
    fn number(&mut self) -> Result<u64, Stop> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Stop::Cut)
    }

    /// Steps over a value of this type.
    fn skip(&mut self, kind: u8, depth: u8) -> Result<(), Stop> {
        let depth = depth.checked_sub(1).ok_or(Stop::Cut)?;
        self.steps = self.steps.checked_sub(1).ok_or(Stop::Endless)?;
        match kind {
            1 | 2 => Ok(()),
            3 => self.bytes(1),
            4..=6 => self.number().map(drop),
            7 => self.bytes(8),
            8 => {
                let length = self.number()?;
                self.bytes(length)
            }
            9 | 10 => {
                let head = self.byte()?;
                let size = match head >> 4 {
                    15 => self.number()?,
                    size => size.into(),
                };
                (0..size).try_for_each(|_| self.skip(head & 15, depth))
            }
            11 => {
                let size = self.number()?;
                let kinds = if size > 0 { self.byte()? } else { 0 };
                (0..size).try_for_each(|_| {
                    self.skip(kinds >> 4, depth)?;
                    self.skip(kinds & 15, depth)
                })
            }
            12 => self.skip_fields(depth),
            13 => self.bytes(16),
            _ => Err(Stop::Cut),
        }
    }

    fn skip_fields(&mut self, depth: u8) -> Result<(), Stop> {
        loop {
            let head = self.byte()?;
            if head & 15 == 0 {
                return Ok(());
            }
            // A field's number stands behind it where it is not told as a step from the one before.
            if head >> 4 == 0 {
                self.number()?;
            }
            self.skip(head & 15, depth)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_what_takes_no_byte_are_not_stepped_through_without_end() {
        // A field that is a list of 2³¹ truth values, and one of lists of such.
        let claim = [0xff, 0xff, 0xff, 0xff, 0x07];
        let list = [&[0x19, 0xf1][..], &claim, &[0]].concat();
        assert!(!is_bounded(&list));
        let nested = [&[0x19, 0x29, 0xf1][..], &claim, &[0xf1], &claim, &[0]].concat();
        assert!(!is_bounded(&nested));
        // Of numbers there would have to be as many bytes.
        assert!(is_bounded(&[&[0x19, 0xf5][..], &claim, &[0]].concat()), "cut");
        // A structure of a number, a text, a list of two truth values, and a map.
        assert!(is_bounded(&[
            0x15, 0x02, 0x18, 0x02, b'a', b'b', 0x19, 0x21, 0x1b, 0x01, 0x55, 0x02, 0x04, 0
        ]));
        assert!(is_bounded(&[]) && is_bounded(&[0]));
        // Deeper than any: it ends.
        assert!(is_bounded(&[0x1c; 100_000]));
    }
}
