//! Numbers for the items of a list that changes: an item keeps its number while it stays what it is, wherever it moves.

/// The items with their numbers. Each takes that of an item like it in the list before, of which every one is taken once;
/// what is new takes a number that the list before did not have.
#[must_use]
pub fn numbered<T: PartialEq>(items: Vec<T>, before: &[(usize, T)]) -> Vec<(usize, T)> {
    let mut free: Vec<bool> = vec![true; before.len()];
    let mut next = before.iter().map(|(number, _)| number + 1).max().unwrap_or(0);
    // Most lists stay in their order: each search begins behind the last find.
    let mut from = 0;
    let number = |item: T| {
        let places = (from..before.len()).chain(0..from);
        let found = places.into_iter().find(|&at| free[at] && before[at].1 == item);
        if let Some(at) = found {
            (free[at], from) = (false, at + 1);
            return (before[at].0, item);
        }
        next += 1;
        (next - 1, item)
    };
    items.into_iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(list: &[(usize, &str)]) -> Vec<usize> {
        list.iter().map(|(number, _)| *number).collect()
    }

    #[test]
    fn what_stays_keeps_its_number_wherever_it_moves() {
        let first = numbered(vec!["a", "b", "c"], &[]);
        assert_eq!(numbers(&first), [0, 1, 2]);
        let second = numbered(vec!["c", "x", "a"], &first);
        assert_eq!(numbers(&second), [2, 3, 0]);
        // b is new again: another one may have been drawn differently since.
        assert_eq!(numbers(&numbered(vec!["b", "c"], &second)), [4, 2]);
    }

    #[test]
    fn items_that_are_alike_have_numbers_of_their_own() {
        let first = numbered(vec!["a", "a"], &[]);
        assert_eq!(numbers(&first), [0, 1]);
        assert_eq!(numbers(&numbered(vec!["a", "a", "a"], &first)), [0, 1, 2]);
        assert_eq!(numbers(&numbered(vec!["a"], &first)), [0]);
    }
}
