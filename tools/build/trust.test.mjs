import assert from "node:assert/strict";
import test from "node:test";
import { trusting } from "./trust.mjs";

const GLUE = `export function write(element, text) {
    element.innerHTML = getString(text, 2);
}
const getString = (text, times) => text.repeat(times);
`;

test("markup passes through the page's policy, and stays as it is without one", async () => {
  const { write } = await import(`data:text/javascript,${encodeURIComponent(trusting(GLUE))}`);
  const element = {};
  write(element, "<b>");
  assert.equal(element.innerHTML, "<b><b>");
  globalThis.minshengTrusted = { createHTML: (text) => ({ text }) };
  write(element, "<i>");
  assert.deepEqual(element.innerHTML, { text: "<i><i>" });
  delete globalThis.minshengTrusted;
});

test("another way to write markup is refused", () => {
  assert.throws(() => trusting(`${GLUE}\nframe.srcdoc = getString("", 1);`), /does not know/);
});
