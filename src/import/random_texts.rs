//! Texts made of pieces by chance, the same in every run: for tests of a short way against the long one.

/// So many texts of one to `most` of the pieces.
pub(super) fn random_texts<'p>(
    pieces: &'p [&str],
    most: u64,
    count: usize,
) -> impl Iterator<Item = String> + 'p {
    // Knuth's multiplicative generator: its upper bits are the better ones.
    let mut seed = 7_u64;
    let mut next = move |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % below
    };
    let pieces = pieces.iter().copied();
    (0..count).map(move |_| {
        (0..=next(most))
            .filter_map(|_| pieces.clone().nth(usize::try_from(next(pieces.len() as u64)).ok()?))
            .collect()
    })
}
