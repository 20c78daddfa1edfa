//! A footer's lists, held against its bytes: the library steps through whatever number of members a list claims, and the
//! truth values of one take no byte each, so that a few bytes may claim billions of steps. And what the head of a page says of
//! its sizes.
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

/// Steps through the head of a page, of which none has lists.
const HEAD_STEPS: usize = 4096;

/// What the head of a page says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PageHead {
    /// Its own bytes.
    pub(super) length: usize,
    /// Bytes of the page behind it.
    pub(super) packed: u64,
    /// Bytes that these unfold to.
    pub(super) unpacked: u64,
    /// Of a page that is a dictionary: its entries.
    pub(super) entries: Option<u64>,
}

/// The head of the page that begins here; `None` where there is none. An error where reading it would not end.
pub(super) fn page_head(bytes: &[u8]) -> Result<Option<PageHead>, ()> {
    let mut walk = Walk { rest: bytes, steps: HEAD_STEPS };
    match walk.page_head() {
        Ok(head) => Ok(Some(PageHead { length: bytes.len() - walk.rest.len(), ..head })),
        Err(Stop::Cut) => Ok(None),
        Err(Stop::Endless) => Err(()),
    }
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
        self.fields(|walk, _, kind| walk.skip(kind, depth))
    }

    /// Hands on the number and the type of each field of a structure, to be read or stepped over.
    fn fields(
        &mut self,
        mut read: impl FnMut(&mut Self, u64, u8) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let mut field = 0;
        loop {
            let head = self.byte()?;
            if head & 15 == 0 {
                return Ok(());
            }
            // A field's number stands behind it where it is not told as a step from the one before.
            field = match head >> 4 {
                0 => self.number()? / 2,
                step => field + u64::from(step),
            };
            read(self, field, head & 15)?;
        }
    }

    /// A number of bytes or entries. One below zero is taken by the library for one beyond all.
    fn size(&mut self) -> Result<u64, Stop> {
        let number = self.number()?;
        Ok(if number & 1 == 0 { number / 2 } else { u64::MAX })
    }

    /// `PageHeader`: its sizes are the fields 2 and 3, that of a dictionary is 7, of which the first field is its entries.
    fn page_head(&mut self) -> Result<PageHead, Stop> {
        let mut head = PageHead::default();
        self.fields(|walk, field, kind| match (field, kind) {
            (2, 5) => walk.size().map(|size| head.unpacked = size),
            (3, 5) => walk.size().map(|size| head.packed = size),
            (7, 12) => walk.fields(|walk, field, kind| match (field, kind) {
                (1, 5) => walk.size().map(|size| head.entries = Some(size)),
                _ => walk.skip(kind, DEEPEST),
            }),
            _ => walk.skip(kind, DEEPEST),
        })?;
        Ok(head)
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
        // Of a page: 100 bytes unfold to 300, a dictionary of 7 entries; and one that begins with a list without end.
        let head = [0x15, 4, 0x15, 0xd8, 4, 0x15, 0xc8, 1, 0x4c, 0x15, 14, 0x15, 0, 0, 0, 9, 9];
        let told = PageHead { length: 15, packed: 100, unpacked: 300, entries: Some(7) };
        assert_eq!(page_head(&head), Ok(Some(told)));
        assert_eq!(page_head(&head[..9]), Ok(None));
        assert_eq!(page_head(&list), Err(()));
        // Deeper than any: it ends.
        assert!(is_bounded(&[0x1c; 100_000]));
    }
}
