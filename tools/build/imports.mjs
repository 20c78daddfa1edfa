// What a wasm-bindgen module imports from its JavaScript, by short names: each of those it writes ends with a hash, which
// stands in both files and which no packing makes smaller.

const IMPORTS = 2;

/** Gives both, the wasm's bytes and the text of its JavaScript, with short names for what is imported from `module`. */
export function shortImports(wasm, glue, module) {
  const names = new Map();
  const rename = (from, name) => {
    if (from !== module) return name;
    if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name);
  };
  const bytes = withImports(wasm, rename);
  const taken = [...names.values()].find((name) => new RegExp(`\\b${name}\\b`).test(glue));
  if (taken) throw new Error(`wasm-bindgen's module has a name of its own that is '${taken}'`);
  for (const name of names.keys()) if (!new RegExp(`\\b${name}\\b`).test(glue)) throw new Error(`wasm-bindgen's module has no '${name}', which the wasm imports`);
  return { wasm: bytes, glue: glue.replace(/\b__wb\w+\b/g, (name) => names.get(name) ?? name) };
}

/** A wasm whose imports have the names that `rename(module, name)` gives. */
function withImports(wasm, rename) {
  const before = [];
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [size, from] = number(wasm, at + 1);
    if (id === IMPORTS) {
      const section = renamed(wasm.subarray(from, from + size), rename);
      return Buffer.concat([wasm.subarray(0, at), Buffer.from([id]), leb(section.length), section, wasm.subarray(from + size)]);
    }
    before.push(id);
    at = from + size;
  }
  throw new Error(`a wasm without imports: it has sections ${before.join(", ")}`);
}

function renamed(section, rename) {
  const [count, start] = number(section, 0);
  const parts = [leb(count)];
  let at = start;
  const text = () => {
    const [size, from] = number(section, at);
    at = from + size;
    return section.subarray(from, at).toString("utf8");
  };
  for (let index = 0; index < count; index++) {
    const [module, name] = [text(), text()];
    const kind = at;
    at = end(section, at);
    for (const word of [module, rename(module, name)]) parts.push(leb(Buffer.byteLength(word)), Buffer.from(word));
    parts.push(section.subarray(kind, at));
  }
  return Buffer.concat(parts);
}

/** Where an import's description ends that begins here. */
function end(bytes, at) {
  const skip = (from) => number(bytes, from)[1];
  const limits = (from) => (bytes[from] & 1 ? skip(skip(from + 1)) : skip(from + 1));
  switch (bytes[at]) {
    case 0: // A function, by its type.
      return skip(at + 1);
    case 1: // A table, by its kind and limits.
      return limits(at + 2);
    case 2: // A memory, by its limits.
      return limits(at + 1);
    case 3: // A global, by its kind and whether it changes.
      return at + 3;
    default:
      throw new Error(`an import of an unknown kind, ${bytes[at]}`);
  }
}

/** An unsigned number as wasm writes them, and where it ends. */
function number(bytes, at) {
  for (let [value, shift] = [0, 0]; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function leb(value) {
  const bytes = [];
  do {
    const low = value & 127;
    value >>>= 7;
    bytes.push(value ? low | 128 : low);
  } while (value);
  return Buffer.from(bytes);
}
