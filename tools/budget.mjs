// Prints what the first view downloads and what the one file weighs; exits 1 when either is over its budget.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { LARGEST as ONE_FILE } from "./build/one-file.mjs";
import { replaceTags } from "./build/text.mjs";

const FIRST_VIEW = 300_000;

const dist = "dist";
if (!existsSync(join(dist, "minsheng.html"))) {
  console.error("error: there is no release build in dist/: run 'make dist' first");
  process.exit(1);
}

const files = ["index.html"];
// Brought while the reader looks at the first view, which stands without it (tests/e2e/rest.spec.js).
const later = [];
// What stands for readers without scripts, the others do not fetch.
const html = readFileSync(join(dist, "index.html"), "utf8").replace(/<noscript[^]*?<\/noscript>/g, "");
// Of several icons a browser takes one; a phone's own and the manifest are for when the page is put on its first screen.
const passed = ({ rel, type }) => rel === "apple-touch-icon" || rel === "manifest" || (rel === "icon" && type !== "image/svg+xml");
for (const name of ["link", "script"]) {
  replaceTags(html, name, (tag) => {
    const address = tag.href ?? tag.src;
    if (address && !passed(tag)) files.push(address.replace(/^\.\//, ""));
  });
}
replaceTags(html, "meta", ({ name, content }) => void (["minsheng-rest", "minsheng-styles", "minsheng-later"].includes(name) && later.push(content.replace(/^\.\//, ""))));
// By it the page tells whether the preview of the data, which the page names, is still theirs.
files.push("data/datapackage.json");

const measure = (file) => {
  const bytes = readFileSync(join(dist, file));
  return { file, bytes: bytes.length, brotli: brotliSize(bytes) };
};
const sizes = files.map(measure);
const show = (bytes, brotli, name) => console.log(`${kilo(bytes).padStart(9)} ${kilo(brotli).padStart(9)}  ${name}`);
console.log("       kB    brotli  first view");
for (const { file, bytes, brotli } of sizes.sort((a, b) => b.brotli - a.brotli)) show(bytes, brotli, file);
const total = (key) => sizes.reduce((sum, row) => sum + row[key], 0);
show(total("bytes"), total("brotli"), `together; the budget is ${kilo(FIRST_VIEW)} brotli`);

for (const { file, bytes, brotli } of later.map(measure)) show(bytes, brotli, `${file}, after the first view`);
const oneFile = statSync(join(dist, "minsheng.html")).size;
show(oneFile, brotliSize(readFileSync(join(dist, "minsheng.html"))), `minsheng.html; the budget is ${kilo(ONE_FILE)} as it is`);

if (total("brotli") > FIRST_VIEW) over("the first view", total("brotli") - FIRST_VIEW);
if (oneFile > ONE_FILE) over("minsheng.html", oneFile - ONE_FILE);

function over(what, bytes) {
  console.error(`error: ${what} is ${kilo(bytes)} kB over its budget`);
  process.exitCode = 1;
}

function brotliSize(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function kilo(bytes) {
  return (bytes / 1000).toFixed(1);
}
