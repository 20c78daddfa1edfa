import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { deflateSync } from "node:zlib";
import { LARGEST, oneFile } from "./one-file.mjs";
import { takeApart } from "./pairs.mjs";
import { toPrintable } from "./printable.mjs";

const HTML = [
  "<link rel=icon href=./i.svg><link rel=stylesheet href=./s.css integrity=x>",
  "<meta name=minsheng-styles content=./z.css><meta name=minsheng-later content=./t.js><meta name=minsheng-rest content=./r.wasm data-bytes=1><link rel=modulepreload href=./g.js><link rel=preload as=fetch href=./w.wasm>",
  "<main id=boot><ul data-fill=data-files><li><a href=./data/a.csv></ul><section data-fill=plain-links></section></main><script defer src=./o.js></script>\n<script defer src=./l.js></script>",
].join("");

const ENGINE = { interface: "export const a = 1", engine: { code: "export const b = 2", wasm: Buffer.from("\0engine") } };

function pack(t, files = {}, engine = ENGINE) {
  const site = mkdtempSync(join(tmpdir(), "one-file-"));
  t.after(() => rmSync(site, { recursive: true }));
  const all = { "i.svg": "<svg/>", "s.css": "a{}", "z.css": "b{}", "g.js": "export default 1", "w.wasm": "\0asm", "r.wasm": "\0rest", "o.js": "old()", "l.js": "boot()", "t.js": "told()", ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(site, name), text);
  return oneFile(site, HTML, { "observations.csv": "</script>" }, engine, "unpacks()");
}

/** What a part of the program is, or else a block of its own. */
async function unpacked(html, name) {
  const { XzReadableStream } = (await import("xz-decompress")).default;
  const held = async (block) => {
    const [, size, , text] = html.match(new RegExp(` data-bytes="(\\d+)"( data-parts="[^"]*")? data-minsheng-${block}>([^<]*)<`));
    const bytes = new Blob([fromPrintable(text, Number(size))]).stream();
    return Buffer.from(await new Response(new XzReadableStream(bytes)).arrayBuffer());
  };
  let at = 0;
  for (const [part, size] of html.match(/ data-parts="([^"]*)"/)[1].split(" ").map((entry) => entry.split(":"))) {
    // What is asked for here is text, of which nothing is taken apart.
    if (part === name) return (await held("program")).subarray(at, at + Number(size)).toString();
    at += Number(size);
  }
  return (await held(name)).toString();
}

/** What the page's own script unpacks of it, in a document that has its blocks alone. */
async function inside(html) {
  const blocks = [...html.matchAll(/<script type="[^"]*" data-bytes="(\d+)"(?: data-parts="([^"]*)")? data-minsheng-([\w-]+)>([^<]*)</g)];
  const found = blocks.map(([, bytes, parts, name, textContent]) => [`script[data-minsheng-${name}]`, { textContent, dataset: { bytes, parts } }]);
  const document = { querySelector: (selector) => new Map(found).get(selector) };
  const code = INSIDE.replace(/const module = .*;/, "const module = importing;");
  const importing = (module) => import(`data:text/javascript,${encodeURIComponent(text(module))}`);
  return new Function("document", "window", "importing", `${code}; return window.minshengInside;`)(document, {}, importing);
}
const text = (buffer) => Buffer.from(buffer).toString();

/** The page's own reading of a block. */
const INSIDE = readFileSync(new URL("../../src/ui/boot/inside.js", import.meta.url), "utf8");
const bytesOf = new Function(`${INSIDE.match(/function bytesOf\(text, size\) \{[^]*?\n {2}\}/)[0]}; return bytesOf;`)();

function fromPrintable(textContent, size) {
  const next = bytesOf(textContent, size);
  // Some at a time, as the page takes them.
  const pieces = [];
  for (let piece; (piece = next(1000)).length; ) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("bytes of every kind come back from printable text", () => {
  for (const length of [0, 1, 2, 13, 1_000, 100_000]) {
    const bytes = randomBytes(length);
    const text = toPrintable(bytes);
    assert.match(text, /^[ -;=-~\u00a0-\u07ff\u3400-\uc3ff]*$/);
    assert.deepEqual(fromPrintable(text, length), bytes);
  }
  const all = Buffer.from({ length: 4 * 256 }, (_, at) => at);
  assert.deepEqual(fromPrintable(toPrintable(all), all.length), all);
  // Every value of the first bits, and with it the first and the last character of each length.
  for (let value = 0; value < 1 << 20; value += 1) {
    const bytes = Buffer.from([value, value >> 8, value >> 16]);
    assert.ok(fromPrintable(toPrintable(bytes), 3).equals(bytes), `${value}`);
  }
});

test("a byte of the text holds 6.8 bits", () => {
  const bytes = randomBytes(1_000_000);
  const bits = (bytes.length * 8) / Buffer.byteLength(toPrintable(bytes));
  assert.ok(bits > 6.79, `${bits}`);
});

test("everything is inside, and the loader comes after what it reads", async (t) => {
  const html = pack(t);
  assert.equal(await unpacked(html, "glue"), "export default 1");
  assert.equal(await unpacked(html, "engine-code"), "export const b = 2");
  assert.deepEqual(JSON.parse(await unpacked(html, "package")), { "observations.csv": "</script>" });
  assert.match(html, /<style>a\{\}<\/style>/);
  // Styles that come later are packed, and there before the program draws.
  assert.equal(await unpacked(html, "styles"), "b{}");
  const order = ["data-minsheng-package", "<script>unpacks()</script>", "<script>told()</script>", "<script>old()</script>", "<script>boot()</script>"].map((text) => html.indexOf(text));
  assert.ok(order[0] > 0 && order.every((at, i) => i === 0 || at > order[i - 1]), String(order));
  assert.doesNotMatch(html, /text\/plain/);
  assert.doesNotMatch(html, /(src|href)=["']?\.\//);
});

test("programs come whole and in turn, whichever is asked for first", async (t) => {
  const html = pack(t);
  const { wasm, rest } = await inside(html);
  assert.deepEqual((await Promise.all([rest(), wasm()])).map(text), ["\0rest", "\0asm"]);
  assert.equal(text(await rest()), "\0rest");
  assert.match(html, /data-parts="styles:3 glue:16 wasm:4 rest:5 interface:18 engine-code:18 engine:7"/);
  const cut = html.replace("wasm:4", "wasm:400");
  await assert.rejects((await inside(cut)).wasm(), { reason: "program" });
});

test("programs larger than a piece of their packing come whole", async (t) => {
  const [first, later] = [randomBytes(150_000), randomBytes(90_000)];
  const { wasm, rest } = await inside(pack(t, { "w.wasm": first, "r.wasm": later }));
  assert.deepEqual(Buffer.from(await wasm()), first);
  assert.deepEqual(Buffer.from(await rest()), later);
});

test("tables of two bytes a number are packed by their first and second bytes, and come back", async (t) => {
  // Numbers that rise by a little, between bytes of no order.
  const table = Buffer.alloc(20_000);
  for (let at = 0, value = 0x4e00; at < table.length; at += 2) table.writeUInt16LE((value += 1 + (at % 7)), at);
  const whole = Buffer.concat([randomBytes(5_000), table, randomBytes(5_000)]);
  const { bytes, places } = takeApart(whole);
  assert.match(places, /^\d+-\d+$/);
  assert.ok(!bytes.equals(whole) && deflateSync(bytes).length < deflateSync(whole).length);
  const html = pack(t, { "r.wasm": whole });
  assert.ok(html.includes(` rest:30000:${places} `));
  assert.deepEqual(Buffer.from(await (await inside(html)).rest()), whole);
  assert.equal(takeApart(randomBytes(30_000)).places, "");
});

test("a reader that does not fit is left out", (t) => {
  const engine = (bytes) => ({ interface: "", engine: { code: "", wasm: Buffer.alloc(0) }, parquet: { code: "parquet()", wasm: randomBytes(bytes) } });
  assert.match(pack(t, {}, engine(1_000)), / parquet-code:9 parquet:1000"/);
  const html = pack(t, {}, engine(LARGEST));
  assert.doesNotMatch(html, / parquet/);
  assert.ok(Buffer.byteLength(html) < LARGEST);
});

test("an end tag inside the loader or a style does not end its element", (t) => {
  const html = pack(t, { "l.js": 'x("</script>")', "s.css": 'a{content:"</style>"}' });
  assert.ok(html.includes('x("<\\/script>")'));
  assert.ok(html.includes('a{content:"<\\/style>"}'));
});

test("what cannot be carried is refused by name", (t) => {
  assert.throws(() => pack(t, { "g.js": "import { a } from './snippets/a.js';" }), /g\.js imports another module/);
  assert.throws(() => pack(t, { "s.css": "a{background:url(b.png)}" }), /s\.css refers to url\(b\.png\)/);
});
