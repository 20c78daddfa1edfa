import assert from "node:assert/strict";
import test from "node:test";
import { shortImports } from "./imports.mjs";

/** A module that imports two functions, a memory and a table, and exports a call of the second function. */
// (module
//   (import "./a.js" "__wbg_one_0123456789abcdef" (func)) (import "rest" "load" (func))
//   (import "./a.js" "__wbg_two_0123456789abcdef" (func (result i32)))
//   (export "call" (func 3)) (func (result i32) call 2))
function module() {
  const text = (word) => [word.length, ...Buffer.from(word)];
  const section = (id, ...bytes) => [id, bytes.length, ...bytes];
  const imports = [3, ...text("./a.js"), ...text("__wbg_one_0123456789abcdef"), 0, 0, ...text("rest"), ...text("load"), 0, 0, ...text("./a.js"), ...text("__wbg_two_0123456789abcdef"), 0, 1];
  return Buffer.from([
    ...[0, 97, 115, 109, 1, 0, 0, 0],
    ...section(1, 2, 96, 0, 0, 96, 0, 1, 127),
    ...section(2, ...imports),
    ...section(3, 1, 1),
    ...section(7, 1, ...text("call"), 0, 3),
    ...section(10, 1, 4, 0, 16, 2, 11),
  ]);
}

const GLUE = "const imports = { __wbg_one_0123456789abcdef() {}, __wbg_two_0123456789abcdef: () => 42 }; wasm.__wbg_free(1);";

test("both files have the same short names, and the module works as before", async () => {
  const { wasm, glue } = shortImports(module(), GLUE, "./a.js");
  assert.equal(glue, "const imports = { _0() {}, _1: () => 42 }; wasm.__wbg_free(1);");
  const names = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ module, name }) => `${module} ${name}`);
  assert.deepEqual(names, ["./a.js _0", "rest load", "./a.js _1"]);
  const { instance } = await WebAssembly.instantiate(wasm, { "./a.js": { _0() {}, _1: () => 42 }, rest: { load() {} } });
  assert.equal(instance.exports.call(), 42);
});

test("a name that one of them lacks, or has already, is refused", () => {
  assert.throws(() => shortImports(module(), "const imports = {};", "./a.js"), /has no '__wbg_one/);
  assert.throws(() => shortImports(module(), `${GLUE} let _1;`, "./a.js"), /name of its own that is '_1'/);
});
