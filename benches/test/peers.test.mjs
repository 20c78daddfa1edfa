// The peers written by hand against a naive recount of a small table.
import assert from "node:assert/strict";
import test from "node:test";
import { BINS, binOf, makeTable, VIEWS } from "../page/data.js";
import { brushSteps, FILTER_CHANGES, SEARCHED } from "../page/workload.js";
import * as cube from "../peers/js-cube.js";
import * as scan from "../peers/js-scan.js";

const table = makeTable(3000);
const codeOf = (key, row) => (key === "value" ? binOf(table.value.values[row]) : table[key].codes[row]);

/** Counts of every view under all clauses but its own. */
function recount(clauses) {
  const passes = ({ in: chosen, range }, code) => (chosen ? chosen.includes(code) : range[0] <= code && code <= range[1]);
  return Object.fromEntries(
    VIEWS.map(({ key, size }) => {
      const counts = new Uint32Array(size);
      for (let row = 0; row < table.rows; row++) {
        const others = [...clauses].filter(([column]) => column !== key);
        if (others.every(([column, clause]) => passes(clause, codeOf(column, row)))) counts[codeOf(key, row)]++;
      }
      return [key, counts];
    }),
  );
}

test("every value lies inside the bins", () => {
  for (const value of table.value.values) {
    const bin = binOf(value);
    assert.ok(bin >= 0 && bin < BINS.count, `${value} is in bin ${bin}`);
  }
});

test("the table is the same each time and an indicator has one domain", () => {
  assert.deepEqual(makeTable(3000), table);
  assert.ok(table.indicator.codes.every((code, row) => code % 10 === table.domain.codes[row]));
});

test("the scan counts as a naive recount does, after each change of filters", () => {
  const instance = scan.open(table);
  const clauses = new Map();
  for (const [column, clause] of FILTER_CHANGES) {
    if (clause) clauses.set(column, clause);
    else clauses.delete(column);
    instance.filter(column, clause);
    assert.deepEqual(instance.counts(), recount(clauses));
  }
  assert.equal(clauses.size, 0, "the list ends without any filter");
});

for (const brushed of ["year", "value"]) {
  test(`scan and cube count alike while ${brushed} is brushed`, () => {
    const domains = ["domain", { in: [1, 4, 8] }];
    const instances = [scan.open(table), cube.open(table)];
    for (const instance of instances) {
      instance.filter(...domains);
      instance.activate(brushed);
    }
    for (const [lo, hi] of brushSteps(brushed)) {
      const { [brushed]: _, ...expected } = recount(new Map([domains, [brushed, { range: [lo, hi] }]]));
      for (const instance of instances) {
        const { [brushed]: _, ...found } = instance.brush(lo, hi);
        assert.deepEqual(found, expected);
      }
    }
  });
}

test("60 steps of a brush stay inside the bins and each moves it", () => {
  for (const { key, size } of VIEWS) {
    const steps = brushSteps(key);
    assert.equal(steps.length, 60);
    for (const [index, [lo, hi]] of steps.entries()) {
      assert.ok(lo >= 0 && lo <= hi && hi < size, `${key}: ${lo} to ${hi}`);
      assert.notDeepEqual([lo, hi], steps[index - 1]);
    }
  }
});

test("the scan sums by place and year and finds places by their names", () => {
  const instance = scan.open(table);
  const sums = instance.sums();
  const total = table.value.values.reduce((sum, value) => sum + value, 0);
  assert.ok(Math.abs(sums.reduce((sum, value) => sum + value, 0) - total) < 1e-9 * total);
  const [place, year] = [table.place.codes[17], table.year.codes[17]];
  let expected = 0;
  for (let row = 0; row < table.rows; row++) {
    if (table.place.codes[row] === place && table.year.codes[row] === year) expected += table.value.values[row];
  }
  assert.equal(sums[place * 30 + year], expected);
  for (const word of SEARCHED) {
    const found = instance.search(word);
    assert.equal(found, table.place.codes.filter((code) => table.place.values[code].includes(word)).length);
    assert.ok(found > 0 && found < table.rows, `${word} is in ${found} names`);
    for (const { key } of VIEWS) {
      if (key !== "place") assert.ok(!table[key].values.some((name) => String(name).includes(word)), `${word} is in ${key}`);
    }
  }
});
