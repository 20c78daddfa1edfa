//! The first part of a view that another page embeds: how high it may be, and where it ends.
//!
//! All lengths are px from the upper edge of what is shown.

/// Width from which a frame is no phone's.
const WIDE: f64 = 600.0;

/// The least height of an excerpt that is worth a look.
const LEAST: f64 = 160.0;

/// How high a frame of a width becomes where nobody says: some one and a half screens of what has such a width.
#[must_use]
pub const fn usual_height(width: f64) -> f64 {
    if width < WIDE { 1260.0 } else { 1200.0 }
}

/// Where an excerpt ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// What is above it is shown.
    pub at: f64,
    /// Whether it goes through a block, which then fades: one that is too high to be left out.
    pub is_through: bool,
}

/// Where to end what is `height` px high, so that `limit` px do; `None` where all of it may stand. `blocks` have an upper
/// and a lower edge each: lines, pictures, cards, none of which is to be cut.
#[must_use]
pub fn end(blocks: &[(f64, f64)], height: f64, limit: f64) -> Option<End> {
    let limit = limit.max(LEAST);
    if height <= limit {
        return None;
    }
    let mut at = limit;
    // Blocks stand beside one another too: above one that is left out another may be in the way.
    while let Some((top, _)) = blocks.iter().find(|(top, bottom)| *top < at && at < *bottom) {
        at = *top;
    }
    // With less than half of it nobody would know what the view is about.
    let is_through = at < limit / 2.0;
    Some(End { at: if is_through { limit } else { at }, is_through })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_shown_whole() {
        assert_eq!(end(&[(0.0, 900.0)], 900.0, 900.0), None);
        assert_eq!(end(&[], 100.0, 0.0), None);
    }

    #[test]
    fn an_excerpt_ends_between_blocks() {
        let lines: Vec<_> =
            (0..100).map(|n| (f64::from(n) * 30.0, f64::from(n) * 30.0 + 24.0)).collect();
        let found = end(&lines, 3000.0, 700.0);
        assert_eq!(found, Some(End { at: 690.0, is_through: false }));
        // In the room between two of them it ends where it may.
        assert_eq!(end(&lines, 3000.0, 626.0), Some(End { at: 626.0, is_through: false }));
    }

    #[test]
    fn no_block_beside_another_is_cut_for_it() {
        let blocks = [(0.0, 650.0), (600.0, 900.0), (500.0, 620.0), (0.0, 450.0)];
        assert_eq!(end(&blocks[1..], 2000.0, 700.0), Some(End { at: 500.0, is_through: false }));
        assert_eq!(end(&blocks, 2000.0, 700.0), Some(End { at: 700.0, is_through: true }));
    }

    #[test]
    fn a_picture_of_several_screens_fades_rather_than_leaving_nothing() {
        let found = end(&[(0.0, 60.0), (70.0, 9000.0)], 9000.0, 800.0);
        assert_eq!(found, Some(End { at: 800.0, is_through: true }));
    }

    #[test]
    fn an_excerpt_is_never_too_low_to_be_seen() {
        assert_eq!(end(&[], 3000.0, -40.0), Some(End { at: LEAST, is_through: false }));
    }

    #[test]
    fn phones_are_higher_than_they_are_wide() {
        assert!(usual_height(390.0) > usual_height(900.0));
    }
}
