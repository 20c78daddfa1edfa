//! Cuts a finished wasm module in two: what the first view needs, and the rest, which may arrive later.
//!
//! - `split-wasm split LINKED FINISHED RULES… FIRST REST` writes the two parts. It reads the module as the linker left it
//!   (with `--emit-relocs`) and as wasm-bindgen finished it, both with names.
//! - `split-wasm gates LINKED FINISHED RULES…` prints the functions by which the first part would reach the rest.
//! - `split-wasm trace FINISHED TRACED NAMES` writes a module that calls `rest.enter(number)` at the start of every
//!   function, and the functions' names in the order of their numbers. tools/first-view.mjs runs it.
//! - `split-wasm xz FILE PACKED` packs a file for the one-file edition.

mod cut;
mod links;
mod pack;
mod plan;
mod rules;
mod trace;

use std::fs;
use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use links::Links;
use plan::Plan;
use rules::Rules;

/// What a gate must keep out of the first part to be worth its own bytes.
const WORTH: u64 = 60;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<()> {
    match args {
        ["split", linked, finished, rules @ .., first, rest] => {
            let finished = read(finished)?;
            let (plan, links) = plan_of(linked, &finished, rules)?;
            let (a, b) = cut::cut(&finished, &plan, &links)?;
            write(first, &a)?;
            write(rest, &b)
        }
        ["gates", linked, finished, rules @ ..] => {
            let finished = read(finished)?;
            let (plan, _) = plan_of(linked, &finished, rules)?;
            let module = cut::parse(&finished)?;
            let gates = module.funcs.iter().filter(|f| plan.gates.contains(&f.id().index()));
            let mut names: Vec<String> = gates.map(plan::name_of).collect();
            names.sort();
            Ok(std::io::stdout().write_all((names.join("\n") + "\n").as_bytes())?)
        }
        ["trace", finished, traced, names] => {
            let (wasm, list) = trace::trace(&read(finished)?)?;
            write(traced, &wasm)?;
            write(names, list.join("\n").as_bytes())
        }
        ["xz", file, packed] => write(packed, &pack::xz(&read(file)?)?),
        _ => bail!(
            "usage: split-wasm split LINKED FINISHED RULES… FIRST REST, or see tools/split/src/main.rs"
        ),
    }
}

fn plan_of(linked: &str, finished: &[u8], rules: &[&str]) -> Result<(Plan, Links)> {
    let links = Links::read(&read(linked)?).with_context(|| linked.to_owned())?;
    let texts: Vec<String> =
        rules.iter().map(|path| Ok(String::from_utf8(read(path)?)?)).collect::<Result<_>>()?;
    let rules = Rules::read(&texts.concat());
    let module = cut::parse(finished)?;
    let names: Vec<String> = module.funcs.iter().map(plan::name_of).collect();
    if let gone @ [first, ..] = &rules.gone(names.iter().map(String::as_str))[..] {
        eprintln!(
            "warning: tools/split/first-view.txt is older than the program: {} of its functions are gone, such as {first}. \
             Run 'make first-view', then build again; until then a visit may start twice.",
            gone.len()
        );
    }
    let plan = plan::plan(&module, &links, &rules, WORTH)?;
    Ok((plan, links))
}

fn read(path: &str) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.to_owned())
}

fn write(path: &str, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| path.to_owned())
}
