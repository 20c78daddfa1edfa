//! Lists of which each item is there once, in the order in which it came. They are short: what is looked for is looked for
//! from their beginning.

/// Adding what is not there yet.
pub trait Once<T> {
    /// Adds each item that the list does not have.
    fn add_once(&mut self, items: impl IntoIterator<Item = T>);
}

impl<T: PartialEq> Once<T> for Vec<T> {
    fn add_once(&mut self, items: impl IntoIterator<Item = T>) {
        for item in items {
            if !self.contains(&item) {
                self.push(item);
            }
        }
    }
}

/// The items, each once.
pub fn each_once<T: PartialEq>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    all.add_once(items);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_the_order_of_their_first() {
        let mut list = each_once([3, 1, 3, 2, 1]);
        assert_eq!(list, [3, 1, 2]);
        list.add_once([2, 5, 5]);
        assert_eq!(list, [3, 1, 2, 5]);
    }
}
