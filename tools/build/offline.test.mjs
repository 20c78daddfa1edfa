import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { sha256 } from "./digest.mjs";
import { WORKER, namedFiles, workerTag, writeWorker } from "./offline.mjs";

const source = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = `<html><head><link rel="icon" href="./a.svg"><link rel=preload href="./b-0123456789abcdef.wasm"><meta name="minsheng-rest" content="./c.wasm"><meta name="minsheng-later" content="./e.js">
<meta name="minsheng-data" content="./data/datapackage.json"><meta name="description" content="./not-a-file"><link rel="canonical" href="https://example.org/">${workerTag()}</head><body><script src="./d.js"></script></body></html>`;

test("a version is the page and the files it names, but neither data nor other sites", () => {
  assert.deepEqual(namedFiles(PAGE), ["a.svg", "b-0123456789abcdef.wasm", "d.js", "c.wasm", "e.js"]);
});

test("the worker knows each file by its content, and changes with any of them", () => {
  const site = mkdtempSync(join(tmpdir(), "minsheng-"));
  writeFileSync(join(site, "index.html"), PAGE);
  for (const name of namedFiles(PAGE)) writeFileSync(join(site, name), name);
  const written = () => {
    writeWorker(site, source);
    const text = readFileSync(join(site, WORKER), "utf8");
    return JSON.parse(text.match(/^const SITE=(.*?\}\});/)[1]);
  };
  const before = written();
  assert.equal(before.files["index.html"], sha256(PAGE));
  assert.deepEqual(Object.keys(before.files), ["index.html", ...namedFiles(PAGE)]);
  assert.deepEqual(written(), before);
  writeFileSync(join(site, "d.js"), "other");
  assert.notEqual(written().version, before.version);
});
