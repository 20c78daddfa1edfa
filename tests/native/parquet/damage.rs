//! Files cut short, damaged, or of another kind.

use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::import::parquet::Wanted;
use proptest::prelude::*;

use super::{fixture, read};
use crate::allocation::cost;
use crate::packages::root;

const FILES: [&str; 7] = [
    "cells-snappy.parquet",
    "cells-gzip.parquet",
    "cells-zstd.parquet",
    "cells-lz4.parquet",
    "cells-plain.parquet",
    "cells.arrow",
    "cells-zstd.arrow",
];

#[test]
fn what_is_no_such_file_is_said() {
    for bytes in
        [&b""[..], b"PAR1", b"PAR1PAR1", b"ARROW1", b"place,value\n1,2\n", &[0xff; 64], &[0; 64]]
    {
        let problem = read("a.parquet", bytes.to_vec().into(), Wanted::default()).unwrap_err();
        assert_eq!((problem.kind, &*problem.at.table), (ProblemKind::DamagedFile, "a.parquet"));
        assert!(!problem.found.is_empty() && !problem.expected.is_empty(), "{problem}");
    }
}

/// Found by fuzzing: one buffer says that it unfolds to two exabytes, one of another file to two gigabytes, and one to six
/// petabytes in a message whose own length is wrong.
#[test]
fn what_a_damaged_buffer_claims_to_unfold_to_is_not_set_aside() {
    for name in
        ["zstd-claims-exabytes.arrow", "lz4-claims-gigabytes.arrow", "lz4-behind-no-length.arrow"]
    {
        let path = root().join("tests/fixtures/damaged").join(name);
        let bytes = bytes::Bytes::from(std::fs::read(path).unwrap());
        let (read, cost) = cost(|| read("claim.arrow", bytes, Wanted::default()));
        assert_eq!(read.unwrap_err().kind, ProblemKind::DamagedFile, "{name}");
        assert!(cost.peak < 8_000_000, "{name}: {}", cost.peak);
    }
}

/// Found by fuzzing: a list in the footer claims so many truth values, which take no byte each, that stepping over it did not
/// end within minutes.
#[test]
fn a_list_in_a_footer_that_claims_more_than_its_bytes_is_refused() {
    let path = root().join("tests/fixtures/damaged/list-without-end.parquet");
    let bytes = bytes::Bytes::from(std::fs::read(path).unwrap());
    let problem = read("a.parquet", bytes, Wanted::default()).unwrap_err();
    assert_eq!(problem.kind, ProblemKind::DamagedFile);
    assert!(problem.found.contains("more than it holds"), "{problem}");
}

/// Found by fuzzing: 555 bytes of which a dictionary claims 939 million entries, of which room for 11 GB was asked for, and
/// one of fewer entries than none, which was taken for 671 million.
#[test]
fn a_dictionary_that_claims_more_than_its_page_holds_is_refused() {
    for name in ["dictionary-claims-gigabytes.parquet", "dictionary-of-fewer-than-none.parquet"] {
        let path = root().join("tests/fixtures/damaged").join(name);
        let bytes = bytes::Bytes::from(std::fs::read(path).unwrap());
        let problem = read("a.parquet", bytes, Wanted::default()).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::DamagedFile, "{name}");
        assert!(problem.found.contains("entries"), "{name}: {problem}");
    }
}

/// Found by fuzzing: a footer of 822 MB in a file of 16 kB. The others are of its kind: each length that a file or a stream
/// gives of itself.
#[test]
fn what_a_file_says_of_its_own_lengths_is_not_set_aside() {
    let file = fixture("cells.arrow").to_vec();
    let stream = fixture("cells.arrows").to_vec();
    let changed = |bytes: &[u8], at: usize| {
        let mut bytes = bytes.to_vec();
        bytes[at..at + 4].copy_from_slice(&0x3100_0000_i32.to_le_bytes());
        bytes
    };
    // The footer's length, the first message's, and in the footer each number that may be a block's.
    let mut damaged = vec![changed(&file, file.len() - 10), changed(&stream, 4)];
    let footer = usize::try_from(i32::from_le_bytes(
        file[file.len() - 10..file.len() - 6].try_into().unwrap(),
    ));
    let from = file.len() - 10 - footer.unwrap();
    damaged.extend((from..file.len() - 14).step_by(4).map(|at| changed(&file, at)));
    // Of a stream each number of its second message's head, one of which is its body's length.
    let first = 8 + usize::try_from(i32::from_le_bytes(stream[4..8].try_into().unwrap())).unwrap();
    damaged.extend((first + 4..first + 200).step_by(4).map(|at| changed(&stream, at)));
    for (at, bytes) in damaged.into_iter().enumerate() {
        let (_, cost) = cost(|| read("claim.arrow", bytes.into(), Wanted::default()));
        assert!(cost.peak < 64_000_000, "{at}: {}", cost.peak);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_cut_file_is_a_problem(file in 0..FILES.len(), part in 0.0..1.0_f64) {
        let bytes = fixture(FILES[file]);
        let end = (bytes.len() as f64 * part) as usize;
        let problem = read("cut", bytes.slice(..end), Wanted::default()).unwrap_err();
        prop_assert_eq!(problem.kind, ProblemKind::DamagedFile);
        prop_assert!(!problem.found.is_empty());
    }

    /// A flipped bit may pass unseen, as a digit of some value does; but it never ends the program.
    #[test]
    fn damaged_bytes_are_a_problem_or_read(
        file in 0..FILES.len(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 0..8_u8), 1..8),
    ) {
        let mut bytes = fixture(FILES[file]).to_vec();
        for (at, bit) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        match read("damaged", bytes.into(), Wanted::default()) {
            Ok(scanned) => prop_assert!(scanned.columns.iter().all(|c| c.len() == scanned.rows)),
            Err(problem) => prop_assert!(!problem.found.is_empty()),
        }
    }

    #[test]
    fn random_bytes_behind_a_known_beginning_are_a_problem(
        magic in prop::sample::select(vec![&b"PAR1"[..], b"ARROW1\0\0", b"\xff\xff\xff\xff"]),
        body in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let bytes = [magic, &body, magic].concat();
        prop_assert!(read("random", bytes.into(), Wanted::default()).is_err());
    }
}
