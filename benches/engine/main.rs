//! The engine beside a scan by hand, in one run over one table: `cargo bench --bench engine`.
//!
//! `MINSHENG_BENCH_ROWS` gives the numbers of rows, such as `100000,1000000,10000000`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used)]

mod clock;
mod scan;
mod table;

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use minsheng_explorer::query::{Clause, Engine, Filter, SortKey};

use clock::Processor;
use scan::Scan;
use table::{CHANGES, VIEWS, engine, table};

fn sizes() -> Vec<usize> {
    let given = std::env::var("MINSHENG_BENCH_ROWS").unwrap_or_else(|_| "10000".to_owned());
    given.split(',').map(|rows| rows.trim().parse().unwrap()).collect()
}

/// One change of a filter and all seven views, over and over through a list of changes.
fn recount(c: &mut Criterion<Processor>) {
    let mut group = c.benchmark_group("recount");
    for rows in sizes() {
        let table = Arc::new(table(rows));
        let (mut scan, mut engine) = (Scan::new(&table), engine(&table));
        group.throughput(Throughput::Elements(rows as u64));
        let mut at = 0;
        group.bench_function(BenchmarkId::new("engine", rows), |b| {
            b.iter(|| {
                let (column, range) = CHANGES[at % CHANGES.len()];
                at += 1;
                match range {
                    Some((lo, hi)) => engine.set(column, Clause::Codes(lo, hi)),
                    None => engine.clear(column),
                }
                black_box(engine.counts_all(&VIEWS))
            });
        });
        group.bench_function(BenchmarkId::new("scan", rows), |b| {
            b.iter(|| {
                let (column, range) = CHANGES[at % CHANGES.len()];
                at += 1;
                scan.set(column, range);
                black_box(scan.counts())
            });
        });
    }
    group.finish();
}

/// The cube when a brush starts, under a filter of three fields; then a step of the brush.
fn cube(c: &mut Criterion<Processor>) {
    for active in ["year", "value"] {
        let mut group = c.benchmark_group(format!("cube {active}"));
        for rows in sizes() {
            let table = Arc::new(table(rows));
            let mut engine = engine(&table);
            engine.set("domain", Clause::Codes(2, 4));
            engine.counts_all(&VIEWS);
            group.throughput(Throughput::Elements(rows as u64));
            group.bench_function(BenchmarkId::new("engine", rows), |b| {
                b.iter(|| black_box(engine.activate(active, &VIEWS)));
            });
            let cube = engine.activate(active, &VIEWS).unwrap();
            let mut out = vec![0; 4_096];
            let mut lo = 0;
            group.bench_function(BenchmarkId::new("brush", rows), |b| {
                b.iter(|| {
                    lo = (lo + 1) % 12;
                    for view in 0..cube.views.len() {
                        cube.counts(view, lo, lo + 9, &mut out[..cube.views[view].codes]);
                        black_box(&out);
                    }
                });
            });
        }
        group.finish();
    }
}

/// Sums by place and year.
fn group_by(c: &mut Criterion<Processor>) {
    let mut group = c.benchmark_group("sum by place and year");
    for rows in sizes() {
        let table = Arc::new(table(rows));
        let mut engine = engine(&table);
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_function(BenchmarkId::new("engine", rows), |b| {
            b.iter(|| black_box(engine.group_sums(&["place", "year"], "value")));
        });
        group.bench_function(BenchmarkId::new("crosstab", rows), |b| {
            b.iter(|| black_box(engine.crosstab_sums(&["place", "year"], "value")));
        });
        let scan = Scan::new(&table);
        group.bench_function(BenchmarkId::new("scan", rows), |b| b.iter(|| black_box(scan.sums())));
    }
    group.finish();
}

/// Rows whose place has a word in its name.
fn search(c: &mut Criterion<Processor>) {
    let mut group = c.benchmark_group("search");
    for rows in sizes() {
        let table = Arc::new(table(rows));
        let mut engine = engine(&table);
        engine.counts_all(&VIEWS);
        let words = ["ab", "c", "de", "cab"];
        let mut at = 0;
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_function(BenchmarkId::new("engine", rows), |b| {
            b.iter(|| {
                at += 1;
                engine.set(Filter::TEXT, Clause::Text(words[at % 4].to_owned()));
                black_box(engine.matching())
            });
        });
        let scan = Scan::new(&table);
        group.bench_function(BenchmarkId::new("scan", rows), |b| {
            b.iter(|| {
                at += 1;
                black_box(scan.search(words[at % 4]))
            });
        });
    }
    group.finish();
}

/// Pages of fifty rows by amount and by place, and the rows under a filter.
fn pages(c: &mut Criterion<Processor>) {
    let mut group = c.benchmark_group("page");
    for rows in sizes() {
        let table = Arc::new(table(rows));
        let mut engine: Engine = engine(&table);
        engine.set("domain", Clause::Codes(2, 4));
        group.throughput(Throughput::Elements(rows as u64));
        for column in ["value", "place"] {
            let key = SortKey { column: column.to_owned(), descending: true };
            let mut at = 0;
            group.bench_function(BenchmarkId::new(column, rows), |b| {
                b.iter(|| {
                    at = (at + rows / 7) % (rows / 4);
                    black_box(engine.page(Some(&key), at..at + 50))
                });
            });
        }
        let mut hi = 4;
        group.bench_function(BenchmarkId::new("rows", rows), |b| {
            b.iter(|| {
                hi = if hi == 4 { 5 } else { 4 };
                engine.set("domain", Clause::Codes(2, hi));
                black_box(engine.rows().words().len())
            });
        });
    }
    group.finish();
}

fn quick() -> Criterion<Processor> {
    Criterion::default().with_measurement(Processor::new()).sample_size(10).without_plots()
}

criterion_group! { name = benches; config = quick(); targets = recount, cube, group_by, search, pages }
criterion_main!(benches);
