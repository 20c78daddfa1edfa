//! Free text over the dictionaries of the searched columns: the cost is that of the dictionaries, not of the rows.

use crate::column::Category;

/// The names of a dictionary in lower case, one text.
#[derive(Clone, Debug)]
pub(super) struct Names {
    text: String,
    /// Where each value's names end.
    ends: Vec<usize>,
}

impl Names {
    /// The names of a column's values. Lower case of ASCII alone: the names are Chinese and English.
    pub(super) fn new(category: &Category) -> Self {
        let mut names = Self { text: String::new(), ends: Vec::new() };
        for (_, entry) in category.dictionary.iter() {
            for name in [&entry.name.zh, &entry.name.en] {
                names.text.push_str(name);
                // No word holds white space, so none is found across names.
                names.text.push('\n');
            }
            names.ends.push(names.text.len());
        }
        names.text.make_ascii_lowercase();
        names
    }

    /// For each code, and last for rows without a value, whether a name holds the word; `None` where none does.
    pub(super) fn holding(&self, word: &str) -> Option<Vec<bool>> {
        let mut found = vec![false; self.ends.len() + 1];
        let (mut code, mut any) = (0, false);
        for (at, _) in self.text.match_indices(word) {
            while self.ends.get(code).is_some_and(|&end| end <= at) {
                code += 1;
            }
            found[code] = true;
            any = true;
        }
        any.then_some(found)
    }
}
