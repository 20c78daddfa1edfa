//! Decides what the first part needs: everything that can be reached from the module's exports without passing through
//! one of the functions chosen to wait.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Result, bail};
use walrus::ir::{self, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, Element, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module,
};

use crate::links::{Links, Target};

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

/// Makes the plan. `waits` says by its name in the source whether a function shall wait.
pub fn plan(
    module: &Module,
    links: &Links,
    waits: impl Fn(&str) -> bool,
    worth: u64,
) -> Result<Plan> {
    let slots = slots(module)?;
    let graph = Graph::new(module, links, &slots);
    let waiting: BTreeSet<Function> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| {
            let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
            waits(&format!("{:#}", rustc_demangle::demangle(name)))
        })
        .map(|(id, _)| id.index())
        .collect();

    let mut roots: Vec<Function> = module.start.iter().map(|id| id.index()).collect();
    roots.extend(module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id.index()),
        _ => None,
    }));
    // What wasm-bindgen put into the table itself, no relocation tells of.
    roots.extend(slots.keys().filter(|id| !graph.linked.contains(*id)).copied());
    let roots: Vec<Node> = roots.into_iter().map(Node::Function).collect();

    let size = |node: Node| match node {
        Node::Function(id) => graph.sizes.get(&id).copied().unwrap_or_default(),
        Node::Data(number) => links.data[number].range.len() as u64,
    };
    let mut waiting = waiting;
    let mut plan = loop {
        let mut plan = Plan { slots: slots.clone(), ..Plan::default() };
        graph.walk(roots.clone(), |node| match node {
            Node::Function(id) if waiting.contains(&id) => {
                plan.gates.insert(id);
                false
            }
            Node::Function(id) => plan.first.insert(id),
            Node::Data(number) => plan.first_data.insert(number),
        });
        // A gate costs some bytes itself.
        let before = waiting.len();
        for &gate in &plan.gates {
            let mut seen = BTreeSet::new();
            let mut kept_out = 0;
            graph.walk(vec![Node::Function(gate)], |node| {
                let known = match node {
                    Node::Function(id) => {
                        id != gate && (plan.first.contains(&id) || waiting.contains(&id))
                    }
                    Node::Data(number) => plan.first_data.contains(&number),
                };
                let new = !known && seen.insert(node);
                if new {
                    kept_out += size(node);
                }
                new
            });
            if kept_out < worth {
                waiting.remove(&gate);
            }
        }
        if waiting.len() == before {
            break plan;
        }
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
    /// Instructions of each function.
    sizes: BTreeMap<Function, u64>,
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
            links.names.get(index).and_then(|n| by_name.get(n.as_str())).map_or(&[], Vec::as_slice)
        };
        let mut this = Self {
            edges: BTreeMap::new(),
            pointers: BTreeMap::new(),
            sizes: BTreeMap::new(),
            linked: BTreeSet::new(),
        };
        for (id, local) in module.funcs.iter_local() {
            this.sizes.insert(id.index(), local.size());
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

struct Calls(BTreeSet<Function>);

impl<'a> Visitor<'a> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(function.index());
    }
}
