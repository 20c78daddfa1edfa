import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { described, differing } from "./describe.mjs";

const folder = fileURLToPath(new URL("../../public/data", import.meta.url));

test("the bundled package describes its tables as they are: else run `make data`", () => {
  const text = readFileSync(join(folder, "datapackage.json"), "utf8");
  const now = described(text, (path) => readFileSync(join(folder, path)));
  assert.deepEqual(differing(text, now), []);
  assert.equal(now, text);
});

test("hash, size and rows are those of the file; what else is said stays", () => {
  const bytes = Buffer.from('id,note\n甲,"two\nlines"\n乙,\n');
  const given = { name: "p", resources: [{ name: "t", path: "t.csv", rows: 7, encoding: "utf-8", schema: { fields: [] } }] };
  const text = described(JSON.stringify(given), (path) => (assert.equal(path, "t.csv"), bytes));
  const [resource] = JSON.parse(text).resources;
  assert.deepEqual(resource, {
    name: "t",
    path: "t.csv",
    encoding: "utf-8",
    hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    bytes: bytes.length,
    rows: 2,
    schema: { fields: [] },
  });
  assert.deepEqual(differing(JSON.stringify(given), text), ["t.csv"]);
  assert.equal(described(text, () => bytes), text);
});
