// Answers requests about one table. The same code runs in a worker and, for small tables, on the page's own thread.
//
// Request   {id, op, …}            one at a time: the client sends the next when the answer is there
// Answer    {id, ok: value}        typed arrays in it are transferred
//           {id, error: {code, message}}
// Meanwhile {id, progress: {done, total, step}}   and from the client {op: "cancel", of: id}
//
// options   {format, plan, encoding, table, separator, join, lang, wanted}: how files are read
//
// op        body                                       value
// open      source, options                            {rows, columns, bins, problems, problemCount}; bins by key
// call      method, args                               what the method of `Core` gives
// session   source, options                            {head, plan, told}: what the explorer starts from, encoded, and JSON
// ask       question, encoded                          its answer, encoded
// map       source, options, fitting                   {head}: the head that the table has with the map, encoded; nothing where
//                                                      it does not fit; without a source the map is taken away
// close     –                                          –
//
// source    {columns} | {bytes, name} | {blob, name} | {files: [{blob, name}]} | {url}; a column is {values, role} or {codes, texts: {text, count}, role}, the
//           text being all values with U+0000 between; they come back only where their order may be another, in time columns. Bins that
//           are asked for at once are the arguments of `bin` behind the measure
import { OpenedTable, PackageAt, TableMaker, TableReader, TypedTable, __wbg_reset_state, initSync, ownTable } from "./engine.js";
import { EngineError, LARGEST, fetchWhole } from "./shared.js";

/** Longest stretch of work, in milliseconds, before other messages are let in. */
const STRETCH = 30;
/** Bytes that are read at once. */
const PIECE = 1 << 18;
/** The path of a data package's descriptor. */
const DESCRIPTOR = /\/datapackage\.json$/;
/** Endings of files that hold typed columns. */
const TYPED = /\.(parquet|arrow|arrows|feather|ipc)$/i;
/** Pages of 64 KiB that are asked for to see whether there is memory left, a quarter of a GiB. */
const MORE = 4096;

/** Resolves in a later turn of the event loop, so that messages which came meanwhile are heard. Never held back as timers are. */
export const turn = (() => {
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()();
  // Under Node an open port would keep the process alive.
  port1.unref?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(0);
    });
})();

export class Service {
  #reply;
  #places;
  #core;
  #session;
  #cancelled = new Set();
  /** What stops requests that another module works on. */
  #aborts = new Map();

  /**
   * `reply(message, transfer)` brings an answer to the client. `places`: `page`, the address of the client's page, and
   * `parquet`, `{code, wasm}`, the module for these formats by its addresses or as text and bytes, where it is at hand.
   */
  constructor(reply, places = {}) {
    this.#reply = reply;
    this.#places = places;
  }

  async receive(request) {
    const { id, op } = request;
    if (op === "cancel") {
      this.#cancelled.add(request.of);
      return void this.#aborts.get(request.of)?.abort();
    }
    try {
      if (!Object.hasOwn(OPERATIONS, op)) throw new EngineError("internal", `no operation is called '${op}'`);
      const value = await this[OPERATIONS[op]](request);
      this.#reply({ id, ok: value }, buffersOf(value));
    } catch (error) {
      this.#reply({ id, error: describe(error) }, []);
    } finally {
      this.#cancelled.delete(id);
      this.#aborts.delete(id);
    }
  }

  async open({ id, source, options = {} }) {
    const table = await this.#read(id, source, options);
    const [problems, problemCount] = [table.problems(), table.problemCount()];
    const core = (this.#core = table.core());
    const binned = Object.entries(source.columns ?? {}).filter(([, { bins }]) => bins);
    const bins = Object.fromEntries(binned.map(([key, { bins }]) => [key, core.bin(key, ...bins)]));
    return { rows: core.length(), columns: core.columns(Boolean(source.columns)), bins, problems, problemCount };
  }

  async session({ id, source, options = {} }) {
    const table = (await this.#read(id, source, options)).ready();
    const [plan, told] = [table.plan(), table.told()];
    this.#session = table.session();
    return { head: this.#session.head(), plan, told };
  }

  ask({ question }) {
    if (!this.#session) throw new EngineError("closed", "no table is open");
    return this.#session.ask(question);
  }

  async map({ id, source, options = {}, fitting = false }) {
    if (!this.#session) throw new EngineError("closed", "no table is open");
    if (!source) return { head: this.#session.clearMap() };
    if (fitting && !(await mayBeMap(source))) return {};
    const table = await this.#fromOne(id, source, options);
    const name = source.name ?? (source.url ? new URL(source.url).pathname.split("/").pop() : "");
    return { head: table.layUnder(this.#session, name, fitting) };
  }

  call({ method, args }) {
    if (!this.#core) throw new EngineError("closed", "no table is open");
    return this.#core[method](...args);
  }

  close() {
    this.#core?.free();
    this.#session?.free();
    this.#core = this.#session = undefined;
  }

  /** A table from any source; whatever was open before is closed. */
  async #read(id, source, options) {
    this.close();
    if (source.columns) return this.#fromColumns(id, Object.entries(source.columns));
    if (source.files) return this.#fromFiles(id, source.files, options);
    return this.#fromOne(id, source, options);
  }

  /** Several files: those with the same columns are one table, others can be joined. What is no table is named and left out, unless none is one. */
  async #fromFiles(id, files, options) {
    const [tables, names, failed] = [[], [], []];
    // What was changed of the columns of all is no plan of one, but what is wanted otherwise is wanted of each.
    const plan = options.plan && JSON.stringify({ columns: [], wanted: JSON.parse(options.plan).wanted ?? {} });
    let first;
    try {
      for (const file of files) {
        // The part that is wanted of all files alike, by the name that it has in this one.
        const own = options.table && ownTable(file.name, options.table);
        const table = await this.#fromOne(id, file, { ...options, plan, table: own, join: undefined }).catch((error) => {
          if (error?.code !== "format" || !error.problem) throw error;
          first ??= error;
          failed.push(error.problem);
        });
        if (table) {
          tables.push(table);
          names.push(file.name);
        }
      }
      if (first && !tables.length) throw first;
    } catch (error) {
      tables.forEach(release);
      throw error;
    }
    const place = ({ kind, table, row, column, found, expected }) => ({ kind, at: { table, row, column }, found, expected });
    return OpenedTable.combined(tables, names, JSON.stringify(choicesOf(options)), JSON.stringify(failed.map(place)));
  }

  async #fromOne(id, source, options) {
    if (source.url && DESCRIPTOR.test(new URL(source.url).pathname)) return this.#fromPackage(id, source.url, options);
    if (await isTyped(source, options)) return this.#fromTyped(id, source, options);
    return this.#fromFile(id, source, options);
  }

  /** A data package behind an address: of its files those that are needed, the table first and then the map of its areas. */
  async #fromPackage(id, url, options) {
    const about = await (await fetchWhole(url)).text();
    const own = new PackageAt(about, JSON.stringify(choicesOf(options)));
    try {
      const tables = own.own();
      if (tables.length) {
        const names = tables.filter((_, at) => at % 2 === 0);
        const paths = tables.filter((_, at) => at % 2 === 1);
        const texts = await Promise.all(paths.map(async (path) => (await fetchOf(url, path)).text()));
        return own.whole(names, texts);
      }
      const file = async (map, plan, choices) => {
        const path = own.path(map);
        const begin = (name, size) => own.reader(map, size, plan, choices);
        return this.#fromStream(id, await streamOf(await fetchOf(url, path), path), begin);
      };
      const table = own.isTyped()
        ? await this.#fromTyped(id, { url }, options, { resource: own.name(), descriptor: about })
        : await file(false, options.plan, JSON.stringify(choicesOf(options)));
      try {
        const map = own.path(true) && (await file(true, undefined, JSON.stringify({ lang: options.lang })).catch((error) => lacking(error, own)));
        return own.complete(table, map);
      } catch (error) {
        release(table);
        throw error;
      }
    } catch (error) {
      release(own);
      throw error;
    }
  }

  /** Parquet and Arrow, which a module of their own reads to typed columns; of a package, whose descriptor is there, the table of that name. */
  async #fromTyped(id, source, { wanted, plan }, { resource, descriptor } = {}) {
    const module = await bringParquet(this.#places.parquet);
    const controller = new AbortController();
    this.#aborts.set(id, controller);
    try {
      const name = source.name ?? (source.url ? new URL(source.url).pathname.split("/").pop() : "");
      const { columns, problems, notices } = await module.readTyped(source, {
        name: source.name,
        base: this.#places.page,
        resource,
        descriptor,
        wanted,
        maxBytes: LARGEST,
        signal: controller.signal,
        onProgress: (progress) => this.#reply({ id, progress }, []),
      });
      const table = new TypedTable();
      await this.#add(id, table, columns.map((column) => () => addTyped(table, column)));
      return table.finish(name, plan, JSON.stringify(problems), notices.includes("no_ranges"));
    } finally {
      // Its memory has grown by the file, and cannot shrink.
      module.__wbg_reset_state();
    }
  }

  async #fromFile(id, source, { format, plan, ...options }) {
    const begin = (name, size) => new TableReader(format ? `${name}.${format}` : name, size, plan, JSON.stringify(choicesOf(options)));
    return this.#fromStream(id, await openSource(source), begin);
  }

  async #fromStream(id, { stream, name, size }, begin) {
    const reader = begin(name, size);
    try {
      let told = { step: "", at: 0 };
      // Each step is told when it begins, and then after every stretch of work.
      const rest = async (step) => {
        if (step === told.step && performance.now() - told.at < STRETCH) return;
        await this.#pause(id, { ...reader.progress(), step });
        told = { step, at: performance.now() };
      };
      for await (const piece of pieces(stream)) {
        reader.feed(piece);
        await rest("read");
      }
      // Zip files and workbooks are unpacked once they are whole.
      while (reader.step()) await rest("unpack");
      await this.#pause(id, { ...reader.progress(), step: "index" });
    } catch (error) {
      release(reader);
      throw error;
    }
    return reader.finish();
  }

  async #fromColumns(id, entries) {
    const maker = new TableMaker();
    await this.#add(id, maker, entries.map(([key, column]) => () => addColumn(maker, key, column.role ?? "", column)));
    return maker.finish();
  }

  /** Adds columns one by one; what was added is given back where one cannot be, or the work is given up. */
  async #add(id, table, additions) {
    const progress = (done) => ({ done, total: additions.length, step: "copy" });
    try {
      this.#reply({ id, progress: progress(0) }, []);
      let told = performance.now();
      for (const [done, add] of additions.entries()) {
        if (performance.now() - told >= STRETCH) {
          await this.#pause(id, progress(done));
          told = performance.now();
        }
        add();
      }
    } catch (error) {
      release(table);
      throw error;
    }
  }

  /** Tells how far the work is, lets other messages in, and stops where one of them was to cancel it. */
  async #pause(id, progress) {
    this.#reply({ id, progress }, []);
    await turn();
    if (this.#cancelled.has(id)) throw new EngineError("cancelled", "cancelled");
  }
}

const OPERATIONS = { open: "open", call: "call", session: "session", ask: "ask", map: "map", close: "close" };

/** Whether a source is Parquet or Arrow: by its name, or else by its first bytes. */
async function isTyped({ bytes, blob, url, name = "" }, { format = "" }) {
  const path = url ? new URL(url).pathname : name;
  if (TYPED.test(path) || TYPED.test(`.${format}`)) return true;
  if (url) return false;
  const head = bytes ? bytes.subarray(0, 8) : new Uint8Array(await blob.slice(0, 8).arrayBuffer());
  return /^(PAR1|ARROW1|\xff\xff\xff\xff)/.test(String.fromCharCode(...head));
}

/** Whether the beginning of a file says that it is a map; of a packed one that is not known. */
async function mayBeMap({ bytes, blob, name = "" }) {
  if (/\.(gz|zst)$/i.test(name)) return true;
  const head = bytes ? new TextDecoder().decode(bytes.subarray(0, 1 << 16)) : await blob.slice(0, 1 << 16).text();
  return /"(FeatureCollection|Feature|Topology)"/.test(head);
}

let parquet;

async function bringParquet(places) {
  if (!places) throw new EngineError("no_reader", "Parquet and Arrow are read on the site only: this file does not carry their reader");
  const bring = async ({ code, wasm }) => {
    // Addresses where there is a server; otherwise the parts themselves.
    const served = typeof wasm === "string";
    const module = await import(served ? code : URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    module.boot({ module: await WebAssembly.compile(served ? await (await fetchWhole(wasm)).arrayBuffer() : wasm) });
    return module;
  };
  parquet ??= bring(places);
  return parquet.catch((error) => {
    parquet = undefined;
    throw error;
  });
}

/** What an `import::Choices` is made of. */
function choicesOf({ encoding, table, separator, join, lang }) {
  return { encoding, table, separator, join, lang };
}

/** A source as a stream of bytes or the bytes themselves, its name, and its size where it is known. */
async function openSource({ bytes, blob, url, name = "" }) {
  if (bytes) return { stream: bytes, name, size: bytes.length };
  if (blob) return { stream: blob.stream(), name, size: blob.size };
  return streamOf(await fetchWhole(url), new URL(url).pathname);
}

/** What an address gave as a stream, with the name that its path ends in. */
function streamOf(response, path) {
  const length = response.headers.has("content-encoding") ? null : response.headers.get("content-length");
  return { stream: response.body, name: path.split("/").pop(), size: length === null ? undefined : Number(length) };
}

/**
 * A file of the package whose descriptor has this address. What stands in a path is no query or fragment; an escape is one where
 * there is no file called so.
 */
async function fetchOf(url, path) {
  const literal = path.split("/").map((name) => encodeURIComponent(name).replaceAll("%3D", "=")).join("/");
  const get = async (own) => {
    const address = new URL(own, url);
    const response = await fetchWhole(address);
    // Where the server sends on to another site, that one's file is none of this package.
    if (response.url && new URL(response.url).origin !== address.origin) throw new EngineError("elsewhere", `${address.href}: only files of its site belong to a package`);
    return response;
  };
  return get(literal).catch((error) => {
    if (error.code !== "not_found" || !path.includes("%")) throw error;
    return get(path);
  });
}

/** A map that a package lacks costs the table nothing; what stops the work does. */
function lacking(error, own) {
  if (!["not_found", "elsewhere", "format", "interrupted", "too_large"].includes(error.code)) throw error;
  own.lacksMap();
}

/** The bytes of a source, few enough at once for one stretch of work. A stream that is not read to its end is given up. */
async function* pieces(source) {
  if (source instanceof Uint8Array) return yield* slices(source);
  const reader = source.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error) => {
        throw new EngineError("interrupted", `the bytes do not arrive: ${error.message}`);
      });
      if (done) return;
      yield* slices(value);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function* slices(bytes) {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Gives an object's memory back. One that stopped in the middle of its work cannot be, and has said why by then. */
function release(object) {
  try {
    object.free();
  } catch {
    // Its module is dropped as a whole.
  }
}

function addColumn(maker, key, role, { codes, texts, values }) {
  if (texts && codes instanceof Uint8Array) maker.category8(key, role, codes, texts.text, texts.count);
  else if (texts && codes instanceof Uint16Array) maker.category16(key, role, codes, texts.text, texts.count);
  else if (texts && codes instanceof Uint32Array) maker.category32(key, role, codes, texts.text, texts.count);
  else if (values instanceof Float64Array) maker.measure64(key, role, values);
  else if (values instanceof Float32Array) maker.measure32(key, role, values);
  else throw new EngineError("column", `column '${key}': expected codes (Uint8Array, Uint16Array or Uint32Array) with values (strings), or values (Float64Array or Float32Array)`);
}

function addTyped(table, { name, kind, codes, values }) {
  if (codes instanceof Uint8Array) table.coded8(name, kind, codes, values);
  else if (codes instanceof Uint16Array) table.coded16(name, kind, codes, values);
  else if (codes) table.coded32(name, kind, codes, values);
  else if (values instanceof Float64Array) table.numbers64(name, values);
  else table.numbers32(name, values);
}

/** The buffers of every typed array in an answer, which are handed over instead of copied. */
function buffersOf(value, found = new Set()) {
  if (ArrayBuffer.isView(value)) found.add(value.buffer);
  else if (typeof value === "object" && value !== null) for (const inside of Object.values(value)) buffersOf(inside, found);
  return [...found];
}

/** Whether a module gets no more memory, which has most likely stopped it; it is dropped anyway. */
function isFull(memory) {
  try {
    memory.grow(MORE);
    return false;
  } catch {
    return true;
  }
}

function describe(error) {
  if (typeof error?.code === "string") {
    const { code, message, problem } = error;
    return { code, message, ...(problem && { problem }) };
  }
  // Rust stops at once where it may not go on. What it was doing is lost with it.
  if (error instanceof WebAssembly.RuntimeError) {
    const full = isFull(initSync().memory);
    return { code: full ? "memory" : "internal", message: full ? "the table and what is asked of it do not fit in memory" : `the engine stopped: ${error.message}`, fatal: true };
  }
  if (error instanceof RangeError) return { code: "memory", message: `the browser gave no memory: ${error.message}`, fatal: true };
  return { code: "internal", message: String(error?.message ?? error) };
}

/** Drops the module's instance and all its memory. Only where no service of this thread holds a table. */
export function dropInstance() {
  __wbg_reset_state();
}
