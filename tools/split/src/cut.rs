//! Makes the two modules of a plan.
//!
//! Both start as the whole module. In the first, every gate (a function of the rest that the first part uses) becomes a
//! few instructions: see that the rest is there, then call its slot of the function table. In the rest, whatever the
//! first part keeps becomes an import of it; on arrival it fills the table's slots and its constants in, and says so.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use walrus::ir::{UnaryOp, Value};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module, ModuleConfig, RefType, TableId,
    ValType,
};

use crate::links::Links;
use crate::plan::{Function, Plan, functions_of};

/// The module name under which the first part imports the function that brings the rest.
pub const LOADER: &str = "rest";
/// That function's name.
pub const LOAD: &str = "load";
/// The module name under which the rest imports from the first part.
pub const FIRST: &str = "first";
/// The first part's variable that the rest sets when it is there.
const ARRIVED: &str = "arrived";

/// Reads a module without losing names.
pub fn parse(wasm: &[u8]) -> Result<Module> {
    let mut module = ModuleConfig::new().generate_producers_section(false).parse(wasm)?;
    // The linker's sections speak of a module that no longer exists.
    let stale = |name: &str| name == "linking" || name.starts_with("reloc.");
    let ids: Vec<_> =
        module.customs.iter().filter(|(_, c)| stale(c.name())).map(|(id, _)| id).collect();
    for id in ids {
        module.customs.delete(id);
    }
    Ok(module)
}

/// The two parts.
pub fn cut(wasm: &[u8], plan: &Plan, links: &Links) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut first = parse(wasm)?;
    let mut rest = parse(wasm)?;
    let table = function_table(&first)?;
    let size = first.tables.get(table).initial;
    let mut slots = plan.slots.clone();
    let added: Vec<Function> =
        plan.gates.iter().filter(|id| !slots.contains_key(id)).copied().collect();
    slots.extend(added.into_iter().zip(size as u32..));
    let size = size + (slots.len() - plan.slots.len()) as u64;

    make_first(&mut first, plan, &slots)?;
    make_rest(&mut rest, plan, &slots)?;
    for (module, owner) in [(&mut first, Owner::First), (&mut rest, Owner::Rest)] {
        let table = function_table(module)?;
        let table = module.tables.get_mut(table);
        table.initial = size;
        table.maximum = table.maximum.map(|maximum| maximum.max(size));
        fill_memory(module, plan, links, owner)?;
    }
    walrus::passes::gc::run(&mut rest);
    export_what_is_imported(&mut first, &mut rest);
    walrus::passes::gc::run(&mut first);
    Ok((first.emit_wasm(), rest.emit_wasm()))
}

fn function_table(module: &Module) -> Result<TableId> {
    let mut tables = module.tables.iter().filter(|table| table.element_ty == RefType::FUNCREF);
    let table = tables.next().context("the module has no function table")?;
    if tables.next().is_some() {
        bail!("the module has several function tables");
    }
    Ok(table.id())
}

fn make_first(module: &mut Module, plan: &Plan, slots: &BTreeMap<Function, u32>) -> Result<()> {
    let table = function_table(module)?;
    let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let zero = ConstExpr::Value(Value::I32(0));
    let arrived = module.globals.add_local(ValType::I32, true, false, zero);
    module.exports.add(ARRIVED, arrived);
    let nothing = module.types.add(&[], &[]);
    let (load, _) = module.add_import_func(LOADER, LOAD, nothing);
    let mut see = FunctionBuilder::new(&mut module.types, &[], &[]);
    see.func_body().global_get(arrived).unop(UnaryOp::I32Eqz).if_else(
        None,
        |missing| {
            missing.call(load);
        },
        |_| {},
    );
    let see = see.finish(Vec::new(), &mut module.funcs);

    for gate in &plan.gates {
        let ty = module.funcs.get(ids[*gate]).ty();
        let (params, results) = module.types.params_results(ty);
        let (params, results) = (params.to_vec(), results.to_vec());
        let args: Vec<_> = params.iter().map(|&ty| module.locals.add(ty)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        let mut body = builder.func_body();
        body.call(see);
        for &arg in &args {
            body.local_get(arg);
        }
        body.i32_const(slots[gate] as i32).call_indirect(ty, table);
        module.funcs.get_mut(ids[*gate]).kind = FunctionKind::Local(builder.local_func(args));
    }
    let held = slots.iter().filter(|(id, _)| {
        plan.first.contains(id) || plan.gates.contains(id) && plan.first_pointers.contains(id)
    });
    // Filling a hole costs less than a segment of its own; what stands there is never called before the rest is.
    fill_table(module, table, held.map(|(&id, &slot)| (slot, ids[id])).collect(), 4);
    Ok(())
}

fn make_rest(module: &mut Module, plan: &Plan, slots: &BTreeMap<Function, u32>) -> Result<()> {
    let table = function_table(module)?;
    let ids: Vec<FunctionId> = module.funcs.iter().map(|function| function.id()).collect();
    let held = slots.iter().filter(|(id, _)| plan.rest.contains(id));
    fill_table(module, table, held.map(|(&id, &slot)| (slot, ids[id])).collect(), 0);

    let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    // Everything is imported at first; what nobody uses is swept away after.
    let own: Vec<_> = module.imports.iter().map(|import| import.id()).collect();
    own.into_iter().for_each(|id| module.imports.delete(id));
    for (number, &id) in ids.iter().enumerate() {
        if !plan.rest.contains(&number) {
            let import = module.imports.add(FIRST, &format!("function {number}"), id);
            let ty = module.funcs.get(id).ty();
            module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    for id in module.globals.iter().map(|global| global.id()).collect::<Vec<_>>() {
        let import = module.imports.add(FIRST, &format!("global {}", id.index()), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for id in module.tables.iter().map(|table| table.id()).collect::<Vec<_>>() {
        let import = module.imports.add(FIRST, &format!("table {}", id.index()), id);
        module.tables.get_mut(id).import = Some(import);
    }
    for id in module.memories.iter().map(|memory| memory.id()).collect::<Vec<_>>() {
        let import = module.imports.add(FIRST, &format!("memory {}", id.index()), id);
        module.memories.get_mut(id).import = Some(import);
    }
    let (arrived, _) = module.add_import_global(FIRST, ARRIVED, ValType::I32, true, false);
    let mut start = FunctionBuilder::new(&mut module.types, &[], &[]);
    start.func_body().i32_const(1).global_set(arrived);
    module.start = Some(start.finish(Vec::new(), &mut module.funcs));
    Ok(())
}

/// Fills the table with these functions only. Holes of up to `filler` slots are filled with a neighbour.
fn fill_table(module: &mut Module, table: TableId, held: BTreeMap<u32, FunctionId>, filler: u32) {
    let old: Vec<_> =
        module.elements.iter().filter(|e| functions_of(e).is_some()).map(|e| e.id()).collect();
    for id in old {
        module.tables.get_mut(table).elem_segments.remove(&id);
        module.elements.delete(id);
    }
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, id) in held {
        match runs.last_mut() {
            Some((start, run)) if slot - (*start + run.len() as u32) <= filler => {
                run.resize((slot - *start) as usize, id);
                run.push(id);
            }
            _ => runs.push((slot, vec![id])),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start as i32));
        let kind = ElementKind::Active { table, offset };
        let id = module.elements.add(kind, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// Gives every function, global, table and memory that the rest imports a short name, and exports it under that name.
fn export_what_is_imported(first: &mut Module, rest: &mut Module) {
    let functions: Vec<FunctionId> = first.funcs.iter().map(|item| item.id()).collect();
    let globals: Vec<_> = first.globals.iter().map(|item| item.id()).collect();
    let tables: Vec<_> = first.tables.iter().map(|item| item.id()).collect();
    let memories: Vec<_> = first.memories.iter().map(|item| item.id()).collect();
    for (number, import) in
        rest.imports.iter_mut().filter(|import| import.name != ARRIVED).enumerate()
    {
        let item: ExportItem = match import.kind {
            ImportKind::Function(id) => functions[id.index()].into(),
            ImportKind::Global(id) => globals[id.index()].into(),
            ImportKind::Table(id) => tables[id.index()].into(),
            ImportKind::Memory(id) => memories[id.index()].into(),
            ImportKind::Tag(_) => continue,
        };
        import.name = short(number);
        first.exports.add(&import.name, item);
    }
}

/// `0`, `1`, … in few characters. wasm-bindgen's exports all have longer names.
fn short(mut number: usize) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut name = String::new();
    loop {
        name.insert(0, char::from(DIGITS[number % 36]));
        number /= 36;
        if number == 0 {
            return name;
        }
    }
}

/// Who reads or writes a byte of the initial memory.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    First,
    /// The rest, and it alone.
    Rest,
    Nobody,
}

/// The owner of every byte of a segment.
fn owners(address: u32, bytes: &[u8], plan: &Plan, links: &Links) -> Vec<Owner> {
    // What belongs to no constant is padding, or something unknown that had better stay.
    let mut owners: Vec<Owner> =
        bytes.iter().map(|byte| if *byte == 0 { Owner::Nobody } else { Owner::First }).collect();
    for (number, datum) in links.data.iter().enumerate() {
        let owner = if plan.first_data.contains(&number) {
            Owner::First
        } else if plan.rest_data.contains(&number) {
            Owner::Rest
        } else {
            Owner::Nobody
        };
        let end = address as usize + bytes.len();
        if datum.range.start >= address && datum.range.end as usize <= end {
            let place =
                (datum.range.start - address) as usize..(datum.range.end - address) as usize;
            owners[place].fill(owner);
        }
    }
    owners
}

/// Replaces the initial memory by the bytes of one owner.
fn fill_memory(module: &mut Module, plan: &Plan, links: &Links, own: Owner) -> Result<()> {
    let memory = module.memories.iter().next().context("the module has no memory")?.id();
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        module.memories.get_mut(memory).data_segments.remove(&id);
        module.data.delete(id);
    }
    for (address, bytes) in &links.memory {
        let owners = owners(*address, bytes, plan, links);
        for (start, end) in runs(&owners, bytes, own) {
            let value =
                (start..end).map(|at| if owners[at] == own { bytes[at] } else { 0 }).collect();
            let offset = ConstExpr::Value(Value::I32((*address as usize + start) as i32));
            let id = module.data.add(DataKind::Active { memory, offset }, value);
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
    Ok(())
}

/// Where the owner has bytes other than zero, as `start..end`; small holes are taken along where that does no harm.
fn runs(owners: &[Owner], bytes: &[u8], own: Owner) -> Vec<(usize, usize)> {
    const HOLE: usize = 8;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..bytes.len()).filter(|&at| owners[at] == own && bytes[at] != 0) {
        match runs.last_mut() {
            // The first part comes first: it may write zeros where the rest will write. Not so the other way round,
            // and what stands at zero the other part may have changed since.
            Some((_, end))
                if at - *end <= HOLE
                    && (own == Owner::First
                        || owners[*end..at].iter().all(|o| *o != Owner::First)) =>
            {
                *end = at + 1;
            }
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}
