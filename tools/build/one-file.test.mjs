import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { LARGEST, oneFile } from "./one-file.mjs";
import { toPrintable } from "./printable.mjs";

const HTML = [
  "<link rel=icon href=./i.svg><link rel=stylesheet href=./s.css integrity=x>",
  "<meta name=minsheng-rest content=./r.wasm data-bytes=1><link rel=modulepreload href=./g.js><link rel=preload as=fetch href=./w.wasm>",
  "<main id=boot><ul data-fill=data-files><li><a href=./data/a.csv></ul><section data-fill=all-data></section></main><script defer src=./o.js></script>\n<script defer src=./l.js></script>",
].join("");

const ENGINE = { interface: "export const a = 1", engine: { code: "export const b = 2", wasm: "\0engine" } };

function pack(t, files = {}, engine = ENGINE) {
  const site = mkdtempSync(join(tmpdir(), "one-file-"));
  t.after(() => rmSync(site, { recursive: true }));
  const all = { "i.svg": "<svg/>", "s.css": "a{}", "g.js": "export default 1", "w.wasm": "\0asm", "r.wasm": "\0rest", "o.js": "old()", "l.js": "boot()", ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(site, name), text);
  return oneFile(site, HTML, { "observations.csv": "</script>" }, engine, "unpacks()");
}

/** What a block holds; XZ is read by what the page itself carries for it. */
async function unpacked(html, name) {
  const [, type, size, text] = html.match(new RegExp(`type="([^"]*)" data-bytes="(\\d+)" data-minsheng-${name}>([^<]*)<`));
  const bytes = fromPrintable(text, Number(size));
  if (!type.includes("+xz")) return gunzipSync(bytes).toString();
  const reader = await unpacked(html, "xz");
  const { XzReadableStream } = await import(`data:text/javascript,${encodeURIComponent(reader)}`);
  return new Response(new XzReadableStream(new Blob([bytes]).stream())).text();
}

/** The page's own reading of a block. */
function fromPrintable(textContent, bytes) {
  const inside = readFileSync(new URL("../../src/ui/boot/inside.js", import.meta.url), "utf8");
  const [code] = inside.match(/function packedBytes\(block\) \{[^]*?\n {2}\}/);
  return new Function(`${code}; return packedBytes(arguments[0]);`)({ textContent, dataset: { bytes } });
}

test("bytes of every kind come back from printable text", () => {
  for (const length of [0, 1, 2, 13, 1_000]) {
    const bytes = randomBytes(length);
    const text = toPrintable(bytes);
    assert.match(text, /^[!-~]*$/);
    assert.doesNotMatch(text, /[<>&]/);
    assert.deepEqual(Buffer.from(fromPrintable(text, length)), bytes);
  }
  const all = Uint8Array.from({ length: 4 * 256 }, (_, at) => at);
  assert.deepEqual(fromPrintable(toPrintable(all), all.length), all);
});

test("everything is inside, and the loader comes after what it reads", async (t) => {
  const html = pack(t);
  assert.equal(await unpacked(html, "wasm"), "\0asm");
  assert.equal(await unpacked(html, "rest"), "\0rest");
  assert.equal(await unpacked(html, "glue"), "export default 1");
  assert.equal(await unpacked(html, "engine-code"), "export const b = 2");
  assert.equal(await unpacked(html, "engine-wasm"), "\0engine");
  assert.deepEqual(JSON.parse(await unpacked(html, "package")), { "observations.csv": "</script>" });
  assert.match(html, /<style>a\{\}<\/style>/);
  const order = ["data-minsheng-package", "<script>unpacks()</script>", "<script>old()</script>", "<script>boot()</script>"].map((text) => html.indexOf(text));
  assert.ok(order[0] > 0 && order.every((at, i) => i === 0 || at > order[i - 1]), String(order));
  assert.doesNotMatch(html, /text\/plain/);
  assert.doesNotMatch(html, /(src|href)=["']?\.\//);
});

test("a reader that does not fit is left out", (t) => {
  const engine = (bytes) => ({ interface: "", engine: { code: "", wasm: "" }, parquet: { code: "parquet()", wasm: randomBytes(bytes) } });
  assert.match(pack(t, {}, engine(1_000)), /data-minsheng-parquet-code/);
  const html = pack(t, {}, engine(1_800_000));
  assert.doesNotMatch(html, /data-minsheng-parquet/);
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
