//! What a view needs of a dataset: columns, and conditions on the rows.

use serde::Deserialize;

use crate::base::date::{Day, PartialDate};

/// Columns and rows to be read. As JSON: `{"columns": ["place", "value"], "where": {"year": {"in": ["2021"]}}}`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wanted {
    /// Names of the columns; `None` for all.
    pub columns: Option<Vec<String>>,
    /// A row is read where every condition holds; a cell without a value meets none.
    #[serde(rename = "where")]
    pub conditions: std::collections::BTreeMap<String, Condition>,
}

/// A condition on one column.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Condition {
    /// One of these values: words, numbers or dates as text.
    In {
        /// The values.
        #[serde(rename = "in")]
        values: Vec<String>,
    },
    /// Between two bounds, both included.
    Range {
        /// The lower bound.
        #[serde(default)]
        from: Option<Bound>,
        /// The upper bound.
        #[serde(default)]
        to: Option<Bound>,
    },
}

/// The end of a range: a number, or a date at any precision, which counts as its first or last day.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Bound {
    /// A number.
    Number(f64),
    /// `2021`, `2021-09` or `2021-09-07`.
    Date(String),
}

/// The least and the greatest value among cells.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Extent {
    /// Of texts, by their bytes; either may be cut short, the greatest then rounded up.
    Text(Vec<u8>, Vec<u8>),
    /// Of numbers.
    Numbers(f64, f64),
    /// Of days.
    Days(Day, Day),
}

impl Wanted {
    /// Whether the column is to be handed over.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.columns.as_ref().is_none_or(|columns| columns.iter().any(|c| c == column))
    }

    /// Whether the column must be read, be it for a condition alone.
    #[must_use]
    pub fn reads(&self, column: &str) -> bool {
        self.has(column) || self.conditions.contains_key(column)
    }
}

impl Bound {
    fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Date(text) => text.parse().ok(),
        }
    }

    fn date(&self) -> Option<PartialDate> {
        match self {
            Self::Number(_) => None,
            Self::Date(text) => text.parse().ok(),
        }
    }
}

impl Condition {
    /// Whether a text meets it: one of the values, or a number or date (of any day) between the bounds.
    #[must_use]
    pub fn meets_text(&self, text: &str) -> bool {
        match self {
            Self::In { values } => values.iter().any(|value| value == text),
            Self::Range { from, to } => {
                let dated = from.iter().chain(to).any(|bound| bound.date().is_some());
                if let (true, Ok(date)) = (dated, text.parse::<PartialDate>()) {
                    return self.meets_days(date.first_day(), date.last_day());
                }
                text.parse().is_ok_and(|number| self.meets_number(number))
            }
        }
    }

    /// Whether a number meets it.
    #[must_use]
    pub fn meets_number(&self, number: f64) -> bool {
        self.meets_numbers(number, number)
    }

    /// Whether some day from the first to the last meets it.
    #[must_use]
    pub fn meets_days(&self, first: Day, last: Day) -> bool {
        match self {
            Self::In { values } => values.iter().any(|value| {
                value
                    .parse::<PartialDate>()
                    .is_ok_and(|date| first <= date.last_day() && date.first_day() <= last)
            }),
            Self::Range { from, to } => {
                let below = |bound: &Bound| bound.date().is_some_and(|d| d.first_day() <= last);
                let above = |bound: &Bound| bound.date().is_some_and(|d| first <= d.last_day());
                from.as_ref().is_none_or(below) && to.as_ref().is_none_or(above)
            }
        }
    }

    /// Whether some number from the least to the greatest meets it.
    fn meets_numbers(&self, least: f64, greatest: f64) -> bool {
        match self {
            Self::In { values } => {
                values.iter().any(|v| v.parse::<f64>().is_ok_and(|v| least <= v && v <= greatest))
            }
            Self::Range { from, to } => {
                let below = |bound: &Bound| bound.number().is_some_and(|n| n <= greatest);
                let above = |bound: &Bound| bound.number().is_some_and(|n| least <= n);
                from.as_ref().is_none_or(below) && to.as_ref().is_none_or(above)
            }
        }
    }

    /// Whether some cell within the extent may meet it; in doubt yes.
    pub(super) fn may_meet(&self, extent: &Extent) -> bool {
        match (extent, self) {
            (Extent::Text(least, greatest), Self::In { values }) => {
                let within = |v: &[u8]| &**least <= v && v <= &**greatest;
                values.iter().any(|value| within(value.as_bytes()))
            }
            (Extent::Text(..), Self::Range { .. }) => true,
            (&Extent::Numbers(least, greatest), _) => self.meets_numbers(least, greatest),
            (&Extent::Days(first, last), _) => self.meets_days(first, last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(json: &str) -> Condition {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn what_is_wanted_reads_from_json() {
        let json =
            r#"{"columns":["value"],"where":{"year":{"in":["2021"]},"value":{"from":1,"to":2.5}}}"#;
        let wanted: Wanted = serde_json::from_str(json).unwrap();
        assert!(wanted.has("value") && !wanted.has("year") && wanted.reads("year"));
        assert!(wanted.conditions["value"].meets_number(2.5));
        assert!(!wanted.conditions["value"].meets_number(2.6));
        assert!(serde_json::from_str::<Wanted>("{}").unwrap().has("anything"));
        for json in [r#"{"column":[]}"#, r#"{"where":{"a":{"is":1}}}"#, r#"{"where":{"a":1}}"#] {
            assert!(serde_json::from_str::<Wanted>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn texts_meet_conditions_as_words_numbers_or_dates() {
        for (json, text, expected) in [
            (r#"{"in":["a","b"]}"#, "b", true),
            (r#"{"in":["a","b"]}"#, "c", false),
            (r#"{"from":2019,"to":2021}"#, "2020", true),
            (r#"{"from":2019,"to":2021}"#, "2022", false),
            (r#"{"from":"2019-06","to":"2021"}"#, "2019-06-30", true),
            (r#"{"from":"2019-06","to":"2021"}"#, "2019", true),
            (r#"{"from":"2019-06","to":"2021"}"#, "2019-05", false),
            (r#"{"from":"2019-06"}"#, "words", false),
            (r#"{"to":"5"}"#, "4.5", true),
        ] {
            assert_eq!(condition(json).meets_text(text), expected, "{json} {text}");
        }
    }

    #[test]
    fn extents_are_passed_over_only_where_no_cell_can_meet() {
        let text = |a: &str, b: &str| Extent::Text(a.into(), b.into());
        for (json, extent, expected) in [
            (r#"{"in":["m"]}"#, text("a", "z"), true),
            (r#"{"in":["m"]}"#, text("n", "z"), false),
            (r#"{"from":1}"#, text("n", "z"), true),
            (r#"{"in":["7"]}"#, Extent::Numbers(8.0, 9.0), false),
            (r#"{"from":3,"to":7}"#, Extent::Numbers(7.0, 9.0), true),
            (r#"{"from":3,"to":6}"#, Extent::Numbers(7.0, 9.0), false),
            (r#"{"in":["1970-01"]}"#, Extent::Days(30, 60), true),
            (r#"{"in":["1970-01"]}"#, Extent::Days(31, 60), false),
            (r#"{"from":"1970-03-02"}"#, Extent::Days(31, 60), true),
            (r#"{"from":"1970-03-03"}"#, Extent::Days(31, 60), false),
        ] {
            assert_eq!(condition(json).may_meet(&extent), expected, "{json} {extent:?}");
        }
    }
}
