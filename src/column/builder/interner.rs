//! Distinct texts, each kept once in one buffer and known by its code.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::Refused;

/// Texts by code, and codes by text: an open-addressed table of the codes beside a buffer of the texts. A column repeats
/// few values very often, so what matters is the time of finding one again.
#[derive(Clone, Debug, Default)]
pub(super) struct Interner {
    text: Vec<u8>,
    /// Where each text ends.
    ends: Vec<u32>,
    /// Part of the hash, and the code plus one; zero where the slot is empty. A power of two in number.
    slots: Vec<(u32, u32)>,
    /// The code found last: rows next to each other are often alike.
    last: u32,
}

impl Interner {
    /// The code of a text, which is added if it is new.
    #[inline]
    pub(super) fn intern(&mut self, text: &[u8]) -> Result<u32, Refused> {
        if same(self.bytes_of(self.last), text) {
            return Ok(self.last);
        }
        let hash = hash(text);
        if let Some(code) = self.find(hash, text) {
            self.last = code;
            return Ok(code);
        }
        self.add(hash, text)
    }

    #[inline]
    fn find(&self, hash: u32, text: &[u8]) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let &(tag, code) = self.slots.get(at)?;
            let code = code.checked_sub(1)?;
            if tag == hash && same(self.bytes_of(code), text) {
                return Some(code);
            }
            at = (at + 1) & mask;
        }
    }

    #[cold]
    fn add(&mut self, hash: u32, text: &[u8]) -> Result<u32, Refused> {
        std::str::from_utf8(text).map_err(|_| Refused::NotText)?;
        let end = u32::try_from(self.text.len() + text.len()).map_err(|_| Refused::Full)?;
        let code = u32::try_from(self.ends.len()).map_err(|_| Refused::Full)?;
        // Half of the slots stay empty.
        if self.slots.len() < (self.ends.len() + 1) * 2 {
            self.rehash();
        }
        self.text.extend_from_slice(text);
        self.ends.push(end);
        self.put(hash, code + 1);
        self.last = code;
        Ok(code)
    }

    fn put(&mut self, hash: u32, code: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = (hash, code);
    }

    fn rehash(&mut self) {
        let wider = vec![(0, 0); (self.slots.len() * 2).max(64)];
        for (hash, code) in std::mem::replace(&mut self.slots, wider) {
            if code != 0 {
                self.put(hash, code);
            }
        }
    }

    #[inline]
    fn bytes_of(&self, code: u32) -> &[u8] {
        let code = code as usize;
        let start = if code == 0 { 0 } else { self.ends.get(code - 1).copied().unwrap_or(0) };
        let end = self.ends.get(code).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Number of texts.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes that a dictionary of the texts takes, about: the text twice, its entry and its place in the index.
    pub(super) const fn bytes(&self) -> usize {
        self.text.len() * 2 + self.ends.len() * 160
    }

    /// The texts, by code.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let codes = (0..).zip(&self.ends).map(|(code, _)| code);
        codes.map(|code| std::str::from_utf8(self.bytes_of(code)).unwrap_or_default())
    }
}

#[inline]
fn hash(text: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    let hash = hasher.finish();
    // The upper half of a product depends on every byte.
    #[allow(clippy::cast_possible_truncation)]
    let hash = (hash ^ (hash >> 32)) as u32;
    hash
}

/// Equality, eight bytes at a time: values are short, and a call costs more than the comparison.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let Some((a_last, b_last)) = a.last_chunk::<8>().zip(b.last_chunk::<8>()) else {
        return a.iter().zip(b).all(|(x, y)| x == y);
    };
    let words = a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0);
    u64::from_ne_bytes(*a_last) == u64::from_ne_bytes(*b_last)
        && words.into_iter().all(|(x, y)| u64::from_ne_bytes(*x) == u64::from_ne_bytes(*y))
}
