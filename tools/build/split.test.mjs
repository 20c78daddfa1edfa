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
export default function init() { wasm = "the first part"; return __wbg_get_imports(); }
`;

test("the module passes the call for the rest on, with the first part's exports", async () => {
  const glue = await import(`data:text/javascript,${encodeURIComponent(withRest(GLUE))}`);
  const calls = [];
  glue.onRest((wasm) => calls.push(wasm));
  glue.default().rest.load();
  assert.deepEqual(calls, ["the first part"]);
});

test("a module of another make is refused", () => {
  assert.throws(() => withRest("export default 1"), /looks different/);
});
