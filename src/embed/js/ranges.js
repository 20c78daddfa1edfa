// Reads Parquet and Arrow files, and datasets in parts, to typed columns. Of Parquet it fetches only what is needed: the
// footers, then the wanted columns of the row groups that may hold a wanted row. What to fetch is worked out in Rust.
//
//   await readTyped({ bytes } | { blob } | { url }, { name, base, resource, descriptor, wanted, maxBytes, signal, onProgress })
//   → { rows, columns: [{ name, kind: "text" | "date", codes, values } | { name, kind: "number", values }],
//       problems: [{ kind, at: { table, row, column }, found, expected }], notices, fetched: { requests, bytes } }
//
// An address is a file or a `datapackage.json` whose resource lists parts, of the page's own origin (`base`, the page's
// address); `descriptor` is its text, where that is at hand. `notices` holds "no_ranges" where the server gave whole files. Errors carry a `code`.
import { ParquetScan, formatOf, initSync, readArrow, tailLength } from "./parquet.js";

export { initSync as boot };

/** Footers asked for at a time. */
const FOOTERS = 6;

/** Parts whose bytes are fetched while the one before is decoded. */
const AHEAD = 2;

export class ReadError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "ReadError";
    this.code = code;
  }
}

export async function readTyped(source, options = {}) {
  const { wanted = {}, signal, onProgress = () => {}, maxBytes = Infinity } = options;
  const read = { wanted: JSON.stringify(wanted), signal, onProgress, maxBytes, notices: new Set(), fetched: { requests: 0, bytes: 0 } };
  try {
    const result = await open(source, options, read);
    return { ...result, problems: JSON.parse(result.problems), notices: [...read.notices], fetched: read.fetched };
  } catch (error) {
    if (signal?.aborted) throw new ReadError("cancelled", "cancelled");
    // The decoders stop the module at some damage they do not expect. It is of no use after that: drop its instance.
    if (error instanceof WebAssembly.RuntimeError) throw Object.assign(new ReadError("format", "damaged bytes"), { fatal: true });
    throw error;
  }
}

async function open({ bytes, blob, url }, { name, base, resource, descriptor }, read) {
  if (bytes) return readFile(name ?? "", new Held(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)), read);
  if (blob) return readFile(name ?? blob.name ?? "", new OfBlob(blob, read), read);
  const address = new URL(url, base);
  if (!/\.json$/.test(address.pathname)) return readFile(name ?? address.pathname.split("/").pop(), new AtAddress(address, base, read), read);
  const about = descriptor ?? (await (await request(address, base, {}, read)).text());
  const scan = ParquetScan.ofDataset(about, resource, read.wanted);
  const files = scan.paths().map((path) => new AtAddress(new URL(addressOf(path), address), base, read));
  return run(scan, files, read);
}

async function readFile(name, file, read) {
  const { start, bytes } = await file.tail(tailLength());
  const head = start === 0 ? bytes.subarray(0, 8) : await file.range(0, 8);
  if (formatOf(head) !== "arrow") return run(ParquetScan.ofFile(name, read.wanted), [file], read);
  const whole = start === 0 ? bytes : await file.range(0, start + bytes.length);
  refuse(2 * whole.length, read);
  return readArrow(name, whole, read.wanted);
}

async function run(scan, files, read) {
  let opened = 0;
  await inTurns(files, FOOTERS, async (file, part) => {
    let { length, start, bytes } = await file.tail(tailLength());
    for (let more; (more = scan.open(part, length, start, bytes)); ) {
      start = more[0];
      bytes = await file.range(start, length);
    }
    read.onProgress({ done: ++opened, total: files.length, step: "open" });
  });
  const { fetch: total, memory } = scan.plan();
  refuse(memory, read);
  // Rows come in the order of the parts, so parts are decoded one after the other; the bytes of the next are under way.
  const fetchTurn = (part) => {
    const ends = part < files.length && scan.ranges(part);
    if (!ends) return null;
    const starts = [...ends].filter((_, at) => at % 2 === 0);
    const buffers = Promise.all(starts.map((from, at) => files[part].range(from, ends[2 * at + 1])));
    buffers.catch(() => {});
    return { starts, buffers };
  };
  const ahead = new Map();
  let done = 0;
  for (let part = 0; part < files.length; part++) {
    for (let next = part; next <= part + AHEAD; next++) if (!ahead.has(next)) ahead.set(next, fetchTurn(next));
    for (let turn = ahead.get(part); turn; turn = fetchTurn(part)) {
      const buffers = await turn.buffers;
      read.signal?.throwIfAborted();
      scan.decode(part, turn.starts, buffers);
      done += buffers.reduce((sum, buffer) => sum + buffer.length, 0);
      read.onProgress({ done, total, step: "read" });
    }
    ahead.delete(part);
    files[part].forget?.();
  }
  return scan.finish();
}

function refuse(memory, { maxBytes }) {
  if (memory > maxBytes) throw new ReadError("too_large", `about ${Math.ceil(memory / 2 ** 20)} MB of memory are needed, ${Math.floor(maxBytes / 2 ** 20)} MB may be used`);
}

/** Bytes in memory. */
class Held {
  constructor(bytes) {
    this.bytes = bytes;
  }

  tail() {
    return { length: this.bytes.length, start: 0, bytes: this.bytes };
  }

  range(from, to) {
    return this.bytes.subarray(from, to);
  }
}

/** A file on the reader's disk. */
class OfBlob {
  constructor(blob, { fetched }) {
    Object.assign(this, { blob, fetched });
  }

  async tail(most) {
    const start = Math.max(0, this.blob.size - most);
    return { length: this.blob.size, start, bytes: await this.range(start, this.blob.size) };
  }

  async range(from, to) {
    this.fetched.requests++;
    this.fetched.bytes += to - from;
    return new Uint8Array(await this.blob.slice(from, to).arrayBuffer());
  }
}

/** A file on the server, of which ranges are asked for. A server that knows no ranges sends all of it, which is kept until it is read. */
class AtAddress {
  #whole;
  #length;
  #footer;

  constructor(address, base, read) {
    Object.assign(this, { address, base, read });
  }

  async tail(most) {
    if (this.#footer) return this.#footer;
    const response = await request(this.address, this.base, { Range: `bytes=-${most}` }, this.read);
    const bytes = await bytesOf(response, this.read);
    const [, start, length] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? "") ?? [];
    if (response.status === 206 && length !== undefined) {
      this.#length = Number(length);
      this.#footer = { length: this.#length, start: Number(start), bytes };
      return this.#footer;
    }
    this.read.notices.add("no_ranges");
    this.#whole = bytes;
    return { length: bytes.length, start: 0, bytes };
  }

  async range(from, to) {
    // What came with the footer need not come twice.
    const { start, bytes: end } = this.#footer ?? {};
    if (end && from >= start && to <= start + end.length) return end.subarray(from - start, to - start);
    if (this.#whole) return this.#whole.subarray(from, to);
    const response = await request(this.address, this.base, { Range: `bytes=${from}-${to - 1}` }, this.read);
    const bytes = await bytesOf(response, this.read);
    const [, length] = /\/(\d+)$/.exec(response.headers.get("content-range") ?? "") ?? [];
    if (response.status === 206 && Number(length) === this.#length && bytes.length === to - from) return bytes;
    if (response.status === 200 && bytes.length === this.#length) return (this.#whole = bytes).subarray(from, to);
    throw new ReadError("interrupted", `${this.address.pathname}: the file changed while it was read`);
  }

  forget() {
    this.#whole = this.#footer = undefined;
  }
}

async function request(address, base, headers, { signal, fetched }) {
  if (base !== undefined && address.origin !== new URL(base).origin) throw new ReadError("elsewhere", `${address.href}: only files of this site are read`);
  fetched.requests++;
  const response = await fetch(address, { headers, signal, mode: "same-origin", credentials: "same-origin" }).catch((error) => {
    signal?.throwIfAborted();
    throw new ReadError("not_found", `${address.pathname}: ${error.message}`);
  });
  if (!response.ok) throw new ReadError("not_found", `${address.pathname}: status ${response.status}`);
  return response;
}

async function bytesOf(response, { fetched }) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  fetched.bytes += bytes.length;
  return bytes;
}

/** Runs a task for each item, `most` at a time; the first failure is thrown. */
async function inTurns(items, most, task) {
  let next = 0;
  const runner = async () => {
    while (next < items.length) {
      const at = next++;
      await task(items[at], at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, runner));
}

/** A path as an address: what stands in a file's name is no escape, query or fragment. */
function addressOf(path) {
  return path.split("/").map((name) => encodeURIComponent(name).replaceAll("%3D", "=")).join("/");
}
