//! What the linker's relocations tell: which function or constant takes the address of which.
//!
//! In a finished module an address is a number like any other. `--emit-relocs` keeps, beside the linked module, a list
//! of the numbers that are addresses, and a table of every constant's place and length.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry,
    RelocationType, SymbolInfo,
};

/// Something whose address is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    /// A constant, by its place in [`Links::data`].
    Data(usize),
    /// A function, by its index in the linked module.
    Function(u32),
}

/// A constant or static variable.
#[derive(Debug)]
pub struct Datum {
    /// Where it lies in memory.
    pub range: Range<u32>,
    /// Its symbol.
    pub name: String,
    /// Addresses it holds.
    pub targets: Vec<Target>,
}

/// The addresses in a linked module.
#[derive(Debug, Default)]
pub struct Links {
    /// Every constant and static variable of a length.
    pub data: Vec<Datum>,
    /// Addresses that functions take, by the function's index.
    pub functions: HashMap<u32, Vec<Target>>,
    /// Names of functions by index.
    pub names: HashMap<u32, String>,
    /// The initial memory, by address.
    pub memory: Vec<(u32, Vec<u8>)>,
}

impl Links {
    /// Reads a module that was linked with `--emit-relocs`.
    pub fn read(wasm: &[u8]) -> Result<Self> {
        let mut links = Self::default();
        let mut symbols = Vec::new();
        let mut relocations = Vec::new();
        let mut bodies: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        // Per segment: its content's place in the file, and its address.
        let mut segments: Vec<(Range<usize>, u32)> = Vec::new();
        let (mut code, mut data) = (None, None);
        let (mut code_start, mut data_start) = (0, 0);
        let mut function = 0;
        let mut section = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        function += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    (code, code_start) = (Some(section), range.start);
                }
                Payload::CodeSectionEntry(body) => {
                    let range = body.range();
                    bodies.insert(range.start as u32, (range.end as u32, function));
                    function += 1;
                }
                Payload::DataSection(reader) => {
                    (data, data_start) = (Some(section), reader.range().start);
                    for segment in reader.clone() {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else {
                            bail!("a data segment has no address");
                        };
                        let Operator::I32Const { value } =
                            offset_expr.get_operators_reader().read()?
                        else {
                            bail!("a data segment's address is not a number");
                        };
                        let end = segment.range.end;
                        segments.push((end - segment.data.len()..end, value as u32));
                        links.memory.push((value as u32, segment.data.to_vec()));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(table) = part? {
                                symbols = table.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(reloc) => {
                        for entry in reloc.entries() {
                            relocations.push((reloc.section_index(), entry?));
                        }
                    }
                    KnownCustom::Name(names) => {
                        for part in names {
                            if let Name::Function(map) = part? {
                                for naming in map {
                                    let naming = naming?;
                                    links.names.insert(naming.index, naming.name.to_owned());
                                }
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            section += u32::from(payload.as_section().is_some());
        }
        if symbols.is_empty() || relocations.is_empty() {
            bail!("it was linked without --emit-relocs (is RUSTFLAGS set? build.rs asks for them)");
        }
        let numbers = links.add_data(&symbols, &segments);
        for (section, entry) in relocations {
            let Some(target) = target(&entry, &symbols, &numbers)? else { continue };
            if Some(section) == code {
                let at = (code_start + entry.offset as usize) as u32;
                let body = bodies.range(..=at).next_back().filter(|(_, (end, _))| at < *end);
                let (_, &(_, function)) = body.context("a relocation lies in no function")?;
                links.functions.entry(function).or_default().push(target);
            } else if Some(section) == data {
                links.add_pointer(data_start + entry.offset as usize, target, &segments)?;
            }
        }
        Ok(links)
    }

    /// Enters the constants; gives each symbol's number among them.
    fn add_data(
        &mut self,
        symbols: &[SymbolInfo],
        segments: &[(Range<usize>, u32)],
    ) -> Vec<Option<usize>> {
        let mut numbers = Vec::new();
        for symbol in symbols {
            let number = match symbol {
                SymbolInfo::Data { name, symbol: Some(place), .. } => {
                    segments.get(place.index as usize).map(|(_, address)| {
                        let start = address + place.offset;
                        let range = start..start + place.size;
                        self.data.push(Datum {
                            range,
                            name: (*name).to_owned(),
                            targets: Vec::new(),
                        });
                        self.data.len() - 1
                    })
                }
                _ => None,
            };
            numbers.push(number);
        }
        numbers
    }

    /// Notes an address that stands at a place of the file's data section.
    fn add_pointer(
        &mut self,
        at: usize,
        target: Target,
        segments: &[(Range<usize>, u32)],
    ) -> Result<()> {
        let (file, address) = segments
            .iter()
            .find(|(file, _)| file.contains(&at))
            .context("a relocation lies in no data segment")?;
        let address = address + (at - file.start) as u32;
        let mut holders = self.data.iter_mut().filter(|d| d.range.contains(&address)).peekable();
        holders.peek().context("a relocation lies in no constant")?;
        holders.for_each(|holder| holder.targets.push(target));
        Ok(())
    }
}

/// What a relocation's number is the address of; `None` for calls, types and globals, which the code itself tells.
fn target(
    entry: &RelocationEntry,
    symbols: &[SymbolInfo],
    numbers: &[Option<usize>],
) -> Result<Option<Target>> {
    use RelocationType as R;
    let index = entry.index as usize;
    Ok(match entry.ty {
        R::FunctionIndexLeb
        | R::TypeIndexLeb
        | R::GlobalIndexLeb
        | R::TableNumberLeb
        | R::EventIndexLeb => None,
        R::TableIndexSleb | R::TableIndexI32 => match symbols.get(index) {
            Some(SymbolInfo::Func { index, .. }) => Some(Target::Function(*index)),
            _ => bail!("a relocation names no function"),
        },
        // A symbol without a place, as the end of the data, is no constant.
        R::MemoryAddrLeb | R::MemoryAddrSleb | R::MemoryAddrI32 => numbers[index].map(Target::Data),
        // Those of debug information.
        R::FunctionOffsetI32 | R::SectionOffsetI32 => None,
        other => bail!("relocations of the kind {other:?} are not known here"),
    })
}
