//! Columns of the lower and the upper end of an interval beside an estimate become what is known of its ends: one measure,
//! and not three.

use super::imported::Imported;
use super::interval::{Named, figures, put, tell, text, with_intervals};
use super::kind::Kind;
use super::lexicon::{End, is_price};
use super::margins;
use super::plan::Plan;
use crate::column::{Column, Data, Meaning, Role, Table};

/// Rows beyond which ends stay columns of their own: each interval is a text.
const MOST_ROWS: usize = 200_000;
/// Of so many rows, one may have ends that the estimate does not lie between.
const OUTSIDE: usize = 20;
/// So many rows must tell.
const ROWS: usize = 2;

/// Columns of ends, by their places among the columns of numbers, and those whose ends they may be, the likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    estimates: Vec<usize>,
    low: usize,
    high: usize,
}

/// Takes columns of ends, and of how far an estimate may be off, as what is known of the estimates beside them, unless the
/// reader says that they are figures of their own.
pub(super) fn bind(imported: &mut Imported) {
    release(imported);
    let Imported { table, plan, .. } = imported;
    let named: Vec<Named> =
        table.measures().map(|(column, _)| Named::of(column, &plan.wanted)).collect();
    if (ROWS..=MOST_ROWS).contains(&table.len) && named.len() > 1 {
        bind_ends(table, plan, &named);
        margins::bind(table, plan, &named);
    }
    margins::put_behind(table, &named);
}

fn bind_ends(table: &mut Table, plan: &mut Plan, named: &[Named]) {
    let key = |at: usize| named[at].key.as_str();
    let mut found: Vec<(usize, Bound, Column)> = Vec::new();
    for bound in bounds(named) {
        let ends = (key(bound.low), key(bound.high));
        let first = bound
            .estimates
            .iter()
            .find_map(|&estimate| Some((estimate, marks(table, (key(estimate), ends.0, ends.1))?)));
        found.extend(first.map(|(estimate, marks)| (estimate, bound.clone(), marks)));
    }
    // An estimate has one interval: of several nobody knows which is meant.
    let estimates: Vec<usize> = found.iter().map(|(estimate, ..)| *estimate).collect();
    for (estimate, bound, marks) in found {
        if estimates.iter().filter(|other| **other == estimate).count() == 1 {
            put(table, key(estimate), marks, &[key(bound.low), key(bound.high)]);
            tell(plan, &[key(bound.low), key(bound.high)]);
        }
    }
}

/// Makes figures of all columns of ends: whether they are ends is found out anew.
fn release(imported: &mut Imported) {
    for column in &mut imported.table.columns {
        if column.role == Role::Qualifier && matches!(column.data, Data::Measure(_)) {
            column.role = Role::Measure;
        }
    }
    for column in &mut imported.plan.columns {
        if column.role == Role::Qualifier && column.kind == Kind::Number {
            column.role = Role::Measure;
        }
    }
}

/// Which columns may be the ends of which, by their names and where they stand.
fn bounds(named: &[Named]) -> Vec<Bound> {
    let of = |end: End| (0..named.len()).filter(move |&at| named[at].told.end == Some(end));
    let free: Vec<usize> = (0..named.len()).filter(|&at| named[at].is_free()).collect();
    let prices = named.iter().any(|own| is_price(&own.key));
    let (mut found, mut taken) = (Vec::new(), Vec::new());
    for low in of(End::Low) {
        let own = &named[low].told;
        let fits = |high: &usize| named[*high].told.stem == own.stem && !taken.contains(high);
        let Some(high) = of(End::High).filter(fits).min_by_key(|high| high.abs_diff(low)) else {
            continue;
        };
        let is_weak = own.is_weak || named[high].told.is_weak;
        let is_doubtful = is_weak && own.stem.is_empty() && (prices || free.len() > 1);
        let estimates = estimates(named, &free, (low, high));
        if estimates.is_empty() || is_doubtful {
            continue;
        }
        taken.push(high);
        found.push(Bound { estimates, low, high });
    }
    found
}

/// The columns that a pair of ends may belong to: the one of the same words, or, where they have none, those before them,
/// the nearest first, or else the one behind.
fn estimates(named: &[Named], free: &[usize], (low, high): (usize, usize)) -> Vec<usize> {
    let stem = &named[low].told.stem;
    let first = low.min(high);
    if stem.is_empty() {
        let before: Vec<usize> = free.iter().rev().copied().filter(|at| *at < first).collect();
        let behind = free.iter().copied().find(|at| *at > first);
        return if before.is_empty() { behind.into_iter().collect() } else { before };
    }
    let same = free.iter().copied().find(|&at| named[at].told.stem == *stem);
    let has_all = |at: &usize| stem.iter().all(|word| named[*at].told.stem.contains(word));
    let mut with = free.iter().copied().filter(has_all);
    let only = with.next().filter(|_| with.next().is_none());
    same.or(only).into_iter().collect()
}

/// The intervals beside an estimate as its marks, with those that it has; `None` where it does not lie between the ends.
fn marks(table: &Table, (estimate, low, high): (&str, &str, &str)) -> Option<Column> {
    let (own, low, high) = (figures(table, estimate)?, figures(table, low)?, figures(table, high)?);
    let ends = |row: usize| Some((low.float(row)?, high.float(row)?));
    let (mut inside, mut outside, mut apart) = (0_usize, 0_usize, 0_usize);
    for row in 0..table.len {
        let (Some(value), Some((low, high))) = (own.float(row), ends(row)) else { continue };
        let is_inside = low <= value && value <= high;
        inside += usize::from(is_inside);
        outside += usize::from(!is_inside);
        apart += usize::from(low < high);
    }
    if inside < ROWS || outside * OUTSIDE > inside || apart == 0 {
        return None;
    }
    let is_inside = |row: usize| {
        let (value, (low, high)) = own.float(row).zip(ends(row))?;
        (low <= value && value <= high).then_some(())
    };
    let interval = |row: usize| {
        is_inside(row)?;
        Some(Meaning::interval_mark(&text(&low.values, row), &text(&high.values, row)))
    };
    with_intervals(table, estimate, interval)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Arrangement, Import, Options, Plan, Use};

    fn read(text: &str, wanted: Arrangement) -> Imported {
        let plan = Some(Plan { wanted, ..Plan::default() });
        let mut import = Import::new("t.csv", &Options { plan, ..Options::default() });
        import.feed(text.as_bytes()).unwrap();
        import.finish().unwrap().with_totals()
    }

    /// The measures of a table, and the first marks of each.
    fn told(imported: &Imported) -> Vec<(String, String)> {
        let table = &imported.table;
        let mark = |key: &str| match table.marks_of(key).map(|column| &column.data) {
            Some(Data::Category(marks)) => marks.entry(0).map(|entry| entry.id.clone()),
            _ => None,
        };
        let told = table
            .measures()
            .map(|(column, _)| (column.key.clone(), mark(&column.key).unwrap_or_default()));
        told.collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(told(&read(text, Arrangement::default())), expected, "{text}");
    }

    #[test]
    fn ends_beside_an_estimate_are_its_range() {
        check(
            "Country,Year,Value,Lower CI,Upper CI\nA,2020,12.3,10.1,14.5\nB,2020,9.8,8,11.6\nC,2020,20.1,18.9,22.4\n",
            &[("Value", "10.1\u{2013}14.5")],
        );
        check(
            "country,val,upper,lower\nA,12.3,14.5,-1.5\nB,9.8,11.6,8\nC,20.1,22.4,18.9\n",
            &[("val", "\u{2212}1.5\u{2013}14.5")],
        );
        check(
            "地区,患病率(%),95%CI下限,95%CI上限\n甲,12.3,10.1,14.5\n乙,9.8,8.0,11.6\n丙,20.1,18.9,22.4\n",
            &[("患病率(%)", "10.1\u{2013}14.5")],
        );
        check(
            "SpatialDim,NumericValue,Low,High\nAFG,62.3,61.1,63.5\nALB,78,77.2,78.8\nDZA,77.1,76.2,\n",
            &[("NumericValue", "61.1\u{2013}63.5")],
        );
        check(
            "area,men,men_lci,men_uci,women,women_lci,women_uci\nA,12,10,14,9,8,10\nB,13,11,15,10,9,11\nC,14,12,16,9,7,11\n",
            &[("men", "10\u{2013}14"), ("women", "8\u{2013}10")],
        );
        check(
            "Area,Number,Rate,Lower CI,Upper CI\nA,510,12,10,14\nB,610,13,11,15\nC,720,14,12,16\n",
            &[("Number", ""), ("Rate", "10\u{2013}14")],
        );
    }

    #[test]
    fn what_does_not_lie_between_is_a_figure_of_its_own() {
        let three = [("Value", ""), ("Lower", ""), ("Upper", "")];
        check("k,Value,Lower,Upper\na,12,13,14\nb,9,8,10\nc,7,8,11\n", &three);
        check("k,Value,Lower,Upper\na,12,12,12\nb,9,9,9\nc,7,7,7\n", &three);
        check(
            "Date,Open,High,Low,Close\n2020-01-02,10,12,9,11\n2020-01-03,11,13,10,12\n2020-01-06,12,14,11,13\n",
            &[("Open", ""), ("High", ""), ("Low", ""), ("Close", "")],
        );
        check(
            "area,Total,Lower secondary,Upper secondary\nA,30,10,20\nB,50,20,30\nC,70,30,40\n",
            &[("Total", ""), ("Lower secondary", ""), ("Upper secondary", "")],
        );
    }

    #[test]
    fn a_reader_makes_ends_figures_again() {
        let text = "Country,Value,Lower,Upper\nA,12.3,10.1,14.5\nB,9.8,8,11.6\nC,20.1,18.9,22.4\n";
        let found = read(text, Arrangement::default());
        let roles = found.plan.columns.iter().map(|column| Use::of(column.kind, column.role));
        assert_eq!(roles.collect::<Vec<_>>(), [Use::Area, Use::Number, Use::Ends, Use::Ends]);
        let undone = found.plan.with_use("Lower", Use::Number);
        assert!(!undone.reads_like(&found.plan), "the file is read again");
        assert_eq!(told(&read(text, undone.wanted.clone())).len(), 3);
        let mut import =
            Import::new("t.csv", &Options { plan: Some(undone), ..Options::default() });
        import.feed(text.as_bytes()).unwrap();
        assert_eq!(told(&import.finish().unwrap().with_totals()).len(), 3);
    }
}
