// Minsheng Engine: tables of millions of rows, filtered and counted in the browser. No dependency.
// Types and documentation of every call, with an example: minsheng-engine.d.ts beside this file.

import { EngineError, LARGEST, fetchWhole } from "./shared.js";

export { EngineError };

/** Addresses of the program's parts, from the folder of this file. */
const FILES = { engine: { code: "./engine.js", wasm: "./engine_bg.wasm" } };

/** A module with a 128-bit vector, which the engine is full of: browsers learnt them in 2021, Safari in 2023. */
const VECTORS = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);

/** Tables with fewer rows stay on the page's thread, where no message has to travel. */
const SMALL = 100_000;

// ---- the program --------------------------------------------------------------------------------------------------

let program;
/** A worker that `init` started and no table has taken yet. */
let spare;

/**
 * Brings and compiles the engine, and has a worker stand by for the next table. Every call that needs the engine brings it
 * by itself; call this to choose the moment, or with `base` where the files lie elsewhere, or with `parts`,
 * `{engine: {code: text, wasm: bytes}, parquet}`, where there is no server.
 */
export async function init(options) {
  const { engine } = bring(options);
  if (typeof Worker === "function" && !spare) {
    const started = (spare = startWorker(true));
    started.catch(() => (spare = spare === started ? undefined : spare));
  }
  await engine;
}

/** The engine's script and its compiled code, both on their way; where one does not come, the next call tries again. */
function bring({ base, parts } = {}) {
  if (!program) {
    if (!WebAssembly.validate(VECTORS)) throw new EngineError("old_browser", "the browser knows no vectors in WebAssembly: it takes Chrome or Edge 91, Firefox 89, Safari 16.4");
    const brought = (program = load(base, parts));
    Promise.all([brought.script, brought.engine]).catch(() => (program = program === brought ? undefined : program));
  }
  return program;
}

function load(base = import.meta.url, parts) {
  const page = globalThis.location?.href;
  if (parts) return { script: ofText(parts.engine.code), engine: WebAssembly.compile(parts.engine.wasm), places: { page, parquet: parts.parquet } };
  const address = (file) => new URL(file, new URL(base, globalThis.document?.baseURI)).href;
  const code = address(FILES.engine.code);
  const script = sameOrigin(code) ? Promise.resolve({ code }) : ofText(fetchWhole(code).then((response) => response.text()));
  const parquet = FILES.parquet && { code: address(FILES.parquet.code), wasm: address(FILES.parquet.wasm) };
  return { script, engine: compile(address(FILES.engine.wasm)), places: { page, parquet } };
}

async function compile(address) {
  const response = await fetchWhole(address);
  const bytes = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    // A server that gives the file another type than application/wasm.
    if (error instanceof TypeError) return WebAssembly.compile(await bytes.arrayBuffer());
    throw new EngineError("internal", `${address}: ${error.message}`);
  }
}

const ofText = async (text) => ({ code: blobAddress(await text), text: await text });
const blobAddress = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
// A worker can only be started from the page's own origin; what comes from another one is brought as text.
const sameOrigin = (address) => new URL(address).origin === globalThis.origin && globalThis.location.protocol !== "file:";

/** An address as a page takes it whose policy asks for trusted types; the explorer's own page has made one. */
let policy;
function trusted(address) {
  policy ??= globalThis.minshengTrusted ?? globalThis.trustedTypes?.createPolicy("minsheng-engine", { createScriptURL: (own) => own });
  return policy ? policy.createScriptURL(address) : address;
}

// ---- threads ------------------------------------------------------------------------------------------------------

/** Services on the page's thread; with the last one goes the instance they share. */
let onPage = 0;

/**
 * A worker from text, where it may not be started from an address. A page that is a file has an origin of its own, whose
 * Blobs no worker may import: the worker makes its own of the text, and keeps what comes meanwhile.
 */
function workerOf(text) {
  const start = () => {
    const early = [];
    const keep = ({ data }) => early.push(data);
    const begin = async ({ data }) => {
      const blob = URL.createObjectURL(new Blob([data], { type: "text/javascript" }));
      // WebKit lets a worker of such a page import no Blob at all, and text in the address itself.
      await import(blob).catch(() => import(`data:text/javascript,${encodeURIComponent(data)}`));
      removeEventListener("message", keep);
      for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
    };
    addEventListener("message", (event) => {
      begin(event).catch((error) => setTimeout(() => { throw error; }));
      addEventListener("message", keep);
    }, { once: true });
  };
  const worker = new Worker(trusted(blobAddress(`(${start})();`)), { name: "minsheng-engine" });
  worker.postMessage(text);
  return worker;
}

/** A worker with the engine in it, which starts while the engine is compiled. `heard` has what it says before anyone listens. */
async function startWorker(standby = false) {
  const { script, engine, places } = bring();
  const { code, text } = await script;
  const worker = text === undefined ? new Worker(trusted(code), { type: "module", name: "minsheng-engine" }) : workerOf(text);
  const heard = [];
  worker.onmessage = ({ data }) => heard.push(data);
  worker.onerror = (event) => {
    event.preventDefault?.();
    // Of a script that does not come, or is none, browsers tell by an event without a word.
    const code = event.message === undefined ? "no_engine" : "internal";
    worker.onmessage({ data: { id: 0, error: { code, message: event.message || "the worker could not be started" } } });
  };
  engine.catch(() => worker.terminate());
  worker.postMessage({ id: 0, op: "boot", engine: await engine, places, standby });
  return { worker, heard };
}

/** A service's thread: the page's own, or a worker's. `listen(message)` gets the answers, and why the thread has ended. */
async function startThread(kind, listen) {
  if (kind === "worker") {
    const starting = spare ?? startWorker();
    spare = undefined;
    const { worker, heard } = await starting;
    const failed = heard.find(({ error }) => error);
    if (failed) throw new EngineError(failed.error.code, failed.error.message);
    worker.onmessage = ({ data }) => listen(data);
    return { post: (message, transfer) => worker.postMessage(message, transfer), end: () => worker.terminate() };
  }
  const { script, engine, places } = bring();
  const [{ code }, module] = await Promise.all([script, engine]);
  const { Service, boot, dropInstance } = await import(code);
  boot({ module });
  const service = new Service(listen, places);
  onPage += 1;
  return {
    post: (message) => void service.receive(message),
    end() {
      service.close();
      onPage -= 1;
      if (onPage === 0) dropInstance();
    },
  };
}

/**
 * Requests to one service, one at a time. Of requests with the same `slot` only the newest is answered: one still due
 * when a newer comes rejects with the code `cancelled`.
 */
class Client {
  #thread;
  /** Why it can no longer be asked. */
  ended;
  #waiting = [];
  #running;
  #last = 0;

  static async start(kind) {
    const client = new Client();
    client.#thread = await startThread(kind, (message) => client.#hear(message));
    return client;
  }

  /** Sends `{op, …body}` and gives the answer's value. */
  request(op, body = {}, { slot, signal, onProgress, transfer = [] } = {}) {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      if (signal?.aborted) return reject(cancelled());
      if (slot !== undefined) this.#drop((request) => request.slot === slot);
      const id = ++this.#last;
      const request = { id, message: { id, op, ...body }, slot, transfer, onProgress, resolve, reject };
      signal?.addEventListener("abort", () => this.#drop((other) => other === request), { once: true });
      this.#waiting.push(request);
      this.#next();
    });
  }

  /** Ends the thread; whatever is still due rejects. */
  close(reason = new EngineError("closed", "the engine is closed")) {
    if (this.ended) return;
    this.ended = reason;
    for (const request of this.#waiting.splice(0)) request.reject(reason);
    this.#running?.reject(reason);
    this.#running = undefined;
    this.#thread?.end();
    this.#thread = undefined;
  }

  #next() {
    if (this.#running || this.ended || this.#waiting.length === 0) return;
    this.#running = this.#waiting.shift();
    try {
      this.#thread.post(this.#running.message, this.#running.transfer);
    } catch (error) {
      // What cannot be cloned never leaves.
      this.#running.reject(new EngineError("format", error.message));
      this.#running = undefined;
      this.#next();
    }
  }

  /** Rejects the requests that `test` finds. The one at work is told to stop, and its answer will be ignored. */
  #drop(test) {
    for (const request of this.#waiting.filter(test)) request.reject(cancelled());
    this.#waiting = this.#waiting.filter((request) => !test(request));
    if (this.#running && test(this.#running)) {
      this.#running.reject(cancelled());
      this.#thread.post({ op: "cancel", of: this.#running.id });
    }
  }

  #hear({ id, ok, error, progress }) {
    const request = this.#running;
    if (id === 0 && error) return this.close(new EngineError(error.code, error.message));
    if (request?.id !== id) return;
    if (progress) return request.onProgress?.(progress);
    this.#running = undefined;
    if (!error) request.resolve(ok);
    else request.reject(Object.assign(new EngineError(error.code, error.message), error.problem && { problem: error.problem }));
    if (error?.fatal) this.close(new EngineError("closed", `the engine is closed: ${error.message}`));
    this.#next();
  }
}

const cancelled = () => new EngineError("cancelled", "cancelled, or replaced by a newer request");

/** For the explorer itself: a client of a service in a thread of its own. */
export const connect = () => Client.start("worker");

// ---- sources ------------------------------------------------------------------------------------------------------

function rowsOf(columns) {
  const sizes = Object.entries(columns).map(([key, column]) => {
    const rows = (column?.codes ?? column?.values)?.length;
    if (rows === undefined) throw new EngineError("column", `column '${key}' has neither codes nor values`);
    return [key, rows];
  });
  const odd = sizes.find(([, rows]) => rows !== sizes[0][1]);
  if (odd) throw new EngineError("column", `column '${odd[0]}' has ${odd[1]} rows, '${sizes[0][0]}' has ${sizes[0][1]}`);
  const bytes = buffersOf({ columns }).reduce((sum, buffer) => sum + buffer.byteLength, 0);
  if (bytes > LARGEST) throw new EngineError("too_large", `the columns take ${bytes} bytes; at most ${LARGEST} fit`);
  return sizes[0]?.[1] ?? 0;
}

function describeSource(source) {
  if (typeof source === "string" || source instanceof URL) return { url: new URL(source, globalThis.document?.baseURI ?? globalThis.location?.href).href };
  if (source instanceof Blob) return { blob: source, name: source.name };
  if (source instanceof ArrayBuffer) return { bytes: new Uint8Array(source) };
  if (ArrayBuffer.isView(source)) return { bytes: new Uint8Array(source.buffer, source.byteOffset, source.byteLength) };
  if (typeof source === "object" && source !== null) return { columns: Object.fromEntries(Object.entries(source).map(described)) };
  throw new EngineError("format", "expected columns, bytes, a Blob or an address");
}

/** Stands between values that travel as one text, which takes a tenth of the time. */
const BETWEEN = "\0";

function described([key, column]) {
  const { codes, values, role } = column ?? {};
  const bins = column?.bins && binned(column.bins);
  if (!codes || !values) return [key, { ...column, bins }];
  return [key, { codes, texts: { text: Array.prototype.join.call(values, BETWEEN), count: values.length }, role, bins }];
}

/** Buffers a source hands over when its owner says that it needs them no more. */
function buffersOf({ columns, bytes }) {
  if (bytes) return [bytes.buffer];
  const arrays = Object.values(columns ?? {}).flatMap(({ codes, values }) => [codes, values]);
  return [...new Set(arrays.filter(ArrayBuffer.isView).map((array) => array.buffer))];
}

/** How a measure is put in bins: what the engine is told behind the measure's key. */
const binned = ({ scale = "linear", count = 50, min, max } = {}) => [scale, count, min, max];

const textsOf = ({ text, count }) => (count > 0 ? text.split(BETWEEN) : []);
const plain = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

// ---- the interface ------------------------------------------------------------------------------------------------

export class Engine {
  #client;
  #head;
  #texts;
  /** How often the filters changed. */
  #filters = 0;
  /** Reading requests without an answer yet, by slot. */
  #due = new Map();
  #cube;
  #progress = new Set();

  static async open(given, { thread = "auto", transfer = false, signal, onProgress, ...options } = {}) {
    const source = describeSource(given);
    const rows = source.columns ? rowsOf(source.columns) : Infinity;
    const kind = thread === "auto" ? (rows < SMALL ? "page" : "worker") : thread;
    if (signal?.aborted) throw cancelled();
    const engine = new Engine();
    engine.#client = await Client.start(kind);
    const stop = () => engine.#client.close(cancelled());
    signal?.addEventListener("abort", stop, { once: true });
    try {
      if (signal?.aborted) stop();
      const buffers = transfer && kind === "worker" ? buffersOf(source) : [];
      engine.#texts = new Map(Object.entries(source.columns ?? {}).map(([key, { texts }]) => [key, texts]));
      engine.#head = await engine.#client.request("open", { source, options }, { transfer: buffers, onProgress });
    } catch (error) {
      engine.#client.close();
      throw error;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
    return engine;
  }

  get length() {
    return this.#head.rows;
  }

  get columns() {
    // What stayed as it was given did not come back.
    for (const column of this.#head.columns) {
      if (column.role !== "measure") column.values ??= textsOf(this.#texts.get(column.key));
      column.bins ??= this.#head.bins[column.key];
    }
    return this.#head.columns;
  }

  get problems() {
    return this.#head.problems;
  }

  get problemCount() {
    return this.#head.problemCount;
  }

  bin(measure, options) {
    if (this.#cube?.column === measure || this.#cube?.views.some(({ key }) => key === measure)) this.#cube = undefined;
    this.#filters += 1;
    return this.#ask("bin", [measure, ...binned(options)]);
  }

  setRange(column, from, to, { codes = false } = {}) {
    return this.#filter(column, codes ? "setCodes" : "setRange", [column, plain(from) ?? null, plain(to) ?? null]);
  }

  setIn(column, values) {
    return this.#filter(column, "setIn", [column, [...values].map(String)]);
  }

  setText(words) {
    return this.#filter(undefined, "setText", [String(words)]);
  }

  clear(column) {
    return this.#filter(column, "clear", [column]);
  }

  counts(column) {
    return column === undefined ? this.#read("countsAll", []) : this.#read("counts", [column]);
  }

  matching() {
    return this.#read("matching", []);
  }

  sums(column, measure) {
    return this.#read("sums", [column, measure]);
  }

  means(column, measure) {
    return this.#read("means", [column, measure]);
  }

  minima(column, measure) {
    return this.#read("minima", [column, measure]);
  }

  maxima(column, measure) {
    return this.#read("maxima", [column, measure]);
  }

  quantiles(column, measure, q = 0.5) {
    return this.#read("quantiles", [column, measure, q]);
  }

  groupBy(columns, { measure, extremes } = {}) {
    return this.#read("groupBy", [columns, measure, extremes]);
  }

  crosstab(columns, { measure } = {}) {
    return this.#read("crosstab", [columns, measure]);
  }

  rows({ sort, descending = false, offset = 0, limit = 100, columns } = {}) {
    return this.#read("rows", [sort, descending, offset, limit, columns]);
  }

  async activate(column, views) {
    const filters = this.#filters;
    const cube = await this.#read("activate", [column, views]);
    if (filters !== this.#filters) throw cancelled();
    this.#cube = cube;
  }

  brush(lo, hi, out = {}) {
    const cube = this.#cube;
    if (this.#client.ended) throw new EngineError("closed", "the engine is closed");
    if (!cube) throw new EngineError("inactive", "no column is active under the filters in force: call activate first");
    if (!(lo >= 0 && hi < cube.size)) throw new EngineError("range", `'${cube.column}' has positions 0 to ${cube.size - 1}; ${lo} to ${hi} is not in it`);
    for (const { key, size, prefix } of cube.views) {
      const counts = (out[key] ??= new Uint32Array(size));
      const to = (hi + 1) * size;
      const from = lo * size;
      // An empty range, as a brush has while it is turned round, counts nothing.
      if (hi < lo) counts.fill(0);
      else for (let at = 0; at < size; at++) counts[at] = prefix[to + at] - prefix[from + at];
    }
    return out;
  }

  onProgress(callback) {
    this.#progress.add(callback);
    return () => void this.#progress.delete(callback);
  }

  async close() {
    this.#cube = undefined;
    this.#progress.clear();
    this.#client.close();
  }

  /** A filter changes what the cube counts, unless it is the active column's own. */
  #filter(column, method, args) {
    this.#filters += 1;
    if (column === undefined || column !== this.#cube?.column) this.#cube = undefined;
    return this.#ask(method, args);
  }

  /** Asked twice under the same filters, it is answered once. */
  #read(method, args) {
    const slot = JSON.stringify([method, args]);
    const due = this.#due.get(slot);
    if (due?.filters === this.#filters) return due.answer;
    const answer = this.#ask(method, args, slot);
    const entry = { filters: this.#filters, answer };
    this.#due.set(slot, entry);
    const done = () => this.#due.get(slot) === entry && this.#due.delete(slot);
    answer.then(done, done);
    return answer;
  }

  #ask(method, args, slot) {
    const onProgress = (progress) => this.#progress.forEach((callback) => callback(progress));
    return this.#client.request("call", { method, args }, { slot, onProgress });
  }
}

// ---- the explorer -------------------------------------------------------------------------------------------------

/** The explorer's element, and the script beside this file that defines it. */
const ELEMENT = "minsheng-explorer";

/** Puts an explorer into an element of the page, as a `<minsheng-explorer>`, and gives that once it stands. */
export async function mount(place, { data, embed = false, width, title, base = import.meta.url, ...attributes } = {}) {
  if (!customElements.get(ELEMENT)) {
    const script = new URL(`./${ELEMENT}.js`, new URL(base, document.baseURI)).href;
    await import(script).catch((error) => Promise.reject(new EngineError("not_found", `${script}: ${error.message}`)));
  }
  const explorer = document.createElement(ELEMENT);
  const files = data instanceof Blob || Array.isArray(data);
  const given = { ...attributes, data: files ? undefined : data, embed: embed ? "" : undefined, "aria-label": title, role: title && "region" };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) explorer.setAttribute(name, value);
  if (width !== undefined) explorer.style.width = Number.isFinite(Number(width)) ? `${width}px` : width;
  place.append(explorer);
  try {
    await explorer.ready;
    if (files) await explorer.load(data);
  } catch (error) {
    explorer.destroy();
    throw new EngineError(error.reason === "missing" || error.reason === "data" ? "not_found" : "internal", error.message);
  }
  return explorer;
}
