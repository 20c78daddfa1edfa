//! A package whose tables are not those that its descriptor speaks of never passes for the whole.

use std::fs;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::import::{Manifest, changed, read_described, read_manifest};
use minsheng_explorer::model::Misfit;
use minsheng_explorer::words::misfit_text;

use crate::packages;

fn manifest() -> Manifest {
    let text = fs::read_to_string(packages::bundled_folder().join("datapackage.json")).unwrap();
    read_manifest(&text).unwrap()
}

/// What the page knows of these tables once every byte was compared.
fn misfit(manifest: &Manifest, tables: &[(String, String)]) -> Misfit {
    let (_, _, mut misfit) = read_described(manifest, tables);
    let files = changed(manifest, tables);
    // What is seen at a glance is among what a closer look finds, unless the descriptor has no hashes.
    assert!(files.is_empty() || misfit.files.iter().all(|file| files.contains(file)));
    if !files.is_empty() {
        misfit.files = files;
    }
    misfit
}

/// The bundled tables with one of them changed.
fn with(name: &str, change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    let mut tables = packages::bundled();
    let (_, text) = tables.iter_mut().find(|(n, _)| n == name).unwrap();
    *text = change(text);
    tables
}

fn first_lines(text: &str, lines: usize) -> String {
    text.split_inclusive('\n').take(lines).collect()
}

#[test]
fn the_bundled_tables_are_those_described() {
    let (tables, manifest) = (packages::bundled(), manifest());
    assert!(manifest.resources.iter().all(|r| r.hash.is_some() && r.bytes.is_some()));
    let fits = misfit(&manifest, &tables);
    assert!(fits.is_none(), "{fits:?}: run `make data`");
    assert_eq!((fits.described, fits.rows), (Some(fits.sound), fits.sound));
    assert_eq!(misfit_text(&fits, Lang::Zh), "");
}

#[test]
fn a_change_of_one_letter_in_any_table_is_told_by_its_file() {
    let manifest = manifest();
    for (name, text) in packages::bundled() {
        let last = text.trim_end().chars().last().unwrap();
        let other = if last == 'x' { 'y' } else { 'x' };
        let tables = with(&name, |text| {
            let text = text.trim_end();
            let kept = text.strip_suffix(last).unwrap();
            format!("{kept}{}\n", other.to_string().repeat(last.len_utf8()))
        });
        let found = misfit(&manifest, &tables);
        assert_eq!(found.files, [format!("{name}.csv")]);
        for lang in [Lang::Zh, Lang::En] {
            let told = misfit_text(&found, lang);
            assert!(told.contains(&format!("{name}.csv")) && told.contains("README"), "{told}");
        }
    }
}

#[test]
fn a_table_cut_at_the_end_of_any_row_is_seen_at_a_glance() {
    let manifest = manifest();
    for (name, text) in packages::bundled() {
        let rows = text.lines().count();
        for lines in [1, 2, rows / 2, rows - 1].into_iter().filter(|&lines| lines < rows) {
            let tables = with(&name, |text| first_lines(text, lines));
            let (_, _, seen) = read_described(&manifest, &tables);
            assert!(
                seen.files.contains(&format!("{name}.csv")),
                "{name} to line {lines}: {seen:?}"
            );
        }
    }
}

#[test]
fn a_part_is_never_shown_as_the_whole_and_both_counts_are_said() {
    let manifest = manifest();
    let whole = misfit(&manifest, &packages::bundled()).sound;
    let cut = with("observations", |text| first_lines(text, 172));
    // The columns of another version: no row can be read.
    let other = with("observations", |text| text.replacen("indicator", "measure", 1));
    // The reverse: figures whose indicators the old table does not know.
    let older = with("indicators", |text| first_lines(text, 60));
    for tables in [cut, other, older] {
        let found = misfit(&manifest, &tables);
        assert!(found.sound < whole, "{found:?}");
        for lang in [Lang::Zh, Lang::En] {
            let told = misfit_text(&found, lang);
            for count in [found.sound, whole] {
                assert!(told.contains(&count.to_string()), "{count} in {told}");
            }
        }
    }
}

#[test]
fn rows_that_cannot_be_read_are_told_even_where_the_table_is_the_one_described() {
    let bare = Manifest {
        resources: manifest()
            .resources
            .into_iter()
            .map(|r| minsheng_explorer::import::Resource {
                hash: None,
                bytes: None,
                rows: None,
                ..r
            })
            .collect(),
        ..Manifest::default()
    };
    assert!(misfit(&bare, &packages::bundled()).is_none());
    let doubled = with("observations", |text| {
        let row = text.lines().nth(1).unwrap();
        format!("{text}{row}\n")
    });
    let found = misfit(&bare, &doubled);
    assert_eq!((found.files.len(), found.rows), (0, found.sound + 1));
    let told = misfit_text(&found, Lang::Zh);
    assert!(told.contains("页面底部") && !told.contains("README"), "{told}");
}

#[test]
fn a_mark_before_the_text_counts_as_it_does_in_the_file() {
    let tables = with("units", |text| format!("\u{feff}{text}"));
    let found = misfit(&manifest(), &tables);
    assert_eq!(found.files, ["units.csv"]);
    assert_eq!(found.sound, found.all());
}

#[test]
fn a_hash_of_another_kind_is_not_complained_of() {
    let mut manifest = manifest();
    for resource in &mut manifest.resources {
        resource.hash = Some("0123456789abcdef0123456789abcdef".to_owned());
    }
    assert!(misfit(&manifest, &packages::bundled()).is_none());
}
