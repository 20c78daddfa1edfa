//! Values of a column from other rows.

use crate::column::{
    Bitmap, Category, Codes, Data, DaySpan, Dictionary, Entry, Figures, Floats, Numbers, Periods,
};

/// A column's values from other rows. Figures of which one stands in several rows are not added up.
pub(in crate::import) fn gathered(data: &Data, from: &[Option<usize>], repeats: bool) -> Data {
    match data {
        Data::Category(category) => {
            let codes = from.iter().map(|row| category.code((*row)?));
            let dictionary = category.dictionary.clone();
            Data::Category(Category { codes: Codes::pack(codes, dictionary.len()), dictionary })
        }
        Data::Time(periods) => {
            let rows: Vec<Option<DaySpan>> = from.iter().map(|row| periods.get((*row)?)).collect();
            Data::Time(Periods::new(&rows))
        }
        Data::Measure(figures) => {
            let value = |row: &Option<usize>| row.and_then(|row| figures.float(row));
            let floats = from.iter().map(|row| value(row).unwrap_or(f64::NAN)).collect();
            let adds = |at: usize| !repeats && from[at].is_none_or(|row| figures.is_additive(row));
            let is_whole = figures.additive.is_none() && !repeats;
            let additive = (!is_whole).then(|| Bitmap::from_fn(from.len(), adds));
            Data::Measure(Figures {
                values: Numbers::new(Floats::F64(floats)),
                additive,
                ..Figures::default()
            })
        }
    }
}

/// The same without the values that no row has any more.
pub(in crate::import) fn compact(data: Data) -> Data {
    let Data::Category(category) = &data else { return data };
    let mut used = vec![false; category.dictionary.len()];
    for code in category.codes.iter().flatten() {
        if let Some(used) = used.get_mut(code as usize) {
            *used = true;
        }
    }
    if used.iter().all(|&used| used) {
        return data;
    }
    let mut dictionary = Dictionary::default();
    let places: Vec<Option<u32>> = category
        .dictionary
        .iter()
        .zip(&used)
        .map(|((_, value), &used)| {
            used.then(|| dictionary.intern(Entry { parent: None, ..value.clone() }))
        })
        .collect();
    if category.dictionary.is_ordered() {
        dictionary.set_ordered();
    }
    let codes = category.codes.iter().map(|code| places.get(code? as usize).copied().flatten());
    let codes = Codes::pack(codes, dictionary.len());
    Data::Category(Category { codes, dictionary })
}
