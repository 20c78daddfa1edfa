import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { sourcesOf } from "./modules.mjs";

test("a module is made anew for a change of what it is compiled from, and of nothing else", () => {
  const folder = mkdtempSync(join(tmpdir(), "minsheng-sources-"));
  const write = (path, text) => (mkdirSync(join(folder, path, ".."), { recursive: true }), writeFileSync(join(folder, path), text));
  for (const path of ["src/lib.rs", "src/model/unit.rs", "src/views/chart.rs", "Cargo.lock"]) write(path, "a");
  const told = () => sourcesOf(folder, (room) => room === "model");
  const before = told();
  assert.equal(told(), before);
  write("src/views/chart.rs", "b");
  assert.equal(told(), before);
  for (const path of ["src/model/unit.rs", "src/lib.rs", "Cargo.lock", "zstd/src/lib.rs"]) {
    const last = told();
    write(path, "b");
    assert.notEqual(told(), last, path);
  }
  rmSync(folder, { recursive: true });
});
