//! Shares of a whole: numbers that come to a hundred in each group.

use std::collections::BTreeMap;

use crate::column::Role;
use crate::plot::chart::choice::GROUP_BY;
use crate::plot::chart::subject::Subject;
use crate::plot::measure::adds_up;

/// Parts of one bar that can be told apart.
const MOST_PARTS: usize = 12;
/// Bars of one chart.
const MOST_GROUPS: usize = 40;
/// What rounding may make of a hundred.
const HUNDRED: std::ops::RangeInclusive<f64> = 99.0..=101.0;

/// The columns of groups and of their parts, of which a measure's numbers come to a hundred in each group. Only where a reader
/// leaves both to the chart.
pub(super) fn shares(s: &mut Subject, value: &str) -> Option<(String, String)> {
    let is_open = s.options.group.is_empty() && s.options.split.is_empty();
    if !is_open || adds_up(s.engine, value) {
        return None;
    }
    let roles = GROUP_BY.into_iter().filter(|&role| role != Role::Time);
    let mut keys: Vec<String> = roles.filter_map(|role| s.key(role)).collect();
    keys.retain(|key| s.can_group(key) && s.distinct(key) > 1);
    // Areas are bars rather than parts of one.
    let is_part = |s: &mut Subject, key: &str| {
        s.role(key) != Some(Role::Area) && s.distinct(key) <= MOST_PARTS
    };
    let parts: Vec<String> = keys.iter().filter(|key| is_part(s, key)).cloned().collect();
    let groups: Vec<String> =
        keys.into_iter().filter(|key| s.distinct(key) <= MOST_GROUPS).collect();
    let pairs = groups.iter().flat_map(|group| parts.iter().map(move |part| (group, part)));
    let found = pairs
        .filter(|(group, part)| group != part)
        .find(|(group, part)| comes_to_hundred(s, value, group, part));
    found.map(|(group, part)| (group.clone(), part.clone()))
}

fn comes_to_hundred(s: &mut Subject, value: &str, group: &str, part: &str) -> bool {
    let groups = s.engine.group_every(&[group, part], value);
    let mut wholes: BTreeMap<u32, f64> = BTreeMap::new();
    for at in 0..groups.len() {
        if groups.numbers[at] > 1 || groups.min[at] < 0.0 {
            return false;
        }
        *wholes.entry(groups.codes[0][at]).or_default() += groups.sum[at];
    }
    !wholes.is_empty() && wholes.values().all(|whole| HUNDRED.contains(whole))
}
