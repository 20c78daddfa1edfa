//! Circles between the modules of one folder: files, and folders within it, that use one another round about.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// For a folder, whom each of its modules uses: `a -> b` with the place where.
type Uses = BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>>;

/// Every circle as `folder: a -> b -> a (a.rs:1, b.rs:2)`, each shown once, by one of its shortest ways.
pub(super) fn circles(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for (folder, uses) in &uses(sources) {
        let mut told: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
        for (from, targets) in uses {
            for to in targets.keys() {
                let Some(way) = way(uses, to, from) else { continue };
                if !told.insert(way.iter().copied().collect()) {
                    continue;
                }
                let round: Vec<&str> = std::iter::once(from.as_str()).chain(way).collect();
                let places: Vec<&str> =
                    round.windows(2).map(|pair| uses[pair[0]][pair[1]].as_str()).collect();
                found.push(format!("{folder}: {} ({})", round.join(" -> "), places.join(", ")));
            }
        }
    }
    found
}

/// Who uses whom, by folder. What a folder's own module takes of its parts, and they of it, is no circle between the
/// parts; what they take of one another through it is.
fn uses(sources: &[Source]) -> Uses {
    let owned = |source: &Source| source.module().into_iter().map(str::to_owned).collect();
    let modules: BTreeSet<Vec<String>> = sources.iter().map(owned).collect();
    // What a module has from its parts, by the path under which others find it there.
    let mut had = BTreeMap::new();
    for source in sources {
        let own: Vec<String> = owned(source);
        for taken in source.taken() {
            let Some(name) = taken.last().cloned() else { continue };
            let real = [&own[..], &taken[..]].concat();
            if modules.contains(&real[..=own.len()]) {
                had.insert([&own[..], &[name]].concat(), real);
            }
        }
    }
    let mut uses = Uses::new();
    // Programs use the crate from outside, and a module's tests may use all of it.
    let is_part = |path: &str| !path.starts_with("src/bin/") && !path.ends_with("/tests.rs");
    for source in sources.iter().filter(|source| is_part(&source.path)) {
        let own: Vec<String> = owned(source);
        for used in source.uses() {
            let handed = (1..=used.path.len()).rev().find_map(|n| had.get(&used.path[..n]));
            let path = handed.unwrap_or(&used.path);
            let shared = own.iter().zip(path).take_while(|(a, b)| a == b).count();
            let (Some(from), Some(to)) = (own.get(shared), path.get(shared)) else { continue };
            if modules.contains(&path[..=shared]) {
                let folder = [&["src".to_owned()], &own[..shared]].concat().join("/");
                let of = uses.entry(folder).or_default().entry(from.clone()).or_default();
                of.entry(to.clone()).or_insert(format!("{}:{}", source.path, used.line));
            }
        }
    }
    uses
}

/// A shortest way from one module to another, both named.
fn way<'a>(
    uses: &'a BTreeMap<String, BTreeMap<String, String>>,
    from: &'a str,
    to: &str,
) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![from]];
    let mut seen = BTreeSet::from([from]);
    while !ways.is_empty() {
        if let Some(way) = ways.iter().find(|way| way.last() == Some(&to)) {
            return Some(way.clone());
        }
        let mut longer = Vec::new();
        for way in &ways {
            let next = way.last().and_then(|last| uses.get(*last)).into_iter().flatten();
            for (name, _) in next.filter(|(name, _)| seen.insert(name)) {
                longer.push([&way[..], &[name.as_str()]].concat());
            }
        }
        ways = longer;
    }
    None
}
