//! How single numbers of a reader's table are meant: about right, bounds, ranges, flagged. They are drawn as those of published
//! figures are.

use std::collections::BTreeMap;

use crate::base::lang::{Bilingual, Lang};
use crate::chart::Extent;
use crate::column::{Category, Data, Figures, Meaning, Table};
use crate::i18n::catalog::chart as m;
use crate::i18n::catalog::words::PARENTHESIS;
use crate::plot::extent;
use crate::plot::measure::short;
use crate::query::Engine;
use crate::words::qualified;

/// What stands beside a number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meant {
    meaning: Meaning,
    /// The marks in words, where flags are among them.
    flags: Option<Bilingual>,
}

impl Meant {
    /// What stands beside the number of a row; `None` where nothing does, or where there is no number.
    pub(in crate::plot) fn of_row(table: &Table, measure: &str, row: usize) -> Option<Self> {
        let (marks, figures) = beside(table, measure)?;
        Self::of(marks, figures, row)
    }

    fn of(marks: &Category, figures: &Figures, row: usize) -> Option<Self> {
        let entry = marks.entry(row)?;
        let value = figures.float(row)?;
        let mut meaning = Meaning::of(&entry.id);
        // Of what does not hold the number, nobody knows how it goes with it.
        if meaning.range.take_if(|(low, high)| !(*low..=*high).contains(&value)).is_some() {
            meaning.is_flagged = true;
        }
        let flags = meaning.is_flagged.then(|| match entry.name.zh.is_empty() {
            true => Bilingual { zh: entry.id.clone(), en: entry.id.clone() },
            false => entry.name.clone(),
        });
        Some(Self { meaning, flags })
    }

    /// A value as it is drawn and in words, by what stands beside it.
    pub(in crate::plot) fn told(meant: Option<&Self>, value: f64, lang: Lang) -> (Extent, String) {
        match meant {
            Some(meant) => (meant.extent(value), meant.text(value, lang)),
            None => (Extent::exact(value), short(value, lang)),
        }
    }

    pub(in crate::plot) fn extent(&self, value: f64) -> Extent {
        match self.meaning.range {
            // The mark stands at the number: of an estimate that need not be the middle of its interval.
            Some((low, high)) => Extent { mid: value, ..Extent::between(low, high) },
            None => extent(self.meaning.qualifier, value),
        }
    }

    pub(in crate::plot) fn text(&self, value: f64, lang: Lang) -> String {
        self.worded(value, |number| short(number, lang), lang)
    }

    /// A value in words, its numbers as `write` has them.
    pub(in crate::plot) fn worded(
        &self,
        value: f64,
        write: impl Fn(f64) -> String,
        lang: Lang,
    ) -> String {
        let Some((low, high)) = self.meaning.range else {
            return qualified(self.meaning.qualifier, &write(value), lang);
        };
        let range = m::BETWEEN.fill(lang, &[("low", &write(low)), ("high", &write(high))]);
        match self.meaning.is_middle(value) {
            true => range,
            false => PARENTHESIS.fill(lang, &[("a", &write(value)), ("b", &range)]),
        }
    }

    /// The flags in words; empty where there are none.
    pub(in crate::plot) fn flags(&self, lang: Lang) -> &str {
        self.flags.as_ref().map_or("", |flags| flags.get(lang))
    }
}

/// The marks of a measure, and its numbers; `None` where nothing stands beside these.
fn beside<'t>(table: &'t Table, measure: &str) -> Option<(&'t Category, &'t Figures)> {
    let Data::Category(marks) = &table.marks_of(measure)?.data else { return None };
    let Data::Measure(figures) = &table.column(measure)?.data else { return None };
    Some((marks, figures))
}

/// What stands beside the numbers that count in a question, by what `key` makes of their rows. Where several rows have one
/// key, it is told of the last.
pub(in crate::plot) fn meant(
    engine: &mut Engine,
    measure: Option<&str>,
    columns: &[&str],
    key: impl Fn(usize) -> Option<Vec<u32>>,
) -> BTreeMap<Vec<u32>, Meant> {
    let table = engine.table().clone();
    let Some((marks, figures)) = measure.and_then(|key| beside(&table, key)) else {
        return BTreeMap::new();
    };
    let rows = engine.counting_rows(columns);
    let marked = rows.iter().filter(|&row| marks.code(row).is_some());
    marked.filter_map(|row| Some((key(row)?, Meant::of(marks, figures, row)?))).collect()
}
