//! Whole charts as SVG text, compared with `tests/snapshots`; `UPDATE_SNAPSHOTS=1` rewrites them.

use std::fs;
use std::path::{Path, PathBuf};

use minsheng_explorer::chart::{palette, svg};

use super::gallery;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

/// Pictures at phone width in the dark theme, at page width in the light one.
fn pictures() -> Vec<(String, String)> {
    let mut pictures = Vec::new();
    for (width, theme) in [(390.0, palette::DARK), (1000.0, palette::LIGHT)] {
        for (name, scene) in gallery::scenes(width) {
            pictures.push((format!("{name}-{width}.svg"), svg::to_svg(&scene, &theme)));
        }
    }
    pictures
}

#[test]
fn pictures_are_the_committed_ones() {
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut differing = Vec::new();
    for (name, text) in pictures() {
        let path = folder().join(&name);
        if update {
            fs::write(&path, text).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            differing.push(name);
        }
    }
    assert!(
        differing.is_empty(),
        "pictures differ from tests/snapshots: {differing:?}; look at them, then set UPDATE_SNAPSHOTS=1"
    );
}
