// The driver's own arithmetic: options, statistics, comparison of answers, verdicts.
import assert from "node:assert/strict";
import test from "node:test";
import { Answers, difference } from "../driver/answers.mjs";
import { demands, digits } from "../driver/demand.mjs";
import { parseOptions, PEERS, ROWS } from "../driver/options.mjs";
import { median, p95 } from "../driver/statistic.mjs";
import { digestCounts } from "../page/digest.js";

test("options", () => {
  assert.deepEqual(parseOptions([]).rows, ROWS);
  assert.equal(parseOptions([]).complete, true);
  const options = parseOptions(["--rows=250,100k,10M", "--peers=js-scan", "--rounds=2"]);
  assert.deepEqual(options.rows, [250, 100_000, 10_000_000]);
  assert.deepEqual(options.peers, ["js-scan"]);
  assert.equal(options.complete, false);
  assert.equal(parseOptions(["--rounds=1"]).complete, true);
  assert.throws(() => parseOptions(["--rows=many"]), /no number of rows/);
  assert.throws(() => parseOptions(["--peers=sqlite"]), /expected one of/);
  assert.throws(() => parseOptions(["--quick"]), /unknown argument/);
});

test("median and 95th percentile by nearest rank", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(p95(Array.from({ length: 100 }, (_, index) => index + 1)), 95);
  assert.equal(p95([7]), 7);
  assert.ok(Number.isNaN(median([])));
});

test("answers that differ are named with both peers", () => {
  const answers = new Answers();
  answers.add("a", { counts: "1-2-3", sums: [1, 2e9] });
  answers.add("b", { counts: "1-2-3", sums: [1, 2e9 + 1] });
  assert.deepEqual(answers.differences, []);
  answers.add("c", { counts: "1-2-4", sums: [1, 2e9 + 10] });
  assert.equal(answers.differences.length, 2);
  assert.match(answers.differences[0], /^counts: a and c differ/);
  assert.equal(answers.compared, 4);
  assert.match(difference([1, 2], [1]), /2 and 1 numbers/);
});

test("digests differ for other numbers, another order, another view", () => {
  const digest = (a, b) => digestCounts({ a: Uint32Array.from(a), b: Uint32Array.from(b) }, ["a", "b"]);
  assert.equal(digest([1, 2], [3]), digest([1, 2], [3]));
  const others = [digest([2, 1], [3]), digest([1, 2], [4]), digest([1], [2, 3]), digest([1, 2, 0], [3])];
  assert.equal(new Set([digest([1, 2], [3]), ...others]).size, 5);
  assert.throws(() => digestCounts({ a: Uint32Array.of(1) }, ["a", "b"]), /no counts of b/);
});

test("verdicts come from the samples", () => {
  const memory = (before, open, closed) => [{ before: { counted: before }, open: { counted: open }, closed: { counted: closed } }];
  const times = (ms) => Object.fromEntries(MEASURES.map((name) => [name, [ms]]));
  const entry = (ms, megabytes) => ({ times: times(ms), memory: memory(20e6, megabytes * 1e6, 20e6) });
  const run = (ours, megabytes) => ({
    tables: {
      1000: Object.fromEntries(PEERS.map((peer) => [peer, entry(peer === "minsheng" ? ours : 100, 50)])),
      10000: Object.fromEntries(PEERS.map((peer) => [peer, entry(peer === "minsheng" ? ours : 100, peer === "minsheng" ? megabytes : 100)])),
    },
    csv: { minsheng: { "csv MB/s": [200] }, duckdb: { "csv MB/s": [100] }, js: { "csv MB/s": [190] } },
    empty: { counted: 10e6 },
  });
  const verdicts = (ours, megabytes) => Object.fromEntries(demands(run(ours, megabytes)).map(({ measure, must }) => [measure, must?.met]));
  assert.ok(Object.values(verdicts(1, 200)).every((met) => met === true));
  assert.equal(verdicts(1, 251)["memory, whole page"], false);
  assert.equal(verdicts(20, 200)["sum by place × year"], true);
  assert.equal(verdicts(30, 200)["sum by place × year"], false);
  const loading = "loading from typed arrays, at any number of rows";
  assert.deepEqual([verdicts(120, 200)[loading], verdicts(121, 200)[loading]], [true, false]);
  assert.equal(verdicts(20, 200)["arbitrary filter change, all views recounted"], false);
  const partial = run(1, 100);
  delete partial.tables[10000].duckdb;
  assert.equal(demands(partial).find(({ measure }) => measure === "substring filter").must, undefined);
});

test("two digits that count", () => {
  assert.deepEqual([0.0123, 1.26, 12.6, 126.4, NaN].map(digits), ["0.012", "1.3", "13", "126", "–"]);
});

const MEASURES = ["load", "filter", "sums", "search", "brush year", "brush value", "cube year", "cube value"];
