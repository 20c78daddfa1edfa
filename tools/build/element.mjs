// The custom element of other pages: one script with a stable name, which holds all of the program's JavaScript and the
// names and hashes of the files it brings.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, transformSync } from "esbuild";
import { integrityOf, sha256 } from "./digest.mjs";
import { shadowStyles } from "./shadow-styles.mjs";
import { replaceTags } from "./text.mjs";

/** The script's file, from the site's folder. */
export const SCRIPT = "embed/minsheng-explorer.js";
/** Says the script's name and hash, for those who embed it. */
const CARD = "embed/embed.json";
/** Sheets of the site that an element has no use for. */
const WITHOUT = ["boot.css"];

/** Globals that wasm-bindgen's module finds in the world it is given (src/ui/boot/element: world.js, program.js). */
const GLOBALS = [
  ...["window", "self", "globalThis", "document", "location", "history", "WebAssembly"],
  ...["setTimeout", "clearTimeout", "setInterval", "clearInterval", "requestAnimationFrame", "cancelAnimationFrame"],
  ...["ResizeObserver", "IntersectionObserver", "MutationObserver"],
];

/** wasm-bindgen's module as a function of its globals: each call makes another, with a program of its own. */
export function asFunction(glue) {
  const { code } = transformSync(glue, { format: "iife", globalName: "exported", logLevel: "error" });
  if (/\brequire\(["']/.test(code)) throw new Error("wasm-bindgen's module names others, which a function cannot");
  return `export function program({ ${GLOBALS.join(", ")} }) {\n${code}\nreturn exported;\n}\n`;
}

/** The sheets that the page names, in their order, for a shadow tree. */
export function stylesOf(html, read) {
  const paths = [];
  replaceTags(html, "link", (link) => {
    if (link.rel === "css" && !WITHOUT.includes(basename(link.href))) paths.push(link.href);
  });
  return paths.map((path) => shadowStyles(read(path))).join("\n");
}

/** Writes the element for the site as it stands; `html` is its page, `versions` are those of its data and its engine. */
export async function writeElement(site, source, html, versions) {
  const named = {};
  replaceTags(html, "link", (link) => {
    if (link.rel === "modulepreload") named.glue = link.href;
    if (link.rel === "preload" && link.href.endsWith(".wasm")) named.wasm = link.href;
  });
  replaceTags(html, "meta", (meta) => {
    if (meta.name === "minsheng-rest") named.rest = meta.content;
  });
  const own = readFileSync(join(source, "src/ui/boot/element/element.css"), "utf8");
  const sheets = stylesOf(readFileSync(join(source, "index.html"), "utf8"), (path) => readFileSync(join(source, path), "utf8"));
  const small = (text, loader) => transformSync(text, { loader, minify: true, charset: "utf8", legalComments: "none" }).code;
  const styles = small(own + sheets, "css");
  const sheet = `embed/explorer-${sha256(styles).slice(0, 16)}.css`;
  writeFileSync(join(site, sheet), styles);

  const file = (path) => {
    const content = readFileSync(join(site, path));
    return { href: `../${path.replace(/^\.\//, "")}`, integrity: integrityOf(content), bytes: content.length };
  };
  const files = {
    wasm: file(named.wasm),
    rest: named.rest && file(named.rest),
    styles: file(sheet),
    data: { href: "../data/datapackage.json", version: versions.data },
    engine: { href: "./minsheng-engine.js", version: versions.engine },
  };
  const script = await bundle(source, {
    "minsheng:files": `export const files = ${JSON.stringify(files)};`,
    "minsheng:program": asFunction(readFileSync(join(site, named.glue), "utf8")),
  });
  writeFileSync(join(site, SCRIPT), script);
  writeFileSync(join(site, CARD), `${JSON.stringify({ script: basename(SCRIPT), integrity: integrityOf(script) }, undefined, 2)}\n`);
}

/** The element's script with all it imports; `made` are modules that only the build can write. */
async function bundle(source, made) {
  const given = {
    name: "given",
    setup(build) {
      build.onResolve({ filter: /^minsheng:/ }, ({ path }) => ({ path, namespace: "given" }));
      build.onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({ contents: made[path] }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [join(source, "src/ui/boot/element/element.js")],
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    charset: "utf8",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
    plugins: [given],
  });
  return outputFiles[0].text;
}
