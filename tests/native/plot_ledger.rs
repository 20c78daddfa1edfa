//! The promise ledger.

use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::from_dataset;
use minsheng_explorer::import::read_package;
use minsheng_explorer::plot::ledger;
use minsheng_explorer::query::Engine;
use minsheng_explorer::state::Options;

use crate::packages;

#[test]
fn look() {
    let (data, _) = read_package(&packages::bundled());
    let mut engine = Engine::new(Arc::new(from_dataset(&data)));
    for lang in Lang::ALL {
        let plan = ledger::plan(&mut engine, &data, &Options::default(), lang).unwrap();
        println!("{}", plan.sentence);
        for c in &plan.counts {
            println!("{:?}", c.header);
            for r in &c.rows {
                println!("  {} {:?}", r.0, r.2);
            }
        }
        for g in &plan.groups {
            println!("## {} {}", g.name, g.told);
            for r in &g.rows {
                println!(
                    "- {} | {} | {} | {} | {} | {} | {}",
                    r.name, r.beside, r.period, r.stage, r.standing, r.ratio, r.pace
                );
                for l in &r.lines {
                    println!("     {} {}", l.label, l.figure);
                }
                for b in &r.bars {
                    println!(
                        "     [{}] {} {} {:?}",
                        b.name,
                        b.ratio,
                        b.status_name,
                        b.spec.parts.iter().map(|p| p.extent.mid).collect::<Vec<_>>()
                    );
                }
                println!("     {} {:?} {}", r.published, r.notes, r.count);
            }
        }
    }
}
