import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { firstOf, readPackage, versionOf } from "./data.mjs";

test("a page starts with the descriptor and every table but those that somebody has to ask for", () => {
  const files = readPackage(fileURLToPath(new URL("../../public/data", import.meta.url)));
  const first = firstOf(files);
  assert.equal(first[0], "datapackage.json");
  const late = Object.keys(files).filter((name) => !first.includes(name));
  assert.deepEqual(late, ["stories.csv", "synonyms.csv"]);
  assert.deepEqual(readPackage("/nowhere"), {});
});

test("the version changes with content and with names", () => {
  const versions = [{}, { "a.csv": "1" }, { "a.csv": "2" }, { "b.csv": "1" }].map(versionOf);
  assert.equal(new Set(versions).size, 4);
  assert.match(versions[0], /^[0-9a-f]{8}$/);
});
