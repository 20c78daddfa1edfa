import assert from "node:assert/strict";
import test from "node:test";
import { asFunction, stylesOf } from "./element.mjs";
import { linkOr, linkWith, said } from "../../src/ui/boot/element/link.js";
import { parted } from "../../src/ui/boot/element/width.js";

test("the program's JavaScript becomes a function: what it makes is each caller's own, of the caller's world", async () => {
  const glue = 'let wasm; export default async function init({ module_or_path }) { wasm = module_or_path; return document.title; }\nexport function told() { return [wasm, window.name]; }\nconst where = new URL("x", "http://a/"); void where;';
  const { program } = await import(`data:text/javascript,${encodeURIComponent(asFunction(glue))}`);
  const [one, two] = ["one", "two"].map((name) => program({ window: { name }, document: { title: name } }));
  assert.equal(await one.default({ module_or_path: 1 }), "one");
  assert.equal(await two.default({ module_or_path: 2 }), "two");
  assert.deepEqual([one.told(), two.told()], [[1, "one"], [2, "two"]]);
});

test("a module that names others cannot become a function", () => {
  assert.throws(() => asFunction('import { a } from "./snippets/a.js"; export const b = a;'), /names others/);
});

test("the sheets are those of the page in their order, but for what only its start needs", () => {
  const html = '<link data-trunk rel="css" href="s/boot.css"><link data-trunk rel="css" href="s/tokens.css"><link data-trunk data-late rel="css" href="s/b.css"><link rel="icon" href="i">';
  assert.equal(stylesOf(html, (path) => `:root { --x: ${path} }`), ".minsheng-root {--x: s/tokens.css}\n.minsheng-root {--x: s/b.css}");
});

test("keys of a link are put in place of its own, taken away, and added where it says nothing", () => {
  const link = "https://example.gov.cn/m/#v=1&view=chart&f.place=chengde&lang=en";
  assert.equal(linkWith(link, { view: "table", lang: undefined }), "v=1&f.place=chengde&view=table");
  assert.equal(linkWith("", { view: "a b" }), "v=1&view=a%20b");
  assert.equal(linkOr(link, { lang: "zh", theme: "dark" }), "v=1&view=chart&f.place=chengde&lang=en&theme=dark");
  assert.equal(said(link, "f.place"), "chengde");
  assert.equal(said(link, "place"), undefined);
  assert.equal(said("v=1&sel=%E0%A4%A", "sel"), "");
});

test("a media query's conditions on the width are parted from its others", () => {
  const { hasWidth, meets, others } = parted("screen and (min-width: 600px) and (max-width: 1199px)");
  assert.deepEqual([hasWidth, meets(599), meets(600), meets(1199), meets(1200), others], [true, false, true, true, false, "screen"]);
  assert.deepEqual([parted("print").hasWidth, parted("print").others], [false, "print"]);
});
