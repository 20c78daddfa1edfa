//! Totals known by their numbers: what is the others added up, and blank rows that are.

use super::words::{Verdict, verdict};
use crate::column::{Category, Figures, Places, Role, Table};

/// The most rows that are added up.
pub(super) const MOST_ROWS: usize = 200_000;
/// Measures, and indicators of one measure, that are looked at.
pub(super) const MOST_MEASURES: usize = 8;
const MOST_SERIES: usize = 32;
/// Of so many checks, one may fail: a number corrected here and not there.
const FAILURES: usize = 20;
/// How sure it must be that it is no chance, in digits that agree: with three parts or more, and with two.
pub(super) const SURE: f64 = 2.5;
pub(super) const SURE_OF_TWO: f64 = 4.0;

/// The rows of one place that a column tells apart.
struct Beside {
    /// What the rows of the place measure.
    series: Option<u32>,
    /// Code, and row; a code once.
    rows: Vec<(Option<u32>, usize)>,
}

/// The rows of each place, but those of values that are known to be totals. Places where a value has several rows tell
/// nothing and are left out.
fn places(table: &Table, key: &str, is_known: impl Fn(u32) -> bool) -> Option<Vec<Beside>> {
    let own = table.category(key)?;
    let series = table.category_by_role(Role::Series);
    let places = Places::beside(table, key)?;
    let mut all: Vec<Beside> = Vec::new();
    all.resize_with(places.len(), || Beside { series: None, rows: Vec::new() });
    for row in 0..table.len {
        let code = own.code(row);
        if code.is_some_and(&is_known) {
            continue;
        }
        let place = all.get_mut(places.of(row)?)?;
        place.series = series.and_then(|series| series.code(row));
        place.rows.push((code, row));
    }
    for place in &mut all {
        place.rows.sort_unstable();
    }
    let is_told = |place: &Beside| {
        place.rows.len() > 2 && place.rows.windows(2).all(|pair| pair[0].0 != pair[1].0)
    };
    all.retain(is_told);
    Some(all)
}

/// How often the number of a value was, and was not, those of the others added up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Checks {
    pub(super) agree: usize,
    pub(super) fail: usize,
    pub(super) digits: f64,
    pub(super) parts: usize,
}

impl Checks {
    /// Whether the number of a value is the sum of the others, at each place where all of them are known.
    fn of(figures: &Figures, places: &[Beside], code: u32) -> Self {
        let mut checks = Self::default();
        for place in places {
            let numbers: Option<Vec<f64>> =
                place.rows.iter().map(|&(_, row)| figures.float(row)).collect();
            let at = place.rows.iter().position(|(own, _)| *own == Some(code));
            let (Some(numbers), Some(at)) = (numbers, at) else { continue };
            let others = numbers.iter().sum::<f64>() - numbers[at];
            checks.take(numbers[at], others, numbers.len() - 1, step(&numbers));
        }
        checks
    }

    fn holds(&self, sure: f64, sure_of_two: f64) -> bool {
        let needed = if self.parts > 2 { sure } else { sure_of_two };
        let often = self.agree > 1 || self.parts > 2;
        often && self.fail * FAILURES <= self.agree && self.digits >= needed
    }

    /// Takes in whether `total` is what `parts` numbers add up to, each rounded to `step`.
    pub(super) fn take(&mut self, total: f64, sum: f64, parts: usize, step: f64) {
        let far = (total - sum).abs();
        let rounding = step * 0.5 * (parts as f64 + 1.0);
        if total == 0.0 || far > rounding + total.abs() * 1e-9 {
            // Of nothing, nothing is a part: that tells nothing either way.
            self.fail += usize::from(total != 0.0 || sum != 0.0);
            return;
        }
        self.agree += 1;
        self.parts = self.parts.max(parts);
        // How many steps it could have been, of which few agree.
        self.digits += (total.abs() / step.max(far)).max(1.0).log10();
    }
}

/// The step to which numbers are rounded, a power of ten.
pub(super) fn step(numbers: &[f64]) -> f64 {
    let whole = |places: i32| {
        let scale = 10_f64.powi(places);
        numbers.iter().all(|n| ((n * scale).round() / scale - n).abs() <= n.abs() * 1e-12)
    };
    (0..6).find(|&places| whole(places)).map_or(1e-6, |places| 10_f64.powi(-places))
}

/// What the numbers of a table tell of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Its blanks are the headline of the rest.
    Blank,
    /// The value of this code is the others added up.
    Code(u32),
}

/// What numbers tell of a column; `is_known` are totals already, and no parts. `None` where they tell nothing, or where
/// rows are too many to look at.
pub(super) fn find(table: &Table, key: &str, is_known: impl Fn(u32) -> bool) -> Option<Found> {
    let category = table.category(key).filter(|category| !category.dictionary.is_empty())?;
    if table.len > MOST_ROWS {
        return None;
    }
    let places = places(table, key, is_known)?;
    if places.iter().any(|place| place.rows[0].0.is_none()) && blank_is_whole(table, &places) {
        return Some(Found::Blank);
    }
    whole(table, category, &places).map(Found::Code)
}

/// Whether the number of a value that is called a total is that of the others added up, wherever it stands beside them, for
/// some measure; `is_known` are other totals.
pub(super) fn is_sum(table: &Table, key: &str, total: u32, is_known: impl Fn(u32) -> bool) -> bool {
    let Some(places) = places(table, key, is_known).filter(|_| table.len <= MOST_ROWS) else {
        return false;
    };
    table.measures().filter(|(_, figures)| adds(figures)).take(MOST_MEASURES).any(|(_, figures)| {
        let checks = Checks::of(figures, &places, total);
        checks.agree > 0 && checks.fail * FAILURES <= checks.agree
    })
}

/// The code of a column whose numbers are those of all others added up: in most places, for a measure that may be added
/// up, with so many digits that it is no chance. At most one, since two could not both be.
fn whole(table: &Table, category: &Category, places: &[Beside]) -> Option<u32> {
    let may_be: Vec<bool> = category
        .dictionary
        .iter()
        .map(|(_, entry)| verdict(&entry.id) == Some(Verdict::MayBe))
        .collect();
    let mut series: Vec<Option<u32>> = places.iter().map(|place| place.series).collect();
    series.sort_unstable();
    series.dedup();
    // Of indicators one after the other: rates among them add up to nothing.
    series.truncate(MOST_SERIES);
    for (_, figures) in table.measures().filter(|(_, figures)| adds(figures)).take(MOST_MEASURES) {
        for own in &series {
            let own = places.iter().filter(|place| place.series == *own);
            if let Some(code) = whole_of(figures, own, &may_be)
                && !is_contradicted(table, places, code)
            {
                return Some(code);
            }
        }
    }
    None
}

/// Whether of several measures that may be added up more speak against a value being the others added up than for it.
fn is_contradicted(table: &Table, places: &[Beside], code: u32) -> bool {
    let (mut agree, mut fail) = (0_usize, 0_usize);
    for (_, figures) in table.measures().filter(|(_, figures)| adds(figures)).take(MOST_MEASURES) {
        let checks = Checks::of(figures, places, code);
        agree += usize::from(checks.agree > checks.fail);
        fail += usize::from(checks.fail > checks.agree);
    }
    fail > agree
}

/// Whether some of a measure's numbers may be added up.
pub(super) fn adds(figures: &Figures) -> bool {
    figures.additive.as_ref().is_none_or(|rows| rows.count() > 0)
}

fn whole_of<'a>(
    figures: &Figures,
    places: impl Iterator<Item = &'a Beside>,
    may_be: &[bool],
) -> Option<u32> {
    let mut checks = vec![Checks::default(); may_be.len()];
    for place in places {
        let numbers: Option<Vec<f64>> =
            place.rows.iter().map(|&(_, row)| figures.float(row)).collect();
        // What is not told may be a part.
        let Some(numbers) = numbers else { continue };
        if place.rows.first().is_some_and(|&(_, row)| !figures.is_additive(row)) {
            continue;
        }
        let (sum, step) = (numbers.iter().sum::<f64>(), step(&numbers));
        for (&(code, _), &number) in place.rows.iter().zip(&numbers) {
            if let Some(own) = code.and_then(|code| checks.get_mut(code as usize)) {
                own.take(number, sum - number, numbers.len() - 1, step);
            }
        }
    }
    let mut found = (0..).zip(&checks).zip(may_be).filter(|((_, own), may_be)| match may_be {
        true => own.holds(SURE / 2.0, SURE_OF_TWO / 2.0),
        false => own.holds(SURE, SURE_OF_TWO),
    });
    let ((code, _), _) = found.next()?;
    found.next().is_none().then_some(code)
}

/// Whether rows without a value of a column are the headline of the others, as the tables of the Sustainable Development
/// Goals have it: their numbers are those of the others added up or, of what may not be added up, lie between theirs.
fn blank_is_whole(table: &Table, places: &[Beside]) -> bool {
    let headed = places.iter().filter(|place| place.rows[0].0.is_none());
    let is_open = is_open_sdg(table);
    table.measures().take(MOST_MEASURES).any(|(_, figures)| {
        let (mut added, mut between, mut outside) = (Checks::default(), 0, 0);
        for place in headed.clone() {
            let numbers: Option<Vec<f64>> =
                place.rows.iter().map(|&(_, row)| figures.float(row)).collect();
            let Some(numbers) = numbers else { continue };
            let (blank, parts) = (numbers[0], &numbers[1..]);
            // Rates among them add up to nothing.
            if figures.additive.is_none() || figures.is_additive(place.rows[0].1) {
                added.take(blank, parts.iter().sum(), parts.len(), step(&numbers));
            }
            let (low, high) = parts
                .iter()
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &n| (l.min(n), h.max(n)));
            if low <= blank && blank <= high {
                between += 1;
            } else {
                outside += 1;
            }
        }
        added.holds(SURE / 2.0, SURE_OF_TWO / 2.0)
            || (between > 1 && outside == 0 && (figures.additive.is_some() || is_open))
    })
}

/// Whether several columns have blanks and there are rows without a value of any of them: the headline of a table that
/// divides it by one column at a time.
fn is_open_sdg(table: &Table) -> bool {
    let blank = |category: &Category, row: usize| category.code(row).is_none();
    let divided: Vec<&Category> = table
        .dimensions()
        .filter(|(_, c)| (0..table.len).any(|row| blank(c, row)))
        .map(|(_, category)| category)
        .collect();
    divided.len() > 1
        && (0..table.len).any(|row| divided.iter().all(|category| blank(category, row)))
}
