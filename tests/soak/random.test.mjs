import assert from "node:assert/strict";
import { test } from "node:test";
import { chance, mutated, pick } from "./random.mjs";

test("the same seed gives the same run, another seed another", () => {
  const draw = (seed) => {
    const random = chance(seed);
    return Array.from({ length: 20 }, () => random());
  };
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
  assert.ok(draw(7).every((number) => number >= 0 && number < 1));
});

test("every one of a list is picked", () => {
  const random = chance(1);
  const picked = new Set(Array.from({ length: 200 }, () => pick(random, ["a", "b", "c"])));
  assert.deepEqual([...picked].sort(), ["a", "b", "c"]);
});

test("a mutated link is mostly another one, and the same for the same seed", () => {
  const link = "v=1&view=chart&f.domain=education";
  const all = (seed) => {
    const random = chance(seed);
    return Array.from({ length: 100 }, () => mutated(random, link));
  };
  assert.deepEqual(all(3), all(3));
  assert.ok(all(3).filter((text) => text !== link).length > 90);
});
