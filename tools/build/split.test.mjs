import assert from "node:assert/strict";
import test from "node:test";
import { withRest } from "./split.mjs";

const GLUE = `function __wbg_get_imports() {
    return {
        __proto__: null,
        "./app_bg.js": {},
    };
}
let wasmModule, wasmInstance, wasm;
async function __wbg_load(given, imports) { return { instance: { exports: { ...given, imports } } }; }
export default async function init(given) {
    const { instance, module } = await __wbg_load(await given, __wbg_get_imports());
    wasm = instance.exports;
    wasm.start();
    return wasm;
}
`;

test("the module passes the call for the rest on, and starts only once the rest may be connected", async () => {
  const glue = await import(`data:text/javascript,${encodeURIComponent(withRest(GLUE))}`);
  const told = [];
  glue.onRest(
    () => told.push("rest"),
    async (first) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      told.push(first.name);
    },
  );
  const first = await glue.default({ name: "the first part", start: () => told.push("start") });
  first.imports.rest.load();
  assert.deepEqual(told, ["the first part", "start", "rest"]);
});

test("a module of another make is refused", () => {
  for (const glue of ["export default 1", GLUE.replace("await __wbg_load", "await load"), GLUE.replace("__proto__: null,", "")]) {
    assert.throws(() => withRest(glue), /looks different/);
  }
});
