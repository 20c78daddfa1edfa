// Splits the released wasm in two: what the first view needs, and the rest, which the loader brings while the reader
// looks at it. tools/split does the cutting; here are the steps around it.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { integrityOf, sha256 } from "./digest.mjs";
import { shortImports } from "./imports.mjs";
import { minify } from "./minify.mjs";
import { replaceTags, withAttributes } from "./text.mjs";
import { trusting } from "./trust.mjs";

const run = promisify(execFile);

/** What the wasm calls the module of wasm-bindgen's JavaScript. */
const BINDINGS = "./minsheng-explorer_bg.js";

/** Cuts the module that `html` names, writes both parts into `site`, and returns the page that names them. */
export async function splitSite(site, source, html) {
  const names = {};
  replaceTags(html, "link", (link) => {
    if (link.rel === "modulepreload") names.glue = link.href;
    if (link.rel === "preload" && link.href.endsWith(".wasm")) names.wasm = link.href;
  });
  if (!names.glue || !names.wasm) throw new Error("index.html names no module or no wasm to split");
  const { first: long, rest } = await cut(join(site, names.wasm), source);
  const { wasm: first, glue: short } = shortImports(long, readFileSync(join(site, names.glue), "utf8"), BINDINGS);
  const glue = Buffer.from(minify(trusting(withRest(short)), "esm"));

  // The files' names are hashes of what trunk had; now the content is another. The module names no file by itself.
  const base = `./minsheng-explorer-${sha256(first, rest, glue).slice(0, 16)}`;
  const put = (old, name, content) => {
    if (old) rmSync(join(site, old));
    writeFileSync(join(site, name), content);
    return { name, integrity: integrityOf(content), bytes: content.length };
  };
  const module = put(names.glue, `${base}.js`, glue);
  const parts = [put(names.wasm, `${base}_bg.wasm`, first), put(undefined, `${base}_rest.wasm`, rest)];

  html = replaceTags(html, "link", (link, tag) => {
    const part = { [names.glue]: module, [names.wasm]: parts[0] }[link.href];
    if (!part) return;
    return withAttributes(tag.replace(/\s(href|integrity)=("[^"]*"|[^\s>]+)/g, ""), { href: part.name, integrity: part.integrity });
  });
  const { name, integrity, bytes } = parts[1];
  const meta = withAttributes("<meta>", { name: "minsheng-rest", content: name, "data-integrity": integrity, "data-bytes": bytes });
  return html.replace(/<\/title>/, (end) => end + meta);
}

/** Both parts of a module, each made small. */
async function cut(wasm, source) {
  const folder = mkdtempSync(join(tmpdir(), "minsheng-split-"));
  const at = (name) => join(folder, name);
  const target = process.env.CARGO_TARGET_DIR ?? join(source, "target");
  const linked = join(target, "wasm32-unknown-unknown/release/minsheng-explorer.wasm");
  const wasmOpt = join(source, "node_modules/.bin/wasm-opt");
  const rules = ["rest.txt", "first-view.txt"].map((name) => join(source, "tools/split", name));
  try {
    const { stderr } = await run(...splitTool(source, ["split", linked, wasm, ...rules, at("first"), at("rest")]));
    // That the record of what the first view runs is old is no failure, and worth a word.
    if (stderr.trim()) console.warn(stderr.trim());
    // What -Oz saves in bytes of the first part, it costs in bytes of its compressed form.
    const effort = { first: "-Os", rest: "-Oz" };
    await Promise.all(["first", "rest"].map((part) => run(wasmOpt, [effort[part], "--strip-debug", "--strip-producers", at(part), "-o", at(`${part}.wasm`)])));
    return { first: readFileSync(at("first.wasm")), rest: readFileSync(at("rest.wasm")) };
  } catch (error) {
    throw new Error(`the wasm could not be split: ${error.stderr || error.message}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How to call tools/split, as execFile takes it: built when it must be. */
export function splitTool(source, args) {
  // What tools/setup/small.sh and for-wasm.sh set for the explorer does not fit a program for this machine.
  const { CARGO_UNSTABLE_BUILD_STD: _, CARGO_UNSTABLE_BUILD_STD_FEATURES: __, ...env } = process.env;
  return ["cargo", ["run", "--quiet", "--profile", "tool", "--package", "split-wasm", "--", ...args], { cwd: source, env }];
}

/**
 * Lets wasm-bindgen's module pass on, by its new export `onRest(bring, before)`, the first part's call for the rest, and
 * wait between making that part and starting it for `before(exports)`, in which the rest can be connected.
 */
export function withRest(glue) {
  const imports = /return \{\s*__proto__: null,/g;
  // The synchronous way in stays as it is: nothing uses it.
  const made = /= await __wbg_load\([^;]*;/g;
  const once = (pattern) => [...glue.matchAll(pattern)].length === 1;
  if (!once(imports) || !once(made) || !/^let .*\bwasm\b/m.test(glue)) {
    throw new Error("wasm-bindgen's module looks different from what tools/build/split.mjs expects: its imports, or the place where it has made its instance, are not where they were");
  }
  return (
    glue
      .replace(imports, (found) => `${found}\n        rest: { load: () => bringRest() },`)
      .replace(made, (found) => `${found}\n    await beforeStart(instance.exports);`) +
    "\nlet bringRest, beforeStart = () => {};\nexport function onRest(bring, before) { bringRest = bring; beforeStart = before; }\n"
  );
}
