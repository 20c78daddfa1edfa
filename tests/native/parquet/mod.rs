//! Parquet and Arrow IPC written by pyarrow, read to equal cells; damaged files; what is fetched of a dataset.

mod cells;
mod damage;
mod microdata;
mod nested;
mod observations;

use std::fs;
use std::path::PathBuf;

use bytes::Bytes;
use minsheng_explorer::base::problem::Problem;
use minsheng_explorer::import::parquet::{Scanned, Wanted, is_arrow, read_arrow, read_parquet};

use crate::packages::root;

fn fixtures() -> PathBuf {
    root().join("tests/fixtures/formats/arrow")
}

fn fixture(name: &str) -> Bytes {
    fs::read(fixtures().join(name)).unwrap().into()
}

fn read(name: &str, bytes: Bytes, wanted: Wanted) -> Result<Scanned, Problem> {
    if is_arrow(&bytes) {
        read_arrow(name, bytes, wanted)
    } else {
        read_parquet(name, bytes, wanted)
    }
}

fn wanted(json: &str) -> Wanted {
    serde_json::from_str(json).unwrap()
}
