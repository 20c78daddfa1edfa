import assert from "node:assert/strict";
import test from "node:test";
import { Watch } from "./watch.mjs";

/** A page that holds so many nodes, one number for each time that it is asked. */
function pageOf(counts) {
  const left = [...counts];
  const metric = (name, value) => ({ name, value });
  const send = async (method) => {
    if (method !== "Performance.getMetrics") return {};
    const nodes = left.length > 1 ? left.shift() : left[0];
    return { metrics: [metric("JSHeapUsedSize", 5e6), metric("Nodes", nodes), metric("JSEventListeners", 200)] };
  };
  return { on() {}, waitForTimeout: async () => {}, context: () => ({ newCDPSession: async () => ({ send }) }) };
}

test("a page is measured once it rests: what is drawn anew or not collected yet is no growth", async () => {
  const watch = new Watch(pageOf([2111, 2111, 1909, 10_767, 1362, 1362]), "http://a/");
  await watch.sample("a view");
  await watch.sample("a view");
  assert.deepEqual(watch.samples.map(({ nodes }) => nodes), [2111, 1362]);
  assert.deepEqual(watch.verdict(), []);
});

test("a page that never rests is measured all the same", async () => {
  const watch = new Watch(pageOf(Array.from({ length: 100 }, (_, at) => 1000 + at)), "http://a/");
  await watch.sample();
  assert.equal(watch.samples.length, 1);
});

test("what stays is growth, of two measures as well, and a view is not held against another", async () => {
  const grown = new Watch(pageOf([1400, 1400, 9000, 9000]), "http://a/");
  await grown.sample("a view");
  await grown.sample("a view");
  assert.deepEqual(grown.verdict(), ["nodes grew from 1400 to 9000, a view"]);
  const others = new Watch(pageOf([1400, 1400, 9000, 9000]), "http://a/");
  await others.sample("a view");
  await others.sample("another");
  assert.deepEqual(others.verdict(), []);
});
