//! Decides what the first part needs: everything that can be reached from the module's exports without passing through
//! one of the functions chosen to wait.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Result, bail};
use walrus::ir::{self, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, Element, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module,
};

use crate::links::{Links, Target};
use crate::rules::Rules;

/// A function's number: the same in every copy of the module, as walrus's own ids are not.
pub type Function = usize;

/// A function or a constant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Node {
    Function(Function),
    Data(usize),
}

/// Who goes where.
#[derive(Debug, Default)]
pub struct Plan {
    /// Functions of the first part.
    pub first: BTreeSet<Function>,
    /// Functions of the rest.
    pub rest: BTreeSet<Function>,
    /// Functions of the rest that the first part calls or whose address it takes.
    pub gates: BTreeSet<Function>,
    /// Constants of the first part, by their place in [`Links::data`].
    pub first_data: BTreeSet<usize>,
    /// Constants of the rest.
    pub rest_data: BTreeSet<usize>,
    /// Functions whose address the first part takes.
    pub first_pointers: BTreeSet<Function>,
    /// Slot of each function in the table that calls by address go through.
    pub slots: BTreeMap<Function, u32>,
}

/// Makes the plan. A gate, which costs some bytes itself, must keep `worth` instructions and bytes of constants out of
/// the first part.
pub fn plan(module: &Module, links: &Links, rules: &Rules, worth: u64) -> Result<Plan> {
    let slots = slots(module)?;
    let graph = Graph::new(module, links, &slots);
    graph.check_unknown(module, links)?;
    let waiting = module.funcs.iter().filter(|f| matches!(f.kind, FunctionKind::Local(_)));
    let mut waiting: BTreeSet<Function> =
        waiting.filter(|f| rules.wait(&name_of(f))).map(|f| f.id().index()).collect();

    let mut roots: Vec<Function> = module.start.iter().map(|id| id.index()).collect();
    roots.extend(module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id.index()),
        _ => None,
    }));
    // What wasm-bindgen put into the table itself, no relocation tells of.
    roots.extend(slots.keys().filter(|id| !graph.linked.contains(*id)).copied());
    let roots: Vec<Node> = roots.into_iter().map(Node::Function).collect();

    let mut plan = loop {
        let plan = graph.first_part(&roots, &waiting);
        let poor: Vec<Function> = plan
            .gates
            .iter()
            .copied()
            .filter(|&gate| graph.kept_out(gate, &plan, &waiting) < worth)
            .collect();
        if poor.is_empty() {
            break Plan { slots, ..plan };
        }
        poor.iter().for_each(|gate| _ = waiting.remove(gate));
    };
    graph.walk(plan.gates.iter().map(|&id| Node::Function(id)).collect(), |node| match node {
        Node::Function(id) => !plan.first.contains(&id) && plan.rest.insert(id),
        Node::Data(number) => !plan.first_data.contains(&number) && plan.rest_data.insert(number),
    });
    // The page's own functions reach the rest through the first part.
    let imports = module.funcs.iter().filter(|f| matches!(f.kind, FunctionKind::Import(_)));
    for id in imports.map(|function| function.id().index()) {
        if plan.rest.remove(&id) {
            plan.first.insert(id);
        }
    }
    plan.first_pointers = graph.pointers(&plan.first, &plan.first_data);
    Ok(plan)
}

/// A function's name as in the source.
pub fn name_of(function: &walrus::Function) -> String {
    format!("{:#}", rustc_demangle::demangle(function.name.as_deref().unwrap_or_default()))
}

/// The table of function addresses: which function stands where.
fn slots(module: &Module) -> Result<BTreeMap<Function, u32>> {
    let mut slots = BTreeMap::new();
    for element in module.elements.iter() {
        let Some((start, functions)) = functions_of(element) else { continue };
        for (slot, &id) in (start..).zip(functions) {
            if slots.insert(id.index(), slot).is_some() {
                bail!("a function stands twice in the table");
            }
        }
    }
    Ok(slots)
}

/// Start and functions of a segment that fills the function table; `None` of one for other values.
pub fn functions_of(element: &Element) -> Option<(u32, &[FunctionId])> {
    match (&element.kind, &element.items) {
        (
            ElementKind::Active { offset: ConstExpr::Value(ir::Value::I32(start)), .. },
            ElementItems::Functions(functions),
        ) => Some((*start as u32, functions)),
        _ => None,
    }
}

/// Who needs whom.
struct Graph {
    edges: BTreeMap<Node, Vec<Node>>,
    /// Addresses among the edges: which functions a node takes the address of.
    pointers: BTreeMap<Node, Vec<Function>>,
    /// Instructions of each function, bytes of each constant.
    sizes: BTreeMap<Node, u64>,
    /// Functions that were in the linked module.
    linked: BTreeSet<Function>,
}

impl Graph {
    fn new(module: &Module, links: &Links, slots: &BTreeMap<Function, u32>) -> Self {
        // The finished module has other indices; names are what both share.
        let mut by_name: HashMap<&str, Vec<Function>> = HashMap::new();
        for function in module.funcs.iter() {
            if let Some(name) = &function.name {
                by_name.entry(name).or_default().push(function.id().index());
            }
        }
        let finished = |index: &u32| -> &[Function] {
            let name = links.names.get(index).map_or("", String::as_str);
            by_name
                .get(name)
                .or_else(|| by_name.get(without_hash(name)?))
                .map_or(&[], Vec::as_slice)
        };
        let mut this = Self {
            edges: BTreeMap::new(),
            pointers: BTreeMap::new(),
            sizes: BTreeMap::new(),
            linked: BTreeSet::new(),
        };
        for (id, local) in module.funcs.iter_local() {
            this.sizes.insert(Node::Function(id.index()), local.size());
            let mut calls = Calls(BTreeSet::new());
            dfs_in_order(&mut calls, local, local.entry_block());
            this.edges.insert(
                Node::Function(id.index()),
                calls.0.into_iter().map(Node::Function).collect(),
            );
        }
        for index in links.names.keys() {
            this.linked.extend(finished(index));
        }
        let mut add = |from: Node, targets: &[Target]| {
            for target in targets {
                match target {
                    Target::Data(number) => {
                        this.edges.entry(from).or_default().push(Node::Data(*number));
                    }
                    Target::Function(index) => {
                        // Where a name is not unique, each may be meant.
                        for id in finished(index).iter().filter(|id| slots.contains_key(id)) {
                            this.edges.entry(from).or_default().push(Node::Function(*id));
                            this.pointers.entry(from).or_default().push(*id);
                        }
                    }
                }
            }
        };
        for (index, targets) in &links.functions {
            for &id in finished(index) {
                add(Node::Function(id), targets);
            }
        }
        for (number, datum) in links.data.iter().enumerate() {
            add(Node::Data(number), &datum.targets);
            this.sizes.insert(Node::Data(number), u64::from(datum.range.end - datum.range.start));
        }
        // Constants that share bytes stay together.
        let mut order: Vec<usize> =
            (0..links.data.len()).filter(|&n| !links.data[n].range.is_empty()).collect();
        order.sort_by_key(|&n| links.data[n].range.start);
        let mut previous: Option<usize> = None;
        for n in order {
            if let Some(p) = previous
                && links.data[p].range.end > links.data[n].range.start
            {
                this.edges.entry(Node::Data(p)).or_default().push(Node::Data(n));
                this.edges.entry(Node::Data(n)).or_default().push(Node::Data(p));
            }
            if previous.is_none_or(|p| links.data[p].range.end <= links.data[n].range.end) {
                previous = Some(n);
            }
        }
        this
    }

    /// Visits what can be reached; `enter` says whether to go on from a node, which it does not for one seen before.
    fn walk(&self, mut open: Vec<Node>, mut enter: impl FnMut(Node) -> bool) {
        while let Some(node) = open.pop() {
            if enter(node) {
                open.extend(self.edges.get(&node).into_iter().flatten());
            }
        }
    }

    /// A function that wasm-bindgen added has no relocations; it must hold no address of a constant.
    fn check_unknown(&self, module: &Module, links: &Links) -> Result<()> {
        for (id, local) in
            module.funcs.iter_local().filter(|(id, _)| !self.linked.contains(&id.index()))
        {
            let mut numbers = Numbers(Vec::new());
            dfs_in_order(&mut numbers, local, local.entry_block());
            let address = |n: u32| links.data.iter().any(|datum| datum.range.contains(&n));
            if numbers.0.into_iter().any(address) {
                bail!(
                    "{} may hold an address that no relocation tells of",
                    name_of(module.funcs.get(id))
                );
            }
        }
        Ok(())
    }

    /// What the roots reach without passing a function that waits.
    fn first_part(&self, roots: &[Node], waiting: &BTreeSet<Function>) -> Plan {
        let mut plan = Plan::default();
        self.walk(roots.to_vec(), |node| match node {
            Node::Function(id) if waiting.contains(&id) => {
                plan.gates.insert(id);
                false
            }
            Node::Function(id) => plan.first.insert(id),
            Node::Data(number) => plan.first_data.insert(number),
        });
        plan
    }

    /// The size of what would come into the first part if this gate were open.
    fn kept_out(&self, gate: Function, plan: &Plan, waiting: &BTreeSet<Function>) -> u64 {
        let mut seen = BTreeSet::new();
        self.walk(vec![Node::Function(gate)], |node| match node {
            Node::Function(id)
                if id != gate && (plan.first.contains(&id) || waiting.contains(&id)) =>
            {
                false
            }
            Node::Data(number) if plan.first_data.contains(&number) => false,
            node => seen.insert(node),
        });
        seen.iter().filter_map(|node| self.sizes.get(node)).sum()
    }

    /// Functions whose address these functions and constants take.
    fn pointers(
        &self,
        functions: &BTreeSet<Function>,
        data: &BTreeSet<usize>,
    ) -> BTreeSet<Function> {
        let nodes = functions
            .iter()
            .map(|&id| Node::Function(id))
            .chain(data.iter().map(|&n| Node::Data(n)));
        nodes.filter_map(|node| self.pointers.get(&node)).flatten().copied().collect()
    }
}

/// The name that wasm-bindgen gives an exported method, which the linker knows with a hash at its end.
fn without_hash(name: &str) -> Option<&str> {
    let (name, hash) = name.rsplit_once('_')?;
    (hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())).then_some(name)
}

struct Calls(BTreeSet<Function>);

impl<'a> Visitor<'a> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(function.index());
    }
}

struct Numbers(Vec<u32>);

impl<'a> Visitor<'a> for Numbers {
    fn visit_const(&mut self, instr: &ir::Const) {
        if let ir::Value::I32(number) = instr.value {
            self.0.push(number as u32);
        }
    }
}
