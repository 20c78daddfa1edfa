//! What a reader wants of totals, what is told of them, and what is asked: whether a last row that happens to be the sum of
//! the others is their total.

use super::super::Imported;
use super::super::question::{Answer, Becomes, Change, Doubt, Question, ToldTotal};
use crate::column::{Category, Column, Figures, Table, Total};

/// Totals that are told.
const TOLD: usize = 40;
/// Rows beyond which a last row is not looked at, and the least sum that may be no chance.
const ROWS: usize = 2000;
const LEAST: f64 = 30.0;

/// Takes what the reader wants over what was found, and tells the plan of all of it.
pub(super) fn tell(imported: &mut Imported) {
    for (key, value, is_total) in &imported.plan.wanted.totals {
        if let Some(category) = imported.table.category_mut(key) {
            category.dictionary.set_total(value, *is_total);
        }
    }
    imported.plan.totals = told(&imported.table);
    let wanted = &imported.plan.wanted.totals;
    let is_new = |question: &Question| !wanted.iter().any(|(key, ..)| *key == question.column.0);
    let asked = asked(&imported.table).filter(is_new);
    imported.plan.questions.extend(asked);
}

fn told(table: &Table) -> Vec<ToldTotal> {
    let of_column = |(column, category): (&Column, &Category)| {
        let told = |total: &Total| {
            let value = category.dictionary.get(total.code)?.id.clone();
            let (column, reason) = (column.key.clone(), total.reason);
            Some(ToldTotal { column, value, reason })
        };
        category.dictionary.totals().iter().filter_map(told).collect::<Vec<_>>()
    };
    table.categories().flat_map(of_column).take(TOLD).collect()
}

/// Whether the last of rows that each have a name of their own is the sum of the others, in every measure that may be
/// added up, where nothing else tells that it is their total.
fn asked(table: &Table) -> Option<Question> {
    if !(3..=ROWS).contains(&table.len) {
        return None;
    }
    let (column, category) = table.dimensions().find(|(_, category)| {
        let dictionary = &category.dictionary;
        dictionary.len() == table.len && dictionary.totals().is_empty()
    })?;
    let last = &category.entry(table.len - 1)?.id;
    let adds =
        |figures: &Figures| figures.additive.as_ref().is_none_or(|rows| rows.count() == table.len);
    let mut sums = Vec::new();
    for (_, figures) in table.measures().filter(|(_, figures)| adds(figures)) {
        let numbers: Option<Vec<f64>> = (0..table.len).map(|row| figures.float(row)).collect();
        let (own, others) = numbers.as_deref()?.split_last().map(|(own, rest)| (*own, rest))?;
        let sum: f64 = others.iter().sum();
        if own == 0.0 || (own - sum).abs() > own.abs() * 1e-9 {
            return None;
        }
        sums.push(sum);
    }
    let greatest = sums.iter().copied().reduce(f64::max)?;
    if greatest < LEAST {
        return None;
    }
    let answer = |is_total: bool| {
        let sum = if is_total { sums[0] } else { sums[0] * 2.0 };
        Answer {
            change: Change::Total(last.clone(), is_total),
            becomes: vec![Becomes::Number(sum.to_string())],
            is_shown: !is_total,
        }
    };
    let answers = vec![answer(true), answer(false)];
    let name = if column.name.zh.is_empty() { &column.key } else { &column.name.zh };
    Some(Question {
        doubt: Doubt::Total,
        column: (column.key.clone(), name.clone()),
        cells: vec![last.clone()],
        answers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Arrangement, Import, Options, Plan};

    fn read(text: &str, wanted: Arrangement) -> Imported {
        let plan = Some(Plan { wanted, ..Plan::default() });
        let mut import = Import::new("t.csv", &Options { plan, ..Options::default() });
        import.feed(text.as_bytes()).unwrap();
        import.finish().unwrap().with_totals()
    }

    fn totals(imported: &Imported) -> Vec<&str> {
        imported.plan.totals.iter().map(|total| total.value.as_str()).collect()
    }

    #[test]
    fn a_last_row_that_is_the_sum_of_the_others_is_asked_about() {
        let text = "what,n,m\nx,12,3\ny,21,4\nz,33,7\n";
        let asked = read(text, Arrangement::default());
        let [question] = asked.plan.questions.as_slice() else { panic!("{:?}", asked.plan) };
        assert_eq!((question.doubt, question.cells[0].as_str()), (Doubt::Total, "z"));
        assert!(totals(&asked).is_empty() && question.answers[1].is_shown);
        let wanted = question.answers[0].change.wanted(&Arrangement::default(), "what");
        let answered = read(text, Arrangement::of_text(&wanted.text()));
        assert_eq!((totals(&answered), answered.plan.questions.len()), (vec!["z"], 0));
        let wanted = question.answers[1].change.wanted(&Arrangement::default(), "what");
        assert_eq!(read(text, wanted).plan.questions, []);
        for other in
            ["what,n\nx,12\ny,21\nz,34\n", "what,n\nx,1\ny,2\nz,3\n", "what,n\nx,12\nx,21\nz,33\n"]
        {
            assert_eq!(read(other, Arrangement::default()).plan.questions, [], "{other}");
        }
    }

    #[test]
    fn a_total_that_is_none_is_one_of_the_others_again() {
        let text = "地区,n\n甲市,120\n乙市,210\n合计,330\n";
        let found = read(text, Arrangement::default());
        assert_eq!(totals(&found), ["合计"]);
        let wanted = Arrangement::default().with_total("地区", "合计", false);
        assert!(totals(&read(text, wanted)).is_empty());
    }
}
