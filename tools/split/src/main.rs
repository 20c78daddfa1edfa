//! Cuts a finished wasm module in two: what the first view needs, and the rest, which may arrive later.
//!
//! `split-wasm LINKED FINISHED PATTERNS FIRST REST` reads the module as the linker left it (with `--emit-relocs`) and as
//! wasm-bindgen finished it, both with names, and a file of patterns; it writes the two parts. A function waits for the
//! rest where its name, as `module::path::function`, contains one of the patterns.

mod cut;
mod links;
mod plan;
mod trace;

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<()> {
    if let [verb, finished, out, names] = args
        && verb == "--trace"
    {
        let (wasm, list) = trace::trace(&fs::read(finished)?)?;
        fs::write(out, wasm)?;
        fs::write(names, list)?;
        return Ok(());
    }
    let [linked, finished, patterns, first, rest] = args else {
        bail!("usage: split-wasm LINKED FINISHED PATTERNS FIRST REST");
    };
    let read = |path: &str| fs::read(path).with_context(|| path.to_owned());
    let links = links::Links::read(&read(linked)?).with_context(|| linked.clone())?;
    let wasm = read(finished)?;
    let patterns = fs::read_to_string(patterns).with_context(|| patterns.clone())?;
    let patterns: Vec<&str> = patterns
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let keep: Vec<&str> = patterns.iter().filter_map(|p| p.strip_prefix("! ")).collect();
    let patterns: Vec<&str> = patterns.iter().filter(|p| !p.starts_with("! ")).copied().collect();
    let exact: std::collections::HashSet<&str> =
        patterns.iter().filter_map(|p| p.strip_prefix('=')).collect();
    let module = cut::parse(&wasm)?;
    let plan = plan::plan(
        &module,
        &links,
        |name| {
            exact.contains(name)
                || !keep.iter().any(|p| name.contains(p))
                    && patterns.iter().any(|p| name.contains(p))
        },
        std::env::var("WORTH").map_or(40, |w| w.parse().unwrap()),
    )?;
    let (a, b) = cut::cut(&wasm, &plan, &links)?;
    if std::env::var_os("SPLIT_REPORT").is_some() {
        report(&module, &plan, &links);
    }
    fs::write(first, a).with_context(|| first.clone())?;
    fs::write(rest, b).with_context(|| rest.clone())?;
    Ok(())
}

fn report(module: &walrus::Module, plan: &plan::Plan, links: &links::Links) {
    for (id, local) in module.funcs.iter_local() {
        let n = id.index();
        let name = module.funcs.get(id).name.as_deref().unwrap_or("?");
        let part = match (plan.first.contains(&n), plan.rest.contains(&n), plan.gates.contains(&n))
        {
            (true, _, _) => "first",
            (_, _, true) => "gate",
            (_, true, _) => "rest",
            _ => "dead",
        };
        println!("{part}\t{}\t{:#}", local.size(), rustc_demangle::demangle(name));
    }
    for (n, datum) in links.data.iter().enumerate() {
        let part = if plan.first_data.contains(&n) {
            "first"
        } else if plan.rest_data.contains(&n) {
            "rest"
        } else {
            "dead"
        };
        println!("data-{part}\t{}\t{}", datum.range.len(), datum.name);
    }
}
